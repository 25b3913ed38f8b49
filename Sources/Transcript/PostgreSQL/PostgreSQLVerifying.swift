import Facilitation

extension PostgreSQLStore {
    private static let pageSize = 1_000

    public func verify(room: String?) throws(StoreError) -> VerifyReport { try verify(room: room, told: nil) }

    public func verify(room: String?, told: (@Sendable (Int) -> Void)?) throws(StoreError) -> VerifyReport {
        try retrying { connection in
            // One unchanging view, while others go on writing.
            try connection.run(script: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            defer { try? connection.run(script: "COMMIT") }
            var report = VerifyReport()
            let chains = try PostgreSQLStore.chains(of: room, on: connection)
            if let room, chains.isEmpty { throw StoreError.unknownRoom(room: room) }
            let saved = try connection.run("SELECT hash FROM frameworks")
            let frameworks = Set((0..<saved.count).map { saved[$0].text(0) })
            for chain in chains { try PostgreSQLStore.verify(chain, on: connection, frameworks, told, &report) }
            if room == nil {
                report.findings += try PostgreSQLStore.findingsAboutOrphans(connection)
                report.findings += try PostgreSQLStore.findingsAboutFrameworks(connection)
            }
            return report
        }
    }

    private static func chains(of room: String?, on connection: ServerConnection) throws -> [RoomChain] {
        let select = "SELECT \(StoredColumns.chain) FROM rooms"
        let rows =
            if let room {
                try connection.run(select + " WHERE room = $1::text", [BinaryParameter(room)])
            } else {
                try connection.run(select + " ORDER BY room")
            }
        return (0..<rows.count).map { RoomChain(rows[$0]) }
    }

    private static func verify(
        _ chain: RoomChain, on connection: ServerConnection, _ frameworks: Set<String>,
        _ told: (@Sendable (Int) -> Void)?, _ report: inout VerifyReport
    ) throws {
        var chain = chain
        var after = Int(Int64.min)
        readPages: while true {
            let rows = try connection.run(
                """
                SELECT \(StoredColumns.sealed) FROM entries
                WHERE room = $1::text AND number > $2::bigint ORDER BY number LIMIT $3::bigint
                """, [BinaryParameter(chain.room), BinaryParameter(after), BinaryParameter(pageSize)])
            for index in 0..<rows.count {
                let row = rows[index]
                guard chain.take(row) else { break readPages }
                after = row.integer(1)
            }
            told?(rows.count)
            if rows.count < pageSize { break }
        }
        chain.finish(&report, frameworks: frameworks)
    }

    /// Entries whose room is gone. Goes from room to room along the index instead of reading every entry.
    private static func findingsAboutOrphans(_ connection: ServerConnection) throws -> [VerifyFinding] {
        let rows = try connection.run(
            """
            WITH RECURSIVE named (room) AS (
                SELECT min(room) FROM entries
                UNION ALL
                SELECT (SELECT min(room) FROM entries WHERE room > named.room) FROM named
                WHERE named.room IS NOT NULL
            )
            SELECT room FROM named WHERE room IS NOT NULL AND room NOT IN (SELECT room FROM rooms)
            """)
        return (0..<rows.count).map { VerifyFinding(room: rows[$0].text(0), problem: .roomMissing) }
    }

    private static func findingsAboutFrameworks(_ connection: ServerConnection) throws -> [VerifyFinding] {
        let rows = try connection.run("SELECT hash, text FROM frameworks ORDER BY hash")
        return (0..<rows.count).compactMap { index in
            let hash = rows[index].text(0)
            return FrameworkHash(of: rows[index].text(1)).digits == hash
                ? nil : VerifyFinding(problem: .frameworkChanged(hash: hash))
        }
    }
}
