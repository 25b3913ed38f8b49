/// Ratings that members give privately before the day, in several areas at once. The ratings themselves are kept with each
/// area, as a round of its own (`Gauge.isBeforehand`); this is what they have in common.
public struct PregaugeRound: Sendable, Hashable {
    /// The entry that opened it.
    public var entry: Int
    /// The last day; shown, and never used to cut anybody off: what counts is the reveal.
    public var until: CivilDate?
    /// Area ids, in the order in which members are led through them.
    public internal(set) var areas: [String] = []
    public internal(set) var isRevealed = false
    /// The area that somebody was asked about last, so that they can answer in plain words.
    var focus: [MemberID: String] = [:]
    /// The day on which reminders were offered last, so that they are offered once a day.
    var offeredOn: CivilDate
    var hasSaidAllAreIn = false
    /// True once a `/reveal all` has said that somebody's rating waits for their yes.
    var hasWarned = false

    init(entry: Int, until: CivilDate?, today: CivilDate) {
        self.entry = entry
        self.until = until
        offeredOn = today
    }
}

/// What the bot says about getting ready for the day, as data.
public enum PreparingNotice: Sendable, Hashable {
    case pregaugeOpened(isBlind: Bool)
    /// How far one member has come, and what they are asked next; nil when every area is rated.
    case nextArea(String?, isBeginning: Bool)
    /// `isSeen` where others could see it come.
    case ratingKept(area: String, stage: String, confidence: Confidence?, ambition: String?, isSeen: Bool)
    /// How far somebody has come who chooses the areas themselves.
    case ratedSoFar(Int, of: Int)
    case allAreIn(members: Int, areas: Int)
    /// To one member who has not rated every area.
    case reminder(areasLeft: Int, of: Int)
    /// To the room, where nothing can be said to one person.
    case openReminder
    case remindersSent(Int)
    case remindersOffered(finished: Int, of: Int, today: CivilDate)
    case pregaugeRevealed
    case scanDone
    /// The areas that were rated, with their counts.
    case overview
    /// Where the live time could go.
    case liveTime
    case framingAsked(FramingQuestion)
    case framingDone
}

/// Why something about ratings before the day was not taken.
public enum PreparingObstacle: Sendable, Hashable {
    case nothingIsOpen
    /// The area has no ratings before the day.
    case notInThisArea(String)
    /// A number stands where an area is meant, without the word that says so.
    case areaNeedsMark(String)
    case dayHasPassed(CivilDate)
    /// Ratings from before the day wait in this area.
    case ratingsAreWaiting
    case everybodyHasRated
}
