import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Sockets
import Testing
import Transcript

/// A server on a store of its own, at a Unix socket and at a port that the system chose. Gone when the test is over.
final class Server {
    let directory: String
    let hosting: HostingThread
    let server: SocketServer
    let store: any TranscriptStore
    private(set) var port = 0
    var path: String { directory + "/socket" }
    private let brake: SlowedStore.Brake?
    private var isStopped = false

    init(
        _ limits: SocketServer.Limits = SocketServer.Limits(), linesMax: Int = HostingThread.linesMaxDefault,
        slowed: SlowedStore.Brake? = nil, change: @escaping @Sendable (inout Connection.Options) -> Void = { _ in }
    ) throws {
        directory = NSTemporaryDirectory() + "cg-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let kept = try SQLiteStore(path: directory + "/transcripts.sqlite")
        let store: any TranscriptStore = if let slowed { SlowedStore(kept, slowed) } else { kept }
        self.store = store
        brake = slowed
        let clock = Clock.fixed(Instant(milliseconds: 1_791_984_000_000))
        hosting = HostingThread(library: Library(), linesMax: linesMax) { RoomHost(store: store, clock: clock) }
        server = SocketServer(hosting: hosting, limits: limits, threads: 1)
        let admit: @Sendable (UInt32?) -> Connection.Options = { user in
            var options = Connection.Options()
            options.isHost = false
            options.principal = user.map { "unix:\($0)" } ?? "tcp"
            change(&options)
            return options
        }
        _ = try server.listen(on: .unix(path: path), admit: admit)
        if case .tcp(_, let port) = try server.listen(on: .tcp(host: "127.0.0.1", port: 0), admit: admit) {
            self.port = port
        }
    }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        // What is held back is owed: the end waits for it.
        if let brake { DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { brake.release() } }
        server.stop()
        try? store.close()
    }

    /// Ends beside the test, which goes on.
    ///
    /// - Returns: what is raised at the end.
    func stopBeside() -> DispatchSemaphore {
        isStopped = true
        let ended = DispatchSemaphore(value: 0)
        Thread { [server, store] in
            server.stop()
            try? store.close()
            ended.signal()
        }.start()
        return ended
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(atPath: directory)
    }
}

/// A client with a plain blocking socket: nothing of the server's own code.
final class Client {
    private let descriptor: Int32
    private var unread: [UInt8] = []

    init(unix path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let descriptor = descriptor
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(status == 0, "cannot connect: \(errno)")
        setPatience()
    }

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let descriptor = descriptor
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(status == 0, "cannot connect: \(errno)")
        setPatience()
    }

    deinit { close(descriptor) }

    /// No test waits for ever for an answer that does not come.
    private func setPatience() {
        var time = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    @discardableResult
    func write(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    func say(_ lines: String...) { for line in lines { write(line + "\n") } }

    /// Closes the sending half, as `printf … | nc -N` does.
    func sayNoMore() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next line; nil when the server closed the connection, or says nothing for 20 seconds.
    func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            unread += buffer[..<count]
        }
    }

    /// What is there, up to 64 KiB; empty when the server closed the connection.
    func piece() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return Array(buffer[..<max(0, count)])
    }

    /// Everything up to and with the reply to this id.
    func lines(until id: String) throws -> [JSONValue] {
        var lines: [JSONValue] = []
        while true {
            let text = try #require(line(), "no reply to \(id) after \(lines.suffix(3))")
            let value = try JSONScanner(depthLimit: 64).scan(text)
            lines.append(value)
            if value["re"]?.string == id { return lines }
        }
    }

    func reply(_ line: String, _ id: String) throws -> JSONValue {
        say(line)
        return try #require(try lines(until: id).last)
    }

    /// Waits until the server has closed the connection, without reading.
    ///
    /// - Returns: false when it has not done so after 20 seconds.
    func waitForClose() -> Bool {
        // A connection that is closed at the other end is reported without being asked for.
        var waiting = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&waiting, 1, 20_000) > 0 && waiting.revents & Int16(POLLHUP) != 0
    }

    /// Everything until the server closes.
    func rest() -> String {
        var text = ""
        while let line = line() { text += line + "\n" }
        return text
    }
}

/// A store in which reading a page of one room takes long, as a long transcript on a slow disk does.
final class SlowedStore: ForwardingStore {
    /// Holds back whoever reads the room, until it is released.
    final class Brake: Sendable {
        let room: String
        private let reached = DispatchSemaphore(value: 0)
        private let released = DispatchSemaphore(value: 0)

        init(room: String) { self.room = room }

        func hold() {
            reached.signal()
            released.wait()
            // It stays released.
            released.signal()
        }

        /// - Returns: false when nobody has come to it after 20 seconds.
        func waitUntilReached() -> Bool { reached.wait(timeout: .now() + 20) == .success }

        func release() { released.signal() }

        /// How often somebody has come to it since that was last asked.
        func timesReached() -> Int {
            var times = 0
            while reached.wait(timeout: .now()) == .success { times += 1 }
            return times
        }
    }

    let store: any TranscriptStore
    private let brake: Brake

    init(_ store: SQLiteStore, _ brake: Brake) {
        self.store = store
        self.brake = brake
    }

    func entries(in room: String, after: Int, limit: Int) throws(StoreError) -> [Entry] {
        if room == brake.room { brake.hold() }
        return try store.entries(in: room, after: after, limit: limit)
    }
}

enum Talk {
    static func opening(_ room: String = "north", id: String = "o", more: String = "") -> String {
        """
        {"op":"open","id":"\(id)","room":"\(room)","setup":{"title":"North Place"\(more),"members":[\
        {"id":"irc:helen","name":"Helen Moss","role":"facilitator"},\
        {"id":"irc:ann","name":"Ann Shah","organisation":"Hill PCN","sector":"primary-care"},\
        {"id":"irc:bo","name":"Bo Reed","organisation":"Reed Trust","sector":"vcse"}]}}
        """
    }

    static func say(_ actor: String, _ text: String, id: String, room: String = "north", more: String = "") -> String {
        #"{"op":"say","id":"\#(id)","room":"\#(room)","as":"irc:\#(actor)","text":"\#(text)"\#(more)}"#
    }
}
