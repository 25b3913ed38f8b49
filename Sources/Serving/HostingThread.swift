import Dispatch
import Foundation
import Frameworks
import Hosting
import LineProtocol
import Transcript

/// The one thread that has the rooms, and the bounded queue before it.
///
/// Transports put in what clients say, from any thread; what has come meanwhile is taken together and written in one
/// synced transaction. Records, drafts and exports are made on two other threads from a value of the room, so that they
/// hold up nobody.
///
/// Sendable because `lock` guards everything that is not `let`.
public final class HostingThread: @unchecked Sendable {
    private let lock = NSCondition()
    private var queue: [Switchboard.Delivery] = []
    private var queuedLines = 0
    private var sinks: [Int: Sink] = [:]
    private var lastNumber = 0
    private var slowReads = SlowReads()
    /// Slow reads that wait, and those that are being made.
    private var openReads = 0
    /// Raised for each slow read. Threads of our own, for those of a dispatch queue end the program when it has no file
    /// descriptor left.
    private let readsToMake = DispatchSemaphore(value: 0)
    private var isEnding = false
    private var hasEnded = false
    /// When rooms are next asked whether their time is used up, as `MonotonicClock` counts.
    private var nextTick = 0
    private let linesMax: Int

    /// Takes what is to be sent to a connection; called on the hosting thread, or in `connect` when that has ended, and
    /// must not wait.
    public typealias Sink = @Sendable (Switchboard.Outgoing) -> Void

    /// How many lines may wait for the rooms before clients are told to come again.
    public static let linesMaxDefault = 4_096
    /// How many lines are taken together at most: the later ones of a flood are not to hold up the answers to the first.
    private static let batchMax = 512
    private static let tickMilliseconds = 1_000

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
            switchboard.readsElsewhere = { [self] read in begin(read) }
            switchboard.dropsReads = { [self] connection in dropReads(of: connection) }
            run(switchboard)
        }
        HostingThread.start(thread, "hosting")
        for _ in 0..<SlowReads.threads { HostingThread.start(Thread { [self] in makeReads() }, "reads") }
    }

    private static func start(_ thread: Thread, _ name: String) {
        thread.name = name
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
            switchboard.take(batch) { item in sink(of: item)?(item) }
        }
        lock.withLock {
            hasEnded = true
            lock.broadcast()
        }
        for _ in 0..<SlowReads.threads { readsToMake.signal() }
    }

    private func sink(of outgoing: Switchboard.Outgoing) -> Sink? {
        lock.withLock {
            outgoing.isLast ? sinks.removeValue(forKey: outgoing.connection) : sinks[outgoing.connection]
        }
    }

    /// Time passes also while nobody speaks.
    private func tickIfDue() {
        let now = MonotonicClock.milliseconds()
        guard now >= nextTick, !isEnding else { return }
        nextTick = now + HostingThread.tickMilliseconds
        queue.append(.tick)
    }

    /// Waits until there is something to do; nil at the end.
    private func next() -> [Switchboard.Delivery]? {
        lock.withLock {
            tickIfDue()
            while queue.isEmpty {
                if isEnding && openReads == 0 { return nil }
                if isEnding {
                    lock.wait()
                } else {
                    let left = max(1, nextTick - MonotonicClock.milliseconds())
                    _ = lock.wait(until: Date(timeIntervalSinceNow: Double(left) / 1_000))
                    tickIfDue()
                }
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

    // MARK: Slow reads

    private func begin(_ read: SlowRead) {
        lock.withLock {
            slowReads.add(read)
            openReads += 1
        }
        readsToMake.signal()
    }

    /// What a client asked for that is gone, or that is sent nothing more, is not made.
    private func dropReads(of connection: Int) {
        lock.withLock { openReads -= slowReads.drop(of: connection) }
    }

    private func makeReads() {
        while true {
            readsToMake.wait()
            let (read, isOver) = lock.withLock { (slowReads.next(), hasEnded) }
            if let read {
                let reply = read.make()
                lock.withLock {
                    openReads -= 1
                    queue.append(.read(read.connection, reply))
                    lock.broadcast()
                }
            } else if isOver {
                return
            }
        }
    }
}
