// The reason of an answer, as its holder gave it. A part of the line is kept only where it is certain that it starts
// there: at a mark, at *because* or *unless*. All else is kept whole, as a cut may say the opposite: *I can't support
// April, we don't have the staff*.
extension LevelReader {
    func answer(_ level: Level, _ isPlain: Bool, _ range: Range<Int>) -> Answer {
        Answer(level: level, isPlain: isPlain, because: because(after: range, of: level), why: [words.slice(range)])
    }

    private static let becauseLeads = WordSet(
        """
        this it that yet here to from me im afraid is and with on just now itself still today though again
        about of at moment us for proposal aim wording in form pls plz please
        """)

    /// *until the forum has seen it I … can't*: they belong to the answer, and end no reason.
    private static let beforeAnswer: Set<SmallMeaning?> = [.contrast, .speaker, .negation]

    private static let lastWords = WordSet(
        """
        therefore then so sorry either though mate all folks chair want that it this noted recorded minuted please any
        more anymore lol haha
        """)

    /// *in the villages it's a fantasy so I can't support*: the reason, and not what was said before it.
    private func reasonBefore(_ end: Int) -> String? {
        guard let so = (0..<end).last(where: { ["so", "hence", "therefore"].contains(words[$0].key) }), so > 2,
            (so + 1..<end).allSatisfy({ line.small[$0] != nil || words[$0].isMark })
        else { return nil }
        let start = (0..<so).last { Words.endsSentence(words[$0]) }.map { $0 + 1 } ?? 0
        let text = line.reason(start..<so)
        return so - start > 3 ? text : nil
    }

    /// The rest of the line after the answer; where nothing follows, what came before it.
    private func because(after range: Range<Int>, of level: Level) -> String {
        if let condition = conditionOf(range) { return words.slice(condition..<words.count) }
        let low = pastYes(min(restAfter(range), words.count), of: level)
        if level.letsPass, low < words.count, line.small[low] == .condition { return line.reason(line.all) }
        let rest = low..<words.count
        let isSpent = rest.allSatisfy {
            Self.lastWords.contains(words[$0]) || words[$0].isMark || level.letsPass && letsThrough($0)
        }
        if level.stops, !isSpent, let start = objectOfRefusal(range, at: low) {
            return line.reason(start..<words.count)
        }
        let text = isSpent || !saysWhy(rest) ? "" : line.reason(low..<yesAtLast(after: low, of: level))
        if !text.isEmpty { return text }
        if let led = reasonBefore(range.lowerBound) { return led }
        if level.stops, turnsYesRound(range) { return line.reason(line.all) }
        return reasonAhead(of: range.lowerBound)
    }

    /// *stand aside and let it through*: the same again, and no reason.
    private func letsThrough(_ index: Int) -> Bool {
        line.levels.contains { hit in
            guard hit.range.contains(index), case .level(let level, .likely) = hit.meaning else { return false }
            return level == .standAside || ["let", "wave"].contains(words[hit.range.lowerBound].key)
        }
    }

    /// What was said before an answer, up to the mark that parts them. What a *but* turns round is kept whole: *I'm all for it
    /// in principle, but I have to say no* gives no reason without its end.
    private func reasonAhead(of answer: Int) -> String {
        guard answer > 3, !namesOnlyAnswers(0..<answer), !isNeither(0..<answer), !takesOwnAnswerBack(0..<answer) else {
            return ""
        }
        var end = answer
        if let part = (0..<end).last(where: { words[$0].isMark || line.small[$0] == .contrast }) { end = part }
        while end > 0, Self.beforeAnswer.contains(line.small[end - 1]) || words[end - 1].isMark { end -= 1 }
        if end < answer, line.has(.contrast, in: end..<answer) { return line.reason(line.all) }
        let isTalkOfAnswer = (0..<end).contains {
            ["mind", "answer", "change", "changed", "vote", "noted", "recorded", "minuted"].contains(words[$0].key)
        }
        return end > 2 && !isTalkOfAnswer && saysWhy(0..<end) ? line.reason(0..<end) : ""
    }

