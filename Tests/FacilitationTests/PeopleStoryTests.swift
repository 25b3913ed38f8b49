import Testing

@testable import Facilitation

@Suite("People coming and going, silent ones, and facilitators")
struct PeopleStoryTests {
    @Test("Silent members are listed once before a gauge or test; apologies mark them away")
    func silence() {
        let room = Room("ann", "ben", "cat").started()
        room.ann("/where")
        room.helen("/gauging")
        #expect(room.notices.contains(.notHeardYet([room.id("ben"), room.id("cat")])))
        room.helen("/apologies Ben Reed, cat")
        room.ann.rates("emerging")
        #expect(room.notices.contains(.allRatingsIn(1)))
        room.helen("/reveal")
        #expect(room.area.gauges[0].present == 1 && room.area.gauges[0].answered == 1)
        room.helen("/regauge")
        #expect(!room.notices.contains { if case .notHeardYet = $0 { true } else { false } })
    }

    @Test("Somebody marked away who answers is here again")
    func backAgain() {
        let room = Room("ann", "ben").started()
        room.helen("/apologies ben")
        room.testDecision(["ann": .support, "ben": .support])
        #expect(room.record.members.first { $0.id == "ben" }?.present == true)
    }

    @Test("Somebody who was away and speaks is waited for again, and hears what they missed", arguments: [true, false])
    func speaksAgain(hasLeft: Bool) {
        let room = Room("ann", "ben").started()
        if hasLeft { room.ben("/leave") } else { room.helen("/apologies ben") }
        room.ben(.chatted, words: "bye all")
        #expect(room.record.members.first { $0.id == "ben" }?.present == false)
        room.helen.proposes(.decision, "We publish every contract")
        room.ann.levels(.support)
        room.ben.says("I think that would hurt small firms.")
        #expect(room.notices.contains(.presenceMarked([room.id("ben")], present: true)))
        #expect(room.notices.contains(.catchUp))
        room.helen("/close")
        #expect(room.area.decisions[0].outcome == .agreedByThoseWhoAnswered && room.area.decisions[0].notAnswered == 1)
    }

    @Test("Whoever says that they are back is back", arguments: ReturnWords.entries.map(\.phrase) + ["back"])
    func saysTheyAreBack(words: String) throws {
        let room = Room("ann", "ben").started()
        func events(_ words: String, _ id: String) throws -> [EventKind] {
            try Interpreter.readings(said: words, by: id, isPrivate: false, today: room.today, in: room.discussion)
                .map(\.event.kind)
        }
        #expect(try events(words, "ben") != [.joined], "nobody comes back who never went")
        room.helen("/apologies ben")
        for line in [words, "\(words), sorry", "\(words) everybody"] { #expect(try events(line, "ben") == [.joined]) }
        for line in ["\(words) in ten", "not \(words) yet"] { #expect(try events(line, "ben") != [.joined], "\(line)") }
        room.ben("\(words)")
        #expect(room.notices.contains { if case .joined = $0 { true } else { false } })
    }

    @Test("An answer given before leaving stands, in a test and in a gauge")
    func leavers() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        room.ann.rates("emerging")
        room.ann("/leave")
        room.helen("/reveal")
        #expect(room.area.gauges[0].answered == 1 && room.area.gauges[0].present == 2)
        room.ann("/join Ann Reed")
        room.testDecision(["ann": .support])
        room.ann("/leave")
        room.ben.levels(.support)
        room.helen("/close")
        #expect(room.area.decisions[0].levels == [.support: 2] && room.area.decisions[0].outcome == .agreed)
    }

    @Test("A latecomer is caught up in at most five lines, privately, and is waited for")
    func latecomer() {
        let room = Room("ann").started()
        room.testDecision(["ann": .support])
        #expect(room.notices.contains(.allAnswered(wouldBe: .agreed)))
        room.kim("/join Kim Lee | vcse | Advice Centre")
        let lines = room.privately["kim"]?.last?.split(separator: "\n") ?? []
        #expect((2...5).contains(lines.count))
        room.ann.levels(.support)
        #expect(!room.notices.contains(.allAnswered(wouldBe: .agreed)))
        room.kim.levels(.support)
        #expect(room.notices.contains(.allAnswered(wouldBe: .agreed)))
    }

    @Test(
        "A member of the set-up without an id is claimed by the same whole name, asserted and said; a facilitator never is"
    )
    func claiming() {
        let room = Room("ann") {
            $0.members.append(SetupMember(name: "Gus Hale", organisation: "Trust", sector: "nhs"))
            $0.members.append(SetupMember(name: "Fran Hale", role: .facilitator))
        }
        room.voice("irc:gus")("/join gus hale | vcse | Other")
        let gus = room.record.members.first { $0.name == "Gus Hale" }
        #expect(
            gus?.id == "irc:gus" && gus?.assurance == .asserted && gus?.sector == "nhs" && gus?.organisation == "Trust")
        #expect(room.lastToRoom.contains("The name stands in the set-up"))
        room.voice("irc:fran")("/join Fran Hale")
        #expect(room.declined == .facilitatorNeedsID("Fran Hale"))
        room.voice("irc:mallory")("/join Gus Hale")
        #expect(room.declined == .nameIsTaken("Gus Hale"))
        #expect(room.record.members.filter { $0.role == .facilitator }.map(\.name) == ["Helen Reed", "Fran Hale"])
    }

