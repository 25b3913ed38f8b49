/// What can go wrong with a store. Cases carry data; the sentences are all in `explanation`.
public enum StoreError: Error, Sendable, Hashable {
    // What the caller asked for does not fit what is there. Nothing was written.

    /// Another worker wrote this number first, or made the room anew. Read what is there now, and think about the line
    /// again.
    case lostRace(room: String, number: Int)
    /// The number does not follow on from the room's head: a mistake of the caller.
    case gap(room: String, expected: Int, found: Int)
    /// The principal has used this key in this room before. Look it up with `entry(forKey:principal:room:)`.
    case keyTaken(room: String, principal: String, key: String)
    /// A room of this name was made before.
    case roomExists(room: String)
    /// There is no room of this name.
    case unknownRoom(room: String)
    /// An acknowledgement names an entry that does not exist yet.
    case beyondHead(room: String, head: Int)
    /// Text with U+0000, which database programs cut off silently; replace it before it gets here. `field` is
    /// the property's name.
    case nullCharacter(field: String)

    /// The room has no entry of this number.
    case unknownEntry(room: String, number: Int)
    /// The room is on hold, so that nothing of it may be purged.
    case held(room: String, because: String)
    /// An entry of a transcript from elsewhere does not fit its seal.
    case doesNotFit(room: String, number: Int)

    // Where the store is.

    /// Something is wrong with a PostgreSQL server.
    case databaseServer(DatabaseServerError)
    /// Neither a store nor a home directory is known.
    case noHomeDirectory
    /// The file or its directory cannot be opened or made; `reason` is the system's own word for it.
    case cannotOpen(path: String, reason: String)
    /// The file or its directory cannot be written.
    case readOnly(path: String)
    /// The file is no SQLite database.
    case notADatabase(path: String)
    /// An SQLite database of another program.
    case foreignDatabase(path: String)
    /// Written by a newer version, whose schema is not known here.
    case newerVersion(path: String, found: Int, supported: Int)
    /// A back-up would replace a file.
    case destinationExists(path: String)
    /// The path no longer names the file that is open, or its log: they were deleted, moved, or replaced by others. A line
    /// that was refused so may stand in the file that was taken away.
    case fileReplaced(path: String)

    // While working. Nothing was written.

    /// No space left.
    case full(path: String)
    /// Another program kept the store locked for longer than the limit of `SQLiteStore.busySeconds`.
    case busy(path: String)
    /// Another program was reading, so that what was erased may still stand in the file's log.
    case remainsInLog(path: String)
    /// The file's structure is broken.
    case damaged(path: String, details: String)
    /// The disk answered with an error; `code` is SQLite's extended result code. After an error on sync
    /// (`unconfirmed`) what was refused may be there after all once the file is opened again, whole.
    case inputOutput(path: String, code: Int)
    /// Anything else that SQLite says.
    case unexpected(path: String, code: Int, details: String)

    /// `SQLITE_IOERR_FSYNC` and `SQLITE_IOERR_DIR_FSYNC`: written, and nobody knows how far.
    private static let unconfirmed = [1_034, 1_290]

    /// True when the same call may succeed later, as it is: by itself, or once somebody has made room or mended what
    /// is under the store. A damaged file stays damaged.
    public var retryMayHelp: Bool {
        switch self {
        case .lostRace, .busy, .full, .inputOutput: true
        case .databaseServer(let error): error.retryMayHelp
        default: false
        }
    }

