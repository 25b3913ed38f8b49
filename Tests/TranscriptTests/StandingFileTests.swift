import Facilitation
import Foundation
import GRDB
import Glibc
import Synchronization
import Testing

@testable import Transcript

/// Does something after the last look at the file before a commit, and before the commit.
private final class AtCommit: TransactionObserver {
    private let act: () -> Void

    init(_ act: @escaping () -> Void) { self.act = act }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { act() }
    func databaseDidCommit(_ database: Database) {}
    func databaseDidRollback(_ database: Database) {}
}

/// A store whose file is taken from under it, and a file beside a log that is not its own.
@Suite struct StandingFileTests {
    private func copy(_ source: String, over destination: String) throws {
        // By another program, as an operator does: this one would lose its locks on the file.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/cp")
        process.arguments = [source, destination]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private func names(_ place: Place) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.directory).sorted()
    }

    /// Everything that is asked of the store from now on is refused with the same words.
    private func expectLeft(_ store: SQLiteStore) throws {
        let refused = StoreError.fileReplaced(path: store.path)
        #expect(try failure { try store.append([line("north", 6)]) } == refused)
        #expect(try failure { _ = try store.entries(in: "north", after: 0, limit: 10) } == refused)
        #expect(try failure { try store.scrub() } == refused)
        #expect(try failure { try store.backUp(to: store.path + ".copy") } == refused)
        #expect(!refused.retryMayHelp)
    }

    @Test func `A store whose file was deleted refuses every line, and leaves nothing at the path`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        try FileManager.default.removeItem(atPath: place.path)
        try expectLeft(store)
        #expect(try names(place).allSatisfy { $0.contains("-wal.set-aside-") }, "its log is kept, and nothing else")
        // What is made there afterwards is not its own.
        let other = try place.store()
        try other.append([line("east", 1)], creatingRooms: [makeRoom("east")])
        try expectLeft(store)
        try store.close()
        #expect(try other.verify(room: nil) == VerifyReport(rooms: 1, entries: 1))
        try other.close()
    }

    @Test func `Of a file that was deleted, the log with what was acknowledged is kept`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        try store.append([line("north", 6)])
        let copy = place.directory + "/copy.sqlite"
        // As tools do that write a copy and give it the old name.
        try self.copy(place.path, over: copy)
        #expect(rename(copy, place.path) == 0)
        try expectLeft(store)
        let log = try #require(try names(place).first { $0.contains("-wal.set-aside-") })
        let attributes = try FileManager.default.attributesOfItem(atPath: place.directory + "/" + log)
        #expect((attributes[.size] as? Int ?? 0) > 0)
        try store.close()
    }

    @Test func `A link to a store leads to the store, and to the log beside it`() throws {
        let place = try Place()
        try place.fill()
        let link = place.directory + "/link.sqlite"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.path)
        let store = try SQLiteStore(path: link)
        #expect(store.path == StoreFile.resolved(place.path))
        try store.close()
    }

    @Test func `A folder that somebody else has locked holds nothing up for long`() throws {
        let place = try Place()
        try place.fill()
        let folder = open(place.directory, O_RDONLY | O_DIRECTORY)
        try #require(folder >= 0 && flock(folder, LOCK_EX) == 0)
        defer { Glibc.close(folder) }
        let store = try place.store()
        try store.append([line("north", 6)])
        try store.close()
    }

    @Test func `A file that is moved away has all that was acknowledged, alone`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        try store.append([line("north", 6)])
        let elsewhere = place.directory + "/old.sqlite"
        try FileManager.default.moveItem(atPath: place.path, toPath: elsewhere)
        try expectLeft(store)
        // Not even when it comes back: its log has gone.
        try FileManager.default.moveItem(atPath: elsewhere, toPath: place.path)
        try expectLeft(store)
        try FileManager.default.moveItem(atPath: place.path, toPath: elsewhere)
        try store.close()
        let moved = try SQLiteStore(path: elsewhere)
        #expect(try moved.rooms().map(\.head) == [6, 2])
        #expect(try moved.verify(room: nil) == VerifyReport(rooms: 2, entries: 8))
    }

    @Test func `A line that is written just as the file is moved away is not acknowledged`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        let (path, elsewhere) = (place.path, place.directory + "/old.sqlite")
        let moving = AtCommit { _ = rename(path, elsewhere) }
        store.pool.add(transactionObserver: moving, extent: .databaseLifetime)
        try expectLeft(store)
        try store.close()
        let moved = try SQLiteStore(path: elsewhere)
        #expect(try moved.verify(room: nil).isSound)
    }

    @Test func `That a file has gone is told once, also when nobody says anything`() async throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        let told = Mutex<[StoreError]>([])
        store.whenLost { error in told.withLock { $0.append(error) } }
        store.watch { _ in }
        #expect(store.loss == nil)
        try FileManager.default.removeItem(atPath: place.path)
        var tries = 0
        while told.withLock({ $0.isEmpty }), tries < 200 {
            try await Task.sleep(for: .milliseconds(50))
            tries += 1
        }
        try expectLeft(store)
        let all = told.withLock { $0 }
        #expect(all == [.fileReplaced(path: store.path)])
        #expect(store.loss == .fileReplaced(path: store.path))
        try store.close()
    }

    @Test func `A sound store that is moved over the file of a running one stays as it is`() throws {
        let (place, other) = (try Place(), try Place())
        try place.fill()
        let replacing = try other.store()
        try replacing.append((1...3).map { line("east", $0) }, creatingRooms: [makeRoom("east")])
        try replacing.close()
        let store = try place.store()
        try store.append([line("north", 6, String(repeating: "word ", count: 20_000))])
        try FileManager.default.moveItem(atPath: other.path, toPath: place.path + ".new")
        #expect(rename(place.path + ".new", place.path) == 0)
        let bytes = try place.bytes()
        try expectLeft(store)
        try store.close()
        #expect(try place.bytes() == bytes)
        #expect(try names(place).filter { !$0.contains("-wal.set-aside-") } == ["transcripts.sqlite"])
        let again = try place.store()
        #expect(try again.rooms().map(\.room) == ["east"])
        try again.append([line("east", 4)])
        #expect(try again.verify(room: nil) == VerifyReport(rooms: 1, entries: 4))
        #expect(again.openingNote == nil)
    }

    @Test func `Where a watch is kept, the log is out of the way before anybody writes`() async throws {
        let (place, other) = (try Place(), try Place())
        try place.fill()
        try other.fill()
        let store = try place.store()
        store.watch { _ in }
        #expect(rename(other.path, place.path) == 0)
        var tries = 0
        while try names(place).count > 1, tries < 200 {
            try await Task.sleep(for: .milliseconds(50))
            tries += 1
        }
        #expect(try names(place).filter { !$0.contains("-wal.set-aside-") } == ["transcripts.sqlite"])
        try expectLeft(store)
        try store.close()
    }

    @Test func `A back-up that is copied into the file of a running store stays as it is`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        let copy = place.directory + "/copy.sqlite"
        try store.backUp(to: copy)
        try store.append([line("north", 6, "Marzipan for all.")])
        try self.copy(copy, over: place.path)
        #expect(
            try failure { try store.append([line("north", 7)]) } == StoreError.fileReplaced(path: place.path))
        try store.close()
        #expect(try place.bytes() == Data(contentsOf: URL(fileURLWithPath: copy)))
        // The log that was left is no other file's, and is kept.
        #expect(
            try names(place) == ["copy.sqlite", "transcripts.sqlite", "transcripts.sqlite-wal.set-aside-1"])
        let log = try Data(contentsOf: URL(fileURLWithPath: place.path + "-wal.set-aside-1"))
        #expect(log.range(of: Data("Marzipan for all.".utf8)) != nil)
    }

    @Test func `A log that is taken away is noticed, and nothing that was acknowledged goes with it`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.store()
        try store.append([line("north", 6)])
        try FileManager.default.removeItem(atPath: place.path + "-wal")
        try expectLeft(store)
        try store.close()
        let image = try Place()
        try place.bytes().write(to: URL(fileURLWithPath: image.path))
        #expect(try image.store().rooms().map(\.head) == [6, 2])
    }

    // MARK: At rest

    /// A store that was killed while it wrote, and a back-up that was made before.
    private func killed(_ place: Place, isChecked: Bool) throws -> (copy: String, heads: [Int], log: Data) {
        let copy = place.directory + "/copy.sqlite"
        let store = try place.store()
        try store.append((1...3).map { line("room0", $0) }, creatingRooms: [makeRoom("room0")])
        try store.backUp(to: copy)
        try store.close()
        if isChecked {
            // As `commonground verify --store` does.
            let checked = try SQLiteStore(path: copy)
            #expect(try checked.verify(room: nil).isSound)
            try checked.close()
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try probePath())
        process.arguments = ["append", place.path, "7"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var told = Data()
        while told.count < 3_000 {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            told += more
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(told.count >= 3_000)
        return (copy, [3], try Data(contentsOf: URL(fileURLWithPath: place.path + "-wal")))
    }

    @Test(arguments: [false, true])
    func `A back-up in the place of a killed store is what it was, and the old log is kept beside it`(
        isChecked: Bool
    ) throws {
        let place = try Place()
        let (back, heads, log) = try killed(place, isChecked: isChecked)
        #expect(log.count > 32)
        try copy(back, over: place.path)
        let store = try place.store()
        #expect(try store.rooms().map(\.head) == heads)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: 3))
        let aside = place.path + "-wal.set-aside-1"
        #expect(store.logSetAside == aside)
        #expect(store.openingNote?.contains("It is kept as \(aside)") == true)
        #expect(FileManager.default.contents(atPath: aside) == log)
        // From here on it is a store like any other: what it acknowledges survives a kill.
        try store.append([line("room0", 4)])
        let image = try Place()
        try place.bytes().write(to: URL(fileURLWithPath: image.path))
        try Data(contentsOf: URL(fileURLWithPath: place.path + "-wal")).write(
            to: URL(fileURLWithPath: image.path + "-wal"))
        let restarted = try image.store()
        #expect(try restarted.rooms().map(\.head) == [4])
        #expect(restarted.logSetAside == nil)
        try store.close()
        let again = try place.store()
        #expect(again.logSetAside == nil)
        #expect(try again.rooms().map(\.head) == [4])
    }

    @Test func `A second log that is set aside takes no other's name`() throws {
        let place = try Place()
        let (back, heads, first) = try killed(place, isChecked: false)
        for number in 1...2 {
            try copy(back, over: place.path)
            try first.write(to: URL(fileURLWithPath: place.path + "-wal"))
            let store = try place.store()
            #expect(store.logSetAside == place.path + "-wal.set-aside-\(number)")
            let notes = store.setAsideNotes
            #expect(notes.count == number && notes.last?.contains(" \(place.path)-wal.set-aside-\(number) is ") == true)
            #expect(try store.rooms().map(\.head) == heads)
            try store.close()
        }
        #expect(FileManager.default.contents(atPath: place.path + "-wal.set-aside-1") == first)
    }

    @Test func `A killed store that nobody put anything in the place of plays its own log`() throws {
        let place = try Place()
        let (_, _, log) = try killed(place, isChecked: false)
        #expect(log.count > 32)
        let store = try place.store()
        #expect(store.logSetAside == nil)
        #expect(try store.verify(room: nil).isSound)
        #expect(try store.rooms().count == 3)
    }

    @Test func `A store that was closed in order says that it has no log, unless another has it open`() throws {
        let place = try Place()
        try place.fill()
        #expect(try place.bytes()[18...19].elementsEqual([1, 1]))
        let (store, other) = (try place.store(), try place.store())
        #expect(try place.bytes()[18...19].elementsEqual([2, 2]))
        try store.close()
        #expect(try place.bytes()[18...19].elementsEqual([2, 2]))
        try other.append([line("north", 6)])
        try other.close()
        #expect(try place.bytes()[18...19].elementsEqual([1, 1]))
        #expect(try names(place).filter { !$0.contains("-wal.set-aside-") } == ["transcripts.sqlite"])
    }
}
