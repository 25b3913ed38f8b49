import Facilitation

/// An invented room for readings: six people, five open statements.
enum ReadingRoom {
    static let ladder = Ladder(stages: [
        Stage(id: "emerging", name: "Emerging"), Stage(id: "established", name: "Established"),
        Stage(id: "expanding", name: "Expanding"),
    ])

    static let members = Roster(
        ["Nadine", "Owen", "Farah", "Dr Lowe", "Kit Marsh", "Kit Dunne"].map { Person(id: $0, name: $0) })

    static let statements = [
        OpenStatement(entry: 14, by: "Owen", text: "Our tenders never mention local firms."),
        OpenStatement(entry: 15, by: "Farah", text: "Apprentices leave for the city after a year."),
        OpenStatement(entry: 17, by: "Dr Lowe", text: "The clinic on Mill Street is half empty."),
        OpenStatement(entry: 19, by: "Kit Marsh", text: "Buses stop before the late shift ends."),
        OpenStatement(entry: 22, by: "Kit Dunne", text: "Grants are too short to hire anybody."),
    ]

    static func context(
        _ step: ReadingContext.Step = .discussing, expects: Expectation? = nil, speaker: String = "Nadine",
        role: Role = .member,
        last: (by: String, entry: Int)? = ("Kit Dunne", 22), today: String = "2026-11-21"
    ) -> ReadingContext {
        let test = ReadingContext.Test(entry: 40, kind: .decision, text: "We will name local firms in every tender.")
        return ReadingContext(
            step: step, area: "acting-as-an-anchor", expects: expects, test: step == .testing ? test : nil,
            statements: step == .opening ? .none : OpenStatements(statements, authors: members), members: members,
            last: step == .testing || expects != nil ? ("bot", 41) : last, speaker: .init(id: speaker, name: speaker),
            role: role,
            isPrivate: false, ladder: ladder, today: CivilDate(iso: today) ?? CivilDate(year: 2026, month: 11, day: 21))
    }

    static let talking = context()
    static let testing = context(.testing, expects: .level)
    static let gauging = context(.gauging, expects: .stage)
    static let confirming = context(.readback, expects: .confirm)
    static let leading = context(role: .facilitator)
    static let objectives = context(.objectives)

    static func read(_ text: String, _ context: ReadingContext = talking) -> [Reading] {
        Reader.read(text, in: context)
    }

    /// A reading as a short text, such as `agree 14 plain`, so that tests read as a list of lines and meanings.
    static func told(_ text: String, _ context: ReadingContext = talking) -> String {
        read(text, context).map { "\(short($0.event)) \($0.strength.rawValue)" }.joined(separator: "; ")
    }

    private static func short(_ event: Event) -> String {
        switch event {
        case .positionTaken(let targets, let stance, _):
            "\(stance.rawValue) \(targets.map(String.init).joined(separator: ","))"
        case .levelGiven(let level, _): level.rawValue
        case .rated(let stage, let confidence, _): "gauge \(stage)" + (confidence.map { " \($0.rawValue)" } ?? "")
        case .stated: "statement"
        case .chatted: "chatter"
        case .answered(let yes): yes ? "yes" : "no"
        case .asked(let asked): "ask \(asked.question.rawValue)"
        case .parked: "park"
        case .interestDeclared: "interest"
        case .minorityStated: "minority"
        case .corrected(let entry, _): "correct \(entry.map(String.init) ?? "last")"
        case .withdrawn(let entry): "withdraw \(entry.map(String.init) ?? "last")"
        case .joined(let name, let sector, let body, _): "join \(name)/\(sector)/\(body)"
        case .left: "leave"
        case .proposed(let proposed): "propose \(proposed.what.rawValue)"
        default: "command"
        }
    }
}
