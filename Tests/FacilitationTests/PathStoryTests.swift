import Testing

@testable import Facilitation

@Suite("The path: sessions, areas, pauses")
struct PathStoryTests {
    @Test("An area is framed, gauged, revealed, discussed, settled, drafted, read back and done")
    func wholeArea() {
        let room = Room("ann", "ben")
        #expect(room.step == .gathering)
        room.helen("/start 1, skills")
        #expect(room.step == .framed && room.record.areas.map(\.id) == ["anchors", "skills"])
        #expect(room.lastToRoom.contains("Area 1: Acting as anchors. 25 minutes."))
        room.gauge(["ann": "established", "ben": "established"])
        #expect(room.step == .revealed)
        room.ann.says("We share a plan.")
        #expect(room.step == .discussing)
        room.helen.settles("established")
        #expect(room.step == .testing)
        room.ann.levels(.support)
        room.ben.levels(.full)
        room.helen("/close")
        #expect(room.step == .drafting && room.area.position?.outcome == .agreed)
        room.helen("/aim Everybody who needs a job coach has one by 2027")
        room.ann.levels(.support)
        room.ben.levels(.support)
        room.helen("/close")
        #expect(room.area.aims[0].outcome == .agreed && room.area.aims[0].id == "a1")
        room.helen("/readback")
        #expect(room.step == .readingBack && room.lastToRoom.contains("Aim a1"))
        room.ann.no()
        #expect(room.declined == nil && room.notices == [.readBackConfirmed])
        room.ben.yes()
        #expect(room.notices == [.howToCorrect])
        room.helen("/done")
        #expect(room.step == .between && room.area("anchors").status == .settled)
        room.helen("/next")
        #expect(room.discussion.currentArea == "skills")
    }

    @Test("/start with one area begins there and keeps what the set-up plans besides; several are the plan themselves")
    func startingPlan() {
        let room = Room("ann") { $0.areas = ["anchors", "skills"] }
        room.helen("/start 3")
        #expect(room.discussion.currentArea == "skills" && room.record.areas.map(\.id) == ["skills", "anchors"])
        room.helen("/done")
        #expect(room.lastToRoom.hasSuffix("/next goes on to the next area."))
        room.helen("/next")
        #expect(room.discussion.currentArea == "anchors")
        room.helen("/end")
        room.helen("/start 3")
        #expect(room.record.areas.map(\.id) == ["skills"], "a later session has the plan that is typed")
        let several = Room("ann") { $0.areas = ["anchors", "growth"] }
        several.helen("/start 3, 1")
        #expect(several.record.areas.map(\.id) == ["skills", "anchors"])
        #expect(Room("ann").started().record.areas.map(\.id) == ["anchors"], "nothing was planned")
    }

    @Test("A position that is not agreed leads back to talking, not to drafting")
    func notAgreedPosition() {
        let room = Room("ann", "ben").started()
        room.helen.settles("expanding")
        room.ann.levels(.support)
        room.ben.levels(.cannotYet)
        for _ in 0..<2 { room.helen("/close") }
        #expect(room.area.position?.outcome == .notAgreed && room.step == .discussing)
    }

    @Test("Areas are named by number, id or an unambiguous part of the name; an unclear name shows what it fits")
    func areaNames() {
        let room = Room("ann")
        for (words, id) in ["2": "growth", "#3": "skills", "growth for": "growth", "anchors": "anchors"] {
            room.helen("/area \(words)")
            #expect(room.discussion.currentArea == id)
        }
        room.helen("/area a")
        #expect(room.declined == .severalAreas("a", names: ["Acting as anchors", "Growth for all"]))
        room.helen("/area moon")
        #expect(room.declined?.code == .badField)
        room.helen("/area 4")
        #expect(room.declined == .unknownArea("4", nearest: nil))
    }

