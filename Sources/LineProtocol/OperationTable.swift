import Facilitation
import JSONText

/// The operations of the protocol: its own, and every command of the blueprint's table under the same name.
public struct WireOperation: Sendable {
    public var name: String
    public var summary: String
    public var parameters: [CommandParameter]
    /// Names of parameters of which it needs one.
    public var needsOneOf: [String] = []
    /// Pairs of parameters of which it takes one.
    public var rivals: [Rivals] = []
    /// Which of the common fields it needs.
    public var needsRoom: Bool
    public var needsActor: Bool
    /// Which of the protocol's own it is; nil for a command.
    public var own: ProtocolOperation?
    /// True for what a person could have typed: it is said in a room, and becomes an entry.
    public var isCommand: Bool { own == nil }
}

public enum OperationTable {
    /// An operation of the protocol's own comes before a command of the same name: `draft` gives the draft.
    public static let all: [WireOperation] =
        ProtocolOperation.allCases.map(own)
        + CommandTable.all.filter { ProtocolOperation(rawValue: $0.name) == nil }.map(command)
    public static let names: [String] = all.map(\.name)

    public static func find(_ name: String) -> WireOperation? { byName[name] }
    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private static func command(_ command: Command) -> WireOperation {
        WireOperation(
            name: command.name, summary: command.summary,
            parameters: command.parameters + [ProtocolOperation.privately], needsOneOf: command.needsOneOf,
            rivals: command.rivals, needsRoom: true, needsActor: true, own: nil)
    }

    private static func own(_ operation: ProtocolOperation) -> WireOperation {
        WireOperation(
            name: operation.rawValue, summary: operation.summary, parameters: operation.parameters,
            rivals: operation.rivals, needsRoom: operation.needsRoom, needsActor: operation.needsActor, own: operation)
    }

    /// JSON Schema (2020-12) of an operation's line; `LineSchemas` gives it as a document of its own.
    public static func schema(of operation: WireOperation) -> JSONValue {
        var properties: [String: JSONValue] = [
            "op": ["const": .string(operation.name)],
            "id": .object(id),
            "key": ["type": "string", "pattern": "^[\\x21-\\x7e]{1,128}$"], "at": ["type": ["string", "number"]],
            "room": name("the room"), "as": name("who acts"),
        ]
        for parameter in operation.parameters { properties[parameter.name] = schema(of: parameter, in: operation) }
        var required: [JSONValue] = ["op"]
        if operation.needsRoom { required.append("room") }
        if operation.needsActor { required.append("as") }
        required += operation.parameters.filter(\.isRequired).map { .string($0.name) }
        var schema: [String: JSONValue] = [
            "title": .string(operation.name), "description": .string(operation.summary), "type": "object",
            "properties": .object(properties),
            "required": .array(required), "additionalProperties": .bool(operation.takesMore),
        ]
        if !operation.needsOneOf.isEmpty {
            schema["anyOf"] = .array(operation.needsOneOf.map { ["required": [.string($0)]] })
        }
        if !operation.rivals.isEmpty {
            schema["allOf"] = .array(
                operation.rivals.map { ["not": ["required": [.string($0.one), .string($0.other)]]] })
        }
        let partners = operation.parameters.compactMap { parameter in
            parameter.goesWith.map { (parameter.name, JSONValue.array([.string($0)])) }
        }
        if !partners.isEmpty {
            schema["dependentRequired"] = .object(Dictionary(partners, uniquingKeysWith: { first, _ in first }))
        }
        return .object(schema)
    }

    /// The client's own number for its line, in lines and in replies.
    static let id: [String: JSONValue] = [
        "type": ["string", "null"], "maxLength": .integer(ClientLine.Limit.idBytes),
        "description": .string("the client's own number for the line: \(ClientLine.Limit.idBytes) bytes at most"),
    ]

    /// JSON Schema counts characters, and a text has at least as many bytes.
    private static func name(_ meaning: String) -> JSONValue {
        let most = ClientLine.Limit.nameBytes
        return [
            "type": "string", "minLength": 1, "maxLength": .integer(most), "pattern": "^[^\\x00-\\x1f]+$",
            "description": .string("\(meaning): 1 to \(most) bytes, without control characters"),
        ]
    }

    private static func schema(of parameter: CommandParameter, in operation: WireOperation) -> JSONValue {
        let meaning = JSONValue.string(parameter.meaning)
        let isNeeded = CommandTable.find(operation.name)?.needs(parameter) == true && operation.isCommand
        switch parameter.kind {
        case .text:
            var schema: [String: JSONValue] = [
                "type": "string", "maxLength": .integer(ClientLine.Limit.textCharacters), "description": meaning,
            ]
            if isNeeded { schema["minLength"] = 1 }
            let pattern = parameter.pattern ?? (isNeeded ? ProtocolOperation.notBlank : nil)
            schema["pattern"] = pattern.map(JSONValue.string)
            return .object(schema)
        case .word(let words):
            return ["type": "string", "enum": .array(words.map(JSONValue.string)), "description": meaning]
        case .number(let range):
            var schema: [String: JSONValue] = [
                "type": "integer", "minimum": .integer(range.lowerBound), "description": meaning,
            ]
            if range.upperBound < Int.max { schema["maximum"] = .integer(range.upperBound) }
            return .object(schema)
        case .entry:
            return .object(entry.merging(["description": meaning]) { first, _ in first })
        case .entries: return list(entry, isNeeded, meaning)
        case .names: return list(["type": ["string", "integer"]], isNeeded, meaning)
        case .flag: return ["type": "boolean", "description": meaning]
        case .object: return ["type": "object", "description": meaning]
        case .words: return ["type": "array", "items": ["type": "string"], "description": meaning]
        case .versions: return ["type": "array", "items": ["type": "integer"], "description": meaning]
        }
    }

    /// The number of an entry: 14, "14", "#14" or "s14"; or what a reply told, such as "o1".
    private static let entry: [String: JSONValue] = [
        "type": ["integer", "string"], "minimum": 1, "pattern": "^(#*s?|[dao])0*[1-9][0-9]{0,17}$",
    ]

    /// One of something, or a list of them.
    private static func list(_ item: [String: JSONValue], _ isNeeded: Bool, _ meaning: JSONValue) -> JSONValue {
        var schema = item
        schema["type"] = .array((item["type"]?.array ?? []) + ["array"])
        schema["items"] = .object(item)
        schema["description"] = meaning
        if isNeeded { schema["minItems"] = 1 }
        return .object(schema)
    }
}
