/// What every connection begins with.
enum PostgreSQLSession {
    static func configure(_ connection: ServerConnection, schema: String) throws(StatementFailure) {
        try connection.run(
            script: """
                SET search_path TO \(schema);
                SET lock_timeout TO '\(PostgreSQLStore.busySeconds)s';
                SET default_transaction_isolation TO 'read committed';
                SET standard_conforming_strings TO on;
                SELECT set_config('synchronous_commit', 'on', false)
                WHERE current_setting('synchronous_commit') <> 'remote_apply'
                """)
    }

    /// Reads back what acknowledging depends on.
    ///
    /// Errors: `doesNotSync`, `notUnicode`.
    static func check(_ connection: ServerConnection) throws(DatabaseServerError) {
        let server = connection.address.description
        let rows: ServerRows
        do throws(StatementFailure) {
            rows = try connection.run(
                """
                SELECT current_setting('synchronous_commit'), coalesce(current_setting('fsync', true), 'on'),
                    current_setting('server_encoding')
                """)
        } catch {
            throw error.whileConnecting(to: connection.address)
        }
        let settings = rows[0]
        guard ["on", "remote_apply"].contains(settings.text(0)), settings.text(1) == "on" else {
            throw .doesNotSync(server: server)
        }
        guard ["UTF8", "UTF-8"].contains(settings.text(2).uppercased()) else {
            throw .notUnicode(server: server, encoding: settings.text(2))
        }
    }

    /// Brings the tables to this version, and notices when they are a copy. Another worker may do the same at this
    /// moment; who comes second finds the work done.
    ///
    /// Errors: `foreignSchema`, `newerVersion`, `notAllowed`, `busy`, `unexpected`, `notReachable`.
    static func migrate(_ connection: ServerConnection, schema: String) throws(DatabaseServerError) {
        let address = connection.address
        do {
            if try version(connection, schema) == PostgreSQLSchema.version, try isOriginal(connection) { return }
            try connection.run(script: "BEGIN")
            do {
                try migrateLocked(connection, schema)
                try connection.run(script: "COMMIT")
            } catch {
                try? connection.run(script: "ROLLBACK")
                throw error
            }
        } catch let error as DatabaseServerError {
            throw error
        } catch let error as StatementFailure {
            throw error.whileConnecting(to: address)
        } catch {
            throw .unexpected(server: address.description, code: "", details: "\(type(of: error))")
        }
    }

    private static func migrateLocked(_ connection: ServerConnection, _ schema: String) throws {
        try connection.run(script: "SELECT pg_advisory_xact_lock(\(PostgreSQLSchema.lock))")
        let found = try version(connection, schema)
        if found == 0 { try connection.run(script: "CREATE SCHEMA IF NOT EXISTS \(schema)") }
        for statements in PostgreSQLSchema.migrations.dropFirst(found) {
            for statement in statements { try connection.run(script: statement) }
        }
        if found == 0 {
            try connection.run(
                script: """
                    INSERT INTO store (version, copy)
                    VALUES (\(PostgreSQLSchema.version), (\(PostgreSQLSchema.copyMark)))
                    """)
        } else if found < PostgreSQLSchema.version {
            try connection.run(script: "UPDATE store SET version = \(PostgreSQLSchema.version)")
        }
        if try !isOriginal(connection) {
            try connection.run(script: PostgreSQLSchema.newLogs)
            try connection.run(script: "UPDATE store SET copy = (\(PostgreSQLSchema.copyMark))")
        }
    }

    /// 0 when there are no tables yet.
    private static func version(_ connection: ServerConnection, _ schema: String) throws -> Int {
        let server = connection.address.description
        let tables = try connection.run(
            """
            SELECT count(*), count(*) FILTER (WHERE c.relname = 'store' AND a.attname = 'copy')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'copy'
            WHERE n.nspname = '\(schema)' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            """)[0]
        if tables.integer(0) == 0 { return 0 }
        guard tables.integer(1) == 1 else { throw DatabaseServerError.foreignSchema(server: server, schema: schema) }
        let versions = try connection.run("SELECT version FROM store")
        guard versions.count == 1 else { throw DatabaseServerError.foreignSchema(server: server, schema: schema) }
        let found = versions[0].integer(0)
        guard found <= PostgreSQLSchema.version else {
            throw DatabaseServerError.newerVersion(
                server: server, found: found, supported: PostgreSQLSchema.version)
        }
        return found
    }

    private static func isOriginal(_ connection: ServerConnection) throws -> Bool {
        try connection.run("SELECT FROM store WHERE copy = (\(PostgreSQLSchema.copyMark))").count == 1
    }
}
