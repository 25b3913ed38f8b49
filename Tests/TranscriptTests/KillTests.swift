import Foundation
import Testing

@testable import Transcript

@Suite struct KillTests {
    /// `COMMONGROUND_KILLS` asks for more runs than those of every day.
    static let runs = Int(ProcessInfo.processInfo.environment["COMMONGROUND_KILLS"] ?? "") ?? 30

    @Test func `After kill -9 at any moment every acknowledged entry is there, and the chain is sound`()
        async throws
    {
        let probe = try probePath()
        let place = try Place()
        let firstSeed =
            ProcessInfo.processInfo.environment["COMMONGROUND_SEED"].flatMap(UInt64.init) ?? 20_270_331
        var acknowledgedInAll = 0
        for run in 0..<KillTests.runs {
            let seed = firstSeed &+ UInt64(run)
            // Every third run starts a new file, so that kills fall into the making of it as well.
            let path = place.directory + "/\(run / 3).sqlite"
            let output = place.directory + "/\(run).out"
            _ = FileManager.default.createFile(atPath: output, contents: nil)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: probe)
            process.arguments = ["append", path, String(seed)]
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
            try process.run()
            try await Task.sleep(for: .microseconds(5_000 + Int(seed &* 2_654_435_761 % 120_000)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let printed = try String(contentsOfFile: output, encoding: .utf8)
            try #require(process.terminationReason == .uncaughtSignal, "seed \(seed): \(printed)")

            var acknowledged: [String: Int] = [:]
            for line in printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                let words = line.split(separator: " ")
                let number: Int = try #require(Int(words[1]))
                acknowledged[String(words[0])] = number
                acknowledgedInAll += 1
            }
            let store = try SQLiteStore(path: path)
            #expect(try store.verify(room: nil).findings == [], "seed \(seed)")
            for (room, number) in acknowledged {
                #expect(try store.room(room)?.head ?? 0 >= number, "seed \(seed), room \(room)")
            }
            try store.close()
        }
        #expect(acknowledgedInAll > 0)
    }
}
