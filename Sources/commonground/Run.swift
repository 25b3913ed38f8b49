import ArgumentParser
import Facilitation
import Foundation
import Hosting
import LineProtocol
import Serving
import Sockets
import Transcript

/// `commonground run`: the line protocol over a pipe, a Unix socket or TCP.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speak the line protocol over stdin and stdout, or at sockets.",
        discussion: """
            The first byte decides: "{" begins NDJSON, anything else text mode ("Ann: I agree with #14"). Logs go to
            stderr; stdout carries the protocol and nothing else. With --listen, stdin is not read unless --stdio is
            there too; SIGTERM and SIGINT end it in order.

            Examples:
              commonground run --ndjson --store north.sqlite
              commonground run --listen unix:/run/user/1000/commonground.sock --store north.sqlite
              printf 'Helen: /start 8\\n' | commonground run --text --room north --facilitator Helen
            """)

    @Flag(help: "Text mode, whatever the first byte is.") var text = false
    @Flag(help: "NDJSON, whatever the first byte is.") var ndjson = false
    @Option(help: ArgumentHelp("The room of lines that name none; made if it is not there.", valueName: "room"))
    var room: String?
    @OptionGroup var sockets: SocketOptions
    @OptionGroup var setup: SetupOptions
    @OptionGroup var store: StoreOption

    func validate() throws {
        if text && ndjson { throw ValidationError("Choose one of --text and --ndjson.") }
        if room == nil && (setup.setup != nil || setup.facilitator != nil) {
            throw ValidationError("--setup and --facilitator are for the room named with --room.")
        }
        try sockets.check()
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow any more is told as a full disk is, instead of ending the program.
        signal(SIGXFSZ, SIG_IGN)
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        let clock = try setup.makeClock()
        let first = RoomHost(store: transcripts, clock: clock)
        if let room { try Rooming.openIfNew(room, first, setup) }
        if text && room == nil { try Rooming.openIfNew(Rooming.defaultRoom, first, setup) }
        var options = Connection.Options()
        options.room = room ?? (text ? Rooming.defaultRoom : nil)
        options.mode = text ? .text : ndjson ? .protocolLines : nil

        let ending = Ending()
        ending.comes(with: [SIGTERM, SIGINT])
        let hosting = HostingThread(library: setup.library) { RoomHost(store: transcripts, clock: clock) }
        let server = try sockets.start(hosting, options)
        let pipe = sockets.readsStdin ? PipeClient(hosting, sockets.optionsOfStdin(options), ending) : nil
        ending.wait()
        if let server { server.stop() } else { hosting.end() }
        try pipe?.finish()
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
