import Facilitation
import Hashing

/// A row of a store, by the numbers of its columns from 0. A view that lasts as long as the row does.
protocol StoredRow {
    func isNone(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    func flag(_ column: Int) -> Bool
    /// The columns just as they are stored.
    func canonical(columns: Range<Int>, into values: inout CanonicalBytes)
}

extension StoredRow {
    func optionalInteger(_ column: Int) -> Int? { isNone(column) ? nil : integer(column) }
    func optionalText(_ column: Int) -> String? { isNone(column) ? nil : text(column) }
    func optionalBytes(_ column: Int) -> [UInt8]? { isNone(column) ? nil : bytes(column) }
}

/// The columns that entries and rooms are read from, in the order in which the values below are made of them.
enum StoredColumns {
    static let entry = """
        room, number, session, at, today, direction, answers, by, name, principal, recipient, words, reading,
        details, key, key_commitment, reply, erased, salt
        """
    static let room =
        "room, log, title, made_at, head, head_hash, retention, hold, origin, hold_because"
    /// For `SealedEntry`.
    static let complete = "\(entry), commitment, hash, erasure_salt, erased_at, erased_because"
    /// For `SealedRow`: the first are those that the commitment covers, in its order.
    static let sealed = """
        room, number, session, at, today, direction, answers, by, name, principal, recipient, words, reading,
        details, key, key_commitment, reply, salt, commitment, hash, erased, erased_at, erased_because,
        erasure_salt
        """
    /// How many of them the commitment covers, and how many of those the frame has.
    static let covered = 17
    /// Where the reading stands in it.
    static let sealedReading = 12
    static let frame = 7
    static let chain = "room, origin, made_at, head, head_hash"
}

extension Entry {
    /// From `StoredColumns.entry`.
    init(_ row: some StoredRow) {
        self.init(
            room: row.text(0), number: row.integer(1), session: row.integer(2), at: row.text(3), today: row.text(4),
            direction: row.text(5) == EntryDirection.heard.rawValue ? .heard : .said, by: row.optionalText(7),
            name: row.text(8), principal: row.text(9), to: row.optionalText(10), words: row.text(11),
            reading: row.text(12), details: row.text(13), answers: row.optionalInteger(6), key: row.optionalText(14),
            reply: row.text(16), erased: row.flag(17))
    }
}

extension KeyedEntry {
    /// From `StoredColumns.entry`.
    init(_ row: some StoredRow) {
        self.init(entry: Entry(row), salt: row.optionalBytes(18), commitment: row.optionalBytes(15))
    }
}

extension SealedEntry {
    /// From `StoredColumns.complete`.
    init(_ row: some StoredRow) {
        self.init(
            Entry(row), keyCommitment: row.optionalBytes(15), salt: row.optionalBytes(18), commitment: row.bytes(19),
            hash: row.bytes(20), erasureSalt: row.optionalBytes(21), erasedAt: row.optionalText(22),
            erasedBecause: row.optionalText(23))
    }
}

extension RoomSummary {
    /// From `StoredColumns.room`.
    init(_ row: some StoredRow) {
        self.init(
            room: row.text(0), log: row.text(1), title: row.text(2), madeAt: row.text(3), head: row.integer(4),
            headHash: hexadecimal(row.bytes(5)), retention: row.text(6), hold: row.flag(7), origin: row.text(8),
            holdBecause: row.text(9))
    }
}
