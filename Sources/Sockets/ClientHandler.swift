import LineProtocol
import NIOCore
import Serving

/// One client at a socket: bytes in, messages to the rooms, answers out.
///
/// A client that sends faster than it is answered is not read for a while, as a pipe holds back whoever writes into it; one
/// that does not read what it is sent is told to come again, and dropped alone.
final class ClientHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let hosting: HostingThread
    private let options: Connection.Options
    private let limits: SocketServer.Limits
    private let number: (_ sink: @escaping HostingThread.Sink) -> Int
    private var connection = 0
    private var intake: Intake
    /// Lines that are read and not yet given to the rooms.
    private var backlog: [ClientMessage] = []
    /// Lines that the rooms have, and that are not dealt with.
    private var inFlight = 0
    /// Bytes that the system has not taken yet.
    private var unsentBytes = 0
    private var inputIsClosed = false
    private var saidEndOfStream = false
    private var isDismissed = false
    private var isClosing = false
    private var patience: Scheduled<Void>?
    private var busyUntil = NIODeadline.uptimeNanoseconds(0)

    init(hosting: HostingThread, options: Connection.Options, limits: SocketServer.Limits) {
        self.hosting = hosting
        self.options = options
        self.limits = limits
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
        backlog += intake.feed(Array(buffer.readableBytesView))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        handOver(context)
        context.fireChannelReadComplete()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed {
            inputIsClosed = true
            if let last = intake.finish() { backlog.append(last) }
            handOver(context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// Gives the rooms as much as may be in flight, and reads on when there is nothing left to give.
    private func handOver(_ context: ChannelHandlerContext) {
        guard !isClosing, !isDismissed else { return }
        while inFlight < limits.inFlight, !backlog.isEmpty, context.channel.isWritable {
            let offered = Array(backlog.prefix(limits.inFlight - inFlight))
            let taken = NIODeadline.now() < busyUntil ? 0 : hosting.say(connection, offered)
            if taken < offered.count, busyUntil < .now() {
                // What the client had sent already comes after the refused line, and must not overtake it.
                busyUntil = .now() + .milliseconds(Int64(Busy.retryMilliseconds))
            }
            inFlight += taken
            backlog.removeFirst(offered.count)
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
        if outgoing.isLast {
            isClosing = true
            patience?.cancel()
            closeAfterAll(outgoing.bytes, context)
            return
        }
        write(outgoing.bytes, context)
        handOver(context)
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        guard !bytes.isEmpty else { return }
        unsentBytes += bytes.count
        let sent = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        sent.futureResult.whenComplete { _ in bound.value.unsentBytes -= bytes.count }
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: sent)
        if unsentBytes > limits.unsentBytes { dismiss(context) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        patience?.cancel()
        patience = nil
        if context.channel.isWritable {
            handOver(context)
        } else if !isDismissed, !isClosing {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            patience = context.eventLoop.scheduleTask(in: limits.patience) {
                let (handler, context) = bound.value
                handler.dismiss(context)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    /// The rooms write the last line, since they know what the client was sent.
    private func dismiss(_ context: ChannelHandlerContext) {
        guard !isDismissed, !isClosing else { return }
        isDismissed = true
        hosting.dismiss(connection, .slowConsumer)
    }

    /// A client that still reads gets everything; one that does not is not waited for.
    private func closeAfterAll(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let deadline = context.eventLoop.scheduleTask(in: limits.farewell) { bound.value.close(promise: nil) }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenComplete { _ in
            deadline.cancel()
            bound.value.close(promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: sent)
    }
}
