import Facilitation
import Testing

@testable import Drafting

/// Tests that do not stand, what is not agreed, and the lines that a draft cites.
@Suite struct TestedAgainTests {
    /// The fixture with another stage that was put off, and an objective that was tested before.
    static func record(_ meeting: MeetingKind = .development) -> Record {
        var record = Fixtures.record(meeting: meeting)
        var block = RecordReservation()
        (block.by, block.level, block.text, block.entries) = ("irc:farah", .block, "We have not begun.", [64])
        var stage = RecordTest()
        (stage.id, stage.of, stage.kind) = (ItemID(.test, 62).name, "position", .position)
        (stage.stage, stage.text, stage.outcome) = ("expanding", "Expanding", .deferred)
        (stage.levels, stage.reservations) = ([.support: 1, .block: 1], [block])
        (stage.entries, stage.lines.opened, stage.lines.closed) = ([62, 63, 64, 65], 62, 65)
        var objective = RecordTest()
        (objective.id, objective.of, objective.kind) = (ItemID(.test, 87).name, "o1", .objective)
        (objective.text, objective.outcome) = (record.areas[0].objectives[0].text, .notAgreed)
        (objective.levels, objective.entries) = ([.support: 2, .cannotYet: 1], [87, 88, 89])
        record.areas[0].otherTests = [stage, objective]
        var objection = RecordObjection()
        (objection.by, objection.on, objection.text, objection.entries) = ("irc:farah", stage.id, block.text, [64])
        record.areas[0].objections.append(objection)
        return record
    }

    static func text(_ document: DraftDocument, _ record: Record) -> String {
        document.draft(of: record, framework: Fixtures.framework).markdown
    }

    static func findings(_ text: String, _ record: Record, isComplete: Bool = true) -> [DraftFault] {
        DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
            .findings(in: text, isComplete: isComplete).map(\.fault)
    }

    /// What the checker makes of every document.
    static func faults(_ record: Record) -> [DraftFault] {
        DraftDocument.allCases.flatMap { findings(text($0, record), record, isComplete: $0.isComplete) }
    }

    @Test(arguments: MeetingKind.allCases) func `every document with other tests passes the checker`(
        meeting: MeetingKind
    ) {
        let record = Self.record(meeting)
        #expect(Self.faults(record) == [])
    }

