/// Where one area has got to. It keeps its place while the room is elsewhere, so that coming back is exact.
public struct AreaDiscussion: Sendable, Hashable {
    /// The steps of an area's path; each comment names the next ones.
    public enum Step: Sendable, Hashable, CaseIterable {
        /// Next: gauging, or straight to a proposal (discussing).
        case framed
        /// A blind round is open. Next: revealed.
        case gauging
        /// The spread is on the table. Next: discussing, gauging again, drafting.
        case revealed
        /// People are talking about it. Next: gauging again, drafting, readingBack.
        case discussing
        /// A position was settled; aims and objectives follow. Next: gauging again, readingBack.
        case drafting
        /// What will be kept was read out. Next: settled (the area is left), or back to any of the others.
        case readingBack
    }

    public var id: String
    public var status = AreaStatus.notStarted
    public var step = Step.framed
    public var gauges: [Gauge] = []
    public var statements: ChunkedList<Statement> = []
    /// How many of them were taken back: counted here, because looking at all of them for each line would take long.
    private var struckStatements = 0
    public var proposals: [Proposal] = []
    public var minorityViews: [MinorityView] = []
    public var objections: [Objection] = []
    public var parked: [ParkedItem] = []
    /// True once a `/done` has named the open objections.
    public var hasWarned = false
    /// True once interests were asked for again because the area touches money.
    public var hasAskedInterests = false
    /// Statements made since their list was last shown.
    public var statementsSinceListed = 0
    /// How much each person said in the room while this area was open.
    var wordsSpoken = WordsSpoken()
    var hasHintedAtLoudVoice = false
    /// Tests (0: none open) in which "we all agree" was answered already.
    var falseConsensusAnswered: Set<Int> = []
    /// The framing question that is being worked on.
    public var framing: FramingQuestion?
    public var startedAt: Instant?
    public var extraMinutes = 0
    /// Time spent paused or in other areas, in milliseconds.
    public var awayMilliseconds = 0
    /// When the room last left this area; nil while it is open.
    public var leftAt: Instant?
    public var hasSaidTimeIsUp = false
    /// Gone to without having been planned.
    var isAdded = false
    /// Whether any member said anything in the room while it was open.
    var hasVoice = false

    public init(id: String) { self.id = id }

    /// The round that is open in the room.
    public var openGauge: Gauge? { gauges.last.flatMap { $0.isRevealed || $0.isBeforehand ? nil : $0 } }
    /// The round that is open before the day.
    public var openPregauge: Gauge? { gauges.last.flatMap { $0.isBeforehand && !$0.isRevealed ? $0 : nil } }
    public var lastRevealed: Gauge? { gauges.last { $0.isRevealed } }
    /// An area that nobody had planned, and in which no member said anything: opened by mistake, it counts nowhere.
    var isDetour: Bool {
        isAdded && status == .open && !hasVoice && statements.isEmpty && gauges.isEmpty
            && proposals.isEmpty && parked.isEmpty && minorityViews.isEmpty
    }
    public var openObjections: [Objection] { objections.filter(\.isOpen) }
    public var openStatements: [Statement] { statements.filter { !$0.isStruck } }
    public var openStatementCount: Int { statements.count - struckStatements }
    /// What stands of everything that was put to the test, in the order in which each thing came up first: of one thing
    /// the last test that settled it, or else the last one. An area has one position, whichever stages were tested.
    public var standing: [Proposal] {
        var found: [Proposal] = []
        var places: [String: Int] = [:]
        for proposal in proposals where !proposal.isStruck {
            guard let place = places[proposal.id] else {
                places[proposal.id] = found.count
                found.append(proposal)
                continue
            }
            if proposal.standsBefore(found[place]) { found[place] = proposal }
        }
        return found
    }
    /// The tests that do not stand: of another stage, or of the same thing at another time.
    public var otherTests: [Proposal] {
        let entries = Set(standing.map(\.entry))
        return proposals.filter { !$0.isStruck && !entries.contains($0.entry) }
    }
    /// The position that stands; while none was settled, the one tested last.
    public var position: Proposal? { standing.first { $0.kind == .position } }

    /// Statements stand in the order of their entries, so a number is found without looking at all of them.
    public func statementIndex(_ entry: Int) -> Int? { statements.place(of: entry) { $0.entry } }

    mutating func strikeStatement(at index: Int) {
        if !statements[index].isStruck { struckStatements += 1 }
        statements[index].isStruck = true
    }

    /// The last open statements, oldest first, without looking at those before them.
    func latestOpenStatements(most: Int) -> [Statement] {
        latestOpenPlaces(most: most).reversed().map { statements[$0] }
    }

    /// Where the latest open statements stand, the latest first.
    func latestOpenPlaces(most: Int) -> [Int] {
        var places: [Int] = []
        var place = statements.count - 1
        while place >= 0, places.count < most {
            if !statements[place].isStruck { places.append(place) }
            place -= 1
        }
        return places
    }

    public func proposalIndex(_ entry: Int) -> Int? { proposals.firstIndex { $0.entry == entry } }
}

/// How many words each person said, and what the most talkative said; counts only ever grow.
struct WordsSpoken: Sendable, Hashable {
    /// By the member's index.
    private var counts: [Int] = []
    private(set) var total = 0
    private(set) var most = 0

    func count(of member: MemberID) -> Int { counts.indices.contains(member.index) ? counts[member.index] : 0 }

    mutating func add(_ words: Int, by member: MemberID) {
        while counts.count <= member.index { counts.append(0) }
        counts[member.index] += words
        total += words
        most = max(most, counts[member.index])
    }
}
