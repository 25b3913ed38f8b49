import Foundation
import KillRuns
import Testing

@Suite struct KillTests {
    /// `COMMONGROUND_KILLS` asks for more runs than those of every day; `Scripts/soak kills` makes a thousand.
    static let runs = Int(ProcessInfo.processInfo.environment["COMMONGROUND_KILLS"] ?? "") ?? 100

    @Test func `After kill -9 at any moment every acknowledged entry is there, and the chain is sound`()
        async throws
    {
        let probe = try probePath()
        let place = try Place()
        let firstSeed =
            ProcessInfo.processInfo.environment["COMMONGROUND_SEED"].flatMap(UInt64.init) ?? 20_270_331
        var acknowledged = 0
        for number in 0..<KillTests.runs {
            let seed = firstSeed &+ UInt64(number)
            // Every third run starts a new file, so that kills fall into the making of it as well.
            let run = try await KillRun.play(seed: seed, probe: probe, path: place.directory + "/\(number / 3).sqlite")
            #expect(run.mistakes == [], "seed \(seed)")
            acknowledged += run.acknowledged
        }
        #expect(acknowledged > KillTests.runs, "killed too early to prove anything: \(acknowledged)")
    }
}
