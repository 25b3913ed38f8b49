// Levels, and closing a test. Every outcome comes from `OutcomeRule`.
extension Discussion {
    var outcomeRule: OutcomeRule {
        OutcomeRule(rule: setup.rule, meeting: setup.meeting, votingMembers: quorumMembers)
    }

    /// The voting members of the set-up; in a room that was set up without members, everybody who may answer.
    private var quorumMembers: Int {
        let planned = people.ids.prefix(setup.members.count).count { people[$0].votes }
        return planned > 0 ? planned : people.voters.count
    }

    /// People here who may answer the proposal under test and have not.
    public var notAnswered: [MemberID] {
        guard let proposal = proposalUnderTest else { return [] }
        return people.presentVoters.filter { proposal.answer(of: $0) == nil }
    }

    /// Of the tests of one thing the place of the one that is meant now: the open one, or else the one that stands.
    func currentTest(of id: String, in area: String) -> Int? {
        if let open = proposalUnderTest, open.id == id, test?.area == area {
            return areas[area]?.proposalIndex(open.entry)
        }
        guard let standing = areas[area]?.standing.first(where: { $0.id == id }) else { return nil }
        return areas[area]?.proposalIndex(standing.entry)
    }

    /// What closing would give now.
    public var outcomeIfClosed: OutcomeWord? {
        proposalUnderTest.map {
            outcomeRule.outcome(levels: $0.answers.map(\.level), notAnswered: notAnswered.count)
        }
    }

    mutating func give(_ level: Level, _ because: String, _ turn: inout Turn) throws(Refusal) {
        guard let test, let index = areas[test.area]?.proposalIndex(test.entry) else {
            throw .moment(.noTestIsOpen, testEntry: nil)
        }
        let speaker = turn.speaker
        comeBack(speaker, &turn)
        let earlier = areas[test.area]?.proposals[index].answer(of: speaker)
        // Saying the same level again without a reason does not take the reason away.
        var answer = Proposal.Answer(
            by: speaker, level: level, because: because, entry: turn.heard.entry,
            reasonIsPrivate: turn.isPrivateMatter)
        if because.isEmpty, let earlier, earlier.level == level {
            (answer.because, answer.reasonIsPrivate) = (earlier.because, earlier.reasonIsPrivate)
        } else if because.isEmpty, level == .reservation {
            answer.because = reservationWords(in: turn)
        }
        areas[test.area]?.proposals[index].take(answer)
        if let earlier, earlier.level == level, earlier.because.isEmpty, !because.isEmpty { turn.taken = .reason }
        dropLevelQuestions(to: speaker)
        lastOwn[speaker] = turn.heard.entry
        turn.item = areas[test.area]?.proposals[index].id
        noteObjection(answer, test, &turn)
        if level.supports {
            acceptOwnership(by: speaker, test.area, index)
            askNextOwner(speaker, &turn)
        }
        if turn.heard.isPrivate || turn.isPrivateMatter {
            let hasPrivateReason = answer.reasonIsPrivate && !answer.because.isEmpty
            turn.tell(speaker, .levelKept(level, hasPrivateReason: hasPrivateReason))
        }
        sayIfAllAnswered(&turn)
        if waitsOnlyForConfirmation { askHeard(&turn) }
    }

    /// *I can live with it* is a reservation in its holder's words, though it gives no reason; the name of the level alone,
    /// or a command, is none.
    private func reservationWords(in turn: Turn) -> String {
        let words = turn.heard.words
        guard turn.heard.readings.count == 1, turn.heard.readings[0].strength == .plain,
            words.utf8.first != UInt8(ascii: "/"), words.contains(where: \.isLetter),
            !Folding.folded(words).contains("reservation")
        else { return "" }
        return words
    }