    @Test("Somebody who has not joined is told to, and changes nothing")
    func strangers() {
        let room = Room("ann").started()
        let before = room.discussion
        for line in ["/end", "/agree #1", "/park X", "hello"] {
            room.mallory(line)
            #expect(room.declined == .notJoined && room.discussion == before)
        }
    }

    @Test("Facilitators and observers do not answer, unless the set-up gives them votes: true")
    func votes() {
        let room = Room("ann") { $0.members.append(SetupMember(id: "obi", name: "Obi Reed", role: .observer)) }
            .started()
        room.helen("/gauging")
        for id in ["helen", "obi"] {
            room.voice(id).rates("emerging")
            #expect(room.declined == .doesNotVote)
        }
        let voting = Room("ann") { $0.members[0].votes = true }.started()
        voting.testDecision(["ann": .support])
        #expect(voting.discussion.notAnswered == [voting.id("helen")])
        voting.helen.levels(.support)
        #expect(voting.notices.contains(.allAnswered(wouldBe: .agreed)))
    }

    @Test("Only whoever runs the program names the first facilitator; then only a facilitator does")
    func firstFacilitator() {
        let room = Room {
            $0.members = [SetupMember(id: "ann", name: "Ann Reed"), SetupMember(id: "ben", name: "Ben Reed")]
        }
        room.ann("/facilitator Ann Reed")
        #expect(room.declined == .needsFacilitator(.facilitatorNamed))
        room.hear(.facilitatorNamed(name: "Ann"), by: "host", host: true)
        #expect(room.record.members[0].role == .facilitator && !room.record.members[0].votes)
        room.hear(.facilitatorNamed(name: "Ben"), by: "host", host: true)
        #expect(room.declined == .needsFacilitator(.facilitatorNamed))
        room.ann("/facilitator Ben Reed")
        #expect(room.record.members[1].role == .facilitator)
    }

    @Test("A member who names the first facilitator stays who they are, and the facilitator has a place of their own")
    func facilitatorNamedByMember() {
        let room = Room { $0.members = [] }
        room.voice("typed:ann")("/join Ann")
        room.hear(.facilitatorNamed(name: "Helen"), by: "typed:ann", host: true)
        #expect(room.record.members.map(\.id) == ["typed:ann", "setup:2"])
        #expect(room.record.members.map(\.role) == [.member, .facilitator])
        room.voice("setup:2")("/start 1")
        room.voice("typed:ann").says("We share a plan.")
        #expect(room.area.statements.map(\.by) == ["typed:ann"])
    }

    @Test("An id stands at one place: nobody speaks for two people")
    func oneIDOnePlace() {
        let room = Room {
            $0.members = [SetupMember(id: "irc:ann", name: "Ann Reed"), SetupMember(id: "irc:ann", name: "Ben Reed")]
        }
        #expect(room.record.members.map(\.id) == ["irc:ann", "setup:2"])
        #expect(room.discussion.people[room.id("irc:ann")].name == "Ann Reed")
        var people = room.discussion.people
        let added = people.add(people.list[0])
        #expect(added == nil && people.list.count == 2)
    }

    @Test("Commands of the facilitator are declined from members, and name what is needed")
    func members() {
        let room = Room("ann").started()
        for line in [
            "/next", "/gauging", "/end", "/done", "/apologies helen", "/pause", "/handling X", "/skip", "/extend 5",
        ] {
            room.ann(line)
            #expect(room.declined?.code == .notPermitted, "\(line)")
        }
    }

    @Test("An unknown command leaves a line that counts nowhere, and suggests the nearest one")
    func unknownCommand() {
        let room = Room("ann").started()
        room.ann("/gague established")
        #expect(room.declined == .unknownCommand("/gague", nearest: "/gauge"))
    }
}
