import Testing

@testable import Facilitation

@Suite("What stands when something is tested again, and what is kept of the other tests")
struct TestedAgainTests {
    /// Tests a stage with these levels; a reason comes with every level that needs one. Gives the entry of the test.
    private func settle(
        _ stage: String, _ levels: KeyValuePairs<String, Level>, then command: String, in room: Room
    ) -> Int {
        let test = room.helen.settles(stage)
        for (id, level) in levels { room.voice(id).levels(level, level.supports ? "" : "reason of \(id)") }
        room.helen(command)
        return test
    }

    // MARK: Positions

    @Test("A settled stage stays the position, whatever becomes of another stage that is tested afterwards")
    func settledStageStays() throws {
        let room = Room("ann", "ben").started()
        let first = settle("emerging", ["ann": .support, "ben": .support], then: "/close", in: room)
        let second = settle("established", ["ann": .support, "ben": .cannotYet], then: "/defer", in: room)
        let area = room.area
        #expect(area.position?.stage == "emerging" && area.position?.outcome == .agreed)
        #expect(area.position?.levels == [.support: 2] && area.position?.lines.opened == first)
        let other = try #require(area.otherTests.first)
        #expect(area.otherTests.count == 1 && other.id == "test-\(second)" && other.opening == second)
        #expect(other.of == "position" && other.stage == "established" && other.outcome == .deferred)
        #expect(other.levels == [.support: 1, .cannotYet: 1] && other.reservations.map(\.text) == ["reason of ben"])
        #expect(area.objections.map(\.on) == [other.id], "an objection stays with the stage that it was about")
        #expect(room.recordText.contains("\"otherTests\":[{"))
        room.helen("/readback")
        #expect(room.lastToRoom.contains("Position: Emerging (supported in discussion: support 2)."))
        let tested = "Also tested: Position #\(second), “Established” (deferred, put off by the facilitator: support 1"
        #expect(room.lastToRoom.contains(tested))
    }

    @Test("Ending the session while another stage is tested takes no settled position away")
    func endedDuringATest() {
        let room = Room("ann", "ben").started()
        _ = settle("emerging", ["ann": .support, "ben": .support], then: "/close", in: room)
        _ = settle("established", ["ann": .support], then: "/end", in: room)
        #expect(room.area.position?.stage == "emerging" && room.area.position?.outcome == .agreed)
        #expect(room.area.otherTests.map(\.outcome) == [.deferred])
    }

    @Test("Another stage that is settled takes the place of the first; while none is, the last one tested stands")
    func nextSettledStage() {
        let room = Room("ann", "ben").started()
        let none = settle("expanding", ["ann": .block], then: "/defer", in: room)
        #expect(room.area.position?.stage == "expanding" && room.area.otherTests.isEmpty)
        let first = settle("emerging", ["ann": .support, "ben": .support], then: "/close", in: room)
        _ = settle("established", ["ann": .full, "ben": .full], then: "/close", in: room)
        #expect(room.area.position?.stage == "established" && room.area.position?.levels == [.full: 2])
        #expect(room.area.otherTests.map(\.id) == ["test-\(none)", "test-\(first)"])
    }

    // MARK: Objectives

    @Test("An objective that is tested again is one objective, with its number and with the parts that were known")
    func objectiveAgain() throws {
        let room = Room("ann", "ben").started()
        let first = room.helen.proposes(.objective, "Count the coaches", measure: "coaches")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/objective #\(first)")
        let second = room.entry
        room.ann("/owner me")
        for id in ["ann", "ben"] { room.voice(id).levels(.full) }
        room.helen("/close")
        let objective = try #require(room.area.objectives.first)
        #expect(room.area.objectives.count == 1 && objective.id == "o1" && objective.levels == [.full: 2])
        #expect(objective.owner == "ann" && objective.measure == "coaches")
        #expect(room.area.otherTests.map(\.id) == ["test-\(first)"] && room.area.otherTests[0].of == "o1")
        #expect(room.area.otherTests[0].levels == [.support: 2])
        #expect(room.discussion.adoptedObjectives.map(\.entry) == [second])
        room.helen("/progress #\(first) on track")
        #expect(room.declined == nil && room.area.objectives[0].progress == .onTrack)
        room.helen.proposes(.objective, "Count the rooms")
        #expect(room.area.objectives.map(\.id) == ["o1", "o2"])
    }

