import GRDB
import Glibc

extension SQLiteStore {
    public func backUp(to destination: String) throws(StoreError) {
        let destination = try StoreFile.absolute(destination)
        guard !StoreFile.exists(destination) else { throw .destinationExists(path: destination) }
        let unfinished = destination + ".unfinished"
        unlink(unfinished)
        try StoreFile.prepare(unfinished)
        defer { unlink(unfinished) }
        do {
            // One view of the store, without the remains of anything deleted.
            try pool.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
            try SQLiteStore.giveNewLogs(unfinished)
        } catch {
            throw StoreError(error, path: destination)
        }
        try StoreFile.sync(unfinished)
        // A link fails where a file of that name has come up meanwhile; a rename would replace it.
        guard link(unfinished, destination) == 0 else { throw StoreFile.failure(destination) }
        try StoreFile.sync(StoreFile.directory(of: destination))
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
