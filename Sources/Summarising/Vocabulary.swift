/// The words of one meeting, each with a small number, so that counting and comparing is cheap.
struct Vocabulary {
    struct Entry {
        let text: String
        /// The number of the word's stem, shared by its other forms.
        let stem: Int
        let families: WordFamilies
        let byteCount: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var stems: [String] = []
    private var numbers: [String: Int] = [:]
    private var stemNumbers: [String: Int] = [:]

    /// The number of a lower-case word, new if it is new.
    mutating func number(of word: String) -> Int {
        if let known = numbers[word] { return known }
        let stem = Stem.of(word)
        let stemNumber: Int
        if let known = stemNumbers[stem] {
            stemNumber = known
        } else {
            stemNumber = stems.count
            stemNumbers[stem] = stemNumber
            stems.append(stem)
        }
        numbers[word] = entries.count
        entries.append(
            Entry(text: word, stem: stemNumber, families: WordFamilies.of(word), byteCount: word.utf8.count))
        return entries.count - 1
    }

    subscript(_ number: Int) -> Entry { entries[number] }
}

/// Takes the common endings off an English word: "agreed" and "agreeing" meet at "agre".
///
/// After the first steps of M. F. Porter, "An algorithm for suffix stripping" (1980), which is enough to count by.
enum Stem {
    static func of(_ word: String) -> String {
        var letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ $0 < 0x80 }) else { return word }
        if let apostrophe = letters.firstIndex(of: UInt8(ascii: "'")), apostrophe >= 2 {
            letters.removeSubrange(apostrophe...)
        }
        plural(&letters)
        for ending in ["ingly", "edly", "ing", "ed", "ly", "ation", "ment", "ness"] where drop(ending, from: &letters) {
            undouble(&letters)
            break
        }
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 2, letters.last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func plural(_ letters: inout [UInt8]) {
        guard letters.last == UInt8(ascii: "s"), letters.count > 3 else { return }
        let before = letters[letters.count - 2]
        if letters.suffix(4).elementsEqual("sses".utf8) || letters.suffix(3).elementsEqual("ies".utf8) {
            letters.removeLast(2)
        } else if before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i") {
            letters.removeLast()
        }
    }

    private static func drop(_ ending: String, from letters: inout [UInt8]) -> Bool {
        let count = ending.utf8.count
        guard letters.count >= count + 3, letters.suffix(count).elementsEqual(ending.utf8),
            letters.dropLast(count).contains(where: isVowel)
        else { return false }
        letters.removeLast(count)
        return true
    }

    private static func undouble(_ letters: inout [UInt8]) {
        guard letters.count > 3, let last = letters.last, letters[letters.count - 2] == last, !isVowel(last),
            last != UInt8(ascii: "l"), last != UInt8(ascii: "s"), last != UInt8(ascii: "z")
        else { return }
        letters.removeLast()
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
}
