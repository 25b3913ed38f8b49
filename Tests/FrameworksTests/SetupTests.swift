import Facilitation
import JSONText
import Testing

@testable import Frameworks

private func read(_ text: String) -> Checked<Setup> {
    SetupReader(library: Library()).read(
        yaml: Array(text.utf8), source: "north.yaml", framework: riverTowns.value)
}

private func told(_ text: String) -> [String] {
    read(text).mistakes.map { MistakeText.entry($0, in: "north.yaml") }
}

@Suite struct `A set-up` {
    @Test(arguments: ["", "# nothing yet\n", "{}", "title:\nmembers:\n"])
    func `with nothing in it has every default`(_ text: String) throws {
        let setup = try #require(read(text).value)
        #expect(setup == Setup(framework: try #require(riverTowns.value)))
    }

    static let full = """
        title: North Place partnership
        areas: [2, clean-rivers]
        meeting: formal
        attribution: Chatham House
        members:
          - {id: "irc:ann", name: Ann Shah, organisation: Hill PCN, sector: primary-care, place: Hill}
          - {name: Lee Brook, role: facilitator, votes: yes, capacity: in attendance, present: no}
        missing: [residents]
        form: short
        closing: when-all-answered
        membersPropose: true
        rule: {tolerance: 2, quorum: 0.6, majority: false}
        zone: Europe/Dublin
        language: cy
        retention: {label: board papers, days: 2190}
        pregauge: {until: 2027-01-15, areas: [Clean Rivers]}
        """

    @Test func `is read with every key`() throws {
        let checked = read(`A set-up`.full)
        #expect(checked.mistakes == [])
        let expected = Setup(
            title: "North Place partnership", framework: try #require(riverTowns.value),
            areas: ["quiet-boats", "clean-rivers"], meeting: .formal, attribution: .chathamHouse,
            members: [
                SetupMember(
                    id: "irc:ann", name: "Ann Shah", organisation: "Hill PCN", sector: "primary-care",
                    place: "Hill"),
                SetupMember(
                    name: "Lee Brook", capacity: .inAttendance, role: .facilitator, votes: true,
                    present: false),
            ],
            missing: ["residents"], form: .short, closing: .whenAllAnswered, membersPropose: true,
            rule: AgreementRule(
                tolerance: .fixed(2), quorum: Quorum(numerator: 3, denominator: 5), majority: false),
            zone: "Europe/Dublin", language: "cy", retention: Retention(label: "board papers", days: 2190),
            pregauge: Pregauge(until: "2027-01-15", areas: ["clean-rivers"]))
        #expect(checked.value == expected)
    }

