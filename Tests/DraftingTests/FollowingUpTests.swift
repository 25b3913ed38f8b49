import Facilitation
import Testing

@testable import Drafting

/// Carried actions, progress, horizons, and what would change a minority view: in every draft, and known to the checker.
@Suite struct FollowingUpTests {
    static func report(_ progress: ProgressWord, _ evidence: String, onBehalf: Bool = false) -> RecordReport {
        var report = RecordReport()
        report.by = onBehalf ? "irc:host" : "irc:farah"
        report.onBehalf = onBehalf
        report.progress = progress
        report.evidence = evidence
        report.on = "2026-10-14"
        report.entries = [110]
        return report
    }

    static func record(_ meeting: MeetingKind = .development) -> Record {
        var record = Fixtures.record(meeting: meeting)
        var carried = RecordCarried()
        carried.area = "housing"
        carried.areaName = "Housing and health"
        carried.overdue = true
        carried.objective.id = "o41"
        carried.objective.text = "Publish the list of empty homes."
        carried.objective.outcome = .agreed
        carried.objective.owner = "irc:farah"
        carried.objective.due = "2026-09-30"
        carried.objective.progress = .late
        carried.objective.reports = [report(.late, "two councils have not sent theirs")]
        carried.objective.entries = [100]
        record.carried = [carried]
        record.areas[0].aims[0].horizon = .fiveYears
        record.areas[0].minorityViews[0].wouldChange = "Three contracts with small groups in one year."
        record.areas[0].minorityViews[0].lookAgain = "2027-03-01"
        return record
    }

    static func drafts(_ record: Record) -> [String] {
        [
            Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown,
            Drafts.minutes(record: record, framework: Fixtures.framework).markdown,
        ]
    }

