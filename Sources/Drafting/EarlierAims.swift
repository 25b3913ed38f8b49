import Facilitation

/// Aims that earlier sessions took on and that nothing has taken the place of: they are shared still.
struct EarlierAims {
    let record: Record

    /// One section, or none when no such aim stands.
    func sections() -> [DraftSection] {
        let standing = record.earlierAims.filter { $0.replacedBy == nil }
        guard !standing.isEmpty else { return [] }
        return [DraftSection("Aims from earlier sessions", [.list(standing.map(item))])]
    }

    private func item(_ earlier: RecordEarlierAim) -> DraftItem {
        let aim = earlier.aim
        let outcome = OutcomeWording(meeting: record.meeting).label(aim.outcome, aim.levels)
        let day = earlier.on.map { " on \(RecordNames.day($0))" } ?? ""
        let parts: [Sentence.Part] = [
            .strong("Aim \(RecordNames.item(aim.id))"), .text(" (\(Verbatim.shown(earlier.areaName))), "),
            .strong(outcome),
            .text("\(day): "), .words(aim.text),
        ]
        return DraftItem(Sentence(parts, entries: aim.entries), details: Horizons.details(aim))
    }
}

/// What an item takes the place of, and where an area stood before.
enum EarlierWording {
    /// Stands last among the details of an item, because what follows a reference is read as said of it.
    static func inPlaceOf(_ proposal: RecordProposal) -> [Sentence] {
        guard let replaced = proposal.inPlaceOf else { return [] }
        let kind = ItemID(replaced.id)?.kind == .aim ? "aim" : "objective"
        let due = replaced.due.map { " (due \(RecordNames.day($0)))" } ?? ""
        let before = "\(kind) \(RecordNames.item(replaced.id))"
        let words =
            proposal.outcome.isAdopted
            ? "In place of \(before)\(due)" : "Meant to take the place of \(before), which stands\(due)"
        return [Sentence(words, entries: replaced.entries)]
    }

    /// "Emerging last time (14 October 2028), Established now".
    static func lastTime(_ area: RecordArea, _ names: RecordNames) -> [Sentence] {
        guard let before = area.before, let position = area.position else { return [] }
        let last = "\(names.stage(before.stage)) last time (\(RecordNames.day(before.on)))"
        let now = position.outcome.isAdopted ? ", \(names.stage(position.stage)) now" : ""
        return [Sentence(last + now, entries: before.entries + position.closing)]
    }
}
