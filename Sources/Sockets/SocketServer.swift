import Dispatch
import Foundation
import LineProtocol
import NIOCore
import NIOPosix
import Serving

/// Listens on Unix sockets and TCP ports, and gives what clients say to the rooms.
public final class SocketServer: Sendable {
    /// How much a client may ask of the server before it is held back or dropped.
    public struct Limits: Sendable {
        /// Clients at once. Each takes a file descriptor; the store, its readers and the system need some too.
        public var connections = 512
        /// How many of them may be there before anybody knows who they are.
        public var strangers = 64
        /// Lines of a connection that may wait for their answers, as told in `hello`; further ones are not read meanwhile.
        public var inFlight = Connection.inFlight
        /// Bytes that may wait for a client when more comes. One answer alone may be of any size.
        public var unsentBytes = 64 << 20
        /// How long a client may leave its full buffer as it is, without taking anything.
        public var patience = TimeAmount.seconds(20)
        /// How long a client may take to bring its token.
        public var tokenTime = TimeAmount.seconds(30)
        /// How long a client that must leave may take nothing of its last lines.
        public var farewell = TimeAmount.seconds(3)
        /// How long the end waits for clients that go on taking what they are owed. What starts a server, such as
        /// systemd, kills one that takes 90 seconds.
        public var stopping = TimeAmount.seconds(60)

        public init() {}
    }

    private let hosting: HostingThread
    private let limits: Limits
    private let group: MultiThreadedEventLoopGroup
    private let state = OpenSockets()

    /// - Parameter threads: event loops; the rooms have a thread of their own.
    public init(hosting: HostingThread, limits: Limits = Limits(), threads: Int = 2) {
        self.hosting = hosting
        var limits = limits
        // Where the system allows few, the other half is for everything else.
        limits.connections = min(limits.connections, OpenFiles.raiseLimit() / 2)
        self.limits = limits
        group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    }

    /// Begins to listen.
    ///
    /// - Parameter admit: what a new connection is, by the user at the other end of a Unix socket; nil for TCP, or where the
    ///   system does not tell.
    /// - Returns: the address as it is: with the port that the system chose.
    public func listen(
        on address: ListenAddress, admit: @escaping @Sendable (_ user: UInt32?) -> Connection.Options
    ) throws(ListenError) -> ListenAddress {
        let bootstrap = bootstrap(for: address, admit)
        switch address {
        case .unix(let path):
            try SocketFile.makeRoom(at: path)
            let channel = try bind(address) {
                try SocketFile.privately { try bootstrap.bind(unixDomainSocketPath: path).wait() }
            }
            state.add(channel, SocketFile(path: path))
            return address
        case .tcp(let host, let port):
            let channel = try bind(address) { try bootstrap.bind(host: host, port: port).wait() }
            state.add(channel, nil)
            return .tcp(host: host, port: channel.localAddress?.port ?? port)
        }
    }

    /// Ends in order: no new clients, every answer that is owed, a last word to everybody, the socket files gone.
    public func stop() {
        let (channels, files) = state.listening()
        for channel in channels { try? channel.close().wait() }
        hosting.end()
        state.waitForClients(limits.stopping)
        try? group.syncShutdownGracefully()
        for file in files { file.remove() }
    }

