import GRDB

// The SQLite file, schema 4.
//
// ACKNOWLEDGED means: `append` returned. By then the transaction was written to the write-ahead log (`-wal`)
// and the log was synced to the disk (`journal_mode = WAL`, `synchronous = FULL`). An acknowledged entry is
// there after the process or the machine stopped at any moment; one that was not acknowledged is there whole,
// with everything else of its transaction, or not at all.
//
// ASSUMED of the disk: a sync that succeeded means that the bytes survive a loss of power (so no write cache
// that lies); a sector that is being written when power goes may be lost but leaves its neighbours alone; the
// file system is local, for a write-ahead log needs shared memory and locks that network file systems do not
// give. Tests kill the process at random moments; loss of power was not tested.
//
// FILES: `NAME`, `NAME-wal`, `NAME-shm`, mode 0600 each. All three belong together while the store is open, or after it
// was killed: copy a store with `backUp(to:)`, not file by file. How file and log are kept together stands in
// `StandingFile.swift`. Deleted content is overwritten (`secure_delete`), and no temporary files are made (`temp_store`).
//
// NUMBERS: an entry is valid when its transaction is. Per room they count from 1 without gaps; `rooms.head`
// is the last.
//
// RULES KEPT BY THE FILE ITSELF: entries are only added. An update must be an erasure (the salt goes,
// what the chain covers stays, and what else stays is committed to anew; see `Amendment.swift`); a delete needs
// the room's `purging` flag, which a hold forbids.

/// The schema and how to get there.
enum SQLiteSchema {
    /// `PRAGMA user_version`: a store with a higher one is refused.
    static let version = 4
    /// `PRAGMA application_id`: "CmGd".
    static let applicationID = 0x436D_4764

    /// Rooms. `log` names this copy of the transcript on the wire and changes in a back-up; `origin` is the
    /// first log name, which the chain starts from. `title` is for lists; the one that counts is in the entry
    /// that opened the room. `retention`, `hold` and `hold_because` are the owner's labels.
    static let rooms = """
        CREATE TABLE rooms (
            room TEXT NOT NULL PRIMARY KEY,
            log TEXT NOT NULL UNIQUE,
            origin TEXT NOT NULL,
            title TEXT NOT NULL,
            made_at TEXT NOT NULL,
            head INTEGER NOT NULL DEFAULT 0 CHECK (head >= 0),
            head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
            retention TEXT NOT NULL DEFAULT '',
            hold INTEGER NOT NULL DEFAULT 0 CHECK (hold IN (0, 1)),
            hold_because TEXT NOT NULL DEFAULT '',
            purging INTEGER NOT NULL DEFAULT 0 CHECK (purging = 0 OR hold = 0)
        ) STRICT, WITHOUT ROWID
        """

    /// Entries; the columns are those of `Entry`, in the order in which the chain covers them (`EntryChain`).
    /// Clustered by room and number, since rooms are read in order.
    static let entries = """
        CREATE TABLE entries (
            room TEXT NOT NULL REFERENCES rooms (room),
            number INTEGER NOT NULL CHECK (number >= 1),
            session INTEGER NOT NULL,
            at TEXT NOT NULL,
            today TEXT NOT NULL,
            direction TEXT NOT NULL CHECK (direction IN ('heard', 'said')),
            answers INTEGER,
            by TEXT,
            name TEXT NOT NULL,
            principal TEXT NOT NULL,
            recipient TEXT,
            words TEXT NOT NULL,
            reading TEXT NOT NULL,
            details TEXT NOT NULL,
            key TEXT,
            key_commitment BLOB,
            reply TEXT NOT NULL,
            salt BLOB,
            commitment BLOB NOT NULL,
            hash BLOB NOT NULL,
            erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
            erased_at TEXT,
            erased_because TEXT,
            PRIMARY KEY (room, number),
            CHECK ((erased = 1) = (salt IS NULL))
        ) STRICT, WITHOUT ROWID
        """

    /// A key is used once in a room by a principal. The room comes last: chats number their messages, so the keys that a
    /// principal sends at one time stand side by side, and lines of many rooms fill one page of the index, not one each.
    static let keys =
        "CREATE UNIQUE INDEX entries_keys ON entries (principal, key, room) WHERE key IS NOT NULL"
    /// Until schema 2.
    static let keysByRoom =
        "CREATE UNIQUE INDEX entries_keys ON entries (room, principal, key) WHERE key IS NOT NULL"

