// From opinions and references to positions.
extension PositionReader {
    struct Position {
        var targets: [Int]
        var stance: Stance
        var isPlain: Bool
        var because: String
        var why: [String]
    }

    func position(_ group: Group, limit: Int, next: Range<Int>, isOnly: Bool) -> Position? {
        let opinion = group.opinion
        let first = group.references.reduce(opinion.range.lowerBound) { min($0, $1.range.lowerBound) }
        let end = max(group.end, opinion.range.upperBound)
        if isAsked(opinion, end), tagAfterCondition(opinion) == nil { return nil }
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
        let isPlain = isClear && (opinion.isPlain || takesSidePlainly(group, targets))
        var position = Position(
            targets: targets, stance: opinion.stance, isPlain: isPlain && !isOnOtherTopic(opinion, targets),
            because: "",
            why: [words.slice(first..<end)])
        if let stance = exception(group) {
            position.stance = stance
            position.isPlain = false
            return position
        }
        if deniesObject(group) || deniesAfterwards(group, end: end) || weighsAgreeing(group) {
            position.stance = .disagree
            position.isPlain = false
            return position
        }
        if regretsAgreeing(opinion) {
            position.stance = .unsure
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
        if isOverturned(opinion) {
            position.isPlain = false
        } else {
            weaken(&position, opinion, first: first, rest: rest, next: next)
        }
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
                        || Self.everything.contains(words[$0])
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
        guard line.isQuestion(at: end - 1), !asksAfterBut(end) else { return false }
        guard opinion.stance != .agree else { return true }
        let clause = line.clauses.first { $0.contains(end - 1) } ?? 0..<0
        return words.at(clause.upperBound)?.isMark("?") ?? true
    }

    private static let asking = WordSet(
        "who whos whose what whats when where wheres how hows why which is are do does can could will would has have")

    /// *not against 9 but whose chair is it?*: what is asked comes after the *but*.
    private func asksAfterBut(_ end: Int) -> Bool {
        guard let but = line.first(.contrast, in: end..<max(end, line.sentenceEnd(end))) else { return false }
        let asked = words.at(but + 1)?.isMark(",") == true ? but + 2 : but + 1
        return words.at(asked).map(Self.asking.contains) ?? false
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
            return (targets, references.allSatisfy(\.isClear) && !isReported && !isOnOthers(group, targets))
        }
        return targetsWithoutReference(opinion, isOnly: isOnly)
    }

    /// *On 15 I agree with Len*, where 15 is somebody else's: what Len thinks of it may be meant.
    private func isOnOthers(_ group: Group, _ targets: [Int]) -> Bool {
        group.references.contains { reference in
            reference.kind == .name && reference.range.lowerBound >= group.opinion.range.upperBound
                && !reference.targets.contains(where: targets.contains)
        } && group.references.contains { $0.range.upperBound <= group.opinion.range.lowerBound }
    }

