import Facilitation
import Testing

@testable import Drafting

/// A partnership's own words for some of the sentences.
@Suite struct OwnWordingTests {
    static func text(_ words: [WordingKey: String], _ document: DraftDocument = .minutes) -> String {
        document.draft(of: Fixtures.record(), framework: Fixtures.framework).reworded(by: DraftWording(words)).markdown
    }

    @Test func `own words take the place of ours, with the slots filled in`() {
        let text = Self.text([
            .openingDevelopment: "Notes of our session on {day}.", .headingDecisions: "What we decided",
            .rule: "{rule} was our rule",
        ])
        #expect(text.contains("\n\nNotes of our session on 14 October 2026. A development session takes"))
        #expect(text.contains("\n## 6. What we decided\n"))
        #expect(
            text.contains(
                "“With six ratings, one may lie outside the most common stage. Silence is not a yes.” was our"))
        #expect(!text.contains("Decision log"))
    }

    @Test func `what is left out of a file stays as it was`() {
        for document in DraftDocument.allCases {
            let draft = document.draft(of: Fixtures.record(), framework: Fixtures.framework)
            #expect(draft.reworded(by: .standard) == draft)
            let same = Dictionary(uniqueKeysWithValues: WordingKey.allCases.map { ($0, $0.standard) })
            #expect(draft.reworded(by: DraftWording(same)).markdown == draft.markdown)
        }
    }

    @Test func `own words that say more than the record are refused by the checker`() {
        let text = Self.text([.membersCheck: "Everybody agreed to meet on 3 May 2027"], .draft)
        let faults = DraftChecker(record: Fixtures.record(), entries: [:]).findings(in: text).map(\.fault)
        #expect(faults.contains(.dateDiffers("3 May 2027")))
        #expect(faults.contains(.agreementWithoutItem))
    }

    @Test func `markup in own words stays words`() {
        #expect(Self.text([.silence: "<b>No</b> [1](x)"]).contains("\\<b\\>No\\</b\\> \\[1\\](x)."))
    }

    @Test func `every key has its own name and words, and the file to change holds them all`() {
        let lines = DraftWording.template.split(separator: "\n").dropFirst()
        #expect(lines.count == WordingKey.allCases.count)
        #expect(Set(WordingKey.allCases.map(\.standard)).count == WordingKey.allCases.count)
        #expect(lines.contains("opening-formal: \"Draft record of a formal meeting on {day}, for members to check\""))
        #expect(WordingKey.askNote.slots == ["item", "text"])
    }
}
