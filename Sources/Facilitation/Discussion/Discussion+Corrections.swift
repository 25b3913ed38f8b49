// Correcting and withdrawing. The original always stays in the transcript; what changes is what it adds up to.
extension Discussion {
    /// What an entry became, and whose it is.
    enum Item: Hashable {
        case statement(area: String, index: Int)
        case position(area: String, statement: Int)
        case rating(area: String, gauge: Int)
        case level(area: String, proposal: Int)
        case proposal(area: String, index: Int)
        case minorityView(area: String, index: Int)
        case viewPart(ViewPart, area: String, index: Int)
        case parked(area: String, index: Int)
        case interest(index: Int)
        case report(index: Int)
    }

    /// What an entry became, first of all, and whose it is.
    func item(at entry: Int) -> (item: Item, by: MemberID)? { items(at: entry).first }

    /// Everything that an entry became: one line can take positions on several statements, and answer a proposal too.
    func items(at entry: Int) -> [(item: Item, by: MemberID)] {
        var found = areas.values.flatMap { items(at: entry, in: $0) }
        for (index, interest) in interests.enumerated() where interest.entries.first == entry {
            found.append((.interest(index: index), interest.by))
        }
        for (index, report) in reports.enumerated() where report.entry == entry {
            found.append((.report(index: index), report.by))
        }
        return found
    }

    private func items(at entry: Int, in area: AreaDiscussion) -> [(item: Item, by: MemberID)] {
        var found: [(item: Item, by: MemberID)] = []
        for (index, statement) in area.statements.enumerated() {
            if statement.entry == entry { found.append((.statement(area: area.id, index: index), statement.by)) }
            for position in statement.positions where position.entry == entry {
                found.append((.position(area: area.id, statement: index), position.by))
            }
        }
        for (index, gauge) in area.gauges.enumerated() {
            if let rating = (gauge.ratings + gauge.late).first(where: { $0.entry == entry }) {
                found.append((.rating(area: area.id, gauge: index), rating.by))
            }
        }
        for (index, proposal) in area.proposals.enumerated() {
            if proposal.entry == entry { found.append((.proposal(area: area.id, index: index), proposal.author)) }
            if let answer = proposal.answers.first(where: { $0.entry == entry }) {
                found.append((.level(area: area.id, proposal: index), answer.by))
            }
        }
        for (index, view) in area.minorityViews.enumerated() {
            if view.entry == entry { found.append((.minorityView(area: area.id, index: index), view.by)) }
            guard view.entries.dropFirst().contains(entry) else { continue }
            let part = view.mind?.entry == entry ? ViewPart.mind : .lookAgain
            found.append((.viewPart(part, area: area.id, index: index), view.by))
        }
        for (index, parked) in area.parked.enumerated() where parked.entry == entry {
            found.append((.parked(area: area.id, index: index), parked.by))
        }
        return found
    }

    // MARK: Correct

