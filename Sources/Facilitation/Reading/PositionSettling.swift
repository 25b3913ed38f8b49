// From opinions and references to positions.
extension PositionReader {
    struct Position {
        var targets: [Int]
        var stance: Stance
        var isPlain: Bool
        var because: String
        var why: [String]
    }

    func position(_ group: Group, limit: Int, reach: Int, isOnly: Bool) -> Position? {
        let opinion = group.opinion
        let first = group.references.reduce(opinion.range.lowerBound) { min($0, $1.range.lowerBound) }
        let end = max(group.end, opinion.range.upperBound)
        if isAsked(opinion, end) { return nil }
        // *totally agree with the cat on your keyboard*: of this meeting, and of no statement.
        let saysMore = opinion.hasObject || group.references.isEmpty && line.wordCount > opinion.range.count + 2
        if opinion.stance == .agree, saysMore, !group.references.contains(where: { $0.kind == .number }),
            !isNamedBeside(group), TalkReader(line: line).isAboutTheMeeting
        {
            return nil
        }
        guard let (all, isClear) = targets(of: group, isOnly: isOnly) else { return nil }
        var targets = all
        let hadTargets = !targets.isEmpty
        targets.removeAll { entry in
            line.context.statements.find(entry)?.by == line.context.speaker.id
        }
        if hadTargets, targets.isEmpty { return nil }
        if opinion.stance == .agree, !group.references.isEmpty, group.references.allSatisfy({ $0.kind == .deictic }),
            !isCleanObject(opinion, first: first, end: end)
        {
            return nil
        }
        var position = Position(
            targets: targets, stance: opinion.stance, isPlain: opinion.isPlain && isClear, because: "",
            why: [words.slice(first..<end)])
        if deniesObject(group) || deniesAfterwards(group, end: end) || weighsAgreeing(group) {
            position.stance = .disagree
            position.isPlain = false
            return position
        }
        let isPartly = splits(group, end: end) || isHalfMeant(group, end: end) || leavesPart(group, end: end)
        if isPartly || excepts(group, end: end) {
            position.stance = isPartly ? .unsure : .disagree
            position.isPlain = false
            return position
        }
        let rest = end..<max(end, limit)
        weaken(&position, opinion, first: first, rest: rest, reach: reach)
        if position.because.isEmpty { position.because = because(position, group, rest) }
        return position
    }

    /// Whether what is agreed with is named right beside the opinion, and not merely spoken to.
    private func isNamedBeside(_ group: Group) -> Bool {
        group.references.contains { reference in
            let low = min(group.opinion.range.upperBound, reference.range.lowerBound)
            return reference.range.lowerBound < group.opinion.range.lowerBound
                || (low..<reference.range.lowerBound).allSatisfy {
                    line.small[$0] != nil || words[$0].isMark(",") || words[$0].key == "you"
                }
        }
    }

    /// A question takes no position; one that follows doubt or disagreement in a clause of its own leaves it standing.
    private func isAsked(_ opinion: Opinion, _ end: Int) -> Bool {
        if opinion.stance == .agree, opinion.clause == 0, TalkReader(line: line).startsLikeQuestion,
            !line.has(.negation, in: line.all)
        {
            return true
        }
        guard line.isQuestion(at: end - 1) else { return false }
        guard opinion.stance != .agree else { return true }
        let clause = line.clauses.first { $0.contains(end - 1) } ?? 0..<0
        return words.at(clause.upperBound)?.isMark("?") ?? true
    }

    private func targets(of group: Group, isOnly: Bool) -> ([Int], Bool)? {
        let opinion = group.opinion
        var references = group.references
        if references.contains(where: { $0.kind == .number }) {
            references.removeAll { $0.kind != .number && !isJoined($0) }
        } else if references.contains(where: { $0.kind == .name }) {
            references.removeAll { $0.kind == .deictic }
        }
        if let all = allBut(group, references) { return (all, false) }
        if !references.isEmpty {
            var targets: [Int] = []
            for reference in references { targets += reference.targets.filter { !targets.contains($0) } }
            // *agree with 14, said Una*: her words, perhaps.
            let isReported = group.references.contains { reference in
                reference.kind == .name && ["said", "says"].contains(words.key(reference.range.lowerBound - 1))
            }
            return (targets, references.allSatisfy(\.isClear) && !isReported)
        }
        return targetsWithoutReference(opinion, isOnly: isOnly)
    }

