import Consensus

/// Makes the record of a discussion, with attribution applied: what may not be shown is not in it.
struct RecordBuilder {
    let discussion: Discussion
    let sectors: SectorView

    init(_ discussion: Discussion) {
        self.discussion = discussion
        sectors = SectorView(discussion.people)
    }

    func record(room: String, log: String, head: Int) -> Record {
        var record = Record()
        record.room = room
        record.log = log
        record.head = head
        record.sessionNumber = discussion.session.number
        record.started = discussion.session.startedAt?.iso ?? ""
        record.ended = discussion.session.endedAt?.iso
        record.title = discussion.setup.title
        record.meeting = discussion.setup.meeting
        record.attribution = discussion.setup.attribution
        record.framework = framework
        record.rule = rule
        record.members = discussion.people.ids.map(member)
        record.missing = discussion.setup.missing
        record.interests = discussion.interests.filter { !$0.isStruck }.map(interest)
        record.areas = areaIDs.compactMap { discussion.areas[$0] }.map(area)
        record.carried = discussion.carried.map(carried)
        record.earlierAims = discussion.earlierAims.map(earlierAim)
        record.struck = discussion.struck.sorted()
        record.corrected = discussion.corrections.compactMap(correction)
        return record
    }

    /// The areas planned, in order, then those of the framework that were visited besides.
    private var areaIDs: [String] {
        let planned = discussion.setup.areas
        let visited = discussion.areas.values
            .filter { ($0.status != .notStarted || !$0.gauges.isEmpty) && !$0.isDetour }.map(\.id)
        return planned + visited.filter { !planned.contains($0) }.sorted()
    }

    private var framework: RecordFramework {
        let source = discussion.setup.framework
        var framework = RecordFramework()
        framework.id = source.id
        framework.version = source.version
        framework.hash = source.hash
        framework.name = source.name
        framework.credit = source.credit
        return framework
    }

    private var rule: RecordRule {
        let source = discussion.setup.rule
        var rule = RecordRule()
        switch source.tolerance {
        case .rand: rule.tolerance = Tolerance.randWords
        case .fixed(let number): rule.tolerance = String(number)
        }
        rule.quorum = source.quorum.word
        rule.text = Phrasebook(discussion).ruleWords
        return rule
    }

    private func member(_ id: MemberID) -> RecordMember {
        let source = discussion.people[id]
        var member = RecordMember()
        member.id = source.id
        member.name = source.name
        member.organisation = source.organisation
        member.sector = source.sector
        member.role = source.role
        member.votes = source.votes
        member.present = source.isPresent
        member.leftEarly = !source.isPresent && source.hasSpoken
        member.assurance = source.assurance
        return member
    }

    private func interest(_ source: Interest) -> RecordInterest {
        var interest = RecordInterest()
        interest.by = id(source.by)
        interest.text = source.text
        interest.area = source.area
        interest.handling = source.handling
        interest.entries = source.entries
        return interest
    }

    /// A correction of something whose author is hidden would give the author away, and one of a rating before the
    /// reveal would say who has rated.
    private func correction(_ source: Discussion.Correction) -> RecordCorrection? {
        var correction = RecordCorrection()
        correction.entry = source.entry
        var showsAuthor = showsNames
        switch discussion.item(at: source.entry)?.item {
        case .rating(let area, let gauge):
            guard discussion.areas[area]?.gauges[gauge].isRevealed == true else { return nil }
            showsAuthor = showsRaters
        case .proposal: showsAuthor = true
        case .minorityView(let area, let index), .viewPart(_, let area, let index):
            showsAuthor = discussion.areas[area]?.minorityViews[index].isNamed == true
        case nil:
            // New words took the place of a minority view: its newer form decides. A rating that was replaced or withdrawn
            // is found nowhere, and who corrected one has rated: so what is found nowhere carries no name.
            let newer = discussion.areas.values.flatMap(\.minorityViews).first { source.entries.contains($0.entry) }
            showsAuthor = newer?.isNamed ?? false
        case .report: showsAuthor = true
        case .statement, .position, .level, .parked, .interest: break
        }
        if showsAuthor { correction.by = id(source.by) }
        correction.entries = source.entries
        return correction
    }

    // MARK: Attribution

    var showsNames: Bool { discussion.namesAnswers }
    var showsRaters: Bool { discussion.setup.attribution == .named }
    func id(_ member: MemberID) -> String { discussion.people[member].id }
    func sector(_ member: MemberID) -> String? {
        sectors.sector(of: discussion.people[member], among: discussion.people)
    }

    /// Name or, where names are hidden, at most a sector that gives nobody away.
    func holder(_ member: MemberID, named: Bool) -> (by: String?, sector: String?) {
        if named {
            let sector = discussion.people[member].sector
            return (id(member), sector.isEmpty ? nil : sector)
        }
        return (nil, sector(member))
    }

    func entries(_ entries: [Int], shown: Bool) -> [Int] { shown ? entries.sorted() : [] }

