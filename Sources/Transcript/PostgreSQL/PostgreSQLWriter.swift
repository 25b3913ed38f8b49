import Facilitation
import Foundation

extension PostgreSQLStore {
    public func append(_ batch: AppendBatch) throws(StoreError) {
        if batch.isEmpty { return }
        try batch.checkForNullCharacters()
        try writer.append(batch)
        news.tell(batch.rooms.map(\.room) + batch.entries.map(\.entry.room))
    }
}

/// Writes batches, one at a time, over one connection; remembers the heads of rooms, so that an append is one round
/// trip.
///
/// Sendable because `lock` guards everything that is not `let`.
final class PostgreSQLWriter: @unchecked Sendable {
    private let server: ServerPool
    private let lock = NSLock()
    private var connection: ServerConnection?
    /// Where rooms stood when they were last looked at, by the bytes of their names. Others may have gone on since:
    /// then the server refuses, and they are read again.
    private var heads: [[UInt8]: RoomHead] = [:]
    private static let headsMax = 20_000
    /// Others may come first again and again in other rooms of a large batch; so often at most.
    private static let attemptsMax = 20

    init(_ server: ServerPool) { self.server = server }

    func close() { lock.withLock { connection = nil } }

    /// - Parameter more: what is done in the same transaction, after the batch.
    func append(_ batch: AppendBatch, with more: [PreparedCall] = []) throws(StoreError) {
        lock.lock()
        defer { lock.unlock() }
        var patience = Patience(seconds: server.patienceSeconds)
        // What was sent when the connection broke, until it is known what became of it.
        var doubtful: SealedBatch?
        var attempts = 0
        while true {
            var sent: SealedBatch?
            do {
                let connection = try connected()
                if let batch = doubtful, try PostgreSQLWriter.isThere(batch, connection) { return adopt(batch) }
                let sealed = try doubtful ?? seal(batch, connection)
                sent = sealed
                try connection.run(together: sealed.calls + more)
                return adopt(sealed)
            } catch let error as StoreError {
                throw error
            } catch let error as DatabaseServerError {
                guard error.passes, patience.waits() else { throw .databaseServer(doubtful == nil ? error : unknown) }
            } catch StatementFailure.refused(let refusal) {
                // The broken connection's own transaction may stand in the way until the server is done with it.
                if doubtful != nil, refusal.code == "55P03" {
                    guard patience.waits() else { throw .databaseServer(unknown) }
                    continue
                }
                do {
                    if let batch = doubtful, let connection, try PostgreSQLWriter.isThere(batch, connection) {
                        return adopt(batch)
                    }
                    forget(batch)
                    attempts += 1
                    // The heads were found moved, so a batch in doubt cannot come any more.
                    doubtful = nil
                    try explain(refusal, batch, isLast: attempts >= PostgreSQLWriter.attemptsMax)
                } catch StatementFailure.lost {
                    // Looked at again when there is a connection.
                    connection = nil
                } catch let error as StoreError {
                    throw error
                } catch {
                    throw .databaseServer(refusal.meaning(at: server.address))
                }
            } catch {
                connection = nil
                doubtful = sent ?? doubtful
                guard patience.waits() else {
                    throw .databaseServer(
                        doubtful == nil ? .connectionLost(server: server.address.description) : unknown)
                }
            }
        }
    }

    private var unknown: DatabaseServerError { .outcomeUnknown(server: server.address.description) }

    private func connected() throws -> ServerConnection {
        if let connection, !connection.isLost { return connection }
        let new = try server.connect()
        connection = new
        return new
    }

    // MARK: Heads

    private func seal(_ batch: AppendBatch, _ connection: ServerConnection) throws -> SealedBatch {
        let made = Set(batch.rooms.map { Array($0.room.utf8) })
        var wanted: [[UInt8]: RoomHead] = [:]
        var missing: [String] = []
        var seen = made
        for pending in batch.entries {
            let name = Array(pending.entry.room.utf8)
            guard seen.insert(name).inserted else { continue }
            if let head = heads[name], pending.entry.number == head.number + 1, !head.isElsewhere(pending) {
                wanted[name] = head
            } else {
                missing.append(pending.entry.room)
            }
        }
        if !missing.isEmpty {
            for (name, head) in try PostgreSQLWriter.readHeads(of: missing, connection) { wanted[name] = head }
        }
        return try SealedBatch(batch, heads: wanted)
    }

