import Facilitation
import Hashing

// Whole rooms on their way out of a store and into it.
extension PostgreSQLStore {
    /// So many entries go to the server in one statement, whose values may have 2 GB at most.
    static let entriesPerStatement = 500

    public func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry] {
        try retrying { connection in
            let rows = try connection.run(
                """
                SELECT \(StoredColumns.complete) FROM entries
                WHERE room = $1::text AND number > $2::bigint ORDER BY number LIMIT $3::bigint
                """, [BinaryParameter(room), BinaryParameter(after), BinaryParameter(max(0, limit))])
            return (0..<rows.count).map { SealedEntry(rows[$0]) }
        }
    }

    public func acknowledgements(in room: String) throws(StoreError) -> [Acknowledgement] {
        try retrying { connection in
            let rows = try connection.run(
                """
                SELECT principal, up_to FROM acknowledgements WHERE room = $1::text ORDER BY principal
                """, [BinaryParameter(room)])
            return (0..<rows.count).map {
                Acknowledgement(principal: rows[$0].text(0), room: room, upTo: rows[$0].integer(1))
            }
        }
    }

    public func keySecret(of room: String) throws(StoreError) -> KeySecret? {
        try retrying { connection in
            let rows = try connection.run(
                "SELECT key_secret FROM rooms WHERE room = $1::text", [BinaryParameter(room)])
            return rows.count == 0 ? nil : KeySecret(rows[0].bytes(0))
        }
    }

    public func restore(_ transcript: SealedTranscript) throws(StoreError) {
        let room = transcript.room
        try transcript.check()
        // The copy goes its own way from here, so it has a log name of its own; its chain starts where it always did.
        let log = NewRoom.makeLog()
        var calls = [PostgreSQLStore.making(room, log: log)]
        if !transcript.frameworks.isEmpty { calls.append(SealedBatch.saving(transcript.frameworks)) }
        let most = PostgreSQLStore.entriesPerStatement
        for start in stride(from: 0, to: transcript.entries.count, by: most) {
            calls.append(PostgreSQLStore.inserting(transcript.entries[start...].prefix(most)))
        }
        if !transcript.acknowledgements.isEmpty { calls.append(SealedBatch.keeping(transcript.acknowledgements)) }
        try retrying { connection in
            do {
                try connection.run(together: calls)
            } catch StatementFailure.refused(let refusal) where refusal.code == "23505" && refusal.table == "rooms" {
                // A connection that was lost may have brought it in the first time.
                let ours = try connection.run("SELECT FROM rooms WHERE log = $1::text", [BinaryParameter(log)])
                if ours.count == 0 { throw StoreError.roomExists(room: room.room) }
            }
        }
        news.tell([room.room])
    }

    private static func making(_ room: RoomSummary, log: String) -> PreparedCall {
        PreparedCall(
            sql: """
                INSERT INTO rooms (room, log, origin, title, made_at, head, head_hash, retention, hold, hold_because)
                VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::bigint, $7::bytea, $8::text,
                    \(room.hold), $9::text)
                """,
            parameters: [
                BinaryParameter(room.room), BinaryParameter(log), BinaryParameter(room.origin),
                BinaryParameter(room.title), BinaryParameter(room.madeAt), BinaryParameter(room.head),
                BinaryParameter(bytes(ofHexadecimal: room.headHash) ?? []), BinaryParameter(room.retention),
                BinaryParameter(room.holdBecause),
            ])
    }

    private static func inserting(_ entries: ArraySlice<SealedEntry>) -> PreparedCall {
        var columns = BinaryColumns(PostgreSQLSchema.entryElements + [.integer, .text, .text, .bytes])
        for sealed in entries { columns.append(sealed.values) }
        return PreparedCall(
            sql: """
                INSERT INTO entries (room, number, session, at, today, direction, answers, by, name, principal,
                    recipient, words, reading, details, key, key_commitment, reply, salt, commitment, hash, erased,
                    erased_at, erased_because, erasure_salt)
                SELECT e.room, e.number, e.session, e.at, e.today, e.direction, e.answers, e.by, e.name, e.principal,
                    e.recipient, e.words, e.reading, e.details, e.key, e.key_commitment, e.reply, e.salt, e.commitment,
                    e.hash, e.erased = 1, e.erased_at, e.erased_because, e.erasure_salt
                FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                    $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                    $15::text[], $16::bytea[], $17::text[], $18::bytea[], $19::bytea[], $20::bytea[], $21::bigint[],
                    $22::text[], $23::text[], $24::bytea[])
                    AS e (room, number, session, at, today, direction, answers, by, name, principal, recipient, words,
                        reading, details, key, key_commitment, reply, salt, commitment, hash, erased, erased_at,
                        erased_because, erasure_salt)
                """, parameters: columns.parameters)
    }
}
