import Facilitation
import Foundation
import GRDB
import Hashing

extension SQLiteStore {
    public func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry] {
        try reading { database in
            let select = try PreparedStatement(
                """
                SELECT \(StoredColumns.complete)
                FROM entries WHERE room = ? AND number > ? ORDER BY number LIMIT ?
                """, in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            select.bind(after, at: 2)
            select.bind(max(0, limit), at: 3)
            var entries: [SealedEntry] = []
            while try select.step() { entries.append(SealedEntry(select)) }
            return entries
        }
    }

    public func acknowledgements(in room: String) throws(StoreError) -> [Acknowledgement] {
        try reading { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT principal, up_to FROM acknowledgements WHERE room = ? ORDER BY principal",
                arguments: [room])
            return rows.map { Acknowledgement(principal: $0[0], room: room, upTo: $0[1]) }
        }
    }

    public func keySecret(of room: String) throws(StoreError) -> KeySecret? {
        try reading { database in
            let select = try PreparedStatement("SELECT key_secret FROM rooms WHERE room = ?", in: database)
            defer { select.reset() }
            select.bind(room, at: 1)
            return try select.step() ? KeySecret(select.bytes(0)) : nil
        }
    }

    public func restore(_ transcript: SealedTranscript) throws(StoreError) {
        let room = transcript.room
        try transcript.check()
        try writing { database in
            let known = try Bool.fetchOne(
                database, sql: "SELECT count(*) FROM rooms WHERE room = ?", arguments: [room.room])
            if known == true { throw StoreError.roomExists(room: room.room) }
            try SQLiteStore.make(room, in: database)
            for text in transcript.frameworks { try SQLiteStore.save(framework: text, in: database) }
            for sealed in transcript.entries { try SQLiteStore.insert(sealed, in: database) }
            for acknowledgement in transcript.acknowledgements {
                try SQLiteStore.keep(acknowledgement, in: database)
            }
        }
    }

    /// The copy goes its own way from here, so it has a log name of its own; its chain starts where it always did.
    private static func make(_ room: RoomSummary, in database: Database) throws {
        let headHash = bytes(ofHexadecimal: room.headHash) ?? []
        try database.execute(
            sql: """
                INSERT INTO rooms (room, log, origin, title, made_at, head, head_hash, retention, hold, hold_because)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                room.room, NewRoom.makeLog(), room.origin, room.title, room.madeAt, room.head, Data(headHash),
                room.retention, room.hold ? 1 : 0, room.holdBecause,
            ])
    }

    private static func insert(_ sealed: SealedEntry, in database: Database) throws {
        let insert = try PreparedStatement(
            """
            INSERT INTO entries (room, number, session, at, today, direction, answers, by, name, principal,
                recipient, words, reading, details, key, key_commitment, reply, salt, commitment, hash,
                erased, erased_at, erased_because, erasure_salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        try insert.run(binding: sealed.values)
    }
}
