import ArgumentParser
import Facilitation
import Hosting
import Transcript

struct Sessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the sessions of a room.", discussion: "Example: commonground sessions north")
    @OptionGroup var arguments: RoomArguments

    func run() throws {
        let host = try arguments.host()
        defer { try? host.store.close() }
        let records = try ending { () throws(HostError) in try host.snapshot(of: arguments.room).records() }
        for (index, record) in records.enumerated() {
            let settled = record.areas.filter { $0.status == AreaStatus.settled }.count
            let areas = settled == 1 ? "1 area settled" : "\(settled) areas settled"
            try Output.result("\(index + 1)\t\(record.started)\t\(record.ended ?? "open")\t\(areas)")
        }
    }
}
