/// A day in the calendar, without time or zone.
public struct CivilDate: Sendable, Hashable, Comparable {
    public var year: Int
    public var month: Int
    public var day: Int

    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// From `2027-03-31`; nil when it is not such a day.
    public init?(iso text: String) {
        var text = text
        guard let date = text.withUTF8({ CivilDate(digits: FixedDigits($0), count: $0.count) }) else { return nil }
        self = date
    }

    /// - Parameter count: bytes in all, ten of which make a day.
    init?(digits: FixedDigits, count: Int) {
        guard count == 10, digits.has("-", at: 4), digits.has("-", at: 7), let year = digits.number(0..<4),
            let month = digits.number(5..<7), let day = digits.number(8..<10), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public var iso: String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            writeISO(into: buffer)
            return 10
        }
    }

    /// - Parameter buffer: of ten bytes at least.
    func writeISO(into buffer: UnsafeMutableBufferPointer<UInt8>) {
        FixedDigits.write(year, into: buffer, 0..<4)
        buffer[4] = UInt8(ascii: "-")
        FixedDigits.write(month, into: buffer, 5..<7)
        buffer[7] = UInt8(ascii: "-")
        FixedDigits.write(day, into: buffer, 8..<10)
    }

    /// As people write it here: `31 March 2027`.
    public var spoken: String { "\(day) \(CivilDate.monthNames[month - 1]) \(year)" }

    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
