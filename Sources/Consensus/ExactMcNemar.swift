import RealModule

/// McNemar's test in its exact form: did people move more in one direction than in the other?
///
/// Only those who moved count. If both directions were equally likely, the smaller number of moves would be
/// binomial with one half: p = min(1, 2 · Σ C(b + c, i) / 2^(b + c) for i up to min(b, c)).
/// Range 0 to 1, two-sided; nobody moved gives 1.
/// Source: McNemar 1947, Psychometrika 12, 153–157; exact form as in Fay 2010, The R Journal 2(1), 53–58.
public struct ExactMcNemar: Hashable, Sendable {
    /// Moved from the lower to the higher of two stages.
    public let up: Int
    /// Moved from the higher to the lower of two stages.
    public let down: Int

    /// - Throws: ``MeasureError/badCount(_:)``.
    public init(up: Int, down: Int) throws(MeasureError) {
        for count in [up, down] where count < 0 { throw .badCount(Double(count)) }
        self.init(trustedUp: up, down: down)
    }

    /// For counts that this module made itself.
    init(trustedUp up: Int, down: Int) {
        self.up = up
        self.down = down
    }

    /// Two-sided probability of moves at least as one-sided as these.
    public var pValue: Double {
        guard up != down else { return 1 }
        let moves = Double(up + down)
        let fewer = min(up, down)
        // The largest term by logarithms, since 2^n overflows; the others as fractions of it, going down.
        let largest = Double.exp(
            Double.logGamma(moves + 1) - Double.logGamma(Double(fewer) + 1)
                - Double.logGamma(moves - Double(fewer) + 1) - moves * Double.log(2))
        var fraction = 1.0
        var sum = 1.0
        for successes in stride(from: fewer, to: 0, by: -1) {
            fraction *= Double(successes) / (moves - Double(successes) + 1)
            sum += fraction
        }
        return min(1, 2 * largest * sum)
    }
}
