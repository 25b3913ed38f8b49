import Facilitation
import Testing

@testable import Drafting

/// What was only said, beside what was put to the test.
@Suite struct TalkAndTestsTests {
    static let lots = "I think we should split every contract over £100,000 into smaller lots."
    static let told =
        "- **#5**, from Bryn Tasker (Wenmoor Voices); both who took a side agree: “\(lots)” [5].\n"
    static let agreed = "\n### Statements that those who took a side agree with\n\n"

    /// A statement that two agree with, and a decision of the same area.
    static func record(_ decision: RecordProposal) -> Record {
        var record = Fixtures.record()
        record.areas[0].statements = [SuggestionTests.statement(5, lots, agree: 2, from: ["irc:leona", "irc:odile"])]
        record.areas[0].objections = []
        record.areas[0].decisions = [decision]
        return record
    }

    static let alike = "Every contract over £100,000 is split into smaller lots."

    @Test func `a statement is no support, and what somebody blocks when it is tested is a difference`() {
        let blocked = Fixtures.proposal(
            "d1", Self.alike, .notAgreed, [.support: 2, .cannotYet: 1, .block: 1], [48])
        let record = Self.record(blocked)
        let draft = TestedAgainTests.text(.draft, record)
        let tested =
            "  - Put to the test in much the same words: decision D1, **not supported** (2 support, 1 cannot yet, "
            + "1 block) [48].\n"
        #expect(draft.contains("\n### Where we differ\n\n" + Self.told + tested))
        #expect(!draft.contains(Self.agreed) && !draft.contains("What we support"))
        #expect(TestedAgainTests.text(.minutes, record).contains("Where members differed\n\n" + Self.told + tested))
        #expect(TestedAgainTests.faults(record) == [])
        let wrong = draft.replacing("1 block) [48]", with: "2 blocks) [48]")
        #expect(TestedAgainTests.findings(wrong, record) == [.numberDiffers(2)])
    }