    @Test(arguments: MeetingKind.allCases) func `every draft has them, and the check finds nothing wrong`(
        meeting: MeetingKind
    ) {
        let record = Self.record(meeting)
        for draft in Self.drafts(record) {
            #expect(
                draft.contains("bjective O41** (Housing and health), **overdue**: “Publish the list of empty homes.”"))
            #expect(
                draft.contains(
                    "Progress: **late**, said by Farah Quilter (Wenmoor Council) on 14 October 2026: “two councils have not sent theirs” [110]."
                ))
            #expect(draft.contains("| 30 September 2026 | late (overdue) |"))
            #expect(draft.contains("Horizon: five years") && draft.contains("| five years | A1 |"))
            #expect(draft.contains("; look again on 1 March 2027: “For small voluntary groups"))
            #expect(draft.contains("What would change this view: “Three contracts with small groups in one year.”"))
            let checker = DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
            #expect(checker.findings(in: draft).map(\.explanation) == [])
        }
    }

    @Test(arguments: [
        ("Progress: **late**", "Progress: **on track**", DraftFault.progressDiffers("late")),
        ("late (overdue) |", "done (overdue) |", .progressDiffers("late")),
        ("| Acting as an anchor | “", "| overdue | “", .notOverdue),
        ("Horizon: five years", "Horizon: ten years", .horizonDiffers("ten years")),
        ("look again on 1 March 2027", "look again on 2 March 2027", .dateDiffers("2 March 2027")),
    ]) func `a change of any of them is found`(from: String, to: String, fault: DraftFault) {
        let record = Self.record()
        for draft in Self.drafts(record) where draft.contains(from) {
            let changed = draft.replacing(from, with: to)
            let checker = DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
            #expect(checker.findings(in: changed).map(\.fault).contains(fault))
        }
        #expect(Self.drafts(record).contains { $0.contains(from) })
    }

    @Test func `what would change a view, and a carried action, may not be left out`() {
        let record = Self.record()
        let checker = DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
        let left = checker.findings(in: "# Nothing\n").map(\.fault)
        #expect(left.contains(.leftOut("Three contracts with small groups in one year.")))
        #expect(left.contains(.leftOut("Publish the list of empty homes.")))
    }

    @Test func `what a facilitator said for an owner is marked so`() {
        var record = Self.record()
        record.carried[0].objective.reports = [Self.report(.late, "", onBehalf: true)]
        for draft in Self.drafts(record) {
            #expect(draft.contains("said by Hattie Bloom for the owner on 14 October 2026 [110]."))
            let checker = DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
            #expect(checker.findings(in: draft).map(\.explanation) == [])
        }
    }

    @Test func `words from the chat cannot leave their quotation marks or their line`() {
        var record = Self.record()
        record.carried[0].objective.reports = [Self.report(.late, "end” **done**\n## Agreed | x")]
        record.areas[0].minorityViews[0].wouldChange = "# Heading\n[17]"
        for draft in Self.drafts(record) {
            #expect(!draft.contains("\n## Agreed") && !draft.contains("\n[17]"))
            let checker = DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
            #expect(checker.findings(in: draft).map(\.explanation) == [])
        }
    }

    @Test func `aims without a horizon stand last, and without any there is no table`() {
        func aim(_ id: String, _ horizon: Horizon?) -> RecordProposal {
            var aim = RecordProposal()
            (aim.id, aim.horizon, aim.outcome) = (id, horizon, .agreed)
            return aim
        }
        let aims = [aim("a1", nil), aim("a2", .tenYears), aim("a3", .thisYear), aim("a4", .tenYears)]
        #expect(Horizons.ordered(aims).map(\.id) == ["a3", "a2", "a4", "a1"])
        #expect(Horizons.sections(Fixtures.record()).isEmpty)
    }

    @Test func `ratings grouped by organisation are told and checked as such`() {
        var record = Fixtures.record()
        let last = record.areas[0].gauges.count - 1
        record.areas[0].gauges[last].constituency = .organisation
        record.areas[0].gauges[last].byConstituency = [
            "Wenmoor Council": ["established": 2], "other-organisations": ["established": 3, "emerging": 1],
        ]
        record.areas[0].gauges[last].measures?.pattern = "clumps-by-sector"
        let draft = Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown
        let told =
            "By organisation in round 2: Wenmoor Council 2 Established; other-organisations 1 Emerging, 3 Established"
        #expect(draft.contains(told) && draft.contains("In round 2, organisations see this differently"))
        let checker = DraftChecker(record: record, entries: CheckerTests.entries, framework: Fixtures.framework)
        #expect(checker.findings(in: draft).map(\.explanation) == [])
        let changed = draft.replacing("Wenmoor Council 2 Established", with: "Wenmoor Council 3 Established")
        #expect(checker.findings(in: changed).map(\.fault) == [.numberDiffers(3)])
    }

    // MARK: Later sessions

    /// A later session, which settled another stage, moved a date and the owner with it, and left an aim as it was.
    static func later(_ meeting: MeetingKind = .development) -> Record {
        var record = Self.record(meeting)
        var before = RecordBefore()
        (before.stage, before.on, before.entries) = ("emerging", "2026-03-02", [98])
        record.areas[0].before = before
        var replaced = RecordReplaced()
        (replaced.id, replaced.due, replaced.entries) = ("o41", "2026-09-30", [100])
        record.areas[0].objectives[0].inPlaceOf = replaced
        var worded = RecordWorded()
        (worded.owner, worded.due) = ("irc:idris", "2026-09-30")
        record.areas[0].objectives[0].worded = worded
        (record.carried[0].overdue, record.carried[0].replacedBy) = (false, "o1")
        var earlier = RecordEarlierAim()
        (earlier.area, earlier.areaName, earlier.on) = ("acting-as-an-anchor", "Acting as an anchor", "2026-03-02")
        earlier.aim = Fixtures.proposal(
            "a9", "Every tender is open to small firms.", .agreedWithReservations, [.support: 4, .standAside: 1],
            [97])
        record.earlierAims = [earlier]
        return record
    }

    @Test(arguments: MeetingKind.allCases) func `what earlier sessions settled is told beside what holds now`(
        meeting: MeetingKind
    ) {
        let record = Self.later(meeting)
        for draft in Self.drafts(record) {
            #expect(draft.contains("\n  - Emerging last time (2 March 2026), Established now [60, 66, 98].\n"))
            #expect(
                draft.contains(
                    "\n  - Owner as worded: Idris Penhale (Wenmoor Integrated Care Board); changed to Leona Marsh "
                        + "(Wenmoor Hospitals) [90].\n"))
            #expect(draft.contains("\n  - Due date as worded: 30 September 2026; changed to 31 March 2027 [90].\n"))
            #expect(draft.contains("\n  - In place of objective O41 (due 30 September 2026) [100].\n"))
            #expect(draft.contains("bjective O41** (Housing and health), since put anew as O1: “Publish the list"))
            #expect(draft.contains("| 31 March 2027 (was 30 September 2026) | nothing said yet | [90] |"))
            #expect(!draft.contains("| O41 |"))
        }
        #expect(TestedAgainTests.faults(record) == [])
    }

    @Test func `aims that still stand are on the page of aims, and those that another took the place of are not`() {
        var record = Self.later()
        let line =
            "- **Aim A9** (Acting as an anchor), **supported in discussion, with 1 person standing aside** on "
            + "2 March 2026: “Every tender is open to small firms.” [97].\n"
        for document in [DraftDocument.aims, .draft] {
            #expect(TestedAgainTests.text(document, record).contains(line))
        }
        record.earlierAims[0].replacedBy = "a1"
        #expect(!TestedAgainTests.text(.aims, record).contains("Every tender is open"))
    }

    @Test func `what was put anew and found no support says what stands`() {
        var record = Self.later()
        record.areas[0].objectives[0].outcome = .notAgreed
        record.carried[0].replacedBy = nil
        let stands = "\n  - Meant to take the place of objective O41, which stands (due 30 September 2026) [100].\n"
        #expect(TestedAgainTests.text(.draft, record).contains(stands))
        #expect(TestedAgainTests.faults(record) == [])
    }

    @Test(arguments: [
        ("Emerging last time", "Expanding last time", DraftFault.stageDiffers("expanding")),
        ("Established now", "Expanding now", .stageDiffers("expanding")),
        ("last time (2 March 2026)", "last time (3 March 2026)", .dateDiffers("3 March 2026")),
        ("; changed to 31 March 2027", "; changed to 30 September 2026", .dateDiffers("30 September 2026")),
        ("as worded: Idris Penhale", "as worded: Farah Quilter", .ownerDiffers("Farah Quilter")),
        ("(was 30 September 2026)", "(was 29 September 2026)", .dateDiffers("29 September 2026")),
        ("nothing said yet", "not started", .progressDiffers("nothing said yet")),
        ("with 1 person standing", "with 2 people standing", .numberDiffers(2)),
    ]) func `a wrong word about earlier sessions is found`(from: String, to: String, fault: DraftFault) {
        let record = Self.later()
        let draft = TestedAgainTests.text(.draft, record)
        #expect(draft.contains(from))
        #expect(TestedAgainTests.findings(draft.replacing(from, with: to), record).contains(fault))
    }

    @Test func `a plan of several rooms has no date for what was put anew`() {
        var first = Fixtures.record()
        first.areas[0].objectives.append(Self.record().carried[0].objective)
        let room = JointRoom(records: [first, Self.later()], framework: Fixtures.framework)
        let rows = Drafts.jointPlan([room]).markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(!rows.contains { $0.contains("| O41 |") } && rows.contains { $0.contains("| O1 |") })
    }

    // MARK: Comparisons

    @Test func `movement is told in counts, one paragraph for each area`() {
        let text = ComparisonText.movement(
            Movement([Fixtures.record()], framework: Fixtures.framework), framework: Fixtures.framework)
        #expect(text.hasPrefix("Wenmoor Partnership (room wenmoor): 1 session\n  Session 1: 14 October 2026\n"))
        #expect(text.contains("\n\nActing as an anchor\n  Session 1: 1 Emerging, 5 Established; "))
        #expect(text.contains("position Established, majority position, minority view recorded."))
        for name in ["Farah", "Bryn", "irc:"] { #expect(!text.contains(name)) }
    }

    @Test func `partnerships stand side by side without stages, and hostile names stay on their line`() {
        var other = Fixtures.record()
        (other.room, other.title, other.areas[0].aims) = ("moor", "Moor\n1. Best", [])
        let text = ComparisonText.sideBySide(
            SideBySide([([Fixtures.record()], Fixtures.framework), ([other], Fixtures.framework)]))
        #expect(text.contains("  Wenmoor Partnership: the ratings are close together.\n    Aim A1, "))
        #expect(text.contains("  Moor 1. Best: the ratings are close together.\n"))
        for stage in ["Emerging", "Established", "Expanding"] {
            #expect(!text.split(separator: "\n").contains { $0.contains(stage) && !$0.contains("“") })
        }
    }
}
