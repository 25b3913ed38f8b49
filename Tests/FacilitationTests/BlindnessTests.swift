import JSONText
import Testing

@testable import Facilitation

@Suite("Blindness: two secrets, one outside")
struct BlindnessTests {
    struct Secret: Sendable {
        var stages: [String]
        var confidence: [Confidence?]
        var evidence: [String]
    }

    static let secrets = [
        Secret(
            stages: ["emerging", "emerging", "emerging"], confidence: [.high, .high, .high], evidence: ["a", "b", "c"]),
        Secret(
            stages: ["not-yet", "expanding", "no-view"], confidence: [nil, .low, .medium],
            evidence: ["", "a long line, 42", "z"]),
        Secret(
            stages: ["dont-know", "between-emerging-established", "established"], confidence: [.low, nil, .high],
            evidence: ["ben is wrong", "/reveal", "#3"]),
    ]

    /// Everything that others than the rater can see or infer while the round is open, line by line.
    private func outside(_ secret: Secret, _ attribution: Attribution) -> [String] {
        let room = Room("ann", "ben", "cat") { $0.attribution = attribution }.started()
        var seen: [String] = []
        func look(_ rater: String? = nil) {
            for message in room.answer.messages {
                if case .member(let member) = message.to, room.discussion.people[member].id == rater { continue }
                seen.append("\(message.to) \(Phrasebook(room.discussion).words(for: message)) \(message.choices)")
            }
            seen.append("\(room.answer.declined.map { Phrasebook(room.discussion).words(for: $0) } ?? "taken")")
            seen.append(room.recordText)
            for id in ["ann", "ben", "cat", "helen"] {
                seen.append("\(id) expects \(room.discussion.expectation(of: room.id(id))?.rawValue ?? "nothing")")
                let context = room.discussion.readingContext(for: room.id(id), today: room.today, isPrivate: false)
                seen.append("\(context.step) \(context.statements) \(context.last?.entry ?? 0)")
            }
        }
        room.helen("/gauging")
        for (index, id) in ["ann", "ben", "cat"].enumerated() {
            room.voice(id).rates(secret.stages[index], secret.confidence[index], secret.evidence[index])
            look(id)
            for line in ["/where", "/who", "/help", "/help gauge"] {
                room.helen(line)
                look()
            }
            room.helen("/undo \(room.entry)")
            look()
            room.voice(id == "ann" ? "ben" : "ann")("/withdraw 4")
            look()
            room.helen("/correct 4 other words")
            look()
        }
        let own = room.entry
        room.ann.rates(secret.stages[1], secret.confidence[2], secret.evidence[2])
        look("ann")
        room.ann("/correct \(own + 1) \(secret.evidence[0]).", privately: true)
        look("ann")
        room.ann("/ungauge", privately: true)
        look("ann")
        room.kim("/join Kim Lee | vcse | Advice")
        look()
        room.helen("/settle #4")
        look()
        room.helen("/pause")
        look()
        room.helen("/resume")
        look()
        room.helen("/area 2")
        look()
        room.helen("/end")
        look()
        return seen
    }

    @Test(
        "Before the reveal everything that others can see is the same, byte for byte", arguments: Attribution.allCases)
    func blind(_ attribution: Attribution) {
        let first = outside(BlindnessTests.secrets[0], attribution)
        #expect(first.count > 200)
        for secret in BlindnessTests.secrets.dropFirst() { #expect(outside(secret, attribution) == first) }
    }

    @Test("The test can see a difference: after the reveal the same two secrets do differ")
    func sees() {
        func revealed(_ secret: Secret) -> String {
            let room = Room("ann", "ben", "cat").started()
            room.helen("/gauging")
            for (index, id) in ["ann", "ben", "cat"].enumerated() { room.voice(id).rates(secret.stages[index]) }
            room.helen("/reveal")
            return room.recordText
        }
        #expect(revealed(BlindnessTests.secrets[0]) != revealed(BlindnessTests.secrets[1]))
    }

    @Test("The rater alone is told what was kept")
    func raterIsTold() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        room.ann.rates("established", .medium, "a plan")
        #expect(
            room.privately["ann"]?.last
                == "Noted, only you see this: Established, medium confidence. Change it any time before the reveal.")
        #expect(room.privately["ben"] == nil && room.privately["helen"] == nil)
    }
}
