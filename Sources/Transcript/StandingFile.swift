import GRDB
import GRDBSQLite
import Glibc
import Synchronization

// Whether the file that a store has open is still the one that its path names.
//
// SQLite knows a file and its log by their names alone. It goes on writing into a file that was deleted or moved, says that
// all is well, and plays any log that it finds beside a file into it, whosever log it is. So:
//
// WHILE OPEN: before and after each commit, and before a connection is made, device and inode of the path are held against
// those of the open file, and the log's likewise; and the open file itself must still say that it has a log, which it does
// not after something was copied over it. Only what stood at its path when it was on the disk is acknowledged. A store whose
// file is not there any more leaves it for good: nothing is written to it but what was acknowledged and still stands in its
// log, no log of it stays beside whatever took its place, and every call fails.
//
// AT REST: a store that was closed in order is whole without a log, and says so in bytes 18 and 19 of the file
// (`journal_mode = DELETE`), and so is every back-up. SQLite writes there that a log may exist before it makes one, and
// takes it back after the log is gone. So a log beside a file that says it has none belonged to another: a store was killed
// and a back-up put in its place. It is set aside before anything reads it, under a name that is kept.

/// A file by what it is, whatever it is called.
struct FileIdentity: Sendable, Hashable {
    fileprivate let device: UInt64
    fileprivate let number: UInt64

    /// Nil where there is no file of this name.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}

/// The file of a store that is open, and its log.
final class StandingFile: Sendable {
    private struct State {
        /// Nil until there is one.
        var log: FileIdentity?
        var isLeft = false
        var isClosed = false
    }

    private let path: String
    private let file: FileIdentity
    private let state = Mutex(State())

    init(_ path: String) throws(StoreError) {
        guard let file = FileIdentity(of: path) else { throw StoreFile.failure(path) }
        self.path = path
        self.file = file
    }

    /// Remembers the log, once there is one: while a connection is open, SQLite never makes another.
    func noteLog() {
        let log = FileIdentity(of: StoreLog.path(of: path))
        state.withLock { $0.log = log }
    }

    /// Whether the open file still has a name anywhere. This process has it open more than once, so it is found among its
    /// descriptors; where they cannot be listed, it is taken to have none.
    var hasName: Bool {
        for name in StoreFile.names(in: "/proc/self/fd") {
            var status = stat()
            guard let descriptor = Int32(name), fstat(descriptor, &status) == 0,
                UInt64(status.st_dev) == file.device, UInt64(status.st_ino) == file.number
            else { continue }
            return status.st_nlink > 0
        }
        return false
    }

    /// Whether the path names the file.
    var isFile: Bool { FileIdentity(of: path) == file }
    var isLeft: Bool { state.withLock { $0.isLeft } }
    var isClosed: Bool { state.withLock { $0.isClosed } }

    func noteClosed() { state.withLock { $0.isClosed = true } }

    /// Whether file and log stand where they did, as long as they are open.
    var isNamed: Bool {
        let state = state.withLock { $0 }
        if state.isLeft { return false }
        if state.isClosed { return true }
        guard isFile else { return false }
        return state.log == nil || FileIdentity(of: StoreLog.path(of: path)) == state.log
    }

    /// Errors: `fileReplaced`.
    func check() throws(StoreError) {
        if !isNamed { throw .fileReplaced(path: path) }
    }

    /// As `check()`, also when the file has its name and its place but something was copied over it.
    func check(_ database: Database) throws(StoreError) {
        try check()
        if isOverwritten(database) { throw .fileReplaced(path: path) }
    }

    func isOverwritten(_ database: Database) -> Bool {
        database.sqliteConnection.map { StoreLog.isExcluded($0) } ?? false
    }

    /// From now on nothing is as it was, even when the file comes back: its log may have gone on without it.
    ///
    /// - Returns: false when it was said before.
    func leave() -> Bool {
        state.withLock { state in
            defer { state.isLeft = true }
            return !state.isLeft
        }
    }

