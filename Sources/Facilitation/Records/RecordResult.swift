/// What came of a test.
public struct RecordResult: Sendable, Hashable {
    public var outcome = OutcomeWord.open
    /// Why it is deferred; nil for any other outcome.
    public var deferral: Deferral?
    /// How many gave each level.
    public var levels: [Level: Int] = [:]
    public var notAnswered = 0
    public var reservations: [RecordReservation] = []
    public var entries: [Int] = []
    public var lines = RecordTestLines()
    public init() {}

    /// How many people answered.
    public var answered: Int { levels.values.reduce(0, +) }
}

/// A level with its holder's words.
public struct RecordReservation: Sendable, Hashable {
    public var by: String?
    public var sector: String?
    public var level = Level.reservation
    public var text = ""
    /// True for a reason that was given privately: there is one, and `text` is empty.
    public var isPrivate = false
    /// The answer's own line, where views carry names; not in the JSON, where `entries` of the item have it.
    public var entries: [Int] = []
    public init() {}
}

/// Where a test can be found without every line of it; not in the JSON, where `entries` have these too.
public struct RecordTestLines: Sendable, Hashable {
    public var opened: Int?
    public var closed: Int?
    /// For an objective: the lines that gave its words and its parts.
    public var parts: [Int] = []
    public init() {}
}

/// Something that was put to the test. What came of that is asked of it as if it were its own: *decision.outcome*.
public protocol TestedRecord {
    var result: RecordResult { get set }
}

extension TestedRecord {
    public var outcome: OutcomeWord {
        get { result.outcome }
        set { result.outcome = newValue }
    }
    public var deferral: Deferral? {
        get { result.deferral }
        set { result.deferral = newValue }
    }
    public var levels: [Level: Int] {
        get { result.levels }
        set { result.levels = newValue }
    }
    public var notAnswered: Int {
        get { result.notAnswered }
        set { result.notAnswered = newValue }
    }
    public var reservations: [RecordReservation] {
        get { result.reservations }
        set { result.reservations = newValue }
    }
    public var entries: [Int] {
        get { result.entries }
        set { result.entries = newValue }
    }
    public var lines: RecordTestLines {
        get { result.lines }
        set { result.lines = newValue }
    }
}
