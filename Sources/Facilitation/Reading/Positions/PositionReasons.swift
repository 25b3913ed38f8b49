// What goes with an opinion: a reason, a condition, something granted or wanted first.
extension PositionReader {
    private static let granting = WordSet("take see get grant accept hear understand")
    private static let grantedThings = WordSet("point fair right true something truth sense gist argument mean means")

    /// *14 is a bit strong but I take the point*: a complaint about how it is put, and then half a yes.
    func granted(_ opinion: Opinion, from end: Int) -> Bool {
        guard opinion.form == .judgement || opinion.form == .phrase || opinion.form == .wording,
            let but = line.first(.contrast, in: end..<max(end, line.sentenceEnd(end)))
        else { return false }
        let tail = but..<line.sentenceEnd(but)
        let said = tail.filter { !words[$0].isMark }
        guard !line.has(.negation, in: tail), said.count <= 10 else { return false }
        let grants = said.contains { Self.granting.contains(words[$0]) } && line.has(.speaker, in: tail)
        return said.contains { Self.grantedThings.contains(words[$0]) }
            && (grants || said.contains { ["theres", "there"].contains(words[$0].key) } || said.count <= 3)
    }

    /// *I'd want the source before I'd say I agree*: what is wanted before there is an opinion.
    func wantedFirst(_ opinion: Opinion) -> String? {
        // *I would need to see the list before agreeing to 14*
        if opinion.stance == .unsure, words[opinion.range.lowerBound].key == "before",
            let clause = line.clauses.first(where: { $0.contains(opinion.range.lowerBound) })
        {
            let text = words.slice(clause.lowerBound..<opinion.range.lowerBound)
            return text.isEmpty ? nil : text
        }
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

    func hasContrast(_ sentence: Range<Int>) -> Bool {
        let reasons = ReasonReader(line: line)
        return sentence.contains {
            line.small[$0] == .contrast && !words[$0].isQuoted
                && !reasons.isStillOpen($0, sentence.lowerBound..<$0) && !isOfReason($0) && !closesSentence($0)
        }
    }

    /// *I disagree with 94, however.*: a *but* that leads to nothing.
    private func closesSentence(_ index: Int) -> Bool {
        guard words[index].key != "but" else { return false }
        return words.at(index + 1).map { $0.endsSentence || $0.kind == .emoji } ?? true
    }

    /// What an agreement waits for, where no *if* says so: *I'd agree with 16 were the money ring-fenced*, *Show me the
    /// minutes and I might agree*.
    func supposed(_ opinion: Opinion, first: Int, _ rest: Range<Int>) -> String? {
        guard opinion.stance == .agree || opinion.range.contains(where: { words[$0].key == "agree" }) else {
            return nil
        }
        let levels = LevelReader(line: line)
        // *Show me the minutes and then maybe I'd agree*
        var low = opinion.range.lowerBound
        while low > 1, line.small[low - 1] == .hedge || line.small[low - 1] == .speaker { low -= 1 }
        if let demand = levels.askBefore(opinion.range) ?? levels.askBefore(low..<opinion.range.upperBound) {
            return words.slice(demand)
        }
        guard opinion.stance == .agree, let start = line.all.first(where: levels.isInversion) else { return nil }
        if start < first { return words.slice(start..<levels.leadEnd(start, first)) }
        return start < rest.upperBound ? words.slice(start..<line.sentenceEnd(start)) : nil
    }

    /// *torn on 14, the words fit but the dates don't*: two facts against each other, within the reason.
    private func isOfReason(_ but: Int) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(but) }), clause.lowerBound > 0 else { return false }
        let before = clause.lowerBound..<but
        let own = but..<min(but + 4, clause.upperBound)
        return before.contains { line.small[$0] == nil && words[$0].kind == .word }
            && !line.has(.speaker, in: own) && !own.contains { words[$0].key == "fair" || words[$0].key == "id" }
            && StanceWords.table.all(in: words, clause).allSatisfy { $0.meaning.form == .transitive }
    }

    /// Agreement only supposed: true for a wish, false for a *would*, nil for neither.
    func hypothetical(before index: Int) -> Bool? {
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
    func restricts(_ but: Int, in rest: Range<Int>) -> Bool {
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
    func isTime(_ index: Int) -> Bool {
        let key = words[index].key
        guard key == "when" || key == "after" || key == "before" || key == "until" else { return false }
        return true
    }

    /// Whether an opinion waits for what stands after this word; *couldn't agree more with 14 if I tried* waits for
    /// nothing.
    func waits(for condition: Int, _ opinion: Opinion, after end: Int) -> Bool {
        let isTried =
            words.key(condition + 1) == "i" && words.key(condition + 2) == "tried"
            && opinion.range.contains { words[$0].key == "more" }
        return !isTime(condition) && !line.isConcession(condition) && !isTried
            && !ReasonReader(line: line).isTimeOfFact(condition, after: end)
    }

    func conditionText(_ clause: Range<Int>, _ first: Int) -> String {
        guard let condition = line.first(.condition, in: clause) else { return "" }
        if condition > clause.lowerBound, condition < first { return line.reason(clause.lowerBound..<condition) }
        return words.slice(condition..<endOfCondition(condition, first))
    }

    /// *if the fees went up I'd probably agree*: the condition ends before its speaker begins.
    private func endOfCondition(_ condition: Int, _ first: Int) -> Int {
        var end = max(condition, first)
        let small = (condition + 1..<max(condition + 1, end)).reversed().prefix {
            line.small[$0] != nil && line.small[$0] != .condition || words[$0].isMark
        }
        guard let speaker = small.first(where: { line.small[$0] == .speaker || words[$0].key == "id" }) else {
            return end
        }
        end = speaker
        while end > condition + 1, words[end - 1].key == "then" || words[end - 1].isMark { end -= 1 }
        return end
    }

    /// *if the fees went up I'd agree*, also with a comma.
    func conditionBefore(_ first: Int) -> Range<Int>? {
        guard let condition = line.first(.condition, in: 0..<first), !isTime(condition) else { return nil }
        var end = first
        while end > condition, line.small[end - 1] != nil || words[end - 1].isMark { end -= 1 }
        for index in condition..<first where Words.endsSentence(words[index]) { return nil }
        return condition..<max(end, condition + 1)
    }

    /// *he's since turned me round*: a time, and no reason.
    private func isSinceThen(_ index: Int) -> Bool {
        words[index].key == "since" && index > 0
            && (words[index - 1].isPossessive || ["has", "have", "ive", "hes", "shes"].contains(words[index - 1].key))
    }

    /// Reasons are kept for disagreement and doubt, and for agreement after *because*.
    func because(_ position: Position, _ group: Group, _ rest: Range<Int>) -> String {
        let sentence = line.sentenceEnd(rest.lowerBound)
        if position.stance == .agree {
            guard let reason = line.first(.reason, in: rest.lowerBound..<min(sentence, rest.upperBound)),
                !isSinceThen(reason), reason == rest.lowerBound || words[reason].key != "as" || words[reason - 1].isMark
            else { return "" }
            return line.reason(reason..<rest.upperBound)
        }
        let start = timeSince(rest) ?? pastClaim(position, group.opinion, rest) ?? pastTopic(group.opinion, rest)
        let rest = pastCopula(start..<rest.upperBound, group)..<rest.upperBound
        let after = isOnlyLink(rest) ? "" : line.reason(afterAddress(rest)..<rest.upperBound)
        if after.isEmpty, case let before = reasonBefore(group), !before.isEmpty { return before }
        if !after.isEmpty, let whole = doubt(group, rest) { return whole }
        // *I would need to see the list before agreeing to 14*
        if after.isEmpty, position.stance == .unsure,
            let before = (group.opinion.range.lowerBound..<rest.lowerBound).first(where: { words[$0].key == "before" })
        {
            return words.slice(group.opinion.range.lowerBound..<before)
        }
        if isTag(rest) { return "" }
        if after.isEmpty, group.opinion.form == .judgement, group.opinion.range.count > 2 {
            return words.slice(group.opinion.range)
        }
        return after
    }

    /// *I don't agree that small firms can't pay. Ours do*: the statement's own words are what is denied, and no
    /// reason. Where they end.
    private func pastClaim(_ position: Position, _ opinion: Opinion, _ rest: Range<Int>) -> Int? {
        guard position.stance == .disagree, opinion.form == .verb,
            let that = rest.first(where: { line.small[$0] != .neutral || words[$0].key == "that" }),
            words[that].key == "that", that - rest.lowerBound <= 2,
            let clause = line.clauses.first(where: { $0.contains(that) })
        else { return nil }
        let end = min(clause.upperBound, rest.upperBound)
        let texts = position.targets.compactMap { line.context.statements.find($0)?.text }
        let found = ContentMatch.shared(words, that + 1..<max(that + 1, end), texts)
        let hasReason = (end..<rest.upperBound).contains { words[$0].kind == .word }
        return hasReason && found.count > 0 && found.count * 2 >= found.of ? end : nil
    }

    private static let copulas = WordSet("is was are were")
    private static let articles = WordSet("the a an my our your his her their one some")

    /// *52 is the county figure*: what is said of a number without its verb.
    private func pastCopula(_ rest: Range<Int>, _ group: Group) -> Int {
        let start = rest.lowerBound
        let follows = group.references.contains { $0.kind == .number && $0.range.upperBound == start }
        return follows && rest.count > 2 && Self.copulas.contains(words[start])
            && Self.articles.contains(words[start + 1]) ? start + 1 : start
    }

    /// *nothing against 92, I just don't know the figures*: what is not known is said in the words of the doubt.
    private func doubt(_ group: Group, _ rest: Range<Int>) -> String? {
        let clause = line.clauses[group.opinion.clause]
        let end = group.opinion.range.upperBound
        guard group.opinion.stance == .unsure, group.opinion.form == .phrase, end < clause.upperBound,
            rest.lowerBound == end, line.small[end - 1] != .link,
            (end..<clause.upperBound).contains(where: { line.small[$0] == nil }),
            group.references.allSatisfy({ $0.range.upperBound <= clause.lowerBound })
        else { return nil }
        return line.reason(clause.lowerBound..<rest.upperBound)
    }

    private static let saying = WordSet("says said put wrote")

    /// *Don't agree with that at all, Una. Ours know exactly*: the reason begins after how much and whom.
    private func afterAddress(_ rest: Range<Int>) -> Int {
        var place = rest.lowerBound
        var low = place
        while place < rest.upperBound {
            if let name = line.names.match(place), !name.isPossessive {
                place = name.range.upperBound
            } else if line.small[place] == .neutral || line.small[place] == .past
                || line.small[place] == .link && words.at(place + 1)?.endsClause ?? true
            {
                // *35 I disagree with, …*
                place += 1
            } else if Self.saying.contains(words[place]), words.at(place + 1)?.endsClause ?? true {
                // *not against what Una says, …*
                place += 1
            } else if words[place].isMark, words[place].endsClause {
                place += 1
                low = place
            } else {
                break
            }
        }
        return place >= rest.upperBound ? rest.lowerBound : low
    }

    private static let tags = WordSet(
        """
        any more anymore now longer and never nor shall are is do does did have has isnt arent dont doesnt we you they
        i it will wont can cant like man eh innit
        """
    )

    /// *never going to agree on 14, are we*: asked along, and no reason.
    private func isTag(_ rest: Range<Int>) -> Bool {
        rest.count <= 4 && rest.allSatisfy { words[$0].isMark || Self.tags.contains(words[$0]) }
    }
}
