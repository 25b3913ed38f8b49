import Facilitation
import Frameworks
import Hosting
import LineProtocol
import Transcript

/// Where the connections meet the rooms. Used from one thread; whoever has sockets feeds it and sends what it gives back.
///
/// What several connections say is written in one synced transaction over all rooms, and nobody is answered before. A
/// connection's lines are taken in the order in which they came, and so are a room's.
public final class Switchboard {
    public let host: RoomHost
    let library: Library
    /// Given work that can take long; the result comes back as `Delivery.read`. Nil when everything is done at once.
    var readsElsewhere: ((SlowRead) -> Void)?
    /// Told which connection is over: what is still to be made for it is for nobody.
    var dropsReads: (_ connection: Int) -> Void = { _ in }
    private var connections: [Int: Connection] = [:]
    /// Who follows which room, in the order in which they began to.
    private var followers: [String: [Int]] = [:]
    /// Connections with something to send, in the order in which that happened.
    private var touched: [Int] = []
    private var isTouched: Set<Int> = []
    private var waiting: [(connection: Connection, item: Connection.Waiting)] = []
    /// What all connections together are to be sent.
    var unsentBytes = 0
    /// Beyond it, what is there is sent before more lines are taken: it is in the memory, and somebody waits for it.
    private static let unsentBytesMax = 8 << 20
    /// Whether there is news that could not be read.
    private var mustLookAgain = false

    /// Milliseconds of a clock that only goes forward, from any beginning.
    let now: () -> Int
    /// How much each actor may say just now, over all connections.
    var actorPaces = ActorPaces()

    public init(host: RoomHost, library: Library, now: @escaping () -> Int = MonotonicClock.milliseconds) {
        self.host = host
        self.library = library
        self.now = now
    }

    /// Something that reaches the rooms from outside, in order.
    public enum Delivery: Sendable {
        case connected(Int, Connection.Options)
        case said(Int, [ClientMessage])
        /// The client sends no more; it is still answered.
        case endOfStream(Int)
        /// The client is gone, and nothing can be sent to it.
        case gone(Int)
        /// What came of a `SlowRead`.
        case read(Int, [UInt8])
        /// The client must leave: it is told why, and how to go on.
        case dismissed(Int, Dismissal)
        /// Another program may have written into rooms.
        case news(StoreNews)
        /// A moment has passed: the time of an area may be used up.
        case tick
    }

    /// What is to be sent to one connection.
    public struct Outgoing: Sendable, Hashable {
        public var connection: Int
        public var bytes: [UInt8]
        /// How many of its lines were dealt with.
        public var dealtWith: Int
        /// Whether one of them asked for a page; see `Backlog`.
        public var hasPage = false
        /// Whether it is known who the client is.
        public var isAuthenticated = false
        /// True when nothing follows.
        public var isLast: Bool
        /// Why the server ends the connection, where it does.
        public var dismissal: Dismissal?
    }

    /// Takes what came, and gives back what to send, when everything is written.
    public func take(_ deliveries: [Delivery]) -> [Outgoing] {
        var all: [Outgoing] = []
        take(deliveries) { all.append($0) }
        return all
    }

    /// The same, with each part given to `send` as soon as there is much of it.
    func take(_ deliveries: [Delivery], _ send: (Outgoing) -> Void) {
        for delivery in deliveries {
            take(delivery, send)
            drainIfMuch(send)
        }
        flush()
        drain(send)
    }

    private func take(_ delivery: Delivery, _ send: (Outgoing) -> Void) {
        switch delivery {
        case .connected(let number, let options):
            connections[number] = Connection(number: number, switchboard: self, options: options)
        case .said(let number, let messages):
            guard let connection = connections[number] else { return }
            for message in messages {
                touch(number)
                connection.take(message)
                drainIfMuch(send)
            }
        case .endOfStream(let number):
            guard let connection = connections[number] else { return }
            touch(number)
            connection.flushOwn()
            connection.endOfStream()
        case .gone(let number):
            // What it said before is still kept.
            connections[number]?.isClosed = true
            remove(number)
        case .read(let number, let reply):
            guard let connection = connections[number] else { return }
            touch(number)
            connection.finishRead(reply)
        case .dismissed(let number, let dismissal):
            guard let connection = connections[number] else { return }
            touch(number)
            connection.flushOwn()
            // Whoever is outside knows only that the time for a token is over, and not whether one came.
            if dismissal == .notAuthenticated { connection.tokenTimeIsOver() } else { connection.dismiss(dismissal) }
        case .news(let news): hear(news)
        case .tick:
            if mustLookAgain {
                mustLookAgain = false
                hear(.wroteSomewhere)
            }
            noteTime()
        }
    }

