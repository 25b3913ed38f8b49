/// One JSON object, written field by field straight into its bytes: for lines that are made for every message, where a
/// dictionary that is sorted and thrown away would cost more than the message.
///
/// The bytes are those that `JSONEmitter(.compact)` gives for the same fields, so names must be added in the order of
/// their UTF-8 bytes; a debug build stops where they are not.
public struct JSONObjectWriter: Sendable {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]
    private var lastName: [UInt8] = []

    /// - Parameter capacity: bytes that it will probably have.
    public init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    public mutating func add(_ name: StaticString, _ text: String) {
        begin(name)
        JSONEmitter.appendString(text, to: &bytes)
    }

    public mutating func add(_ name: StaticString, _ number: Int) {
        begin(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    public mutating func add(_ name: StaticString, _ flag: Bool) {
        begin(name)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    public mutating func add(_ name: StaticString, _ value: JSONValue) {
        begin(name)
        JSONEmitter(.compact).append(value, to: &bytes)
    }

    /// - Parameter json: the bytes of one whole value, as `JSONEmitter(.compact)` writes it.
    public mutating func add(_ name: StaticString, json: some Collection<UInt8>) {
        begin(name)
        bytes.append(contentsOf: json)
    }

    /// The whole object.
    public consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ name: StaticString) {
        assert(isNext(name), "\(name) is added after a name that it comes before")
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Asked in debug builds only.
    private mutating func isNext(_ name: StaticString) -> Bool {
        let new = Array(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        defer { lastName = new }
        return lastName.isEmpty || lastName.lexicographicallyPrecedes(new)
    }
}
