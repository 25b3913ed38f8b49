// Putting proposals to the test, and changing their words.
extension Discussion {
    mutating func propose(_ proposed: Proposed, _ turn: inout Turn) throws(Refusal) {
        guard let id = currentArea else { throw .moment(.noAreaOpen, testEntry: nil) }
        let mayOpen = people[turn.speaker].role == .facilitator || setup.membersPropose && test == nil
        if !mayOpen {
            keepAsStatement(proposed, id, &turn)
            return
        }
        if let test { throw .testIsOpen(entry: test.entry) }
        if proposed.item == nil, proposed.stage == nil { try checkWordsAreForTheRoom(turn) }
        let proposal = try proposal(from: proposed, in: id, &turn)
        areas[id]?.proposals.append(proposal)
        areas[id]?.status = .open
        turn.item = proposal.id
        openTest(id, proposal.entry, &turn)
    }

    /// A member's proposal is kept as a statement that the facilitator can put to the test, in its author's words.
    private mutating func keepAsStatement(_ proposed: Proposed, _ id: String, _ turn: inout Turn) {
        guard !turn.heard.isPrivate, !turn.isPrivateMatter else {
            turn.tell(turn.speaker, .proposalNeedsTheRoom)
            return
        }
        var statement = Statement(
            entry: turn.heard.entry, by: turn.speaker,
            text: proposed.text.isEmpty ? turn.heard.words : proposed.text, kind: .proposal)
        statement.proposed = proposed
        areas[id]?.statements.append(statement)
        areas[id]?.statementsSinceListed += 1
        if areas[id]?.step == .revealed { areas[id]?.step = .discussing }
        lastOwn[turn.speaker] = turn.heard.entry
        turn.item = ItemID(.statement, statement.entry).name
        turn.say(.proposalNoted(entry: statement.entry, what: proposed.what))
        listStatementsIfMany(id, &turn)
    }

    private mutating func proposal(
        from proposed: Proposed, in id: String, _ turn: inout Turn
    ) throws(Refusal) -> Proposal {
        let source = try source(of: proposed, in: id, turn)
        var proposal = Proposal(
            kind: proposed.what, number: 0, entry: turn.heard.entry, author: source.author, text: source.text)
        if let entry = source.entry { proposal.entries.append(entry) }
        let earlier = earlierTest(of: source, as: proposed.what, in: id)
        if let earlier { dropOwnerQuestions(about: earlier.entry) }
        proposal.inPlaceOf = earlier?.inPlaceOf ?? source.before?.entry
        switch proposed.what {
        case .position:
            let stage = try stage(source.proposed.stage ?? source.text)
            proposal.stage = stage
            proposal.text = setup.framework.ladder.name(stage)
        case .decision:
            proposal.number = earlier?.number ?? counters.decisions + 1
            counters.decisions = max(counters.decisions, proposal.number)
        case .aim:
            proposal.number = earlier?.number ?? counters.aims + 1
            counters.aims = max(counters.aims, proposal.number)
            proposal.horizon = earlier?.horizon ?? source.before?.horizon
        case .objective:
            proposal.number = earlier?.number ?? counters.objectives + 1
            counters.objectives = max(counters.objectives, proposal.number)
            var known = parts(of: source.proposed, by: source.author, area: id)
            if let before = earlier?.objective {
                known.keep(before)
            } else if let before = source.before?.objective {
                known = partsAgain(before, aim: known.aim)
            }
            proposal.objective = known
        }
        if proposal.text.isEmpty { throw .emptyText }
        return proposal
    }

    /// The test of the same statement or proposal that stands: what is tested again keeps its number and its parts.
    private func earlierTest(of source: Source, as kind: ProposalKind, in id: String) -> Proposal? {
        guard kind != .position, let entry = source.entry else { return nil }
        return areas[id]?.standing.first { $0.kind == kind && ($0.entry == entry || $0.entries.contains(entry)) }
    }

    private struct Source {
        var text: String
        var author: MemberID
        var entry: Int?
        var proposed: Proposed
        /// What an earlier session took on with these words.
        var before: Proposal?
    }

