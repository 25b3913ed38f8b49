import GRDB
import Glibc

extension SQLiteStore {
    public func backUp(to destination: String) throws(StoreError) {
        let destination = try StoreFile.absolute(destination)
        guard !StoreFile.exists(destination) else { throw .destinationExists(path: destination) }
        // A name that nobody else has: what lies beside it may be somebody's own.
        let unfinished = destination + ".unfinished-" + String(UInt64.random(in: .min ... .max), radix: 16)
        try StoreFile.prepare(unfinished)
        defer { unlink(unfinished) }
        do {
            try standing.check()
            // One view of the store, without the remains of anything deleted. A file that SQLite makes so has no log and
            // says so: see `StandingFile.swift`.
            try pool.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
            try SQLiteStore.giveNewLogs(unfinished)
        } catch let error as StoreError {
            throw meaning(of: error)
        } catch {
            throw StoreError(error, path: destination)
        }
        try StoreFile.sync(unfinished)
        try SQLiteStore.move(unfinished, to: destination)
        try StoreFile.sync(StoreFile.directory(of: destination))
    }

    /// Gives the finished copy its name, unless a file of that name has come up meanwhile.
    ///
    /// A hard link would do both in one step, but memory sticks and many shares have none. So an empty file takes the name
    /// first, and the copy takes its place.
    private static func move(_ finished: String, to destination: String) throws(StoreError) {
        let descriptor = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, StoreFile.mode)
        guard descriptor >= 0 else { throw StoreFile.failure(destination) }
        Glibc.close(descriptor)
        guard rename(finished, destination) == 0 else {
            let failure = StoreFile.failure(destination)
            unlink(destination)
            throw failure
        }
    }

    /// The copy goes its own way from here, so clients that hold a place in the original must notice.
    private static func giveNewLogs(_ path: String) throws {
        let copy = try DatabaseQueue(path: path, configuration: configuration())
        try copy.write { database in
            for room in try String.fetchAll(database, sql: "SELECT room FROM rooms") {
                try database.execute(
                    sql: "UPDATE rooms SET log = ? WHERE room = ?", arguments: [NewRoom.makeLog(), room])
            }
        }
        try copy.close()
    }
}
