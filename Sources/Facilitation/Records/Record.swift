import JSONText

/// What a session adds up to: a pure function of the transcript, with attribution already applied, so that whoever holds a
/// record holds nothing that it must not show.
public struct Record: Sendable, Hashable {
    public static let schema = "commonground.record/1"

    public var room = ""
    public var sessionNumber = 1
    /// ISO times in UTC.
    public var started = ""
    public var ended: String?
    public var log = ""
    public var head = 0
    public var title = ""
    public var meeting = MeetingKind.development
    public var attribution = Attribution.named
    public var framework = RecordFramework()
    public var rule = RecordRule()
    public var members: [RecordMember] = []
    public var missing: [String] = []
    public var interests: [RecordInterest] = []
    public var areas: [RecordArea] = []
    /// Objectives that earlier sessions of the room left open, with what this one says of them.
    public var carried: [RecordCarried] = []
    /// Aims that earlier sessions of the room took on, and that stood when this one began.
    public var earlierAims: [RecordEarlierAim] = []
    public var struck: [Int] = []
    /// Entries of which words or a name were erased since.
    public var erased: [Int] = []
    public var corrected: [RecordCorrection] = []

    public init() {}
}

public struct RecordFramework: Sendable, Hashable {
    public var id = ""
    public var version = ""
    public var hash = ""
    public var name = ""
    public var credit = ""
    public init() {}
}

public struct RecordRule: Sendable, Hashable {
    public var tolerance = ""
    public var quorum = ""
    /// The whole rule in a sentence or two.
    public var text = ""
    public init() {}
}

public struct RecordMember: Sendable, Hashable {
    public var id = ""
    public var name = ""
    public var organisation = ""
    public var sector = ""
    public var role = Role.member
    public var votes = true
    public var present = true
    /// True for somebody who took part in this session and is here no longer; whoever is away without it never came.
    public var leftEarly = false
    public var assurance = Assurance.asserted
    public init() {}
}

public struct RecordInterest: Sendable, Hashable {
    public var by = ""
    public var text = ""
    public var area: String?
    public var handling: String?
    public var entries: [Int] = []
    public init() {}
}

public struct RecordArea: Sendable, Hashable {
    public var id = ""
    public var name = ""
    public var status = AreaStatus.notStarted
    public var gauges: [RecordGauge] = []
    /// The last stage that was settled; while none was, the one tested last.
    public var position: RecordPosition?
    /// Where an earlier session settled the area; nil where none did.
    public var before: RecordBefore?
    public var statements: [RecordStatement] = []
    public var decisions: [RecordProposal] = []
    public var aims: [RecordProposal] = []
    public var objectives: [RecordProposal] = []
    /// The tests that do not stand, such as of a stage that was tested besides: nothing that was tested is left out.
    public var otherTests: [RecordTest] = []
    public var minorityViews: [RecordMinorityView] = []
    public var objections: [RecordObjection] = []
    public var parked: [RecordParked] = []
    public init() {}
}

public struct RecordGauge: Sendable, Hashable {
    public var round = 1
    public var blind = true
    public var revealed = false
    public var answered = 0
    public var present = 0
    public var movedAlone = false
    /// Given before the day, each member alone.
    public var beforehand = false
    /// By stage id; empty before the reveal.
    public var counts: [String: Int] = [:]
    /// By what the ratings are grouped.
    public var constituency = Constituency.sector
    /// By sector, organisation or place, then by stage id; groups that would give a person away are left out.
    public var byConstituency: [String: [String: Int]] = [:]
    /// By confidence word; empty before the reveal.
    public var confidence: [String: Int] = [:]
    public var ratings: [RecordRating] = []
    public var measures: RecordMeasures?
    /// The gauging and the reveal.
    public var entries: [Int] = []
    public init() {}
}

public struct RecordRating: Sendable, Hashable {
    public var by: String?
    public var sector: String?
    public var stage = ""
    public var confidence: Confidence?
    public var evidence = ""
    /// The stage that this person wants the partnership to reach; asked for before the day only.
    public var ambition: String?
    public var open = false
    public var late = false
    public var entries: [Int] = []
    public init() {}
}

public struct RecordMeasures: Sendable, Hashable {
    public var n = 0
    public var mode: String?
    public var modeCount = 0
    public var outsideMode = 0
    public var tolerance = 0
    public var withinTolerance = false
    /// Tastle–Wierman consensus; nil when nobody named a stage.
    public var consensus: Double?
    public var pattern = ""
    public init() {}
}

public struct RecordPosition: TestedRecord, Sendable, Hashable {
    public var stage = ""
    public var result = RecordResult()
    public init() {}
}

/// The stage that an earlier session settled last.
public struct RecordBefore: Sendable, Hashable {
    public var stage = ""
    /// ISO date of that session.
    public var on = ""
    public var entries: [Int] = []
    public init() {}
}

/// A test that does not stand: of another stage, or of the same thing at another time.
public struct RecordTest: TestedRecord, Sendable, Hashable {
    /// `test-46`, by the line that opened it.
    public var id = ""
    /// What was tested: `position`, `d1`, `a1` or `o1`.
    public var of = ""
    public var kind = ProposalKind.position
    /// Of a position: the stage id.
    public var stage: String?
    public var text = ""
    public var result = RecordResult()
    public init() {}

