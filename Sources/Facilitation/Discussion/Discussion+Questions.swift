// Likely readings, questions that wait for an answer, reading back, and finishing an area.
extension Discussion {
    /// A likely reading is *heard*: shown to its holder at the next pause, and counted nowhere until they say yes.
    mutating func hold(_ event: Event, _ listener: inout Listener) throws(Refusal) {
        switch event {
        case .answered:
            // A yes that is not plain is no yes: ask for a plain one.
            if questionIndex(for: listener.speaker) != nil { listener.sayToSpeaker(.yesOrNo(listener.speaker)) }
            return
        case .stated, .chatted, .asked:
            try take(event, from: listener.speaker, &listener)
            return
        default: break
        }
        if case .declined = Timetable.answer(to: event.kind, at: stage) { return }
        guard isPermitted(event, listener) else { return }
        if case .positionTaken(let targets, let stance, let because) = event {
            guard holdPosition(targets, stance, because, &listener) else { return }
            // Asked about it already: the same once more is no answer, and no other question.
            if isAsked(listener.speaker, targets, stance) { return }
            dropPositionQuestions(to: listener.speaker, about: targets)
        }
        if case .levelGiven = event { dropLevelQuestions(to: listener.speaker) }
        questions.append(
            PendingQuestion(
                to: listener.speaker, matter: .confirm(event), entry: listener.heard.entry,
                isPrivate: listener.heard.isPrivate))
        if waitsOnlyForConfirmation { askHeard(&listener) }
        // A rating cannot wait for the next pause: that is the reveal, and then it is too late.
        switch event {
        case .rated, .areaRated: if listener.heard.isPrivate { askHeard(of: listener.speaker, &listener) }
        default: break
        }
    }

