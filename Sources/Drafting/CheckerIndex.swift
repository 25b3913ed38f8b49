import Facilitation

/// What a record says, arranged for looking up: who, which words, which counts, which entries.
struct CheckerIndex {
    /// A text in the record, and everything that a sentence quoting it may also say.
    struct Source {
        enum Role {
            case proposal, statement, field, reservation, minorityView, objection, parked, interest, other
        }
        var role: Role
        var area: Int?
        /// `position`, `a1`, `s14`: the item it belongs to or stands beside.
        var item: String?
        var text: String
        /// Names that may stand beside it.
        var names: Set<String> = []
        var dates: Set<String> = []
        var entries: [Int] = []
        /// True when a complete draft must quote it.
        var isRequired = false
        var lacksOwner = false
        var lacksDate = false
    }

    let record: Record
    private(set) var sources: [Source] = []
    private(set) var sourcesByText: [String: [Int]] = [:]
    private var sourcesByItem: [ItemKey: [Int]] = [:]
    private(set) var proposals: [String: (area: Int, proposal: RecordProposal)] = [:]
    /// Tests that do not stand, by id.
    private(set) var tests: [String: (area: Int, test: RecordTest)] = [:]
    /// Objectives of earlier sessions, by id.
    private(set) var carried: [String: RecordCarried] = [:]
    /// Aims of earlier sessions, by id.
    private(set) var earlierAims: [String: RecordEarlierAim] = [:]
    private(set) var statements: [String: (area: Int, statement: RecordStatement)] = [:]
    private(set) var organisations: [String: Set<String>] = [:]
    /// Who gave a reason privately, and where: there are no words to find them by.
    private var privateReasons: [ItemKey: (names: Set<String>, entries: Set<Int>)] = [:]
    private var names: [String: String] = [:]
    private var areaEntries: [Set<Int>] = []
    private var allEntries: Set<Int> = []

    private struct ItemKey: Hashable {
        var area: Int
        var item: String
    }

    init(record: Record) {
        self.record = record
        for member in record.members where names[member.id] == nil {
            let name = Verbatim.shown(member.name.isEmpty ? member.id : member.name)
            names[member.id] = name
            organisations[name, default: []].insert(Verbatim.shown(member.organisation))
        }
        areaEntries = record.areas.map { CheckerIndex.entries(of: $0, in: record) }
        allEntries = Set(record.interests.flatMap(\.entries) + record.corrected.flatMap(\.entries))
        for entries in areaEntries { allEntries.formUnion(entries) }
        add(Source(role: .other, text: record.rule.text))
        add(Source(role: .other, text: record.framework.credit))
        for (index, area) in record.areas.enumerated() { add(area, index) }
        for item in record.carried {
            carried[item.objective.id] = item
            add(item.objective, nil, isRequired: true)
            allEntries.formUnion(item.objective.entriesWithReports)
        }
        for earlier in record.earlierAims {
            earlierAims[earlier.aim.id] = earlier
            add(earlier.aim, nil, isRequired: false)
            allEntries.formUnion(earlier.aim.entries)
        }
        for interest in record.interests {
            let area = record.areas.firstIndex { $0.id == interest.area }
            let names = Set([name(interest.by)])
            add(
                Source(
                    role: .interest, area: area, text: interest.text, names: names, entries: interest.entries)
            )
            if let handling = interest.handling {
                add(Source(role: .field, area: area, text: handling, names: names, entries: interest.entries))
            }
        }
    }

    /// Every sector that the record mentions, in a fixed order.
    var sectors: [String] {
        var sectors = record.members.map(\.sector)
        let organisations = Set(record.members.map(\.organisation))
        for area in record.areas {
            // Organisations are known by their own token.
            let groups = area.gauges.flatMap { $0.byConstituency.keys }
            sectors += groups.filter { !organisations.contains($0) }
            sectors += area.minorityViews.compactMap(\.sector)
            sectors += area.objections.compactMap(\.sector)
            sectors += area.proposals.flatMap(\.reservations).compactMap(\.sector)
            sectors += (area.position?.reservations ?? []).compactMap(\.sector)
            sectors += area.otherTests.flatMap(\.reservations).compactMap(\.sector)
        }
        return Set(sectors).sorted()
    }

