// Likely readings, questions that wait for an answer, reading back, and finishing an area.
extension Discussion {
    /// A likely reading is *heard*: shown to its holder at the next pause, and counted nowhere until they say yes.
    mutating func hold(_ event: Event, _ turn: inout Turn) throws(Refusal) {
        switch event {
        case .answered:
            // A yes that is not plain is no yes: ask for a plain one.
            askForPlainAnswer(&turn)
            return
        case .stated, .chatted, .asked:
            try take(event, from: turn.speaker, &turn)
            return
        case .opened, .joined, .left, .presenceMarked, .facilitatorNamed, .handPassed, .started, .areaChosen, .movedOn,
            .movedBack, .skipped, .formChosen, .ruleChanged, .paused, .resumed, .extended, .ended, .gaugingOpened,
            .rated, .ratingWithdrawn, .revealed, .pregaugeOpened, .areaRated, .areaRatingWithdrawn, .reminded,
            .pregaugeRevealed, .framingAsked, .positionTaken, .parked, .interestDeclared, .interestHandled,
            .toldPrivately, .proposed, .amended, .levelGiven, .closed, .majorityAsked, .deferred, .minorityStated,
            .minorityNaming, .viewPartGiven, .objectivePartGiven, .horizonGiven, .progressGiven, .readBack, .areaDone,
            .corrected, .withdrawn, .undone, .draftAsked, .timePassed:
            break
        }
        if case .declined = Timetable.answer(to: event.kind, at: step) {
            // A level, and nothing that it could answer: whoever gives it must hear that it counts for nothing.
            if test == nil, case .levelGiven = event { turn.tell(turn.speaker, .nothingUnderTest) }
            if turn.heard.isPrivate, event.kind == .rated || event.kind == .areaRated {
                turn.tell(turn.speaker, .privateLineNotCounted(turn.speaker))
            }
            return
        }
        do throws(Refusal) {
            try checkPermission(for: event, turn.speaker, turn.heard)
        } catch {
            // *Established, medium* from somebody who does not rate: they must hear that it counts for nothing. A stage alone
            // may be talk.
            if case .rated(_, _?, _) = event { throw error }
            return
        }
        if case .positionTaken(let targets, let stance, let because) = event {
            guard try holdPosition(targets, stance, because, &turn) else { return }
            // Asked about it already: the same once more is no answer, and no other question.
            if isAsked(turn.speaker, targets, stance) { return }
            dropPositionQuestions(to: turn.speaker, about: targets)
        }
        if case .levelGiven = event { dropLevelQuestions(to: turn.speaker) }
        if case .rated = event { questions[turn.speaker].removeAll(where: \.isAboutRating) }
        if case .areaRated(let area, _, _, _, _) = event {
            dropRatingQuestions(to: turn.speaker, in: try areaID(named: area))
        }
        if case .withdrawn = event { questions[turn.speaker].removeAll { $0.matter == .confirm(event) } }
        questions.append(
            PendingQuestion(
                to: turn.speaker, matter: .confirm(event), entry: turn.heard.entry,
                isPrivate: turn.heard.isPrivate))
        if waitsOnlyForConfirmation { askHeard(&turn) }
        // An answer under test is asked about while there is time, where that disturbs nobody: the next pause may be its end.
        if case .levelGiven = event, turn.heard.channelIsPrivate { askHeard(of: turn.speaker, &turn) }
        // What its holder has just said of their own is asked while they think of it: no pause may come.
        if [.progressGiven, .corrected, .interestDeclared, .viewPartGiven, .minorityStated].contains(event.kind) {
            askHeard(of: turn.speaker, &turn)
        }
        // A rating cannot wait for the next pause: that is the reveal, and then it is too late.
        let isRating = event.kind == .rated || event.kind == .areaRated
        if isRating, turn.heard.isPrivate { askHeard(of: turn.speaker, &turn) }
        // Nor can an answer that may be taken back: it counts until its giver says so.
        if case .withdrawn(nil) = event, proposalUnderTest?.answer(of: turn.speaker) != nil {
            askHeard(of: turn.speaker, &turn)
        }
        // Nor can a word that an objection is met, which holds up the test until then.
        if case .withdrawn(let entry?) = event, entry == objectionMeant(by: turn.speaker) {
            askHeard(of: turn.speaker, &turn)
        }
    }

