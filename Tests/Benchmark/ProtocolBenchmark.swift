import Foundation
import Frameworks
import Hosting
import Serving
import Transcript

/// Messages from the bytes of the line protocol to the bytes of the answer, and what many rooms cost.
enum ProtocolBenchmark {
    static func run() throws {
        try throughput()
        try longRoom()
        try manyRooms()
        try reopening()
        try startingUp()
    }

    // MARK: Figures

    private static func throughput() throws {
        let count = 32_000
        let warm = WireMeeting.packets(0..<2_000)
        let lines = WireMeeting.packets(2_000..<2_000 + count)
        let seconds = least(of: 3) {
            let connection = WireMeeting.connection(MemoryStore())
            for packet in warm { _ = connection.receive(packet) }
            return processorSeconds { for packet in lines { _ = connection.receive(packet) } }
        }
        let own = Double(count) / seconds
        report("protocol.messages_per_s", own)
        let foundation = least(of: 3) { processorSeconds { foundationOnly(lines) } }
        report("protocol.foundation_json_per_s", Double(count) / foundation)
        report("protocol.times_foundation_json", foundation / seconds)
    }

    /// What Foundation takes for the JSON alone: each command read, and its answer written.
    private static func foundationOnly(_ packets: [[UInt8]]) {
        for packet in packets {
            for line in packet.split(separator: 0x0A) {
                let command = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
                let answer: [String: Any] = ["re": command?["id"] ?? "", "ok": true, "n": line.count]
                _ = try? JSONSerialization.data(withJSONObject: answer)
            }
        }
    }

    /// The cost of a message does not grow with those before it.
    private static func longRoom() throws {
        let connection = WireMeeting.connection(MemoryStore())
        var early = 0.0
        for start in stride(from: 0, to: 1_000_000, by: 20_000) {
            let lines = WireMeeting.packets(start..<start + 20_000)
            let seconds = processorSeconds { for packet in lines { _ = connection.receive(packet) } }
            if start == 20_000 { early = seconds }
            if start == 980_000 {
                report("protocol.us_per_message.after_20000", early / 20_000 * 1e6)
                report("protocol.us_per_message.after_980000", seconds / 20_000 * 1e6)
            }
        }
    }

    private static func manyRooms() throws {
        let thousand = (0..<1_000).map { "room-\($0)" }
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("rooms.sqlite"))
        let busy = WireMeeting.connection(store, rooms: thousand)
        var waits: [Double] = []
        for packet in WireMeeting.packets(0..<64_000, room: { thousand[$0 * 7 % 1_000] }) {
            waits.append(timed { _ = busy.receive(packet) })
        }
        waits.sort()
        report("protocol.ms_to_answer_64_lines_of_1000_rooms.median", waits[waits.count / 2] * 1_000)
        report("protocol.ms_to_answer_64_lines_of_1000_rooms.p99", waits[waits.count * 99 / 100] * 1_000)
        try store.close()

        let before = residentBytes()
        let idle = WireMeeting.connection(MemoryStore(), rooms: (0..<10_000).map { "idle-\($0)" })
        report("protocol.kilobytes_of_each_of_10000_idle_rooms", Double(residentBytes() - before) / 10_000 / 1_024)
        _ = idle.receive(WireMeeting.packets(0..<1, room: { _ in "idle-9999" })[0])
    }

    private static func reopening() throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("long.sqlite"))
        defer { try? store.close() }
        let connection = WireMeeting.connection(store)
        var entries = 0
        for packet in WireMeeting.packets(0..<20_000) where entries < 20_000 {
            _ = connection.receive(packet)
            entries = try store.room("north")?.head ?? 0
        }
        let seconds = least(of: 3) { timed { _ = try? RoomHost(store: store).discussion(of: "north") } }
        report("protocol.entries_reopened", Double(entries))
        report("protocol.ms_to_reopen_them", seconds * 1_000)
    }

    /// From the start of the program to its first answer, where the program stands beside this one.
    private static func startingUp() throws {
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "commonground")
        guard FileManager.default.isExecutableFile(atPath: program.path) else { return }
        let folder = try Folder()
        let seconds = try least(of: 10) {
            let process = Process()
            process.executableURL = program
            process.arguments = ["run", "--ndjson", "--store", folder.file("start.sqlite")]
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            let clock = ContinuousClock()
            let started = clock.now
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(#"{"op":"ping","id":"p"}"#.utf8 + [0x0A]))
            _ = output.fileHandleForReading.availableData
            let taken = started.duration(to: clock.now)
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            return taken.inSeconds
        }
        report("protocol.ms_from_start_to_first_answer", seconds * 1_000)
    }
}
