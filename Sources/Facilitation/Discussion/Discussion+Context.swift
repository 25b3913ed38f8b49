extension Discussion {
    /// What a reader of plain words may know when this person speaks.
    public func readingContext(for member: MemberID, today: CivilDate, isPrivate: Bool) -> ReadingContext {
        let person = people[member]
        // A test that waits in another area is not what people talk about here: *support* is no answer to it.
        let testHere = test?.area == currentArea ? proposalUnderTest : nil
        return ReadingContext(
            step: test == nil || testHere != nil ? readingStep : .discussing, area: currentArea,
            expects: expectation(of: member),
            test: testHere.map { .init(entry: $0.entry, kind: $0.kind, text: $0.text) },
            statements: recentStatements,
            members: people.ids.map { .init(id: people[$0].id, name: people[$0].name) },
            last: last.map { (people[$0.by].id, $0.entry) },
            speaker: .init(id: person.id, name: person.name), role: person.role, isPrivate: isPrivate,
            ladder: setup.framework.ladder, today: today)
    }

    /// Plain words refer to what was said lately; `/agree 14` reaches any statement. The limit keeps the work for a line the
    /// same in a long meeting as in a short one.
    static let statementsReadMax = 200

    private var recentStatements: [ReadingContext.OpenStatement] {
        guard let area else { return [] }
        return area.statements.suffix(Discussion.statementsReadMax).compactMap { statement in
            statement.isStruck ? nil : .init(entry: statement.entry, by: people[statement.by].id, text: statement.text)
        }
    }

    private var readingStep: ReadingContext.Step {
        switch stage {
        case .unopened, .gathering: .opening
        case .between, .closed: .between
        case .framed: .framed
        case .gauging: .gauging
        case .revealed: .revealed
        case .discussing: .discussing
        case .testing: .testing
        case .drafting: .objectives
        case .readingBack: .readback
        case .paused: area == nil ? .between : .discussing
        }
    }
}
