import JSONText

/// The error codes of the contract.
public enum WireCode: String, Sendable, CaseIterable {
    case badJSON = "BAD_JSON"
    case badFrame = "BAD_FRAME"
    case lineTooLong = "LINE_TOO_LONG"
    case invalidUTF8 = "INVALID_UTF8"
    case duplicateField = "DUPLICATE_FIELD"
    case unknownOperation = "UNKNOWN_OP"
    case badField = "BAD_FIELD"
    case unknownRoom = "UNKNOWN_ROOM"
    case roomExists = "ROOM_EXISTS"
    case notJoined = "NOT_JOINED"
    case notPermitted = "NOT_PERMITTED"
    case notAuthenticated = "NOT_AUTHENTICATED"
    case keyReused = "KEY_REUSED"
    case cursorUnknown = "CURSOR_UNKNOWN"
    case frameworkMismatch = "FRAMEWORK_MISMATCH"
    case wrongState = "WRONG_STATE"
    case rateLimited = "RATE_LIMITED"
    case busy = "BUSY"
    case storage = "STORAGE"
    case version = "VERSION"
    case internalError = "INTERNAL"

    /// What it means, for whoever writes a client.
    public var summary: String {
        switch self {
        case .badJSON: "the line is not JSON"
        case .badFrame: "the line is no object, or has no op"
        case .lineTooLong: "the line has too many bytes"
        case .invalidUTF8: "the line is not UTF-8"
        case .duplicateField: "a field stands twice in one object"
        case .unknownOperation: "there is no such operation"
        case .badField: "a field is missing, not known, or does not hold what it should"
        case .unknownRoom: "there is no such room"
        case .roomExists: "there is a room of that name already"
        case .notJoined: "whoever acts has not joined the room"
        case .notPermitted: "whoever acts, or this connection, may not do that"
        case .notAuthenticated: "no token has come yet, or none that is known"
        case .keyReused: "the key was used for another command"
        case .cursorUnknown: "the transcript has no such event, or is another one"
        case .frameworkMismatch: "the framework is not the one that the room was opened with; kept for a later version"
        case .wrongState: "it is not the moment for it; “expected” lists what is usual now"
        case .rateLimited: "faster than is allowed; send it again after “retry_ms”"
        case .busy: "too much is waiting; send it again after “retry_ms”"
        case .storage: "the transcript could not be read or written"
        case .version: "the server does not speak that version of the protocol"
        case .internalError: "a fault of the server"
        }
    }

    /// Whether sending the same again can help.
    public var mayRetry: Bool {
        switch self {
        case .rateLimited, .busy, .storage: true
        case .badJSON, .badFrame, .lineTooLong, .invalidUTF8, .duplicateField, .unknownOperation, .badField,
            .unknownRoom,
            .roomExists, .notJoined, .notPermitted, .notAuthenticated, .keyReused, .cursorUnknown, .frameworkMismatch,
            .wrongState, .version, .internalError:
            false
        }
    }
}

/// A line that was not done, as the reply says it.
public struct WireError: Error, Sendable, Hashable {
    public var code: WireCode
    public var message: String
    /// The field that is wrong.
    public var field: String?
    /// Anything else that the reply carries, such as `need`.
    public var more: [String: JSONValue]
    /// Whether sending the same again can help.
    public var mayRetry: Bool

    public init(_ code: WireCode, _ message: String, field: String? = nil, more: [String: JSONValue] = [:]) {
        self.code = code
        mayRetry = code.mayRetry
        self.message = message
        self.field = field
        self.more = more
    }
}
