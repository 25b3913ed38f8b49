import JSONText

/// How a connection is spoken on.
public enum ConnectionMode: Hashable, Sendable {
    /// One JSON object a line.
    case protocolLines
    /// Lines as people type them.
    case text
}

/// Decides once, from the first byte that is not blank, how a connection is spoken on: `{` means the line
/// protocol.
///
/// Spaces, tabs, line ends and one byte order mark are blank. Feed it the same bytes as the
/// ``LineSplitter``, until it answers.
public struct ModeSniffer: Sendable {
    /// The mode, once it is known.
    public private(set) var mode: ConnectionMode?
    private var start = StreamStart()

    public init() {}

    /// Looks at the next bytes of the stream and gives the mode if it is known by now. It never changes
    /// afterwards.
    public mutating func feed(_ chunk: Span<UInt8>) -> ConnectionMode? {
        for position in chunk.indices where mode == nil {
            switch start.take(chunk[position]) {
            case .swallowed: continue
            case .heldBytes(let bytes) where !bytes.isEmpty: mode = .text
            case .heldBytes, nil: mode = Self.mode(of: chunk[position])
            }
        }
        return mode
    }

    /// Looks at the next bytes of the stream and gives the mode if it is known by now. It never changes
    /// afterwards.
    public mutating func feed(_ chunk: [UInt8]) -> ConnectionMode? { feed(chunk.span) }

    private static func mode(of byte: UInt8) -> ConnectionMode? {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: nil
        case UInt8(ascii: "{"): .protocolLines
        default: .text
        }
    }
}
