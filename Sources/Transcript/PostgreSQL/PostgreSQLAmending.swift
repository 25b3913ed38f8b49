import Facilitation

// What is not talk: erasures, labels, holds, and rooms that go.
extension PostgreSQLStore {
    public func amend(_ amendment: Amendment) throws(StoreError) {
        let remains = amendment.entries.map { PendingEntry($0.entry) }
        try AppendBatch(entries: remains + amendment.acts).checkForNullCharacters()
        try checkThatTheyAreThere(amendment)
        // The acts move the room's head, so that of two amendments at once one loses the race, and nothing of it is done.
        try writer.append(AppendBatch(entries: amendment.acts), with: PostgreSQLStore.calls(of: amendment))
        news.tell([amendment.room])
    }

    private func checkThatTheyAreThere(_ amendment: Amendment) throws(StoreError) {
        guard !amendment.entries.isEmpty else { return }
        var numbers = BinaryArray(of: .integer)
        for amended in amendment.entries { numbers.append(amended.entry.number) }
        let there = try reading { connection in
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
        if !amendment.entries.isEmpty { calls.append(replacing(amendment)) }
        func set(_ column: String, _ value: String?) {
            guard let value else { return }
            calls.append(
                PreparedCall(
                    sql: "UPDATE rooms SET \(column) = $1::text WHERE room = $2::text",
                    parameters: [BinaryParameter(value), BinaryParameter(amendment.room)]))
        }
        set("title", amendment.title)
        set("retention", amendment.retention)
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

    private static func replacing(_ amendment: Amendment) -> PreparedCall {
        var columns = BinaryColumns([
            .integer, .text, .text, .text, .text, .text, .text, .text, .text, .text, .bytes,
        ])
        for amended in amendment.entries {
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

    public func purge(room: String) throws(StoreError) {
        guard let summary = try self.room(room) else { throw .unknownRoom(room: room) }
        if summary.hold { throw .held(room: room, because: summary.holdBecause) }
        let calls = [
            // The table itself refuses this in a room that was put on hold a moment ago.
            "UPDATE rooms SET purging = true WHERE room = $1::text", "DELETE FROM entries WHERE room = $1::text",
            "DELETE FROM acknowledgements WHERE room = $1::text", "DELETE FROM rooms WHERE room = $1::text",
        ].map { PreparedCall(sql: $0, parameters: [BinaryParameter(room)]) }
        // It may run twice when the connection is lost: a room that is gone stays gone.
        try reading { connection in
            do {
                try connection.run(together: calls)
            } catch StatementFailure.refused(let refusal) where refusal.code == "23514" {
                throw StoreError.held(room: room, because: "")
            }
        }
        news.tell([room])
    }

    /// Writes the tables anew, so that no page of them holds an old row. What the server's log and its back-ups hold is the
    /// server's; `.github/STORES.md` says what to do there.
    public func scrub() throws(StoreError) {
        do {
            try reading { connection in
                for table in ["entries", "acknowledgements", "rooms"] {
                    try connection.run(script: "VACUUM (FULL) \(table)")
                }
            }
        } catch .databaseServer(.busy) {
            throw .remainsInLog(path: address.description)
        }
    }
}
