import Facilitation
import Foundation
import GRDB
import Testing

@testable import Transcript

@Suite struct StoreTests {
    @Test(arguments: StoreKind.all)
    func `What was appended is read back field by field, also after reopening`(kind: StoreKind) throws {
        let place = try kind.place()
        var store = try place.open()
        let pending = (1...3).map { fullLine("north", $0) }
        let bot = PendingEntry(
            Entry(
                room: "north", number: 4, at: "2027-03-31T09:05:04.000Z", today: "2027-03-31",
                direction: .said,
                words: "Noted.", answers: 3))
        try store.append(pending + [bot], creatingRooms: [makeRoom("north")])
        let expected = (pending + [bot]).map(\.entry)
        for _ in 1...2 {
            #expect(try store.entries(in: "north", after: 0, limit: 100) == expected)
            #expect(try store.entries(in: "north", after: 1, limit: 2) == Array(expected[1...2]))
            #expect(try store.entry(room: "north", number: 4) == bot.entry)
            #expect(try store.entry(room: "north", number: 5) == nil)
            #expect(try store.entry(room: "south", number: 1) == nil)
            #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: 4))
            try store.close()
            store = try place.open()
        }
    }

    @Test func `Words stand in a plain text column`() throws {
        let place = try Place()
        try place.fill()
        let queue = try DatabaseQueue(path: place.path)
        let words = try queue.read { try String.fetchAll($0, sql: "SELECT words FROM entries") }
        #expect(
            words
                == ((1...5).map { fullLine("north", $0) } + (1...2).map { fullLine("south", $0) }).map(
                    \.entry.words))
    }

    @Test(arguments: StoreKind.all)
    func `Rooms are listed by name with head, title and a log name of their own`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        #expect(try store.rooms().isEmpty)
        let rooms = [makeRoom("south"), makeRoom("north")]
        try store.append([line("north", 1), line("north", 2)], creatingRooms: rooms)
        let listed = try store.rooms()
        #expect(listed.map(\.room) == ["north", "south"])
        #expect(listed.map(\.head) == [2, 0])
        #expect(listed.map(\.title) == ["Partnership north", "Partnership south"])
        #expect(listed.map(\.log) == [rooms[1].log, rooms[0].log])
        #expect(rooms[0].log != rooms[1].log)
        #expect(rooms[0].log.utf8.count == 22)
        #expect(try store.room("north") == listed[0])
        #expect(try store.room("east") == nil)
        #expect(
            try failure { try store.append([], creatingRooms: [makeRoom("north")]) }
                == .roomExists(room: "north"))
    }

    @Test(arguments: StoreKind.all)
    func `Who comes second with a number has lost the race, and nothing of the batch is kept`(kind: StoreKind) throws {
        let place = try kind.place()
        let first = try place.open()
        let second = try place.open()
        try first.append([line("north", 1)], creatingRooms: [makeRoom("north"), makeRoom("south")])
        let late = [line("south", 1), line("north", 1, "Too late")]
        #expect(try failure { try second.append(late) } == .lostRace(room: "north", number: 1))
        #expect(try second.entry(room: "north", number: 1)?.words == "Hello")
        #expect(try first.room("south")?.head == 0)
        try second.append([line("north", 2)])
        #expect(try first.room("north")?.head == 2)
        #expect(try first.verify(room: nil).isSound)
    }

    @Test(arguments: StoreKind.all)
    func `An entry for a transcript that was purged is not taken into the one in its place`(kind: StoreKind) throws {
        let place = try kind.place()
        let (first, second) = (try place.open(), try place.open())
        let old = makeRoom("north")
        try first.append([line("north", 1), line("north", 2)], creatingRooms: [old])
        // By now the first knows where the room stands.
        try second.purge(room: "north", ifHeadIs: 2)
        #expect(try failure { try first.append([entry(3, for: old)]) } == .unknownRoom(room: "north"))
        let new = makeRoom("north")
        try second.append([line("north", 1, "Anew"), line("north", 2, "Again")], creatingRooms: [new])
        // Its number would be the next one there.
        for number in 2...4 {
            let lost = StoreError.lostRace(room: "north", number: number)
            #expect(try failure { try first.append([entry(number, for: old)]) } == lost)
        }
        try first.append([entry(3, for: new)])
        #expect(try second.entries(in: "north", after: 0, limit: 9).map(\.words) == ["Anew", "Again", "Line 3"])
        #expect(try second.verify(room: nil).isSound)
    }

    private func entry(_ number: Int, for room: NewRoom) -> PendingEntry {
        PendingEntry(line(room.room, number, "Line \(number)").entry, log: room.log)
    }

    @Test(arguments: StoreKind.all)
    func `Numbers follow on without gaps, in rooms that exist`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        try store.append([], creatingRooms: [makeRoom("north")])
        #expect(
            try failure { try store.append([line("north", 2)]) } == .gap(room: "north", expected: 1, found: 2)
        )
        #expect(
            try failure { try store.append([line("north", 1), line("north", 3)]) }
                == .gap(room: "north", expected: 2, found: 3))
        #expect(try failure { try store.append([line("east", 1)]) } == .unknownRoom(room: "east"))
        #expect(try store.room("north")?.head == 0)
    }

    @Test(arguments: StoreKind.all)
    func `A key is found again and tells the same command from another`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        try store.append(
            [line("north", 1, key: "k1")], creatingRooms: [makeRoom("north"), makeRoom("south")])
        let found = try #require(try store.entry(forKey: "k1", principal: "bridge:irc", room: "north"))
        #expect(found.entry.number == 1)
        #expect(found.matches(body: Array("body of k1".utf8)) == .same)
        #expect(found.matches(body: Array("body of k2".utf8)) == .other)
        #expect(try store.entry(forKey: "k1", principal: "stdio", room: "north") == nil)
        #expect(try store.entry(forKey: "k1", principal: "bridge:irc", room: "south") == nil)
        #expect(
            try failure { try store.append([line("north", 2, key: "k1")]) }
                == .keyTaken(room: "north", principal: "bridge:irc", key: "k1"))
        try store.append([line("south", 1, key: "k1")])
    }

    @Test func `No entry is to be written with a key that has no body`() {
        var entry = line("north", 1, key: "k1").entry
        #expect(entry.key == "k1")
        entry.key = "k2"
        #expect(PendingEntry(entry).entry.key == nil)
        #expect(PendingEntry(entry, key: CommandKey(name: "k3", body: [])).entry.key == "k3")
    }

    @Test(arguments: StoreKind.all)
    func `Two keys of one body have different commitments`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        let pending = [1, 2].map {
            PendingEntry(line("north", $0).entry, key: CommandKey(name: "k\($0)", body: [1, 2, 3]))
        }
        try store.append(pending, creatingRooms: [makeRoom("north")])
        let commitments = try ["k1", "k2"].map {
            try store.entry(forKey: $0, principal: "bridge:irc", room: "north")?.commitment
        }
        #expect(commitments[0] != nil)
        #expect(commitments[0] != commitments[1])
    }

    @Test(arguments: StoreKind.all)
    func `Acknowledgements last, and never go back or past the head`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        try store.append([line("north", 1), line("north", 2)], creatingRooms: [makeRoom("north")])
        #expect(try store.acknowledged(principal: "bridge:irc", room: "north") == 0)
        try store.acknowledge(principal: "bridge:irc", room: "north", upTo: 2)
        try store.acknowledge(principal: "bridge:irc", room: "north", upTo: 1)
        #expect(
            try failure { try store.acknowledge(principal: "bridge:irc", room: "north", upTo: 3) }
                == .beyondHead(room: "north", head: 2))
        #expect(
            try failure { try store.acknowledge(principal: "bridge:irc", room: "east", upTo: 0) }
                == .unknownRoom(room: "east"))
        try store.close()
        let again = try place.open()
        #expect(try again.acknowledged(principal: "bridge:irc", room: "north") == 2)
        #expect(try again.acknowledged(principal: "stdio", room: "north") == 0)
    }

    @Test(arguments: StoreKind.all)
    func `What a principal has acknowledged is told of all rooms at once`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        let rooms = ["north", "south", "east"]
        try store.append(rooms.flatMap { [line($0, 1), line($0, 2)] }, creatingRooms: rooms.map { makeRoom($0) })
        try store.acknowledge(principal: "bridge:irc", room: "north", upTo: 2)
        try store.acknowledge(principal: "bridge:irc", room: "south", upTo: 1)
        try store.acknowledge(principal: "stdio", room: "east", upTo: 1)
        #expect(try store.acknowledged(principal: "bridge:irc") == ["north": 2, "south": 1])
        #expect(try store.acknowledged(principal: "nobody") == [:])
        #expect(try store.acknowledged(principal: "null\u{0}") == [:])
        try store.close()
    }

    @Test(arguments: StoreKind.all)
    func `A framework is kept once under its hash`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        let text = #"{"id":"sample","note":"café"}"#
        try store.append(AppendBatch(frameworks: [text]))
        try store.append(AppendBatch(frameworks: [text, "{}"]))
        #expect(try store.framework(hash: FrameworkHash(of: text).digits) == text)
        #expect(try store.framework(hash: FrameworkHash(of: "{}").digits) == "{}")
        #expect(try store.framework(hash: "0") == nil)
    }

    @Test(arguments: StoreKind.all)
    func `A long room streams in order, stops when told, and may be asked meanwhile`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        try store.append((1...1300).map { line("north", $0) }, creatingRooms: [makeRoom("north")])
        var numbers: [Int] = []
        try store.forEachEntry(in: "north", after: 10) { entry in
            numbers.append(entry.number)
            return true
        }
        #expect(numbers == Array(11...1300))
        var seen = 0
        try store.forEachEntry(in: "north") { entry in
            seen += 1
            return (try? store.entry(room: "north", number: entry.number)) == entry && seen < 600
        }
        #expect(seen == 600)
    }

    @Test(arguments: StoreKind.all)
    func `Room names are told apart by bytes, where Swift would take them for the same`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        let names = ["caf\u{E9}", "cafe\u{301}"]
        #expect(names[0] == names[1])
        try store.append(
            [line(names[0], 1), line(names[1], 1), line(names[0], 2)], creatingRooms: names.map(makeRoom))
        #expect(try store.room(names[0])?.head == 2)
        #expect(try store.room(names[1])?.head == 1)
        #expect(try store.verify(room: nil).isSound)
    }

    @Test(arguments: StoreKind.all)
    func `U+0000 is refused, since it would cut the words short`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        try store.append([], creatingRooms: [makeRoom("north")])
        #expect(
            try failure { try store.append([line("north", 1, "yes\u{0}, but")]) }
                == .nullCharacter(field: "words"))
        #expect(try store.room("north")?.head == 0)
    }

    @Test(arguments: StoreKind.all)
    func `Two writers on one file share a room without losing or doubling a line`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.open().append([], creatingRooms: [makeRoom("north")])
        let stores = [try place.open(), try place.open()]
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            var written = 0
            while written < 60 {
                do {
                    let head = try stores[index].room("north")?.head ?? 0
                    try stores[index].append([line("north", head + 1, "writer \(index) line \(written)")])
                    written += 1
                } catch StoreError.lostRace {
                    continue
                } catch {
                    failures.add("\(error)")
                    return
                }
            }
        }
        #expect(failures.all.isEmpty)
        let words = try stores[0].entries(in: "north", after: 0, limit: 1000).map(\.words)
        #expect(words.count == 120)
        for index in 0...1 {
            #expect(
                words.filter { $0.hasPrefix("writer \(index)") }
                    == (0..<60).map { "writer \(index) line \($0)" })
        }
        #expect(try stores[1].verify(room: nil).isSound)
    }
}

