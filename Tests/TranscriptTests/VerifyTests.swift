import Facilitation
import GRDB
import JSONText
import Testing

@testable import Transcript

@Suite struct VerifyTests {
    /// A change to entry 3 of 5 for every column of the table.
    static let changes = [
        "room": "'elsewhere'", "number": "99", "session": "session + 1", "at": "'2027-03-31T09:05:03.001Z'",
        "today": "'2027-04-01'", "direction": "'said'", "answers": "NULL", "by": "'irc:eve'", "name": "'Eve'",
        "principal": "'stdio'", "recipient": "NULL", "words": "words || ' '", "reading": "''",
        "details": "''",
        "key": "'other'", "key_commitment": "zeroblob(32)", "reply": "''", "salt": "zeroblob(16)",
        "commitment": "zeroblob(32)", "hash": "zeroblob(32)", "erased": "1", "erased_at": "'2027-04-01'",
        "erased_because": "'asked'", "erasure_salt": "zeroblob(16)",
    ]

    func findings(_ place: any StorePlace, room: String? = nil) throws -> [VerifyFinding] {
        let store = try place.open()
        defer { try? store.close() }
        return try store.verify(room: room).findings
    }

    @Test(arguments: StoreKind.all, changes.keys.sorted())
    func `A change to any one column is found at its entry`(kind: StoreKind, column: String) throws {
        let place = try kind.place()
        try place.fill()
        #expect(try findings(place).isEmpty)
        let value = try #require(VerifyTests.changes[column])
        try place.tamper("UPDATE entries SET \(column) = \(value) WHERE room = 'north' AND number = 3")
        let found = try findings(place, room: "north")
        #expect(found.map(\.entry) == [3])
        #expect(try findings(place, room: "south").isEmpty)
    }

