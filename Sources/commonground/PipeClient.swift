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

    /// So many bytes are written at once, so that it can be seen whether whoever reads stdout takes anything.
    private static let pieceBytes = 16_384
    /// At the end, whoever takes nothing for so long is not waited for. It is what a client at a socket is given.
    private static let farewellSeconds = 3.0

    private enum Failure {
        /// The system's number of what went wrong with stdout; EPIPE is an orderly end.
        case system(Int32)
        /// Too much waits for whoever reads stdout.
        case leftUnread
        /// It ends, and whoever reads stdout does not take the rest.
        case notTaken
    }

    private let lock = NSCondition()
    private let hosting: HostingThread
    private let ending: Ending
    private var inFlight = 0
    /// Whether one of those asks for a page; see `Backlog`.
    private var awaitsPage = false
    private var unsent: [UInt8] = []
    private var isLast = false
    private var isWriting = false
    /// How many pieces stdout has taken.
    private var taken = 0
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
            waitForLastBytes()
            return (self.failure, self.dismissal)
        }
        switch failure {
        case nil: try tell(dismissal)
        case .system(EPIPE): return
        case .system(let number):
            throw Exit.failure(
                "answers cannot be written to standard output: \(String(cString: strerror(number))). "
                    + "Everything acknowledged is kept.", Exit.inputOutput)
        case .notTaken:
            throw Exit.failure(
                "whoever reads standard output takes nothing, so this ends without the last answers. Everything "
                    + "acknowledged is kept; start again, and ask for what came since with sync.", Exit.inputOutput)
        case .leftUnread:
            throw Exit.failure(
                "more than \(PipeClient.unsentLimit >> 20) MiB wait for whoever reads standard output, so this ends. "
                    + "Everything acknowledged is kept; start again, and ask for what came since with sync.",
                Exit.inputOutput)
        }
    }

    /// With the lock held. Waits for as long as something is still to come, and then for as long as stdout takes something.
    private func waitForLastBytes() {
        var (seen, end) = (taken, Date(timeIntervalSinceNow: PipeClient.farewellSeconds))
        while !(isLast && unsent.isEmpty && !isWriting), failure == nil {
            let isInTime = lock.wait(until: end)
            if seen != taken || !isLast {
                (seen, end) = (taken, Date(timeIntervalSinceNow: PipeClient.farewellSeconds))
            } else if !isInTime {
                failure = .notTaken
            }
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
        var backlog = Backlog()
        backlog.add(messages)
        while !backlog.isEmpty {
            guard let part = next(of: &backlog) else { return false }
            hosting.sayWaiting(connection, part)
        }
        return true
    }

    /// Waits until some may go to the rooms; nil when nothing more is wanted.
    private func next(of backlog: inout Backlog) -> [ClientMessage]? {
        lock.withLock {
            while inFlight >= PipeClient.inFlightMax || awaitsPage || unsent.count > PipeClient.unsentMax, !isLast,
                failure == nil
            {
                lock.wait()
            }
            guard !isLast, failure == nil else { return nil }
            let next = backlog.next(atMost: PipeClient.inFlightMax - inFlight)
            inFlight += next.count
            awaitsPage = next.last?.asksForPage ?? false
            return next
        }
    }

    // MARK: Writing

    private func take(_ outgoing: Switchboard.Outgoing) {
        let hasFailed = lock.withLock {
            inFlight -= outgoing.dealtWith
            if outgoing.hasPage { awaitsPage = false }
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
            let code = writeInPieces(bytes)
            lock.withLock {
                isWriting = false
                if code != 0 { failure = failure ?? .system(code) }
                lock.broadcast()
            }
        }
        ending.come()
    }

    /// - Returns: 0, or the system's number of what went wrong.
    private func writeInPieces(_ bytes: [UInt8]) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let code = Output.bytes(Array(rest.prefix(PipeClient.pieceBytes)))
            if code != 0 { return code }
            rest = rest.dropFirst(PipeClient.pieceBytes)
            lock.withLock {
                taken += 1
                lock.broadcast()
            }
        }
        return 0
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
