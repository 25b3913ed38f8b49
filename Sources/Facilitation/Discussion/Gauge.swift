/// One blind round of ratings on an area.
public struct Gauge: Sendable, Hashable {
    public var round: Int
    /// The entry that opened it.
    public var entry: Int
    /// False once a rating was said aloud, or when the channel cannot be private.
    public var isBlind = true
    /// Given before the day, each member alone.
    public var isBeforehand = false
    /// At most one per person; the last one counts until the reveal.
    public var ratings: [Rating] = []
    /// Ratings given after the reveal: at most one per person, kept beside the earlier one, counted nowhere.
    public var late: [Rating] = []
    public var reveal: Reveal?
    /// True once a `/reveal` has said that somebody's rating waits for their yes.
    var hasWarned = false

    /// What is fixed at the moment of the reveal.
    public struct Reveal: Sendable, Hashable {
        public var entry: Int
        public var answered: Int
        public var present: Int
        public var movedAlone: Bool
    }

    public var isRevealed: Bool { reveal != nil }

    public func rating(of member: MemberID) -> Rating? { ratings.first { $0.by == member } }

    mutating func take(_ rating: Rating) {
        ratings.removeAll { $0.by == rating.by }
        ratings.append(rating)
    }

    mutating func takeLate(_ rating: Rating) {
        late.removeAll { $0.by == rating.by }
        late.append(rating)
    }
}

/// What one person answered in a gauge.
public struct Rating: Sendable, Hashable {
    public var by: MemberID
    /// A step of the ladder, or one of `SpecialStage`.
    public var stage: String
    public var confidence: Confidence?
    public var evidence: String
    /// Said in the room instead of privately.
    public var isOpen: Bool
    public var entry: Int
    /// The stage that this person wants the partnership to reach; asked for before the day only.
    public var ambition: String?
}
