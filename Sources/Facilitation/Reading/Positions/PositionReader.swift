/// Reads positions on statements: *agree with 14, not convinced by Sam*.
struct PositionReader {
    /// An opinion found in a line, before it is known what it is about.
    struct Opinion {
        var stance: Stance
        var isPlain: Bool
        var form: StanceCue.Form
        /// What is said after it, where it can hold what the opinion is about.
        var hasObject: Bool
        var condition: Range<Int>?
        var range: Range<Int>
        var clause: Int
    }
    struct Group {
        var opinion: Opinion
        var references: [Reference] = []
        var end: Int
    }

    let line: Line
    let finder: ReferenceFinder
    var words: Words { line.words }

    init(_ line: Line) {
        self.line = line
        finder = ReferenceFinder(line: line)
    }

    /// What is felt about what, before it is weighed.
    func groups() -> [Group] { line.positionGroups }

    /// The positions in the line, in the order typed; empty when it takes none.
    func read() -> [Reading] {
        let groups = line.positionGroups
        guard !groups.isEmpty else { return [] }
        var positions: [Position] = []
        for index in groups.indices {
            let limit = index + 1 < groups.count ? start(of: groups[index + 1]) : words.count
            let next = groups[(index + 1)...].first { !$0.references.isEmpty }
            let other = next.map(place) ?? words.count..<words.count
            guard let position = position(groups[index], limit: limit, next: other, isOnly: groups.count == 1)
            else { continue }
            positions.append(position)
            if let excepted = excepted(groups[index], position) { positions.append(excepted) }
        }
        return PositionReader.settle(positions).map { position in
            Reading(
                .positionTaken(targets: position.targets, stance: position.stance, because: position.because),
                position.isPlain ? .plain : .likely, why: position.why)
        }
    }

    /// Where another opinion stands, with the words that lead up to it; empty where it is not clear what it is about.
    private func place(of group: Group) -> Range<Int> {
        let start = start(of: group)
        let isClear = group.opinion.isPlain && group.references.allSatisfy { $0.kind == .number || $0.kind == .name }
        return start..<(isClear ? max(start, group.end) : start)
    }

    private func start(of group: Group) -> Int {
        var start = group.references.reduce(group.opinion.range.lowerBound) { min($0, $1.range.lowerBound) }
        // With the small words that lead up to it: *but I don't* agree.
        while start > 0, line.small[start - 1] != nil || words[start - 1].key == "said" { start -= 1 }
        return start
    }

    // MARK: Finding opinions and what they are about

    func collect() -> [Group] {
        var groups: [Group] = []
        var waiting: [Reference] = []
        for (number, clause) in line.clauses.enumerated() {
            if leaveOut(clause, number, from: &groups) { continue }
            if let group = exception(clause, number) ?? most(clause, number) ?? eitherWay(clause, number)
                ?? sided(clause, number) ?? takenBack(clause, number) ?? noQuarrel(clause, number)
                ?? putOff(clause, number) ?? deniedBehind(clause, number, groups)
            {
                groups.append(group)
                continue
            }
            let sides = bothSides(clause, number)
            if !sides.isEmpty {
                groups += sides
                continue
            }
            if let denied = deniedAfter(waiting, clause, number, groups) {
                groups.append(denied)
                waiting = []
                continue
            }
            collect(clause, number, into: &groups, waiting: &waiting)
        }
        if groups.isEmpty, let own = ownDenial() ?? changedMind() ?? mockedEcho() { return [own] }
        if groups.count == 1, groups[0].references.isEmpty { groups[0].references = waiting }
        dropOpeners(&groups)
        // *Agree with 17? Not sure*: the answer is about what the question named.
        for index in groups.indices.dropFirst()
        where groups[index].references.isEmpty && !groups[index].opinion.hasObject {
            if line.isQuestion(at: groups[index - 1].end - 1) {
                groups[index].references = groups[index - 1].references
            }
        }
        inherit(&groups)
        resolveIt(&groups)
        return groups
    }