    // MARK: Areas

    private func area(_ source: AreaDiscussion) -> RecordArea {
        var area = RecordArea()
        area.id = source.id
        area.name = discussion.setup.framework.area(source.id)?.name ?? source.id
        area.status = source.status
        area.gauges = source.gauges.map(gauge)
        let standing = source.standing
        area.position = standing.first { $0.kind == .position }.map(position)
        area.before = before(source.id)
        area.statements = source.openStatements.map(statement)
        area.decisions = standing.filter { $0.kind == .decision }.map(proposal)
        area.aims = standing.filter { $0.kind == .aim }.map(proposal)
        area.objectives = standing.filter { $0.kind == .objective }.map(proposal)
        area.otherTests = source.otherTests.map(test)
        let ids = ids(of: source, standing)
        area.minorityViews = source.minorityViews.filter { !$0.isStruck }.map { minorityView($0, ids) }
        // Words that their holder took back bear nothing; one that ended otherwise stays, and says how.
        area.objections = source.objections.filter { !discussion.struck.contains($0.entry) }
            .map { objection($0, ids) }
        area.parked = source.parked.filter { !$0.isStruck }.map(parked)
        return area
    }

    private func before(_ area: String) -> RecordBefore? {
        guard let settled = discussion.previous[area]?.settled, let day = settled.on else { return nil }
        var before = RecordBefore()
        (before.stage, before.on, before.entries) = (settled.stage, day.iso, settled.entries)
        return before
    }

    /// The id of every test by its opening entry: that of the thing for the test that stands, else one of its own.
    private func ids(of area: AreaDiscussion, _ standing: [Proposal]) -> [Int: String] {
        var ids: [Int: String] = [:]
        for proposal in area.proposals { ids[proposal.entry] = ItemID(.test, proposal.entry).name }
        for proposal in standing { ids[proposal.entry] = proposal.id }
        return ids
    }

    private func statement(_ source: Statement) -> RecordStatement {
        var statement = RecordStatement()
        statement.id = ItemID(.statement, source.entry).name
        statement.text = source.text
        (statement.by, statement.sector) = holder(source.by, named: showsNames)
        statement.kind = source.kind
        statement.evidence = source.evidence
        for stance in Stance.allCases { statement.counts[stance] = source.count(stance) }
        if showsNames {
            statement.agree = source.positions.filter { $0.stance == .agree }.map { id($0.by) }
            statement.disagree = source.positions.filter { $0.stance == .disagree }.map { id($0.by) }
            statement.unsure = source.positions.filter { $0.stance == .unsure }.map { id($0.by) }
        }
        statement.heard = source.heard.map { heard in
            var shown = RecordHeard()
            if showsNames { shown.by = id(heard.by) }
            shown.stance = heard.stance
            return shown
        }
        let all = [source.entry] + source.positions.map(\.entry) + source.corrections
        statement.entries = entries(all, shown: showsNames)
        return statement
    }

    private func minorityView(_ source: MinorityView, _ ids: [Int: String]) -> RecordMinorityView {
        var view = RecordMinorityView()
        if source.isNamed {
            (view.by, view.sector) = holder(source.by, named: true)
        } else {
            view.sector = sector(source.by)
        }
        view.text = source.text
        view.confirmed = source.isConfirmed
        view.named = source.isNamed
        view.on = source.proposal.flatMap { ids[$0] } ?? ""
        view.wouldChange = source.mind?.text
        view.lookAgain = source.lookAgain?.iso
        view.entries = entries(source.entries, shown: source.isNamed)
        return view
    }

    private func objection(_ source: Objection, _ ids: [Int: String]) -> RecordObjection {
        var objection = RecordObjection()
        (objection.by, objection.sector) = holder(source.by, named: showsNames)
        switch source.on {
        case .statement(let entry): objection.on = ItemID(.statement, entry).name
        case .proposal(let entry): objection.on = ids[entry] ?? ""
        }
        objection.isPrivate = source.isPrivate
        if !source.isPrivate { objection.text = source.text }
        objection.open = source.isOpen
        objection.end = source.ending?.what
        objection.entries = entries([source.entry], shown: showsNames)
        // What its holder said then may have been taken back since, and bears nothing any more.
        let end = source.ending.map { [$0.entry] } ?? []
        objection.endEntries = entries(end.filter { !discussion.struck.contains($0) }, shown: showsNames)
        return objection
    }

    private func parked(_ source: ParkedItem) -> RecordParked {
        var parked = RecordParked()
        parked.text = source.text
        parked.owner = source.owner.map(id)
        parked.bringBack = source.bringBack?.iso
        parked.entries = [source.entry]
        return parked
    }
}

extension Discussion {
    /// The record of this session. `head` is the number of the last entry of the room, `log` the transcript's name.
    public func record(room: String, log: String, head: Int) -> Record {
        RecordBuilder(self).record(room: room, log: log, head: head)
    }
}