    private func targetsWithoutReference(_ opinion: Opinion, isOnly: Bool) -> ([Int], Bool)? {
        switch opinion.form {
        case .reply, .transitive: return nil
        case .judgement:
            return finder.fallback.isEmpty ? nil : (finder.fallback, false)
        case .irony:
            guard let best = ContentMatch.best(words, in: others) else { return nil }
            return ([best.entry], false)
        case .verb, .phrase:
            if opinion.hasObject || opinion.range.lowerBound > 0 && opinion.form == .phrase && line.wordCount > 6 {
                guard let best = ContentMatch.best(words, in: others) else {
                    guard opinion.stance != .agree, !opinion.hasObject, line.wordCount < 12 else { return nil }
                    return finder.fallback.isEmpty ? nil : (finder.fallback, false)
                }
                return ([best.entry], opinion.stance == .disagree)
            }
            if opinion.stance == .agree, opinion.form == .verb, saysMore(after: opinion.range.upperBound) {
                return elsewhere(opinion)
            }
            if opinion.stance == .agree, line.wordCount > opinion.range.count + 5 { return nil }
            return finder.fallback.isEmpty ? nil : (finder.fallback, false)
        }
    }

    private func saysMore(after index: Int) -> Bool {
        (index..<max(index, words.count)).contains {
            !words[$0].isMark && words[$0].kind != .emoji && line.small[$0] != .neutral
                && line.names.match($0) == nil
        }
    }

    /// *Agreed, 3pm works*: agreement before something else is about that, unless that is about a statement.
    private func elsewhere(_ opinion: Opinion) -> ([Int], Bool)? {
        guard let mark = words.at(opinion.range.upperBound), mark.isMark, !TalkReader(line: line).isAboutTheMeeting
        else { return nil }
        if let best = ContentMatch.best(words, in: others) { return ([best.entry], false) }
        return Words.endsSentence(mark) && TalkReader(line: line).isStatement && !finder.fallback.isEmpty
            ? (finder.fallback, false) : nil
    }

    private var others: [OpenStatement] {
        line.context.statements.by(othersThan: line.context.speaker)
    }

    /// *all but Lee's*, *everything except 14*.
    private func allBut(_ group: Group, _ references: [Reference]) -> [Int]? {
        // *all of them bar Kim's*: the first reference is the whole of them.
        let isOfThem = references.count == 2 && words[references[0].range.upperBound - 1].key == "them"
        guard let reference = references.last, references.count == 1 || isOfThem else { return nil }
        let before = group.opinion.range.upperBound..<max(group.opinion.range.upperBound, reference.range.lowerBound)
        let saysAll = before.contains {
            ["all", "everything", "everyone", "everybody", "them", "lot", "list"].contains(words[$0].key)
        }
        guard saysAll, before.contains(where: { line.small[$0] == .contrast }) else { return nil }
        return line.context.statements.all.map(\.entry).filter { !reference.targets.contains($0) }
    }

    /// Who agrees with all but one disagrees with that one, most likely.
    func excepted(_ group: Group, _ position: Position) -> Position? {
        guard position.stance == .agree, let all = allBut(group, group.references), !all.isEmpty else { return nil }
        let left = group.references[group.references.count - 1].targets.filter { entry in
            others.contains { $0.entry == entry }
        }
        guard !left.isEmpty else { return nil }
        return Position(targets: left, stance: .disagree, isPlain: false, because: "", why: position.why)
    }

    /// Whether *and* or a link of its own joins a name to the numbers beside it.
    private func isJoined(_ reference: Reference) -> Bool {
        let before = reference.range.lowerBound - 1
        // *agree with the Prof, and with 22*
        let after = reference.range.upperBound + (words.at(reference.range.upperBound)?.isMark(",") == true ? 1 : 0)
        return before >= 0 && line.small[before] == .joint || after < words.count && line.small[after] == .joint
    }