    private func collect(_ clause: Range<Int>, _ number: Int, into groups: inout [Group], waiting: inout [Reference]) {
        var index = clause.lowerBound
        var isOpen = false
        var inClause: [Reference] = []
        while index < clause.upperBound {
            if let group = litotes(at: index, in: clause, number) {
                groups.append(group)
                return
            }
            if let opinion = opinion(at: index, in: clause, number) {
                index = opinion.range.upperBound
                if !inClause.isEmpty, isToSomethingElse(opinion) {
                    inClause = []
                    continue
                }
                if inClause.isEmpty, fold(opinion, into: &groups, waiting: waiting) { continue }
                var group = Group(opinion: opinion, end: index)
                if !inClause.isEmpty {
                    group.references = listed(waiting, inClause, clause) + inClause
                    inClause = []
                } else if !waiting.isEmpty,
                    !opinion.hasObject || isAboutAllNamed(after: index)
                        || waiting.count == 1 && isAboutIt(after: index)
                {
                    group.references = waiting
                } else if !waiting.isEmpty, isPart(after: index) {
                    // *87, agree with the first half only*
                    group.references = waiting
                    if group.opinion.stance == .agree { group.opinion.stance = .unsure }
                    group.opinion.isPlain = false
                }
                waiting = []
                if let last = groups.last, last.references.isEmpty, last.opinion.clause == number,
                    last.opinion.stance == .unsure
                {
                    groups.removeLast()
                }
                isOpen = group.references.isEmpty
                groups.append(group)
            } else if let reference = finder.match(at: index) {
                index = reference.range.upperBound
                if var turned = turned(reference, groups, number) ?? denied(reference, groups, clause, number) {
                    addListed(&waiting, &inClause, in: clause, to: &turned, at: reference)
                    groups.append(turned)
                    isOpen = false
                    continue
                }
                if isOpen, hasContrast(before: reference, groups) { isOpen = false }
                let continues =
                    !isOpen
                    && (isObject(reference, of: groups.last, number)
                        || canContinue(groups, with: reference, clause, number))
                if (isOpen || continues), !groups.isEmpty {
                    // *Sorry Sam but I agree with Una*: Sam is only spoken to.
                    if !isOpen, reference.kind == .name, isObject(reference, of: groups.last, number) {
                        groups[groups.count - 1].references.removeAll { $0.kind == .name }
                    }
                    add(reference, to: &groups[groups.count - 1])
                } else {
                    inClause.append(reference)
                }
            } else {
                index += 1
            }
        }
        guard !inClause.isEmpty else { return }
        // *60, 64, 68: yes to all three*: a list that goes on over the marks.
        let isWholeClause = isOnlyReferences(clause)
        waiting = isWholeClause ? waiting + inClause : inClause
    }

    /// *14 agree to meet us*: the number is who agrees, and to something else.
    private func isToSomethingElse(_ opinion: Opinion) -> Bool {
        let next = opinion.range.upperBound
        return opinion.hasObject && opinion.form == .verb && ["to", "that"].contains(words.key(next))
            && words.key(next + 1) != "it"
    }

    /// Whether a clause only names statements or people.
    func isOnlyReferences(_ clause: Range<Int>) -> Bool {
        var index = clause.lowerBound
        var hasOne = false
        while index < clause.upperBound {
            if let reference = finder.match(at: index) {
                index = reference.range.upperBound
                hasOne = true
            } else if line.small[index] == .joint || line.small[index] == .pointNoun
                || hasOne && PositionReader.addresses.contains(words[index])
            {
                index += 1
            } else {
                return false
            }
        }
        return hasOne
    }

    /// *agree 7 & 10 but 13 is fanciful*: after the *but* another opinion begins.
    private func hasContrast(before reference: Reference, _ groups: [Group]) -> Bool {
        guard let before = groups.last?.references.last, before.range.upperBound < reference.range.lowerBound else {
            return false
        }
        return line.has(.contrast, in: before.range.upperBound..<reference.range.lowerBound)
    }

    private static let shares = WordSet(
        """
        half part bit third point sentence bits parts idea principle
        """)
    private static let sharing = WordSet(
        """
        the first second last main with on in about of to a an some most only broad general
        """)

    /// *with the first half only*: a part of what was named before.
    private func isPart(after index: Int) -> Bool {
        for place in index..<min(index + 5, words.count) {
            if PositionReader.shares.contains(words[place]) { return true }
            guard PositionReader.sharing.contains(words[place]) else { return false }
        }
        return false
    }

