import Facilitation
import Foundation
import Hosting
import Serving
import Transcript

/// Lines from the bytes of the protocol to the disk and back to the answer, and a room that has become very long.
enum DurableBenchmark {
    static func run() throws {
        try acknowledged()
        try longRoom()
    }

    /// Over 64 rooms, beside bare SQLite with as many rows in a group.
    private static func acknowledged() throws {
        let rooms = (0..<64).map { "room-\($0)" }
        for perPacket in [64, 512] {
            let folder = try Folder()
            let store = try SQLiteStore(path: folder.file("rooms.sqlite"))
            let connection = WireMeeting.connection(store, rooms: rooms)
            func entries() throws -> Int { try store.rooms().reduce(0) { $0 + $1.head } }
            let before = try entries()
            let lines = 64_000
            let packets = WireMeeting.packets(0..<lines, of: perPacket) { rooms[$0 / 3 % rooms.count] }
            let seconds = timed { for packet in packets { _ = connection.receive(packet) } }
            let made = try entries() - before
            try store.close()
            report("durable.lines_per_s.\(perPacket)_in_a_packet", Double(lines) / seconds)
            report("durable.entries_per_s.\(perPacket)_in_a_packet", Double(made) / seconds)
            let floor = try StoreBenchmark.floor(
                "SQLiteFloor", [folder.file("floor.sqlite")], made, perPacket * made / lines)
            report("durable.bare_sqlite_rows_per_s.\(perPacket)_in_a_packet", floor)
        }
    }

    /// A room of a million entries in which the same few statements are spoken of all along.
    private static func longRoom() throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("long.sqlite"))
        let connection = WireMeeting.connection(store)
        // Somebody who says nothing after, so that everybody else may take a position on it.
        let statement = "Our buying rules are on paper only"
        _ = connection.receive(WireMeeting.packets(29..<30, texts: [statement])[0])
        let said = try store.entries(in: "north", after: 0, limit: 200)
        let number = said.last { $0.words == statement }?.number ?? 0
        let texts = [
            "agree with \(number)", "disagree with \(number), ours are not", "good morning", "unsure about \(number)",
            "noted",
        ]
        var (lines, bytesBefore) = (30, 0)
        func say(_ count: Int) -> Double {
            let packets = WireMeeting.packets(lines..<lines + count, texts: texts)
            lines += count
            return timed { for packet in packets { _ = connection.receive(packet) } } / Double(count)
        }
        func entries() throws -> Int { try store.room("north")?.head ?? 0 }
        report("durable.us_per_line.first_20000", say(20_000) * 1e6)
        while try entries() < 100_000 { _ = say(10_000) }
        bytesBefore = residentBytes()
        let entriesBefore = try entries()
        while try entries() < 1_000_000 { _ = say(10_000) }
        let grown = residentBytes() - bytesBefore
        report("durable.entries", Double(try entries()))
        report("durable.bytes_in_memory_per_entry", Double(grown) / Double(try entries() - entriesBefore))
        report("durable.us_per_line.last_20000", say(20_000) * 1e6)
        let total = Double(try entries())
        let reopening = timed { _ = try? RoomHost(store: store).discussion(of: "north") }
        report("durable.entries_replayed_per_s", total / reopening)
        let verifying = try timed { _ = try store.verify(room: nil) }
        report("durable.entries_verified_per_s", total / verifying)
        try store.close()
    }
}
