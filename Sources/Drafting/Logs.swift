import Facilitation

/// A thing that was put to the test, whatever its kind.
struct TestedItem: TestedRecord {
    /// `position`, `d1` or `test-46`.
    var id: String
    var reference: String
    var area: RecordArea
    var words: Sentence.Part
    var result: RecordResult
    /// What its words name and holds no longer, for an objective.
    var changed: String?

    /// Its words, and what has changed since.
    var told: [Sentence.Part] { [words] + (changed.map { [.text($0)] } ?? []) }

    static func all(_ record: Record, _ names: RecordNames) -> [TestedItem] {
        record.areas.flatMap { area -> [TestedItem] in
            let position = area.position.map { position in
                TestedItem(
                    id: "position", reference: "Position", area: area, words: .text(names.stage(position.stage)),
                    result: position.result)
            }
            let proposals = area.proposals.map { proposal in
                TestedItem(
                    id: proposal.id, reference: RecordNames.item(proposal.id), area: area, words: .words(proposal.text),
                    result: proposal.result, changed: ObjectiveWording.changed(proposal, names))
            }
            // Each with the other tests of the same thing after it.
            return ((position.map { [$0] } ?? []) + proposals).flatMap { item in
                [item] + area.otherTests(of: item.id).map { other($0, in: area, item.reference, names) }
            }
        }
    }

    private static func other(
        _ test: RecordTest, in area: RecordArea, _ reference: String, _ names: RecordNames
    ) -> TestedItem {
        TestedItem(
            id: test.id, reference: "\(reference) \(test.number)", area: area,
            words: test.stage.map { Sentence.Part.text(names.stage($0)) } ?? .words(test.text), result: test.result)
    }
}

/// Every position, decision, aim and objective that was tested, with its outcome and its answers.
struct DecisionLog {
    let record: Record
    let names: RecordNames

    func section() -> DraftSection {
        let wording = OutcomeWording(meeting: record.meeting)
        let rows = TestedItem.all(record, names).map { item in
            [
                cell([.text(item.reference)]), cell([.text(RecordNames.area(item.area))]), cell(item.told),
                cell([.text(wording.label(item.outcome, item.levels))]),
                cell([.text(LevelWording.phrase(item.levels, notAnswered: item.notAnswered))]),
                Sentence([], entries: item.entries, ending: ""),
            ]
        }
        guard !rows.isEmpty else {
            return DraftSection("Decision log", [.paragraph([Sentence("Nothing was put to the test")])])
        }
        let header = ["Ref", "Area", "Text", "Outcome", "Answers", "Entries"]
        return DraftSection("Decision log", [.table(DraftTable(header: header, rows: rows))])
    }
}

/// Objectives that were carried, and parked items: who does what by when. Earliest first, then those
/// without a date.
struct ActionLog {
    let record: Record
    let names: RecordNames

    private struct Action {
        var reference: String
        var words: String
        var owner: String?
        var due: String?
        /// When it was due before it was put anew.
        var dueBefore: String?
        var status: String
        var isParked: Bool
        var entries: [Int]
    }

    func section() -> DraftSection {
        let rows = actions().map { action in
            [
                cell([.text(action.reference)]), cell([.words(action.words)]),
                cell([.text(action.owner.map(names.person) ?? "Gap: no owner yet")]),
                cell([.text(day(action))]), cell([.text(action.status)]),
                Sentence([], entries: action.entries, ending: ""),
            ]
        }
        guard !rows.isEmpty else {
            return DraftSection("Action log", [.paragraph([Sentence("No actions were recorded")])])
        }
        let header = ["Ref", "Action", "Owner", "Due", "Status", "Entries"]
        return DraftSection("Action log", [.table(DraftTable(header: header, rows: rows))])
    }

    /// "30 September 2030 (was 31 March 2029)".
    private func day(_ action: Action) -> String {
        guard let due = action.due else { return action.isParked ? "Gap: no date yet" : "Gap: no due date yet" }
        return RecordNames.day(due) + (action.dueBefore.map { " (was \(RecordNames.day($0)))" } ?? "")
    }

    private func action(_ objective: RecordProposal, isOverdue: Bool) -> Action {
        let progress = objective.progressSpoken
        return Action(
            reference: RecordNames.item(objective.id), words: objective.text, owner: objective.owner,
            due: objective.due, dueBefore: objective.dueBefore,
            status: isOverdue ? "\(progress) (overdue)" : progress, isParked: false,
            entries: objective.entriesWithReports)
    }

    private func actions() -> [Action] {
        var actions = record.carried.filter { $0.replacedBy == nil }.map { action($0.objective, isOverdue: $0.overdue) }
        for area in record.areas {
            actions += area.objectives.filter { $0.outcome.isAdopted }.map { action($0, isOverdue: false) }
            actions += area.parked.map {
                Action(
                    reference: "Parked", words: $0.text, owner: $0.owner, due: $0.bringBack,
                    status: "to bring back",
                    isParked: true, entries: $0.entries)
            }
        }
        // The order of the record breaks ties, so that the same record gives the same bytes.
        return actions.enumerated().sorted { left, right in
            let (first, second) = (left.element.due ?? "~", right.element.due ?? "~")
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}

extension RecordProposal {
    /// When the objective was due whose place this one took, where that is another day.
    var dueBefore: String? {
        guard let before = inPlaceOf?.due, outcome.isAdopted, before != due else { return nil }
        return before
    }
}

private func cell(_ parts: [Sentence.Part]) -> Sentence { Sentence(parts, ending: "") }