    func add(follower number: Int, of room: String) { followers[room, default: []].append(number) }

    private func remove(_ number: Int) {
        for room in connections[number]?.following.keys.sorted() ?? [] {
            followers[room]?.removeAll { $0 == number }
            if followers[room] == [] { followers[room] = nil }
        }
        _ = connections.removeValue(forKey: number)?.takeOutgoing()
        dropsReads(number)
    }

    private func touch(_ number: Int) {
        if isTouched.insert(number).inserted { touched.append(number) }
    }

    private func drainIfMuch(_ send: (Outgoing) -> Void) {
        guard unsentBytes > Switchboard.unsentBytesMax else { return }
        flush()
        drain(send)
    }

    private func drain(_ send: (Outgoing) -> Void) {
        for number in touched {
            guard let connection = connections[number] else { continue }
            let outgoing = Outgoing(
                connection: number, bytes: connection.takeOutgoing(), dealtWith: connection.dealtWith,
                hasPage: connection.hasPage, isAuthenticated: connection.options.isAuthenticated,
                isLast: connection.isClosed, dismissal: connection.isClosed ? connection.dismissal : nil)
            connection.dealtWith = 0
            connection.hasPage = false
            if connection.isClosed { remove(number) }
            if !outgoing.bytes.isEmpty || outgoing.dealtWith > 0 || outgoing.isLast { send(outgoing) }
        }
        touched = []
        isTouched = []
    }

    // MARK: The common write

    func wait(_ item: Connection.Waiting, of connection: Connection) { waiting.append((connection, item)) }

    /// Writes what waits in one transaction, then answers in order, and tells the others.
    func flush() {
        guard !waiting.isEmpty else { return }
        let batch = waiting
        waiting = []
        let results = host.hear(batch.map(\.item.speech))
        for ((connection, item), result) in zip(batch, results) {
            // Who is gone meanwhile is told nothing, and must not follow the room for ever.
            if !connection.isClosed { connection.answer(item, result) }
            if case .success(let reply) = result { tell(reply, in: item.speech.room, except: connection) }
        }
    }

    /// Sends what another program wrote to everybody who follows.
    private func hear(_ news: StoreNews) {
        // What waits may come before it or after it, and is told of when it is written.
        flush()
        guard !followers.isEmpty else { return }
        var heads: [(room: String, log: String, head: Int)] = []
        switch news {
        case .wrote(let rooms):
            for room in rooms where followers[room] != nil {
                let summary = reading { () throws(HostError) in try host.summary(of: room) }
                if let summary { heads.append((room, summary.log, summary.head)) }
            }
        case .wroteSomewhere:
            let summaries = reading { () throws(HostError) in try host.roomSummaries() } ?? []
            heads = summaries.filter { followers[$0.room] != nil }.map { ($0.room, $0.log, $0.head) }
        }
        for (room, log, head) in heads {
            for number in followers[room] ?? [] {
                guard let connection = connections[number], !connection.isClosed else { continue }
                if connection.overhearOthers(in: room, of: log, upTo: head) { touch(number) }
            }
        }
    }

    /// Tells rooms that somebody follows here that the time of their area is used up. What cannot be written now is tried
    /// again at the next tick.
    private func noteTime() {
        guard !followers.isEmpty else { return }
        flush()
        for room in host.roomsOutOfTime() where followers[room] != nil {
            if let reply = try? host.noteTime(in: room) { tell(reply, in: room) }
        }
    }

    /// Lets every other connection that follows the room know what happened in it.
    func tell(_ reply: Reply, in room: String, except speaker: Connection? = nil) {
        guard !reply.entries.isEmpty else { return }
        let others = (followers[room] ?? []).compactMap { connections[$0] }.filter { $0 !== speaker && !$0.isClosed }
        guard !others.isEmpty,
            let attribution = reading({ () throws(HostError) in try host.heldAttribution(in: room) })
        else { return }
        for other in others {
            if let number = other.number { touch(number) }
            other.overhear(reply, in: room, attribution)
        }
    }

    /// Nil when it cannot be read just now. Nobody may tell of it another time, so it is looked for again at the next tick,
    /// where that may help.
    func reading<Value>(_ work: () throws(HostError) -> Value) -> Value? {
        do throws(HostError) {
            return try work()
        } catch {
            mustLookAgain = mustLookAgain || Connection.wireError(error).mayRetry
            return nil
        }
    }
}
