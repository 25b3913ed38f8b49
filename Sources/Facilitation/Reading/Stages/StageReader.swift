/// Reads a rating: a stage of the ladder, how sure the speaker is, and the evidence.
struct StageReader {
    struct Rating {
        var stage: String
        var strength: Strength
        var confidence: Confidence?
        var evidence: String
        var why: [String]
        /// The line opens with the stage, and all after it is evidence.
        var isHeaded = false
    }
    struct Mention {
        var stage: String
        var range: Range<Int>
        var strength: Strength = .plain
        var isVerdict = false
        var isPast = false
        /// The speaker says yes to it: *emerging? yes*.
        var isAffirmed = false
    }

    let line: Line
    var words: Words { line.words }

    /// The rating in the line, or nil when no stage is named as one.
    func read() -> Rating? {
        var mentions = self.mentions()
        guard !mentions.isEmpty else { return nil }
        if let between = betweenTheTwo(mentions) { return between }
        markVerdicts(&mentions)
        let now = mentions.filter { !$0.isPast }
        // *Established?? On what planet. Emerging*
        let told = now.first { $0.isAffirmed || !line.isQuestion(at: $0.range.upperBound - 1) }
        if line.isFacilitator, let head = now.first, head.strength == .likely || !isHead(head), isOnlyMentioned(head) {
            return nil
        }
        if let head = told ?? now.first, let rated = headed(by: head, mentions) { return rated }
        guard
            let chosen = now.last(where: \.isVerdict) ?? lastWord(now) ?? bareWord(now) ?? afterContrast(now) ?? told
                ?? now.first,
            !isOnlyMentioned(chosen)
        else { return nil }
        let distinct = Set(now.map(\.stage))
        // *we need everybody's rating, emerging, established or expanding*
        if distinct.count > 1, line.isFacilitator, !line.context.isPrivate, !chosen.isVerdict { return nil }
        var strength = chosen.strength
        if distinct.count > 1, !chosen.isVerdict { strength = .likely }
        if !chosen.isAffirmed, line.isQuestion(at: chosen.range.upperBound - 1) { strength = .likely }
        if isHedged(chosen) { strength = .likely }
        let confidence = self.confidence(near: chosen.range)
        let evidence = self.evidence(chosen.range, confidence?.range, mentions: distinct.count)
        return Rating(
            stage: chosen.stage, strength: strength, confidence: confidence?.value, evidence: evidence,
            why: [words.slice(chosen.range)] + (confidence.map { [words.slice($0.range)] } ?? []))
    }

    /// *The consultants wrote established. They were paid to. Emerging.*: a stage that is the whole last sentence.
    private func lastWord(_ mentions: [Mention]) -> Mention? {
        guard mentions.count > 1, let last = mentions.last, let clause = line.clauses.last, clause == last.range,
            clause.lowerBound > 0, words[clause.lowerBound - 1].endsSentence
        else { return nil }
        return last
    }

    /// *a step below established: emerging*: a stage in a clause of its own, beside others that are told of.
    private func bareWord(_ mentions: [Mention]) -> Mention? {
        guard mentions.count > 1, mentions.contains(where: { !isBare($0) }) else { return nil }
        return mentions.last { isBare($0) && !line.isQuestion(at: $0.range.upperBound - 1) }
    }

    /// *my team is expanding but the partnership is emerging*: what comes after the *but*.
    private func afterContrast(_ mentions: [Mention]) -> Mention? {
        guard let first = mentions.first, let last = mentions.last, first.range != last.range,
            // *established in theory but really not yet*
            !isHead(first)
                || (line.has(.hedge, in: first.range.upperBound..<last.range.lowerBound) || isNamedJust(first))
                    && isLast(last),
            line.has(.contrast, in: first.range.upperBound..<last.range.lowerBound),
            !line.isQuestion(at: last.range.upperBound - 1)
        else { return nil }
        return last
    }

    private func isLast(_ mention: Mention) -> Bool { words.at(mention.range.upperBound)?.isMark ?? true }

