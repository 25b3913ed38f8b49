/// What a digest was asked about, as stems of the meeting.
struct Question {
    /// Stems asked about, and how much each tells.
    private(set) var asked: [Int: Double] = [:]
    /// Stems after "when discussing": where in the meeting to look.
    private(set) var context: [Int: Double] = [:]
    /// Stems that only begin like one that was asked about, and the asked one's stem.
    private(set) var loose: [Int: Int] = [:]
    /// Asked stems that stand side by side.
    private(set) var pairs: Set<Pair> = []
    /// How much of each speaker's name is in the question, from 0 to 1.
    private(set) var speakers: [Double] = []
    private(set) var wordCount = 0

    struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    private static let looseBytesMin = 5
    private static let contextWords: Set<String> = ["when", "while", "during"]
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "hon", "the", "honourable", "prof", "am", "mp", "cllr", "of", "sir", "and",
    ]

    init(_ text: String, _ model: MeetingModel) {
        var tokenizer = Tokenizer()
        let tokens = tokenizer.tokens(of: Substring(text).utf8, line: 0)
        let words = tokens.compactMap { token in token.word.map { tokenizer.vocabulary[$0] } }
        wordCount = words.count
        var known: [String: Int] = [:]
        for (number, stem) in model.vocabulary.stems.enumerated() { known[stem] = number }
        var isContext = false
        var previous: Int?
        for (index, word) in words.enumerated() {
            if index > 2 && Question.contextWords.contains(word.text) { isContext = true }
            guard word.families.isDisjoint(with: [.common, .filler, .asking]) else {
                previous = nil
                continue
            }
            let stem = tokenizer.vocabulary.stems[word.stem]
            addLoose(stem, known[stem], model)
            guard let number = known[stem], model.sentencesWithStem[number] > 0 else {
                previous = nil
                continue
            }
            if isContext { context[number] = model.rarity(number) } else { asked[number] = model.rarity(number) }
            if let previous { pairs.insert(Pair(first: previous, second: number)) }
            previous = number
        }
        let said = Set(words.map(\.text))
        let sequence = " " + words.map(\.text).joined(separator: " ") + " "
        speakers = model.speakers.map { Question.share(of: $0, said, sequence) }
    }

    private mutating func addLoose(_ stem: String, _ number: Int?, _ model: MeetingModel) {
        guard stem.utf8.count >= Question.looseBytesMin else { return }
        let start = stem.utf8.prefix(Question.looseBytesMin)
        for (other, text) in model.vocabulary.stems.enumerated()
        where other != number && model.sentencesWithStem[other] > 0 && text.utf8.starts(with: start) {
            loose[other] = number ?? other
        }
    }

    /// 1 when the whole name is said; else the share of its words that are.
    private static func share(of name: String, _ said: Set<String>, _ sequence: String) -> Double {
        let plain = name.prefix { $0 != "(" && $0 != "[" }.lowercased()
        let words = plain.split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
            .filter { !titles.contains($0) && $0.count > 1 }
        guard !words.isEmpty else { return 0 }
        if sequence.contains(" " + words.joined(separator: " ") + " ") { return 1 }
        return Double(words.count(where: said.contains)) / Double(words.count + 1)
    }
}
