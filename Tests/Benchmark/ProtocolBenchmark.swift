import Foundation
import Frameworks
import Hosting
import Serving
import Transcript

/// Messages from the bytes of the line protocol to the bytes of the answer, and what many rooms cost.
enum ProtocolBenchmark {
    private static let texts = [
        "I agree with Sam", "share a plan", "we share a plan but it is not used", "Ann to publish the baseline",
        "Most spend runs through national frameworks",
    ]

    static func run() throws {
        try throughput()
        try longRoom()
        try manyRooms()
        try reopening()
        try startingUp()
    }

    // MARK: Lines

    private static func opening(_ room: String) -> String {
        let names = ["Sam", "Ann", "Priya", "Gareth", "Moira", "Hugh", "Lena", "Tomos", "Aisha", "Carl"]
        let members = (0..<30).map { index in
            let name = "\(names[index % 10]) \(["Okafor", "Whitlock", "Barr"][index / 10])"
            let sector = ["local-government", "nhs", "vcse", "business", "education"][index % 5]
            let role = index == 0 ? "facilitator" : "member"
            return #"{"id":"chat:m\#(index)","name":"\#(name)","sector":"\#(sector)","role":"\#(role)"}"#
        }
        let setup = #"{"title":"North Place","members":[\#(members.joined(separator: ","))]}"#
        return #"{"op":"open","id":"open","room":"\#(room)","setup":\#(setup)}"# + "\n"
    }

    private static func saying(_ index: Int, in room: String) -> String {
        #"{"op":"say","id":"\#(index)","room":"\#(room)","as":"chat:m\#(index % 30)","key":"k\#(index)","#
            + #""text":"\#(texts[index % texts.count])"}"# + "\n"
    }

    /// Packets of so many lines, as a busy bridge sends them.
    private static let packet = 64

    private static func packets(_ range: Range<Int>, room: (Int) -> String = { _ in "north" }) -> [[UInt8]] {
        stride(from: range.lowerBound, to: range.upperBound, by: packet).map { start in
            var bytes: [UInt8] = []
            for index in start..<min(start + packet, range.upperBound) {
                bytes += Array(saying(index, in: room(index)).utf8)
            }
            return bytes
        }
    }

    private static func connection(_ store: any TranscriptStore, rooms: [String] = ["north"]) -> Connection {
        let host = RoomHost(store: store, roomsHeldMax: max(1_000, rooms.count))
        let connection = Connection(host: host, library: Library())
        for room in rooms {
            _ = connection.receive(Array(opening(room).utf8))
            for line in ["/start 1", "/gauging"] {
                let say = #"{"op":"say","room":"\#(room)","as":"chat:m0","text":"\#(line)"}"# + "\n"
                _ = connection.receive(Array(say.utf8))
            }
            for index in 0..<2 {
                let rate = #"{"op":"say","room":"\#(room)","as":"chat:m\#(index)","dm":true,"text":"emerging, high"}"#
                _ = connection.receive(Array((rate + "\n").utf8))
            }
            let reveal = #"{"op":"say","room":"\#(room)","as":"chat:m0","text":"/reveal"}"# + "\n"
            _ = connection.receive(Array(reveal.utf8))
        }
        return connection
    }

    // MARK: Figures

    private static func throughput() throws {
        let count = 32_000
        let warm = packets(0..<2_000)
        let lines = packets(2_000..<2_000 + count)
        let seconds = least(of: 3) {
            let connection = connection(MemoryStore())
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
        let connection = connection(MemoryStore())
        var early = 0.0
        for start in stride(from: 0, to: 1_000_000, by: 20_000) {
            let lines = packets(start..<start + 20_000)
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
        let busy = connection(store, rooms: thousand)
        var waits: [Double] = []
        for packet in packets(0..<64_000, room: { thousand[$0 * 7 % 1_000] }) {
            waits.append(timed { _ = busy.receive(packet) })
        }
        waits.sort()
        report("protocol.ms_to_answer_64_lines_of_1000_rooms.median", waits[waits.count / 2] * 1_000)
        report("protocol.ms_to_answer_64_lines_of_1000_rooms.p99", waits[waits.count * 99 / 100] * 1_000)
        try store.close()

        let before = residentBytes()
        let idle = connection(MemoryStore(), rooms: (0..<10_000).map { "idle-\($0)" })
        report("protocol.kilobytes_of_each_of_10000_idle_rooms", Double(residentBytes() - before) / 10_000 / 1_024)
        _ = idle.receive(Array(saying(0, in: "idle-9999").utf8))
    }

    private static func reopening() throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("long.sqlite"))
        defer { try? store.close() }
        let connection = connection(store)
        for packet in packets(0..<20_000) { _ = connection.receive(packet) }
        let entries = try store.room("north")?.head ?? 0
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

    // MARK: Measuring

    /// By the clock on the wall: what somebody waits.
    private static func timed(_ body: () -> Void) -> Double { ContinuousClock().measure(body).inSeconds }

    private static func least(of runs: Int, _ seconds: () throws -> Double) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<runs { best = min(best, try seconds()) }
        return best
    }

    /// What the process holds in memory; 0 where /proc is not there.
    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// A folder of its own that goes away again.
final class Folder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "common-ground-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> String { url.appending(path: name).path }
}