    /// Conditions, buts, hedges and eye-rolls make an opinion weaker.
    private func weaken(
        _ position: inout Position, _ opinion: Opinion, first: Int, rest: Range<Int>, reach: Int
    ) {
        let sentence = rest.lowerBound..<min(rest.upperBound, max(rest.lowerBound, line.sentenceEnd(rest.lowerBound)))
        if position.stance == .unsure, opinion.form == .reply,
            let lead = line.all.first(where: { line.small[$0] == .contrast || line.small[$0] == .condition })
        {
            position.because = line.reason(lead..<max(lead, first > lead ? first : line.sentenceEnd(lead)))
            if position.because.isEmpty { position.because = line.reason(lead..<line.sentenceEnd(lead)) }
        } else if position.stance != .disagree, let wish = wantedFirst(opinion) {
            position.stance = .unsure
            position.isPlain = false
            position.because = wish
        } else if position.stance != .disagree {
            if let condition = line.first(.condition, in: sentence), !isTime(condition),
                !ReasonReader(line: line).isTimeOfFact(condition, after: rest.lowerBound)
            {
                position.stance = .unsure
                position.isPlain = false
                position.because = words.slice(condition..<sentence.upperBound)
            } else if let clause = opinion.condition {
                position.stance = .unsure
                position.isPlain = false
                position.because = conditionText(clause, first < clause.lowerBound ? opinion.range.lowerBound : first)
            } else if opinion.stance == .agree, let lead = conditionBefore(first) {
                position.stance = .unsure
                position.isPlain = false
                position.because = words.slice(lead)
            }
        }
        if position.stance == .agree, line.has(.contrast, in: rest),
            let wish = hypothetical(before: opinion.range.lowerBound)
        {
            // *I'd agree with Hugh, but…*, *I wish I could agree*
            position.stance = wish ? .disagree : .unsure
            position.isPlain = false
        } else if position.stance == .agree, hypothetical(before: opinion.range.lowerBound) == true {
            position.stance = .unsure
            position.isPlain = false
        }
        if position.stance == .agree, let but = line.first(.contrast, in: rest), restricts(but, in: rest) {
            position.stance = .unsure
            position.because = line.reason(but..<line.sentenceEnd(but))
        }
        if position.isPlain,
            isWeak(
                position, opinion, first: first, rest: rest.lowerBound..<max(reach, rest.lowerBound), sentence: sentence
            )
        {
            position.isPlain = false
        }
    }

    /// *I'd want the source before I'd say I agree*: what is wanted before there is an opinion.
    private func wantedFirst(_ opinion: Opinion) -> String? {
        guard let clause = opinion.condition, opinion.stance == .agree,
            let before = clause.first(where: { words[$0].key == "before" && line.small[$0] == .condition }),
            before > clause.lowerBound, before < opinion.range.lowerBound,
            (clause.lowerBound..<before).contains(where: {
                line.small[$0] == .speaker || ["id", "needs", "wants"].contains(words[$0].key)
            })
        else { return nil }
        let text = words.slice(clause.lowerBound..<before)
        return text.isEmpty ? nil : text
    }

    /// Whether words around an opinion leave it less than plain.
    private func isWeak(
        _ position: Position, _ opinion: Opinion, first: Int, rest: Range<Int>, sentence: Range<Int>
    ) -> Bool {
        let reasons = ReasonReader(line: line)
        if position.stance == .agree, narrows(rest.lowerBound) || isPartOfMore(first, rest.lowerBound) { return true }
        if let start = reasons.start(at: rest.lowerBound) {
            let said = first..<start
            if line.has(.contrast, in: said) { return true }
            if position.stance != .agree { return hasContrast(sentence) }
            return line.has(.hedge, in: said) || line.has(.condition, in: 0..<start)
                || line.has(.irony, in: line.all) || !isCleanObject(opinion, first: first, end: rest.lowerBound)
                || reasons.takesBack(start..<max(start, rest.upperBound))
        }
        if line.has(.contrast, in: first..<sentence.upperBound) { return true }
        guard position.stance == .agree else { return false }
        let tail = rest.lowerBound..<words.count
        return line.has(.hedge, in: first..<sentence.upperBound) || line.has(.condition, in: line.all)
            || line.has(.worry, in: tail) || line.has(.contrast, in: tail) || line.has(.irony, in: line.all)
            || line.has(.negation, in: sentence) || !isCleanObject(opinion, first: first, end: rest.lowerBound)
            || line.endsInQuestion || words.all.contains { Self.laughter.contains($0) }
    }

    /// Beside a yes, it may be meant the other way.
    private static let laughter = WordSet("😂 🤣 😆 lol")

