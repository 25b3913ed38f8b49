import Testing

@testable import Facilitation

@Suite("Where an answer is awaited, the action says what it can be, and whose it is")
struct AwaitedAnswerTests {
    @Test("An agreement that names no statement is asked about with the lines that would name one")
    func whichStatement() {
        let room = Room("ann", "ben").started()
        let first = room.ann.says("We share a plan.")
        room.ben.says("Nobody reads it.")
        let last = room.ann.says("It has twelve pages.")
        room.ben.likely(.positionTaken(targets: [], stance: .agree, because: ""))
        let message = room.answer.messages.first
        #expect(room.notices == [.whichStatement(room.id("ben"))])
        #expect(message?.expects == .position && message?.asked == room.id("ben"))
        #expect(message?.choices == ["/agree #\(last)", "/agree #\(first)"])
        room.ben(message?.choices.first ?? "")
        #expect(room.area.statements.last?.agree == ["ben"])
    }

    @Test("Under the Chatham House Rule the question does not say whose line it is about")
    func chathamHouse() {
        let room = Room("ann", "ben") { $0.attribution = .chathamHouse }.started()
        room.ann.says("We share a plan.")
        room.ben.likely(.positionTaken(targets: [], stance: .unsure, because: ""))
        #expect(room.answer.messages.map(\.asked) == [nil] && room.answer.messages.map(\.expects) == [.position])
    }

    @Test("A yes that is not plain is asked for again with its choices")
    func plainYes() {
        let room = Room("ann", "ben").started()
        room.helen.proposes(.objective, "Count coaches", owner: "ann")
        #expect(room.answer.messages.contains { $0.asked == room.id("ann") && $0.choices == ["yes", "no"] })
        room.ann.likely(.answered(yes: true), words: "yeah maybe")
        let message = room.answer.messages.first
        #expect(message?.expects == .confirm && message?.choices == ["yes", "no"] && message?.asked == room.id("ann"))
    }

    @Test("What is asked about in a line is not asked about again in the same one")
    func askedOnce() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("The first bus is at six.")
        let position = Event.positionTaken(targets: [statement], stance: .agree, because: "")
        room.ben.likely(position)
        let line = room.entry
        room.helen("/decide Share the plans")
        room.ann.levels(.support)
        for id in ["ben", "cat"] { room.voice(id).likely(.levelGiven(.support, because: "")) }
        room.ben.yes()
        #expect(room.notices == [.didYouMean(position, entry: line)])
    }

    @Test("Whether an objection is met is asked at once, and its holder hears that an answer is still to come")
    func objectionMet() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Share the plans")
        let test = room.entry
        room.ann.levels(.support)
        let objection = room.ben.levels(.cannotYet, "nobody asked us")
        room.helen("/amend Share the plans after asking everybody")
        #expect(room.discussion.objectionMeant(by: room.id("ben")) == objection)
        room.ben.likely(.withdrawn(entry: objection))
        let question = "did you mean that your objection #\(objection) is met?"
        #expect(room.privately["ben"]?.last?.contains(question) == true)
        room.ben.yes()
        #expect(room.area.objections.filter(\.open).isEmpty)
        #expect(room.lastToRoom.hasSuffix("Your answer to #\(test) is still to come, such as support."))
    }

    @Test("A few words cut a sentence short, and about as many as it has do not")
    func cutShort() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We should give small groups six months' notice before a contract ends.")
        func cutShort(_ words: String, _ id: String = "ann") -> Int? {
            room.discussion.statementCutShort(by: words, of: room.id(id))
        }
        #expect(cutShort("three months") == statement && cutShort("three months", "ben") == nil)
        #expect(cutShort("We should give them three months' notice.") == nil)
    }
}
