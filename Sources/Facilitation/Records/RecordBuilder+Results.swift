import Consensus

// Gauges and tested proposals.
extension RecordBuilder {
    func gauge(_ source: Gauge) -> RecordGauge {
        var gauge = RecordGauge()
        gauge.round = source.round
        gauge.blind = source.isBlind
        gauge.beforehand = source.isBeforehand
        guard let reveal = source.reveal else {
            // Before the reveal: how many, and nothing else. Which entries hold ratings would say who has rated.
            gauge.answered = source.ratings.count
            gauge.present = discussion.people.presentVoters.count
            gauge.entries = [source.entry]
            return gauge
        }
        gauge.revealed = true
        gauge.answered = reveal.answered
        gauge.present = reveal.present
        gauge.movedAlone = reveal.movedAlone
        gauge.entries = [source.entry, reveal.entry]
        for rating in source.ratings {
            gauge.counts[rating.stage, default: 0] += 1
            if let confidence = rating.confidence { gauge.confidence[confidence.rawValue, default: 0] += 1 }
        }
        gauge.constituency = discussion.setup.constituency
        gauge.byConstituency = SectorView(discussion.people, by: discussion.setup.constituency).counts(
            of: source, discussion.people, hidesNames: !showsRaters)
        gauge.ratings = ratings(source)
        gauge.measures = measures(source)
        return gauge
    }

    /// In the order of people's last ratings when named; by stage when not, so that order gives nobody away.
    private func ratings(_ gauge: Gauge) -> [RecordRating] {
        let counted = gauge.ratings.map { rating($0, late: false) }
        let late = gauge.late.map { rating($0, late: true) }
        if showsRaters { return counted + late }
        let order = discussion.setup.framework.ladder.answers
        func place(_ rating: RecordRating) -> (Int, String) {
            (order.firstIndex(of: rating.stage) ?? order.count, rating.evidence)
        }
        return counted.sorted { place($0) < place($1) } + late.sorted { place($0) < place($1) }
    }

    private func rating(_ source: Rating, late: Bool) -> RecordRating {
        var rating = RecordRating()
        (rating.by, rating.sector) = holder(source.by, named: showsRaters)
        // Two groupings laid over each other could lead to a person.
        if !showsRaters, discussion.setup.constituency != .sector { rating.sector = nil }
        rating.stage = source.stage
        rating.confidence = source.confidence
        rating.evidence = source.evidence
        rating.ambition = source.ambition
        rating.open = source.isOpen
        rating.late = late
        rating.entries = entries([source.entry], shown: showsRaters)
        return rating
    }

    private func measures(_ gauge: Gauge) -> RecordMeasures? {
        guard let found = GaugeMeasures(gauge, ladder: discussion.setup.framework.ladder, people: discussion.people)
        else { return nil }
        let summary = found.summary
        var measures = RecordMeasures()
        measures.n = summary.n
        measures.mode = summary.mode?.id
        measures.modeCount = summary.modeCount
        measures.outsideMode = summary.outsideMode
        measures.tolerance = discussion.outcomeRule.tolerance(ratings: summary.n)
        measures.withinTolerance =
            summary.mode != nil && summary.n >= MajorityTolerance.fewestRatings
            && summary.outsideMode <= measures.tolerance
        measures.consensus = summary.consensus.value
        measures.pattern = summary.pattern.rawValue
        return measures
    }

    func position(_ source: Proposal) -> RecordPosition {
        var position = RecordPosition()
        position.stage = source.stage ?? ""
        position.result = result(source)
        return position
    }

    func test(_ source: Proposal) -> RecordTest {
        var test = RecordTest()
        test.id = ItemID(.test, source.entry).name
        test.of = source.id
        test.kind = source.kind
        test.stage = source.stage
        test.text = source.text
        test.result = result(source)
        return test
    }

    func proposal(_ source: Proposal) -> RecordProposal {
        var proposal = RecordProposal()
        proposal.id = source.id
        proposal.text = source.text
        proposal.result = result(source)
        proposal.horizon = source.horizon
        proposal.inPlaceOf = source.inPlaceOf.flatMap(replaced)
        guard let parts = source.objective else { return proposal }
        proposal.aim = parts.aim.map { ItemID(.aim, $0).name }
        proposal.owner = parts.acceptedOwner.map(id)
        proposal.due = parts.due?.iso
        proposal.measure = parts.measure
        proposal.baseline = parts.baseline
        proposal.target = parts.target
        proposal.missing = parts.missing
        proposal.worded = worded(parts)
        guard source.outcome.isAdopted else { return proposal }
        proposal.progress = discussion.progress(of: source.entry)
        proposal.reports = discussion.reports.filter { $0.objective == source.entry && !$0.isStruck }.map(report)
        return proposal
    }

