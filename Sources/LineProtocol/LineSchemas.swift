import JSONText

/// JSON Schemas (2020-12) of every line that passes over a connection, made of the tables of operations and of the
/// server's lines.
public enum LineSchemas {
    private static let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"
    /// What `describe` calls the reply to what was not done.
    public static let errorName = ServerLineTable.error.name

    // MARK: For `describe`

    /// The reply to `describe` without a name: what there is.
    public static let contents: [String: JSONValue] = [
        "ops": .array(OperationTable.all.map { described("op", $0.name, $0.summary) }),
        "events": .array(ServerLineTable.events.map { described("ev", $0.name, $0.summary) }),
        "codes": .array(WireCode.allCases.map { described($0) }),
    ]

    private static func described(_ field: String, _ name: String, _ summary: String) -> JSONValue {
        [field: .string(name), "summary": .string(summary)]
    }

    private static func described(_ code: WireCode) -> JSONValue {
        ["code": .string(code.rawValue), "summary": .string(code.summary), "retry": .bool(code.mayRetry)]
    }

    /// The reply to `describe` with the name of an operation or an event, or with `error`; nil when nothing is called so.
    public static func description(of name: String) -> [String: JSONValue]? {
        if let operation = OperationTable.find(name) {
            return [
                "schema": alone(OperationTable.schema(of: operation)),
                "reply": alone(ServerLineTable.reply(to: operation)),
            ]
        }
        if name == errorName { return ["schema": alone(ServerLineTable.error)] }
        return ServerLineTable.events.first { $0.name == name }.map { ["schema": alone($0)] }
    }

    private static func alone(_ shape: LineShape) -> JSONValue { alone(shape.schema, shape.definitions) }

    /// A schema that is a document of its own.
    private static func alone(_ schema: JSONValue, _ definitions: [String: JSONValue] = [:]) -> JSONValue {
        guard case .object(var fields) = schema else { return schema }
        fields["$schema"] = dialect
        if !definitions.isEmpty { fields["$defs"] = .object(definitions) }
        return .object(fields)
    }

    // MARK: For a file

    /// All of them in one document: what a client may send, and what it is sent. `line-protocol.schema.json` beside this
    /// file is the same, for those who have no server at hand.
    public static var document: JSONValue {
        let common = "reply.command"
        var definitions = [errorName: ServerLineTable.error.schema, common: ServerLineTable.commandReply.schema]
        var sent: [String] = []
        for event in ServerLineTable.events {
            sent.append("event.\(event.name)")
            definitions["event.\(event.name)"] = event.schema
            definitions.merge(event.definitions) { first, _ in first }
        }
        sent += [errorName, common]
        for operation in OperationTable.all {
            definitions["operation.\(operation.name)"] = OperationTable.schema(of: operation)
            let reply = ServerLineTable.reply(to: operation)
            let isCommon = reply.name == ServerLineTable.commandReply.name
            definitions["reply.\(operation.name)"] = isCommon ? reference(to: common) : reply.schema
            if !isCommon { sent.append("reply.\(operation.name)") }
        }
        definitions["client"] = ["oneOf": references(to: OperationTable.names.map { "operation.\($0)" })]
        // Where a field may be left out, one line can be like several replies.
        definitions["server"] = ["anyOf": references(to: sent)]
        return [
            "$schema": dialect, "title": "A line between Common Ground and a client",
            "description": "client: what the server takes; server: what it sends. A later version may add fields.",
            "oneOf": references(to: ["client", "server"]), "$defs": .object(definitions),
        ]
    }

    private static func references(to names: [String]) -> JSONValue { .array(names.map { reference(to: $0) }) }

    private static func reference(to name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }
}
