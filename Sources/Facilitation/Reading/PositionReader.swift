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
            let reach = next.map { start(of: $0) } ?? words.count
            guard let position = position(groups[index], limit: limit, reach: reach, isOnly: groups.count == 1)
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
            collect(clause, number, into: &groups, waiting: &waiting)
        }
        if groups.count == 1, groups[0].references.isEmpty { groups[0].references = waiting }
        // *Agree with 17? Not sure*: the answer is about what the question named.
        for index in groups.indices.dropFirst()
        where groups[index].references.isEmpty && !groups[index].opinion.hasObject {
            if line.isQuestion(at: groups[index - 1].end - 1) {
                groups[index].references = groups[index - 1].references
            }
        }
        inherit(&groups)
        return groups
    }

    /// *agree with 14, not sure about the "never"*: second thoughts are about what the first were about.
    private func inherit(_ groups: inout [Group]) {
        for index in groups.indices.dropFirst() {
            let opinion = groups[index].opinion
            let first = groups[index - 1]
            guard groups[index].references.isEmpty, !first.references.isEmpty, opinion.stance != first.opinion.stance,
                opinion.form == .judgement || opinion.form == .phrase, opinion.stance != .agree
            else { continue }
            groups[index].references = first.references
        }
    }

    private func collect(_ clause: Range<Int>, _ number: Int, into groups: inout [Group], waiting: inout [Reference]) {
        var index = clause.lowerBound
        var isOpen = false
        var inClause: [Reference] = []
        while index < clause.upperBound {
            if let opinion = opinion(at: index, in: clause, number) {
                index = opinion.range.upperBound
                // *14 agree to meet us*: the number is who agrees, and to something else.
                if !inClause.isEmpty, opinion.hasObject, opinion.form == .verb, index < words.count,
                    words[index].key == "to" || words[index].key == "that"
                {
                    inClause = []
                    continue
                }
                if inClause.isEmpty, fold(opinion, into: &groups, waiting: waiting) { continue }
                var group = Group(opinion: opinion, end: index)
                if !inClause.isEmpty {
                    group.references = inClause
                    inClause = []
                } else if !waiting.isEmpty, !opinion.hasObject {
                    group.references = waiting
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
                if let turned = turned(reference, groups, number) {
                    groups.append(turned)
                    isOpen = false
                    continue
                }
                let continues = !isOpen && canContinue(groups, with: reference, clause, number)
                if (isOpen || continues), !groups.isEmpty {
                    add(reference, to: &groups[groups.count - 1])
                } else {
                    inClause.append(reference)
                }
            } else {
                index += 1
            }
        }
        if !inClause.isEmpty { waiting = inClause }
    }

    /// Two opinions the same way about one thing are one: *fair point Siân, and I agree*.
    private func fold(_ opinion: Opinion, into groups: inout [Group], waiting: [Reference]) -> Bool {
        guard let last = groups.last, !opinion.hasObject, waiting.isEmpty else { return false }
        // *agree with 17, no doctor will go there*: a word of the reason.
        if opinion.form == .reply, !last.references.isEmpty, opinion.range.upperBound < words.count,
            line.small[opinion.range.upperBound] == nil, words[opinion.range.upperBound].kind == .word
        {
            return true
        }
        guard
            last.opinion.stance == opinion.stance || opinion.form == .judgement || opinion.form == .reply
                || last.opinion.form == .reply && last.references.isEmpty
        else { return false }
        if last.opinion.form == .reply, last.references.isEmpty, opinion.form != .reply {
            groups[groups.count - 1].opinion = opinion
            return true
        }
        if last.opinion.stance == opinion.stance {
            groups[groups.count - 1].opinion.isPlain = last.opinion.isPlain || opinion.isPlain && opinion.form == .verb
        } else {
            groups[groups.count - 1].opinion.isPlain = false
        }
        groups[groups.count - 1].end = opinion.range.upperBound
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
        guard let before = last.references.last, before.range.upperBound <= reference.range.lowerBound else {
            return false
        }
        let isJoined = (before.range.upperBound..<reference.range.lowerBound).allSatisfy {
            line.small[$0] == .joint || line.small[$0] == .link || words[$0].isMark(",")
        }
        if isJoined {
            return reference.kind == .number && before.kind == .number
                || line.small[reference.range.lowerBound - 1] == .joint
        }
        return isFirst && reference.kind == .number && before.kind != .number && last.opinion.clause == number
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
        opinion.stance = opinion.stance == .agree ? .disagree : .agree
        opinion.isPlain = opinion.stance == .disagree
        opinion.range = gap
        opinion.clause = clause
        return Group(opinion: opinion, references: [reference], end: reference.range.upperBound)
    }

    private func add(_ reference: Reference, to group: inout Group) {
        if group.references.contains(where: { !$0.targets.isEmpty && $0.targets == reference.targets }) { return }
        group.references.append(reference)
        group.end = max(group.end, reference.range.upperBound)
    }
}
