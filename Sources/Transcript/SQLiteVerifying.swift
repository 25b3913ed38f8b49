import Facilitation
import GRDB

extension SQLiteStore {
    public func verify(room: String?) throws(StoreError) -> VerifyReport { try verify(room: room, told: nil) }

    public func verify(room: String?, told: (@Sendable (Int) -> Void)?) throws(StoreError) -> VerifyReport {
        try reading { database in
            var report = VerifyReport()
            if room == nil { report.findings += try SQLiteStore.findingsAboutTheFile(database) }
            let rooms = try SQLiteStore.chainStarts(of: room, in: database)
            if let room, rooms.isEmpty { throw StoreError.unknownRoom(room: room) }
            let frameworks = try SQLiteStore.frameworkHashes(database)
            for room in rooms { try SQLiteStore.verify(room, in: database, frameworks, told, &report) }
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
        let columns = "SELECT \(StoredColumns.chain) FROM rooms"
        let select = try PreparedStatement(
            room == nil ? columns + " ORDER BY room" : columns + " WHERE room = ?", in: database)
        defer { select.reset() }
        if let room { select.bind(room, at: 1) }
        var chains: [RoomChain] = []
        while try select.step() { chains.append(RoomChain(select)) }
        return chains
    }

    private static func verify(
        _ chain: RoomChain, in database: Database, _ frameworks: Set<String>, _ told: (@Sendable (Int) -> Void)?,
        _ report: inout VerifyReport
    ) throws {
        var chain = chain
        let select = try PreparedStatement(
            "SELECT \(StoredColumns.sealed) FROM entries WHERE room = ? ORDER BY number", in: database)
        defer { select.reset() }
        select.bind(chain.room, at: 1)
        while try select.step(), chain.take(select) { told?(1) }
        chain.finish(&report, frameworks: frameworks)
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

    private static func frameworkHashes(_ database: Database) throws -> Set<String> {
        let select = try PreparedStatement("SELECT hash FROM frameworks", in: database)
        defer { select.reset() }
        var hashes: Set<String> = []
        while try select.step() { hashes.insert(select.text(0)) }
        return hashes
    }

    private static func findingsAboutFrameworks(_ database: Database) throws -> [VerifyFinding] {
        let select = try PreparedStatement("SELECT hash, text FROM frameworks ORDER BY hash", in: database)
        defer { select.reset() }
        var findings: [VerifyFinding] = []
        while try select.step() {
            let hash = select.text(0)
            if FrameworkHash(of: select.text(1)).digits != hash {
                findings.append(VerifyFinding(problem: .frameworkChanged(hash: hash)))
            }
        }
        return findings
    }
}
