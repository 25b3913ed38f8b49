import Facilitation
import Testing

@testable import Drafting

/// The suggested layer: which statements point to an aim or an objective, and how that is shown.
@Suite struct SuggestionTests {
    static func statement(
        _ number: Int, _ text: String, agree: Int, disagree: Int = 0, by: String = "irc:bryn", from: [String] = []
    ) -> RecordStatement {
        var statement = RecordStatement()
        statement.id = "s\(number)"
        statement.text = text
        statement.by = by
        statement.counts = [.agree: agree, .disagree: disagree]
        statement.agree = from
        statement.entries = [number]
        return statement
    }

    /// One area with these statements, and nothing proposed.
    static func record(_ statements: [RecordStatement], _ change: (inout Record) -> Void = { _ in }) -> Record {
        var record = Fixtures.record()
        record.areas[0].statements = statements
        record.areas[0].decisions = []
        record.areas[0].aims = []
        record.areas[0].objectives = []
        record.areas[0].parked = []
        record.areas[0].minorityViews = []
        record.areas[0].objections = []
        change(&record)
        return record
    }

    static let notice = "I think we should give three months' notice before a contract ends."

    static func found(_ statements: [RecordStatement], _ change: (inout Record) -> Void = { _ in }) -> [String] {
        Drafts.suggestions(record: record(statements, change)).map(\.statement)
    }

    @Test func `a statement that others agree with is suggested, and one that nobody took up is not`() {
        #expect(Self.found([Self.statement(14, Self.notice, agree: 2)]) == ["s14"])
        #expect(Self.found([Self.statement(14, Self.notice, agree: 0)]) == [])
    }

    @Test func `more disagreement than agreement, or as much, keeps a statement out`() {
        #expect(Self.found([Self.statement(14, Self.notice, agree: 2, disagree: 3)]) == [])
        #expect(Self.found([Self.statement(14, Self.notice, agree: 2, disagree: 2)]) == [])
        #expect(Self.found([Self.statement(14, Self.notice, agree: 3, disagree: 2)]) == ["s14"])
    }

