import JSONText

/// JSON that this program wrote and now reads back does not have the form that it should.
public struct JSONFormError: Error, Sendable, Hashable {
    public enum Problem: Sendable, Hashable {
        case missing
        /// What should stand there: `text`, `number`, `true or false`, `list`, `object` or `date`.
        case notA(String)
        /// A word that is not in the closed list of this field.
        case unknownWord(String)
    }
    /// Where, such as `groups[0].areas[3].name`.
    public var path: String
    public var problem: Problem

    public init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }
}

/// Reads the fields of a JSON object that this program wrote; every failure names its path.
struct FieldReader {
    let fields: [String: JSONValue]
    let path: String

    init(_ value: JSONValue, path: String = "") throws(JSONFormError) {
        guard case .object(let fields) = value else {
            throw JSONFormError(path: path, problem: .notA("object"))
        }
        self.fields = fields
        self.path = path
    }

    func failure(_ key: String, _ problem: JSONFormError.Problem) -> JSONFormError {
        JSONFormError(path: path.isEmpty ? key : "\(path).\(key)", problem: problem)
    }

    func text(_ key: String) throws(JSONFormError) -> String? {
        guard let value = fields[key] else { return nil }
        guard let text = value.string else { throw failure(key, .notA("text")) }
        return text
    }

    func neededText(_ key: String) throws(JSONFormError) -> String {
        guard let text = try text(key) else { throw failure(key, .missing) }
        return text
    }

    func flag(_ key: String) throws(JSONFormError) -> Bool? {
        guard let value = fields[key] else { return nil }
        guard let flag = value.bool else { throw failure(key, .notA("true or false")) }
        return flag
    }

    func neededNumber(_ key: String) throws(JSONFormError) -> Int {
        guard let value = fields[key] else { throw failure(key, .missing) }
        guard let number = value.integer else { throw failure(key, .notA("number")) }
        return number
    }

    func word<Word: RawRepresentable>(_ key: String, _ type: Word.Type) throws(JSONFormError) -> Word?
    where Word.RawValue == String {
        guard let text = try text(key) else { return nil }
        guard let word = Word(rawValue: text) else { throw failure(key, .unknownWord(text)) }
        return word
    }

    func texts(_ key: String) throws(JSONFormError) -> [String] {
        var texts: [String] = []
        for value in try list(key) {
            guard let text = value.string else { throw failure("\(key)[\(texts.count)]", .notA("text")) }
            texts.append(text)
        }
        return texts
    }

    func list(_ key: String) throws(JSONFormError) -> [JSONValue] {
        guard let value = fields[key] else { return [] }
        guard let values = value.array else { throw failure(key, .notA("list")) }
        return values
    }

    func object(_ key: String) throws(JSONFormError) -> FieldReader? {
        guard let value = fields[key] else { return nil }
        return try FieldReader(value, path: path.isEmpty ? key : "\(path).\(key)")
    }

    /// The objects of a list, each as a reader of its own.
    func objects(_ key: String) throws(JSONFormError) -> [FieldReader] {
        var readers: [FieldReader] = []
        for value in try list(key) {
            let place = "\(path.isEmpty ? key : "\(path).\(key)")[\(readers.count)]"
            readers.append(try FieldReader(value, path: place))
        }
        return readers
    }
}

/// Collects the fields of a JSON object, leaving out what is empty, so that a key added to the format later
/// does not change the bytes (and so the hash) of what was written before.
struct FieldWriter {
    private(set) var fields: [String: JSONValue] = [:]

    mutating func put(_ key: String, _ text: String?) {
        if let text, !text.isEmpty { fields[key] = .string(text) }
    }
    mutating func put(_ key: String, _ texts: [String]) {
        put(key, texts.map(JSONValue.string))
    }
    mutating func put(_ key: String, _ values: [JSONValue]) {
        if !values.isEmpty { fields[key] = .array(values) }
    }
    mutating func put(_ key: String, _ value: JSONValue?) {
        if let value { fields[key] = value }
    }
    var value: JSONValue { .object(fields) }
}
