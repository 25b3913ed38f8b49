// The parts of an objective: filling gaps, replacing what is known, and asking people to own one.
extension Discussion {
    /// Anybody may fill a gap, and the room is told. What is known already is a part of what people answer, or have
    /// answered: it changes as the words do, or not at all.
    mutating func giveObjectivePart(
        _ part: ObjectivePart, _ value: String, _ turn: inout Turn
    ) throws(Refusal) {
        let (number, words) = Discussion.leadingNumber(value)
        guard !words.isEmpty else { throw .emptyText }
        try checkWordsAreForTheRoom(turn)
        guard let place = objectivePlace(number), let proposal = proposal(at: place), let before = proposal.objective
        else { throw .noObjectiveHere }
        var parts = before
        switch part {
        case .owner:
            try giveOwner(words, proposal, at: place, &turn)
            return
        case .due:
            // Nothing can be due before it is agreed.
            guard let due = Reader.date(words, today: turn.heard.today), due >= turn.heard.today else {
                throw .badDate(words)
            }
            parts.due = due
        case .measure: parts.measure = words
        case .baseline: parts.baseline = words
        case .target: parts.target = words
        }
        // The same once more is a replacement too: when words are erased, nothing tells whether they were the same.
        let isReplaced = !before.missing.contains(part)
        if isReplaced { try checkReplacing(part, of: proposal, at: place, by: turn.speaker) }
        keep(parts, of: proposal, at: place, isReplaced: isReplaced, &turn)
    }

    /// Nobody becomes an owner without a yes of their own, and until then whoever owns it goes on.
    private mutating func giveOwner(
        _ words: String, _ proposal: Proposal, at place: ObjectivePlace, _ turn: inout Turn
    ) throws(Refusal) {
        let before = proposal.objective?.acceptedOwner
        if before != nil { try checkReplacing(.owner, of: proposal, at: place, by: turn.speaker) }
        let isSelf = ["me", "i"].contains(Names.fold(words))
        let owner = isSelf ? turn.speaker : try member(named: words)
        guard owner == turn.speaker || owner == before || people[owner].isPresent else {
            // Nothing is put on somebody who is away, and nobody else is let go for it.
            turn.say(.ownerIsAway(owner))
            return
        }
        dropOwnerQuestions(about: proposal.entry)
        turn.item = proposal.id
        if owner == before {
            turn.say(.objectiveNow(area: area(of: place), entry: proposal.entry))
            return
        }
        var parts = proposal.objective ?? ObjectiveParts()
        if owner == turn.speaker {
            parts.owner = .accepted(owner)
            keep(parts, of: proposal, at: place, isReplaced: before != nil, &turn)
            return
        }
        if before == nil { parts.owner = .asked(owner) }
        var asked = proposal
        asked.objective = parts
        asked.entries.append(turn.heard.entry)
        put(asked, at: place)
        ask(owner, toOwn: proposal.entry, in: area(of: place), &turn)
    }

    /// Keeps the parts and reads them back. Where one was replaced under test, everybody is asked again.
    private mutating func keep(
        _ parts: ObjectiveParts, of proposal: Proposal, at place: ObjectivePlace, isReplaced: Bool,
        _ turn: inout Turn
    ) {
        var changed = proposal
        changed.objective = parts
        changed.entries.append(turn.heard.entry)
        put(changed, at: place)
        turn.item = proposal.id
        turn.say(.objectiveNow(area: area(of: place), entry: proposal.entry))
        if isReplaced { testAgainIfOpen(proposal.entry, &turn) }
    }

    /// A part that people had answered with was replaced while the objective is tested.
    private mutating func testAgainIfOpen(_ entry: Int, _ turn: inout Turn) {
        guard let test, test.entry == entry, let index = areas[test.area]?.proposalIndex(entry),
            let proposal = areas[test.area]?.proposals[index]
        else { return }
        testAgain(proposal, at: index, in: test.area, &turn)
    }

    /// While an objective is tested, its author and a facilitator may replace a part. Afterwards what is known stays as
    /// people answered it, and only the owner can be followed by another: the owner and a facilitator may ask somebody.
    private func checkReplacing(
        _ part: ObjectivePart, of proposal: Proposal, at place: ObjectivePlace, by speaker: MemberID
    ) throws(Refusal) {
        let isTested = test?.entry == proposal.entry
        if !isTested, part != .owner {
            switch place {
            case .here: throw .partStays(part, entry: proposal.entry, isCarried: false)
            case .carried where part == .due: throw .dueDateStays(proposal.entry)
            case .carried: throw .partStays(part, entry: proposal.entry, isCarried: true)
            }
        }
        let isOwners = part == .owner && proposal.objective?.acceptedOwner == speaker
        let isAuthors = isTested && proposal.author == speaker
        guard isOwners || isAuthors || people[speaker].role == .facilitator else {
            throw .notYours(proposal.entry, isFacilitator: false)
        }
        try checkAmending(proposal.entry)
    }

