import Facilitation
import Hosting
import SeededRandom
import StandInStores
import Transcript

/// A store over a real one that is slow, and that fails now and then: before anything is written, after all of it was, and
/// when it is read. Used from one thread.
final class UnreliableStore: StandInStore, @unchecked Sendable {
    let store: any TranscriptStore
    /// While true, it does what the real one does.
    var isCalm = false
    /// How many calls failed so far.
    private(set) var faults = 0
    private let clock: SimulatedClock
    private var chance: SeededGenerator

    init(_ store: any TranscriptStore, clock: SimulatedClock, chance: SeededGenerator) {
        self.store = store
        self.clock = clock
        self.chance = chance
    }

    func append(_ batch: AppendBatch) throws(StoreError) {
        guard !isCalm else { return try store.append(batch) }
        if chance.happens(oneIn: 8) { clock.pass(seconds: chance.number(below: 90)) }
        switch chance.number(below: 24) {
        case 0, 1:
            try fail([.full(path: "a disk"), .inputOutput(path: "a disk", code: 778), .busy(path: "a disk")])
        case 2:
            try store.append(batch)
            try fail([.databaseServer(.outcomeUnknown(server: "a server")), .inputOutput(path: "a disk", code: 1_034)])
        default: try store.append(batch)
        }
    }

    func room(_ room: String) throws(StoreError) -> RoomSummary? {
        try failToRead()
        return try store.room(room)
    }
    func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        try failToRead()
        return try store.entries(in: room, after: after, limit: limit)
    }
    func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? {
        try failToRead()
        return try store.entry(forKey: key, principal: principal, room: room)
    }
    func framework(hash: String) throws(StoreError) -> String? {
        try failToRead()
        return try store.framework(hash: hash)
    }

    private func failToRead() throws(StoreError) {
        guard !isCalm, chance.happens(oneIn: 40) else { return }
        try fail([.inputOutput(path: "a disk", code: 266), .busy(path: "a disk")])
    }

    private func fail(_ errors: [StoreError]) throws(StoreError) {
        faults += 1
        throw chance.pick(errors)
    }
}

/// A clock that goes when it is told to, and may be set back. Used from one thread.
final class SimulatedClock: @unchecked Sendable {
    private(set) var now = Instant(iso: "2026-10-14T13:20:00Z") ?? Instant(milliseconds: 0)

    func pass(seconds: Int) { now = Instant(milliseconds: now.milliseconds + seconds * 1_000) }

    var clock: Clock { Clock { self.now } }
}