    func carried(_ source: AdoptedObjective) -> RecordCarried {
        var carried = RecordCarried()
        carried.area = source.area
        carried.areaName = discussion.setup.framework.area(source.area)?.name ?? source.area
        carried.session = source.session
        carried.objective = proposal(source.proposal)
        carried.replacedBy = discussion.replacement(of: source.entry)?.id
        if let started = discussion.session.startedOn, carried.replacedBy == nil {
            carried.overdue = discussion.isOverdue(source, on: started)
        }
        return carried
    }

    func earlierAim(_ source: EarlierAim) -> RecordEarlierAim {
        var earlier = RecordEarlierAim()
        earlier.area = source.area
        earlier.areaName = discussion.setup.framework.area(source.area)?.name ?? source.area
        earlier.on = source.on?.iso
        earlier.replacedBy = discussion.replacement(of: source.proposal.entry)?.id
        earlier.aim = proposal(source.proposal)
        return earlier
    }

    /// Nil for what is no longer carried.
    private func replaced(_ entry: Int) -> RecordReplaced? {
        let known = discussion.carried.map(\.proposal) + discussion.earlierAims.map(\.proposal)
        guard let before = known.first(where: { $0.entry == entry }) else { return nil }
        var replaced = RecordReplaced()
        (replaced.id, replaced.due, replaced.entries) = (before.id, before.objective?.due?.iso, [entry])
        return replaced
    }

    /// A gap is told as a gap, whatever the words name.
    private func worded(_ parts: ObjectiveParts) -> RecordWorded? {
        var worded = RecordWorded()
        if let owner = parts.worded.owner, let now = parts.acceptedOwner, owner != now { worded.owner = id(owner) }
        if let due = parts.worded.due, let now = parts.due, due != now { worded.due = due.iso }
        return worded == RecordWorded() ? nil : worded
    }

    private func report(_ source: ProgressReport) -> RecordReport {
        var report = RecordReport()
        report.by = id(source.by)
        report.onBehalf = source.isOnBehalf
        report.progress = source.progress
        report.evidence = source.evidence
        report.on = source.on.iso
        report.entries = [source.entry]
        return report
    }

    private func result(_ source: Proposal) -> RecordResult {
        var result = RecordResult()
        result.outcome = source.outcome
        result.deferral = deferral(source)
        result.levels = levels(source)
        result.notAnswered = notAnswered(source)
        result.reservations = reservations(source)
        result.entries = discussion.linesBehind(source)
        result.lines = lines(source)
        return result
    }

    private func deferral(_ source: Proposal) -> Deferral? {
        guard source.outcome == .deferred else { return nil }
        return discussion.outcomeRule.deferral(
            levels: source.answers.map(\.level), notAnswered: source.notAnswered)
    }

    private func levels(_ source: Proposal) -> [Level: Int] {
        source.answers.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
    }

    /// While a test is open, whoever is here and has not answered; afterwards what was fixed at the close.
    private func notAnswered(_ source: Proposal) -> Int {
        discussion.test?.entry == source.entry ? discussion.notAnswered.count : source.notAnswered
    }

    /// Every level that is not a clean yes, with its holder's words, even where there are none.
    private func reservations(_ source: Proposal) -> [RecordReservation] {
        source.answers.filter { !$0.level.supports && $0.level != .abstain }.map { answer in
            var reservation = RecordReservation()
            (reservation.by, reservation.sector) = holder(answer.by, named: showsNames)
            reservation.level = answer.level
            reservation.isPrivate = answer.reasonIsPrivate && !answer.because.isEmpty
            if !reservation.isPrivate { reservation.text = answer.because }
            reservation.entries = entries([answer.entry], shown: showsNames)
            return reservation
        }
    }

    /// The lines that opened and closed the test, and those that gave an objective its parts, its owner's yes among them.
    private func lines(_ source: Proposal) -> RecordTestLines {
        var lines = RecordTestLines()
        lines.opened = source.entry
        lines.closed = source.entries.last { line in
            if case .testClosed(area: _, entry: source.entry) = discussion.commands[line] { true } else { false }
        }
        guard let parts = source.objective else { return lines }
        let consent = parts.acceptedOwner.flatMap { source.answer(of: $0)?.entry }
        let answers = Set(source.answers.map(\.entry)).subtracting([consent].compactMap(\.self))
        lines.parts = discussion.linesBehind(source).filter { !answers.contains($0) && $0 != lines.closed }
        return lines
    }
}
