/// The RAND/UCLA appropriateness method, for panels that rate from 1 to 9.
///
/// - Disagreement: the range from the 30th to the 70th percentile (IPR) is wider than IPRAS = 2.35 + 1.5 ·
///   |5 − (P30 + P70) / 2|, the width that would be expected for such a place on the scale. DI = IPR / IPRAS;
///   above 1 means disagreement.
/// - Agreement: no more than the tolerance outside the third of the scale (1–3, 4–6, 7–9) that holds the
///   median. A median of 3.5 or 6.5 goes to the higher third.
///
/// Both can be false. Source: Fitch and others 2001, The RAND/UCLA Appropriateness Method User's Manual, RAND
/// MR-1269. Percentiles are of type 7. The constants were fitted to nine points: do **not** use this on a
/// scale of three stages.
///
/// Edge cases: no ratings give no panel; with fewer than three ratings agreement is never true.
public struct AppropriatenessPanel: Hashable, Sendable {
    /// A third of the scale.
    public enum Region: Hashable, Sendable {
        /// 1 to 3.
        case low
        /// 4 to 6.
        case middle
        /// 7 to 9.
        case high
    }

    /// The ratings, sorted.
    public let ratings: [Int]
    public let median: Double
    /// 30th percentile.
    public let percentile30: Double
    /// 70th percentile.
    public let percentile70: Double
    /// The third of the scale that holds the median.
    public let region: Region
    /// Ratings outside that third.
    public let outsideRegion: Int
    public let tolerance: MajorityTolerance

    /// Interpercentile range: P70 − P30.
    public var interpercentileRange: Double { percentile70 - percentile30 }
    /// IPRAS: the interpercentile range adjusted for symmetry; 2.35 to 8.35.
    public var adjustedRange: Double { 2.35 + 1.5 * abs(5 - (percentile30 + percentile70) / 2) }
    /// DI: 0 or more; above 1 is disagreement.
    public var disagreementIndex: Double { interpercentileRange / adjustedRange }
    public var isDisagreement: Bool { interpercentileRange > adjustedRange }
    public var isAgreement: Bool { tolerance.permits(outside: outsideRegion) }

    /// - Returns: `nil` when there are no ratings.
    /// - Throws: ``MeasureError/outOfRange(_:)`` for a rating that is not 1 to 9.
    public init?(ratings: [Int]) throws(MeasureError) {
        if let bad = ratings.first(where: { !(1...9).contains($0) }) { throw .outOfRange(Double(bad)) }
        let values = ratings.map(Double.init)
        guard let median = Quantile.value(at: 0.5, of: values),
            let percentile30 = Quantile.value(at: 0.3, of: values),
            let percentile70 = Quantile.value(at: 0.7, of: values)
        else { return nil }
        let region = Self.region(of: median)
        self.ratings = ratings.sorted()
        self.median = median
        self.percentile30 = percentile30
        self.percentile70 = percentile70
        self.region = region
        self.outsideRegion = values.count { Self.region(of: $0) != region }
        self.tolerance = MajorityTolerance(ratings: ratings.count)
    }

    private static func region(of rating: Double) -> Region {
        if rating < 3.5 { return .low }
        return rating < 6.5 ? .middle : .high
    }
}
