/// One line as it came in: who, when, in which words, and what it was read to mean. Everything that the discussion may
/// know about the outside world is in here.
public struct Heard: Sendable, Hashable {
    /// The number of this line's entry in the room's transcript.
    public var entry: Int
    /// The id that the connection vouches for (`irc:ann`).
    public var actor: String
    public var at: Instant
    /// The civil date in the room's zone.
    public var today: CivilDate
    public var isPrivate: Bool
    public var words: String
    public var readings: [Reading]
    /// True when this came from the parent of stdio or the console's keyboard, which may name the first facilitator.
    public var isFromHost: Bool
    /// False when the channel has no private messages, so that a gauge cannot be blind.
    public var channelIsPrivate: Bool

    public init(
        entry: Int, actor: String, at: Instant, today: CivilDate, isPrivate: Bool = false, words: String,
        readings: [Reading], isFromHost: Bool = false, channelIsPrivate: Bool = true
    ) {
        self.entry = entry
        self.actor = actor
        self.at = at
        self.today = today
        self.isPrivate = isPrivate
        self.words = words
        self.readings = readings
        self.isFromHost = isFromHost
        self.channelIsPrivate = channelIsPrivate
    }
}

/// What the discussion makes of a line.
public struct HearingResult: Sendable, Hashable {
    public var messages: [Message] = []
    /// Why it was not taken, when it was not.
    public var declined: Refusal?
    /// What the line became, such as `s14` or `a1`.
    public var item: String?
    public var taken: Taken?

    /// What was made of a line that its reading alone does not tell, for the receipt.
    public enum Taken: Sendable, Hashable {
        /// A yes or no was an answer, and what it was about.
        case answered(about: [Int])
        /// A reason was added to a level that had been given without one.
        case reason
    }
}

/// Something to do about it: always to say something to somebody. Plain data; the phrasebook makes the words.
public struct Message: Sendable, Hashable {
    public enum Audience: Sendable, Hashable {
        case room
        case member(MemberID)
    }
    public var to: Audience
    public var notice: Notice
    /// What the bot waits for, so that a bridge can show buttons.
    public var expects: Expectation?
    /// What the answer can be, where it can only be one of a few.
    public var choices: [String]
    /// Whose answer is awaited, where a question to one person is put to the room by name.
    public var asked: MemberID?

    public init(
        to: Audience, _ notice: Notice, expects: Expectation? = nil, choices: [String] = [], asked: MemberID? = nil
    ) {
        self.to = to
        self.notice = notice
        self.expects = expects
        self.choices = choices
        self.asked = asked
    }
}
