import Facilitation

/// A log as data: for spreadsheets and programs, where a count is a number and a date is an ISO date.
public struct LogData: Sendable, Hashable {
    public enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        case empty

        static func optional(_ text: String?) -> Cell { text.map { .text(Verbatim.shown($0)) } ?? .empty }
        static func entries(_ entries: [Int]) -> Cell {
            entries.isEmpty ? .empty : .text(Array(Set(entries)).sorted().map(String.init).joined(separator: " "))
        }
    }

    public var columns: [String]
    /// Each row has as many cells as there are columns.
    public var rows: [[Cell]]
}

extension DraftDocument {
    /// The documents that are lists of data; the others are prose, and have no rows.
    public static let withData: [DraftDocument] = allCases.filter(\.hasData)

    public var hasData: Bool {
        switch self {
        case .decisions, .actions, .ratings: true
        case .draft, .aims, .minutes, .cover, .annex, .all: false
        }
    }

    /// The document as rows; nil for a document that is prose.
    public func data(of record: Record, framework: Framework) -> LogData? {
        let builder = LogDataBuilder(record: record, names: RecordNames(record: record, framework: framework))
        return switch self {
        case .decisions: builder.decisions()
        case .actions: builder.actions()
        case .ratings: builder.ratings()
        case .draft, .aims, .minutes, .cover, .annex, .all: nil
        }
    }
}

private struct LogDataBuilder {
    let record: Record
    let names: RecordNames

    /// One row for everything that was put to the test.
    func decisions() -> LogData {
        let columns =
            ["reference", "date", "area", "text", "outcome"] + Level.allCases.map(\.rawValue)
            + ["not-answered", "minority-views", "look-again", "entries"]
        let rows = TestedItem.all(record, names).map { item -> [LogData.Cell] in
            let views = item.area.minorityViews.filter { $0.confirmed && item.area.home(of: $0) == item.id }
            let text: LogData.Cell =
                switch item.words {
                case .text(let text), .strong(let text), .words(let text): .text(Verbatim.shown(text))
                }
            let outcome = item.outcome.words(in: record.meeting, levels: item.levels)
            let levels = Level.allCases.map { LogData.Cell.number(item.levels[$0, default: 0]) }
            return [
                .text(item.reference), .optional(day(record.started)), .text(RecordNames.area(item.area)), text,
                .text(outcome),
            ] + levels + [
                .number(item.notAnswered),
                views.isEmpty ? .empty : .text(views.map { Verbatim.shown($0.text) }.joined(separator: " / ")),
                .optional(views.compactMap(\.lookAgain).min()), .entries(item.entries),
            ]
        }
        return LogData(columns: columns, rows: rows)
    }

    /// One row for every objective that was taken on, now or before, and every parked item.
    func actions() -> LogData {
        let columns = [
            "reference", "area", "action", "owner", "organisation", "due", "status", "overdue", "last-report",
            "reported-on", "session", "entries", "due-before",
        ]
        var rows = record.carried.filter { $0.replacedBy == nil }.map {
            row($0.objective, Verbatim.shown($0.areaName), isOverdue: $0.overdue, session: $0.session)
        }
        for area in record.areas {
            rows += area.objectives.filter(\.outcome.isAdopted).map {
                row($0, RecordNames.area(area), isOverdue: false, session: record.sessionNumber)
            }
            rows += area.parked.map { parked in
                [.text("Parked"), .text(RecordNames.area(area)), .text(Verbatim.shown(parked.text))]
                    + owner(parked.owner)
                    + [
                        .optional(parked.bringBack), .text("to bring back"), .text("no"), .empty, .empty,
                        .number(record.sessionNumber), .entries(parked.entries), .empty,
                    ]
            }
        }
        return LogData(columns: columns, rows: rows)
    }

    private func row(
        _ objective: RecordProposal, _ area: String, isOverdue: Bool, session: Int
    ) -> [LogData.Cell] {
        let report = objective.reports.last
        return [.text(RecordNames.item(objective.id)), .text(area), .text(Verbatim.shown(objective.text))]
            + owner(objective.owner)
            + [
                .optional(objective.due), .text(objective.progressSpoken),
                .text(isOverdue ? "yes" : "no"), .optional(report.flatMap { $0.evidence.isEmpty ? nil : $0.evidence }),
                .optional(report?.on), .number(session), .entries(objective.entriesWithReports),
                .optional(objective.dueBefore),
            ]
    }

    private func owner(_ id: String?) -> [LogData.Cell] {
        guard let id else { return [.empty, .empty] }
        let member = record.members.first { $0.id == id }
        let name = member.map { $0.name.isEmpty ? $0.id : $0.name } ?? id
        let organisation = member?.organisation ?? ""
        return [.text(Verbatim.shown(name)), organisation.isEmpty ? .empty : .text(Verbatim.shown(organisation))]
    }

    /// One row for every stage of every revealed round: counts only, never who.
    func ratings() -> LogData {
        let columns = ["area", "round", "stage-id", "stage", "count", "answered", "present", "blind", "entries"]
        let rows = record.areas.flatMap { area in
            area.gauges.filter(\.revealed).flatMap { gauge in
                names.stages.map { stage -> [LogData.Cell] in
                    [
                        .text(RecordNames.area(area)), .number(gauge.round), .text(Verbatim.shown(stage)),
                        .text(names.stage(stage)), .number(gauge.counts[stage, default: 0]), .number(gauge.answered),
                        .number(gauge.present), .text(gauge.blind ? "yes" : "no"), .entries(gauge.entries),
                    ]
                }
            }
        }
        return LogData(columns: columns, rows: rows)
    }

    private func day(_ moment: String) -> String? { moment.isEmpty ? nil : String(moment.prefix(10)) }
}