    private func isAsked(_ member: MemberID, _ targets: [Int], _ stance: Stance) -> Bool {
        questions[member].contains { question in
            guard question.isAsked, case .confirm(.positionTaken(targets, stance, _)) = question.matter
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
    ) -> Bool {
        if targets.isEmpty {
            listener.sayToSpeaker(.whichStatement(listener.speaker))
            return false
        }
        let position = Statement.Position(
            by: listener.speaker, stance: stance, because: because, entry: listener.heard.entry)
        let places = targets.compactMap { place(ofStatement: $0) }
        guard places.count == targets.count else { return false }
        for (id, index) in places {
            guard let statement = areas[id]?.statements[index], !statement.isStruck, statement.by != listener.speaker
            else {
                return false
            }
        }
        for (id, index) in places {
            areas[id]?.statements[index].heard.removeAll { $0.by == listener.speaker }
            areas[id]?.statements[index].heard.append(position)
        }
        return true
    }

    /// True when a test waits for nobody but people whose likely answer was heard: the moment to ask them.
    var waitsOnlyForConfirmation: Bool {
        guard test != nil, !notAnswered.isEmpty else { return false }
        let waiting = questions.all.filter { question in
            if case .confirm(.levelGiven) = question.matter { true } else { false }
        }.map(\.to)
        return notAnswered.allSatisfy { waiting.contains($0) }
    }

    /// At a pause, everything that was only heard is asked about together, each person privately.
    /// - Parameter member: ask this person only.
    mutating func askHeard(of member: MemberID? = nil, _ listener: inout Listener) {
        for question in member.map({ questions[$0] }) ?? questions.all where !question.isAsked {
            guard case .confirm(let event) = question.matter else { continue }
            listener.ask(
                question.to, .didYouMean(event, entry: question.entry), aboutPrivate: question.isPrivate)
        }
        questions.replace { question in
            guard member == nil || question.to == member, case .confirm = question.matter else { return question }
            var asked = question
            asked.isAsked = true
            return asked
        }
    }

    /// `no` or `undo` alone takes back what was last heard from this person.
    mutating func takeBackHeard(by member: MemberID, _ listener: inout Listener) -> Bool {
        let index = questions[member].lastIndex { question in
            guard case .confirm = question.matter else { return false }
            return question.entry > (lastOwn[member] ?? 0)
        }
        guard let index else { return false }
        forget(questions[member].remove(at: index))
        listener.sayToSpeaker(.takenBack)
        return true
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
        _ = takeBackHeard(by: listener.speaker, &listener)
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

    /// Yes or no to the question that this person was asked: first one about the proposal under test, else the oldest.
    mutating func answer(_ yes: Bool, _ listener: inout Listener) throws(Refusal) {
        guard let index = questionIndex(for: listener.speaker) else {
            if stage == .readingBack {
                // "Is anything recorded wrongly?"
                listener.sayToSpeaker(yes ? .howToCorrect : .readBackConfirmed)
                return
            }
            if !yes, takeBackHeard(by: listener.speaker, &listener) { return }
            throw .nobodyAskedYou
        }
        let question = questions[listener.speaker].remove(at: index)
        switch question.matter {
        case .ownObjective(let asked): answerOwnership(yes, asked, &listener)
        case .confirm(let event):
            if yes {
                try confirm(event, question, &listener)
            } else {
                forget(question); listener.sayToSpeaker(.takenBack)
            }
        case .changedStatement(let area, let entry, let position):
            answerChanged(yes, area, entry, position, &listener)
        }
    }

    private mutating func confirm(
        _ event: Event, _ question: PendingQuestion, _ listener: inout Listener
    ) throws(Refusal) {
        forget(question)
        // What was confirmed is taken like anything said now: its time may have passed.
        try take(event, from: listener.speaker, &listener)
    }

    private mutating func answerOwnership(
        _ yes: Bool, _ asked: PendingQuestion.TestEntry, _ listener: inout Listener
    ) {
        let speaker = listener.speaker
        let answer: ObjectiveParts.Owner = yes ? .accepted(speaker) : .declined(speaker)
        if let index = areas[asked.area]?.proposalIndex(asked.entry) {
            guard areas[asked.area]?.proposals[index].objective?.owner == .asked(speaker) else { return }
            areas[asked.area]?.proposals[index].objective?.owner = answer
            areas[asked.area]?.proposals[index].entries.append(listener.heard.entry)
        } else {
            guard let index = carried.firstIndex(where: { $0.entry == asked.entry }),
                carried[index].proposal.objective?.owner == .asked(speaker)
            else { return }
            carried[index].proposal.objective?.owner = answer
            carried[index].proposal.entries.append(listener.heard.entry)
        }
        listener.say(.ownerAnswered(listener.speaker, entry: asked.entry, yes: yes))
    }

    private mutating func answerChanged(
        _ yes: Bool, _ area: String, _ entry: Int, _ position: Statement.Position, _ listener: inout Listener
    ) {
        guard let index = areas[area]?.statementIndex(entry) else { return }
        areas[area]?.statements[index].heard.removeAll { $0.by == listener.speaker }
        if yes {
            setPosition(
                area, index, position.stance, position.because, by: listener.speaker, entry: listener.heard.entry)
        } else if position.stance == .disagree {
            // The disagreement does not hold for the new words: its holder says that the objection is met.
            settleObjections(area, by: listener.speaker, on: .statement(entry: entry))
        }
        listener.sayToSpeaker(yes ? .positionHolds(entry: entry) : .takenBack)
    }

    private func questionIndex(for member: MemberID) -> Int? {
        let own = questions[member]
        return own.firstIndex { $0.isAsked && isAboutTest($0) } ?? own.firstIndex(where: \.isAsked)
    }

    private func isAboutTest(_ question: PendingQuestion) -> Bool {
        switch question.matter {
        case .ownObjective(let asked): asked.entry == test?.entry
        case .confirm(.levelGiven): test != nil
        case .confirm, .changedStatement: false
        }
    }

    /// What is being asked of this person now, for the reader and for bridges. While somebody may give or change
    /// a level, what they say is about the proposal, and not about an older question that still waits.
    public func expectation(of member: MemberID) -> Expectation? {
        let asked = questionIndex(for: member).map { questions[member][$0] }
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

    mutating func answer(_ question: Question, _ about: String, _ listener: inout Listener) throws(Refusal) {
        switch question {
        case .where:
            listener.sayToSpeaker(.whereWeAre)
            if let area, area.openStatementCount > 0 { listener.sayToSpeaker(.openStatements) }
        case .actions: listener.sayToSpeaker(.actions(today: listener.heard.today))
        case .who: listener.sayToSpeaker(.whoIsHere)
        case .help: listener.sayToSpeaker(.help(listener.speaker, about: about))
        case .stage: if about.isEmpty { listener.sayToSpeaker(.stagesExplained) } else { try explain(about, &listener) }
        case .overview:
            listener.sayToSpeaker(.preparing(.overview))
            // That nothing asks for live time can only be said of ratings that were shown.
            if areas.values.contains(where: { $0.lastRevealed != nil }) || !LiveTime(self).suggestions.isEmpty {
                listener.sayToSpeaker(.preparing(.liveTime))
            }
        case .other: listener.sayToSpeaker(.whatIsKept)
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
