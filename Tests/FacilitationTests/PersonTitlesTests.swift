import Testing

@testable import Facilitation

@Suite("What stands before a name")
struct PersonTitlesTests {
    @Test(
        "Everybody is called by their first name, whatever stands before it",
        arguments: [
            ("Rev Jane Poe", "Jane"), ("Dr. Ann Shah", "Ann"), ("Nurse Bo Hill", "Bo"), ("Tom Nurse", "Tom"),
            ("Alderman", "Alderman"),
        ])
    func firstNames(name: String, first: String) {
        #expect(Names.firstName(of: name) == first)
    }

    @Test("A title names nobody, and a surname that is one names its owner")
    func naming() {
        let room = Room("ann", "ben", "cat") {
            for (index, name) in ["Jane Poe", "Tom Nurse", "Tom Hill"].enumerated() {
                $0.members[index + 1].name = name
            }
        }
        let people = room.discussion.people
        func ids(_ words: String) -> [String] { people.named(words).map { people[$0].id } }
        #expect(ids("Rev Poe") == ["ann"] && ids("Sister Jane") == ["ann"])
        #expect(ids("Nurse") == ["ben"] && ids("Tom N") == ["ben"] && ids("Mr Hill") == ["cat"])
        #expect(ids("Tom") == ["ben", "cat"] && ids("Nurse Tom") == ["ben", "cat"] && ids("Dr") == [])
    }

    @Test("Whoever has the title is meant before others of the name")
    func titled() {
        let room = Room("ann", "ben") {
            for (index, name) in ["Dr Mary Lee", "Bo Lee"].enumerated() { $0.members[index + 1].name = name }
        }
        let people = room.discussion.people
        #expect(people.named("Dr Lee").map { people[$0].id } == ["ann"])
        #expect(people.named("Cllr Lee").map { people[$0].id } == ["ann", "ben"])
    }

    @Test("The words of a name without its titles are never none")
    func dropped() {
        #expect(PersonTitles.dropped(from: ["prof", "dr", "shah"]) == ["shah"])
        #expect(PersonTitles.dropped(from: ["dr"]) == ["dr"])
        #expect(PersonTitles.dropped(from: []) == [])
    }
}
