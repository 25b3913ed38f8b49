import Facilitation

extension PostgreSQLStore {
    public func rooms() throws(StoreError) -> [RoomSummary] {
        try retrying { connection in
            let rows = try connection.run("SELECT \(StoredColumns.room) FROM rooms ORDER BY room")
            return (0..<rows.count).map { RoomSummary(rows[$0]) }
        }
    }

    public func room(_ room: String) throws(StoreError) -> RoomSummary? {
        if ServerText.isNowhere(room) { return nil }
        return try retrying { connection in
            let rows = try connection.run(
                "SELECT \(StoredColumns.room) FROM rooms WHERE room = $1::text", [BinaryParameter(room)])
            return rows.count == 0 ? nil : RoomSummary(rows[0])
        }
    }

    public func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        if ServerText.isNowhere(room) { return [] }
        return try retrying { connection in
            let rows = try connection.run(
                """
                SELECT \(StoredColumns.entry) FROM entries
                WHERE room = $1::text AND number > $2::bigint ORDER BY number LIMIT $3::bigint
                """, [BinaryParameter(room), BinaryParameter(after), BinaryParameter(max(0, limit))])
            return (0..<rows.count).map { Entry(rows[$0]) }
        }
    }

    public func entry(room: String, number: Int) throws(StoreError) -> Entry? {
        if ServerText.isNowhere(room) { return nil }
        return try retrying { connection in
            let rows = try connection.run(
                "SELECT \(StoredColumns.entry) FROM entries WHERE room = $1::text AND number = $2::bigint",
                [BinaryParameter(room), BinaryParameter(number)])
            return rows.count == 0 ? nil : Entry(rows[0])
        }
    }

    public func entry(forKey key: String, principal: String, room: String) throws(StoreError) -> KeyedEntry? {
        if ServerText.isNowhere(key, principal, room) { return nil }
        return try retrying { connection in
            let rows = try connection.run(
                """
                SELECT \(StoredColumns.entry) FROM entries
                WHERE room = $1::text AND principal = $2::text AND key = $3::text
                """, [BinaryParameter(room), BinaryParameter(principal), BinaryParameter(key)])
            return rows.count == 0 ? nil : KeyedEntry(rows[0])
        }
    }

    public func acknowledged(principal: String, room: String) throws(StoreError) -> Int {
        if ServerText.isNowhere(principal, room) { return 0 }
        return try retrying { connection in
            let rows = try connection.run(
                "SELECT up_to FROM acknowledgements WHERE principal = $1::text AND room = $2::text",
                [BinaryParameter(principal), BinaryParameter(room)])
            return rows.count == 0 ? 0 : rows[0].integer(0)
        }
    }

    public func acknowledged(principal: String) throws(StoreError) -> [String: Int] {
        if ServerText.isNowhere(principal) { return [:] }
        return try retrying { connection in
            let rows = try connection.run(
                "SELECT room, up_to FROM acknowledgements WHERE principal = $1::text", [BinaryParameter(principal)])
            var numbers: [String: Int] = [:]
            for row in 0..<rows.count { numbers[rows[row].text(0)] = rows[row].integer(1) }
            return numbers
        }
    }

    public func framework(hash: String) throws(StoreError) -> String? {
        try retrying { connection in
            let rows = try connection.run(
                "SELECT text FROM frameworks WHERE hash = $1::text", [BinaryParameter(hash)])
            return rows.count == 0 ? nil : rows[0].text(0)
        }
    }

    /// Refused: a server has tools of its own, which also know its users and rights.
    public func backUp(to path: String) throws(StoreError) {
        throw .databaseServer(.backUpElsewhere(server: address.description))
    }
}

private enum ServerText {
    /// True when one of them holds U+0000: no text of a server can, and it would refuse the question.
    static func isNowhere(_ texts: String...) -> Bool { texts.contains { $0.utf8.contains(0) } }
}
