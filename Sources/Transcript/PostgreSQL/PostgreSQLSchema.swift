// The tables in a PostgreSQL database, schema 2.
//
// ACKNOWLEDGED means: `append` returned. By then the server had confirmed the COMMIT of a transaction that it had
// written to its log and synced (`fsync` and `synchronous_commit` are on; both are read back on every connection, and
// a server that syncs nothing is refused). Where the server has synchronous standbys
// (`synchronous_standby_names`), they have it on their disks as well, so that it survives the loss of the server.
// Without them it survives a crash and a restart of the server, and the loss of any number of workers; what was
// acknowledged in the last moments before the server itself is lost for good may be missing on an asynchronous
// standby.
//
// When the connection breaks during a COMMIT, the store connects again and reads back whether the entries are there
// (each hash holds a random salt, so that ours are told from anybody else's), and writes the very same rows again when
// they are not. A COMMIT that comes late from the broken connection cannot be added to them: every append names the
// head that it builds on, and the head has moved. Only when no server comes back in time is it said that the outcome
// is not known.
//
// ORDER: an append moves `rooms.head` from the number and the hash that it builds on, and writes its entries under
// the primary key (room, number), in one statement. Of several workers one succeeds, and the others lose the race.
//
// TABLES: all in the schema `commonground` of the database. Names and words compare by bytes (collation "C").
//
// RULES KEPT BY THE DATABASE ITSELF: as in SQLite, entries are only added. An update must be an erasure; a delete
// needs the room's `purging` flag, which a hold forbids. The owner of the tables can switch such rules off, and then
// `verify` shows what was changed.
//
// COPIES: `store.copy` tells these tables from any copy of them. In a database that pg_restore made it does not
// fit, and the first store that opens it gives all rooms new log names, so that clients notice. A copy of
// the server's files is the same to the server and to us; `.github/STORES.md` says what to do then.

/// The schema and how to get there.
enum PostgreSQLSchema {
    static let version = 2
    static let name = "commonground"
    /// Two workers that open a new database at once wait for each other. "CmGd".
    static let lock = 0x436D_4764

    /// One row.
    static let store = """
        CREATE TABLE store (
            single boolean PRIMARY KEY DEFAULT true CHECK (single),
            version integer NOT NULL,
            copy text NOT NULL
        )
        """

    /// Rooms; the columns are those of the SQLite file. Half of each page is left free, for the head moves all the
    /// time.
    static let rooms = """
        CREATE TABLE rooms (
            room text COLLATE "C" PRIMARY KEY,
            log text COLLATE "C" NOT NULL UNIQUE,
            origin text NOT NULL,
            title text NOT NULL,
            made_at text NOT NULL,
            head bigint NOT NULL DEFAULT 0 CHECK (head >= 0),
            head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
            retention text NOT NULL DEFAULT '',
            hold boolean NOT NULL DEFAULT false,
            hold_because text NOT NULL DEFAULT '',
            purging boolean NOT NULL DEFAULT false CHECK (NOT purging OR NOT hold)
        ) WITH (fillfactor = 50)
        """

    /// Entries; the columns are those of `Entry`, in the order in which the chain covers them.
    static let entries = """
        CREATE TABLE entries (
            room text COLLATE "C" NOT NULL REFERENCES rooms (room),
            number bigint NOT NULL CHECK (number >= 1),
            session bigint NOT NULL,
            at text NOT NULL,
            today text NOT NULL,
            direction text NOT NULL CHECK (direction IN ('heard', 'said')),
            answers bigint,
            by text,
            name text NOT NULL,
            principal text COLLATE "C" NOT NULL,
            recipient text,
            words text NOT NULL,
            reading text NOT NULL,
            details text NOT NULL,
            key text COLLATE "C",
            key_commitment bytea,
            reply text NOT NULL,
            salt bytea,
            commitment bytea NOT NULL,
            hash bytea NOT NULL,
            erased boolean NOT NULL DEFAULT false,
            erased_at text,
            erased_because text,
            erasure_salt bytea,
            PRIMARY KEY (room, number),
            CHECK (erased = (salt IS NULL))
        )
        """