    private func isAsked(_ member: MemberID, _ targets: [Int], _ stance: Stance) -> Bool {
        questions[member].contains { question in
            guard isFresh(question), case .confirm(.positionTaken(targets, stance, _)) = question.matter
            else { return false }
            return true
        }
    }

    private mutating func holdPosition(
        _ targets: [Int], _ stance: Stance, _ because: String, _ turn: inout Turn
    ) throws(Refusal) -> Bool {
        if targets.isEmpty {
            turn.sayToSpeaker(
                .whichStatement(turn.speaker), expects: .position, choices: positionChoices(stance, turn),
                byName: setup.attribution != .chathamHouse)
            return false
        }
        let position = Statement.Position(
            by: turn.speaker, stance: stance, because: because, entry: turn.heard.entry,
            reasonIsPrivate: turn.isPrivateMatter)
        var places: [(area: String, index: Int)] = []
        for target in targets { places.append(try place(ofOpenStatement: target, turn)) }
        for (id, index) in places {
            areas[id]?.statements[index].heard.removeAll { $0.by == turn.speaker }
            areas[id]?.statements[index].heard.append(position)
        }
        return true
    }

    /// The lines that would take this position on one of the statements that are listed, the latest first.
    private func positionChoices(_ stance: Stance, _ turn: Turn) -> [String] {
        guard let currentIndex else { return [] }
        let command = "/\(stance.rawValue) #"
        return areas.values[currentIndex].latestOpenPlaces(most: Phrasebook.statementsListedMax).compactMap { place in
            let statements = areas.values[currentIndex].statements
            return statements[place].by == turn.speaker ? nil : command + String(statements[place].entry)
        }
    }

    /// True when a test waits for nobody but people whose likely answer was heard: the moment to ask them.
    var waitsOnlyForConfirmation: Bool {
        guard test != nil, !notAnswered.isEmpty else { return false }
        let waiting = questions.all.filter(\.isAboutLevel).map(\.to)
        return notAnswered.allSatisfy { waiting.contains($0) }
    }

    /// `no` or `undo` alone takes back what was last heard from this person.
    /// - Parameter onlyUnasked: leave what they were asked about, because a no of later may be about something else.
    mutating func takeBackHeard(
        by member: MemberID, onlyUnasked: Bool = false, _ turn: inout Turn
    ) -> Bool {
        let index = questions[member].lastIndex { question in
            question.isHeard && question.entry > (lastOwn[member] ?? 0) && !(onlyUnasked && question.isAsked)
        }
        guard let index else { return false }
        takeBack(questions[member].remove(at: index), &turn)
        return true
    }

    /// What was only heard in a line is asked about no more once its author has changed the line.
    mutating func dropHeard(in entry: Int, of member: MemberID) {
        for question in questions[member] where question.isHeard && question.entry == entry { forget(question) }
        questions[member].removeAll { $0.isHeard && $0.entry == entry }
    }

    /// Says what is taken back; in the room, nothing of what was said privately.
    private mutating func takeBack(_ question: PendingQuestion, _ turn: inout Turn) {
        forget(question)
        guard case .confirm(let event) = question.matter else { return }
        let isHidden = question.isPrivate && !turn.heard.isPrivate
        turn.sayToSpeaker(.takenBack(isHidden ? nil : event, entry: question.entry))
    }

    /// Talk that is no statement: a call for help, a better question, a word taken back, or an answer to nothing.
    mutating func takeTalk(_ turn: inout Turn) {
        let words = turn.heard.words.utf8
        let mark = UInt8(ascii: "?")
        // First, because a mark is all that is left of a better question whose words were taken out.
        if asksBetter(turn) {
            state(.view, &turn)
        } else if words.contains(mark), words.allSatisfy({ $0 == mark || $0 == UInt8(ascii: " ") }) {
            turn.sayToSpeaker(.help(turn.speaker, about: ""))
        } else {
            takeBackIfAsked(&turn)
            if !turn.heard.isPrivate { sayNothingIsOpen(&turn) }
        }
    }

