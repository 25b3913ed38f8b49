import Foundation
import GRDB

extension SQLiteStore {
    /// A file cannot call: it is asked so often whether another program wrote to it. The answer takes some
    /// microseconds.
    static let watchMilliseconds = 250

    public func watch(_ tell: @escaping @Sendable (StoreNews) -> Void) {
        watcher.start(pool, looking: { [weak self] in self?.look() }, tell)
    }
}

/// Asks the file now and then. The number that it gives changes when another connection commits; asked by the
/// writer, that is always another program, for our readers write nothing.
///
/// Sendable because `lock` guards everything that is not `let`.
final class SQLiteWatcher: @unchecked Sendable {
    private let lock = NSLock()
    private var timer: (any DispatchSourceTimer)?

    /// - Parameter looking: each time, before the file is asked.
    func start(
        _ pool: DatabasePool, looking: @escaping @Sendable () -> Void, _ tell: @escaping @Sendable (StoreNews) -> Void
    ) {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "commonground.watching"))
        let last = LastVersion(SQLiteWatcher.version(pool))
        timer.schedule(
            deadline: .now(), repeating: .milliseconds(SQLiteStore.watchMilliseconds), leeway: .milliseconds(50))
        timer.setEventHandler { [weak pool] in
            looking()
            guard let pool, let now = SQLiteWatcher.version(pool), now != last.value else { return }
            last.value = now
            tell(.wroteSomewhere)
        }
        let former = lock.withLock { () -> (any DispatchSourceTimer)? in
            defer { self.timer = timer }
            return self.timer
        }
        former?.cancel()
        timer.resume()
    }

    func stop() {
        let timer = lock.withLock { () -> (any DispatchSourceTimer)? in
            defer { self.timer = nil }
            return self.timer
        }
        timer?.cancel()
    }

    deinit { stop() }

    private static func version(_ pool: DatabasePool) -> Int? {
        try? pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    }
}

/// Used on the timer's queue alone, and before that begins.
private final class LastVersion: @unchecked Sendable {
    var value: Int?
    init(_ value: Int?) { self.value = value }
}