/// What went wrong on other threads.
final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var failures: [String] = []
    func add(_ failure: String) { lock.withLock { failures.append(failure) } }
    var all: [String] { lock.withLock { failures } }
}

@Suite struct StoreErrorTests {
    static let all: [StoreError] = files + servers
    static let files: [StoreError] = [
        .lostRace(room: "north", number: 3), .gap(room: "north", expected: 3, found: 4),
        .keyTaken(room: "north", principal: "stdio", key: "k"), .roomExists(room: "north"),
        .unknownRoom(room: "north"), .beyondHead(room: "north", head: 3), .nullCharacter(field: "words"),
        .unknownEntry(room: "north", number: 3), .held(room: "north", because: "an inquiry"),
        .doesNotFit(room: "north", number: 3), .remainsInLog(path: "/p"),
        .noHomeDirectory, .cannotOpen(path: "/p", reason: "r"),
        .readOnly(path: "/p"),
        .notADatabase(path: "/p"), .foreignDatabase(path: "/p"),
        .newerVersion(path: "/p", found: 2, supported: 1),
        .destinationExists(path: "/p"), .fileReplaced(path: "/p"), .full(path: "/p"), .busy(path: "/p"),
        .damaged(path: "/p", details: "d"),
        .inputOutput(path: "/p", code: 778), .unexpected(path: "/p", code: 1, details: "d"),
    ]
    static let servers = [
        DatabaseServerError.badAddress, .notReachable(server: "s", reason: "r"), .signInRefused(server: "s"),
        .noDatabase(server: "s"), .tooManyConnections(server: "s"), .readOnly(server: "s"),
        .doesNotSync(server: "s"), .notUnicode(server: "s", encoding: "LATIN1"),
        .foreignSchema(server: "s", schema: "c"), .newerVersion(server: "s", found: 2, supported: 1),
        .notAllowed(server: "s", details: "d"), .connectionLost(server: "s"), .outcomeUnknown(server: "s"),
        .full(server: "s"), .busy(server: "s"), .closed(server: "s"), .backUpElsewhere(server: "s"),
        .unexpected(server: "s", code: "XX000", details: "d"),
    ].map(StoreError.databaseServer)

    @Test(arguments: all)
    func `Every error is told in sentences of its own`(error: StoreError) {
        #expect(error.explanation.utf8.count > 40)
        #expect(error.explanation.hasSuffix("."))
        #expect(StoreErrorTests.all.filter { $0.explanation == error.explanation } == [error])
    }
}