    private func hasContrast(_ sentence: Range<Int>) -> Bool {
        let reasons = ReasonReader(line: line)
        return sentence.contains {
            line.small[$0] == .contrast && !words[$0].isQuoted
                && !reasons.isStillOpen($0, sentence.lowerBound..<$0)
        }
    }

    /// Agreement only supposed: true for a wish, false for a *would*, nil for neither.
    private func hypothetical(before index: Int) -> Bool? {
        let clause = line.clauses.first { $0.contains(index) } ?? 0..<index
        let before = (clause.lowerBound..<max(clause.lowerBound, index)).map { words[$0].key }
        // *I should like it known that I agree*
        if before.contains("known") || before.contains("recorded") || before.contains("noted") { return nil }
        if before.contains("wish") || before.contains("love") || before.contains("like") || before.contains("want") {
            return true
        }
        return before.contains { ["would", "id", "could", "might"].contains($0) } ? false : nil
    }

    /// *but only for …*, *but not for …*: what follows takes some of it back.
    private func restricts(_ but: Int, in rest: Range<Int>) -> Bool {
        if words[but].key != "but" {
            return words[but].key.hasSuffix("though") && words.key(but + 1) == "only"
        }
        let next = words.key(but + 1)
        if next == "only" { return true }
        if next == "not" {
            return ["for", "in", "if", "when", "with", "on", "at", "where", "to", "as"].contains(words.key(but + 2))
        }
        return (but..<min(line.sentenceEnd(but), rest.upperBound)).contains { words[$0].key == "only" }
            && ["for", "in", "on", "at", "where"].contains(next)
    }

    /// *since*, *before* and *when* of time past are no conditions: *when we tried it*.
    private func isTime(_ index: Int) -> Bool {
        let key = words[index].key
        guard key == "when" || key == "after" || key == "before" || key == "until" else { return false }
        return true
    }

    private func conditionText(_ clause: Range<Int>, _ first: Int) -> String {
        guard let condition = line.first(.condition, in: clause) else { return "" }
        if condition > clause.lowerBound, condition < first { return line.reason(clause.lowerBound..<condition) }
        return words.slice(condition..<max(condition, first))
    }

    /// *if the fees went up I'd agree*, also with a comma.
    private func conditionBefore(_ first: Int) -> Range<Int>? {
        guard let condition = line.first(.condition, in: 0..<first), !isTime(condition) else { return nil }
        var end = first
        while end > condition, line.small[end - 1] != nil || words[end - 1].isMark { end -= 1 }
        for index in condition..<first where Words.endsSentence(words[index]) { return nil }
        return condition..<max(end, condition + 1)
    }

    /// Reasons are kept for disagreement and doubt, and for agreement after *because*.
    private func because(_ position: Position, _ group: Group, _ rest: Range<Int>) -> String {
        let sentence = line.sentenceEnd(rest.lowerBound)
        if position.stance == .agree {
            guard let reason = line.first(.reason, in: rest.lowerBound..<min(sentence, rest.upperBound)),
                reason == rest.lowerBound || words[reason].key != "as"
            else { return "" }
            return line.reason(reason..<rest.upperBound)
        }
        let after = line.reason(rest)
        if after.isEmpty, group.opinion.form == .judgement, group.opinion.range.count > 2 {
            return words.slice(group.opinion.range)
        }
        return after
    }

    /// Puts together positions of one kind, and lets none stand twice for one statement.
    static func settle(_ positions: [Position]) -> [Position] {
        var settled: [Position] = []
        for position in positions {
            if let same = settled.lastIndex(where: { !$0.targets.isEmpty && $0.targets == position.targets }) {
                if settled[same].stance == position.stance {
                    settled[same].isPlain = settled[same].isPlain || position.isPlain
                    if settled[same].because.isEmpty { settled[same].because = position.because }
                } else {
                    settled[same].stance =
                        settled[same].stance == .disagree || position.stance == .disagree ? .disagree : .unsure
                    settled[same].isPlain = false
                }
                continue
            }
            if let last = settled.last, last.stance == position.stance, last.isPlain == position.isPlain,
                last.because.isEmpty, position.because.isEmpty
            {
                settled[settled.count - 1].targets += position.targets.filter { !last.targets.contains($0) }
                continue
            }
            settled.append(position)
        }
        return settled
    }
}
