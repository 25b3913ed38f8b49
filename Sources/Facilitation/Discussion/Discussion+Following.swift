// Following up: how the objectives of this and of earlier sessions go.
extension Discussion {
    /// Every objective that was carried and is not known to be finished from an earlier session, oldest first. What
    /// another took the place of is not among them.
    public var adoptedObjectives: [AdoptedObjective] {
        let now = adopted(.objective).map {
            AdoptedObjective(area: $0.area, session: session.number, proposal: $0.proposal)
        }
        return carried.filter { replacement(of: $0.entry) == nil } + now
    }

    /// The aims that the next session begins with, oldest first. Lines that were struck out bear nothing, then as now.
    var aimsForNextTime: [EarlierAim] {
        let now = adopted(.aim).map { EarlierAim(area: $0.area, on: session.startedOn, proposal: $0.proposal) }
        let standing = earlierAims.filter { replacement(of: $0.proposal.entry) == nil } + now
        return standing.map { aim in
            var kept = aim
            kept.proposal.entries.removeAll(where: struck.contains)
            return kept
        }
    }

    /// What this session took on, area by area.
    private func adopted(_ kind: ProposalKind) -> [(area: String, proposal: Proposal)] {
        let order = setup.areas + areas.keys.filter { !setup.areas.contains($0) }.sorted()
        return order.compactMap { areas[$0] }.flatMap { area in
            area.standing.filter { $0.kind == kind && $0.outcome.isAdopted }.map { (area: area.id, proposal: $0) }
        }
    }

    /// What this session put in the place of an objective or an aim of an earlier one.
    func replacement(of entry: Int) -> Proposal? {
        areas.values.flatMap(\.standing).first { $0.inPlaceOf == entry && $0.outcome.isAdopted }
    }

    /// The number of what is under test in the place of an objective of an earlier session, or took it; else its own.
    func entryNow(of entry: Int) -> Int {
        if let tested = proposalUnderTest, tested.inPlaceOf == entry { return tested.entry }
        return replacement(of: entry)?.entry ?? entry
    }

    /// Those that are neither done nor dropped.
    var openObjectives: [AdoptedObjective] { adoptedObjectives.filter { !progress(of: $0.entry).isFinished } }

    /// The report that counts for the objective of this entry.
    public func report(on objective: Int) -> ProgressReport? {
        reports.last { $0.objective == objective && !$0.isStruck }
    }

    /// Where nobody has said anything it counts as not started, and people are told that nothing was said.
    public func progress(of objective: Int) -> ProgressWord { report(on: objective)?.progress ?? .notStarted }

    /// Due before this day, and neither done nor dropped.
    public func isOverdue(_ objective: AdoptedObjective, on day: CivilDate) -> Bool {
        guard let due = objective.due else { return false }
        return due < day && !progress(of: objective.entry).isFinished
    }

    func hasSomethingFromLastTime(on day: CivilDate) -> Bool {
        !carried.isEmpty || !earlierAims.isEmpty || previous.values.contains { $0.settled ?? $0.notSettled != nil }
            || !viewsToLookAtAgain(on: day).isEmpty
    }

    /// Minority views of earlier sessions whose day has come, by area, in the order of the framework.
    func viewsToLookAtAgain(on day: CivilDate) -> [(area: String, view: MinorityView)] {
        setup.framework.areas.flatMap { area in
            (previous[area.id]?.views ?? []).filter { $0.lookAgain.map { $0 <= day } ?? false }.map { (area.id, $0) }
        }
    }

