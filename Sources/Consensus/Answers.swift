/// What one person gave when everyone was asked.
///
/// Naming a stage is the only answer that enters a measure. The other five are different things and are
/// counted apart: somebody who does not know has told us something that somebody who is absent has not.
public enum Answer: Hashable, Sendable {
    /// Named a step of the scale, by its identifier.
    case stage(String)
    /// Was asked and does not know.
    case dontKnow
    /// Was asked and has no view on the matter.
    case noView
    /// Was asked and chose not to take part in the choice.
    case abstain
    /// Is present and has not answered.
    case notAnswered
    /// Is not in the room.
    case absent

    /// Whether the person said something: neither silent nor absent.
    public var isGiven: Bool {
        switch self {
        case .stage, .dontKnow, .noView, .abstain: true
        case .notAnswered, .absent: false
        }
    }
}

/// One person's answer in one round, with the sector that the person belongs to.
public struct Rating: Hashable, Sendable {
    /// Identifies the person; rounds are compared by it.
    public let rater: String
    public let answer: Answer
    /// The constituency of the person; `nil` when unknown. People without one form no sector.
    public let sector: String?

    public init(rater: String, answer: Answer, sector: String? = nil) {
        self.rater = rater
        self.answer = answer
        self.sector = sector
    }
}

/// How many people gave which kind of answer. Travels with every measure made from ratings.
public struct AnswerCounts: Hashable, Sendable {
    /// Answers that enter the measure (for a gauge: ratings that name a stage).
    public private(set) var counted = 0
    public private(set) var dontKnow = 0
    public private(set) var noView = 0
    public private(set) var abstained = 0
    public private(set) var notAnswered = 0
    public private(set) var absent = 0

    /// Everyone who answered in some way: counted, don't know, no view and abstained.
    public var answered: Int { counted + dontKnow + noView + abstained }
    /// Everyone in the room: those who answered and those who have not.
    public var present: Int { answered + notAnswered }
    /// Everyone who was listed.
    public var everyone: Int { present + absent }

    public init(_ answers: some Sequence<Answer> = []) {
        for answer in answers {
            switch answer {
            case .stage: counted += 1
            case .dontKnow: dontKnow += 1
            case .noView: noView += 1
            case .abstain: abstained += 1
            case .notAnswered: notAnswered += 1
            case .absent: absent += 1
            }
        }
    }
}
