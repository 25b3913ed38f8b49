import Consensus

// Blind rounds. Nothing in here may let anybody infer a rating before the reveal: only how many have answered is said.
extension Discussion {
    mutating func openGauge(_ turn: inout Turn) throws(Refusal) {
        guard let id = currentArea else { return }
        if areas[id]?.openPregauge != nil { throw .preparing(.ratingsAreWaiting) }
        openGauge(in: id, &turn)
    }

    mutating func openGauge(in id: String, _ turn: inout Turn) {
        askHeard(&turn)
        listSilentOnce(&turn)
        var gauge = Gauge(round: (areas[id]?.gauges.count ?? 0) + 1, entry: turn.heard.entry)
        gauge.isBlind = canBeBlind(for: people.presentVoters, turn.heard)
        areas[id]?.gauges.append(gauge)
        areas[id]?.step = .gauging
        areas[id]?.framing = nil
        areas[id]?.status = .open
        commands[turn.heard.entry] = .gaugingOpened
        turn.say(
            .gaugeOpened(round: gauge.round, isBlind: gauge.isBlind, explained: session.hasExplainedGauge),
            expects: .stage, choices: setup.framework.ladder.answers)
        session.hasExplainedGauge = true
    }

    mutating func rate(
        _ stage: String, _ confidence: Confidence?, _ evidence: String, _ turn: inout Turn
    ) throws(Refusal) {
        guard let id = currentArea else { throw .moment(.noGaugeIsOpen, testEntry: test?.entry) }
        try rate(in: id, stage, confidence, evidence, nil, &turn)
    }

    /// A likely rating that was heard before counts no longer once there is a newer one: a late yes would put it over that.
    mutating func dropRatingQuestions(to member: MemberID, in id: String) {
        questions[member] = questions[member].filter { question in
            switch question.matter {
            case .confirm(.rated): id != currentArea
            case .confirm(.areaRated(let area, _, _, _, _)): (try? areaID(named: area)) != id
            case .confirm, .ownObjective, .changedStatement: true
            }
        }
    }

    mutating func rate(
        in id: String, _ stage: String, _ confidence: Confidence?, _ evidence: String, _ ambition: String?,
        _ turn: inout Turn
    ) throws(Refusal) {
        guard let last = areas[id]?.gauges.last, let index = areas[id]?.gauges.indices.last else {
            throw .moment(.noGaugeIsOpen, testEntry: test?.entry)
        }
        guard setup.framework.ladder.answers.contains(stage) else {
            throw .unknownStage(stage, known: setup.framework.ladder.answers)
        }
        let rating = Rating(
            by: turn.speaker, stage: stage, confidence: confidence, evidence: evidence,
            isOpen: !turn.isPrivateMatter, entry: turn.heard.entry, ambition: ambition)
        session.hasRatings = true
        dropRatingQuestions(to: turn.speaker, in: id)
        // Before the day nobody is told who is there, because that would tell who has rated.
        if !last.isBeforehand || last.isRevealed { comeBack(turn.speaker, &turn) }
        if last.isRevealed {
            areas[id]?.gauges[index].takeLate(rating)
            lastOwn[turn.speaker] = turn.heard.entry
            turn.sayToSpeaker(.lateRatingKept)
            return
        }
        areas[id]?.gauges[index].take(rating)
        lastOwn[turn.speaker] = turn.heard.entry
        if !turn.heard.channelIsPrivate {
            endBlindness(of: last, in: id, &turn)
        } else if rating.isOpen {
            if last.isBlind { turn.tell(turn.speaker, .pleaseRatePrivately) }
            areas[id]?.gauges[index].isBlind = false
        }
        if !rating.isOpen, !last.isBeforehand {
            let kept = Notice.ratingKept(
                stage: stage, confidence: confidence, isSeen: !turn.heard.channelIsPrivate)
            turn.tell(turn.speaker, kept)
        }
        if last.isBeforehand { keepBeforehand(rating, in: id, &turn) } else { sayProgress(id, &turn) }
    }

    /// Whether whoever opens the round and all who are to rate can be spoken to alone. How somebody comes is known once
    /// something came from them; until then, `endBlindness` has the last word.
    func canBeBlind(for raters: [MemberID], _ heard: Heard) -> Bool {
        heard.channelIsPrivate && raters.allSatisfy { people[$0].hasPrivateChannel }
    }

