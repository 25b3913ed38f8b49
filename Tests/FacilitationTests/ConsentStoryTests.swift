import Testing

@testable import Facilitation

@Suite("To agree with a person is not yet to support the proposal")
struct ConsentStoryTests {
    private func testing() -> Room {
        let room = Room("ann", "ben", "cat", "dee").started()
        room.helen.proposes(.decision, "We will share our buying plans.")
        return room
    }
    private func levels(of actor: String, in room: Room) -> [Level] {
        room.discussion.proposalUnderTest?.answer(of: room.id(actor)).map { [$0.level] } ?? []
    }

    @Test(
        "Who agrees with somebody who objects is asked what that means, and counts for nothing until then",
        arguments: [
            "I agree with Ben", "I agree with @Ben", "I agree with Ben, this is going too fast", "agreed",
            "quite agree", "couldn't agree more", "I second that", "agreed, this would do harm",
            "I agree that small firms would be hurt",
        ])
    func withAnObjector(line: String) {
        let room = testing()
        room.ben("block, because small firms were never asked")
        room.cat(line)
        #expect(levels(of: "cat", in: room).isEmpty, "\(line)")
    }

    @Test("With somebody who supports it, or by the name of a level, it is an answer")
    func withASupporter() {
        let room = testing()
        room.ann("support")
        room.ben("I agree with Ann")
        #expect(levels(of: "ben", in: room) == [.support])
        room.cat("cannot yet, because small firms were never asked")
        room.dee("I support it, Cat is right that it is late")
        #expect(levels(of: "dee", in: room).first?.supports == true)
    }

    @Test("Agreeing with an objector takes nobody's own objection back")
    func ownObjection() {
        let room = testing()
        room.ben("cannot yet, because small firms were never asked")
        room.cat("cannot yet, because it is too soon")
        room.cat("I agree with Ben")
        #expect(levels(of: "cat", in: room) == [.cannotYet])
    }

    @Test("After a worry that was said aloud, “agreed” may be about the worry")
    func afterAWorry() {
        let room = testing()
        room.ben("I'm worried that this will hurt small firms in the valleys.")
        room.cat("agreed")
        #expect(levels(of: "cat", in: room).isEmpty)
    }

    @Test("What comes with a yes or no to “did you mean” is part of the answer")
    func yesBut() {
        let room = testing()
        room.ann("support")
        room.ben("makes sense")
        room.ben("yes but only if small firms are asked first")
        #expect(levels(of: "ben", in: room) != [.support])
        #expect(
            room.discussion.questions[room.id("ben")].contains { $0.isAboutLevel }
                || levels(of: "ben", in: room) == [.cannotYet])
        room.cat("support")
        room.dee("makes sense")
        room.dee("I can live with it, but only just")
        #expect(levels(of: "dee", in: room) == [.reservation])
    }

    @Test("The reason that was asked for may name somebody")
    func reasonWithAName() {
        let room = Room("ann", "ben").started()
        room.ann.says("Small firms never see our tenders.")
        room.helen.proposes(.decision, "We will share our buying plans.")
        room.ben("cannot yet")
        room.ben("because Ann is right about the small firms")
        #expect(
            room.discussion.proposalUnderTest?.answer(of: room.id("ben"))?.because
                == "Ann is right about the small firms")
    }

    @Test("“No” right after a level was heard takes it back, and is no level of its own")
    func noToHeard() {
        let room = testing()
        room.ben("not a fan but crack on")
        room.ben("no")
        #expect(levels(of: "ben", in: room).isEmpty)
        #expect(room.discussion.questions[room.id("ben")].isEmpty)
    }

    @Test(
        "Whoever says that their objection is met is asked, and nobody else's words do that",
        arguments: MetWords.entries.map { ($0.phrase, $0.meaning) })
    func met(words: String, meaning: MetWords.Meaning) {
        let room = testing()
        room.ben("cannot yet, because small firms were never asked")
        let objection = room.entry
        let readings = try? Interpreter.readings(
            said: words, by: "ben", isPrivate: false, today: room.today, in: room.discussion)
        #expect(readings?.map(\.event) == [.withdrawn(entry: objection)])
        #expect(readings?[0].strength == (meaning == .met ? .likely : .plain))
        let others = try? Interpreter.readings(
            said: words, by: "cat", isPrivate: false, today: room.today, in: room.discussion)
        #expect(others?.contains { $0.event == .withdrawn(entry: objection) } == false)
    }

    @Test("What is not met yet, or met under a condition, stays open")
    func notMet() {
        let room = testing()
        room.ben("cannot yet, because small firms were never asked")
        for line in ["not until my worry is met", "if my concern is met I can support it", "my worry is not met"] {
            room.ben(line)
            #expect(levels(of: "ben", in: room) == [.cannotYet], "\(line)")
        }
        let other = testing()
        other.ben("cannot yet, because small firms were never asked")
        other.ben("my worry is met")
        other.ben("yes")
        #expect(other.area.objections.allSatisfy { !$0.open })
    }

    @Test("A yes to “is your objection met?” is no support, and an answer beside those words is the answer")
    func metIsNoSupport() {
        let room = testing()
        room.ben("cannot yet, because small firms were never asked")
        room.ann("support")
        room.cat("support")
        room.dee("support")
        room.ben("my worry is met")
        room.ben("yes")
        #expect(levels(of: "ben", in: room).isEmpty && room.area.objections.allSatisfy { !$0.open })
        for (line, level) in [
            ("stand aside, because my worry is met", Level.standAside),
            ("block, because my concern has been addressed badly", .block),
        ] {
            let other = testing()
            other.ben("cannot yet, because small firms were never asked")
            other.ben(line)
            #expect(levels(of: "ben", in: other) == [level], "\(line)")
        }
    }

    @Test("To share an objector's worry is asked about, and so is a reason that agrees with somebody kept as a reason")
    func sharedWorry() {
        let room = testing()
        room.ben("block, because it would do real harm")
        room.cat("I agree with Ben's worry")
        #expect(levels(of: "cat", in: room).isEmpty)
        room.dee("cannot yet")
        room.dee("because I agree with Ben that it costs too much")
        #expect(
            room.discussion.proposalUnderTest?.answer(of: room.id("dee"))?.because
                == "I agree with Ben that it costs too much")
    }

    @Test("A dissent that was heard, and asked about privately, holds the first close")
    func unconfirmedDissent() {
        let room = testing()
        room.ben("not keen, sorry")
        for actor in ["ann", "cat", "dee"] { room.hear(.levelGiven(.support, because: ""), by: actor) }
        #expect(room.privately["ben"]?.last?.contains("did you mean") == true)
        room.helen("/close")
        #expect(room.notices == [.answersUnconfirmed(1)] && room.step == .testing)
        room.helen("/close")
        #expect(room.step != .testing)
    }

    @Test("A part of a sentence does not take the whole sentence's place")
    func cutShort() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We should give small groups six months' notice before a contract ends.")
        room.ann("sorry, I meant three months")
        #expect(room.declined == .wholeSentenceNeeded(statement))
        #expect(room.area.statements[0].text.contains("six months"))
    }

    @Test("A number that is no statement is refused aloud, where no statement stands at all")
    func noStatement() {
        let room = Room("ann", "ben").started()
        room.ben("I disagree with #5 because I caught one at six")
        #expect(room.declined != nil && room.area.statements.isEmpty)
    }
}
