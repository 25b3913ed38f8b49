import CPostgreSQL
import Foundation

/// Rooms in the order in which they came, each once. By bytes: Swift takes "é" and "e" with an accent for the same
/// text, the server does not.
struct RoomsInOrder: Sendable {
    private(set) var rooms: [String] = []
    private var known: Set<[UInt8]> = []

    mutating func add(_ room: String) {
        if known.insert(Array(room.utf8)).inserted { rooms.append(room) }
    }
}

/// Tells other workers which rooms were written, and hears it from them, with NOTIFY and LISTEN.
///
/// On a thread and a connection of its own, which syncs nothing: inside the transaction of an append, NOTIFY would make
/// the commits of all workers wait for each other. So a worker that is killed between its commit and its NOTIFY leaves
/// the others without word; therefore everybody also looks now and then without being told.
///
/// Sendable because `lock` guards everything that is not `let`.
final class ServerNews: @unchecked Sendable {
    /// After so long without word, a watcher looks all the same.
    static let lookSeconds: Int32 = 5
    private let server: ServerPool
    private let lock = NSCondition()
    private var untold = RoomsInOrder()
    private var listener: (@Sendable (StoreNews) -> Void)?
    private var isRunning = false
    private var isClosing = false
    /// A byte in it wakes the thread: reading end and writing end.
    private var wakeUp: (reading: Int32, writing: Int32) = (-1, -1)

    init(_ server: ServerPool) { self.server = server }

    func tell(_ rooms: [String]) {
        lock.withLock {
            for room in rooms { untold.add(room) }
            wake()
        }
    }

    func listen(_ listener: @escaping @Sendable (StoreNews) -> Void) {
        lock.withLock {
            self.listener = listener
            wake()
        }
    }

    /// Tells what is untold, and returns when the thread has ended; a server that does not answer is not waited for.
    func close() {
        lock.withLock {
            listener = nil
            isClosing = true
            guard isRunning else { return }
            wake()
            let end = Date(timeIntervalSinceNow: 2)
            while isRunning, lock.wait(until: end) {}
        }
    }

    private func wake() {
        if isRunning {
            var byte: UInt8 = 1
            _ = write(wakeUp.writing, &byte, 1)
            return
        }
        guard !isClosing else { return }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeUp = (ends[0], ends[1])
        isRunning = true
        let thread = Thread { [self] in
            run()
            lock.withLock {
                isRunning = false
                Glibc.close(wakeUp.reading)
                Glibc.close(wakeUp.writing)
                lock.broadcast()
            }
        }
        thread.name = "news"
        thread.start()
    }

    // MARK: The thread

    private func run() {
        var connection: ServerConnection?
        var listens = false
        var looksAt = ContinuousClock.now
        while true {
            let (isClosing, listener) = lock.withLock { (self.isClosing, self.listener) }
            if connection == nil {
                connection = try? connect()
                listens = false
            }
            if let current = connection {
                if listener != nil, !listens {
                    listens = true
                    // An engine without LISTEN leaves us with looking now and then.
                    try? current.run(script: "LISTEN \(server.schema)")
                    // What was told while nobody listened is unknown.
                    looksAt = .now
                }
                try? tellUntold(current)
                if current.isLost { connection = nil }
            }
            if isClosing { return }
            if let listener, connection != nil, .now >= looksAt {
                listener(.wroteSomewhere)
                looksAt = .now + .seconds(Int64(ServerNews.lookSeconds))
            }
            let pause: Int32 = connection == nil ? 1_000 : listener == nil ? -1 : ServerNews.lookSeconds * 1_000
            let rooms = wait(connection, milliseconds: pause)
            if let listener, !rooms.isEmpty { listener(.wrote(rooms: rooms)) }
        }
    }

    private func connect() throws -> ServerConnection {
        let connection = try server.connect()
        // Word of a commit, and nothing that has to be kept.
        try connection.run(script: "SET synchronous_commit TO off")
        return connection
    }

    private func tellUntold(_ connection: ServerConnection) throws {
        let rooms = lock.withLock { () -> [String] in
            defer { untold = RoomsInOrder() }
            return untold.rooms
        }
        guard !rooms.isEmpty else { return }
        var names = BinaryArray(of: .text)
        for room in rooms { names.append(room) }
        try connection.run(
            "SELECT pg_notify($1::text, room) FROM unnest($2::text[]) AS room",
            [BinaryParameter(server.schema), BinaryParameter(names)])
    }

    /// Waits to be woken or told.
    ///
    /// - Returns: the rooms that others wrote.
    private func wait(_ connection: ServerConnection?, milliseconds: Int32) -> [String] {
        let socket = connection.map { PQsocket($0.handle) } ?? -1
        var descriptors = [
            pollfd(fd: wakeUp.reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, 2, milliseconds)
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(wakeUp.reading, &bytes, bytes.count) == bytes.count {}
        guard let connection, PQconsumeInput(connection.handle) == 1 else { return [] }
        var rooms = RoomsInOrder()
        let own = PQbackendPID(connection.handle)
        while let news = PQnotifies(connection.handle) {
            if news.pointee.be_pid != own { rooms.add(String(cString: news.pointee.extra)) }
            PQfreemem(news)
        }
        return rooms.rooms
    }
}

extension PostgreSQLStore {
    public func watch(_ tell: @escaping @Sendable (StoreNews) -> Void) { news.listen(tell) }
}
