/// A moment in UTC, to the millisecond. It is put on every event by the host's clock and stored; nothing in here reads a
/// clock.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// From `2026-10-14T13:20:00Z` or `2026-10-14T13:20:00.250Z`; nil when it is not such a time.
    public init?(iso text: String) {
        var text = text
        guard let milliseconds = text.withUTF8(Instant.milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }

    private static func milliseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let digits = FixedDigits(bytes)
        let hasFraction = bytes.count == 24
        guard hasFraction || bytes.count == 20, digits.has("Z", at: bytes.count - 1), digits.has("T", at: 10),
            digits.has(":", at: 13), digits.has(":", at: 16), !hasFraction || digits.has(".", at: 19),
            let date = CivilDate(digits: digits, count: 10), let hour = digits.number(11..<13), (0...23).contains(hour),
            let minute = digits.number(14..<16), (0...59).contains(minute), let second = digits.number(17..<19),
            (0...60).contains(second), let fraction = hasFraction ? digits.number(20..<23) : 0
        else { return nil }
        let inDay = (hour * 60 + minute) * 60 + second
        return (date.daysSince1970 * 86_400 + inDay) * 1_000 + fraction
    }

    /// With milliseconds only where there are any: `2026-10-14T13:20:00Z`.
    public var iso: String { milliseconds % 1_000 == 0 ? text(hasFraction: false) : isoWithMilliseconds }

    /// Always with milliseconds: `2026-10-14T13:20:00.000Z`.
    public var isoWithMilliseconds: String { text(hasFraction: true) }

    private func text(hasFraction: Bool) -> String {
        let day = Instant.floorDivide(milliseconds, 86_400_000)
        let inDay = milliseconds - day * 86_400_000
        let count = hasFraction ? 24 : 20
        return String(unsafeUninitializedCapacity: count) { buffer in
            CivilDate(daysSince1970: day).writeISO(into: buffer)
            buffer[10] = UInt8(ascii: "T")
            FixedDigits.write(inDay / 3_600_000, into: buffer, 11..<13)
            buffer[13] = UInt8(ascii: ":")
            FixedDigits.write(inDay / 60_000 % 60, into: buffer, 14..<16)
            buffer[16] = UInt8(ascii: ":")
            FixedDigits.write(inDay / 1_000 % 60, into: buffer, 17..<19)
            if hasFraction {
                buffer[19] = UInt8(ascii: ".")
                FixedDigits.write(inDay % 1_000, into: buffer, 20..<23)
            }
            buffer[count - 1] = UInt8(ascii: "Z")
            return count
        }
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
