import Testing

@testable import Facilitation

@Suite("What somebody says to a question while a proposal is under test")
struct AnswersUnderTestTests {
    private func decision() -> Room {
        let room = Room("ann", "ben", "cat").started()
        room.helen.proposes(.decision, "We will share our buying plans.")
        return room
    }
    private func answer(of actor: String, in room: Room) -> Proposal.Answer? {
        room.discussion.proposalUnderTest?.answer(of: room.id(actor))
    }

    @Test(
        "Whoever will not own an objective says no to that, and is not against it",
        arguments: [
            "I can't", "I can't, sorry", "I cannot", "yes, provided I get a deputy", "no", "I won't",
            "can't do it, I'm on leave",
        ])
    func unwilling(line: String) {
        let room = Room("ann", "ben", "cat").started()
        room.helen.proposes(.objective, "Count the coaches", owner: "Ben Reed")
        room.ben(line)
        #expect(room.area.objectives[0].owner == nil && room.area.objectives[0].missing.contains(.owner))
        #expect(answer(of: "ben", in: room) == nil, "\(line)")
    }

    @Test(
        "Whoever names a level gives it, whatever they were asked",
        arguments: [
            ("no, I can't support it", Level.cannotYet), ("I can't support this", .cannotYet), ("block", .block),
            ("cannot yet, nobody has counted them", .cannotYet), ("yes, I support it", .support),
            ("no objection", .support), ("I abstain", .abstain), ("no support from me", .cannotYet),
            ("stand aside", .standAside),
        ])
    func named(line: String, level: Level) {
        let owner = Room("ann", "ben", "cat").started()
        owner.helen.proposes(.objective, "Count the coaches", owner: "Ben Reed")
        owner.ben(line)
        #expect(answer(of: "ben", in: owner)?.level == level, "\(line)")
        let heard = decision()
        heard.ben("yep")
        #expect(heard.privately["ben"]?.last?.contains("did you mean “support”?") == true)
        heard.ben(line)
        #expect(answer(of: "ben", in: heard)?.level == level, "\(line)")
    }

    @Test("An answer that is only likely is asked about at once, and a yes or a plain answer settles it")
    func askedAtOnce() {
        let room = decision()
        room.ben("yep")
        #expect(answer(of: "ben", in: room) == nil)
        room.ben("yes")
        #expect(answer(of: "ben", in: room)?.level == .support)
        room.cat("yep")
        room.cat("support, with a reservation about the date")
        #expect(answer(of: "cat", in: room)?.level == .reservation)
        #expect(room.discussion.questions[room.id("cat")].isEmpty)
    }

    @Test("A likely yes does not hold /close, and is counted nowhere")
    func likelyYesAndClose() {
        let room = decision()
        room.ann("support")
        room.ben("yep")
        room.helen("/close")
        #expect(room.step != .testing && room.area.decisions[0].outcome == .agreedByThoseWhoAnswered)
        #expect(room.area.decisions[0].levels == [.support: 1] && room.area.decisions[0].notAnswered == 2)
    }

    @Test("A reservation without a reason keeps its holder's words; the name of the level alone is no such words")
    func reservationWords() {
        let room = decision()
        room.ann("I can live with it")
        room.ben("reservation")
        room.cat("/level reservation")
        let texts = room.area.decisions[0].reservations.map(\.text)
        #expect(texts == ["I can live with it", "", ""])
        room.ann("reservation, the date is too early for us")
        #expect(answer(of: "ann", in: room)?.because == "the date is too early for us")
    }
}
