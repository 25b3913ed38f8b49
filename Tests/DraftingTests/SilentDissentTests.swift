import Facilitation
import Testing

@testable import Drafting

/// Those who are against something, or stand aside, and say no more.
@Suite struct SilentDissentTests {
    /// A decision that is not supported, and nobody who says why.
    static func record(_ attribution: Attribution = .named) -> Record {
        var record = Fixtures.record()
        record.attribution = attribution
        let answers: [(by: String, level: Level, entry: Int)] = [
            ("irc:bryn", .cannotYet, 50), ("irc:odile", .cannotYet, 51), ("irc:leona", .standAside, 52),
        ]
        var refused = Fixtures.proposal(
            "d1", "Every contract is published.", .notAgreed, [.support: 1, .standAside: 1, .cannotYet: 2], [48])
        refused.reservations = answers.map { answer in
            var reservation = RecordReservation()
            reservation.level = answer.level
            guard attribution != .chathamHouse else { return reservation }
            (reservation.by, reservation.entries) = (answer.by, [answer.entry])
            return reservation
        }
        if attribution != .chathamHouse { refused.entries += answers.map(\.entry) }
        record.areas[0].decisions = [refused]
        (record.areas[0].position, record.areas[0].minorityViews, record.areas[0].objections) = (nil, [], [])
        return record
    }

    static let told = [
        "  - Cannot support it yet, no reason given: Bryn Tasker (Wenmoor Voices); Odile Furnace (Fellside Homes) "
            + "[50, 51].\n", "  - Stands aside, no reason given: Leona Marsh (Wenmoor Hospitals) [52].\n",
    ]

    @Test(arguments: [DraftDocument.draft, .aims, .minutes, .annex])
    func `they are named where answers carry names`(document: DraftDocument) {
        let text = TestedAgainTests.text(document, Self.record())
        for line in Self.told { #expect(text.contains(line), "\(line)") }
        #expect(TestedAgainTests.faults(Self.record()) == [])
    }

    @Test func `the annex counts them, and does not say that there is no dissent`() {
        for attribution in [Attribution.named, .chathamHouse] {
            let annex = TestedAgainTests.text(.annex, Self.record(attribution))
            #expect(
                annex.contains("\n## Dissent\n\n- **Acting as an anchor**\n  - **D1**: 1 stand aside, 2 cannot yet ["))
            #expect(!annex.contains("no minority view and no open objection"))
        }
        #expect(
            TestedAgainTests.text(.annex, TalkAndTestsTests.talk()).contains("no minority view and no open objection."))
    }

    @Test func `under the Chatham House Rule there are only the numbers`() {
        let record = Self.record(.chathamHouse)
        for document in DraftDocument.allCases {
            #expect(!TestedAgainTests.text(document, record).contains("no reason given"))
        }
        #expect(TestedAgainTests.text(.minutes, record).contains("(1 support, 1 stand aside, 2 cannot yet)"))
        #expect(TestedAgainTests.faults(record) == [])
    }

    @Test(arguments: [
        ("Farah Quilter (Wenmoor Council)", "Farah Quilter"), ("Bryn Tasker (Wenmoor Voices)", "Bryn Tasker"),
    ]) func `somebody else in their place is found, also one who gave another level`(other: String, name: String) {
        let minutes = TestedAgainTests.text(.minutes, Self.record())
        let aside = "Stands aside, no reason given: "
        let wrong = minutes.replacing("\(aside)Leona Marsh (Wenmoor Hospitals)", with: "\(aside)\(other)")
        #expect(TestedAgainTests.findings(wrong, Self.record()) == [.nameDoesNotBelong(name)])
    }

    @Test func `several who stand aside do so in the plural`() {
        #expect(LevelWording.introduction(.standAside, of: 2) == "Stand aside")
        #expect(LevelWording.introduction(.block, of: 1) == "Blocks it")
    }
}
