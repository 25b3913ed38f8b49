import RealModule

/// Consensus on an ordered scale: the one number that notices how *far apart* people are, not only how many.
///
/// Cns = 1 + Σ pᵢ · log₂(1 − |Xᵢ − μ| / d), with shares pᵢ, positions Xᵢ, mean μ and d the width of the
/// scale.
/// Range 0 (half at each end) to 1 (all on one step).
/// Source: Tastle and Wierman 2007, International Journal of Approximate Reasoning 45(3), 531–545.
///
/// Edge cases: steps that nobody chose add nothing but set d (0 · log₂ 0 is 0); one rating gives 1, so print
/// it as "one rating" and not as consensus; no ratings give no value.
public struct TastleWiermanConsensus: Hashable, Sendable {
    /// 0 to 1; `nil` when there are no ratings.
    public let value: Double?
    /// What it was made from.
    public let distribution: OrdinalDistribution

    public init(_ distribution: OrdinalDistribution) {
        self.distribution = distribution
        let total = distribution.total
        guard total > 0 else {
            self.value = nil
            return
        }
        let steps = zip(distribution.positions, distribution.frequencies)
        let mean = steps.reduce(0) { $0 + $1.0 * $1.1 } / total
        var sum = 1.0
        for (position, frequency) in steps where frequency > 0 {
            let closeness = 1 - abs(position - mean) / distribution.width
            if closeness > 0 { sum += frequency / total * Double.log2(closeness) }
        }
        // Rounding may leave the range by a last digit.
        self.value = min(max(sum, 0), 1)
    }
}
