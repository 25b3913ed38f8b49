/// A question to one member that waits for yes or no.
struct PendingQuestion: Sendable, Hashable {
    enum Matter: Sendable, Hashable {
        /// Will you own this objective?
        case ownObjective(TestEntry)
        /// Did you mean this?
        case confirm(Event)
        /// The words that you took a position on have changed: does it still hold?
        case changedStatement(area: String, entry: Int, position: Statement.Position)
    }
    struct TestEntry: Sendable, Hashable {
        var area: String
        var entry: Int
    }
    var to: MemberID
    var matter: Matter
    /// The entry of the line that it is about.
    var entry: Int
    var isAsked = false
    /// The line at which it was put to this person, where that is another one.
    var askedIn: Int?
    /// Whether that line was private, so that a question about it must be too.
    var isPrivate = false

    /// The line at which it was put last; nil while it waits for a pause.
    var lastAsked: Int? { isAsked ? askedIn ?? entry : nil }

    /// Whether it is about a likely reading of what this person said.
    var isHeard: Bool { if case .confirm = matter { true } else { false } }

    /// Whether it is about words that may stop the proposal under test.
    var isAboutStopping: Bool { if case .confirm(.levelGiven(let level, _)) = matter { level.stops } else { false } }

    var isAboutLevel: Bool { if case .confirm(.levelGiven) = matter { true } else { false } }

    /// Whether it is about an answer that this person seems to take back.
    var isAboutTakingBack: Bool { matter == .confirm(.withdrawn(entry: nil)) }

    /// Whether it is about a likely rating in a round that is open in the room.
    var isAboutRating: Bool { if case .confirm(.rated) = matter { true } else { false } }

    /// Whether it is about a likely rating that names its area, as ratings before the day do.
    var isAboutAreaRating: Bool { if case .confirm(.areaRated) = matter { true } else { false } }

    /// What is left of it without these statements: a likely position on several keeps the others. Nil when nothing is.
    func without(statements gone: [Int]) -> PendingQuestion? {
        guard case .confirm(.positionTaken(let targets, let stance, let because)) = matter else { return self }
        let left = targets.filter { !gone.contains($0) }
        guard !left.isEmpty else { return nil }
        var kept = self
        kept.matter = .confirm(.positionTaken(targets: left, stance: stance, because: because))
        return kept
    }
}

/// The questions that wait for somebody's answer. Each member's own stand together, oldest first: nearly every line asks
/// for those of its speaker, and those of the others may be many.
struct PendingQuestions: Sendable, Hashable {
    /// By the member's index.
    private var lists: [[PendingQuestion]] = []

    subscript(member: MemberID) -> [PendingQuestion] {
        get { lists.indices.contains(member.index) ? lists[member.index] : [] }
        _modify {
            while lists.count <= member.index { lists.append([]) }
            yield &lists[member.index]
        }
    }

    /// In the order in which they came up.
    var all: [PendingQuestion] { lists.joined().sorted { $0.entry < $1.entry } }

    mutating func append(_ question: PendingQuestion) { self[question.to].append(question) }

    /// Puts something else, or nothing, in the place of each.
    mutating func replace(_ body: (PendingQuestion) -> PendingQuestion?) {
        for index in lists.indices where !lists[index].isEmpty { lists[index] = lists[index].compactMap(body) }
    }

    mutating func removeAll(where isGone: (PendingQuestion) -> Bool) { replace { isGone($0) ? nil : $0 } }
}
