import Testing

@testable import Facilitation

@Suite("Comparing sessions of one partnership, and several partnerships")
struct ComparisonTests {
    private func twoSessions(_ set: (inout Setup) -> Void = { _ in }) -> [Record] {
        let room = Room("ann", "ben", "cat", "dev", set: set).started()
        room.gauge(["ann": "emerging", "ben": "established", "cat": "established", "dev": "dont-know"])
        room.helen.settles("established")
        for id in ["ann", "ben", "cat", "dev"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen.proposes(.aim, "Every young person has a coach")
        for id in ["ann", "ben", "cat", "dev"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen.proposes(.objective, "Count the coaches", owner: "ann")
        for id in ["ann", "ben", "cat", "dev"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/end")
        let first = room.record
        room.helen("/start 1")
        room.gauge(["ann": "established", "ben": "emerging", "cat": "established", "dev": "emerging"])
        room.ann("/progress done because all are counted")
        return [first, room.record]
    }

    @Test("Movement is told in counts: up, down, stayed, and from don't know")
    func counts() throws {
        let movement = Movement(twoSessions(), framework: Room.framework)
        let area = try #require(movement.areas.first)
        #expect(movement.areas.count == 1 && area.id == "anchors")
        let moves = try #require(area.steps.first?.moves)
        #expect((moves.up, moves.down, moves.same, moves.unsure) == (1, 1, 1, 1))
        #expect(area.sightings.map(\.session) == [1, 2] && area.sightings[0].outcome == .agreed)
        #expect(area.sightings[1].counts == ["established": 2, "emerging": 2] && area.sightings[1].stage == nil)
        #expect(movement.actions == [.done: 1])
    }

    @Test("Where ratings have no names nobody can tell who moved, and the comparison does not try")
    func withoutNames() {
        for attribution in [Attribution.chathamHouse, .anonymousGauge] {
            let movement = Movement(twoSessions { $0.attribution = attribution }, framework: Room.framework)
            #expect(movement.areas[0].steps.map(\.moves) == [nil])
        }
    }

    @Test("No name and no id of a member is in a comparison, in whatever kind of session")
    func noNames() {
        for attribution in Attribution.allCases {
            let records = twoSessions { $0.attribution = attribution }
            let texts = [
                "\(Movement(records, framework: Room.framework).json)",
                "\(SideBySide([(records, Room.framework), (records, Room.framework)]).json)",
            ]
            for text in texts {
                for id in ["ann", "ben", "cat", "dev"] {
                    #expect(!text.contains("\"\(id)\"") && !text.contains(Room.fullName(id)))
                }
            }
        }
    }

    @Test("A session that did not come to an area is left out, and those around it are compared")
    func leftOut() {
        let room = Room("ann", "ben").started()
        room.gauge(["ann": "emerging", "ben": "emerging"])
        room.helen("/end")
        let first = room.record
        room.helen("/start 2")
        room.gauge(["ann": "emerging", "ben": "emerging"])
        room.helen("/end")
        let second = room.record
        room.helen("/start 1")
        room.gauge(["ann": "expanding", "ben": "emerging"])
        let movement = Movement([first, second, room.record], framework: Room.framework)
        #expect(movement.areas.map(\.id) == ["anchors", "growth"])
        #expect(movement.areas[0].steps.map { [$0.from, $0.to] } == [[1, 3]])
        #expect(movement.areas[0].steps[0].moves?.up == 1 && movement.areas[1].steps.isEmpty)
    }

    @Test("Partnerships stand in the order in which they were named, with patterns and aims and without stages")
    func sideBySide() {
        var south = Room("ann", "ben", "cat").started().record
        south.room = "south"
        let north = twoSessions()
        let comparison = SideBySide([([south], Room.framework), (north, Room.framework)])
        #expect(comparison.rooms.map(\.room) == ["south", "north"] && comparison.areas.map(\.id) == ["anchors"])
        #expect(comparison.areas[0].views.map(\.room) == ["north"])
        #expect(comparison.areas[0].views[0].aims.map(\.text) == ["Every young person has a coach"])
        #expect(comparison.areas[0].views[0].pattern == "neighbours")
        #expect(!"\(comparison.json)".contains("established"))
    }

    @Test("Areas of different frameworks are not laid beside each other")
    func frameworks() {
        var other = Room.framework
        other.id = "other"
        let records = twoSessions()
        let comparison = SideBySide([(records, Room.framework), (records, other)])
        #expect(comparison.areas.map(\.framework) == ["test", "other"])
        #expect(comparison.areas.allSatisfy { $0.views.count == 1 })
    }
}