    private func bootstrap(
        for address: ListenAddress, _ admit: @escaping @Sendable (UInt32?) -> Connection.Options
    ) -> ServerBootstrap {
        let hosting = hosting
        let limits = limits
        let state = state
        let isUnix = if case .unix = address { true } else { false }
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: isUnix ? 0 : 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.writeBufferWaterMark, value: .init(low: 64 << 10, high: 512 << 10))
            .childChannelOption(.socketOption(.so_keepalive), value: isUnix ? 0 : 1)
            .childChannelInitializer { channel in
                let client = ObjectIdentifier(channel)
                guard state.opened(client, atMost: limits.connections) else {
                    return channel.eventLoop.makeFailedFuture(TooManyClients())
                }
                channel.closeFuture.whenComplete { _ in state.closed(client) }
                let user = isUnix ? PeerUser.of(channel) : channel.eventLoop.makeSucceededFuture(nil)
                return user.flatMapThrowing { user in
                    let options = admit(user)
                    guard options.isAuthenticated || state.isStranger(client, atMost: limits.strangers) else {
                        throw TooManyClients()
                    }
                    let handler = ClientHandler(hosting: hosting, options: options, limits: limits) {
                        state.isKnown(client)
                    }
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
    }

    private func bind(_ address: ListenAddress, _ body: () throws -> any Channel) throws(ListenError) -> any Channel {
        do {
            return try body()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw .inUse(address.words)
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
            throw .unknownHost(address.words)
        } catch let error as IOError {
            throw .system(address.words, reason: String(cString: strerror(error.errnoCode)))
        } catch is SocketAddressError {
            throw .unknownHost(address.words)
        } catch {
            throw .system(address.words, reason: "\(error)")
        }
    }
}

/// The user at the other end of a Unix socket, as the kernel tells it.
private enum PeerUser {
    /// The structure `ucred` of Linux.
    private struct Credentials {
        var process: Int32 = 0
        var user: UInt32 = 0
        var group: UInt32 = 0
    }

    static func of(_ channel: any Channel) -> EventLoopFuture<UInt32?> {
        guard let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(nil)
        }
        let told: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return told.map { Optional($0.user) }.recover { _ in nil }
    }
}

/// The file of a Unix socket.
struct SocketFile: Sendable {
    let path: String
    private let inode: UInt64?

    init(path: String) {
        self.path = path
        inode = SocketFile.status(path).map { UInt64($0.st_ino) }
    }

    /// The system's limit, without the closing zero.
    static let pathBytesMax = 107

    /// Takes away a socket that a server left behind when it was killed. Everything else stays as it is.
    static func makeRoom(at path: String) throws(ListenError) {
        guard path.utf8.count <= pathBytesMax else { throw .pathTooLong(path, bytesMax: pathBytesMax) }
        guard let status = status(path) else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path) }
        if isAnswered(path) { throw .inUse("unix:\(path)") }
        unlink(path)
    }

    /// Makes files that only their owner can use while `body` runs: between binding and a later change of mode, another
    /// user could connect.
    static func privately<Value>(_ body: () throws -> Value) rethrows -> Value {
        let before = umask(0o177)
        defer { umask(before) }
        return try body()
    }

    /// Removes the file, if it is still the one that was made.
    func remove() {
        guard let inode, SocketFile.status(path).map({ UInt64($0.st_ino) }) == inode else { return }
        unlink(path)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    private static func isAnswered(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}

/// A client for whom there is no place. Its connection is closed at once; it may come again.
private struct TooManyClients: Error {}

/// What is open. Sendable because `lock` guards it.
private final class OpenSockets: @unchecked Sendable {
    private let lock = NSLock()
    private var channels: [any Channel] = []
    private var files: [SocketFile] = []
    private var clients: Set<ObjectIdentifier> = []
    /// Those of whom nobody knows yet who they are.
    private var strangers: Set<ObjectIdentifier> = []
    private let leaving = DispatchGroup()

    func add(_ channel: any Channel, _ file: SocketFile?) {
        lock.withLock {
            channels.append(channel)
            if let file { files.append(file) }
        }
    }

    func listening() -> ([any Channel], [SocketFile]) { lock.withLock { (channels, files) } }

    /// - Returns: false when there is no place for the client.
    func opened(_ client: ObjectIdentifier, atMost most: Int) -> Bool {
        lock.withLock {
            guard clients.count < most else { return false }
            clients.insert(client)
            leaving.enter()
            return true
        }
    }

    /// - Returns: false when there is no place for another stranger.
    func isStranger(_ client: ObjectIdentifier, atMost most: Int) -> Bool {
        lock.withLock {
            guard strangers.count < most else { return false }
            strangers.insert(client)
            return true
        }
    }

    func isKnown(_ client: ObjectIdentifier) { lock.withLock { _ = strangers.remove(client) } }

    func closed(_ client: ObjectIdentifier) {
        lock.withLock {
            clients.remove(client)
            strangers.remove(client)
        }
        leaving.leave()
    }

    /// Waits until the last client has gone, but not for longer.
    func waitForClients(_ time: TimeAmount) { _ = leaving.wait(timeout: .now() + .nanoseconds(Int(time.nanoseconds))) }
}