    private mutating func noteObjection(
        _ answer: Proposal.Answer, _ test: TestReference, _ turn: inout Turn
    ) {
        guard answer.level.stops else {
            // *Abstain* is no place on the ladder: it neither supports nor ends an objection.
            if answer.level != .abstain { settleObjections(in: test, by: answer) }
            return
        }
        if let index = areas[test.area]?.proposalIndex(test.entry) {
            areas[test.area]?.proposals[index].hasWarned = false
        }
        guard !answer.because.isEmpty else {
            let isPrivate = turn.isPrivateMatter
            turn.sayToSpeaker(
                .whatWouldNeedToChange(turn.speaker, isPrivate: isPrivate), expects: .text,
                byName: setup.attribution != .chathamHouse)
            return
        }
        raiseObjection(
            test.area,
            Objection(
                by: answer.by, on: .proposal(entry: test.entry), text: answer.because, entry: answer.entry,
                isPrivate: answer.reasonIsPrivate))
    }

    /// Whoever does not stand in the way of this has no objection left, here or to an earlier test of the same thing.
    /// The words do not tell which tests those are: they may have been erased.
    private mutating func settleObjections(in test: TestReference, by answer: Proposal.Answer) {
        guard let now = proposalUnderTest else { return }
        let alike = (areas[test.area]?.proposals ?? []).filter { $0.id == now.id && $0.stage == now.stage }
        let ending = Objection.Ending(what: .changedTo(answer.level), entry: answer.entry)
        for tested in alike { settleObjections(test.area, by: answer.by, on: .proposal(entry: tested.entry), ending) }
    }

    /// Support or better from the named owner is consent to own it, unless they have said no.
    private mutating func acceptOwnership(by member: MemberID, _ area: String, _ index: Int) {
        guard case .asked(member) = areas[area]?.proposals[index].objective?.owner else { return }
        areas[area]?.proposals[index].objective?.owner = .accepted(member)
        if let entry = areas[area]?.proposals[index].entry { dropOwnerQuestions(about: entry) }
    }

    /// Once everybody here has answered, the room hears it, and what the outcome would be.
    mutating func sayIfAllAnswered(_ turn: inout Turn) {
        guard let test, let index = areas[test.area]?.proposalIndex(test.entry), let outcome = outcomeIfClosed else {
            return
        }
        guard notAnswered.isEmpty, !people.presentVoters.isEmpty else {
            areas[test.area]?.proposals[index].announced = nil
            return
        }
        if setup.closing == .whenAllAnswered {
            finish(outcome, &turn)
            return
        }
        guard areas[test.area]?.proposals[index].announced != outcome else { return }
        areas[test.area]?.proposals[index].announced = outcome
        turn.say(.allAnswered(wouldBe: outcome))
    }

    mutating func closeTest(_ turn: inout Turn) throws(Refusal) {
        guard let test, let index = areas[test.area]?.proposalIndex(test.entry), let outcome = outcomeIfClosed else {
            throw .moment(.noTestIsOpen, testEntry: nil)
        }
        // Somebody who said yes, and was not asked what it meant, would be counted among those who did not answer.
        let unasked = unaskedLevels
        askHeard(&turn)
        var mayFinish = areas[test.area]?.proposals[index].hasWarned == true
        if !mayFinish { mayFinish = !warn(test, asked: unasked, &turn) }
        areas[test.area]?.proposals[index].hasWarned = true
        if !unasked.isEmpty { turn.say(.answersUnconfirmed(unasked.count)) }
        if mayFinish, unasked.isEmpty { finish(outcome, &turn) }
    }

    /// Names once the open objections and whoever stops it without a reason, and with them whoever has not answered.
    /// Where nobody stops it, closing closes: the outcome says how many have not answered.
    /// - Parameter asked: people who are being asked what they meant, and are named for that.
    /// - Returns: whether there was anything to wait for.
    private func warn(_ test: TestReference, asked: [MemberID], _ turn: inout Turn) -> Bool {
        guard let proposal = proposalUnderTest else { return false }
        let objections = openObjections(to: test)
        let silent = notAnswered.filter { !asked.contains($0) }
        let unexplained = proposal.answers.filter { $0.level.stops && $0.because.isEmpty }
        // Whoever was asked why just before this had no time to say it.
        let isCutShort = unexplained.contains { $0.entry == last?.entry }
        if !objections.isEmpty { turn.say(.objectionsOpen(objections, closing: true)) }
        if objections.isEmpty, !isCutShort {
            // They were asked privately, where the facilitator does not see it: a dissent must not be lost with that.
            let doubters =
                silent.count { member in questions[member].contains(where: \.isAboutStopping) }
                + proposal.answers.count { answer in questions[answer.by].contains { goesBack(on: answer, $0) } }
            if doubters > 0 {
                turn.say(.answersUnconfirmed(doubters))
                return true
            }
            // People had answered, and may not know that they have to answer again.
            guard proposal.hasLapsedAnswers, proposal.answers.isEmpty, !silent.isEmpty else { return false }
            turn.say(.nobodyAnsweredAgain(entry: proposal.entry))
        } else if !silent.isEmpty || !unexplained.isEmpty {
            turn.say(.answersMissing(silent: silent, unexplained: unexplained.map(\.by)))
        }
        return true
    }

