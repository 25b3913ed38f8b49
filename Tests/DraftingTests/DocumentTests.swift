import DraftingMutations
import Facilitation
import Testing

@testable import Drafting

/// Every document of a session, and what the checker makes of it.
@Suite struct DocumentTests {
    static func text(_ document: DraftDocument, _ record: Record = Fixtures.record()) -> String {
        document.draft(of: record, framework: Fixtures.framework).markdown
    }

    @Test(arguments: [false, true]) func `every document of a random session passes the checker`(isHostile: Bool) {
        for seed in 1...15 {
            let session = RandomSession(seed: seed, isHostile: isHostile)
            let checker = DraftChecker(
                record: session.record, entries: session.entries, framework: Fixtures.framework)
            for document in DraftDocument.allCases {
                let text = Self.text(document, session.record)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                for finding in checker.findings(in: text, isComplete: document.isComplete).prefix(2) {
                    let line = lines[min(finding.line, lines.count) - 1]
                    Issue.record("\(document) of seed \(seed): \(finding.explanation) \(line)")
                }
            }
        }
    }

    @Test(arguments: DraftDocument.allCases.filter(\.isComplete))
    func `a minority view and an open gap are in every whole document`(document: DraftDocument) {
        let text = Self.text(document)
        #expect(text.contains("from where they stand, we are Emerging"))
        #expect(text.contains("no owner, no due date, no baseline yet"))
    }

    @Test func `the page of aims leaves out the talk and the rounds`() {
        let page = Self.text(.aims)
        #expect(!page.contains("Round 1") && !page.contains("#14"))
        #expect(page.split(separator: " ").count < 500)
    }

    @Test func `a cover sheet counts outcomes, and asks for what is missing`() {
        let cover = Self.text(.cover)
        #expect(cover.contains("Put to the test: 1 position, 1 decision, 1 aim, 2 objectives ["))
        #expect(
            cover.contains(
                "Outcomes: 2 supported in discussion; 1 supported in discussion, with reservations; "
                    + "1 majority position, minority view recorded; 1 supported by those who answered ["))
        #expect(cover.contains("- Find who will answer for objective O2 [92, 94].\n"))
    }

    static let wrongSums: [(String, DraftFault)] = [
        ("Outcomes: 3 supported in discussion [48].", .numberDiffers(3)),
        ("Outcomes: 2 supported in discussion; 1 deferred [48].", .numberDiffers(1)),
        ("Put to the test: 2 positions.", .numberDiffers(2)),
        ("Outcomes: 2 agreed [48].", .verbTooStrong),
        (
            "Acting as an anchor: between round 1 and round 2 those who answered went from 6 to 5 [20, 28, 50, 58].",
            .numberDiffers(5)
        ),
    ]

    @Test(arguments: wrongSums) func `a wrong sum is refused`(sentence: String, fault: DraftFault) {
        let found = DraftChecker(record: Fixtures.record(), entries: [:]).findings(in: sentence, isComplete: false)
        #expect(found.map(\.fault).contains(fault))
    }

    @Test func `fewer answers in a later round are told`() {
        var record = Fixtures.record()
        record.areas[0].gauges[1].answered = 5
        let text = Self.text(.annex, record)
        #expect(text.contains("between round 1 and round 2 those who answered went from 6 to 5 [20, 28, 50, 58]."))
    }

    @Test func `a cover sheet tells beside its words the owner and the date that hold now`() {
        let cover = Self.text(.cover, FollowingUpTests.later())
        #expect(
            cover.contains(
                "\n- Consider objective O1: “Publish one baseline of the spending that the six bodies can influence.” [90].\n"
                    + "  - Owner as worded: Idris Penhale (Wenmoor Integrated Care Board); changed to Leona Marsh "
                    + "(Wenmoor Hospitals) [90].\n"
                    + "  - Due date as worded: 30 September 2026; changed to 31 March 2027 [90].\n"))
    }

    @Test func `a decision log tells them in the same cell, and a wrong one is found`() {
        let record = FollowingUpTests.later()
        let log = Self.text(.decisions, record)
        let changed = "can influence.”, since changed to owner: Leona Marsh (Wenmoor Hospitals); due: 31 March 2027 |"
        #expect(log.contains(changed))
        #expect(!Self.text(.decisions).contains("since changed"))
        for (from, to, fault) in [
            ("; due: 31 March 2027 |", "; due: 30 September 2026 |", DraftFault.dateDiffers("30 September 2026")),
            (
                "owner: Leona Marsh (Wenmoor Hospitals)", "owner: Odile Furnace (Fellside Homes)",
                .ownerDiffers("Odile Furnace")
            ),
        ] {
            let found = TestedAgainTests.findings(log.replacing(from, with: to), record, isComplete: false)
            #expect(found.contains(fault))
        }
    }

    @Test func `that each objective has somebody who answers for it is said where there are objectives`() {
        var record = SuggestionTests.record([])
        #expect(Self.text(.cover, record).contains("nobody owns yet\n\nNo objective was taken on.\n"))
        record.areas[0].objectives = Array(Fixtures.record().areas[0].objectives.prefix(1))
        #expect(Self.text(.cover, record).contains("nobody owns yet\n\nThere is no objective without somebody"))
        #expect(TestedAgainTests.faults(record) == [])
    }

    @Test(arguments: DraftDocument.allCases) func `an extract is known by its title, and a whole document is none`(
        document: DraftDocument
    ) {
        for record in [Fixtures.record(), Fixtures.record(meeting: .formal), Record()] {
            let found = DraftDocument.extract(titledIn: Self.text(document, record))
            #expect(found == (document.isComplete ? nil : document))
        }
        #expect(DraftDocument.extract(titledIn: "Ratings\n") == nil && DraftDocument.extract(titledIn: "") == nil)
    }

    @Test func `where a third do not know, that is told and not that there are too few ratings`() {
        var record = Fixtures.record()
        record.areas[0].gauges[1].counts = ["established": 1, "dont-know": 1, "no-view": 1]
        record.areas[0].gauges[1].answered = 3
        record.areas[0].gauges[1].measures?.pattern = "too-few"
        #expect(Self.text(.draft, record).contains("In round 2, too little is known in the room to settle a stage ["))
        record.areas[0].gauges[1].counts = ["established": 2, "no-view": 1]
        #expect(Self.text(.draft, record).contains("In round 2, there are too few ratings to show a pattern ["))
    }

    @Test func `somebody of a small sector is of no sector other than another`() {
        let names = RecordNames(record: Fixtures.record(), framework: Fixtures.framework)
        #expect(names.holder(nil, sector: "other-sectors") == "one member (from a smaller sector)")
        #expect(names.holder(nil, sector: "police-fire") == "one member (police and fire)")
    }

    @Test func `an action log without actions says so in plain words`() {
        #expect(Self.text(.actions, Record()).contains("No actions were recorded."))
    }

    @Test(arguments: DraftDocument.allCases) func `every document of an empty record says something and passes`(
        document: DraftDocument
    ) {
        let text = Self.text(document, Record())
        #expect(DraftChecker(record: Record(), entries: [:]).findings(in: text).isEmpty)
        #expect(text.hasPrefix("# ") && text.split(separator: "\n").count > 2)
    }

    @Test func `a pack of papers says once what every paper says alone`() {
        let pack = DraftDocument.all.draft(of: Fixtures.record(meeting: .formal), framework: Fixtures.framework)
        let headings = pack.sections.filter { $0.level == 1 }.map(\.heading)
        let wanted = [
            "Cover sheet", "Shared aims and objectives", "Minutes", "Ratings", "Annex: how agreement was tested",
        ]
        #expect(headings == wanted)
        #expect(pack.sections.count { $0.heading.hasPrefix("About") } == 1)
        #expect(pack.sections.count { $0.heading == "What is not yet known" } == 1)
        #expect(pack.sections.last?.heading == "Credit")
    }
}

