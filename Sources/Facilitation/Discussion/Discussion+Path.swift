// The path through the areas: starting, choosing, going on and back, pausing, ending.
extension Discussion {
    mutating func start(_ words: [String], _ turn: inout Turn) throws(Refusal) {
        var chosen: [String] = []
        for word in words where !Names.fold(word).isEmpty {
            let area = try areaID(named: word)
            if !chosen.contains(area) { chosen.append(area) }
        }
        let isNext = session.phase == .closed
        if isNext { beginNextSession(turn.heard) }
        if !chosen.isEmpty {
            let planned = plan(from: chosen, isNext: isNext)
            setup.areas = planned
            areas.keep { planned.contains($0.id) || $0.status != .notStarted || !$0.gauges.isEmpty }
            for id in planned where areas[id] == nil { areas[id] = AreaDiscussion(id: id) }
        }
        session.phase = .underWay
        turn.say(.started)
        if isNext, hasSomethingFromLastTime(on: turn.heard.today) {
            turn.say(.lastTime(today: turn.heard.today))
        }
        if let first = chosen.first { frame(first, &turn) }
    }

    /// One area says where to begin: what the set-up named besides comes after it. Several are the plan themselves, and
    /// so is what is chosen for a session after the first.
    private func plan(from chosen: [String], isNext: Bool) -> [String] {
        let isNamed = setup.areas != setup.framework.areas.map(\.id)
        guard chosen.count == 1, isNamed, !isNext else { return chosen }
        return chosen + setup.areas.filter { !chosen.contains($0) }
    }

    /// The same room, another session: numbers run on, and last time's positions and open actions open the areas.
    private mutating func beginNextSession(_ heard: Heard) {
        previous = summaryForNextTime()
        earlierAims = aimsForNextTime
        carried = adoptedObjectives.filter { !progress(of: $0.entry).isFinished }
        reports = reports.filter { report in !report.isStruck && carried.contains { $0.entry == report.objective } }
        let number = session.number + 1
        let form = session.form
        session = Session()
        session.number = number
        session.began = heard.entry
        session.form = form
        session.startedAt = heard.at
        session.startedOn = heard.today
        interests = []
        pregauge = nil
        questions = PendingQuestions()
        test = nil
        struck = []
        corrections = []
        commands = [:]
        struckUnexplained = []
        whyAsked = nil
        lastOwn = [:]
        for id in people.ids { people[id].hasSpoken = false }
        resetAreas()
    }

    private func summaryForNextTime() -> [String: PreviousArea] {
        var summary = previous
        // A view whose day had come was shown when this session opened.
        let shown = session.startedOn
        for id in summary.keys {
            summary[id]?.views.removeAll { view in
                if let day = view.lookAgain, let shown { day <= shown } else { false }
            }
        }
        for area in areas.values {
            let id = area.id
            var kept = summary[id] ?? PreviousArea()
            if let position = area.position, position.outcome != .open, let stage = position.stage {
                let tested = TestedStage(stage: stage, on: session.startedOn, entries: linesBehind(position))
                if position.outcome.isAdopted { kept.settled = tested }
                // What was settled stands until something else is.
                kept.notSettled = position.outcome.isAdopted ? nil : tested
            }
            kept.views += area.minorityViews.filter { !$0.isStruck && $0.isConfirmed && $0.lookAgain != nil }
            kept.parked += area.parked.filter { item in
                !item.isStruck && !kept.parked.contains { $0.text == item.text }
            }
            summary[id] = kept
        }
        return summary
    }

    mutating func chooseArea(_ words: String, _ turn: inout Turn) throws(Refusal) {
        let id = try areaID(named: words)
        session.phase = .underWay
        if areas[id] == nil {
            areas[id] = AreaDiscussion(id: id)
            areas[id]?.isAdded = true
        }
        frame(id, &turn)
    }

    mutating func moveOn(_ turn: inout Turn) throws(Refusal) {
        let order = setup.areas
        let after = currentArea.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let rest = order[min(after, order.count)...] + order[..<min(after, order.count)]
        let isScanned = parkScanned()
        guard let next = rest.first(where: { $0 != currentArea && isUnfinished($0) }) else {
            guard isScanned else { throw .noNextArea }
            finishScan(&turn)
            return
        }
        session.phase = .underWay
        frame(next, &turn)
    }

    /// In a scan an area that was rated is done with for now.
    private mutating func parkScanned() -> Bool {
        guard session.form == .scan, let id = currentArea, areas[id]?.lastRevealed != nil, areas[id]?.openGauge == nil,
            test == nil, areas[id]?.status == .open
        else { return false }
        areas[id]?.status = .parked
        return true
    }

    private mutating func finishScan(_ turn: inout Turn) {
        leaveArea(at: turn.heard.at)
        turn.say(.preparing(.scanDone))
        turn.say(.preparing(.overview))
        turn.say(.preparing(.liveTime))
    }

    private func isUnfinished(_ id: String) -> Bool {
        switch areas[id]?.status {
        case .notStarted, .open: true
        case .parked: session.form != .scan
        case .settled, .skipped, nil: false
        }
    }

    mutating func moveBack(_ turn: inout Turn) throws(Refusal) {
        guard let earlier = trail.popLast() else { throw .noEarlierArea }
        let leaving = currentArea
        frame(earlier, &turn)
        // Going back twice goes back further: the area just left is not put on the trail again.
        if let leaving, trail.last == leaving { trail.removeLast() }
    }

    mutating func skip(_ turn: inout Turn) {
        guard let id = currentArea else { return }
        areas[id]?.status = .skipped
        commands[turn.heard.entry] = .skipped(area: id)
        leaveArea(at: turn.heard.at)
        turn.say(.skipped(area: id))
    }

