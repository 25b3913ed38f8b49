/// The discussion of one room: everything that was said, as what it adds up to. One way in, `hear`, and no rule of the
/// discussion may live outside this folder: `Timetable` says when something may happen, `OutcomeRule` what answers add up
/// to, and the files `Discussion+…` what each event does.
///
/// A value: hearing something on a copy and dropping the copy leaves no trace.
public struct Discussion: Sendable, Hashable {
    public internal(set) var setup: Setup
    public internal(set) var people = Participants()
    public internal(set) var session = Session()
    /// Every area of the framework that this session can visit, by id.
    public internal(set) var areas = AreaTable()
    public internal(set) var currentArea: String?
    /// Areas left, most recent last: what `/back` goes through.
    var trail: [String] = []
    /// The proposal under test, wherever the room is.
    public internal(set) var test: TestReference?
    var counters = Counters()
    public internal(set) var interests: [Interest] = []
    var questions = PendingQuestions()
    /// The line since which the room is about what it is about now.
    var momentBegan = 0
    /// Who spoke last, and in which entry.
    var last: Utterance?
    /// The last entry of each person that they could take back.
    var lastOwn: [MemberID: Int] = [:]
    var ownLines = OwnLines()
    public internal(set) var struck: [Int] = []
    public internal(set) var corrections: [Correction] = []
    /// Areas, positions and parked items of the session before.
    var previous: [String: PreviousArea] = [:]
    /// Objectives that earlier sessions of this room left open.
    public internal(set) var carried: [AdoptedObjective] = []
    /// Aims that earlier sessions of this room took on, oldest first.
    public internal(set) var earlierAims: [EarlierAim] = []
    /// What was said about how objectives go, in this session and about carried ones before it.
    public internal(set) var reports: [ProgressReport] = []
    /// Commands that a facilitator can undo, by entry.
    var commands: [Int: UndoableCommand] = [:]
    /// What was struck out and has no reason yet.
    var struckUnexplained: Set<Int> = []
    /// Who was asked why, until their next line.
    var whyAsked: WhyAsked?
    /// Ratings before the day: those that are open, or the last ones revealed in this session.
    public internal(set) var pregauge: PregaugeRound?

    public struct Session: Sendable, Hashable {
        public var number = 1
        /// The line that began it; 0 for the first one.
        var began = 0
        public var phase = Phase.unopened
        public var startedAt: Instant?
        /// The civil date of the start: what is overdue is overdue on this day.
        public var startedOn: CivilDate?
        public var endedAt: Instant?
        public var pausedAt: Instant?
        /// True once any rating was given: from then on the rule of agreement is fixed.
        public var hasRatings = false
        /// Silent members who were listed already, so that they are listed once.
        var listedSilent: Set<MemberID> = []
        var form = Form.full
        var hasExplainedGauge = false
        /// Acronyms that were asked about, so that each is named once.
        var namedAcronyms: Set<String> = []
        /// Why a facilitator struck something out, by its entry; empty while no reason was given.
        var strikingReasons: [Int: String] = [:]
        /// Who was told that nothing is open, and in which line, so that nobody hears it twice.
        var toldNothingIsOpen: [MemberID: Int] = [:]
    }

    public enum Phase: Sendable, Hashable { case unopened, gathering, underWay, closed }

    public struct TestReference: Sendable, Hashable {
        public var area: String
        public var entry: Int
    }

    struct Counters: Sendable, Hashable {
        var decisions = 0
        var aims = 0
        var objectives = 0
    }

    struct Utterance: Sendable, Hashable {
        var by: MemberID
        var entry: Int
    }

    struct WhyAsked: Sendable, Hashable {
        var of: MemberID
        var struck: Int
        /// The line that struck it out.
        var line: Int
    }

    public struct Correction: Sendable, Hashable {
        public var entry: Int
        public var by: MemberID
        public var entries: [Int]
    }

    struct PreviousArea: Sendable, Hashable {
        /// The position that stands: the stage that was adopted last.
        var settled: TestedStage?
        /// The stage that was tested last, where that was later and it was not adopted.
        var notSettled: TestedStage?
        /// Minority views that ask to be looked at again.
        var views: [MinorityView] = []
        var parked: [ParkedItem] = []
    }

