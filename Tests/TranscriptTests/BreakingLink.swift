import Foundation

/// Stands between a store and its server, at a Unix socket, and breaks the connection at a chosen moment.
final class BreakingLink: @unchecked Sendable {
    /// What becomes of the request that holds the marker.
    enum Break {
        /// It does not reach the server.
        case losesRequest
        /// It is carried out, and the answer is lost.
        case losesReply
    }

    let folder: String
    private let target: String
    private let listener: Int32
    private let lock = NSLock()
    private var armed: (kind: Break, marker: [UInt8], before: @Sendable () -> Void)?
    private var count = 0
    /// How many connections were broken.
    var breaks: Int { lock.withLock { count } }

    init(to socketFolder: String) throws {
        folder = "/tmp/cg-link-" + UUID().uuidString.prefix(8)
        target = socketFolder + "/.s.PGSQL.5432"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = BreakingLink.with(folder + "/.s.PGSQL.5432") { bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 16) == 0 else { throw POSIXError(.EADDRINUSE) }
        let descriptor = listener
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0, let self else { break }
                self.serve(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// - Parameter before: done when the request has come, before the connection breaks.
    func arm(_ kind: Break, at marker: String, before: @escaping @Sendable () -> Void = {}) {
        lock.withLock { armed = (kind, Array(marker.utf8), before) }
    }

    private static func with(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private func serve(_ client: Int32) {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard BreakingLink.with(target, { connect(server, $0, $1) }) == 0 else {
            close(client)
            close(server)
            return
        }
        let link = Link(client: client, server: server)
        Thread.detachNewThread { [self] in
            while let bytes = Link.read(client) {
                if let break_ = taken(bytes) {
                    break_.before()
                    if break_.kind == .losesReply { link.losesReply() } else { break }
                }
                link.send(bytes, to: server)
            }
            link.shut()
        }
        Thread.detachNewThread {
            while let bytes = Link.read(server) {
                if link.isMute { break }
                link.send(bytes, to: client)
            }
            link.shut()
        }
    }

    private func taken(_ bytes: [UInt8]) -> (kind: Break, before: @Sendable () -> Void)? {
        lock.withLock {
            guard let now = armed, bytes.firstRange(of: now.marker) != nil else { return nil }
            armed = nil
            count += 1
            return (now.kind, now.before)
        }
    }

    /// The two sockets of a connection.
    private final class Link: @unchecked Sendable {
        private let lock = NSLock()
        private let client: Int32
        private let server: Int32
        private var mute = false
        init(client: Int32, server: Int32) { (self.client, self.server) = (client, server) }

        var isMute: Bool { lock.withLock { mute } }
        func losesReply() { lock.withLock { mute = true } }

        func send(_ bytes: [UInt8], to descriptor: Int32) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        func shut() {
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
        }

        deinit {
            close(client)
            close(server)
        }

        static func read(_ descriptor: Int32) -> [UInt8]? {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = Glibc.read(descriptor, &bytes, bytes.count)
            return count > 0 ? Array(bytes.prefix(count)) : nil
        }
    }
}
