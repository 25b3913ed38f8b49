import Bridges
import Foundation
import JSONText
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A small stand-in of matterbridge's API, with its ways: a ring buffer that is given away once, a live feed to whoever is
/// there, ids that are often blank, connections that drop, messages that come again.
final class StandIn: @unchecked Sendable {
    /// How it misbehaves.
    struct Mood: Sendable {
        /// What a request must bring.
        var token: String?
        /// Statuses for the next messages that are posted to it; 0 takes the message and breaks the connection off.
        var postStatuses: [Int] = []
        /// Statuses for the next live feeds that are asked for.
        var feedStatuses: [Int] = []
        /// Sends what was posted back, as another bridge may, with changed words.
        var echoes = false
        /// Milliseconds before it answers a post.
        var delay = 0
    }

    private let lock = NSLock()
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private var server: (any Channel)?
    private var mood = Mood()
    private var ring: [String] = []
    private var ringMax = 100
    private var sockets: [any Channel] = []
    private var streams: [any Channel] = []
    private var taken: [ChatMessage] = []
    private var openings = 0
    private(set) var port = 0
    private var count = 0

    init() throws {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                let upgrader = NIOWebSocketServerUpgrader(
                    shouldUpgrade: { channel, head in
                        let isFine = self.feedStatus(head) == nil
                        return channel.eventLoop.makeSucceededFuture(isFine ? HTTPHeaders() : nil)
                    },
                    upgradePipelineHandler: { channel, _ in
                        self.add(socket: channel)
                        return channel.eventLoop.makeSucceededVoidFuture()
                    })
                let handler = RequestHandler(self)
                return channel.pipeline.configureHTTPServerPipeline(
                    withServerUpgrade: (
                        upgraders: [upgrader],
                        completionHandler: { context in context.pipeline.removeHandler(handler, promise: nil) }
                    )
                ).flatMap { channel.pipeline.addHandler(handler) }
            }
        let server = try bootstrap.bind(host: "127.0.0.1", port: 0).wait()
        self.server = server
        port = server.localAddress?.port ?? 0
    }

    func stop() {
        try? server?.close().wait()
        cut()
        try? group.syncShutdownGracefully()
    }

    func change(_ change: (inout Mood) -> Void) { lock.withLock { change(&mood) } }

    // MARK: The chat

    /// Somebody writes something; everybody who listens hears it, and the buffer keeps it.
    @discardableResult
    func say(
        _ user: String, _ text: String, id: String = "", event: String = "", username: String? = nil,
        account: String = "slack.north", time: String? = nil, gateway: String = "north-place"
    ) -> String {
        let number = lock.withLock {
            count += 1
            return count
        }
        let message: JSONValue = [
            "text": .string(text), "channel": "C1", "username": .string(username ?? user.lowercased()),
            "userid": .string(user), "avatar": "", "account": .string(account), "event": .string(event),
            "protocol": "slack", "gateway": .string(gateway), "parent_id": "",
            "timestamp": .string(time ?? "2026-10-14T13:20:\(number % 60 + 10).\(100_000_000 + number)+01:00"),
            "id": .string(id), "Extra": .null,
        ]
        let words = JSONEmitter(.compact).text(message)
        send(words)
        return words
    }

    /// Delivers something once more.
    func send(_ words: String) {
        let (sockets, streams) = lock.withLock {
            // The stream takes messages out of the buffer; the socket leaves them there.
            if self.streams.isEmpty { ring = Array((ring + [words]).suffix(ringMax)) }
            return (self.sockets, self.streams)
        }
        for channel in sockets { channel.writeAndFlush(StandIn.frame(words, channel), promise: nil) }
        for channel in streams { StandIn.write(words + "\n", to: channel) }
    }

    private static func frame(_ words: String, _ channel: any Channel) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: .text, data: channel.allocator.buffer(string: words))
    }

    private static func write(_ words: String, to channel: any Channel) {
        channel.writeAndFlush(
            HTTPServerResponsePart.body(.byteBuffer(channel.allocator.buffer(string: words))), promise: nil)
    }

    /// Ends every live feed; with words, in the middle of sending them. They are in the buffer for whoever comes again.
    func cut(inTheMiddleOf words: String? = nil) {
        let (sockets, streams) = lock.withLock {
            defer { (self.sockets, self.streams) = ([], []) }
            if let words { ring = Array((ring + [words]).suffix(ringMax)) }
            return (self.sockets, self.streams)
        }
        let half = words.map { String($0.prefix(40)) } ?? ""
        for channel in sockets {
            let buffer = channel.allocator.buffer(string: half)
            if words != nil {
                channel.writeAndFlush(WebSocketFrame(fin: false, opcode: .text, data: buffer), promise: nil)
            }
            channel.close(promise: nil)
        }
        for channel in streams {
            if words != nil { StandIn.write(half, to: channel) }
            channel.close(promise: nil)
        }
    }

    /// What was posted here, in order.
    var posts: [ChatMessage] { lock.withLock { taken } }
    var texts: [String] { posts.map(\.text) }
    /// Live feeds that were opened.
    var feeds: Int { lock.withLock { openings } }
    var isHeard: Bool { lock.withLock { !sockets.isEmpty || !streams.isEmpty } }
    var buffered: Int { lock.withLock { ring.count } }

    // MARK: Requests

    /// Nil when the feed may be opened.
    private func feedStatus(_ head: HTTPRequestHead) -> Int? {
        if let refused = refusal(head) { return refused }
        return lock.withLock { mood.feedStatuses.first }
    }

    fileprivate func takeFeedStatus() -> Int? {
        lock.withLock { mood.feedStatuses.isEmpty ? nil : mood.feedStatuses.removeFirst() }
    }

    fileprivate func refusal(_ head: HTTPRequestHead) -> Int? {
        guard let token = lock.withLock({ mood.token }) else { return nil }
        return head.headers.first(name: "Authorization") == "Bearer \(token)" ? nil : 401
    }

    private func add(socket channel: any Channel) {
        lock.withLock {
            openings += 1
            sockets.append(channel)
        }
        channel.writeAndFlush(StandIn.frame(StandIn.greeting, channel), promise: nil)
    }

    fileprivate func add(stream channel: any Channel) {
        let waiting = lock.withLock {
            openings += 1
            streams.append(channel)
            defer { ring = [] }
            return ring
        }
        for words in [StandIn.greeting] + waiting { StandIn.write(words + "\n", to: channel) }
    }

    fileprivate func takeBuffer() -> String {
        lock.withLock {
            defer { ring = [] }
            return ring.isEmpty ? "null" : "[\(ring.joined(separator: ","))]"
        }
    }

    private static let greeting =
        #"{"text":"","username":"","userid":"","event":"api_connected","gateway":"","id":"","account":""}"#

    /// The status for a message that is posted, and how long it takes.
    fileprivate func take(_ body: [UInt8]) -> (status: Int, delay: Int, answer: String) {
        guard let message = ChatMessage.all(in: body)?.first else { return (400, 0, "{}") }
        let (status, delay, echoes) = lock.withLock {
            let status = mood.postStatuses.isEmpty ? 200 : mood.postStatuses.removeFirst()
            if status == 200 || status == 0 { taken.append(message) }
            return (status, mood.delay, mood.echoes)
        }
        if echoes, status == 200 {
            say("B0", message.text + " :robot_face:", username: "[api] <\(message.username)> ", account: "slack.north")
        }
        let answer: JSONValue = [
            "text": .string(message.text), "username": .string(message.username), "account": "api.north", "id": "",
            "gateway": .string(message.gateway), "protocol": "api", "userid": "",
        ]
        return (status, delay, JSONEmitter(.compact).text(answer))
    }
}