    /// A rating came where nobody can be spoken to alone: the promise that nobody sees it does not hold any longer.
    private mutating func endBlindness(of gauge: Gauge, in id: String, _ turn: inout Turn) {
        // Ratings before the day are one round over all areas.
        for area in gauge.isBeforehand ? pregauge?.areas ?? [id] : [id] {
            guard let last = areas[area]?.gauges.indices.last, areas[area]?.gauges[last].isRevealed == false else {
                continue
            }
            areas[area]?.gauges[last].isBlind = false
        }
        if gauge.isBlind { turn.say(.blindnessEnded) }
    }

    /// "4 of 6 in" is all that is ever shown before the reveal, and only where it helps: at the end of the round.
    private func sayProgress(_ id: String, _ turn: inout Turn) {
        guard let gauge = areas[id]?.openGauge else { return }
        let voters = people.presentVoters
        let waiting = voters.filter { gauge.rating(of: $0) == nil }
        if waiting.isEmpty, !voters.isEmpty { turn.say(.allRatingsIn(voters.count)) }
    }

    mutating func withdrawRating(_ turn: inout Turn) throws(Refusal) {
        guard let id = currentArea else { throw .noRatingYet }
        try withdrawRating(in: id, &turn)
    }

    mutating func withdrawRating(in id: String, _ turn: inout Turn) throws(Refusal) {
        guard let index = areas[id]?.gauges.indices.last, let gauge = areas[id]?.gauges[index] else {
            throw .noRatingYet
        }
        if gauge.isRevealed { throw .gaugeIsRevealed(round: gauge.round) }
        guard let rating = gauge.rating(of: turn.speaker) else { throw .noRatingYet }
        areas[id]?.gauges[index].ratings.removeAll { $0.by == turn.speaker }
        struck.append(rating.entry)
        if gauge.isBeforehand { pregauge?.hasSaidAllAreIn = false }
        turn.sayToSpeaker(.ratingWithdrawn)
    }

    mutating func reveal(_ turn: inout Turn) {
        guard let id = currentArea, let index = areas[id]?.gauges.indices.last, let gauge = areas[id]?.gauges[index]
        else {
            return
        }
        // Once the counts are shown, a rating that was heard and not confirmed is out of them for good.
        let unconfirmed = givers(of: \.isAboutRating, since: gauge.entry)
        if unconfirmed > 0, !gauge.hasWarned {
            areas[id]?.gauges[index].hasWarned = true
            askHeard(&turn)
            turn.say(.ratingsUnconfirmed(unconfirmed, isBeforehand: false))
            return
        }
        let voters = people.presentVoters
        let earlier = areas[id]?.gauges.dropLast().last { $0.isRevealed }
        // Somebody who answered and then left still answered, and was here to be counted.
        let gone = gauge.ratings.count { !voters.contains($0.by) }
        let mover = GaugeMeasures.movedAlone(from: earlier, to: gauge, ladder: setup.framework.ladder)
        areas[id]?.gauges[index].reveal = Gauge.Reveal(
            entry: turn.heard.entry, answered: gauge.ratings.count, present: voters.count + gone,
            movedAlone: mover != nil)
        areas[id]?.step = .revealed
        turn.say(.revealed(round: gauge.round))
        // A change of mind, or of the will to argue: nobody else's business, so it is asked privately.
        if let mover, turn.heard.channelIsPrivate { turn.tell(mover, .movedAlone) }
        listStatements(&turn)
    }

    /// How many have a likely rating of this kind that waits for their yes. Who they are is not said.
    func givers(of isMeant: (PendingQuestion) -> Bool, since entry: Int) -> Int {
        Set(questions.all.filter { isMeant($0) && $0.entry > entry }.map(\.to)).count
    }

    /// The last revealed round, as the majority rule needs it.
    func gaugeSummary(of area: String) -> OutcomeRule.GaugeSummary? {
        guard let gauge = areas[area]?.lastRevealed,
            let measures = GaugeMeasures(gauge, ladder: setup.framework.ladder, people: people)
        else { return nil }
        return OutcomeRule.GaugeSummary(
            mode: measures.summary.mode?.id, ratings: measures.summary.n, outsideMode: measures.summary.outsideMode)
    }
}