    /// Two opinions the same way about one thing are one: *fair point Siân, and I agree*.
    private func fold(_ opinion: Opinion, into groups: inout [Group], waiting: [Reference]) -> Bool {
        guard let last = groups.last, !opinion.hasObject, waiting.isEmpty else { return false }
        // *Do I agree with 14? No*: an answer, and no second thought.
        if opinion.form == .reply, words.at(opinion.range.lowerBound - 1)?.isMark("?") == true { return false }
        // *agree with 17, no doctor will go there*: a word of the reason.
        if opinion.form == .reply, !last.references.isEmpty, opinion.range.upperBound < words.count,
            line.small[opinion.range.upperBound] == nil, words[opinion.range.upperBound].kind == .word
        {
            return true
        }
        let isDoubted = isDoubted(opinion, by: last)
        // *agree with 15, ours say the same*: what backs a plain yes is no part of it.
        let isApart =
            last.opinion.stance == .agree && opinion.stance == .agree && last.opinion.isPlain
            && !last.references.isEmpty && opinion.clause != last.opinion.clause
        // *23 I don't, that's scaremongering*: a verdict after a plain disagreement is its reason.
        if last.opinion.stance == .disagree, opinion.stance == .disagree, last.opinion.isPlain,
            opinion.form == .judgement, last.opinion.form == .verb, !last.references.isEmpty,
            opinion.clause != last.opinion.clause,
            last.references.allSatisfy({ $0.range.upperBound <= line.clauses[opinion.clause].lowerBound })
        {
            return true
        }
        guard
            last.opinion.stance == opinion.stance || opinion.form == .judgement || opinion.form == .reply || isDoubted
                || last.opinion.form == .reply && last.references.isEmpty
        else { return false }
        if last.opinion.form == .reply, last.references.isEmpty, opinion.form != .reply {
            groups[groups.count - 1].opinion = opinion
            return true
        }
        // *no idea whether 14 is true*: what is not known is asked, and not doubted.
        let asks = ["whether", "if"].contains(words.key(last.opinion.range.upperBound - 1))
        if last.opinion.stance == .unsure, opinion.form == .judgement, asks, last.opinion.clause == opinion.clause {
            groups[groups.count - 1].end = opinion.range.upperBound
        } else if last.opinion.stance == .unsure, opinion.stance == .agree, opinion.form == .judgement || isDoubted,
            last.opinion.clause == opinion.clause
        {
            // *not sure Una's right*
            groups[groups.count - 1].opinion.stance = .disagree
            groups[groups.count - 1].opinion.isPlain = false
        } else if last.opinion.stance == .agree, opinion.stance == .disagree, opinion.form == .judgement,
            last.opinion.form == .judgement, last.opinion.clause != opinion.clause
        {
            // *Uzma's right about the app. She isn't right about the age*
            groups[groups.count - 1].opinion.stance = .unsure
            groups[groups.count - 1].opinion.isPlain = false
        } else if last.opinion.stance == .agree, opinion.stance != .agree, opinion.form == .judgement,
            last.references.allSatisfy({ $0.range.lowerBound >= line.clauses[opinion.clause].lowerBound })
        {
            // *I agree. 17 is wrong*: what is named after the agreement is judged, and not agreed with.
            groups[groups.count - 1].opinion.stance = opinion.stance
            groups[groups.count - 1].opinion.isPlain = false
        } else if last.opinion.stance == opinion.stance {
            groups[groups.count - 1].opinion.isPlain = last.opinion.isPlain || opinion.isPlain && opinion.form == .verb
        } else {
            groups[groups.count - 1].opinion.isPlain = false
        }
        if !isApart { groups[groups.count - 1].end = opinion.range.upperBound }
        return true
    }

    /// Whether a reference after an opinion that has one already goes on with its list.
    private func canContinue(_ groups: [Group], with reference: Reference, _ clause: Range<Int>, _ number: Int) -> Bool
    {
        guard let last = groups.last else { return false }
        let isFirst = (clause.lowerBound..<reference.range.lowerBound).allSatisfy {
            line.small[$0] == .joint || line.small[$0] == .link || line.small[$0] == .neutral
        }
        if last.references.isEmpty { return true }
        guard let before = last.references.last, before.range.upperBound <= reference.range.lowerBound,
            !hasOwnOpinion(reference, clause)
        else { return false }
        if specifies(reference, before) { return true }
        if continuesList(reference, clause, after: before) { return true }
        let isJoined = (before.range.upperBound..<reference.range.lowerBound).allSatisfy {
            line.small[$0] == .joint || line.small[$0] == .link || words[$0].isMark(",")
        }
        if isJoined {
            return reference.kind == .number && before.kind == .number
                || line.small[reference.range.lowerBound - 1] == .joint
        }
        return isFirst && reference.kind == .number && before.kind != .number && last.opinion.clause == number
    }

