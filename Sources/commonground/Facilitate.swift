import ArgumentParser
import Console
import Drafting
import Facilitation
import Foundation
import Hosting
import LineProtocol
import Serving
import Transcript

/// `commonground` and `commonground facilitate`: a session in this terminal.
struct Facilitate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold a session in this terminal. This is what happens without a command.",
        discussion: """
            The keyboard is the facilitator. "Ann: good morning" speaks for Ann, who joins by speaking. /hand Ann \
            passes the keyboard to Ann for a private rating that nobody sees, and /hand alone passes it round \
            everybody who has not rated yet. /help says what can be typed now. Leave with Ctrl-D at any time: the same \
            command goes on where you stopped.

            Examples:
              commonground
              commonground --setup north.yaml --room north
            """)

    @Option(help: ArgumentHelp("The room; made if it is not there.", valueName: "room")) var room = Rooming.defaultRoom
    @Flag(help: "Plain input and output, without line editing.") var plain = false
    @OptionGroup var setup: SetupOptions
    @OptionGroup var store: StoreOption

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow any more is told as a full disk is, instead of ending the program.
        signal(SIGXFSZ, SIG_IGN)
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        let host = RoomHost(store: transcripts, clock: try setup.makeClock())
        let isNew = try openWithKeyboard(host)
        let terminal: Terminal
        do { terminal = try Terminal(plain: plain, historyPath: Facilitate.historyPath) } catch {
            throw Exit.failure("the terminal cannot be used (\(error)); --plain works without it", Exit.unavailable)
        }
        defer { terminal.close() }
        // Elsewhere nothing is remembered.
        if terminal.reading == .edited { Facilitate.makeHistoryFolder() }
        let session = ConsoleSession(room: room, host: host, terminal: terminal, storePath: store.store)
        try session.hold(isNew: isNew)
    }

    /// In a room that nobody facilitates yet, the keyboard does.
    private func openWithKeyboard(_ host: RoomHost) throws -> Bool {
        try Rooming.openIfNew(
            room, host, setup, actor: ConsoleSession.keyboard, principal: ConsoleSession.principal
        ) { given in
            guard !given.members.contains(where: { $0.role == .facilitator }) else { return }
            given.members.append(SetupMember(id: ConsoleSession.keyboard, name: "Facilitator", role: .facilitator))
        }
    }

    /// The lines typed at this keyboard; nil where this user has no folder for them.
    static var historyPath: String? {
        StoreLocation.stateFolder(environment: ProcessInfo.processInfo.environment).map { "\($0)/history" }
    }

    /// A folder that cannot be made means no history, which is no reason to stop.
    private static func makeHistoryFolder() {
        guard let historyPath else { return }
        try? FileManager.default.createDirectory(
            at: URL(filePath: historyPath).deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }
}
