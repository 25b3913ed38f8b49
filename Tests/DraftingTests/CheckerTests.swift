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
        entries[33] = CheckedEntry(words: "It covers 41 tenders, since May 2024, and went to the Finance Committee.")
        return entries
    }()

    static func faults(_ text: String, meeting: MeetingKind = .development) -> [DraftFault] {
        DraftChecker(record: Fixtures.record(meeting: meeting), entries: entries)
            .findings(in: "## Acting as an anchor\n\n" + text, isComplete: false).map(\.fault)
    }

    @Test(arguments: [MeetingKind.development, .formal]) func `drafts made from a record pass`(meeting: MeetingKind) {
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
        for log in logs { #expect(checker.findings(in: log.markdown, isComplete: false).map(\.description) == []) }
    }
}

extension DraftFinding {
    var description: String { "\(line): \(explanation)" }
}
