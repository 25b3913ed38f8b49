import Facilitation
import GRDB

extension SQLiteStore {
    static let entryColumns = """
        room, number, session, at, today, direction, answers, by, name, principal, recipient, words, reading,
        details, key, key_commitment, reply, erased, salt
        """
    private static let roomColumns =
        "room, log, title, made_at, head, head_hash, retention, hold, origin, hold_because"

    public func rooms() throws(StoreError) -> [RoomSummary] {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT \(SQLiteStore.roomColumns) FROM rooms ORDER BY room", in: database)
            defer { select.reset() }
            var rooms: [RoomSummary] = []
            while try select.step() { rooms.append(SQLiteStore.roomSummary(select)) }
            return rooms
        }
    }

    public func room(_ room: String) throws(StoreError) -> RoomSummary? {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT \(SQLiteStore.roomColumns) FROM rooms WHERE room = ?", in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            return try select.step() ? SQLiteStore.roomSummary(select) : nil
        }
    }

    public func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        try reading { database in
            let select = try PreparedStatement(
                """
                SELECT \(SQLiteStore.entryColumns) FROM entries
                WHERE room = ? AND number > ? ORDER BY number LIMIT ?
                """, in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(after, at: 2)
            select.bind(max(0, limit), at: 3)
            var entries: [Entry] = []
            while try select.step() { entries.append(SQLiteStore.entry(select)) }
            return entries
        }
    }

    public func entry(room: String, number: Int) throws(StoreError) -> Entry? {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT \(SQLiteStore.entryColumns) FROM entries WHERE room = ? AND number = ?", in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(number, at: 2)
            return try select.step() ? SQLiteStore.entry(select) : nil
        }
    }

    public func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? {
        try reading { database in
            let select = try PreparedStatement(
                """
                SELECT \(SQLiteStore.entryColumns) FROM entries WHERE room = ? AND principal = ? AND key = ?
                """, in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(principal, at: 2)
            select.bind(key, at: 3)
            guard try select.step() else { return nil }
            return KeyedEntry(
                entry: SQLiteStore.entry(select), salt: select.optionalBytes(18),
                commitment: select.optionalBytes(15))
        }
    }

    public func acknowledged(principal: String, room: String) throws(StoreError) -> Int {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT up_to FROM acknowledgements WHERE principal = ? AND room = ?", in: database)
            defer { select.reset() }
            select.bind(principal, at: 1)
            select.bind(room, at: 2)
            return try select.step() ? select.integer(0) : 0
        }
    }

    public func framework(hash: String) throws(StoreError) -> String? {
        try reading { database in
            let select = try PreparedStatement("SELECT text FROM frameworks WHERE hash = ?", in: database)
            defer { select.reset() }
            select.bind(hash, at: 1)
            return try select.step() ? select.text(0) : nil
        }
    }

    private static func roomSummary(_ row: PreparedStatement) -> RoomSummary {
        RoomSummary(
            room: row.text(0), log: row.text(1), title: row.text(2), madeAt: row.text(3),
            head: row.integer(4),
            headHash: hexadecimal(row.bytes(5)), retention: row.text(6), hold: row.integer(7) == 1, origin: row.text(8),
            holdBecause: row.text(9))
    }

    static func entry(_ row: PreparedStatement) -> Entry {
        Entry(
            room: row.text(0), number: row.integer(1), session: row.integer(2), at: row.text(3),
            today: row.text(4),
            direction: row.text(5) == EntryDirection.heard.rawValue ? .heard : .said, by: row.optionalText(7),
            name: row.text(8), principal: row.text(9), to: row.optionalText(10), words: row.text(11),
            reading: row.text(12), details: row.text(13), answers: row.optionalInteger(6),
            key: row.optionalText(14),
            reply: row.text(16), erased: row.integer(17) == 1)
    }
}
