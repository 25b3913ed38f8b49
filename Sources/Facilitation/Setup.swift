/// What a session is given before it starts. Every part has a default, so nothing at all is a set-up too.
public struct Setup: Sendable, Hashable {
    public var title: String
    public var framework: Framework
    /// Area ids in the order in which they will be taken; all of the framework's when nothing was said.
    public var areas: [String]
    public var meeting: MeetingKind
    public var attribution: Attribution
    public var members: [SetupMember]
    /// Sectors or groups who should be in the room and are not.
    public var missing: [String]
    public var form: Form
    public var closing: Closing
    /// By what the reveal groups ratings.
    public var constituency: Constituency
    /// True when a member's proposal opens its own test.
    public var membersPropose: Bool
    public var rule: AgreementRule
    /// IANA name, such as `Europe/London`; gives the civil date of a meeting.
    public var zone: String
    public var language: String
    public var retention: Retention?
    public var pregauge: Pregauge?

    public init(
        title: String = "", framework: Framework, areas: [String]? = nil, meeting: MeetingKind = .development,
        attribution: Attribution = .named, members: [SetupMember] = [], missing: [String] = [], form: Form = .full,
        closing: Closing = .facilitator, constituency: Constituency = .sector, membersPropose: Bool = false,
        rule: AgreementRule = AgreementRule(),
        zone: String = "Europe/London", language: String = "en-GB", retention: Retention? = nil,
        pregauge: Pregauge? = nil
    ) {
        self.title = title
        self.framework = framework
        self.areas = areas ?? framework.areas.map(\.id)
        self.meeting = meeting
        self.attribution = attribution
        self.members = members
        self.missing = missing
        self.form = form
        self.closing = closing
        self.constituency = constituency
        self.membersPropose = membersPropose
        self.rule = rule
        self.zone = zone
        self.language = language
        self.retention = retention
        self.pregauge = pregauge
    }
}

/// One person in the set-up.
public struct SetupMember: Sendable, Hashable {
    /// The bridge's id (`irc:ann`); nil when the person is known by name only.
    public var id: String?
    public var name: String
    public var organisation: String
    public var sector: String
    public var place: String
    public var capacity: Capacity
    public var role: Role
    /// Whether this person answers gauges and tests; nil means by role (members do, others do not).
    public var votes: Bool?
    public var present: Bool

    public init(
        id: String? = nil, name: String, organisation: String = "", sector: String = "", place: String = "",
        capacity: Capacity = .member, role: Role = .member, votes: Bool? = nil, present: Bool = true
    ) {
        self.id = id
        self.name = name
        self.organisation = organisation
        self.sector = sector
        self.place = place
        self.capacity = capacity
        self.role = role
        self.votes = votes
        self.present = present
    }
}

/// As what somebody sits at the table.
public enum Capacity: String, Sendable, CaseIterable {
    case member
    case deputy
    case inAttendance = "in attendance"
}

/// The rule by which agreement is tested, fixed before the first rating and printed with every result.
public struct AgreementRule: Sendable, Hashable {
    /// How many ratings may lie outside the most common stage.
    public var tolerance: Tolerance
    /// The share of voting members who must answer in a formal meeting.
    public var quorum: Quorum
    /// Whether `/majority` may be used.
    public var majority: Bool

    public init(tolerance: Tolerance = .rand, quorum: Quorum = .twoThirds, majority: Bool = true) {
        self.tolerance = tolerance
        self.quorum = quorum
        self.majority = majority
    }
}

public enum Tolerance: Sendable, Hashable {
    /// floor((n − 2) / 3), after the RAND/UCLA table.
    case rand
    /// A fixed number of people.
    case fixed(Int)
}

/// A quorum as a fraction of the voting members.
public struct Quorum: Sendable, Hashable {
    public var numerator: Int
    public var denominator: Int
    public static let twoThirds = Quorum(numerator: 2, denominator: 3)

    public init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }
    /// The fewest answers that make the quorum, of so many voting members.
    public func needed(of votingMembers: Int) -> Int {
        (votingMembers * numerator + denominator - 1) / denominator
    }
}

/// Ratings given privately before the day.
public struct Pregauge: Sendable, Hashable {
    /// ISO date of the last day.
    public var until: String
    public var areas: [String]
    /// Decisions that are due, for the proposal of where to spend the time together.
    public var decisions: [DecisionDue]

    public init(until: String, areas: [String], decisions: [DecisionDue] = []) {
        self.until = until
        self.areas = areas
        self.decisions = decisions
    }
}

/// Something that must be decided in an area by a day.
public struct DecisionDue: Sendable, Hashable {
    /// The area's id.
    public var area: String
    /// ISO date.
    public var by: String
    public var text: String

    public init(area: String, by: String, text: String) {
        self.area = area
        self.by = by
        self.text = text
    }
}