    @Test func `an open objection keeps a statement out until it is met`() {
        var objection = RecordObjection()
        objection.on = "s14"
        objection.text = "The trust cannot promise that."
        #expect(Self.found([Self.statement(14, Self.notice, agree: 3)]) { $0.areas[0].objections = [objection] } == [])
        objection.open = false
        #expect(
            Self.found([Self.statement(14, Self.notice, agree: 3)]) { $0.areas[0].objections = [objection] } == ["s14"])
    }

    @Test func `what was proposed or parked is not suggested again, whatever came of it`() {
        let refused = Fixtures.proposal(
            "d1", "Three months' notice before any contract ends", .notAgreed, [.block: 1, .support: 4], [40])
        #expect(Self.found([Self.statement(14, Self.notice, agree: 3)]) { $0.areas[0].decisions = [refused] } == [])
        let tested = Fixtures.proposal("o1", "Something else entirely, in other words.", .deferred, [:], [14, 40])
        #expect(Self.found([Self.statement(14, Self.notice, agree: 3)]) { $0.areas[0].objectives = [tested] } == [])
        var parked = RecordParked()
        parked.text = "Months of notice before a contract ends."
        #expect(Self.found([Self.statement(14, Self.notice, agree: 3)]) { $0.areas[0].parked = [parked] } == [])
    }

    @Test func `more support comes first, and support from more sectors before support from one`() {
        let clinic = "We should open a second clinic in the valley."
        let list = "We should publish one list of coming tenders."
        #expect(
            Self.found([Self.statement(14, clinic, agree: 1), Self.statement(16, list, agree: 4)]) == ["s16", "s14"])
        let one = Self.statement(14, clinic, agree: 2, by: "irc:idris", from: ["irc:leona", "irc:idris"])
        let two = Self.statement(16, list, agree: 2, by: "irc:idris", from: ["irc:leona", "irc:odile"])
        #expect(Self.found([one, two]) == ["s16", "s14"])
    }

    @Test func `what the discussion keeps coming back to comes before what stands alone`() {
        let alone = Self.statement(10, "We should paint the waiting room yellow.", agree: 2)
        let central = Self.statement(12, "We should pay small charities within thirty days.", agree: 2)
        let talk = [
            "Small charities wait ninety days for payment.", "Charities close while they wait for us to pay.",
            "Paying small suppliers sooner costs nothing.",
        ].enumerated().map { Self.statement(20 + $0.offset * 2, $0.element, agree: 0) }
        #expect(Self.found([alone, central] + talk) == ["s12", "s10"])
    }

    @Test func `statements that say much the same make one suggestion`() {
        let first = Self.statement(14, Self.notice, agree: 3)
        let second = Self.statement(
            16, "We must give three months' notice before contracts end for charities.", agree: 1)
        let suggestions = Drafts.suggestions(record: Self.record([first, second]))
        #expect(suggestions.map(\.statement) == ["s14"])
        #expect(suggestions.first?.alike == ["s16"])
    }

    @Test func `an area gets a few suggestions and no second agenda`() {
        let deeds = [
            "publish tenders early", "open evening clinics nearby", "train twelve volunteer mentors",
            "count empty homes quarterly", "share minibus timetables openly",
        ]
        let statements = deeds.enumerated().map {
            Self.statement(10 + $0.offset * 2, "We should \($0.element).", agree: 1)
        }
        #expect(Self.found(statements).count == SuggestionFinder.perAreaMax)
    }

    @Test func `a suggestion stands apart, marked, with its words, its tally and the line to type`() {
        let text = Drafts.sharedAims(
            record: Self.record([
                Self.statement(14, Self.notice, agree: 3, from: ["irc:leona", "irc:odile", "irc:sunil"])
            ]),
            framework: Fixtures.framework
        ).markdown
        let section = text.split(separator: "## Suggestions to be tested\n").last.map(String.init) ?? ""
        #expect(
            section.hasPrefix(
                """

                What follows was not proposed by anybody and is not agreed. It is made by rule from statements that others agree with, in \
                their authors' words. Square brackets mark what those words leave open, and silence counts as no answer.

                ### Acting as an anchor

                - **To be tested**, objective from #14: by \\[date to be agreed\\], the partnership will “give three months' \
                notice before a contract ends”, measured by \\[measure to be agreed\\]; owner: \\[to be agreed\\] [14].
                  - **#14**, from Bryn Tasker (Wenmoor Voices); all 3 who took a side agree: “I think we should give three \
                months' notice before a contract ends.” [14].
                  - To test it in its author's words, type /objective #14 while the room is in this area.

                """), "\(section)")
    }

    @Test func `words that tell what is wrong point to an aim whose words are still to be found`() {
        let lack = Self.statement(14, "Contracts end at six days' notice, and small groups cannot plan.", agree: 2)
        let suggestion = Drafts.suggestions(record: Self.record([lack])).first
        #expect(suggestion?.kind == .aim)
        #expect(suggestion?.command == nil)
    }

    @Test func `under the Chatham House Rule no name and no entry stands beside a suggestion`() {
        var hidden = Self.statement(14, Self.notice, agree: 3)
        (hidden.by, hidden.entries) = (nil, [])
        let record = Self.record([hidden]) { $0.attribution = .chathamHouse }
        let draft = Drafts.sharedAims(record: record, framework: Fixtures.framework)
        let start = draft.sections.firstIndex { $0.heading == SuggestedSection.heading } ?? draft.sections.count
        let sentences = draft.sections[start...].prefix(2).flatMap { $0.blocks.flatMap(\.sentences) }
        #expect(sentences.count == 6)
        #expect(sentences.allSatisfy { $0.entries.isEmpty })
        #expect(!sentences.contains { "\($0)".contains("Bryn") })
        #expect(DraftChecker(record: record, entries: [:]).findings(in: draft.markdown) == [])
    }

    @Test(arguments: [
        ("I think every job should be on one page at the college.", "“every job” will “be on one page at the college”"),
        ("All three hospitals should publish their jobs.", "“All three hospitals” will “publish their jobs”"),
        ("The agreed owner should write to every ward.", "“The agreed owner” will “write to every ward”"),
    ]) func `whom a statement names is quoted, so that its words count and claim nothing here`(
        said: String, suggested: String
    ) {
        let record = Self.record([Self.statement(14, said, agree: 2)])
        let text = Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown
        #expect(text.contains(suggested))
        #expect(DraftChecker(record: record, entries: [:]).findings(in: text).map(\.description) == [])
    }

    @Test func `a draft with suggestions passes the checker, and without any it has no such section`() {
        let record = Self.record([
            Self.statement(14, Self.notice, agree: 3),
            Self.statement(16, "By the end of 2027 we need two clinics in the valley.", agree: 1),
            Self.statement(18, "Nobody has ever told carers what the hospital is trying out.", agree: 2),
        ])
        let text = Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown
        #expect(DraftChecker(record: record, entries: [:]).findings(in: text).map(\.description) == [])
        let none = Drafts.sharedAims(record: Self.record([]), framework: Fixtures.framework).markdown
        #expect(!none.contains(SuggestedSection.heading))
    }
}

