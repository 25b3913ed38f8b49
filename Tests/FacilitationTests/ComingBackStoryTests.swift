import Testing

@testable import Facilitation

@Suite("Coming back: what a later session does with aims, objectives and positions of an earlier one")
struct ComingBackStoryTests {
    /// Ann owns “Count the coaches”, due before today; Ben owns “Publish the list”, without a date; both are carried.
    private func twoObjectives() -> (room: Room, count: Int, publish: Int) {
        let room = Room("ann", "ben", "cat").started()
        let count = carry(room, "Count the coaches", owner: "ann", due: "2026-10-01")
        let publish = carry(room, "Publish the list", owner: "ben")
        return (room, count, publish)
    }

    private func carry(_ room: Room, _ text: String, owner: String, due: String? = nil) -> Int {
        let entry = room.helen.proposes(.objective, text, owner: owner, due: due)
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        return entry
    }

    @Test("An objective is put to the test again in a later session to move its date, and then replaces the old one")
    func putAnew() throws {
        let (room, count, _) = twoObjectives()
        room.helen("/end")
        room.helen("/start 1")
        room.helen("/due #\(count) 31 March 2027")
        #expect(room.declined == .dueDateStays(count))
        let refused = try #require(room.declined.map { Phrasebook(room.discussion).words(for: $0) })
        #expect(refused.hasSuffix("/area 1, /objective #\(count), then /due and the new date."))
        room.helen("/objective #\(count)")
        let test = room.entry
        let place = "the place of #\(count) of an earlier session, due 1 October 2026."
        #expect(room.toRoom.contains { $0.contains(place) })
        #expect(room.notices.contains(.ownerAsked(room.id("ann"), entry: test)), "she said yes to another date")
        room.ann.yes()
        room.helen("/due #\(count) 31 March 2027")
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        let objective = room.area.objectives[0]
        #expect(objective.id == "o3" && objective.due == "2027-03-31" && objective.owner == "ann")
        #expect(objective.inPlaceOf?.id == "o1" && objective.inPlaceOf?.due == "2026-10-01")
        #expect(objective.worded?.due == "2026-10-01" && objective.worded?.owner == nil)
        #expect(room.record.carried[0].replacedBy == "o3" && !room.record.carried[0].overdue)
        room.ann("/actions")
        let line = "o3, #\(test): “Count the coaches”. Ann Reed, due 31 March 2027 (was 1 October 2026), nothing said"
        #expect(room.lastToRoom.contains(line) && !room.lastToRoom.contains("o1,"))
        room.ann("/progress #\(count) on track")
        #expect(room.area.objectives[0].progress == .onTrack)
        room.helen("/end")
        room.helen("/start 1")
        #expect(room.record.carried.map(\.objective.id) == ["o2", "o3"])
    }

    @Test("While what was put anew finds no support, the objective of the earlier session stands as it was")
    func putAnewInVain() {
        let (room, count, _) = twoObjectives()
        room.helen("/end")
        room.helen("/start 1")
        room.helen("/objective #\(count)")
        room.ann.levels(.block, "too soon")
        for id in ["ben", "cat"] { room.voice(id).levels(.support) }
        for _ in 1...2 { room.helen("/close") }
        #expect(room.area.objectives[0].outcome == .notAgreed && room.record.carried[0].replacedBy == nil)
        #expect(room.discussion.adoptedObjectives.map(\.proposal.id) == ["o1", "o2"])
        room.cat("/measure #\(count) coaches")
        #expect(room.record.carried[0].objective.measure == "coaches")
    }

    @Test("The owner of an objective of an earlier session is no owner of the new one while they are away")
    func ownerAway() {
        let (room, count, _) = twoObjectives()
        room.helen("/end")
        room.helen("/start 1")
        room.helen("/apologies Ann Reed")
        room.helen("/objective #\(count)")
        #expect(room.area.objectives[0].owner == nil && room.area.objectives[0].missing.contains(.owner))
        #expect(!room.notices.contains(.ownerAsked(room.id("ann"), entry: room.entry)))
    }