    /// A bare "no" while nothing was asked: it can only be about what was just heard.
    mutating func takeBackIfAsked(_ turn: inout Turn) {
        if turn.heard.isPrivate { answerPrivateTalk(&turn) }
        guard turn.heard.words.utf8.count < 12 else { return }
        let words = Folding.folded(turn.heard.words)
        guard words == "no" || words == "undo" else { return }
        if words == "no", step == .readingBack {
            turn.sayToSpeaker(.readBackConfirmed)
            return
        }
        _ = takeBackHeard(by: turn.speaker, onlyUnasked: words == "no", &turn)
    }

    private mutating func forget(_ question: PendingQuestion) {
        guard case .confirm(.positionTaken(let targets, _, _)) = question.matter else { return }
        for id in areas.keys {
            for target in targets {
                guard let index = areas[id]?.statementIndex(target) else { continue }
                areas[id]?.statements[index].heard.removeAll { $0.by == question.to }
            }
        }
    }

    /// Yes or no to the question that was put to this person last. An older one is put again with its words: nobody agrees
    /// to what is no longer before their eyes.
    mutating func answer(_ yes: Bool, _ turn: inout Turn) throws(Refusal) {
        let speaker = turn.speaker
        let current = currentQuestion(of: speaker)
        let heard = justHeard(from: speaker)
        // Asked about one thing, and heard about another since: it could be meant for either.
        if let current, heard != nil { return askInFull(current, of: speaker, &turn) }
        guard let index = current ?? heard else {
            if step == .readingBack {
                // "Is anything recorded wrongly?"
                turn.sayToSpeaker(yes ? .howToCorrect : .readBackConfirmed)
                return
            }
            if !yes, takeBackHeard(by: speaker, onlyUnasked: true, &turn) { return }
            guard let older = latestQuestion(of: speaker) else { throw .nobodyAskedYou }
            askInFull(older, of: speaker, &turn)
            return
        }
        let question = questions[speaker].remove(at: index)
        turn.taken = .answered(about: entries(of: question))
        switch question.matter {
        case .ownObjective(let asked): try answerOwnership(yes, asked, &turn)
        case .confirm(let event):
            if yes {
                try confirm(event, question, &turn)
            } else {
                takeBack(question, &turn)
            }
        case .changedStatement(let area, let entry, let position):
            answerChanged(yes, area, entry, position, &turn)
        }
        askNext(of: speaker, &turn)
    }

    private mutating func confirm(
        _ event: Event, _ question: PendingQuestion, _ turn: inout Turn
    ) throws(Refusal) {
        forget(question)
        // What was confirmed is taken like anything said now, because its time may have passed, and where it was said.
        try turn.asSaid(privately: question.isPrivate) { (turn: inout Turn) throws(Refusal) in
            try take(event, from: turn.speaker, &turn)
        }
        ownLines.settle(question.entry)
    }

    private mutating func answerChanged(
        _ yes: Bool, _ area: String, _ entry: Int, _ position: Statement.Position, _ turn: inout Turn
    ) {
        guard let index = areas[area]?.statementIndex(entry) else { return }
        areas[area]?.statements[index].heard.removeAll { $0.by == turn.speaker }
        if yes {
            var confirmed = position
            confirmed.entry = turn.heard.entry
            setPosition(area, index, confirmed)
        } else if position.stance == .disagree {
            // The disagreement does not hold for the new words.
            let ending = Objection.Ending(what: .withdrawn, entry: turn.heard.entry)
            settleObjections(area, by: turn.speaker, on: .statement(entry: entry), ending)
        }
        if yes { return turn.sayToSpeaker(.positionHolds(entry: entry)) }
        let before = Event.positionTaken(targets: [entry], stance: position.stance, because: "")
        turn.sayToSpeaker(.takenBack(position.reasonIsPrivate ? nil : before, entry: position.entry))
    }

    func isAboutTest(_ question: PendingQuestion) -> Bool {
        switch question.matter {
        case .ownObjective(let asked): asked.entry == test?.entry
        case .confirm(.levelGiven): test != nil
        // *Is your objection met?*: a yes to that is no support.
        case .confirm(.withdrawn(let entry?)):
            test.map { test in openObjections(to: test).contains { $0.entry == entry } } ?? false
        case .confirm, .changedStatement: false
        }
    }

