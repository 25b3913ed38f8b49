import Facilitation

/// A store that tells how many entries were read from it, for work that takes long; otherwise it is the store behind it.
public final class CountingStore: TranscriptStore {
    private let store: any TranscriptStore
    private let told: @Sendable (Int) -> Void

    /// - Parameter told: hears how many entries more were read or checked; on any thread, and so often that it must be quick.
    public init(_ store: any TranscriptStore, told: @escaping @Sendable (Int) -> Void) {
        self.store = store
        self.told = told
    }

    public func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        let entries = try store.entries(in: room, after: after, limit: limit)
        told(entries.count)
        return entries
    }

    public func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry] {
        let entries = try store.sealedEntries(in: room, after: after, limit: limit)
        told(entries.count)
        return entries
    }

    public func verify(room: String?) throws(StoreError) -> VerifyReport {
        try store.verify(room: room, told: told)
    }

    // MARK: As the store behind it

    public func append(_ batch: AppendBatch) throws(StoreError) { try store.append(batch) }
    public func rooms() throws(StoreError) -> [RoomSummary] { try store.rooms() }
    public func room(_ room: String) throws(StoreError) -> RoomSummary? { try store.room(room) }
    public func entry(room: String, number: Int) throws(StoreError) -> Entry? {
        try store.entry(room: room, number: number)
    }
    public func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? {
        try store.entry(forKey: key, principal: principal, room: room)
    }
    public func acknowledged(principal: String, room: String) throws(StoreError) -> Int {
        try store.acknowledged(principal: principal, room: room)
    }
    public func framework(hash: String) throws(StoreError) -> String? { try store.framework(hash: hash) }
    public func backUp(to path: String) throws(StoreError) { try store.backUp(to: path) }
    public func amend(_ amendment: Amendment) throws(StoreError) { try store.amend(amendment) }
    public func purge(room: String) throws(StoreError) { try store.purge(room: room) }
    public func scrub() throws(StoreError) { try store.scrub() }
    public func acknowledgements(in room: String) throws(StoreError) -> [Acknowledgement] {
        try store.acknowledgements(in: room)
    }
    public func restore(_ transcript: SealedTranscript) throws(StoreError) { try store.restore(transcript) }
    public func watch(_ tell: @escaping @Sendable (StoreNews) -> Void) { store.watch(tell) }
    public func close() throws(StoreError) { try store.close() }
}
