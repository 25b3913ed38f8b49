/// Is anyone still moving? Compares two rounds of ratings by the same people.
///
/// Stability is not consensus: a room can be stable and split. Report ``kept`` of ``paired`` first. Net
/// change alone misleads, since moves in opposite directions cancel out; a published table counts as stable
/// by it although only 55 of 122 people kept their rating (Chaffin and Talley 1980).
///
/// Only people who named a stage in both rounds are compared, paired by their identity. With fewer than three
/// of them net change, kappa and the exact test have no value.
public struct RoundStability: Hashable, Sendable {
    /// Fewest people in both rounds for any statistic.
    public static let fewestPaired = 3
    /// Net change below this is called stable (Scheibe, Skutsch and Schofer 1975). It comes from one class
    /// exercise and has no theory; among ten people one move is already 10 %.
    public static let stableNetChange = 0.15

    /// Who answered in the earlier round, and how.
    public let earlier: AnswerCounts
    /// Who answered in the later round, and how.
    public let later: AnswerCounts
    /// People who named a stage in both rounds.
    public let paired: Int
    /// Of these, how many named the same step again.
    public let kept: Int
    public let movedUp: Int
    public let movedDown: Int
    /// People who named a stage in the earlier round only, in the order given.
    public let onlyEarlier: [String]
    /// People who named a stage in the later round only, in the order given.
    public let onlyLater: [String]
    /// Counts by earlier step (rows) and later step (columns), every step of the scale, lowest first.
    public let table: [[Int]]
    /// Σ |later − earlier| / 2 / n over the totals of the steps, 0 to 1; `nil` when insufficient.
    /// Source: Scheibe, Skutsch and Schofer 1975, in The Delphi Method (Linstone and Turoff).
    public let netChange: Double?
    /// Kappa with quadratic weights by worth; `nil` when insufficient.
    public let kappa: WeightedKappa?
    /// Exact test of the direction of moves, when the pairs use exactly two steps; otherwise `nil`.
    public let mcNemar: ExactMcNemar?
    /// The one person who moved towards the majority while everybody else kept their answer, if there is one.
    public let loneMove: LoneMove?

    /// Whether enough people rated in both rounds.
    public var isSufficient: Bool { paired >= Self.fewestPaired }
    /// Share who kept their rating, with its interval.
    public var keptShare: PercentAgreement { PercentAgreement(trusted: kept, of: paired) }

    /// - Throws: ``MeasureError/unknownStage(rater:stage:)`` or ``MeasureError/repeatedRater(_:)``.
    public init(earlier: [Rating], later: [Rating], scale: RatingScale) throws(MeasureError) {
        let before = try scale.placed(earlier)
        let after = try scale.placed(later)
        let indexAfter = Dictionary(
            after.map { ($0.rater, $0.index) }, uniquingKeysWith: { first, _ in first })
        let ratersBefore = Set(before.map(\.rater))

        let size = scale.steps.count
        var table = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
        for rating in before {
            if let index = indexAfter[rating.rater] { table[rating.index][index] += 1 }
        }
        self.earlier = AnswerCounts(earlier.map(\.answer))
        self.later = AnswerCounts(later.map(\.answer))
        self.onlyEarlier = before.map(\.rater).filter { indexAfter[$0] == nil }
        self.onlyLater = after.map(\.rater).filter { !ratersBefore.contains($0) }
        self.table = table
        self.loneMove = try LoneMove(earlier: earlier, later: later, scale: scale)

        let moves = Moves(table)
        let paired = moves.up + moves.down + moves.kept
        let isSufficient = paired >= Self.fewestPaired
        self.paired = paired
        self.kept = moves.kept
        self.movedUp = moves.up
        self.movedDown = moves.down
        self.netChange = isSufficient ? Double(moves.net) / 2 / Double(paired) : nil
        self.kappa =
            isSufficient
            ? WeightedKappa(
                trusted: table, disagreement: WeightedKappa.squaredDistances(scale.steps.map(\.worth)))
            : nil
        self.mcNemar =
            isSufficient && moves.stepsUsed == 2 ? ExactMcNemar(trustedUp: moves.up, down: moves.down) : nil
    }
}

/// What a table of moves adds up to.
private struct Moves {
    var kept = 0
    var up = 0
    var down = 0
    /// Sum over steps of the change of their totals, without sign.
    var net = 0
    var stepsUsed = 0

    init(_ table: [[Int]]) {
        for step in table.indices {
            let before = table[step].reduce(0, +)
            let after = table.reduce(0) { $0 + $1[step] }
            net += abs(after - before)
            if before + after > 0 { stepsUsed += 1 }
            kept += table[step][step]
            up += table[step][(step + 1)...].reduce(0, +)
            down += table[step][..<step].reduce(0, +)
        }
    }
}
