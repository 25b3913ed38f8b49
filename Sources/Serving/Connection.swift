import Facilitation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Transcript

/// One client, by bytes: lines in, lines out. It knows no socket; whoever does feeds it and writes what it gives back.
///
/// Everything that comes out for a command was durably recorded before it is returned.
public final class Connection {
    public struct Options: Sendable {
        /// Who the connection belongs to.
        public var principal = Speech.parent
        /// The parent of stdio may open rooms, and speak for anybody in them.
        public var isHost = true
        /// The room of lines that name none.
        public var room: String?
        /// Decided by the first byte when nil.
        public var mode: ConnectionMode?
        /// Whether it may make rooms.
        public var mayOpen = true
        /// The rooms it may use; nil for all.
        public var rooms: [NamePattern]?
        /// As whom it may act; nil for everybody who is not among the people of another principal, and for whom nobody else
        /// has spoken, unless `mayActAsAnybody`.
        public var actors: [NamePattern]?
        /// True where no configuration says who speaks for whom: then it acts as anybody, whoever spoke for them before.
        public var mayActAsAnybody = false
        /// The roles of the people for whom it may speak; nil for all.
        public var roles: Set<Role>?
        /// Who may come in with a token; nil where none is asked for.
        public var grants: Grants?
        /// False until `hello` has brought a token that is known.
        public var isAuthenticated = true
        /// How fast it may speak; nil for as fast as it likes.
        public var rate: Rate?
        /// Whether its channel has private messages, as long as no `hello` has said what it has.
        public var hasPrivateMessages = false

        public init() {}
    }

    /// Its number at the switchboard; nil for a connection that is used by itself.
    let number: Int?
    let switchboard: Switchboard
    let library: Library
    var options: Options
    var host: RoomHost { switchboard.host }
    /// Whether the client's channel has private messages; in text mode, which does not ask, `Name (privately):` is one.
    var hasPrivateMessages: Bool
    private var intake: Intake
    /// What is to be sent, and how many lines of the client were dealt with since it was last taken.
    private var outgoing: [UInt8] = []
    var dealtWith = 0
    /// Whether one of those asked for a page; see `Backlog`.
    var hasPage = false
    /// Reads that are being made elsewhere.
    private var openReads = 0
    /// Commands of this connection that are in the next common write.
    private var waitingCount = 0
    /// Whether the line that is being taken is answered later, and counted then.
    private var isAnsweredLater = false
    /// Set when the client has said its last: what is still being made is sent, then the connection closes.
    private var leaving: Leaving?
    /// Wrong tokens so far.
    var wrongTokens = 0
    /// How many lines it may send just now; nil where that is not limited.
    var pace: TokenBucket?
    /// Who was too fast a moment ago.
    var holds = Holds()
    /// The rooms that this connection follows; see `Connection+Following.swift`.
    private(set) var following: [String: Following] = [:]
    public internal(set) var isClosed = false

    private enum Leaving {
        case said(bye: String?)
        case endOfStream
        case dismissed(Dismissal)
    }

    /// A command that goes into the next common write.
    struct Waiting {
        var speech: Speech
        /// Which of the protocol's own operations it came as; nil for a command, and in text mode.
        var own: ProtocolOperation?
        var id: String?
        /// The number of the line, for a failure that has no `id` to answer to.
        var lineNumber: Int
        var isText: Bool
    }

    /// A connection by itself, used from one thread: what it is fed is answered before `receive` returns.
    public convenience init(host: RoomHost, library: Library, options: Options = Options()) {
        self.init(number: nil, switchboard: Switchboard(host: host, library: library), options: options)
    }

    init(number: Int?, switchboard: Switchboard, options: Options) {
        self.number = number
        self.switchboard = switchboard
        library = switchboard.library
        self.options = options
        hasPrivateMessages = options.hasPrivateMessages
        intake = Intake(mode: options.mode)
        pace = options.rate.map { TokenBucket($0.connection, at: switchboard.now()) }
    }

    /// Takes what arrived and gives back what to send. Commands that arrive together are written together.
    public func receive(_ bytes: [UInt8]) -> [UInt8] {
        for message in intake.feed(bytes) { take(message) }
        switchboard.flush()
        return takeOutgoing()
    }

    /// The end of the stream: an unfinished last line still counts.
    public func finish() -> [UInt8] {
        if let message = intake.finish() { take(message) }
        switchboard.flush()
        return takeOutgoing()
    }

    func takeOutgoing() -> [UInt8] {
        switchboard.unsentBytes -= outgoing.count
        defer { outgoing = [] }
        return outgoing
    }

    /// One line of the client. What it says in a room waits for the common write; all else is answered now.
    func take(_ message: ClientMessage) {
        hasPage = hasPage || message.asksForPage
        guard !isClosed, leaving == nil else { return dealtWith += 1 }
        isAnsweredLater = false
        switch message {
        case .command(let line, let lineNumber): perform(line, lineNumber: lineNumber)
        case .unreadable(let error, let id, let lineNumber):
            flushOwn()
            send(ServerLine.failure(to: id, paceRefusal() ?? error, lineNumber: lineNumber))
        case .text(let bytes, let lineNumber):
            options.mode = .text
            hearText(bytes, lineNumber)
        case .unreadableText(let error): fail(paceRefusal() ?? error)
        }
        if !isAnsweredLater { dealtWith += 1 }
    }

    /// What this connection said before must be answered before what it says now.
    func flushOwn() { if waitingCount > 0 { switchboard.flush() } }

    // MARK: Protocol lines