    /// Introduces an area, or comes back to it exactly where it was left.
    mutating func frame(_ id: String, _ turn: inout Turn) {
        if currentArea == id {
            turn.say(.alreadyInArea(id))
            return
        }
        let leaving = currentArea
        let isNew = areas[id]?.status == .notStarted
        leaveArea(at: turn.heard.at)
        if let leaving, let left = areas[leaving], left.openGauge != nil || test?.area == leaving {
            turn.say(.leftUnfinished(area: leaving))
        }
        currentArea = id
        if !setup.areas.contains(id) { setup.areas.append(id) }
        // `/back` leads away from where the room is.
        trail.removeAll { $0 == id }
        returnToClock(id, at: turn.heard.at)
        if areas[id]?.status != .settled { areas[id]?.status = .open }
        areas[id]?.hasWarned = false
        turn.say(isNew ? .framed(area: id) : .backInArea(id))
        if isNew, areas[id]?.step == .revealed, let gauge = areas[id]?.lastRevealed {
            turn.say(.revealed(round: gauge.round))
        }
        askInterestsAgain(id, &turn)
    }

    private mutating func askInterestsAgain(_ id: String, _ turn: inout Turn) {
        guard setup.framework.area(id)?.touchesMoney == true, areas[id]?.hasAskedInterests == false else { return }
        areas[id]?.hasAskedInterests = true
        turn.say(.interestsAskedAgain)
    }

    /// Time spent elsewhere is not taken from an area: it comes back with the minutes that it had left.
    private mutating func returnToClock(_ id: String, at now: Instant) {
        if let left = areas[id]?.leftAt {
            areas[id]?.awayMilliseconds += max(0, now.milliseconds - left.milliseconds)
            areas[id]?.leftAt = nil
        }
        if areas[id]?.startedAt == nil { areas[id]?.startedAt = now }
    }

    mutating func leaveArea(at now: Instant) {
        guard let leaving = currentArea else { return }
        if areas[leaving]?.isDetour == true { setup.areas.removeAll { $0 == leaving } }
        areas[leaving]?.leftAt = now
        areas[leaving]?.framing = nil
        trail.removeAll { $0 == leaving }
        trail.append(leaving)
        currentArea = nil
    }

    mutating func choose(_ form: Form, _ turn: inout Turn) {
        session.form = form
        turn.say(.formChosen(form))
    }

    mutating func pause(_ turn: inout Turn) {
        session.pausedAt = turn.heard.at
        turn.say(.paused)
    }

    mutating func resume(_ turn: inout Turn) {
        if let since = session.pausedAt, let id = currentArea {
            areas[id]?.awayMilliseconds += max(0, turn.heard.at.milliseconds - since.milliseconds)
        }
        session.pausedAt = nil
        turn.say(.resumed)
        turn.say(.whereWeAre)
    }

    mutating func extend(_ minutes: Int, _ turn: inout Turn) {
        guard let id = currentArea else { return }
        areas[id]?.extraMinutes += minutes
        commands[turn.heard.entry] = .extended(area: id, minutes: minutes)
        areas[id]?.hasSaidTimeIsUp = false
        turn.say(.extended(minutes: minutes))
    }

    /// Minutes left for the open area; negative when it runs over, nil between areas. Shown, never used to cut anybody off.
    public func minutesLeft(at now: Instant) -> Int? {
        guard let area, let started = area.startedAt, session.phase == .underWay else { return nil }
        var spent = now.milliseconds - started.milliseconds - area.awayMilliseconds
        if let pausedAt = session.pausedAt { spent -= max(0, now.milliseconds - pausedAt.milliseconds) }
        return session.form.minutes + area.extraMinutes - max(0, spent) / 60_000
    }

    mutating func noteTime(_ turn: inout Turn) {
        guard let id = currentArea, areas[id]?.hasSaidTimeIsUp == false, !isPaused,
            let left = minutesLeft(at: turn.heard.at), left <= 0
        else { return }
        areas[id]?.hasSaidTimeIsUp = true
        turn.say(.timeIsUp)
    }

    mutating func end(_ turn: inout Turn) {
        closeOpenTest(&turn)
        leaveArea(at: turn.heard.at)
        // What was heard and never confirmed counts nowhere, and an owner who has not said yes is none.
        questions = PendingQuestions()
        // Ratings from before the day that nobody asked to see stay unseen.
        pregauge = nil
        session.phase = .closed
        session.pausedAt = nil
        session.endedAt = turn.heard.at
        turn.say(.ended)
    }

    // MARK: Finding areas

    /// A number, an id or any unambiguous part of a name.
    func areaID(named words: String) throws(Refusal) -> String {
        let framework = setup.framework
        let wanted = Names.fold(words.filter { $0 != "#" })
        guard !wanted.isEmpty else { throw .emptyText }
        if let number = Int(wanted) {
            guard framework.areas.indices.contains(number - 1) else { throw .unknownArea(words, nearest: nil) }
            return framework.areas[number - 1].id
        }
        let dashed = wanted.split(separator: " ").joined(separator: "-")
        if let exact = framework.areas.first(where: { $0.id == dashed || Names.fold($0.name) == wanted }) {
            return exact.id
        }
        let fitting = framework.areas.filter { $0.id.contains(dashed) || Names.fold($0.name).contains(wanted) }
        switch fitting.count {
        case 0: throw .unknownArea(words, nearest: nearestArea(to: wanted))
        case 1: return fitting[0].id
        default: throw .severalAreas(words, names: fitting.map(\.name))
        }
    }

    private func nearestArea(to wanted: String) -> String? {
        let words = wanted.split(separator: " ")
        let scored = setup.framework.areas.map { area in
            (area.name, words.count { Names.fold(area.name).contains($0) })
        }
        return scored.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil }
    }
}
