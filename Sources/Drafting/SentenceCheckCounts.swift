import Facilitation

// Counts and quantifiers.
extension SentenceCheck {
    /// A number, a quantifier, or both, as in "most (5 of 6)".
    private struct Amount {
        var count: Int?
        var total: Int?
        var quantifier: Quantifier?
        /// The first element after it.
        var end: Int
    }

    private struct Count {
        var count: Int
        var total: Int
    }

    mutating func checkAmounts() {
        for round in rounds where areaValue?.gauges.contains(where: { $0.round == round }) != true {
            faults.append(.roundUnknown(round))
        }
        var position = 0
        while position < elements.count {
            if case .token(.sector(let found)) = elements[position] { sector = found }
            if case .token(.organisation(let found)) = elements[position] { sector = group(named: found) ?? sector }
            if isMark(position, ";") { sector = nil }
            if let end = checkMove(position) ?? checkSummary(position) {
                position = end
            } else if let amount = amount(at: position) {
                check(amount, from: position)
                position = amount.end
            } else {
                position += 1
            }
        }
    }

    private func amount(at start: Int) -> Amount? {
        if let count = number(start) {
            if let total = total(after: start) {
                return Amount(count: count, total: total.value, end: total.end)
            }
            return Amount(count: count, end: start + 1)
        }
        guard case .quantifier(let quantifier) = elements[start] else { return nil }
        if let total = total(after: start) {
            return Amount(total: total.value, quantifier: quantifier, end: total.end)
        }
        // "Most of us, 5 of 6, chose …" and "most (5 of 6) chose …".
        let isOfUs = word(start + 1) == "of" && ["us", "them", "those"].contains(word(start + 2) ?? "")
        let next = start + (isOfUs ? 3 : 1)
        let opens = isMark(next, "(") || isOfUs && isMark(next, ",")
        guard var inner = number(next + (opens ? 1 : 0)).map({ Amount(count: $0, end: next + (opens ? 2 : 1)) }) else {
            return Amount(quantifier: quantifier, end: start + 1)
        }
        inner.quantifier = quantifier
        if let total = total(after: inner.end - 1) {
            inner.total = total.value
            inner.end = total.end
        }
        if opens, isMark(inner.end, "),") { inner.end += 1 }
        return inner
    }

    /// "of 6", "of the 6".
    private func total(after position: Int) -> (value: Int, end: Int)? {
        guard word(position + 1) == "of" else { return nil }
        if let value = number(position + 2) { return (value, position + 3) }
        if word(position + 2) == "the", let value = number(position + 3) { return (value, position + 4) }
        return nil
    }

    private mutating func check(_ amount: Amount, from start: Int) {
        guard let label = label(near: amount, start) else {
            checkUnlabelled(amount)
            return
        }
        let counts = counts(of: label)
        statesFact = statesFact || !counts.isEmpty
        countsItems = countsItems || label.isOfItems
        if counts.contains(where: { fits(amount, $0) }) { return }
        if let quantifier = amount.quantifier {
            faults.append(.quantifierTooStrong(quantifier.rawValue))
        } else {
            faults.append(.numberDiffers(amount.count ?? 0))
        }
    }

    private mutating func checkUnlabelled(_ amount: Amount) {
        // "Supported in discussion by all 6" is true when six answered and all of them with support.
        if amount.quantifier == .all, amount.total == nil, let count = amount.count, isUnanimous,
            results.allSatisfy({ $0.answered == count })
        {
            return
        }
        for number in [amount.count, amount.total].compactMap(\.self) where !citedWordsContain(String(number)) {
            faults.append(.numberNotInRecord(number))
        }
        guard amount.count == nil, let quantifier = amount.quantifier, quantifier != .one,
            quantifier != .some,
            !(quantifier == .all && isUnanimous)
        else { return }
        faults.append(.quantifierTooStrong(quantifier.rawValue))
    }

    /// True when everybody asked answered, and with full support or support.
    private var isUnanimous: Bool {
        !results.isEmpty
            && results.allSatisfy { result in
                let yes = result.levels.filter(\.key.supports).values.reduce(0, +)
                return result.notAnswered == 0 && yes > 0 && yes == result.answered
            }
    }

    private func fits(_ amount: Amount, _ count: Count) -> Bool {
        if let wanted = amount.count, wanted != count.count { return false }
        if let wanted = amount.total, wanted != count.total { return false }
        guard let quantifier = amount.quantifier else { return true }
        // Beside its counts the word must be the right one; alone it may be weaker.
        if amount.count != nil { return Quantifier(count.count, of: count.total) == quantifier }
        switch quantifier {
        case .all: return count.count == count.total && count.total > 0
        case .most: return count.count * 2 > count.total
        case .some: return count.count > 1
        case .one: return count.count == 1
        case .none: return count.count == 0
        }
    }

