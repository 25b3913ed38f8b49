// Likely readings, questions that wait for an answer, reading back, and finishing an area.
extension Discussion {
    /// A likely reading is *heard*: shown to its holder at the next pause, and counted nowhere until they say yes.
    mutating func hold(_ event: Event, _ listener: inout Listener) throws(Refusal) {
        switch event {
        case .answered:
            // A yes that is not plain is no yes: ask for a plain one.
            askForPlainAnswer(&listener)
            return
        case .stated, .chatted, .asked:
            try take(event, from: listener.speaker, &listener)
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
        if case .declined = Timetable.answer(to: event.kind, at: stage) {
            // A level, and nothing that it could answer: whoever gives it must hear that it counts for nothing.
            if test == nil, case .levelGiven = event { listener.tell(listener.speaker, .nothingUnderTest) }
            if listener.heard.isPrivate, event.kind == .rated || event.kind == .areaRated {
                listener.tell(listener.speaker, .privateLineNotCounted(listener.speaker))
            }
            return
        }
        guard isPermitted(event, listener) else { return }
        if case .positionTaken(let targets, let stance, let because) = event {
            guard try holdPosition(targets, stance, because, &listener) else { return }
            // Asked about it already: the same once more is no answer, and no other question.
            if isAsked(listener.speaker, targets, stance) { return }
            dropPositionQuestions(to: listener.speaker, about: targets)
        }
        if case .levelGiven = event { dropLevelQuestions(to: listener.speaker) }
        if case .rated = event { questions[listener.speaker].removeAll(where: \.isAboutRating) }
        if case .areaRated(let area, _, _, _, _) = event {
            dropRatingQuestions(to: listener.speaker, in: try areaID(named: area))
        }
        if case .withdrawn = event { questions[listener.speaker].removeAll { $0.matter == .confirm(event) } }
        questions.append(
            PendingQuestion(
                to: listener.speaker, matter: .confirm(event), entry: listener.heard.entry,
                isPrivate: listener.heard.isPrivate))
        if waitsOnlyForConfirmation { askHeard(&listener) }
        // What its holder has just said of their own is asked while they think of it: no pause may come.
        if [.progressGiven, .corrected, .interestDeclared, .viewPartGiven].contains(event.kind) {
            askHeard(of: listener.speaker, &listener)
        }
        // A rating cannot wait for the next pause: that is the reveal, and then it is too late.
        let isRating = event.kind == .rated || event.kind == .areaRated
        if isRating, listener.heard.isPrivate { askHeard(of: listener.speaker, &listener) }
        // Nor can an answer that may be taken back: it counts until its giver says so.
        if case .withdrawn(nil) = event, proposalUnderTest?.answer(of: listener.speaker) != nil {
            askHeard(of: listener.speaker, &listener)
        }
        // Nor can a word that an objection is met, which holds up the test until then.
        if case .withdrawn(let entry?) = event, entry == objectionMeant(by: listener.speaker) {
            askHeard(of: listener.speaker, &listener)
        }
    }

    private func isAsked(_ member: MemberID, _ targets: [Int], _ stance: Stance) -> Bool {
        questions[member].contains { question in
            guard isFresh(question), case .confirm(.positionTaken(targets, stance, _)) = question.matter
            else { return false }
            return true
        }
    }

    private func isPermitted(_ event: Event, _ listener: Listener) -> Bool {
        do {
            try checkPermission(for: event, listener.speaker, listener.heard)
            return true
        } catch { return false }
    }

    private mutating func holdPosition(
        _ targets: [Int], _ stance: Stance, _ because: String, _ listener: inout Listener
    ) throws(Refusal) -> Bool {
        if targets.isEmpty {
            listener.sayToSpeaker(
                .whichStatement(listener.speaker), expects: .position, choices: positionChoices(stance, listener),
                byName: setup.attribution != .chathamHouse)
            return false
        }
        let position = Statement.Position(
            by: listener.speaker, stance: stance, because: because, entry: listener.heard.entry,
            reasonIsPrivate: listener.isPrivateMatter)
        var places: [(area: String, index: Int)] = []
        for target in targets { places.append(try place(ofOpenStatement: target, listener)) }
        for (id, index) in places {
            areas[id]?.statements[index].heard.removeAll { $0.by == listener.speaker }
            areas[id]?.statements[index].heard.append(position)
        }
        return true
    }

    /// The lines that would take this position on one of the statements that are listed, the latest first.
    private func positionChoices(_ stance: Stance, _ listener: Listener) -> [String] {
        guard let currentIndex else { return [] }
        let command = "/\(stance.rawValue) #"
        return areas.values[currentIndex].latestOpenPlaces(most: Phrasebook.statementsListedMax).compactMap { place in
            let statements = areas.values[currentIndex].statements
            return statements[place].by == listener.speaker ? nil : command + String(statements[place].entry)
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
        by member: MemberID, onlyUnasked: Bool = false, _ listener: inout Listener
    ) -> Bool {
        let index = questions[member].lastIndex { question in
            question.isHeard && question.entry > (lastOwn[member] ?? 0) && !(onlyUnasked && question.isAsked)
        }
        guard let index else { return false }
        takeBack(questions[member].remove(at: index), &listener)
        return true
    }

    /// What was only heard in a line is asked about no more once its author has changed the line.
    mutating func dropHeard(in entry: Int, of member: MemberID) {
        for question in questions[member] where question.isHeard && question.entry == entry { forget(question) }
        questions[member].removeAll { $0.isHeard && $0.entry == entry }
    }

    /// Says what is taken back; in the room, nothing of what was said privately.
    private mutating func takeBack(_ question: PendingQuestion, _ listener: inout Listener) {
        forget(question)
        guard case .confirm(let event) = question.matter else { return }
        let isHidden = question.isPrivate && !listener.heard.isPrivate
        listener.sayToSpeaker(.takenBack(isHidden ? nil : event, entry: question.entry))
    }

    /// Talk that is no statement: a call for help, a better question, a word taken back, or an answer to nothing.
    mutating func takeTalk(_ listener: inout Listener) {
        let words = listener.heard.words.utf8
        let mark = UInt8(ascii: "?")
        // First, because a mark is all that is left of a better question whose words were taken out.
        if asksBetter(listener) {
            state(.view, &listener)
        } else if words.contains(mark), words.allSatisfy({ $0 == mark || $0 == UInt8(ascii: " ") }) {
            listener.sayToSpeaker(.help(listener.speaker, about: ""))
        } else {
            takeBackIfAsked(&listener)
            if !listener.heard.isPrivate { sayNothingIsOpen(&listener) }
        }
    }

    /// A bare "no" while nothing was asked: it can only be about what was just heard.
    mutating func takeBackIfAsked(_ listener: inout Listener) {
        if listener.heard.isPrivate { answerPrivateTalk(&listener) }
        guard listener.heard.words.utf8.count < 12 else { return }
        let words = Folding.folded(listener.heard.words)
        guard words == "no" || words == "undo" else { return }
        if words == "no", stage == .readingBack {
            listener.sayToSpeaker(.readBackConfirmed)
            return
        }
        _ = takeBackHeard(by: listener.speaker, onlyUnasked: words == "no", &listener)
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
    mutating func answer(_ yes: Bool, _ listener: inout Listener) throws(Refusal) {
        let speaker = listener.speaker
        let current = currentQuestion(of: speaker)
        let heard = justHeard(from: speaker)
        // Asked about one thing, and heard about another since: it could be meant for either.
        if let current, heard != nil { return askInFull(current, of: speaker, &listener) }
        guard let index = current ?? heard else {
            if stage == .readingBack {
                // "Is anything recorded wrongly?"
                listener.sayToSpeaker(yes ? .howToCorrect : .readBackConfirmed)
                return
            }
            if !yes, takeBackHeard(by: speaker, onlyUnasked: true, &listener) { return }
            guard let older = latestQuestion(of: speaker) else { throw .nobodyAskedYou }
            askInFull(older, of: speaker, &listener)
            return
        }
        let question = questions[speaker].remove(at: index)
        listener.taken = .answered(about: entries(of: question))
        switch question.matter {
        case .ownObjective(let asked): try answerOwnership(yes, asked, &listener)
        case .confirm(let event):
            if yes {
                try confirm(event, question, &listener)
            } else {
                takeBack(question, &listener)
            }
        case .changedStatement(let area, let entry, let position):
            answerChanged(yes, area, entry, position, &listener)
        }
        askNext(of: speaker, &listener)
    }

    private mutating func confirm(
        _ event: Event, _ question: PendingQuestion, _ listener: inout Listener
    ) throws(Refusal) {
        forget(question)
        // What was confirmed is taken like anything said now, because its time may have passed, and where it was said.
        try listener.asSaid(privately: question.isPrivate) { (listener: inout Listener) throws(Refusal) in
            try take(event, from: listener.speaker, &listener)
        }
        ownLines.settle(question.entry)
    }

    private mutating func answerChanged(
        _ yes: Bool, _ area: String, _ entry: Int, _ position: Statement.Position, _ listener: inout Listener
    ) {
        guard let index = areas[area]?.statementIndex(entry) else { return }
        areas[area]?.statements[index].heard.removeAll { $0.by == listener.speaker }
        if yes {
            var confirmed = position
            confirmed.entry = listener.heard.entry
            setPosition(area, index, confirmed)
        } else if position.stance == .disagree {
            // The disagreement does not hold for the new words.
            let ending = Objection.Ending(what: .withdrawn, entry: listener.heard.entry)
            settleObjections(area, by: listener.speaker, on: .statement(entry: entry), ending)
        }
        if yes { return listener.sayToSpeaker(.positionHolds(entry: entry)) }
        let before = Event.positionTaken(targets: [entry], stance: position.stance, because: "")
        listener.sayToSpeaker(.takenBack(position.reasonIsPrivate ? nil : before, entry: position.entry))
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

    mutating func answer(_ asked: Asked, _ listener: inout Listener) throws(Refusal) {
        switch asked {
        case .whereWeAre:
            listener.sayToSpeaker(.whereWeAre)
            if let area, area.openStatementCount > 0 { listener.sayToSpeaker(.openStatements) }
        case .whoIsHere: listener.sayToSpeaker(.whoIsHere)
        case .answersSoFar: listener.sayToSpeaker(.answersSoFar)
        case .help(let about): listener.sayToSpeaker(.help(listener.speaker, about: about))
        case .levels: listener.sayToSpeaker(.levelsExplained(Level.allCases))
        case .level(let level): listener.sayToSpeaker(.levelsExplained([level]))
        case .stages: listener.sayToSpeaker(.stagesExplained)
        case .area(let name): try explain(area: name, &listener)
        case .nextArea: try explain(area: nil, &listener)
        case .actions: listener.sayToSpeaker(.actions(today: listener.heard.today))
        case .overview:
            listener.sayToSpeaker(.preparing(.overview))
            // That nothing asks for live time can only be said of ratings that were shown.
            if areas.values.contains(where: { $0.lastRevealed != nil }) || !LiveTime(self).suggestions.isEmpty {
                listener.sayToSpeaker(.preparing(.liveTime))
            }
        case .whatIsKept: listener.sayToSpeaker(.whatIsKept)
        case .subject(let subject, let entry): try answer(subject, about: entry, &listener)
        }
    }

    private func answer(
        _ subject: AskedSubject, about entry: Int?, _ listener: inout Listener
    ) throws(Refusal) {
        switch subject {
        case .bot, .ratings, .blocking, .silence, .changing, .disagreeing:
            listener.sayToSpeaker(.subjectExplained(subject))
        case .struck:
            let own = session.strikingReasons.keys.filter { item(at: $0)?.by == listener.speaker }
            guard let struck = entry ?? own.max() else { return listener.sayToSpeaker(.subjectExplained(subject)) }
            listener.sayToSpeaker(.whyStruckOut(entry: struck, because: session.strikingReasons[struck]))
        case .positions:
            guard let entry else { return listener.sayToSpeaker(.subjectExplained(subject)) }
            guard let place = place(ofStatement: entry) else {
                let isTested = areas.values.contains { $0.proposalIndex(entry) != nil }
                guard isTested else { throw isKnown(entry, listener) ? .notAStatement(entry) : .unknownEntry(entry) }
                return listener.sayToSpeaker(.positionsOn(entry: entry))
            }
            if areas[place.area]?.statements[place.index].isStruck == true { throw .alreadyStruck(entry) }
            listener.sayToSpeaker(.positionsOn(entry: entry))
        }
    }

    // MARK: Reading back and finishing

    mutating func readBack(_ listener: inout Listener) {
        guard let id = currentArea else { return }
        askHeard(&listener)
        areas[id]?.step = .readingBack
        areas[id]?.framing = nil
        listener.say(.readBack)
    }

    /// The first `/done` names what is still open; the next one goes on, and the record keeps it as open.
    mutating func finishArea(_ listener: inout Listener) {
        guard let id = currentArea, let area = areas[id] else { return }
        askHeard(&listener)
        if !area.openObjections.isEmpty && !area.hasWarned {
            areas[id]?.hasWarned = true
            listener.say(.objectionsOpen(area.openObjections, closing: false))
            return
        }
        areas[id]?.status = .settled
        commands[listener.heard.entry] = .areaDone(area: id)
        leaveArea(at: listener.heard.at)
        listener.say(.areaDone(area: id))
    }
}