    mutating func correct(_ entry: Int?, _ text: String, _ turn: inout Turn) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        guard let entry = entry ?? statementJustMade(by: turn.speaker, before: turn.heard.entry) else {
            throw .whichLine(latest: latestStatement(of: turn.speaker))
        }
        if struck.contains(entry) { throw .alreadyStruck(entry) }
        guard let found = item(at: entry) else { return try correctWords(of: entry, text, &turn) }
        if case .proposal(let area, _) = found.item {
            try amend(proposal: entry, in: area, text, &turn)
            return
        }
        guard found.by == turn.speaker else {
            throw .notYours(entry, isFacilitator: people[turn.speaker].role == .facilitator)
        }
        for (item, _) in items(at: entry) { try rewrite(item, entry, text, &turn) }
        noteCorrection(of: entry, by: turn.speaker, in: turn.heard.entry)
        turn.sayToSpeaker(.corrected(entry: entry, text: text))
    }

    /// One line a corrected entry, however often it is corrected.
    mutating func noteCorrection(of entry: Int, by member: MemberID, in line: Int) {
        if let known = corrections.firstIndex(where: { $0.entry == entry && $0.by == member }) {
            corrections[known].entries.append(line)
        } else {
            corrections.append(Correction(entry: entry, by: member, entries: [line]))
        }
    }

    private mutating func rewrite(
        _ item: Item, _ entry: Int, _ text: String, _ turn: inout Turn
    ) throws(Refusal) {
        switch item {
        case .statement, .parked, .interest, .report: try checkWordsAreForTheRoom(turn)
        case .position, .rating, .level, .proposal, .minorityView, .viewPart: break
        }
        switch item {
        case .statement(let area, let index):
            areas[area]?.statements[index].text = text
            areas[area]?.statements[index].corrections.append(turn.heard.entry)
            turn.item = ItemID(.statement, entry).name
            askAgain(area, index, &turn)
        case .position(let area, let index):
            guard let place = areas[area]?.statements[index].positions.firstIndex(where: { $0.entry == entry }) else {
                return
            }
            areas[area]?.statements[index].positions[place].because = text
            areas[area]?.statements[index].positions[place].reasonIsPrivate = turn.isPrivateMatter
            rewordObjections(area, entry, text, turn)
        case .rating(let area, let index):
            rewriteRating(area, index, entry, text, &turn)
        case .level(let area, let index):
            guard let place = areas[area]?.proposals[index].answers.firstIndex(where: { $0.entry == entry }) else {
                return
            }
            areas[area]?.proposals[index].answers[place].because = text
            areas[area]?.proposals[index].answers[place].reasonIsPrivate = turn.isPrivateMatter
            rewordObjections(area, entry, text, turn)
        case .minorityView(let area, let index): areas[area]?.minorityViews[index].text = text
        case .viewPart(.mind, let area, let index): areas[area]?.minorityViews[index].mind?.text = text
        case .viewPart(.lookAgain, let area, let index):
            guard let day = Reader.date(text, today: turn.heard.today) else { throw .badDate(text) }
            areas[area]?.minorityViews[index].lookAgain = day
        case .parked(let area, let index): areas[area]?.parked[index].text = text
        case .interest(let index): interests[index].text = text
        case .report(let index): reports[index].evidence = text
        case .proposal: break  // taken by `correct` before it comes here
        }
    }

    private mutating func rewordObjections(_ area: String, _ entry: Int, _ text: String, _ turn: Turn) {
        guard let place = areas.index(forKey: area) else { return }
        for (index, objection) in areas.values[place].objections.enumerated() where objection.entry == entry {
            areas.values[place].objections[index].text = text
            areas.values[place].objections[index].isPrivate = turn.isPrivateMatter
        }
    }

    /// Before the reveal the whole rating can be said anew; afterwards the counts stand and only the words change.
    private mutating func rewriteRating(
        _ area: String, _ index: Int, _ entry: Int, _ text: String, _ turn: inout Turn
    ) {
        guard let gauge = areas[area]?.gauges[index] else { return }
        if let late = gauge.late.firstIndex(where: { $0.entry == entry }) {
            areas[area]?.gauges[index].late[late].evidence = text
        }
        guard let place = gauge.ratings.firstIndex(where: { $0.entry == entry }) else { return }
        if !gauge.isRevealed && !turn.isPrivateMatter {
            // Corrected aloud, it is a rating said aloud.
            if gauge.isBlind { turn.tell(turn.speaker, .pleaseRatePrivately) }
            areas[area]?.gauges[index].isBlind = false
            areas[area]?.gauges[index].ratings[place].isOpen = true
        }
        let context = readingContext(for: turn.speaker, today: turn.heard.today, isPrivate: true)
        if !gauge.isRevealed, case .rated(let stage, let confidence, let evidence) = Reader.rating(text, in: context) {
            areas[area]?.gauges[index].ratings[place].stage = stage
            areas[area]?.gauges[index].ratings[place].confidence = confidence
            areas[area]?.gauges[index].ratings[place].evidence = evidence
        } else {
            areas[area]?.gauges[index].ratings[place].evidence = text
        }
    }

    /// Nobody agrees with words they have not seen: positions on a changed statement become *heard*, and are asked again.
    private mutating func askAgain(_ area: String, _ index: Int, _ turn: inout Turn) {
        guard let statement = areas[area]?.statements[index] else { return }
        let answered = Set(statement.positions.map(\.by))
        let waiting = statement.heard.filter { !answered.contains($0.by) } + statement.positions
        areas[area]?.statements[index].heard = waiting
        areas[area]?.statements[index].positions = []
        dropQuestions(aboutStatement: statement.entry)
        for position in waiting {
            questions.append(
                PendingQuestion(
                    to: position.by,
                    matter: .changedStatement(area: area, entry: statement.entry, position: position),
                    entry: turn.heard.entry, isAsked: true))
            turn.ask(
                position.by, .statementChanged(area: area, entry: statement.entry, stance: position.stance))
        }
    }

    // MARK: Withdraw

    mutating func withdraw(_ entry: Int?, _ turn: inout Turn) throws(Refusal) {
        if entry == nil, takeBackHeard(by: turn.speaker, &turn) { return }
        // A yes to the question whether it is met says so; `/withdraw` says only that it is taken back.
        let saysMet = entry != nil && turn.heard.readings.contains { $0.event == .answered(yes: true) }
        guard let entry = entry ?? lastOwn[turn.speaker] else {
            throw .nothingToTakeBack(latest: latestOwn(of: turn.speaker))
        }
        if struck.contains(entry) { throw .alreadyStruck(entry) }
        if withdrawObjections(entry, isMet: saysMet, &turn) { return }
        guard let found = item(at: entry) else { return try withdrawWords(of: entry, &turn) }
        guard found.by == turn.speaker else {
            throw .notYours(entry, isFacilitator: people[turn.speaker].role == .facilitator)
        }
        for (item, _) in items(at: entry) { try strike(item, entry, &turn) }
        struck.append(entry)
        if lastOwn[turn.speaker] == entry { lastOwn[turn.speaker] = nil }
        turn.sayToSpeaker(.withdrawn(entry: entry))
        sayIfAllAnswered(&turn)
    }

    /// The holder ends an objection. The position or level that it came with may have been cleared by new words, or stand
    /// in a closed test: then the objection alone is taken back.
    private mutating func withdrawObjections(_ entry: Int, isMet: Bool, _ turn: inout Turn) -> Bool {
        guard session.phase != .closed, isOnlyOfClosedTests(entry) else { return false }
        let ending = Objection.Ending(what: isMet ? .met : .withdrawn, entry: turn.heard.entry)
        let speaker = turn.speaker
        let isMeant: (Objection) -> Bool = { $0.entry == entry && $0.isOpen && $0.by == speaker }
        let places = areas.values.indices.filter { areas.values[$0].objections.contains(where: isMeant) }
        guard !places.isEmpty else { return false }
        for place in places {
            for index in areas.values[place].objections.indices where isMeant(areas.values[place].objections[index]) {
                areas.values[place].objections[index].ending = ending
            }
        }
        turn.sayToSpeaker(isMet ? .objectionMet(entry: entry) : .objectionWithdrawn(entry: entry))
        return true
    }

    private func isOnlyOfClosedTests(_ entry: Int) -> Bool {
        items(at: entry).allSatisfy { isOfClosedTest($0.item) }
    }

    private func isOfClosedTest(_ item: Item) -> Bool {
        guard case .level(let area, let index) = item else { return false }
        return test?.entry != areas[area]?.proposals[index].entry
    }

    mutating func strike(_ item: Item, _ entry: Int, _ turn: inout Turn) throws(Refusal) {
        switch item {
        case .statement(let area, let index):
            areas[area]?.strikeStatement(at: index)
            closeObjections(area, on: .statement(entry: entry), in: turn.heard.entry)
            dropQuestions(aboutStatement: entry)
        case .position(let area, let index):
            guard let statement = areas[area]?.statements[index] else { return }
            areas[area]?.statements[index].positions.removeAll { $0.entry == entry }
            let ending = Objection.Ending(what: .withdrawn, entry: turn.heard.entry)
            settleObjections(area, by: turn.speaker, on: .statement(entry: statement.entry), ending)
        case .rating(let area, let index):
            guard let gauge = areas[area]?.gauges[index] else { return }
            let isLate = gauge.late.contains { $0.entry == entry }
            if gauge.isRevealed && !isLate { throw .gaugeIsRevealed(round: gauge.round) }
            areas[area]?.gauges[index].ratings.removeAll { $0.entry == entry }
            areas[area]?.gauges[index].late.removeAll { $0.entry == entry }
            if gauge.isBeforehand { pregauge?.hasSaidAllAreIn = false }
        case .level(let area, let index):
            guard let proposal = areas[area]?.proposals[index] else { return }
            guard test?.entry == proposal.entry else { throw .testIsClosed(entry: proposal.entry) }
            areas[area]?.proposals[index].answers.removeAll { $0.entry == entry }
            let ending = Objection.Ending(what: .withdrawn, entry: turn.heard.entry)
            settleObjections(area, by: turn.speaker, on: .proposal(entry: proposal.entry), ending)
        case .proposal(let area, let index):
            // What was agreed is no longer one person's to take back, and a closed session stays as it is.
            if session.phase == .closed { throw .moment(.sessionIsClosed, testEntry: nil) }
            strikeProposal(area, index, in: turn.heard.entry)
        case .minorityView(let area, let index): areas[area]?.minorityViews[index].isStruck = true
        case .viewPart(.mind, let area, let index): areas[area]?.minorityViews[index].mind = nil
        case .viewPart(.lookAgain, let area, let index):
            areas[area]?.minorityViews[index].lookAgain = nil
            areas[area]?.minorityViews[index].lookAgainEntry = nil
        case .parked(let area, let index): areas[area]?.parked[index].isStruck = true
        case .interest(let index): interests[index].isStruck = true
        case .report(let index): reports[index].isStruck = true
        }
    }

    private mutating func strikeProposal(_ area: String, _ index: Int, in line: Int) {
        guard let proposal = areas[area]?.proposals[index] else { return }
        areas[area]?.proposals[index].isStruck = true
        closeObjections(area, on: .proposal(entry: proposal.entry), in: line)
        questions.removeAll { question in
            guard case .ownObjective(let asked) = question.matter else { return false }
            return asked.entry == proposal.entry
        }
        if test?.entry == proposal.entry {
            test = nil
            dropLevelQuestions()
        }
    }

    private mutating func closeObjections(_ area: String, on target: Objection.Target, in line: Int) {
        for index in areas[area]?.objections.indices ?? 0..<0 {
            guard let objection = areas[area]?.objections[index], objection.isOpen, objection.on == target else {
                continue
            }
            areas[area]?.objections[index].ending = Objection.Ending(what: .takenBack, entry: line)
        }
    }

    private mutating func dropQuestions(aboutStatement entry: Int) {
        questions.replace { question in
            if case .changedStatement(_, entry, _) = question.matter { return nil }
            return question.without(statements: [entry])
        }
    }
}
