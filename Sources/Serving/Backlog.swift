import LineProtocol

/// Lines that were read from a client and that the rooms do not have yet.
public struct Backlog: Sendable {
    private var lines: ArraySlice<ClientMessage> = []

    public init() {}

    public var isEmpty: Bool { lines.isEmpty }

    public mutating func add(_ messages: [ClientMessage]) { lines += messages }

    /// Takes out the lines that the rooms may have next: none behind one that asks for a page, so that a client is not
    /// given the next page before it has taken this one.
    public mutating func next(atMost count: Int) -> [ClientMessage] {
        let candidates = lines.prefix(count)
        let next = candidates.firstIndex(where: \.asksForPage).map { candidates[...$0] } ?? candidates
        lines.removeFirst(next.count)
        return Array(next)
    }
}

extension ClientMessage {
    /// Whether the thread that has the rooms itself writes the answer, and it can be as long as a thousand others.
    public var asksForPage: Bool {
        guard case .command(let line, _) = self else { return false }
        return line.operation == ProtocolOperation.sync.rawValue || line.operation == ProtocolOperation.hello.rawValue
    }
}