    @Test func `what was taken up from a statement by its number is the same matter in whatever words`() {
        let taken = Fixtures.proposal("d1", "Lots are reviewed.", .notAgreed, [.support: 2, .block: 1], [5, 48])
        let draft = TestedAgainTests.text(.draft, Self.record(taken))
        #expect(
            draft.contains("  - Put to the test since: decision D1, **not supported** (2 support, 1 block) [5, 48].\n"))
        #expect(TestedAgainTests.faults(Self.record(taken)) == [])
    }

    @Test(arguments: [
        (alike, OutcomeWord.agreed, [Level.support: 4]),
        ("Lots are reviewed.", .notAgreed, [Level.support: 2, .block: 1]),
    ]) func `what nobody is against, or is another matter, leaves a statement where those agree who took a side`(
        text: String, outcome: OutcomeWord, levels: [Level: Int]
    ) {
        let record = Self.record(Fixtures.proposal("d1", text, outcome, levels, [48]))
        #expect(TestedAgainTests.text(.draft, record).contains(Self.agreed + Self.told))
        #expect(TestedAgainTests.faults(record) == [])
    }

    @Test func `an objection to earlier words says so, and makes a difference of a statement with those words`() {
        var amended = Fixtures.proposal(
            "d1", "Every new care contract over £100,000 is split into smaller lots.", .agreed, [.support: 4],
            [48, 60, 62, 64])
        (amended.lines.opened, amended.lines.closed) = (48, 64)
        var record = Self.record(amended)
        var objection = RecordObjection()
        (objection.by, objection.on, objection.text) = ("irc:sunil", "d1", "it breaks three live contracts")
        (objection.open, objection.end, objection.endEntries) = (false, .changedTo(.support), [62])
        objection.entries = [50]
        record.areas[0].objections = [objection]
        let before = TestedAgainTests.text(.minutes, record)
        #expect(before.contains("  - Objection, since changed to support, Sunil Varga ("))
        #expect(TestedAgainTests.text(.draft, record).contains(Self.agreed + Self.told))
        var correction = RecordCorrection()
        (correction.entry, correction.entries) = (48, [60])
        record.corrected = [correction]
        for document in [DraftDocument.draft, .minutes, .aims] {
            let text = TestedAgainTests.text(document, record)
            #expect(
                text.contains(
                    "  - Objection to the earlier words, since changed to support, Sunil Varga (Northern Combined "
                        + "Authority): “it breaks three live contracts” [50, 62].\n"))
        }
        #expect(!TestedAgainTests.text(.draft, record).contains(Self.agreed))
        #expect(TestedAgainTests.faults(record) == [])
        record.areas[0].objections[0].entries = [61]
        #expect(TestedAgainTests.text(.minutes, record) != before)
        #expect(!TestedAgainTests.text(.minutes, record).contains("earlier words"))
    }

    @Test func `an objection to an objective that changed since may be to its date, and does not speak of words`() {
        var record = Fixtures.record()
        record.areas[0].objectives[0].lines.opened = 90
        var objection = RecordObjection()
        (objection.by, objection.on, objection.text) = ("irc:sunil", "o1", "March is too soon")
        objection.entries = [90]
        record.areas[0].objections = [objection]
        var correction = RecordCorrection()
        (correction.entry, correction.entries) = (90, [91])
        record.corrected = [correction]
        let told = "  - Open objection from before it was changed, Sunil Varga (Northern Combined Authority): “March"
        #expect(TestedAgainTests.text(.draft, record).contains(told))
        #expect(TestedAgainTests.faults(record) == [])
    }

    // MARK: Said, and not taken further

    /// Talk, and nothing that came of it.
    static func talk() -> Record {
        SuggestionTests.record([
            SuggestionTests.statement(5, "Not one of our forty charities won a contract last year.", agree: 0),
            SuggestionTests.statement(6, "Our small firms never hear about the tenders at all.", agree: 0),
        ]) { record in
            (record.areas[0].position, record.areas[0].gauges, record.interests) = (nil, [], [])
        }
    }

    @Test func `where nothing was taken further, what was said is told`() {
        let said =
            "Acting as an anchor\n\n### Said, and not taken further\n\n- **#5**, from Bryn Tasker (Wenmoor Voices): "
            + "“Not one of our forty charities won a contract last year.” [5].\n- **#6**, from Bryn Tasker"
        let record = Self.talk()
        #expect(TestedAgainTests.text(.draft, record).contains("\n## " + said))
        #expect(TestedAgainTests.text(.minutes, record).contains(". " + said))
        #expect(TestedAgainTests.faults(record) == [])
        #expect(!TestedAgainTests.text(.minutes, Fixtures.record()).contains("not taken further"))
    }

    @Test func `under the Chatham House Rule it is told without names`() {
        var record = Self.talk()
        record.attribution = .chathamHouse
        for index in record.areas[0].statements.indices {
            (record.areas[0].statements[index].by, record.areas[0].statements[index].entries) = (nil, [])
        }
        let said = "not taken further\n\n- **#5**: “Not one of our forty charities won a contract last year.”\n"
        for document in [DraftDocument.draft, .minutes] {
            #expect(TestedAgainTests.text(document, record).contains(said))
        }
        #expect(TestedAgainTests.faults(record) == [])
    }

    @Test func `no heading of an area stands over nothing`() {
        var record = Self.talk()
        record.areas[0].statements = []
        record.areas[0].minorityViews = Fixtures.record().areas[0].minorityViews
        record.areas[0].minorityViews[0].confirmed = false
        for document in [DraftDocument.draft, .minutes] {
            let text = TestedAgainTests.text(document, record)
            #expect(text.contains("Acting as an anchor\n\nNothing was taken further.\n"))
        }
        #expect(TestedAgainTests.faults(record) == [])
    }
}
