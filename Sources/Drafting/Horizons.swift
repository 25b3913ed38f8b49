import Facilitation

/// How far ahead the aims look: what presses this year stands apart from work for the long term.
enum Horizons {
    /// Nearest first; aims without a horizon last, in the order in which they were proposed.
    static func ordered(_ aims: [RecordProposal]) -> [RecordProposal] {
        let known = Horizon.allCases.flatMap { horizon in aims.filter { $0.horizon == horizon } }
        return known + aims.filter { $0.horizon == nil }
    }

    static func details(_ aim: RecordProposal) -> [Sentence] {
        aim.horizon.map { [Sentence("Horizon: \($0.spoken)", entries: aim.entries)] } ?? []
    }

    /// The adopted aims of all areas by horizon; no section when no aim has one.
    static func sections(_ record: Record) -> [DraftSection] {
        let wording = OutcomeWording(meeting: record.meeting)
        let aims = record.areas.flatMap { area in area.aims.filter(\.outcome.isAdopted).map { (area: area, aim: $0) } }
        guard aims.contains(where: { $0.aim.horizon != nil }) else { return [] }
        let kinds: [Horizon?] = Horizon.allCases.map { $0 } + [nil]
        let rows = kinds.flatMap { kind in
            aims.filter { $0.aim.horizon == kind }.map { area, aim in
                let cells: [[Sentence.Part]] = [
                    [.text(kind?.spoken ?? "not said")], [.text(RecordNames.item(aim.id))],
                    [.text(RecordNames.area(area))], [.words(aim.text)],
                    [.text(wording.label(aim.outcome, aim.levels))],
                ]
                return cells.map { Sentence($0, ending: "") } + [Sentence([], entries: aim.entries, ending: "")]
            }
        }
        let header = ["Horizon", "Ref", "Area", "Text", "Outcome", "Entries"]
        return [DraftSection("Aims by horizon", [.table(DraftTable(header: header, rows: rows))])]
    }
}
