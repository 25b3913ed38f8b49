import DraftingMutations
import Facilitation
import SeededRandom
import Testing

@testable import Drafting

@Suite struct PropertyTests {
    @Test(arguments: [false, true]) func `every draft of a random session passes the checker`(isHostile: Bool) {
        for seed in 1...25 {
            let session = RandomSession(seed: seed, isHostile: isHostile)
            let checker = DraftChecker(record: session.record, entries: session.entries)
            for draft in [
                Drafts.sharedAims(record: session.record, framework: Fixtures.framework),
                Drafts.minutes(record: session.record, framework: Fixtures.framework),
            ] {
                let text = draft.markdown
                let findings = checker.findings(in: text)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                for finding in findings.prefix(3) {
                    Issue.record(
                        "seed \(seed): \(finding.explanation) \(lines[min(finding.line, lines.count) - 1])")
                }
            }
        }
    }

    @Test func `any text at all is read without a crash, and findings stay on its lines`() {
        let session = RandomSession(seed: 11, isHostile: true)
        let checker = DraftChecker(record: session.record, entries: session.entries)
        let valid = Array(Drafts.minutes(record: session.record, framework: Fixtures.framework).markdown)
        let pieces = [
            "\u{201C}", "\u{201D}", "\"", "[", "]", "[1,", "[]", "[99999999999999999999]", "|", "\\", "#", "\n", "\r\n",
            "**",
            "99 March 2027", "1,000", "of", "from 1 to 2", "Present:", "A1", "#1", "Round 9", "\u{0}", "👩‍👩‍👧", "- ", "(",
        ]
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            var text = valid
            for _ in 0..<12 {
                let start = Int.random(in: 0..<text.count, using: &generator)
                let end = min(text.count, start + Int.random(in: 0...9, using: &generator))
                text.replaceSubrange(start..<end, with: Array(generator.pick(pieces)))
            }
            let string = String(text)
            let lines = string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            let findings = checker.findings(in: string)
            #expect(findings.allSatisfy { (1...lines).contains($0.line) })
            #expect(!findings.isEmpty)
        }
    }

    @Test func `the same record gives the same bytes`() {
        let first = RandomSession(seed: 7, isHostile: true).record
        let second = RandomSession(seed: 7, isHostile: true).record
        let drafts = [first, second].map { Drafts.sharedAims(record: $0, framework: Fixtures.framework) }
        #expect(drafts[0].markdown == drafts[1].markdown)
        #expect(drafts[0].plainText == drafts[1].plainText)
    }
}
