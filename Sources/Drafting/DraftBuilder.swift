import Facilitation

/// Writes the shared aims and objectives from a record.
///
/// The most useful things come first: a summary, then each area that was discussed, then what is not known,
/// the next steps and the logs. Nothing here makes anything up: proposals are quoted, counts are copied,
/// gaps are named.
public struct DraftBuilder: Sendable {
    let record: Record
    let framework: Framework

    public init(record: Record, framework: Framework) {
        self.record = record
        self.framework = framework
    }

    public func draft() -> Draft {
        let names = RecordNames(record: record, framework: framework)
        let wording = OutcomeWording(meeting: record.meeting)
        let discussed = record.areas.filter(\.wasDiscussed)
        var sections = [
            DraftSection("About this draft", [.paragraph(DraftOpening.sentences(record))]),
            summary(discussed, names, wording),
        ]
        sections += EarlierAims(record: record).sections()
        sections += CarriedActions(record: record, names: names).sections()
        for area in discussed {
            sections += AreaWriter(record: record, area: area, names: names, wording: wording).sections()
        }
        sections += interests(names)
        sections += SuggestedSection(record: record, names: names).sections()
        sections.append(Unknowns(record: record, names: names).section())
        sections.append(NextSteps(record: record, names: names).section())
        sections += DraftOpening.rule(record)
        sections += Horizons.sections(record)
        sections.append(DecisionLog(record: record, names: names).section())
        sections.append(ActionLog(record: record, names: names).section())
        sections += DraftOpening.credit(record)
        return Draft(title: DraftOpening.title(record, "shared aims and objectives"), sections: sections)
    }

    /// One line for each area: where it stands, and how much came of it.
    private func summary(_ areas: [RecordArea], _ names: RecordNames, _ wording: OutcomeWording) -> DraftSection {
        guard !areas.isEmpty else {
            return DraftSection("In brief", [.paragraph([Sentence("No area has been discussed yet")])])
        }
        let items = areas.map { area in
            var parts: [Sentence.Part] = [.strong(RecordNames.area(area)), .text(": ")]
            if let position = area.position {
                parts += [
                    .text("position \(names.stage(position.stage)), "),
                    .strong(wording.label(position.outcome, position.levels)),
                ]
            } else {
                parts.append(.text("no position was put to the test"))
            }
            let counts = AreaCounts(area)
            let came =
                counts.phrase.isEmpty ? [] : [Sentence(counts.phrase.capitalisedFirst, entries: counts.entries)]
            return DraftItem(Sentence(parts, entries: area.position?.deciding ?? []), details: came)
        }
        return DraftSection("In brief", [.list(items)])
    }

    private func interests(_ names: RecordNames) -> [DraftSection] {
        let general = record.interests.filter { interest in
            !record.areas.contains { $0.id == interest.area && $0.wasDiscussed }
        }
        guard !general.isEmpty else { return [] }
        let items = general.map { DraftItem(InterestWording.sentence($0, names)) }
        return [DraftSection("Interests declared", [.list(items)])]
    }
}

/// How much came of an area, in the order of the draft.
struct AreaCounts {
    private let area: RecordArea

    init(_ area: RecordArea) { self.area = area }

    /// "put to the test: 1 decision and 2 aims; kept: 1 minority view". What was tested was not always taken on; what
    /// there is none of is left out.
    var phrase: String {
        let tested = counted([
            (area.decisions.count, "decision"), (area.aims.count, "aim"), (area.objectives.count, "objective"),
        ])
        let kept = counted([
            (area.minorityViews.filter(\.confirmed).count, "minority view"), (area.parked.count, "parked item"),
        ])
        let pieces = [("put to the test", tested), ("kept", kept)].filter { !$0.1.isEmpty }
        return pieces.map { "\($0.0): \($0.1)" }.joined(separator: "; ")
    }

    private func counted(_ counts: [(count: Int, name: String)]) -> String {
        let pieces = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)\($0.count == 1 ? "" : "s")" }
        guard let last = pieces.last, pieces.count > 1 else { return pieces.joined() }
        return pieces.dropLast().joined(separator: ", ") + " and " + last
    }

    var entries: [Int] {
        let proposals = area.proposals.flatMap(\.closing)
        let views = area.minorityViews.filter(\.confirmed).flatMap(\.entries)
        return proposals + views + area.parked.flatMap(\.entries)
    }
}

enum InterestWording {
    static func sentence(_ interest: RecordInterest, _ names: RecordNames) -> Sentence {
        var parts: [Sentence.Part] = [
            .text("Interest of \(names.person(interest.by)): "), .words(interest.text),
        ]
        if let handling = interest.handling, !handling.isEmpty {
            parts += [.text(" (handling: "), .words(handling), .text(")")]
        } else {
            parts.append(.text(" (handling not recorded)"))
        }
        return Sentence(parts, entries: interest.entries)
    }
}

extension RecordArea {
    /// False when there is nothing to say about the area but that it was not reached.
    var wasDiscussed: Bool {
        position != nil || !gauges.isEmpty || !statements.isEmpty || !decisions.isEmpty || !aims.isEmpty
            || !objectives.isEmpty || !minorityViews.isEmpty || !objections.isEmpty || !parked.isEmpty
    }

    var proposals: [RecordProposal] { decisions + aims + objectives }
}
