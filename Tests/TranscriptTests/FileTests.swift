import Facilitation
import Foundation
import GRDB
import Testing

@testable import Transcript

@Suite struct FileTests {
    func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try probePath())
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `The writer syncs every commit, though the pool would have it otherwise`() throws {
        let place = try Place()
        let store = try place.store()
        let expected = [
            "synchronous": "2", "journal_mode": "wal", "secure_delete": "1", "foreign_keys": "1",
            "busy_timeout": "5000", "user_version": "\(SQLiteSchema.version)",
            "application_id": "\(SQLiteSchema.applicationID)",
        ]
        for (pragma, value) in expected {
            let found = try store.pool.writeWithoutTransaction { database in
                try String.fetchOne(database, sql: "PRAGMA \(pragma)")
            }
            #expect(found == value, "\(pragma)")
        }
    }

    @Test func `Only the owner may read the files, also of a store that was open to others`() throws {
        let place = try Place()
        let path = place.directory + "/deep/er/transcripts.sqlite"
        for _ in 1...2 {
            let store = try SQLiteStore(path: path)
            for file in [path, path + "-wal", path + "-shm"] { #expect(try mode(file) == 0o600) }
            #expect(try mode(place.directory + "/deep/er") == 0o700)
            try store.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        }
    }

    @Test func `A store of a newer version is refused and left as it is`() throws {
        let place = try Place()
        try place.fill()
        try place.tamper("PRAGMA user_version = \(SQLiteSchema.version + 1)")
        let before = try place.bytes()
        #expect(
            try failure { _ = try place.open() }
                == .newerVersion(path: place.path, found: SQLiteSchema.version + 1, supported: SQLiteSchema.version))
        #expect(try place.bytes() == before)
    }

    @Test func `A database of another program is refused and left as it is`() throws {
        let place = try Place()
        let queue = try DatabaseQueue(path: place.path)
        try queue.write { try $0.execute(sql: "CREATE TABLE photos (name TEXT)") }
        try queue.close()
        let before = try place.bytes()
        #expect(try failure { _ = try place.open() } == .foreignDatabase(path: place.path))
        #expect(try place.bytes() == before)
    }

    @Test func `A file that is no database is refused and left as it is`() throws {
        let place = try Place()
        let letter = Data(String(repeating: "Dear all, thank you for coming. ", count: 100).utf8)
        try letter.write(to: URL(fileURLWithPath: place.path))
        #expect(try failure { _ = try place.open() } == .notADatabase(path: place.path))
        #expect(try place.bytes() == letter)
    }

    @Test func `A damaged file is told apart`() throws {
        let place = try Place()
        try place.fill()
        var bytes = try place.bytes()
        for offset in 4096..<bytes.count { bytes[offset] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: place.path))
        let error = try failure { _ = try place.open().verify(room: nil) }
        guard case .damaged(place.path, _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `A directory in place of the file, or a file in place of the directory, is refused`() throws {
        let place = try Place()
        #expect(
            try failure { _ = try SQLiteStore(path: place.directory) }
                == .cannotOpen(path: place.directory, reason: "it is not a file"))
        try Data().write(to: URL(fileURLWithPath: place.directory + "/file"))
        let error = try failure { _ = try SQLiteStore(path: place.directory + "/file/transcripts.sqlite") }
        guard case .cannotOpen = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `A file or folder without the right to write is refused as read-only`() throws {
        let place = try Place()
        try place.fill()
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.directory)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: place.path)
        #expect(try run(["open-as-nobody", place.path]) == "readOnly")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.directory)
        #expect(try run(["open-as-nobody", place.directory + "/other.sqlite"]) == "readOnly")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.directory)
    }

    @Test func `A full disk is said at once, and nothing is half-written`() throws {
        let place = try Place()
        let store = try place.store()
        try store.append([], creatingRooms: [makeRoom("north"), makeRoom("south")])
        try store.pool.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + 12)")
        }
        var head = 0
        var error: StoreError?
        let words = String(repeating: "word ", count: 100)
        while error == nil, head < 1000 {
            do {
                try store.append([line("north", head + 1, words), line("south", head + 1, words)])
                head += 1
            } catch let full {
                error = full
            }
        }
        #expect(error == .full(path: place.path))
        #expect(head > 0)
        #expect(try store.rooms().map(\.head) == [head, head])
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: head * 2))
        try store.pool.writeWithoutTransaction {
            _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = 1000000")
        }
        try store.append([line("north", head + 1), line("south", head + 1)])
        #expect(try store.verify(room: nil).isSound)
    }

    @Test func `Another program that holds the file for too long is said to`() throws {
        let place = try Place()
        try place.fill()
        let store = try SQLiteStore(path: place.path, busySeconds: 0.05)
        let other = try DatabaseQueue(path: place.path)
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let error = try failure { try store.append([line("north", 6)]) }
            try database.execute(sql: "ROLLBACK")
            #expect(error == .busy(path: place.path))
            #expect(error.retryMayHelp)
        }
        try store.append([line("north", 6)])
    }

    @Test(arguments: 1...8)
    func `Several openings of a new file at once all succeed`(round: Int) throws {
        let place = try Place()
        let failures = Failures()
        let path = place.path
        DispatchQueue.concurrentPerform(iterations: 3) { index in
            do {
                let store = try SQLiteStore(path: path)
                try store.append([line("room\(index)", 1)], creatingRooms: [makeRoom("room\(index)")])
            } catch {
                failures.add("\(error)")
            }
        }
        #expect(failures.all == [])
        #expect(try place.open().verify(room: nil) == VerifyReport(rooms: 3, entries: 3))
    }

    @Test func `A store whose making was cut short is made again`() throws {
        let place = try Place()
        let queue = try DatabaseQueue(path: place.path)
        try queue.write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try queue.close()
        try place.fill()
        #expect(try place.open().verify(room: nil).isSound)
    }

    @Test func `A back-up is complete, private, goes by new log names and replaces nothing`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        let copy = place.directory + "/copy.sqlite"
        try store.backUp(to: copy)
        #expect(try mode(copy) == 0o600)
        #expect(try failure { try store.backUp(to: copy) } == .destinationExists(path: copy))
        try store.append([line("north", 6)])
        let restored = try SQLiteStore(path: copy)
        #expect(try restored.verify(room: nil) == VerifyReport(rooms: 2, entries: 7))
        let (before, after) = (try store.rooms(), try restored.rooms())
        #expect(after.map(\.head) == [5, 2])
        #expect(Set(before.map(\.log)).isDisjoint(with: after.map(\.log)))
        #expect(before[1].headHash == after[1].headHash)
        try restored.close()
        let files = try FileManager.default.contentsOfDirectory(atPath: place.directory)
        #expect(files.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
    }

    @Test func `A back-up leaves everything beside it as it is`() throws {
        let place = try Place()
        try place.fill()
        let own = place.directory + "/copy.sqlite.unfinished"
        try Data("Dear diary".utf8).write(to: URL(fileURLWithPath: own))
        try place.store().backUp(to: place.directory + "/copy.sqlite")
        #expect(FileManager.default.contents(atPath: own) == Data("Dear diary".utf8))
        let files = try FileManager.default.contentsOfDirectory(atPath: place.directory)
        #expect(files.filter { $0.hasPrefix("copy") }.sorted() == ["copy.sqlite", "copy.sqlite.unfinished"])
    }
}

