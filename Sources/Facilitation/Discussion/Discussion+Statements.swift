// Statements, positions on them, parked items, interests, private words.
extension Discussion {
    /// After so many new statements their list is shown.
    static let statementsBetweenLists = 8

    mutating func state(_ kind: StatementKind, _ turn: inout Turn) {
        // Outside an area there is nothing to take a position on: the words are kept in the transcript, as talk.
        guard let id = currentArea, let index = currentIndex, session.phase == .underWay else {
            if turn.heard.isPrivate {
                answerPrivateTalk(isStatement: true, &turn)
            } else {
                sayNothingIsOpen(&turn)
            }
            return
        }
        // A private line is for the bot or the facilitators: it never becomes something that the room can see.
        guard !turn.heard.isPrivate else {
            answerPrivateTalk(isStatement: true, &turn)
            return
        }
        let kind = openFraming.map(\.kind) ?? kind
        let statement = Statement(
            entry: turn.heard.entry, by: turn.speaker, text: turn.heard.words, kind: kind,
            evidence: kind == .evidence ? .claimed : nil)
        areas.values[index].statements.append(statement)
        if areas.values[index].step == .revealed { areas.values[index].step = .discussing }
        lastOwn[turn.speaker] = turn.heard.entry
        turn.item = ItemID(.statement, statement.entry).name
        areas.values[index].statementsSinceListed += 1
        listStatementsIfMany(id, &turn)
    }

    /// Somebody who tries to rate and is not understood must hear it, or they would believe that they have rated.
    /// - Parameter isStatement: more than a greeting, so that its author must not believe that it counts.
    func answerPrivateTalk(isStatement: Bool = false, _ turn: inout Turn) {
        let isBeforehand = pregaugeFocus(of: turn.speaker) != nil
        let waits = area?.openGauge.map { people[turn.speaker].votes && $0.rating(of: turn.speaker) == nil }
        guard isBeforehand || waits == true else {
            if sayHowFar(&turn) || !isStatement { return }
            turn.tell(turn.speaker, .privateLineNotCounted(turn.speaker))
            return
        }
        turn.tell(turn.speaker, .ratingNotUnderstood, expects: .stage, choices: setup.framework.ladder.answers)
    }

    /// Somebody who rates or answers while no area is open must hear that it counts nowhere; once is enough until
    /// something opens.
    mutating func sayNothingIsOpen(_ turn: inout Turn) {
        let speaker = turn.speaker
        let isTold = session.toldNothingIsOpen[speaker].map { $0 >= momentBegan } ?? false
        guard step == .gathering || step == .between, people[speaker].votes, !isTold, isAnswer(turn) else {
            return
        }
        session.toldNothingIsOpen[speaker] = turn.heard.entry
        turn.sayToSpeaker(.nothingIsOpen)
    }

    /// Words that are a rating or a level and nothing else, if there were something to rate or to answer.
    private func isAnswer(_ turn: Turn) -> Bool {
        let words = turn.heard.words
        let named = Folding.folded(CommandShape.splitAtBecause(words).0)
        if named == "full support" || Level.allCases.contains(where: { Folding.folded($0.rawValue) == named }) {
            return true
        }
        var asked = readingContext(for: turn.speaker, today: turn.heard.today, isPrivate: false)
        asked.expects = .stage
        asked.step = .gauging
        guard let rating = StageReader(line: Line(words, in: asked)).read(), rating.isHeaded else { return false }
        let isBare = rating.evidence.isEmpty && setup.framework.stages.contains { $0.id == rating.stage }
        return rating.confidence != nil || isBare
    }

    mutating func listStatementsIfMany(_ id: String, _ turn: inout Turn) {
        guard test == nil, let index = areas.index(forKey: id),
            areas.values[index].statementsSinceListed >= Discussion.statementsBetweenLists
        else { return }
        listStatements(&turn)
        // A pause in a long talk: nobody should wait for the end of it to hear what was made of their words.
        askHeard(&turn)
    }

    mutating func listStatements(_ turn: inout Turn) {
        guard let index = currentIndex, areas.values[index].statementsSinceListed > 0,
            areas.values[index].openStatementCount > 0
        else { return }
        areas.values[index].statementsSinceListed = 0
        turn.say(.openStatements)
    }

    mutating func takePosition(
        _ targets: [Int], _ stance: Stance, _ because: String, _ turn: inout Turn
    ) throws(Refusal) {
        guard !targets.isEmpty else { throw .unclearTarget }
        for target in targets {
            let (id, index) = try place(ofOpenStatement: target, turn)
            setPosition(
                id, index,
                Statement.Position(
                    by: turn.speaker, stance: stance, because: because, entry: turn.heard.entry,
                    reasonIsPrivate: turn.isPrivateMatter))
            if let area = areas.index(forKey: id), areas.values[area].step == .revealed {
                areas.values[area].step = .discussing
            }
        }
        dropPositionQuestions(to: turn.speaker, about: targets)
        questions[turn.speaker].removeAll { question in
            guard case .changedStatement(_, let entry, _) = question.matter else { return false }
            return targets.contains(entry)
        }
        lastOwn[turn.speaker] = turn.heard.entry
        turn.item = ItemID(.statement, targets[0]).name
        guard turn.isPrivateMatter else { return }
        turn.tell(turn.speaker, .positionKept(targets, stance, hasReason: !because.isEmpty))
    }