    /// *agree with Dev (42) and with Sheila*, *agree with Len, and with Una*: the list goes on past a mark.
    private func continuesList(_ reference: Reference, _ clause: Range<Int>, after before: Reference) -> Bool {
        let gap = before.range.upperBound..<reference.range.lowerBound
        if reference.kind == .number, gap.count == 1, words[gap.lowerBound].isMark("(") {
            return before.targets.isEmpty || before.targets == reference.targets
        }
        guard clause.lowerBound < reference.range.lowerBound, gap.lowerBound <= clause.lowerBound,
            line.small[clause.lowerBound] == .joint,
            line.small[reference.range.lowerBound - 1] == .link,
            (gap.lowerBound..<clause.lowerBound).allSatisfy({
                words[$0].isMark(",") || words[$0].isMark("(") || words[$0].isMark(")") || finder.match(at: $0) != nil
            }),
            (clause.lowerBound..<reference.range.lowerBound).allSatisfy({
                line.small[$0] == .joint || line.small[$0] == .link || line.small[$0] == .neutral
            })
        else { return false }
        guard let next = words.at(reference.range.upperBound) else { return true }
        return next.isMark || next.kind == .emoji || line.small[reference.range.upperBound] == .joint
    }

    /// *agree with Sam but not with Hugh*: the other way for the second.
    private func turned(_ reference: Reference, _ groups: [Group], _ clause: Int) -> Group? {
        guard let last = groups.last, let before = last.references.last, last.opinion.stance != .unsure,
            reference.kind != .deictic, before.range.upperBound < reference.range.lowerBound
        else { return nil }
        let gap = before.range.upperBound..<reference.range.lowerBound
        guard gap.count <= 4, line.has(.negation, in: gap),
            gap.allSatisfy({ line.small[$0] != nil || words[$0].isMark })
        else { return nil }
        var opinion = last.opinion
        // *neither agree with 14 nor 15*: the same way for both.
        let isSame = gap.contains { words[$0].key == "nor" } && last.opinion.stance == .disagree
        opinion.stance = opinion.stance == .agree || isSame ? .disagree : .agree
        opinion.isPlain = opinion.stance == .disagree
        opinion.range = gap
        opinion.clause = clause
        return Group(opinion: opinion, references: [reference], end: reference.range.upperBound)
    }

    /// *agree with 45, 47 I don't*: the other way for what a bare denial follows.
    private func denied(_ reference: Reference, _ groups: [Group], _ clause: Range<Int>, _ number: Int) -> Group? {
        guard let last = groups.last, !last.references.isEmpty, last.opinion.stance == .agree,
            reference.kind != .deictic
        else { return nil }
        guard reference.range.upperBound < clause.upperBound else { return nil }
        let rest = reference.range.upperBound..<clause.upperBound
        let isBareNo =
            (1...3).contains(rest.count) && reference.kind == .number
            && rest.last.map { ["no", "nope", "nah"].contains(words[$0].key) } == true
            && rest.dropLast().allSatisfy { line.small[$0] == .neutral || line.small[$0] == .hedge }
        let isDenial =
            (2...4).contains(rest.count) && line.has(.negation, in: rest) && line.has(.speaker, in: rest)
            && rest.allSatisfy {
                line.small[$0] == .negation || line.small[$0] == .speaker || line.small[$0] == .neutral
                    || line.small[$0] == .hedge
            }
        guard isBareNo || isDenial else { return nil }
        var opinion = last.opinion
        opinion.stance = .disagree
        opinion.isPlain = !line.has(.hedge, in: rest)
        opinion.range = rest
        opinion.clause = number
        opinion.condition = nil
        return Group(opinion: opinion, references: [reference], end: rest.upperBound)
    }

    private func add(_ reference: Reference, to group: inout Group) {
        let same = group.references.last { !$0.targets.isEmpty && $0.targets == reference.targets }
        // *Owen (14)* names one statement twice; *both of Owen's, 14 and 15* begins to say which.
        if same != nil, words.key(reference.range.lowerBound - 1) == "(" { return }
        group.end = max(group.end, reference.range.upperBound)
        if same?.kind != reference.kind { group.references.append(reference) }
    }
}
