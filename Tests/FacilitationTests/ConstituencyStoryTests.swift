import Testing

@testable import Facilitation

@Suite("Ratings grouped by organisation or place")
struct ConstituencyStoryTests {
    /// Ann and Ben work for the Trust, Cat and Dev for the Council; Ann and Cat are of one town.
    private func room(_ constituency: Constituency, _ attribution: Attribution = .named) -> Room {
        let room = Room("ann", "ben", "cat", "dev") { setup in
            setup.constituency = constituency
            setup.attribution = attribution
            for (id, organisation, place) in [
                ("ann", "Vale-Trust", "Eastby"), ("ben", "Vale-Trust", "Westby"), ("cat", "Council", "Eastby"),
                ("dev", "Council", "Westby"),
            ] {
                guard let index = setup.members.firstIndex(where: { $0.id == id }) else { continue }
                setup.members[index].organisation = organisation
                setup.members[index].place = place
            }
        }.started()
        room.gauge(["ann": "emerging", "ben": "emerging", "cat": "established", "dev": "established"])
        return room
    }

    @Test("The reveal, the pattern and the record group by what the set-up says")
    func grouped() {
        let byOrganisation = room(.organisation)
        #expect(byOrganisation.lastToRoom.contains("By organisation: Council: Established 2; Vale-Trust: Emerging 2."))
        #expect(byOrganisation.lastToRoom.contains("Vale Trust and Council members see this differently"))
        #expect(byOrganisation.area.gauges[0].measures?.pattern == "clumps-by-sector")
        #expect(byOrganisation.recordText.contains("\"byOrganisation\":{\"Council\":{\"established\":2}"))
        let byPlace = room(.place)
        #expect(
            byPlace.lastToRoom.contains(
                "By place: Eastby: Emerging 1, Established 1; Westby: Emerging 1, Established 1."))
        #expect(byPlace.area.gauges[0].measures?.pattern != "clumps-by-sector")
        let bySector = room(.sector)
        #expect(bySector.lastToRoom.contains("By sector: housing: Established 2; NHS: Emerging 2."))
        #expect(bySector.recordText.contains("\"bySector\":{\"housing\""))
    }

    @Test("An organisation with one voting member is not shown alone")
    func small() {
        let room = Room("ann", "ben", "cat", "dev", "eve") { setup in
            setup.constituency = .organisation
            for index in setup.members.indices {
                setup.members[index].organisation = index < 3 ? "Vale Trust" : "Body \(index)"
            }
        }.started()
        room.gauge([
            "ann": "emerging", "ben": "emerging", "cat": "established", "dev": "expanding", "eve": "established",
        ])
        #expect(
            room.lastToRoom.contains(
                "By organisation: Vale Trust: Emerging 2; other organisations: Established 2, Expanding 1."))
    }

    @Test("Where ratings have no names and are not grouped by sector, a single rating carries none")
    func noTwoGroupings() {
        for attribution in [Attribution.chathamHouse, .anonymousGauge] {
            #expect(room(.organisation, attribution).area.gauges[0].ratings.allSatisfy { $0.sector == nil })
            #expect(room(.sector, attribution).area.gauges[0].ratings.allSatisfy { $0.sector != nil })
        }
    }
}
