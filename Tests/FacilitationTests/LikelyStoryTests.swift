import Testing

@testable import Facilitation

@Suite("Likely readings are heard, and count after a yes")
struct LikelyStoryTests {
    @Test("A likely position is heard, counted nowhere, asked about at the next pause, and counts after a yes")
    func likely() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("A plan.")
        room.ben.likely(.positionTaken(targets: [statement], stance: .agree, because: ""))
        room.cat.likely(.positionTaken(targets: [statement], stance: .disagree, because: "no"))
        #expect(room.area.statements[0].heard.count == 2 && room.area.statements[0].agree.isEmpty)
        #expect(room.notices.isEmpty && room.area.objections.isEmpty)
        room.helen("/readback")
        #expect(room.privately["ben"]?.last?.contains("did you mean that you agree with #\(statement)?") == true)
        room.ben.yes()
        room.cat.no()
        #expect(room.area.statements[0].agree == ["ben"] && room.area.statements[0].heard.isEmpty)
        let disagreed = Event.positionTaken(targets: [statement], stance: .disagree, because: "no")
        #expect(room.notices == [.takenBack(disagreed, entry: statement + 2)])
        #expect(
            room.lastToRoom
                == "Taken back, from your line #\(statement + 2): that you disagree with #\(statement). It counts nowhere."
        )
    }

    @Test("`no` or /undo alone takes the last likely reading back")
    func takenBack() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("A plan.")
        for takeBack in [
            { room.ben(.chatted, words: "No.") }, { room.ben("/undo") }, { room.ben(.answered(yes: false)) },
        ] {
            let agreed = Event.positionTaken(targets: [statement], stance: .agree, because: "")
            room.ben.likely(agreed)
            let heard = room.entry
            #expect(room.area.statements[0].heard.count == 1)
            _ = takeBack()
            #expect(room.area.statements[0].heard.isEmpty && room.notices == [.takenBack(agreed, entry: heard)])
        }
    }

    @Test("A likely level never makes an outcome: unconfirmed, it is not answered")
    func likelyLevel() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        room.ben.likely(.levelGiven(.support, because: ""))
        #expect(room.notices == [.didYouMean(.levelGiven(.support, because: ""), entry: room.entry)])
        room.helen("/close")
        #expect(room.area.decisions[0].outcome == .agreedByThoseWhoAnswered && room.area.decisions[0].notAnswered == 1)
        room.ben.yes()
        #expect(room.declined == .nobodyAskedYou)
    }

    @Test("Where nothing can be said to one person, a question is put aloud by name, but never about a private line")
    func askedAloud() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        let level = Event.levelGiven(.support, because: "")
        room.hear(level, by: "ben", likely: true, channelIsPrivate: false)
        #expect(room.lastToRoom.contains(": About your line #\(room.entry): did you mean “support”?"))
        #expect(room.privately["ben"]?.contains { $0.contains("did you mean") } != true)
        room.ben.no()
        room.hear(level, by: "ben", privately: true, likely: true, channelIsPrivate: false)
        #expect(room.privately["ben"]?.last?.contains("did you mean “support”?") == true)
        #expect(!room.lastToRoom.contains("#\(room.entry)"))
    }

    @Test("A likely command, or a likely yes, does nothing")
    func likelyCommand() {
        let room = Room("ann", "ben").started()
        room.ann.likely(.ended)
        room.ben.proposes(.objective, "Count coaches", owner: "ann")
        room.helen("/objective #\(room.entry)")
        room.ann.likely(.answered(yes: true), words: "yeah maybe")
        #expect(room.step == .testing && room.area.objectives[0].owner == nil)
    }
}
