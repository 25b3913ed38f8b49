import Foundation
import Transcript

/// One writer (`StoreProbe append`) that is killed with signal 9 at a moment that its seed gives: what it was told is kept
/// must be there, and the chain must be sound.
public struct KillRun: Sendable {
    /// What went wrong, in words; empty for a good run.
    public private(set) var mistakes: [String] = []
    /// How many entries were acknowledged before the kill.
    public private(set) var acknowledged = 0

    /// - Parameters:
    ///   - probe: the program.
    ///   - path: the file of a store, which may be there already.
    public static func play(seed: UInt64, probe: String, path: String) async throws -> KillRun {
        var run = KillRun()
        let output = path + ".\(seed).out"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: output) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: probe)
        process.arguments = ["append", path, String(seed)]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        try process.run()
        try await Task.sleep(for: .microseconds(5_000 + Int(seed &* 2_654_435_761 % 120_000)))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let printed = try String(contentsOfFile: output, encoding: .utf8)
        guard process.terminationReason == .uncaughtSignal else {
            run.mistakes.append("the writer ended by itself: \(printed.suffix(200))")
            return run
        }
        try run.look(printed, path)
        return run
    }

    private mutating func look(_ printed: String, _ path: String) throws {
        var heads: [String: Int] = [:]
        // What is after the last line's end was not told whole.
        for line in printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let words = line.split(separator: " ")
            guard words.count == 2, let number = Int(words[1]) else {
                mistakes.append("the writer said: \(line)")
                continue
            }
            heads[String(words[0])] = number
            acknowledged += 1
        }
        let store = try SQLiteStore(path: path)
        defer { try? store.close() }
        let findings = try store.verify(room: nil).findings
        if !findings.isEmpty { mistakes.append("verify: \(findings)") }
        for (room, number) in heads.sorted(by: { $0.key < $1.key }) {
            let head = try store.room(room)?.head ?? 0
            if head < number { mistakes.append("\(room) was acknowledged up to \(number), and ends at \(head)") }
        }
    }
}
