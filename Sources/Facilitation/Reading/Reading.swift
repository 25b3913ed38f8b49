/// What a line was understood to mean, and how sure that is.
public struct Reading: Sendable, Hashable {
    public var event: Event
    public var strength: Strength
    /// The words that led to this reading, for `commonground read --why`.
    public var why: [String]

    /// Whether it takes back or corrects an entry given by its number.
    var namesEntry: Bool {
        switch event {
        case .withdrawn(let entry): entry != nil
        case .corrected(let entry, _): entry != nil
        default: false
        }
    }

    public init(_ event: Event, _ strength: Strength, why: [String] = []) {
        self.event = event
        self.strength = strength
        self.why = why
    }
}

/// What is going on when somebody speaks: all that a reader of plain words may know.
public struct ReadingContext: Sendable {
    public enum Step: String, Sendable, CaseIterable {
        case opening, framed, gauging, revealed, discussing, testing, objectives, readback, between
    }
    public struct Test: Sendable, Hashable {
        public var entry: Int
        public var kind: ProposalKind
        public var text: String
        public init(entry: Int, kind: ProposalKind, text: String) {
            self.entry = entry
            self.kind = kind
            self.text = text
        }
    }

    public var step: Step
    /// The area's id, or nil between areas.
    public var area: String?
    /// What the bot last asked of this speaker.
    public var expects: Expectation?
    public var test: Test?
    /// Open statements of the area, oldest first.
    public var statements: OpenStatements
    public var members: Roster
    /// Who spoke just before, and that entry's number.
    public var last: (by: String, entry: Int)?
    /// The speaker.
    public var speaker: Person
    public var role: Role
    public var isPrivate: Bool
    public var ladder: Ladder
    public var today: CivilDate

    public init(
        step: Step, area: String?, expects: Expectation?, test: Test?, statements: OpenStatements, members: Roster,
        last: (by: String, entry: Int)?, speaker: Person, role: Role, isPrivate: Bool, ladder: Ladder, today: CivilDate
    ) {
        self.step = step
        self.area = area
        self.expects = expects
        self.test = test
        self.statements = statements
        self.members = members
        self.last = last
        self.speaker = speaker
        self.role = role
        self.isPrivate = isPrivate
        self.ladder = ladder
        self.today = today
    }
}
