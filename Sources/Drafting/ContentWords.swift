/// The words of a text that carry its content, cut to stems, so that *firm* and *firms* are one.
///
/// Coarse on purpose: the first letters of a word tell enough to see which statements speak of the same thing.
enum ContentWords {
    /// Letters of a stem.
    static let stemLetters = 5
    /// Shorter words carry little content of their own.
    static let lettersMin = 4

    /// - Returns: each stem once, in the order of the text.
    static func stems(of text: String) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        var word: [UInt8] = []
        func finish() {
            defer { word.removeAll(keepingCapacity: true) }
            guard let stem = stem(word), seen.insert(stem).inserted else { return }
            found.append(stem)
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                word.append(byte)
            case UInt8(ascii: "'"): continue
            default: finish()
            }
        }
        finish()
        return found
    }

    private static func stem(_ word: [UInt8]) -> String? {
        guard word.count >= lettersMin else { return nil }
        let whole = String(decoding: word, as: UTF8.self)
        guard !stopWords.contains(whole) else { return nil }
        let singular = word.last == UInt8(ascii: "s") ? word.dropLast() : word[...]
        return String(decoding: singular.prefix(stemLetters), as: UTF8.self)
    }

    /// How much of the shorter of two texts the other one holds, from 0 to 1.
    static func overlap(_ first: Set<String>, _ second: Set<String>) -> Double {
        let least = min(first.count, second.count)
        return least == 0 ? 0 : Double(first.intersection(second).count) / Double(least)
    }

    private static let stopWords: Set<String> = Set(
        """
        that this with from have they them their there what when where which will would could should about agree
        disagree been were does dont cant cannot wont just only also very more most some than then into over under
        really point said like want need needs know think because every much many well good right wrong sure quite
        your ours mine here these those being other nobody anybody people thing things make made take says never
        always still even must ought lets each both must such same ever once upon between before after until while
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
