// Taking back: one's own last word, and what a facilitator strikes out or undoes, with a reason.
extension Discussion {
    /// A member's bare `/undo` takes back their own last entry. A facilitator's `/undo N` strikes proposals, parked items,
    /// misfiled statements and commands, and nothing that belongs to its holder alone.
    mutating func undo(_ entry: Int?, _ because: String, _ turn: inout Turn) throws(Refusal) {
        guard let entry else {
            try withdraw(nil, &turn)
            return
        }
        guard people[turn.speaker].role == .facilitator else {
            let isOwn = item(at: entry)?.by == turn.speaker
            throw isOwn ? .cannotUndo(entry) : .needsFacilitator(.undone)
        }
        if struck.contains(entry) { return try explainStriking(entry, because, &turn) }
        // Whose entry it was, and everybody else, is told why.
        if !because.isEmpty { try checkWordsAreForTheRoom(turn) }
        var author: MemberID?
        let found = item(at: entry)
        if case .level = found?.item, let closing = commands[entry] {
            // The last answer closed the test. The closing is undone; the answer is its holder's, and stands.
            try undo(closing, entry, &turn)
            commands[entry] = nil
            turn.say(.testOpened, expects: .level, choices: Level.allCases.map(\.rawValue))
            return
        }
        if let found {
            author = found.by
            try strikeAsFacilitator(found.item, entry, &turn)
        } else if let command = commands[entry] {
            try undo(command, entry, &turn)
        } else {
            throw isKnown(entry, turn) ? .cannotUndo(entry) : .unknownEntry(entry)
        }
        struck.append(entry)
        session.strikingReasons[entry] = because
        sayStruck(entry, of: author, because, &turn)
        guard because.isEmpty else { return }
        struckUnexplained.insert(entry)
        whyAsked = WhyAsked(of: turn.speaker, struck: entry, line: turn.heard.entry)
        turn.sayToSpeaker(.whyUndone(entry: entry))
    }

    /// What was struck out without a reason can be given one.
    private mutating func explainStriking(
        _ entry: Int, _ because: String, _ turn: inout Turn
    ) throws(Refusal) {
        guard !because.isEmpty, struckUnexplained.contains(entry) else { throw .alreadyStruck(entry) }
        try checkWordsAreForTheRoom(turn)
        struckUnexplained.remove(entry)
        session.strikingReasons[entry] = because
        sayStruck(entry, of: item(at: entry)?.by, because, &turn)
    }

    private func sayStruck(_ entry: Int, of author: MemberID?, _ because: String, _ turn: inout Turn) {
        turn.say(.undone(entry: entry, because: because))
        if let author, author != turn.speaker {
            turn.tell(author, .yourEntryWasUndone(entry: entry, because: because))
        }
    }

    /// The entry of which this person was just asked why they struck it out.
    func struckAskedAbout(by member: MemberID) -> Int? {
        guard let whyAsked, whyAsked.of == member, session.phase != .closed,
            struckUnexplained.contains(whyAsked.struck)
        else { return nil }
        return whyAsked.struck
    }

    private mutating func strikeAsFacilitator(_ item: Item, _ entry: Int, _ turn: inout Turn) throws(Refusal) {
        switch item {
        case .statement, .proposal, .parked: try strike(item, entry, &turn)
        case .position, .rating, .level, .minorityView, .viewPart, .interest, .report: throw .holdersAlone(entry)
        }
    }

    private mutating func undo(
        _ command: UndoableCommand, _ entry: Int, _ turn: inout Turn
    ) throws(Refusal) {
        switch command {
        case .skipped(let area):
            guard areas[area]?.status == .skipped else { throw .cannotUndo(entry) }
            areas[area]?.status = .open
        case .areaDone(let area):
            guard areas[area]?.status == .settled else { throw .cannotUndo(entry) }
            areas[area]?.status = .open
        case .extended(let area, let minutes): areas[area]?.extraMinutes -= minutes
        case .gaugingOpened: try undoGauging(entry)
        case .testClosed(let area, let proposal): try reopen(proposal, in: area, undoing: entry)
        }
    }

    private mutating func undoGauging(_ entry: Int) throws(Refusal) {
        guard let id = areas.keys.first(where: { areas[$0]?.openGauge?.entry == entry }) else {
            throw .cannotUndo(entry)
        }
        // A round that already holds somebody's rating is not the facilitator's to throw away.
        guard areas[id]?.openGauge?.ratings.isEmpty == true else { throw .holdersAlone(entry) }
        areas[id]?.gauges.removeLast()
        let wasOnlyRound = areas[id]?.gauges.isEmpty == true
        areas[id]?.step = wasOnlyRound ? .framed : .discussing
    }

    /// A test closed by mistake goes on where it was, with the answers given: the words under test are the same.
    private mutating func reopen(_ proposal: Int, in area: String, undoing entry: Int) throws(Refusal) {
        if let test { throw .testIsOpen(entry: test.entry) }
        if case .declined(let moment) = Timetable.answer(to: .proposed, at: step) {
            throw .moment(moment, testEntry: nil)
        }
        guard let index = areas[area]?.proposalIndex(proposal), let found = areas[area]?.proposals[index],
            areas[area]?.openGauge == nil, !found.isStruck, found.entries.contains(entry), found.outcome != .open
        else { throw .cannotUndo(entry) }
        areas[area]?.proposals[index].outcome = .open
        areas[area]?.proposals[index].notAnswered = 0
        areas[area]?.proposals[index].announced = nil
        areas[area]?.proposals[index].hasWarned = false
        areas[area]?.proposals[index].entries.removeAll { $0 == entry }
        test = TestReference(area: area, entry: proposal)
    }
}
