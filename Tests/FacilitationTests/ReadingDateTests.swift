import Facilitation
import Testing

@Suite struct ReadingDateTests {
    static let today = CivilDate(year: 2026, month: 11, day: 21)

    static let dates: [(words: String, iso: String)] = [
        ("by 31/3/27", "2027-03-31"), ("3/5", "2027-05-03"), ("by 2027-06-30", "2027-06-30"),
        ("1.2.2027", "2027-02-01"),
        ("31 March 2027", "2027-03-31"), ("the 18th of December", "2026-12-18"), ("by March 3rd", "2027-03-03"),
        ("1st April", "2027-04-01"),
        ("end of March 2027", "2027-03-31"), ("by the end of February", "2027-02-28"),
        ("end of Feb 2028", "2028-02-29"), ("by April 2027", "2027-04-30"),
        ("in June", "2027-06-30"), ("end of November", "2026-11-30"), ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("by the end of the year", "2026-12-31"), ("end of next year", "2027-12-31"),
        ("by the end of 2028", "2028-12-31"), ("by 2029", "2029-12-31"),
        ("end of the financial year", "2027-03-31"), ("end of next financial year", "2028-03-31"),
        ("Q2 next year", "2027-06-30"), ("by Q1 2028", "2028-03-31"),
        ("Q3", "2027-09-30"), ("next quarter", "2027-03-31"), ("by Easter", "2027-03-28"),
        ("Easter 2028", "2028-04-16"), ("Good Friday", "2027-03-26"),
        ("by Christmas", "2026-12-25"), ("Christmas Eve", "2026-12-24"), ("in six months", "2027-05-21"),
        ("within 90 days", "2027-02-19"),
        ("in a fortnight", "2026-12-05"), ("three weeks from now", "2026-12-12"), ("by tomorrow", "2026-11-22"),
        ("by Friday", "2026-11-27"), ("in a year", "2027-11-21"),
        ("by this time next year", "2027-11-21"), ("in two years", "2028-11-21"),
        ("by Friday 17 September", "2027-09-17"), ("on Monday the 4th of January", "2027-01-04"),
        ("the first of March", "2027-03-01"), ("by the thirtieth of June 2028", "2028-06-30"),
    ]

    @Test(arguments: dates.map(\.words)) func `dates are read as people here write them`(words: String) {
        #expect(Reader.date(words, today: Self.today)?.iso == Self.dates.first { $0.words == words }?.iso)
    }

    @Test(arguments: [
        "in the spring", "by summer", "soon", "when the money comes", "31/2/27", "32 March", "may be", "we march on",
        "31 February 2027", "the 31st of April 2027", "30 Feb", "from April 2027", "since March",
        "the thirtieth of February",
        "",
    ])
    func `a season, a hope, a beginning and a day that is not are no dates`(words: String) {
        #expect(Reader.date(words, today: Self.today) == nil)
    }

    @Test func `Easter falls where the almanac says`() {
        let known = [
            (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
            (2030, "2030-04-21"), (2038, "2038-04-25"),
        ]
        for (year, iso) in known { #expect(Reader.date("Easter \(year)", today: Self.today)?.iso == iso) }
    }

    @Test func `a day that has passed this year means next year's, and today means today`() {
        #expect(Reader.date("20 November", today: Self.today)?.iso == "2027-11-20")
        #expect(Reader.date("21 November", today: Self.today)?.iso == "2026-11-21")
    }

    @Test func `month lengths are kept when months are added`() {
        let last = CivilDate(year: 2026, month: 8, day: 31)
        #expect(Reader.date("in six months", today: last)?.iso == "2027-02-28")
    }
}