    /// What somebody says of a statement takes the place of what was heard from them about it before.
    mutating func dropPositionQuestions(to member: MemberID, about targets: [Int]) {
        questions[member] = questions[member].compactMap { $0.without(statements: targets) }
    }

    /// Where a statement stands that this speaker can take a position on.
    func place(ofOpenStatement target: Int, _ turn: Turn) throws(Refusal) -> (area: String, index: Int) {
        guard let found = place(ofStatement: target), let area = areas.index(forKey: found.area) else {
            throw isKnown(target, turn) ? .notAStatement(target) : .unknownEntry(target)
        }
        let statement = areas.values[area].statements[found.index]
        if statement.isStruck { throw .alreadyStruck(target) }
        if statement.by == turn.speaker { throw .ownStatement(target) }
        return found
    }

    /// Entry numbers run through the room, so a statement can be named from any area.
    func place(ofStatement entry: Int) -> (area: String, index: Int)? {
        if let currentIndex, let index = areas.values[currentIndex].statementIndex(entry) {
            return (areas.values[currentIndex].id, index)
        }
        for area in areas.values {
            if let index = area.statementIndex(entry) { return (area.id, index) }
        }
        return nil
    }

    /// One person, one position: the last one counts. Agreeing ends an objection made before; being unsure, or
    /// disagreeing again without a reason, does not.
    mutating func setPosition(_ area: String, _ index: Int, _ position: Statement.Position) {
        guard let place = areas.index(forKey: area) else { return }
        areas.values[place].statements[index].take(position)
        let target = Objection.Target.statement(entry: areas.values[place].statements[index].entry)
        switch position.stance {
        case .agree:
            let ending = Objection.Ending(what: .agreed, entry: position.entry)
            settleObjections(area, by: position.by, on: target, ending)
        case .disagree:
            raiseObjection(
                area,
                Objection(
                    by: position.by, on: target, text: position.because, entry: position.entry,
                    isPrivate: position.reasonIsPrivate))
        case .unsure: break
        }
    }

    /// A new reason takes the place of the one that the same person gave before; the same reason again changes nothing.
    mutating func raiseObjection(_ area: String, _ objection: Objection) {
        guard !objection.text.isEmpty else { return }
        let isEarlier: (Objection) -> Bool = { $0.by == objection.by && $0.on == objection.on && $0.isOpen }
        let stands = areas[area]?.objections.contains {
            isEarlier($0) && $0.text == objection.text && $0.isPrivate == objection.isPrivate
        }
        if stands == true { return }
        // What was replaced was not met: only the newer words are kept.
        areas[area]?.objections.removeAll(where: isEarlier)
        areas[area]?.objections.append(objection)
        areas[area]?.hasWarned = false
    }

    mutating func settleObjections(
        _ area: String, by member: MemberID, on target: Objection.Target, _ ending: Objection.Ending
    ) {
        guard let place = areas.index(forKey: area) else { return }
        for (index, objection) in areas.values[place].objections.enumerated()
        where objection.isOpen && objection.by == member && objection.on == target {
            areas.values[place].objections[index].ending = ending
        }
    }

    mutating func park(_ text: String, _ turn: inout Turn) throws(Refusal) {
        guard let id = currentArea, !text.isEmpty else { throw .emptyText }
        try checkWordsAreForTheRoom(turn)
        areas[id]?.parked.append(ParkedItem(by: turn.speaker, text: text, entry: turn.heard.entry))
        lastOwn[turn.speaker] = turn.heard.entry
        turn.item = "#\(turn.heard.entry)"
        turn.say(.parked(entry: turn.heard.entry))
    }

    mutating func declareInterest(_ text: String, _ turn: inout Turn) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        try checkWordsAreForTheRoom(turn)
        interests.append(
            Interest(by: turn.speaker, text: text, area: currentArea, entries: [turn.heard.entry]))
        lastOwn[turn.speaker] = turn.heard.entry
        turn.say(.interestKept(turn.speaker))
    }

    /// The chair's ruling belongs to the last interest that has none yet.
    mutating func handleInterest(_ text: String, _ turn: inout Turn) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        try checkWordsAreForTheRoom(turn)
        let waiting = interests.lastIndex { $0.handling == nil && !$0.isStruck } ?? interests.lastIndex { !$0.isStruck }
        guard let index = waiting else { throw .noInterestHere }
        interests[index].handling = text
        interests[index].entries.append(turn.heard.entry)
        turn.say(.interestHandled(interests[index].by))
    }

    mutating func tellPrivately(_ text: String, _ turn: inout Turn) throws(Refusal) {
        guard !text.isEmpty else { throw .emptyText }
        for facilitator in people.facilitators where facilitator != turn.speaker {
            turn.tell(facilitator, .privateWord(from: turn.speaker, text: text))
        }
        turn.tell(turn.speaker, .privateWordPassedOn(isSeenByAll: !turn.heard.isPrivate))
    }

    /// Nobody's private words become something that everybody is shown, such as a parked item: they are asked for there.
    func checkWordsAreForTheRoom(_ turn: Turn) throws(Refusal) {
        if turn.isPrivateMatter { throw .needsTheRoom }
    }

    /// Whether this entry number has been given out already.
    func isKnown(_ entry: Int, _ turn: Turn) -> Bool { entry > 0 && entry < turn.heard.entry }
}
