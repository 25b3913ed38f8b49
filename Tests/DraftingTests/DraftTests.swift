import Facilitation
import Testing

@testable import Drafting

@Suite struct DraftTests {
    static func aims(_ change: (inout Record) -> Void) -> String {
        var record = Fixtures.record()
        change(&record)
        return Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown
    }

    @Test func `a development session never says agreed in its own words`() {
        for draft in [
            Drafts.sharedAims(record: Fixtures.record(), framework: Fixtures.framework),
            Drafts.minutes(record: Fixtures.record(), framework: Fixtures.framework),
        ] {
            let own = draft.sentences.flatMap(\.parts).compactMap { part -> String? in
                if case .words = part { nil } else { "\(part)" }
            }
            // What is still to be agreed, or is not, claims nothing.
            let claims = own.map {
                $0.lowercased().replacing("to be agreed", with: "").replacing("not agreed", with: "")
            }
            #expect(!claims.contains { $0.contains("agreed") })
        }
    }

    @Test func `a formal meeting's minutes use its verbs`() {
        let text = Drafts.minutes(record: Fixtures.record(meeting: .formal), framework: Fixtures.framework)
            .markdown
        #expect(text.contains("The partnership **AGREED** decision D1"))
        #expect(text.contains("The partnership **AGREED WITH RESERVATIONS** aim A1"))
        #expect(text.contains("**NOTED** the interest of Bryn Tasker"))
    }

    @Test func `every outcome has its own wording in each kind of meeting`() {
        for meeting in MeetingKind.allCases {
            let wording = OutcomeWording(meeting: meeting)
            #expect(Set(OutcomeWord.allCases.map(wording.label)).count == OutcomeWord.allCases.count)
        }
    }

    @Test func `under the Chatham House Rule nobody is named and no entry cited for what was said`() {
        let text = Self.aims { record in
            record.attribution = .chathamHouse
            record.areas[0].statements[0].by = nil
            record.areas[0].statements[0].entries = []
            record.areas[0].position?.reservations[0].by = nil
            record.areas[0].position?.reservations[0].sector = "vcse"
            record.areas[0].position?.entries = []
            record.areas[0].minorityViews[0].named = false
        }
        #expect(text.contains("shown without speaker or entry number"))
        #expect(
            text.contains(
                "- **#14**; all 3 who took a side agree: “We had six days' notice that a contract would end.”\n"
            ))
        #expect(
            text.contains("Cannot support it yet, one member (voluntary and community): “Established means"))
        #expect(text.contains("**Minority view**, one member: “For small"))
    }

    @Test func `a round that was not blind says so, and a round not revealed shows no counts`() {
        let text = Self.aims { record in
            record.areas[0].gauges[0].blind = false
            record.areas[0].gauges[1].revealed = false
            record.areas[0].gauges[1].answered = 4
        }
        #expect(text.contains("Round 1 was not blind"))
        #expect(text.contains("- Round 2, not yet revealed: 4 of 6 present answered [50, 58].\n"))
    }

    @Test func `ratings from before the day are told as such, and answers to the framing questions stand together`() {
        var record = Fixtures.record()
        record.areas[0].gauges[0].beforehand = true
        record.areas[0].statements[0].kind = .known
        // A view that nobody answered was worked out all the same; one that somebody disagrees with is a difference.
        record.areas[0].statements[2].kind = .sign
        (record.areas[0].statements[2].counts, record.areas[0].statements[2].agree) = ([:], [])
        record.areas[0].statements[1].kind = .help
        let text = Drafts.sharedAims(record: record, framework: Fixtures.framework).markdown
        #expect(text.contains("- Round 1, given before the day: ") && text.contains("- Round 2: "))
        #expect(text.contains("\n### What we know\n\n- **#14**, from "))
        let calendar = "**#40**, from Odile Furnace (Fellside Homes): “I think we should keep one calendar"
        #expect(text.contains("\n### How we would know\n\n- \(calendar)"), "\(text)")
        #expect(!text.contains("### Who and what could help"))
        #expect(text.ranges(of: "**#14**").count == 1, "\(text)")
        let checker = DraftChecker(record: record, entries: CheckerTests.entries)
        #expect(checker.findings(in: text).map(\.description) == [])
    }

    @Test func `a minority view that its holder has not confirmed is not printed, and is said to wait`() {
        let text = Self.aims { $0.areas[0].minorityViews[0].confirmed = false }
        #expect(!text.contains("from where they stand"))
        #expect(text.contains("Acting as an anchor: 1 minority view waits for a yes from the holder."))
    }

    @Test func `an objection or a minority view beside nothing is printed all the same`() {
        let text = Self.aims { record in
            record.areas[0].position = nil
            record.areas[0].objections[0].on = "d9"
        }
        #expect(text.contains("from where they stand"))
        #expect(text.contains("so a local share may be the wrong measure"))
    }

    @Test func `a record of nothing gives a draft that says so`() {
        let text = Drafts.sharedAims(record: Record(), framework: Fixtures.framework).markdown
        #expect(text.contains("No area has been discussed yet."))
        #expect(text.contains("Nothing was put to the test."))
        #expect(DraftChecker(record: Record(), entries: [:]).findings(in: text).isEmpty)
    }

    @Test func `an objection that came with a level is told once, with the level`() {
        let text = Self.aims { record in
            var objection = RecordObjection()
            objection.by = "irc:bryn"
            objection.on = "position"
            objection.text = "Established means in use, and for small charities it is not in use."
            objection.entries = [66]
            record.areas[0].objections.append(objection)
        }
        #expect(
            text.contains("Cannot support it yet, Bryn Tasker (Wenmoor Voices), an open objection: “Established means"))
        #expect(text.split(separator: "“Established means").count == 2)
    }

    @Test func `who is missing is named in the words of the room, and two are both`() {
        let text = Self.aims { record in
            record.missing = ["resident", "care-provider", "the bus company"]
            record.areas[0].statements[0].counts = [.agree: 2]
        }
        #expect(text.contains("Not in the room: residents, care providers, the bus company."))
        #expect(text.contains("; both who took a side agree: “We had six days'"))
    }

    @Test func `nothing goes to a formal meeting when nothing was supported`() {
        #expect(Self.aims { _ in }.contains("Put what is supported here to a formal meeting."))
        #expect(!Self.aims { $0.areas = [] }.contains("Put what is supported"))
    }

    @Test func `every sentence that quotes carries the entries of the record`() {
        for draft in [
            Drafts.sharedAims(record: Fixtures.record(), framework: Fixtures.framework),
            Drafts.minutes(record: Fixtures.record(), framework: Fixtures.framework),
        ] {
            for section in draft.sections
            where section.heading != "How agreement was tested" && section.heading != "Credit" {
                for case .list(let items) in section.blocks {
                    for sentence in items.flatMap({ [$0.sentence] + $0.details }) {
                        let quotes = sentence.parts.contains { if case .words = $0 { true } else { false } }
                        #expect(!quotes || !sentence.entries.isEmpty)
                    }
                }
            }
        }
    }

    @Test(arguments: [
        (0, 6, Quantifier.none), (1, 6, .one), (2, 6, .some), (3, 6, .some), (4, 6, .most), (6, 6, .all),
        (1, 1, .all),
        (0, 0, .none), (1, 2, .one),
    ]) func `a quantifier follows from its counts`(count: Int, total: Int, expected: Quantifier) {
        #expect(Quantifier(count, of: total) == expected)
    }
}

