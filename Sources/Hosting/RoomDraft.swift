import Drafting
import Facilitation
import Reports
import Synchronization
import Transcript

/// A document about a session of a room, and what the checker finds in it.
public struct RoomDraft: Sendable {
    public let report: Report
    /// Empty when every sentence is borne out by the transcript.
    public let findings: [DraftFinding]
}

/// A joint plan of several rooms, and what the checker finds in it.
public struct RoomsPlan: Sendable {
    public let report: JointReport
    /// Empty when every sentence is borne out by the transcripts.
    public let findings: [DraftFinding]
}

extension RoomHost {
    /// The sessions of these rooms in this order, each room once.
    public func sessions(
        of rooms: [String]
    ) throws(HostError) -> [(records: [Record], framework: Framework)] {
        var found: [(records: [Record], framework: Framework)] = []
        for (place, room) in rooms.enumerated() where !rooms[..<place].contains(room) {
            let snapshot = try snapshot(of: room)
            found.append((try snapshot.records(), snapshot.framework))
        }
        return found
    }

    /// The aims and objectives of these rooms in this order, each room once, checked against their transcripts.
    public func jointPlan(of rooms: [String]) throws(HostError) -> RoomsPlan {
        let joined = try sessions(of: rooms).map { JointRoom(records: $0.records, framework: $0.framework) }
        var entries: [[Int: CheckedEntry]] = []
        for room in joined {
            guard let last = room.records.last else { continue }
            entries.append(try snapshot(of: last.room).checkedEntries(of: last))
        }
        let report = JointReport(joined)
        let findings = JointPlanChecker(rooms: joined, entries: entries).findings(in: report.draft.markdown)
        return RoomsPlan(report: report, findings: findings)
    }

    /// As `RoomSnapshot.draft`, of the room as it stands now.
    public func draft(
        _ document: DraftDocument, of room: String, session: Int? = nil, wording: DraftWording = .standard
    ) throws(HostError) -> RoomDraft {
        try snapshot(of: room).draft(document, session: session, wording: wording)
    }
}

extension RoomSnapshot {
    /// So many entries are read at once.
    private static let page = 200

    /// Makes a document from the record of a session and checks it against the transcript. Only the entries that it cites
    /// are read, so that a long room costs no more than a short one.
    ///
    /// - Parameters:
    ///   - session: the number of a session; the latest if nil.
    ///   - wording: a partnership's own words.
    public func draft(
        _ document: DraftDocument, session: Int? = nil, wording: DraftWording = .standard
    ) throws(HostError) -> RoomDraft {
        let record = try record(session: session)
        var report = Report(document, of: record, framework: framework, wording: wording)
        let head = try storage { () throws(StoreError) in
            try replaying.store.hash(of: record.head, in: state.room)
        }
        if let head { report.end(with: TranscriptSeal(number: record.head, hash: head)) }
        let cited = try entries(Set(report.draft.sentences.flatMap(\.entries)).sorted())
        let struck = Set(record.struck)
        report.show(cited.compactMap { shown($0, struck) })
        let checked = cited.map { ($0.number, CheckedEntry(words: $0.shownWords, struck: struck.contains($0.number))) }
        let seals = SealReader(of: state.room, in: replaying.store)
        let checker = DraftChecker(
            record: record, entries: Dictionary(checked, uniquingKeysWith: { first, _ in first }), framework: framework,
            hashOf: { seals.hash(of: $0) })
        let findings = checker.findings(in: report.draft.markdown, isComplete: document.isComplete)
        if let failure = seals.failure { throw .storage(failure) }
        return RoomDraft(report: report, findings: findings)
    }

    /// What the transcript does not bear out in a document about a session, which may have been edited by hand. A log, a cover
    /// sheet, ratings and an annex are extracts, of which only what stands there is checked.
    ///
    /// - Parameter session: its number; nil for the latest.
    public func findings(in markdown: String, session: Int? = nil) throws(HostError) -> [DraftFinding] {
        let record = try record(session: session)
        let seals = SealReader(of: state.room, in: replaying.store)
        let checker = DraftChecker(
            record: record, entries: try checkedEntries(of: record), framework: framework,
            hashOf: { seals.hash(of: $0) })
        let isComplete = DraftDocument.extract(titledIn: markdown) == nil
        let findings = checker.findings(in: markdown, isComplete: isComplete)
        if let failure = seals.failure { throw .storage(failure) }
        return findings
    }

    /// Every entry, as much of it as a checker needs.
    func checkedEntries(of record: Record) throws(HostError) -> [Int: CheckedEntry] {
        let struck = Set(record.struck)
        var entries: [Int: CheckedEntry] = [:]
        try storage { () throws(StoreError) in
            try replaying.store.forEachEntry(in: state.room) { entry in
                entries[entry.number] = CheckedEntry(words: entry.shownWords, struck: struck.contains(entry.number))
                return true
            }
        }
        return entries
    }

    /// Lines that were said to the whole room, and still stand.
    private func shown(_ entry: Entry, _ struck: Set<Int>) -> ShownEntry? {
        guard entry.to == nil, !struck.contains(entry.number) else { return nil }
        return ShownEntry(
            number: entry.number, speaker: state.attribution.speaker(of: entry), words: entry.shownWords)
    }

    /// The entries with these numbers, lowest first; those that are not there are left out.
    private func entries(_ numbers: [Int]) throws(HostError) -> [Entry] {
        var found: [Entry] = []
        var waiting = numbers[...]
        while let next = waiting.first {
            let page = try storage { () throws(StoreError) in
                try replaying.store.entries(in: state.room, after: next - 1, limit: RoomSnapshot.page)
            }
            guard let last = page.last else { break }
            let wanted = Set(waiting.prefix { $0 <= last.number })
            found += page.filter { wanted.contains($0.number) }
            waiting = waiting.drop { $0 <= last.number }
        }
        return found
    }
}

/// Gives the checker, which asks and cannot fail, the hashes of entries; remembers why one could not be read, since that
/// is no hash that differs.
private final class SealReader: Sendable {
    private let room: String
    private let store: any TranscriptStore
    private let failed = Mutex<StoreError?>(nil)

    init(of room: String, in store: any TranscriptStore) {
        self.room = room
        self.store = store
    }

    var failure: StoreError? { failed.withLock { $0 } }

    /// In hexadecimal; nil when there is none.
    func hash(of number: Int) -> String? {
        do throws(StoreError) {
            return try store.hash(of: number, in: room)
        } catch {
            failed.withLock { $0 = error }
            return nil
        }
    }
}
