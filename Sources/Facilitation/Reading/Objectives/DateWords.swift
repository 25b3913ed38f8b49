/// Dates in words, as people here write them: day before month, month ends, Easter, the financial year.
struct DateReader {
    let words: Words
    let today: CivilDate

    struct Found {
        var date: CivilDate
        var range: Range<Int>
    }

    /// The first date in a range of words.
    func first(in range: Range<Int>) -> Found? {
        for index in range where !words[index].isMark {
            if let found = match(at: index), found.range.upperBound <= range.upperBound { return found }
        }
        return nil
    }

    /// The date that starts at a word.
    func match(at index: Int) -> Found? {
        matchNumeric(at: index) ?? matchEnd(at: index) ?? matchQuarter(at: index) ?? matchFeast(at: index)
            ?? matchRelative(at: index) ?? matchDayMonth(at: index) ?? matchMonth(at: index) ?? matchYear(at: index)
    }

    // MARK: Numbers

    /// 2027-03-31, 31/3/27, 3/5, 31.3.2027.
    private func matchNumeric(at index: Int) -> Found? {
        if words[index].isGlued, let year = words[index].integer, year > 1999, let month = words.at(index + 1)?.integer,
            let day = words.at(index + 2)?.integer, let date = valid(year, month, day)
        {
            return Found(date: date, range: index..<index + 3)
        }
        if words[index].isGlued, let day = words[index].integer, words.at(index + 1)?.isGlued == true,
            let month = words.at(index + 1)?.integer, let year = words.at(index + 2)?.integer,
            let date = valid(full(year), month, day)
        {
            return Found(date: date, range: index..<index + 3)
        }
        if words[index].kind == .number, let dotted = dotted(words.text(index)) {
            return Found(date: dotted, range: index..<index + 1)
        }
        if let dotted = dottedDay(at: index) { return Found(date: dotted, range: index..<index + 1) }
        guard let day = words[index].integer, words.at(index + 1)?.isMark("/") == true,
            let month = words.at(index + 2)?.integer
        else { return nil }
        if words.at(index + 3)?.isMark("/") == true, let year = words.at(index + 4)?.integer,
            let date = valid(full(year), month, day)
        {
            return Found(date: date, range: index..<index + 5)
        }
        return next(month, day).map { Found(date: $0, range: index..<index + 3) }
    }

    private func dotted(_ key: String) -> CivilDate? {
        let parts = key.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 3, key.split(separator: ".").count == 3 else { return nil }
        return valid(full(parts[2]), parts[1], parts[0])
    }

    private static let dayLeads = WordSet("by before until till due on deadline")
    private static let afterDays = WordSet("at and i ill we this next so with for to please latest if but or then")
    private static let growing = WordSet(
        "grow grows raise lift cut reduce increase decrease rise fall drop lower shorten rises falls drops")

    /// *by 01.10*, *before 3.05.*: a day and a month, the month with two figures, so that *by 1.5* stays a figure, as does
    /// *cut it by 2.10*.
    private func dottedDay(at index: Int) -> CivilDate? {
        let word = words[index]
        guard word.kind == .number, words.currency(before: index) == nil, Self.dayLeads.contains(words.key(index - 1)),
            words.at(index + 1).map({ $0.isMark && $0.key != "%" || Self.afterDays.contains($0) }) ?? true,
            !(max(0, index - 5)..<max(0, index - 1)).contains(where: { Self.growing.contains(words[$0]) })
        else { return nil }
        let parts = words.text(index).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let day = Int(parts[0]),
            let month = Int(parts[1])
        else { return nil }
        return next(month, day)
    }

