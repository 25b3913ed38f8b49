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
            With one room: each area's ratings and position in every session, and how many people moved. Who moved is \
            not told. With several: what their ratings look like and which aims they share, in the order in which you \
            name them. Nothing is ranked, and no average is taken.

            Examples:
              commonground compare north
              commonground compare north south --json
            """)
    @Argument(help: "The rooms' names.") var rooms: [String]
    @Flag(help: "JSON instead of text.") var json = false
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let found = try ending { () throws(HostError) in try host.sessions(of: rooms) }
        if found.count == 1 {
            let movement = Movement(found[0].records, framework: found[0].framework)
            try write(movement.json, ComparisonText.movement(movement, framework: found[0].framework))
        } else {
            let comparison = SideBySide(found)
            try write(comparison.json, ComparisonText.sideBySide(comparison))
        }
    }

    private func write(_ value: JSONValue, _ text: String) throws {
        try Output.result(json ? JSONEmitter(.pretty).text(value) : text)
    }
}
