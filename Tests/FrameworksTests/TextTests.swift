import Facilitation
import Hashing
import Testing

@testable import Frameworks

@Suite struct `Frameworks as text` {
    @Test func `show everything that a pack holds`() throws {
        let expected = """
            # River towns working together

            river-towns, version 2: 2 areas in 2 groups, 2 stages

            Credit: Made up for the tests of this project

            ## Stages

            - **Sketched**: we have an idea. Ask: Could each of us say it in a sentence? Not enough: One \
            person with a good idea.
            - **Shared**: we have a plan. Ask: Is it in everybody's budget? Not enough: A plan in a drawer.

            ## Water

            ### 1. Clean rivers

            - Id: clean-rivers
            - Who acts: every town council
            - Purpose: Children can swim in the river again.
            - Money or contracts are likely to come up: interests are asked for again.

            Questions:

            - Where does the dirt come from?
            - Who tests the water?

            What shows each stage:

            - **Sketched**: We know the three worst pipes.
            - **Shared**: Two towns pay for one plan.

            Questions that test a claim:

            - When was that tested?

            Usual partners:

            - anglers
            - the water company

            Policies:

            - River charter (checked on 21 November 2026)

            Programmes:

            - Bank days (checked on 1 October 2026)

            Headline measures:

            - Days on which people may swim

            Measures that watch for harm elsewhere:

            - Water bills of poor households

            Disagreements to expect:

            - Who pays for the old pipes

            See also:

            - Quiet boats

            ## Boats

            ### 2. Quiet boats

            - Id: quiet-boats
            - Added on 20 November 2026.

            Questions:

            - How loud is too loud?

            """
        #expect(FrameworkText.show(try #require(riverTowns.value)) == expected)
    }

    @Test func `say in one line that a pack is sound`() {
        #expect(
            FrameworkText.check(riverTowns, name: "river-towns.yaml")
                == "No mistakes in river-towns.yaml: river-towns, version 2: 2 areas in 2 groups, 2 stages.\n"
        )
    }

    @Test func `tell what a sound set-up says, and what may surprise`() {
        let text = "title: North\nmembers: [{id: a, name: Jo, role: facilitator}, {id: b, name: Jo}]"
        let setup = SetupReader(library: Library()).read(
            yaml: Array(text.utf8), source: "north.yaml", framework: riverTowns.value)
        let expected = """
            No mistakes in north.yaml.
            Title: North
            Framework: River towns working together (river-towns)
            Areas: 2 areas
            Meeting: development
            Attribution: named
            Form: full
            Members: 2, of them 1 facilitator

            Worth knowing:

            1. Line 2, column 49: “Jo” has the same name as the member in line 2.
               Mend: nothing needs to be done; adding the organisation to the name helps the room.

            """
        #expect(FrameworkText.check(setup, name: "north.yaml") == expected)
    }
}

@Suite struct `Files to begin with` {
    @Test func `a new pack loads as it is`() throws {
        let text = Template.pack(id: "our-towns", name: "Our \"towns\": \\ all", checkedOn: "2026-11-22")
        let pack = PackReader.read(yaml: Array(text.utf8), source: "new.yaml")
        #expect(MistakeText.list(pack.mistakes, in: "new.yaml") == "")
        #expect(pack.value?.name == "Our \"towns\": \\ all")
        #expect(pack.value?.areas.map(\.id) == ["first-area", "second-area"])
        #expect(pack.value?.area("first-area")?.policies.first?.checkedOn == "2026-11-22")
        #expect(Template.packID(from: "Our towns, 2027!") == "our-towns-2027")
    }

    @Test func `a pack names every key that a pack may have`() {
        let text = Template.pack(id: "a", name: "A", checkedOn: "2026-11-22")
        // `added` is for areas that a partnership adds to somebody else's pack.
        for key in Set(PackReader.packKeys + PackReader.stageKeys + AreaReader.keys) where key != "added" {
            #expect(text.contains("\(key):"), "\(key)")
        }
    }

