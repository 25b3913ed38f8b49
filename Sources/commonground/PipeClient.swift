import Foundation
import LineProtocol
import Serving

/// The client at stdin and stdout: one thread reads, one writes. stdout has no other writer.
///
/// Sendable because `lock` guards everything that is not `let`.
final class PipeClient: @unchecked Sendable {
    /// Lines that may wait for their answers before stdin is read on.
    private static let inFlightMax = 512
    /// Bytes that may wait for whoever reads stdout before stdin is read on.
    private static let unsentMax = 4 << 20
    /// When more comes while so much waits, whoever reads stdout does not keep up. One answer alone may be of any size.
    private static let unsentLimit = 64 << 20

    private enum Failure {
        /// The system's number of what went wrong with stdout; EPIPE is an orderly end.
        case system(Int32)
        /// Too much waits for whoever reads stdout.
        case leftUnread
    }

    private let lock = NSCondition()
    private let hosting: HostingThread
    private let ending: Ending
    private var inFlight = 0
    private var unsent: [UInt8] = []
    private var isLast = false
    private var isWriting = false
    private var failure: Failure?
    /// Why the rooms have ended the connection, where they did.
    private var dismissal: Dismissal?

    init(_ hosting: HostingThread, _ options: Connection.Options, _ ending: Ending) {
        self.hosting = hosting
        self.ending = ending
        let connection = hosting.connect(options) { [self] outgoing in take(outgoing) }
        Thread { [self] in write() }.start()
        Thread { [self] in read(as: connection, Intake(mode: options.mode)) }.start()
    }

    /// Waits until everything is written that is owed.
    func finish() throws {
        let (failure, dismissal) = lock.withLock {
            while !(isLast && unsent.isEmpty && !isWriting), self.failure == nil { lock.wait() }
            return (self.failure, self.dismissal)
        }
        switch failure {
        case nil: try tell(dismissal)
        case .system(EPIPE): return
        case .system(let number):
            throw Exit.failure(
                "answers cannot be written to standard output: \(String(cString: strerror(number))). "
                    + "Everything acknowledged is kept.", Exit.inputOutput)
        case .leftUnread:
            throw Exit.failure(
                "more than \(PipeClient.unsentLimit >> 20) MiB wait for whoever reads standard output, so this ends. "
                    + "Everything acknowledged is kept; start again, and ask for what came since with sync.",
                Exit.inputOutput)
        }
    }

    /// Whoever started the program learns that it did not end because they wanted it to.
    private func tell(_ dismissal: Dismissal?) throws {
        guard let dismissal, dismissal != .shuttingDown else { return }
        throw Exit.failure(dismissal.words, Exit.temporaryFailure)
    }

    // MARK: Reading

    /// Reads what is there, hands it over, and reads on. The pipe itself holds back a client that is too fast.
    private func read(as connection: Int, _ intake: Intake) {
        var intake = intake
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Foundation.read(0, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { break }
            guard say(intake.feed(Array(buffer[..<count])), as: connection) else { return }
        }
        if let last = intake.finish() { _ = say([last], as: connection) }
        hosting.endOfStream(connection)
    }

    /// - Returns: false when nothing more is wanted.
    private func say(_ messages: [ClientMessage], as connection: Int) -> Bool {
        let mayGoOn = lock.withLock {
            while inFlight >= PipeClient.inFlightMax || unsent.count > PipeClient.unsentMax, !isLast, failure == nil {
                lock.wait()
            }
            inFlight += messages.count
            return !isLast && failure == nil
        }
        if mayGoOn { hosting.sayWaiting(connection, messages) }
        return mayGoOn
    }

    // MARK: Writing

    private func take(_ outgoing: Switchboard.Outgoing) {
        let hasFailed = lock.withLock {
            inFlight -= outgoing.dealtWith
            if unsent.count > PipeClient.unsentLimit { failure = failure ?? .leftUnread }
            if failure == nil { unsent += outgoing.bytes }
            isLast = isLast || outgoing.isLast
            dismissal = dismissal ?? outgoing.dismissal
            lock.broadcast()
            return failure != nil
        }
        // The thread that writes may not come back from it: it waits for the reader.
        if hasFailed { ending.come() }
    }

    private func write() {
        while let bytes = next() {
            let code = Output.bytes(bytes)
            lock.withLock {
                isWriting = false
                if code != 0 { failure = failure ?? .system(code) }
                lock.broadcast()
            }
        }
        ending.come()
    }

    /// What is to be written; nil at the end.
    private func next() -> [UInt8]? {
        lock.withLock {
            while unsent.isEmpty, !isLast, failure == nil { lock.wait() }
            guard !unsent.isEmpty, failure == nil else { return nil }
            defer { unsent = [] }
            isWriting = true
            return unsent
        }
    }
}
