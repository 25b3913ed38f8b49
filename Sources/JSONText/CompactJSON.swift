/// A JSON text as `JSONEmitter(.compact)` writes it, taken apart where it stands: its parts can be copied to where they are
/// wanted without making values of them.
///
/// It has no parts when it is anything else, which is left to `JSONScanner`: not JSON, JSON with white space between its
/// parts, or with ``HiddenCharacters`` that stand there bare. Two equal names are not looked for.
public struct CompactJSON: Sendable, Hashable {
    public let bytes: ArraySlice<UInt8>

    /// How many arrays and objects may stand inside each other.
    private static let depthLimit = 32

    public init(_ text: String) { bytes = Array(text.utf8)[...] }

    private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The fields of an object, in order; nil when it is none.
    public var fields: Fields? {
        var all = Fields()
        var cursor = bytes.startIndex
        guard take(UInt8(ascii: "{"), &cursor) else { return nil }
        if take(UInt8(ascii: "}"), &cursor) { return cursor == bytes.endIndex ? all : nil }
        while true {
            let start = cursor
            guard skipString(&cursor) else { return nil }
            let name = bytes[(start + 1)..<(cursor - 1)]
            guard take(UInt8(ascii: ":"), &cursor) else { return nil }
            let valueStart = cursor
            guard skipValue(&cursor, depth: 1) else { return nil }
            all.list.append((name, CompactJSON(bytes[valueStart..<cursor])))
            if take(UInt8(ascii: ","), &cursor) { continue }
            guard take(UInt8(ascii: "}"), &cursor), cursor == bytes.endIndex else { return nil }
            return all
        }
    }

    /// The elements of an array; nil when it is none.
    public var elements: [CompactJSON]? {
        var all: [CompactJSON] = []
        var cursor = bytes.startIndex
        guard take(UInt8(ascii: "["), &cursor) else { return nil }
        if take(UInt8(ascii: "]"), &cursor) { return cursor == bytes.endIndex ? all : nil }
        while true {
            let start = cursor
            guard skipValue(&cursor, depth: 1) else { return nil }
            all.append(CompactJSON(bytes[start..<cursor]))
            if take(UInt8(ascii: ","), &cursor) { continue }
            guard take(UInt8(ascii: "]"), &cursor), cursor == bytes.endIndex else { return nil }
            return all
        }
    }

    public struct Fields: Sendable {
        fileprivate(set) var list: [(name: ArraySlice<UInt8>, value: CompactJSON)] = []

        /// - Parameter name: one that is written without escapes.
        public subscript(_ name: StaticString) -> CompactJSON? {
            let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
            return list.first { $0.name.elementsEqual(wanted) }?.value
        }
    }
}

extension CompactJSON {
    private func take(_ byte: UInt8, _ cursor: inout Int) -> Bool {
        guard cursor < bytes.endIndex, bytes[cursor] == byte else { return false }
        cursor += 1
        return true
    }

    private func skipValue(_ cursor: inout Int, depth: Int) -> Bool {
        guard cursor < bytes.endIndex, depth <= CompactJSON.depthLimit else { return false }
        switch bytes[cursor] {
        case UInt8(ascii: "\""): return skipString(&cursor)
        case UInt8(ascii: "{"): return skipList(&cursor, isObject: true, depth: depth + 1)
        case UInt8(ascii: "["): return skipList(&cursor, isObject: false, depth: depth + 1)
        case UInt8(ascii: "t"): return skip("true", &cursor)
        case UInt8(ascii: "f"): return skip("false", &cursor)
        case UInt8(ascii: "n"): return skip("null", &cursor)
        default: return skipNumber(&cursor)
        }
    }

    private func skipList(_ cursor: inout Int, isObject: Bool, depth: Int) -> Bool {
        let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        cursor += 1
        if take(close, &cursor) { return true }
        while true {
            if isObject { guard skipString(&cursor), take(UInt8(ascii: ":"), &cursor) else { return false } }
            guard skipValue(&cursor, depth: depth) else { return false }
            if take(close, &cursor) { return true }
            guard take(UInt8(ascii: ","), &cursor) else { return false }
        }
    }

    private func skip(_ word: StaticString, _ cursor: inout Int) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[cursor...].starts(with: wanted) else { return false }
        cursor += wanted.count
        return true
    }

    private func skipNumber(_ cursor: inout Int) -> Bool {
        let start = cursor
        while cursor < bytes.endIndex {
            switch bytes[cursor] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                cursor += 1
                continue
            default: break
            }
            break
        }
        return bytes[start..<cursor].withContiguousStorageIfAvailable { JSONScanner.isNumber($0.span) } ?? false
    }

    /// A string from its opening quote past its closing one.
    private func skipString(_ cursor: inout Int) -> Bool {
        guard take(UInt8(ascii: "\""), &cursor) else { return false }
        while cursor < bytes.endIndex {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\\") {
                cursor += 1
                guard skipEscape(&cursor) else { return false }
                continue
            }
            if 0x20..<0x7F ~= byte {
                cursor += 1
                if byte == UInt8(ascii: "\"") { return true }
                continue
            }
            let (scalar, length) = JSONEmitter.scalar(at: cursor, in: bytes)
            guard !HiddenCharacters.contains(scalar) else { return false }
            cursor += length
        }
        return false
    }

    private func skipEscape(_ cursor: inout Int) -> Bool {
        guard cursor < bytes.endIndex else { return false }
        let kind = bytes[cursor]
        cursor += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return true
        case UInt8(ascii: "u"):
            guard let first = takeHexadecimal(&cursor) else { return false }
            guard 0xD800...0xDFFF ~= first else { return true }
            guard first < 0xDC00, take(UInt8(ascii: "\\"), &cursor), take(UInt8(ascii: "u"), &cursor),
                let second = takeHexadecimal(&cursor)
            else { return false }
            return 0xDC00...0xDFFF ~= second
        default: return false
        }
    }

    /// Four hexadecimal digits.
    private func takeHexadecimal(_ cursor: inout Int) -> UInt32? {
        guard cursor + 4 <= bytes.endIndex else { return nil }
        var value: UInt32 = 0
        for byte in bytes[cursor..<(cursor + 4)] {
            guard isHexadecimal(byte) else { return nil }
            value = value << 4 | UInt32(byte & 0xF) + (byte >= UInt8(ascii: "A") ? 9 : 0)
        }
        cursor += 4
        return value
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}
