import Facilitation
import Foundation
import Testing

@testable import Hosting

@Suite struct CivilDaysTests {
    /// Hours of a year and a day, asked in order and out of it, so that the remembered day is left and come back to.
    @Test(arguments: ["Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "UTC", "Middle/Earth"])
    func `the date of a moment is the calendar's, clocks changed or not`(zone: String) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone) ?? TimeZone(secondsFromGMT: 0))
        var days = CivilDays()
        for step in 0..<8_800 {
            for moment in [step, step * 7_919 % 8_800].map({ 1_790_000_000_000 + $0 * 3_599_999 }) {
                let parts = calendar.dateComponents(
                    [.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment) / 1_000))
                let date = days.date(at: Instant(milliseconds: moment), in: zone)
                #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day, "\(moment)")
            }
        }
    }

    @Test func `the last and the first millisecond of a day in London`() {
        var days = CivilDays()
        // 25 October 2026 has 25 hours there: it ends at 00:00 UTC.
        let midnight = 1_792_972_800_000
        let dates = [midnight - 1, midnight, midnight - 90_000_000, midnight - 90_000_001].map {
            days.date(at: Instant(milliseconds: $0), in: "Europe/London").iso
        }
        #expect(dates == ["2026-10-25", "2026-10-26", "2026-10-25", "2026-10-24"])
    }
}
