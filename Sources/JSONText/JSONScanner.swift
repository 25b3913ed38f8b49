/// Why some bytes are not the JSON that was wanted, and where.
public struct JSONScanError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The bytes end before the value does.
        case unexpectedEnd
        /// A byte that JSON does not allow at this place.
        case unexpectedByte(UInt8)
        /// Not a number of RFC 8259: a leading zero, a missing digit, a bare minus sign.
        case malformedNumber
        /// A backslash that is not followed by one of the escapes of RFC 8259.
        case malformedEscape
        /// A control character (U+0000 to U+001F) that stands bare inside a string.
        case bareControl(UInt8)
        /// `\uD800` to `\uDFFF` that is not half of a proper pair.
        case loneSurrogate
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// The same name twice in one object. Parsers differ on which one wins, so neither does.
        case duplicateKey(String)
        /// More arrays and objects inside each other than `limit`.
        case tooDeep(limit: Int)
        /// Something other than white space after the value.
        case trailingBytes
    }

    public let reason: Reason
    /// Bytes before the fault, from 0 to the number of bytes given. For a doubled key and for an escape it
    /// is where the key or the escape begins; for a number it is where the number stops making sense.
    public let offset: Int

    public init(_ reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

/// Reads one JSON text (RFC 8259) from bytes, strictly.
///
/// Foundation reads fewer messages a second than the line protocol promises and keeps the last of two equal
/// keys, hence a reader of our own. Each byte is looked at a fixed number of times, so that no text within
/// the line limit is slow.
///
/// Two keys that Swift holds to be equal (the same letters, composed and decomposed) count as the same key.
public struct JSONScanner: Sendable {
    /// Eight levels carry every message of the line protocol.
    public static let depthLimitDefault = 8
    /// The reader calls itself once a level: this keeps the stack of any thread safe.
    public static let depthLimitMax = 256

    /// How many arrays and objects may stand inside each other; `[]` is one level, `7` is none.
    public let depthLimit: Int

    /// - Parameter depthLimit: from 0 to ``depthLimitMax``; values outside are brought to the nearer end.
    public init(depthLimit: Int = JSONScanner.depthLimitDefault) {
        self.depthLimit = min(max(depthLimit, 0), Self.depthLimitMax)
    }

    /// The value that the bytes spell, all of them, save white space around it.
    public func scan(_ bytes: Span<UInt8>) throws(JSONScanError) -> JSONValue {
        do {
            _ = try UTF8Span(validating: bytes)
        } catch {
            throw JSONScanError(.invalidUTF8, offset: error.byteOffsets.lowerBound)
        }
        var cursor = 0
        let value = try scanValue(bytes, &cursor, depth: 0)
        skipSpace(bytes, &cursor)
        guard cursor == bytes.count else { throw JSONScanError(.trailingBytes, offset: cursor) }
        return value
    }

    /// The value that the bytes spell, all of them, save white space around it.
    public func scan(_ bytes: [UInt8]) throws(JSONScanError) -> JSONValue { try scan(bytes.span) }

    /// The value that the text spells. Offsets in errors count UTF-8 bytes.
    public func scan(_ text: String) throws(JSONScanError) -> JSONValue { try scan(Array(text.utf8).span) }
}

extension JSONScanner {
    private func skipSpace(_ bytes: Span<UInt8>, _ cursor: inout Int) {
        while cursor < bytes.count {
            switch bytes[cursor] {
            case 0x20, 0x09, 0x0A, 0x0D: cursor += 1
            default: return
            }
        }
    }

    /// The next byte that is not white space, which is left for the caller to take.
    private func peek(_ bytes: Span<UInt8>, _ cursor: inout Int) throws(JSONScanError) -> UInt8 {
        skipSpace(bytes, &cursor)
        guard cursor < bytes.count else { throw JSONScanError(.unexpectedEnd, offset: cursor) }
        return bytes[cursor]
    }

    private func scanValue(
        _ bytes: Span<UInt8>, _ cursor: inout Int, depth: Int
    ) throws(JSONScanError) -> JSONValue {
        let first = try peek(bytes, &cursor)
        switch first {
        case UInt8(ascii: "\""):
            return .string(try scanString(bytes, &cursor))
        case UInt8(ascii: "{"):
            return try scanObject(bytes, &cursor, depth: depth + 1)
        case UInt8(ascii: "["):
            return try scanArray(bytes, &cursor, depth: depth + 1)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try scanNumber(bytes, &cursor))
        case UInt8(ascii: "t"):
            try expect("true", bytes, &cursor)
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect("false", bytes, &cursor)
            return .bool(false)
        case UInt8(ascii: "n"):
            try expect("null", bytes, &cursor)
            return .null
        default:
            throw JSONScanError(.unexpectedByte(first), offset: cursor)
        }
    }

    private func expect(
        _ word: StaticString, _ bytes: Span<UInt8>, _ cursor: inout Int
    ) throws(JSONScanError) {
        for position in 0..<word.utf8CodeUnitCount {
            guard cursor < bytes.count else { throw JSONScanError(.unexpectedEnd, offset: cursor) }
            guard bytes[cursor] == word.utf8Start[position] else {
                throw JSONScanError(.unexpectedByte(bytes[cursor]), offset: cursor)
            }
            cursor += 1
        }
    }

    private func scanObject(
        _ bytes: Span<UInt8>, _ cursor: inout Int, depth: Int
    ) throws(JSONScanError) -> JSONValue {
        guard depth <= depthLimit else { throw JSONScanError(.tooDeep(limit: depthLimit), offset: cursor) }
        cursor += 1
        var fields: [String: JSONValue] = [:]
        if try peek(bytes, &cursor) == UInt8(ascii: "}") {
            cursor += 1
            return .object(fields)
        }
        // Messages have about nine fields: room for them at once saves growing the table three times.
        fields.reserveCapacity(12)
        while true {
            let quote = try peek(bytes, &cursor)
            let keyOffset = cursor
            guard quote == UInt8(ascii: "\"") else {
                throw JSONScanError(.unexpectedByte(quote), offset: cursor)
            }
            let key = try scanString(bytes, &cursor)
            let colon = try peek(bytes, &cursor)
            guard colon == UInt8(ascii: ":") else {
                throw JSONScanError(.unexpectedByte(colon), offset: cursor)
            }
            cursor += 1
            let value = try scanValue(bytes, &cursor, depth: depth)
            guard fields.updateValue(value, forKey: key) == nil else {
                throw JSONScanError(.duplicateKey(key), offset: keyOffset)
            }
            if try endsList(with: UInt8(ascii: "}"), bytes, &cursor) { return .object(fields) }
        }
    }

    private func scanArray(
        _ bytes: Span<UInt8>, _ cursor: inout Int, depth: Int
    ) throws(JSONScanError) -> JSONValue {
        guard depth <= depthLimit else { throw JSONScanError(.tooDeep(limit: depthLimit), offset: cursor) }
        cursor += 1
        var values: [JSONValue] = []
        if try peek(bytes, &cursor) == UInt8(ascii: "]") {
            cursor += 1
            return .array(values)
        }
        while true {
            values.append(try scanValue(bytes, &cursor, depth: depth))
            if try endsList(with: UInt8(ascii: "]"), bytes, &cursor) { return .array(values) }
        }
    }

    /// Takes a comma (more to come: false) or the closing bracket (true).
    private func endsList(
        with close: UInt8, _ bytes: Span<UInt8>, _ cursor: inout Int
    ) throws(JSONScanError) -> Bool {
        let byte = try peek(bytes, &cursor)
        guard byte == close || byte == UInt8(ascii: ",") else {
            throw JSONScanError(.unexpectedByte(byte), offset: cursor)
        }
        cursor += 1
        return byte == close
    }

    /// True if the bytes, all of them, are a number of RFC 8259.
    static func isNumber(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 0 else { return false }
        var cursor = 0
        do throws(JSONScanError) {
            try JSONScanner().skipNumber(bytes, &cursor)
            return cursor == bytes.count
        } catch {
            return false
        }
    }

    private func scanNumber(_ bytes: Span<UInt8>, _ cursor: inout Int) throws(JSONScanError) -> String {
        let start = cursor
        try skipNumber(bytes, &cursor)
        return text(of: bytes, from: start, to: cursor)
    }

    private func skipNumber(_ bytes: Span<UInt8>, _ cursor: inout Int) throws(JSONScanError) {
        if bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
        if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "0") {
            cursor += 1
            if cursor < bytes.count, isDigit(bytes[cursor]) {
                throw JSONScanError(.malformedNumber, offset: cursor)
            }
        } else {
            try scanDigits(bytes, &cursor)
        }
        if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ".") {
            cursor += 1
            try scanDigits(bytes, &cursor)
        }
        if cursor < bytes.count, bytes[cursor] | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            let isSigned = cursor < bytes.count && (bytes[cursor] == 0x2B || bytes[cursor] == 0x2D)  // + or -
            if isSigned { cursor += 1 }
            try scanDigits(bytes, &cursor)
        }
    }

    /// One digit or more.
    private func scanDigits(_ bytes: Span<UInt8>, _ cursor: inout Int) throws(JSONScanError) {
        guard cursor < bytes.count else { throw JSONScanError(.unexpectedEnd, offset: cursor) }
        guard isDigit(bytes[cursor]) else { throw JSONScanError(.malformedNumber, offset: cursor) }
        while cursor < bytes.count, isDigit(bytes[cursor]) { cursor += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// The caller has made sure that the bytes are UTF-8 and cuts them only beside ASCII, so that the piece
    /// is UTF-8 too.
    private func text(of bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
        bytes.extracting(start..<end).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension JSONScanner {
    /// A string from its opening quote to its closing one.
    private func scanString(_ bytes: Span<UInt8>, _ cursor: inout Int) throws(JSONScanError) -> String {
        let start = cursor + 1
        cursor = start
        while cursor < bytes.count {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\"") {
                cursor += 1
                return text(of: bytes, from: start, to: cursor - 1)
            }
            if byte == UInt8(ascii: "\\") { return try scanEscapedString(bytes, &cursor, from: start) }
            guard byte >= 0x20 else { throw JSONScanError(.bareControl(byte), offset: cursor) }
            cursor += 1
        }
        throw JSONScanError(.unexpectedEnd, offset: cursor)
    }

    /// The rest of a string whose first escape is at the cursor; the bytes since `start` need no change.
    private func scanEscapedString(
        _ bytes: Span<UInt8>, _ cursor: inout Int, from start: Int
    ) throws(JSONScanError) -> String {
        var unescaped: [UInt8] = []
        unescaped.reserveCapacity(cursor - start + 64)
        for position in start..<cursor { unescaped.append(bytes[position]) }
        while cursor < bytes.count {
            let byte = bytes[cursor]
            switch byte {
            case UInt8(ascii: "\""):
                cursor += 1
                return String(decoding: unescaped, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try scanEscape(bytes, &cursor, into: &unescaped)
            case 0..<0x20:
                throw JSONScanError(.bareControl(byte), offset: cursor)
            default:
                unescaped.append(byte)
                cursor += 1
            }
        }
        throw JSONScanError(.unexpectedEnd, offset: cursor)
    }

    private func scanEscape(
        _ bytes: Span<UInt8>, _ cursor: inout Int, into unescaped: inout [UInt8]
    ) throws(JSONScanError) {
        let start = cursor
        guard start + 1 < bytes.count else { throw JSONScanError(.unexpectedEnd, offset: bytes.count) }
        cursor += 2
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): unescaped.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): unescaped.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): unescaped.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = try scanUnicodeEscape(bytes, &cursor, from: start)
            unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default:
            throw JSONScanError(.malformedEscape, offset: start)
        }
    }

    /// `\uXXXX`, or two of them that are a surrogate pair. The cursor stands on the first hexadecimal digit.
    private func scanUnicodeEscape(
        _ bytes: Span<UInt8>, _ cursor: inout Int, from start: Int
    ) throws(JSONScanError) -> Unicode.Scalar {
        let first = try scanHexadecimal(bytes, &cursor, from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00 else { throw JSONScanError(.loneSurrogate, offset: start) }
        for expected in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
            guard cursor < bytes.count else { throw JSONScanError(.unexpectedEnd, offset: cursor) }
            guard bytes[cursor] == expected else { throw JSONScanError(.loneSurrogate, offset: start) }
            cursor += 1
        }
        let second = try scanHexadecimal(bytes, &cursor, from: cursor - 2)
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONScanError(.loneSurrogate, offset: start) }
        return scalar
    }

    /// Four hexadecimal digits; `start` is where their escape begins.
    private func scanHexadecimal(
        _ bytes: Span<UInt8>, _ cursor: inout Int, from start: Int
    ) throws(JSONScanError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard cursor < bytes.count else { throw JSONScanError(.unexpectedEnd, offset: cursor) }
            let byte = bytes[cursor]
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw JSONScanError(.malformedEscape, offset: start)
            }
            value = value << 4 | UInt32(digit)
            cursor += 1
        }
        return value
    }
}
