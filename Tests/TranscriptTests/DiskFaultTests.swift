import CFaultyVFS
import Facilitation
import Foundation
import Testing

@testable import Transcript

/// Disks that fail: a file system under SQLite that refuses the n-th write, sync or read, for every n. Each fault ends in a
/// typed error with its sentence, everything acknowledged stays, and the same store goes on as soon as the disk does.
@Suite(.serialized) struct DiskFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var operations: Int
        var code: Int32
        /// A failing write leaves half of itself.
        var tears = false
        var expected: @Sendable (String) -> StoreError
        var testDescription: String { name }
    }

    private static func inputOutput(_ code: Int) -> @Sendable (String) -> StoreError {
        { .inputOutput(path: $0, code: code) }
    }
    static let faults = [
        Fault(name: "a full disk", operations: FAULTY_WRITE, code: 13) { .full(path: $0) },
        Fault(name: "a full disk with half a write", operations: FAULTY_WRITE, code: 13, tears: true) {
            .full(path: $0)
        },
        Fault(name: "an error on write", operations: FAULTY_WRITE, code: 778, expected: inputOutput(778)),
        Fault(name: "an error on write with half of it done", operations: FAULTY_WRITE, code: 778, tears: true) {
            .inputOutput(path: $0, code: 778)
        },
        Fault(name: "an error on sync", operations: FAULTY_SYNC, code: 1_034, expected: inputOutput(1_034)),
        Fault(name: "a disk that turns read-only", operations: FAULTY_WRITE, code: 8) { .readOnly(path: $0) },
    ]
    static let readFault = Fault(
        name: "an error on read", operations: FAULTY_READ, code: 266, expected: inputOutput(266))

    init() { #expect(faulty_install() == 0) }

    private func arm(_ fault: Fault, first: Int, count: Int = 1) {
        faulty_arm(Int32(fault.operations), first, count, fault.code, fault.tears ? 1 : 0)
    }

    /// A place whose files are watched from now on.
    private func place() throws -> Place {
        let place = try Place()
        faulty_watch(place.directory)
        return place
    }

    @Test(arguments: faults) func `An append that meets a fault is refused, and the next one is kept`(fault: Fault)
        throws
    {
        let place = try place()
        let store = try place.store()
        try store.append([line("north", 1)], creatingRooms: [makeRoom("north")])
        var head = 1
        var refused = 0
        // Long words take several pages, so that there are several writes to fail.
        let words = String(repeating: "word ", count: 2_000)
        for number in 1...24 {
            arm(fault, first: number)
            do {
                try store.append([line("north", head + 1, words)])
                head += 1
            } catch {
                #expect(error == fault.expected(place.path), "operation \(number)")
                refused += 1
            }
            faulty_disarm()
            #expect(try store.room("north")?.head == head, "operation \(number)")
            try store.append([line("north", head + 1, "After \(number).")])
            head += 1
        }
        #expect(refused > 0, "nothing failed")
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: head))
        try store.close()
        #expect(try place.open().verify(room: nil) == VerifyReport(rooms: 1, entries: head))
    }

    @Test(arguments: faults) func `A disk that stays broken refuses everything, and loses nothing`(fault: Fault) throws
    {
        let place = try place()
        let store = try place.store()
        try store.append((1...3).map { line("north", $0) }, creatingRooms: [makeRoom("north")])
        arm(fault, first: 1, count: 0)
        for _ in 1...3 {
            #expect(try failure { try store.append([line("north", 4, key: "k4")]) } == fault.expected(place.path))
            // What is there can be read all the same.
            #expect(try store.entries(in: "north", after: 0, limit: 10).map(\.number) == [1, 2, 3])
        }
        // The process ends here as it may: closing has nothing to say that anybody could act on.
        try? store.close()
        faulty_disarm()
        let again = try place.store()
        var head = try #require(try again.room("north")?.head)
        #expect(try again.verify(room: nil) == VerifyReport(rooms: 1, entries: head))
        if fault.operations == FAULTY_SYNC, head == 4 {
            // It was written and could not be confirmed: then it is there whole, and its key finds it.
            #expect(try again.entry(forKey: "k4", principal: "bridge:irc", room: "north")?.entry.number == 4)
        } else {
            #expect(head == 3)
            try again.append([line("north", 4, key: "k4")])
            head = 4
        }
        try again.append([line("north", head + 1)])
        #expect(try again.verify(room: nil) == VerifyReport(rooms: 1, entries: head + 1))
    }

    @Test func `A read that fails is told as such, and the next one is answered`() throws {
        let place = try place()
        let words = String(repeating: "word ", count: 2_000)
        var store = try place.store()
        try store.append((1...20).map { line("north", $0, words) }, creatingRooms: [makeRoom("north")])
        var refused = 0
        for number in 1...30 {
            try store.close()
            store = try place.store()
            arm(DiskFaultTests.readFault, first: number)
            do {
                let entries = try store.entries(in: "north", after: 0, limit: 100)
                #expect(entries.count == 20)
            } catch {
                #expect(error == .inputOutput(path: place.path, code: 266), "read \(number)")
                refused += 1
            }
            faulty_disarm()
            #expect(try store.entries(in: "north", after: 0, limit: 100).count == 20, "read \(number)")
        }
        #expect(refused > 5, "only \(refused) reads failed")
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: 20))
    }

    @Test(arguments: faults + [readFault])
    func `A store whose making or opening meets a fault can be opened afterwards`(fault: Fault) throws {
        var refused = 0
        for number in 1...8 {
            let place = try place()
            if number % 2 == 0 { try place.fill() }
            arm(fault, first: number / 2 + 1)
            do { try place.store().close() } catch { refused += 1 }
            faulty_disarm()
            if number % 2 == 1 { try place.fill() }
            #expect(try place.open().verify(room: nil) == VerifyReport(rooms: 2, entries: 7), "operation \(number)")
        }
        #expect(refused > 0, "nothing failed")
    }

    @Test(arguments: faults) func `A back-up that meets a fault leaves no half of itself`(fault: Fault) throws {
        let place = try place()
        try place.fill()
        let store = try place.store()
        var refused = 0
        for number in 1...12 {
            let copy = place.directory + "/copy\(number).sqlite"
            arm(fault, first: number)
            do { try store.backUp(to: copy) } catch { refused += 1 }
            faulty_disarm()
            if FileManager.default.fileExists(atPath: copy) {
                #expect(try SQLiteStore(path: copy).verify(room: nil) == VerifyReport(rooms: 2, entries: 7))
            } else {
                try store.backUp(to: copy)
            }
        }
        #expect(refused > 0, "nothing failed")
    }

    @Test(arguments: [3, 7, 19, 41]) func `A disk that fails again and again keeps what it confirmed`(every: Int) throws
    {
        let place = try place()
        let store = try place.store()
        try store.append([], creatingRooms: [makeRoom("north"), makeRoom("south")])
        var heads = ["north": 0, "south": 0]
        var refused = 0
        for number in 0..<400 {
            let room = number % 3 == 0 ? "south" : "north"
            let next = heads[room, default: 0] + 1
            // Enough for the log to be moved into the file now and then, which may fail as well.
            arm(DiskFaultTests.faults[number % DiskFaultTests.faults.count], first: 1 + number % every, count: 1)
            do {
                try store.append([line(room, next, String(repeating: "word ", count: 3_000))])
                heads[room] = next
            } catch { refused += 1 }
            faulty_disarm()
        }
        #expect(refused > 5 && refused < 400, "\(refused) of 400 were refused")
        #expect(try store.rooms().map(\.head) == [heads["north"], heads["south"]])
        #expect(try store.verify(room: nil).findings == [])
        try store.close()
        let again = try place.open()
        #expect(try again.rooms().map(\.head) == [heads["north"], heads["south"]])
        #expect(try again.verify(room: nil).findings == [])
    }

    @Test func `Every fault is told in a sentence that names the file and says what to do`() throws {
        for fault in DiskFaultTests.faults + [DiskFaultTests.readFault] {
            let words = fault.expected("/srv/north.sqlite").explanation
            #expect(words.contains("/srv/north.sqlite"), "\(fault.name)")
            #expect(words.hasSuffix("."), "\(fault.name): \(words)")
        }
    }
}
