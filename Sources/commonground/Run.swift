import ArgumentParser
import Facilitation
import Foundation
import Hosting
import LineProtocol
import Serving
import Transcript

/// `commonground run`: the line protocol over a pipe.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speak the line protocol over stdin and stdout.",
        discussion: """
            The first byte decides: "{" begins NDJSON, anything else text mode ("Ann: I agree with #14"). Logs go to
            stderr; stdout carries the protocol and nothing else.

            Examples:
              commonground run --ndjson --store north.sqlite
              printf 'Helen: /start 8\\n' | commonground run --text --room north --facilitator Helen
            """)

    @Flag(help: "Text mode, whatever the first byte is.") var text = false
    @Flag(help: "NDJSON, whatever the first byte is.") var ndjson = false
    @Option(help: ArgumentHelp("The room of lines that name none; made if it is not there.", valueName: "room"))
    var room: String?
    @OptionGroup var setup: SetupOptions
    @OptionGroup var store: StoreOption

    func validate() throws {
        if text && ndjson { throw ValidationError("Choose one of --text and --ndjson.") }
        if room == nil && (setup.setup != nil || setup.facilitator != nil) {
            throw ValidationError("--setup and --facilitator are for the room named with --room.")
        }
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow any more is told as a full disk is, instead of ending the program.
        signal(SIGXFSZ, SIG_IGN)
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        let host = RoomHost(store: transcripts, clock: try setup.makeClock())
        if let room { try Rooming.openIfNew(room, host, setup) }
        var options = Connection.Options()
        options.room = room ?? (text ? Rooming.defaultRoom : nil)
        if text && room == nil { try Rooming.openIfNew(Rooming.defaultRoom, host, setup) }
        options.mode = text ? .text : ndjson ? .protocolLines : nil
        let connection = Connection(host: host, library: setup.library, options: options)
        try pump(connection)
    }

    /// Reads what is there, answers it, and reads on. The pipe itself holds back a client that is too fast.
    private func pump(_ connection: Connection) throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !connection.isClosed {
            let count = read(0, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { break }
            guard try write(connection.receive(Array(buffer[..<count]))) else { return }
        }
        _ = try write(connection.finish())
    }

    /// - Returns: false when nobody listens any more, which is an orderly end.
    private func write(_ bytes: [UInt8]) throws -> Bool {
        switch Output.bytes(bytes) {
        case 0: return true
        case EPIPE: return false
        case let code:
            throw Exit.failure(
                "answers cannot be written to standard output: \(String(cString: strerror(code))). Everything acknowledged is kept.",
                Exit.inputOutput)
        }
    }
}

/// Rooms by name, made when they are new.
enum Rooming {
    /// The room of a session that was given no name.
    static let defaultRoom = "main"

    /// - Returns: true when the room was made now.
    @discardableResult
    static func openIfNew(_ room: String, _ host: RoomHost, _ options: SetupOptions) throws -> Bool {
        let isKnown = try ending { () throws(HostError) in try host.roomSummaries().contains { $0.room == room } }
        if isKnown {
            if options.setup != nil || options.framework != nil {
                Output.note(
                    "the room “\(room)” is there already and keeps its own set-up; --setup and --framework are for new rooms"
                )
            }
            return false
        }
        let setup = try options.read()
        let speech = Speech(room: room, actor: "console", principal: "stdio", .said(""), isFromHost: true)
        _ = try ending { () throws(HostError) in try host.open(room: room, setup: setup, by: speech) }
        return true
    }
}
