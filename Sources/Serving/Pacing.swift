import Dispatch
import JSONText
import LineProtocol

/// How fast somebody may speak.
public struct Pace: Sendable, Hashable {
    /// Lines a second in the long run, 1 or more.
    public var perSecond: Int
    /// Lines that may come at once after a pause, 1 or more.
    public var burst: Int

    public init(perSecond: Int, burst: Int) {
        self.perSecond = max(1, perSecond)
        self.burst = max(1, burst)
    }
}

/// The limits of a transport.
public struct Rate: Sendable, Hashable {
    public var actor: Pace
    public var connection: Pace

    public init(actor: Pace, connection: Pace) {
        self.actor = actor
        self.connection = connection
    }

    /// A person types a line in some seconds and pastes a few; a bridge carries many people.
    public static let usual = Rate(perSecond: 10)

    /// - Parameter perSecond: for one actor; four seconds' worth may come at once. A connection may carry fifty at full speed.
    public init(perSecond: Int) {
        let perSecond = min(max(1, perSecond), 1_000_000)
        actor = Pace(perSecond: perSecond, burst: 4 * perSecond)
        connection = Pace(perSecond: 50 * perSecond, burst: 200 * perSecond)
    }
}

/// A token bucket: it fills at a steady pace up to the burst, and each line takes one out. It is told the time.
public struct TokenBucket: Sendable, Hashable {
    private let pace: Pace
    /// In thousandths of a token, so that a millisecond gives a whole number of them.
    private var level: Int
    private var filledAt: Int

    /// - Parameter now: milliseconds of a clock that only goes forward.
    public init(_ pace: Pace, at now: Int) {
        self.pace = pace
        level = pace.burst * 1_000
        filledAt = now
    }

    /// Takes a token.
    ///
    /// - Returns: nil when there was one, else the milliseconds until there is.
    public mutating func take(at now: Int) -> Int? {
        fill(now)
        guard level < 1_000 else {
            level -= 1_000
            return nil
        }
        return (1_000 - level + pace.perSecond - 1) / pace.perSecond
    }

    /// True when nothing was taken for so long that a new bucket would be the same.
    public mutating func isFull(at now: Int) -> Bool {
        fill(now)
        return level == pace.burst * 1_000
    }

    private mutating func fill(_ now: Int) {
        guard now > filledAt else { return }
        // A pause that fills the bucket anyway is not multiplied: it could be years.
        let whole = pace.burst * 1_000 / pace.perSecond + 1
        level = min(pace.burst * 1_000, level + min(now - filledAt, whole) * pace.perSecond)
        filledAt = now
    }
}

/// The buckets of everybody who spoke lately.
struct ActorPaces {
    /// Each principal has its own of everybody: what one sends as somebody takes nothing from what another sends as them.
    private struct Key: Hashable {
        var principal: String
        var actor: String
    }

    private var buckets: [Key: TokenBucket] = [:]
    /// Beyond it, whoever has been quiet is forgotten, which changes nothing for them.
    private var countMax = 1_024

    mutating func take(_ actor: String, of principal: String, _ pace: Pace, at now: Int) -> Int? {
        if buckets.count >= countMax {
            buckets = buckets.filter { entry in
                var bucket = entry.value
                return !bucket.isFull(at: now)
            }
            countMax = max(1_024, 2 * buckets.count)
        }
        let key = Key(principal: principal, actor: actor)
        return buckets[key, default: TokenBucket(pace, at: now)].take(at: now)
    }
}

/// Who was too fast on a connection a moment ago. What was sent right after a refused line is refused as well: taken, it
/// would stand before that line once that is sent again.
struct Holds {
    /// So long at least, for what the client had sent before it was told.
    static let millisecondsMin = Busy.retryMilliseconds
    /// Beyond it, those that are over are forgotten.
    private static let countMax = 1_024
    /// When each is over; nil stands for the whole connection.
    private var ends: [String?: Int] = [:]

    /// The milliseconds that are left; nil when nothing is held back.
    func left(of actor: String?, at now: Int) -> Int? {
        guard let end = ends[actor], end > now else { return nil }
        return end - now
    }

    /// - Returns: the milliseconds until it is over.
    mutating func begin(_ actor: String?, for wait: Int, at now: Int) -> Int {
        if ends.count >= Holds.countMax { ends = ends.filter { $0.value > now } }
        let wait = max(wait, Holds.millisecondsMin)
        ends[actor] = now + wait
        return wait
    }
}

/// What a client is told when too much is waiting.
public enum Busy {
    /// After so long it may try again.
    public static let retryMilliseconds = 100
    /// The same, where a draft or another slow read has to be made first.
    private static let retryMillisecondsOfReads = 1_000

    /// The reply to a line that was not taken, since the queue is full; nil where a line gets none.
    public static func answer(to message: ClientMessage) -> [UInt8]? {
        switch message {
        case .command(let line, let number): reply(line.id, number)
        case .unreadable(_, let id, let number): reply(id, number)
        case .text, .unreadableText:
            TextLineWriter().failure(code: WireCode.busy.rawValue, message: words).flatMap { Array($0.utf8) + [0x0A] }
        }
    }

    private static let words =
        "Too much is waiting to be written just now. Nothing of this line was kept; send it again."

    private static func reply(_ id: String?, _ lineNumber: Int) -> [UInt8] {
        let error = WireError(.busy, words, more: ["retry_ms": .integer(retryMilliseconds)])
        return ServerLine.failure(to: id, error, lineNumber: lineNumber) + [0x0A]
    }

    /// The answer to a slow read of a connection that waits for as many as it may.
    static let withReads = WireError(
        .busy,
        "\(SlowReads.ofOneConnectionMax) records, drafts and exports are being made for this connection already. Send this line again when one of them has come.",
        more: ["retry_ms": .integer(retryMillisecondsOfReads)])
}

public enum MonotonicClock {
    public static func milliseconds() -> Int { Int(DispatchTime.now().uptimeNanoseconds / 1_000_000) }
}