    /// People whose likely answer they were not asked about yet: those who have not answered, and those who seem to go back
    /// on their answer.
    private var unaskedLevels: [MemberID] {
        let silent = notAnswered
        return questions.all.filter { question in
            guard !question.isAsked, question.isAboutLevel else { return false }
            let answer = proposalUnderTest?.answer(of: question.to)
            return silent.contains(question.to) || answer.map { goesBack(on: $0, question) } == true
        }.map(\.to)
    }

    /// *Support*, and later *hold on, I'm not sure any more*: until they say what they meant, nobody is told that they agree.
    private func goesBack(on answer: Proposal.Answer, _ question: PendingQuestion) -> Bool {
        question.entry > answer.entry
            && (question.isAboutTakingBack || question.isAboutStopping && !answer.level.stops)
    }

    func openObjections(to test: TestReference) -> [Objection] {
        areas[test.area]?.openObjections.filter { $0.on == .proposal(entry: test.entry) } ?? []
    }

    mutating func askMajority(_ turn: inout Turn) throws(Refusal) {
        guard let test, let proposal = proposalUnderTest, let plain = outcomeIfClosed else {
            throw .moment(.noTestIsOpen, testEntry: nil)
        }
        let obstacle = outcomeRule.majorityObstacle(
            kind: proposal.kind, stage: proposal.stage, levels: proposal.answers.map(\.level),
            notAnswered: notAnswered.count, gauge: gaugeSummary(of: test.area))
        if let obstacle { throw .majority(obstacle) }
        // With nobody against it there is no minority to record: it is simply agreed.
        finish(plain == .agreed ? .agreed : .majorityWithMinorityView, &turn)
    }

    mutating func deferTest(_ turn: inout Turn) throws(Refusal) {
        guard test != nil else { throw .moment(.noTestIsOpen, testEntry: nil) }
        finish(.deferred, &turn)
    }

    /// A session can end while a test is open: what was not settled is deferred, never guessed.
    mutating func closeOpenTest(_ turn: inout Turn) {
        if test != nil { finish(.deferred, &turn) }
    }

    private mutating func finish(_ outcome: OutcomeWord, _ turn: inout Turn) {
        guard let test, let index = areas[test.area]?.proposalIndex(test.entry) else { return }
        let silent = notAnswered
        areas[test.area]?.proposals[index].outcome = outcome
        areas[test.area]?.proposals[index].notAnswered = silent.count
        if areas[test.area]?.proposals[index].entries.last != turn.heard.entry {
            areas[test.area]?.proposals[index].entries.append(turn.heard.entry)
        }
        // A likely level that was not confirmed while the test was open was never an answer.
        dropLevelQuestions()
        commands[turn.heard.entry] = .testClosed(area: test.area, entry: test.entry)
        self.test = nil
        guard let proposal = areas[test.area]?.proposals[index] else { return }
        moveStep(of: test.area, after: proposal)
        turn.say(.outcome(area: test.area, entry: proposal.entry))
        inviteMinorityViews(proposal, &turn)
        suggestBaseline(proposal, outcome, &turn)
    }

    /// An agreed position, aim or objective leads on to drafting; anything else back to talking.
    private mutating func moveStep(of area: String, after proposal: Proposal) {
        if proposal.kind != .decision && proposal.outcome.isAdopted {
            areas[area]?.step = .drafting
        } else if areas[area]?.step == .framed || areas[area]?.step == .revealed {
            areas[area]?.step = .discussing
        }
    }

