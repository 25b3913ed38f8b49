import Facilitation
import Hashing

/// A room's last entry as an append finds it.
struct RoomHead: Hashable {
    var number: Int
    var hash: [UInt8]
    /// The name of the room's transcript.
    var log: String

    /// Whether an entry was made for another transcript than the one that stands here.
    func isElsewhere(_ pending: PendingEntry) -> Bool { pending.log.map { $0 != log } ?? false }
}

/// A batch with numbers checked and entries sealed, ready to be written: as often as it takes, for it is always the
/// same rows.
struct SealedBatch {
    /// A room's head before the batch and after it.
    struct Move {
        var room: String
        var before: RoomHead
        var after: RoomHead
    }

    private(set) var calls: [PreparedCall] = []
    private(set) var moves: [Move] = []
    /// The first entry, by which it is told whether the batch was written.
    private(set) var firstEntry: (room: String, head: RoomHead)?
    /// The first room that it makes, and its log name; for a batch without entries.
    private(set) var firstRoom: NewRoom?

    /// - Parameter heads: the heads of the rooms of all entries, by the bytes of their names.
    /// Errors: `lostRace`, `gap`, `unknownRoom`, `keyTaken`, `roomExists`.
    init(_ batch: AppendBatch, heads: [[UInt8]: RoomHead]) throws(StoreError) {
        var heads = heads
        firstRoom = batch.rooms.first
        if !batch.rooms.isEmpty { calls.append(try SealedBatch.making(batch.rooms, &heads)) }
        if !batch.frameworks.isEmpty { calls.append(SealedBatch.saving(batch.frameworks)) }
        if !batch.entries.isEmpty { calls.append(try sealing(batch.entries, heads)) }
        if !batch.acknowledgements.isEmpty { calls.append(SealedBatch.keeping(batch.acknowledgements)) }
    }

    private static func making(
        _ rooms: [NewRoom], _ heads: inout [[UInt8]: RoomHead]
    ) throws(StoreError) -> PreparedCall {
        var columns = BinaryColumns([.text, .text, .text, .text, .text, .bytes])
        for room in rooms {
            let start = EntryChain.start(room: room.room, origin: room.log, madeAt: room.madeAt)
            let head = RoomHead(number: 0, hash: start, log: room.log)
            guard heads.updateValue(head, forKey: Array(room.room.utf8)) == nil else {
                throw .roomExists(room: room.room)
            }
            var row = CanonicalBytes()
            row.append(room.room)
            row.append(room.log)
            row.append(room.log)
            row.append(room.title)
            row.append(room.madeAt)
            row.append(start)
            columns.append(row)
        }
        return PreparedCall(
            sql: """
                INSERT INTO rooms (room, log, origin, title, made_at, head_hash)
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])
                """, parameters: columns.parameters)
    }

    static func saving(_ frameworks: [String]) -> PreparedCall {
        var columns = BinaryColumns([.text, .text])
        for text in frameworks {
            var row = CanonicalBytes()
            row.append(FrameworkHash(of: text).digits)
            row.append(text)
            columns.append(row)
        }
        return PreparedCall(
            sql: """
                INSERT INTO frameworks (hash, text) SELECT * FROM unnest($1::text[], $2::text[])
                ON CONFLICT (hash) DO NOTHING
                """, parameters: columns.parameters)
    }

    /// Two of one principal in one room count as the higher one: the server takes each but once.
    static func keeping(_ acknowledgements: [Acknowledgement]) -> PreparedCall {
        var columns = BinaryColumns([.text, .text, .integer])
        for acknowledgement in acknowledgements {
            var row = CanonicalBytes()
            row.append(acknowledgement.principal)
            row.append(acknowledgement.room)
            row.append(acknowledgement.upTo)
            columns.append(row)
        }
        return PreparedCall(
            sql: """
                INSERT INTO acknowledgements (principal, room, up_to)
                SELECT a.principal, a.room, CASE WHEN max(a.up_to) <= max(r.head) THEN max(a.up_to) END
                FROM unnest($1::text[], $2::text[], $3::bigint[]) AS a (principal, room, up_to)
                LEFT JOIN rooms r ON r.room = a.room GROUP BY a.principal, a.room ORDER BY 1, 2
                ON CONFLICT (principal, room) DO UPDATE SET up_to = excluded.up_to
                WHERE excluded.up_to > acknowledgements.up_to
                """, parameters: columns.parameters)
    }

