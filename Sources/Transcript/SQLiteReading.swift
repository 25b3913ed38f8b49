import Facilitation
import GRDB

extension SQLiteStore {
    public func rooms() throws(StoreError) -> [RoomSummary] {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT \(StoredColumns.room) FROM rooms ORDER BY room", in: database)
            defer { select.reset() }
            var rooms: [RoomSummary] = []
            while try select.step() { rooms.append(RoomSummary(select)) }
            return rooms
        }
    }

    public func room(_ room: String) throws(StoreError) -> RoomSummary? {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT \(StoredColumns.room) FROM rooms WHERE room = ?", in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            return try select.step() ? RoomSummary(select) : nil
        }
    }

    public func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        try reading { database in
            let select = try PreparedStatement(
                """
                SELECT \(StoredColumns.entry) FROM entries
                WHERE room = ? AND number > ? ORDER BY number LIMIT ?
                """, in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(after, at: 2)
            select.bind(max(0, limit), at: 3)
            var entries: [Entry] = []
            while try select.step() { entries.append(Entry(select)) }
            return entries
        }
    }

    public func entry(room: String, number: Int) throws(StoreError) -> Entry? {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT \(StoredColumns.entry) FROM entries WHERE room = ? AND number = ?", in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(number, at: 2)
            return try select.step() ? Entry(select) : nil
        }
    }

    public func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? {
        try reading { database in
            let select = try PreparedStatement(
                """
                SELECT \(StoredColumns.entry) FROM entries WHERE room = ? AND principal = ? AND key = ?
                """, in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(principal, at: 2)
            select.bind(key, at: 3)
            guard try select.step() else { return nil }
            return KeyedEntry(select)
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

    public func acknowledged(principal: String) throws(StoreError) -> [String: Int] {
        try reading { database in
            let select = try PreparedStatement(
                "SELECT room, up_to FROM acknowledgements WHERE principal = ?", in: database)
            defer { select.reset() }
            select.bind(principal, at: 1)
            var numbers: [String: Int] = [:]
            while try select.step() { numbers[select.text(0)] = select.integer(1) }
            return numbers
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
}