@Suite struct RenderingTests {
    static func line(_ words: String) -> String {
        let draft = Draft(
            title: "T",
            sections: [DraftSection("S", [.list([DraftItem(Sentence([.words(words)], entries: [1]))])])])
        return String(draft.markdown.split(separator: "\n").last ?? "")
    }

    @Test(arguments: [
        ("*bold* _and_ `code`", #"\*bold\* \_and\_ \`code\`"#),
        ("<script>alert(1)</script>", #"\<script\>alert(1)\</script\>"#),
        ("[here](http://x.example)", #"\[here\](http\://x.example)"#),
        ("www.x.example", #"www\.x.example"#),
        ("a | b & c", #"a \| b \& c"#),
        ("say \"yes\" \u{201C}now\u{201D}", "say 'yes' 'now'"),
        ("one\n# two\r\nthree", "one # two three"),
        ("\u{202E}back \u{1B}[31m", "\u{FFFD}back \u{FFFD}\\[31m"),
        ("café 😀 👩‍👩‍👧", "café 😀 👩‍👩‍👧"),
    ]) func `hostile words are shown and never obeyed`(words: String, shown: String) {
        #expect(Self.line(words) == "- \u{201C}\(shown)\u{201D} [1].")
    }

    @Test func `a name at the start of a bullet cannot start a heading, a list or a rule`() {
        for (name, start) in [("# Ann", "- \\# Ann"), ("- Ann", "- \\- Ann"), ("1. Ann", "- 1\\. Ann")] {
            let draft = Draft(title: "T", sections: [DraftSection("S", [.list([DraftItem(Sentence(name))])])])
            #expect(draft.markdown.hasSuffix("\(start).\n"))
        }
    }

    @Test func `plain text has the same words and lists in place of tables`() {
        let text = Drafts.minutes(record: Fixtures.record(), framework: Fixtures.framework).plainText
        #expect(text.contains("* Ref: D1\n  Area: Acting as an anchor\n"))
        #expect(!text.contains("**") && !text.contains("| "))
        #expect(text.contains("[60, 66]"))
    }
}

@Suite struct PlainEnglishTests {
    @Test func `the drafts' own sentences are short and free of jargon`() {
        let measured = PlainEnglish(
            Drafts.sharedAims(record: Fixtures.record(), framework: Fixtures.framework))
        #expect(measured.averageWords < 15)
        #expect(measured.jargon.isEmpty)
        #expect(measured.longWordShare < 0.15)
    }

    @Test func `long sentences and jargon are reported, quoted words are not`() {
        let long = (1...26).map { "word\($0)" }.joined(separator: " ")
        let draft = Draft(
            title: "T",
            sections: [
                DraftSection(
                    "S",
                    [
                        .paragraph([
                            Sentence(long), Sentence("We leverage it"),
                            Sentence([.words("Leverage leverage.")]),
                        ])
                    ])
            ])
        let measured = PlainEnglish(draft)
        #expect(measured.sentences == 2)
        #expect(measured.words == 29)
        #expect(measured.longSentences == [long])
        #expect(measured.jargon == [PlainEnglish.JargonUse(word: "leverage", count: 1)])
    }
}
