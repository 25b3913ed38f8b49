/// How many ratings fell on each step of an ordered scale.
///
/// Frequencies may be counts or percentages: measures look at shares only. Steps that nobody chose belong to
/// it, since they set the width.
public struct OrdinalDistribution: Hashable, Sendable {
    /// Where each step lies; rises strictly.
    public let positions: [Double]
    /// How often each step was chosen; 0 or more.
    public let frequencies: [Double]

    /// Sum of the frequencies.
    public var total: Double { frequencies.reduce(0, +) }
    /// Distance from the lowest to the highest step of the scale, chosen or not.
    public var width: Double { (positions.last ?? 0) - (positions.first ?? 0) }

    /// - Parameters:
    ///   - frequencies: one a step, lowest first; two or more steps.
    ///   - positions: where the steps lie; 0, 1, 2 … when left out.
    /// - Throws: ``MeasureError/tooFewSteps(given:needed:)``, ``MeasureError/badCount(_:)``,
    ///   ``MeasureError/lengthsDiffer(expected:given:)`` or ``MeasureError/positionsNotRising``.
    public init(frequencies: [Double], positions: [Double]? = nil) throws(MeasureError) {
        let places = positions ?? frequencies.indices.map(Double.init)
        guard frequencies.count >= 2 else {
            throw .tooFewSteps(given: frequencies.count, needed: 2)
        }
        guard places.count == frequencies.count else {
            throw .lengthsDiffer(expected: frequencies.count, given: places.count)
        }
        if let bad = frequencies.first(where: { !$0.isFinite || $0 < 0 }) { throw .badCount(bad) }
        let rises = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
        guard rises, places.allSatisfy(\.isFinite) else { throw .positionsNotRising }
        self.positions = places
        self.frequencies = frequencies
    }

    /// For positions and counts that this module made itself.
    init(trustedPositions: [Double], frequencies: [Double]) {
        self.positions = trustedPositions
        self.frequencies = frequencies
    }
}
