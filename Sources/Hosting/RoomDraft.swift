import Drafting
import Facilitation
import Reports
import Transcript

/// A document about a session of a room, and what the checker finds in it.
public struct RoomDraft: Sendable {
    public let report: Report
    /// Empty when every sentence is borne out by the transcript.
    public let findings: [DraftFinding]
}

extension RoomHost {
    /// Makes a document from the record of a session and checks it against the transcript.
    ///
    /// - Parameter session: the number of a session; the latest if nil.
    public func draft(
        _ document: DraftDocument, of room: String, session: Int? = nil
    ) throws(HostError) -> RoomDraft {
        let record = try record(of: room, session: session)
        let framework = try discussion(of: room).setup.framework
        let (checked, shown) = try draftEntries(of: room, record)
        let report = Report(document, of: record, framework: framework, entries: shown)
        let checker = DraftChecker(record: record, entries: checked, framework: framework)
        let findings = checker.findings(in: report.draft.markdown, isComplete: document.isComplete)
        return RoomDraft(report: report, findings: findings)
    }

    /// The transcript as the checker needs it.
    public func checkedEntries(of room: String, _ record: Record) throws(HostError) -> [Int: CheckedEntry] {
        try draftEntries(of: room, record).checked
    }

    /// For the checker every entry; for readers those that were said to the whole room.
    private func draftEntries(
        of room: String, _ record: Record
    ) throws(HostError) -> (checked: [Int: CheckedEntry], shown: [ShownEntry]) {
        let struck = Set(record.struck)
        var checked: [Int: CheckedEntry] = [:]
        var shown: [ShownEntry] = []
        var after = 0
        while true {
            let page = try entries(of: room, after: after, limit: 500)
            for entry in page {
                let isStruck = struck.contains(entry.number)
                checked[entry.number] = CheckedEntry(words: entry.words, struck: isStruck)
                guard entry.to == nil, !entry.erased, !isStruck else { continue }
                let name = entry.direction == .said ? "Common Ground" : entry.name.isEmpty ? entry.by ?? "" : entry.name
                shown.append(ShownEntry(number: entry.number, speaker: name, words: entry.words))
            }
            guard let last = page.last else { return (checked, shown) }
            after = last.number
        }
    }
}
