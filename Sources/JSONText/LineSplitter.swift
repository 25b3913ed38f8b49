/// Cuts a stream of bytes into lines, whatever pieces it arrives in.
///
/// A line ends with the byte 0x0A; one carriage return before it is dropped, and so is one byte order mark
/// at the start of the stream. The same bytes give the same lines however they are split into chunks.
///
/// A line that is too long is told of as soon as that is sure, and the rest of it is passed over without
/// being kept, so that no client can fill the memory.
public struct LineSplitter: Sendable {
    /// Leaves room for the longest allowed text: 8,000 characters, all escaped as `\uXXXX`, take 48,000 bytes.
    public static let lineLimitDefault = 65_536
    /// How much of a line that is too long is shown, enough to recognise it by.
    public static let prefixLength = 1_024

    public enum Line: Hashable, Sendable {
        /// A line of valid UTF-8 without its line end. Lines are counted from 1.
        case complete(lineNumber: Int, bytes: [UInt8])
        /// More bytes than the limit, not counting the line end; `prefix` holds the first
        /// ``LineSplitter/prefixLength`` of them, or fewer where the limit is smaller.
        case tooLong(lineNumber: Int, prefix: [UInt8])
        /// A line that is not UTF-8, without its line end.
        case invalidUTF8(lineNumber: Int, bytes: [UInt8])

        public var lineNumber: Int {
            switch self {
            case .complete(let number, _), .tooLong(let number, _), .invalidUTF8(let number, _): number
            }
        }
    }

    /// What becomes of lines of nothing but spaces, tabs and a carriage return.
    public enum BlankLines: Sendable {
        /// They are counted, and not delivered.
        case passedOver
        case delivered
    }

    /// The most bytes a line may have, not counting the line end.
    public let lineLimit: Int
    private let blankLines: BlankLines
    /// The number of the line that is being gathered.
    private var lineNumber = 1
    private var gathered: [UInt8] = []
    /// True while the rest of a line that is too long is being passed over.
    private var isSkipping = false
    private var start = StreamStart()

    /// - Parameter lineLimit: bytes, 16 or more; smaller values count as 16.
    public init(lineLimit: Int = LineSplitter.lineLimitDefault, blankLines: BlankLines = .passedOver) {
        self.lineLimit = max(16, lineLimit)
        self.blankLines = blankLines
    }

    /// Takes the next bytes of the stream and gives the lines that are now known, in order.
    public mutating func feed(_ chunk: Span<UInt8>) -> [Line] {
        var lines: [Line] = []
        var cursor = 0
        while cursor < chunk.count, let verdict = start.take(chunk[cursor]) {
            if case .heldBytes(let bytes) = verdict { gathered += bytes } else { cursor += 1 }
        }
        while cursor < chunk.count {
            var end = cursor
            while end < chunk.count, chunk[end] != 0x0A { end += 1 }
            gather(chunk.extracting(cursor..<end), into: &lines)
            guard end < chunk.count else { break }
            endLine(into: &lines)
            cursor = end + 1
        }
        return lines
    }

    /// Takes the next bytes of the stream and gives the lines that are now known, in order.
    public mutating func feed(_ chunk: [UInt8]) -> [Line] { feed(chunk.span) }

    /// The stream has ended: gives the last line if it came without a line end. `printf '…' | commonground`
    /// should work, and a message cut short by a broken connection is refused by the reader of messages,
    /// not here.
    ///
    /// The splitter is then ready for a new stream.
    public mutating func finish() -> Line? {
        gathered += start.heldAtEnd
        var lines: [Line] = []
        // After the last line end there is no line, not even a blank one.
        if !gathered.isEmpty { endLine(into: &lines) }
        self = LineSplitter(lineLimit: lineLimit, blankLines: blankLines)
        return lines.first
    }

    private mutating func gather(_ bytes: Span<UInt8>, into lines: inout [Line]) {
        guard !isSkipping else { return }
        // One byte more than the limit is kept: it may be the carriage return of the line end.
        let room = lineLimit + 1 - gathered.count
        let taken = bytes.extracting(first: min(room, bytes.count))
        taken.withUnsafeBufferPointer { gathered.append(contentsOf: $0) }
        let isFull = gathered.count > lineLimit
        guard isFull, bytes.count > room || gathered.last != 0x0D else { return }
        let prefix = Array(gathered.prefix(min(lineLimit, Self.prefixLength)))
        lines.append(.tooLong(lineNumber: lineNumber, prefix: prefix))
        isSkipping = true
        gathered = []
    }

    private mutating func endLine(into lines: inout [Line]) {
        defer {
            lineNumber += 1
            isSkipping = false
            // Not `removeAll(keepingCapacity:)`: the delivered line still owns the bytes.
            gathered = []
        }
        guard !isSkipping else { return }
        if gathered.last == 0x0D { gathered.removeLast() }
        guard blankLines == .delivered || gathered.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
        let isValid = (try? UTF8Span(validating: gathered.span)) != nil
        lines.append(
            isValid
                ? .complete(lineNumber: lineNumber, bytes: gathered)
                : .invalidUTF8(lineNumber: lineNumber, bytes: gathered))
    }
}

/// Recognises one byte order mark at the very start of a stream, which may arrive a byte at a time.
public struct StreamStart: Sendable {
    public enum Verdict: Hashable, Sendable {
        /// The byte belongs to what may become a byte order mark.
        case swallowed
        /// It was none after all: these bytes before the present one, perhaps none, are ordinary ones.
        case heldBytes(ArraySlice<UInt8>)
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Bytes of the mark seen so far; nil once the start of the stream is past.
    private var matched: Int? = 0

    public init() {}

    /// What to do with the next byte; nil once the start of the stream is past.
    public mutating func take(_ byte: UInt8) -> Verdict? {
        guard let count = matched else { return nil }
        guard byte == Self.mark[count] else {
            matched = nil
            return .heldBytes(Self.mark.prefix(count))
        }
        matched = count + 1 == Self.mark.count ? nil : count + 1
        return .swallowed
    }

    /// The bytes held back when the stream ends.
    var heldAtEnd: ArraySlice<UInt8> { Self.mark.prefix(matched ?? 0) }
}
