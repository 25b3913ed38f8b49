// Agreement with all that was said, but for what is left out: *all of them bar 14*, *the lot of you, except for Una*.
extension PositionReader {
    static let everything = WordSet("all everything everyone everybody them lot list every rest each")
    private static let leaving = WordSet("bar barring except excepting excluding save minus but not")
    private static let aroundLeaving = WordSet(
        "for from with the exception of other than aside apart only just counting")

    /// *all but Lee's*, *everything except 14*: the statements that are left.
    func allBut(_ group: Group, _ references: [Reference]) -> [Int]? {
        // *all of them bar Kim's*: the first reference is the whole of them.
        let named = references.filter { $0.kind != .deictic }
        guard let first = named.first, isOneList(named) else { return nil }
        // *Everything bar 14 has my agreement*: what is left out may come before the words of agreement.
        let clause = line.clauses.last(where: { $0.lowerBound <= first.range.lowerBound })?.lowerBound ?? 0
        let isBefore = first.range.lowerBound < group.opinion.range.lowerBound
        let start = isBefore ? clause : group.opinion.range.upperBound
        let before = start..<max(start, first.range.lowerBound)
        guard saysWhole(before, group.opinion.stance),
            before.contains(where: {
                line.small[$0] == .contrast || isApart($0)
                    || Self.leaving.contains(words[$0]) && leavesNext($0)
            })
                || before.last.map(isNot) == true
        else { return nil }
        let left = named.flatMap(\.targets)
        return line.context.statements.all.map(\.entry).filter { !left.contains($0) }
    }

    /// *not any of them* denies the whole of them.
    private func saysWhole(_ range: Range<Int>, _ stance: Stance) -> Bool {
        range.contains {
            Self.everything.contains(words[$0])
                || stance == .disagree && words[$0].key == "any" && words.key($0 + 1) == "of"
        }
    }

    /// *save 14*, *excluding Una's*: right before what is left out.
    private func leavesNext(_ index: Int) -> Bool {
        var place = index + 1
        while place < words.count, line.small[place] == .link || Self.aroundLeaving.contains(words[place]) {
            place += 1
        }
        return place < words.count && words[index].key != "not" && finder.match(at: place) != nil
    }

    /// *with everyone else, not Kim*, *with all of it, not with 14*
    private func isNot(_ place: Int) -> Bool {
        words[place].key == "not" || line.small[place] == .link && words.key(place - 1) == "not"
    }

    /// *bar 14 and 17*: nothing but *and* between them.
    private func isOneList(_ references: [Reference]) -> Bool {
        zip(references, references.dropFirst()).allSatisfy { first, next in
            first.range.upperBound <= next.range.lowerBound
                && (first.range.upperBound..<next.range.lowerBound).allSatisfy {
                    line.small[$0] == .joint || line.small[$0] == .link || words[$0].isMark
                }
        }
    }

    /// Who agrees with all but one disagrees with that one, most likely.
    func excepted(_ group: Group, _ position: Position) -> Position? {
        guard position.stance == .agree, let all = allBut(group, group.references), !all.isEmpty else { return nil }
        let named = group.references.filter { $0.kind != .deictic }.flatMap(\.targets)
        let left = others.map(\.entry).filter(named.contains)
        guard !left.isEmpty else { return nil }
        return Position(targets: left, stance: .disagree, isPlain: false, because: "", why: position.why)
    }

    /// *I agree with the lot of them, bar 14*: a clause of its own names what is left out of the one before.
    func leaveOut(_ clause: Range<Int>, _ number: Int, from groups: inout [Group]) -> Bool {
        guard let last = groups.last, last.opinion.stance != .unsure, last.opinion.clause == number - 1,
            last.references.allSatisfy({ $0.kind == .deictic }), let named = leftOut(clause),
            saysWhole(
                last.opinion.range.upperBound..<max(last.opinion.range.upperBound, clause.lowerBound),
                last.opinion.stance)
        else { return false }
        groups[groups.count - 1].references = named
        groups[groups.count - 1].end = clause.upperBound
        return true
    }

    /// The numbers and names of a clause that only leaves them out: *but not 14*, *with the exception of Una*.
    private func leftOut(_ clause: Range<Int>) -> [Reference]? {
        var place = clause.lowerBound
        while place < clause.upperBound, finder.match(at: place) == nil {
            let isLead =
                line.small[place] == .contrast || line.small[place] == .link || line.small[place] == .joint
                || line.small[place] == .neutral || Self.leaving.contains(words[place])
                || Self.aroundLeaving.contains(words[place])
            guard isLead else { return nil }
            place += 1
        }
        let lead = clause.lowerBound..<place
        guard lead.contains(where: { Self.leaving.contains(words[$0]) || isApart($0) }) else { return nil }
        let references = named(from: place, in: clause)
        guard let end = references.last?.range.upperBound else { return nil }
        return (end..<max(end, clause.upperBound)).allSatisfy {
            line.small[$0] == .neutral || line.small[$0] == .contrast
        }
            ? references : nil
    }

    /// *apart from*, *other than*, *aside from*, *with the exception of*
    private func isApart(_ index: Int) -> Bool {
        switch words[index].key {
        case "apart", "aside": words.key(index + 1) == "from"
        case "other": words.key(index + 1) == "than"
        default: words[index].key == "exception" && words.key(index + 1) == "of"
        }
    }
}
