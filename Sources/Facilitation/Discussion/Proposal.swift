/// A position statement, decision, aim or objective that is, or was, under test.
public struct Proposal: Sendable, Hashable {
    public var kind: ProposalKind
    /// The number within its kind: 1 in `d1`. What is put to the test again keeps its number.
    public var number: Int
    /// The entry that opened the test; people may use it as `#N`.
    public var entry: Int
    /// Other entries that it rests on: the statement taken up, amendments, the closing.
    public var entries: [Int] = []
    /// Whose words these are.
    public var author: MemberID
    public var text: String
    /// For a position: the stage id.
    public var stage: String?
    /// At most one per person; the last one counts until the test is closed.
    public var answers: [Answer] = []
    /// Entries of answers in whose place their holders put newer ones, where they were given in the room.
    var replaced: Set<Int> = []
    public var outcome = OutcomeWord.open
    /// Fixed at the close.
    public var notAnswered = 0
    public var isStruck = false
    /// True once a `/close` has named what is not settled yet.
    public var hasWarned = false
    /// True where people had answered before what is tested was changed.
    var hasLapsedAnswers = false
    /// The outcome that was last announced as "would be", so that it is said once.
    var announced: OutcomeWord?
    public var objective: ObjectiveParts?
    /// For an aim: how far ahead it looks.
    public var horizon: Horizon?
    /// The entry of an objective or aim of an earlier session, whose place this one takes once it is adopted.
    public var inPlaceOf: Int?

    public struct Answer: Sendable, Hashable {
        public var by: MemberID
        public var level: Level
        public var because: String
        public var entry: Int
        /// Whether the reason was sent privately: the level counts, and nobody else is shown the words.
        public var reasonIsPrivate = false
    }

    /// `a1`, `d1`, `o1`; a position is known as `position`.
    public var id: String {
        switch kind {
        case .position: "position"
        case .decision: ItemID(.decision, number).name
        case .aim: ItemID(.aim, number).name
        case .objective: ItemID(.objective, number).name
        }
    }

    /// The last line that it rests on.
    private var latestEntry: Int { entries.reduce(entry, max) }

    /// Of two tests of one thing: what settled it goes before what did not, and then the later one.
    func standsBefore(_ other: Proposal) -> Bool {
        outcome.isAdopted == other.outcome.isAdopted
            ? latestEntry > other.latestEntry : outcome.isAdopted
    }

    public func answer(of member: MemberID) -> Answer? { answers.first { $0.by == member } }
    public func count(_ level: Level) -> Int { answers.count { $0.level == level } }

    mutating func take(_ answer: Answer) {
        if let earlier = self.answer(of: answer.by), !earlier.reasonIsPrivate { replaced.insert(earlier.entry) }
        answers.removeAll { $0.by == answer.by }
        answers.append(answer)
    }
}

/// The parts that make an objective more than a wish.
public struct ObjectiveParts: Sendable, Hashable {
    public var owner: Owner = .nobody
    public var due: CivilDate?
    public var measure: String?
    public var baseline: String?
    public var target: String?
    /// The number of the aim that it serves.
    public var aim: Int?
    /// What the words name. People read them beside the parts, and are told where these have changed since.
    public var worded = Worded()

    public struct Worded: Sendable, Hashable {
        public var owner: MemberID?
        public var due: CivilDate?
    }

    public enum Owner: Sendable, Hashable {
        case nobody
        /// Named by others; not the owner until they say yes.
        case asked(MemberID)
        case accepted(MemberID)
        case declined(MemberID)
    }

    public var acceptedOwner: MemberID? { if case .accepted(let member) = owner { member } else { nil } }

    /// What these parts leave open and was known before stays, and a willing owner stays willing.
    mutating func keep(_ before: ObjectiveParts) {
        if let willing = before.acceptedOwner, owner == .nobody || owner == .asked(willing) {
            owner = .accepted(willing)
        }
        due = due ?? before.due
        measure = measure ?? before.measure
        baseline = baseline ?? before.baseline
        target = target ?? before.target
        aim = before.aim ?? aim
    }

    /// The parts that are still gaps, in the order in which they are asked for.
    public var missing: [ObjectivePart] {
        var gaps: [ObjectivePart] = []
        if acceptedOwner == nil { gaps.append(.owner) }
        if due == nil { gaps.append(.due) }
        if (measure ?? "").isEmpty { gaps.append(.measure) }
        if (baseline ?? "").isEmpty { gaps.append(.baseline) }
        if (target ?? "").isEmpty { gaps.append(.target) }
        return gaps
    }
}
