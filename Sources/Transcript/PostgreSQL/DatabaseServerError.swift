/// What can go wrong with a database server. `server` is the address without user and password.
public enum DatabaseServerError: Error, Sendable, Hashable {
    // When a connection is made.

    /// The address cannot be understood. It is left out since it may hold a password.
    case badAddress
    /// Nobody answers there; `reason` is what the system says.
    case notReachable(server: String, reason: String)
    /// The name or the password is not right.
    case signInRefused(server: String)
    /// The server has no database of this name.
    case noDatabase(server: String)
    /// All the connections that the server allows are taken.
    case tooManyConnections(server: String)
    /// A standby, or a server that was told not to write.
    case readOnly(server: String)
    /// The server confirms what is not yet on its disk, so that nothing could be acknowledged.
    case doesNotSync(server: String)
    /// The database cannot hold every character.
    case notUnicode(server: String, encoding: String)

    // What is in the database.

    /// There is a schema of our name with tables of somebody else in it.
    case foreignSchema(server: String, schema: String)
    /// Written by a newer version, whose schema is not known here.
    case newerVersion(server: String, found: Int, supported: Int)
    /// The user has no right to do what was needed; `details` is the server's own sentence.
    case notAllowed(server: String, details: String)

    // While working.

    /// The connection was lost and did not come back in time. Nothing was written.
    case connectionLost(server: String)
    /// The connection was lost while something was being written, and did not come back in time to see whether it
    /// was.
    case outcomeUnknown(server: String)
    /// No space left. Nothing was written.
    case full(server: String)
    /// Somebody else held what was needed for too long. Nothing was written.
    case busy(server: String)
    /// `close` was called before.
    case closed(server: String)
    /// Back-ups of a server are made with the tools of the server.
    case backUpElsewhere(server: String)
    /// Anything else that the server says; `code` is its SQLSTATE. Nothing was written.
    case unexpected(server: String, code: String, details: String)

    /// True when the same call may succeed later, as it is: by itself, or once somebody has made room or mended what
    /// is under the store. After `outcomeUnknown` that needs the same key, so that nothing is written twice.
    public var retryMayHelp: Bool {
        switch self {
        case .notReachable, .tooManyConnections, .readOnly, .connectionLost, .outcomeUnknown, .full, .busy: true
        default: false
        }
    }

    /// What happened and what to do next, in a sentence or two for people.
    public var explanation: String {
        switch self {
        case .badAddress:
            "The address of the database server cannot be understood. Write it like "
                + "postgres://NAME@HOST:5432/DATABASE, with special characters of a password as %40 and so on."
        case .notReachable(let server, let reason):
            "The database server \(server) does not answer: \(reason). Check the address, and that the server is "
                + "running; then try again."
        case .signInRefused(let server):
            "The database server \(server) did not accept the name or the password. Check both; a password can also "
                + "stand in PGPASSWORD or in ~/.pgpass."
        case .noDatabase(let server):
            "There is no such database at \(server). Make it with createdb, or correct the name at the end of the "
                + "address."
        case .tooManyConnections(let server):
            "The database server \(server) has no connection left for Common Ground. Close other programs that use "
                + "it, or ask for more connections (max_connections)."
        case .readOnly, .doesNotSync, .notUnicode: serverExplanation
        case .foreignSchema, .newerVersion, .notAllowed: contentExplanation
        case .connectionLost, .outcomeUnknown, .full, .busy, .closed, .backUpElsewhere, .unexpected:
            workExplanation
        }
    }

    private var serverExplanation: String {
        switch self {
        case .readOnly(let server):
            "The database server \(server) only lets people read, as a standby does. Name the server that can be "
                + "written, or name all of them with commas between."
        case .doesNotSync(let server):
            "The database server \(server) says that things are kept before they are on its disk, so an answer would "
                + "prove nothing. Turn on fsync and synchronous_commit there."
        case .notUnicode(let server, let encoding):
            "The database at \(server) is made for \(encoding) and cannot keep every letter. Make one with "
                + "createdb --encoding UTF8 --template template0."
        default: ""
        }
    }

    private var contentExplanation: String {
        switch self {
        case .foreignSchema(let server, let schema):
            "The database at \(server) has a schema \(schema) of another program, and it was left as it is. Use a "
                + "database of its own for Common Ground."
        case .newerVersion(let server, let found, let supported):
            "The transcripts at \(server) were written by a newer version of Common Ground (its format is \(found), "
                + "this version knows up to \(supported)), and were left as they are. Use the newer version."
        case .notAllowed(let server, let details):
            "The database server \(server) does not let this user do what is needed (\(details)). Make the user the "
                + "owner of the database."
        default: ""
        }
    }

    private var workExplanation: String {
        switch self {
        case .connectionLost(let server):
            "The connection to the database server \(server) was lost, and nothing of this was kept. Send it again "
                + "when the server is back."
        case .outcomeUnknown(let server):
            "The connection to the database server \(server) was lost while this was being kept. It may be there or "
                + "not: look before you send it again, or send it with the same key."
        case .full(let server):
            "There is no space left at the database server \(server), so nothing new can be kept. Free some space "
                + "there, then send the line again."
        case .busy(let server):
            "Another program is holding the tables at \(server), so nothing new can be kept. Close that program or "
                + "wait, then send the line again."
        case .closed(let server):
            "The store at \(server) was closed, so nothing more can be read or kept. Start again."
        case .backUpElsewhere(let server):
            "The transcripts at \(server) are backed up with the tools of the server: pg_dump makes a copy, and "
                + "pg_restore puts it back."
        case .unexpected(let server, let code, let details):
            "The database server \(server) could not do what was asked (SQLSTATE \(code): \(details)). Nothing was "
                + "changed. Please report this."
        default: ""
        }
    }
}
