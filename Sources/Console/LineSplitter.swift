/// Why a line could not be read. The line is lost, the ones around it are not.
public enum LineProblem: Error, Sendable, Equatable {
    /// The bytes are not UTF-8; `offset` counts bytes from the start of the line to the first wrong one.
    case notUTF8(offset: Int)
    /// The line has `bytes` bytes, more than the `limit` allowed.
    case tooLong(bytes: Int, limit: Int)
}

/// Cuts a stream of bytes into lines at byte 0x0A. A carriage return before it, and a byte order mark at the
/// start of the stream, are dropped. Bytes may come in pieces of any size. A value: it reads and writes
/// nothing.
public struct LineSplitter: Sendable {
    /// The most bytes in a line, without its end: 64 KiB, the limit of the line protocol.
    public static let lineBytesMax = 65_536

    private var line: [UInt8] = []
    /// Bytes of the present line, also those beyond the limit, which are counted and not kept.
    private var bytesSeen = 0
    private var endsInCarriageReturn = false
    private var isFirstLine = true
    private var finished: [Result<String, LineProblem>] = []
    private var taken = 0

    public init() {}

    /// Takes the next piece of the stream.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte == 0x0A {
                endLine()
                continue
            }
            bytesSeen += 1
            endsInCarriageReturn = byte == 0x0D
            // Room beyond the limit for a carriage return and a byte order mark, which do not count.
            if bytesSeen <= Self.lineBytesMax + 4 { line.append(byte) }
        }
    }

    /// The stream has ended: what is left is a line too.
    public mutating func finish() {
        if bytesSeen > 0 { endLine() }
    }

    /// The next whole line, oldest first; nil if there is none yet.
    public mutating func next() -> Result<String, LineProblem>? {
        guard hasLine else { return nil }
        defer {
            taken += 1
            if taken == finished.count {
                finished.removeAll(keepingCapacity: true)
                taken = 0
            }
        }
        return finished[taken]
    }

    /// A whole line is waiting.
    public var hasLine: Bool { taken < finished.count }

    /// Reads one line of bytes, already without its end.
    static func read(_ bytes: some Collection<UInt8>) -> Result<String, LineProblem> {
        guard bytes.count <= lineBytesMax else {
            return .failure(.tooLong(bytes: bytes.count, limit: lineBytesMax))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .failure(.notUTF8(offset: offsetOfFault(bytes)))
        }
        return .success(text)
    }

    private mutating func endLine() {
        var count = bytesSeen
        if endsInCarriageReturn { count -= 1 }
        var start = 0
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            count -= 3
        }
        if count > Self.lineBytesMax {
            finished.append(.failure(.tooLong(bytes: count, limit: Self.lineBytesMax)))
        } else {
            finished.append(Self.read(line[start..<start + count]))
        }
        line.removeAll(keepingCapacity: true)
        bytesSeen = 0
        endsInCarriageReturn = false
        isFirstLine = false
    }

    /// Bytes before the first one that no valid text has in that place.
    private static func offsetOfFault(_ bytes: some Collection<UInt8>) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let encoded) = decoder.parseScalar(from: &iterator) { offset += encoded.count }
        return offset
    }
}
