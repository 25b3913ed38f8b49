import Facilitation
import Foundation
import GRDB

extension SQLiteStore {
    public func amend(_ amendment: Amendment) throws(StoreError) {
        try amendment.checkForNullCharacters()
        try writing { database in
            var appending = try EntryAppending(1, in: database)
            for act in amendment.acts { try appending.append(act) }
            try appending.writeHeads()
            let at = amendment.acts.first?.entry.at ?? ""
            for amended in amendment.entries {
                try SQLiteStore.replace(amended, at: at, because: amendment.because, in: database)
            }
            try SQLiteStore.label(amendment, in: database)
            for (principal, other) in amendment.principals.sorted(by: { $0.key < $1.key }) {
                try database.execute(
                    sql: "UPDATE acknowledgements SET principal = ? WHERE principal = ? AND room = ?",
                    arguments: [other, principal, amendment.room])
            }
        }
    }

    private static func replace(_ amended: AmendedEntry, at: String, because: String, in database: Database) throws {
        let entry = amended.entry
        try database.execute(
            sql: """
                UPDATE entries SET by = ?, name = ?, principal = ?, recipient = ?, words = ?, reading = ?, details = ?,
                    key = ?, key_commitment = NULL, reply = ?, salt = NULL, erasure_salt = ?, erased = 1,
                    erased_at = ?, erased_because = ?
                WHERE room = ? AND number = ?
                """,
            arguments: [
                entry.by, entry.name, entry.principal, entry.to, entry.words, entry.reading, entry.details, entry.key,
                entry.reply, Data(amended.salt), at, because, entry.room, entry.number,
            ])
        guard database.changesCount == 1 else {
            throw StoreError.unknownEntry(room: entry.room, number: entry.number)
        }
    }

    private static func label(_ amendment: Amendment, in database: Database) throws {
        func set(_ column: String, _ value: (any DatabaseValueConvertible)?) throws {
            guard let value else { return }
            try database.execute(
                sql: "UPDATE rooms SET \(column) = ? WHERE room = ?", arguments: [value, amendment.room])
        }
        try set("title", amendment.title)
        try set("retention", amendment.retention)
        try set("hold", amendment.hold.map { $0.isOn ? 1 : 0 })
        try set("hold_because", amendment.hold.map { $0.isOn ? $0.because : "" })
        try set("key_secret", amendment.keySecret.map { Data($0.bytes) })
    }

    public func purge(room: String, ifHeadIs head: Int) throws(StoreError) {
        try writing { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT head, hold, hold_because FROM rooms WHERE room = ?", arguments: [room])
            guard let row else { throw StoreError.unknownRoom(room: room) }
            let (now, isHeld, because): (Int, Bool, String) = (row[0], row[1], row[2])
            if isHeld { throw StoreError.held(room: room, because: because) }
            guard now == head else { throw StoreError.lostRace(room: room, number: head + 1) }
            try database.execute(sql: "UPDATE rooms SET purging = 1 WHERE room = ?", arguments: [room])
            for table in ["entries", "acknowledgements", "rooms"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE room = ?", arguments: [room])
            }
        }
    }

    public func scrub() throws(StoreError) {
        do {
            try pool.writeWithoutTransaction { database in
                try standing.check(database)
                // A page that was split may hold an old copy of a line where nothing points to it: all pages are
                // written anew, and then the log, which has the old ones, is emptied.
                try database.execute(sql: "VACUUM")
                _ = try database.checkpoint(.truncate)
            }
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            throw .remainsInLog(path: path)
        } catch {
            throw meaning(of: error)
        }
    }
}
