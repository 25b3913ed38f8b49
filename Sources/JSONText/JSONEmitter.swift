/// Writes JSON (RFC 8259) as UTF-8. The same value always gives the same bytes: keys are sorted by their
/// UTF-8 bytes.
///
/// Letters of every script are written as they are; `"`, `\` and ``HiddenCharacters`` are escaped, the
/// latter always as `\uXXXX` with small letters (two of them, a surrogate pair, above U+FFFF).
public struct JSONEmitter: Sendable {
    public enum Layout: Hashable, Sendable {
        /// One line without spaces, for programs.
        case compact
        /// One field a line, indented by two spaces a level, for files that people read. No newline at the
        /// end.
        case pretty
    }

    public let layout: Layout

    public init(_ layout: Layout = .compact) { self.layout = layout }

    /// The value as UTF-8 bytes, without a newline at the end.
    public func bytes(_ value: JSONValue) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(256)
        append(value, to: &output)
        return output
    }

    /// The value as text, without a newline at the end.
    public func text(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

    /// Adds the value to bytes that are already there, so that one buffer can take many lines.
    public func append(_ value: JSONValue, to output: inout [UInt8]) { append(value, to: &output, level: 0) }
}

extension JSONEmitter {
    private func append(_ value: JSONValue, to output: inout [UInt8], level: Int) {
        switch value {
        case .null: Self.appendWord("null", to: &output)
        case .bool(true): Self.appendWord("true", to: &output)
        case .bool(false): Self.appendWord("false", to: &output)
        case .number(let text): appendNumber(text, to: &output)
        case .string(let text): Self.appendString(text, to: &output)
        case .array(let values): appendArray(values, to: &output, level: level)
        case .object(let fields): appendObject(fields, to: &output, level: level)
        }
    }

    private static func appendWord(_ word: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// A number made by a program may hold text that is none, such as `nan`. It is written as `null`, as
    /// JavaScript does: a wrong line would cost the reader the whole message.
    private func appendNumber(_ text: String, to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: text.utf8)
        guard !JSONScanner.isNumber(output.span.extracting(start..<output.count)) else { return }
        output.removeLast(output.count - start)
        Self.appendWord("null", to: &output)
    }

    private func appendArray(_ values: [JSONValue], to output: inout [UInt8], level: Int) {
        output.append(UInt8(ascii: "["))
        for (position, value) in values.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            startLine(in: &output, level: level + 1)
            append(value, to: &output, level: level + 1)
        }
        if !values.isEmpty { startLine(in: &output, level: level) }
        output.append(UInt8(ascii: "]"))
    }

    private func appendObject(_ fields: [String: JSONValue], to output: inout [UInt8], level: Int) {
        output.append(UInt8(ascii: "{"))
        let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (position, field) in sorted.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            startLine(in: &output, level: level + 1)
            Self.appendString(field.key, to: &output)
            output.append(UInt8(ascii: ":"))
            if layout == .pretty { output.append(UInt8(ascii: " ")) }
            append(field.value, to: &output, level: level + 1)
        }
        if !sorted.isEmpty { startLine(in: &output, level: level) }
        output.append(UInt8(ascii: "}"))
    }

    private func startLine(in output: inout [UInt8], level: Int) {
        guard layout == .pretty else { return }
        output.append(0x0A)
        for _ in 0..<level { Self.appendWord("  ", to: &output) }
    }
}

extension JSONEmitter {
    static func appendString(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { appendEscaped($0, to: &output) }
        output.append(UInt8(ascii: "\""))
    }

    /// Copies runs of bytes that need no change in one go; looks closely only at what might.
    private static func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var runStart = 0
        var cursor = 0
        while cursor < bytes.count {
            let byte = bytes[cursor]
            let isQuoted = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
            if 0x20..<0x7F ~= byte, !isQuoted {
                cursor += 1
                continue
            }
            let (scalar, length) = Self.scalar(at: cursor, in: bytes)
            if isQuoted || HiddenCharacters.contains(scalar) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<cursor]))
                if isQuoted {
                    output.append(UInt8(ascii: "\\"))
                    output.append(byte)
                } else {
                    appendUnicodeEscape(scalar, to: &output)
                }
                runStart = cursor + length
            }
            cursor += length
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<bytes.count]))
    }

    /// The scalar that begins at a place in UTF-8 known to be valid, and its length in bytes.
    static func scalar<Bytes: RandomAccessCollection>(at place: Int, in bytes: Bytes) -> (UInt32, Int)
    where Bytes.Element == UInt8, Bytes.Index == Int {
        func tail(_ distance: Int) -> UInt32 { UInt32(bytes[place + distance] & 0x3F) }
        let lead = UInt32(bytes[place])
        switch lead {
        case 0xF0...: return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
        case 0xE0...: return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
        case 0x80...: return ((lead & 0x1F) << 6 | tail(1), 2)
        default: return (lead, 1)
        }
    }

    private static func appendUnicodeEscape(_ scalar: UInt32, to output: inout [UInt8]) {
        guard scalar > 0xFFFF else { return appendCodeUnitEscape(scalar, to: &output) }
        let offset = scalar - 0x10000
        appendCodeUnitEscape(0xD800 + offset >> 10, to: &output)
        appendCodeUnitEscape(0xDC00 + offset & 0x3FF, to: &output)
    }

    private static func appendCodeUnitEscape(_ codeUnit: UInt32, to output: inout [UInt8]) {
        appendWord("\\u", to: &output)
        for shift: UInt32 in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: codeUnit >> shift & 0xF)
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
