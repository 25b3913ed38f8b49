import Foundation
import MeetingSimulation
import Transcript

/// Whole meetings of invented people over a store that fails; see `SimulatedMeeting`.
struct MeetingSoak {
    let seed: UInt64

    /// - Returns: how many meetings went wrong.
    func run(count: Int) -> Int {
        let results = Results()
        let workers = ProcessInfo.processInfo.activeProcessorCount
        let seed = seed
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var place: MeetingPlace?
            for number in stride(from: worker, to: count, by: workers) {
                let seed = seed &+ UInt64(number)
                do {
                    if place == nil || place?.isFull == true { place = try MeetingPlace() }
                    guard let place else { return }
                    results.add(try place.play(seed: seed), seed)
                } catch {
                    results.fail(seed, "\(error)")
                    place = nil
                }
            }
        }
        results.report(count)
        return results.failures
    }

    /// Plays one meeting and prints its talk.
    /// - Returns: how much went wrong.
    static func simulate(seed: UInt64) throws -> Int {
        let meeting = try MeetingPlace().play(seed: seed, narrated: true)
        for line in meeting.talk { print(line) }
        print("\n\(meeting.figures)")
        for mistake in meeting.mistakes { print("WRONG: \(mistake)") }
        print(meeting.mistakes.isEmpty ? "meeting \(seed): nothing is wrong" : "meeting \(seed): see above")
        return meeting.mistakes.count
    }

    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private let began = ContinuousClock().now
        private var figures = SimulatedMeeting.Figures()
        private var done = 0
        private(set) var failures = 0

        func add(_ meeting: SimulatedMeeting, _ seed: UInt64) {
            lock.withLock {
                figures = figures + meeting.figures
                done += 1
                if done % 5_000 == 0 {
                    defer { fflush(nil) }
                    print("\(done) meetings, \(failures) failures, \(ContinuousClock().now - began)")
                }
            }
            if !meeting.mistakes.isEmpty { fail(seed, meeting.mistakes.prefix(3).joined(separator: "; ")) }
        }

        func fail(_ seed: UInt64, _ what: String) {
            lock.withLock { failures += 1 }
            print("meetings.failed seed \(seed): \(what). Again with: Scripts/simulate \(seed)")
            fflush(nil)
        }

        func report(_ count: Int) {
            print("meetings.runs \(count)")
            print("meetings.figures \(figures)")
            print("meetings.failures \(failures)")
        }
    }
}
