import Facilitation
import Transcript

/// A store that forgets: what the protocol costs without a disk. It keeps what a room needs to go on, and no words.
///
/// Sendable because a benchmark uses it from one thread.
final class MemoryStore: TranscriptStore, @unchecked Sendable {
    private var summaries: [String: RoomSummary] = [:]
    private var frameworks: [String: String] = [:]
    private(set) var count = 0

    func append(_ batch: AppendBatch) throws(StoreError) {
        for room in batch.rooms {
            summaries[room.room] = RoomSummary(
                room: room.room, log: room.log, title: room.title, madeAt: room.madeAt, head: 0, headHash: "")
        }
        for entry in batch.entries { summaries[entry.entry.room]?.head = entry.entry.number }
        count += batch.entries.count
    }

    func rooms() throws(StoreError) -> [RoomSummary] { summaries.values.sorted { $0.room < $1.room } }
    func room(_ room: String) throws(StoreError) -> RoomSummary? { summaries[room] }
    func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] { [] }
    func entry(room: String, number: Int) throws(StoreError) -> Entry? { nil }
    /// No key is used twice in a benchmark.
    func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? { nil }
    func acknowledged(principal: String, room: String) throws(StoreError) -> Int { 0 }
    func acknowledged(principal: String) throws(StoreError) -> [String: Int] { [:] }
    func framework(hash: String) throws(StoreError) -> String? { frameworks[hash] }
    func verify(room: String?) throws(StoreError) -> VerifyReport { throw .unknownRoom(room: room ?? "") }
    func backUp(to path: String) throws(StoreError) {}
    func amend(_ amendment: Amendment) throws(StoreError) {}
    func purge(room: String, ifHeadIs head: Int) throws(StoreError) { summaries[room] = nil }
    func scrub() throws(StoreError) {}
    func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry] { [] }
    func acknowledgements(in room: String) throws(StoreError) -> [Acknowledgement] { [] }
    func keySecret(of room: String) throws(StoreError) -> KeySecret? { nil }
    func restore(_ transcript: SealedTranscript) throws(StoreError) {}
    func close() throws(StoreError) {}
}