@Suite struct ReadabilityTests {
    @Test func `a short form that is known is explained once, and one that is not is reported`() {
        var record = Fixtures.record()
        record.areas[0].aims[0].text = "By March 2029 the VCSE and the ICB share one QXZ list with the NHS."
        let draft = DraftDocument.minutes.draft(of: record, framework: Fixtures.framework)
        let text = draft.markdown
        #expect(text.contains("## Short forms\n\n- ICB is short for: integrated care board.\n- VCSE is short for: "))
        #expect(text.ranges(of: "ICB is short for").count == 1)
        #expect(!text.contains("NHS is short for"))
        #expect(PlainEnglish(draft).shortForms == ["QXZ"])
    }

    @Test func `words in capitals in minutes are no short forms`() {
        let draft = DraftDocument.minutes.draft(of: Fixtures.record(meeting: .formal), framework: Fixtures.framework)
        #expect(PlainEnglish(draft).shortForms == [])
    }

    @Test(arguments: [
        ("cat", 1), ("care", 1), ("table", 2), ("people", 2), ("agreed", 2), ("wanted", 2), ("shared", 1), ("area", 2),
        ("the", 1), ("minority", 4), ("objective", 3), ("see", 1), ("14", 1), ("", 1),
    ]) func `syllables are counted as a reader would`(word: String, count: Int) {
        #expect(ReadingAge.syllables(in: word) == count)
    }

    @Test func `the reading age is the grade of the formula and five`() {
        // 0.39 · 100/5 + 11.8 · 150/100 − 15.59 = 9.91.
        #expect(ReadingAge(sentences: 5, words: 100, syllables: 150).years == 15)
        #expect(ReadingAge(sentences: 1, words: 1, syllables: 1).years == 5)
        #expect(ReadingAge(sentences: 0, words: 0, syllables: 0).years == nil)
    }

    @Test func `longer sentences and words make an older reader`() {
        func age(_ sentence: String) -> Int? {
            PlainEnglish(Draft(title: "", sections: [DraftSection("", [.paragraph([Sentence(sentence)])])])).readingAge
                .years
        }
        let easy = age("The group met. It put one aim to the test")
        let hard = age("Organisational representatives collaboratively operationalised transformational methodologies")
        #expect((easy ?? 99) < 11 && (hard ?? 0) > 20)
    }

    @Test(arguments: DraftDocument.allCases) func `our own words are readable at age eleven or a little above`(
        document: DraftDocument
    ) throws {
        let plain = PlainEnglish(document.draft(of: Fixtures.record(), framework: Fixtures.framework))
        guard let age = plain.readingAge.years else { return }
        #expect(age <= 13, "\(document): \(age)")
        #expect(plain.jargon == [])
        #expect(plain.report.hasPrefix("Plain English: reading age about \(age) "))
    }
}
