extension Discussion {
    /// What a reader of plain words may know when this person speaks.
    public func readingContext(for member: MemberID, today: CivilDate, isPrivate: Bool) -> ReadingContext {
        // A test that waits in another area is not what people talk about here: *support* is no answer to it.
        let testHere = test?.area == currentArea ? proposalUnderTest : nil
        return ReadingContext(
            step: test == nil || testHere != nil ? readingStep : .discussing, area: currentArea,
            expects: expectation(of: member),
            test: testHere.map { .init(entry: $0.entry, kind: $0.kind, text: $0.text) },
            statements: currentIndex.map { OpenStatements(areas.values[$0].statements, authors: people.roster) }
                ?? .none,
            members: people.roster,
            last: last.map { (people.list[$0.by.index].id, $0.entry) },
            speaker: people.roster.people[member.index], role: people.list[member.index].role, isPrivate: isPrivate,
            ladder: setup.framework.ladder, today: today)
    }

    private var readingStep: ReadingContext.Step {
        switch step {
        case .unopened, .gathering: .opening
        case .between, .closed: .between
        case .framed: .framed
        case .gauging: .gauging
        case .revealed: .revealed
        case .discussing: .discussing
        case .testing: .testing
        case .drafting: .objectives
        case .readingBack: .readback
        case .paused: currentArea == nil ? .between : .discussing
        }
    }
}
