// The closed word lists of the product. Raw values are the words of the wire, the files and the record.

/// What kind of meeting this is; it changes the verbs (*agreed* against *proposed*).
public enum MeetingKind: String, Sendable, CaseIterable { case development, formal }

/// Who may be named as having said something.
public enum Attribution: String, Sendable, CaseIterable {
    case named
    case chathamHouse = "chatham-house"
    case anonymousGauge = "anonymous-gauge"
}

/// By what a reveal groups the ratings of a partnership.
public enum Constituency: String, Sendable, CaseIterable {
    case sector, organisation, place

    /// Such as `organisations`.
    public var plural: String { "\(rawValue)s" }
}

public enum Role: String, Sendable, CaseIterable { case member, facilitator, observer }

/// How somebody's identity is known.
public enum Assurance: String, Sendable, CaseIterable {
    /// The set-up binds the connection's own id to this person.
    case verified
    /// The person said who they are.
    case asserted
    /// Somebody at one keyboard typed for them.
    case typed
}

/// How long an area gets: 25, 12 or 5 minutes.
public enum Form: String, Sendable, CaseIterable {
    case full, short, scan
    public var minutes: Int {
        switch self {
        case .full: 25
        case .short: 12
        case .scan: 5
        }
    }
}

/// When a test of a proposal ends.
public enum Closing: String, Sendable, CaseIterable {
    case facilitator
    case whenAllAnswered = "when-all-answered"
}

public enum Confidence: String, Sendable, CaseIterable { case high, medium, low }

/// Where somebody stands on a statement.
public enum Stance: String, Sendable, CaseIterable { case agree, disagree, unsure }

/// How far somebody supports a proposal under test, from the strongest yes to the strongest no; `abstain` stands beside.
public enum Level: String, Sendable, CaseIterable {
    case full, support, reservation
    case standAside = "stand-aside"
    case cannotYet = "cannot-yet"
    case block, abstain

    /// "Support or better": the only two levels that count as a clean yes.
    public var supports: Bool { self == .full || self == .support }
    /// *Cannot yet* and *block* stop an agreement.
    public var stops: Bool { self == .cannotYet || self == .block }
}

/// What a proposal asks the partnership to adopt.
public enum ProposalKind: String, Sendable, CaseIterable { case position, decision, aim, objective }

/// The result of a test.
public enum OutcomeWord: String, Sendable, CaseIterable {
    case agreed
    case agreedWithReservations = "agreed-with-reservations"
    case majorityWithMinorityView = "majority-with-minority-view"
    case notAgreed = "not-agreed"
    case agreedByThoseWhoAnswered = "agreed-by-those-who-answered"
    case deferred, parked, open
}

public enum StatementKind: String, Sendable, CaseIterable {
    case view, evidence, concern, idea, proposal
    // Answers to the framing questions: what we know, what to ask, who and what could help, how we would know.
    case known
    case betterQuestion = "better-question"
    case help
    case sign
}

/// How well a piece of evidence is known to the group.
public enum EvidenceStanding: String, Sendable, CaseIterable { case seen, claimed, unknown }

public enum AreaStatus: String, Sendable, CaseIterable {
    case notStarted = "not-started"
    case open, settled, parked, skipped
}

/// The parts that an objective needs.
public enum ObjectivePart: String, Sendable, CaseIterable { case owner, due, measure, baseline, target }

/// How an objective goes, as its owner says.
public enum ProgressWord: String, Sendable, CaseIterable {
    case notStarted = "not-started"
    case onTrack = "on-track"
    case late, done, dropped

    /// Nothing more is to be done about the objective.
    public var isFinished: Bool { self == .done || self == .dropped }
    /// Such as `on track`.
    public var spoken: String { rawValue.replacing("-", with: " ") }
    /// What is told of an objective that nobody has reported on: that it is not started would be for somebody to say.
    public static let nothingSaid = "nothing said yet"
}

/// How far ahead an aim looks, so that the pressure of this year and work for the long term are seen apart.
public enum Horizon: String, Sendable, CaseIterable {
    case thisYear = "this-year"
    case threeYears = "three-years"
    case fiveYears = "five-years"
    case tenYears = "ten-years"

    /// Such as `three years`.
    public var spoken: String { rawValue.replacing("-", with: " ") }
}

/// What a minority view carries besides its words.
public enum ViewPart: String, Sendable, CaseIterable {
    /// What would change its holder's mind.
    case mind
    /// When to look at it again.
    case lookAgain = "look-again"
}

/// How sure a reading is. Only `plain` is recorded at once; `likely` waits for its holder's yes.
public enum Strength: String, Sendable, CaseIterable { case plain, likely, none }

/// What a member may be waiting to be asked for; bridges can turn it into buttons.
public enum Expectation: String, Sendable, CaseIterable { case stage, level, position, confirm, text }

/// Answers to a gauge that name no stage, and the step below the first stage.
public enum SpecialStage {
    public static let notYet = "not-yet"
    public static let dontKnow = "dont-know"
    public static let noView = "no-view"
}
