import ArgumentParser
import Foundation
import Hosting
import Transcript

struct PrivacyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The reason, kept in the transcript. Name nobody in it.", valueName: "text"))
    var because = ""
    @Flag(help: "Do it. Without this it is only said what would be done.") var yes = false
    @OptionGroup var store: StoreOption

    func host() throws -> RoomHost { RoomHost(store: try store.open()) }

    /// Cleans the files after an erasure, and empties the keyboard's history, which may hold the same words.
    static func finish(_ host: RoomHost) throws {
        try ending { () throws(HostError) in try host.finishErasing() }
        guard let history = Facilitate.historyPath, FileManager.default.fileExists(atPath: history) else { return }
        do { try Data().write(to: URL(filePath: history)) } catch {
            throw Exit.failure(
                "“\(history)”, the lines typed at this keyboard, cannot be emptied. Delete it yourself.",
                Exit.inputOutput)
        }
    }

    /// Cleans the files and says what was done, also where not all of it could be.
    ///
    /// - Parameter failure: what ended the work before its time.
    static func finish(_ host: RoomHost, after failure: (any Error)? = nil, tell: () throws -> Void) throws {
        var failure = failure
        // What is gone from a room must not stay in a file because something else went wrong.
        do { try finish(host) } catch { failure = failure ?? error }
        try tell()
        try tellOfSetAside(host)
        if let failure { throw failure }
        try Output.result(elsewhere)
    }

    /// No erasure reaches into these files, and nobody is to believe that it did.
    static func tellOfSetAside(_ host: RoomHost) throws {
        for note in host.store.setAsideNotes { try Output.result(note) }
    }

    static let trial = "Nothing was changed. With --yes it is done, and cannot be undone."
    static let elsewhere =
        "Back-ups, exports and drafts made before this still have the words: erase there too. So may other computers' "
        + "chats."

    static func list(_ numbers: [Int]) -> String { numbers.map { "#\($0)" }.joined(separator: ", ") }
}
