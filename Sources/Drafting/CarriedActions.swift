import Facilitation

/// Objectives that earlier sessions left open, overdue ones first, with what was said of them this time.
struct CarriedActions {
    let record: Record
    let names: Names

    /// - Parameter noted: the verb of minutes, such as NOTED; nil in a draft.
    /// - Returns: one section, or none when nothing was left open.
    func sections(noted: String? = nil) -> [DraftSection] {
        guard !record.carried.isEmpty else { return [] }
        let ordered = record.carried.filter(\.overdue) + record.carried.filter { !$0.overdue }
        return [DraftSection("Actions from last time", [.list(ordered.map { item($0, noted) })])]
    }

    private func item(_ carried: RecordCarried, _ noted: String?) -> DraftItem {
        let objective = carried.objective
        let subject = Sentence.Part.strong("\(noted == nil ? "Objective" : "objective") \(Names.item(objective.id))")
        let start: [Sentence.Part] = noted.map { [.text("The partnership "), .strong($0), .text(" ")] } ?? []
        let area = Verbatim.shown(carried.areaName)
        let state: [Sentence.Part] = carried.overdue ? [.text(", "), .strong("overdue")] : []
        let about: [Sentence.Part] = [subject, .text(" (\(area))")]
        let parts = start + about + state + [.text(": "), .words(objective.text)]
        return DraftItem(
            Sentence(parts, entries: objective.entries), details: ObjectiveWording.details(objective, names))
    }
}

extension RecordProposal {
    /// Its own entries and those of the reports on how it goes.
    var entriesWithReports: [Int] { entries + reports.flatMap(\.entries) }
}
