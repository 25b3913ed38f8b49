import Facilitation
import Foundation
import Frameworks
import JSONText
import LineProtocol
import NIOCore
import NIOPosix
import Serving

/// The adapter at work: between matterbridge's API and the rooms of this process, to which it speaks as any client at a
/// socket does, as `bridge:matterbridge`.
///
/// Sendable because everything that changes is used on `loop` only.
public final class MatterbridgeBridge: @unchecked Sendable {
    public static let principal = "bridge:matterbridge"

    /// Why the adapter cannot go on.
    public enum Failure: Error, Sendable, Hashable {
        case tokenRefused
        /// Matterbridge says no for a reason that trying again does not mend.
        case refused(status: Int)
        /// So many attempts in a row failed.
        case unreachable(attempts: Int)
        case noRoom(String)
        /// The rooms cannot be read, and trying again does not help; with the reason in their own words.
        case unreadable(String)
    }

    private let settings: MatterbridgeSettings
    private let hosting: HostingThread
    private let note: @Sendable (String) -> Void
    private let failed: @Sendable (Failure) -> Void
    private let random: @Sendable () -> Double
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let loop: any EventLoop
    private let call: APICall

    private let lock = NSLock()
    /// Guarded by `lock`.
    private var isShut = false
    private var relay: MatterbridgeRelay
    private var connection = 0
    private var intake = Intake(mode: .protocolLines)
    private var splitter = LineSplitter(lineLimit: 64 << 20)
    private var spool: Spool
    /// Lines that the rooms had no space for yet.
    private var unsent: [ClientMessage] = []
    private var feed: LiveFeed?
    /// What came while the buffer was being fetched; nil when nothing is held back.
    private var held: [ChatMessage]?
    private var isFetching = false
    /// The feed was opened anew while the buffer was being fetched.
    private var fetchesAgain = false
    private var feedBackOff: BackOff
    private var postBackOff: BackOff
    private var settling: Scheduled<Void>?
    private var isReady = false
    private var isPosting = false
    private var isEnding = false
    private var whenQuiet: EventLoopPromise<Void>?

    /// After so long a connection is a good one, and whatever comes is new.
    static let settlingTime = TimeAmount.seconds(30)
    /// Beyond it, no more is read from the chat until the rooms have caught up.
    static let waitingMax = 1_000

    /// - Parameters:
    ///   - spool: the path of a file for messages that are taken over and not kept yet; nil for none.
    ///   - note: takes words for whoever runs the adapter.
    ///   - failed: called once, when the adapter cannot go on.
    ///   - random: gives numbers from 0 up to 1.
    public init(
        _ settings: MatterbridgeSettings, _ hosting: HostingThread, spool: String? = nil,
        note: @escaping @Sendable (String) -> Void, failed: @escaping @Sendable (Failure) -> Void,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.settings = settings
        self.hosting = hosting
        self.note = note
        self.failed = failed
        self.random = random
        self.spool = Spool(path: spool)
        loop = group.next()
        call = APICall(
            address: APIAddress(settings), loop: loop,
            patience: .milliseconds(Int64(settings.retry.patienceMilliseconds)))
        relay = MatterbridgeRelay(settings)
        feedBackOff = BackOff(settings.retry)
        postBackOff = feedBackOff
    }

    private var options: Connection.Options {
        var options = Connection.Options()
        options.principal = MatterbridgeBridge.principal
        options.isHost = false
        options.mayOpen = false
        options.rooms = settings.rooms.compactMap { NamePattern($0.room) }
        options.roles = [.member, .observer]
        options.rate = .usual
        options.mode = .protocolLines
        return options
    }

    public func start() { loop.execute { self.connect() } }

    /// For the first time, or after the rooms have ended the connection before.
    private func connect() {
        intake = Intake(mode: .protocolLines)
        unsent = []
        connection = hosting.connect(options) { [self] outgoing in
            // The rooms may still answer when the loop is gone.
            lock.withLock { if !isShut { loop.execute { self.take(outgoing) } } }
        }
        perform(relay.take(.connected))
    }