    @Test(arguments: StoreKind.all)
    func `No column of the table is left out of that test`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        #expect(Set(try place.columns()) == Set(VerifyTests.changes.keys))
    }

    @Test(arguments: StoreKind.all, 1...5)
    func `A deleted entry is found, the last one too`(kind: StoreKind, number: Int) throws {
        let place = try kind.place()
        try place.fill()
        try place.tamper("DELETE FROM entries WHERE room = 'north' AND number = \(number)")
        #expect(try findings(place) == [VerifyFinding(room: "north", entry: number, problem: .missing)])
    }

    @Test(arguments: StoreKind.all)
    func `Two entries that changed places are found at the first`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        try place.tamper(
            "UPDATE entries SET number = 99 WHERE room = 'north' AND number = 2",
            "UPDATE entries SET number = 2 WHERE room = 'north' AND number = 3",
            "UPDATE entries SET number = 3 WHERE room = 'north' AND number = 99")
        #expect(try findings(place) == [VerifyFinding(room: "north", entry: 2, problem: .changed)])
    }

    @Test(arguments: StoreKind.all)
    func `An entry of another room with the same number does not fit`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        try place.tamper(
            "DELETE FROM entries WHERE room = 'north' AND number = 1",
            "UPDATE entries SET room = 'north' WHERE room = 'south' AND number = 1")
        #expect(try findings(place, room: "north").map(\.entry) == [1])
    }

    @Test(
        arguments: StoreKind.all,
        ["origin = 'x'", "made_at = 'x'", "head = 4", "head = 6", "head_hash = zeroblob(32)"])
    func `A change to what the room says of its chain is found`(kind: StoreKind, change: String) throws {
        let place = try kind.place()
        try place.fill()
        try place.tamper("UPDATE rooms SET \(change) WHERE room = 'north'")
        #expect(try findings(place).map(\.room) == ["north"])
    }

    @Test(arguments: StoreKind.all)
    func `Entries without their room and a changed framework are found`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        try place.tamper("DELETE FROM rooms WHERE room = 'south'", "UPDATE frameworks SET text = '{}'")
        let hash = FrameworkHash(of: "{\"id\":\"sample\"}").digits
        #expect(
            try findings(place) == [
                VerifyFinding(room: "south", problem: .roomMissing),
                VerifyFinding(problem: .frameworkChanged(hash: hash)),
            ])
    }

    @Test(arguments: StoreKind.all)
    func `A framework that a room was opened with and that is gone is found, in that room`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        let framework = "{\"id\":\"sample\"}"
        let hash = FrameworkHash(of: framework).digits
        var opening = line("north", 1).entry
        opening.reading = #"[{"kind":"open","setup":{"framework":{"hash":"sha256:\#(hash)"}}}]"#
        var batch = AppendBatch(rooms: [makeRoom("north"), makeRoom("south")], frameworks: [framework])
        batch.entries = [PendingEntry(opening), line("north", 2), line("south", 1)]
        try store.append(batch)
        #expect(try store.verify(room: nil).isSound)
        try store.close()
        try place.tamper("DELETE FROM frameworks")
        let missing = VerifyFinding(room: "north", problem: .frameworkMissing(hash: hash))
        #expect(try findings(place) == [missing])
        #expect(try findings(place, room: "north") == [missing])
        #expect(try findings(place, room: "south").isEmpty)
        #expect(missing.explanation.hasPrefix("Room north: the framework \(hash) that it was opened with is missing."))
    }

    @Test func `Words of bytes that are no text are told from the character that stands for them`() throws {
        let place = try Place()
        let store = try place.open()
        try store.append([line("north", 1, "caf\u{FFFD}")], creatingRooms: [makeRoom("north")])
        try store.close()
        try place.tamper("UPDATE entries SET words = CAST(x'636166FF' AS TEXT)")
        #expect(try findings(place) == [VerifyFinding(room: "north", entry: 1, problem: .changed)])
    }

    @Test func `The file itself refuses to change or drop an entry`() throws {
        let place = try Place()
        try place.fill()
        let queue = try DatabaseQueue(path: place.path)
        for statement in [
            "UPDATE entries SET words = 'x' WHERE number = 1", "DELETE FROM entries WHERE number = 2",
            "UPDATE entries SET erased = 1, erased_at = 'x', salt = NULL, words = '', name = '', at = 'x'",
            "UPDATE rooms SET made_at = 'x'", "DELETE FROM rooms", "UPDATE frameworks SET text = ''",
            "UPDATE rooms SET hold = 1, purging = 1",
        ] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
        }
        #expect(try findings(place).isEmpty)
    }

    /// Entry 3 of the north room, erased but for two words.
    private func erase(_ store: any TranscriptStore, words: String = "two words") throws {
        var entry = try #require(try store.entry(room: "north", number: 3))
        (entry.words, entry.name, entry.by) = (words, "", nil)
        let amended = AmendedEntry(entry)
        let head = try #require(try store.room("north")).head
        var act = line("north", head + 1).entry
        (act.direction, act.by, act.name) = (.said, nil, "")
        act.details = JSONEmitter(.compact).text(["erasure": ErasureList.json([amended])])
        var amendment = Amendment(room: "north", acts: [PendingEntry(act)])
        amendment.entries = [amended]
        amendment.because = "asked"
        try store.amend(amendment)
    }

    @Test func `An erased entry keeps number, time, key and place in the chain`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.open()
        try erase(store)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: 8, erased: 1))
        let keyed = try #require(try store.entry(forKey: "key-3", principal: "bridge:irc", room: "north"))
        #expect(keyed.entry.erased && keyed.entry.words == "two words")
        #expect(keyed.entry.at == "2027-03-31T09:05:03.000Z")
        #expect(keyed.matches(body: Array("body 3".utf8)) == .erased)
        // Twice: the later act counts, and nothing tells of what the first one left.
        try erase(store, words: "")
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: 9, erased: 1))
        try store.close()
        try place.tamper("UPDATE entries SET at = 'x' WHERE room = 'north' AND number = 3")
        #expect(try findings(place) == [VerifyFinding(room: "north", entry: 3, problem: .chainBroken)])
    }

    @Test(arguments: [
        "words = 'two other words'", "reading = '[]'", "erasure_salt = zeroblob(16)", "by = 'irc:eve'", "reply = '{}'",
        "erased_because = NULL", "key = 'other'",
    ])
    func `What is left of an erased entry cannot be changed unseen`(change: String) throws {
        let place = try Place()
        try place.fill()
        let store = try place.open()
        try erase(store)
        try store.close()
        try place.tamper("UPDATE entries SET \(change) WHERE room = 'north' AND number = 3")
        #expect(try findings(place) == [VerifyFinding(room: "north", entry: 3, problem: .badErasure)])
    }

    @Test func `An erasure that no act tells of is found`() throws {
        let place = try Place()
        try place.fill()
        try place.tamper(
            """
            UPDATE entries SET erased = 1, erased_at = 'x', erased_because = 'x', salt = NULL, words = '',
                key_commitment = NULL, erasure_salt = zeroblob(16) WHERE room = 'north' AND number = 3
            """)
        #expect(try findings(place) == [VerifyFinding(room: "north", entry: 3, problem: .badErasure)])
    }

    @Test func `Who comes second with an act has lost the race, and nothing is erased`() throws {
        let place = try Place()
        try place.fill()
        let store = try place.open()
        var amendment = Amendment(room: "north", acts: [line("north", 5)])
        var entry = try #require(try store.entry(room: "north", number: 3))
        entry.words = ""
        amendment.entries = [AmendedEntry(entry)]
        #expect(try failure { try store.amend(amendment) } == .lostRace(room: "north", number: 5))
        #expect(try store.entry(room: "north", number: 3)?.erased == false)
        entry.number = 9
        amendment.acts = [line("north", 6)]
        amendment.entries = [AmendedEntry(entry)]
        #expect(try failure { try store.amend(amendment) } == .unknownEntry(room: "north", number: 9))
        #expect(try store.room("north")?.head == 5)
    }

    /// What makes a store of an earlier schema of one of this schema, back to front.
    private static let backwards = [
        3: [
            "ALTER TABLE rooms DROP COLUMN key_secret", "DELETE FROM grdb_migrations WHERE identifier = 'schema 4'",
            "PRAGMA user_version = 3",
        ],
        2: [
            "DROP INDEX entries_keys", SQLiteSchema.keysByRoom,
            "DELETE FROM grdb_migrations WHERE identifier = 'schema 3'", "PRAGMA user_version = 2",
        ],
        1: [
            "ALTER TABLE entries DROP COLUMN erasure_salt", "DELETE FROM grdb_migrations WHERE identifier = 'schema 2'",
            "PRAGMA user_version = 1",
            "CREATE TRIGGER entries_change_only_by_erasure BEFORE UPDATE ON entries BEGIN SELECT 1; END",
        ],
    ]

    /// Tables and indices. Tampering takes the triggers away.
    private func schemaText(of place: Place) throws -> [String] {
        let queue = try DatabaseQueue(path: place.path)
        defer { try? queue.close() }
        return try queue.read { database in
            try String.fetchAll(
                database, sql: "SELECT sql FROM sqlite_master WHERE type <> 'trigger' AND sql IS NOT NULL ORDER BY name"
            )
        }
    }

    @Test(arguments: 1..<SQLiteSchema.version)
    func `A store of an earlier schema is brought up to date, and goes on fitting`(schema: Int) throws {
        let place = try Place()
        try place.fill()
        let fresh = try schemaText(of: place)
        for version in (schema..<SQLiteSchema.version).reversed() {
            for statement in try #require(Self.backwards[version]) { try place.tamper(statement) }
        }
        #expect(try schemaText(of: place) != fresh)
        let store = try place.open()
        try erase(store)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: 8, erased: 1))
        let keyed = try #require(try store.entry(room: "south", number: 2))
        let key = try #require(keyed.key)
        #expect(try store.entry(forKey: key, principal: keyed.principal, room: "south")?.entry == keyed)
        try store.close()
        #expect(try schemaText(of: place) == fresh)
    }

    @Test(arguments: StoreKind.all)
    func `A room that is not there cannot be verified`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        #expect(try failure { _ = try store.verify(room: "east") } == .unknownRoom(room: "east"))
        #expect(try store.verify(room: nil) == VerifyReport())
    }
}
