import ArgumentParser
import Hosting
import Transcript

struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a room on hold, so that nothing of it can be purged, or lift the hold.",
        discussion: """
            Examples:
              commonground hold north --because "an inquiry asked for it"
              commonground hold north --lift
            """)
    @Argument(help: "The room's name.") var room: String
    @Flag(help: "Lift the hold.") var lift = false
    @Option(help: ArgumentHelp("The reason, kept in the transcript.", valueName: "text")) var because = ""
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let isHeld = try ending { () throws(HostError) in try host.summary(of: room).hold }
        if isHeld != lift { return try Output.result("Room \(room) is \(lift ? "not" : "already") on hold.") }
        try ending { () throws(HostError) in try host.hold(room, isOn: !lift, because: because) }
        try Output.result("Room \(room) is \(lift ? "no longer" : "now") on hold.")
    }
}
