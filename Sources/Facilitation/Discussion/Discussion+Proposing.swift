// Putting proposals to the test, and changing their words.
extension Discussion {
    mutating func propose(_ proposed: Proposed, _ listener: inout Listener) throws(Refusal) {
        guard let id = currentArea else { throw .moment(.noAreaOpen, testEntry: nil) }
        let mayOpen = people[listener.speaker].role == .facilitator || setup.membersPropose && test == nil
        if !mayOpen {
            keepAsStatement(proposed, id, &listener)
            return
        }
        if let test { throw .testIsOpen(entry: test.entry) }
        let proposal = try proposal(from: proposed, in: id, &listener)
        areas[id]?.proposals.append(proposal)
        areas[id]?.status = .open
        listener.item = proposal.kind == .position ? "position" : proposal.id
        openTest(id, proposal.entry, &listener)
    }

    /// A member's proposal is kept as a statement that the facilitator can put to the test, in its author's words.
    private mutating func keepAsStatement(_ proposed: Proposed, _ id: String, _ listener: inout Listener) {
        guard !listener.heard.isPrivate else {
            listener.tell(listener.speaker, .proposalNeedsTheRoom)
            return
        }
        var statement = Statement(
            entry: listener.heard.entry, by: listener.speaker,
            text: proposed.text.isEmpty ? listener.heard.words : proposed.text, kind: .proposal)
        statement.proposed = proposed
        areas[id]?.statements.append(statement)
        areas[id]?.statementsSinceListed += 1
        if areas[id]?.step == .revealed { areas[id]?.step = .discussing }
        lastOwn[listener.speaker] = listener.heard.entry
        listener.item = "s\(statement.entry)"
        listener.say(.proposalNoted(entry: statement.entry, what: proposed.what))
        listStatementsIfMany(id, &listener)
    }

    private mutating func proposal(
        from proposed: Proposed, in id: String, _ listener: inout Listener
    ) throws(Refusal) -> Proposal {
        let source = try source(of: proposed, in: id, listener)
        var proposal = Proposal(
            kind: proposed.what, number: 0, entry: listener.heard.entry, author: source.author, text: source.text)
        if let entry = source.entry { proposal.entries.append(entry) }
        switch proposed.what {
        case .position:
            let stage = try stage(source.proposed.stage ?? source.text)
            proposal.stage = stage
            proposal.text = setup.framework.ladder.name(stage)
        case .decision:
            counters.decisions += 1
            proposal.number = counters.decisions
        case .aim:
            counters.aims += 1
            proposal.number = counters.aims
        case .objective:
            counters.objectives += 1
            proposal.number = counters.objectives
            proposal.objective = parts(of: source.proposed, by: source.author, area: id)
        }
        if proposal.text.isEmpty { throw .emptyText }
        return proposal
    }

    private struct Source {
        var text: String
        var author: MemberID
        var entry: Int?
        var proposed: Proposed
    }

    /// The words under test: typed here, or taken from a numbered statement or an earlier proposal.
    private func source(of proposed: Proposed, in id: String, _ listener: Listener) throws(Refusal) -> Source {
        guard let item = proposed.item else {
            return Source(text: proposed.text, author: listener.speaker, entry: nil, proposed: proposed)
        }
        if let area = areas[id], let index = area.statementIndex(item), !area.statements[index].isStruck {
            let statement = area.statements[index]
            // The words may have been erased since; what was read from them then is with the command that took them up.
            let parsed =
                proposed.hasParts
                ? proposed
                : reparsed(
                    proposed.what, statement.proposed, statement.text, statement.by, today: listener.heard.today)
            return Source(text: statement.text, author: statement.by, entry: item, proposed: parsed)
        }
        if let earlier = areas[id]?.proposals.first(where: { $0.entry == item && !$0.isStruck }) {
            let parsed = reparsed(proposed.what, nil, earlier.text, earlier.author, today: listener.heard.today)
            return Source(text: earlier.text, author: earlier.author, entry: item, proposed: parsed)
        }
        throw isKnown(item, listener) ? .notAStatement(item) : .unknownEntry(item)
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
            // Offering to do something oneself is saying yes to it.
            if owner == author {
                parts.owner = .accepted(owner)
            } else if people[owner].isPresent {
                parts.owner = .asked(owner)
            }
        }
        parts.due = proposed.due.flatMap(CivilDate.init(iso:))
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

