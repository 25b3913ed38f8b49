/// Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, The American
/// Statistician 50, 361–365): position (n − 1) · p, counted from 0.
///
/// At small n the definition changes the result, so there is only this one.
public enum Quantile {
    /// - Parameters:
    ///   - fraction: 0 (lowest) to 1 (highest); values outside are taken as the nearer end.
    ///   - values: in any order.
    /// - Returns: `nil` when there are no values.
    public static func value(at fraction: Double, of values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let place = Double(sorted.count - 1) * min(max(fraction, 0), 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
