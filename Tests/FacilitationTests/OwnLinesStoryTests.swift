import JSONText
import Testing

@testable import Facilitation

@Suite("One's own lines of which nothing is counted")
struct OwnLinesStoryTests {
    @Test("Talk is put right and taken back, and nothing is counted otherwise")
    func talk() {
        let room = Room("ann", "ben")
        let said = room.ann.says("Bob Stone told me that the merger is dead.")
        room.ann("/correct \(said) Somebody told me that the merger is dead.")
        #expect(room.declined == nil)
        #expect(room.lastToRoom.hasPrefix("#\(said) now reads: “Somebody told me that the merger is dead.”"))
        #expect(room.lastToRoom.hasSuffix("What should count is said in a new line."))
        #expect(room.record.corrected.map(\.entry) == [said] && room.record.corrected[0].entries == [room.entry])
        #expect(room.record.corrected[0].by == nil, "what became nothing carries no name")
        room.ann("/withdraw \(said)")
        #expect(room.declined == nil && room.record.struck == [said])
        room.ann("/withdraw \(said)")
        #expect(room.declined == .alreadyStruck(said))
        #expect(room.record.areas.allSatisfy { $0.statements.isEmpty })
    }

    @Test("So are private words, a command that was not taken, and a yes to nothing")
    func others() {
        let room = Room("ann", "ben").started()
        room.ann("/private Bob Stone is ill", privately: true)
        let whispered = room.entry
        room.ann("/strat 8")
        let mistyped = room.entry
        room.ann.yes()
        let answered = room.entry
        for entry in [whispered, mistyped, answered] {
            room.ann("/correct \(entry) nothing of note", privately: entry == whispered)
            #expect(room.declined == nil, "\(entry)")
            room.ann("/withdraw \(entry)", privately: entry == whispered)
            #expect(room.declined == nil, "\(entry)")
        }
        #expect(room.record.struck == [whispered, mistyped, answered])
        #expect(!room.toRoom.contains { $0.contains("Bob Stone") })
    }

    @Test("What cannot be changed says which of the causes it is")
    func causes() {
        let room = Room("ann", "ben").started()
        let start = room.entry
        let statement = room.ann.says("We share a plan.")
        room.ben("/agree \(statement)")
        let first = room.entry
        room.ben("/unsure \(statement)")
        for line in ["/withdraw \(first)", "/correct \(first) agree"] {
            room.ben(line)
            #expect(room.declined == .nothingToChange(first, .replaced), "\(line)")
        }
        room.helen("/withdraw \(start)")
        #expect(room.declined == .nothingToChange(start, .acted))
        room.ann(.chatted, words: "Is it cold in here?")
        let talk = room.entry
        room.ben("/correct \(talk) It is warm")
        #expect(room.declined == .notYours(talk, isFacilitator: false))
        room.helen("/withdraw \(talk)")
        #expect(room.declined == .notYours(talk, isFacilitator: true))
        room.ben("/withdraw 99")
        #expect(room.declined == .unknownEntry(99))
        #expect(room.record.struck.isEmpty && room.record.corrected.isEmpty)
        #expect(room.area.statements[0].unsure == ["ben"])
    }

    @Test("What was only heard in a line goes with the line; after a yes, the yes counts and the line stays")
    func heard() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("We share a plan.")
        room.ben.likely(.positionTaken(targets: [statement], stance: .agree, because: ""))
        let first = room.entry
        room.ben("/withdraw \(first)")
        #expect(room.declined == nil && room.area.statements[0].heard.isEmpty)
        room.ben.yes()
        #expect(room.declined == .nobodyAskedYou && room.area.statements[0].agree.isEmpty)
        room.cat.likely(.positionTaken(targets: [statement], stance: .agree, because: ""))
        let second = room.entry
        room.cat.yes()
        #expect(room.area.statements[0].agree == ["cat"])
        room.cat("/withdraw \(second)")
        #expect(room.declined == .nothingToChange(second, .replaced))
    }

    @Test("A line of an earlier session is changed in the transcript alone, and what was carried stays")
    func earlierSession() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We share a plan.")
        let objective = room.helen.proposes(.objective, "Count the coaches", owner: "ann", due: "2027-10-01")
        let level = room.ann.levels(.support)
        room.ben.levels(.support)
        room.helen("/close")
        room.helen("/end")
        room.helen("/start 1")
        room.ann("/correct \(statement) We share half a plan.")
        #expect(
            room.lastToRoom
                == "#\(statement) now reads: “We share half a plan.” The record of its session stays as it was closed.")
        room.ann("/withdraw \(statement)")
        #expect(room.declined == nil && room.lastToRoom.hasSuffix("stays as it was closed."))
        #expect(room.record.corrected.map(\.entry) == [statement] && room.record.struck == [statement])
        room.helen("/withdraw \(objective)")
        #expect(room.declined == .nothingToChange(objective, .carried))
        room.ann("/withdraw \(level)")
        #expect(room.declined == .nothingToChange(level, .carried))
        #expect(room.record.carried.map(\.objective.text) == ["Count the coaches"])
    }

    @Test("The refusal names the field of the entry")
    func field() {
        for refusal in [Refusal.nothingToChange(3, .acted), .notYours(3, isFacilitator: false)] {
            #expect(refusal.field(of: "withdraw", ["entry": 3]) == "entry")
            #expect(refusal.field(of: "correct", ["item": 3, "text": "x"]) == "item")
        }
    }
}
