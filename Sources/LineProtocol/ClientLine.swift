import Facilitation
import JSONText

/// One command of a client, taken apart: what every line has, and the flat parameters.
public struct ClientLine: Sendable, Hashable {
    public var operation: String
    public var id: String?
    public var room: String?
    /// Who acts.
    public var actor: String?
    /// Its body is every field of the line but `id`: what “the same body” means for a repeated key.
    public var key: CommandKey?
    public var fields: [String: JSONValue]

    /// Limits of the contract, told in `hello`.
    public enum Limit {
        public static let lineBytes = LineSplitter.lineLimitDefault
        public static let textCharacters = 8_000
        public static let depth = 8
        /// `open` with a framework inside its set-up.
        public static let openingDepth = 12
        public static let idBytes = 64
        /// Of a room or an actor.
        public static let nameBytes = RoomName.bytesMax
        public static let keyBytes = 128
    }

    /// A line that cannot be taken; `id` is known when the line parsed far enough.
    public struct Failure: Error, Sendable, Hashable {
        public var error: WireError
        public var id: String?
    }

    public static func read(_ bytes: [UInt8]) throws(Failure) -> ClientLine {
        let value = try scan(bytes)
        guard case .object(var fields) = value else {
            throw Failure(
                error: WireError(.badFrame, "A line must be one JSON object, such as {\"op\":\"ping\",\"id\":\"1\"}."),
                id: nil)
        }
        let id = try takeID(&fields)
        guard let operation = fields.removeValue(forKey: "op")?.string else {
            throw Failure(
                error: WireError(.badFrame, "The object has no “op”. The hello operation lists them."), id: nil)
        }
        var body: [UInt8] = []
        if fields["key"] != nil {
            var whole = fields
            whole["op"] = .string(operation)
            body = JSONEmitter(.compact).bytes(.object(whole))
        }
        do throws(WireError) {
            return ClientLine(
                operation: operation, id: id, room: try text("room", &fields), actor: try text("as", &fields),
                key: try takeKey(&fields).map { CommandKey(name: $0, body: body) }, fields: try withoutTime(fields))
        } catch {
            throw Failure(error: error, id: id)
        }
    }

    /// Only `open` may be deeper than the limit: a whole framework can stand inside its set-up.
    private static func scan(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        do {
            return try JSONScanner(depthLimit: Limit.depth).scan(bytes)
        } catch {
            if case .tooDeep = error.reason, let whole = try? JSONScanner(depthLimit: Limit.openingDepth).scan(bytes),
                whole["op"]?.string == "open"
            {
                return whole
            }
            throw Failure(error: ClientLine.wireError(error), id: nil)
        }
    }

    private static func takeID(_ fields: inout [String: JSONValue]) throws(Failure) -> String? {
        guard let value = fields.removeValue(forKey: "id"), value != .null else { return nil }
        guard let id = value.string, id.utf8.count <= Limit.idBytes else {
            throw Failure(
                error: WireError(.badField, "“id” must be a text of at most \(Limit.idBytes) bytes.", field: "id"),
                id: nil)
        }
        return id
    }

    private static func text(_ name: String, _ fields: inout [String: JSONValue]) throws(WireError) -> String? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        guard let text = value.string, (1...Limit.nameBytes).contains(text.utf8.count),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 })
        else {
            throw WireError(
                .badField, "“\(name)” must be a text of 1 to \(Limit.nameBytes) bytes without control characters.",
                field: name)
        }
        return text
    }

    private static func takeKey(_ fields: inout [String: JSONValue]) throws(WireError) -> String? {
        guard let value = fields.removeValue(forKey: "key") else { return nil }
        guard let key = value.string, (1...Limit.keyBytes).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
        else {
            throw WireError(
                .badField, "“key” must be 1 to \(Limit.keyBytes) visible ASCII characters without spaces.", field: "key"
            )
        }
        return key
    }

    /// `at` is the client's own idea of the time: accepted, and never used for order.
    private static func withoutTime(_ fields: [String: JSONValue]) throws(WireError) -> [String: JSONValue] {
        if !fields.values.allSatisfy(isFine) {
            for name in fields.keys.sorted() { if let value = fields[name] { try check(value, name) } }
        }
        var fields = fields
        if let time = fields.removeValue(forKey: "at") {
            switch time {
            case .string, .number: break
            default: throw WireError(.badField, "“at” must be a time, as a text or a number.", field: "at")
            }
        }
        for (name, value) in fields {
            switch value {
            case .number(let text) where Int(text) == nil: fields[name] = whole(value)
            case .array(let list): fields[name] = .array(list.map(whole))
            case .null, .bool, .number, .string, .object: break
            }
        }
        return fields
    }

    /// JSON has one kind of number: *5.0* is the whole number 5, and the schemas take it for one. What stands in
    /// objects, such as a set-up, is read as it is written.
    private static func whole(_ value: JSONValue) -> JSONValue {
        guard value.integer == nil, let number = value.double, let whole = Int(exactly: number),
            whole.magnitude <= wholeMax
        else { return value }
        return .integer(whole)
    }
    /// Beyond it a Double is no longer exact.
    private static let wholeMax: UInt = 1 << 53

    /// Whether `check` would find nothing in the value, however deep.
    private static func isFine(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): isFine(text)
        case .array(let values): values.allSatisfy(isFine)
        case .object(let fields): fields.allSatisfy { isFine($0.key) && isFine($0.value) }
        case .null, .bool, .number: true
        }
    }

    private static func isFine(_ text: String) -> Bool { !isTooLong(text) && !text.utf8.contains(0) }

    /// Counting characters takes long, and a text has at least as many bytes.
    private static func isTooLong(_ text: String) -> Bool {
        text.utf8.count > Limit.textCharacters && text.unicodeScalars.count > Limit.textCharacters
    }

    /// U+0000 is refused where it arrives: databases cut a text off there, so it could not be kept as it was said.
    private static func check(_ value: JSONValue, _ name: String) throws(WireError) {
        switch value {
        case .string(let text): try check(text, name)
        case .array(let values): for value in values { try check(value, name) }
        case .object(let fields):
            for key in fields.keys.sorted() {
                try check(key, name)
                if let value = fields[key] { try check(value, name) }
            }
        case .null, .bool, .number: break
        }
    }

    private static func check(_ text: String, _ name: String) throws(WireError) {
        if isTooLong(text) {
            throw WireError(
                .badField, "“\(name)” is longer than \(Limit.textCharacters) characters. Please send it in parts.",
                field: name)
        }
        if text.utf8.contains(0) {
            throw WireError(
                .badField, "“\(name)” holds the character U+0000, which cannot be kept. Send it again without it.",
                field: name)
        }
    }

    private static func wireError(_ error: JSONScanError) -> WireError {
        switch error.reason {
        case .duplicateKey(let name):
            WireError(.duplicateField, "The field “\(name)” stands twice in one object. Send it once.", field: name)
        case .tooDeep:
            WireError(
                .badJSON,
                "More than \(Limit.depth) lists and objects stand inside each other, or \(Limit.openingDepth) in “open”, at byte \(error.offset). Send fewer levels."
            )
        case .loneSurrogate:
            WireError(
                .badJSON,
                "Half a character stands at byte \(error.offset): an escape from \\ud800 to \\udfff needs its other half beside it. Send the whole character."
            )
        case .invalidUTF8: WireError(.invalidUTF8, "The line is not UTF-8 at byte \(error.offset).")
        default: WireError(.badJSON, "The line is not JSON: it goes wrong at byte \(error.offset).")
        }
    }
}
