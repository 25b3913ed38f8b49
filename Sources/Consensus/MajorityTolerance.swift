/// How many people may be outside the most common stage while it still speaks for the group.
///
/// Source: the RAND/UCLA tolerance table, applied to the mode (PMC5966219, table 4): panels of 8–10 allow 2,
/// 11–13 allow 3, 14–16 allow 4, 17–19 allow 5, 20–22 allow 6, 23–25 allow 7. All rows follow
/// floor((n − 2) / 3). Below 8 and above 25 that is our extrapolation. The usual "within one point of the
/// median" is not used: on a scale of three stages it covers everything once the median is in the middle.
public struct MajorityTolerance: Hashable, Sendable {
    /// Below this many ratings nothing is called a majority.
    public static let fewestRatings = 3

    /// Ratings that name a stage.
    public let ratings: Int
    /// Ratings that may lie outside: max(0, floor((n − 2) / 3)).
    public let allowedOutside: Int

    public init(ratings: Int) {
        self.ratings = ratings
        self.allowedOutside = ratings < 2 ? 0 : (ratings - 2) / 3
    }

    /// Whether so many outside are few enough. Never true below ``fewestRatings``.
    public func permits(outside: Int) -> Bool {
        ratings >= Self.fewestRatings && outside <= allowedOutside
    }
}
