import Foundation
import MeetingSimulation
import Testing

/// Whole meetings of invented people, each made from a seed.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let firstSeed = environment["COMMONGROUND_SEED"].flatMap(UInt64.init) ?? 20_261_122
    /// As many as a debug build plays in a minute. `COMMONGROUND_MEETINGS` asks for more, and
    /// `Scripts/soak meetings` plays 100,000.
    private static let count = environment["COMMONGROUND_MEETINGS"].flatMap(UInt64.init) ?? 300

    @Test func `Whatever people say and the store does, the record holds what they gave, once, and nothing more`()
        throws
    {
        let place = try MeetingPlace()
        var figures = SimulatedMeeting.Figures()
        for seed in SimulationTests.firstSeed..<SimulationTests.firstSeed + SimulationTests.count {
            let meeting = try place.play(seed: seed)
            #expect(meeting.mistakes == [], "Scripts/simulate \(seed)")
            figures = figures + meeting.figures
        }
        // Meetings in which nothing happens prove nothing.
        let meetings = Int(SimulationTests.count)
        #expect(figures.faults > meetings && figures.restarts > meetings && figures.repeats > meetings, "\(figures)")
        #expect(figures.consents > meetings && figures.closedTests > meetings / 2, "\(figures)")
        #expect(figures.secrets > meetings / 4, "\(figures)")
    }

    @Test func `The same seed plays the same meeting`() throws {
        let first = try MeetingPlace().play(seed: 7, narrated: true)
        let second = try MeetingPlace().play(seed: 7, narrated: true)
        #expect(first.talk == second.talk)
        #expect(first.talk.count > 60)
    }
}
