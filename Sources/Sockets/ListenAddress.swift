/// Where a server listens: `unix:PATH` or `tcp:HOST:PORT`.
public enum ListenAddress: Sendable, Hashable {
    case unix(path: String)
    /// Port 0 lets the system choose one.
    case tcp(host: String, port: Int)

    /// Nil when the words are no address. IPv6 addresses stand in brackets: `tcp:[::1]:7070`.
    public init?(_ words: String) {
        if words.hasPrefix("unix:") {
            let path = String(words.dropFirst("unix:".count))
            guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
            self = .unix(path: path)
            return
        }
        guard words.hasPrefix("tcp:"), let colon = words.lastIndex(of: ":") else { return nil }
        var host = words[..<colon].dropFirst("tcp:".count)
        guard let port = Int(words[words.index(after: colon)...]), (0...65_535).contains(port) else { return nil }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self = .tcp(host: String(host), port: port)
    }

    /// Whether only programs of this computer can connect.
    public var isLocal: Bool {
        switch self {
        case .unix: true
        case .tcp(let host, _): ["127.0.0.1", "::1", "localhost"].contains(host)
        }
    }

    public var words: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .tcp(let host, let port): host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
        }
    }
}

/// Why a server cannot listen.
public enum ListenError: Error, Sendable, Hashable {
    /// Another server answers there.
    case inUse(String)
    /// Something that is no socket has this name.
    case notASocket(String)
    /// The system takes no longer path for a socket.
    case pathTooLong(String, bytesMax: Int)
    case unknownHost(String)
    /// Anything else, in the system's words.
    case system(String, reason: String)

    /// For people.
    public var explanation: String {
        switch self {
        case .inUse(let address): "Another program listens on \(address) already. Stop it, or choose another address."
        case .notASocket(let path): "\(path) is there and is no socket, so it is left as it is. Choose another path."
        case .pathTooLong(let path, let most):
            "\(path) is too long for a socket: a path may have \(most) bytes. Choose a shorter one."
        case .unknownHost(let host): "\(host) is no address of this computer. Write 127.0.0.1 for this computer alone."
        case .system(let address, let reason): "The server cannot listen on \(address): \(reason)."
        }
    }
}
