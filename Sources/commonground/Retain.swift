import ArgumentParser
import Facilitation
import Hosting
import Transcript

struct Retain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say for how long a room is kept after the last line that a person wrote.",
        discussion: """
            With --days 0 it may be purged from the next day on.
            Example: commonground retain north --days 730 --label "board papers"
            """)
    @Argument(help: "The room's name.") var room: String
    @Option(help: "Days after that line.") var days: Int
    @Option(help: ArgumentHelp("Your name for it.", valueName: "text")) var label = ""
    @OptionGroup var store: StoreOption

    func validate() throws {
        if days < 0 || days > Retention.daysMax {
            throw ValidationError("--days must be a number from 0 to \(Retention.daysMax).")
        }
    }

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        try ending { () throws(HostError) in try host.retain(room, Retention(label: label, days: days)) }
        try Output.result(PurgeList.line(room, host))
    }
}
