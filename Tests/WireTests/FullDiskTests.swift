import Facilitation
import Foundation
import JSONText
import Testing
import Transcript

/// A small disk of its own in memory, where this user may make one; gone when the test is over.
private final class SmallDisk {
    let path: String

    /// - Parameter size: in kilobytes.
    init?(size: Int) {
        path = NSTemporaryDirectory() + "commonground-disk-" + UUID().uuidString
        guard getuid() == 0 else { return nil }
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard SmallDisk.run("/bin/mount", ["-t", "tmpfs", "-o", "size=\(size)k", "none", path]) else {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
    }

    deinit {
        _ = SmallDisk.run("/bin/umount", ["-l", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    /// - Parameter options: such as `size=9m` or `ro`.
    func change(_ options: String) -> Bool { SmallDisk.run("/bin/mount", ["-o", "remount,\(options)", path]) }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}

/// Real disks that are full or may not be written any more, under the program while it runs. Where this user may not mount
/// one, `DiskFaultTests` has the same faults from a file system under SQLite, and `ProcessTests` from a limit of the shell.
@Suite(.serialized, .timeLimit(.minutes(10))) struct FullDiskTests {
    private static let mayMount = SmallDisk(size: 64) != nil
    private static let comment: Comment = "Not run: this user may not mount a disk here."

    private func say(_ number: Int, _ words: String, as id: String? = nil) -> String {
        #"{"op":"say","id":"\#(id ?? "w\(number)")","key":"w\#(number)","room":"north","as":"irc:ann","text":"\#(words)"}"#
            + "\n"
    }

    /// The thread itself waits: a task that sleeps comes back behind every other test that is about to begin.
    private func reply(_ id: String, _ program: Program) throws -> JSONValue {
        for _ in 0..<800 where program.reply(to: id) == nil { Thread.sleep(forTimeInterval: 0.015) }
        return try #require(program.reply(to: id), "no reply to \(id): \(program.errors)")
    }

    /// Starts a room and says one line.
    private func begin(_ disk: SmallDisk, _ place: Place) throws -> Program {
        let program = try Program(
            ["run", "--ndjson", "--store", disk.path + "/t.sqlite", "--clock", ProcessTests.clock], in: place)
        program.write(Wire.opening() + "\n" + say(0, "The hall is open."))
        #expect(try reply("w0", program)["ok"] == true, "\(program.errors)")
        return program
    }

    /// Everything acknowledged is there once, and nothing else that was said.
    private func look(_ disk: SmallDisk, _ acknowledged: [Int: Int]) throws {
        let store = try SQLiteStore(path: disk.path + "/t.sqlite")
        #expect(try store.verify(room: nil).isSound)
        let keyed = try store.entries(in: "north", after: 0, limit: 10_000).filter { $0.key?.hasPrefix("w") == true }
        #expect(keyed.map(\.number) == acknowledged.sorted { $0.key < $1.key }.map(\.value))
        #expect(keyed.compactMap(\.key) == acknowledged.keys.sorted().map { "w\($0)" })
        try store.close()
    }

    @Test(.enabled(if: mayMount, comment))
    func `A disk that is full is told in a sentence, and once there is space the same line is kept`() throws {
        let disk = try #require(SmallDisk(size: 900))
        let place = try Place()
        let program = try begin(disk, place)
        let words = String(repeating: "The hall could open on more days. ", count: 220)
        var acknowledged = [0: try #require(try reply("w0", program)["seq"]?.integer)]
        var refused: Int?
        for number in 1...200 where refused == nil {
            program.write(say(number, words))
            let reply = try reply("w\(number)", program)
            if let entry = reply["seq"]?.integer, reply["ok"] == true {
                acknowledged[number] = entry
            } else {
                refused = number
                #expect(reply["code"] == "STORAGE")
                #expect(reply["msg"]?.string?.contains("no space left") == true, "\(reply)")
            }
        }
        let number = try #require(refused)
        #expect(number > 3)
        #expect(disk.change("size=9m"))
        program.write(say(number, words, as: "again"))
        let again = try reply("again", program)
        #expect(again["ok"] == true, "\(again)")
        acknowledged[number] = again["seq"]?.integer
        #expect(program.finish() == 0, "\(program.errors)")
        try look(disk, acknowledged)
    }

    @Test(.enabled(if: mayMount, comment))
    func `A read-only disk is told in a sentence, and writable again it has everything`() throws {
        let disk = try #require(SmallDisk(size: 9_000))
        let place = try Place()
        let program = try begin(disk, place)
        let acknowledged = [0: try #require(try reply("w0", program)["seq"]?.integer)]
        #expect(program.finish() == 0)
        try #require(disk.change("ro"))
        let path = disk.path + "/t.sqlite"
        let ended = try Program.run(["run", "--ndjson", "--store", path], in: place, input: say(1, "Second."))
        #expect(ended.status == 73 || ended.status == 77, "\(ended.status)")
        #expect(ended.errors.contains(path) && ended.errors.contains("cannot be written"), "\(ended.errors)")
        #expect(ended.output.isEmpty)
        #expect(disk.change("rw"))
        try look(disk, acknowledged)
    }
}
