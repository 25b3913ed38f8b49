/// Finds where a measure starts and where it should get to: *0 of 6*, *from 40 to 15 days*, *target 100%*.
struct MeasureNumbers {
    let line: Line
    let from: Int
    let due: Range<Int>?
    private var words: Words { line.words }

    init(line: Line, from: Int, due: Range<Int>?) {
        self.line = line
        self.from = from
        self.due = due
    }

    struct Found {
        var baseline: String?
        var target: String?
        var measure: String?
    }

    func read() -> Found {
        var found = Found()
        for index in from..<words.count where figure(at: index) != nil && !isDue(index) {
            takePair(at: index, &found)
            takeLabelled(at: index, &found)
        }
        if found.baseline != nil, found.target == nil { found.target = deedFigure(found) }
        return found
    }

    private func isDue(_ index: Int) -> Bool { due?.contains(index) ?? false }

    /// A number as typed with its sign: `£1.2m`, `40%`.
    private func figure(at index: Int) -> String? {
        guard let word = words.at(index), word.kind == .number else {
            guard let word = words.at(index), ["none", "zero", "nil", "nought"].contains(word.key) else { return nil }
            return "0"
        }
        var text = (words.currency(before: index) ?? "") + words.slice(bytes: Int(word.start)..<Int(word.end))
        if words.at(index + 1)?.isMark("%") == true || words.key(index + 1) == "percent" { text += "%" }
        return text
    }

    private func after(_ index: Int) -> Int {
        words.at(index + 1)?.isMark("%") == true || words.key(index + 1) == "percent" ? index + 2 : index + 1
    }

    private func takePair(at index: Int, _ found: inout Found) {
        var next = after(index)
        let key = words.key(next)
        // 0 of 6, 0 out of 6, 0/6
        let isFrom = words.key(index - 1) == "from"
        if !isFrom, key == "of" || key == "out" && words.key(next + 1) == "of" || key == "/" {
            next += key == "out" ? 2 : 1
            while ["the", "all", "our"].contains(words.key(next)) { next += 1 }
            guard let target = figure(at: next), !isDue(next), found.baseline == nil || found.target == nil else {
                return
            }
            let isLater = ["in", "by"].contains(words.key(index - 1)) && key == "of"
            guard !isLater, !hasDeedVerb(before: index) else { return }
            found.baseline = figure(at: index)
            found.target = target
            return
        }
        // 80%, up from 55%
        if isFrom, ["up", "down", "rise", "fall", "increase", "drop"].contains(words.key(index - 2)),
            found.baseline == nil,
            !(next..<min(words.count, index + 8)).contains(where: { words[$0].key == "to" })
        {
            found.baseline = figure(at: index)
            return
        }
        // from 40 days to 15 days, 9 weeks to 4 weeks
        let goesOn = ["to", "→", "~>"].contains(key) && words.at(next + 1)?.kind == .number
        let goesOnPastUnit =
            MeasureNumbers.units.contains(key) && words.key(next + 1) == "to" && words.at(next + 2)?.kind == .number
        guard isFrom || goesOn || goesOnPastUnit else { return }
        var place = next
        while place < min(words.count, index + 8) {
            if ["to", "→", "until"].contains(words[place].key), let target = target(after: place), !isDue(target.index)
            {
                if found.baseline == nil { found.baseline = figure(at: index) }
                found.target = target.text
                found.measure = found.measure ?? unit(next, place) ?? subject(before: index - 1)
                return
            }
            place += 1
        }
    }

    private static let units = WordSet("days weeks months hours minutes years day week month hour minute %")

    /// *from 12 firms to 60*: what the first figure counts.
    private func unit(_ low: Int, _ high: Int) -> String? {
        guard low < high, high - low <= 4, words[low].kind == .word,
            !["a", "an", "per", "of", "days", "weeks", "months", "hours", "minutes", "%"].contains(words[low].key)
        else { return nil }
        return words.slice(low..<high)
    }

    private static let subjectVerbs = WordSet(
        """
        up down going moving it ill will to measured measure
        """)

    /// *three-year grants from 10% to 50%*: a clause of its own before the figures says what is measured.
    private func subject(before index: Int) -> String? {
        guard words.key(index) == "from", let clause = line.clauses.first(where: { $0.contains(index) }),
            clause.lowerBound > from, index - clause.lowerBound <= 6
        else { return nil }
        let keys = (clause.lowerBound..<index).map { words[$0].key }
        guard !keys.isEmpty, !keys.contains(where: Self.subjectVerbs.contains) else { return nil }
        return words.slice(clause.lowerBound..<index)
    }

    private func target(after place: Int) -> (text: String, index: Int)? {
        for index in place + 1..<max(place + 1, min(words.count, place + 4)) {
            if let text = figure(at: index) { return (text, index) }
            if !["at", "least", "about", "over", "under", "all", "the", "nearly"].contains(words[index].key) {
                return nil
            }
        }
        return nil
    }

    /// *reach 3 of 6 sites* names a number wanted, not where things stand.
    private func hasDeedVerb(before index: Int) -> Bool {
        (max(from, index - 3)..<index).contains { ["reach", "achieve", "get", "hit", "in"].contains(words[$0].key) }
    }

    private static let now = WordSet(
        """
        now currently today present baseline far already stands start starting moment mo date yet
        """)
    private static let done = WordSet("done trained signed reached")
    private static let wanted = WordSet(
        """
        target wanted goal want aiming wants needed aim reach reaching hoping ambition up
        """)

