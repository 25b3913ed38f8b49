import Dispatch
import Glibc
import Synchronization

/// Tells whoever waits at a terminal how far long work is, on stderr: one plain line after two seconds, and then less and
/// less often. Nothing on the screen is written over and nothing turns, so a screen reader reads each line once.
///
/// Says nothing where stderr is no terminal, and nothing about work that is done within two seconds. Any thread may tell it
/// how far the work is.
public final class LongWork: Sendable {
    private let work: Mutex<WorkLine>
    private let mustEnd = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)
    private let isWatched: Atomic<Bool>

    /// Begins at once; ``end()`` must follow.
    ///
    /// - Parameter what: what is being done, such as “Checking the chain”.
    public init(_ what: String) {
        work = Mutex(WorkLine(what: what))
        let isTerminal = isatty(STDERR_FILENO) == 1
        isWatched = Atomic(isTerminal)
        guard isTerminal else { return }
        // A thread of its own: the work itself may not come up for air.
        DispatchQueue(label: "long work").async { [self] in watch() }
    }

    /// The next part of the work, of which nothing is done yet.
    public func begin(_ what: String, of total: Int? = nil, _ unit: String = "") {
        work.withLock { $0 = WorkLine(what: what, done: 0, total: total, unit: unit) }
    }

    /// So many more are done.
    public func add(_ count: Int) { work.withLock { $0.done += count } }

    /// No line comes after this. Saying it again does nothing.
    public func end() {
        guard isWatched.exchange(false, ordering: .relaxed) else { return }
        mustEnd.signal()
        hasEnded.wait()
    }

    private func watch() {
        var seconds = 0
        for pause in WorkLine.pauses {
            guard mustEnd.wait(timeout: .now() + .seconds(pause)) == .timedOut else { break }
            seconds += pause
            let line = work.withLock { $0.text(after: seconds) } + "\n"
            _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
        }
        hasEnded.signal()
    }
}
