import Facilitation

/// An entry of the transcript, as much of it as the checker needs.
public struct CheckedEntry: Sendable, Hashable {
    /// The exact words.
    public var words: String
    /// Withdrawn or undone.
    public var struck: Bool

    public init(words: String, struck: Bool = false) {
        self.words = words
        self.struck = struck
    }
}

/// Reads a draft and compares every sentence with the record: quotations, counts, quantifiers, names,
/// dates, outcomes, cited entries, and what may not be left out.
///
/// It reads text, whoever wrote it, and knows nothing of how drafts are made: it never writes the draft
/// again to compare. So a draft that somebody edited by hand can be checked too. It is strict: a number
/// that it cannot tie to the record is a finding, even when a person could explain it.
public struct DraftChecker: Sendable {
    private let record: Record
    private let entries: [Int: CheckedEntry]
    private let framework: Framework?
    private let hashOf: @Sendable (Int) -> String?

    /// - Parameters:
    ///   - record: what the draft must bear out.
    ///   - entries: the transcript by number; when empty, cited entries are compared with the record alone.
    ///   - framework: gives the names of stages; without it they are made from the ids, as in `between-a-b`.
    ///   - hashOf: the chained hash of an entry in hexadecimal, for seals; nil when there is no such entry.
    public init(
        record: Record, entries: [Int: CheckedEntry], framework: Framework? = nil,
        hashOf: @escaping @Sendable (Int) -> String? = { _ in nil }
    ) {
        self.record = record
        self.entries = entries
        self.framework = framework
        self.hashOf = hashOf
    }

    /// - Parameters:
    ///   - draft: the text in Markdown.
    ///   - isComplete: true when the draft must hold every agreed item, reservation and minority view; false
    ///     for an extract, such as a log on its own.
    /// - Returns: findings in the order of the draft; what is left out comes last.
    public func findings(in draft: String, isComplete: Bool = true) -> [DraftFinding] {
        let index = CheckerIndex(record: record)
        let phrases = CheckedPhrases(index: index, framework: framework)
        var reading = CheckerReading(index: index, entries: entries, framework: framework)
        let lines = CheckedTextReader.lines(of: draft)
        var broken: [DraftFinding] = []
        for var line in lines {
            while let seal = TranscriptSeal.cut(from: &line.text) {
                guard hashOf(seal.number) != seal.hash else { continue }
                broken.append(DraftFinding(line: line.number, fault: .sealDiffers(seal.number)))
            }
            let tokens = CheckedTokeniser.tokens(line.text, phrases: phrases, index: index)
            reading.read(line, tokens)
        }
        reading.closeSuggestion()
        if isComplete { reading.readEnd(line: lines.last?.number ?? 1) }
        return broken.isEmpty ? reading.findings : (broken + reading.findings).sorted { $0.line < $1.line }
    }
}

/// Where in a draft the reading is: under which heading, beside which item.
struct CheckerReading {
    let index: CheckerIndex
    let entries: [Int: CheckedEntry]
    let framework: Framework?
    private(set) var findings: [DraftFinding] = []
    private var sectionArea: Int?
    private var bulletArea: Int?
    private var bulletItems: [String] = []
    private var heading = 0
    private var quoted: Set<Int> = []
    private var gaps: Set<SentenceCheck.Gap> = []
    private var positionsStated: Set<Int> = []
    private let struck: Set<Int>
    private var suggestions: SuggestionReading

    init(index: CheckerIndex, entries: [Int: CheckedEntry], framework: Framework?) {
        self.index = index
        self.entries = entries
        self.framework = framework
        struck = Set(index.record.struck)
        suggestions = SuggestionReading(index: index)
    }

    mutating func read(_ line: CheckedLine, _ tokens: [CheckedToken]) {
        switch line.kind {
        case .heading(let level): readHeading(level, tokens, line.number)
        case .row: readText(tokens, line.number, inherits: false, isRow: true)
        case .text(let depth): readText(tokens, line.number, inherits: depth > 0, isRow: false)
        }
    }

    private mutating func readHeading(_ level: Int, _ tokens: [CheckedToken], _ line: Int) {
        findings += suggestions.readHeading(level, tokens)
        var area: Int?
        for case .area(let found) in tokens where area == nil { area = found }
        if level <= 2 || area != nil { sectionArea = area }
        bulletArea = sectionArea
        bulletItems = []
        if case .number(let number)? = tokens.first, tokens.dropFirst().first == .mark(".") {
            // Somebody may have typed the largest number there is.
            if number != heading &+ 1 {
                findings.append(DraftFinding(line: line, fault: .numberingBroken(number)))
            }
            heading = number
        }
    }

    private mutating func readText(_ tokens: [CheckedToken], _ line: Int, inherits: Bool, isRow: Bool) {
        if !inherits {
            bulletArea = sectionArea
            bulletItems = []
            findings += suggestions.close()
        }
        var named: Int?
        for case .area(let area) in tokens where named == nil { named = area }
        if let named { bulletArea = named }
        for sentence in CheckerReading.sentences(tokens, isRow: isRow) {
            var check = SentenceCheck(
                elements: CheckerLexicon.elements(sentence), index: index, entries: entries, struck: struck,
                area: bulletArea, inherited: bulletItems, isSuggestion: SuggestionReading.isMarked(sentence))
            check.run()
            let suggested = suggestions.read(sentence, check, line: line, isDetail: inherits)
            findings += (check.faults + suggested).map { DraftFinding(line: line, fault: $0) }
            quoted.formUnion(check.sources)
            gaps.formUnion(check.gaps)
            if let area = check.positionStated { positionsStated.insert(area) }
            // What a sentence names stays the subject of the rest of its bullet.
            if !check.named.isEmpty { bulletItems = check.named }
            if check.area != nil { bulletArea = check.area }
        }
    }

    private static func sentences(_ tokens: [CheckedToken], isRow: Bool) -> [[CheckedToken]] {
        guard !isRow else { return [tokens] }
        return tokens.split { token in
            if case .mark(let mark) = token { ".?!".contains(mark) } else { false }
        }.map(Array.init)
    }

    mutating func closeSuggestion() { findings += suggestions.close() }

    mutating func readEnd(line: Int) {
        for (number, source) in index.sources.enumerated() where source.isRequired && !quoted.contains(number) {
            findings.append(DraftFinding(line: line, fault: .leftOut(source.text)))
        }
        for objective in index.record.areas.flatMap(\.objectives) where objective.outcome.isAdopted {
            for part in objective.missing where !gaps.contains(SentenceCheck.Gap(item: objective.id, part: part)) {
                let fault = DraftFault.gapLeftOut(item: RecordNames.item(objective.id), part: part.spoken)
                findings.append(DraftFinding(line: line, fault: fault))
            }
        }
        for (number, area) in index.record.areas.enumerated() {
            guard let position = area.position, position.outcome.isAdopted,
                !positionsStated.contains(number)
            else { continue }
            findings.append(DraftFinding(line: line, fault: .positionLeftOut(RecordNames.area(area))))
        }
    }
}
