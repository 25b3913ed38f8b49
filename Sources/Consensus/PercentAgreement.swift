/// Share of people who agree, with the interval that honesty about small groups asks for.
///
/// Interval: Wilson score interval, (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), 95 % two-sided.
/// Source: Wilson 1927, Journal of the American Statistical Association 22, 209–212. Unlike the textbook
/// interval it stays within 0 to 1 and is not empty when everybody agrees: 12 of 12 is .757 to 1.
///
/// Edge case: nobody asked gives no share and no interval. The rule (75 % is the usual one: Diamond and
/// others 2014, Journal of Clinical Epidemiology 67, 401–409) is fixed before rating and stored with the
/// result.
public struct PercentAgreement: Hashable, Sendable {
    /// The normal quantile at 97.5 %, for a two-sided interval of 95 %.
    public static let normalQuantile = 1.959963984540054

    public let agreeing: Int
    /// Everyone whose answer counts; don't know, no view and abstentions only if the caller put them in.
    public let n: Int

    /// 0 to 1; `nil` when n is 0.
    public var share: Double? { n == 0 ? nil : Double(agreeing) / Double(n) }

    /// - Throws: ``MeasureError/badCount(_:)`` or ``MeasureError/successesAboveTrials(successes:trials:)``.
    public init(agreeing: Int, of n: Int) throws(MeasureError) {
        guard agreeing >= 0 else { throw .badCount(Double(agreeing)) }
        guard agreeing <= n else { throw .successesAboveTrials(successes: agreeing, trials: n) }
        self.init(trusted: agreeing, of: n)
    }

    /// For counts that this module made itself.
    init(trusted agreeing: Int, of n: Int) {
        self.agreeing = agreeing
        self.n = n
    }

    /// Wilson's 95 % interval, within 0 to 1; `nil` when n is 0.
    public var interval: ClosedRange<Double>? {
        guard let share else { return nil }
        let trials = Double(n)
        let square = Self.normalQuantile * Self.normalQuantile
        let centre = share + square / (2 * trials)
        let spread = share * (1 - share) / trials + square / (4 * trials * trials)
        let margin = Self.normalQuantile * spread.squareRoot()
        let scale = 1 + square / trials
        // With nobody or everybody, the outer end is exactly 0 or 1; rounding would miss it.
        let lower = agreeing == 0 ? 0 : max(0, (centre - margin) / scale)
        let upper = agreeing == n ? 1 : min(1, (centre + margin) / scale)
        return lower...upper
    }

    /// Whether at least so many percent agree; decided in whole numbers. Never true when n is 0.
    public func reaches(percent: Int) -> Bool {
        n > 0 && agreeing * 100 >= percent * n
    }
}
