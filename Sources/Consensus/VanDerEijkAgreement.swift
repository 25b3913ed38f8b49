/// Agreement A of van der Eijk: agreement as closeness to a single peak.
///
/// The distribution is cut into layers in which every step is either full or empty. A layer with S of K steps
/// full has A = U · (1 − (S − 1) / (K − 1)), where U = ((K − 2) · TU − (K − 1) · TDU) / ((K − 2) · (TU +
/// TDU)) counts triples of steps with two full: TU those with the full ones side by side in order (110, 011),
/// TDU those with a hole (101). A is the mean of the layers, weighted by the ratings in each.
/// Range −1 (half at each end) over 0 (even) to 1 (all on one step).
/// Source: van der Eijk 2001, Quality and Quantity 35, 325–341.
///
/// Edge cases: needs three or more steps; fewer, or no ratings, give no value. Steps are taken as equally
/// far apart, so positions are not used.
public struct VanDerEijkAgreement: Hashable, Sendable {
    /// −1 to 1; `nil` when there are fewer than three steps or no ratings.
    public let value: Double?
    /// What it was made from.
    public let distribution: OrdinalDistribution

    public init(_ distribution: OrdinalDistribution) {
        self.distribution = distribution
        let frequencies = distribution.frequencies
        let total = distribution.total
        guard total > 0, frequencies.count >= 3 else {
            self.value = nil
            return
        }
        // Layers are cut at the distinct heights; subtracting layer after layer would leave rounding dust.
        var agreement = 0.0
        var floor = 0.0
        for height in Set(frequencies).sorted() where height > 0 {
            let isFull = frequencies.map { $0 >= height }
            let full = isFull.count { $0 }
            let ratings = (height - floor) * Double(full)
            agreement += ratings / total * Self.layerAgreement(isFull, full: full)
            floor = height
        }
        self.value = min(max(agreement, -1), 1)
    }

    private static func layerAgreement(_ isFull: [Bool], full: Int) -> Double {
        let steps = Double(isFull.count)
        let concentration = 1 - Double(full - 1) / (steps - 1)
        return unimodality(isFull) * concentration
    }

    private static func unimodality(_ isFull: [Bool]) -> Double {
        var unimodal = 0.0
        var holed = 0.0
        for low in isFull.indices {
            for middle in isFull.indices where middle > low {
                for high in isFull.indices where high > middle {
                    switch (isFull[low], isFull[middle], isFull[high]) {
                    case (true, true, false), (false, true, true): unimodal += 1
                    case (true, false, true): holed += 1
                    default: break
                    }
                }
            }
        }
        // One full step, or all full, leave no such triple: nothing speaks against a single peak.
        guard unimodal + holed > 0 else { return 1 }
        let steps = Double(isFull.count)
        return ((steps - 2) * unimodal - (steps - 1) * holed) / ((steps - 2) * (unimodal + holed))
    }
}
