import Frameworks
import JSONText

/// How long to wait before the next attempt: twice as long after each failure, up to a limit, and never quite the same,
/// so that many who lost one server do not come back at one moment.
public struct BackOff: Sendable, Hashable {
    public let firstMilliseconds: Int
    public let mostMilliseconds: Int
    /// Failures since the last success.
    public private(set) var failures = 0

    /// - Parameters: milliseconds, 1 or more.
    public init(firstMilliseconds: Int, mostMilliseconds: Int) {
        self.firstMilliseconds = max(1, firstMilliseconds)
        self.mostMilliseconds = max(self.firstMilliseconds, mostMilliseconds)
    }

    public mutating func succeeded() { failures = 0 }

    /// - Parameter random: a number from 0 up to, but not, 1.
    /// - Returns: milliseconds: from half of the full time to all of it.
    public mutating func failed(random: Double) -> Int {
        var full = firstMilliseconds
        for _ in 0..<min(failures, 40) where full < mostMilliseconds { full *= 2 }
        full = min(full, mostMilliseconds)
        failures += 1
        let share = min(max(random, 0), 1)
        return full / 2 + Int(Double(full - full / 2) * share)
    }
}

extension BackOff {
    init(_ retry: MatterbridgeSettings.Retry) {
        self.init(firstMilliseconds: retry.firstMilliseconds, mostMilliseconds: retry.mostMilliseconds)
    }

    /// How long to wait before the rooms are asked again; they may say so themselves. Nobody else asks at that moment,
    /// so that no chance is needed.
    mutating func failed(told reply: JSONValue) -> Int {
        max(failed(random: 1), reply["retry_ms"]?.integer ?? 0)
    }
}
