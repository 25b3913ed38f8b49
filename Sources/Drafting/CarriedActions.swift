import Facilitation

/// Objectives that earlier sessions left open, overdue ones first, with what was said of them this time. One that was
/// put anew only says where it went.
struct CarriedActions {
    let record: Record
    let names: RecordNames

    /// - Parameter noted: the verb of minutes, such as NOTED; nil in a draft.
    /// - Returns: one section, or none when nothing was left open.
    func sections(noted: String? = nil) -> [DraftSection] {
        guard !record.carried.isEmpty else { return [] }
        let ordered = record.carried.filter(\.overdue) + record.carried.filter { !$0.overdue }
        return [DraftSection("Actions from last time", [.list(ordered.map { item($0, noted) })])]
    }

    private func item(_ carried: RecordCarried, _ noted: String?) -> DraftItem {
        let objective = carried.objective
        let subject = Sentence.Part.strong(
            "\(noted == nil ? "Objective" : "objective") \(RecordNames.item(objective.id))")
        let start: [Sentence.Part] = noted.map { [.text("The partnership "), .strong($0), .text(" ")] } ?? []
        let area = Verbatim.shown(carried.areaName)
        var state: [Sentence.Part] = carried.overdue ? [.text(", "), .strong("overdue")] : []
        if let now = carried.replacedBy { state = [.text(", since put anew as \(RecordNames.item(now))")] }
        let about: [Sentence.Part] = [subject, .text(" (\(area))")]
        let parts = start + about + state + [.text(": "), .words(objective.text)]
        let told = [ObjectiveWording.progress(objective, names)].compactMap(\.self)
        return DraftItem(
            Sentence(parts, entries: objective.entries),
            details: carried.replacedBy == nil ? ObjectiveWording.details(objective, names) : told)
    }
}

extension RecordProposal {
    /// Its own entries and those of the reports on how it goes.
    var entriesWithReports: [Int] { entries + reports.flatMap(\.entries) }
}
