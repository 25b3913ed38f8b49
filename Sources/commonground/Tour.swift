import ArgumentParser
import Console
import Foundation
import Hosting
import Transcript

/// `commonground tour`: a practice session that nobody else is in.
struct Tour: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Practise: a short session with three invented members, who answer.",
        discussion: """
            You facilitate, and a line of the tour says what to type next. Anything else may be typed too. Nothing of \
            it is kept: the practice is thrown away when you leave.

            Example: commonground tour
            """)

    @Flag(help: "Plain input and output, without line editing.") var plain = false
    @OptionGroup var clock: ClockOption

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        let folder = FileManager.default.temporaryDirectory.appending(path: "commonground-tour-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Exit.failure(
                "“\(folder.path)” cannot be made. Free some space there and try again.", Exit.cannotCreate)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try StoreOption.open(folder.appending(path: "tour.sqlite").path)
        defer { try? store.close() }
        let host = RoomHost(store: store, clock: try clock.make())
        let opening = RoomOpening(
            room: TourCompany.room, setup: TourCompany.setup, actor: ConsoleSession.keyboard,
            principal: ConsoleSession.principal, isFromHost: true)
        _ = try ending { () throws(HostError) in try host.open(opening) }
        let terminal: Terminal
        do { terminal = try Terminal(plain: plain, historyPath: nil) } catch {
            throw Exit.failure("the terminal cannot be used (\(error)); --plain works without it", Exit.unavailable)
        }
        defer { terminal.close() }
        let session = ConsoleSession(room: TourCompany.room, host: host, terminal: terminal, company: TourCompany())
        try session.hold(isNew: true)
    }
}