    @Test(arguments: ["", full, "areas: [1]\nrule: {quorum: half}", "rule: {quorum: 1}"])
    func `comes back whole from its JSON`(_ text: String) throws {
        let setup = try #require(read(text).value)
        #expect(try Setup(json: setup.json, framework: setup.framework) == setup)
        #expect(
            setup.json["framework"] == [
                "id": "river-towns", "version": "2", "hash": .string(setup.framework.hash),
            ])
    }

    @Test func `takes the built-in framework when none is named, and another by its id`() {
        let reader = SetupReader(library: Library())
        #expect(reader.read(json: [:]).value?.framework == Library.builtInChecked.value)
        #expect(
            reader.read(json: ["framework": "ics-social-economic-2022"]).value?.framework
                == Library.builtInChecked.value)
    }

    @Test func `may hold its framework whole`() throws {
        let framework = try #require(riverTowns.value)
        let setup = SetupReader(library: Library()).read(json: ["framework": framework.canonicalJSON])
        #expect(setup.mistakes == [])
        #expect(setup.value?.framework == framework)
    }

    @Test func `may add areas of its own, which become part of the framework`() throws {
        let text = """
            areas:
              - 3
              - {id: night-buses, name: Night buses, links: [clean-rivers], added: 2026-11-22}
              - 1
            """
        // Area 3 is the local one, so it stands here twice.
        #expect(
            told(text) == [
                """
                1. Line 2, column 5: the id “night-buses” was used before, in line 3.
                   Mend: give one of the two another id, or leave one out.
                """
            ])
        let setup = try #require(read(text.replacing("  - 3\n", with: "")).value)
        #expect(setup.areas == ["night-buses", "clean-rivers"])
        #expect(setup.framework.groups.last?.id == "local")
        #expect(setup.framework.groups.last?.name == "Added locally")
        #expect(setup.framework.number(of: "night-buses") == 3)
        #expect(setup.framework.area("night-buses")?.added == "2026-11-22")
        #expect(setup.framework.hash != riverTowns.value?.hash)
        #expect(setup.framework.sealed() == setup.framework)
    }

    @Test(arguments: [
        ("two-thirds", 2, 3), ("Two thirds", 2, 3), ("half", 1, 2), ("3/5", 3, 5), ("6/10", 3, 5),
        ("0.6", 3, 5),
        ("60%", 3, 5), ("0.6667", 6667, 10000), ("1", 1, 1), ("100%", 1, 1),
    ])
    func `understands a quorum`(_ text: String, _ numerator: Int, _ denominator: Int) {
        let quorum = read("rule: {quorum: \"\(text)\"}").value?.rule.quorum
        #expect(quorum == Quorum(numerator: numerator, denominator: denominator))
    }

    @Test(arguments: [
        "0", "0/5", "6/5", "1.01", "101%", "-1/2", "3/0", "1/", "most", "0.", "", "1/9999999", "½",
    ])
    func `refuses what is no quorum`(_ text: String) {
        #expect(read("rule: {quorum: \"\(text)\"}").mistakes.map(\.kind) == [.badQuorum(text)])
    }

    @Test(arguments: ["floor((n-2)/3)", "floor((n−2)/3)", "Floor( (n - 2) / 3 )"])
    func `understands the tolerance written as a formula`(_ text: String) {
        #expect(read("rule: {tolerance: \"\(text)\", quorum: half}").value?.rule.tolerance == .rand)
    }

    @Test func `allows five hundred members and no more`() {
        func members(_ count: Int) -> JSONValue {
            .object(["members": .array((1...count).map { ["name": .string("Person \($0)")] })])
        }
        let reader = SetupReader(library: Library())
        #expect(reader.read(json: members(500), framework: riverTowns.value).value?.members.count == 500)
        #expect(
            reader.read(json: members(501), framework: riverTowns.value).mistakes.map { MistakeText.line($0) }
                == [
                    "members: “members” has 501 items; at most 500 can be used. Leave out all but 500."
                ])
    }

    @Test func `warns that nobody can facilitate in a chat where no facilitator has an id`() {
        let checked = read("members: [{name: Jo Hill, role: facilitator}, {id: b, name: Bo}]")
        #expect(checked.value?.members.count == 2)
        #expect(
            checked.warnings.map { MistakeText.entry($0) } == [
                """
                1. Line 1, column 11: “Jo Hill” facilitates and has no id, so in a chat nobody could facilitate.
                   Mend: for a chat, add “id:” with the id that the chat gives this person, such as irc:helen; at a \
                keyboard nothing needs to be done.
                """
            ])
        #expect(read("members: [{name: Jo, role: facilitator}, {id: b, name: Bo, role: facilitator}]").warnings == [])
    }

    @Test func `warns of two people of one name whom their ids tell apart`() {
        let checked = read("members: [{id: a, name: Jo Hill}, {id: b, name: jo hill}]")
        #expect(checked.value?.members.count == 2)
        #expect(
            checked.warnings.map { MistakeText.entry($0) } == [
                """
                1. Line 1, column 35: “jo hill” has the same name as the member in line 1.
                   Mend: nothing needs to be done; adding the organisation to the name helps the room.
                """
            ])
    }
}

