// Statements, positions on them, parked items, interests, private words.
extension Discussion {
    /// After so many new statements their list is shown.
    static let statementsBetweenLists = 8

    mutating func state(_ kind: StatementKind, _ listener: inout Listener) {
        // Outside an area there is nothing to take a position on: the words are kept in the transcript, as talk.
        guard let id = currentArea, let index = currentIndex, session.phase == .underWay else {
            if listener.heard.isPrivate { answerPrivateTalk(&listener) }
            return
        }
        // A private line is for the bot or the facilitators: it never becomes something that the room can see.
        guard !listener.heard.isPrivate else {
            answerPrivateTalk(&listener)
            return
        }
        let kind = openFraming.map(\.kind) ?? kind
        let statement = Statement(
            entry: listener.heard.entry, by: listener.speaker, text: listener.heard.words, kind: kind,
            evidence: kind == .evidence ? .claimed : nil)
        areas.values[index].statements.append(statement)
        if areas.values[index].step == .revealed { areas.values[index].step = .discussing }
        lastOwn[listener.speaker] = listener.heard.entry
        listener.item = "s\(statement.entry)"
        areas.values[index].statementsSinceListed += 1
        listStatementsIfMany(id, &listener)
    }

    /// Somebody who tries to rate and is not understood must hear it, or they would believe that they have rated.
    func answerPrivateTalk(_ listener: inout Listener) {
        let isBeforehand = pregaugeFocus(of: listener.speaker) != nil
        let waits = area?.openGauge.map { people[listener.speaker].votes && $0.rating(of: listener.speaker) == nil }
        guard isBeforehand || waits == true else { return sayHowFar(&listener) }
        listener.tell(listener.speaker, .ratingNotUnderstood, expects: .stage, choices: setup.framework.ladder.answers)
    }

    mutating func listStatementsIfMany(_ id: String, _ listener: inout Listener) {
        guard let count = areas[id]?.statementsSinceListed, count >= Discussion.statementsBetweenLists, test == nil
        else {
            return
        }
        listStatements(&listener)
    }

    mutating func listStatements(_ listener: inout Listener) {
        guard let id = currentArea, let index = currentIndex, areas.values[index].statementsSinceListed > 0,
            areas.values[index].openStatementCount > 0
        else { return }
        areas[id]?.statementsSinceListed = 0
        listener.say(.openStatements)
    }

    mutating func takePosition(
        _ targets: [Int], _ stance: Stance, _ because: String, _ listener: inout Listener
    ) throws(Refusal) {
        guard !targets.isEmpty else { throw .unclearTarget }
        for target in targets {
            guard let (id, index) = place(ofStatement: target), let statement = areas[id]?.statements[index] else {
                throw isKnown(target, listener) ? .notAStatement(target) : .unknownEntry(target)
            }
            if statement.isStruck { throw .alreadyStruck(target) }
            if statement.by == listener.speaker { throw .ownStatement(target) }
            setPosition(id, index, stance, because, by: listener.speaker, entry: listener.heard.entry)
            if areas[id]?.step == .revealed { areas[id]?.step = .discussing }
        }
        dropPositionQuestions(to: listener.speaker, about: targets)
        questions[listener.speaker].removeAll { question in
            guard case .changedStatement(_, let entry, _) = question.matter else { return false }
            return targets.contains(entry)
        }
        lastOwn[listener.speaker] = listener.heard.entry
        listener.item = "s\(targets[0])"
    }

    /// What somebody says of a statement takes the place of what was heard from them about it before.
    mutating func dropPositionQuestions(to member: MemberID, about targets: [Int]) {
        questions[member] = questions[member].compactMap { $0.without(statements: targets) }
    }

    /// Entry numbers run through the room, so a statement can be named from any area.
    func place(ofStatement entry: Int) -> (area: String, index: Int)? {
        if let currentArea, let index = areas[currentArea]?.statementIndex(entry) { return (currentArea, index) }
        for id in areas.keys {
            if let index = areas[id]?.statementIndex(entry) { return (id, index) }
        }
        return nil
    }

    /// One person, one position: the last one counts. Agreeing says that an objection made before is met; being unsure,
    /// or disagreeing again without a reason, does not.
    mutating func setPosition(
        _ area: String, _ index: Int, _ stance: Stance, _ because: String, by member: MemberID, entry: Int
    ) {
        guard let statement = areas[area]?.statements[index] else { return }
        areas[area]?.statements[index].take(
            Statement.Position(by: member, stance: stance, because: because, entry: entry))
        let target = Objection.Target.statement(entry: statement.entry)
        switch stance {
        case .agree: settleObjections(area, by: member, on: target)
        case .disagree: raiseObjection(area, because, by: member, on: target, entry: entry)
        case .unsure: break
        }
    }

    /// A new reason takes the place of the one that the same person gave before; the same reason again changes nothing.
    mutating func raiseObjection(
        _ area: String, _ because: String, by member: MemberID, on target: Objection.Target, entry: Int
    ) {
        guard !because.isEmpty else { return }
        let stands = areas[area]?.objections.contains {
            $0.by == member && $0.on == target && $0.isOpen && $0.text == because
        }
        if stands == true { return }
        settleObjections(area, by: member, on: target)
        areas[area]?.objections.append(Objection(by: member, on: target, text: because, entry: entry))
        areas[area]?.hasWarned = false
    }

    mutating func settleObjections(_ area: String, by member: MemberID, on target: Objection.Target) {
        for index in areas[area]?.objections.indices ?? 0..<0 {
            guard let objection = areas[area]?.objections[index], objection.by == member, objection.on == target else {
                continue
            }
            areas[area]?.objections[index].isOpen = false
        }
    }

    mutating func park(_ text: String, _ listener: inout Listener) throws(Refusal) {
        guard let id = currentArea, !text.isEmpty else { throw .emptyText }
        areas[id]?.parked.append(ParkedItem(by: listener.speaker, text: text, entry: listener.heard.entry))
        lastOwn[listener.speaker] = listener.heard.entry
        listener.item = "#\(listener.heard.entry)"
        listener.say(.parked(entry: listener.heard.entry))
    }

    mutating func declareInterest(_ text: String, _ listener: inout Listener) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        interests.append(
            Interest(by: listener.speaker, text: text, area: currentArea, entries: [listener.heard.entry]))
        lastOwn[listener.speaker] = listener.heard.entry
        listener.say(.interestKept(listener.speaker))
    }

    /// The chair's ruling belongs to the last interest that has none yet.
    mutating func handleInterest(_ text: String, _ listener: inout Listener) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        let waiting = interests.lastIndex { $0.handling == nil && !$0.isStruck } ?? interests.lastIndex { !$0.isStruck }
        guard let index = waiting else { throw .noInterestHere }
        interests[index].handling = text
        interests[index].entries.append(listener.heard.entry)
        listener.say(.interestHandled(interests[index].by))
    }

    mutating func tellPrivately(_ text: String, _ listener: inout Listener) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        for facilitator in people.facilitators where facilitator != listener.speaker {
            listener.tell(facilitator, .privateWord(from: listener.speaker, text: text))
        }
        listener.tell(listener.speaker, .privateWordPassedOn)
    }

    /// Whether this entry number has been given out already.
    func isKnown(_ entry: Int, _ listener: Listener) -> Bool { entry > 0 && entry < listener.heard.entry }
}