    /// Ends in order: nothing new is begun, and what was just posted is marked as posted.
    public func stop() {
        let quiet = loop.makePromise(of: Void.self)
        loop.execute { [self] in
            isEnding = true
            feed?.close()
            settling?.cancel()
            whenQuiet = quiet
            if !isPosting { quietNow() }
            loop.scheduleTask(in: .seconds(5)) { self.quietNow() }
        }
        try? quiet.futureResult.wait()
        hosting.endOfStream(connection)
        shutDown()
    }

    /// Ends as a kill would: nothing is finished, nothing more is told to anybody.
    public func drop() {
        let dropped = loop.submit { [self] in
            isEnding = true
            feed?.close()
            settling?.cancel()
            hosting.gone(connection)
        }
        try? dropped.wait()
        shutDown()
    }

    private func shutDown() {
        lock.withLock { isShut = true }
        try? group.syncShutdownGracefully()
    }

    private func quietNow() {
        whenQuiet?.succeed()
        whenQuiet = nil
    }

    private func fail(_ failure: Failure) {
        guard !isEnding else { return }
        isEnding = true
        feed?.close()
        failed(failure)
    }

    private func perform(_ outputs: [MatterbridgeRelay.Output]) {
        for output in outputs {
            switch output {
            case .send(let line): send(line)
            case .post(let post): self.post(post)
            case .retry(let room, let milliseconds):
                after(milliseconds) { self.perform(self.relay.take(.retry(room: room))) }
            case .greetAgain(let milliseconds):
                after(milliseconds) { self.perform(self.relay.take(.connected)) }
            case .reconnect(let milliseconds): after(milliseconds) { self.connect() }
            case .ready:
                isReady = true
                take(spool.left())
                openFeed()
            case .note(let words): note(words)
            case .noRoom(let room): fail(.noRoom(room))
            case .unreadable(let reason): fail(.unreadable(reason))
            }
        }
    }

    private func after(_ milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
        loop.scheduleTask(in: .milliseconds(Int64(milliseconds))) { if !self.isEnding { work() } }
    }

    // MARK: The rooms

    private func send(_ line: JSONValue) {
        unsent += intake.feed(JSONEmitter(.compact).bytes(line) + [0x0A])
        // What is being flushed goes on by itself.
        flush()
    }

    private func flush() {
        guard !unsent.isEmpty else { return }
        unsent.removeFirst(hosting.say(connection, unsent))
        if !unsent.isEmpty { after(Busy.retryMilliseconds) { self.flush() } }
    }

    private func take(_ outgoing: Switchboard.Outgoing) {
        for line in splitter.feed(outgoing.bytes) {
            guard case .complete(_, let bytes) = line, let value = try? JSONScanner(depthLimit: 64).scan(bytes) else {
                note("a line of the rooms could not be read")
                continue
            }
            perform(relay.take(.heard(value)))
        }
        // Before the rooms were read, what an earlier start left in the spool is still to be said.
        if isReady, relay.waitingCount == 0 { spool.clear() }
        feed?.reads(relay.waitingCount < MatterbridgeBridge.waitingMax)
    }

    // MARK: Hearing

    private func openFeed() {
        guard !isEnding else { return }
        if settings.receiving == .websocket, held == nil { held = [] }
        let feed = LiveFeed(
            loop, call.address, patience: .milliseconds(Int64(settings.retry.patienceMilliseconds))
        ) { [self] report in
            guard !isEnding else { return }
            switch report {
            case .opened: opened()
            case .arrived(let messages): arrived(messages)
            case .unreadable: note("matterbridge sent something that is no message; it is passed over")
            case .closed(let status, let reason): closed(status, reason)
            }
        }
        self.feed = feed
        feed.open(settings.receiving)
    }

    /// The live feed is there; what was said before it comes first.
    private func opened() {
        guard settings.receiving == .websocket else { return begin([]) }
        if isFetching { fetchesAgain = true } else { fetch() }
    }

