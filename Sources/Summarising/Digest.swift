/// What a transcript of plain lines comes to: sentences that were said, and what sounds like a decision, an action,
/// agreement or difference.
///
/// Everything is *heard*: found by rules and learnt weights in what was said. Nobody was asked, so nothing here is
/// agreed.
public struct Digest: Sendable, Equatable {
    /// A sentence that was said, cleaned of fillers and false starts.
    public struct Sentence: Sendable, Equatable {
        /// Begins with the speaker's name and a colon where the speaker changes.
        public var text: String
        /// The lines it was said in, counted from 1.
        public var lines: [Int]
    }

    /// In the order of the meeting.
    public var sentences: [Sentence]
    /// Heard as decisions; the name stands in each.
    public var decisions: [Sentence]
    /// Heard as something that somebody takes on; the name stands in each.
    public var actions: [Sentence]
    public var heard: [HeardStance]
    /// Lines that hold words.
    public var lineCount: Int
    /// People who are named before a colon.
    public var speakers: [String]

    /// Words in a digest of the whole meeting, unless somebody says how many.
    public static let generalWords = 110
    /// Words in the answer to a question, unless somebody says how many.
    public static let questionWords = 60

    /// - Parameters:
    ///   - wordsMax: words in all sentences together, names included.
    ///   - question: what to look for; nil for a digest of the whole.
    ///   - weights: what was learnt from other meetings.
    public init(
        _ meeting: MeetingLines, wordsMax: Int, question: String? = nil, weights: LearntWeights = .builtIn
    ) {
        let model = MeetingModel(meeting)
        let names = meeting.speakers.map(Digest.shownName)
        let table = FeatureMaking.table(of: model, asking: question.map { Question($0, model) })
        let worths = Weighing.worths(
            table, words: model.clean.map(\.wordCount), weights: question == nil ? weights.general : weights.question)
        let rows = Digest.rows(of: model, worths: worths, names: names, wordsMax: wordsMax)
        var before: Int?
        sentences = rows.map { row in
            let speaker = model.spoken[row].speaker
            defer { before = speaker }
            let name = speaker == before ? nil : speaker.map { names[$0] }
            return Digest.sentence(row, of: model, name: name)
        }
        let findings = Findings(model, table, weights)
        decisions = findings.decisions.map { row in
            Digest.sentence(row, of: model, name: model.spoken[row].speaker.map { names[$0] })
        }
        actions = findings.actions.map { row in
            Digest.sentence(row, of: model, name: model.spoken[row].speaker.map { names[$0] })
        }
        heard = HeardStances.all(in: model, names: names)
        lineCount = meeting.lines.count
        speakers = names
    }

    private static func sentence(_ row: Int, of model: MeetingModel, name: String?) -> Sentence {
        let text = model.clean[row].text
        return Sentence(text: name.map { "\($0): \(text)" } ?? text, lines: model.spoken[row].lines)
    }

    /// A name without the role or place in brackets after it.
    private static func shownName(_ name: String) -> String {
        guard let bracket = name.firstIndex(where: { $0 == "(" || $0 == "[" }), bracket > name.startIndex else {
            return name
        }
        var shown = name[..<bracket]
        while shown.last == " " { shown.removeLast() }
        return shown.isEmpty ? name : String(shown)
    }
}

extension Digest {
    /// What makes a sentence hard to read on its own, and how much its worth goes down for it.
    private static let brokenCost = 0.08
    private static let pointingCost = 0.05
    private static let questionCost = 0.05
    /// A sentence that can stand alone has this many words, and this many that carry content.
    private static let wordsMin = 8
    private static let contentWordsMin = 3
    /// With less than this share of the words used, shorter sentences may come in.
    private static let fillMin = 0.5

    private static func rows(of model: MeetingModel, worths: [Double], names: [String], wordsMax: Int) -> [Int] {
        let candidates = (0..<model.count).compactMap { row -> Selecting.Candidate? in
            let sentence = model.clean[row]
            guard sentence.wordCount >= Weighing.wordsMin, sentence.wordCount <= wordsMax else { return nil }
            return Selecting.Candidate(
                row: row, worth: worths[row] - unreadiness(sentence, model), words: sentence.wordCount,
                speaker: model.spoken[row].speaker)
        }
        var selecting = Selecting(model, nameWords: names.map { WordCount.of($0.utf8) }, wordsMax: wordsMax)
        let standing = candidates.filter { $0.words >= wordsMin && model.stems[$0.row].count >= contentWordsMin }
        selecting.choose(from: standing)
        if Double(selecting.wordsLeft) > (1 - fillMin) * Double(wordsMax) {
            let taken = Set(selecting.rows)
            selecting.choose(from: candidates.filter { !taken.contains($0.row) })
        }
        return selecting.rows
    }

    private static func unreadiness(_ sentence: CleanSentence, _ model: MeetingModel) -> Double {
        var cost = sentence.isBroken ? brokenCost : 0
        if sentence.tokens.last?.ending == .question { cost += questionCost }
        let pointing: WordFamilies = [.pointing, .otherPronoun]
        if let first = sentence.tokens.first?.word, !model.vocabulary[first].families.isDisjoint(with: pointing) {
            cost += pointingCost
        }
        return cost
    }
}

/// The features of each sentence, for learning weights from meetings with summaries.
public enum DigestFeatures {
    public static let names = Feature.allCases.map(\.rawValue)

    public struct Row: Sendable {
        public let text: String
        public let words: Int
        public let lines: [Int]
        /// In the order of ``DigestFeatures/names``.
        public let features: [Double]
    }

    /// One row for each sentence.
    public static func rows(of meeting: MeetingLines, question: String?) -> [Row] {
        let model = MeetingModel(meeting)
        let table = FeatureMaking.table(of: model, asking: question.map { Question($0, model) })
        return (0..<model.count).map { row in
            Row(
                text: model.clean[row].text, words: model.clean[row].wordCount, lines: model.spoken[row].lines,
                features: Array(table.row(row)))
        }
    }
}
