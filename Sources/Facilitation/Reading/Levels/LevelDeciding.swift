// From words of answering to one answer: which of them stands, and what takes some of it back.
extension LevelReader {
    func decide(_ cues: [Cue], _ mildYes: Range<Int>?) -> Answer? {
        if cues.isEmpty { return mildYes.map { answer(.standAside, false, $0) } }
        if let block = cues.first(where: { $0.level == .block && isWholeClause($0.range) })
            ?? cues.first(where: { $0.level == .block })
        {
            guard block.isThreat, let clause = line.clauses.first(where: { $0.contains(block.range.lowerBound) }) else {
                return answer(.block, block.isPlain && !isLaughing, block.range)
            }
            return Answer(
                level: .block, isPlain: block.isPlain, because: line.reason(clause), why: [words.slice(clause)])
        }
        if let mocking = cues.first(where: \.isSarcasm), !cues.contains(where: { $0.level == .cannotYet && $0.isPlain })
        {
            return mocked(mocking.range)
        }
        if let reserved = reservationWithFault(cues) { return supported(reserved) }
        if let no = cues.last(where: { $0.level == .cannotYet }) { return decide(no, among: cues, mildYes) }
        if let other = cues.first(where: { $0.level == .abstain || $0.level == .standAside }) {
            // *I'd be a yes if I sat on the board. I don't, so stand aside*: the condition belongs to the yes.
            let isFinal = other.isPlain && cues.last?.range == other.range && isWholeClause(other.range)
            if let condition = line.first(.condition, in: line.all), cues.count > 1, !isFinal {
                return answer(.cannotYet, true, condition..<condition)
            }
            let yes = cues.first { $0.level.supports && $0.isPlain }
            if !other.isPlain, let yes { return supported(yes) }
            let isMeant = other.isPlain && !isSupposedPass(other.range) && !isHalfMeant(other.range)
            return answer(other.level, isMeant, other.range)
        }
        if let reserved = cues.first(where: { $0.level == .reservation }) {
            return supported(reserved)
        }
        let yeses = cues.filter { $0.level.supports }
        // *agree, agree, agree, that is all we ever do*
        if yeses.count > 2, yeses.allSatisfy({ words[$0.range.lowerBound].key == words[yeses[0].range.lowerBound].key })
        {
            let isMore = words.count - yeses[yeses.count - 1].range.upperBound > 3
            return answer(isMore ? .cannotYet : .support, false, yeses[yeses.count - 1].range)
        }
        guard let best = yeses.first(where: { $0.level == .full }) ?? yeses.first(where: \.isPlain) ?? yeses.first
        else { return nil }
        return supported(best)
    }

    /// A refusal, weighed with the answers beside it.
    private func decide(_ no: Cue, among cues: [Cue], _ mildYes: Range<Int>?) -> Answer {
        // *not for me, but I will not stop you*: what is let pass in the end.
        let pass = mildYes ?? cues.last { $0.level == .standAside }?.range
        if let pass, pass.lowerBound >= no.range.upperBound,
            line.has(.contrast, in: no.range.upperBound..<pass.lowerBound)
        {
            let isMild = words[no.range.lowerBound].key == "not" && words[no.range.upperBound - 1].key == "me"
            return answer(.standAside, isMild, pass)
        }
        // *can't support it and won't object, so I stand aside*: the answer that is named last.
        if let last = cues.last, last.level.letsPass, last.isPlain, last.range.lowerBound > no.range.upperBound,
            !line.has(.condition, in: line.all)
        {
            return answer(last.level, true, last.range)
        }
        if no.isYes, let yes = cues.first(where: { $0.level.supports }),
            line.has(.condition, in: 0..<yes.range.lowerBound)
        {
            return supported(yes)
        }
        if let yes = cues.first(where: { $0.level.supports && $0.isPlain && !$0.isYes }), mildYes == nil,
            yes.range.lowerBound > no.range.upperBound, line.clauses.count > 1, isLater(yes.range)
        {
            return supported(yes)
        }
        if !no.isPlain, let yes = cues.first(where: { $0.level.supports && $0.isPlain }),
            yes.range.lowerBound < no.range.lowerBound
        {
            var kept = supported(yes)
            let isInReason = line.first(.reason, in: yes.range.upperBound..<no.range.lowerBound) != nil
            // *support, not sure the libraries can cope*
            if !isInReason, line.small[no.range.lowerBound] == .worry, kept.level == .support {
                return Answer(
                    level: .reservation, isPlain: yes.isPlain,
                    because: line.reason(no.range.lowerBound..<words.count), why: kept.why)
            }
            if !isInReason, kept.level.supports, kept.level != .reservation { kept.isPlain = false }
            return kept
        }
        // *not a fan of the wording but I support it*
        if !no.isPlain, mildYes == nil,
            let yes = cues.last(where: { $0.level.supports && $0.isPlain && !$0.isYes }),
            line.has(.contrast, in: no.range.upperBound..<max(no.range.upperBound, yes.range.lowerBound)),
            !line.has(.condition, in: line.all)
        {
            return answer(.reservation, true, no.range.lowerBound..<no.range.lowerBound)
        }
        if !no.isPlain, let other = cues.last(where: { $0.level.letsPass && $0.isPlain }),
            other.range.lowerBound > no.range.upperBound
        {
            return answer(other.level, true, other.range)
        }
        if let fault = fault(no, among: cues) { return fault }
        let hasYes = cues.contains { $0.level.supports && askBefore($0.range) == nil }
        return answer(
            .cannotYet, no.isPlain && !hasYes || no.isPlain && no.range.lowerBound > cues[0].range.lowerBound,
            (refusal(before: no, among: cues) ?? firstRefusal(besides: no, among: cues)).range)
    }

