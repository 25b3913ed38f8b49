import JSONText

/// Where something stands: in a file by line and column, in JSON from the wire by its path.
public enum Place: Sendable, Hashable {
    /// Both count from 1; columns in Unicode scalars.
    case position(line: Int, column: Int)
    /// Such as `members[2].sector`, items counted from 0; empty for the whole.
    case path(String)
    /// The file as a whole.
    case whole
}

/// A piece of a pack or set-up that knows where it stands, whether it came from YAML or from JSON.
public struct MarkedNode: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case scalar(MarkedScalar)
        case list([MarkedNode])
        case mapping([MarkedField])
    }
    public var content: Content
    public var place: Place

    public init(_ content: Content, at place: Place) {
        self.content = content
        self.place = place
    }
}

/// One key with its value.
public struct MarkedField: Sendable, Hashable {
    public var key: String
    public var keyPlace: Place
    public var value: MarkedNode

    public init(key: String, keyPlace: Place, value: MarkedNode) {
        self.key = key
        self.keyPlace = keyPlace
        self.value = value
    }
}

/// A single value. YAML without quotes does not say whether `2030` is a number or a name; the reader of the
/// key decides.
public enum MarkedScalar: Sendable, Hashable {
    case nothing
    /// YAML without quotes.
    case bare(String)
    /// Certainly a text: quoted in YAML, or a JSON string.
    case text(String)
    /// A JSON number, as written.
    case number(String)
    /// A JSON `true` or `false`.
    case flag(Bool)
}

extension MarkedNode {
    /// A tree with paths as places. Keys come in alphabetical order, because JSON's have none.
    public init(json: JSONValue, path: String = "") {
        let content: Content
        switch json {
        case .null: content = .scalar(.nothing)
        case .bool(let value): content = .scalar(.flag(value))
        case .number(let text): content = .scalar(.number(text))
        case .string(let text): content = .scalar(.text(text))
        case .array(let values):
            content = .list(values.enumerated().map { MarkedNode(json: $1, path: "\(path)[\($0)]") })
        case .object(let fields):
            let sorted = fields.sorted { $0.key < $1.key }
            content = .mapping(
                sorted.map { key, value in
                    let inner = path.isEmpty ? key : "\(path).\(key)"
                    return MarkedField(
                        key: key, keyPlace: .path(inner), value: MarkedNode(json: value, path: inner))
                })
        }
        self.init(content, at: .path(path))
    }
}
