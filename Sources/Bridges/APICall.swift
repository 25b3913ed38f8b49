import Frameworks
import NIOCore
import NIOHTTP1
import NIOPosix

/// Where matterbridge's API is, and what goes with every request to it.
struct APIAddress: Sendable {
    let host: String
    let port: Int
    private let path: String
    private let token: String?

    init(_ settings: MatterbridgeSettings) {
        host = settings.host
        port = settings.port
        path = settings.path
        token = settings.token
    }

    func head(_ method: HTTPMethod, _ name: String, bodyBytes: Int? = nil, closes: Bool = true) -> HTTPRequestHead {
        var headers = HTTPHeaders()
        let shownHost = host.contains(":") ? "[\(host)]" : host
        headers.add(name: "Host", value: port == 80 ? shownHost : "\(shownHost):\(port)")
        if let token { headers.add(name: "Authorization", value: "Bearer \(token)") }
        if closes { headers.add(name: "Connection", value: "close") }
        if let bodyBytes {
            headers.add(name: "Content-Type", value: "application/json")
            headers.add(name: "Content-Length", value: String(bodyBytes))
        }
        return HTTPRequestHead(version: .http1_1, method: method, uri: path + name, headers: headers)
    }
}

/// One request and its answer, on a connection of its own: messages of a chat are few.
struct APICall: Sendable {
    struct Answer: Sendable {
        var status: Int
        var body: [UInt8]
    }

    enum Failure: Error, Sendable {
        case tookTooLong
        case brokenOff
        case answerTooLong
    }

    let address: APIAddress
    let loop: any EventLoop
    let patience: TimeAmount

    /// An answer may be so long: a full buffer of long messages.
    static let answerBytesMax = 32 << 20

    func get(_ name: String) -> EventLoopFuture<Answer> { make(.GET, name, nil) }
    func post(_ name: String, _ body: [UInt8]) -> EventLoopFuture<Answer> { make(.POST, name, body) }

    private func make(_ method: HTTPMethod, _ name: String, _ body: [UInt8]?) -> EventLoopFuture<Answer> {
        let promise = loop.makePromise(of: Answer.self)
        let head = address.head(method, name, bodyBytes: body?.count)
        let patience = patience
        ClientBootstrap(group: loop).connectTimeout(patience)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    let handler = AnswerReader(head, body, promise, patience)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: address.host, port: address.port).whenFailure { promise.fail($0) }
        return promise.futureResult
    }
}

private final class AnswerReader: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let head: HTTPRequestHead
    private let body: [UInt8]?
    private let promise: EventLoopPromise<APICall.Answer>
    private let patience: TimeAmount
    private var deadline: Scheduled<Void>?
    private var answer = APICall.Answer(status: 0, body: [])
    private var isDone = false

    init(
        _ head: HTTPRequestHead, _ body: [UInt8]?, _ promise: EventLoopPromise<APICall.Answer>, _ patience: TimeAmount
    ) {
        self.head = head
        self.body = body
        self.promise = promise
        self.patience = patience
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: patience) {
            let (handler, context) = bound.value
            handler.finish(.failure(APICall.Failure.tookTooLong), context)
        }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body {
            let buffer = context.channel.allocator.buffer(bytes: body)
            context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): answer.status = Int(head.status.code)
        case .body(let buffer):
            answer.body += buffer.readableBytesView
            if answer.body.count > APICall.answerBytesMax { finish(.failure(APICall.Failure.answerTooLong), context) }
        case .end: finish(.success(answer), context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { finish(.failure(error), context) }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.failure(APICall.Failure.brokenOff), context)
        context.fireChannelInactive()
    }

    private func finish(_ result: Result<APICall.Answer, any Error>, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        isDone = true
        deadline?.cancel()
        promise.completeWith(result)
        context.close(promise: nil)
    }
}