    /// *No objection, but who keeps the list?*: an answer with an open question is a reservation at best.
    func readBeforeQuestion() -> Outcome {
        if let asked = readAnswerThatAsks() { return asked }
        guard let but = line.first(.contrast, in: line.all), but > 0 else { return readSentencesBeforeQuestion() }
        let lead = Line(words.slice(0..<but), in: line.context)
        guard case .answer(var answer) = LevelReader(line: lead).read() else { return .nothing }
        if answer.level.supports {
            answer.level = .reservation
            answer.isPlain = false
        }
        answer.because = line.reason(but..<words.count)
        return .answer(answer)
    }

    /// *I shan't be supporting it. Same time next month?*: whole sentences before one that asks something else. A yes is
    /// asked about: the question may be what it waits for.
    private func readSentencesBeforeQuestion() -> Outcome {
        if let end = (0..<words.count - 1).last(where: { words[$0].endsSentence && !words[$0].isMark("?") }), end > 0,
            (0..<end).allSatisfy({ !words[$0].isMark("?") })
        {
            let lead = Line(words.slice(0..<end), in: line.context)
            guard case .answer(var answer) = LevelReader(line: lead).read() else { return .nothing }
            if answer.level.supports { answer.isPlain = false }
            return .answer(answer)
        }
        return .nothing
    }

    /// *Let me read it twice… right, yes, I support this*: the answer comes after the reading.
    func answers(_ found: [PhraseTable<LevelMeaning>.Found], after end: Int) -> Bool {
        guard let last = found.last, last.range.lowerBound > end, case .level(let level, .plain) = last.meaning,
            level.supports, let clause = line.clauses.last, clause.contains(last.range.lowerBound)
        else { return false }
        return words[clause.lowerBound].key == "yes" && line.has(.speaker, in: clause)
    }

    private func isLater(_ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && (0..<range.lowerBound).contains { words[$0].key == "now" || words[$0].key == "mind" }
    }