    /// The label after the amount, before anything that ends the phrase; else the one right before it.
    private mutating func label(near amount: Amount, _ start: Int) -> CountLabel? {
        var position = amount.end
        while position < elements.count, number(position) == nil {
            if case .label(let label) = elements[position] {
                boundLabels.insert(position)
                return label
            }
            if case .token(let token) = elements[position] {
                switch token {
                case .mark(let mark) where mark != ")": return labelBefore(start)
                case .quote, .cellEnd, .citation: return labelBefore(start)
                default: break
                }
            }
            if case .quantifier = elements[position] { break }
            position += 1
        }
        return labelBefore(start)
    }

    private mutating func labelBefore(_ start: Int) -> CountLabel? {
        var before = start - 1
        if word(before) == "by", word(before - 1) == "chosen" {
            before -= isMark(before - 2, ",") ? 3 : 2
        }
        while isMark(before, ":(") { before -= 1 }
        guard elements.indices.contains(before), case .label(let label) = elements[before] else { return nil }
        boundLabels.insert(before)
        return label
    }

    /// "Emerging from 2 to 1", between the rounds that the sentence names. Returns where to read on.
    private mutating func checkMove(_ start: Int) -> Int? {
        guard word(start) == "from", let before = number(start + 1), word(start + 2) == "to",
            let after = number(start + 3), let areaValue
        else { return nil }
        let revealed = areaValue.gauges.filter(\.revealed)
        let pair =
            rounds.count > 1
            ? [rounds[0], rounds[1]] : [revealed.first?.round, revealed.last?.round].compactMap(\.self)
        guard pair.count == 2,
            let place = elements[..<start].lastIndex(where: { if case .label = $0 { true } else { false } }),
            case .label(.stage(let stage)) = elements[place],
            let first = revealed.first(where: { $0.round == pair[0] }),
            let last = revealed.first(where: { $0.round == pair[1] })
        else { return nil }
        boundLabels.insert(place)
        statesFact = true
        if first.counts[stage, default: 0] != before { faults.append(.numberDiffers(before)) }
        if last.counts[stage, default: 0] != after { faults.append(.numberDiffers(after)) }
        return start + 4
    }

    private func counts(of label: CountLabel) -> [Count] {
        switch label {
        case .stage(let stage): gauges.map { stageCount(stage, $0) }
        case .confidence(let word):
            gauges.map { Count(count: $0.confidence[word.rawValue, default: 0], total: $0.answered) }
        case .level(let level):
            results.map { Count(count: $0.levels[level, default: 0], total: $0.answered) }
        case .stance(let stance):
            stances.map { Count(count: $0[stance, default: 0], total: $0.values.reduce(0, +)) }
        case .answered:
            !rounds.isEmpty || results.isEmpty
                ? gauges.map { Count(count: $0.answered, total: $0.present) }
                : results.map { Count(count: $0.answered, total: $0.answered + $0.notAnswered) }
        case .notAnswered:
            !rounds.isEmpty || results.isEmpty
                ? gauges.map { Count(count: $0.present - $0.answered, total: $0.present) }
                : results.map { Count(count: $0.notAnswered, total: $0.answered + $0.notAnswered) }
        case .needed: quorums.map { Count(count: $0, total: $0) }
        case .present:
            area == nil
                ? [Count(count: presentMembers, total: presentMembers)]
                : gauges.map { Count(count: $0.present, total: $0.present) }
        case .decisions: [count { $0.decisions.count }]
        case .aims: [count { $0.aims.count }]
        case .objectives: [count { $0.objectives.count }]
        case .parked: [count { $0.parked.count }]
        case .minorityViews: [count { $0.minorityViews.filter(\.confirmed).count }]
        case .waitingViews: [count { $0.minorityViews.filter { !$0.confirmed }.count }]
        }
    }

    /// The group of ratings with this shown name, where they are grouped by organisation.
    private func group(named shown: String) -> String? {
        gauges.flatMap { $0.byConstituency.keys }.sorted().first { Verbatim.shown($0) == shown }
    }

    /// In the sector that was named last, where the record counts by sector; else among all.
    private func stageCount(_ stage: String, _ gauge: RecordGauge) -> Count {
        guard let counts = sector.flatMap({ gauge.byConstituency[$0] }) else {
            return Count(count: gauge.counts[stage, default: 0], total: gauge.answered)
        }
        return Count(count: counts[stage, default: 0], total: counts.values.reduce(0, +))
    }

    private func count(_ counted: (RecordArea) -> Int) -> Count {
        let areas = areaValue.map { [$0] } ?? index.record.areas
        let sum = areas.map(counted).reduce(0, +)
        return Count(count: sum, total: sum)
    }

    private var presentMembers: Int { index.record.members.filter { $0.present && $0.role == .member }.count }

    /// How many each of the tests needed that a quorum was not there for.
    private var quorums: [Int] {
        results.compactMap { if case .quorumNotMet(let needed) = $0.deferral { needed } else { nil } }
    }

    private var stances: [[Stance: Int]] { items.compactMap { index.statements[$0]?.statement.counts } }
}
