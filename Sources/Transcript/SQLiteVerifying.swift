import Facilitation
import GRDB

extension SQLiteStore {
    public func verify(room: String?) throws(StoreError) -> VerifyReport {
        try reading { database in
            var report = VerifyReport()
            if room == nil { report.findings += try SQLiteStore.findingsAboutTheFile(database) }
            let rooms = try SQLiteStore.chainStarts(of: room, in: database)
            if let room, rooms.isEmpty { throw StoreError.unknownRoom(room: room) }
            for room in rooms {
                report.rooms += 1
                try room.verify(in: database, report: &report)
            }
            if room == nil {
                report.findings += try SQLiteStore.findingsAboutOrphans(database)
                report.findings += try SQLiteStore.findingsAboutFrameworks(database)
            }
            return report
        }
    }

    private static func findingsAboutTheFile(_ database: Database) throws -> [VerifyFinding] {
        let check = try PreparedStatement("PRAGMA integrity_check(1)", in: database)
        defer { check.reset() }
        guard try check.step() else { return [] }
        let answer = check.text(0)
        return answer == "ok" ? [] : [VerifyFinding(problem: .fileDamaged(details: answer))]
    }

    private static func chainStarts(of room: String?, in database: Database) throws -> [RoomChain] {
        let columns = "SELECT room, origin, made_at, head, head_hash FROM rooms"
        let select = try PreparedStatement(
            room == nil ? columns + " ORDER BY room" : columns + " WHERE room = ?", in: database)
        defer { select.reset() }
        if let room { select.bind(room, at: 1) }
        var chains: [RoomChain] = []
        while try select.step() {
            chains.append(
                RoomChain(
                    room: select.text(0), origin: select.text(1), madeAt: select.text(2),
                    head: select.integer(3),
                    headHash: select.bytes(4)))
        }
        return chains
    }

    /// Entries whose room is gone. Goes from room to room along the index instead of reading every entry.
    private static func findingsAboutOrphans(_ database: Database) throws -> [VerifyFinding] {
        let select = try PreparedStatement(
            """
            WITH RECURSIVE named (room) AS (
                SELECT min(room) FROM entries
                UNION ALL
                SELECT (SELECT min(room) FROM entries WHERE room > named.room) FROM named
                WHERE named.room IS NOT NULL
            )
            SELECT room FROM named WHERE room IS NOT NULL AND room NOT IN (SELECT room FROM rooms)
            """, in: database)
        defer { select.reset() }
        var findings: [VerifyFinding] = []
        while try select.step() {
            findings.append(VerifyFinding(room: select.text(0), problem: .roomMissing))
        }
        return findings
    }

    private static func findingsAboutFrameworks(_ database: Database) throws -> [VerifyFinding] {
        let select = try PreparedStatement("SELECT hash, text FROM frameworks ORDER BY hash", in: database)
        defer { select.reset() }
        var findings: [VerifyFinding] = []
        while try select.step() {
            let hash = select.text(0)
            if sha256Hex(of: select.text(1)) != hash {
                findings.append(VerifyFinding(problem: .frameworkChanged(hash: hash)))
            }
        }
        return findings
    }
}

/// A room's chain as the list of rooms describes it, to be held against its entries.
private struct RoomChain {
    var room: String
    var origin: String
    var madeAt: String
    var head: Int
    var headHash: [UInt8]

    func verify(in database: Database, report: inout VerifyReport) throws {
        let select = try PreparedStatement(
            """
            SELECT room, number, session, at, today, direction, answers, by, name, principal, recipient,
                words, reading, details, key, key_commitment, reply, salt, commitment, hash,
                erased, erased_at, erased_because
            FROM entries WHERE room = ? ORDER BY number
            """, in: database)
        defer { select.reset() }
        select.bind(room, at: 1)
        var number = 0
        var hash = EntryChain.start(room: room, origin: origin, madeAt: madeAt)
        while try select.step() {
            number += 1
            report.entries += 1
            let row = SealedRow(select)
            if row.erased { report.erased += 1 }
            if let problem = row.problem(expected: number, previous: hash) {
                report.findings.append(VerifyFinding(room: room, entry: number, problem: problem))
                return
            }
            hash = row.seal.hash
        }
        if number < head {
            report.findings.append(VerifyFinding(room: room, entry: number + 1, problem: .missing))
        } else if number != head || hash != headHash {
            let entry = number == 0 ? nil : number
            report.findings.append(
                VerifyFinding(room: room, entry: entry, problem: .headDiffers(recorded: head)))
        }
    }
}

/// An entry's columns as they are stored.
private struct SealedRow {
    var number: Int
    var values = CanonicalBytes()
    var frameLength: Int
    var seal: EntrySeal
    var erased: Bool
    /// Nothing about an erasure is noted.
    var hasNoErasureNotes: Bool
    /// What an erasure must have emptied is empty.
    var isBlank: Bool
    var hasSalt: Bool

    init(_ row: PreparedStatement) {
        number = row.integer(1)
        row.canonical(columns: 0..<SQLiteSchema.frameColumns, into: &values)
        frameLength = values.bytes.count
        row.canonical(columns: SQLiteSchema.frameColumns..<SQLiteSchema.coveredColumns, into: &values)
        hasSalt = !row.isNone(17)
        seal = EntrySeal(salt: row.bytes(17), commitment: row.bytes(18), hash: row.bytes(19))
        erased = row.integer(20) != 0
        hasNoErasureNotes = row.isNone(21) && row.isNone(22)
        isBlank = row.text(8).isEmpty && row.text(11).isEmpty
    }

    func problem(expected: Int, previous: [UInt8]) -> VerifyProblem? {
        guard number == expected else { return .missing }
        if erased {
            guard !hasSalt, isBlank, !hasNoErasureNotes else { return .badErasure }
        } else {
            guard hasSalt, hasNoErasureNotes else { return .badErasure }
            guard seal.commitment == EntryChain.commitment(salt: seal.salt, values: values) else {
                return .changed
            }
        }
        let hash = EntryChain.hash(
            previous: previous, values: values, frameLength: frameLength, commitment: seal.commitment)
        return seal.hash == hash ? nil : .chainBroken
    }
}
