import Dispatch
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Transcript

/// The one thread that has the rooms, and the bounded queue before it.
///
/// Transports put in what clients say, from any thread; what has come meanwhile is taken together and written in one
/// synced transaction. Records, drafts and exports are made on other threads from a value of the room, so that they hold
/// up nobody.
///
/// Sendable because `lock` guards everything that is not `let`.
public final class HostingThread: @unchecked Sendable {
    private let lock = NSCondition()
    private var queue: [Switchboard.Delivery] = []
    private var queuedLines = 0
    private var sinks: [Int: Sink] = [:]
    private var lastNumber = 0
    /// Slow reads whose result has not come back.
    private var openReads = 0
    private var isEnding = false
    private var hasEnded = false
    private let linesMax: Int
    private let reads = DispatchQueue(label: "commonground.reads", attributes: .concurrent)

    /// Takes what is to be sent to a connection; called on the hosting thread, or in `connect` when that has ended, and
    /// must not wait.
    public typealias Sink = @Sendable (Switchboard.Outgoing) -> Void

    /// How many lines may wait for the rooms before clients are told to come again.
    public static let linesMaxDefault = 4_096
    /// How many lines are taken together at most: the later ones of a flood are not to hold up the answers to the first.
    private static let batchMax = 512

    /// - Parameter makeHost: makes the rooms; called on the hosting thread.
    public init(
        library: Library, linesMax: Int = HostingThread.linesMaxDefault,
        makeHost: @escaping @Sendable () -> RoomHost
    ) {
        self.linesMax = linesMax
        let thread = Thread { [self] in
            let host = makeHost()
            host.store.watch { [weak self] news in self?.put(news) }
            let switchboard = Switchboard(host: host, library: library)
            switchboard.readsElsewhere = { [self] read in
                lock.withLock { openReads += 1 }
                reads.async {
                    let reply = read.make()
                    self.lock.withLock {
                        self.openReads -= 1
                        self.queue.append(.read(read.connection, reply))
                        self.lock.broadcast()
                    }
                }
            }
            run(switchboard)
        }
        thread.name = "hosting"
        // Deep set-ups and long discussions are walked recursively.
        thread.stackSize = 8 << 20
        thread.start()
    }

    // MARK: For transports

    /// - Returns: the number of the new connection.
    public func connect(_ options: Connection.Options, _ sink: @escaping Sink) -> Int {
        let (number, isTooLate) = lock.withLock { () -> (Int, Bool) in
            lastNumber += 1
            if isEnding { return (lastNumber, true) }
            sinks[lastNumber] = sink
            queue.append(.connected(lastNumber, options))
            lock.broadcast()
            return (lastNumber, false)
        }
        // Everybody else has been told to go by now.
        if isTooLate {
            sink(
                Switchboard.Outgoing(
                    connection: number, bytes: [], dealtWith: 0, isLast: true, dismissal: .shuttingDown))
        }
        return number
    }

    /// Puts in lines of a connection.
    ///
    /// - Returns: how many were taken: fewer than given when the queue is full. The others are the caller's to refuse, with
    ///   `Busy.answer(to:)`.
    public func say(_ connection: Int, _ messages: [ClientMessage]) -> Int {
        lock.withLock {
            let taken = isEnding ? 0 : min(messages.count, linesMax - queuedLines)
            guard taken > 0 else { return 0 }
            queue.append(.said(connection, Array(messages.prefix(taken))))
            queuedLines += taken
            lock.broadcast()
            return taken
        }
    }

    /// As `say`, but waits until there is room for all of them: for a pipe, which holds back whoever writes into it.
    public func sayWaiting(_ connection: Int, _ messages: [ClientMessage]) {
        var rest = messages[...]
        while !rest.isEmpty {
            rest = rest.dropFirst(say(connection, Array(rest)))
            guard !rest.isEmpty else { return }
            let mayGoOn = lock.withLock {
                while queuedLines >= linesMax, !isEnding { lock.wait() }
                return !isEnding
            }
            guard mayGoOn else { return }
        }
    }

    public func endOfStream(_ connection: Int) { put(.endOfStream(connection)) }

    public func dismiss(_ connection: Int, _ reason: Dismissal) { put(.dismissed(connection, reason)) }

    /// The client is gone. Nothing is sent to it any more; what it said is kept.
    public func gone(_ connection: Int) {
        lock.withLock { sinks[connection] = nil }
        put(.gone(connection))
    }

    /// Answers what has come, tells every client that the server ends, and returns when that is done.
    public func end() {
        lock.withLock {
            if !isEnding {
                isEnding = true
                for number in sinks.keys.sorted() { queue.append(.dismissed(number, .shuttingDown)) }
            }
            lock.broadcast()
            while !hasEnded { lock.wait() }
        }
    }

    private func put(_ delivery: Switchboard.Delivery) {
        lock.withLock {
            queue.append(delivery)
            lock.broadcast()
        }
    }

    /// News of which nobody has heard yet is not put in twice.
    private func put(_ news: StoreNews) {
        lock.withLock {
            if isEnding { return }
            if case .news(let waiting)? = queue.last, waiting == news { return }
            queue.append(.news(news))
            lock.broadcast()
        }
    }

    // MARK: The thread

    private func run(_ switchboard: Switchboard) {
        while let batch = next() {
            let outgoing = switchboard.take(batch)
            for item in outgoing { sink(of: item)?(item) }
        }
        lock.withLock {
            hasEnded = true
            lock.broadcast()
        }
    }

    private func sink(of outgoing: Switchboard.Outgoing) -> Sink? {
        lock.withLock {
            outgoing.isLast ? sinks.removeValue(forKey: outgoing.connection) : sinks[outgoing.connection]
        }
    }

    /// Waits until there is something to do; nil at the end.
    private func next() -> [Switchboard.Delivery]? {
        lock.withLock {
            while queue.isEmpty {
                if isEnding && openReads == 0 { return nil }
                lock.wait()
            }
            var lines = 0
            var count = 0
            while count < queue.count, lines < HostingThread.batchMax {
                if case .said(_, let messages) = queue[count] { lines += messages.count }
                count += 1
            }
            queuedLines -= lines
            lock.broadcast()
            defer { queue.removeFirst(count) }
            return Array(queue.prefix(count))
        }
    }
}

/// What a client is told when the queue is full.
public enum Busy {
    /// After so long it may try again.
    public static let retryMilliseconds = 100

    /// The reply to a line that was not taken; nil where a line gets none.
    public static func answer(to message: ClientMessage) -> [UInt8]? {
        switch message {
        case .command(let line, let number): reply(line.id, number)
        case .unreadable(_, let id, let number): reply(id, number)
        case .text, .unreadableText:
            TextLineWriter().failure(code: WireCode.busy.rawValue, message: words).flatMap { Array($0.utf8) + [0x0A] }
        }
    }

    private static let words =
        "Too much is waiting to be written just now. Nothing of this line was kept; send it again."

    private static func reply(_ id: String?, _ lineNumber: Int) -> [UInt8] {
        let error = WireError(.busy, words, more: ["retry_ms": .integer(retryMilliseconds)])
        return ServerLine.failure(to: id, error, lineNumber: lineNumber) + [0x0A]
    }
}
