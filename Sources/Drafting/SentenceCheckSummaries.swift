import Facilitation

// Sums over everything that was put to the test, as cover sheets state them, and how many answered from round to round.
extension SentenceCheck {
    /// True for an outcome that is only counted, as in "2 deferred".
    func isCounted(_ position: Int) -> Bool { number(position - 1) != nil }

    /// "3 supported in discussion", "1 position", "answered went from 6 to 5". Returns where to read on.
    mutating func checkSummary(_ start: Int) -> Int? { checkCountedOutcome(start) ?? checkAnsweredMove(start) }

    private mutating func checkCountedOutcome(_ start: Int) -> Int? {
        guard let claimed = number(start), elements.indices.contains(start + 1) else { return nil }
        let areas = areaValue.map { [$0] } ?? index.record.areas
        switch elements[start + 1] {
        case .outcome(let words, let isFormalVerb):
            let outcomes = areas.flatMap { area in
                [area.position?.outcome].compactMap(\.self) + area.proposals.map(\.outcome)
                    + area.otherTests.map(\.outcome)
            }
            if outcomes.count(where: words.contains) != claimed { faults.append(.numberDiffers(claimed)) }
            if isFormalVerb, index.record.meeting == .development { faults.append(.verbTooStrong) }
        case .positionWord, .token(.word("positions")):
            let positions = areas.compactMap(\.position).count + areas.flatMap { $0.otherTests(of: "position") }.count
            if positions != claimed { faults.append(.numberDiffers(claimed)) }
        case .token(.word("tests")):
            let tests = areas.map { ($0.position == nil ? 0 : 1) + $0.proposals.count + $0.otherTests.count }
            if tests.reduce(0, +) != claimed { faults.append(.numberDiffers(claimed)) }
        default: return nil
        }
        countsItems = true
        return start + 2
    }

    private mutating func checkAnsweredMove(_ start: Int) -> Int? {
        guard word(start) == "from", let before = number(start + 1), word(start + 2) == "to",
            let after = number(start + 3), word(start - 1) == "went", start >= 2,
            elements[start - 2] == .label(.answered), rounds.count == 2, let areaValue
        else { return nil }
        statesFact = true
        for (round, claimed) in zip(rounds, [before, after]) {
            // A round that the area does not have is a fault of its own.
            guard let gauge = areaValue.gauges.first(where: { $0.round == round }) else { continue }
            if gauge.answered != claimed { faults.append(.numberDiffers(claimed)) }
        }
        return start + 4
    }
}
