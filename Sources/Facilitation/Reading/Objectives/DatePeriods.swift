// Ends, quarters, feasts and spans of time.
extension DateReader {
    /// *the end of March 2027*, *year end*, *end of the financial year*, *month end*.
    func matchEnd(at index: Int) -> Found? {
        if ["year", "month"].contains(words.key(index)), words.key(index + 1) == "end" {
            if words.key(index) == "month" { return Found(date: monthEnd(after: 0), range: index..<index + 2) }
            let isFinancial = words.key(index - 1) == "financial" || words.key(index - 1) == "fiscal"
            return Found(
                date: isFinancial ? financialYearEnd(0) : CivilDate(year: today.year, month: 12, day: 31),
                range: index..<index + 2)
        }
        guard ["end", "close"].contains(words.key(index)) else { return nil }
        var place = index + 1
        while ["of", "the", "this", "current", "in"].contains(words.key(place)) { place += 1 }
        var ahead = 0
        if words.key(place) == "next" {
            ahead = 1
            place += 1
        }
        switch words.key(place) {
        case "financial", "fiscal", "tax":
            if words.key(place + 1) == "year" { return Found(date: financialYearEnd(ahead), range: index..<place + 2) }
            return nil
        case "fy": return Found(date: financialYearEnd(ahead), range: index..<place + 1)
        case "month": return Found(date: monthEnd(after: ahead), range: index..<place + 1)
        case "week":
            return Found(
                date: adding(days: 4 - weekday(today) + 7 * ahead + (weekday(today) > 4 ? 7 : 0), to: today),
                range: index..<place + 1)
        case "calendar" where words.key(place + 1) == "year":
            return Found(date: CivilDate(year: today.year + ahead, month: 12, day: 31), range: index..<place + 2)
        case "year":
            return Found(date: CivilDate(year: today.year + ahead, month: 12, day: 31), range: index..<place + 1)
        case "quarter":
            return Found(date: quarterEnd((today.month - 1) / 3 + ahead, today.year), range: index..<place + 1)
        default: break
        }
        if let year = words.at(place)?.integer, (2000...2199).contains(year) {
            return Found(date: CivilDate(year: year, month: 12, day: 31), range: index..<place + 1)
        }
        if let quarter = matchQuarter(at: place) {
            return Found(date: quarter.date, range: index..<quarter.range.upperBound)
        }
        guard let found = matchMonthAnywhere(at: place) else { return nil }
        return Found(date: found.date, range: index..<found.range.upperBound)
    }

    private func matchMonthAnywhere(at index: Int) -> Found? {
        guard words.at(index) != nil else { return nil }
        return matchMonthName(at: index)
    }

    private func monthEnd(after months: Int) -> CivilDate {
        let date = adding(months: months, to: CivilDate(year: today.year, month: today.month, day: 1))
        return CivilDate(year: date.year, month: date.month, day: CivilDate.days(inMonth: date.month, of: date.year))
    }

    /// 31 March, when the financial year of public bodies ends.
    private func financialYearEnd(_ ahead: Int) -> CivilDate {
        let end = CivilDate(year: today.year, month: 3, day: 31)
        return CivilDate(year: (today <= end ? today.year : today.year + 1) + ahead, month: 3, day: 31)
    }

    private func quarterEnd(_ quarter: Int, _ year: Int) -> CivilDate {
        let month = (quarter % 4) * 3 + 3
        let year = year + quarter / 4
        return CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
    }

    /// *Q2 2027*, *Q2 next year*, *next quarter*: quarters of the calendar year.
    func matchQuarter(at index: Int) -> Found? {
        let key = words.key(index)
        if key == "next", words.key(index + 1) == "quarter" {
            return Found(date: quarterEnd((today.month - 1) / 3 + 1, today.year), range: index..<index + 2)
        }
        guard key.count == 2, key.first == UInt8(ascii: "q"), let number = key.integer(from: 1),
            (1...4).contains(number)
        else { return nil }
        var place = index + 1
        if words.key(place) == "of" { place += 1 }
        if let year = words.at(place)?.integer, (2000...2199).contains(year) {
            return Found(date: quarterEnd(number - 1, year), range: index..<place + 1)
        }
        if words.key(place) == "next", words.key(place + 1) == "year" {
            return Found(date: quarterEnd(number - 1, today.year + 1), range: index..<place + 2)
        }
        let date = quarterEnd(number - 1, today.year)
        return Found(date: date >= today ? date : quarterEnd(number - 1, today.year + 1), range: index..<index + 1)
    }

    // MARK: Feasts

