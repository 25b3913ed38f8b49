/// The four questions that lead from a theme to something that can be tested, in their order (domain practice).
public enum FramingQuestion: String, Sendable, CaseIterable {
    case known
    case betterQuestion = "better-question"
    case help
    case sign

    /// What is said while the question is open is kept as this.
    public var kind: StatementKind {
        switch self {
        case .known: .known
        case .betterQuestion: .betterQuestion
        case .help: .help
        case .sign: .sign
        }
    }

    var next: FramingQuestion? {
        switch self {
        case .known: .betterQuestion
        case .betterQuestion: .help
        case .help: .sign
        case .sign: nil
        }
    }
}

/// What a facilitator asked of the framing questions.
public enum FramingStep: Sendable, Hashable {
    case next
    case question(FramingQuestion)
    case end

    /// From one typed word; nothing means the next one.
    public init?(words: String) {
        switch words.lowercased() {
        case "", "next": self = .next
        case "known", "know", "1": self = .question(.known)
        case "better-question", "question", "better", "2": self = .question(.betterQuestion)
        case "help", "who", "3": self = .question(.help)
        case "sign", "signs", "how", "4": self = .question(.sign)
        case "end", "off", "stop", "done": self = .end
        default: return nil
        }
    }

    /// The word that reads back as this.
    public var word: String {
        switch self {
        case .next: "next"
        case .question(let question): question.rawValue
        case .end: "end"
        }
    }
}

extension Discussion {
    /// The framing question that is open in the room now. A rating or a test comes first while it lasts.
    public var openFraming: FramingQuestion? {
        switch step {
        case .framed, .revealed, .discussing, .drafting: area?.framing
        case .unopened, .gathering, .between, .gauging, .testing, .readingBack, .paused, .closed: nil
        }
    }

    /// A question to the room is talk, except where better questions are what is asked for.
    func asksBetter(_ turn: Turn) -> Bool {
        openFraming == .betterQuestion && !turn.heard.isPrivate && turn.heard.words.hasSuffix("?")
    }

    mutating func takeFramingStep(_ step: FramingStep, _ turn: inout Turn) {
        guard let id = currentArea else { return }
        let question: FramingQuestion? =
            switch step {
            case .question(let question): question
            case .next: areas[id]?.framing.map(\.next) ?? .known
            case .end: nil
            }
        areas[id]?.framing = question
        turn.say(.preparing(question.map { .framingAsked($0) } ?? .framingDone))
    }
}
