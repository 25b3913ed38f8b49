// Whose side somebody takes, and in what: *On the damp I'm with Una*, *I'm with Una, ours are black with it*.
extension PositionReader {
    private static let topicLeads = WordSet("on about regarding concerning re")
    /// So many words name a topic: *on the other end of the bus route*.
    private static let topicMost = 6

    /// *On the buses* of *On the buses I agree with Una*: what the opinion is about, and nothing that weakens it.
    func isTopic(_ lead: Range<Int>) -> Bool { topic(in: lead) != nil }

    /// The words of a lead after its *on* or *about*.
    private func topic(in lead: Range<Int>) -> Range<Int>? {
        guard
            let first = lead.first(where: {
                line.small[$0] != .neutral && line.small[$0] != .joint && line.small[$0] != .contrast
            })
        else { return nil }
        let isAsFor = words[first].key == "as" && words.key(first + 1) == "for"
        guard isAsFor || Self.topicLeads.contains(words[first]) else { return nil }
        let low = isAsFor ? first + 2 : first + 1
        guard low < lead.upperBound, lead.upperBound - low <= Self.topicMost else { return nil }
        let topic = low..<lead.upperBound
        let isNamed = topic.allSatisfy { index in
            switch line.small[index] {
            case nil, .link, .pointNoun, .neutral, .group:
                !words[index].isQuoted && !words[index].isMark && finder.match(at: index) == nil
            default: false
            }
        }
        return isNamed && topic.contains { line.small[$0] == nil } ? topic : nil
    }

    /// The words before the speaker that name what an opinion is about.
    private func topic(of opinion: Opinion) -> Range<Int>? {
        let low = line.clauses[opinion.clause].lowerBound
        guard low <= opinion.range.lowerBound,
            let speaker = (low..<min(opinion.range.lowerBound + 1, words.count)).first(where: {
                line.small[$0] == .speaker
            })
        else { return nil }
        // *On the damp, I'm with Una*
        if speaker == low, isSide(opinion), opinion.clause > 0, words[low - 1].isMark(",") {
            return topic(in: line.clauses[opinion.clause - 1])
        }
        return topic(in: low..<speaker)
    }

    /// *On wages I agree with Una*, who spoke of buses: something else of hers may be meant.
    func isOnOtherTopic(_ opinion: Opinion, _ targets: [Int]) -> Bool {
        topic(of: opinion).map { !isTopic($0, of: targets) } ?? false
    }

    private func isTopic(_ topic: Range<Int>, of targets: [Int]) -> Bool {
        let texts = targets.compactMap { line.context.statements.find($0)?.text }
        let found = ContentMatch.shared(words, topic, texts)
        return found.of > 0 && found.count == found.of
    }

    /// *I'm with*, *I am with*, *am with*
    func isSide(_ opinion: Opinion) -> Bool {
        opinion.stance == .agree && opinion.form == .phrase && opinion.range.count <= 3
            && words.key(opinion.range.upperBound - 1) == "with"
            && ["im", "i", "am"].contains(words.key(opinion.range.lowerBound))
    }

    /// *I'm with Una, the nurse says ten minutes*: where somebody is.
    private static let presence = WordSet(
        "minute minutes mins hour hours back now here room lift downstairs upstairs outside door today tonight later")

    /// *On damp I'm with Una*, where she spoke of damp, and *I'm with Una, tenants have it too*: plain. *I'm with Una*
    /// alone may tell in whose room somebody sits, and is asked about.
    func takesSidePlainly(_ group: Group, _ targets: [Int]) -> Bool {
        let range = group.opinion.range
        guard isSide(group.opinion), line.context.test == nil, group.references.count == 1,
            let named = group.references.first, named.kind == .name, named.isClear,
            named.range.lowerBound == range.upperBound
        else { return false }
        if let topic = topic(of: group.opinion) { return isTopic(topic, of: targets) }
        let low = line.clauses[group.opinion.clause].lowerBound
        guard (min(low, range.lowerBound)..<range.lowerBound).allSatisfy({ line.small[$0] == .neutral }),
            let mark = words.at(named.range.upperBound), mark.endsClause, !mark.isMark("?")
        else { return false }
        guard !(named.range.upperBound..<words.count).contains(where: { Self.presence.contains(words[$0]) }) else {
            return false
        }
        let reason = Line(words.slice(named.range.upperBound + 1..<words.count), in: line.context)
        return TalkReader(line: reason).isStatement && SubjectWords.weight(of: reason.words, reason.all) >= 2
    }