    func matchFeast(at index: Int) -> Found? {
        var place = index
        let isGood = words.key(place) == "good" && words.key(place + 1) == "friday"
        let key = words.key(place)
        if isGood { return feast(at: place + 2, from: index) { DateReader.shifted(DateReader.easter($0), -2) } }
        if key == "easter" {
            let next = words.key(place + 1)
            place += ["sunday", "monday"].contains(next) ? 2 : 1
            return feast(at: place, from: index) { DateReader.shifted(DateReader.easter($0), next == "monday" ? 1 : 0) }
        }
        if ["christmas", "xmas"].contains(key) {
            let isEve = words.key(place + 1) == "eve"
            place += ["day", "eve"].contains(words.key(place + 1)) ? 2 : 1
            return feast(at: place, from: index) { CivilDate(year: $0, month: 12, day: isEve ? 24 : 25) }
        }
        if key == "new", words.key(place + 1).hasPrefix("year"),
            words.key(place + 1) != "year" || words.at(place + 1)?.isCapital == true
        {
            let isEve = words.key(place + 2) == "eve"
            place += ["day", "eve"].contains(words.key(place + 2)) ? 3 : 2
            return feast(at: place, from: index) { CivilDate(year: $0, month: isEve ? 12 : 1, day: isEve ? 31 : 1) }
        }
        if key == "whitsun" || key == "pentecost" {
            return feast(at: place + 1, from: index) { DateReader.shifted(DateReader.easter($0), 49) }
        }
        if key == "boxing", words.key(place + 1) == "day" {
            return feast(at: place + 2, from: index) { CivilDate(year: $0, month: 12, day: 26) }
        }
        return nil
    }

    private func feast(at place: Int, from index: Int, _ day: (Int) -> CivilDate) -> Found {
        if let year = words.at(place)?.integer, (2000...2199).contains(year) {
            return Found(date: day(year), range: index..<place + 1)
        }
        if words.key(place) == "next", words.key(place + 1) == "year" {
            return Found(date: day(today.year + 1), range: index..<place + 2)
        }
        let date = day(today.year)
        return Found(date: date >= today ? date : day(today.year + 1), range: index..<place)
    }

