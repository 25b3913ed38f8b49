import Foundation
import KillRuns

/// Writers that are killed at any moment; see `KillRun`.
struct KillSoak {
    let seed: UInt64

    /// - Returns: how many runs went wrong.
    func run(count: Int) async throws -> Int {
        // On a disk, for that is what acknowledged means; each file is written and killed three times.
        let folder = NSTemporaryDirectory() + "commonground-kills-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let probe = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/StoreProbe"
        var failures = 0
        var acknowledged = 0
        for number in 0..<count {
            let seed = seed &+ UInt64(number)
            let path = "\(folder)/\(number / 3).sqlite"
            let run = try await KillRun.play(seed: seed, probe: probe, path: path)
            acknowledged += run.acknowledged
            if !run.mistakes.isEmpty {
                failures += 1
                print("kills.failed seed \(seed): \(run.mistakes); again with: Scripts/soak kills 1 \(seed)")
            }
            if number % 3 == 2 {
                for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
            }
        }
        print("kills.runs \(count)")
        print("kills.acknowledged_entries \(acknowledged)")
        print("kills.failures \(failures)")
        return failures
    }
}
