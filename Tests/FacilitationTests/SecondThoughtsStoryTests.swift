import Testing

@testable import Facilitation

@Suite("Reasons given afterwards, and answers that their givers go back on")
struct SecondThoughtsStoryTests {
    @Test(
        "The reason that was asked for is kept whole and however short",
        arguments: [
            "not until the audit is done", "not unless the trust pays", "not before the election", "more time", "Cost.",
            "It depends", "no money for it", "we need a week more to read it",
        ])
    func reasonKeptWhole(words: String) {
        for level in [Level.cannotYet, .block] {
            let room = Room("ann", "ben").started()
            room.helen("/decide Meet weekly")
            room.ben.levels(level)
            room.ben(words)
            let kept = words.last == "." ? String(words.dropLast()) : words
            #expect(room.area.objections.map(\.text) == [kept], "\(level)")
            #expect(room.area.decisions[0].levels == [level: 1])
        }
    }

    @Test("An answer that may be taken back is asked about at once, and the first close waits for that")
    func takenBackMaybe() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        room.ann.levels(.support)
        room.ben.levels(.support)
        room.ben("actually I shouldn't answer, my wife works for a supplier")
        #expect(room.privately["ben"]?.last?.contains("did you mean") == true)
        room.helen("/close")
        #expect(room.step == .testing && room.notices.contains(.answersUnconfirmed(1)))
        room.ben.yes()
        room.helen("/close")
        #expect(room.area.decisions[0].levels == [.support: 1] && room.area.decisions[0].notAnswered == 1)
    }

    @Test("Somebody who said yes and then seems to say no is asked before the test closes")
    func secondThoughts() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        room.ann.levels(.support)
        room.ben.levels(.support)
        room.hear(.levelGiven(.cannotYet, because: ""), by: "ben", likely: true)
        room.helen("/close")
        #expect(room.step == .testing && room.notices.contains(.answersUnconfirmed(1)))
        room.ben.yes()
        room.helen("/close")
        room.helen("/close")
        #expect(room.area.decisions[0].levels == [.support: 1, .cannotYet: 1])
        #expect(room.area.decisions[0].outcome == .notAgreed)
    }

    @Test(
        "Small talk, questions and a later remark are nobody's reason",
        arguments: ["thanks", "ok", "morning all", "what does that mean?"])
    func noReason(words: String) {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        room.ben.levels(.cannotYet)
        room.ben(words)
        #expect(room.area.objections.isEmpty)
        room.ben("more time")
        #expect(room.area.objections.isEmpty, "it is not the next line any more")
    }
}