    /// *target 100%*, *6 wanted*, *0 now*, *baseline: 3*, *currently at 12*.
    private func takeLabelled(at index: Int, _ found: inout Found) {
        guard let text = figure(at: index) else { return }
        // *12 a year, up from 5*: where it started, and not what is wanted.
        if words.key(index - 1) == "from", ["up", "down"].contains(words.key(index - 2)) { return }
        let clause = line.clauses.first { $0.contains(index) } ?? index..<index + 1
        let before = (max(clause.lowerBound, index - 5)..<index).map { words[$0].key }
        var high = index + 1
        while high < clause.upperBound, high < index + 8, words[high].kind != .number { high += 1 }
        let behind = (index + 1..<max(index + 1, high)).map { words[$0].key }
        let labelBefore = clause.lowerBound > 0 ? words.key(clause.lowerBound - 2) : ""
        let isFirstBefore = before.last(where: { MeasureNumbers.now.contains($0) || MeasureNumbers.wanted.contains($0) }
        )
        if let label = isFirstBefore
            ?? (before.isEmpty
                && (MeasureNumbers.now.contains(labelBefore) || MeasureNumbers.wanted.contains(labelBefore))
                ? labelBefore : nil)
        {
            if MeasureNumbers.now.contains(label), found.baseline == nil { found.baseline = text }
            if MeasureNumbers.wanted.contains(label), found.target == nil || label == "target" { found.target = text }
            return
        }
        // *we're on 11*, *45 done*
        let standsAt = before.last.map { ["on", "at"].contains($0) } ?? false
        if found.baseline == nil, standsAt && before.dropLast().last == "were" || isDone(index, clause) {
            found.baseline = text
            return
        }
        if found.baseline == nil, index - clause.lowerBound <= 5, clause.lowerBound > from,
            tellsHowThingsStand(clause.lowerBound..<index)
        {
            found.baseline = text
            return
        }
        if let label = behind.first(where: { MeasureNumbers.now.contains($0) || isWanted($0) })
            ?? (tellsOfMinute(index + 1..<high) ? "now" : nil)
        {
            if MeasureNumbers.now.contains(label), found.baseline == nil {
                found.baseline = text
                found.measure = found.measure ?? counted(index + 1, clause.upperBound)
            } else if MeasureNumbers.wanted.contains(label), found.target == nil {
                found.target = text
                found.measure = found.measure ?? counted(index + 1, clause.upperBound)
            }
        }
    }

    /// *2 signed up so far*: the *up* is no sign of what is wanted.
    private func isWanted(_ key: WordKey) -> Bool { key != "up" && MeasureNumbers.wanted.contains(key) }

    /// *0 at the minute*
    private func tellsOfMinute(_ behind: Range<Int>) -> Bool {
        behind.contains { words[$0].key == "minute" && words.key($0 - 1) == "the" && words.key($0 - 2) == "at" }
    }

    private func isDone(_ index: Int, _ clause: Range<Int>) -> Bool {
        index == clause.lowerBound && clause.count <= 3 && clause.last.map { Self.done.contains(words[$0]) } == true
    }

    private static let standing = WordSet("weve ive theyve theres only just")
    private static let standingAfterWe = WordSet("have had are run hold did do did made manage managed got has")

    /// *we've trained 8*, *there are 3*: a clause of its own that tells where things stand.
    private func tellsHowThingsStand(_ lead: Range<Int>) -> Bool {
        guard let first = lead.first(where: { !["and", "but", "so", "as", "where"].contains(words[$0].key) }) else {
            return false
        }
        if lead.contains(where: { ["will", "to", "by", "want", "ill", "well"].contains(words[$0].key) }) {
            return false
        }
        if Self.standing.contains(words[first]) { return true }
        return ["we", "i", "there", "they", "it", "today"].contains(words[first].key)
            && lead.contains { Self.standingAfterWe.contains(words[$0]) }
    }

    /// What is counted between a figure and its label: *0 buses after six now*.
    private func counted(_ low: Int, _ limit: Int) -> String? {
        var high = low
        while high < limit, !MeasureNumbers.now.contains(words[high]),
            !MeasureNumbers.wanted.contains(words[high])
        { high += 1 }
        while high > low, ["at", "right", "are", "is", "the", "so"].contains(words[high - 1].key) { high -= 1 }
        guard low < high, !["a", "per", "an", "each", "every", "at"].contains(words[low].key) else { return nil }
        // *3 signed up so far*, *3 firms in it now*: what is counted is the act.
        if words[low].key.hasSuffix("ed") || MeasureNumbers.done.contains(words[low]) { return nil }
        if (low..<high).contains(where: { ["it", "them", "this", "that"].contains(words[$0].key) }) { return nil }
        guard high > low + 1 || high == low + 1 && words[low].key.count > 4 else { return nil }
        return words[low].isMark ? nil : words.slice(low..<high)
    }

    /// *ask 200 residents … so far 0*: the number in the act is the one wanted.
    private func deedFigure(_ found: Found) -> String? {
        for index in from..<words.count where !isDue(index) && words[index].kind == .number {
            guard let text = figure(at: index), text != found.baseline, !words[index].isGlued,
                words.at(index - 1)?.isGlued != true
            else { continue }
            if DateReader(words: words, today: line.context.today).match(at: index) == nil { return text }
        }
        // *I'll get five clinics open late, 0 now*
        let spelled = (from..<words.count).lazy.filter { !isDue($0) && words[$0].kind == .word }
        return spelled.compactMap { MeasureNumbers.spelled[words[$0].key] }.first
    }

    private static let spelled: [WordKey: String] = [
        "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
        "ten": "10", "twelve": "12", "twenty": "20",
    ]
}
