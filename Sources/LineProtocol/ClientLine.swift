import JSONText

/// One command of a client, taken apart: what every line has, and the flat parameters.
public struct ClientLine: Sendable, Hashable {
    public var operation: String
    public var id: String?
    public var room: String?
    /// Who acts.
    public var actor: String?
    public var key: String?
    public var fields: [String: JSONValue]
    /// Every field but `id`, as canonical bytes: what "the same body" means for a repeated key.
    public var body: [UInt8]

    /// Limits of the contract, told in `hello`.
    public enum Limit {
        public static let lineBytes = 65_536
        public static let textCharacters = 8_000
        public static let depth = 8
        /// `open` with a framework inside its set-up.
        public static let openingDepth = 12
        public static let idBytes = 64
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
                error: WireError(.badFrame, "The object has no “op”. The hello operation lists them."), id: id)
        }
        var body = fields
        body["op"] = .string(operation)
        do throws(WireError) {
            return ClientLine(
                operation: operation, id: id, room: try text("room", &fields), actor: try text("as", &fields),
                key: try takeKey(&fields), fields: try withoutTime(fields),
                body: JSONEmitter(.compact).bytes(.object(body)))
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
        guard let text = value.string, !text.isEmpty, text.utf8.count <= 200,
            !text.unicodeScalars.contains(where: { $0.value < 0x20 })
        else {
            throw WireError(
                .badField, "“\(name)” must be a text of 1 to 200 bytes without control characters.", field: name)
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
        for name in fields.keys.sorted() {
            for text in fields[name].map(texts) ?? [] { try check(text, name) }
        }
        var fields = fields
        switch fields.removeValue(forKey: "at") {
        case nil, .string, .number: return fields
        default: throw WireError(.badField, "“at” must be a time, as a text or a number.", field: "at")
        }
    }

    /// Every text in a value, however deep.
    private static func texts(in value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let values): values.flatMap(texts)
        case .object(let fields): fields.keys.sorted().flatMap { [$0] + (fields[$0].map(texts) ?? []) }
        case .null, .bool, .number: []
        }
    }

    /// U+0000 is refused where it arrives: databases cut a text off there, so it could not be kept as it was said.
    private static func check(_ text: String, _ name: String) throws(WireError) {
        if text.unicodeScalars.count > Limit.textCharacters {
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
                "The line is nested deeper than \(Limit.depth) levels, or \(Limit.openingDepth) in “open”, at byte \(error.offset)."
            )
        case .invalidUTF8: WireError(.invalidUTF8, "The line is not UTF-8 at byte \(error.offset).")
        default: WireError(.badJSON, "The line is not JSON: it goes wrong at byte \(error.offset).")
        }
    }
}
