import ArgumentParser
import Facilitation
import Hosting
import JSONText
import Transcript

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "What a session adds up to, as JSON.",
        discussion: "Example: commonground record north --session 1")
    @OptionGroup var arguments: RoomArguments
    @Option(help: "The number of a session; the latest if left out.") var session: Int?

    func run() throws {
        let host = try arguments.host()
        defer { try? host.store.close() }
        let record = try ending { () throws(HostError) in try host.record(of: arguments.room, session: session) }
        try Output.result(JSONEmitter(.pretty).text(record.json))
    }
}
