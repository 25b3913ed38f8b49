import Facilitation
import GRDB
import Synchronization

/// Transcripts in one SQLite file; see `SQLiteSchema.swift` for the file and for what is promised.
///
/// One writer, several readers that it never blocks. Two stores, also of two processes, may stand on one
/// file.
public final class SQLiteStore: TranscriptStore {
    /// How long a call waits for another program that holds the file.
    public static let busySeconds = 5.0

    /// So much of the file stays in memory at most, in each connection: many rooms are written at once, each at its own
    /// place, and the 2 MB of SQLite's own choice hold too few of these.
    private static let cacheKilobytes = 16_000
    /// The log is moved into the file when it has so many pages (8 MB): the last page of a busy room is then written once
    /// for many lines. With four times as many, the line that waits for the move waits half a second on a slow disk.
    private static let pagesBeforeCheckpoint = 2_000

    /// Absolute path of the file.
    public let path: String
    /// What the log is called now that lay beside the file and was another's; nil where there was none.
    public let logSetAside: String?
    let pool: DatabasePool
    let watcher = SQLiteWatcher()
    let standing: StandingFile
    private let lossHeard = Mutex<(@Sendable (StoreError) -> Void)?>(nil)

    /// For whoever opened the store: a log was set aside. Nil where there is nothing to say.
    public var openingNote: String? {
        logSetAside.map { log in
            "The log that lay beside the store \(path) belonged to another file, as after a back-up was put in its place, "
                + "so nothing of it was read. It is kept as \(log): delete it when nobody needs it."
        }
    }

    public var setAsideNotes: [String] {
        StoreLog.allSetAside(path).map { log in
            "The file \(log) is an old log that was set aside. It may still hold words that were taken out of the store: "
                + "delete it when nobody needs it."
        }
    }

    /// Opens the file, making it and its directory when absent. A file of another program or of a newer
    /// version is left as it is.
    ///
    /// Errors: `cannotOpen`, `readOnly`, `notADatabase`, `foreignDatabase`, `newerVersion`, `full`, `busy`,
    /// `damaged`, `inputOutput`, `unexpected`.
    public convenience init(path: String) throws(StoreError) {
        try self.init(path: path, busySeconds: SQLiteStore.busySeconds)
    }

    init(path: String, busySeconds: Double) throws(StoreError) {
        let named = try StoreFile.absolute(path)
        try StoreFile.prepare(named)
        let path = StoreFile.resolved(named)
        self.path = path
        let turn = StoreTurn(at: path)
        defer { turn.end() }
        logSetAside = try StoreLog.setAsideIfForeign(path)
        let standing = try StandingFile(path)
        self.standing = standing
        let configuration = SQLiteStore.configuration(busySeconds: busySeconds, of: standing)
        do {
            // A plain connection first: opening the pool already writes.
            let inspection = try DatabaseQueue(path: path, configuration: configuration)
            try inspection.read { try SQLiteSchema.check($0, path: path) }
            try inspection.close()

            pool = try DatabasePool(path: path, configuration: configuration)
            // Only now: opening a pool sets NORMAL on its writer, whatever the configuration says.
            try pool.writeWithoutTransaction { writer in
                try writer.execute(sql: "PRAGMA synchronous = FULL")
                try writer.execute(sql: "PRAGMA wal_autocheckpoint = \(SQLiteStore.pagesBeforeCheckpoint)")
            }
            try SQLiteSchema.migrate(pool)
            standing.noteLog()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// - Parameter file: the one that every connection must have opened; nil where nothing is known of it yet.
    static func configuration(busySeconds: Double = busySeconds, of file: StandingFile? = nil) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try file?.check()
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cache_size = \(-cacheKilobytes)")
        }
        return configuration
    }

    public func close() throws(StoreError) {
        watcher.stop()
        if standing.isClosed { return }
        do { try pool.writeWithoutTransaction { try standing.check($0) } } catch { _ = meaning(of: error) }
        standing.noteClosed()
        // SQLite would move the log into whatever stands there now, and take away the log beside it, by their names.
        if standing.isLeft, StoreFile.exists(path) {
            _ = Unmanaged.passRetained(pool)
            return
        }
        do { try pool.close() } catch { throw StoreError(error, path: path) }
        tidyUp()
    }

    /// The pool closes its readers last, and a reader leaves the write-ahead log behind. A plain connection
    /// that is the last one moves the log into the file, so that after an orderly end the file alone is the
    /// whole store, and says so; see `StandingFile.swift`. While another program has the file open, its log stays. Failing
    /// here loses nothing: the log is read at the next opening.
    private func tidyUp() {
        let turn = StoreTurn(at: path)
        defer { turn.end() }
        guard standing.isFile, !standing.isLeft else { return }
        let last = try? DatabaseQueue(path: path, configuration: SQLiteStore.configuration())
        _ = try? last?.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
        try? last?.close()
    }

    /// Runs in one transaction of the writer; the disk has it when this returns.
    func writing(_ body: (Database) throws -> Void) throws(StoreError) {
        do {
            try pool.writeWithoutTransaction { database in
                let written = Result<Void, any Error> {
                    try database.inTransaction(.immediate) {
                        try body(database)
                        try standing.check(database)
                        return .commit
                    }
                }
                // Of a file that is another by now, anything may be said; and what was written into one that is not at the
                // path any more is not there for whoever opens the store next.
                try standing.check(database)
                try written.get()
            }
        } catch {
            throw meaning(of: error)
        }
    }

    /// Runs on one unchanging view of the file, beside the writer.
    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            try standing.check()
            return try pool.read(body)
        } catch {
            throw meaning(of: error)
        }
    }

    // MARK: A file that is not there any more

    /// Why nothing is kept any more; nil while the file stands where it did. Looked at now.
    public var loss: StoreError? {
        look()
        return standing.isLeft ? .fileReplaced(path: path) : nil
    }

    /// Calls `tell` once, on any thread, when it is noticed that the file is not there any more: a watch notices it though
    /// nobody says anything.
    public func whenLost(_ tell: @escaping @Sendable (StoreError) -> Void) { lossHeard.withLock { $0 = tell } }

    /// Leaves the file when the path does not name it any more.
    func look() {
        if !standing.isNamed { leave() }
    }

    func meaning(of error: any Error) -> StoreError {
        let error = StoreError(error, path: path)
        if case .fileReplaced = error { leave() }
        return error
    }

    /// What was acknowledged goes where it belongs: into the file itself, wherever that is now; but not into words that
    /// were copied over it, nor into a file that has no name any more and goes with this process. Where that fails, the log
    /// is kept as it is.
    private func leave() {
        guard standing.leave() else { return }
        let tell = lossHeard.withLock { $0 }
        tell?(.fileReplaced(path: path))
        _ = try? pool.writeWithoutTransaction { database in
            guard !standing.isOverwritten(database), standing.hasName else { return }
            _ = try database.checkpoint(.truncate)
        }
        standing.setLogAside()
    }
}

extension StoreError {
    /// What an error of SQLite or GRDB means here.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .unexpected(path: path, code: 0, details: String(describing: type(of: error)))
            return
        }
        let code = Int(error.extendedResultCode.rawValue)
        let details = error.message ?? ""
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_NOTADB: .notADatabase(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, details: details)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: details)
            case .SQLITE_IOERR: .inputOutput(path: path, code: code)
            default: .unexpected(path: path, code: code, details: details)
            }
    }
}