    /// The shown name of a member; the id itself for somebody whom the record does not list.
    func name(_ id: String) -> String { names[id] ?? Verbatim.shown(id) }

    /// Everybody whom the record mentions, by shown name, in the order of the record.
    var people: [String] {
        var ids = record.members.map(\.id)
        for area in record.areas {
            ids += area.objectives.compactMap(\.owner)
            ids += area.parked.compactMap(\.owner)
            ids += area.statements.compactMap(\.by)
            ids += area.minorityViews.compactMap(\.by)
            ids += area.objections.compactMap(\.by)
            ids += area.proposals.flatMap(\.reservations).compactMap(\.by)
            ids += (area.position?.reservations ?? []).compactMap(\.by)
            ids += area.otherTests.flatMap(\.reservations).compactMap(\.by)
        }
        let objectives = record.carried.map(\.objective) + record.areas.flatMap(\.objectives)
        ids += objectives.flatMap { ($0.owner.map { [$0] } ?? []) + $0.reports.map(\.by) }
        ids += objectives.compactMap(\.worded?.owner)
        ids += record.interests.map(\.by)
        var seen: Set<String> = []
        return ids.map(name).filter { seen.insert($0).inserted }
    }

    private mutating func add(_ source: Source) {
        guard !source.text.isEmpty else { return }
        var source = source
        source.text = Verbatim.shown(source.text)
        sourcesByText[source.text, default: []].append(sources.count)
        if let area = source.area, let item = source.item {
            sourcesByItem[ItemKey(area: area, item: item), default: []].append(sources.count)
        }
        sources.append(source)
    }

    func sources(of item: String, in area: Int) -> [Int] {
        sourcesByItem[ItemKey(area: area, item: item)] ?? []
    }

    private mutating func add(_ area: RecordArea, _ index: Int) {
        for proposal in area.proposals {
            proposals[proposal.id] = (index, proposal)
            add(proposal, index, isRequired: proposal.outcome.isAdopted)
        }
        if let position = area.position {
            add(position.reservations, item: "position", index, position.entries)
        }
        for test in area.otherTests {
            tests[test.id] = (index, test)
            if test.kind != .position {
                add(Source(role: .other, area: index, item: test.id, text: test.text, entries: test.entries))
            }
            add(test.reservations, item: test.id, index, test.entries)
        }
        for rating in area.gauges.flatMap(\.ratings) {
            add(Source(role: .other, area: index, text: rating.evidence, entries: rating.entries))
        }
        for statement in area.statements {
            statements[statement.id] = (index, statement)
            add(
                Source(
                    role: .statement, area: index, item: statement.id, text: statement.text,
                    names: Set(statement.by.map { [name($0)] } ?? []), entries: statement.entries))
        }
        for view in area.minorityViews {
            add(
                Source(
                    role: .minorityView, area: index, item: area.home(of: view), text: view.text,
                    names: Set(view.named ? view.by.map { [name($0)] } ?? [] : []),
                    dates: Set(view.lookAgain.map { [$0] } ?? []), entries: view.entries,
                    isRequired: view.confirmed))
            add(
                Source(
                    role: .minorityView, area: index, item: area.home(of: view), text: view.wouldChange ?? "",
                    entries: view.entries, isRequired: view.confirmed))
        }
        for objection in area.objections {
            if objection.isPrivate { addPrivate(objection.by, on: objection.on, index, objection.entriesWithEnd) }
            add(
                Source(
                    role: .objection, area: index, item: objection.on, text: objection.text,
                    names: Set(objection.by.map { [name($0)] } ?? []), entries: objection.entriesWithEnd))
        }
        for parked in area.parked {
            add(
                Source(
                    role: .parked, area: index, text: parked.text,
                    names: Set(parked.owner.map { [name($0)] } ?? []),
                    dates: Set(parked.bringBack.map { [$0] } ?? []), entries: parked.entries,
                    lacksOwner: parked.owner == nil, lacksDate: parked.bringBack == nil))
        }
    }