    /// *Neither for nor against, count me as abstaining*: the answer said twice.
    private func isNeither(_ range: Range<Int>) -> Bool {
        words[range.lowerBound].key == "neither"
            && range.prefix { !words[$0].endsClause }.allSatisfy { index in
                line.levels.contains { $0.range.contains(index) }
            }
    }

    private static let aboutAnswers = WordSet(
        "go far as quite block blocking veto stop short of that it this all way from me either ready able willing")

    /// *I wouldn't go as far as a block, but I can't support it*: another answer that is not given, and no reason.
    private func namesOnlyAnswers(_ range: Range<Int>) -> Bool {
        range.contains { ["block", "blocking", "veto"].contains(words[$0].key) } && !line.has(.worry, in: range)
            && range.allSatisfy {
                line.small[$0] != nil || words[$0].isMark || Self.aboutAnswers.contains(words[$0])
            }
    }

    private static let besideYes = WordSet("otherwise it this apart from that")

    /// *April is too soon. Otherwise I support it*: the yes that closes the line is no part of the worry.
    private func yesAtLast(after low: Int, of level: Level) -> Int {
        guard level == .reservation, let mark = words.all.dropLast().lastIndex(where: \.endsSentence), mark > low else {
            return words.count
        }
        let last = mark + 1..<words.count
        return isOnlyYes(last) && line.levels.contains { last.contains($0.range.lowerBound) } ? mark : words.count
    }

    /// *One reservation, otherwise support: who pays?*: a yes between the worry and its words.
    private func pastYes(_ low: Int, of level: Level) -> Int {
        guard level == .reservation, let end = (low..<words.count).first(where: { words[$0].endsClause }), low < end,
            isOnlyYes(low..<end), line.levels.contains(where: { (low..<end).contains($0.range.lowerBound) })
        else { return low }
        return end + 1
    }

