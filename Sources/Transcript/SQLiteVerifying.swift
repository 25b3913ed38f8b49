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
                erased, erased_at, erased_because, erasure_salt
            FROM entries WHERE room = ? ORDER BY number
            """, in: database)
        defer { select.reset() }
        select.bind(room, at: 1)
        var check = ChainCheck(room: room, origin: origin, madeAt: madeAt)
        while try select.step() {
            report.entries += 1
            let row = SealedRow(select)
            if row.erased { report.erased += 1 }
            if let problem = check.take(row) {
                report.findings.append(VerifyFinding(room: room, entry: check.number, problem: problem))
                return
            }
        }
        if let entry = check.firstBadErasure {
            report.findings.append(VerifyFinding(room: room, entry: entry, problem: .badErasure))
            return
        }
        let number = check.number
        if number < head {
            report.findings.append(VerifyFinding(room: room, entry: number + 1, problem: .missing))
        } else if number != head || check.hash != headHash {
            let entry = number == 0 ? nil : number
            report.findings.append(
                VerifyFinding(room: room, entry: entry, problem: .headDiffers(recorded: head)))
        }
    }
}