    private mutating func add(_ proposal: RecordProposal, _ area: Int?, isRequired: Bool) {
        add(
            Source(
                role: .proposal, area: area, item: proposal.id, text: proposal.text,
                names: Set(proposal.owner.map { [name($0)] } ?? []),
                dates: Set(proposal.due.map { [$0] } ?? []),
                entries: proposal.entries, isRequired: isRequired,
                lacksOwner: proposal.owner == nil, lacksDate: proposal.due == nil))
        for field in [proposal.measure, proposal.baseline, proposal.target] {
            add(
                Source(
                    role: .field, area: area, item: proposal.id, text: field ?? "", entries: proposal.entries)
            )
        }
        for report in proposal.reports {
            add(
                Source(
                    role: .field, area: area, item: proposal.id, text: report.evidence, names: [name(report.by)],
                    dates: [report.on], entries: report.entries))
        }
        // The reservations of an earlier session stand in its own draft.
        if let area { add(proposal.reservations, item: proposal.id, area, proposal.entries) }
    }

    private mutating func add(
        _ reservations: [RecordReservation], item: String, _ area: Int, _ entries: [Int]
    ) {
        for reservation in reservations {
            if reservation.isPrivate {
                addPrivate(reservation.by, on: item, area, reservation.by == nil ? [] : entries)
            }
            add(
                Source(
                    role: .reservation, area: area, item: item, text: reservation.text,
                    names: Set(reservation.by.map { [name($0)] } ?? []), entries: reservation.by == nil ? [] : entries,
                    isRequired: true))
        }
    }

    private mutating func addPrivate(_ holder: String?, on item: String, _ area: Int, _ entries: [Int]) {
        var known = privateReasons[ItemKey(area: area, item: item)] ?? (names: [], entries: [])
        if let holder { known.names.insert(name(holder)) }
        known.entries.formUnion(entries)
        privateReasons[ItemKey(area: area, item: item)] = known
    }

    /// Whose private reasons stand beside an item, and the entries that gave them.
    func privateReasons(on item: String, in area: Int) -> (names: Set<String>, entries: Set<Int>) {
        privateReasons[ItemKey(area: area, item: item)] ?? (names: [], entries: [])
    }

    /// The entries that an item itself rests on; none where attribution hides them.
    func ownEntries(of item: String, in area: Int) -> [Int] {
        if item == "position" { return record.areas[area].position?.entries ?? [] }
        return proposal(item)?.entries ?? tests[item]?.test.entries ?? statements[item]?.statement.entries ?? []
    }

    /// A test that does not stand; a draft calls it by the number of its opening, as it does a statement.
    func test(called item: String) -> (area: Int, test: RecordTest)? {
        guard let called = ItemID(item), called.kind == .statement else { return nil }
        return tests[ItemID(.test, called.number).name]
    }

    /// A proposal of this session, or an objective or aim of an earlier one.
    func proposal(_ item: String) -> RecordProposal? {
        proposals[item]?.proposal ?? carried[item]?.objective ?? earlierAims[item]?.aim
    }

    /// The gauging and the reveal. A single rating bears out its own evidence, and not the counts.
    func entries(ofRound round: Int, in area: Int) -> Set<Int> {
        let gauges = record.areas[area].gauges.filter { $0.round == round }
        return Set(gauges.flatMap(\.entries))
    }

    /// Every entry that the record gives for an area, or for the whole session.
    func entries(in area: Int?) -> Set<Int> { area.map { areaEntries[$0] } ?? allEntries }

    private static func entries(of value: RecordArea, in record: Record) -> Set<Int> {
        var entries = Set(value.gauges.flatMap { $0.entries + $0.ratings.flatMap(\.entries) })
        entries.formUnion((value.position?.entries ?? []) + (value.before?.entries ?? []))
        entries.formUnion(value.proposals.flatMap(\.entriesWithReports))
        entries.formUnion(value.otherTests.flatMap(\.entries))
        entries.formUnion(value.statements.flatMap(\.entries))
        entries.formUnion(value.minorityViews.flatMap(\.entries))
        entries.formUnion(value.objections.flatMap(\.entriesWithEnd))
        entries.formUnion(value.parked.flatMap(\.entries))
        entries.formUnion(record.interests.filter { $0.area == value.id }.flatMap(\.entries))
        return entries
    }
}
