/// Column values as bytes that can be read in one way only; what a commitment is made over, and what is bound
/// to the INSERT, so that what was committed to and what is stored cannot differ.
///
/// Layout, one value after the other, without separators:
///
///     0                               no value
///     1  8 bytes                      integer, two's complement, most significant byte first
///     2  8 bytes length  the bytes    text, UTF-8
///     3  8 bytes length  the bytes    bytes
struct CanonicalBytes {
    enum Tag {
        static let none: UInt8 = 0
        static let integer: UInt8 = 1
        static let text: UInt8 = 2
        static let bytes: UInt8 = 3
    }

    private(set) var bytes: [UInt8]

    /// Starts with bytes of a known length, such as a salt.
    init(prefix: [UInt8] = []) {
        bytes = []
        bytes.reserveCapacity(1024)
        bytes += prefix
    }

    mutating func appendNone() { bytes.append(Tag.none) }

    mutating func append(_ integer: Int) {
        bytes.append(Tag.integer)
        appendBigEndian(UInt64(bitPattern: Int64(integer)))
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(raw: $0, tag: Tag.text) }
    }

    mutating func append(_ integer: Int?) {
        if let integer { append(integer) } else { appendNone() }
    }

    mutating func append(_ text: String?) {
        if let text { append(text) } else { appendNone() }
    }

    mutating func append(raw value: UnsafeBufferPointer<UInt8>, tag: UInt8) {
        bytes.append(tag)
        appendBigEndian(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func append(_ value: [UInt8]?) {
        guard let value else { return appendNone() }
        value.withUnsafeBufferPointer { append(raw: $0, tag: Tag.bytes) }
    }

    private mutating func appendBigEndian(_ value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