    func isBare(_ mention: Mention) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(mention.range.lowerBound) }) else { return false }
        return clause.allSatisfy {
            mention.range.contains($0)
                || line.small[$0] != nil && line.small[$0] != .negation && line.small[$0] != .past
                || words[$0].kind == .emoji
        }
    }

    private static let isHedgedUnsure = WordSet(
        """
        maybe perhaps possibly probably guess suppose might could if
        """)

    func isHedged(_ mention: Mention, before end: Int = Int.max) -> Bool {
        var clause = line.clauses.first { $0.contains(mention.range.lowerBound) } ?? mention.range
        // *I wish I could say expanding, but we're emerging*: what stands before the *but* is about another stage.
        let turn = (clause.lowerBound..<max(clause.lowerBound, mention.range.lowerBound))
            .last { line.small[$0] == .contrast }
        let low = turn ?? clause.lowerBound
        clause = low..<max(low, min(clause.upperBound, end))
        return clause.contains { Self.isHedgedUnsure.contains(words[$0]) } || isNamedJust(mention)
    }

    // MARK: Stages

    private func mentions() -> [Mention] {
        let matcher = line.context.ladder.stageNames
        var found: [Mention] = []
        var index = 0
        while index < words.count {
            if words[index].isQuoted {
                index += 1
            } else if let between = matchBetween(at: index, matcher) {
                found.append(between)
                index = between.range.upperBound
            } else if index < 2, found.isEmpty, line.context.expects == .stage,
                let short = matcher.abbreviated(words, at: index)
            {
                found.append(Mention(stage: short, range: index..<index + 1))
                index += 1
            } else if let stage = matcher.match(words, at: index) {
                let grown = grownThing(stage.range)
                if grown != .thing, !isOtherSense(stage.range) {
                    found.append(
                        Mention(stage: stage.id, range: stage.range, strength: grown == nil ? .plain : .likely))
                }
                index = stage.range.upperBound
            } else if let special = StageWords.table.match(words, at: index),
                case .answer(let id, let strength) = special.meaning
            {
                let isTalkedOf =
                    line.isFacilitator && words.key(special.range.upperBound) == "is" && line.wordCount > 4
                    && ["an", "a", "also", "fine", "allowed", "there"].contains(words.key(special.range.upperBound + 1))
                if !isTalkedOf, stands(special.range, id) {
                    found.append(Mention(stage: id, range: special.range, strength: strength))
                }
                index = special.range.upperBound
            } else {
                index += 1
            }
        }
        return joined(found, matcher)
    }

    /// *between emerging and established*.
    private func matchBetween(at index: Int, _ matcher: StageNames) -> Mention? {
        guard let lead = StageWords.table.match(words, at: index), case .between = lead.meaning,
            let lower = matcher.match(words, at: lead.range.upperBound)
        else { return nil }
        var next = lower.range.upperBound
        while let word = words.at(next), next < lower.range.upperBound + 2,
            word.key == "and" || word.key == "&" || word.key == "to" || word.isMark
        {
            next += 1
        }
        guard let upper = matcher.match(words, at: next), let id = matcher.between(lower.id, upper.id) else {
            return nil
        }
        return Mention(stage: id, range: index..<upper.range.upperBound)
    }

    private static let middles = WordSet("between middle halfway midway")

    /// *established with the county, emerging with the districts, so between the two*.
    private func betweenTheTwo(_ mentions: [Mention]) -> Rating? {
        guard mentions.count == 2,
            let id = line.context.ladder.stageNames.between(mentions[0].stage, mentions[1].stage),
            let middle = (mentions[1].range.upperBound..<words.count).first(where: { Self.middles.contains(words[$0]) }
            ),
            words.key(middle) != "between" || ["the", "them", "those", "both"].contains(words.key(middle + 1))
                || words.at(middle + 1)?.isMark ?? true
        else { return nil }
        let confidence = self.confidence(near: mentions[1].range)
        return Rating(
            stage: id, strength: .plain, confidence: confidence?.value, evidence: line.reason(0..<middle),
            why: [words.slice(middle..<middle + 1)])
    }

    private static let joinedJoints = WordSet(
        """
        / ~ to going on verging cusp of the bordering nearly almost
        """)

    /// *emerging / established*, *emerging-established*, *emerging to established*, *emerging going on established*.
    private func joined(_ mentions: [Mention], _ matcher: StageNames) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions {
            if let last = result.last, let id = matcher.between(last.stage, mention.stage),
                words.key(last.range.lowerBound - 1) != "from"
            {
                let gap = last.range.upperBound..<mention.range.lowerBound
                if gap.count <= 3, gap.allSatisfy({ Self.joinedJoints.contains(words[$0]) }) {
                    result[result.count - 1] = Mention(
                        stage: id, range: last.range.lowerBound..<mention.range.upperBound)
                    continue
                }
                if gap.count == 1, words[gap.lowerBound].key == "or" {
                    result[result.count - 1] = Mention(
                        stage: id, range: last.range.lowerBound..<mention.range.upperBound, strength: .likely)
                    continue
                }
            }
            result.append(mention)
        }
        return result
    }

    /// *not yet* and *don't know* are answers only where they stand by themselves in their clause.
    private static let readiness = WordSet(
        "ready sure able decided finished done certain thought looked heard got rated")

    private func stands(_ range: Range<Int>, _ id: String) -> Bool {
        // *not yet ready to rate this* is about the speaker.
        if id == SpecialStage.notYet, let next = words.at(range.upperBound), Self.readiness.contains(next) {
            return false
        }
        guard let clause = line.clauses.first(where: { $0.contains(range.lowerBound) }) else { return true }
        let low = standingStart(clause, before: range.lowerBound)
        let before = (low..<range.lowerBound).filter { line.small[$0] == nil && words[$0].kind == .word }
        let rest = range.upperBound..<max(range.upperBound, clause.upperBound)
        // What stands behind a *because* says why, however long it is.
        let after = (rest.lowerBound..<(line.first(.reason, in: rest) ?? rest.upperBound)).filter {
            line.small[$0] == nil && words[$0].kind == .word
        }
        if line.context.expects == .stage {
            // *I fear we are at not yet*
            let isLed = after.isEmpty && words.key(range.lowerBound - 1) == "at"
            return before.count <= (isLed ? 4 : 2) && (id != SpecialStage.notYet || after.count <= 3)
        }
        return before.isEmpty && after.isEmpty
    }

    /// Past a *but*, and past what leads up to an answer: *I'd love to say more, but it's not yet*, *mine should have
    /// been not yet*.
    private func standingStart(_ clause: Range<Int>, before end: Int) -> Int {
        guard line.context.expects == .stage else { return clause.lowerBound }
        let turn = (clause.lowerBound..<end).last { line.small[$0] == .contrast }.map { $0 + 1 } ?? clause.lowerBound
        let isLed = StageWords.table.all(in: words, turn..<end).contains {
            $0.meaning == .verdictBefore && $0.range.upperBound == end
        }
        return isLed ? end : turn
    }

    private func markVerdicts(_ mentions: inout [Mention]) {
        let all = mentions
        var wished: [Int] = []
        for index in mentions.indices {
            let range = mentions[index].range
            let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
            let low = max(leadStart(clause), index > 0 ? mentions[index - 1].range.upperBound : 0)
            let isAnswer =
                mentions[index].stage == SpecialStage.notYet || mentions[index].stage == SpecialStage.dontKnow
            for hit in StageWords.table.all(in: words, low..<max(low, range.lowerBound)) {
                switch hit.meaning {
                case .verdictBefore: mentions[index].isVerdict = true
                case .past where !isAnswer: mentions[index].isPast = true
                case .reported where !isAnswer && !line.has(.speaker, in: low..<hit.range.lowerBound):
                    mentions[index].isPast = true
                case .wished where index + 1 < mentions.count:
                    mentions[index].isPast = true
                    wished.append(index)
                case .notThis where !isAnswer && line.has(.negation, in: hit.range): mentions[index].isPast = true
                // *Overall emerging*
                case .verdictAfter where hit.range == clause.lowerBound..<range.lowerBound:
                    mentions[index].isVerdict = true
                default: break
                }
            }
            let high =
                index + 1 < mentions.count
                ? min(clause.upperBound, mentions[index + 1].range.lowerBound) : clause.upperBound
            // What stands after *because* is evidence: *because a lead was named last month* makes no rating a past one.
            let end = line.first(.reason, in: range.upperBound..<max(range.upperBound, high)) ?? high
            for hit in StageWords.table.all(in: words, range.upperBound..<max(range.upperBound, end)) {
                switch hit.meaning {
                case .verdictAfter: mentions[index].isVerdict = true
                case .notThis where !isAnswer && isRightAfter(hit.range, range): mentions[index].isPast = true
                case .verdictBefore where ["now", "today", "actually"].contains(words[hit.range.lowerBound].key):
                    mentions[index].isVerdict = true
                case .past where ["a", "last", "previously"].contains(words[hit.range.lowerBound].key):
                    mentions[index].isPast = true
                default: break
                }
            }
            if turnsToSelf(before: clause) { mentions[index].isVerdict = true }
            if isDeniedAcross(clause, all.prefix(index).last)
                || isAboutOthers(mentions[index], before: all.dropFirst(index + 1))
            {
                mentions[index].isPast = true
            }
        }
        markAnswered(&mentions)
        // *I put emerging, as expanding would be a lie*
        if mentions.allSatisfy(\.isPast) { for index in wished { mentions[index].isPast = false } }
    }

    /// *as a partnership, emerging*, *had you asked us alone, expanding*: a clause that only leads up to the stage.
    func leadStart(_ clause: Range<Int>) -> Int {
        guard let before = line.clauses.last(where: { $0.upperBound < clause.lowerBound }),
            clause.lowerBound - before.upperBound == 1, words[before.upperBound].isMark(","),
            let lead = StageWords.table.match(words, at: before.lowerBound)
        else { return clause.lowerBound }
        switch lead.meaning {
        case .verdictBefore where lead.range.upperBound == before.upperBound: return before.lowerBound
        case .past where ["if", "had"].contains(words[before.lowerBound].key): return before.lowerBound
        default: return clause.lowerBound
        }
    }

    /// *Expanding would be a stretch*: the words follow the stage at once.
    private func isRightAfter(_ hit: Range<Int>, _ stage: Range<Int>) -> Bool {
        (stage.upperBound..<hit.lowerBound).allSatisfy { line.small[$0] == .neutral || words[$0].isMark }
    }
}