    /// Takes the log away from beside whatever stands at the path now, where it is still ours.
    func setLogAside() {
        let turn = StoreTurn(at: path)
        defer { turn.end() }
        let log = state.withLock { $0.log }
        guard log != nil, FileIdentity(of: StoreLog.path(of: path)) == log else { return }
        // Where it cannot be moved, whoever opens the other file tells them apart.
        _ = try? StoreLog.setAside(path)
    }
}

/// The log beside a store's file.
enum StoreLog {
    /// Where the file says whether it may have a log: one byte for writers and one for readers.
    private static let versionsOffset: Int64 = 18
    private static let withoutLog: UInt8 = 1
    /// `SQLITE_IOERR_SHORT_READ`: the file ends before.
    private static let shortRead: Int32 = 522

    static func path(of store: String) -> String { store + "-wal" }

    private static let asideMark = ".set-aside-"

    /// Every log that was set aside beside a store. No erasure reaches into them.
    static func allSetAside(_ store: String) -> [String] {
        let folder = StoreFile.directory(of: store)
        let start = path(of: store) + asideMark
        return StoreFile.names(in: folder).map { folder == "/" ? "/" + $0 : "\(folder)/\($0)" }
            .filter { $0.hasPrefix(start) }.sorted()
    }

    /// Whether the file of this connection says that it has no log. It is read past the log and without a lock, so this can
    /// be asked before anything else is done. False when it cannot be read.
    static func isExcluded(_ connection: OpaquePointer) -> Bool {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let found = withUnsafeMutablePointer(to: &file) {
            sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, $0)
        }
        guard found == SQLITE_OK, let file, let read = file.pointee.pMethods?.pointee.xRead else { return false }
        var versions: (UInt8, UInt8) = (0, 0)
        let code = withUnsafeMutableBytes(of: &versions) { read(file, $0.baseAddress, 2, versionsOffset) }
        return code == shortRead || code == SQLITE_OK && versions == (withoutLog, withoutLog)
    }

    /// Sets a log aside that cannot belong to the file it lies beside. In its turn, and before the file is opened.
    ///
    /// - Returns: what it is called now; nil where there was none, or nothing in it.
    static func setAsideIfForeign(_ path: String) throws(StoreError) -> String? {
        guard StoreFile.exists(self.path(of: path)), isExcluded(fileAt: path) else { return nil }
        return try setAside(path)
    }

    /// Opened by SQLite, which keeps the locks that other connections of this process hold on the file. Nothing is asked of
    /// the connection, so it looks at no log.
    private static func isExcluded(fileAt path: String) -> Bool {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK, let connection else {
            return false
        }
        return isExcluded(connection)
    }

    /// Gives a log a name of its own, so that nothing plays it into the file; an empty one goes. Its index is made from it
    /// and is worth nothing alone.
    @discardableResult
    static func setAside(_ path: String) throws(StoreError) -> String? {
        let log = self.path(of: path)
        unlink(path + "-shm")
        var status = stat()
        guard stat(log, &status) == 0 else { return nil }
        if status.st_size == 0 {
            unlink(log)
            return nil
        }
        var number = 1
        while StoreFile.exists("\(log)\(asideMark)\(number)") { number += 1 }
        let name = "\(log)\(asideMark)\(number)"
        guard rename(log, name) == 0 else { throw StoreFile.failure(path) }
        // It must not be back after a loss of power, when the file has a log of its own.
        try StoreFile.sync(StoreFile.directory(of: path))
        return name
    }
}

/// One program at a time opens or leaves the stores of a folder, so that nobody takes a log away that another has just
/// made. Where the file system has no such locks they are not kept apart, nor where somebody else holds the folder for long:
/// a job that runs us may have locked it itself.
struct StoreTurn {
    private let descriptor: Int32
    /// A turn takes some milliseconds.
    private static let triesMax = 100
    private static let microsecondsBetween: UInt32 = 20_000

    /// Waits until it is our turn, for two seconds at most.
    init(at path: String) {
        descriptor = open(StoreFile.directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        var tries = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0, tries < StoreTurn.triesMax {
            tries += 1
            usleep(StoreTurn.microsecondsBetween)
        }
    }

    func end() {
        if descriptor >= 0 { Glibc.close(descriptor) }
    }
}