    // MARK: Whose it is, where the speaker is left out

    /// *Am in full agreement with Una*
    func isBareAm(_ place: Int, _ clause: Range<Int>) -> Bool {
        words[place].key == "am" && (clause.lowerBound..<place).allSatisfy { line.small[$0] == .neutral }
    }

    private static let obliging = WordSet("got obliged bound forced compelled need")

    /// *got to disagree with 14*, *I'm bound to disagree*: the speaker, with an *I* or without.
    func isObliged(_ place: Int, _ clause: Range<Int>) -> Bool {
        guard words[place].key == "gotta" || Self.obliging.contains(words[place]) && words.key(place + 1) == "to" else {
            return false
        }
        return (clause.lowerBound..<place).allSatisfy {
            line.small[$0] == .neutral || line.small[$0] == .speaker || line.small[$0] == .contrast
                || words[$0].key == "feel"
        }
    }

    private static let becauses = WordSet("because cos coz cuz bc")

    /// *I'm not here because I agree with 14*: what is denied may be that this is the reason.
    func deniedReason(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        let high = opinion.range.lowerBound
        guard opinion.stance == .agree, opinion.form == .verb || opinion.form == .phrase, clause.lowerBound < high,
            let because = (clause.lowerBound..<high).last(where: { Self.becauses.contains(words[$0]) }),
            line.has(.negation, in: clause.lowerBound..<because),
            line.has(.speaker, in: because..<opinion.range.upperBound),
            (because..<high).allSatisfy({ line.small[$0] != nil || words[$0].key.hasSuffix("ly") })
        else { return nil }
        var opinion = opinion
        // *I don't agree with 15 because I agree with 14* takes two positions.
        if StanceWords.table.first(in: words, clause.lowerBound..<because) == nil { opinion.stance = .unsure }
        opinion.isPlain = false
        return opinion
    }

    // MARK: A question beside it

    private static let tagVerbs = WordSet(
        "is are was were has have had do does did will would can could isnt arent wasnt werent hasnt havent")
    private static let tagged = WordSet("it they he she that there")

    /// *has it?* of *I'd agree with Una if the bus has been taken off, has it?*: asked along with a condition, which
    /// still stands. Where it begins.
    func tagAfterCondition(_ opinion: Opinion) -> Int? {
        guard opinion.stance == .agree, let tag = line.clauses.last, tag.count == 2, tag.lowerBound > 0,
            opinion.range.upperBound < tag.lowerBound, words.at(tag.upperBound)?.isMark("?") == true,
            Self.tagVerbs.contains(words[tag.lowerBound]), Self.tagged.contains(words[tag.lowerBound + 1]),
            line.has(.condition, in: 0..<tag.lowerBound), !TalkReader(line: line).startsLikeQuestion
        else { return nil }
        return tag.lowerBound
    }

    // MARK: Mockery

    /// Without one of them nobody's words are thrown back at them as a question.
    static let mockingWords = phrases("expect, suppose, imagine, presumably, doubtless, funny, odd, strange")
    private static let mocking = WordSet(words: mockingWords)
    private static let oddities = WordSet("funny odd strange")

    /// *Empty all week, are they? I expect the toddlers meet on the ceiling then*: the words said last come back as a
    /// question, with a cause that nobody believes.
    func mockedEcho() -> Group? {
        guard let last = line.lastStatement, line.clauses.count >= 3, line.clauses[1].count == 2 else { return nil }
        let (echo, tag) = (line.clauses[0], line.clauses[1])
        guard words.at(tag.upperBound)?.isMark("?") == true, Self.tagVerbs.contains(words[tag.lowerBound]),
            ["it", "they", "he", "she", "there", "we"].contains(words.key(tag.lowerBound + 1)),
            case let found = ContentMatch.shared(words, echo, [last.text]), found.count >= 2,
            found.count * 3 >= found.of * 2
        else { return nil }
        let rest = tag.upperBound + 1..<words.count
        guard rest.count >= 5, let sign = rest.prefix(3).first(where: { Self.mocking.contains(words[$0]) }),
            Self.oddities.contains(words[sign])
                || rest.last(where: { !words[$0].isMark }).map({ words.key($0) }) == "then"
        else { return nil }
        let opinion = Opinion(
            stance: .disagree, isPlain: false, form: .phrase, hasObject: true, condition: nil, range: tag, clause: 1)
        let reference = Reference(kind: .content, targets: [last.entry], isClear: false, range: echo)
        return Group(opinion: opinion, references: [reference], end: rest.lowerBound)
    }
}