    /// Owners speak for what they took on; a facilitator may pass on what an owner said, and the record says so. *Done* asks
    /// for what shows it, and *dropped* for a reason, because both end what the partnership agreed. Being late is easy to
    /// say: asking for proof would only keep people quiet.
    mutating func giveProgress(
        on words: String, _ progress: ProgressWord, _ evidence: String, _ turn: inout Turn
    ) throws(Refusal) {
        let objective = try objective(named: words, for: turn.speaker)
        let isOwner = objective.owner == turn.speaker
        guard isOwner || people[turn.speaker].role == .facilitator else {
            throw .notYourObjective(objective.entry)
        }
        if progress.isFinished, evidence.isEmpty { throw .evidenceNeeded(progress, entry: objective.entry) }
        guard !turn.heard.isPrivate else {
            turn.tell(turn.speaker, .progressNeedsTheRoom)
            return
        }
        reports.append(
            ProgressReport(
                objective: objective.entry, by: turn.speaker, isOnBehalf: !isOwner, progress: progress,
                evidence: evidence, on: turn.heard.today, entry: turn.heard.entry))
        lastOwn[turn.speaker] = turn.heard.entry
        turn.item = objective.proposal.id
        turn.say(.progressKept(objective: objective.entry))
    }

    /// `12`, `#12` or `o1`; nothing where the speaker has only one open.
    private func objective(named words: String, for speaker: MemberID) throws(Refusal) -> AdoptedObjective {
        let all = adoptedObjectives
        let wanted = words.lowercased().filter { $0 != "#" }
        guard !wanted.isEmpty else {
            let own = openObjectives.filter { $0.owner == speaker }
            guard own.count == 1 else { throw .whichObjective(own.map(\.entry)) }
            return own[0]
        }
        let known = areas.keys.sorted().flatMap { areas[$0]?.proposals ?? [] }
        let before = carried.first { String($0.entry) == wanted || $0.proposal.id == wanted }
        // Any test of an objective can be named for it, and so can the one whose place it took.
        let now = before.flatMap { replacement(of: $0.entry) } ?? known.first { String($0.entry) == wanted }
        let id = now?.id ?? wanted
        if let found = all.first(where: { String($0.entry) == wanted || $0.proposal.id == id }) { return found }
        if let other = known.first(where: { String($0.entry) == wanted || $0.id == wanted }), other.kind == .objective {
            throw .objectiveNotCarried(other.entry)
        }
        throw .noSuchObjective(words)
    }

    // MARK: Horizons

    /// Like the parts of an objective: it says more about the aim and changes none of its words, so the test stands.
    mutating func giveHorizon(of words: String, _ horizon: Horizon, _ turn: inout Turn) throws(Refusal) {
        let wanted = words.lowercased().filter { $0 != "#" }
        guard let id = test?.area ?? currentArea,
            let named = areas[id]?.proposals.last(where: { proposal in
                proposal.kind == .aim && !proposal.isStruck
                    && (wanted.isEmpty || String(proposal.entry) == wanted || proposal.id == wanted)
            }), let index = currentTest(of: named.id, in: id)
        else { throw .noAimHere }
        areas[id]?.proposals[index].horizon = horizon
        areas[id]?.proposals[index].entries.append(turn.heard.entry)
        turn.item = areas[id]?.proposals[index].id
        guard let aim = areas[id]?.proposals[index] else { return }
        turn.say(.horizonKept(area: id, entry: aim.entry))
    }

    // MARK: Minority views

    /// The holder's own words, and the holder's own day.
    mutating func giveViewPart(
        _ part: ViewPart, of item: Int?, _ value: String, _ turn: inout Turn
    ) throws(Refusal) {
        guard !value.isEmpty else { throw .emptyText }
        guard let id = currentArea,
            let index = areas[id]?.minorityViews.lastIndex(where: { view in
                view.by == turn.speaker && !view.isStruck
                    && (item == nil || view.entry == item || view.proposal == item)
            })
        else { throw .noMinorityView }
        switch part {
        case .mind: areas[id]?.minorityViews[index].mind = MinorityView.Mind(text: value, entry: turn.heard.entry)
        case .lookAgain:
            guard let day = Reader.date(value, today: turn.heard.today) else { throw .badDate(value) }
            areas[id]?.minorityViews[index].lookAgain = day
            areas[id]?.minorityViews[index].lookAgainEntry = turn.heard.entry
        }
        lastOwn[turn.speaker] = turn.heard.entry
        guard let view = areas[id]?.minorityViews[index] else { return }
        turn.sayToSpeaker(.viewPartKept(area: id, view: view.entry))
    }
}
