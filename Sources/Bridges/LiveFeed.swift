import Frameworks
import JSONText
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// What people say, as it happens: one connection to matterbridge, from its beginning to its end.
///
/// Sendable because everything in it is used on its event loop only.
final class LiveFeed: @unchecked Sendable {
    enum Report: Sendable {
        case opened
        case arrived([ChatMessage])
        /// Something came that is no message.
        case unreadable
        /// The end; with the status where matterbridge answered with a refusal.
        case closed(status: Int?, reason: String)
    }

    private let loop: any EventLoop
    private let address: APIAddress
    private let patience: TimeAmount
    private let report: (Report) -> Void
    private var channel: (any Channel)?
    private var isOpen = false
    private var isClosed = false
    private var deadline: Scheduled<Void>?

    /// Silence for so long is looked into with a ping; twice as long is the end. Matterbridge pings about once a minute.
    static let silence = TimeAmount.seconds(90)

    /// - Parameter report: called on the loop.
    init(_ loop: any EventLoop, _ address: APIAddress, patience: TimeAmount, _ report: @escaping (Report) -> Void) {
        self.loop = loop
        self.address = address
        self.patience = patience
        self.report = report
    }

    func open(_ receiving: MatterbridgeSettings.Receiving) {
        let bootstrap = ClientBootstrap(group: loop).connectTimeout(patience)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    self.channel = channel
                    switch receiving {
                    case .websocket: try self.addWebSocket(channel)
                    case .stream: try self.addStream(channel)
                    }
                }
            }
        deadline = loop.scheduleTask(in: patience) { self.end(status: nil, "it does not answer") }
        bootstrap.connect(host: address.host, port: address.port).whenFailure { error in
            self.end(status: nil, "\(error)")
        }
    }

    func close() {
        isClosed = true
        deadline?.cancel()
        channel?.close(promise: nil)
    }

    /// Whether more is read; what is not read waits at the other end.
    func reads(_ flag: Bool) { channel?.setOption(.autoRead, value: flag).whenFailure { _ in } }

    // MARK: What the handlers tell

    fileprivate func opened() {
        guard !isClosed, !isOpen else { return }
        isOpen = true
        deadline?.cancel()
        report(.opened)
    }

    fileprivate func arrived(_ bytes: [UInt8]) {
        guard !isClosed else { return }
        guard let messages = ChatMessage.all(in: bytes) else { return report(.unreadable) }
        report(.arrived(messages))
    }

    fileprivate func unreadable() { if !isClosed { report(.unreadable) } }

    fileprivate func end(status: Int?, _ reason: String) {
        guard !isClosed else { return }
        close()
        report(.closed(status: status, reason: reason))
    }

    // MARK: Channels

    private func addWebSocket(_ channel: any Channel) throws {
        let request = UpgradeRequest(self, address.head(.GET, "/api/websocket", closes: false))
        let upgrader = NIOWebSocketClientUpgrader(maxFrameSize: ChatMessage.bytesMax) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                let whole = NIOWebSocketFrameAggregator(
                    minNonFinalFragmentSize: 1, maxAccumulatedFrameCount: 1_024,
                    maxAccumulatedFrameSize: ChatMessage.bytesMax)
                try channel.pipeline.syncOperations.addHandler(whole)
                try channel.pipeline.syncOperations.addHandler(IdleStateHandler(readTimeout: LiveFeed.silence))
                try channel.pipeline.syncOperations.addHandler(FrameReader(self))
                self.opened()
            }
        }
        let upgrade: NIOHTTPClientUpgradeConfiguration = (
            upgraders: [upgrader],
            completionHandler: { context in context.pipeline.syncOperations.removeHandler(request, promise: nil) }
        )
        // Frames can come in one piece with the answer to the upgrade.
        try channel.pipeline.syncOperations.addHTTPClientHandlers(
            leftOverBytesStrategy: .forwardBytes, withClientUpgrade: upgrade)
        try channel.pipeline.syncOperations.addHandler(request)
    }

    private func addStream(_ channel: any Channel) throws {
        try channel.pipeline.syncOperations.addHTTPClientHandlers()
        try channel.pipeline.syncOperations.addHandler(StreamReader(self, address.head(.GET, "/api/stream")))
    }
}

/// What both ways to follow matterbridge share: the request when the connection is there, and word of its end. The
/// answer is for those that are made of it. Sendable because it is used on the feed's loop only.
private class FeedRequest: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    let feed: LiveFeed
    private let head: HTTPRequestHead

    init(_ feed: LiveFeed, _ head: HTTPRequestHead) {
        self.feed = feed
        self.head = head
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { context.fireChannelRead(data) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { feed.end(status: nil, "\(error)") }

    func channelInactive(context: ChannelHandlerContext) {
        feed.end(status: nil, "the connection broke off")
        context.fireChannelInactive()
    }

    func refused(_ status: HTTPResponseStatus) { feed.end(status: Int(status.code), "it answers \(status.code)") }
}

/// Asks for a WebSocket, and tells when the answer is no.
private final class UpgradeRequest: FeedRequest, RemovableChannelHandler, @unchecked Sendable {
    override func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) { refused(head.status) }
    }
}

/// Messages out of WebSocket frames.
private final class FrameReader: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private let feed: LiveFeed
    private var isSilent = false

    init(_ feed: LiveFeed) { self.feed = feed }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        isSilent = false
        switch frame.opcode {
        case .text, .binary: feed.arrived(Array(frame.unmaskedData.readableBytesView))
        case .ping: send(.pong, frame.unmaskedData, context)
        case .connectionClose: feed.end(status: nil, "matterbridge closed the connection")
        default: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? IdleStateHandler.IdleStateEvent, event == .read {
            if isSilent { return feed.end(status: nil, "nothing is heard any more") }
            isSilent = true
            send(.ping, context.channel.allocator.buffer(capacity: 0), context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { feed.end(status: nil, "\(error)") }

    func channelInactive(context: ChannelHandlerContext) {
        feed.end(status: nil, "the connection broke off")
        context.fireChannelInactive()
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
        let frame = WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }
}

/// Messages out of the stream: one JSON object a line, for ever.
private final class StreamReader: FeedRequest, @unchecked Sendable {
    private var splitter = LineSplitter(lineLimit: ChatMessage.bytesMax)

    override func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard head.status == .ok else { return refused(head.status) }
            feed.opened()
        case .body(let buffer):
            // A line that is not whole when the connection ends is no message.
            for line in splitter.feed(Array(buffer.readableBytesView)) {
                if case .complete(_, let bytes) = line { feed.arrived(bytes) } else { feed.unreadable() }
            }
        case .end: feed.end(status: nil, "matterbridge ended the stream")
        }
    }
}