    /// Replacing a part under test amends what is tested, and comes when an amendment can.
    private func checkAmending(_ entry: Int) throws(Refusal) {
        guard test?.entry == entry, case .declined(let moment) = Timetable.answer(to: .amended, at: step) else {
            return
        }
        throw .moment(moment, testEntry: entry)
    }

    /// The answer of somebody who was asked to own an objective.
    mutating func answerOwnership(
        _ yes: Bool, _ asked: PendingQuestion.TestEntry, _ turn: inout Turn
    ) throws(Refusal) {
        guard let place = place(of: asked), var proposal = proposal(at: place) else { return }
        let before = proposal.objective?.acceptedOwner
        if yes, before != nil { try checkAmending(asked.entry) }
        if yes {
            proposal.objective?.owner = .accepted(turn.speaker)
        } else if before == nil {
            proposal.objective?.owner = .declined(turn.speaker)
        }
        proposal.entries.append(turn.heard.entry)
        put(proposal, at: place)
        turn.say(.ownerAnswered(turn.speaker, entry: asked.entry, yes: yes))
        if yes, before != nil { testAgainIfOpen(asked.entry, &turn) }
    }

    /// Where an objective stands: in an area of this session, or among those that earlier ones left open.
    private enum ObjectivePlace {
        case here(area: String, index: Int)
        case carried(Int)
    }

    /// Without a number the latest of the area is meant; one of an earlier session is named.
    private func objectivePlace(_ item: Int?) -> ObjectivePlace? {
        let number = item.map(entryNow)
        if let id = test?.area ?? currentArea,
            let named = areas[id]?.proposals.last(where: {
                $0.kind == .objective && !$0.isStruck && (number == nil || $0.entry == number)
            }), let index = currentTest(of: named.id, in: id)
        {
            return .here(area: id, index: index)
        }
        return carried.firstIndex { $0.entry == number }.map { .carried($0) }
    }

    private func place(of asked: PendingQuestion.TestEntry) -> ObjectivePlace? {
        if let index = areas[asked.area]?.proposalIndex(asked.entry) { return .here(area: asked.area, index: index) }
        return carried.firstIndex { $0.entry == asked.entry }.map { .carried($0) }
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

    // MARK: Asking owners

    /// Whoever the words under test name is asked, unless they offered it themselves. Others whom they name are not, and
    /// the room hears that too.
    mutating func askOwner(_ id: String, _ entry: Int, _ turn: inout Turn) {
        guard let proposal = proposalUnderTest else { return }
        switch proposal.objective?.owner {
        case .asked(let owner):
            ask(owner, toOwn: entry, in: id, &turn)
            sayOneOwnerOnly(owner, proposal, &turn)
        case .accepted(let owner): sayOneOwnerOnly(owner, proposal, &turn)
        case .nobody, .declined, nil: break
        }
    }

    private func sayOneOwnerOnly(_ owner: MemberID, _ proposal: Proposal, _ turn: inout Turn) {
        let doers = doers(named: proposal.text)
        let others = doers.filter { $0 != owner }
        guard doers.contains(owner), !others.isEmpty else { return }
        turn.say(.oneOwnerOnly(owner, others: others, entry: proposal.entry))
    }

    /// The people whom the words name before *will*: *Bob and Ann will meet suppliers*.
    private func doers(named text: String) -> [MemberID] {
        let words = text.replacing(",", with: " and ").split(separator: " ").map(String.init)
        guard let will = words.firstIndex(of: "will") else { return [] }
        let names = words[..<will].split { $0 == "and" || $0 == "&" }.map { $0.joined(separator: " ") }
        return names.map(people.named).filter { $0.count == 1 }.map { $0[0] }
    }

    /// Whoever was asked to follow the owner supports what is tested. That is no yes to owning it, because the words may
    /// say that somebody else does; so they are asked once more.
    mutating func askNextOwner(_ member: MemberID, _ turn: inout Turn) {
        guard let proposal = proposalUnderTest, let owner = proposal.objective?.acceptedOwner, owner != member,
            let index = questions[member].firstIndex(where: { question in
                guard case .ownObjective(let asked) = question.matter else { return false }
                return asked.entry == proposal.entry
            })
        else { return }
        askInFull(index, of: member, &turn)
    }

    private mutating func ask(_ owner: MemberID, toOwn entry: Int, in id: String, _ turn: inout Turn) {
        dropOwnerQuestions(about: entry)
        questions.append(
            PendingQuestion(
                to: owner, matter: .ownObjective(PendingQuestion.TestEntry(area: id, entry: entry)),
                entry: turn.heard.entry, isAsked: true))
        turn.say(.ownerAsked(owner, entry: entry), expects: .confirm, choices: Turn.yesOrNo, asked: owner)
    }

    /// Who was asked before is asked no longer.
    mutating func dropOwnerQuestions(about entry: Int) {
        questions.removeAll { question in
            guard case .ownObjective(let asked) = question.matter else { return false }
            return asked.entry == entry
        }
    }
}