    @Test func `a new set-up loads as it is and says what was chosen`() throws {
        let framework = try #require(riverTowns.value)
        let setup = Setup(
            title: "North: the \"Place\"\u{1F91D}", framework: framework, areas: ["quiet-boats"],
            meeting: .formal,
            attribution: .anonymousGauge,
            members: [
                SetupMember(
                    id: "irc:ann", name: "Ann # Shah", organisation: "- Hill", sector: "*nhs", role: .observer
                ),
                SetupMember(name: "Lee", capacity: .deputy, role: .facilitator, votes: true, present: false),
            ],
            missing: ["residents: all"], form: .scan, closing: .whenAllAnswered, membersPropose: true,
            rule: AgreementRule(tolerance: .fixed(1), quorum: .half, majority: false),
            retention: Retention(label: "papers", days: 30),
            pregauge: Pregauge(until: "2027-01-15", areas: ["quiet-boats"]))
        for setup in [setup, Setup(framework: framework)] {
            let text = Template.setup(setup)
            let again = SetupReader(library: Library()).read(
                yaml: Array(text.utf8), source: "new.yaml", framework: framework)
            #expect(MistakeText.list(again.mistakes, in: "new.yaml") == "")
            #expect(again.value == setup)
        }
    }

    @Test func `a set-up names every key that a set-up may have, and its examples load too`() throws {
        let text = Template.setup(Setup(framework: try #require(riverTowns.value)))
        for key in SetupReader.keys + MemberReader.keys
        where !["id", "votes", "place", "present", "capacity"].contains(key) {
            #expect(text.contains("\(key):"), "\(key)")
        }
        // Taking the # away from the examples is what a newcomer does first.
        let used = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let words = line.dropFirst(2)
            let isExample =
                line.hasPrefix("# ")
                && (words.hasPrefix("  ") || words.hasSuffix(":") || words.contains(": 2"))
            return isExample ? words : line
        }.joined(separator: "\n")
        let setup = SetupReader(library: Library()).read(
            yaml: Array(used.utf8), source: "new.yaml", framework: riverTowns.value)
        #expect(MistakeText.list(setup.mistakes, in: "new.yaml") == "")
        #expect(setup.value?.members.count == 2)
        #expect(setup.value?.areas.last == "our-own-area")
        #expect(setup.value?.retention?.days == 2190)
        #expect(setup.value?.pregauge?.until == "2027-01-15")
    }

    @Test func `any text survives as a YAML scalar`() {
        for text in [
            "", " a ", "yes", "~", "a: b # c", "\u{85}\u{2028}\u{FEFF}\u{202E}", "'\"\\\n\t", "&a *a",
            "é\u{1F91D}",
        ] {
            let yaml = Array("name: \(Template.yamlScalar(text))".utf8)
            guard case .success(let tree) = YAMLTree.read(yaml, source: nil),
                case .mapping(let fields) = tree.content
            else {
                Issue.record("\(text.debugDescription) was not read")
                continue
            }
            #expect(fields.first?.value.writtenText == text)
        }
    }
}

@Suite struct `SHA-256` {
    // The examples of FIPS 180-4 (NIST, "Secure Hash Standard").
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `equals the published examples`(_ text: String, _ hash: String) {
        #expect(SHA256.hex(Array(text.utf8)) == hash)
        #expect(SHA256.digest(Array(text.utf8)).count == 32)
    }
}

@Suite struct `The nearest spelling` {
    @Test(arguments: [
        ("evidance", "evidence"), ("EVIDENCE", "evidence"), ("incluisve-growth", "inclusive-growth"),
        ("inclusive growth", "inclusive-growth"), ("rol", "role"), ("teh", "the"),
    ])
    func `is found`(_ typed: String, _ meant: String) {
        #expect(Spelling.nearest(to: typed, among: ["evidence", "inclusive-growth", "role", "the"]) == meant)
    }

    @Test func `is not offered when it is far, and the first of equals is`() {
        #expect(Spelling.nearest(to: "weather", among: ["evidence", "role"]) == nil)
        #expect(Spelling.nearest(to: "", among: ["a"]) == nil)
        #expect(Spelling.nearest(to: "ax", among: ["ab", "ac"]) == "ab")
        #expect(
            Spelling.nearest(
                to: String(repeating: "a", count: 65), among: [String(repeating: "a", count: 65)]) == nil)
    }

    @Test func `counts slips`() {
        #expect(Spelling.nearest(to: "abcdef", among: ["badcfe"]) == nil)
        #expect(Spelling.nearest(to: "abcdefghi", among: ["badcfeghi"]) == "badcfeghi")
    }
}