    private mutating func sealing(
        _ entries: [PendingEntry], _ heads: [[UInt8]: RoomHead]
    ) throws(StoreError) -> PreparedCall {
        var columns = BinaryColumns(PostgreSQLSchema.entryElements)
        var places: [[UInt8]: Int] = [:]
        var keys: Set<[[UInt8]]> = []
        var random = RandomBytes(drawnAtOnce: EntryChain.saltLength * entries.count)
        for pending in entries {
            let entry = pending.entry
            let name = Array(entry.room.utf8)
            guard let head = places[name].map({ moves[$0].after }) ?? heads[name] else {
                throw .unknownRoom(room: entry.room)
            }
            if head.isElsewhere(pending) || entry.number <= head.number {
                throw .lostRace(room: entry.room, number: entry.number)
            }
            guard entry.number == head.number + 1 else {
                throw .gap(room: entry.room, expected: head.number + 1, found: entry.number)
            }
            if let key = entry.key, !keys.insert([name, Array(entry.principal.utf8), Array(key.utf8)]).inserted {
                throw .keyTaken(room: entry.room, principal: entry.principal, key: key)
            }
            let (row, hash) = EntryChain.seal(pending, after: head.hash, &random)
            columns.append(row)
            let after = RoomHead(number: entry.number, hash: hash, log: head.log)
            if firstEntry == nil { firstEntry = (entry.room, after) }
            if let place = places[name] {
                moves[place].after = after
            } else {
                places[name] = moves.count
                moves.append(Move(room: entry.room, before: head, after: after))
            }
        }
        return PreparedCall(sql: SealedBatch.entriesStatement, parameters: columns.parameters + movingHeads())
    }

    private func movingHeads() -> [BinaryParameter] {
        var columns = BinaryColumns([.text, .integer, .bytes, .integer, .bytes])
        for move in moves {
            var row = CanonicalBytes()
            row.append(move.room)
            row.append(move.before.number)
            row.append(move.before.hash)
            row.append(move.after.number)
            row.append(move.after.hash)
            columns.append(row)
        }
        return columns.parameters + [BinaryParameter(moves.count)]
    }

    /// Moves the heads, each from where it was, and adds the entries. When any head was not there, the entries get no
    /// number, which their table refuses, and nothing happens. The rooms are locked in the order of their names, so
    /// that two workers never wait for each other.
    private static let entriesStatement = """
        WITH locked AS MATERIALIZED (
            SELECT r.room, s.head, s.hash FROM rooms r
            JOIN unnest($21::text[], $22::bigint[], $23::bytea[], $24::bigint[], $25::bytea[])
                AS s (room, old_head, old_hash, head, hash)
                ON r.room = s.room AND r.head = s.old_head AND r.head_hash = s.old_hash
            ORDER BY r.room FOR NO KEY UPDATE OF r
        ), moved AS (
            UPDATE rooms r SET head = l.head, head_hash = l.hash FROM locked l WHERE r.room = l.room
            RETURNING r.room
        )
        INSERT INTO entries (room, number, session, at, today, direction, answers, by, name, principal,
            recipient, words, reading, details, key, key_commitment, reply, salt, commitment, hash)
        SELECT e.room, CASE WHEN (SELECT count(*) FROM moved) = $26::bigint THEN e.number END, e.session, e.at,
            e.today, e.direction, e.answers, e.by, e.name, e.principal, e.recipient, e.words, e.reading, e.details,
            e.key, e.key_commitment, e.reply, e.salt, e.commitment, e.hash
        FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[],
            $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
            $16::bytea[], $17::text[], $18::bytea[], $19::bytea[], $20::bytea[])
            AS e (room, number, session, at, today, direction, answers, by, name, principal, recipient, words,
                reading, details, key, key_commitment, reply, salt, commitment, hash)
        """
}
