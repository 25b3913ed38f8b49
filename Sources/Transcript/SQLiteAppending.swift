import Facilitation
import GRDB
import Hashing

extension SQLiteStore {
    public func append(_ batch: AppendBatch) throws(StoreError) {
        if batch.isEmpty { return }
        try batch.checkForNullCharacters()
        try writing { database in
            for room in batch.rooms { try SQLiteStore.make(room, in: database) }
            for text in batch.frameworks { try SQLiteStore.save(framework: text, in: database) }
            if !batch.entries.isEmpty {
                var appending = try EntryAppending(batch.entries.count, in: database)
                for pending in batch.entries { try appending.append(pending) }
                try appending.writeHeads()
            }
            for acknowledgement in batch.acknowledgements {
                try SQLiteStore.keep(acknowledgement, in: database)
            }
        }
    }

    private static func make(_ room: NewRoom, in database: Database) throws {
        let start = EntryChain.start(room: room.room, origin: room.log, madeAt: room.madeAt)
        let insert = try PreparedStatement(
            "INSERT INTO rooms (room, log, origin, title, made_at, head_hash) VALUES (?, ?, ?, ?, ?, ?)",
            in: database)
        insert.bind(room.room, at: 1)
        insert.bind(room.log, at: 2)
        insert.bind(room.log, at: 3)
        insert.bind(room.title, at: 4)
        insert.bind(room.madeAt, at: 5)
        insert.bind(start, at: 6)
        defer { insert.reset() }
        do {
            _ = try insert.step()
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY {
            throw StoreError.roomExists(room: room.room)
        }
    }

    static func save(framework text: String, in database: Database) throws {
        let insert = try PreparedStatement(
            "INSERT INTO frameworks (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", in: database)
        insert.bind(FrameworkHash(of: text).digits, at: 1)
        insert.bind(text, at: 2)
        defer { insert.reset() }
        _ = try insert.step()
    }

    static func keep(_ acknowledgement: Acknowledgement, in database: Database) throws {
        let heads = try PreparedStatement("SELECT head FROM rooms WHERE room = ?", in: database)
        heads.bind(acknowledgement.room, at: 1)
        defer { heads.reset() }
        guard try heads.step() else { throw StoreError.unknownRoom(room: acknowledgement.room) }
        let head = heads.integer(0)
        guard acknowledgement.upTo <= head else {
            throw StoreError.beyondHead(room: acknowledgement.room, head: head)
        }
        let insert = try PreparedStatement(
            """
            INSERT INTO acknowledgements (principal, room, up_to) VALUES (?, ?, ?)
            ON CONFLICT (principal, room) DO UPDATE SET up_to = excluded.up_to WHERE excluded.up_to > up_to
            """, in: database)
        insert.bind(acknowledgement.principal, at: 1)
        insert.bind(acknowledgement.room, at: 2)
        insert.bind(acknowledgement.upTo, at: 3)
        defer { insert.reset() }
        _ = try insert.step()
    }
}

/// Seals and writes the entries of one transaction. Heads are read once for each room and written once at the
/// end.
struct EntryAppending {
    private struct Head {
        var room: String
        var number: Int
        var hash: [UInt8]
        let log: String
    }

    private let readHead: PreparedStatement
    private let insert: PreparedStatement
    private let writeHead: PreparedStatement
    private var heads: [Head] = []
    /// Where a room's head stands. By bytes: Swift takes "é" and "e" with an accent for the same text, the
    /// file does not.
    private var places: [[UInt8]: Int] = [:]
    private var random: RandomBytes

    /// - Parameter count: how many entries will be appended.
    init(_ count: Int, in database: Database) throws {
        readHead = try PreparedStatement("SELECT head, head_hash, log FROM rooms WHERE room = ?", in: database)
        insert = try PreparedStatement(
            """
            INSERT INTO entries (room, number, session, at, today, direction, answers, by, name, principal,
                recipient, words, reading, details, key, key_commitment, reply, salt, commitment, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        random = RandomBytes(drawnAtOnce: EntryChain.saltLength * count)
        writeHead = try PreparedStatement(
            "UPDATE rooms SET head = ?, head_hash = ? WHERE room = ?", in: database)
    }

    mutating func append(_ pending: PendingEntry) throws {
        let entry = pending.entry
        let place = try placeOfHead(of: entry.room)
        let head = heads[place]
        if pending.log.map({ $0 != head.log }) ?? false || entry.number <= head.number {
            throw StoreError.lostRace(room: entry.room, number: entry.number)
        }
        guard entry.number == head.number + 1 else {
            throw StoreError.gap(room: entry.room, expected: head.number + 1, found: entry.number)
        }
        let (values, hash) = EntryChain.seal(pending, after: head.hash, &random)
        do {
            try insert.run(binding: values)
        } catch let error as DatabaseError {
            throw EntryAppending.meaning(of: error, entry: entry)
        }
        heads[place].number = entry.number
        heads[place].hash = hash
    }

    func writeHeads() throws {
        for head in heads {
            writeHead.bind(head.number, at: 1)
            writeHead.bind(head.hash, at: 2)
            writeHead.bind(head.room, at: 3)
            defer { writeHead.reset() }
            _ = try writeHead.step()
        }
    }

    private mutating func placeOfHead(of room: String) throws -> Int {
        let bytes = Array(room.utf8)
        if let place = places[bytes] { return place }
        readHead.bind(room, at: 1)
        defer { readHead.reset() }
        guard try readHead.step() else { throw StoreError.unknownRoom(room: room) }
        heads.append(
            Head(room: room, number: readHead.integer(0), hash: readHead.bytes(1), log: readHead.text(2)))
        places[bytes] = heads.count - 1
        return heads.count - 1
    }

    private static func meaning(of error: DatabaseError, entry: Entry) -> any Error {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_PRIMARYKEY: StoreError.lostRace(room: entry.room, number: entry.number)
        case .SQLITE_CONSTRAINT_UNIQUE:
            StoreError.keyTaken(room: entry.room, principal: entry.principal, key: entry.key ?? "")
        default: error
        }
    }
}
