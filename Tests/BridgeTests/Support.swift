import Bridges
import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

@testable import Bridges

/// A folder of its own, gone when the test is over.
final class Folder {
    let path: String

    init() throws {
        let memory = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        path = parent + "/commonground-bridge-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
}

/// Texts that threads leave for a test.
final class Notes: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []
    private var end: MatterbridgeBridge.Failure?

    func add(_ text: String) { lock.withLock { texts.append(text) } }
    func set(_ failure: MatterbridgeBridge.Failure) { lock.withLock { end = failure } }
    var all: [String] { lock.withLock { texts } }
    var failure: MatterbridgeBridge.Failure? { lock.withLock { end } }
}

/// The adapter with rooms in this process, and a stand-in of matterbridge.
final class Bridged {
    static let setup = """
        title: North Place
        members:
          - {id: "slack.north:UHELEN", name: Helen Moss, role: facilitator}
          - {id: "slack.north:UANN", name: Ann Shah, organisation: Hill PCN, sector: primary-care}
          - {id: "slack.north:UBO", name: Bo Reed, organisation: Reed Trust, sector: vcse}
          - {id: "slack.north:UCY", name: Cy Lane, organisation: Lane Hub, sector: vcse}
        """
    static let clock = Clock.fixed(Instant(milliseconds: 1_791_984_000_000))

    let folder: Folder
    let standIn: StandIn
    let notes = Notes()
    var settings: MatterbridgeSettings
    private var store: SQLiteStore
    private var hosting: HostingThread
    private var bridge: MatterbridgeBridge

    init(_ standIn: StandIn? = nil, _ change: (inout MatterbridgeSettings) -> Void = { _ in }) throws {
        folder = try Folder()
        self.standIn = try standIn ?? StandIn()
        settings = MatterbridgeSettings(
            host: "127.0.0.1", port: self.standIn.port, rooms: [.init(gateway: "north-place", room: "north")])
        settings.retry.firstMilliseconds = 20
        settings.retry.mostMilliseconds = 100
        change(&settings)
        store = try SQLiteStore(path: folder.path + "/north.sqlite")
        for link in settings.rooms { try Bridged.open(link.room, store) }
        (hosting, bridge) = Bridged.make(settings, store, notes, folder.path + "/spool")
        bridge.start()
    }

    private static func open(_ room: String, _ store: SQLiteStore) throws {
        let setup = try #require(
            SetupReader(library: Library()).read(yaml: Array(Bridged.setup.utf8), source: nil).value)
        let opening = RoomOpening(room: room, setup: setup, actor: "console", principal: "stdio", isFromHost: true)
        _ = try RoomHost(store: store, clock: Bridged.clock).open(opening)
    }

    /// Another program purges a room, and makes it anew under its name.
    func makeAnew(_ room: String) throws {
        let other = try SQLiteStore(path: folder.path + "/north.sqlite")
        defer { try? other.close() }
        let old = try #require(try other.room(room))
        try other.purge(room: room, ifHeadIs: old.head)
        try Bridged.open(room, other)
    }

    private static func make(
        _ settings: MatterbridgeSettings, _ store: SQLiteStore, _ notes: Notes, _ spool: String
    ) -> (HostingThread, MatterbridgeBridge) {
        let hosting = HostingThread(library: Library()) { RoomHost(store: store, clock: Bridged.clock) }
        let bridge = MatterbridgeBridge(
            settings, hosting, spool: spool, note: { notes.add($0) }, failed: { notes.set($0) }, random: { 0.5 })
        return (hosting, bridge)
    }

    /// Ends as a kill would, and starts again.
    func restart() throws {
        bridge.drop()
        hosting.end()
        try store.close()
        store = try SQLiteStore(path: folder.path + "/north.sqlite")
        (hosting, bridge) = Bridged.make(settings, store, notes, folder.path + "/spool")
        bridge.start()
    }

    func stop() {
        bridge.stop()
        hosting.end()
        try? store.close()
        standIn.stop()
    }

    /// Every entry of a room.
    func entries(in room: String = "north") throws -> [Entry] {
        try store.entries(in: room, after: 0, limit: 100_000)
    }
    func heard(in room: String = "north") throws -> [Entry] {
        try entries(in: room).filter { $0.direction == .heard }.dropFirst().map { $0 }
    }
    func acknowledged(in room: String = "north") throws -> Int {
        try store.acknowledged(principal: "bridge:matterbridge", room: room)
    }

    /// The record without the name of its transcript.
    func record() throws -> JSONValue {
        guard case .object(var record) = try RoomHost(store: store).record(of: "north").json else { return .null }
        record["log"] = nil
        return .object(record)
    }

    /// Waits until everything said is kept and everything that the bot said is in the chat.
    func settle(heard count: Int, in room: String = "north") async throws {
        try await Bridged.wait("\(count) lines are heard: \(try heard(in: room).map(\.words)), \(notes.all)") {
            try heard(in: room).count >= count
        }
        try await Bridged.wait("all is posted up to \(try entries(in: room).last?.number ?? 0): \(notes.all)") {
            let said = try entries(in: room).filter { $0.direction == .said && $0.to == nil }
            return try acknowledged(in: room) >= said.last?.number ?? 0
        }
    }

    static func wait(_ what: @autoclosure () throws -> String, until done: () throws -> Bool) async throws {
        for _ in 0..<3_000 {
            if try done() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("never: \(try what())")
    }
}

