/// Kendall's coefficient of concordance W: how far several people rank the same things alike.
///
/// W = 12 S / (m² (n³ − n) − m Σ T), with m people, n things, S the sum of squared deviations of the things'
/// rank sums from their mean, and T = Σ (t³ − t) over the ties of each person. Tied things share the mean of
/// their ranks. Range 0 (no common order) to 1 (the same order).
/// Source: Kendall and Babington Smith 1939, Annals of Mathematical Statistics 10, 275–287; correction for
/// ties as in Kendall, Rank Correlation Methods.
///
/// Edge cases: no value with fewer than two people or two things, or when every person ties everything.
public struct KendallConcordance: Hashable, Sendable {
    /// 0 to 1, or `nil`.
    public let value: Double?
    /// How many people ranked.
    public let raters: Int
    /// How many things were ranked.
    public let items: Int
    /// Sum of the ranks of each thing, in the order given; the smallest is the one ranked best.
    public let rankSums: [Double]

    /// - Parameter scores: for each person, one number a thing, all in the same order of things; lower is
    ///   better. Only the order counts; equal numbers are ties.
    /// - Throws: ``MeasureError/lengthsDiffer(expected:given:)`` when people ranked different numbers of
    ///   things, ``MeasureError/outOfRange(_:)`` for a score that is not finite.
    public init(scores: [[Double]]) throws(MeasureError) {
        let items = scores.first?.count ?? 0
        var rankSums = [Double](repeating: 0, count: items)
        var tieTerms = 0.0
        for row in scores {
            guard row.count == items else { throw .lengthsDiffer(expected: items, given: row.count) }
            if let bad = row.first(where: { !$0.isFinite }) { throw .outOfRange(bad) }
            for (item, score) in row.enumerated() {
                let better = Double(row.count { $0 < score })
                let equal = Double(row.count { $0 == score })
                rankSums[item] += better + (equal + 1) / 2
                // Summed over the t members of a tie, t² − 1 each makes t³ − t.
                tieTerms += equal * equal - 1
            }
        }
        self.raters = scores.count
        self.items = items
        self.rankSums = rankSums
        self.value = Self.concordance(rankSums, raters: scores.count, tieTerms: tieTerms)
    }

    private static func concordance(_ rankSums: [Double], raters: Int, tieTerms: Double) -> Double? {
        guard raters >= 2, rankSums.count >= 2 else { return nil }
        let people = Double(raters)
        let things = Double(rankSums.count)
        let mean = people * (things + 1) / 2
        let deviation = rankSums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let most = people * people * (things * things * things - things) - people * tieTerms
        guard most > 0 else { return nil }
        return min(max(12 * deviation / most, 0), 1)
    }
}