    mutating func openTest(_ id: String, _ entry: Int, _ listener: inout Listener) {
        listSilentOnce(&listener)
        listStatements(&listener)
        test = TestReference(area: id, entry: entry)
        listener.say(.testOpened, expects: .level, choices: Level.allCases.map(\.rawValue))
        adviseOnWording(id, entry, &listener)
        askOwner(id, entry, listener.heard.entry, &listener)
        guard let parts = proposalUnderTest?.objective else { return }
        let gaps = parts.missing.filter { $0 != .owner || parts.owner == .nobody }
        if !gaps.isEmpty { listener.say(.partsMissing(entry: entry, gaps)) }
    }

    private mutating func askOwner(_ id: String, _ entry: Int, _ line: Int, _ listener: inout Listener) {
        dropOwnerQuestions(about: entry)
        guard case .asked(let owner) = proposalUnderTest?.objective?.owner else { return }
        questions.append(
            PendingQuestion(
                to: owner, matter: .ownObjective(PendingQuestion.TestEntry(area: id, entry: entry)), entry: line,
                isAsked: true))
        listener.say(.ownerAsked(owner, entry: entry), expects: .confirm, choices: ["yes", "no"])
    }

    /// Who was asked before is asked no longer.
    mutating func dropOwnerQuestions(about entry: Int) {
        questions.removeAll { question in
            guard case .ownObjective(let asked) = question.matter else { return false }
            return asked.entry == entry
        }
    }

    // MARK: Changing words

    /// Changes the proposal under test, or re-opens the last closed one. Answers given to other words do not carry over.
    mutating func amend(_ text: String, _ listener: inout Listener) throws(Refusal) {
        guard let id = test?.area ?? currentArea else { throw .nothingToAmend }
        let entry = test?.entry ?? areas[id]?.proposals.last { !$0.isStruck }?.entry
        guard let entry else { throw .nothingToAmend }
        try amend(proposal: entry, in: id, text, &listener)
    }

