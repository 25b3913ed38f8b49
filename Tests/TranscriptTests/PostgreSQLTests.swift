import Facilitation
import Foundation
import TestDatabase
import Testing

@testable import Transcript

@Suite(.enabled(if: TestServer.isInstalled, "\(TestServer.comment)")) struct PostgreSQLTests {
    func serverFailure(_ body: () throws -> Void) throws -> DatabaseServerError? {
        guard case .databaseServer(let error) = try failure(body) else { return nil }
        return error
    }

    @Test func `Every connection syncs each commit on all servers, though the database would have it otherwise`() throws
    {
        let server = try TestServer.shared.get()
        let database = try server.makeDatabase()
        try server.sql("ALTER DATABASE \(database) SET synchronous_commit TO off")
        let store = try ServerPlace(server, database: database).store()
        for _ in 1...2 {
            let rows = try store.server.connect().run("SHOW synchronous_commit")
            #expect(rows[0].text(0) == "on")
        }
        try server.sql("ALTER DATABASE \(database) SET synchronous_commit TO remote_apply")
        #expect(try store.server.connect().run("SHOW synchronous_commit")[0].text(0) == "remote_apply")
        #expect(try store.server.connect().run("SHOW lock_timeout")[0].text(0) == "5s")
        try store.close()
    }

    @Test func `A database that cannot keep every letter is refused`() throws {
        let server = try TestServer.shared.get()
        try server.sql("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
        let error = try serverFailure { _ = try PostgreSQLStore(ServerAddress(server.address("latin"))) }
        #expect(error == .notUnicode(server: "postgres://\(server.socketFolder)/latin", encoding: "LATIN1"))
    }

    @Test func `A schema of another program or of a newer version is refused and left as it is`() throws {
        let server = try TestServer.shared.get()
        let foreign = try ServerPlace()
        try server.sql("CREATE SCHEMA \(foreign.schema); CREATE TABLE \(foreign.schema).photos (name text)")
        let name = "postgres://\(server.socketFolder)/postgres"
        #expect(
            try serverFailure { _ = try foreign.open() } == .foreignSchema(server: name, schema: foreign.schema))
        let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = '\(foreign.schema)'"
        #expect(try server.sql(tables) == "1")

        let newer = try ServerPlace()
        try newer.fill()
        let version = PostgreSQLSchema.version
        try newer.sql("UPDATE store SET version = \(version + 1)")
        #expect(
            try serverFailure { _ = try newer.open() }
                == .newerVersion(server: name, found: version + 1, supported: version))
    }

    @Test func `Tables of an earlier schema are brought up to date, and go on fitting`() throws {
        let place = try ServerPlace()
        try place.fill()
        try place.sql("ALTER TABLE rooms DROP COLUMN key_secret; UPDATE store SET version = 1")
        let log = try place.sql("SELECT log FROM rooms WHERE room = 'north'")
        let store = try place.open()
        defer { try? store.close() }
        var amendment = Amendment(room: "north", acts: [line("north", 6)])
        amendment.keySecret = KeySecret()
        try store.amend(amendment)
        #expect(try store.keySecret(of: "north") == amendment.keySecret)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: 8))
        // They are no copy, so the room keeps its log.
        #expect(try store.room("north")?.log == log)
        #expect(try place.sql("SELECT version FROM store") == "\(PostgreSQLSchema.version)")
    }

    @Test(arguments: 1...4) func `Several openings of a new database at once all succeed`(round: Int) throws {
        let place = try ServerPlace()
        let failures = Failures()
        let (server, schema) = (place.server, place.schema)
        DispatchQueue.concurrentPerform(iterations: 3) { index in
            do {
                let store = try PostgreSQLStore(ServerAddress(server.address("postgres")), schema: schema)
                try store.append([line("room\(index)", 1)], creatingRooms: [makeRoom("room\(index)")])
                try store.close()
            } catch {
                failures.add("\(error)")
            }
        }
        #expect(failures.all == [])
        #expect(try place.open().verify(room: nil) == VerifyReport(rooms: 3, entries: 3))
    }

    @Test func `The database itself refuses to change or drop an entry`() throws {
        let place = try ServerPlace()
        try place.fill()
        for statement in [
            "UPDATE entries SET words = 'x' WHERE number = 1", "DELETE FROM entries WHERE number = 2",
            "UPDATE entries SET erased = true, erased_at = 'x', salt = NULL, words = '', name = '', at = 'x'",
            "UPDATE rooms SET made_at = 'x'", "DELETE FROM rooms", "UPDATE frameworks SET text = ''",
            "UPDATE rooms SET hold = true, purging = true", "TRUNCATE entries", "TRUNCATE rooms CASCADE",
        ] {
            #expect(throws: TestServer.Failure.self, "\(statement)") { try place.sql(statement) }
        }
        let store = try place.open()
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: 7))
        // What the rules allow: an erasure, and a purge.
        try place.sql(
            """
            UPDATE entries SET erased = true, erased_at = '2027-04-01', erased_because = 'asked',
                salt = NULL, key_commitment = NULL, erasure_salt = decode(repeat('00', 16), 'hex'), words = '',
                name = '', by = NULL WHERE room = 'north' AND number = 3;
            UPDATE rooms SET purging = true WHERE room = 'south';
            DELETE FROM entries WHERE room = 'south';
            DELETE FROM rooms WHERE room = 'south';
            """)
        // No act tells of this one.
        var report = VerifyReport(rooms: 1, entries: 5, erased: 1)
        report.findings = [VerifyFinding(room: "north", entry: 3, problem: .badErasure)]
        #expect(try store.verify(room: nil) == report)
        let keyed = try #require(try store.entry(forKey: "key-3", principal: "bridge:irc", room: "north"))
        #expect(keyed.matches(body: Array("body 3".utf8)) == .erased)
        try store.close()
    }

    @Test func `A back-up is left to pg_dump; what pg_restore made is sound, and goes by new log names once`() throws {
        let server = try TestServer.shared.get()
        let (original, copy) = (try server.makeDatabase(), try server.makeDatabase())
        let store = try PostgreSQLStore(ServerAddress(server.address(original)))
        try store.append(
            AppendBatch(rooms: [makeRoom("north")], entries: (1...3).map { fullLine("north", $0) }))
        #expect(try serverFailure { try store.backUp(to: "/tmp/x") } == .backUpElsewhere(server: "\(store.address)"))
        let file = NSTemporaryDirectory() + original + ".dump"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try server.run("pg_dump", ["-h", server.socketFolder, "-U", "postgres", "-Fc", "-f", file, original])
        try server.run("pg_restore", ["-h", server.socketFolder, "-U", "postgres", "-d", copy, "-e", file])
        var logs: [String] = [try #require(try store.room("north")).log]
        for opening in 0...1 {
            let restored = try PostgreSQLStore(ServerAddress(server.address(copy)))
            #expect(try restored.verify(room: nil) == VerifyReport(rooms: 1, entries: 3 + opening))
            logs.append(try #require(try restored.room("north")).log)
            try restored.append([line("north", logs.count + 2)])
            try restored.close()
        }
        #expect(logs[0] != logs[1])
        #expect(logs[1] == logs[2])
        #expect(logs[1].utf8.count == 22)
        #expect(try store.room("north")?.log == logs[0])
        try store.close()
    }

    @Test func `Tables put back to an earlier moment under a running store do not break the chain`() throws {
        let place = try ServerPlace()
        let (here, there) = (try place.store(), try place.store())
        try here.append([line("north", 1), line("north", 2)], creatingRooms: [makeRoom("north")])
        // Now `here` remembers the head 2; the room is put back to 1, and `there` writes another 2.
        let first = try #require(
            try place.sql("SELECT encode(hash, 'hex') FROM entries WHERE number = 1").split(separator: "\n").last)
        try place.sql(
            """
            SET session_replication_role TO replica;
            DELETE FROM entries WHERE number = 2;
            UPDATE rooms SET head = 1, head_hash = decode('\(first)', 'hex');
            """)
        try there.append([line("north", 2, "Another")])
        try here.append([line("north", 3)])
        #expect(try here.verify(room: nil) == VerifyReport(rooms: 1, entries: 3))
    }

    @Test func `Batches over the same rooms in opposite order do not stop each other`() throws {
        let place = try ServerPlace()
        let stores = [try place.store(), try place.store()]
        try stores[0].append([], creatingRooms: ["a", "b", "c"].map(makeRoom))
        let failures = Failures()
        let written = Counter()
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            for _ in 0..<60 {
                let rooms = index == 0 ? ["a", "b", "c"] : ["c", "b", "a"]
                do {
                    let heads = try stores[index].rooms().map(\.head)
                    let next = ["a": heads[0] + 1, "b": heads[1] + 1, "c": heads[2] + 1]
                    try stores[index].append(rooms.map { line($0, next[$0] ?? 0) })
                    written.add(3)
                } catch StoreError.lostRace {
                    continue
                } catch {
                    failures.add("\(error)")
                }
            }
        }
        #expect(failures.all == [])
        #expect(written.value > 60)
        #expect(try stores[0].verify(room: nil) == VerifyReport(rooms: 3, entries: written.value))
    }

    @Test func `What another store wrote is told at once, and what was written here is not`() async throws {
        let place = try ServerPlace()
        let (here, there) = (try place.store(), try place.store())
        try here.append([], creatingRooms: [makeRoom("north"), makeRoom("café ☕")])
        let news = Heard()
        here.watch { news.add($0) }
        // From the first look on, the store listens.
        try await news.wait { $0.contains(.wroteSomewhere) }
        try here.append([line("north", 1)])
        try there.append([line("café ☕", 1)])
        try await news.wait { $0.contains(.wrote(rooms: ["café ☕"])) }
        #expect(!news.all.contains(.wrote(rooms: ["north"])))
        try here.close()
        try there.append([line("north", 2)])
        try there.close()
    }

    @Test func `After a kill at any moment every acknowledged entry is there, and the chain is sound`() async throws {
        let server = try TestServer.shared.get()
        let database = try server.makeDatabase()
        var acknowledged: [String: Int] = [:]
        for run in 0..<6 {
            let output = NSTemporaryDirectory() + "\(database)-\(run)"
            defer { try? FileManager.default.removeItem(atPath: output) }
            _ = FileManager.default.createFile(atPath: output, contents: nil)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try probePath())
            process.arguments = ["append", server.address(database), String(run)]
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
            try process.run()
            try await Task.sleep(for: .milliseconds(60 + 70 * run))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let printed = try String(contentsOfFile: output, encoding: .utf8)
            try #require(process.terminationReason == .uncaughtSignal, "\(printed)")
            for line in printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                let words = line.split(separator: " ")
                acknowledged[String(words[0])] = Int(words[1])
            }
            let store = try PostgreSQLStore(ServerAddress(server.address(database)))
            #expect(try store.verify(room: nil).findings == [])
            for (room, number) in acknowledged { #expect(try store.room(room)?.head ?? 0 >= number) }
            try store.close()
        }
        #expect(!acknowledged.isEmpty)
    }
}

@Suite struct RoomsInOrderTests {
    @Test func `Rooms that are written by turns wait to be told once each, told apart by their bytes`() {
        var rooms = RoomsInOrder()
        for _ in 0..<1_000 { for room in ["south", "caf\u{E9}", "cafe\u{301}"] { rooms.add(room) } }
        #expect(rooms.rooms.map { Array($0.utf8) } == ["south", "caf\u{E9}", "cafe\u{301}"].map { Array($0.utf8) })
    }
}

/// A number that several threads add to.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func add(_ more: Int) { lock.withLock { count += more } }
    var value: Int { lock.withLock { count } }
}

/// News as it came.
final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var news: [StoreNews] = []
    func add(_ one: StoreNews) { lock.withLock { news.append(one) } }
    var all: [StoreNews] { lock.withLock { news } }

    func wait(_ isEnough: ([StoreNews]) -> Bool) async throws {
        for _ in 0..<400 where !isEnough(all) { try await Task.sleep(for: .milliseconds(25)) }
        try #require(isEnough(all), "heard: \(all)")
    }
}
