import Facilitation

/// A store that does what the store behind it does, but for what it says itself.
public protocol ForwardingStore: TranscriptStore {
    var store: any TranscriptStore { get }
}

extension ForwardingStore {
    public func append(_ batch: AppendBatch) throws(StoreError) { try store.append(batch) }
    public func rooms() throws(StoreError) -> [RoomSummary] { try store.rooms() }
    public func room(_ room: String) throws(StoreError) -> RoomSummary? { try store.room(room) }
    public func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        try store.entries(in: room, after: after, limit: limit)
    }
    public func entry(room: String, number: Int) throws(StoreError) -> Entry? {
        try store.entry(room: room, number: number)
    }
    public func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? {
        try store.entry(forKey: key, principal: principal, room: room)
    }
    public func acknowledged(principal: String, room: String) throws(StoreError) -> Int {
        try store.acknowledged(principal: principal, room: room)
    }
    public func acknowledged(principal: String) throws(StoreError) -> [String: Int] {
        try store.acknowledged(principal: principal)
    }
    public func framework(hash: String) throws(StoreError) -> String? { try store.framework(hash: hash) }
    public func verify(room: String?) throws(StoreError) -> VerifyReport { try store.verify(room: room) }
    public func verify(room: String?, told: (@Sendable (Int) -> Void)?) throws(StoreError) -> VerifyReport {
        try store.verify(room: room, told: told)
    }
    public func watch(_ tell: @escaping @Sendable (StoreNews) -> Void) { store.watch(tell) }
    public func backUp(to path: String) throws(StoreError) { try store.backUp(to: path) }
    public func amend(_ amendment: Amendment) throws(StoreError) { try store.amend(amendment) }
    public func purge(room: String, ifHeadIs head: Int) throws(StoreError) {
        try store.purge(room: room, ifHeadIs: head)
    }
    public func scrub() throws(StoreError) { try store.scrub() }
    public func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry] {
        try store.sealedEntries(in: room, after: after, limit: limit)
    }
    public func acknowledgements(in room: String) throws(StoreError) -> [Acknowledgement] {
        try store.acknowledgements(in: room)
    }
    public func keySecret(of room: String) throws(StoreError) -> KeySecret? { try store.keySecret(of: room) }
    public var setAsideNotes: [String] { store.setAsideNotes }
    public func restore(_ transcript: SealedTranscript) throws(StoreError) { try store.restore(transcript) }
    public func close() throws(StoreError) { try store.close() }
}