    /// The line that opened it: what people in the room call it by.
    public var opening: Int { ItemID(id)?.number ?? 0 }
}

public struct RecordStatement: Sendable, Hashable {
    /// `s14`: the number that people in the room use for it. Exports print such an entry without its speaker where
    /// attribution hides names.
    public var id = ""
    public var text = ""
    public var by: String?
    public var sector: String?
    public var kind = StatementKind.view
    public var evidence: EvidenceStanding?
    public var counts: [Stance: Int] = [:]
    public var agree: [String] = []
    public var disagree: [String] = []
    public var unsure: [String] = []
    public var heard: [RecordHeard] = []
    public var entries: [Int] = []
    public init() {}

    /// The line that it was said in.
    public var opening: Int? { ItemID(id)?.number }
}

/// A likely position that its holder has not confirmed; it counts nowhere.
public struct RecordHeard: Sendable, Hashable {
    public var by: String?
    public var stance = Stance.agree
    public init() {}
}

/// A decision, an aim or an objective.
public struct RecordProposal: TestedRecord, Sendable, Hashable {
    /// `d1`, `a1` or `o1`.
    public var id = ""
    public var text = ""
    public var result = RecordResult()
    /// The objective or aim of an earlier session whose place it takes once it is adopted.
    public var inPlaceOf: RecordReplaced?
    /// Aims only: how far ahead it looks.
    public var horizon: Horizon?
    /// Objectives only, from here.
    public var aim: String?
    public var owner: String?
    public var due: String?
    public var measure: String?
    public var baseline: String?
    public var target: String?
    public var missing: [ObjectivePart] = []
    /// What the words name and holds no longer; nil where words and parts say the same.
    public var worded: RecordWorded?
    /// How it goes; nil for what was not carried.
    public var progress: ProgressWord?
    /// What was said of that, oldest first; the last one counts.
    public var reports: [RecordReport] = []
    public init() {}

    /// How it goes, in the words of whoever said so last.
    public var progressSpoken: String { reports.last?.progress.spoken ?? ProgressWord.nothingSaid }
}

/// What an objective or an aim takes the place of.
public struct RecordReplaced: Sendable, Hashable {
    /// `o2` or `a1`.
    public var id = ""
    /// ISO date; objectives only.
    public var due: String?
    /// Where it was put to the test.
    public var entries: [Int] = []
    public init() {}
}

/// The owner and the due date that the words of an objective name, where another one holds now.
public struct RecordWorded: Sendable, Hashable {
    public var owner: String?
    /// ISO date.
    public var due: String?
    public init() {}
}

/// What an owner, or a facilitator for them, said about how an objective goes. Owners answer for what they took on, so
/// that their name stays in every kind of session.
public struct RecordReport: Sendable, Hashable {
    public var by = ""
    /// True when a facilitator said it for the owner.
    public var onBehalf = false
    public var progress = ProgressWord.notStarted
    public var evidence = ""
    /// ISO date.
    public var on = ""
    public var entries: [Int] = []
    public init() {}
}

/// An objective of an earlier session.
public struct RecordCarried: Sendable, Hashable {
    /// The area's id and name.
    public var area = ""
    public var areaName = ""
    /// The number of the session that carried it.
    public var session = 1
    /// True when it was due before this session began and is neither done nor dropped.
    public var overdue = false
    /// The objective that this session put in its place.
    public var replacedBy: String?
    public var objective = RecordProposal()
    public init() {}
}

/// An aim of an earlier session.
public struct RecordEarlierAim: Sendable, Hashable {
    /// The area's id and name.
    public var area = ""
    public var areaName = ""
    /// ISO date of the session that took it on; nil where it is not known.
    public var on: String?
    /// The aim that this session put in its place.
    public var replacedBy: String?
    public var aim = RecordProposal()
    public init() {}
}

public struct RecordMinorityView: Sendable, Hashable {
    public var by: String?
    public var sector: String?
    public var text = ""
    public var confirmed = false
    public var named = false
    /// The item it stands beside: `position`, `d1`, `a1`, `test-46`, …
    public var on = ""
    /// What would change the holder's mind, in their words.
    public var wouldChange: String?
    /// ISO date on which to look at it again.
    public var lookAgain: String?
    public var entries: [Int] = []
    public init() {}
}

public struct RecordObjection: Sendable, Hashable {
    public var by: String?
    public var sector: String?
    /// `s14`, `d1`, `a1`, `o1`, `position`, or `test-46` for a test that does not stand.
    public var on = ""
    public var text = ""
    /// True for an objection that was sent privately: there is one, and `text` is empty.
    public var isPrivate = false
    public var open = true
    /// How it came to an end; nil while it is open.
    public var end: ObjectionEnd?
    public var entries: [Int] = []
    /// The line that ended it, where views carry names.
    public var endEntries: [Int] = []
    public init() {}
}

public struct RecordParked: Sendable, Hashable {
    public var text = ""
    public var owner: String?
    public var bringBack: String?
    public var entries: [Int] = []
    public init() {}
}

public struct RecordCorrection: Sendable, Hashable {
    public var entry = 0
    public var by: String?
    public var entries: [Int] = []
    public init() {}
}