    /// The words under test: typed here, or taken from a numbered statement or an earlier proposal.
    private func source(of proposed: Proposed, in id: String, _ turn: Turn) throws(Refusal) -> Source {
        guard let item = proposed.item else {
            return Source(text: proposed.text, author: turn.speaker, entry: nil, proposed: proposed)
        }
        if let area = areas[id], let index = area.statementIndex(item), !area.statements[index].isStruck {
            let statement = area.statements[index]
            // The words may have been erased since; what was read from them then is with the command that took them up.
            let parsed =
                proposed.hasParts
                ? proposed
                : reparsed(
                    proposed.what, statement.proposed, statement.text, statement.by, today: turn.heard.today)
            return Source(text: statement.text, author: statement.by, entry: item, proposed: parsed)
        }
        let tested = (areas[id]?.proposals ?? []).filter { !$0.isStruck }
        if let earlier = tested.first(where: { $0.entry == item }) ?? tested.last(where: { $0.inPlaceOf == item }) {
            let parsed = reparsed(proposed.what, nil, earlier.text, earlier.author, today: turn.heard.today)
            return Source(text: earlier.text, author: earlier.author, entry: item, proposed: parsed)
        }
        if let before = proposalBefore(item, as: proposed.what, in: id) {
            let again = Proposed(what: proposed.what, text: before.text)
            return Source(text: before.text, author: before.author, entry: item, proposed: again, before: before)
        }
        throw isKnown(item, turn) ? .notAStatement(item) : .unknownEntry(item)
    }

    /// An objective or an aim that an earlier session took on in this area.
    private func proposalBefore(_ entry: Int, as kind: ProposalKind, in id: String) -> Proposal? {
        let objectives = carried.filter { $0.area == id }.map(\.proposal)
        let aims = earlierAims.filter { $0.area == id }.map(\.proposal)
        return (objectives + aims).first { $0.entry == entry && $0.kind == kind }
    }

    /// What is known of an objective of an earlier session. Its owner is asked again: they said yes to what it was then.
    private func partsAgain(_ before: ObjectiveParts, aim: Int?) -> ObjectiveParts {
        var parts = before
        parts.owner = .nobody
        if let owner = before.acceptedOwner, people[owner].isPresent { parts.owner = .asked(owner) }
        parts.aim = aim ?? before.aim
        return parts
    }

    func reparsed(
        _ what: ProposalKind, _ proposed: Proposed?, _ text: String, _ author: MemberID, today: CivilDate
    ) -> Proposed {
        if let proposed, proposed.what == what, proposed.text == text { return proposed }
        guard what == .objective else { return Proposed(what: what, text: text) }
        return Reader.objective(text, in: readingContext(for: author, today: today, isPrivate: false))
    }

    func parts(of proposed: Proposed, by author: MemberID, area: String) -> ObjectiveParts {
        var parts = ObjectiveParts()
        if let words = proposed.owner, let owner = onlyMember(words) {
            parts.worded.owner = owner
            // Offering to do something oneself is saying yes to it.
            if owner == author {
                parts.owner = .accepted(owner)
            } else if people[owner].isPresent {
                parts.owner = .asked(owner)
            }
        }
        parts.due = proposed.due.flatMap(CivilDate.init(iso:))
        parts.worded.due = parts.due
        parts.measure = proposed.measure
        parts.baseline = proposed.baseline
        parts.target = proposed.target
        parts.aim = areas[area]?.proposals.last { $0.kind == .aim && !$0.isStruck && $0.outcome.isAdopted }?.number
        return parts
    }

    private func onlyMember(_ words: String) -> MemberID? {
        if let actor = people.find(actor: words) { return actor }
        let found = people.named(words)
        return found.count == 1 ? found[0] : nil
    }