@Suite struct `Mistakes in set-ups` {
    static let files: [BrokenFile] = [
        BrokenFile(
            "unknown key", "atribution: named",
            """
            1. Line 1, column 1: “atribution” is not a key that can stand here.
               Mend: write “attribution”.
            """),
        BrokenFile(
            "unknown word", "meeting: fromal",
            """
            1. Line 1, column 10: “fromal” is not a word for “meeting”.
               Mend: write “formal”.
            """),
        BrokenFile(
            "unknown word without a near one", "members: [{name: Ann, role: boss}]",
            """
            1. Line 1, column 29: “boss” is not a word for “role”.
               Mend: write “member”, “facilitator” or “observer”.
            """),
        BrokenFile(
            "no such number", "areas: [1, 13]",
            """
            1. Line 1, column 12: there is no area 13; the framework has 2.
               Mend: write a number from 1 to 2, or the id of an area.
            """),
        BrokenFile(
            "unknown area", "areas: [clean-river]",
            """
            1. Line 1, column 9: there is no area “clean-river”.
               Mend: write “clean-rivers”.
            """),
        BrokenFile(
            "unknown area without a near one", "pregauge: {until: 2027-01-15, areas: [money]}",
            """
            1. Line 1, column 39: there is no area “money”.
               Mend: use the id of an area; “framework show” lists them.
            """),
        BrokenFile(
            "an area twice", "areas: [1, 2, 1]",
            """
            1. Line 1, column 15: the id “clean-rivers” was used before, in line 1.
               Mend: give one of the two another id, or leave one out.
            """),
        BrokenFile(
            "a local area with an id of the framework", "areas: [{id: clean-rivers, name: Ours}]",
            """
            1. Line 1, column 14: the id “clean-rivers” was used before, in the framework.
               Mend: give one of the two another id, or leave one out.
            """),
        BrokenFile(
            "the same member twice", "members: [{id: a, name: Ann}, {id: a, name: Bo}]",
            """
            1. Line 1, column 31: the id “a” was used before, in line 1.
               Mend: give one of the two another id, or leave one out.
            """),
        BrokenFile(
            "the same name twice", "members:\n  - name: Ann\n  - name: ann",
            """
            1. Line 3, column 5: “ann” was named before, in line 2.
               Mend: add “id:” to both, or make the names differ, or leave one out.
            """),
        BrokenFile(
            "a name that reads like another", "members:\n  - name: Ann Lee\n  - name: Ann Le\u{435}",
            """
            1. Line 3, column 5: “Ann Le\u{435}” reads like “Ann Lee”, in line 2, and is written in another way.
               Mend: write both alike if they are one person, or make the names differ.
            """),
        BrokenFile(
            "a name that forges a line", "members: [{name: 'Eve: agreed'}]",
            """
            1. Line 1, column 18: “Eve: agreed” has “:” in it, which transcripts use as a mark.
               Mend: leave “:” out.
            """),
        BrokenFile(
            "the bot's name", "members: [{name: common ground}]",
            """
            1. Line 1, column 18: “common ground” reads like the bot, or like a word that the bot uses for people.
               Mend: write the name that people call this person by.
            """),
        BrokenFile(
            "an id such as the program makes", "members: [{id: 'setup:2', name: Ann}]",
            """
            1. Line 1, column 16: the id “setup:2” begins like those that the program makes itself.
               Mend: use the id that your chat gives this person, such as irc:ann.
            """),
        BrokenFile(
            "not a tolerance", "rule: {tolerance: few}",
            """
            1. Line 1, column 19: “few” is not a tolerance.
               Mend: write floor((n-2)/3), or a number of people.
            """),
        BrokenFile(
            "not a quorum", "rule: {quorum: most}",
            """
            1. Line 1, column 16: “most” is not a quorum.
               Mend: write two-thirds, half, a fraction such as 3/5, or a share such as 0.6.
            """),
        BrokenFile(
            "no such zone", "zone: Europe/Londn",
            """
            1. Line 1, column 7: there is no time zone “Europe/Londn”.
               Mend: write “Europe/London”.
            """),
        BrokenFile(
            "a number out of range", "retention: {label: x, days: 0}",
            """
            1. Line 1, column 29: “days” is 0; it must be a whole number from 1 to 36525.
               Mend: write a number from 1 to 36525.
            """),
        BrokenFile(
            "a text for a number", "retention: {days: a week}",
            """
            1. Line 1, column 19: “days” must be a number, and this is a text.
               Mend: write a number without quotes.
            """),
        BrokenFile(
            "no date", "pregauge: {areas: [1]}",
            """
            1. Line 1, column 11: “until” is missing.
               Mend: add “until:” and fill it in.
            """),
    ]

    @Test(arguments: files) func `are told in plain words`(_ file: BrokenFile) {
        #expect(read(file.text).value == nil)
        #expect(told(file.text) == [file.expected])
    }

    @Test func `from the wire have paths, one line each`() {
        let setup = SetupReader(library: Library(), mayReadFiles: false).read(
            json: [
                "framework": "/etc/passwd",
                "members": [["name": "Ann"], ["name": "Bo", "rol": "member"], ["name": 3, "votes": "yes"]],
                "title": ["a"],
            ])
        #expect(setup.value == nil)
        #expect(
            setup.mistakes.map { MistakeText.line($0) } == [
                "title: “title” must be a text, and this is a list. Write a text in double quotes.",
                "members[1].rol: “rol” is not a key that can stand here. Write “role”.",
                "members[2].votes: “votes” must be true or false, and this is a text. Write true or false,"
                    + " without quotes.",
                "framework: the file “/etc/passwd” cannot be named here; files stay on their own computer."
                    + " Name the framework by its id, or put the whole pack here.",
            ])
        #expect(setup.mistakes.map(\.number) == [1, 2, 3, 4])
    }

    @Test func `from the wire are mended in the words of JSON`() {
        let setup = SetupReader(library: Library(), today: CivilDate(year: 2026, month: 10, day: 14)).read(
            json: [
                "areas": "eight", "members": [["id": "", "name": "Ann"], ["id": "irc:bo"]], "rule": "strict",
                "pregauge": ["until": "2026-10-13"],
            ])
        #expect(
            setup.mistakes.map { MistakeText.line($0) } == [
                "rule: “rule” must be a group of keys, and this is a text. Write an object in curly brackets.",
                "members[0].id: “id” must be a text, and this is empty. Write a text in double quotes.",
                "members[1]: “name” is missing. Add “name”.",
                "areas: “areas” must be a list, and this is a text. Write a list in square brackets.",
                "pregauge.until: “2026-10-13” has passed. Give a day that is still to come.",
            ])
    }

    @Test func `in a pack that it names are told with the pack's name`() {
        let setup = SetupReader(library: Library()).read(
            yaml: Array("title: North\nframework: /nowhere/towns.yaml".utf8), source: "north.yaml")
        #expect(
            setup.mistakes.map { MistakeText.entry($0, in: "north.yaml") } == [
                """
                1. Line 2, column 12: there is no file “/nowhere/towns.yaml”.
                   Mend: check the name and the folder.
                """
            ])
    }
}
