/// Does a share differ from one half? The test with which Polis picks its consensus statements.
///
/// z = 2 · √(n + 1) · ((s + 1) / (n + 1) − ½): one success and one trial are added, so that few votes rarely
/// count as significant. Any sign; 0 would be no evidence either way. The smoothed share is (s + 1) / (n +
/// 2).
/// Source: Polis, math/src/polismath/math/stats.clj, `prop-test`.
///
/// Edge case: n = 0 gives z = 1 and share ½, neither of which is significant.
public struct PolisProportionTest: Hashable, Sendable {
    /// 90 %, one-sided: the quantile of the normal distribution, 1.2815516, to five decimals. Polis' server writes
    /// 1.2816; the two first part at 1,073 votes, and published results are made with the finer one.
    public static let significantAbove = 1.28155

    public let successes: Int
    public let trials: Int

    /// The test statistic.
    public var z: Double {
        let added = Double(trials) + 1
        return 2 * added.squareRoot() * ((Double(successes) + 1) / added - 0.5)
    }

    /// Smoothed share, strictly between 0 and 1.
    public var share: Double { (Double(successes) + 1) / (Double(trials) + 2) }

    /// The rule of Polis for a consensus statement: share above one half and z above the threshold.
    public var isConsensus: Bool { share > 0.5 && z > Self.significantAbove }

    /// - Throws: ``MeasureError/badCount(_:)`` or ``MeasureError/successesAboveTrials(successes:trials:)``.
    public init(successes: Int, trials: Int) throws(MeasureError) {
        try checkProportion(successes: successes, trials: trials)
        self.init(trustedSuccesses: successes, trials: trials)
    }

    /// For counts that this module made itself.
    init(trustedSuccesses successes: Int, trials: Int) {
        self.successes = successes
        self.trials = trials
    }
}

/// Does a share in one constituency differ from the share among everybody else?
///
/// Pooled z for two proportions, after adding 1 to all four numbers. Positive when the first share is larger.
/// Source: Polis, math/src/polismath/math/stats.clj, `two-prop-test`.
///
/// Edge case: when everybody succeeds in both, the pooled share is 1, nothing can differ, and z is 0.
public struct PolisTwoProportionTest: Hashable, Sendable {
    public let inside: PolisProportionTest
    public let outside: PolisProportionTest

    /// The test statistic.
    public var z: Double {
        let successesInside = Double(inside.successes) + 1
        let successesOutside = Double(outside.successes) + 1
        let trialsInside = Double(inside.trials) + 1
        let trialsOutside = Double(outside.trials) + 1
        let pooled = (successesInside + successesOutside) / (trialsInside + trialsOutside)
        guard pooled < 1 else { return 0 }
        let variance = pooled * (1 - pooled) * (1 / trialsInside + 1 / trialsOutside)
        return (successesInside / trialsInside - successesOutside / trialsOutside) / variance.squareRoot()
    }

    /// Whether the share inside is larger, at 90 % one-sided.
    public var isLargerInside: Bool { z > PolisProportionTest.significantAbove }

    public init(inside: PolisProportionTest, outside: PolisProportionTest) {
        self.inside = inside
        self.outside = outside
    }
}

private func checkProportion(successes: Int, trials: Int) throws(MeasureError) {
    guard successes >= 0 else { throw .badCount(Double(successes)) }
    guard successes <= trials else { throw .successesAboveTrials(successes: successes, trials: trials) }
}