    struct TestedStage: Sendable, Hashable {
        var stage: String
        /// The day of the session.
        var on: CivilDate?
        /// The lines that the test rests on.
        var entries: [Int]
    }

    /// A room that nobody has opened yet.
    public init(framework: Framework) {
        setup = Setup(framework: framework)
    }

    public var isPaused: Bool { session.pausedAt != nil }
    public var area: AreaDiscussion? { currentArea.flatMap { areas[$0] } }
    /// Where the current area is kept, to read it in place.
    var currentIndex: Int? { currentArea.flatMap { areas.index(forKey: $0) } }

    /// Where the discussion stands: the row of the timetable.
    public var step: SessionStep {
        switch session.phase {
        case .unopened: return .unopened
        case .gathering: return isPaused ? .paused : .gathering
        case .closed: return .closed
        case .underWay: break
        }
        if isPaused { return .paused }
        if test != nil { return .testing }
        guard let currentIndex else { return .between }
        switch areas.values[currentIndex].step {
        case .framed: return .framed
        case .gauging: return .gauging
        case .revealed: return .revealed
        case .discussing: return .discussing
        case .drafting: return .drafting
        case .readingBack: return .readingBack
        }
    }

    public var proposalUnderTest: Proposal? {
        guard let test, let area = areas[test.area], let index = area.proposalIndex(test.entry) else { return nil }
        return area.proposals[index]
    }

    /// Takes one line in. Whatever it says, there is an answer; when something in it is declined, nothing of that line
    /// changes the discussion except that its author has spoken.
    ///
    /// - Parameter keepsDeclined: false where a line that is declined is kept nowhere, so that nobody has spoken.
    public mutating func hear(_ heard: Heard, keepsDeclined: Bool = true) -> HearingResult {
        var answer = HearingResult()
        var turn = Turn(heard: heard)
        do throws(Refusal) {
            if heard.readings.count == 1, heard.readings[0].event.isCheckedFirst {
                try take(heard, &turn)
            } else {
                var next = self
                try next.take(heard, &turn)
                self = next
            }
            answer.messages = turn.messages
            answer.item = turn.item
            answer.taken = turn.taken
        } catch {
            answer.declined = error
            if keepsDeclined { hearDeclined(heard) }
        }
        return answer
    }

    /// Takes in a line that was declined when it was said: its author has spoken, and nothing else of it counts. What was
    /// declined then is not asked again.
    public mutating func hearDeclined(_ heard: Heard) {
        guard let author = people.find(actor: heard.actor) else { return }
        ownLines.note(heard.entry, by: author, .words)
        noteSpeech(of: heard, by: author)
    }

    private mutating func take(_ heard: Heard, _ turn: inout Turn) throws(Refusal) {
        let known = people.find(actor: heard.actor)
        let before = moment
        for reading in heard.readings {
            guard let speaker = try speaker(of: reading.event, known, heard) else {
                try take(reading.event, from: nil, &turn)
                continue
            }
            turn.speaker = speaker
            if reading.strength == .likely {
                try hold(reading.event, &turn)
            } else {
                try take(reading.event, from: speaker, &turn)
            }
        }
        if moment != before { momentBegan = heard.entry }
        guard let author = known ?? people.find(actor: heard.actor) else { return }
        noticeReturn(of: author, &turn)
        weighVoices(&turn)
        ownLines.note(heard.entry, by: author, OwnLines.Kind(of: heard))
        noteSpeech(of: heard, by: author)
        offerReminders(&turn)
    }

    /// Who speaks. Opening a room and joining it come from somebody who is not in it yet.
    private func speaker(of event: Event, _ known: MemberID?, _ heard: Heard) throws(Refusal) -> MemberID? {
        if let known = known ?? people.find(actor: heard.actor) { return known }
        switch event.kind {
        case .opened, .joined, .timePassed: return nil
        case .facilitatorNamed:
            guard heard.isFromHost else { throw .notJoined }
            return nil
        case .left, .presenceMarked, .handPassed, .started, .areaChosen, .movedOn, .movedBack, .skipped, .formChosen,
            .ruleChanged, .paused, .resumed, .extended, .ended, .gaugingOpened, .rated, .ratingWithdrawn, .revealed,
            .pregaugeOpened, .areaRated, .areaRatingWithdrawn, .reminded, .pregaugeRevealed, .framingAsked, .stated,
            .chatted, .positionTaken, .parked, .interestDeclared, .interestHandled, .toldPrivately, .proposed, .amended,
            .levelGiven, .closed, .majorityAsked, .deferred, .minorityStated, .minorityNaming, .viewPartGiven,
            .objectivePartGiven, .horizonGiven, .progressGiven, .readBack, .areaDone, .corrected, .withdrawn, .undone,
            .answered, .asked, .draftAsked:
            throw .notJoined
        }
    }

