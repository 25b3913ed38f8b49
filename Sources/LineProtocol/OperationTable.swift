import Facilitation
import JSONText

/// The operations of the protocol: its own, and every command of the blueprint's table under the same name.
public struct Operation: Sendable {
    public var name: String
    public var summary: String
    public var parameters: [CommandParameter]
    /// Names of parameters of which it needs one.
    public var needsOneOf: [String] = []
    /// Which of the common fields it needs.
    public var needsRoom: Bool
    public var needsActor: Bool
    /// True for what a person could have typed: it is said in a room, and becomes an entry.
    public var isCommand: Bool
}

public enum OperationTable {
    /// An operation of the protocol's own comes before a command of the same name: `draft` gives the draft.
    public static let all: [Operation] =
        ownOperations
        + CommandTable.all.filter { command in !ownOperations.contains { $0.name == command.name } }.map(operation)
    public static let names: [String] = all.map(\.name)

    public static func find(_ name: String) -> Operation? { byName[name] }
    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private static let privately = CommandParameter("private", .word(["true", "false"]), "spoken to the bot alone")

    private static func operation(_ command: Command) -> Operation {
        Operation(
            name: command.name, summary: command.summary,
            parameters: command.parameters + [privately], needsOneOf: command.needsOneOf,
            needsRoom: true, needsActor: true, isCommand: true)
    }

    private static func own(
        _ name: String, _ summary: String, room: Bool = true, actor: Bool = false, _ parameters: [CommandParameter] = []
    ) -> Operation {
        Operation(
            name: name, summary: summary, parameters: parameters, needsRoom: room, needsActor: actor, isCommand: false)
    }

    static let draftFormats = ["markdown", "text", "csv", "json", "html"]
    static let draftDocuments = [
        "draft", "aims", "minutes", "decisions", "actions", "ratings", "cover", "annex", "all",
    ]

    private static let ownOperations: [Operation] = [
        own(
            "hello", "greet, and learn limits, operations and rooms", room: false,
            [
                CommandParameter("proto", .entries, "versions that the client speaks"),
                CommandParameter("client", .text, "name and version of the client"),
                CommandParameter("caps", .names, "what the channel can do: dm, edit, react"),
                CommandParameter("token", .text, "where a token is asked for"),
            ]),
        own(
            "describe", "the JSON Schema of a line", room: false,
            [
                CommandParameter(
                    "what", .text, "the name of an operation or an event, or error; a list of all if left out")
            ]),
        own(
            "open", "make a room and its first session",
            [
                CommandParameter("title", .text, "the partnership's name"),
                CommandParameter("setup", .text, "the set-up, as an object"),
            ]),
        own(
            "say", "a line as a person wrote it; it is always kept", actor: true,
            [
                CommandParameter("text", .text, required: true, "the words"), privately,
            ]),
        own(
            "propose", "propose something", actor: true,
            [
                CommandParameter(
                    "what", .word(ProposalKind.allCases.map(\.rawValue)), required: true, "what kind of proposal"),
                CommandParameter("text", .text, required: true, "the words, or for a position the stage"),
                privately,
            ]),
        own(
            "confirm", "yes or no to what the bot asked this person", actor: true,
            [
                CommandParameter("answer", .word(["yes", "no"]), required: true, "the answer"), privately,
            ]),
        own(
            "record", "what a session adds up to",
            [CommandParameter("session", .number, "its number; the latest if left out")]),
        own(
            "draft", "a document about a session, such as the shared aims and objectives, or the minutes",
            [
                CommandParameter(
                    "format", .word(draftFormats), "markdown if left out; csv is for decisions, actions and ratings"),
                CommandParameter(
                    "document", .word(draftDocuments), "which document; the draft of everything if left out"),
                CommandParameter("what", .word(["aims", "minutes"]), "an older word: aims is the draft of everything"),
                CommandParameter("session", .number, "its number; the latest if left out"),
            ]),
        own(
            "export", "the readable transcript",
            [CommandParameter("format", .word(["markdown"]), "markdown if left out")]),
        own(
            "sync", "the events after one, byte for byte as first sent",
            [
                CommandParameter("log", .text, "the transcript's name, if it is known"),
                CommandParameter("after", .number, "the last event seen; 0 if left out"),
                CommandParameter("limit", .number, "at most so many; 500 if left out"),
            ]),
        own(
            "ack", "everything up to an event is dealt with",
            [
                CommandParameter("log", .text, "the transcript's name, if it is known"),
                CommandParameter("upto", .number, required: true, "the number of the event"),
            ]),
        own("ping", "is anybody there", room: false),
        own("bye", "the last line of a client", room: false),
    ]

    /// JSON Schema (2020-12) of an operation's line; `LineSchemas` gives it as a document of its own.
    public static func schema(of operation: Operation) -> JSONValue {
        var properties: [String: JSONValue] = [
            "op": ["const": .string(operation.name)],
            "id": ["type": ["string", "null"], "maxLength": .integer(ClientLine.Limit.idBytes)],
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
        return .object(schema)
    }

    /// JSON Schema counts characters, and a text has at least as many bytes.
    private static func name(_ meaning: String) -> JSONValue {
        let most = ClientLine.Limit.nameBytes
        return [
            "type": "string", "minLength": 1, "maxLength": .integer(most), "pattern": "^[^\\x00-\\x1f]+$",
            "description": .string("\(meaning): 1 to \(most) bytes, without control characters"),
        ]
    }

    private static func schema(of parameter: CommandParameter, in operation: Operation) -> JSONValue {
        let meaning = JSONValue.string(parameter.meaning)
        if parameter.name == "private" { return ["type": "boolean", "description": meaning] }
        if parameter.name == "setup" { return ["type": "object", "description": meaning] }
        if parameter.name == "caps" { return ["type": "array", "items": ["type": "string"], "description": meaning] }
        if parameter.name == "proto" { return ["type": "array", "items": ["type": "integer"], "description": meaning] }
        if parameter.name == "minutes" {
            return ["type": "integer", "minimum": 1, "maximum": 240, "description": meaning]
        }
        let isNeeded = CommandTable.find(operation.name)?.needs(parameter) == true && operation.isCommand
        switch parameter.kind {
        case .text:
            var schema: [String: JSONValue] = [
                "type": "string", "maxLength": .integer(ClientLine.Limit.textCharacters), "description": meaning,
            ]
            if isNeeded { schema["minLength"] = 1 }
            schema["pattern"] = parameter.pattern.map(JSONValue.string)
            return .object(schema)
        case .word(let words):
            return ["type": "string", "enum": .array(words.map(JSONValue.string)), "description": meaning]
        case .number:
            // A place in a transcript can be before its first event; all else is counted from 1.
            let least = ["after", "upto"].contains(parameter.name) ? 0 : 1
            return ["type": "integer", "minimum": .integer(least), "description": meaning]
        case .entry:
            return .object(entry.merging(["description": meaning]) { first, _ in first })
        case .entries: return list(entry, isNeeded, meaning)
        case .names: return list(["type": ["string", "integer"]], isNeeded, meaning)
        }
    }

    /// The number of an entry: 14, "14", "#14" or "s14".
    private static let entry: [String: JSONValue] = [
        "type": ["integer", "string"], "minimum": 1, "pattern": "^[#s]*[0-9]{1,18}$",
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
