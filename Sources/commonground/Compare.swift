import ArgumentParser
import Drafting
import Facilitation
import Hosting
import JSONText
import Transcript

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How one partnership moved between sessions, or what several share, side by side.",
        discussion: """
            With one room: each area's ratings and position in every session, and how many people moved. Who moved is not told.
            With several: what their ratings look like and which aims they share, in the order in which you name them. Nothing
            is ranked, and no average is taken.

            Examples:
              commonground compare north
              commonground compare north south --json
              commonground compare north south --plan > joint-plan.md
            """)
    @Argument(help: "The rooms' names.") var rooms: [String]
    @Flag(help: "JSON instead of text.") var json = false
    @Flag(help: "The rooms' aims and objectives side by side, by theme and on one time line, as Markdown.")
    var plan = false
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        var wanted: [String] = []
        for room in rooms where !wanted.contains(room) { wanted.append(room) }
        let found = try wanted.map { room in try ending { () throws(HostError) in try sessions(of: room, host) } }
        if plan {
            return try writePlan(found.map { JointRoom(records: $0.records, framework: $0.framework) }, wanted, host)
        }
        if found.count == 1 {
            let movement = Movement(found[0].records, framework: found[0].framework)
            write(movement.json, ComparisonText.movement(movement, framework: found[0].framework))
        } else {
            let comparison = SideBySide(found)
            write(comparison.json, ComparisonText.sideBySide(comparison))
        }
    }

    /// Checks the plan against the records and transcripts of its rooms, and says when something is not borne out.
    private func writePlan(_ rooms: [JointRoom], _ names: [String], _ host: RoomHost) throws {
        let plan = Drafts.jointPlan(rooms).markdown
        let entries = try zip(rooms, names).map { room, name in
            try Drafter.checkedEntries(host, name, room.records.last ?? Record())
        }
        let findings = JointPlanChecker(rooms: rooms, entries: entries).findings(in: plan)
        Output.result(plan)
        guard findings.isEmpty else {
            throw Exit.failure(
                "the check found something that the transcripts do not bear out:\n\(Drafter.list(findings))",
                Exit.badData)
        }
    }

    private func write(_ value: JSONValue, _ text: String) {
        Output.result(json ? JSONEmitter(.pretty).text(value) : text)
    }

    private func sessions(
        of room: String, _ host: RoomHost
    ) throws(HostError) -> (records: [Record], framework: Framework) {
        let discussion = try host.discussion(of: room)
        var records: [Record] = []
        for number in 1...max(1, discussion.session.number) {
            records.append(try host.record(of: room, session: number))
        }
        return (records, discussion.setup.framework)
    }
}
