/// A value for a statement, in PostgreSQL's binary form.
struct BinaryParameter {
    var bytes: [UInt8]

    init(_ value: Int) {
        bytes = []
        bytes.appendBigEndian(Int64(value))
    }

    init(_ value: String) { bytes = Array(value.utf8) }
    init(_ value: [UInt8]) { bytes = value }
    init(_ values: BinaryArray) { bytes = values.finished }
}

/// An array for a statement, which `unnest` makes rows of.
struct BinaryArray {
    /// The numbers that PostgreSQL gives to its types (`pg_type.h`).
    enum Element: Int32 {
        case bytes = 17
        case integer = 20
        case text = 25
    }

    private var bytes: [UInt8] = []
    private var count: Int32 = 0
    private static let countOffset = 12

    init(of element: Element) {
        bytes.appendBigEndian(Int32(1))  // dimensions
        bytes.appendBigEndian(Int32(1))  // may hold nulls
        bytes.appendBigEndian(element.rawValue)
        bytes.appendBigEndian(count)
        bytes.appendBigEndian(Int32(1))  // the first index
    }

    mutating func append(_ value: Int) {
        count += 1
        bytes.appendBigEndian(Int32(8))
        bytes.appendBigEndian(Int64(value))
    }

    mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { append(raw: UnsafeRawBufferPointer($0)) }
    }

    mutating func append(_ value: [UInt8]) { value.withUnsafeBytes { append(raw: $0) } }

    mutating func append(raw value: UnsafeRawBufferPointer) {
        count += 1
        bytes.appendBigEndian(Int32(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func appendNone() {
        count += 1
        bytes.appendBigEndian(Int32(-1))
    }

    var finished: [UInt8] {
        var finished = bytes
        withUnsafeBytes(of: count.bigEndian) { size in
            for index in 0..<4 { finished[BinaryArray.countOffset + index] = size[index] }
        }
        return finished
    }
}

extension [UInt8] {
    fileprivate mutating func appendBigEndian(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}

/// The columns of several rows, filled with the very bytes that commitments were made over.
struct BinaryColumns {
    private(set) var columns: [BinaryArray]

    init(_ elements: [BinaryArray.Element]) { columns = elements.map { BinaryArray(of: $0) } }

    /// Adds a row of canonical values, one to each column.
    mutating func append(_ values: CanonicalBytes) {
        values.bytes.withUnsafeBytes { bytes in
            var offset = 0
            var column = 0
            while offset < bytes.count {
                let tag = bytes[offset]
                offset += 1
                if tag == CanonicalBytes.Tag.none {
                    columns[column].appendNone()
                } else {
                    let number = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    offset += 8
                    if tag == CanonicalBytes.Tag.integer {
                        columns[column].append(Int(Int64(bitPattern: number)))
                    } else {
                        let end = offset + Int(number)
                        columns[column].append(raw: UnsafeRawBufferPointer(rebasing: bytes[offset..<end]))
                        offset = end
                    }
                }
                column += 1
            }
        }
    }

    var parameters: [BinaryParameter] { columns.map { BinaryParameter($0) } }
}
