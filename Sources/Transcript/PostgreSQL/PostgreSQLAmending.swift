import Facilitation

// What is not talk: erasures, labels, holds, and rooms that go.
extension PostgreSQLStore {
    public func amend(_ amendment: Amendment) throws(StoreError) {
        try amendment.checkForNullCharacters()
        try checkThatTheyAreThere(amendment)
        // The acts move the room's head, so that of two amendments at once one loses the race, and nothing of it is done.
        try writer.append(AppendBatch(entries: amendment.acts), with: PostgreSQLStore.calls(of: amendment))
        news.tell([amendment.room])
    }

    private func checkThatTheyAreThere(_ amendment: Amendment) throws(StoreError) {
        guard !amendment.entries.isEmpty else { return }
        var numbers = BinaryArray(of: .integer)
        for amended in amendment.entries { numbers.append(amended.entry.number) }
        let there = try retrying { connection in
            let rows = try connection.run(
                "SELECT number FROM entries WHERE room = $1::text AND number = ANY ($2::bigint[])",
                [BinaryParameter(amendment.room), BinaryParameter(numbers)])
            return Set((0..<rows.count).map { rows[$0].integer(0) })
        }
        if let missing = amendment.entries.map(\.entry.number).first(where: { !there.contains($0) }) {
            throw .unknownEntry(room: amendment.room, number: missing)
        }
    }

    private static func calls(of amendment: Amendment) -> [PreparedCall] {
        var calls: [PreparedCall] = []
        for start in stride(from: 0, to: amendment.entries.count, by: entriesPerStatement) {
            calls.append(replacing(amendment.entries[start...].prefix(entriesPerStatement), amendment))
        }
        func set(_ column: String, _ value: String?) {
            guard let value else { return }
            calls.append(
                PreparedCall(
                    sql: "UPDATE rooms SET \(column) = $1::text WHERE room = $2::text",
                    parameters: [BinaryParameter(value), BinaryParameter(amendment.room)]))
        }
        set("title", amendment.title)
        set("retention", amendment.retention)
        if let secret = amendment.keySecret {
            calls.append(
                PreparedCall(
                    sql: "UPDATE rooms SET key_secret = $1::bytea WHERE room = $2::text",
                    parameters: [BinaryParameter(secret.bytes), BinaryParameter(amendment.room)]))
        }
        if let hold = amendment.hold {
            set("hold_because", hold.isOn ? hold.because : "")
            calls.append(
                PreparedCall(
                    sql: "UPDATE rooms SET hold = \(hold.isOn) WHERE room = $1::text",
                    parameters: [BinaryParameter(amendment.room)]))
        }
        for (principal, other) in amendment.principals.sorted(by: { $0.key < $1.key }) {
            calls.append(
                PreparedCall(
                    sql: """
                        UPDATE acknowledgements SET principal = $1::text
                        WHERE principal = $2::text AND room = $3::text
                        """,
                    parameters: [BinaryParameter(other), BinaryParameter(principal), BinaryParameter(amendment.room)]))
        }
        return calls
    }

    private static func replacing(_ entries: ArraySlice<AmendedEntry>, _ amendment: Amendment) -> PreparedCall {
        var columns = BinaryColumns([
            .integer, .text, .text, .text, .text, .text, .text, .text, .text, .text, .bytes,
        ])
        for amended in entries {
            let entry = amended.entry
            var row = CanonicalBytes()
            row.append(entry.number)
            row.append(entry.by)
            row.append(entry.name)
            row.append(entry.principal)
            row.append(entry.to)
            row.append(entry.words)
            row.append(entry.reading)
            row.append(entry.details)
            row.append(entry.key)
            row.append(entry.reply)
            row.append(amended.salt)
            columns.append(row)
        }
        return PreparedCall(
            sql: """
                UPDATE entries e SET by = a.by, name = a.name, principal = a.principal, recipient = a.recipient,
                    words = a.words, reading = a.reading, details = a.details, key = a.key, key_commitment = NULL,
                    reply = a.reply, salt = NULL, erasure_salt = a.salt, erased = true, erased_at = $12::text,
                    erased_because = $13::text
                FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::text[], $9::text[], $10::text[], $11::bytea[])
                    AS a (number, by, name, principal, recipient, words, reading, details, key, reply, salt)
                WHERE e.room = $14::text AND e.number = a.number
                """,
            parameters: columns.parameters + [
                BinaryParameter(amendment.acts.first?.entry.at ?? ""), BinaryParameter(amendment.because),
                BinaryParameter(amendment.room),
            ])
    }

    public func purge(room: String, ifHeadIs head: Int) throws(StoreError) {
        guard try self.room(room) != nil else { throw .unknownRoom(room: room) }
        // It may run twice when the connection is lost: a room that is gone stays gone.
        try retrying { connection in
            try connection.run(script: "BEGIN")
            do {
                if try PostgreSQLStore.mayGo(room, ifHeadIs: head, connection) {
                    try PostgreSQLStore.delete(room, connection)
                }
                try connection.run(script: "COMMIT")
            } catch {
                try? connection.run(script: "ROLLBACK")
                throw error
            }
        }
        news.tell([room])
    }

    /// Locks the room, so that nobody writes into it before the transaction ends; false when it is gone already.
    private static func mayGo(_ room: String, ifHeadIs head: Int, _ connection: ServerConnection) throws -> Bool {
        let rows = try connection.run(
            "SELECT head, hold, hold_because FROM rooms WHERE room = $1::text FOR UPDATE", [BinaryParameter(room)])
        guard rows.count == 1 else { return false }
        if rows[0].flag(1) { throw StoreError.held(room: room, because: rows[0].text(2)) }
        guard rows[0].integer(0) == head else { throw StoreError.lostRace(room: room, number: head + 1) }
        return true
    }

    private static func delete(_ room: String, _ connection: ServerConnection) throws {
        try connection.run("UPDATE rooms SET purging = true WHERE room = $1::text", [BinaryParameter(room)])
        for table in ["entries", "acknowledgements", "rooms"] {
            try connection.run("DELETE FROM \(table) WHERE room = $1::text", [BinaryParameter(room)])
        }
    }

    /// Writes the tables anew, so that no page of them holds an old row. What the server's log and its back-ups hold is the
    /// server's; `.github/STORES.md` says what to do there.
    public func scrub() throws(StoreError) {
        do {
            try retrying { connection in
                for table in ["entries", "acknowledgements", "rooms"] {
                    try connection.run(script: "VACUUM (FULL) \(table)")
                }
            }
        } catch .databaseServer(.busy) {
            throw .remainsInLog(path: address.description)
        }
    }
}
