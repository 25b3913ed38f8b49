/// Finds phrases in sentences, with shortened forms written out: "I'm gonna" is found as "i am going to".
struct PhraseFinder: Sendable {
    fileprivate struct Phrase: Sendable {
        let words: [Int]
        /// Which of the lists it is from.
        let place: Int
    }

    /// The words of all phrases, numbered.
    private var numbers: [String: Int] = [:]
    /// By the number of the first word.
    private var phrases: [[Phrase]] = []

    /// A word that is in no phrase.
    private static let other = -1

    init(_ lists: [[String]]) {
        for (place, list) in lists.enumerated() {
            for phrase in list {
                let words = phrase.split(separator: " ").map { number(of: String($0)) }
                phrases[words[0]].append(Phrase(words: words, place: place))
            }
        }
    }

    private mutating func number(of word: String) -> Int {
        if let known = numbers[word] { return known }
        numbers[word] = phrases.count
        phrases.append([])
        return phrases.count - 1
    }

    /// The finder made ready for the words of one meeting.
    func reader(of vocabulary: Vocabulary) -> Reader {
        Reader(
            phrases: phrases,
            plain: vocabulary.entries.map { entry in
                PhraseFinder.plain(entry.text).map { numbers[$0] ?? PhraseFinder.other }
            })
    }

    struct Reader {
        fileprivate let phrases: [[Phrase]]
        /// For each word of the vocabulary the numbers of what it is short for.
        fileprivate let plain: [[Int]]

        /// Calls `found` with the place of the list for each phrase, and the place of its first word in the sentence.
        func find(in sentence: CleanSentence, _ found: (_ place: Int, _ index: Int) -> Void) {
            var words: [Int] = []
            for token in sentence.tokens {
                if let word = token.word { words += plain[word] }
            }
            for (index, word) in words.enumerated() where word != PhraseFinder.other {
                for phrase in phrases[word] where words[index...].starts(with: phrase.words) {
                    found(phrase.place, index)
                }
            }
        }
    }

    private static let longForms: [String: [String]] = [
        "gonna": ["going", "to"], "gotta": ["have", "to"], "wanna": ["want", "to"], "let's": ["let", "us"],
        "won't": ["will", "not"], "can't": ["can", "not"], "cannot": ["can", "not"], "that's": ["that", "is"],
        "it's": ["it", "is"], "he's": ["he", "is"], "she's": ["she", "is"], "what's": ["what", "is"],
        "who's": ["who", "is"], "i'm": ["i", "am"], "ain't": ["is", "not"],
    ]

    private static func plain(_ word: String) -> [String] {
        if let long = longForms[word] { return long }
        guard let apostrophe = word.utf8.firstIndex(of: UInt8(ascii: "'")) else { return [word] }
        let start = String(word[..<apostrophe])
        switch word[apostrophe...] {
        case "'ll": return [start, "will"]
        case "'re": return [start, "are"]
        case "'ve": return [start, "have"]
        case "'d": return [start, "would"]
        default: return word.hasSuffix("n't") ? [String(word.dropLast(3)), "not"] : [word]
        }
    }
}
