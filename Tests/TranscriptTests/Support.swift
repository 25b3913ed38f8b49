import Facilitation
import Foundation
import GRDB
import Testing

@testable import Transcript

/// A directory of its own with a store in it; gone when the test is over.
final class Place {
    let directory: String
    var path: String { directory + "/transcripts.sqlite" }

    init() throws {
        directory = NSTemporaryDirectory() + "commonground-" + NewRoom.makeLog()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func open() throws -> SQLiteStore { try SQLiteStore(path: path) }

    /// A closed store with the room "north" of five entries and "south" of two, and one framework.
    func fill() throws {
        let store = try open()
        var batch = AppendBatch(
            rooms: [makeRoom("north"), makeRoom("south")], frameworks: ["{\"id\":\"sample\"}"])
        batch.entries = (1...5).map { fullLine("north", $0) } + (1...2).map { fullLine("south", $0) }
        try store.append(batch)
        try store.close()
    }

    /// Changes the file behind the store's back: without triggers, checks and references.
    func tamper(_ statements: String...) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let triggers = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger)") }
            for statement in statements { try database.execute(sql: statement) }
        }
        try queue.close()
    }

    func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}

func makeRoom(_ name: String) -> NewRoom {
    NewRoom(room: name, title: "Partnership \(name)", madeAt: "2027-03-31T09:00:00.000Z")
}

func line(_ room: String, _ number: Int, _ words: String = "Hello", key: String? = nil) -> PendingEntry {
    PendingEntry(
        Entry(
            room: room, number: number, at: "2027-03-31T09:05:00.000Z", today: "2027-03-31",
            direction: .heard,
            by: "irc:ann", name: "Ann", principal: "bridge:irc", words: words, key: key),
        keyBody: key.map { Array("body of \($0)".utf8) })
}

/// An entry with something in every field.
func fullLine(_ room: String, _ number: Int) -> PendingEntry {
    PendingEntry(
        Entry(
            room: room, number: number, session: 2, at: "2027-03-31T09:05:0\(number).000Z",
            today: "2027-03-31",
            direction: .heard, by: "irc:ann", name: "Ann Shah", principal: "bridge:irc", to: "irc:bob",
            words: "Line \(number): naïve café ☕️ 'quoted' \"twice\"\r\n\tend",
            reading: #"[{"kind":"statement"}]"#,
            details: #"{"expects":"stage"}"#, answers: 7, key: "key-\(number)",
            reply: #"{"seq":\#(number)}"#),
        keyBody: Array("body \(number)".utf8))
}

/// The error of a call that must fail.
func failure(_ body: () throws -> Void) throws -> StoreError {
    do { try body() } catch let error as StoreError { return error }
    Issue.record("The call should have failed.")
    return .noHomeDirectory
}

/// The helper executable stands beside the test bundle, which this process has mapped.
func probePath() throws -> String {
    let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
    let bundle = maps.split(separator: "\n").lazy.filter { $0.hasSuffix("PackageTests.xctest") }.first
    let path = try #require(bundle?.drop { $0 != "/" })
    return URL(fileURLWithPath: String(path)).deletingLastPathComponent().path + "/StoreProbe"
}