    /// Easter Sunday of the Gregorian calendar, after the anonymous algorithm of Nature (1876), as in Meeus.
    static func easter(_ year: Int) -> CivilDate {
        let golden = year % 19
        let century = year / 100
        let rest = year % 100
        let skipped = century / 4
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - skipped - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * shift + 114
        return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    // MARK: Spans

    /// *in six months*, *within 90 days*, *next Friday*, *tomorrow*, *next month*, *in a fortnight*.
    func matchRelative(at index: Int) -> Found? {
        let key = words.key(index)
        switch key {
        case "today", "tonight": return Found(date: today, range: index..<index + 1)
        case "tomorrow": return Found(date: adding(days: 1, to: today), range: index..<index + 1)
        case "in", "within": return span(at: index + 1, from: index)
        case "next", "this", "by", "on", "before", "coming": return weekdayOrPeriod(at: index)
        default:
            if let later = weekdayWeek(at: index) { return later }
            guard let span = span(at: index, from: index) else { return nil }
            let after = words.key(span.range.upperBound)
            if after == "from", ["now", "today"].contains(words.key(span.range.upperBound + 1)) {
                return Found(date: span.date, range: index..<span.range.upperBound + 2)
            }
            // *two weeks today*, *a fortnight on Monday*
            if after == "today" { return Found(date: span.date, range: index..<span.range.upperBound + 1) }
            if after == "tomorrow" {
                return Found(date: adding(days: 1, to: span.date), range: index..<span.range.upperBound + 1)
            }
            if after == "on", let day = DateReader.weekdays[words.key(span.range.upperBound + 1)] {
                let first = adding(days: (day - weekday(today) + 7) % 7, to: today)
                let ahead = DateReader.days(from: today, to: span.date)
                return Found(date: adding(days: ahead, to: first), range: index..<span.range.upperBound + 2)
            }
            return after == "time" ? Found(date: span.date, range: index..<span.range.upperBound + 1) : nil
        }
    }

    /// *Friday week*, *Monday fortnight*: a week, or two, after the next such day.
    private func weekdayWeek(at index: Int) -> Found? {
        guard let day = DateReader.weekdays[words.key(index)], ["week", "fortnight"].contains(words.key(index + 1)),
            !["next", "this", "last"].contains(words.key(index - 1))
        else { return nil }
        var ahead = (day - weekday(today) + 7) % 7
        if ahead == 0 { ahead = 7 }
        let more = words.key(index + 1) == "week" ? 7 : 14
        return Found(date: adding(days: ahead + more, to: today), range: index..<index + 2)
    }

    /// Whole days from one date to a later one, by stepping; a year at most.
    private static func days(from start: CivilDate, to end: CivilDate) -> Int {
        (0...366).first { shifted(start, $0) == end } ?? 0
    }

    private func span(at index: Int, from start: Int) -> Found? {
        var place = index
        while ["the", "next", "about"].contains(words.key(place)) { place += 1 }
        guard let word = words.at(place) else { return nil }
        var number = NumberWords.value(word) ?? (["a", "an"].contains(word.key) ? 1 : nil)
        if word.key == "half", words.key(place + 1) == "a", words.key(place + 2) == "year" {
            return Found(date: adding(months: 6, to: today), range: start..<place + 3)
        }
        if word.key.hasPrefix("fortnight") {
            number = 1
            place -= 1
        }
        guard let number, number > 0, number < 1000 else { return nil }
        let unit = words.key(place + 1)
        let range = start..<place + 2
        if unit.hasPrefix("day") { return Found(date: adding(days: number, to: today), range: range) }
        if unit.hasPrefix("fortnight") { return Found(date: adding(days: 14 * number, to: today), range: range) }
        if unit.hasPrefix("week") { return Found(date: adding(days: 7 * number, to: today), range: range) }
        if unit.hasPrefix("month") { return Found(date: adding(months: number, to: today), range: range) }
        if unit == "year" || unit == "years" || unit == "years" {
            return Found(date: adding(months: 12 * number, to: today), range: range)
        }
        return nil
    }

    private static let weekdays: [WordKey: Int] = [
        "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "weds": 2, "wed": 2, "thursday": 3,
        "thurs": 3, "thu": 3,
        "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
    ]

    private func weekdayOrPeriod(at index: Int) -> Found? {
        let lead = words.key(index)
        var place = index + 1
        if lead == "this", words.key(place) == "time", words.key(place + 1) == "next", words.key(place + 2) == "year" {
            return Found(date: adding(months: 12, to: today), range: index..<place + 3)
        }
        if ["next", "this", "the"].contains(words.key(place)), lead != "next", lead != "this" { return nil }
        if let day = DateReader.weekdays[words.key(place)] {
            var ahead = (day - weekday(today) + 7) % 7
            if ahead == 0 { ahead = 7 }
            if lead == "next", ahead + weekday(today) < 7, ahead < 7 { ahead += 7 }
            place += 1
            // *by Friday 17 September*
            let date = words.key(place) == "the" ? place + 1 : place
            if words.at(date) != nil, let found = matchDayMonth(at: date) {
                return Found(date: found.date, range: index..<found.range.upperBound)
            }
            // *by Friday week*, *on Monday fortnight*
            if lead != "next", lead != "this", ["week", "fortnight"].contains(words.key(place)) {
                ahead += words.key(place) == "week" ? 7 : 14
            }
            if ["week", "fortnight"].contains(words.key(place)) { place += 1 }
            return Found(date: adding(days: ahead, to: today), range: index..<place)
        }
        guard lead == "next" else { return nil }
        switch words.key(place) {
        case "week": return Found(date: adding(days: 11 - weekday(today), to: today), range: index..<place + 1)
        case "month": return Found(date: monthEnd(after: 1), range: index..<place + 1)
        case "year": return Found(date: CivilDate(year: today.year + 1, month: 12, day: 31), range: index..<place + 1)
        default: return nil
        }
    }

    // MARK: Arithmetic

    /// Monday is 0. After Zeller's congruence.
    func weekday(_ date: CivilDate) -> Int {
        let month = date.month < 3 ? date.month + 12 : date.month
        let year = date.month < 3 ? date.year - 1 : date.year
        let sum = date.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400
        return (sum + 5) % 7
    }

    func adding(days: Int, to date: CivilDate) -> CivilDate { DateReader.shifted(date, days) }

    static func shifted(_ date: CivilDate, _ days: Int) -> CivilDate {
        var date = date
        date.day += days
        while date.day > CivilDate.days(inMonth: date.month, of: date.year) {
            date.day -= CivilDate.days(inMonth: date.month, of: date.year)
            (date.year, date.month) = date.month == 12 ? (date.year + 1, 1) : (date.year, date.month + 1)
        }
        while date.day < 1 {
            (date.year, date.month) = date.month == 1 ? (date.year - 1, 12) : (date.year, date.month - 1)
            date.day += CivilDate.days(inMonth: date.month, of: date.year)
        }
        return date
    }

    /// The same day some months on, or the last day of a shorter month.
    func adding(months: Int, to date: CivilDate) -> CivilDate {
        let total = date.year * 12 + date.month - 1 + months
        let year = total / 12
        let month = total % 12 + 1
        return CivilDate(year: year, month: month, day: min(date.day, CivilDate.days(inMonth: month, of: year)))
    }
}
