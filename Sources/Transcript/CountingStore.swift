import Facilitation

/// A store that tells how many entries were read from it, for work that takes long; otherwise it is the store behind it.
public final class CountingStore: ForwardingStore {
    public let store: any TranscriptStore
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
}
