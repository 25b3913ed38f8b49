import Testing

@testable import Facilitation

@Suite("Outcomes: what answers add up to")
struct OutcomeStoryTests {
    private func outcome(_ room: Room, _ levels: KeyValuePairs<String, Level>, closings: Int = 1) -> OutcomeWord? {
        room.testDecision(levels)
        for _ in 0..<closings { room.helen("/close") }
        return room.area.decisions.last?.outcome
    }

    @Test("Agreed: all answered, all support or better or abstain, and at least one supports")
    func agreed() {
        #expect(
            outcome(Room("ann", "ben", "cat").started(), ["ann": .full, "ben": .support, "cat": .abstain]) == .agreed)
    }

    @Test("Agreed with reservations keeps each reservation in its holder's words")
    func reservations() {
        let room = Room("ann", "ben", "cat").started()
        #expect(outcome(room, ["ann": .support, "ben": .reservation, "cat": .support]) == .agreedWithReservations)
        let kept = room.area.decisions[0].reservations
        #expect(
            kept.map(\.by) == ["ben"] && kept.map(\.text) == ["reason of ben"] && kept.map(\.level) == [.reservation])
        #expect(room.toRoom.contains { $0.contains("Kept (Ben Reed, support with a reservation): “reason of ben”") })
    }

    @Test("A stand-aside with more supports is agreed with reservations; as many stand-asides as supports is deferred")
    func standAsides() {
        let more: KeyValuePairs<String, Level> = ["ann": .support, "ben": .full, "cat": .standAside]
        #expect(outcome(Room("ann", "ben", "cat").started(), more) == .agreedWithReservations)
        #expect(outcome(Room("ann", "ben").started(), ["ann": .support, "ben": .standAside]) == .deferred)
    }

    @Test("Beside an outcome stands what there is: reservations, people who stand aside, or both")
    func whatThereIs() {
        func named(_ levels: KeyValuePairs<String, Level>) -> String {
            let room = Room("ann", "ben", "cat", "dev").started()
            room.testDecision(levels)
            room.helen("/close")
            return room.lastToRoom
        }
        let aside = named(["ann": .support, "ben": .full, "cat": .standAside, "dev": .support])
        #expect(aside.contains("supported in discussion, with 1 person standing aside."))
        let both = named(["ann": .support, "ben": .full, "cat": .standAside, "dev": .reservation])
        #expect(both.contains("supported in discussion, with reservations and 1 person standing aside."))
        #expect(both.hasSuffix("Next: /regauge, or /settle and a stage."), "the next step comes last")
    }

    @Test("Read-back tells reservations, measures and open objections in words")
    func readBack() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("We are ready.")
        room.ben("/disagree #\(statement) because nobody has counted")
        let objection = room.entry
        room.helen.proposes(.objective, "Count the coaches", measure: "coaches in post")
        room.ann("/baseline 4")
        room.ann("/target 12")
        for id in ["ann", "cat"] { room.voice(id).levels(.support) }
        room.ben.levels(.reservation, "the cost")
        room.helen("/close")
        room.helen("/readback")
        #expect(room.lastToRoom.contains("Kept (Ben Reed, support with a reservation): “the cost”"))
        #expect(room.lastToRoom.contains(" Measure: coaches in post. Baseline: 4. Target: 12. Gaps: owner and due."))
        #expect(room.lastToRoom.contains("Open objection #\(objection) (Ben Reed): nobody has counted"))
    }

    @Test("Reservations alone, without one support, are deferred")
    func onlyReservations() {
        #expect(outcome(Room("ann", "ben").started(), ["ann": .reservation, "ben": .reservation]) == .deferred)
    }

    @Test("All abstain, or nobody answers: deferred")
    func nothing() {
        #expect(outcome(Room("ann", "ben").started(), ["ann": .abstain, "ben": .abstain]) == .deferred)
        let silent = Room("ann", "ben").started()
        #expect(outcome(silent, [:], closings: 2) == .deferred)
        #expect(silent.area.decisions[0].notAnswered == 2)
    }

    @Test("Cannot yet and block are not agreed, also when somebody has not answered; a block's reason is said aloud")
    func stopped() {
        let levels: KeyValuePairs<String, Level> = ["ann": .support, "ben": .cannotYet, "cat": .support]
        #expect(outcome(Room("ann", "ben", "cat").started(), levels, closings: 2) == .notAgreed)
        let room = Room("ann", "ben", "cat").started()
        #expect(outcome(room, ["ann": .support, "ben": .block], closings: 2) == .notAgreed)
        #expect(room.toRoom.contains { $0.contains("Kept (Ben Reed, block): “reason of ben”") })
    }

    @Test("A block whose reason was just asked for holds the first close; the next one names it aloud all the same")
    func blockWithoutReason() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        room.ann.levels(.support)
        room.ben.levels(.block)
        #expect(room.notices.contains(.whatWouldNeedToChange(room.id("ben"))))
        room.helen("/close")
        #expect(room.notices == [.answersMissing(silent: [], unexplained: [room.id("ben")])] && room.step == .testing)
        room.helen("/close")
        #expect(room.toRoom.contains { $0.contains("Kept (Ben Reed, block): no reason given yet") })
        #expect(room.privately["ben"]?.contains { $0.contains("/minority") } == true)
    }

    @Test("A block whose holder let others speak before they said why is not waited for")
    func reasonNotGiven() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        room.ben.levels(.block)
        room.ann.levels(.support)
        room.helen("/close")
        #expect(room.step != .testing)
        #expect(room.toRoom.contains { $0.contains("Kept (Ben Reed, block): no reason given yet") })
    }

    @Test("With an open objection, the first close names whoever is silent or has not said why as well")
    func firstClose() {
        let room = Room("ann", "ben", "cat", "dev").started()
        room.helen("/decide Meet weekly")
        room.ann.levels(.cannotYet, "nobody has the time")
        room.ben.levels(.block)
        room.cat.levels(.support)
        room.helen("/close")
        #expect(room.notices.contains(.answersMissing(silent: [room.id("dev")], unexplained: [room.id("ben")])))
        #expect(room.step == .testing && room.lastToRoom.contains("Against it, and has not said why: Ben Reed."))
        room.helen("/close")
        #expect(room.step != .testing)
    }

    @Test("After a change that cleared answers the first close says so; where there were none to clear it closes")
    func closedAfterChange() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .support])
        let test = room.discussion.test?.entry ?? 0
        room.helen("/amend Meet in the town hall")
        room.helen("/close")
        #expect(room.notices == [.nobodyAnsweredAgain(entry: test)] && room.step == .testing)
        room.helen("/close")
        #expect(room.area.decisions[0].outcome == .deferred)
        room.helen("/decide Meet in the garden")
        room.helen("/amend Meet in the park")
        room.helen("/close")
        #expect(room.area.decisions[1].outcome == .deferred)
    }

    @Test("What somebody says next who blocks without a reason is the reason, in their words, until the close")
    func reasonAfterwards() {
        let room = Room("ann", "ben", "cat").started()
        room.helen("/decide Meet weekly")
        room.ann.levels(.support)
        room.ben.levels(.block)
        room.cat("We have said this before, and nobody came.")
        #expect(room.area.statements.count == 1, "somebody else's words are nobody's reason")
        room.ben("because two firms is nowt, it'd be telling fibs to the board")
        #expect(room.area.statements.count == 1 && room.answer.taken == .reason)
        let kept = room.area.decisions[0].reservations.map(\.text)
        #expect(kept == ["two firms is nowt, it'd be telling fibs to the board"])
        #expect(room.area.objections.map(\.text) == kept)
        #expect(room.area.decisions[0].levels == [.support: 1, .block: 1])
        let receipt = Phrasebook(room.discussion).receipt(
            for: [Reading(.levelGiven(.block, because: "x"), .plain)], entry: room.entry, taken: room.answer.taken)
        #expect(receipt == "block, with your reason")
        room.ben("The hall is half empty on Mondays.")
        #expect(room.area.statements.count == 2, "the next line is a statement again")
        room.cat("block")
        room.cat("I do not accept this, the porters were never asked")
        #expect(room.area.decisions[0].levels == [.support: 1, .block: 2], "a reason takes nothing of it back")
        room.cat("cannot yet, the porters were never asked")
        #expect(room.area.decisions[0].levels == [.support: 1, .block: 1, .cannotYet: 1])
    }

    @Test("Agreed by those who answered, when the facilitator closes while somebody present is silent")
    func thoseWhoAnswered() {
        let room = Room("ann", "ben", "cat").started()
        #expect(outcome(room, ["ann": .support, "ben": .reservation]) == .agreedByThoseWhoAnswered)
        #expect(room.area.decisions[0].notAnswered == 1)
        #expect(room.lastToRoom.contains("Not answered: 1"))
    }

    @Test(
        "In a formal meeting fewer answers than two thirds of the set-up's voting members is deferred before any other rule"
    )
    func quorum() {
        func room(_ away: [String]) -> Room {
            let room = Room("ann", "ben", "cat") { $0.meeting = .formal }
            for id in away { room.helen("/apologies \(Room.fullName(id))") }
            return room.started()
        }
        #expect(outcome(room(["ben", "cat"]), ["ann": .support]) == .deferred)
        #expect(outcome(room(["ben", "cat"]), ["ann": .block], closings: 2) == .deferred)
        #expect(outcome(room(["cat"]), ["ann": .support, "ben": .abstain]) == .agreed)
        let development = Room("ann", "ben", "cat")
        development.helen("/apologies Ben Reed, Cat Reed")
        #expect(outcome(development.started(), ["ann": .support]) == .agreed)
    }

    @Test("The quorum is counted from the set-up: people who walk in do not raise it")
    func quorumOfSetup() {
        let room = Room("ann", "ben", "cat") { $0.meeting = .formal }
        for name in ["Kim Lee", "Lou Lee", "Max Lee"] { room.voice(name)("/join \(name) | nhs | Trust") }
        for name in ["Kim Lee", "Lou Lee", "Max Lee"] { room.voice(name)("/leave") }
        room.helen("/apologies Cat Reed")
        #expect(outcome(room.started(), ["ann": .support, "ben": .support]) == .agreed)
    }

    @Test("What the facilitator defers is deferred, whatever was answered")
    func deferred() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .full, "ben": .full])
        room.helen("/defer")
        #expect(room.area.decisions[0].outcome == .deferred)
    }

    @Test("The last answer of each person counts, and answers may change until the test is closed")
    func lastAnswer() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .abstain])
        #expect(room.notices.contains(.allAnswered(wouldBe: .agreed)))
        room.ben.levels(.reservation, "the cost")
        #expect(room.notices.contains(.allAnswered(wouldBe: .agreedWithReservations)))
        room.helen("/close")
        #expect(room.area.decisions[0].levels == [.support: 1, .reservation: 1])
        room.ben.levels(.support)
        #expect(room.declined?.code == .wrongState)
        #expect(room.area.decisions[0].levels == [.support: 1, .reservation: 1])
    }

    @Test("The same level said again without a reason keeps its reason")
    func reasonStays() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .reservation])
        room.ben.levels(.reservation)
        #expect(room.area.decisions[0].reservations[0].text == "reason of ben")
    }

    @Test(
        "With closing: when-all-answered the last answer closes the test, and so does the leaving of the last silent one"
    )
    func automatic() {
        let room = Room("ann", "ben") { $0.closing = .whenAllAnswered }.started()
        room.testDecision(["ann": .support, "ben": .support])
        #expect(room.step != .testing && room.area.decisions[0].outcome == .agreed)
        room.testDecision(["ann": .support])
        #expect(room.step == .testing)
        room.ben("/leave")
        #expect(room.step != .testing && room.area.decisions[1].outcome == .agreed)
    }

    @Test("A close that came with the last answer is undone by its number: the test goes on, and the answer stands")
    func automaticUndone() {
        let room = Room("ann", "ben") { $0.closing = .whenAllAnswered }.started()
        room.testDecision(["ann": .support, "ben": .support])
        room.helen("/undo \(room.entry) because Ben has more to say")
        #expect(room.declined == nil && room.step == .testing && room.notices.contains(.testOpened))
        #expect(room.area.decisions[0].levels == [.support: 2] && room.record.struck.isEmpty)
        room.ben.levels(.reservation, "the cost")
        #expect(room.area.decisions[0].outcome == .agreedWithReservations)
    }

    // MARK: Majority

    /// Five members, four on established, one on emerging; then a test of a position.
    private func majorityRoom(
        _ stage: String, _ levels: KeyValuePairs<String, Level>, set: (inout Setup) -> Void = { _ in }
    ) -> Room {
        let room = Room("ann", "ben", "cat", "dev", "eve", set: set).started()
        room.gauge([
            "ann": "established", "ben": "established", "cat": "established", "dev": "established", "eve": "emerging",
        ])
        room.helen.settles(stage)
        for (id, level) in levels { room.voice(id).levels(level, level.supports ? "" : "reason of \(id)") }
        room.helen("/majority")
        return room
    }

    private let oneAgainst: KeyValuePairs<String, Level> = [
        "ann": .support, "ben": .support, "cat": .full, "dev": .support, "eve": .cannotYet,
    ]

    @Test(
        "Majority with a minority view: the mode, one outside, one against, more than half in support; the view is asked for"
    )
    func majority() {
        let room = majorityRoom("established", oneAgainst)
        #expect(room.area.position?.outcome == .majorityWithMinorityView)
        #expect(room.privately["eve"]?.last?.contains("/minority") == true)
        room.eve("/minority The housing figures say otherwise.")
        let view = room.area.minorityViews[0]
        #expect(view.by == "eve" && view.named && view.confirmed && view.on == "position")
        #expect(view.text == "The housing figures say otherwise.")
    }

    @Test("Whoever was asked for their view need not type a command: their next private line is it")
    func viewInPlainWords() {
        let room = majorityRoom("established", oneAgainst)
        room.eve("For the villages it has not begun, whatever the plan says.", privately: true)
        #expect(room.area.minorityViews.map(\.text) == ["For the villages it has not begun, whatever the plan says."])
        room.eve("There is no bus before nine in any of them.", privately: true)
        #expect(room.area.minorityViews.count == 1, "only the next line")
        let other = majorityRoom("established", oneAgainst)
        other.eve("No, I have said my piece, thanks.", privately: true)
        other.ann("For the villages it has not begun, whatever the plan says.", privately: true)
        #expect(other.area.minorityViews.isEmpty)
    }

    @Test("Said in the room it stays a statement, and its holder is asked whether it is their minority view")
    func viewInTheRoom() {
        let room = majorityRoom("established", oneAgainst)
        let statements = room.area.statements.count
        room.eve("For the villages it has not begun, whatever the plan says.")
        #expect(room.area.statements.count == statements + 1 && room.area.minorityViews.isEmpty)
        #expect(room.privately["eve"]?.last?.contains("minority view") == true)
        room.eve("yes", privately: true)
        #expect(room.area.minorityViews.map(\.text) == ["For the villages it has not begun, whatever the plan says."])
    }

    @Test("A majority is declined, with the reason, for each thing that can stand in its way")
    func majorityDeclined() {
        func obstacle(_ room: Room) -> OutcomeRule.MajorityObstacle? {
            #expect(room.step == .testing, "a declined majority leaves the test open")
            if case .majority(let obstacle) = room.declined { return obstacle }
            return nil
        }
        #expect(obstacle(majorityRoom("established", oneAgainst) { $0.rule.majority = false }) == .switchedOff)
        #expect(obstacle(majorityRoom("expanding", oneAgainst)) == .notTheMode(mode: "established"))
        let twoAgainst: KeyValuePairs<String, Level> = [
            "ann": .support, "ben": .support, "cat": .full, "dev": .block, "eve": .cannotYet,
        ]
        #expect(obstacle(majorityRoom("established", twoAgainst)) == .stopping(2, tolerance: 1))
        let fewSupports: KeyValuePairs<String, Level> = [
            "ann": .support, "ben": .support, "cat": .abstain, "dev": .standAside, "eve": .cannotYet,
        ]
        #expect(obstacle(majorityRoom("established", fewSupports)) == .tooFewSupports(2, of: 5))
        #expect(obstacle(majorityRoom("established", ["ann": .support])) == .notAnswered(4))
        #expect(obstacle(majorityRoom("established", ["ann": .full]) { $0.meeting = .formal }) == .shortOfQuorum)
        #expect(
            obstacle(majorityRoom("established", oneAgainst) { $0.rule.tolerance = .fixed(0) })
                == .ratingsOutside(1, tolerance: 0))
    }

    @Test("No majority without a revealed gauge, with fewer than three ratings, on a tie, or for a decision")
    func majorityWithoutGauge() {
        func declined(_ ratings: KeyValuePairs<String, String>) -> Refusal? {
            let room = Room("ann", "ben", "cat", "dev").started()
            if ratings.count > 0 { room.gauge(ratings) }
            room.helen.settles("established")
            for id in ["ann", "ben", "cat", "dev"] { room.voice(id).levels(.support) }
            room.helen("/majority")
            return room.declined
        }
        #expect(declined([:]) == .majority(.noRevealedGauge))
        #expect(
            declined(["ann": "established", "ben": "established", "cat": "dont-know"]) == .majority(.tooFewRatings(2)))
        let tie: KeyValuePairs<String, String> = [
            "ann": "established", "ben": "established", "cat": "emerging", "dev": "emerging",
        ]
        #expect(declined(tie) == .majority(.notTheMode(mode: nil)))
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .support])
        room.helen("/majority")
        #expect(room.declined == .majority(.onlyForPositions))
    }

    @Test("A between belongs to the mode when the mode is one of its ends")
    func between() {
        let room = Room("ann", "ben", "cat", "dev").started()
        room.gauge([
            "ann": "established", "ben": "established", "cat": "between-emerging-established",
            "dev": "between-established-expanding",
        ])
        let measures = room.area.gauges[0].measures
        #expect(measures?.mode == "established" && measures?.outsideMode == 0 && measures?.withinTolerance == true)
    }
}
