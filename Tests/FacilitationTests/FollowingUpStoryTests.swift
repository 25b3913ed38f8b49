import JSONText
import Testing

@testable import Facilitation

@Suite("Following up: how objectives go, and what the next session opens with")
struct FollowingUpStoryTests {
    /// Ann owns “Count the coaches”, due before today; Ben owns “Publish the list”, without a date; both are carried.
    private func twoObjectives(_ set: (inout Setup) -> Void = { _ in }) -> (room: Room, count: Int, publish: Int) {
        let room = Room("ann", "ben", "cat", set: set).started()
        let count = carry(room, "Count the coaches", owner: "ann", due: "2026-10-01")
        let publish = carry(room, "Publish the list", owner: "ben")
        return (room, count, publish)
    }

    @discardableResult
    private func carry(_ room: Room, _ text: String, owner: String?, due: String? = nil) -> Int {
        let entry = room.helen.proposes(.objective, text, owner: owner, due: due)
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        return entry
    }

    // MARK: Progress

    @Test("The owner says how it goes, by number, by short name, or with neither when they own one only")
    func owner() {
        let (room, count, _) = twoObjectives()
        room.ann("/progress #\(count) on-track \"four bodies have sent figures\"")
        #expect(room.declined == nil && room.notices == [.progressKept(objective: count)])
        #expect(room.lastToRoom.contains("on track, said by Ann Reed: “four bodies have sent figures”"))
        room.ann("/progress o1 late because two are on leave")
        room.ann("/progress late, three are on leave")
        let objective = room.area.objectives[0]
        #expect(objective.progress == .late && objective.reports.map(\.progress) == [.onTrack, .late, .late])
        #expect(
            objective.reports.map(\.evidence) == [
                "four bodies have sent figures", "two are on leave", "three are on leave",
            ])
        #expect(objective.reports.allSatisfy { $0.by == "ann" && !$0.onBehalf && $0.on == "2026-10-14" })
        #expect(room.area.objectives[1].progress == .notStarted && room.area.objectives[1].reports.isEmpty)
    }

    @Test("Nobody else says it, but a facilitator for the owner, and the record marks that")
    func onBehalf() {
        let (room, count, _) = twoObjectives()
        room.ben("/progress #\(count) done because I saw it")
        #expect(room.declined == .notYourObjective(count) && room.area.objectives[0].reports.isEmpty)
        room.helen("/progress #\(count) done because the count was published")
        let report = room.area.objectives[0].reports[0]
        #expect(report.by == "helen" && report.onBehalf && report.progress == .done)
        #expect(room.lastToRoom.contains("said by Helen Reed for Ann Reed"))
    }

    @Test("Done needs what shows it, and dropped a reason; late and on track need neither")
    func evidence() {
        let (room, count, _) = twoObjectives()
        for word in ["done", "dropped"] {
            room.ann("/progress #\(count) \(word)")
            #expect(room.declined?.code == .badField)
        }
        #expect(room.area.objectives[0].reports.isEmpty)
        for word in ["late", "on track", "not started"] {
            room.ann("/progress #\(count) \(word)")
            #expect(room.declined == nil)
        }
        room.ann("/progress #\(count) dropped: the care board counts them now")
        #expect(room.area.objectives[0].progress == .dropped)
    }

    @Test("There is nothing to report on what was not carried, on an unknown number, or on none of many")
    func whichObjective() {
        let room = Room("ann", "ben").started()
        let open = room.helen.proposes(.objective, "Count", owner: "ann")
        room.ann("/progress #\(open) on track")
        #expect(room.declined == .objectiveNotCarried(open))
        room.ann("/progress #999 on track")
        #expect(room.declined == .noSuchObjective("999"))
        room.ann("/progress on track")
        #expect(room.declined == .whichObjective([]))
        room.ann("/progress #\(open) splendid")
        #expect(room.declined?.code == .badField)
    }

    @Test("A report is corrected and withdrawn by whoever gave it, and by nobody else; then the one before counts")
    func puttingRight() {
        let (room, count, _) = twoObjectives()
        room.ann("/progress #\(count) on track because it is half done")
        room.ann("/progress #\(count) done because all is counted")
        let report = room.entry
        room.ann("/correct \(report) all but one is counted")
        #expect(room.area.objectives[0].reports[1].evidence == "all but one is counted")
        room.helen("/undo \(report) because wrong")
        #expect(room.declined == .holdersAlone(report))
        room.ben("/withdraw \(report)")
        #expect(room.declined?.code == .notPermitted)
        room.ann("/withdraw \(report)")
        #expect(room.area.objectives[0].progress == .onTrack && room.record.struck == [report])
    }

    @Test("Said privately it is not kept: how an objective goes is for everybody")
    func privately() {
        let (room, count, _) = twoObjectives()
        room.ann("/progress #\(count) late", privately: true)
        #expect(room.notices == [.progressNeedsTheRoom] && room.area.objectives[0].reports.isEmpty)
    }

    @Test("Owners answer with their names under the Chatham House Rule too")
    func chathamHouse() {
        let (room, count, _) = twoObjectives { $0.attribution = .chathamHouse }
        room.ann("/progress #\(count) late because two are on leave")
        #expect(room.area.objectives[0].reports.map(\.by) == ["ann"])
    }

    @Test("As an operation, with the number or the short name")
    func operation() throws {
        let (room, count, _) = twoObjectives()
        let byNumber = try Interpreter.reading(
            operation: "progress", fields: ["item": .integer(count), "progress": "on-track", "evidence": "seen"],
            by: "ann", isPrivate: false, today: room.today, in: room.discussion)
        #expect(byNumber.event == .progressGiven(item: "\(count)", .onTrack, evidence: "seen"))
        let byName = try Interpreter.reading(
            operation: "progress", fields: ["objective": "o1", "progress": "late"], by: "ann", isPrivate: false,
            today: room.today, in: room.discussion)
        #expect(byName.event == .progressGiven(item: "o1", .late, evidence: ""))
    }

    // MARK: The next session

    @Test("The next session opens with overdue actions, open ones and last time's positions, in one message")
    func nextSession() throws {
        let (room, count, publish) = twoObjectives()
        room.gauge(["ann": "established", "ben": "established", "cat": "established"])
        room.helen.settles("established")
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/end")
        room.helen("/start 2")
        #expect(room.notices.prefix(2) == [.started, .lastTime(today: room.today)])
        let opening = try #require(room.toRoom.first { $0.hasPrefix("From last time.") })
        let lines = opening.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "From last time.", "Overdue (1):",
                "o1, #\(count): “Count the coaches”. Ann Reed, due 1 October 2026, nothing said yet.", "Open (1):",
                "o2, #\(publish): “Publish the list”. Ben Reed, no due date yet, nothing said yet.",
                "Positions last time: Acting as anchors: Established.",
                "Owners can say how it goes: /progress, the number, on track, late, done or dropped, and what shows it.",
                "To change one, the facilitator puts it to the test again in its area: "
                    + "/aim or /objective, and its number.",
            ])
        #expect(room.toRoom.count { $0.hasPrefix("From last time.") } == 1)
    }

    @Test("A first session, and a next one with nothing left, open without it")
    func nothingLeft() {
        let room = Room("ann").started()
        #expect(!room.toRoom.contains { $0.hasPrefix("From last time.") })
        room.helen("/end")
        room.helen("/start 1")
        #expect(!room.toRoom.contains { $0.hasPrefix("From last time.") })
    }

    @Test("A carried objective is reported on later, stands in the record, and is gone once it is done")
    func carried() {
        let (room, count, publish) = twoObjectives()
        room.ann("/progress #\(count) late because two are on leave")
        room.helen("/end")
        room.helen("/start 2")
        #expect(room.record.carried.map(\.objective.id) == ["o1", "o2"])
        #expect(room.record.carried.map(\.overdue) == [true, false] && room.record.carried[0].session == 1)
        #expect(room.record.carried[0].objective.progress == .late, "what was said last time still stands")
        room.ann("/progress #\(count) done because all six bodies have reported")
        #expect(room.record.carried[0].objective.progress == .done && !room.record.carried[0].overdue)
        room.ben("/progress #\(publish) on track")
        room.helen("/end")
        room.helen("/start 2")
        #expect(room.record.carried.map(\.objective.id) == ["o2"] && room.record.sessionNumber == 3)
        #expect(room.discussion.progress(of: publish) == .onTrack)
    }

    @Test("Gaps of a carried objective are filled by its number; a new owner is asked, and the due date stays")
    func carriedGaps() {
        let (room, count, publish) = twoObjectives()
        room.helen("/end")
        room.helen("/start 2")
        room.cat("/owner Cat Reed")
        #expect(room.declined == .noObjectiveHere, "without a number nothing of an earlier session is meant")
        room.cat("/owner #\(publish) me")
        #expect(room.declined == .notYours(publish, isFacilitator: false), "nobody takes over unasked")
        room.helen("/owner #\(publish) Cat Reed")
        #expect(room.notices == [.ownerAsked(room.id("cat"), entry: publish)])
        #expect(room.record.carried[1].objective.owner == "ben", "until the next one says yes")
        room.cat.yes()
        #expect(room.record.carried[1].objective.owner == "cat")
        room.cat("/due #\(publish) 31 March 2027")
        #expect(room.record.carried[1].objective.due == "2027-03-31")
        #expect(room.lastToRoom.contains("Owner: Cat Reed. Due: 31 March 2027."))
        room.ann("/due #\(count) 31 March 2027")
        #expect(room.declined == .dueDateStays(count) && room.record.carried[0].objective.due == "2026-10-01")
        room.cat("/measure #\(count) coaches")
        room.helen("/measure #\(count) posts")
        #expect(room.declined == .partStays(.measure, entry: count, isCarried: true))
        #expect(room.record.carried[0].objective.measure == "coaches")
    }

    @Test("A stage that found no agreement is not told as last time's position")
    func notSettled() {
        let room = Room("ann", "ben").started()
        room.helen.settles("established")
        room.ann.levels(.block, "no")
        room.ben.levels(.support)
        room.helen("/close")
        room.helen("/close")
        room.helen("/end")
        room.helen("/start 1")
        #expect(
            room.toRoom.contains {
                $0.contains("Positions last time: Acting as anchors: not settled (tested: Established).")
            })
    }

    @Test(
        "With many actions the opening shows the first twelve, the overdue ones before all, and says where the rest is")
    func many() throws {
        let room = Room("ann", "ben", "cat").started()
        for number in 1...14 {
            carry(room, "Act \(number)", owner: "ann", due: number == 14 ? "2026-09-01" : "2027-01-\(number + 10)")
        }
        room.helen("/end")
        room.helen("/start 1")
        let opening = try #require(room.toRoom.first { $0.hasPrefix("From last time.") })
        let listed = opening.split(separator: "\n").filter { $0.hasPrefix("o") }
        #expect(listed.count == 12 && listed[0].contains("“Act 14”") && opening.contains("/actions lists all 14."))
        room.ann("/actions")
        #expect(room.lastToRoom.split(separator: "\n").filter { $0.hasPrefix("o") }.count == 14)
    }

    @Test("/actions tells what is overdue, open, and done or dropped")
    func actions() {
        let (room, count, publish) = twoObjectives()
        room.ben("/progress #\(publish) done because it is on the website")
        room.cat("/actions")
        #expect(
            room.lastToRoom.split(separator: "\n").map { String($0.prefix(20)) } == [
                "Overdue (1):", "o1, #\(count): “Count the coaches”".prefix(20).description, "Done or dropped (1):",
                "o2, #\(publish): “Publish the list”".prefix(20).description,
            ])
        let empty = Room("ann").started()
        empty.ann("/actions")
        #expect(empty.lastToRoom.hasPrefix("No objective was taken on yet."))
    }

    // MARK: Horizons

    @Test("An aim says how far ahead it looks, in words or figures, by number, by short name, or as the latest")
    func horizon() {
        let room = Room("ann", "ben").started()
        let first = room.helen.proposes(.aim, "Every village has a bus")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.ann("/horizon")
        #expect(room.declined?.code == .badField)
        room.ann("/horizon 3 years")
        #expect(room.area.aims[0].horizon == .threeYears && room.area.aims[0].outcome == .agreed)
        #expect(room.lastToRoom == "Aim a1, #\(first), looks ahead: three years.")
        room.ben("/horizon a1 this-year")
        #expect(room.area.aims[0].horizon == .thisYear)
        room.ben("/horizon #\(first) ten years")
        #expect(room.area.aims[0].horizon == .tenYears)
        room.ben("/horizon a2 five years")
        #expect(room.declined == .noAimHere && room.area.aims[0].horizon == .tenYears)
        room.helen("/readback")
        #expect(room.lastToRoom.contains("Horizon: ten years."))
    }

    // MARK: Minority views

    private func dissent(_ set: (inout Setup) -> Void = { _ in }) -> Room {
        let room = Room("ann", "ben", "cat", set: set).started()
        room.helen.settles("established")
        room.ann.levels(.cannotYet, "too early")
        for id in ["ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/close")
        return room
    }

    @Test("The holder of a minority view is asked what would change their mind and when to look again")
    func asked() {
        let room = dissent()
        room.ann("/mind Figures")
        #expect(room.declined == .noMinorityView)
        room.ann("/minority Too early for my members.")
        #expect(room.lastToRoom.contains("What would change your mind, and when should we look again?"))
        room.ann("/mind A year of figures from the small groups")
        room.ann("/lookagain 1 March 2027")
        let view = room.area.minorityViews[0]
        #expect(view.wouldChange == "A year of figures from the small groups" && view.lookAgain == "2027-03-01")
        #expect(view.entries == [room.entry - 2, room.entry - 1, room.entry])
        room.helen("/readback")
        #expect(
            room.lastToRoom.contains(
                "“Too early for my members.” Would change it: “A year of figures from the small groups”. Look again: 1 March 2027."
            ))
    }

    @Test("Only the holder says it, corrects it and takes it back; new words of the view keep it")
    func holdersOwn() {
        let room = dissent()
        room.ann("/minority Too early for my members.")
        room.ben("/mind Nothing would")
        #expect(room.declined == .noMinorityView)
        room.ann("/mind A year of figures")
        let mind = room.entry
        room.ann("/lookagain 1 March 2027")
        let day = room.entry
        room.helen("/undo \(mind) because no")
        #expect(room.declined == .holdersAlone(mind))
        room.ann("/correct \(mind) Two years of figures")
        room.ann("/correct \(day) 1 June 2027")
        room.ann("/minority Too early for small groups.")
        var view = room.area.minorityViews[0]
        #expect(view.text == "Too early for small groups." && view.wouldChange == "Two years of figures")
        #expect(view.lookAgain == "2027-06-01")
        room.ann("/lookagain soon enough")
        #expect(room.declined == .badDate("soon enough"))
        room.ann("/withdraw \(mind)")
        room.ann("/withdraw \(day)")
        view = room.area.minorityViews[0]
        #expect(view.wouldChange == nil && view.lookAgain == nil)
    }

    @Test("Without a name, neither the view nor what would change it leads to its holder")
    func unnamed() {
        let room = dissent { $0.attribution = .chathamHouse }
        room.ann("/minority Too early for my members.")
        room.ann("/mind A year of figures")
        room.ann("/lookagain 1 March 2027")
        let view = room.area.minorityViews[0]
        #expect(view.by == nil && view.entries.isEmpty && view.wouldChange == "A year of figures")
    }

    @Test("The next session shows a minority view again once its day has come, and once only")
    func lookAgain() {
        let room = dissent()
        room.ann("/minority Too early for my members.")
        room.ann("/lookagain today")
        #expect(room.declined == nil)
        room.ben("/minority Never.")
        room.ben("/lookagain 1 March 2027")
        room.helen("/end")
        room.helen("/start 2")
        let shown = "Acting as anchors: “Too early for my members.” (Ann Reed). Look again: 14 October 2026."
        #expect(room.toRoom.count { $0.contains(shown) } == 1 && !room.toRoom.contains { $0.contains("Never.” (Ben") })
        room.helen("/end")
        room.helen("/start 2")
        #expect(room.toRoom.count { $0.contains(shown) } == 1)
    }
}