    /// A yes, weighed with the conditions, worries and buts that come with it.
    private func supported(_ cue: Cue) -> Answer {
        if let ask = askBefore(cue.range) {
            let because = words.slice(ask)
            return Answer(level: .cannotYet, isPlain: true, because: because, why: [words.slice(cue.range), because])
        }
        if let lack = isSupposed(cue.range) {
            let because = words.slice(lack)
            return Answer(level: .cannotYet, isPlain: true, because: because, why: [words.slice(cue.range), because])
        }
        if cue.level == .support, let more = deniesFull(after: cue.range),
            case .answer(let answer) = LevelReader(line: Line(words.slice(0..<more), in: line.context)).read()
        {
            return answer
        }
        if refusesAtFirst(before: cue.range) { return answer(.cannotYet, false, 0..<2) }
        if deniesInPractice(after: cue.range.upperBound) { return answer(.cannotYet, false, cue.range) }
        if let refusal = bodyRefuses(after: cue.range.upperBound) { return refused(cue, by: refusal) }
        if let but = frustration(cue.range) { return answer(.cannotYet, true, but..<but + 1) }
        if let condition = openCondition(cue) {
            if isForecast(condition, after: cue.range) { return answer(.reservation, cue.isPlain, cue.range) }
            let end = line.sentenceEnd(condition)
            let isLead = condition < cue.range.lowerBound
            // *Yes if Una sits there*
            let start = words[condition].key == "yes" ? condition + 1 : condition
            let because = words.slice(start..<(isLead ? leadEnd(condition, cue.range.lowerBound) : end))
            return Answer(level: .cannotYet, isPlain: true, because: because, why: [words.slice(cue.range), because])
        }
        if line.has(.irony, in: line.all) { return answer(.cannotYet, false, cue.range) }
        if cue.level == .reservation { return answer(.reservation, !isUnwilling, cue.range) }
        if let lack = leavesOutWords(after: cue.range.upperBound) { return answer(.cannotYet, false, lack) }
        if leavesOut(after: cue.range.upperBound) { return answer(.reservation, cue.isPlain, cue.range) }
        if let last = line.clauses.last, last.count == 1, words[last.lowerBound].key == "not" {
            return answer(.cannotYet, false, cue.range)
        }
        if deniesPart(after: cue.range.upperBound) { return answer(.cannotYet, false, cue.range) }
        let after = cue.range.upperBound..<words.count
        let reasons = ReasonReader(line: line)
        let but = after.first {
            line.small[$0] == .contrast && !words[$0].isQuoted && !reasons.isStillOpen($0, after.lowerBound..<$0)
        }
        if let but {
            if line.small[min(but + 1, words.count - 1)] == .negation, words[min(but + 1, words.count - 1)].key == "not"
            {
                return answer(.cannotYet, false, but..<but + 1)
            }
            return answer(.reservation, cue.isPlain, but..<but + 1)
        }
        if let worry = firstWorry(beside: cue.range) {
            if worry >= cue.range.upperBound { return answer(.reservation, cue.isPlain, cue.range) }
            let clause = line.clauses.first { $0.contains(worry) } ?? worry..<cue.range.lowerBound
            let end =
                line.first(.contrast, in: worry..<clause.upperBound)
                ?? min(clause.upperBound, max(worry, cue.range.lowerBound))
            let because = line.reason(worry..<max(worry + 1, end))
            return Answer(
                level: .reservation, isPlain: cue.isPlain, because: because, why: [words.slice(cue.range), because])
        }
        let tail = reasonStart(cue.range.upperBound) ?? words.count
        let rest = (0..<tail).filter { !cue.range.contains($0) }
        if isHalved(rest, tail..<words.count) { return answer(.reservation, false, cue.range) }
        return Answer(
            level: cue.level, isPlain: cue.isPlain && isClean(cue, rest, tail: tail), because: agreementReason(cue),
            why: [words.slice(cue.range)])
    }

    /// Whether nothing beside a yes leaves it less than plain.
    private func isClean(_ cue: Cue, _ rest: [Int], tail: Int) -> Bool {
        if ReasonReader(line: line, isAboutTest: true).takesBack(tail..<words.count) { return false }
        if line.first(.condition, in: line.all).map({ !isMild($0) && !isPointInTime($0) }) ?? false { return false }
        if rest.contains(where: { line.small[$0] == .hedge && !isPromise($0) }) { return false }
        if rest.contains(where: { line.small[$0] == .negation && !isInNoObjection($0, cue.range) }) { return false }
        if Self.grudgingOpeners.contains(words[0]) || isWrung || regrets(after: cue.range.upperBound) { return false }
        // *I've changed my mind about 14, I agree*
        if rest.contains(where: { isOfStatement($0) }) { return false }
        if cue.isYes || cue.level == .support && saysMore(after: cue.range.upperBound) { return false }
        if isDoubted(after: cue.range) || isLaughing || isCheered { return false }
        return !agreesWithOwnClaim(cue.range) && !isOfPart(after: cue.range.upperBound)
    }

    /// *Support. The go-live date keeps us up at night*: a sentence of its own behind a bare yes may be a worry in words
    /// that nobody listed, so the yes is asked about. What speakers say of themselves (*I will chase the names*), a
    /// reason, and another yes leave it plain.
    private func saysMore(after end: Int) -> Bool {
        let next = line.sentenceEnd(end) + 1
        guard next < words.count else { return false }
        let rest = next..<words.count
        // *Support. Put Ellen down for our half*: help that is asked for or offered.
        if TalkReader.imperatives.contains(words[next]) { return false }
        return rest.count { words[$0].kind == .word } >= 5
            && !line.has(.reason, in: rest) && !line.has(.speaker, in: rest) && !line.has(.group, in: rest)
            && !line.levels.contains { rest.contains($0.range.lowerBound) }
    }

    /// Where a reason starts after a yes, past the small words that go with it: *support this from me, …*.
    private func reasonStart(_ end: Int) -> Int? {
        for index in end..<max(end, min(end + 6, words.count)) {
            if let start = ReasonReader(line: line).start(at: index) { return start }
            if LevelReader.ownObjects.contains(words[index]) || line.small[index] == .neutral { continue }
            return nil
        }
        return nil
    }

    private func isOfStatement(_ index: Int) -> Bool {
        guard let number = words[index].integer, number != line.context.test?.entry else { return false }
        return words.key(index - 1) == "about" && line.context.statements.find(number) != nil
    }