    private func perform(_ line: ClientLine, lineNumber: Int) {
        var line = line
        if line.room == nil { line.room = options.room }
        do throws(WireError) {
            try checkPace()
            let known = OperationTable.find(line.operation)
            if known?.own?.mayComeFirst != true { try needAuthentication() }
            guard let operation = known else { throw unknown(line.operation) }
            if !operation.isCommand { try operation.check(line.fields) }
            if operation.needsRoom && line.room == nil { throw missing("room") }
            if operation.needsActor && line.actor == nil { throw missing("as") }
            if operation.needsRoom, let room = line.room { try checkRoom(room) }
            if let actor = line.actor, let room = line.room { try checkActor(actor, in: room, mayBeMade: false) }
            try answer(line, operation, lineNumber)
        } catch {
            flushOwn()
            send(ServerLine.failure(to: line.id, error, lineNumber: lineNumber))
            if wrongTokens >= Connection.wrongTokensMax { dismiss(.notAuthenticated) }
        }
    }

    private func unknown(_ operation: String) -> WireError {
        let nearest =
            Spelling.nearest(to: operation, among: OperationTable.names).map { " Did you mean “\($0)”?" } ?? ""
        return WireError(
            .unknownOperation, "There is no such operation.\(nearest) The hello operation lists them all.", field: "op")
    }

    func missing(_ field: String) -> WireError {
        WireError(.badField, "The field “\(field)” is missing.", field: field)
    }

    // MARK: Common write

    func wait(_ waiting: Waiting) {
        isAnsweredLater = true
        waitingCount += 1
        switchboard.wait(waiting, of: self)
    }

    /// The answer to what waited.
    func answer(_ item: Waiting, _ result: Result<Reply, HostError>) {
        // Whoever is told to go is answered first.
        defer {
            waitingCount -= 1
            leaveIfDone()
        }
        dealtWith += 1
        if item.isText { return answerText(item, result) }
        switch result {
        case .success(let reply):
            follow(reply, in: item.speech.room)
            send(reply, to: item.id)
        case .failure(let error):
            var wire = Connection.wireError(error)
            wire.field = Connection.field(error, item) ?? wire.field
            send(ServerLine.failure(to: item.id, wire, lineNumber: item.lineNumber))
        }
    }

    func send(_ reply: Reply, to id: String?, log: String? = nil) {
        send(
            ServerLine.reply(
                to: id, number: reply.number, item: reply.item, isRepeated: reply.isRepeated, log: log,
                declined: reply.declined.map { ($0.code, $0.message) }))
    }

    /// A private line goes to whoever sent it, and the bot's private words to whoever spoke for their recipient when
    /// they were written; while nobody did, to the parent of stdio.
    func hearsAtOnce(_ entry: Entry) -> Bool {
        guard entry.to != nil else { return true }
        return entry.principal.isEmpty ? options.isHost : entry.principal == options.principal
    }

    /// As `hearsAtOnce`, for what is read again: words to somebody for whom nobody spoke then belong to whoever does now.
    func maySee(_ entry: Entry) -> Bool {
        if hearsAtOnce(entry) { return true }
        guard let recipient = entry.to, entry.principal.isEmpty else { return false }
        let speaksFor = (try? host.principal(of: recipient, in: entry.room)) ?? nil
        return speaksFor == options.principal
    }

    func send(_ line: [UInt8]) {
        outgoing += line
        outgoing.append(0x0A)
        switchboard.unsentBytes += line.count + 1
    }

    func follows(_ room: String, _ state: Following) {
        if following.updateValue(state, forKey: room) == nil, let number { switchboard.add(follower: number, of: room) }
    }

    // MARK: Slow reads

    /// Makes a reply that can take long. Served by a switchboard that can, it is made elsewhere, and lines that follow are
    /// answered meanwhile; `work` must hold everything it needs.
    func reply(to id: String?, _ work: @escaping @Sendable () throws(WireError) -> [String: JSONValue]) {
        let make: @Sendable () -> [UInt8] = {
            do throws(WireError) {
                return ServerLine.reply(to: id, try work())
            } catch {
                return ServerLine.failure(to: id, error)
            }
        }
        guard let number, let elsewhere = switchboard.readsElsewhere else { return send(make()) }
        // Whoever started the program at its pipe may ask for as much as the pipe takes.
        guard options.isHost || openReads < SlowReads.ofOneConnectionMax else {
            return send(ServerLine.failure(to: id, Busy.withReads))
        }
        isAnsweredLater = true
        openReads += 1
        elsewhere(SlowRead(connection: number, make: make))
    }

    func finishRead(_ reply: [UInt8]) {
        openReads -= 1
        dealtWith += 1
        send(reply)
        leaveIfDone()
    }

    // MARK: The end

    func leave(bye id: String?) {
        leaving = .said(bye: id)
        leaveIfDone()
    }

    /// The client sends no more.
    func endOfStream() {
        if leaving == nil { leaving = .endOfStream }
        leaveIfDone()
    }

    /// The time to bring a token is over.
    func tokenTimeIsOver() { if !options.isAuthenticated { dismiss(.notAuthenticated) } }

    /// Why the server has ended the connection; nil when the client did, or nobody has.
    var dismissal: Dismissal? {
        if case .dismissed(let reason)? = leaving { reason } else { nil }
    }

    /// The server ends the connection: what is still being made is sent first, except to a client that does not read.
    func dismiss(_ dismissal: Dismissal) {
        // It is going already, and whoever said bye is still answered.
        if dismissal != .slowConsumer, leaving != nil { return }
        leaving = .dismissed(dismissal)
        if dismissal == .slowConsumer { openReads = 0 }
        leaveIfDone()
    }

    private func leaveIfDone() {
        guard let leaving, openReads == 0, waitingCount == 0, !isClosed else { return }
        switch leaving {
        case .said(let bye): send(ServerLine.reply(to: bye))
        case .endOfStream: break
        case .dismissed(let reason): sayGoodbye(reason)
        }
        isClosed = true
    }
}
