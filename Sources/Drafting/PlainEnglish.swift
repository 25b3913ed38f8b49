/// How easy a draft is to read, measured simply. Only the draft's own words count: people's quoted words
/// are theirs, and tables are not sentences.
public struct PlainEnglish: Sendable, Hashable {
    /// A sentence for the public should not be longer; GOV.UK's advice on content design.
    public static let wordsPerSentenceMax = 25
    /// Letters from which a word counts as long.
    public static let longWordLetters = 10

    public var sentences: Int
    public var words: Int
    public var longWords: Int
    public var readingAge: ReadingAge
    /// Short forms whose long form is not known, so that a person must explain them.
    public var shortForms: [String]
    /// Sentences over `wordsPerSentenceMax`, as they stand.
    public var longSentences: [String]
    /// Words that plain writing avoids, in the order of the alphabet, with how often each is used.
    public var jargon: [JargonUse]

    public struct JargonUse: Sendable, Hashable {
        public var word: String
        public var count: Int
    }

    /// Words per sentence, 0 for an empty draft.
    public var averageWords: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }
    /// The share of long words, from 0 to 1.
    public var longWordShare: Double { words == 0 ? 0 : Double(longWords) / Double(words) }

    /// A few plain sentences for the person who drafts.
    public var report: String {
        let age = readingAge.years.map { "reading age about \($0)" } ?? "no words of its own"
        var lines = [
            "Plain English: \(age) (wanted: \(ReadingAge.wanted) or less), \(words) words in \(sentences) sentences."
        ]
        if !longSentences.isEmpty {
            lines.append("Sentences of more than \(PlainEnglish.wordsPerSentenceMax) words: \(longSentences.count).")
        }
        if !jargon.isEmpty {
            let words = jargon.map { "\($0.word) (\($0.count))" }.joined(separator: ", ")
            lines.append("Words that plain writing avoids: \(words).")
        }
        if !shortForms.isEmpty {
            lines.append("Short forms that nobody has explained: \(shortForms.joined(separator: ", ")).")
        }
        return lines.joined(separator: "\n")
    }

    public static let avoided: Set<String> = [
        "leverage", "robust", "deliver", "delivering", "facilitate", "stakeholder", "stakeholders", "synergy",
        "holistic",
        "granular", "utilise", "impactful", "transformative", "paradigm", "operationalise", "going-forward",
        "incentivise",
        "actionable", "learnings", "bandwidth", "drive", "key", "strategic", "etc", "via", "eg", "ie",
    ]

    public init(_ draft: Draft) {
        (sentences, words, longWords, longSentences, jargon) = (0, 0, 0, [], [])
        shortForms = ShortForms.used(in: draft).filter { $0.long == nil }.map(\.short)
        var syllables = 0
        var used: [String: Int] = [:]
        for sentence in draft.sections.flatMap(\.blocks).flatMap(PlainEnglish.prose) {
            let text = PlainEnglish.ownText(sentence)
            let found = text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-") }
            guard !found.isEmpty, !TranscriptSeal.isAll(of: text) else { continue }
            sentences += 1
            words += found.count
            syllables += found.map(ReadingAge.syllables).reduce(0, +)
            longWords += found.filter { $0.count >= PlainEnglish.longWordLetters }.count
            if found.count > PlainEnglish.wordsPerSentenceMax { longSentences.append(text) }
            for word in found.map({ $0.lowercased() }) where PlainEnglish.avoided.contains(word) {
                used[word, default: 0] += 1
            }
        }
        readingAge = ReadingAge(sentences: sentences, words: words, syllables: syllables)
        jargon = used.keys.sorted().map { JargonUse(word: $0, count: used[$0, default: 0]) }
    }

    private static func prose(_ block: DraftBlock) -> [Sentence] {
        if case .table = block { [] } else { block.sentences }
    }

    private static func ownText(_ sentence: Sentence) -> String {
        sentence.parts.map { part in
            switch part {
            case .text(let text), .strong(let text): text
            case .words: ""
            }
        }.joined()
    }
}