    /// Likely levels were about the words under test, and go with them.
    mutating func dropLevelQuestions(to member: MemberID? = nil) {
        if let member {
            questions[member].removeAll(where: \.isAboutLevel)
        } else {
            questions.removeAll(where: \.isAboutLevel)
        }
    }

    private mutating func inviteMinorityViews(_ proposal: Proposal, _ turn: inout Turn) {
        guard Discussion.invitesMinorityViews(proposal.outcome) else { return }
        for answer in proposal.answers where Discussion.isInvited(answer.level) {
            turn.tell(answer.by, .minorityInvited(answer.by, entry: proposal.entry), expects: .text)
        }
    }

    static func invitesMinorityViews(_ outcome: OutcomeWord) -> Bool {
        outcome == .majorityWithMinorityView || outcome == .notAgreed
    }

    /// Whether whoever answered so may have their view kept beside the outcome.
    static func isInvited(_ level: Level) -> Bool { level.stops || level == .standAside }

    /// A missing baseline is suggested as an objective, never created.
    private func suggestBaseline(_ proposal: Proposal, _ outcome: OutcomeWord, _ turn: inout Turn) {
        guard outcome.isAdopted, let parts = proposal.objective, parts.measure != nil, parts.baseline == nil else {
            return
        }
        turn.say(.baselineSuggested(entry: proposal.entry))
    }

    // MARK: Minority views

    mutating func stateMinority(_ text: String, _ turn: inout Turn) throws(Refusal) {
        guard let id = currentArea, !text.isEmpty else { throw .emptyText }
        let proposal = proposalDoubted(by: turn.speaker, in: id) ?? areas[id]?.proposals.last { !$0.isStruck }
        let earlier = areas[id]?.minorityViews.first {
            $0.by == turn.speaker && $0.proposal == proposal?.entry && !$0.isStruck
        }
        let isNamed = earlier?.isNamed ?? (setup.attribution == .named)
        if let earlier {
            // One view beside an outcome: new words replace the old ones, and the record says so.
            areas[id]?.minorityViews.removeAll { $0.entry == earlier.entry }
            noteCorrection(of: earlier.entry, by: turn.speaker, in: turn.heard.entry)
        }
        areas[id]?.minorityViews.append(
            MinorityView(
                by: turn.speaker, text: text, isConfirmed: true, isNamed: isNamed,
                proposal: proposal?.entry, entry: turn.heard.entry, mind: earlier?.mind,
                lookAgain: earlier?.lookAgain, lookAgainEntry: earlier?.lookAgainEntry))
        lastOwn[turn.speaker] = turn.heard.entry
        let isPrivate = turn.isPrivateMatter
        turn.sayToSpeaker(
            .minorityKept(
                entry: turn.heard.entry, beside: proposal?.entry, isNamed: isNamed, isPrivate: isPrivate),
            expects: .text, byName: isNamed && setup.attribution != .chathamHouse)

    }

    /// Of what is under test here or stands, what this person answered last with anything below support: where their
    /// view differs. Whoever abstained said nothing of the kind.
    private func proposalDoubted(by member: MemberID, in id: String) -> Proposal? {
        guard let area = areas[id] else { return nil }
        // What is tested now comes first, where this person has not supported it.
        if test?.area == id, let tested = proposalUnderTest, tested.answer(of: member)?.level.supports != true {
            return tested
        }
        let tested = area.standing + (test?.area == id ? [proposalUnderTest].compactMap(\.self) : [])
        let doubted = tested.compactMap { proposal in
            proposal.answer(of: member).map { (proposal: proposal, answer: $0) }
        }.filter { !$0.answer.level.supports && $0.answer.level != .abstain }
        return doubted.max { $0.answer.entry < $1.answer.entry }?.proposal
    }

    mutating func nameMinority(_ named: Bool, _ turn: inout Turn) throws(Refusal) {
        guard let id = currentArea,
            let index = areas[id]?.minorityViews.lastIndex(where: { $0.by == turn.speaker && !$0.isStruck })
        else { throw .noMinorityView }
        areas[id]?.minorityViews[index].isNamed = named
        turn.sayToSpeaker(.minorityNamed(named))
    }
}