    private mutating func noteSpeech(of heard: Heard, by speaker: MemberID) {
        // Who is listed as silent must not tell who has rated before the day.
        let isHidden = heard.isPrivate && isPregauging
        if !isHidden, !people.list[speaker.index].hasSpoken { people[speaker].hasSpoken = true }
        if !heard.isPrivate { last = Utterance(by: speaker, entry: heard.entry) }
        if people.list[speaker.index].hasPrivateChannel != heard.channelIsPrivate {
            people[speaker].hasPrivateChannel = heard.channelIsPrivate
        }
        if let asked = whyAsked, asked.of == speaker, asked.line < heard.entry { whyAsked = nil }
    }

    /// The one switch over everything that can happen.
    mutating func take(_ event: Event, from speaker: MemberID?, _ turn: inout Turn) throws(Refusal) {
        if case .declined(let moment) = Timetable.answer(to: event.kind, at: step) {
            throw .moment(moment, testEntry: test?.entry)
        }
        try checkPermission(for: event, speaker, turn.heard)
        switch event {
        case .opened(let setup): open(setup, &turn)
        case .joined(let name, let sector, let organisation, let role):
            try join(name: name, sector: sector, organisation: organisation, role: role, &turn)
        case .left: leave(&turn)
        case .presenceMarked(let names, let present): try markPresence(names, present, &turn)
        case .facilitatorNamed(let name): try nameFacilitator(name, &turn)
        case .handPassed(let name): try passHand(name, &turn)
        case .started(let areas): try start(areas, &turn)
        case .areaChosen(let words): try chooseArea(words, &turn)
        case .movedOn: try moveOn(&turn)
        case .movedBack: try moveBack(&turn)
        case .skipped: skip(&turn)
        case .formChosen(let form): choose(form, &turn)
        case .paused: pause(&turn)
        case .resumed: resume(&turn)
        case .extended(let minutes): extend(minutes, &turn)
        case .ended: end(&turn)
        case .gaugingOpened: try openGauge(&turn)
        case .rated(let stage, let confidence, let evidence):
            try rate(stage, confidence, evidence, &turn)
        case .ratingWithdrawn: try withdrawRating(&turn)
        case .revealed: reveal(&turn)
        case .pregaugeOpened(let areas, let until): try openPregauge(areas, until: until, &turn)
        case .areaRated(let area, let stage, let confidence, let evidence, let ambition):
            try rate(area: area, stage, confidence, evidence, ambition, &turn)
        case .areaRatingWithdrawn(let area): try withdrawRating(area: area, &turn)
        case .reminded: try remind(&turn)
        case .pregaugeRevealed: try revealPregauge(&turn)
        case .framingAsked(let step): takeFramingStep(step, &turn)
        case .stated(let kind): state(kind, &turn)
        case .chatted: takeTalk(&turn)
        case .positionTaken(let targets, let stance, let because):
            try takePosition(targets, stance, because, &turn)
        case .parked(let text): try park(text, &turn)
        case .interestDeclared(let text): try declareInterest(text, &turn)
        case .interestHandled(let text): try handleInterest(text, &turn)
        case .toldPrivately(let text): try tellPrivately(text, &turn)
        case .proposed(let proposed): try propose(proposed, &turn)
        case .amended(let text): try amend(text, &turn)
        case .levelGiven(let level, let because): try give(level, because, &turn)
        case .closed: try closeTest(&turn)
        case .majorityAsked: try askMajority(&turn)
        case .deferred: try deferTest(&turn)
        case .minorityStated(let text): try stateMinority(text, &turn)
        case .minorityNaming(let named): try nameMinority(named, &turn)
        case .objectivePartGiven(let part, let value): try giveObjectivePart(part, value, &turn)
        case .viewPartGiven(let part, let item, let value):
            try giveViewPart(part, of: item, value, &turn)
        case .horizonGiven(let item, let horizon): try giveHorizon(of: item, horizon, &turn)
        case .progressGiven(let item, let word, let evidence):
            try giveProgress(on: item, word, evidence, &turn)
        case .readBack: readBack(&turn)
        case .areaDone: finishArea(&turn)
        case .corrected(let entry, let text): try correct(entry, text, &turn)
        case .withdrawn(let entry): try withdraw(entry, &turn)
        case .undone(let entry, let because): try undo(entry, because, &turn)
        case .answered(let yes): try answer(yes, &turn)
        case .asked(let asked): try answer(asked, &turn)
        case .draftAsked: turn.sayToSpeaker(.howToDraft)
        case .ruleChanged(let part): try changeRule(part, &turn)
        case .timePassed: noteTime(&turn)
        }
    }
}