    private func targetsWithoutReference(_ opinion: Opinion, isOnly: Bool) -> ([Int], Bool)? {
        switch opinion.form {
        case .reply, .transitive: return nil
        case .judgement:
            return finder.fallback.isEmpty ? nil : (finder.fallback, false)
        case .irony:
            guard let best = ContentMatch.best(words, in: others) else { return nil }
            return ([best.entry], false)
        case .wording:
            // *a strong word from the council would help* weighs nobody's word.
            let isClosing = words.at(opinion.range.upperBound).map { $0.isMark || $0.kind == .emoji } ?? true
            let isOpen = ["it", "that", "as"].contains(words.key(opinion.range.upperBound - 1))
            guard isClosing || isOpen else { return nil }
            if let best = ContentMatch.best(words, in: others) { return ([best.entry], false) }
            return line.wordCount > 8 || !isClosing || finder.fallback.isEmpty ? nil : (finder.fallback, false)
        case .verb, .phrase:
            if let last = echoed(opinion) { return ([last.entry], false) }
            if opinion.hasObject || opinion.range.lowerBound > 0 && opinion.form == .phrase && line.wordCount > 6 {
                guard let best = ContentMatch.best(words, in: others) else {
                    // *That's the opposite of what we see*
                    let isOfLast = opinion.range.lowerBound <= 2 && words.key(0).hasPrefix("that")
                    guard opinion.stance != .agree, !opinion.hasObject || isOfLast, line.wordCount < 12 else {
                        return nil
                    }
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

    private static let echoes = WordSet("same ditto likewise me us ours hear seconded so + plus amen")
    /// Longer lines say more than what they echo.
    private static let longestEcho = 24

    /// *same here, my board is just as bad*: what was said last, and then the speaker's own case of it.
    private func echoed(_ opinion: Opinion) -> OpenStatement? {
        guard opinion.stance == .agree, opinion.form == .phrase, !opinion.hasObject,
            Self.echoes.contains(words[opinion.range.lowerBound]), line.wordCount <= Self.longestEcho,
            let mark = words.at(opinion.range.upperBound), mark.endsClause,
            (0..<opinion.range.lowerBound).allSatisfy({ line.small[$0] == .neutral || words[$0].isMark }),
            !line.has(.contrast, in: line.all), !line.has(.condition, in: line.all),
            let last = line.lastStatement, TalkReader(line: line).isStatement
        else { return nil }
        return last
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

    var others: [OpenStatement] {
        line.context.statements.by(othersThan: line.context.speaker)
    }

    /// Whether *and* or a link of its own joins a name to the numbers beside it.
    private func isJoined(_ reference: Reference) -> Bool {
        let before = reference.range.lowerBound - 1
        // *agree with the Prof, and with 22*
        let after = reference.range.upperBound + (words.at(reference.range.upperBound)?.isMark(",") == true ? 1 : 0)
        if before >= 0, line.small[before] == .joint { return true }
        // *Sam and I will never agree on 15* names two people, and one statement.
        guard after < words.count, line.small[after] == .joint else { return false }
        return after + 1 >= words.count || line.small[after + 1] != .speaker && words[after + 1].key != "me"
    }

    /// Conditions, buts, hedges and eye-rolls make an opinion weaker.
    private func weaken(
        _ position: inout Position, _ opinion: Opinion, first: Int, rest: Range<Int>, next: Range<Int>
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
            if let condition = line.first(.condition, in: sentence),
                waits(for: condition, opinion, after: rest.lowerBound)
            {
                position.stance = .unsure
                position.isPlain = false
                let tag = tagAfterCondition(opinion) ?? sentence.upperBound
                position.because = words.slice(condition..<max(condition, min(tag, sentence.upperBound)))
            } else if let clause = opinion.condition {
                position.stance = .unsure
                position.isPlain = false
                position.because = conditionText(clause, first < clause.lowerBound ? opinion.range.lowerBound : first)
            } else if opinion.stance == .agree, let lead = conditionBefore(first) {
                position.stance = .unsure
                position.isPlain = false
                position.because = words.slice(lead)
            } else if let supposed = supposed(opinion, first: first, rest) {
                position.stance = .unsure
                position.isPlain = false
                position.because = supposed
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
        weakenDenial(&position, opinion, first: first, rest: rest, sentence)
        if position.stance == .disagree, !position.isPlain, granted(opinion, from: rest.lowerBound) {
            position.stance = .unsure
        }
        // *I'll agree with 14 when pigs fly*
        if position.stance == .agree,
            sentence.contains(where: { line.small[$0] == .irony && line.small[max(0, $0 - 1)] == .condition })
        {
            position.stance = .disagree
            position.isPlain = false
        }
        if position.stance == .agree, wasThen(opinion, rest.lowerBound) {
            position.stance = .unsure
            position.isPlain = false
        }
        if position.isPlain,
            isWeak(position, opinion, first: first, next: next, sentence: sentence)
        {
            position.isPlain = false
        }
    }

    /// Whether words around an opinion leave it less than plain.
    private func isWeak(
        _ position: Position, _ opinion: Opinion, first: Int, next: Range<Int>, sentence: Range<Int>
    ) -> Bool {
        let rest = sentence.lowerBound..<max(next.lowerBound, sentence.lowerBound)
        let reasons = ReasonReader(line: line)
        // *Sorry Sam but I disagree*: what comes before the words of disagreement takes nothing from them.
        let isSaid = position.stance == .disagree && opinion.form != .reply
        let first = isSaid ? max(first, opinion.range.upperBound) : first
        if position.stance == .agree,
            narrows(rest.lowerBound) || isPartOfMore(first, rest.lowerBound)
                || goesElsewhere(position, from: rest.lowerBound, to: rest.upperBound)
        {
            return true
        }
        if let start = reasons.start(at: rest.lowerBound) {
            let said = first..<max(first, start)
            if line.has(.contrast, in: said) { return true }
            if position.stance != .agree { return hasContrast(sentence) }
            return line.has(.hedge, in: said) || line.has(.condition, in: 0..<start)
                || line.has(.irony, in: line.all) || !isCleanObject(opinion, first: first, end: rest.lowerBound)
                || reasons.takesBack(start..<max(start, rest.upperBound))
        }
        let said = first..<max(first, sentence.upperBound)
        guard position.stance == .agree else { return hasContrast(said) }
        if line.has(.contrast, in: said) { return true }
        let tail = rest.lowerBound..<words.count
        // *agree with 14 but I disagree with 15*: the *but* leads to an opinion on something else.
        let turns = tail.contains {
            (line.small[$0] == .contrast || line.small[$0] == .worry) && !words[$0].isQuoted && !next.contains($0)
        }
        return turns || line.has(.hedge, in: first..<sentence.upperBound) || line.has(.condition, in: line.all)
            || line.has(.irony, in: line.all)
            || line.has(.negation, in: sentence) || !isCleanObject(opinion, first: first, end: rest.lowerBound)
            || line.endsInQuestion || words.all.contains { Self.laughter.contains($0) }
    }

    /// Beside a yes, it may be meant the other way.
    private static let laughter = WordSet("😂 🤣 😆 lol")

    /// Puts together positions of one kind, and lets none stand twice for one statement.
    static func settle(_ positions: [Position]) -> [Position] {
        var settled: [Position] = []
        for position in positions {
            if let same = settled.lastIndex(where: { !$0.targets.isEmpty && $0.targets == position.targets }) {
                if settled[same].stance == position.stance {
                    settled[same].isPlain = settled[same].isPlain || position.isPlain
                    if settled[same].because.isEmpty { settled[same].because = position.because }
                } else {
                    let dissents = settled[same].stance == .disagree || position.stance == .disagree
                    settled[same].stance = dissents ? .disagree : .unsure
                    settled[same].isPlain = false
                    if settled[same].stance == position.stance, !position.because.isEmpty {
                        settled[same].because = position.because
                    }
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
