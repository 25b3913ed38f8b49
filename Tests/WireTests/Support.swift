import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import SchemaCheck
import Serving
import Testing
import Transcript

/// A folder with a store in it; gone when the test is over.
final class Place {
    let directory: String
    var path: String { directory + "/transcripts.sqlite" }

    init() throws {
        directory = NSTemporaryDirectory() + "commonground-wire-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }
}

/// A server on a store of its own, with one connection or several.
final class Wire {
    static let clock = Clock.fixed(Instant(milliseconds: 1_791_984_000_000))

    let place: Place
    let store: SwitchedStore
    let host: RoomHost
    let connection: Connection

    init(_ place: Place? = nil, mode: String? = nil, room: String? = nil) throws {
        self.place = try place ?? Place()
        store = SwitchedStore(try SQLiteStore(path: self.place.path))
        host = RoomHost(store: store, clock: Wire.clock)
        var options = Connection.Options()
        options.room = room
        if mode == "text" { options.mode = .text }
        // As after a hello that says so.
        options.hasPrivateMessages = true
        connection = Connection(host: host, library: Library(), options: options)
    }

    /// Another connection to the same rooms, which belongs to somebody else.
    ///
    /// - Parameter actors: as whom a configuration lets it act; nil for everybody for whom nobody else speaks.
    func connection(of principal: String, actors: [String]? = nil) -> Connection {
        var options = Connection.Options()
        options.principal = principal
        options.isHost = false
        options.mayOpen = false
        options.hasPrivateMessages = true
        options.actors = actors.map { $0.compactMap { NamePattern($0) } }
        return Connection(host: host, library: Library(), options: options)
    }

    /// What comes back for these lines, sent at once.
    @discardableResult
    func send(_ lines: String...) -> [JSONValue] { connection.send(lines) }

    /// The reply to one line.
    func reply(_ line: String) throws -> JSONValue { try #require(connection.send([line]).last) }

    /// Opens the room north, with Helen facilitating and Ann and Bo as members.
    func open(_ more: String = "") throws {
        let opened = try reply(Wire.opening(more))
        try #require(opened["ok"] == true, "\(opened)")
    }

    /// Opens north and begins with area 8.
    func start(_ more: String = "") throws {
        try open(more)
        let started = try reply(#"{"op":"start","id":"s","room":"north","as":"irc:helen","areas":["8"]}"#)
        try #require(started["ok"] == true, "\(started)")
    }

    static func opening(_ more: String = "") -> String {
        """
        {"op":"open","id":"o","room":"north","setup":{"title":"North Place"\(more),"members":[\
        {"id":"irc:helen","name":"Helen Moss","role":"facilitator"},\
        {"id":"irc:ann","name":"Ann Shah","organisation":"Hill PCN","sector":"primary-care"},\
        {"id":"irc:bo","name":"Bo Reed","organisation":"Reed Trust","sector":"vcse"}]}}
        """
    }

    func head(_ room: String = "north") throws -> Int { try host.summary(of: room).head }
    func record(_ room: String = "north") throws -> JSONValue { try host.record(of: room).json }

    /// What is drawn anew for each room, with words in its place: the log name, and every seal of the transcript, which
    /// is over commitments that hold random salts.
    func withoutWhatIsDrawn(_ text: String, in room: String = "north") throws -> String {
        let summary = try host.summary(of: room)
        return try (0...summary.head).reduce(text.replacing(summary.log, with: "LOG")) { text, number in
            guard let hash = try store.hash(of: number, in: room) else { return text }
            return text.replacing(hash, with: "HASH")
        }
    }
}

extension Connection {
    func send(_ lines: [String]) -> [JSONValue] { parsed(raw(lines.map { $0 + "\n" }.joined())) }
    func raw(_ text: String) -> String { String(decoding: receive(Array(text.utf8)), as: UTF8.self) }
}

/// Lines of a server as JSON; one that is none, or is not as the published schemas say, fails the test.
func parsed(_ output: String) -> [JSONValue] {
    output.split(separator: "\n").map { line -> JSONValue in
        guard let value = try? JSONScanner(depthLimit: 64).scan(Array(line.utf8)) else {
            Issue.record("not JSON: \(line)")
            return .null
        }
        if let mistake = PublishedLines.mistake(in: value) {
            Issue.record("not as its schema says, \(mistake): \(line)")
        }
        return value
    }
}

extension Sequence<JSONValue> {
    var events: [JSONValue] { filter { $0["ev"] != nil } }
    var replies: [JSONValue] { filter { $0["ev"] == nil } }
    /// Everything that the bot said in these lines.
    var botWords: String { filter { $0["ev"] == "bot" }.compactMap { $0["text"]?.string }.joined(separator: "\n") }
}

/// A store that can be told to fail as a full disk does, and that counts what is read.
final class SwitchedStore: ForwardingStore, @unchecked Sendable {
    let store: any TranscriptStore
    var failure: StoreError?
    var readFailure: StoreError?
    /// When one entry is asked for.
    var entryFailure: StoreError?
    private(set) var entriesRead = 0
    private(set) var listings = 0
    private(set) var acknowledgementsAsked = 0

    init(_ store: SQLiteStore) { self.store = store }

    func rooms() throws(StoreError) -> [RoomSummary] {
        listings += 1
        return try store.rooms()
    }

    func acknowledged(principal: String, room: String) throws(StoreError) -> Int {
        acknowledgementsAsked += 1
        return try store.acknowledged(principal: principal, room: room)
    }

    func acknowledged(principal: String) throws(StoreError) -> [String: Int] {
        acknowledgementsAsked += 1
        return try store.acknowledged(principal: principal)
    }

    func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        if let readFailure { throw readFailure }
        let entries = try store.entries(in: room, after: after, limit: limit)
        entriesRead += entries.count
        return entries
    }

    func entry(room: String, number: Int) throws(StoreError) -> Entry? {
        if let entryFailure { throw entryFailure }
        return try store.entry(room: room, number: number)
    }

    func append(_ batch: AppendBatch) throws(StoreError) {
        if let failure { throw failure }
        try store.append(batch)
    }
}
