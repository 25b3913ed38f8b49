import Facilitation
import Foundation
import GRDB
import TestDatabase
import Testing

@testable import Transcript

/// The kinds of store that there are here.
enum StoreKind: CaseIterable {
    case sqlite, postgresql

    static let all = TestServer.isInstalled ? allCases : [.sqlite]

    func place() throws -> any StorePlace {
        switch self {
        case .sqlite: try Place()
        case .postgresql: try ServerPlace()
        }
    }
}

/// Somewhere with a store in it, which may be opened as often as a test likes; gone when the test is over.
protocol StorePlace: AnyObject {
    func open() throws -> any TranscriptStore
    /// Changes what is kept behind the store's back: without triggers, checks and references.
    func tamper(_ statements: String...) throws
    /// Of the table of entries.
    func columns() throws -> [String]
}

extension StorePlace {
    /// A closed store with the room "north" of five entries and "south" of two, and one framework.
    func fill() throws {
        let store = try open()
        var batch = AppendBatch(
            rooms: [makeRoom("north"), makeRoom("south")], frameworks: ["{\"id\":\"sample\"}"])
        batch.entries = (1...5).map { fullLine("north", $0) } + (1...2).map { fullLine("south", $0) }
        try store.append(batch)
        try store.close()
    }
}

/// A schema of its own at the server that the tests share. It stays until the server goes.
final class ServerPlace: StorePlace {
    let server: TestServer
    let schema = "t" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
    let database: String

    init(_ server: TestServer? = nil, database: String = "postgres") throws {
        self.server = try server ?? TestServer.shared.get()
        self.database = database
    }

    func open() throws -> any TranscriptStore { try store() }
    func store(_ address: String? = nil, patience: Double = 20) throws -> PostgreSQLStore {
        let address = try ServerAddress(address ?? server.address(database))
        return try PostgreSQLStore(address, schema: schema, patienceSeconds: patience)
    }

    @discardableResult
    func sql(_ statements: String) throws -> String {
        try server.sql("SET search_path TO \(schema);\n" + statements, database: database)
    }

    func tamper(_ statements: String...) throws {
        let plain = statements.map {
            $0.replacingOccurrences(of: "zeroblob(32)", with: "decode(repeat('00', 32), 'hex')")
                .replacingOccurrences(of: "zeroblob(16)", with: "decode(repeat('00', 16), 'hex')")
                .replacingOccurrences(of: "erased = 1", with: "erased = true")
        }
        // In this role neither triggers nor references are looked at.
        try sql(
            """
            DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT conname FROM pg_constraint
                    WHERE conrelid = 'entries'::regclass AND contype = 'c'
                LOOP EXECUTE format('ALTER TABLE entries DROP CONSTRAINT %I', name); END LOOP;
            END $$;
            SET session_replication_role TO replica;
            \(plain.joined(separator: ";\n"));
            """)
    }

    func columns() throws -> [String] {
        try sql(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = 'entries'::regclass AND attnum > 0 AND NOT attisdropped;
            """
        ).split(separator: "\n").map(String.init)
    }
}

/// A directory of its own with an SQLite store in it; gone when the test is over.
final class Place: StorePlace {
    let directory: String
    var path: String { directory + "/transcripts.sqlite" }

    init() throws {
        directory = NSTemporaryDirectory() + "commonground-" + NewRoom.makeLog()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func open() throws -> any TranscriptStore { try store() }
    func store() throws -> SQLiteStore { try SQLiteStore(path: path) }

    func columns() throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { try $0.columns(in: "entries").map(\.name) }
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
            by: "irc:ann", name: "Ann", principal: "bridge:irc", words: words),
        key: key.map { CommandKey(name: $0, body: Array("body of \($0)".utf8)) })
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
            details: #"{"expects":"stage"}"#, answers: 7,
            reply: #"{"seq":\#(number)}"#),
        key: CommandKey(name: "key-\(number)", body: Array("body \(number)".utf8)))
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
