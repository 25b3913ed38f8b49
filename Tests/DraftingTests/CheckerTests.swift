import Facilitation
import Testing

@testable import Drafting

/// What the checker accepts and what it refuses, sentence by sentence, in drafts that people write by hand.
@Suite struct CheckerTests {
    static let entries: [Int: CheckedEntry] = {
        var entries: [Int: CheckedEntry] = [:]
        for number in 1...120 { entries[number] = CheckedEntry(words: "entry") }
        entries[17] = CheckedEntry(words: "Something taken back.", struck: true)
        entries[14] = CheckedEntry(words: "We had six days' notice that a contract would end.")
        entries[33] = CheckedEntry(
            words: "It covers 41 tenders, since May 2024, and went to the Finance Committee.")
        return entries
    }()

    static func faults(_ text: String, meeting: MeetingKind = .development) -> [DraftFault] {
        DraftChecker(record: Fixtures.record(meeting: meeting), entries: entries)
            .findings(in: "## Acting as an anchor\n\n" + text, isComplete: false).map(\.fault)
    }

    @Test(arguments: [MeetingKind.development, .formal]) func `drafts made from a record pass`(
        meeting: MeetingKind
    ) {
        let record = Fixtures.record(meeting: meeting)
        let checker = DraftChecker(record: record, entries: Self.entries)
        let whole = [
            Drafts.sharedAims(record: record, framework: Fixtures.framework),
            Drafts.minutes(record: record, framework: Fixtures.framework),
        ]
        for draft in whole { #expect(checker.findings(in: draft.markdown).map(\.description) == []) }
        let logs = [
            Drafts.decisionLog(record: record, framework: Fixtures.framework),
            Drafts.actionLog(record: record, framework: Fixtures.framework),
        ]
        for log in logs {
            #expect(checker.findings(in: log.markdown, isComplete: false).map(\.description) == [])
        }
    }

    /// Sentences that a clerk would write, in no wording of ours.
    static let correct = [
        "In the first round 2 members chose Emerging and 1 chose Expanding [20].",
        "After discussion five members chose Established [58].",
        "Most members now choose Established [58].",
        "Established: 5, Emerging: 1 [50, 58].",
        "Nobody chose Expanding in the second round [58].",
        "Some chose Emerging in round 1 [28].",
        "All 6 members present answered in round 2 [58].",
        "Round 1 had 2 with low confidence and 3 with medium [20].",
        "Between the rounds Emerging went from 2 to 1 [28, 58].",
        "The position is Established, a majority position with the minority view recorded [60].",
        "On the position, 2 gave full support, 3 support, and 1 cannot yet [60, 66].",
        "Decision D1 was supported in discussion by all: “Count the spending that we can influence, "
            + "with a written "
            + "definition.” [48].",
        "“Count the spending that we can influence, with a written definition.” was supported in "
            + "discussion [48].",
        "On A1, 5 support it and there is 1 reservation [80].",
        "Idris Penhale's reservation on A1 is \"It depends on finance staff having time.\" [80].",
        "A1 was supported in discussion, with reservations [86].",
        "O1 is owned by Leona Marsh and is due on 31 March 2027 [90].",
        "O1: the owner is Leona Marsh (Wenmoor Hospitals) [90].",
        "Marsh will lead O1 [90].",
        "O1 has the measure “bodies reported” and the target “6” [90].",
        "O2 still has no owner, no baseline and no due date [92].",
        "One person had not answered on O2 [94].",
        "O2 was supported by those who answered [92, 94].",
        "Of the statements, #14 has 3 who agree [14].",
        "On #31, 2 agree, 1 disagrees and 1 is unsure [31].",
        "Bryn Tasker said: “We had six days' notice that a contract would end.” [14].",
        "#14 speaks of “six days' notice” [14].",
        "Sunil Varga objected to #31: “Most hospital spending runs through national contracts, so a "
            + "local share may be the "
            + "wrong measure.” [36].",
        "A minority view is held by Bryn Tasker: “For small voluntary groups the shared rules are not "
            + "yet in use; from where "
            + "they stand, we are Emerging.” [70].",
        "Sunil Varga will bring back on 9 December 2026: “Raise the route for local suppliers in "
            + "national contracts.” [95].",
        "Bryn Tasker declared an interest: “Three of our groups hold contracts with the care board.” [9].",
        "The session of 14 October 2026 was held in the Partnership's room.",
        "The tenders, 41 of them, went to the Finance Committee in entry [33].",
        "The area has 1 aim and 2 objectives.",
        "No decision was taken on local government.",
        "Nothing was formally agreed.",
    ]

    @Test(arguments: correct) func `a correct sentence written by hand is accepted`(sentence: String) {
        #expect(Self.faults(sentence) == [])
    }

    static let wrong: [(String, DraftFault)] = [
        ("In round 1, 3 members chose Emerging [20].", .numberDiffers(3)),
        ("In round 3, 3 members chose Emerging.", .roundUnknown(3)),
        ("Most members chose Emerging in round 1 [28].", .quantifierTooStrong("most")),
        ("Everyone chose Established [58].", .quantifierTooStrong("all")),
        ("Nobody chose Emerging [58].", .quantifierTooStrong("none")),
        ("There were 14 ideas [31].", .numberNotInRecord(14)),
        ("Decision D1 was agreed [48].", .verbTooStrong),
        (
            "A1 was supported in discussion [80].",
            .outcomeDiffers("supported in discussion, with reservations")
        ),
        ("O2 was supported in discussion [92].", .outcomeDiffers("supported by those who answered")),
        ("We agreed to meet every month.", .agreementWithoutItem),
        ("Aim A7 matters.", .itemUnknown("A7")),
        ("O1: the owner is Bryn Tasker [90].", .ownerDiffers("Bryn Tasker")),
        ("Bryn Tasker will lead O1 [90].", .nameDoesNotBelong("Bryn Tasker")),
        ("O1: the owner is Leona Marsh (Fellside Homes) [90].", .organisationDoesNotBelong("Fellside Homes")),
        ("The owner will be Zora Quince.", .nameUnknown("Zora")),
        ("O1 is due on 30 April 2027 [90].", .dateDiffers("30 April 2027")),
        ("The session was on 15 October 2026.", .dateDiffers("15 October 2026")),
        ("The position is Expanding [60].", .stageDiffers("expanding")),
        ("O1 has no owner [90].", .gapNotInRecord("owner")),
        ("#14 says “seven days' notice” [14].", .quoteNotExact("seven days' notice")),
        (
            "A1: “Publish one baseline of the spending that the six bodies can influence.” [90].",
            .quoteNotExact("Publish one baseline of the spending that the six bodies can influence.")
        ),
        ("O1, measure: “bodies” [90].", .quoteNotExact("bodies")),
        ("O1 is “Publish one baseline", .quoteNotClosed),
        ("O2 was supported by those who answered [17].", .entryStruck(17)),
        ("O2 was supported by those who answered [92, 999].", .entryUnknown(999)),
        ("O2 was supported by those who answered [48].", .entryDoesNotBelong(48)),
        ("O2 was supported by those who answered [94, 92].", .entryTwice(92)),
        ("O2 was supported by those who answered.", .notCited),
        ("Present: Farah Quilter.", .attendanceDiffers("Idris Penhale")),
    ]

    @Test(arguments: wrong) func `a wrong sentence is refused, with its reason`(
        sentence: String, fault: DraftFault
    ) {
        #expect(Self.faults(sentence).contains(fault))
    }

    @Test func `what a draft leaves out is named, each thing once`() {
        let record = Fixtures.record()
        let found = DraftChecker(record: record, entries: Self.entries).findings(in: "# Nothing\n").map(
            \.fault)
        let left = found.compactMap { if case .leftOut(let words) = $0 { words } else { nil } }
        let area = record.areas[0]
        let expected =
            area.proposals.map(\.text) + area.minorityViews.map(\.text)
            + (area.position?.reservations ?? []).map(\.text)
            + area.aims.flatMap(\.reservations).map(\.text)
        #expect(left.sorted() == expected.sorted())
        #expect(found.contains(.positionLeftOut("Acting as an anchor")))
        #expect(found.contains(.gapLeftOut(item: "O2", part: "due date")))
    }

    @Test(arguments: [
        "It **AGREED**, with 1 reservation, aim A1 [80, 86].",
        "The partnership approved decision D1 [48].",
        "The partnership agreed with one reservation aim A1 [80].",
        "The partnership **AGREED** D1 and O1 [48, 90].",
    ]) func `a formal meeting's own verbs are accepted in its minutes`(sentence: String) {
        #expect(Self.faults(sentence, meeting: .formal) == [])
    }

    @Test func `under the Chatham House Rule a speaker's name is refused`() {
        let text =
            "## Acting as an anchor\n\n#14, from Bryn Tasker: “We had six days' notice that a contract would end.”"
        let findings = DraftChecker(record: Fixtures.chathamHouse(), entries: [:]).findings(in: text, isComplete: false)
        #expect(findings.map(\.fault) == [.nameDoesNotBelong("Bryn Tasker")])
    }

    @Test func `a framework of one's own brings the names of its stages`() {
        var framework = Fixtures.framework
        framework.stages = [Stage(id: "s1", name: "Level 1: start"), Stage(id: "s2", name: "Level 2: go on")]
        var record = Fixtures.record()
        record.areas[0].gauges = Array(record.areas[0].gauges.prefix(1))
        record.areas[0].gauges[0].byConstituency = [:]
        record.areas[0].gauges[0].counts = ["s1": 2, "between-s1-s2": 1, "s2": 3]
        record.areas[0].position?.stage = "s2"
        let text = Drafts.sharedAims(record: record, framework: framework).markdown
        #expect(
            text.contains("Round 1: 2 Level 1: start, 1 Between Level 1: start and Level 2: go on, 3 Level 2: go on;"))
        let checker = DraftChecker(record: record, entries: Self.entries, framework: framework)
        #expect(checker.findings(in: text).map(\.description) == [])
    }

    @Test func `headings with numbers of any size are findings`() {
        let text = "## 9223372036854775807. A\n\n## 99999999999999999999. B\n\n## 1. C\n"
        let findings = DraftChecker(record: Fixtures.record(), entries: [:]).findings(in: text, isComplete: false)
        #expect(findings.map(\.fault) == [.numberingBroken(.max), .numberingBroken(.max), .numberingBroken(1)])
        #expect(findings.map(\.line) == [1, 3, 5])
    }

    @Test func `a finding names its line and says what to do`() {
        let text = "# Notes\n\n## Acting as an anchor\n\nO1 is due on 30 April 2027 [90].\n"
        let findings = DraftChecker(record: Fixtures.record(), entries: [:]).findings(
            in: text, isComplete: false)
        #expect(findings.map(\.line) == [5])
        #expect(findings.first?.explanation.hasSuffix("Put the date from the record.") == true)
    }
}

extension DraftFinding {
    var description: String { "\(line): \(explanation)" }
}
