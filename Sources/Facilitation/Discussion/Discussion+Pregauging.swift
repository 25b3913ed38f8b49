// Ratings before the day. As in `Discussion+Gauging`, nothing in here may let anybody infer a rating before the reveal, and
// besides that nothing may tell who has rated: people do this on their own, and not in a room where all can see each other.
extension Discussion {
    public var isPregauging: Bool { pregauge.map { !$0.isRevealed } ?? false }

    // MARK: Opening

    /// Saying it again changes the day, or adds areas; ratings that were given stay.
    mutating func openPregauge(
        _ words: [String], until: CivilDate?, _ turn: inout Turn
    ) throws(Refusal) {
        if let until, until < turn.heard.today { throw .preparing(.dayHasPassed(until)) }
        var chosen: [String] = []
        for word in words where !Names.fold(word).isEmpty {
            let area = try areaID(named: word)
            if !chosen.contains(area) { chosen.append(area) }
        }
        if chosen.isEmpty { chosen = setup.areas.filter { isToBeRated($0) } }
        openPregauge(in: chosen, until: until, &turn)
    }

    private func isToBeRated(_ id: String) -> Bool {
        switch areas[id]?.status {
        case .settled, .skipped: false
        case .notStarted, .open, .parked, nil: true
        }
    }

    /// A set-up can ask for it; once its day has passed there is nothing to open.
    mutating func openPregaugeOfSetup(_ turn: inout Turn) {
        guard let planned = setup.pregauge, let until = CivilDate(iso: planned.until), until >= turn.heard.today
        else { return }
        openPregauge(in: planned.areas.isEmpty ? setup.areas : planned.areas, until: until, &turn)
    }

    private mutating func openPregauge(in chosen: [String], until: CivilDate?, _ turn: inout Turn) {
        let open = pregauge.flatMap { $0.isRevealed ? nil : $0 }
        var round =
            open ?? PregaugeRound(entry: turn.heard.entry, until: until, today: turn.heard.today)
        round.until = until ?? round.until
        let isBlind = canBeBlind(for: people.voters, turn.heard)
        for id in chosen where !round.areas.contains(id) {
            if areas[id] == nil { areas[id] = AreaDiscussion(id: id) }
            if !setup.areas.contains(id) { setup.areas.append(id) }
            // An area in which a round is open now is being rated already.
            guard areas[id]?.openGauge == nil else { continue }
            var gauge = Gauge(round: (areas[id]?.gauges.count ?? 0) + 1, entry: turn.heard.entry)
            gauge.isBeforehand = true
            gauge.isBlind = isBlind
            areas[id]?.gauges.append(gauge)
            round.areas.append(id)
            round.hasSaidAllAreIn = false
            round.hasWarned = false
        }
        pregauge = round
        turn.say(.preparing(.pregaugeOpened(isBlind: isBlind)))
    }

    // MARK: Rating

    /// `/gauge in AREA STAGE`. In an area with no round it has no place; after the reveal it is late, as everywhere.
    mutating func rate(
        area words: String, _ stage: String, _ confidence: Confidence?, _ evidence: String, _ ambition: String?,
        _ turn: inout Turn
    ) throws(Refusal) {
        let id = try areaID(named: words)
        guard areas[id]?.gauges.isEmpty == false else {
            throw .preparing(isPregauging ? .notInThisArea(id) : .nothingIsOpen)
        }
        if let ambition, setup.framework.ladder.step(ambition) == nil {
            throw .unknownStage(ambition, known: setup.framework.ladder.steps.map(\.id))
        }
        try rate(in: id, stage, confidence, evidence, ambition, &turn)
    }

    /// What follows a rating that was given before the day: its giver alone hears of it, and is led on.
    mutating func keepBeforehand(_ rating: Rating, in id: String, _ turn: inout Turn) {
        let notice = PreparingNotice.ratingKept(
            area: id, stage: rating.stage, confidence: rating.confidence, ambition: rating.ambition,
            isSeen: !turn.heard.channelIsPrivate)
        if !rating.isOpen { turn.tell(turn.speaker, .preparing(notice)) }
        let waiting = unrated(by: turn.speaker).count
        let total = pregauge?.areas.count ?? 0
        if pregauge?.focus[turn.speaker] == id || waiting == 0 {
            lead(turn.speaker, to: nextUnrated(after: id, for: turn.speaker), &turn)
        } else if turn.isPrivateMatter {
            turn.tell(turn.speaker, .preparing(.ratedSoFar(total - waiting, of: total)))
        }
        let voters = people.presentVoters
        guard pregauge?.hasSaidAllAreIn == false, !voters.isEmpty, voters.allSatisfy({ unrated(by: $0).isEmpty })
        else { return }
        pregauge?.hasSaidAllAreIn = true
        turn.say(.preparing(.allAreIn(members: voters.count, areas: pregauge?.areas.count ?? 0)))
    }

    private mutating func lead(
        _ member: MemberID, to id: String?, isBeginning: Bool = false, _ turn: inout Turn
    ) {
        // Aloud, the next area would be asked about aloud too.
        guard turn.isPrivateMatter else { return }
        pregauge?.focus[member] = id
        let choices = id == nil ? [] : setup.framework.ladder.answers
        turn.tell(
            member, .preparing(.nextArea(id, isBeginning: isBeginning)), expects: id == nil ? nil : .stage,
            choices: choices)
    }

