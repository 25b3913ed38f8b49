/// A moment in UTC, to the millisecond. It is put on every event by the host's clock and stored; nothing in here reads a
/// clock.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// From `2026-10-14T13:20:00Z` or `2026-10-14T13:20:00.250Z`; nil when it is not such a time.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
            let date = CivilDate(iso: String(text.prefix(10)))
        else { return nil }
        let clock = text.dropFirst(11).dropLast().split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = Int(clock[0]), let minute = Int(clock[1]), (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        let seconds = clock[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, let second = Int(seconds[0]), (0...60).contains(second) else { return nil }
        var fraction = 0
        if seconds.count == 2 {
            guard seconds[1].utf8.count == 3, let parsed = Int(seconds[1]), parsed >= 0 else { return nil }
            fraction = parsed
        }
        let inDay = (hour * 60 + minute) * 60 + second
        milliseconds = (date.daysSince1970 * 86_400 + inDay) * 1_000 + fraction
    }

    /// With milliseconds only where there are any: `2026-10-14T13:20:00Z`.
    public var iso: String {
        let day = Instant.floorDivide(milliseconds, 86_400_000)
        var rest = milliseconds - day * 86_400_000
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let hour = rest / 3_600_000
        rest %= 3_600_000
        let minute = rest / 60_000
        rest %= 60_000
        let second = rest / 1_000
        let fraction = rest % 1_000
        let tail =
            fraction == 0 ? "" : "." + String(repeating: "0", count: 3 - String(fraction).utf8.count) + String(fraction)
        return "\(CivilDate(daysSince1970: day).iso)T\(two(hour)):\(two(minute)):\(two(second))\(tail)Z"
    }

    public func adding(minutes: Int) -> Instant { Instant(milliseconds: milliseconds + minutes * 60_000) }
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    static func floorDivide(_ value: Int, _ by: Int) -> Int {
        value >= 0 ? value / by : -((-value + by - 1) / by)
    }
}

extension CivilDate {
    /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", days_from_civil).
    public var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = Instant.floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

    /// The inverse of `daysSince1970` (civil_from_days, same source).
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = Instant.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