    @Test("The next session names the aims that stand, and new words take the place of one once they find support")
    func aimAnew() throws {
        let room = Room("ann", "ben").started()
        let aim = room.helen.proposes(.aim, "Every village has a bus")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/end")
        room.helen("/start 2")
        #expect(
            room.toRoom.contains {
                $0.contains("Aims that stand (1):\na1, #\(aim): “Every village has a bus”. Acting as anchors.")
            })
        room.helen("/aim #\(aim)")
        let refused = try #require(room.declined.map { Phrasebook(room.discussion).words(for: $0) })
        #expect(room.declined == .notAStatement(aim) && refused.hasSuffix("/area 1, then /aim #\(aim)."))
        room.helen("/area 1")
        room.helen("/aim #\(aim)")
        room.helen("/amend Every village has two buses")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        #expect(room.area.aims.map(\.id) == ["a2"] && room.area.aims[0].inPlaceOf?.id == "a1")
        #expect(room.record.earlierAims.map(\.replacedBy) == ["a2"])
        room.helen("/end")
        room.helen("/start 1")
        #expect(room.record.earlierAims.map(\.aim.text) == ["Every village has two buses"])
        #expect(room.record.earlierAims.map(\.on) == ["2026-10-14"])
    }

    @Test("The record tells which stage an earlier session settled an area at, and when")
    func settledBefore() {
        let room = Room("ann", "ben").started()
        let settle = { (stage: String) in
            room.helen.settles(stage)
            for id in ["ann", "ben"] { room.voice(id).levels(.support) }
            room.helen("/close")
        }
        settle("emerging")
        #expect(room.area.before == nil)
        room.helen("/end")
        room.helen("/start 1")
        settle("established")
        #expect(room.area.before?.stage == "emerging" && room.area.before?.on == "2026-10-14")
        #expect(room.area.before?.entries.isEmpty == false && room.area.position?.stage == "established")
    }

    @Test("A stage that was settled stands through later sessions, whatever is tested and found no agreement")
    func settledStands() {
        let room = Room("ann", "ben").started()
        room.helen.settles("emerging")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/end")
        room.helen("/start 1")
        room.helen.settles("established")
        room.ann.levels(.block, "no")
        room.ben.levels(.support)
        room.helen("/close")
        room.helen("/close")
        room.helen("/end")
        room.helen("/start 1")
        #expect(
            room.toRoom.contains {
                $0.contains(
                    "Positions last time: Acting as anchors: Emerging (tested since, and not settled: Established).")
            })
        #expect(room.area.before?.stage == "emerging" && room.area.before?.on == "2026-10-14")
        room.helen("/end")
        room.helen("/start 1")
        #expect(room.area.before?.stage == "emerging", "also after a session in which nothing was tested")
    }

    @Test("What its holder took back after the session is not brought up again")
    func takenBackSince() {
        let room = Room("ann", "ben").started()
        room.ann("/park the ring road")
        let parked = room.entry
        room.ben("/park the bus station")
        room.helen("/end")
        room.helen("/start 2")
        room.ann("/withdraw \(parked)")
        #expect(room.declined == nil)
        room.helen("/area 1")
        #expect(room.toRoom.contains { $0.contains("Parked last time: the bus station") })
        #expect(!room.toRoom.contains { $0.contains("ring road") })
    }

    @Test("What the words of an objective name is kept beside what holds now, where that is something else")
    func worded() {
        let room = Room("ann", "ben").started()
        room.helen.proposes(.objective, "Ben counts the coaches by 1 March 2027", owner: "ben", due: "2027-03-01")
        room.ben.yes()
        #expect(room.area.objectives[0].worded == nil)
        room.helen("/due 1 June 2027")
        room.helen("/owner Ann Reed")
        room.ann.yes()
        let objective = room.area.objectives[0]
        #expect(objective.owner == "ann" && objective.due == "2027-06-01")
        #expect(objective.worded?.owner == "ben" && objective.worded?.due == "2027-03-01")
    }
}