    private func isOnlyYes(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            words[index].isMark || line.small[index] == .neutral || line.small[index] == .speaker
                || Self.besideYes.contains(words[index])
                || line.levels.contains { hit in
                    guard hit.range.contains(index), case .level(let level, _) = hit.meaning else { return false }
                    return level.supports
                }
        }
    }

    /// *not unless it's funded*: the condition that ends the answer begins the reason.
    private func conditionOf(_ range: Range<Int>) -> Int? {
        guard var condition = range.last, line.small[condition] == .condition, range.upperBound < words.count else {
            return nil
        }
        while condition > range.lowerBound, line.small[condition - 1] == .condition, words.key(condition - 1) != "not" {
            condition -= 1
        }
        return words[condition].key == "not" ? condition + 1 : condition
    }

    /// The first word after an answer and the small words that go with it: *can't support this one just yet*.
    private func restAfter(_ range: Range<Int>) -> Int {
        var low = range.upperBound
        while low < words.count {
            if let end = asItStands(at: low) {
                low = end
            } else if Self.becauseLeads.contains(words[low])
                || words[low].key == "one" && ["this", "that"].contains(words.key(low - 1))
                || line.small[low] == .neutral && words.at(low + 1)?.endsClause == true
            {
                low += 1
            } else {
                break
            }
        }
        if let end = pastBody(at: low) ?? pastTest(at: low, range) ?? pastSentence(at: low, range) { low = end }
        while low < words.count, words[low].isMark && words[low].key != "\"" && words[low].key != "'" { low += 1 }
        if line.names.match(low) == nil, let next = words.at(low),
            line.context.ladder.stageNames.match(words, at: low) != nil,
            words.at(low + 1)?.isMark ?? true, next.kind == .word
        {
            low += 1
        }
        return low
    }

    private static let pointing = WordSet("this these")
    private static let testNamedWithin = 6

    /// *can't support this date, it is too soon*, or the proposal in its own words: what is under test, and a mark.
    private func pastTest(at low: Int, _ range: Range<Int>) -> Int? {
        guard range.contains(where: { Self.refusing.contains(words[$0]) }), low < words.count, !words[low].isMark,
            let end = (low..<min(words.count, low + Self.testNamedWithin)).first(where: { words[$0].endsClause }),
            words.count - end > 3
        else { return nil }
        // *this decision yet* is a time, and goes the other way from nothing.
        let said = (low..<end).filter { words[$0].key != "yet" }
        let weighty: Set<SmallMeaning?> = [.reason, .contrast, .condition, .negation, .worry]
        guard !said.contains(where: { weighty.contains(line.small[$0]) || words[$0].isQuoted }) else { return nil }
        if Self.pointing.contains(words[low - 1]) { return end }
        let test = line.context.test.map { Folding.folded($0.text).split(separator: " ").map(String.init) } ?? []
        let stems = Set(test.compactMap(ContentWords.stem))
        let named = said.compactMap { ContentWords.stem(words.text($0)) }
        // *naming local firms* for *We will name local firms*: most of its words.
        return !named.isEmpty && 3 * named.count(where: stems.contains) >= 2 * named.count ? end : nil
    }

    /// *block from the county group, the paper claims …*: whose answer it is, up to the mark.
    private func pastBody(at low: Int) -> Int? {
        guard low > 0, words[low - 1].key == "from" || words.key(low) == "behalf",
            let end = (low..<min(words.count, low + Self.testNamedWithin)).first(where: { words[$0].endsClause }),
            words.count - end > 2, (low..<end).allSatisfy({ !words[$0].isQuoted && line.small[$0] != .contrast })
        else { return nil }
        return end
    }

    /// *I do not support calling this Established. Show me the shared pot*: a sentence that only names what is refused, and
    /// then the reason in one of its own.
    private func pastSentence(at low: Int, _ range: Range<Int>) -> Int? {
        guard range.contains(where: { Self.refusing.contains(words[$0]) }), low < words.count,
            let end = (low..<min(words.count, low + Self.testNamedWithin)).first(where: { words[$0].endsClause }),
            words[end].endsSentence, words.count - end > 3
        else { return nil }
        let weighty: Set<SmallMeaning?> = [.reason, .contrast, .condition, .negation, .worry]
        let after = end + 1..<words.count
        guard (low..<end).allSatisfy({ !weighty.contains(line.small[$0]) && !words[$0].isQuoted }),
            !line.has(.contrast, in: after), !line.levels.contains(where: { after.contains($0.range.lowerBound) }),
            (low..<end).contains(where: { line.context.ladder.stageNames.match(words, at: $0) != nil })
                || words.key(low).hasSuffix("ing")
        else { return nil }
        return end
    }

    private static let standing = WordSet("stands is reads currently presently now stood")
    private static let drafting = WordSet(
        "drafted worded written proposed put phrased presented framed set tabled stated currently presently now")
    private static let afterStanding = WordSet("so and without while whilst today now")

    /// *as it stands*, *as drafted*: which words are meant, and no reason; *as it is too dear* gives one.
    private func asItStands(at index: Int) -> Int? {
        guard words.key(index) == "as" else { return nil }
        var end = index + 1
        if ["it", "this", "that"].contains(words.key(end)), words.at(end + 1).map(Self.standing.contains) == true {
            end += 2
        } else if words.at(end).map(Self.drafting.contains) != true {
            return nil
        }
        while let word = words.at(end), Self.drafting.contains(word) { end += 1 }
        guard let next = words.at(end), !next.isMark else { return end }
        let isOver = [.reason, .contrast, .condition].contains(line.small[end]) || Self.afterStanding.contains(next)
        return isOver || words[end - 1].key != "is" ? end : nil
    }

    // MARK: What is refused

    /// *I cannot agree to pay for it*: the refusal with which its clause begins, so that all of its reason follows.
    func firstRefusal(besides last: Cue, among cues: [Cue]) -> Cue {
        guard let clause = line.clauses.first(where: { $0.contains(last.range.lowerBound) }) else { return last }
        return cues.first {
            $0.level == .cannotYet && $0.isPlain && clause.contains($0.range.lowerBound)
                && !line.has(.contrast, in: $0.range.upperBound..<max($0.range.upperBound, last.range.lowerBound))
                && $0.range.contains { Self.refusing.contains(words[$0]) }
        } ?? last
    }

    private static let refusing = WordSet(
        """
        support agree back sign accept approve endorse vote commit along oppose object block blocking veto supporting
        agreeing backing signing accepting approving endorsing
        """)
    private static let parting = WordSet(
        """
        without while whilst where which so its it theres there thats they theyre were weve i im ive he she nobody no
        not never too only
        """)
    private static let articles = WordSet("a an")
    private static let describing = WordSet("that which with whose where without for")
    /// So many words after its article a thing is described in: *an aim with no money*.
    private static let describedWithin = 4

    /// *I can't support April, we don't have the staff*: words that only name what is refused are no reason without the
    /// refusal. Where they stand; nil where a reason starts by itself, as in *a date that nobody has checked*.
    private func objectOfRefusal(_ range: Range<Int>, at low: Int) -> Int? {
        guard low < words.count, low > range.lowerBound, !words[low - 1].isMark, words[low].kind != .mark,
            line.small[low - 1] != .joint,
            range.contains(where: { Self.refusing.contains(words[$0]) }),
            !words[low].isQuoted, !Self.parting.contains(words[low])
        else { return nil }
        switch line.small[low] {
        case .reason, .contrast, .condition, .hedge, .worry, .past, .group: return nil
        default: break
        }
        let end = (low..<words.count).first { words[$0].endsClause } ?? words.count
        guard (low..<end).contains(where: { line.small[$0] == nil }) else { return nil }
        if Self.articles.contains(words[low]),
            (low + 1..<min(end, low + 1 + Self.describedWithin)).contains(where: {
                Self.describing.contains(words[$0])
            })
        {
            return nil
        }
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        let but = (clause.lowerBound..<range.lowerBound).last { line.small[$0] == .contrast }
        return but ?? clause.lowerBound
    }

    /// *Full support here but the committee has told me to say no*: without its first half, or without its second, the
    /// line would say something else.
    private func turnsYesRound(_ refusal: Range<Int>) -> Bool {
        guard line.wordCount > 4, !line.has(.condition, in: line.all),
            line.levels.contains(where: { hit in
                guard hit.range.upperBound <= refusal.lowerBound, case .level(let level, _) = hit.meaning else {
                    return false
                }
                return level.supports
            }), let clause = line.clauses.first(where: { $0.contains(refusal.lowerBound) })
        else { return false }
        return clause.contains { index in
            line.small[index] == nil && !line.levels.contains { $0.range.contains(index) }
        }
    }

    // MARK: Answers that ask

    private static let asking = WordSet("who whos what whats when whens where wheres how hows why which whose")
    private static let asWorry = WordSet("worry concern reservation caveat niggle quibble")

    /// *I have a reservation: who pays?*, *can't support it, who pays?*: the question is the reason.
    func readAnswerThatAsks() -> Outcome? {
        if let worry = line.all.first(where: { Self.asWorry.contains(words[$0]) }), words.key(worry + 1) == "is",
            let asked = words.at(worry + 2), Self.asking.contains(asked),
            (0..<worry).allSatisfy({ line.small[$0] != nil || ["my", "only", "main"].contains(words[$0].key) }),
            (0..<worry).contains(where: { words[$0].key == "my" })
        {
            let because = line.reason(worry + 2..<words.count)
            return .answer(
                Answer(level: .reservation, isPlain: false, because: because, why: [words.slice(0..<worry + 1)]))
        }
        guard let mark = words.all.firstIndex(where: { $0.endsClause }), mark > 0, !words[mark].isMark("?"),
            let asked = words.at(mark + 1), Self.asking.contains(asked)
        else { return nil }
        let lead = Line(words.slice(0..<mark), in: line.context)
        guard case .answer(var answer) = LevelReader(line: lead).read(),
            answer.level.stops || answer.level == .reservation
        else { return nil }
        answer.because = line.reason(mark + 1..<words.count)
        return .answer(answer)
    }
}
