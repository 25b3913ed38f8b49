import Consensus

// Blind rounds. Nothing in here may let anybody infer a rating before the reveal: only how many have answered is said.
extension Discussion {
    mutating func openGauge(_ listener: inout Listener) throws(Refusal) {
        guard let id = currentArea else { return }
        if areas[id]?.openPregauge != nil { throw .preparing(.ratingsAreWaiting) }
        openGauge(in: id, &listener)
    }

    mutating func openGauge(in id: String, _ listener: inout Listener) {
        askHeard(&listener)
        listSilentOnce(&listener)
        var gauge = Gauge(round: (areas[id]?.gauges.count ?? 0) + 1, entry: listener.heard.entry)
        gauge.isBlind = canBeBlind(for: people.presentVoters, listener.heard)
        areas[id]?.gauges.append(gauge)
        areas[id]?.step = .gauging
        areas[id]?.framing = nil
        areas[id]?.status = .open
        commands[listener.heard.entry] = .gaugingOpened
        listener.say(
            .gaugeOpened(round: gauge.round, isBlind: gauge.isBlind, explained: session.hasExplainedGauge),
            expects: .stage, choices: setup.framework.ladder.answers)
        session.hasExplainedGauge = true
    }

    mutating func rate(
        _ stage: String, _ confidence: Confidence?, _ evidence: String, _ listener: inout Listener
    ) throws(Refusal) {
        guard let id = currentArea else { throw .moment(.noGaugeIsOpen, testEntry: test?.entry) }
        try rate(in: id, stage, confidence, evidence, nil, &listener)
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
        _ listener: inout Listener
    ) throws(Refusal) {
        guard let last = areas[id]?.gauges.last, let index = areas[id]?.gauges.indices.last else {
            throw .moment(.noGaugeIsOpen, testEntry: test?.entry)
        }
        guard setup.framework.ladder.answers.contains(stage) else {
            throw .unknownStage(stage, known: setup.framework.ladder.answers)
        }
        let rating = Rating(
            by: listener.speaker, stage: stage, confidence: confidence, evidence: evidence,
            isOpen: !listener.isPrivateMatter, entry: listener.heard.entry, ambition: ambition)
        session.hasRatings = true
        dropRatingQuestions(to: listener.speaker, in: id)
        // Before the day nobody is told who is there, because that would tell who has rated.
        if !last.isBeforehand || last.isRevealed { comeBack(listener.speaker, &listener) }
        if last.isRevealed {
            areas[id]?.gauges[index].takeLate(rating)
            lastOwn[listener.speaker] = listener.heard.entry
            listener.sayToSpeaker(.lateRatingKept)
            return
        }
        areas[id]?.gauges[index].take(rating)
        lastOwn[listener.speaker] = listener.heard.entry
        if !listener.heard.channelIsPrivate {
            endBlindness(of: last, in: id, &listener)
        } else if rating.isOpen {
            if last.isBlind { listener.tell(listener.speaker, .pleaseRatePrivately) }
            areas[id]?.gauges[index].isBlind = false
        }
        if !rating.isOpen, !last.isBeforehand {
            let kept = Notice.ratingKept(
                stage: stage, confidence: confidence, isSeen: !listener.heard.channelIsPrivate)
            listener.tell(listener.speaker, kept)
        }
        if last.isBeforehand { keepBeforehand(rating, in: id, &listener) } else { sayProgress(id, &listener) }
    }

    /// Whether whoever opens the round and all who are to rate can be spoken to alone. How somebody comes is known once
    /// something came from them; until then, `endBlindness` has the last word.
    func canBeBlind(for raters: [MemberID], _ heard: Heard) -> Bool {
        heard.channelIsPrivate && raters.allSatisfy { people[$0].hasPrivateChannel }
    }

    /// A rating came where nobody can be spoken to alone: the promise that nobody sees it does not hold any longer.
    private mutating func endBlindness(of gauge: Gauge, in id: String, _ listener: inout Listener) {
        // Ratings before the day are one round over all areas.
        for area in gauge.isBeforehand ? pregauge?.areas ?? [id] : [id] {
            guard let last = areas[area]?.gauges.indices.last, areas[area]?.gauges[last].isRevealed == false else {
                continue
            }
            areas[area]?.gauges[last].isBlind = false
        }
        if gauge.isBlind { listener.say(.blindnessEnded) }
    }

    /// "4 of 6 in" is all that is ever shown before the reveal, and only where it helps: at the end of the round.
    private func sayProgress(_ id: String, _ listener: inout Listener) {
        guard let gauge = areas[id]?.openGauge else { return }
        let voters = people.presentVoters
        let waiting = voters.filter { gauge.rating(of: $0) == nil }
        if waiting.isEmpty, !voters.isEmpty { listener.say(.allRatingsIn(voters.count)) }
    }

    mutating func withdrawRating(_ listener: inout Listener) throws(Refusal) {
        guard let id = currentArea else { throw .noRatingYet }
        try withdrawRating(in: id, &listener)
    }

    mutating func withdrawRating(in id: String, _ listener: inout Listener) throws(Refusal) {
        guard let index = areas[id]?.gauges.indices.last, let gauge = areas[id]?.gauges[index] else {
            throw .noRatingYet
        }
        if gauge.isRevealed { throw .gaugeIsRevealed(round: gauge.round) }
        guard let rating = gauge.rating(of: listener.speaker) else { throw .noRatingYet }
        areas[id]?.gauges[index].ratings.removeAll { $0.by == listener.speaker }
        struck.append(rating.entry)
        if gauge.isBeforehand { pregauge?.hasSaidAllAreIn = false }
        listener.sayToSpeaker(.ratingWithdrawn)
    }

    mutating func reveal(_ listener: inout Listener) {
        guard let id = currentArea, let index = areas[id]?.gauges.indices.last, let gauge = areas[id]?.gauges[index]
        else {
            return
        }
        // Once the counts are shown, a rating that was heard and not confirmed is out of them for good.
        let unconfirmed = givers(of: \.isAboutRating, since: gauge.entry)
        if unconfirmed > 0, !gauge.hasWarned {
            areas[id]?.gauges[index].hasWarned = true
            askHeard(&listener)
            listener.say(.ratingsUnconfirmed(unconfirmed, isBeforehand: false))
            return
        }
        let voters = people.presentVoters
        let earlier = areas[id]?.gauges.dropLast().last { $0.isRevealed }
        // Somebody who answered and then left still answered, and was here to be counted.
        let gone = gauge.ratings.count { !voters.contains($0.by) }
        let mover = GaugeMeasures.movedAlone(from: earlier, to: gauge, ladder: setup.framework.ladder)
        areas[id]?.gauges[index].reveal = Gauge.Reveal(
            entry: listener.heard.entry, answered: gauge.ratings.count, present: voters.count + gone,
            movedAlone: mover != nil)
        areas[id]?.step = .revealed
        listener.say(.revealed(round: gauge.round))
        // A change of mind, or of the will to argue: nobody else's business, so it is asked privately.
        if let mover, listener.heard.channelIsPrivate { listener.tell(mover, .movedAlone) }
        listStatements(&listener)
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
