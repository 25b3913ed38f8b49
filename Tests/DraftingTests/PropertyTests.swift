import Facilitation
import Testing

@testable import Drafting

@Suite struct PropertyTests {
    @Test(arguments: [false, true]) func `every draft of a random session passes the checker`(isHostile: Bool) {
        for seed in 1...60 {
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

    @Test func `the same record gives the same bytes`() {
        let first = RandomSession(seed: 7, isHostile: true).record
        let second = RandomSession(seed: 7, isHostile: true).record
        let drafts = [first, second].map { Drafts.sharedAims(record: $0, framework: Fixtures.framework) }
        #expect(drafts[0].markdown == drafts[1].markdown)
        #expect(drafts[0].plainText == drafts[1].plainText)
    }
}
