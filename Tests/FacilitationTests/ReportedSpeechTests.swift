import Facilitation
import Testing

/// What others said is theirs. Found by `Scripts/simulate`: *Ann said: support* was the speaker's support.
@Suite struct ReportedSpeechTests {
    static let reports = [
        "Owen said: support", "Farah says: full support", "She said: support", "my chief executive said: support",
        "The council said: support", "Owen wrote: I support it", "Kit Marsh told me: support", "They replied: support",
        "Owen said, support", "According to Farah: support", "From Owen: full support", "Owen's answer: support",
        "The minutes say: support", "Dr Lowe said: I can live with it", "Owen voted: support",
    ]

    @Test(arguments: reports) func `Told support is nobody's answer`(line: String) {
        let told = ReadingRoom.told(line, ReadingRoom.testing)
        #expect(told == "statement none" || told == "chatter none", "\(line): \(told)")
    }

    @Test(arguments: [
        "Owen said: I agree with 14", "Farah wrote: agree with #14", "They said: I agree with #15",
        "Owen said: +1 for 14",
    ])
    func `Told agreement is nobody's position`(line: String) {
        let told = ReadingRoom.told(line)
        #expect(told == "statement none" || told == "chatter none", "\(line): \(told)")
    }

    @Test(arguments: [
        ("I said: support", "support plain"), ("As I said: support", "support plain"),
        ("As Owen said, I support it", "support plain"), ("My answer: support", "support plain"),
        ("From me: full support", "full plain"), ("Well, support", "support plain"),
        ("Support, as Owen said", "support likely"), ("From us: support", "support plain"),
        ("Put me down: support", "support plain"),
    ])
    func `The speaker's own answer stays theirs`(line: String, expected: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == expected)
    }

    @Test func `Agreement with what somebody said is the speaker's own`() {
        #expect(ReadingRoom.told("agree with what Owen said earlier re: tenants").hasPrefix("agree"))
    }

    @Test(arguments: ["My board said: cannot yet, the costs are open", "Owen's answer: I cannot support it"])
    func `No dissent is lost over it`(line: String) {
        // A report of a no was read as a no before; only what lets something pass is taken back.
        #expect(ReadingRoom.read(line, ReadingRoom.testing).allSatisfy { !$0.event.isYes })
    }
}

extension Event {
    fileprivate var isYes: Bool { if case .levelGiven(let level, _) = self { level.supports } else { false } }
}
