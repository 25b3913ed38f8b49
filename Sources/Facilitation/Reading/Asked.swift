/// What somebody asked the bot.
public enum Asked: Sendable, Hashable {
    case whereWeAre
    case whoIsHere
    /// How many have answered, and who has not.
    case answersSoFar
    /// What can be typed; `about` is what came after */help*, such as the name of a command.
    case help(about: String)
    /// What every level means.
    case levels
    case level(Level)
    /// What every stage means.
    case stages
    /// What the stages mean in an area, as typed or by its id: a rating of it comes next.
    case area(String)
    /// The same for the next area that whoever asks has not rated.
    case nextArea
    case actions
    case overview
    case whatIsKept
    /// Something with an answer of its own; `entry` is the one that it is asked of.
    case subject(AskedSubject, entry: Int?)

    /// A question of this kind, and nothing else in it.
    init(_ question: Question) {
        switch question {
        case .where: self = .whereWeAre
        case .who: self = .whoIsHere
        case .help: self = .help(about: "")
        case .stage: self = .stages
        case .actions: self = .actions
        case .overview: self = .overview
        case .other: self = .whatIsKept
        }
    }

    public var question: Question {
        switch self {
        case .whereWeAre: .where
        case .whoIsHere, .answersSoFar: .who
        case .help, .levels, .level: .help
        case .stages, .area, .nextArea: .stage
        case .actions: .actions
        case .overview: .overview
        case .whatIsKept: .other
        case .subject(let subject, _): subject.question
        }
    }
}

/// The kinds of question, in the words that a reading is kept with.
public enum Question: String, Sendable, CaseIterable { case `where`, who, help, stage, actions, overview, other }