    @Test func `a test that does not stand is told with its own answers and objections`() {
        let record = Self.record()
        let draft = Self.text(.draft, record)
        #expect(draft.contains("\n- Position: **Established**, **majority position, minority view recorded** ("))
        #expect(
            draft.contains(
                "\n### Also tested\n\n- Position **Expanding**, also tested (#62): **deferred** (1 support, 1 block) "
                    + "[62, 63, 64, 65].\n"
                    + "  - Blocks it, Farah Quilter (Wenmoor Council), an open objection: “We have not begun.” [64].\n"
                    + "- **Objective O1**, also tested (#87): **not supported** (2 support, 1 cannot yet): “Publish one"
            ))
        #expect(draft.contains("| Position #62 | Acting as an anchor | Expanding | deferred |"))
        #expect(draft.contains("| O1 #87 | Acting as an anchor | “Publish one"))
        let minutes = Self.text(.minutes, record)
        #expect(minutes.contains("\n- The position Expanding (#62) was **deferred** (1 support, 1 block) ["))
        #expect(minutes.contains("\n- Objective O1 (#87) was proposed and **not supported** ("))
        #expect(Self.text(.aims, record).contains("“We have not begun.”"))
    }

    @Test func `a cover sheet counts every test, and cites where it was closed`() {
        let cover = Self.text(.cover, Self.record())
        #expect(cover.contains("Put to the test: 2 positions, 1 decision, 1 aim, 2 objectives [48, 60, 65, 66, "))
        #expect(cover.contains("Outcomes of 7 tests: 2 supported in discussion; "))
        let wrong = cover.replacing("Outcomes of 7 tests", with: "Outcomes of 6 tests")
        #expect(Self.findings(wrong, Self.record(), isComplete: false) == [.numberDiffers(6)])
    }

    static let wrong: [(String, DraftFault)] = [
        ("Position Expanding, also tested (#62): not supported (1 support) [62].", .outcomeDiffers("deferred")),
        ("Position Established, also tested (#62): deferred (1 support) [62].", .stageDiffers("established")),
        ("Position Expanding, also tested (#62): deferred (2 support) [62].", .numberDiffers(2)),
        ("Position Expanding, also tested (#62): deferred (1 support) [60].", .entryDoesNotBelong(60)),
        ("Position Expanding, also tested (#63): deferred [62].", .itemUnknown("#63")),
        ("Objective O1 (#87): supported in discussion [87].", .outcomeDiffers("not supported")),
    ]

    @Test(arguments: wrong) func `a wrong word about such a test is refused`(sentence: String, fault: DraftFault) {
        let found = Self.findings("## Acting as an anchor\n\n" + sentence, Self.record(), isComplete: false)
        #expect(found.contains(fault))
    }

    @Test func `what somebody said against a test that does not stand may not be left out`() {
        #expect(Self.findings("# Nothing\n", Self.record()).contains(.leftOut("We have not begun.")))
    }

    // MARK: Headings

    @Test func `what is not agreed stands under a heading of its own`() {
        var record = Fixtures.record()
        record.areas[0].position?.outcome = .notAgreed
        record.areas[0].decisions[0].outcome = .deferred
        record.areas[0].objectives[1].outcome = .notAgreed
        let draft = Self.text(.draft, record)
        let start = "\n### What is not agreed\n\n- Position: **Established**, **not supported** ("
        #expect(draft.contains(start))
        let parts = draft.split(separator: "\n### ").map(String.init)
        let open = parts.first { $0.hasPrefix("What is not agreed") } ?? ""
        #expect(open.contains("**Decision D1**, **deferred**") && open.contains("**Objective O2**, **not supported**"))
        #expect(!draft.contains("What we support"))
        let others = ["Where we are", "Shared aims and objectives", "Statements that those who took a side agree with"]
        for heading in others {
            let part = parts.first { $0.hasPrefix(heading) } ?? ""
            #expect(!part.isEmpty && !part.contains("deferred") && !part.contains("not supported"))
        }
        #expect(Self.faults(record) == [])
    }

    @Test func `a deferred test says why: the quorum, or that the facilitator put it off`() {
        var record = Fixtures.record(meeting: .formal)
        record.areas[0].decisions[0].outcome = .deferred
        record.areas[0].decisions[0].levels = [.support: 2]
        record.areas[0].decisions[0].deferral = .quorumNotMet(needed: 4)
        record.areas[0].objectives[1].outcome = .deferred
        record.areas[0].objectives[1].deferral = .putOff
        let minutes = Self.text(.minutes, record)
        #expect(minutes.contains("\n- Decision D1 was **DEFERRED** (2 support): "))
        #expect(minutes.contains("\n  - The quorum was not met: 4 were needed, and 2 answered ["))
        #expect(minutes.contains("\n  - Put off by the facilitator, whatever the answers were ["))
        #expect(Self.text(.draft, record).contains("\n  - The quorum was not met: 4 were needed, and 2 answered ["))
        #expect(Self.faults(record) == [])
        let wrong = minutes.replacing("4 were needed", with: "3 were needed")
        #expect(Self.findings(wrong, record).contains(.numberDiffers(3)))
    }

    @Test func `the summary says what was tested, and not that an area has decisions`() {
        let draft = Self.text(.draft, Fixtures.record())
        #expect(!draft.contains("It has 1 decision"))
        #expect(draft.contains("Put to the test: 1 decision, 1 aim and 2 objectives; kept: 1 minority view and 1 "))
    }

    @Test func `evidence that nobody has seen is quoted, and what became a proposal is none`() {
        var record = Fixtures.record()
        let unseen = "#31, from Leona Marsh: evidence claimed and not yet seen: “Every large tender since 2024 scores"
        #expect(Self.text(.draft, record).contains(unseen))
        record.areas[0].decisions[0].entries = [31, 48]
        #expect(!Self.text(.draft, record).contains("#31, from Leona Marsh: evidence"))
    }

    // MARK: Those who stand aside

    @Test(arguments: MeetingKind.allCases) func `a support that people stand aside from is told so in every document`(
        meeting: MeetingKind
    ) {
        var record = Fixtures.record(meeting: meeting)
        record.areas[0].aims[0].levels = [.support: 5, .standAside: 1]
        record.areas[0].aims[0].reservations[0].level = .standAside
        let label = OutcomeWording(meeting: meeting).label(.agreedWithReservations, [.standAside: 1])
        #expect(label.lowercased().hasSuffix(", with 1 person standing aside"))
        for document in [DraftDocument.draft, .aims, .minutes, .decisions, .annex] {
            #expect(Self.text(document, record).contains(label))
        }
        let several = "1 " + label.lowercased().replacing("1 person", with: "people")
        #expect(Self.text(.cover, record).lowercased().contains(several))
        for document in DraftDocument.allCases {
            #expect(!Self.text(document, record).lowercased().contains("with reservations"))
        }
        #expect(Self.faults(record) == [])
        let wrong = Self.text(.draft, record).replacing(label, with: label.replacing("1", with: "2"))
        #expect(Self.findings(wrong, record).contains(.numberDiffers(2)))
    }

    // MARK: Who was there

    @Test(arguments: ["emerging", "Support", "cannot yet", "Most", "late", "12"])
    func `somebody who is called like a stage, a level or a number is found where they are named`(name: String) {
        for member in [1, 6] {
            var record = Fixtures.record()
            record.members[member].name = name
            #expect(Self.faults(record) == [])
            let minutes = Self.text(.minutes, record)
            let absent = minutes.replacing("; \(name) (", with: "; Farah Quilter (")
            #expect(member == 6 || !Self.findings(absent, record).isEmpty)
        }
    }

    @Test func `whoever left early is no apology`() {
        var record = Fixtures.record()
        record.members[7].leftEarly = true
        let minutes = Self.text(.minutes, record)
        #expect(minutes.contains("\n- Present for a part: Quentin Ashby (Wenmoor Care Homes).\n"))
        #expect(!minutes.contains("Apologies:") && Self.findings(minutes, record) == [])
        let wrong = minutes.replacing("Present for a part:", with: "Apologies:")
        #expect(Self.findings(wrong, record).contains(.attendanceDiffers("Quentin Ashby")))
    }

    // MARK: Citations and rounds

    @Test func `a list cites where a test was opened and closed, and a reservation the answer that it came with`() {
        var record = Fixtures.record()
        record.areas[0].aims[0].entries = [80, 81, 82, 83, 84, 86]
        (record.areas[0].aims[0].lines.opened, record.areas[0].aims[0].lines.closed) = (80, 86)
        record.areas[0].aims[0].reservations[0].entries = [83]
        record.areas[0].objectives[0].entries = [90, 91, 93, 96]
        record.areas[0].objectives[0].lines.parts = [90, 93]
        let draft = Self.text(.draft, record)
        #expect(draft.contains("“It depends on finance staff having time.” [83]."))
        #expect(draft.contains("and are paid within 30 days.” [80, 81, 82, 83, 84, 86]."))
        #expect(draft.contains("due: 31 March 2027 [90, 93]."))
        #expect(Self.text(.cover, record).contains("and are paid within 30 days.” [80, 86]."))
        #expect(Self.faults(record) == [])
    }

    @Test func `a long list in a log is shortened where entries follow each other, and read as the whole list`() {
        var record = Fixtures.record()
        record.areas[0].aims[0].entries = [80, 81, 82, 83, 84, 85, 86, 88, 91]
        let draft = Self.text(.draft, record)
        #expect(draft.contains(" | [80–86, 88, 91] |"))
        #expect(draft.contains("“It depends on finance staff having time.” [80, 81, 82, 83, 84, 85, 86, 88, 91]."))
        #expect(Self.faults(record) == [])
        let wrong = draft.replacing("[80–86, 88", with: "[80–87, 88")
        #expect(Self.findings(wrong, record).contains(.entryDoesNotBelong(87)))
        let endless = draft.replacing("[80–86, 88", with: "[1–999999999, 88")
        #expect(!Self.findings(endless, record).isEmpty)
    }

    @Test func `evidence of an earlier round stays with that round, and what was given again is told once`() {
        func rating(_ by: String, _ evidence: String, _ entry: Int) -> RecordRating {
            var rating = RecordRating()
            (rating.by, rating.stage, rating.evidence, rating.entries) = (by, "emerging", evidence, [entry])
            return rating
        }
        var record = Fixtures.record()
        record.areas[0].gauges[0].ratings = [
            rating("irc:bryn", "three contracts used our rules", 22), rating("irc:farah", "we publish tenders", 23),
        ]
        record.areas[0].gauges[1].ratings = [
            rating("irc:bryn", "two of them were small", 52), rating("irc:farah", "we publish tenders", 53),
        ]
        let rounds = Self.text(.draft, record).split(separator: "\n- Round ")
        #expect(rounds[1].contains("Evidence given: “three contracts used our rules” [22]."))
        #expect(!rounds[1].contains("we publish tenders") && rounds[2].contains("“we publish tenders” [53]."))
        #expect(rounds[2].contains("“two of them were small” [52].") && Self.faults(record) == [])
    }

    @Test func `a round in which nobody rated takes one line, and the counts move between those that were rated`() {
        var record = Fixtures.record()
        var empty = RecordGauge()
        (empty.round, empty.revealed, empty.present, empty.entries) = (3, true, 6, [73, 74])
        empty.measures = RecordMeasures()
        empty.measures?.pattern = "too-few"
        record.areas[0].gauges.append(empty)
        let draft = Self.text(.draft, record)
        #expect(draft.contains("\n- Round 3: no ratings; 0 of 6 present answered [73, 74].\n"))
        #expect(!draft.contains("In round 3") && draft.contains("From round 1 to round 2 the counts moved"))
        #expect(Self.findings(draft, record) == [])
    }

    @Test func `sectors that are only shown together are left out`() {
        var record = Fixtures.record()
        record.areas[0].gauges[0].byConstituency = ["other-sectors": record.areas[0].gauges[0].counts]
        let draft = Self.text(.draft, record)
        #expect(!draft.contains("By sector in round 1") && draft.contains("By sector in round 2: NHS 2 Established"))
    }

    @Test func `those who abstained are told in words that fit one and many`() {
        #expect(LevelWording.phrase([.support: 1, .abstain: 1], notAnswered: 0) == "1 support, 1 abstained")
        #expect(LevelWording.phrase([.abstain: 2], notAnswered: 0) == "2 abstained")
    }

    @Test(arguments: [
        (ObjectionEnd.withdrawn, "Objection, since withdrawn, Sunil Varga"),
        (.changedTo(.standAside), "Objection, since changed to stand aside, Sunil Varga"),
        (.changedTo(.full), "Objection, since changed to full support, Sunil Varga"),
        (.agreed, "Objection, since changed to agreement, Sunil Varga"),
        (.met, "Objection, since met, as its holder said, Sunil Varga"),
    ]) func `what became of an objection is told as it happened`(end: ObjectionEnd, told: String) {
        var record = Fixtures.record()
        (record.areas[0].objections[0].end, record.areas[0].objections[0].endEntries) = (end, [38])
        for document in [DraftDocument.draft, .minutes] {
            let text = Self.text(document, record)
            #expect(text.contains("- \(told) (") && text.contains("may be the wrong measure.” [36, 38]."))
            #expect(text.contains("since met") == (end == .met))
        }
        #expect(Self.faults(record) == [])
    }

    @Test func `an objection that came with a level says what became of it`() {
        var record = Self.record()
        let last = record.areas[0].objections.count - 1
        (record.areas[0].objections[last].open, record.areas[0].objections[last].end) = (false, .withdrawn)
        let told = "Farah Quilter (Wenmoor Council), an objection since withdrawn: “We have not begun.” [64]."
        #expect(Self.text(.draft, record).contains(told) && Self.faults(record) == [])
    }

    @Test func `an objection to what was taken back is not called met`() {
        var record = Fixtures.record()
        record.areas[0].objections[0].on = "s99"
        let draft = Self.text(.draft, record)
        #expect(draft.contains("- Objection to what was taken back, Sunil Varga (Northern Combined Authority): “Most"))
        #expect(!draft.contains("since met"))
    }
}
