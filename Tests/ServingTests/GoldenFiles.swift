import Facilitation
import Foundation
import Frameworks
import Hosting
import Serving
import Transcript

/// The conversations of `Transcripts/`, and what it takes to play one.
enum GoldenFiles {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Transcripts")

    /// The names of all files but the README, in order.
    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0 != "README.md" && !$0.hasPrefix(".") }.sorted()
    }()

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// Plays in a store of its own, which is gone afterwards.
    static func play(
        _ conversation: Conversation, resumesAlways: Bool = false
    ) throws -> ConversationPlayer.Played {
        try withStore { path in
            var player = player(path)
            player.resumesAlways = resumesAlways
            return try player.play(conversation)
        }
    }

    /// Plays, and gives the transcript as people would export it.
    static func export(_ conversation: Conversation) throws -> String {
        try withStore { path in
            _ = try player(path).play(conversation)
            let store = try SQLiteStore(path: path)
            defer { try? store.close() }
            return try RoomHost(store: store).readableTranscript(of: ConversationPlayer.room)
        }
    }

    /// Plays, takes the words out of every line, and gives the transcript as people would export it, and the record.
    static func exportWithoutWords(_ conversation: Conversation) throws -> (text: String, record: Record) {
        try withStore { path in
            _ = try player(path).play(conversation)
            let store = try SQLiteStore(path: path)
            defer { try? store.close() }
            let host = RoomHost(store: store)
            let room = ConversationPlayer.room
            let lines = try store.entries(in: room, after: 1, limit: 1_000).filter { $0.direction == .heard }
            _ = try host.redact(Set(lines.map(\.number)), in: room, because: "a test")
            return (try host.readableTranscript(of: room), try host.record(of: room))
        }
    }

    private static func player(_ path: String) -> ConversationPlayer {
        ConversationPlayer(library: Library()) { () throws(StoreError) in try SQLiteStore(path: path) }
    }

    private static func withStore<Result>(_ body: (String) throws -> Result) throws -> Result {
        let name = "commonground-\(UUID().uuidString)"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.appending(path: "golden.sqlite").path)
    }
}
