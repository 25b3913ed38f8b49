import Facilitation
import Hashing

/// Where transcripts are kept. One store serves many rooms; any thread may call it. Only `watch` calls back.
///
/// An append returns only when everything in it is on the disk, so a caller may answer people as soon as it
/// returns. Entry numbers are given by the caller: whoever writes a number first has it, the other gets
/// `lostRace`, reads what was written meanwhile and thinks again; so does whose room was purged and made anew. Works
/// the same for one process and for several workers.
public protocol TranscriptStore: AnyObject, Sendable {
    /// Writes all of it in one synced transaction, or nothing.
    ///
    /// Errors: `lostRace`, `gap`, `keyTaken`, `roomExists`, `unknownRoom`, `beyondHead`, `nullCharacter`, and
    /// everything that can be wrong with a disk.
    func append(_ batch: AppendBatch) throws(StoreError)

    /// All rooms, ordered by name (bytewise).
    func rooms() throws(StoreError) -> [RoomSummary]
    /// Nil when there is no such room.
    func room(_ room: String) throws(StoreError) -> RoomSummary?

    /// Entries with a number above `after`, at most `limit`, in order. Empty for an unknown room.
    func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry]
    func entry(room: String, number: Int) throws(StoreError) -> Entry?
    /// The entry that a principal's key stands in, to answer a repeated delivery.
    func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry?

    /// The highest number this principal has acknowledged in this room; 0 at first.
    func acknowledged(principal: String, room: String) throws(StoreError) -> Int
    /// How far this principal has acknowledged each room; rooms of which it has acknowledged nothing are left out.
    func acknowledged(principal: String) throws(StoreError) -> [String: Int]
    /// The text of a saved framework by the digits of its `FrameworkHash`.
    func framework(hash: String) throws(StoreError) -> String?

    /// Checks every entry of one room, or with nil of all rooms, the frameworks and the file itself. Reading
    /// only. `unknownRoom` when the room is not there.
    func verify(room: String?) throws(StoreError) -> VerifyReport
    /// The same, for somebody who waits: `told` hears, again and again, how many entries more were checked.
    func verify(room: String?, told: (@Sendable (Int) -> Void)?) throws(StoreError) -> VerifyReport
    /// Writes a complete copy while the store goes on working. The rooms of the copy get new log names, so
    /// that clients notice when it is put in place of the original. Refuses to replace a file.
    func backUp(to path: String) throws(StoreError)
    // MARK: Privacy and moving

    /// Changes a room otherwise than by adding talk: erasures, labels, holds; see `Amendment`. All or nothing, synced.
    ///
    /// Of each entry in it `by`, `name`, `principal`, `recipient`, `words`, `reading`, `details`, `key` and `reply` are
    /// replaced; `salt` and `key_commitment` become null, and the erasure's salt, time and reason are noted.
    ///
    /// Errors: those of `append`, and `unknownEntry`.
    func amend(_ amendment: Amendment) throws(StoreError)
    /// Takes a whole room out: entries, acknowledgements and the room itself, in one transaction, while it ends with the
    /// entry of this number.
    ///
    /// Errors: `unknownRoom`, `held`, and `lostRace` when somebody has written since.
    func purge(room: String, ifHeadIs head: Int) throws(StoreError)
    /// Leaves nothing of what was erased or purged in any file of the store. May be repeated at any time.
    ///
    /// Errors: `remainsInLog` while another program is reading.
    func scrub() throws(StoreError)
    /// As `entries`, with what seals them.
    func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry]
    /// Who has acknowledged how much, ordered by principal.
    func acknowledgements(in room: String) throws(StoreError) -> [Acknowledgement]
    /// What the remains of a room's erased keys are made with; nil before the first erasure in it. For no export.
    func keySecret(of room: String) throws(StoreError) -> KeySecret?
    /// Files beside the store that are no part of it and may hold what was erased, each in a sentence.
    var setAsideNotes: [String] { get }
    /// Makes a room of a whole transcript from elsewhere, under a new log name, with the same chain. All or nothing.
    ///
    /// Errors: `doesNotFit` when a seal is broken, `roomExists`, `nullCharacter`.
    func restore(_ transcript: SealedTranscript) throws(StoreError)

    /// From now on calls `tell`, on a thread of the store, when another program may have written, until `close`.
    /// A second call takes the place of the first. Nothing is missed for good, but it may come late, or for
    /// nothing.
    func watch(_ tell: @escaping @Sendable (StoreNews) -> Void)
    /// Ends all work with the files. Other calls fail afterwards; a second close does nothing.
    func close() throws(StoreError)
}