/// What the checker refuses in a section of suggestions that somebody edited.
@Suite struct CheckedSuggestionTests {
    static func faults(_ change: (String) -> String) -> [DraftFault] {
        let record = SuggestionTests.record([
            SuggestionTests.statement(14, SuggestionTests.notice, agree: 3),
            SuggestionTests.statement(16, "The council must open two clinics in the valley by May 2027.", agree: 2),
            SuggestionTests.statement(18, "We should paint the waiting room yellow.", agree: 1, disagree: 2),
        ])
        let text = Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown
        let checker = DraftChecker(record: record, entries: [:])
        #expect(checker.findings(in: text) == [])
        let changed = change(text)
        #expect(changed != text)
        return checker.findings(in: changed).map(\.fault)
    }

    @Test(arguments: [
        ("## Suggestions to be tested", "## Shared aims", DraftFault.suggestionOutOfPlace),
        ("**To be tested**, objective from #14:", "**Objective** from #14:", .suggestionNotMarked),
        ("**To be tested**, objective", "**To be tested** and agreed, objective", .suggestionClaimsAgreement),
        ("by \\[date to be agreed\\], the partnership", "by March 2027, the partnership", .suggestionInvents("march")),
        ("by May 2027, “The council”", "by June 2027, “The council”", .suggestionInvents("june")),
        ("by May 2027, “The council”", "by May 2028, “The council”", .suggestionInvents("2028")),
        ("the partnership will", "Fellside Homes will", .suggestionInvents("fellside")),
        ("owner: \\[to be agreed\\]", "owner: Leona Marsh", .suggestionInvents("leona")),
        ("measured by \\[measure to be agreed\\]", "measured by complaints", .suggestionInvents("complaints")),
        ("type /objective #14", "type /aim #14", .suggestionTypedDifferently("#14")),
        ("type /objective #14", "type /objective #16", .suggestionTypedDifferently("#14")),
        (
            "“I think we should give", "“I think we must give",
            .quoteNotExact(
                "I think we must give three months' notice before a contract ends.")
        ),
        (
            "will “give three months", "will “give two months",
            .quoteNotExact("give two months' notice before a contract ends")
        ),
        ("objective from #14", "objective from #18", .suggestionUnsupported("#18")),
        ("objective from #14", "objective from #15", .itemUnknown("#15")),
        (
            "  - **#14**; all 3 who took a side agree:", "  - **#14**; all 4 who took a side agree:",
            .quantifierTooStrong("all")
        ),
    ]) func `a changed suggestion is refused, with its reason`(was: String, becomes: String, fault: DraftFault) {
        let faults = Self.faults { text in
            guard
                let range = text.ranges(
                    of: was.replacing("  - **#14**;", with: "  - **#14**, from Bryn Tasker (Wenmoor Voices);")
                ).last
            else { return text }
            let new = becomes.replacing("  - **#14**;", with: "  - **#14**, from Bryn Tasker (Wenmoor Voices);")
            return text.replacingCharacters(in: range, with: new)
        }
        #expect(faults.contains(fault), "\(faults)")
    }

    @Test func `a suggestion without the words that it is made of is refused`() {
        let faults = Self.faults { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { index, line in
                !(line.hasPrefix("  - **#14**") && index > 30)
            }.map(\.element).joined(separator: "\n")
        }
        #expect(faults == [.suggestionNotQuoted("#14")])
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
