import Facilitation
import Foundation

/// Where the times of everything that is said and kept come from: nothing in a room reads the computer's clock itself.
public struct Clock: Sendable {
    private let read: @Sendable () -> Instant

    public static let system = Clock {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1_000))
    }

    /// Always the same moment: for golden transcripts.
    public static func fixed(_ moment: Instant) -> Clock { Clock { moment } }

    /// Times that something else tells: for tests of clocks that are set, and jump.
    public init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

    public func now() -> Instant { read() }

    /// The civil date now; an unknown zone counts as UTC.
    public func today(in zone: String) -> CivilDate { Clock.date(at: now(), in: zone) }

    /// The civil date at a moment in a zone; an unknown zone counts as UTC.
    static func date(at moment: Instant, in zone: String) -> CivilDate {
        var days = CivilDays()
        return days.date(at: moment, in: zone)
    }
}

/// The civil dates of moments. It remembers when each zone's last day begins and ends, since asking the calendar for
/// every line of a chat would take longer than reading the line.
struct CivilDays {
    private struct Day {
        var moments: Range<Int>
        var date: CivilDate
    }
    private var last: [String: Day] = [:]

    /// - Parameter zone: an unknown zone counts as UTC.
    mutating func date(at moment: Instant, in zone: String) -> CivilDate {
        if let day = last[zone], day.moments.contains(moment.milliseconds) { return day.date }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? TimeZone(secondsFromGMT: 0) ?? .current
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let found = CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
        if let day = calendar.dateInterval(of: .day, for: date) {
            let start = Int((day.start.timeIntervalSince1970 * 1_000).rounded(.up))
            let end = Int((day.end.timeIntervalSince1970 * 1_000).rounded(.up))
            last[zone] = Day(moments: start..<max(start, end), date: found)
        }
        return found
    }
}