    private func isInNoObjection(_ index: Int, _ yes: Range<Int>) -> Bool {
        var start = index
        while start > 0, line.small[start] == .negation, !line.startsSmall(start) { start -= 1 }
        return line.levels.contains { $0.range.contains(index) } || words[index].key == "none"
            || deniesRefusal(start, besides: yes)
    }

    /// *I'll do it*, *I would have gone further* take nothing from a yes.
    private func isPromise(_ index: Int) -> Bool {
        let key = words[index].key
        return
            (key == "ill" || key == "will" || key == "id" || key == "would" || key == "should" || key == "see"
            || key == "hope"
            || key == "half")
            && !(line.clauses.first { $0.contains(index) }?.contains { words[$0].key.hasPrefix("suppo") } ?? false)
    }

    /// *if it helps*, *when we met* is no condition; *once* and *as long as* are.
    func isMild(_ index: Int) -> Bool {
        let key = words[index].key
        if line.isConcession(index) || isWishedIf(index) { return true }
        // *couldn't support it more if I tried*
        if key == "if", words.key(index + 1) == "i", words.key(index + 2) == "tried" { return true }
        if key == "after" { return words.key(index + 1) == "all" }
        if key == "if", ["surprised", "amazed", "wonder", "wondering"].contains(words.key(index - 1)) { return true }
        return key == "if" && ["anything", "it", "only", "that", "this"].contains(words.key(index + 1))
            && words.key(index + 2) == "helps"
            || key == "if" && words.key(index + 1) == "anything"
    }

    private func firstWorry(beside yes: Range<Int>) -> Int? {
        let named = line.all.first { line.small[$0] == .worry && !words[$0].isQuoted && !isNoWorry($0) }
        let wished = line.levels.first { $0.meaning == .worry }?.range.lowerBound
        return [named, wished, wish(beside: yes)].compactMap(\.self).min()
    }

    /// *Fine, support*
    private static let grudgingOpeners = WordSet("fine whatever meh")

    private static let hopedOf = WordSet("somebody someone anybody you this it")

    /// *I was at reservation*, *we'd been hoping somebody would say it*: over, or met. *I had hoped for a date* is neither.
    private func isFormerWorry(_ index: Int) -> Bool {
        if words[index].key == "hoping", words.key(index - 1) == "been" {
            return words.at(index + 1).map(Self.hopedOf.contains) ?? false
        }
        let clause = line.clauses.first { $0.contains(index) } ?? index..<index
        return words[index].key.hasPrefix("reserv") && line.has(.past, in: clause.lowerBound..<index)
    }

    private func isNoWorry(_ index: Int) -> Bool {
        let before = words.key(index - 1)
        // *move me from reservation to support*
        if before == "from" || words.key(index - 2) == "from" && ["a", "my"].contains(before) { return true }
        if isFormerWorry(index) { return true }
        // *without hesitation or reservation*
        if ["or", "nor"].contains(before),
            (max(0, index - 4)..<index).contains(where: { ["without", "no", "zero"].contains(words[$0].key) })
        {
            return true
        }
        if isWithdrawn(index..<index + 1) { return true }
        // *my worry is met*
        if MetWords.table.all(in: words, line.all).contains(where: { $0.range.contains(index) }) { return true }
        return ["no", "without", "any", "not", "zero", "havent", "dont"].contains(before)
            || ["no", "havent", "without"].contains(words.key(index - 2))
                && ["any", "real", "more", "further", "other", "great", "major", "got", "big"].contains(before)
            || line.levels.contains {
                $0.range.contains(index) && $0.meaning != .level(.reservation, .plain) && $0.meaning != .worry
            }
    }

    /// *When, not if, the grant comes*: the words between the marks are said by the way.
    private func aside(after condition: Int) -> Int {
        let isAside =
            words.key(condition + 1) == "," && words.key(condition + 2) == "not" && words.key(condition + 4) == ","
        return isAside ? condition + 5 : condition + 1
    }

    func leadEnd(_ condition: Int, _ limit: Int) -> Int {
        var end = limit
        for index in aside(after: condition)..<max(aside(after: condition), limit)
        where ["id", "ill", "i", "then"].contains(words[index].key) || Words.endsClause(words[index]) { return index }
        while end > condition + 1, line.small[end - 1] != nil { end -= 1 }
        return end
    }

    private func agreementReason(_ cue: Cue) -> String {
        let after = cue.range.upperBound..<words.count
        guard let reason = line.first(.reason, in: after),
            words[reason].key != "as" || words.at(reason + 1)?.isMark == false,
            reason == after.lowerBound || words[reason].key == "because" || words[reason - 1].isMark
        else { return "" }
        if words[reason].key == "as", ["it", "worded", "written", "drafted", "a", "is"].contains(words.key(reason + 1))
        {
            return ""
        }
        return line.reason(reason..<words.count)
    }
}
