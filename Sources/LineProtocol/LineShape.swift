import JSONText

/// One field of a line that the server sends, for `describe` and for the published schemas.
public struct LineField: Sendable {
    public var name: String
    /// Empty where the name says it.
    public var meaning: String
    /// What can stand in it, as JSON Schema (2020-12).
    public var form: JSONValue
    /// False where the line can be without it.
    public var isAlwaysThere: Bool

    init(_ name: String, _ form: JSONValue, _ meaning: String) {
        self.name = name
        self.form = form
        self.meaning = meaning
        isAlwaysThere = true
    }

    /// The same field in a line that can be without it.
    var atTimes: LineField {
        var field = self
        field.isAlwaysThere = false
        return field
    }

    var schema: JSONValue {
        guard !meaning.isEmpty, case .object(var fields) = form else { return form }
        fields["description"] = .string(meaning)
        return .object(fields)
    }
}

/// What a line of one kind, or an object inside a line, is made of.
public struct LineShape: Sendable {
    public var name: String
    public var summary: String
    public var fields: [LineField]
    /// Schemas that those of the fields refer to, by their names.
    public var definitions: [String: JSONValue]

    init(_ name: String, _ summary: String, _ fields: [LineField], definitions: [String: JSONValue] = [:]) {
        self.name = name
        self.summary = summary
        self.fields = fields
        self.definitions = definitions
    }

    /// JSON Schema (2020-12) of the object, without what it refers to.
    public var schema: JSONValue {
        guard case .object(var schema) = FieldForm.object(fields) else { return .null }
        schema["title"] = .string(name)
        schema["description"] = .string(summary)
        return .object(schema)
    }
}

/// What can stand in a field, as JSON Schema.
enum FieldForm {
    static let text: JSONValue = ["type": "string"]
    static let flag: JSONValue = ["type": "boolean"]
    static let number: JSONValue = ["type": "integer"]
    /// The number of an event.
    static let entry: JSONValue = ["type": "integer", "minimum": 1]

    static func only(_ value: JSONValue) -> JSONValue { ["const": value] }

    static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> JSONValue
    where Word.RawValue == String { word(type.allCases.map(\.rawValue)) }

    static func word(_ words: [String]) -> JSONValue {
        ["type": "string", "enum": .array(words.map(JSONValue.string))]
    }

    static func list(of form: JSONValue) -> JSONValue { ["type": "array", "items": form] }

    /// An object that has these fields and no other.
    static func object(_ fields: [LineField]) -> JSONValue {
        let schemas = Dictionary(fields.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })
        return [
            "type": "object", "properties": .object(schemas),
            "required": .array(fields.filter(\.isAlwaysThere).map { .string($0.name) }),
            "additionalProperties": false,
        ]
    }
}