    private static func readHeads(
        of rooms: [String], _ connection: ServerConnection
    ) throws -> [[UInt8]: RoomHead] {
        var names = BinaryArray(of: .text)
        for room in rooms { names.append(room) }
        let rows = try connection.run(
            "SELECT room, head, head_hash, log FROM rooms WHERE room = ANY ($1::text[])", [BinaryParameter(names)])
        var heads: [[UInt8]: RoomHead] = [:]
        for index in 0..<rows.count {
            let row = rows[index]
            heads[row.bytes(0)] = RoomHead(number: row.integer(1), hash: row.bytes(2), log: row.text(3))
        }
        return heads
    }

    private func adopt(_ batch: SealedBatch) {
        if heads.count > PostgreSQLWriter.headsMax { heads = [:] }
        for move in batch.moves { heads[Array(move.room.utf8)] = move.after }
    }

    private func forget(_ batch: AppendBatch) {
        for pending in batch.entries { heads[Array(pending.entry.room.utf8)] = nil }
    }

    /// Whether the batch was written. A batch of acknowledgements and frameworks alone is written again in any case.
    private static func isThere(_ batch: SealedBatch, _ connection: ServerConnection) throws -> Bool {
        if let (room, head) = batch.firstEntry {
            return try connection.run(
                "SELECT FROM entries WHERE room = $1::text AND number = $2::bigint AND hash = $3::bytea",
                [BinaryParameter(room), BinaryParameter(head.number), BinaryParameter(head.hash)]
            ).count == 1
        }
        if let room = batch.firstRoom {
            return try connection.run(
                "SELECT FROM rooms WHERE room = $1::text AND origin = $2::text",
                [BinaryParameter(room.room), BinaryParameter(room.log)]
            ).count == 1
        }
        return false
    }

    // MARK: Refusals

    /// Throws what a refusal means; returns when the heads have moved and the batch is to be looked at again.
    private func explain(
        _ refusal: StatementFailure.Refusal, _ batch: AppendBatch, isLast: Bool
    ) throws {
        let connection = try connected()
        switch (refusal.code, refusal.table) {
        case ("23505", "rooms"):
            let heads = try PostgreSQLWriter.readHeads(of: batch.rooms.map(\.room), connection)
            if let room = batch.rooms.first(where: { heads[Array($0.room.utf8)] != nil }) {
                throw StoreError.roomExists(room: room.room)
            }
        case ("23505", "entries") where refusal.constraint == "entries_keys":
            if let entry = try firstTakenKey(batch, connection) {
                throw StoreError.keyTaken(room: entry.room, principal: entry.principal, key: entry.key ?? "")
            }
        case ("23502", "acknowledgements"), ("23503", "acknowledgements"):
            try explainAcknowledgements(batch, connection)
        // Somebody else came first, or two transactions could not be put in an order.
        case ("23505", "entries"), ("23502", "entries"), ("23505", "acknowledgements"), ("23505", "frameworks"),
            ("40001", _), ("40P01", _):
            break
        default: throw StoreError.databaseServer(refusal.meaning(at: server.address))
        }
        guard isLast else { return }
        guard let entry = batch.entries.first?.entry else {
            throw StoreError.databaseServer(refusal.meaning(at: server.address))
        }
        throw StoreError.lostRace(room: entry.room, number: entry.number)
    }

    private func firstTakenKey(_ batch: AppendBatch, _ connection: ServerConnection) throws -> Entry? {
        for entry in batch.entries.map(\.entry) {
            guard let key = entry.key else { continue }
            let found = try connection.run(
                "SELECT FROM entries WHERE room = $1::text AND principal = $2::text AND key = $3::text",
                [BinaryParameter(entry.room), BinaryParameter(entry.principal), BinaryParameter(key)])
            if found.count > 0 { return entry }
        }
        return nil
    }

    private func explainAcknowledgements(_ batch: AppendBatch, _ connection: ServerConnection) throws {
        var found = try PostgreSQLWriter.readHeads(of: batch.acknowledgements.map(\.room), connection)
        for room in batch.rooms { found[Array(room.room.utf8)] = RoomHead(number: 0, hash: [], log: room.log) }
        for pending in batch.entries { found[Array(pending.entry.room.utf8)]?.number = pending.entry.number }
        for acknowledgement in batch.acknowledgements {
            let room = acknowledgement.room
            guard let head = found[Array(room.utf8)] else { throw StoreError.unknownRoom(room: room) }
            if acknowledgement.upTo > head.number { throw StoreError.beyondHead(room: room, head: head.number) }
        }
    }
}
