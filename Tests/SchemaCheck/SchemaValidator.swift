import JSONText

/// Holds values to JSON Schemas (2020-12), as far as the published ones go. A keyword that it does not know is a mistake
/// as well: what nobody looked at must not seem to be kept.
public struct SchemaValidator: Sendable {
    private let definitions: [String: JSONValue]

    /// - Parameter document: with what its schemas refer to under `$defs`.
    public init(document: JSONValue) { definitions = document["$defs"]?.object ?? [:] }

    /// What is wrong, and where; nil when the value fits.
    public func mistake(in value: JSONValue, _ schema: JSONValue, at path: String = "") -> String? {
        guard let keywords = schema.object else {
            return schema == true ? nil : "\(path): nothing may stand here"
        }
        for keyword in keywords.keys.sorted() {
            guard let rule = keywords[keyword] else { continue }
            if let mistake = mistake(in: value, keyword, rule, of: keywords, at: path) { return mistake }
        }
        return nil
    }

    private func mistake(
        in value: JSONValue, _ keyword: String, _ rule: JSONValue, of keywords: [String: JSONValue], at path: String
    ) -> String? {
        func unless(_ fits: Bool) -> String? {
            fits ? nil : "\(path): \(text(value)) breaks \(keyword) \(text(rule))"
        }
        switch keyword {
        case "$schema", "$defs", "title", "description", "format": return nil
        case "$ref": return mistake(in: value, reference: rule, at: path)
        case "type": return unless((rule.array ?? [rule]).contains { isOf(type: $0.string ?? "", value) })
        case "const": return unless(value == rule)
        case "enum": return unless(rule.array?.contains(value) == true)
        case "oneOf": return mistake(in: value, choices: rule.array ?? [], isOne: true, at: path)
        case "anyOf": return mistake(in: value, choices: rule.array ?? [], isOne: false, at: path)
        case "allOf": return (rule.array ?? []).compactMap { mistake(in: value, $0, at: path) }.first
        case "not": return unless(mistake(in: value, rule, at: path) != nil)
        case "properties", "required", "additionalProperties", "dependentRequired":
            return value.object.flatMap { mistake(inFields: $0, keyword, rule, of: keywords, at: path) }
        case "items":
            for (index, item) in (value.array ?? []).enumerated() {
                if let mistake = mistake(in: item, rule, at: "\(path)[\(index)]") { return mistake }
            }
            return nil
        case "minItems": return unless(value.array.map { $0.count >= rule.integer ?? 0 } ?? true)
        case "minLength": return unless(value.string.map { $0.unicodeScalars.count >= rule.integer ?? 0 } ?? true)
        case "maxLength": return unless(value.string.map { $0.unicodeScalars.count <= rule.integer ?? 0 } ?? true)
        case "minimum": return unless(value.integer.map { $0 >= rule.integer ?? 0 } ?? true)
        case "maximum": return unless(value.integer.map { $0 <= rule.integer ?? 0 } ?? true)
        case "pattern": return unless(value.string.map { matches($0, rule.string ?? "") } ?? true)
        default: return "\(path): the keyword \(keyword) is not known here"
        }
    }

    private func mistake(
        inFields fields: [String: JSONValue], _ keyword: String, _ rule: JSONValue, of keywords: [String: JSONValue],
        at path: String
    ) -> String? {
        let declared = keywords["properties"]?.object ?? [:]
        if keyword == "required" {
            let missing = (rule.array ?? []).first { name in name.string.map { fields[$0] == nil } ?? true }
            return missing.map { "\(path): \(text($0)) is missing" }
        }
        if keyword == "dependentRequired" {
            for name in fields.keys.sorted() {
                let lonely = rule[name]?.array?.first { partner in partner.string.map { fields[$0] == nil } ?? true }
                if let lonely { return "\(path): \(name) stands without \(text(lonely))" }
            }
            return nil
        }
        for name in fields.keys.sorted() {
            // Fields that are declared are the business of `properties`, all others of `additionalProperties`.
            let isDeclared = declared[name] != nil
            guard isDeclared == (keyword == "properties"), let field = fields[name] else { continue }
            if let mistake = mistake(in: field, declared[name] ?? rule, at: "\(path)/\(name)") { return mistake }
        }
        return nil
    }

    private func mistake(in value: JSONValue, reference: JSONValue, at path: String) -> String? {
        let prefix = "#/$defs/"
        guard let place = reference.string, place.hasPrefix(prefix),
            let schema = definitions[String(place.dropFirst(prefix.count))]
        else { return "\(path): \(text(reference)) leads nowhere" }
        return mistake(in: value, schema, at: path)
    }

    private func mistake(in value: JSONValue, choices: [JSONValue], isOne: Bool, at path: String) -> String? {
        let mistakes = choices.compactMap { mistake(in: value, $0, at: path) }
        let fitting = choices.count - mistakes.count
        if fitting == 0 { return "\(path): fits no choice: \(mistakes.joined(separator: "; ").prefix(600))" }
        return isOne && fitting > 1 ? "\(path): fits \(fitting) choices where it should fit one" : nil
    }

    private func isOf(type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("null", .null): true
        case ("integer", _): value.integer != nil || value.double.map { $0 == $0.rounded() } ?? false
        case ("number", _): value.double != nil
        default: false
        }
    }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        guard let pattern = try? Regex(pattern) else { return false }
        return text.contains(pattern)
    }

    private func text(_ value: JSONValue) -> String { String(JSONEmitter(.compact).text(value).prefix(200)) }
}
