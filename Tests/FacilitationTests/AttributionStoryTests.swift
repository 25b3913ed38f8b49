import JSONText
import Testing

@testable import Facilitation

@Suite("Whose name stands beside what, under each attribution")
struct AttributionStoryTests {
    /// The same talk under one attribution; ann and ben share a sector, eve and fay are alone in theirs.
    private func talk(_ attribution: Attribution, members: [String] = ["ann", "ben", "eve", "fay"]) -> Room {
        let room = Room("ann", "ben") {
            $0.attribution = attribution
            for id in members.dropFirst(2) {
                $0.members.append(SetupMember(id: id, name: Room.fullName(id), sector: Room.sectors[id] ?? ""))
            }
        }.started()
        let statement = room.ann.says("We share a plan.")
        room.ben("/disagree \(statement) because no data")
        room.voice(members[2])("/agree \(statement)")
        room.gauge(["ann": "emerging", "ben": "established"])
        room.helen("/decide Meet weekly")
        for id in members { room.voice(id).levels(.support) }
        room.voice(members[2]).levels(.reservation, "the cost")
        room.helen("/close")
        room.voice(members[2])("/minority It costs too much.")
        room.ann("/interest My sister works there")
        room.helen("/readback")
        return room
    }

    @Test(
        "Chatham House: no names, and no entries that lead to one, on ratings, statements, positions, levels, reservations"
    )
    func chathamHouse() {
        let room = talk(.chathamHouse)
        let area = room.area
        #expect(
            area.statements[0].by == nil && area.statements[0].sector == "nhs" && area.statements[0].entries.isEmpty)
        #expect(area.statements[0].counts == [.agree: 1, .disagree: 1, .unsure: 0])
        #expect(area.statements[0].agree.isEmpty && area.statements[0].disagree.isEmpty)
        #expect(area.gauges[0].ratings.allSatisfy { $0.by == nil && $0.entries.isEmpty })
        #expect(
            area.decisions[0].reservations.map(\.by) == [nil] && area.decisions[0].reservations[0].text == "the cost")
        #expect(area.objections[0].by == nil && area.objections[0].entries.isEmpty)
        #expect(area.minorityViews[0].by == nil && !area.minorityViews[0].named)
        #expect(room.record.interests[0].by == "ann", "interests stay named")
        #expect(room.record.members.count == 5, "members present stay named")
    }

    @Test("A sector of one is hidden; two small ones are shown together; a lone small one is shown not at all")
    func sectors() {
        #expect(talk(.chathamHouse).area.decisions[0].reservations[0].sector == "other-sectors")
        #expect(talk(.chathamHouse, members: ["ann", "ben", "eve"]).area.decisions[0].reservations[0].sector == nil)
    }

    @Test("Anonymous gauge hides raters, and nothing else but the default name of a minority view")
    func anonymousGauge() {
        let area = talk(.anonymousGauge).area
        #expect(area.gauges[0].ratings.allSatisfy { $0.by == nil && $0.entries.isEmpty })
        #expect(
            area.statements[0].by == "ann" && area.statements[0].disagree == ["ben"]
                && !area.statements[0].entries.isEmpty)
        #expect(area.decisions[0].reservations[0].by == "eve" && area.minorityViews[0].by == nil)
        let named = talk(.named).area
        #expect(named.gauges[0].ratings.map(\.by) == ["ann", "ben"] && named.minorityViews[0].by == "eve")
    }

    @Test("Chatham House: nothing said to the room about views carries a member's name")
    func roomWords() {
        let room = talk(.chathamHouse)
        room.helen("/decide Something else")
        room.ann.levels(.block)
        room.ben.levels(.cannotYet, "no time")
        room.helen("/close")
        room.helen("/close")
        room.ann("/where")
        // Names belong to interests and to the list of those not heard from; everything else here is about views.
        let views = room.toRoom.filter { !$0.hasPrefix("Interest kept") && !$0.hasPrefix("Not heard from") }
        #expect(views.count > 10)
        for words in views {
            for name in ["Ann", "Ben", "Eve", "Fay"] { #expect(!words.contains(name), "\(words)") }
        }
    }
}
