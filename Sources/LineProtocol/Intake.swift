import JSONText

/// One line of a client, taken apart as far as it can be without knowing any room.
public enum ClientMessage: Sendable, Hashable {
    /// A command of the protocol, and the number of its line.
    case command(ClientLine, lineNumber: Int)
    /// A line that cannot be taken; `id` is known when it parsed far enough.
    case unreadable(WireError, id: String?, lineNumber: Int)
    /// A line of text mode, as it came.
    case text([UInt8], lineNumber: Int)
    /// A line of text mode that cannot be taken.
    case unreadableText(WireError)
}

/// Bytes of one connection in, messages out, in order. Everything that needs no room is done here, so that a server can
/// do it beside the thread that has the rooms.
public struct Intake: Sendable {
    /// How the connection is spoken on; nil until its first byte that is not blank.
    public private(set) var mode: ConnectionMode?
    private var sniffer = ModeSniffer()
    private var splitter = LineSplitter(lineLimit: ClientLine.Limit.lineBytes)

    /// - Parameter mode: nil to decide by the first byte.
    public init(mode: ConnectionMode? = nil) { self.mode = mode }

    /// Takes the next bytes of the stream and gives the messages that are now whole.
    public mutating func feed(_ bytes: [UInt8]) -> [ClientMessage] {
        if mode == nil { mode = sniffer.feed(bytes) }
        return splitter.feed(bytes).map(message)
    }

    /// The stream has ended: gives the last line if it came without a line end.
    public mutating func finish() -> ClientMessage? { splitter.finish().map(message) }

    private func message(_ line: LineSplitter.Line) -> ClientMessage {
        let isText = mode == .text
        switch line {
        case .complete(let number, let bytes):
            if isText { return .text(bytes, lineNumber: number) }
            do throws(ClientLine.Failure) {
                return .command(try ClientLine.read(bytes), lineNumber: number)
            } catch {
                return .unreadable(error.error, id: error.id, lineNumber: number)
            }
        case .tooLong(let number, _): return failure(Intake.tooLong, number)
        case .invalidUTF8(let number, _): return failure(Intake.notUTF8, number)
        }
    }

    private func failure(_ error: WireError, _ number: Int) -> ClientMessage {
        mode == .text ? .unreadableText(error) : .unreadable(error, id: nil, lineNumber: number)
    }

    private static let tooLong = WireError(
        .lineTooLong,
        "A line may have \(ClientLine.Limit.lineBytes) bytes at most. Nothing of it was kept; send it in parts.")
    private static let notUTF8 = WireError(
        .invalidUTF8, "The line is not UTF-8. Nothing of it was kept; send it again as UTF-8.")
}