    static let acknowledgements = """
        CREATE TABLE acknowledgements (
            principal TEXT NOT NULL,
            room TEXT NOT NULL REFERENCES rooms (room),
            up_to INTEGER NOT NULL,
            PRIMARY KEY (principal, room)
        ) STRICT, WITHOUT ROWID
        """

    static let frameworks = """
        CREATE TABLE frameworks (
            hash TEXT NOT NULL PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT
        """

    /// Since schema 2: an erased entry may keep words that are nobody's any more, with a salt of their own.
    static let erasureSalt = "ALTER TABLE entries ADD COLUMN erasure_salt BLOB"

    /// Since schema 4: see `KeyRemains.swift`.
    static let keySecret = "ALTER TABLE rooms ADD COLUMN key_secret BLOB"

    static let erasureTrigger = """
        CREATE TRIGGER entries_change_only_by_erasure BEFORE UPDATE ON entries
        WHEN NOT (
            new.erased = 1 AND new.erased_at IS NOT NULL AND new.erased_because IS NOT NULL
            AND new.salt IS NULL AND new.key_commitment IS NULL AND length(new.erasure_salt) = 16
            AND new.room = old.room AND new.number = old.number
            AND new.session = old.session AND new.at = old.at
            AND new.today = old.today AND new.direction = old.direction AND new.answers IS old.answers
            AND new.commitment = old.commitment AND new.hash = old.hash
        )
        BEGIN SELECT RAISE(ABORT, 'entries are kept as they were written'); END
        """

    static let triggers = [
        """
        CREATE TRIGGER entries_change_only_by_erasure BEFORE UPDATE ON entries
        WHEN NOT (
            new.erased = 1 AND new.erased_at IS NOT NULL AND new.salt IS NULL
            AND new.words = '' AND new.name = ''
            AND new.room = old.room AND new.number = old.number
            AND new.session = old.session AND new.at = old.at
            AND new.today = old.today AND new.direction = old.direction AND new.answers IS old.answers
            AND new.commitment = old.commitment AND new.hash = old.hash
        )
        BEGIN SELECT RAISE(ABORT, 'entries are kept as they were written'); END
        """,
        """
        CREATE TRIGGER entries_go_only_by_purge BEFORE DELETE ON entries
        WHEN (SELECT purging FROM rooms WHERE room = old.room) IS NOT 1
        BEGIN SELECT RAISE(ABORT, 'entries are kept as they were written'); END
        """,
        """
        CREATE TRIGGER rooms_keep_their_origin BEFORE UPDATE OF room, origin, made_at ON rooms
        BEGIN SELECT RAISE(ABORT, 'a room keeps its name and origin'); END
        """,
        """
        CREATE TRIGGER frameworks_stay BEFORE UPDATE ON frameworks
        BEGIN SELECT RAISE(ABORT, 'a saved framework stays as it was written'); END
        """,
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("schema 1", foreignKeyChecks: .immediate) { database in
            for statement in [rooms, entries, keysByRoom, acknowledgements, frameworks] + triggers {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("schema 2", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: erasureSalt)
            try database.execute(sql: "DROP TRIGGER entries_change_only_by_erasure")
            try database.execute(sql: erasureTrigger)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("schema 3", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: "DROP INDEX entries_keys")
            try database.execute(sql: keys)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("schema 4", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: keySecret)
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        return migrator
    }

    /// Brings the file to this version. Another process may do the same at this moment; who comes second
    /// finds the work done.
    static func migrate(_ pool: DatabasePool) throws {
        for attempt in 1...migrator.migrations.count + 1 {
            do {
                return try migrator.migrate(pool)
            } catch {
                // The other may be between two steps: each failure means that one more is done.
                if try pool.read(migrator.hasCompletedMigrations) { return }
                if attempt > migrator.migrations.count { throw error }
            }
        }
    }

    /// What kind of file this is, judged before anything is written to it.
    ///
    /// Errors: `foreignDatabase`, `newerVersion`; those of SQLite as they are.
    static func check(_ database: Database, path: String) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        // GRDB's own tables come first and in transactions of their own: they may stand alone while another
        // process makes the store, or when it was stopped at that moment.
        let foreignTables = "SELECT count(*) FROM sqlite_master WHERE tbl_name NOT LIKE 'grdb!_%' ESCAPE '!'"
        let tables = try Int.fetchOne(database, sql: foreignTables) ?? 0
        if application != applicationID {
            guard application == 0, found == 0, tables == 0 else {
                throw StoreError.foreignDatabase(path: path)
            }
        }
        if found > version {
            throw StoreError.newerVersion(path: path, found: found, supported: version)
        }
    }
}
