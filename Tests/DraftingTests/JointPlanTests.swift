import Facilitation
import Testing

@testable import Drafting

/// Several rooms side by side: what they share is seen, and nothing is merged.
@Suite struct JointPlanTests {
    static func south(_ change: (inout Record) -> Void = { _ in }) -> Record {
        var record = Fixtures.record(meeting: .formal)
        record.room = "south"
        record.title = "Fellside Partnership"
        record.framework.credit = ""
        record.rule.text = "Everybody answers."
        for index in record.members.indices { record.members[index].id += "-south" }
        record.members[0].name = "Orla Finch"
        record.interests = []
        record.areas[0].decisions = []
        record.areas[0].minorityViews = []
        record.areas[0].objections = []
        record.areas[0].statements = []
        record.areas[0].parked = []
        var aim = Fixtures.proposal(
            "a1", "By June 2028, charities and small firms win a fair share of what we spend.", .agreed, [.support: 4],
            [30])
        aim.reservations = []
        var open = Fixtures.proposal("o1", "Open one evening clinic in the valley.", .agreed, [.support: 4], [44])
        (open.owner, open.due) = ("irc:farah-south", "2026-12-01")
        open.missing = [.measure, .baseline, .target]
        record.areas[0].aims = [aim]
        record.areas[0].objectives = [open]
        change(&record)
        return record
    }

    static func rooms(_ change: (inout Record) -> Void = { _ in }) -> [JointRoom] {
        [Fixtures.record(), south(change)].map { JointRoom(records: [$0], framework: Fixtures.framework) }
    }

    static func text(_ rooms: [JointRoom]) -> String { Drafts.jointPlan(rooms).markdown }

    @Test func `aims of two rooms that speak of the same things stand together, each with its room`() {
        let text = Self.text(Self.rooms())
        let theme = text.split(separator: "### More than one room speaks of: ").last.map(String.init) ?? ""
        #expect(theme.hasPrefix("small, firms, charities\n"), "\(theme.prefix(80))")
        let section = theme.split(separator: "\n#").first.map(String.init) ?? ""
        #expect(
            section.contains("- **Wenmoor Partnership**: **Aim A1**, **supported in discussion, with reservations**"))
        #expect(section.contains("- **Fellside Partnership**: **Aim A1**, **AGREED** (4 support): “By June 2028,"))
        #expect(!section.contains("Objective O1"))
    }

    @Test func `what only one room took on stands on its own, with its gaps`() {
        let text = Self.text(Self.rooms())
        let alone = text.split(separator: "### In one room only").last.map(String.init) ?? ""
        #expect(
            alone.contains("- **Fellside Partnership**: **Objective O1**, **AGREED** (4 support): “Open one evening"))
        #expect(alone.contains("**Gap**: no measure, no baseline, no target yet [44]."))
    }

    @Test func `all dates stand on one time line, the earliest first, those without a date last`() {
        let rows = Self.text(Self.rooms()).split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(
            rows.map { $0.prefix(26) } == [
                "| Due | Room | Ref | Area ", "| --- | --- | --- | --- | ", "| 1 December 2026 | Fellsi",
                "| 31 March 2027 | Wenmoor ", "| Gap: no due date yet | W",
            ])
        #expect(rows[2].hasSuffix("| Orla Finch (Wenmoor Council) | nothing said yet | [44] |"))
    }

    @Test func `the plan says that nothing was agreed between rooms, and keeps each room's rule`() {
        let text = Self.text(Self.rooms { $0.attribution = .chathamHouse })
        #expect(text.contains("Nothing here was agreed between rooms"))
        #expect(text.contains("Wenmoor Partnership: a development session takes no decisions."))
        #expect(text.contains("Fellside Partnership: the Chatham House Rule applied, so speakers are not shown."))
        #expect(text.contains("- **Fellside Partnership**: “Everybody answers.”"))
        #expect(!text.contains("different frameworks"))
    }

    @Test func `frameworks that differ meet only where areas have equal names`() {
        var other = Fixtures.framework
        other.id = "another"
        let rooms = [
            JointRoom(records: [Fixtures.record()], framework: Fixtures.framework),
            JointRoom(records: [Self.south { $0.areas[0].name = "Anchors" }], framework: other),
        ]
        let text = Self.text(rooms)
        #expect(
            text.contains(
                "The rooms use different frameworks, so areas stand together only where their names are equal."))
        #expect(text.contains("## Anchors\n") && text.contains("## Acting as an anchor\n"))
        #expect(!text.contains("More than one room speaks of"))
    }

    @Test func `two rooms of one title are told apart by their names`() {
        let rooms = [Fixtures.record(), Self.south { $0.title = "Wenmoor Partnership" }].map {
            JointRoom(records: [$0], framework: Fixtures.framework)
        }
        #expect(JointPlanWriter.names(rooms) == ["Wenmoor Partnership (wenmoor)", "Wenmoor Partnership (south)"])
    }

    @Test func `what was refused in a room is told with its outcome and gets no date`() {
        let text = Self.text(Self.rooms { $0.areas[0].objectives[0].outcome = .notAgreed })
        #expect(text.contains("**Fellside Partnership**: **Objective O1**, **NOT AGREED**"))
        #expect(!text.contains("| 1 December 2026 |"))
    }

    @Test func `rooms in which nothing was tested give a plan that says so`() {
        let text = Self.text([JointRoom(records: [Record()], framework: Fixtures.framework)])
        #expect(text.contains("No aim and no objective has been tested in any of these rooms."))
        #expect(text.contains("No objective was taken on."))
    }
}

@Suite struct JointPlanCheckerTests {
    private func findings(_ change: (String) -> String = { $0 }) -> [DraftFault] {
        let rooms = JointPlanTests.rooms()
        let text = change(Drafts.jointPlan(rooms).markdown)
        return JointPlanChecker(rooms: rooms, entries: []).findings(in: text).map(\.fault)
    }

    @Test func `a plan passes its checker`() {
        #expect(findings() == [])
    }

    @Test(arguments: [
        ("- **Fellside Partnership**: **Aim A1**", "- **Aim A1**", DraftFault.roomNotNamed),
        ("- **Fellside Partnership**: **Aim A1**", "- **Wenmoor Partnership**: **Aim A1**", .numberDiffers(4)),
        ("(4 support): “By June", "(5 support): “By June", .numberDiffers(5)),
        ("| 1 December 2026 |", "| 2 December 2026 |", .dateDiffers("2 December 2026")),
        ("| Orla Finch (", "| Bryn Tasker (", .ownerDiffers("Bryn Tasker")),
        (
            "Open one evening clinic", "Open two evening clinics",
            .quoteNotExact("Open two evening clinics in the valley.")
        ),
        ("**AGREED** (4 support): “Open", "**NOT AGREED** (4 support): “Open", .outcomeDiffers("AGREED")),
        ("no baseline, no target yet [44]", "no baseline, no target yet [80]", .entryDoesNotBelong(80)),
    ]) func `a changed plan is refused, with its reason`(was: String, becomes: String, fault: DraftFault) {
        let found = findings { text in
            let changed = text.replacing(was, with: becomes)
            #expect(changed != text)
            return changed
        }
        #expect(found.contains(fault), "\(found)")
    }

    @Test func `what a room took on may not be left out`() {
        let found = findings { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("Open one evening") }
                .joined(separator: "\n")
        }
        #expect(found.contains(.leftOut("Open one evening clinic in the valley.")))
    }
}
