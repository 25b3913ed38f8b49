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
        let told = now.first { !line.isQuestion(at: $0.range.upperBound - 1) }
        if let head = told ?? now.first, let rated = headed(by: head, mentions) { return rated }
        guard let chosen = now.last(where: \.isVerdict) ?? lastWord(now) ?? told ?? now.first else { return nil }
        let distinct = Set(now.map(\.stage))
        var strength = chosen.strength
        if distinct.count > 1, !chosen.isVerdict { strength = .likely }
        if line.isQuestion(at: chosen.range.upperBound - 1) { strength = .likely }
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

    private static let isHedgedUnsure = WordSet(
        """
        maybe perhaps possibly probably guess suppose might could if
        """)

    func isHedged(_ mention: Mention, before end: Int = Int.max) -> Bool {
        var clause = line.clauses.first { $0.contains(mention.range.lowerBound) } ?? mention.range
        clause = clause.lowerBound..<max(clause.lowerBound, min(clause.upperBound, end))
        return clause.contains { Self.isHedgedUnsure.contains(words[$0]) }
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
                if !isOtherSense(stage.range) { found.append(Mention(stage: stage.id, range: stage.range)) }
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

    private static let determiners = WordSet(
        """
        our the your their an a this any every some my his her these those well newly more most very long other
        each no with
        """)

    private static let afterStage = WordSet(
        """
        level stage confidence definitely really only still imo verging bordering edging leaning tending heading moving
        nearly nearing approaching maybe probably perhaps possibly
        """)

    /// *our established team*, *emerging tech*: a stage word that describes something else.
    private func isOtherSense(_ range: Range<Int>) -> Bool {
        // *expanding is the last one on the card*: about the card.
        if words.key(range.upperBound) == "is", words.key(range.upperBound + 1) == "the",
            StageReader.places.contains(words.key(range.upperBound + 2))
        {
            return true
        }
        if line.isFacilitator, words.key(range.lowerBound - 1) == "remember" { return true }
        // *there's nothing to emerge*
        if words.key(range.lowerBound - 1) == "to", words.key(range.lowerBound - 2) == "nothing" { return true }
        guard let after = words.at(range.upperBound), after.kind == .word, line.small[range.upperBound] == nil,
            StageWords.table.match(words, at: range.upperBound) == nil
        else {
            return words.at(range.lowerBound - 1).map { $0.key == "well" || $0.key == "long" } ?? false
        }
        if words[range.lowerBound - (range.lowerBound > 0 ? 1 : 0)].key == "remember" { return true }
        if ["means", "mean", "here", "overall", "i", "across", "at", "from", "because", "but", "high", "low"].contains(
            after.key)
        {
            return after.key == "means" || after.key == "mean"
        }
        if range.lowerBound > 0, StageReader.determiners.contains(words[range.lowerBound - 1]) { return true }
        return range.lowerBound == 0
            && !StageReader.afterStage.contains(after)
            && words.count > range.upperBound + 2 && !isStageLike(after)
    }

    private static let places = WordSet("last first next middle second third fourth top bottom highest lowest one word")

    private func isStageLike(_ word: Words.Word) -> Bool {
        ["we", "they", "there", "its", "it", "were", "you", "no", "nothing", "nobody", "just"].contains(word.key)
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
        let before = (clause.lowerBound..<range.lowerBound).filter { line.small[$0] == nil && words[$0].kind == .word }
        let after = (range.upperBound..<max(range.upperBound, clause.upperBound)).filter {
            line.small[$0] == nil && words[$0].kind == .word
        }
        if line.context.expects == .stage {
            // *I fear we are at not yet*
            let isLed = after.isEmpty && words.key(range.lowerBound - 1) == "at"
            return before.count <= (isLed ? 4 : 2) && (id != SpecialStage.notYet || after.count <= 3)
        }
        return before.isEmpty && after.isEmpty
    }

    private func markVerdicts(_ mentions: inout [Mention]) {
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
        }
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
