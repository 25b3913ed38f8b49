import JSONText

/// The bytes of a JSON value with sorted keys and no spaces, for hashing. The same value always gives the
/// same bytes.
enum CanonicalBytes {
    static func of(_ value: JSONValue) -> [UInt8] {
        var output: [UInt8] = []
        append(value, to: &output)
        return output
    }

    private static func append(_ value: JSONValue, to output: inout [UInt8]) {
        switch value {
        case .null: output += "null".utf8
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .number(let text): output += text.utf8
        case .string(let text): append(text, to: &output)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, item) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                append(item, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let fields):
            output.append(UInt8(ascii: "{"))
            let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (index, field) in sorted.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                append(field.key, to: &output)
                output.append(UInt8(ascii: ":"))
                append(field.value, to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Texts of packs hold no control characters (`MappingReader.isHidden`), so quotes and backslashes are
    /// all there is to escape.
    private static func append(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { output.append(UInt8(ascii: "\\")) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }
}