    /// What is being asked of this person now, for the reader and for bridges. While somebody may give or change
    /// a level, what they say is about the proposal, and not about an older question that still waits.
    public func expectation(of member: MemberID) -> Expectation? {
        let asked = currentQuestion(of: member).map { questions[member][$0] }
        let votes = people.list[member.index].votes
        let mayGiveLevel = test != nil && votes
        if let asked, !mayGiveLevel || isAboutTest(asked) { return .confirm }
        guard votes, people.list[member.index].isPresent else { return nil }
        if test != nil { return .level }
        guard let currentIndex, let last = areas.values[currentIndex].gauges.indices.last,
            !areas.values[currentIndex].gauges[last].isRevealed
        else { return nil }
        return areas.values[currentIndex].gauges[last].rating(of: member) == nil ? .stage : nil
    }

    // MARK: Questions to the bot

    mutating func answer(_ asked: Asked, _ turn: inout Turn) throws(Refusal) {
        switch asked {
        case .whereWeAre:
            turn.sayToSpeaker(.whereWeAre)
            if let area, area.openStatementCount > 0 { turn.sayToSpeaker(.openStatements) }
        case .whoIsHere: turn.sayToSpeaker(.whoIsHere)
        case .answersSoFar: turn.sayToSpeaker(.answersSoFar)
        case .help(let about): turn.sayToSpeaker(.help(turn.speaker, about: about))
        case .levels: turn.sayToSpeaker(.levelsExplained(Level.allCases))
        case .level(let level): turn.sayToSpeaker(.levelsExplained([level]))
        case .stages: turn.sayToSpeaker(.stagesExplained)
        case .area(let name): try explain(area: name, &turn)
        case .nextArea: try explain(area: nil, &turn)
        case .actions: turn.sayToSpeaker(.actions(today: turn.heard.today))
        case .overview:
            turn.sayToSpeaker(.preparing(.overview))
            // That nothing asks for live time can only be said of ratings that were shown.
            if areas.values.contains(where: { $0.lastRevealed != nil }) || !LiveTime(self).suggestions.isEmpty {
                turn.sayToSpeaker(.preparing(.liveTime))
            }
        case .whatIsKept: turn.sayToSpeaker(.whatIsKept)
        case .subject(let subject, let entry): try answer(subject, about: entry, &turn)
        }
    }

    private func answer(
        _ subject: AskedSubject, about entry: Int?, _ turn: inout Turn
    ) throws(Refusal) {
        switch subject {
        case .bot, .ratings, .blocking, .silence, .changing, .disagreeing:
            turn.sayToSpeaker(.subjectExplained(subject))
        case .struck:
            let own = session.strikingReasons.keys.filter { item(at: $0)?.by == turn.speaker }
            guard let struck = entry ?? own.max() else { return turn.sayToSpeaker(.subjectExplained(subject)) }
            turn.sayToSpeaker(.whyStruckOut(entry: struck, because: session.strikingReasons[struck]))
        case .positions:
            guard let entry else { return turn.sayToSpeaker(.subjectExplained(subject)) }
            guard let place = place(ofStatement: entry) else {
                let isTested = areas.values.contains { $0.proposalIndex(entry) != nil }
                guard isTested else { throw isKnown(entry, turn) ? .notAStatement(entry) : .unknownEntry(entry) }
                return turn.sayToSpeaker(.positionsOn(entry: entry))
            }
            if areas[place.area]?.statements[place.index].isStruck == true { throw .alreadyStruck(entry) }
            turn.sayToSpeaker(.positionsOn(entry: entry))
        }
    }

    // MARK: Reading back and finishing

    mutating func readBack(_ turn: inout Turn) {
        guard let id = currentArea else { return }
        askHeard(&turn)
        areas[id]?.step = .readingBack
        areas[id]?.framing = nil
        turn.say(.readBack)
    }

    /// The first `/done` names what is still open; the next one goes on, and the record keeps it as open.
    mutating func finishArea(_ turn: inout Turn) {
        guard let id = currentArea, let area = areas[id] else { return }
        askHeard(&turn)
        if !area.openObjections.isEmpty && !area.hasWarned {
            areas[id]?.hasWarned = true
            turn.say(.objectionsOpen(area.openObjections, closing: false))
            return
        }
        areas[id]?.status = .settled
        commands[turn.heard.entry] = .areaDone(area: id)
        leaveArea(at: turn.heard.at)
        turn.say(.areaDone(area: id))
    }
}