/// What the tests of the pure relay need.
extension MatterbridgeRelay.Output {
    var line: JSONValue? { if case .send(let line) = self { line } else { nil } }
    var post: String? { if case .post(let post) = self { post.text } else { nil } }
    var note: String? { if case .note(let words) = self { words } else { nil } }
}

/// A relay with one room whose end is reached, and what it did so far.
struct Talk {
    var relay: MatterbridgeRelay
    var lines: [JSONValue] = []
    var posts: [String] = []
    var notes: [String] = []
    var retries: [Int] = []
    /// All rooms are read to their ends.
    var isReady = false
    private var count = 0

    init(head: Int = 0, acked: Int = 0, _ change: (inout MatterbridgeSettings) -> Void = { _ in }) {
        var settings = MatterbridgeSettings(
            host: "127.0.0.1", port: 4242, rooms: [.init(gateway: "north-place", room: "north")])
        change(&settings)
        relay = MatterbridgeRelay(settings)
        take(.connected)
        take(
            .heard([
                "re": "hello", "ok": true,
                "rooms": [["room": "north", "log": "L", "head": .integer(head), "acked": .integer(acked)]],
            ]))
    }

    /// The transcript is read to its end.
    mutating func goLive(_ events: [JSONValue] = []) {
        for event in events { take(.heard(event)) }
        take(.heard(["re": "sync:0", "ok": true, "to": 0, "more": false]))
    }

    mutating func take(_ input: MatterbridgeRelay.Input) {
        let outputs = relay.take(input)
        lines += outputs.compactMap(\.line)
        posts += outputs.compactMap(\.post)
        notes += outputs.compactMap(\.note)
        retries += outputs.compactMap { if case .retry(_, let milliseconds) = $0 { milliseconds } else { nil } }
        if outputs.contains(.ready) { isReady = true }
    }

    /// The room does all that it is asked to, with entries from this number on.
    mutating func answerAll(from first: Int) {
        var entry = first
        var answered: JSONValue?
        while let id = lines.last?["id"], id != answered {
            take(.heard(["re": id, "ok": true, "seq": .integer(entry)]))
            (answered, entry) = (id, entry + 1)
        }
    }

    /// Somebody writes, and the room answers.
    mutating func say(_ message: ChatMessage, answer: JSONValue? = nil) {
        let before = lines.count
        take(.arrived([message]))
        guard lines.count > before, let id = lines.last?["id"] else { return }
        count += 1
        var reply: [String: JSONValue] = ["ok": true, "seq": .integer(100 + count)]
        if case .object(let fields)? = answer { reply = fields }
        reply["re"] = id
        take(.heard(.object(reply)))
    }

    static func message(
        _ text: String, id: String = "m1", user: String = "UANN", name: String = "ann", event: String = "",
        time: String = "2026-10-14T13:20:00.5+01:00"
    ) -> ChatMessage {
        var message = ChatMessage()
        (message.text, message.id, message.userID, message.username) = (text, id, user, name)
        (message.account, message.gateway, message.event, message.timestamp) = (
            "slack.north", "north-place", event, time
        )
        return message
    }

    static func bot(_ number: Int, _ text: String, to: String = "room", expects: String? = nil) -> JSONValue {
        var event: [String: JSONValue] = [
            "ev": "bot", "room": "north", "seq": .integer(number), "to": .string(to), "text": .string(text),
        ]
        event["expects"] = expects.map(JSONValue.string)
        return .object(event)
    }
}
