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
            The first byte decides: "{" begins NDJSON, anything else text mode ("Ann: I agree with #14"). Logs go to \
            stderr; stdout carries the protocol and nothing else. With --listen, stdin is not read unless --stdio is \
            there too; SIGTERM and SIGINT end it in order, and at once when they come a second time.

            Examples:
              commonground run --ndjson --store north.sqlite
              commonground run --listen unix:/tmp/ground.sock --store north.sqlite
              printf 'Helen: /start 8\\n' |
                commonground run --text --room north --facilitator Helen
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
        let isForARoom = setup.setup != nil || setup.framework != nil || setup.facilitator != nil
        if ownRoom == nil && isForARoom {
            throw ValidationError("--setup, --framework and --facilitator are for the room named with --room.")
        }
        try sockets.check()
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow any more is told as a full disk is, instead of ending the program.
        signal(SIGXFSZ, SIG_IGN)
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        LostStore.tell(of: transcripts)
        let clock = try setup.makeClock()
        let first = RoomHost(store: transcripts, clock: clock)
        if let ownRoom {
            let isNew = try Rooming.openIfNew(ownRoom, first, setup, speakersHaveIDs: speakersHaveIDs) {
                noteFacilitators(of: $0, in: ownRoom)
            }
            if text && isNew && sockets.readsStdin { try showWelcome(to: ownRoom, first) }
        }
        var options = Connection.Options()
        options.room = ownRoom
        options.mode = text ? .text : ndjson ? .protocolLines : nil

        let ending = Ending()
        ending.comes(with: [SIGTERM, SIGINT])
        let hosting = HostingThread(library: setup.library) { RoomHost(store: transcripts, clock: clock) }
        let server = try sockets.start(hosting, options)
        let pipe = sockets.readsStdin ? PipeClient(hosting, sockets.optionsOfStdin(options), ending) : nil
        ending.wait()
        if let server { server.stop() } else { hosting.end() }
        try pipe?.finish()
        try LostStore.check(transcripts)
    }

    /// The room of lines that name none; text mode always has one.
    private var ownRoom: String? { room ?? (text ? Rooming.defaultRoom : nil) }

    /// Whether people are ids here and not names that somebody types.
    private var speakersHaveIDs: Bool { ndjson || !sockets.listen.isEmpty }

    /// Text mode has no `sync`: what was said as the room opened is shown before the first line is read.
    private func showWelcome(to room: String, _ host: RoomHost) throws {
        let entries = try ending { () throws(HostError) in try host.entries(of: room, after: 0, limit: 20) }
        let lines = entries.filter { $0.direction == .said && $0.to == nil }.flatMap { entry in
            TextLineWriter().message(number: entry.number, from: Entry.botName, text: entry.words)
        }
        try Output.result(lines.joined(separator: "\n"))
    }

    /// Over the line protocol people are ids, and one who facilitates by name alone cannot come in.
    private func noteFacilitators(of setup: Setup, in room: String) {
        let facilitators = setup.members.filter { $0.role == .facilitator }
        guard speakersHaveIDs, let first = facilitators.first,
            facilitators.allSatisfy({ $0.id == nil })
        else { return }
        Output.note(
            "nobody can facilitate in “\(room)” over the line protocol, or in text mode at a socket, because "
                + "“\(first.name)” has no id there. Put “id:” and the id that the chat gives them into the set-up, and "
                + "open a room of another name with it; at the keyboard, and in text mode over stdin, no id is needed")
    }
}
