import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import Testing
import Transcript

/// A computer's clock is set, or jumps: the order of a room is that of its numbers, whatever the times say.
@Suite struct ClockTests {
    final class Hand: @unchecked Sendable {
        private let lock = NSLock()
        private var moment = Instant(iso: "2026-10-14T13:20:00Z") ?? Instant(milliseconds: 0)
        var now: Instant {
            get { lock.withLock { moment } }
            set { lock.withLock { moment = newValue } }
        }
    }

    /// The room "north" with a facilitator and two members.
    static func north(
        in store: any TranscriptStore, _ hand: Hand, attribution: Attribution = .named
    ) throws -> RoomHost {
        let host = RoomHost(store: store, clock: Clock { hand.now })
        var setup = Setup(title: "North Place", framework: Library.builtIn)
        setup.attribution = attribution
        setup.members = [
            SetupMember(id: "x:helen", name: "Helen Moss", role: .facilitator),
            SetupMember(id: "x:ann", name: "Ann Shah"), SetupMember(id: "x:bo", name: "Bo Reed"),
        ]
        _ = try host.open(RoomOpening(room: "north", setup: setup, actor: "x:helen", principal: "stdio"))
        return host
    }

    @Test func `Set back in the middle of a meeting, entries keep their order and show the times as they were`() throws
    {
        let place = try WorkersTests.Place("file")
        let store = try place.open()
        let hand = Hand()
        let host = try ClockTests.north(in: store, hand)
        let lines: [(actor: String, words: String, minutes: Int)] = [
            ("helen", "/start 8", 5), ("ann", "The hall is open.", 10), ("bo", "Hear hear", -60),
            ("helen", "/pause", 1), ("helen", "/resume", -30), ("ann", "The clinic is half empty.", 2),
            ("helen", "/where", 1), ("helen", "/decide Name local firms", 1), ("ann", "support", -1_500),
            ("bo", "support", 1),
            ("helen", "/close", 1), ("helen", "/readback", 1), ("helen", "/done", 1), ("helen", "/end", -60),
        ]
        var expected: [String] = []
        for line in lines {
            hand.now = hand.now.adding(minutes: line.minutes)
            expected.append(hand.now.iso.dropLast() + ".000Z")
            let reply = try host.hear(
                Speech(room: "north", actor: "x:" + line.actor, principal: "stdio", .said(line.words)))
            #expect(reply.declined == nil, "\(line.words): \(reply.declined?.message ?? "")")
            // Never more time than the area was given.
            #expect(try host.discussion(of: "north").minutesLeft(at: hand.now) ?? 0 <= 25, "\(line.words)")
        }
        let entries = try store.entries(in: "north", after: 0, limit: 1_000)
        #expect(entries.map(\.number) == Array(1...entries.count))
        #expect(entries.filter { $0.direction == .heard }.dropFirst().map(\.at) == expected)
        #expect(try store.verify(room: nil).isSound)
        let rebuilt = RoomHost(store: store, clock: Clock { hand.now })
        #expect(try rebuilt.record(of: "north") == host.record(of: "north"))
        for document in [DraftDocument.minutes, .draft] {
            let draft = try rebuilt.draft(document, of: "north")
            #expect(draft.findings.isEmpty, "\(draft.findings)")
        }
        try store.close()
    }

    /// Once a day a facilitator is told who can be reminded. A line that is declined tells nothing, then or at the replay.
    @Test func `A line that was declined counts for nothing either when the room is read again`() throws {
        let place = try WorkersTests.Place("file")
        let store = try place.open()
        let hand = Hand()
        let host = try ClockTests.north(in: store, hand)
        for (words, days) in [("/gauging 3", 0), ("/target 9", 1)] {
            hand.now = hand.now.adding(minutes: days * 24 * 60)
            _ = try host.hear(Speech(room: "north", actor: "x:helen", principal: "stdio", .said(words)))
        }
        let rebuilt = RoomHost(store: store, clock: Clock { hand.now })
        #expect(try rebuilt.discussion(of: "north") == host.discussion(of: "north"))
        try store.close()
    }
}