    private func full(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

    private func valid(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        guard (1...12).contains(month), (1900...9999).contains(year), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// The next such day to come, today included.
    private func next(_ month: Int, _ day: Int) -> CivilDate? {
        for year in today.year...today.year + 8 {
            if let date = valid(year, month, day), date >= today { return date }
        }
        return nil
    }

    // MARK: Days and months

    private static let months: [WordKey: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7,
        "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11,
        "nov": 11, "december": 12,
        "dec": 12,
    ]

    private func month(at index: Int) -> Int? {
        guard let word = words.at(index), word.kind == .word, let month = DateReader.months[word.key] else {
            return nil
        }
        let isAlsoVerb = word.key == "may" || word.key == "march" || word.key == "mar"
        return isAlsoVerb && !word.isCapital && !isDateLead(words.key(index - 1)) && dayNumber(at: index - 1) == nil
            ? nil : month
    }

    private func isDateLead(_ key: WordKey) -> Bool {
        ["of", "by", "in", "end", "until", "before", "mid", "late", "early", "next", "this", "from", "since", "to"]
            .contains(key)
    }

    /// 3, 3rd, the day of a month.
    private func dayNumber(at index: Int) -> Int? {
        guard let word = words.at(index), word.kind == .number else { return nil }
        if let day = word.integer { return (1...31).contains(day) ? day : nil }
        for ending: WordKey in ["st", "nd", "rd", "th"] where word.key.hasSuffix(ending) {
            if let day = word.key.dropLast(2)?.integer(), (1...31).contains(day) { return day }
        }
        return nil
    }

    private func yearNumber(at index: Int) -> Int? {
        var place = index
        if words.at(place)?.isMark(",") == true { place += 1 }
        guard let year = words.at(place)?.integer, (2000...2199).contains(year) else { return nil }
        return year
    }

    private func yearEnd(at index: Int) -> Int { words.at(index)?.isMark(",") == true ? index + 2 : index + 1 }

    private static let ordinals: [WordKey: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    ]

    /// 31 March 2027, the 18th of December, March 31st.
    func matchDayMonth(at index: Int) -> Found? {
        if let day = dayNumber(at: index) {
            var place = index + 1
            if words.key(place) == "of" { place += 1 }
            guard let month = month(at: place) else { return ordinalOnly(day, at: index) }
            return dated(day, month, range: index..<place + 1)
        }
        // *the first of March*
        if let day = DateReader.ordinals[words[index].key], words.key(index + 1) == "of",
            let month = month(at: index + 2)
        {
            return dated(day, month, range: index..<index + 3)
        }
        guard let month = month(at: index) else { return nil }
        var place = index + 1
        if words.key(place) == "the" { place += 1 }
        guard let day = dayNumber(at: place), words.at(place)?.isGlued == false else { return nil }
        return dated(day, month, range: index..<place + 1)
    }

    private func dated(_ day: Int, _ month: Int, range: Range<Int>) -> Found? {
        if let year = yearNumber(at: range.upperBound), let date = valid(year, month, day) {
            return Found(date: date, range: range.lowerBound..<yearEnd(at: range.upperBound))
        }
        if words.key(range.upperBound) == "next", words.key(range.upperBound + 1) == "year",
            let date = valid(today.year + 1, month, day)
        {
            return Found(date: date, range: range.lowerBound..<range.upperBound + 2)
        }
        return next(month, day).map { Found(date: $0, range: range) }
    }

    /// *the 15th*: the next one to come.
    private func ordinalOnly(_ day: Int, at index: Int) -> Found? {
        guard words[index].integer == nil, words.key(index - 1) == "the" else { return nil }
        var month = today.month
        var year = today.year
        for _ in 0..<3 {
            if let date = valid(year, month, day), date >= today { return Found(date: date, range: index..<index + 1) }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return nil
    }

    /// *March 2027*, *in June*, *by April*: as a deadline, its last day for *in*, the day before for *before*.
    private func matchMonth(at index: Int) -> Found? {
        guard let month = month(at: index) else { return nil }
        let before = words.key(index - 1)
        guard isDateLead(before) || yearNumber(at: index + 1) != nil else { return nil }
        return isTakenByADay(index) ? nil : monthEnd(month, after: index + 1, from: index)
    }

    /// A month's name wherever it stands, with its year if one follows. A month that a day stands before is that day or
    /// none (there is no 31 February), and one after *from* or *since* is a beginning.
    func matchMonthName(at index: Int) -> Found? {
        guard !isTakenByADay(index) else { return nil }
        return month(at: index).map { monthEnd($0, after: index + 1, from: index) }
    }

    private func isTakenByADay(_ index: Int) -> Bool {
        let before = words.key(index - 1) == "of" ? index - 2 : index - 1
        return dayNumber(at: before) != nil || before < index - 1 && DateReader.ordinals[words.key(before)] != nil
            || ["from", "since"].contains(words.key(index - 1))
    }

    private func monthEnd(_ month: Int, after index: Int, from start: Int) -> Found {
        if let year = yearNumber(at: index) {
            return Found(date: lastDay(year, month), range: start..<yearEnd(at: index))
        }
        if words.key(index) == "next", words.key(index + 1) == "year" {
            return Found(date: lastDay(today.year + 1, month), range: start..<index + 2)
        }
        let year = lastDay(today.year, month) >= today ? today.year : today.year + 1
        return Found(date: lastDay(year, month), range: start..<index)
    }

    private func lastDay(_ year: Int, _ month: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
    }

    /// A bare year after *by*, *in*, *end of*.
    private func matchYear(at index: Int) -> Found? {
        guard let year = words[index].integer, (2000...2199).contains(year),
            ["by", "in", "before", "during"].contains(words.key(index - 1))
        else { return nil }
        return Found(date: CivilDate(year: year, month: 12, day: 31), range: index..<index + 1)
    }
}