    /// Matterbridge empties its buffer as it hands it over, so that what comes is taken whatever became of the feed.
    private func fetch() {
        isFetching = true
        call.get("/api/messages").whenComplete { [self] result in
            isFetching = false
            guard case .success(let answer) = result, answer.status == 200,
                let buffered = ChatMessage.all(in: answer.body)
            else { return notFetched(result) }
            if isEnding {
                if !spool.leave(buffered) { note("what the chat said last could not be kept for the next start") }
            } else if fetchesAgain {
                fetchesAgain = false
                keep(buffered)
                take(buffered)
                fetch()
            } else {
                begin(buffered)
            }
        }
    }

    private func notFetched(_ result: Result<APICall.Answer, any Error>) {
        guard !isEnding else { return }
        fetchesAgain = false
        let waiting = held ?? []
        held = nil
        take(waiting)
        guard feed != nil else { return }
        switch result {
        case .success(let answer): broken("it answers \(answer.status) when asked for its buffer", answer.status)
        case .failure(let error): broken("\(error)", nil)
        }
    }

    private func keep(_ buffered: [ChatMessage]) {
        if !spool.add(buffered) { note("what came while nobody listened is not safe from a kill until it is kept") }
    }

    private func begin(_ buffered: [ChatMessage]) {
        if feedBackOff.failures > 0 { note("matterbridge is heard again") }
        perform(relay.take(.feedOpened))
        let waiting = held ?? []
        held = nil
        keep(buffered)
        take(buffered + waiting)
        settling?.cancel()
        settling = loop.scheduleTask(in: MatterbridgeBridge.settlingTime) { [self] in
            feedBackOff.succeeded()
            perform(relay.take(.feedSettled))
        }
    }

    private func arrived(_ messages: [ChatMessage]) {
        if held != nil { held? += messages } else { take(messages) }
    }

    private func take(_ messages: [ChatMessage]) {
        // A greeting alone proves nothing: a server may greet and fall over, again and again.
        if messages.contains(where: { $0.kind != .aside }) { feedBackOff.succeeded() }
        perform(relay.take(.arrived(messages)))
        if relay.waitingCount >= MatterbridgeBridge.waitingMax { feed?.reads(false) }
    }

    private func broken(_ reason: String, _ status: Int?) {
        feed?.close()
        closed(status, reason)
    }

    private func closed(_ status: Int?, _ reason: String) {
        feed = nil
        settling?.cancel()
        if let failure = status.flatMap(MatterbridgeBridge.lasting) { return fail(failure) }
        tryAgain(&feedBackOff, "matterbridge is not heard: \(reason)") { self.openFeed() }
    }

    /// A refusal that does not pass by itself.
    private static func lasting(_ status: Int) -> Failure? {
        switch status {
        case 401, 403: .tokenRefused
        case 408, 425, 429: nil
        case 400..<500: .refused(status: status)
        default: nil
        }
    }

    private func tryAgain(_ backOff: inout BackOff, _ words: String, _ work: @escaping @Sendable () -> Void) {
        let isFirst = backOff.failures == 0
        let milliseconds = backOff.failed(random: random())
        if settings.retry.attempts > 0, backOff.failures >= settings.retry.attempts {
            return fail(.unreachable(attempts: backOff.failures))
        }
        if isFirst { note("\(words); trying again") }
        after(milliseconds, work)
    }

    // MARK: Posting

    private func post(_ post: ChatPost) {
        guard !isEnding else { return }
        isPosting = true
        call.post("/api/message", post.body).whenComplete { [self] result in
            isPosting = false
            posted(post, result)
            if isEnding { quietNow() }
        }
    }

    private func posted(_ post: ChatPost, _ result: Result<APICall.Answer, any Error>) {
        switch result {
        case .success(let answer) where (200..<300).contains(answer.status):
            if postBackOff.failures > 0 { note("matterbridge takes messages again") }
            postBackOff.succeeded()
            perform(relay.take(.posted(ChatMessage.all(in: answer.body)?.first)))
        case .success(let answer):
            if let failure = MatterbridgeBridge.lasting(answer.status) { return fail(failure) }
            tryAgain(&postBackOff, "a message cannot be posted: matterbridge answers \(answer.status)") {
                self.post(post)
            }
        case .failure(let error):
            tryAgain(&postBackOff, "a message cannot be posted: \(error)") { self.post(post) }
        }
    }
}
