import ArgumentParser
import Hosting
import Transcript

struct Rooms: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the rooms of a store.", discussion: "Example: commonground rooms")
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let rooms = try ending { () throws(HostError) in try host.roomSummaries() }
        if rooms.isEmpty { return Output.note("there are no rooms yet; “commonground” opens the first one") }
        for room in rooms { try Output.result("\(room.room)\t\(room.head) entries\t\(room.title)") }
    }
}