    /// A stage that a position can name: a step of the ladder.
    func stage(_ words: String) throws(Refusal) -> String {
        let ladder = setup.framework.ladder
        let known = ladder.steps.map(\.id)
        if known.contains(words) { return words }
        guard let found = Reader.stage(words, ladder: ladder), known.contains(found) else {
            throw .unknownStage(words, known: ladder.steps.map(\.name))
        }
        return found
    }

    mutating func openTest(_ id: String, _ entry: Int, _ turn: inout Turn) {
        listSilentOnce(&turn)
        listStatements(&turn)
        test = TestReference(area: id, entry: entry)
        turn.say(.testOpened, expects: .level, choices: Level.allCases.map(\.rawValue))
        adviseOnWording(id, entry, &turn)
        askOwner(id, entry, &turn)
        guard let parts = proposalUnderTest?.objective else { return }
        let gaps = parts.missing.filter { $0 != .owner || parts.owner == .nobody }
        if !gaps.isEmpty { turn.say(.partsMissing(entry: entry, gaps)) }
    }

    // MARK: Changing words

    /// Changes the proposal under test, or re-opens the last closed one. Answers given to other words do not carry over.
    mutating func amend(_ text: String, _ turn: inout Turn) throws(Refusal) {
        guard let id = test?.area ?? currentArea else { throw .nothingToAmend }
        let entry = test?.entry ?? areas[id]?.proposals.last { !$0.isStruck }?.entry
        guard let entry else { throw .nothingToAmend }
        try amend(proposal: entry, in: id, text, &turn)
    }

    mutating func amend(proposal entry: Int, in id: String, _ text: String, _ turn: inout Turn) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        try checkWordsAreForTheRoom(turn)
        guard let index = areas[id]?.proposalIndex(entry), var proposal = areas[id]?.proposals[index] else {
            throw .unknownEntry(entry)
        }
        let isFacilitator = people[turn.speaker].role == .facilitator
        guard isFacilitator || proposal.author == turn.speaker else { throw .notYours(entry, isFacilitator: false) }
        if let test, test.entry != entry { throw .testIsOpen(entry: test.entry) }
        if proposal.isStruck { throw .alreadyStruck(entry) }
        // However it was asked for, a changed proposal is a test, and opens only when a test can.
        if case .declined(let moment) = Timetable.answer(to: .amended, at: step) {
            throw .moment(moment, testEntry: test?.entry)
        }
        if areas[id]?.openGauge != nil { throw .moment(.gaugeIsOpen, testEntry: nil) }
        if proposal.kind == .position {
            let stage = try stage(text)
            proposal.stage = stage
            proposal.text = setup.framework.ladder.name(stage)
        } else {
            proposal.text = text
        }
        if proposal.kind == .objective {
            reparse(&proposal, text, id, turn)
            dropOwnerQuestions(about: entry)
        }
        proposal.entries.append(turn.heard.entry)
        turn.item = proposal.id
        testAgain(proposal, at: index, in: id, &turn)
    }

    /// Puts a proposal that has changed to the test: answers given to something else do not carry over.
    mutating func testAgain(_ changed: Proposal, at index: Int, in id: String, _ turn: inout Turn) {
        var proposal = changed
        if !proposal.answers.isEmpty { proposal.hasLapsedAnswers = true }
        proposal.answers = []
        proposal.outcome = .open
        proposal.notAnswered = 0
        proposal.hasWarned = false
        proposal.announced = nil
        noteCorrection(of: proposal.entry, by: turn.speaker, in: turn.heard.entry)
        dropLevelQuestions()
        areas[id]?.proposals[index] = proposal
        areas[id]?.status = .open
        turn.say(.amended)
        openTest(id, proposal.entry, &turn)
    }

    /// New words, new parts; what they leave out and was known before stays, and a willing owner stays willing.
    private func reparse(_ proposal: inout Proposal, _ text: String, _ id: String, _ turn: Turn) {
        let before = proposal.objective ?? ObjectiveParts()
        let proposed = reparsed(.objective, nil, text, proposal.author, today: turn.heard.today)
        var now = parts(of: proposed, by: proposal.author, area: id)
        now.keep(before)
        proposal.objective = now
    }
}