    /// What happened and what to do next, in a sentence or two for people.
    public var explanation: String {
        switch self {
        case .lostRace(let room, let number):
            "Somebody else wrote entry #\(number) of room \(room) first. Please send the line again."
        case .gap(let room, let expected, let found):
            "Entry #\(found) of room \(room) came when #\(expected) was next, so it was not kept. This is a "
                + "fault in Common Ground; please report it."
        case .keyTaken(let room, _, let key):
            "The key \(key) was used before in room \(room). Use a new key for a new command."
        case .roomExists(let room):
            "There is already a room called \(room) in this store, and it was left as it is. Take the transcript into "
                + "another store with --store PATH."
        case .unknownRoom(let room):
            "There is no room called \(room) in this store. `commonground rooms` lists the rooms."
        case .beyondHead(let room, let head):
            "Room \(room) has only \(head) entries so far. Acknowledge an entry that you have received."
        case .nullCharacter(let field):
            "The \(field) holds the character U+0000, which cannot be kept. Take it out and send it again."
        case .unknownEntry, .held, .doesNotFit: keepingExplanation
        case .databaseServer(let error): error.explanation
        case .noHomeDirectory, .cannotOpen, .readOnly, .notADatabase,
            .foreignDatabase, .newerVersion, .destinationExists, .fileReplaced:
            placeExplanation
        case .full, .busy, .remainsInLog, .damaged, .inputOutput, .unexpected:
            diskExplanation
        }
    }

    private var keepingExplanation: String {
        switch self {
        case .unknownEntry(let room, let number):
            "Room \(room) has no entry #\(number), so nothing was changed. `commonground export` shows the numbers."
        case .held(let room, let because):
            "Room \(room) is on hold\(because.isEmpty ? "" : " (\(because))"), so nothing of it was purged. Lift the "
                + "hold first with `commonground hold \(room) --lift`."
        case .doesNotFit(let room, let number):
            "Entry #\(number) of room \(room) is not as it was sealed, so nothing was taken in. Export it again, or "
                + "use another copy."
        default: ""
        }
    }

    private var placeExplanation: String {
        switch self {
        case .noHomeDirectory:
            "It is not clear where to keep transcripts, because HOME is not set. Name a file with "
                + "--store PATH."
        case .cannotOpen(let path, let reason):
            "The store \(path) cannot be opened: \(reason). Check the path and who may use it, or name "
                + "another file with --store PATH."
        case .readOnly(let path):
            "The store \(path) cannot be written, so nothing said would be kept. Give yourself the right to "
                + "write the file and its folder, or name another file with --store PATH."
        case .notADatabase(let path):
            "The file \(path) is not a store of transcripts, and was left as it is. Name another file with "
                + "--store PATH."
        case .foreignDatabase(let path):
            "The file \(path) is the database of another program, and was left as it is. Name another file "
                + "with --store PATH."
        case .newerVersion(let path, let found, let supported):
            "The store \(path) was written by a newer version of Common Ground (its format is \(found), this "
                + "version knows up to \(supported)), and was left as it is. Use the newer version."
        case .destinationExists(let path):
            "There is already a file \(path), and it was left as it is. Give the back-up another name."
        case .fileReplaced(let path):
            "The store \(path) was deleted or moved, or something was put in its place, while this program had it open, "
                + "so nothing new is kept. Stop this program, see to the file, and start the program again."
        default: ""
        }
    }

    private var diskExplanation: String {
        switch self {
        case .full(let path):
            "There is no space left for the store \(path), so nothing new can be kept. Free some space, "
                + "then send the line again."
        case .busy(let path):
            "Another program is holding the store \(path), so nothing new can be kept. Close that program "
                + "or wait, then send the line again."
        case .remainsInLog(let path):
            "The words are erased, but the log of the store \(path) may still hold them, because another program is "
                + "reading it. Close that program, then run `commonground erase --finish`."
        case .damaged(let path, let details):
            "The store \(path) is damaged (\(details)). Keep a copy of the file, then put a back-up in "
                + "its place."
        case .inputOutput(let path, let code) where StoreError.unconfirmed.contains(code):
            "The disk could not confirm what the store \(path) wrote (SQLite code \(code)). It may be there or not "
                + "once the store is opened again. Check the disk, then send the line again with the same key."
        case .inputOutput(let path, let code):
            "The disk reported an error while the store \(path) was used (SQLite code \(code)), so nothing "
                + "new can be kept. Check the disk, then send the line again."
        case .unexpected(let path, let code, let details):
            "The store \(path) could not do what was asked (SQLite code \(code): \(details)). "
                + "Nothing was changed. Please report this."
        default: ""
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// The same as `explanation`; names rooms and paths, never anybody's words.
    public var description: String { explanation }
}