    @Test("Leaving an area with an open round and coming back finds exactly what was left")
    func leavingAGauge() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        room.ann.rates("emerging", .low, "one plan")
        let left = room.discussion.areas["anchors"]
        room.helen("/area 2")
        #expect(room.notices.contains(.leftUnfinished(area: "anchors")))
        room.ben.rates("emerging")
        #expect(room.declined == .moment(.noGaugeIsOpen, testEntry: nil))
        room.helen("/back")
        #expect(room.step == .gauging)
        var now = room.discussion.areas["anchors"]
        now?.leftAt = left?.leftAt
        #expect(now == left)
        room.ben.rates("established")
        room.helen("/reveal")
        #expect(room.area.gauges[0].answered == 2)
    }

    @Test("Time spent elsewhere or paused is not taken from an area's minutes")
    func minutes() {
        let room = Room("ann").started()
        let later = { (minutes: Int) in room.now = room.now.adding(minutes: minutes) }
        later(10)
        #expect(room.discussion.minutesLeft(at: room.now) == 15)
        room.helen("/area 2")
        later(60)
        room.helen("/back")
        #expect(room.discussion.minutesLeft(at: room.now) == 15)
        room.helen("/pause")
        later(24 * 60)
        #expect(room.discussion.minutesLeft(at: room.now) == 15)
        room.helen("/resume")
        later(5)
        room.helen("/extend 3")
        #expect(room.discussion.minutesLeft(at: room.now) == 13)
        later(13)
        room.hear(.timePassed, by: "host")
        #expect(room.notices == [.timeIsUp])
        room.hear(.timePassed, by: "host")
        #expect(room.notices.isEmpty)
    }

    @Test("A pause keeps everything, welcomes statements, parks and interests, and holds answers until it ends")
    func pause() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        room.helen("/pause")
        #expect(room.step == .paused)
        room.ben.levels(.support)
        #expect(room.declined == .moment(.isPaused, testEntry: room.discussion.test?.entry))
        room.ben.says("One thought.")
        room.ben("/park The bus question")
        room.ben("/interest My sister works there")
        #expect(room.area.statements.count == 1 && room.area.parked.count == 1 && room.record.interests.count == 1)
        for command in ["/area 2", "/next", "/skip", "/gauging", "/close", "/done", "/pause", "/aim X"] {
            room.helen(command)
            #expect(room.declined == .moment(.isPaused, testEntry: room.discussion.test?.entry), "\(command)")
        }
        room.helen("/resume")
        #expect(room.step == .testing)
    }

    @Test("A likely level that is confirmed during a pause waits for the pause to end")
    func confirmedInPause() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        room.ben.likely(.levelGiven(.support, because: ""))
        #expect(room.privately["ben"]?.last?.contains("did you mean “support”?") == true)
        room.helen("/pause")
        room.ben.yes()
        #expect(room.declined == .moment(.isPaused, testEntry: room.discussion.test?.entry))
        room.helen("/resume")
        room.ben.yes()
        #expect(room.area.decisions[0].levels == [.support: 2])
    }

    @Test("What somebody says of a statement later takes the place of what was only heard before")
    func heardTwice() throws {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("Our buying rules are only on paper.")
        let agreement = Event.positionTaken(targets: [statement], stance: .agree, because: "")
        for _ in 0..<3 { room.ben.likely(agreement) }
        room.helen("/readback")
        #expect(room.privately["ben"]?.filter { $0.contains("did you mean") }.count == 1)
        room.ben.likely(agreement)
        room.helen("/readback")
        #expect(room.privately["ben"]?.filter { $0.contains("did you mean") }.count == 1)
        // Plain words of another mind end the question: a late yes must not turn them round.
        room.ben("/disagree \(statement)")
        room.ben.yes()
        #expect(room.area.statements[0].disagree.count == 1 && room.area.statements[0].agree.isEmpty)
    }

    @Test("Ending defers an open test, and the closed session stays as it is")
    func ending() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .support])
        let decision = room.discussion.test?.entry ?? 0
        room.helen("/end")
        #expect(room.step == .closed && room.area("anchors").decisions[0].outcome == .deferred)
        let before = room.recordText
        room.entry -= 1
        for line in [
            "/correct \(decision) Other words", "/withdraw \(decision)", "/amend Other words", "/undo \(decision)",
            "/close",
        ] {
            room.helen(line)
            room.entry -= 1
            #expect(room.declined != nil, "\(line)")
        }
        room.entry += 1
        #expect(room.recordText == before)
    }

    @Test("After the end its author can still correct a statement")
    func correctingAfterwards() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("Within 60 days.")
        room.helen("/end")
        room.ann("/correct \(statement) Within 30 days.")
        #expect(room.area("anchors").statements[0].text == "Within 30 days.")
        room.ben("/correct \(statement) Within 90 days.")
        #expect(room.declined == .notYours(statement, isFacilitator: false))
    }

    @Test("The next session starts clean, numbers run on, and shows last time's position, actions and parked items")
    func nextSession() {
        let room = Room("ann", "ben").started()
        room.gauge(["ann": "emerging", "ben": "emerging"])
        room.helen.settles("emerging")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.ann.proposes(.objective, "Ann counts the coaches", owner: "Ann Reed")
        let noted = room.entry
        room.helen("/objective #\(noted)")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.ann("/park The bus question")
        room.helen("/end")
        let last = room.entry
        room.helen("/start 1")
        #expect(room.record.sessionNumber == 2 && room.area.status == .open && room.area.gauges.isEmpty)
        #expect(room.record.interests.isEmpty && room.area.parked.isEmpty)
        #expect(room.lastToRoom.contains("Last time: Emerging."))
        #expect(
            room.lastToRoom.contains(
                "Actions from last time: Ann counts the coaches. Parked last time: The bus question"))
        #expect(room.ann.says("Still true.") > last)
        room.helen("/decide Go on")
        #expect(room.area.decisions[0].id == "d1")
        room.helen("/defer")
        room.helen("/objective Another one")
        #expect(room.area.objectives[0].id == "o2")
        room.helen("/defer")
        room.helen("/end")
        room.helen("/start 2")
        room.helen("/area 1")
        #expect(room.lastToRoom.contains("Ann counts the coaches") && room.lastToRoom.contains("Last time: Emerging."))
    }

    @Test("Skipped areas come back; a skip or a finished area can be undone")
    func skipping() {
        let room = Room("ann").started()
        room.helen("/skip")
        #expect(room.step == .between && room.area("anchors").status == .skipped)
        room.helen("/undo \(room.entry)")
        #expect(room.area("anchors").status == .open && room.record.struck == [room.entry - 1])
        room.helen("/area 1")
        room.helen("/done")
        let done = room.entry
        room.helen("/undo \(done) because too early")
        #expect(room.area("anchors").status == .open)
    }

    @Test("An area that was skipped and entered again is no earlier one: /back leads out of it, or nowhere")
    func backAfterSkipping() {
        let room = Room("ann").started()
        room.helen("/area 2")
        room.helen("/skip")
        room.helen("/area 2")
        room.helen("/back")
        #expect(room.discussion.currentArea == "anchors")
        room.helen("/back")
        #expect(room.declined == .noEarlierArea)
    }

    @Test("An area that nobody had planned and in which no member spoke is not counted")
    func openedByMistake() {
        let room = Room("ann", "ben").started()
        room.ann.says("We share a plan.")
        room.helen("/area 2")
        room.helen("/area 3")
        room.ann.says("Skills matter too.")
        room.helen("/end")
        #expect(room.lastToRoom.contains("Areas done: 0 of 2."))
        #expect(room.record.areas.map(\.id) == ["anchors", "skills"])
    }

    @Test("A skip while a proposal is tested is declined with its number")
    func skipInTest() {
        let room = Room("ann").started()
        room.helen("/decide X")
        room.helen("/skip")
        #expect(room.declined == .moment(.testIsOpen, testEntry: room.entry - 1))
    }
}
