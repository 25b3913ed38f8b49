import JSONText

/// The JSON that is kept with an entry, cut into the values that an event carries. What the store holds is compact JSON of
/// our own making and is copied as it stands; a transcript that was made elsewhere is read and written anew.
struct LineParts {
    private let fields: CompactJSON.Fields?
    private let values: JSONValue?

    init(_ text: String) {
        fields = text.isEmpty ? nil : CompactJSON(text).fields
        values = fields == nil && !text.isEmpty ? try? JSONScanner().scan(text) : nil
    }

    func copy(_ name: StaticString, to line: inout JSONObjectWriter) {
        if let fields {
            if let value = fields[name] { line.add(name, json: value.bytes) }
        } else if let value = values?["\(name)"] {
            line.add(name, value)
        }
    }

    /// The readings of a line. A set-up is told in the reply to `open` and in the record; an event need not carry it.
    static func readings(_ text: String) -> [[UInt8]] {
        if let elements = CompactJSON(text).elements {
            let hasSetup = elements.contains { $0.fields.map { $0["setup"] != nil } ?? false }
            if !hasSetup { return elements.map { Array($0.bytes) } }
        }
        return ((try? JSONScanner(depthLimit: 16).scan(text))?.array ?? []).map { reading in
            guard case .object(var fields) = reading else { return JSONEmitter(.compact).bytes(reading) }
            fields["setup"] = nil
            return JSONEmitter(.compact).bytes(.object(fields))
        }
    }
}
