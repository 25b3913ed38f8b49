import Facilitation

/// An aim or an objective that nobody proposed and that a supported statement points to: never agreed, only to be tested.
public struct Suggestion: Sendable, Hashable {
    /// The area's id.
    public var area: String
    /// `.aim` (who is better off) or `.objective` (an act that somebody can answer for).
    public var kind: ProposalKind
    /// The statement whose words it is made of, such as `s14`.
    public var statement: String
    /// Supported statements that say much the same, the most central first.
    public var alike: [String]
    /// The suggestion in one line, with what is still to be agreed in square brackets.
    public var text: String
    /// What the facilitator can type to put the statement to the test in its author's words; nil where its words tell what
    /// is wrong and do not say what to do.
    public var command: String?
}

/// Chooses the statements of an area that point to an aim or an objective, and puts them into shape.
///
/// A statement is suggested when somebody beside its author agrees with it, more agree than disagree, no objection to it is
/// open, and no proposal or parked item covers it. Of those, the most central come first: how much of the discussion shares
/// their words, times how many agree and from how many sectors.
struct SuggestionFinder {
    /// More suggestions would be a second agenda.
    static let perAreaMax = 3
    /// Statements that say much the same and are shown beside a suggestion.
    static let alikeMax = 3
    /// From this share of common words on, two statements say much the same.
    static let alikeOverlap = 0.6
    /// From this share on, a proposal covers a statement.
    static let coveredOverlap = 0.5

    /// A statement of the record, with what is suggested and what stands beside it.
    struct Found {
        var statement: RecordStatement
        var alike: [RecordStatement]
        var rephrased: Rephrased
    }

    private let rephraser: Rephraser
    private let sectors: [String: String]

    init(record: Record) {
        rephraser = Rephraser(members: record.members)
        sectors = Dictionary(record.members.map { ($0.id, $0.sector) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Returns: at most `perAreaMax`, the most central first.
    func suggestions(in area: RecordArea) -> [Found] {
        let statements = area.statements
        let objected = Set(area.objections.filter(\.open).map(\.on))
        let eligible = statements.map { SuggestionFinder.isSupported($0) && !objected.contains($0.id) }
        guard eligible.contains(true) else { return [] }
        let weights = statements.map { weight($0) }
        let ranking = StatementRanking(statements.map { Verbatim.shown($0.text) }, weights: weights)
        let scores = statements.indices.map { ranking.centrality[$0] * weights[$0] }
        // The order of the record breaks ties.
        let order = statements.indices.filter { eligible[$0] }.sorted {
            scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
        }
        let covered = CoveredWords(area)
        var taken: Set<Int> = []
        var found: [Found] = []
        for index in order where !taken.contains(index) {
            let statement = statements[index]
            guard let rephrased = rephraser.rephrased(Verbatim.shown(statement.text)), !covered.covers(statement) else {
                continue
            }
            let near = ranking.overlaps(with: index).filter { $0.value >= SuggestionFinder.alikeOverlap }
            let alike = order.filter { near[$0] != nil && !taken.contains($0) && !covered.covers(statements[$0]) }
            taken.formUnion([index] + alike)
            found.append(
                Found(
                    statement: statement, alike: alike.prefix(SuggestionFinder.alikeMax).map { statements[$0] },
                    rephrased: rephrased))
            if found.count == SuggestionFinder.perAreaMax { break }
        }
        return found
    }

    /// Somebody beside the author agrees, and more agree than disagree.
    static func isSupported(_ statement: RecordStatement) -> Bool {
        statement.counts[.agree, default: 0] > statement.counts[.disagree, default: 0]
    }

    /// How often the walk starts here, and how much its result counts: 1 for what was only said.
    private func weight(_ statement: RecordStatement) -> Double {
        let lead = statement.counts[.agree, default: 0] - statement.counts[.disagree, default: 0]
        let agreeing = Set((statement.agree + (statement.by.map { [$0] } ?? [])).compactMap { sectors[$0] })
            .subtracting([""])
        return 1 + Double(max(0, lead)) + Double(max(0, agreeing.count - 1))
    }
}

/// The words of what was proposed or parked in an area, whatever came of it: it is not suggested again.
private struct CoveredWords {
    private let texts: [Set<String>]
    private let byStem: [String: [Int]]
    private let entries: Set<Int>

    init(_ area: RecordArea) {
        let all = area.proposals.map(\.text) + area.parked.map(\.text)
        texts = all.map { Set(ContentWords.stems(of: $0)) }
        var byStem: [String: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            for stem in text { byStem[stem, default: []].append(index) }
        }
        self.byStem = byStem
        entries = Set((area.proposals.flatMap(\.entries)))
    }

    func covers(_ statement: RecordStatement) -> Bool {
        // A proposal opened from a statement rests on that statement's entry.
        if let number = statement.opening, entries.contains(number) { return true }
        let stems = Set(ContentWords.stems(of: statement.text))
        return Set(stems.flatMap { byStem[$0] ?? [] }).contains { index in
            texts[index].intersection(stems).count >= 2
                && ContentWords.overlap(texts[index], stems) >= SuggestionFinder.coveredOverlap
        }
    }
}

extension Drafts {
    /// Aims and objectives that nobody proposed but that supported statements point to, area by area.
    ///
    /// Made by rule from the statements' own words; what they do not give stands as a gap. They are to be tested in the room
    /// and count as agreed by nobody. At most a few for each area, the most central first.
    public static func suggestions(record: Record) -> [Suggestion] {
        let finder = SuggestionFinder(record: record)
        return record.areas.flatMap { area in
            finder.suggestions(in: area).map { found in
                Suggestion(
                    area: area.id, kind: found.rephrased.kind, statement: found.statement.id,
                    alike: found.alike.map(\.id), text: SuggestionWording.text(found.rephrased),
                    command: SuggestionWording.command(found))
            }
        }
    }
}