@Suite struct StoreLocationTests {
    @Test func `The option comes before the environment, then XDG, then the home directory`() throws {
        let environment = ["COMMONGROUND_STORE": "/e.sqlite", "XDG_DATA_HOME": "/data", "HOME": "/home/ann"]
        func resolve(_ option: String?, without: [String]) throws -> StoreLocation {
            try StoreLocation.resolve(
                option: option, environment: environment.filter { !without.contains($0.key) })
        }
        #expect(try resolve("o.sqlite", without: []) == .sqlite(path: "o.sqlite"))
        #expect(try resolve("", without: []) == .sqlite(path: "/e.sqlite"))
        #expect(
            try resolve(nil, without: ["COMMONGROUND_STORE"])
                == .sqlite(path: "/data/commonground/transcripts.sqlite"))
        #expect(
            try resolve(nil, without: ["COMMONGROUND_STORE", "XDG_DATA_HOME"])
                == .sqlite(path: "/home/ann/.local/share/commonground/transcripts.sqlite"))
        #expect(
            try StoreLocation.resolve(option: nil, environment: ["XDG_DATA_HOME": "data", "HOME": "/h"])
                == .sqlite(path: "/h/.local/share/commonground/transcripts.sqlite"))
        #expect(
            try failure { _ = try StoreLocation.resolve(option: nil, environment: [:]) } == .noHomeDirectory)
    }
}