private final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let standIn: StandIn
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ standIn: StandIn) { self.standIn = standIn }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let buffer): body += buffer.readableBytesView
        case .end:
            guard let head else { return }
            answer(head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        if let refused = standIn.refusal(head) { return respond(refused, "{}", context) }
        switch (head.method, head.uri) {
        case (.GET, "/api/websocket"): respond(standIn.takeFeedStatus() ?? 400, "{}", context)
        case (.GET, "/api/stream"):
            if let status = standIn.takeFeedStatus() { return respond(status, "{}", context) }
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["Transfer-Encoding": "chunked"])
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
            standIn.add(stream: context.channel)
        case (.GET, "/api/messages"): respond(200, standIn.takeBuffer(), context)
        case (.POST, "/api/message"):
            let (status, delay, words) = standIn.take(body)
            if status == 0 { return context.close(promise: nil) }
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(Int64(delay))) {
                let (handler, context) = bound.value
                handler.respond(status, words, context)
            }
        default: respond(404, "{}", context)
        }
    }

    private func respond(_ status: Int, _ words: String, _ context: ChannelHandlerContext) {
        let headers: HTTPHeaders = ["Content-Length": String(words.utf8.count), "Connection": "close"]
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: words)))), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in bound.value.close(promise: nil) }
    }
}