    /// `/gauge` alone, or `/gauge in AREA` without a stage: what the stages mean there, and an invitation to rate.
    /// - Parameter words: the area; nil for the next one that the speaker has not rated.
    mutating func explain(area words: String?, _ turn: inout Turn) throws(Refusal) {
        guard isPregauging, people[turn.speaker].votes else {
            turn.sayToSpeaker(.stagesExplained)
            return
        }
        let id = if let words { try areaID(named: words) } else { unrated(by: turn.speaker).first }
        if let id, areas[id]?.openPregauge == nil { throw .preparing(.notInThisArea(id)) }
        if turn.heard.isPrivate {
            lead(turn.speaker, to: id, isBeginning: true, &turn)
        } else {
            turn.say(.preparing(.nextArea(id, isBeginning: true)))
        }
    }

    mutating func withdrawRating(area words: String, _ turn: inout Turn) throws(Refusal) {
        try withdrawRating(in: try areaID(named: words), &turn)
    }

    /// Private words of somebody who was asked about no area: they may believe that they have rated.
    ///
    /// - Returns: false where there is nothing to tell them.
    func sayHowFar(_ turn: inout Turn) -> Bool {
        let waiting = unrated(by: turn.speaker).count
        guard waiting > 0, people[turn.speaker].votes, area?.openGauge == nil, let pregauge else { return false }
        turn.tell(
            turn.speaker, .preparing(.ratedSoFar(pregauge.areas.count - waiting, of: pregauge.areas.count)))
        return true
    }

    // MARK: Who has rated what

    /// Areas of the open pre-gauge that this member has not rated yet, in order.
    func unrated(by member: MemberID) -> [String] {
        guard let pregauge, !pregauge.isRevealed else { return [] }
        return pregauge.areas.filter { id in
            areas[id]?.openPregauge.map { $0.rating(of: member) == nil } ?? false
        }
    }

    private func nextUnrated(after id: String, for member: MemberID) -> String? {
        let waiting = unrated(by: member)
        guard let order = pregauge?.areas, let place = order.firstIndex(of: id) else { return waiting.first }
        return order[(place + 1)...].first { waiting.contains($0) } ?? waiting.first
    }

    /// The area that a bare private rating of this member is about; nil while a round is open in the room.
    func pregaugeFocus(of member: MemberID) -> String? {
        guard isPregauging, people[member].votes, area?.openGauge == nil, let id = pregauge?.focus[member],
            areas[id]?.openPregauge != nil
        else { return nil }
        return id
    }

    // MARK: Reminders

    /// Each member who has not finished hears it alone; the facilitator learns how many there were, and not who. Whoever is
    /// known by a typed name only shares a screen or a channel with others, and is reminded with everybody.
    mutating func remind(_ turn: inout Turn) throws(Refusal) {
        guard let pregauge, isPregauging else { throw .preparing(.nothingIsOpen) }
        let waiting = people.voters.filter { !unrated(by: $0).isEmpty }
        guard !waiting.isEmpty else { throw .preparing(.everybodyHasRated) }
        self.pregauge?.offeredOn = turn.heard.today
        let reached = turn.heard.channelIsPrivate ? waiting.filter { people[$0].hasConnection } : []
        if reached.count < waiting.count { turn.say(.preparing(.openReminder)) }
        guard !reached.isEmpty else { return }
        for member in reached {
            let left = unrated(by: member).count
            turn.tell(member, .preparing(.reminder(areasLeft: left, of: pregauge.areas.count)))
        }
        turn.sayToSpeaker(.preparing(.remindersSent(reached.count)))
    }

    /// Once a day, when a facilitator says something, they are told how many have finished and that others can be reminded.
    mutating func offerReminders(_ turn: inout Turn) {
        guard let pregauge, isPregauging, turn.heard.channelIsPrivate, pregauge.offeredOn < turn.heard.today,
            people[turn.speaker].role == .facilitator
        else { return }
        let voters = people.voters
        let finished = voters.count { unrated(by: $0).isEmpty }
        guard finished < voters.count else { return }
        self.pregauge?.offeredOn = turn.heard.today
        turn.tell(
            turn.speaker,
            .preparing(.remindersOffered(finished: finished, of: voters.count, today: turn.heard.today)))
    }

    // MARK: The reveal

    /// All areas at once, so that nobody can choose what is seen. An area that nobody rated is as if it had not been asked.
    mutating func revealPregauge(_ turn: inout Turn) throws(Refusal) {
        guard let round = pregauge, isPregauging else { throw .preparing(.nothingIsOpen) }
        let unconfirmed = givers(of: \.isAboutAreaRating, since: round.entry)
        if unconfirmed > 0, !round.hasWarned {
            pregauge?.hasWarned = true
            askHeard(&turn)
            turn.say(.ratingsUnconfirmed(unconfirmed, isBeforehand: true))
            return
        }
        let voters = people.presentVoters
        for id in round.areas {
            guard let gauge = areas[id]?.openPregauge, let index = areas[id]?.gauges.indices.last else { continue }
            guard !gauge.ratings.isEmpty else {
                areas[id]?.gauges.removeLast()
                continue
            }
            let gone = gauge.ratings.count { !voters.contains($0.by) }
            let earlier = areas[id]?.gauges.dropLast().last { $0.isRevealed }
            let mover = GaugeMeasures.movedAlone(from: earlier, to: gauge, ladder: setup.framework.ladder)
            areas[id]?.gauges[index].reveal = Gauge.Reveal(
                entry: turn.heard.entry, answered: gauge.ratings.count, present: voters.count + gone,
                movedAlone: mover != nil)
            // The counts are on the table: when the room comes here, it can talk.
            if areas[id]?.step == .framed { areas[id]?.step = .revealed }
        }
        pregauge?.isRevealed = true
        pregauge?.focus = [:]
        turn.say(.preparing(.pregaugeRevealed))
        turn.say(.preparing(.overview))
        turn.say(.preparing(.liveTime))
    }
}
