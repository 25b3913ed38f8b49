import ArgumentParser
import Hosting
import Transcript

struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Destroy rooms that are past their date, and say what was destroyed.",
        discussion: """
            Without a room it is about every room that is past its date. A room on hold stays.

            Examples:
              commonground purge
              commonground purge --yes
              commonground purge north --yes
            """)
    @Argument(help: "The room's name; all that are past their date if left out.") var room: String?
    @Flag(help: "Do it. Without this it is only said what would be done.") var yes = false
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let rooms = try room.map { [$0] } ?? ending { () throws(HostError) in try host.roomSummaries().map(\.room) }
        guard yes else {
            for room in rooms { try Output.result(PurgeList.line(room, host)) }
            return try Output.result(PrivacyOptions.trial)
        }
        var gone: [RoomSummary] = []
        var failure: (any Error)?
        do {
            for name in rooms {
                guard try room != nil || PurgeList.isDue(name, host) else { continue }
                try gone.append(ending { () throws(HostError) in try host.purge(name) })
            }
        } catch {
            failure = error
        }
        if gone.isEmpty {
            if let failure { throw failure }
            return try Output.result("No room is past its date; nothing was changed.")
        }
        try PrivacyOptions.finish(host, after: failure) {
            for room in gone {
                try Output.result("Destroyed: room \(room.room), \(room.head) entries, last hash \(room.headHash).")
            }
        }
    }
}
