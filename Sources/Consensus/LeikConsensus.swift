/// Leik's ordinal consensus: uses the order of the steps only, no distances.
///
/// D = 2 · Σ dᵢ / (K − 1), where dᵢ = Fᵢ if the cumulative share Fᵢ is below ½ and 1 − Fᵢ otherwise;
/// consensus = 1 − D. Range 0 (half at each end) to 1 (all on one step).
/// Source: Leik 1966, A measure of ordinal consensus, Pacific Sociological Review 9(2), 85–90.
///
/// Edge case: no ratings give no value.
public struct LeikConsensus: Hashable, Sendable {
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
        var below = 0.0
        var distance = 0.0
        for frequency in distribution.frequencies {
            below += frequency
            let share = min(below / total, 1)
            distance += share < 0.5 ? share : 1 - share
        }
        let dispersion = 2 * distance / Double(distribution.frequencies.count - 1)
        self.value = min(max(1 - dispersion, 0), 1)
    }
}