/// What another program may have done with a store.
public enum StoreNews: Sendable, Hashable {
    /// It wrote into these rooms.
    case wrote(rooms: [String])
    /// It wrote, and it is not known where.
    case wroteSomewhere
}

extension TranscriptStore {
    /// The chained hash of an entry in hexadecimal; nil when there is no such entry.
    public func hash(of number: Int, in room: String) throws(StoreError) -> String? {
        guard number > 0 else { return nil }
        return try sealedEntries(in: room, after: number - 1, limit: 1).first { $0.entry.number == number }
            .map { hexadecimal($0.hash) }
    }

    /// A store without files has none to set aside.
    public var setAsideNotes: [String] { [] }

    /// A store that is quickly checked tells nothing.
    public func verify(room: String?, told: (@Sendable (Int) -> Void)?) throws(StoreError) -> VerifyReport {
        try verify(room: room)
    }

    /// A store that nobody else can write has no news.
    public func watch(_ tell: @escaping @Sendable (StoreNews) -> Void) {}

    public func append(_ entries: [PendingEntry], creatingRooms rooms: [NewRoom] = []) throws(StoreError) {
        try append(AppendBatch(rooms: rooms, entries: entries))
    }

    /// Remembers durably that a principal has seen everything up to this number. Never goes back.
    public func acknowledge(principal: String, room: String, upTo number: Int) throws(StoreError) {
        let acknowledgement = Acknowledgement(principal: principal, room: room, upTo: number)
        try append(AppendBatch(acknowledgements: [acknowledgement]))
    }

    /// Hands over the entries with a number above `after` in order, without holding more than a page of them
    /// in memory or any lock while `body` runs. `body` may call the store and returns false to stop.
    public func forEachEntry(in room: String, after: Int = 0, _ body: (Entry) -> Bool) throws(StoreError) {
        let pageSize = 512
        var last = after
        while true {
            let page = try entries(in: room, after: last, limit: pageSize)
            for entry in page {
                guard body(entry) else { return }
                last = entry.number
            }
            if page.count < pageSize { return }
        }
    }
}

/// What goes into a store in one transaction: first rooms and frameworks, then entries, then
/// acknowledgements.
public struct AppendBatch: Sendable {
    public var rooms: [NewRoom]
    /// JSON texts, each kept once under the digits of its `FrameworkHash`.
    public var frameworks: [String]
    /// Any number of rooms; within a room the numbers follow on from its head.
    public var entries: [PendingEntry]
    public var acknowledgements: [Acknowledgement]

    public init(
        rooms: [NewRoom] = [], frameworks: [String] = [], entries: [PendingEntry] = [],
        acknowledgements: [Acknowledgement] = []
    ) {
        self.rooms = rooms
        self.frameworks = frameworks
        self.entries = entries
        self.acknowledgements = acknowledgements
    }

    public var isEmpty: Bool {
        rooms.isEmpty && frameworks.isEmpty && entries.isEmpty && acknowledgements.isEmpty
    }
}

/// A room to be made.
public struct NewRoom: Sendable, Hashable {
    public var room: String
    public var title: String
    /// UTC, ISO 8601.
    public var madeAt: String
    /// Names the transcript on the wire: random, new for every room, so that a room made again is not
    /// mistaken for it.
    public let log: String

