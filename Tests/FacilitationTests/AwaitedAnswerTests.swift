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
        let action = room.answer.actions.first
        #expect(room.notices == [.whichStatement(room.id("ben"))])
        #expect(action?.expects == .position && action?.asked == room.id("ben"))
        #expect(action?.choices == ["/agree #\(last)", "/agree #\(first)"])
        room.ben(action?.choices.first ?? "")
        #expect(room.area.statements.last?.agree == ["ben"])
    }

    @Test("Under the Chatham House Rule the question does not say whose line it is about")
    func chathamHouse() {
        let room = Room("ann", "ben") { $0.attribution = .chathamHouse }.started()
        room.ann.says("We share a plan.")
        room.ben.likely(.positionTaken(targets: [], stance: .unsure, because: ""))
        #expect(room.answer.actions.map(\.asked) == [nil] && room.answer.actions.map(\.expects) == [.position])
    }

    @Test("A yes that is not plain is asked for again with its choices")
    func plainYes() {
        let room = Room("ann", "ben").started()
        room.helen.proposes(.objective, "Count coaches", owner: "ann")
        #expect(room.answer.actions.contains { $0.asked == room.id("ann") && $0.choices == ["yes", "no"] })
        room.ann.likely(.answered(yes: true), words: "yeah maybe")
        let action = room.answer.actions.first
        #expect(action?.expects == .confirm && action?.choices == ["yes", "no"] && action?.asked == room.id("ann"))
    }
}
