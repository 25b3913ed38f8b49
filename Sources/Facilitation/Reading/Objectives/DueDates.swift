// When an objective is due: the one day that its words promise. A day that is denied, one from which something begins,
// and one on which a date will be known are none. A missing date is asked for; a wrong one stands in the record.
extension ObjectiveReader {
    private static let dueLeads = WordSet(
        """
        by before due until deadline within in when done end on for the ready no later than latest from at date
        to finished complete you next this live ll place
        """)

    /// The date after *by*, *before*, *due*, else the only date in the line.
    func due(from start: Int) -> DateReader.Found? {
        var (fallback, span): (DateReader.Found?, DateReader.Found?)
        var index = start
        while index < words.count {
            guard !words[index].isMark, let found = dates.match(at: index) else {
                index += 1
                continue
            }
            guard !isNoDue(found.range, from: start) else {
                index = found.range.upperBound
                continue
            }
            let before = words.key(index - 1)
            // *paid in ten days, by 31 December*: how long something takes gives way to the day it is due.
            if span == nil, words[index].key == "in" || words[index].key == "within" { span = found }
            let isDue =
                before == "by" || before == "before" || before == "due" || words[index].key == "by"
                || words.key(index - 2) == "by" || words.key(index - 2) == "before" || words.key(index - 2) == "due"
                || before == "deadline"
            if isDue { return found }
            if fallback == nil,
                Self.dueLeads.contains(before) || words.at(index - 1)?.isMark == true || index == start
                    || found.range.count > 1
                    || Self.dueLeads.contains(words[index])
            {
                fallback = found
            }
            index = found.range.upperBound
        }
        return span ?? fallback
    }

    private func isNoDue(_ date: Range<Int>, from start: Int) -> Bool {
        isMereNow(date) || isBeginning(date, from: start) || isDeniedBeside(date, from: start)
            || isDeniedInClause(date, from: start) || tellsWhenKnown(date, from: start)
            || tellsOfAbsence(date, from: start)
    }

    private static let nows = WordSet("today tonight")
    private static let promisingNow = WordSet("by due before deadline for")

    /// *I can't give a date today*, *today I take it on*: when it is said, and not when it is done. *By today* is due.
    private func isMereNow(_ date: Range<Int>) -> Bool {
        date.count == 1 && Self.nows.contains(words[date.lowerBound])
            && !Self.promisingNow.contains(words.key(date.lowerBound - 1))
    }

    private static let startsAfter = WordSet("after from since following")
    private static let beginnings = WordSet("starting beginning commencing effective")
    private static let betweenBeginAndDate = WordSet("in on from the at around about some time sometime early mid late")

    /// *after Easter*, *starting in January*, *March at the earliest*; *not a day after 31 March* is due then.
    private func isBeginning(_ date: Range<Int>, from start: Int) -> Bool {
        let next = date.upperBound
        if words.key(next) == "at", words.key(next + 1) == "the", ["earliest", "soonest"].contains(words.key(next + 2))
        {
            return true
        }
        if words.key(next) == "onwards" || words.key(next) == "or" && words.key(next + 1) == "later" { return true }
        var place = date.lowerBound - 1
        if Self.startsAfter.contains(words.key(place)) { return words.key(place - 1) != "day" }
        while place > start, Self.betweenBeginAndDate.contains(words.key(place)) { place -= 1 }
        return place >= start && Self.beginnings.contains(words.key(place))
    }

    // MARK: Denied

    private static let beforeDates = WordSet(
        "by before until till in on at of the end start mid than earlier sooner for late early any as soon")

    /// *not before March*, *not by Christmas*, *no earlier than June*; *not later than June* is due then.
    private func isDeniedBeside(_ date: Range<Int>, from start: Int) -> Bool {
        var lead = date.lowerBound
        while lead > start, Self.beforeDates.contains(words[lead - 1]) { lead -= 1 }
        switch words.key(lead - 1) {
        case "not", "never": return lead > start
        case "no": return (lead..<date.lowerBound).contains { ["earlier", "sooner"].contains(words[$0].key) }
        default: return false
        }
    }

    /// They deny by themselves, near the head of what is said of the date.
    private static let denials = WordSet(
        "cant cannot wont couldnt wouldnt shant unlikely doubt doubtful impossible unable never")
    private static let ownDenials = WordSet("dont didnt")
    private static let afterNo = WordSet("chance way hope idea promise promises guarantee date clue telling prospect")
    private static let afterNot = WordSet(
        "sure able likely going ready possible done certain realistic achievable doable finished be have give say")
    private static let afterTooOrHard = WordSet("soon early tight say put promise commit give know tell")
    /// *can't be later than March*, *won't go past it*: due then all the same.
    private static let surpassing = WordSet("later past beyond longer slip drift miss missing overrun")