    public init(room: String, title: String, madeAt: String) {
        self.room = room
        self.title = title
        self.madeAt = madeAt
        self.log = NewRoom.makeLog()
    }

    /// 128 random bits as 22 URL-safe characters.
    static func makeLog() -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var generator = SystemRandomNumberGenerator()
        var characters: [UInt8] = []
        for var bits in [generator.next(), generator.next()] as [UInt64] {
            for _ in 0..<11 {
                characters.append(alphabet[Int(bits & 63)])
                bits >>= 6
            }
        }
        return String(decoding: characters, as: UTF8.self)
    }
}

/// An entry before the store seals it. `erased` is not looked at: nothing is born erased.
public struct PendingEntry: Sendable, Hashable {
    public let entry: Entry
    /// Its name stands in the entry. Of its body only a commitment is kept, to tell whether a repeated key comes with
    /// the same command.
    public let key: CommandKey?
    /// The log name of the transcript that it was made for: another one may stand under the room's name by now. Nil for
    /// whichever stands there.
    public let log: String?

    /// - Parameter key: stands in the entry from here on, so that none is there without its body.
    public init(_ entry: Entry, key: CommandKey? = nil, log: String? = nil) {
        var entry = entry
        entry.key = key?.name
        self.entry = entry
        self.key = key
        self.log = log
    }
}

/// A principal has dealt with everything in a room up to a number.
public struct Acknowledgement: Sendable, Hashable {
    public var principal: String
    public var room: String
    public var upTo: Int

    public init(principal: String, room: String, upTo: Int) {
        self.principal = principal
        self.room = room
        self.upTo = upTo
    }
}

/// A room as a store lists it.
public struct RoomSummary: Sendable, Hashable {
    public var room: String
    /// Names this copy of the transcript; see `backUp(to:)`.
    public var log: String
    public var title: String
    public var madeAt: String
    /// The number of the last entry; 0 in an empty room.
    public var head: Int
    /// Hash of the last entry in hexadecimal: printed in minutes, it proves a later copy.
    public var headHash: String
    /// How long to keep it, in the owner's words; may be empty.
    public var retention: String
    /// While true, nothing of the room may be purged.
    public var hold: Bool
    /// The first log name: what the chain starts from.
    public var origin: String
    /// Why it is on hold; may be empty.
    public var holdBecause: String

    public init(
        room: String, log: String, title: String, madeAt: String, head: Int, headHash: String,
        retention: String = "", hold: Bool = false, origin: String = "", holdBecause: String = ""
    ) {
        self.room = room
        self.log = log
        self.title = title
        self.madeAt = madeAt
        self.head = head
        self.headHash = headHash
        self.retention = retention
        self.hold = hold
        self.origin = origin
        self.holdBecause = holdBecause
    }
}

/// Whether a repeated key came with the command it was first used for.
public enum KeyMatch: Sendable { case same, other, erased }

/// An entry found by its key.
public struct KeyedEntry: Sendable {
    public let entry: Entry
    let salt: [UInt8]?
    let commitment: [UInt8]?

    init(entry: Entry, salt: [UInt8]?, commitment: [UInt8]?) {
        self.entry = entry
        self.salt = salt
        self.commitment = commitment
    }

    /// Found otherwise, since its key went with the words; see `ErasedKeys`.
    public init(erased entry: Entry) { self.init(entry: entry, salt: nil, commitment: nil) }

    /// `erased` where an earlier version wrote the entry, or erased it: the key was used, for what cannot be told any more.
    ///
    /// - Parameter secret: the room's own; of an entry that was not erased none is needed.
    public func matches(body: [UInt8], secret: KeySecret? = nil) -> KeyMatch {
        guard let salt, let commitment else { return KeyRemains.match(of: body, in: entry.details, secret) }
        let isEarlier = commitment.count != EntryChain.keyCommitmentLength
        let found =
            isEarlier
            ? EntryChain.earlierKeyCommitment(salt: salt, body: body)
            : EntryChain.keyCommitment(salt: salt, body: body)
        return found == commitment ? .same : .other
    }
}
