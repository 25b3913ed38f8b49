import Facilitation
import Foundation

/// Transcripts in a PostgreSQL database; see `PostgreSQLSchema.swift` for the tables and for what is promised.
///
/// Several workers may serve the same rooms. Connections that break, and a server that restarts, are waited for.
public final class PostgreSQLStore: TranscriptStore {
    /// How long a call waits for a server that has gone away: a restart, or a standby taking over.
    public static let patienceSeconds = 20.0
    /// How long a call waits for another program that holds the tables.
    public static let busySeconds = 5

    public let address: ServerAddress
    let server: ServerPool
    let writer: PostgreSQLWriter
    let news: ServerNews

    /// Connects, and makes the tables when the database has none. Tables of a newer version are left as they are.
    ///
    /// Errors: `databaseServer`.
    public convenience init(_ address: ServerAddress) throws(StoreError) {
        try self.init(address, schema: PostgreSQLSchema.name)
    }

    /// - Parameter schema: letters, digits and low lines.
    init(_ address: ServerAddress, schema: String, patienceSeconds: Double = patienceSeconds) throws(StoreError) {
        self.address = address
        server = ServerPool(address, schema: schema, patienceSeconds: patienceSeconds)
        writer = PostgreSQLWriter(server)
        news = ServerNews(server)
        do throws(DatabaseServerError) {
            try server.openFirst()
        } catch {
            throw .databaseServer(error)
        }
    }

    public func close() throws(StoreError) {
        news.close()
        writer.close()
        server.close()
    }

    deinit {
        news.close()
        server.close()
    }

    /// Runs on a connection of its own, and again when that was lost, whatever was done by then: `body` must be
    /// repeatable, so that doing it twice comes to the same as doing it once.
    func retrying<Value>(_ body: (ServerConnection) throws -> Value) throws(StoreError) -> Value {
        var patience = Patience(seconds: server.patienceSeconds)
        while true {
            do {
                return try server.with(body)
            } catch let error as StoreError {
                throw error
            } catch let error as DatabaseServerError {
                guard error.passes, patience.waits() else { throw .databaseServer(error) }
            } catch StatementFailure.refused(let refusal) {
                throw .databaseServer(refusal.meaning(at: address))
            } catch {
                guard patience.waits() else {
                    throw .databaseServer(.connectionLost(server: address.description))
                }
            }
        }
    }
}

/// Waits a little longer each time, until it has been long enough.
struct Patience {
    private let end: ContinuousClock.Instant
    private var pauseMilliseconds: UInt32 = 25

    init(seconds: Double) { end = .now + .seconds(seconds) }

    /// - Returns: false when there is no time left, and nothing was waited for.
    mutating func waits() -> Bool {
        guard ContinuousClock.now < end else { return false }
        usleep(pauseMilliseconds * 1_000)
        pauseMilliseconds = min(pauseMilliseconds * 2, 800)
        return true
    }
}

extension DatabaseServerError {
    /// A server that is on its way back says such things.
    var passes: Bool {
        switch self {
        case .notReachable, .tooManyConnections, .readOnly: true
        default: false
        }
    }
}

extension StatementFailure.Refusal {
    func meaning(at address: ServerAddress) -> DatabaseServerError {
        let server = address.description
        return switch code {
        case "53100": .full(server: server)
        case "53300": .tooManyConnections(server: server)
        case "55P03": .busy(server: server)
        case "42501": .notAllowed(server: server, details: message)
        default: .unexpected(server: server, code: code, details: message)
        }
    }
}

/// The connections that are free just now, and how to make more.
///
/// Sendable because `lock` guards everything that is not `let`.
final class ServerPool: @unchecked Sendable {
    let address: ServerAddress
    let schema: String
    let patienceSeconds: Double
    /// So many calls may read at once.
    static let connectionsMax = 4
    private let lock = NSCondition()
    private var idle: [ServerConnection] = []
    private var count = 0
    private(set) var isClosed = false

    init(_ address: ServerAddress, schema: String, patienceSeconds: Double) {
        self.address = address
        self.schema = schema
        self.patienceSeconds = patienceSeconds
    }

    var closedError: DatabaseServerError { .closed(server: address.description) }

    /// A connection of the caller's own, set up as all of ours are.
    func connect() throws(DatabaseServerError) -> ServerConnection {
        if lock.withLock({ isClosed }) { throw closedError }
        let connection = try ServerConnection(address)
        do throws(StatementFailure) {
            try PostgreSQLSession.configure(connection, schema: schema)
        } catch {
            throw error.whileConnecting(to: address)
        }
        try PostgreSQLSession.check(connection)
        return connection
    }

    /// The first connection makes the tables where they are missing.
    func openFirst() throws(DatabaseServerError) {
        let connection = try connect()
        try PostgreSQLSession.migrate(connection, schema: schema)
        lock.withLock {
            idle.append(connection)
            count += 1
        }
    }

    /// Lends a connection. One that breaks is not lent again.
    func with<Value>(_ body: (ServerConnection) throws -> Value) throws -> Value {
        let connection = try take()
        do {
            let value = try body(connection)
            give(back: connection)
            return value
        } catch StatementFailure.lost(let reason) {
            drop()
            throw StatementFailure.lost(reason: reason)
        } catch {
            give(back: connection)
            throw error
        }
    }

    private func take() throws(DatabaseServerError) -> ServerConnection {
        let waiting = lock.withLock { () -> ServerConnection? in
            while idle.isEmpty, count >= ServerPool.connectionsMax, !isClosed { lock.wait() }
            if let connection = idle.popLast() { return connection }
            count += 1
            return nil
        }
        if let waiting { return waiting }
        do throws(DatabaseServerError) {
            return try connect()
        } catch {
            drop()
            throw error
        }
    }

    private func give(back connection: ServerConnection) {
        if connection.isLost { return drop() }
        lock.withLock {
            if isClosed { count -= 1 } else { idle.append(connection) }
            lock.signal()
        }
    }

    private func drop() {
        lock.withLock {
            count -= 1
            lock.signal()
        }
    }

    func close() {
        lock.withLock {
            isClosed = true
            count -= idle.count
            idle = []
            lock.broadcast()
        }
    }
}

extension StatementFailure {
    func whileConnecting(to address: ServerAddress) -> DatabaseServerError {
        switch self {
        case .lost(let reason): .notReachable(server: address.description, reason: reason)
        case .refused(let refusal): refusal.meaning(at: address)
        }
    }
}
