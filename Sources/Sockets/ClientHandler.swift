import LineProtocol
import NIOCore
import Serving

/// One client at a socket: bytes in, messages to the rooms, answers out.
///
/// A client that sends faster than it is answered, or does not take what it asked for, is not read for a while, as a pipe
/// holds back whoever writes into it; one that does not read what it is sent is told to come again, and dropped alone. One
/// that reads on is waited for, however much one answer to it may be.
final class ClientHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let pieceBytes = 64 << 10

    private let hosting: HostingThread
    private let options: Connection.Options
    private let limits: SocketServer.Limits
    private let number: (_ sink: @escaping HostingThread.Sink) -> Int
    /// Called once, when it is known who the client is.
    private var known: (() -> Void)?
    private var connection = 0
    private var intake: Intake
    private var backlog = Backlog()
    /// Lines that the rooms have, and that are not dealt with.
    private var inFlight = 0
    /// Whether one of them asks for a page.
    private var awaitsPage = false
    /// Bytes that the system has not taken yet.
    private var unsentBytes = 0
    /// Bytes that the system has taken.
    private var sentBytes = 0
    private var inputIsClosed = false
    private var saidEndOfStream = false
    private var isDismissed = false
    private var isClosing = false
    private var patience: Scheduled<Void>?
    private var busyUntil = NIODeadline.uptimeNanoseconds(0)

    init(
        hosting: HostingThread, options: Connection.Options, limits: SocketServer.Limits, known: @escaping () -> Void
    ) {
        self.hosting = hosting
        self.options = options
        self.limits = limits
        self.known = known
        number = { [hosting, options] sink in hosting.connect(options, sink) }
        intake = Intake(mode: options.mode)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        connection = number { outgoing in
            loop.execute {
                let (handler, context) = bound.value
                handler.deliver(outgoing, context)
            }
        }
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        if !options.isAuthenticated {
            context.eventLoop.scheduleTask(in: limits.tokenTime) { [hosting, connection] in
                hosting.dismiss(connection, .notAuthenticated)
            }
        }
        readOn(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        hosting.gone(connection)
        context.fireChannelInactive()
    }

    // MARK: From the client

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        backlog.add(intake.feed(Array(buffer.readableBytesView)))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        handOver(context)
        context.fireChannelReadComplete()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed {
            inputIsClosed = true
            if let last = intake.finish() { backlog.add([last]) }
            handOver(context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// Gives the rooms as much as may be in flight, and reads on when there is nothing left to give.
    private func handOver(_ context: ChannelHandlerContext) {
        guard !isClosing, !isDismissed else { return }
        while !awaitsPage, inFlight < limits.inFlight, !backlog.isEmpty, context.channel.isWritable {
            let offered = backlog.next(atMost: limits.inFlight - inFlight)
            let taken = NIODeadline.now() < busyUntil ? 0 : hosting.say(connection, offered)
            if taken < offered.count, busyUntil < .now() {
                // What the client had sent already comes after the refused line, and must not overtake it.
                busyUntil = .now() + .milliseconds(Int64(Busy.retryMilliseconds))
            }
            inFlight += taken
            awaitsPage = offered.prefix(taken).last?.asksForPage ?? false
            for message in offered.dropFirst(taken) {
                if let answer = Busy.answer(to: message) { write(answer, context) }
            }
        }
        if backlog.isEmpty, inputIsClosed, !saidEndOfStream {
            saidEndOfStream = true
            hosting.endOfStream(connection)
        }
        readOn(context)
    }

    private func readOn(_ context: ChannelHandlerContext) {
        guard backlog.isEmpty, inFlight < limits.inFlight, !inputIsClosed, context.channel.isWritable else { return }
        context.read()
    }

    // MARK: To the client

    private func deliver(_ outgoing: Switchboard.Outgoing, _ context: ChannelHandlerContext) {
        guard !isClosing else { return }
        inFlight -= outgoing.dealtWith
        if outgoing.hasPage { awaitsPage = false }
        if outgoing.isAuthenticated {
            known?()
            known = nil
        }
        if outgoing.isLast { return closeAfterAll(outgoing.bytes, context) }
        write(outgoing.bytes, context)
        handOver(context)
    }

    /// Writes in pieces, so that it can be seen whether a client takes a large answer.
    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        guard !bytes.isEmpty else { return }
        if unsentBytes > limits.unsentBytes { dismiss(context) }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        for start in stride(from: 0, to: bytes.count, by: ClientHandler.pieceBytes) {
            let piece = bytes[start..<min(start + ClientHandler.pieceBytes, bytes.count)]
            let count = piece.count
            unsentBytes += count
            let sent = context.eventLoop.makePromise(of: Void.self)
            sent.futureResult.whenComplete { _ in
                bound.value.unsentBytes -= count
                bound.value.sentBytes += count
            }
            context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: piece)), promise: sent)
        }
        context.flush()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if !isClosing {
            patience?.cancel()
            patience = nil
            if context.channel.isWritable {
                handOver(context)
            } else if !isDismissed {
                watch(context)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    /// Looks again and again whether the client takes anything, for as long as something waits for it.
    private func watch(_ context: ChannelHandlerContext) {
        let before = sentBytes
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        patience = context.eventLoop.scheduleTask(in: isClosing ? limits.farewell : limits.patience) {
            let (handler, context) = bound.value
            if handler.sentBytes > before {
                handler.watch(context)
            } else if handler.isClosing {
                context.close(promise: nil)
            } else {
                handler.dismiss(context)
            }
        }
    }

    /// The rooms write the last line, since they know what the client was sent.
    private func dismiss(_ context: ChannelHandlerContext) {
        guard !isDismissed, !isClosing else { return }
        isDismissed = true
        hosting.dismiss(connection, .slowConsumer)
    }

    /// A client that still reads gets everything; one that does not is not waited for.
    private func closeAfterAll(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        isClosing = true
        patience?.cancel()
        write(bytes, context)
        watch(context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenComplete { _ in
            let (handler, context) = bound.value
            handler.patience?.cancel()
            context.close(promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
    }
}