extension Event {
    /// Whether everything that can decline this event is asked before it changes anything, so that it needs no copy of the
    /// discussion to be dropped. These are what people say most, and copies are most of what hearing them costs.
    fileprivate var isCheckedFirst: Bool {
        switch self {
        case .stated, .chatted: true
        case .positionTaken(let targets, _, _): targets.count <= 1
        default: false
        }
    }
}

/// What is at hand while one line is being taken: the line, its speaker, and what has been decided to say.
struct Turn {
    let heard: Heard
    var speaker = MemberID(index: 0)
    /// Whether what is being taken was said privately: with a yes, that is the line that was asked about.
    private(set) var isPrivateMatter: Bool
    var messages: [Message] = []
    var item: String?
    var taken: HearingResult.Taken?

    init(heard: Heard) {
        self.heard = heard
        isPrivateMatter = heard.isPrivate
    }

    /// Takes what was said in an earlier line, and is this line's own again afterwards, also where that is refused.
    mutating func asSaid(
        privately: Bool, _ take: (inout Turn) throws(Refusal) -> Void
    ) throws(Refusal) {
        let ownLine = isPrivateMatter
        isPrivateMatter = privately
        defer { isPrivateMatter = ownLine }
        try take(&self)
    }

    /// - Parameter asked: whose answer is awaited, where one person is asked by name.
    mutating func say(
        _ notice: Notice, expects: Expectation? = nil, choices: [String] = [], asked: MemberID? = nil
    ) {
        messages.append(Message(to: .room, notice, expects: expects, choices: choices, asked: asked))
    }

    mutating func tell(_ member: MemberID, _ notice: Notice, expects: Expectation? = nil, choices: [String] = []) {
        messages.append(Message(to: .member(member), notice, expects: expects, choices: choices))
    }

    /// Puts a question to one person: privately, and aloud by name where the channel has no private messages, so that
    /// nobody's yes can answer a question that they have not seen. What is about a private line is never said aloud.
    mutating func ask(_ member: MemberID, _ notice: Notice, aboutPrivate: Bool = false) {
        if heard.channelIsPrivate || aboutPrivate {
            tell(member, notice, expects: .confirm, choices: Turn.yesOrNo)
        } else {
            say(.aloud(member, notice), expects: .confirm, choices: Turn.yesOrNo, asked: member)
        }
    }

    static let yesOrNo = ["yes", "no"]

    /// Answers where the line was spoken: privately when it was private.
    /// - Parameter byName: whether the words name the speaker, so that everybody knows whose answer is awaited.
    mutating func sayToSpeaker(
        _ notice: Notice, expects: Expectation? = nil, choices: [String] = [], byName: Bool = false
    ) {
        if heard.isPrivate || isPrivateMatter {
            tell(speaker, notice, expects: expects, choices: choices)
        } else {
            say(notice, expects: expects, choices: choices, asked: byName ? speaker : nil)
        }
    }
}

/// What a facilitator's `/undo N` can put back, with what it needs for that.
enum UndoableCommand: Sendable, Hashable {
    case gaugingOpened
    case skipped(area: String)
    case areaDone(area: String)
    case extended(area: String, minutes: Int)
    /// A test that was closed or deferred.
    case testClosed(area: String, entry: Int)
}