    mutating func amend(proposal entry: Int, in id: String, _ text: String, _ listener: inout Listener) throws(Refusal)
    {
        guard !text.isEmpty else { throw .emptyText }
        guard let index = areas[id]?.proposalIndex(entry), var proposal = areas[id]?.proposals[index] else {
            throw .unknownEntry(entry)
        }
        let isFacilitator = people[listener.speaker].role == .facilitator
        guard isFacilitator || proposal.author == listener.speaker else { throw .notYours(entry, isFacilitator: false) }
        if let test, test.entry != entry { throw .testIsOpen(entry: test.entry) }
        if proposal.isStruck { throw .alreadyStruck(entry) }
        // However it was asked for, a changed proposal is a test, and opens only when a test can.
        if case .declined(let moment) = Timetable.answer(to: .amended, at: stage) {
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
        if proposal.kind == .objective { reparse(&proposal, text, id, listener) }
        proposal.answers = []
        proposal.outcome = .open
        proposal.notAnswered = 0
        proposal.hasWarned = false
        proposal.announced = nil
        proposal.entries.append(listener.heard.entry)
        noteCorrection(of: entry, by: listener.speaker, in: listener.heard.entry)
        dropLevelQuestions()
        areas[id]?.proposals[index] = proposal
        areas[id]?.status = .open
        listener.item = proposal.kind == .position ? "position" : proposal.id
        listener.say(.amended)
        openTest(id, entry, &listener)
    }

    /// New words, new parts; what they leave out and was known before stays, and a willing owner stays willing.
    private func reparse(_ proposal: inout Proposal, _ text: String, _ id: String, _ listener: Listener) {
        let before = proposal.objective ?? ObjectiveParts()
        let proposed = reparsed(.objective, nil, text, proposal.author, today: listener.heard.today)
        var now = parts(of: proposed, by: proposal.author, area: id)
        if let owner = before.acceptedOwner, now.owner == .nobody || now.owner == .asked(owner) {
            now.owner = .accepted(owner)
        }
        now.due = now.due ?? before.due
        now.measure = now.measure ?? before.measure
        now.baseline = now.baseline ?? before.baseline
        now.target = now.target ?? before.target
        now.aim = before.aim ?? now.aim
        proposal.objective = now
    }

    // MARK: Filling gaps

    mutating func giveObjectivePart(
        _ part: ObjectivePart, _ value: String, _ listener: inout Listener
    ) throws(Refusal) {
        guard !value.isEmpty else { throw .emptyText }
        let (number, words) = Discussion.leadingNumber(value)
        guard let place = objectivePlace(number), var proposal = proposal(at: place),
            var parts = proposal.objective
        else { throw .noObjectiveHere }
        if case .carried = place { try checkCarried(proposal, part, by: listener.speaker) }
        var askedOwner: MemberID?
        switch part {
        case .owner:
            let isSelf = ["me", "i"].contains(Names.fold(words))
            let owner = isSelf ? listener.speaker : try member(named: words)
            let isWilling = owner == listener.speaker
            if !isWilling && !people[owner].isPresent {
                // Nothing is put on somebody who is away, and nobody else is let go for it.
                listener.say(.ownerIsAway(owner))
                return
            }
            dropOwnerQuestions(about: proposal.entry)
            parts.owner = isWilling ? .accepted(owner) : .asked(owner)
            askedOwner = isWilling ? nil : owner
        case .due:
            guard let due = Reader.date(words, today: listener.heard.today) else { throw .badDate(words) }
            parts.due = due
        case .measure: parts.measure = words
        case .baseline: parts.baseline = words
        case .target: parts.target = words
        }
        proposal.objective = parts
        proposal.entries.append(listener.heard.entry)
        put(proposal, at: place)
        listener.item = proposal.id
        let id = area(of: place)
        if let askedOwner {
            questions.append(
                PendingQuestion(
                    to: askedOwner,
                    matter: .ownObjective(PendingQuestion.TestEntry(area: id, entry: proposal.entry)),
                    entry: listener.heard.entry, isAsked: true))
            listener.say(.ownerAsked(askedOwner, entry: proposal.entry), expects: .confirm, choices: ["yes", "no"])
        } else {
            listener.say(.objectiveNow(area: id, entry: proposal.entry))
        }
    }

    /// What an earlier session fixed stays: the day, and the owner, whom a facilitator alone may ask somebody else to follow.
    private func checkCarried(
        _ proposal: Proposal, _ part: ObjectivePart, by speaker: MemberID
    ) throws(Refusal) {
        if part == .due, proposal.objective?.due != nil { throw .dueDateStays(proposal.entry) }
        guard part == .owner, let owner = proposal.objective?.acceptedOwner else { return }
        guard owner == speaker || people[speaker].role == .facilitator else {
            throw .notYours(proposal.entry, isFacilitator: false)
        }
    }

    /// Where an objective stands: in an area of this session, or among those that earlier ones left open.
    private enum ObjectivePlace {
        case here(area: String, index: Int)
        case carried(Int)
    }

    /// Without a number the latest of the area is meant; one of an earlier session is named.
    private func objectivePlace(_ number: Int?) -> ObjectivePlace? {
        if let id = test?.area ?? currentArea,
            let index = areas[id]?.proposals.lastIndex(where: {
                $0.kind == .objective && !$0.isStruck && (number == nil || $0.entry == number)
            })
        {
            return .here(area: id, index: index)
        }
        return carried.firstIndex { $0.entry == number }.map { .carried($0) }
    }

    private func proposal(at place: ObjectivePlace) -> Proposal? {
        switch place {
        case .here(let area, let index): areas[area]?.proposals[index]
        case .carried(let index): carried[index].proposal
        }
    }

    private func area(of place: ObjectivePlace) -> String {
        switch place {
        case .here(let area, _): area
        case .carried(let index): carried[index].area
        }
    }

    private mutating func put(_ proposal: Proposal, at place: ObjectivePlace) {
        switch place {
        case .here(let area, let index): areas[area]?.proposals[index] = proposal
        case .carried(let index): carried[index].proposal = proposal
        }
    }

    /// `#90 Priya` → 90 and `Priya`; a bare number is a value, not a reference.
    static func leadingNumber(_ value: String) -> (number: Int?, words: String) {
        guard value.hasPrefix("#") else { return (nil, value) }
        let digits = value.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return (nil, value) }
        let rest = value.dropFirst(1 + digits.count).drop { $0 == " " || $0 == ":" }
        return (number, String(rest))
    }
}
