import Testing

@testable import Facilitation

@Suite("The table of stages and events")
struct TimetableTests {
    @Test("Every pair of stage and event has the answer that the table shows")
    func golden() throws { try expectGolden(TimetableTests.table, "timetable.txt") }

    @Test("Nothing is taken before the room is open but its opening")
    func unopened() {
        for event in EventKind.allCases {
            #expect((Timetable.answer(to: event, at: .unopened) == .taken) == (event == .opened))
        }
    }

    @Test("A closed session takes no rating, position, proposal, level, parked item or interest")
    func closed() {
        let fixed: [EventKind] = [
            .rated, .ratingWithdrawn, .positionTaken, .proposed, .amended, .levelGiven, .closed, .majorityAsked,
            .deferred,
            .parked, .interestDeclared, .interestHandled, .minorityStated, .objectivePartGiven, .progressGiven,
            .areaDone, .undone,
        ]
        for event in fixed { #expect(Timetable.answer(to: event, at: .closed) == .declined(.sessionIsClosed)) }
    }

    static var table: String {
        let stages = SessionStep.allCases
        let rows = [["event", "who may"] + stages.map(\.rawValue)] + EventKind.allCases.map { row($0, stages) }
        let widths = rows[0].indices.map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.utf8.count)
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ event: EventKind, _ stages: [SessionStep]) -> [String] {
        [event.rawValue, who(event)]
            + stages.map { stage in
                switch Timetable.answer(to: event, at: stage) {
                case .taken: "taken"
                case .declined(let moment): moment.rawValue
                }
            }
    }

    private static func who(_ event: EventKind) -> String {
        switch Discussion.permission(for: event) {
        case .anybody: "anybody"
        case .voters: "voters"
        case .facilitators: "facilitators"
        }
    }
}