    /// What kind of value each of the columns up to `hash` holds.
    static let entryElements: [BinaryArray.Element] = [
        .text, .integer, .integer, .text, .text, .text, .integer, .text, .text, .text, .text, .text, .text, .text,
        .text, .bytes, .text, .bytes, .bytes, .bytes,
    ]

    static let keys =
        "CREATE UNIQUE INDEX entries_keys ON entries (room, principal, key) WHERE key IS NOT NULL"

    static let acknowledgements = """
        CREATE TABLE acknowledgements (
            principal text COLLATE "C" NOT NULL,
            room text COLLATE "C" NOT NULL REFERENCES rooms (room),
            up_to bigint NOT NULL,
            PRIMARY KEY (principal, room)
        )
        """

    static let frameworks = """
        CREATE TABLE frameworks (
            hash text COLLATE "C" PRIMARY KEY,
            text text NOT NULL
        )
        """

    /// Refuses whatever it is called for, with the words that the trigger gives it.
    static let refusing = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$
        """

    static let refusingDelete = """
        CREATE FUNCTION refuse_unless_purging() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE purging boolean;
        BEGIN
            EXECUTE format('SELECT purging FROM %I.rooms WHERE room = $1', TG_TABLE_SCHEMA)
                INTO purging USING old.room;
            IF purging THEN RETURN old; END IF;
            RAISE EXCEPTION 'entries are kept as they were written' USING ERRCODE = 'restrict_violation';
        END $$
        """

    /// Since schema 2: see `KeyRemains.swift`.
    static let keySecret = "ALTER TABLE rooms ADD COLUMN key_secret bytea"

    static let triggers = [
        """
        CREATE TRIGGER entries_change_only_by_erasure BEFORE UPDATE ON entries FOR EACH ROW
        WHEN (NOT (
            new.erased AND new.erased_at IS NOT NULL AND new.erased_because IS NOT NULL
            AND new.salt IS NULL AND new.key_commitment IS NULL AND octet_length(new.erasure_salt) = 16
            AND new.room = old.room AND new.number = old.number AND new.session = old.session
            AND new.at = old.at AND new.today = old.today AND new.direction = old.direction
            AND new.answers IS NOT DISTINCT FROM old.answers
            AND new.commitment = old.commitment AND new.hash = old.hash))
        EXECUTE FUNCTION refuse('entries are kept as they were written')
        """,
        """
        CREATE TRIGGER entries_go_only_by_purge BEFORE DELETE ON entries FOR EACH ROW
        EXECUTE FUNCTION refuse_unless_purging()
        """,
        """
        CREATE TRIGGER entries_are_not_emptied BEFORE TRUNCATE ON entries
        EXECUTE FUNCTION refuse('entries are kept as they were written')
        """,
        """
        CREATE TRIGGER rooms_keep_their_origin BEFORE UPDATE OF room, origin, made_at ON rooms FOR EACH ROW
        EXECUTE FUNCTION refuse('a room keeps its name and origin')
        """,
        """
        CREATE TRIGGER frameworks_stay BEFORE UPDATE ON frameworks FOR EACH ROW
        EXECUTE FUNCTION refuse('a saved framework stays as it was written')
        """,
    ]

    /// Statements by the version that they lead to.
    static let migrations = [
        [store, rooms, entries, keys, acknowledgements, frameworks, refusing, refusingDelete] + triggers,
        [keySecret],
    ]

    /// What only these tables have: the server's own number and that of a table, which a copy has another of.
    static let copyMark = """
        SELECT concat_ws('/', (pg_control_system()).system_identifier, to_regclass('entries')::oid)
        """

    /// Gives all rooms new log names, each of 122 random bits.
    static let newLogs = """
        UPDATE rooms SET log =
            rtrim(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), '=')
        """
}