    /// *can't do it by March*, *it won't be ready by March*, *no chance of March*, *don't hold me to March*.
    private func isDeniedInClause(_ date: Range<Int>, from start: Int) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(date.lowerBound) }) else { return false }
        let head = headBefore(date.lowerBound, from: max(start, clause.lowerBound))
        let denial = (head.start..<date.lowerBound).prefix(head.isPromise ? 1 : 3).first { index in
            let next = words.key(index + 1)
            switch words[index].key {
            case "no": return Self.afterNo.contains(next)
            case "not": return head.isPromise || Self.afterNot.contains(next)
            case "too": return Self.afterTooOrHard.contains(next)
            case "hard", "difficult", "tricky":
                return next == "to" && Self.afterTooOrHard.contains(words.key(index + 2))
            case "do": return next == "not" && index <= head.start + 1
            default:
                return Self.denials.contains(words[index]) && isOfDate(index, head.start)
                    || Self.ownDenials.contains(words[index]) && index <= head.start + 1
            }
        }
        guard let denial else { return false }
        return !(denial..<date.lowerBound).contains { Self.surpassing.contains(words[$0]) }
    }

    private static let sayers = WordSet(
        """
        i it that this we id im there he she they but and sorry honestly afraid just really probably definitely still
        though well
        """)
    private static let readiness = WordSet("ready done finished complete completed published out happen happening")

    /// *it won't be ready*, *the map can't be done*; *patients won't queue by June* is what is wanted.
    private func isOfDate(_ denial: Int, _ start: Int) -> Bool {
        (start..<denial).allSatisfy { Self.sayers.contains(words[$0]) }
            || (denial..<min(denial + 4, words.count)).contains { Self.readiness.contains(words[$0]) }
    }

    /// Where what is said of a date begins: after the last *but*, *so* or *I'll* of its clause. *I can't start before
    /// March but it's done by June* denies nothing of June.
    private func headBefore(_ date: Int, from low: Int) -> (start: Int, isPromise: Bool) {
        var head = (start: low, isPromise: false)
        for index in low..<max(low, date) {
            if line.small[index] == .contrast || words[index].key == "so" || words[index].key == "then" {
                head = (index + 1, false)
            } else if words[index].key == "ill" || words[index].key == "i" && words.key(index + 1) == "will" {
                head = (words[index].key == "ill" ? index + 1 : index + 2, true)
            }
        }
        return (min(head.start, date), head.isPromise)
    }

    private static let absences = WordSet("away off leave holiday busy abroad back")

    /// *I'm on leave till 3 March*, *I'm back on Monday*: when somebody is there to do it, and not when it is done.
    private func tellsOfAbsence(_ date: Range<Int>, from start: Int) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(date.lowerBound) }),
            !["by", "before", "due"].contains(words.key(date.lowerBound - 1)), words[date.lowerBound].key != "by"
        else { return false }
        let head = headBefore(date.lowerBound, from: max(start, clause.lowerBound))
        guard !head.isPromise, head.start < date.lowerBound, ["im", "i", "am"].contains(words.key(head.start)) else {
            return false
        }
        return (head.start..<date.lowerBound).contains { Self.absences.contains(words[$0]) }
    }

    // MARK: Known later

    private static let dateNouns = WordSet("date dates deadline timescale timescales timing timetable")
    private static let giving = WordSet(
        "give giving let confirm confirming name send know knowing ask tell follow follows come back have")
    private static let settling = WordSet("set fix agree settle decide pick choose put")
    private static let settled = WordSet("set fixed agreed decided confirmed settled known named announced discussed")
    private static let promisers = WordSet("ill will well to can let lets shall we")
    private static let hearers = WordSet("you us everyone everybody that it this")

    /// *I'll give you a date tomorrow*, *due date to be agreed in January*: the day on which a date will be known.
    /// *Set a date for the fair by March* is a deed of its own.
    private func tellsWhenKnown(_ date: Range<Int>, from start: Int) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(date.lowerBound) }) else { return false }
        let low = max(start, clause.lowerBound)
        let joint = (low..<date.lowerBound).last { line.small[$0] == .joint || line.small[$0] == .contrast }
        let said = (joint.map { $0 + 1 } ?? low)..<clause.upperBound
        // There are words before it that tell what is to be done.
        guard (start..<said.lowerBound).count(where: { words[$0].kind == .word }) >= 3,
            let noun = said.first(where: { Self.dateNouns.contains(words[$0]) && !date.contains($0) }),
            words.key(noun + 1) != "of",
            words.key(noun + 1) != "for" || Self.hearers.contains(words.key(noun + 2))
        else { return false }
        return said.contains { index in
            if Self.giving.contains(words[index]) { return index < noun }
            if Self.settled.contains(words[index]), ["be", "been", "being"].contains(words.key(index - 1)) {
                return true
            }
            return Self.settling.contains(words[index]) && index < noun
                && (max(said.lowerBound, index - 2)..<index).contains { Self.promisers.contains(words[$0]) }
        }
    }
}
