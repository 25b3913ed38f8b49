import Facilitation

/// Writes a joint plan. Each line begins with its room, so that nobody can take one room's aim for that of another.
struct JointPlanWriter {
    let rooms: [JointRoom]
    let roomNames: [String]

    init(rooms: [JointRoom]) {
        self.rooms = rooms
        roomNames = JointPlanWriter.names(rooms)
    }

    /// Titles; with the room's own name where two titles are the same or one is missing.
    static func names(_ rooms: [JointRoom]) -> [String] {
        let records = rooms.map { $0.records.last ?? Record() }
        let titles = records.map { Verbatim.shown($0.title.isEmpty ? $0.room : $0.title) }
        return zip(titles, records).map { title, record in
            titles.filter { $0 == title }.count > 1 ? "\(title) (\(Verbatim.shown(record.room)))" : title
        }
    }

    func draft() -> Draft {
        let items = rooms.enumerated().flatMap { JointItem.all(of: $0.element, at: $0.offset) }
        var sections = [DraftSection("About this plan", [.paragraph(opening())])]
        for name in areaNames() {
            sections += area(name, items.filter { RecordNames.area($0.area) == name })
        }
        if items.isEmpty {
            let none = Sentence("No aim and no objective has been tested in any of these rooms")
            sections.append(DraftSection("Aims and objectives", [.paragraph([none])]))
        }
        sections.append(timeLine(items))
        sections += rules() + credit()
        return Draft(title: "Joint plan: \(roomNames.joined(separator: "; "))", sections: sections)
    }

    private func opening() -> [Sentence] {
        var sentences = [
            Sentence(
                "This plan lays side by side what was tested in these rooms: \(roomNames.joined(separator: "; "))"),
            Sentence(
                "Nothing here was agreed between rooms: each line was tested in the room that it names, and only there"),
            Sentence("Numbers in square brackets are the entries of that room's transcript"),
        ]
        if Set(rooms.map(\.framework.id)).count > 1 {
            sentences.append(
                Sentence("The rooms use different frameworks, so areas stand together only where their names are equal")
            )
        }
        for (room, name) in zip(rooms, roomNames) {
            guard let last = room.records.last else { continue }
            if last.meeting == .development {
                sentences.append(Sentence("\(name): a development session takes no decisions"))
            }
            if last.attribution == .chathamHouse {
                sentences.append(Sentence("\(name): the Chatham House Rule applied, so speakers are not shown"))
            }
        }
        return sentences
    }

    /// In the order of the frameworks, each name once; then areas that only a set-up has.
    private func areaNames() -> [String] {
        var seen: Set<String> = []
        let framed = rooms.flatMap { room in
            room.framework.areas.map { area in
                let found = room.records.flatMap(\.areas).first { $0.id == area.id }
                return found.map(RecordNames.area) ?? Verbatim.shown(area.name)
            }
        }
        let others = rooms.flatMap { $0.records.flatMap(\.areas).map(RecordNames.area) }
        return (framed + others).filter { seen.insert($0).inserted }
    }

    // MARK: Areas

    private func area(_ name: String, _ items: [JointItem]) -> [DraftSection] {
        guard !items.isEmpty else { return [] }
        let themes = JointThemes(items)
        var sections = [DraftSection(name, [])]
        for theme in themes.shared {
            let words = theme.words.joined(separator: ", ")
            sections.append(
                DraftSection("More than one room speaks of: \(words)", level: 3, [.list(theme.items.map(item))]))
        }
        if !themes.alone.isEmpty {
            let heading = themes.shared.isEmpty ? "In one room each" : "In one room only"
            sections.append(DraftSection(heading, level: 3, [.list(themes.alone.map(item))]))
        }
        return sections
    }

    private func item(_ item: JointItem) -> DraftItem {
        let names = RecordNames(record: item.record, framework: rooms[item.room].framework)
        let writer = AreaWriter(
            record: item.record, area: item.area, names: names, wording: OutcomeWording(meeting: item.record.meeting))
        var written = item.kind == .aim ? writer.proposal(item.proposal, kind: "Aim") : writer.objective(item.proposal)
        written.sentence.parts = [.strong(roomNames[item.room]), .text(": ")] + written.sentence.parts
        return written
    }

    // MARK: The time line

    /// Objectives that were carried, by due date; those without one come last and say so.
    private func timeLine(_ items: [JointItem]) -> DraftSection {
        let carried = items.enumerated().filter {
            $0.element.kind == .objective && $0.element.proposal.outcome.isAdopted && !$0.element.isReplaced
        }
        guard !carried.isEmpty else {
            return DraftSection("Milestones", [.paragraph([Sentence("No objective was taken on")])])
        }
        let ordered = carried.sorted { first, second in
            let (due, other) = (first.element.proposal.due ?? "~", second.element.proposal.due ?? "~")
            return due == other ? first.offset < second.offset : due < other
        }
        let rows = ordered.map { row($0.element) }
        let header = ["Due", "Room", "Ref", "Area", "Objective", "Owner", "Status", "Entries"]
        return DraftSection("Milestones on one time line", [.table(DraftTable(header: header, rows: rows))])
    }

    private func row(_ item: JointItem) -> [Sentence] {
        let names = RecordNames(record: item.record, framework: rooms[item.room].framework)
        let objective = item.proposal
        let cells: [[Sentence.Part]] = [
            [.text(objective.due.map(RecordNames.day) ?? "Gap: no due date yet")], [.text(roomNames[item.room])],
            [.text(RecordNames.item(objective.id))], [.text(RecordNames.area(item.area))], [.words(objective.text)],
            [.text(objective.owner.map(names.person) ?? "Gap: no owner yet")],
            [.text(objective.progressSpoken)],
        ]
        return cells.map { Sentence($0, ending: "") } + [
            Sentence([], entries: objective.entriesWithReports, ending: "")
        ]
    }

    // MARK: The end

    private func rules() -> [DraftSection] {
        let items = zip(rooms, roomNames).compactMap { room, name -> DraftItem? in
            guard let text = room.records.last?.rule.text, !text.isEmpty else { return nil }
            return DraftItem(Sentence([.strong(name), .text(": "), .words(text)]))
        }
        guard !items.isEmpty else { return [] }
        return [DraftSection("How agreement was tested in each room", [.list(items)])]
    }

    private func credit() -> [DraftSection] {
        var seen: Set<String> = []
        let credits = rooms.compactMap { $0.records.last?.framework.credit }.filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
        guard !credits.isEmpty else { return [] }
        return [DraftSection("Credit", [.paragraph(credits.map { Sentence([.words($0)], ending: "") })])]
    }
}
