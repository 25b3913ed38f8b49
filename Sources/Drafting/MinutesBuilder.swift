import Facilitation

/// Writes minutes: past tense, impersonal, short. A formal meeting's verbs are NOTED and AGREED; a
/// development session keeps notes, in which things were proposed and supported in discussion.
public struct MinutesBuilder: Sendable {
    let record: Record
    let framework: Framework

    public init(record: Record, framework: Framework) {
        self.record = record
        self.framework = framework
    }

    public func draft() -> Draft {
        let names = RecordNames(record: record, framework: framework)
        let wording = OutcomeWording(meeting: record.meeting)
        var sections = [
            DraftSection("About these \(kind)", [.paragraph(DraftOpening.sentences(record))]),
            attendance(names), interests(names, wording),
        ]
        sections += CarriedActions(record: record, names: names).sections(noted: wording.noted)
        sections += DraftOpening.rule(record)
        for area in record.areas where area.wasDiscussed {
            let writer = AreaWriter(record: record, area: area, names: names, wording: wording)
            sections += talk(of: writer, after: MinutedArea(writer: writer).items())
        }
        sections.append(Unknowns(record: record, names: names).section())
        sections += Horizons.sections(record)
        sections.append(DecisionLog(record: record, names: names).section())
        sections.append(ActionLog(record: record, names: names).section())
        // Numbered as minutes are, so that people can say "item 3".
        var number = 0
        for index in sections.indices.dropFirst() where sections[index].level == 2 {
            number += 1
            sections[index].heading = "\(number). \(sections[index].heading)"
        }
        sections += DraftOpening.credit(record)
        return Draft(title: DraftOpening.title(record, "draft \(kind)"), sections: sections)
    }

    /// The area with what was settled in it, then the talk that was not settled; no heading stands over nothing.
    private func talk(of writer: AreaWriter, after items: [DraftItem]) -> [DraftSection] {
        let differences = writer.differences()
        var talk: [DraftSection] = []
        if !differences.isEmpty {
            talk.append(DraftSection("Where members differed", level: 3, [.list(differences)]))
        }
        talk += writer.notTakenFurther { _ in false }
        let nothing = talk.isEmpty ? AreaWriter.nothing : []
        return [DraftSection(RecordNames.area(writer.area), items.isEmpty ? nothing : [.list(items)])] + talk
    }

    private var kind: String { record.meeting == .formal ? "minutes" : "notes" }

    func attendance(_ names: RecordNames) -> DraftSection {
        func list(_ label: String, _ members: [RecordMember]) -> DraftItem? {
            guard !members.isEmpty else { return nil }
            let people = members.map { names.person($0.id) }.joined(separator: "; ")
            return DraftItem(Sentence("\(label): \(people)"))
        }
        let present = record.members.filter(\.present)
        var items = [
            list("Present", present.filter { $0.role == .member }),
            list("In attendance", present.filter { $0.role != .member }),
            list("Present for a part", record.members.filter { !$0.present && $0.leftEarly }),
            list("Apologies", record.members.filter { !$0.present && !$0.leftEarly }),
        ].compactMap(\.self)
        if !record.missing.isEmpty {
            let missing = record.missing.map(SectorWording.people).joined(separator: ", ")
            items.append(DraftItem(Sentence("Not in the room: \(missing)")))
        }
        if items.isEmpty { items = [DraftItem(Sentence("The record does not list who took part"))] }
        return DraftSection("Present and apologies", [.list(items)])
    }

    private func interests(_ names: RecordNames, _ wording: OutcomeWording) -> DraftSection {
        guard !record.interests.isEmpty else {
            return DraftSection("Interests declared", [.paragraph([Sentence("No interest was declared")])])
        }
        let items = record.interests.map { interest in
            let stated = InterestWording.sentence(interest, names)
            let noted = Sentence.Part.strong(wording.noted)
            guard case .text(let first)? = stated.parts.first else { return DraftItem(stated) }
            let start: [Sentence.Part] = [
                .text("The partnership "), noted, .text(" the " + first.loweredFirst),
            ]
            return DraftItem(Sentence(start + stated.parts.dropFirst(), entries: stated.entries))
        }
        return DraftSection("Interests declared", [.list(items)])
    }
}

/// One item of the minutes.
private struct MinutedArea {
    let writer: AreaWriter
    private var area: RecordArea { writer.area }
    private var names: RecordNames { writer.names }

    init(writer: AreaWriter) { self.writer = writer }

    func items() -> [DraftItem] {
        let gauge = GaugeWording(area: area, names: names)
        var items = gauge.rounds().map { DraftItem($0.sentence) } + gauge.summary()
        if let position = area.position { items += [minuted(position)] + otherTests(of: "position") }
        items += area.decisions.flatMap { [minuted($0, "decision")] + otherTests(of: $0.id) }
        items += Horizons.ordered(area.aims).flatMap { [minuted($0, "aim")] + otherTests(of: $0.id) }
        items += area.objectives.flatMap { objective -> [DraftItem] in
            var item = minuted(objective, "objective")
            item.details = ObjectiveWording.details(objective, names) + item.details
            return [item] + otherTests(of: objective.id)
        }
        items += area.parked.map { DraftItem(ParkedWording.sentence($0, names, prefix: "parked for later, ")) }
        return items
    }

    private func minuted(_ position: RecordPosition) -> DraftItem {
        let subject = "the position \(names.stage(position.stage))"
        let levels = LevelWording.phrase(position.levels, notAnswered: position.notAnswered)
        let sentence = Sentence(
            writer.wording.minuted(position.outcome, position.levels, subject) + [.text(" (\(levels))")],
            entries: position.entries)
        return DraftItem(
            sentence,
            details: EarlierWording.lastTime(area, names) + position.whyDeferred
                + writer.reservations(position.reservations, position.entries, on: "position")
                + writer.beside("position"))
    }

    private func otherTests(of item: String) -> [DraftItem] { area.otherTests(of: item).map(minuted) }

    private func minuted(_ test: RecordTest) -> DraftItem {
        let item = "\(test.kind.rawValue) \(RecordNames.item(test.of))"
        let tested = test.stage.map { "the position \(names.stage($0))" } ?? item
        let levels = LevelWording.phrase(test.levels, notAnswered: test.notAnswered)
        let words: [Sentence.Part] = test.stage == nil ? [.text(": "), .words(test.text)] : []
        let outcome = writer.wording.minuted(test.outcome, test.levels, "\(tested) (\(test.number))")
        return DraftItem(
            Sentence(outcome + [.text(" (\(levels))")] + words, entries: test.entries),
            details: test.whyDeferred + writer.reservations(test.reservations, test.entries, on: test.id)
                + writer.beside(test.id))
    }

    private func minuted(_ proposal: RecordProposal, _ kind: String) -> DraftItem {
        let subject = "\(kind) \(RecordNames.item(proposal.id))"
        let levels = LevelWording.phrase(proposal.levels, notAnswered: proposal.notAnswered)
        let sentence = Sentence(
            writer.wording.minuted(proposal.outcome, proposal.levels, subject) + [
                .text(" (\(levels)): "), .words(proposal.text),
            ],
            entries: proposal.entries)
        return DraftItem(
            sentence,
            details: proposal.whyDeferred + Horizons.details(proposal)
                + writer.reservations(proposal.reservations, proposal.entries, on: proposal.id)
                + writer.beside(proposal.id) + EarlierWording.inPlaceOf(proposal))
    }
}

extension String {
    fileprivate var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}
