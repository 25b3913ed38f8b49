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