    @Test("What was taken on stays so when a second test of it is put off, and gaps are filled where it stands")
    func secondTestPutOff() {
        let room = Room("ann", "ben").started()
        let first = room.helen.proposes(.objective, "Count the coaches")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/objective #\(first)")
        let second = room.entry
        room.helen("/defer")
        room.ben("/measure coaches in post")
        #expect(room.area.objectives.count == 1 && room.area.objectives[0].outcome == .agreed)
        #expect(room.area.objectives[0].measure == "coaches in post")
        #expect(room.area.otherTests.map(\.id) == ["test-\(second)"])
    }

    @Test("A statement that is put to the test twice is one decision")
    func statementAgain() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We meet in the library.")
        room.helen("/decide #\(statement)")
        room.helen("/defer")
        room.helen("/decide #\(statement)")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        #expect(room.area.decisions.map(\.id) == ["d1"] && room.area.decisions[0].outcome == .agreed)
        #expect(room.area.otherTests.map(\.outcome) == [.deferred])
    }

    // MARK: Objections

    @Test("Newer words take the place of an objection, and nothing says that the older ones were met")
    func newerWords() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .block])
        room.ben.levels(.block, "nobody asked the tenants")
        #expect(room.area.objections.map(\.text) == ["nobody asked the tenants"])
        #expect(room.area.objections.map(\.open) == [true])
    }

    @Test("Support for the same stage at a later test says that an objection to it is met; for another it does not")
    func metAtALaterTest() {
        let room = Room("ann", "ben").started()
        _ = settle("emerging", ["ben": .block], then: "/defer", in: room)
        _ = settle("established", ["ben": .support], then: "/defer", in: room)
        #expect(room.area.objections.map(\.open) == [true])
        _ = settle("emerging", ["ben": .support], then: "/defer", in: room)
        #expect(room.area.objections.map(\.open) == [false])
    }

    @Test("Support for one decision says nothing of an objection to another that reads alike, as two erased ones do")
    func metForOneOfTwoAlike() {
        let room = Room("ann", "ben").started()
        let first = room.helen.proposes(.decision, "(erased)")
        room.ben.levels(.block, "nobody asked the tenants")
        room.helen("/defer")
        room.helen.proposes(.decision, "(erased)")
        room.ben.levels(.support)
        #expect(room.area.objections.map(\.open) == [true])
        room.helen("/defer")
        room.helen("/decide #\(first)")
        room.ben.levels(.support)
        #expect(room.area.objections.map(\.open) == [false])
    }

    @Test("After something found no agreement nobody is called a minority beside an outcome")
    func noMinority() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .block])
        room.helen("/close")
        room.helen("/close")
        #expect(room.lastToRoom.contains("Nothing is agreed on this. It can be put to the test again."))
        #expect(!room.lastToRoom.contains("kept beside it"))
        #expect(room.privately["ben"]?.last?.contains("was not supported, and your answer is kept with it") == true)
    }

    // MARK: Who was there, and how it is said

    @Test("Whoever took part and left is told from whoever never came")
    func leftEarly() {
        let room = Room("ann", "ben", "cat").started()
        func member(_ id: String) -> RecordMember? { room.record.members.first { $0.id == id } }
        room.ann.says("We count them.")
        room.ann("/leave")
        room.helen("/apologies Ben Reed")
        #expect(member("ann")?.present == false && member("ann")?.leftEarly == true)
        #expect(member("ben")?.present == false && member("ben")?.leftEarly == false)
        #expect(member("cat")?.present == true && member("cat")?.leftEarly == false)
        room.helen("/end")
        room.helen("/start 1")
        #expect(member("ann")?.leftEarly == false, "in the next session they have not been here")
    }

    @Test("Words without a full stop get one where more follows")
    func fullStop() {
        let room = Room("ann", "ben").started()
        room.helen.settles("emerging")
        room.helen("/where")
        #expect(room.lastToRoom.contains("“Emerging”. Not answered yet: Ann Reed and Ben Reed."))
        room.helen("/defer")
        room.helen("/decide Meet in the library.")
        room.helen("/where")
        #expect(room.lastToRoom.contains("“Meet in the library.” Not answered yet: Ann Reed"))
    }
}
