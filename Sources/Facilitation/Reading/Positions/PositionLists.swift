// Groups of words whose build says more than their words: a list that leaves the speaker out, an opener before the position.
extension PositionReader {
    private static let exceptions = WordSet("except bar but from than")
    static let agreeing = WordSet("agrees agree agreed supports support backs accepts behind with likes")

    /// *everyone agrees with 23 except me*: the speaker is the one who does not.
    func exception(_ clause: Range<Int>, _ number: Int) -> Group? {
        guard let last = clause.last, clause.count >= 5, words[last].key == "me" || words[last].key == "us",
            let lead = (last - 2..<last).first(where: { Self.exceptions.contains(words[$0]) }),
            let verb = (clause.lowerBound..<lead).first(where: { Self.agreeing.contains(words[$0]) }),
            !line.has(.negation, in: clause), !line.has(.speaker, in: clause.lowerBound..<verb)
        else { return nil }
        let references = (clause.lowerBound..<lead).compactMap { finder.match(at: $0) }.filter { $0.kind != .deictic }
        guard !references.isEmpty else { return nil }
        let opinion = Opinion(
            stance: .disagree, isPlain: true, form: .verb, hasObject: true, condition: nil, range: verb..<verb + 1,
            clause: number)
        return Group(opinion: opinion, references: references, end: clause.upperBound)
    }

    /// *Nobody agrees with 14 more than I do*: the speaker does, most of all.
    func most(_ clause: Range<Int>, _ number: Int) -> Group? {
        guard clause.count >= 6, let more = clause.first(where: { words.key($0 + 1) == "than" && $0 > 2 }),
            words[more].key == "more" || words[more].key == "less",
            ["i", "me", "us", "we"].contains(words.key(more + 2)),
            let none = clause.first(where: { line.small[$0] == .negation }), none <= clause.lowerBound + 2,
            none < more,
            let verb = (none..<more).first(where: { Self.agreeing.contains(words[$0]) })
        else { return nil }
        let references = (verb..<more).compactMap { finder.match(at: $0) }.filter { $0.kind != .deictic }
        guard !references.isEmpty else { return nil }
        let opinion = Opinion(
            stance: words[more].key == "more" ? .agree : .disagree, isPlain: false, form: .verb, hasObject: true,
            condition: nil, range: verb..<verb + 1, clause: number)
        return Group(opinion: opinion, references: references, end: clause.upperBound)
    }

    /// *With Kwame on 16*, *against Neville on 11*: a whole clause that takes a side.
    func sided(_ clause: Range<Int>, _ number: Int) -> Group? {
        if let denied = deniedNumber(clause, number) { return denied }
        let side = words[clause.lowerBound]
        guard side.key == "with" || side.key == "against", clause.count >= 4, !side.isQuoted,
            let name = line.names.match(clause.lowerBound + 1), words.key(name.range.upperBound) == "on",
            name.range.upperBound + 1 < clause.upperBound,
            let reference = finder.match(at: name.range.upperBound + 1), reference.kind == .number,
            reference.range.upperBound == clause.upperBound
        else { return nil }
        let opinion = Opinion(
            stance: side.key == "with" ? .agree : .disagree, isPlain: true, form: .verb, hasObject: true,
            condition: nil, range: clause.lowerBound..<clause.lowerBound + 1, clause: number)
        return Group(opinion: opinion, references: [reference], end: clause.upperBound)
    }

    /// *With 3 but not with 2*: a whole clause that takes one side and leaves the other.
    func bothSides(_ clause: Range<Int>, _ number: Int) -> [Group] {
        guard words[clause.lowerBound].key == "with", clause.count >= 5, !words[clause.lowerBound].isQuoted,
            let first = finder.match(at: clause.lowerBound + 1), first.kind == .number || first.kind == .name,
            words.key(first.range.upperBound) == "but", words.key(first.range.upperBound + 1) == "not"
        else { return [] }
        let place = first.range.upperBound + 2
        let with = words.key(place) == "with" ? place + 1 : place
        guard with < clause.upperBound, let second = finder.match(at: with), second.kind != .deictic,
            second.range.upperBound == clause.upperBound
        else { return [] }
        func side(_ stance: Stance, _ reference: Reference, from start: Int) -> Group {
            // Without a word of agreement a yes is asked about.
            let opinion = Opinion(
                stance: stance, isPlain: stance != .agree, form: .verb, hasObject: true, condition: nil,
                range: start..<start + 1,
                clause: number)
            return Group(opinion: opinion, references: [reference], end: reference.range.upperBound)
        }
        return [
            side(.agree, first, from: clause.lowerBound), side(.disagree, second, from: first.range.upperBound + 1),
        ]
    }

    /// *Not 38, dear*: a whole clause that only denies a number, where nothing was said before it.
    private func deniedNumber(_ clause: Range<Int>, _ number: Int) -> Group? {
        guard number == 0, words[clause.lowerBound].key == "not", clause.count == 2, !words[clause.lowerBound].isQuoted,
            let reference = finder.match(at: clause.lowerBound + 1), reference.kind == .number, !line.endsInQuestion
        else { return nil }
        let opinion = Opinion(
            stance: .disagree, isPlain: true, form: .verb, hasObject: true, condition: nil,
            range: clause.lowerBound..<clause.lowerBound + 1, clause: number)
        return Group(opinion: opinion, references: [reference], end: clause.upperBound)
    }

    /// *My board would agree with 30. I don't*: what others think, and a speaker who does not.
    func ownDenial() -> Group? {
        for (number, clause) in line.clauses.enumerated().dropFirst() {
            let isDenial =
                clause.count <= 5 && line.has(.speaker, in: clause) && line.has(.negation, in: clause)
                && clause.allSatisfy {
                    line.small[$0] == .speaker || line.small[$0] == .negation || line.small[$0] == .contrast
                        || line.small[$0] == .neutral
                }
            let before = 0..<clause.lowerBound
            guard isDenial, !line.has(.negation, in: before), !line.has(.speaker, in: before),
                let verb = StanceWords.table.all(in: words, before).last(where: {
                    $0.meaning.stance == .agree && $0.meaning.form == .verb
                })?.range.upperBound ?? before.last(where: { Self.agreeing.contains(words[$0]) })
            else { continue }
            let named = (verb..<clause.lowerBound).compactMap { finder.match(at: $0) }
            guard !named.isEmpty, named.allSatisfy({ $0.kind == .number }) else { continue }
            let opinion = Opinion(
                stance: .disagree, isPlain: true, form: .verb, hasObject: true, condition: nil, range: clause,
                clause: number)
            return Group(opinion: opinion, references: named, end: clause.upperBound)
        }
        return nil
    }

    /// *105, I agree. 101, I don't*: a denial alone, right after what it is about and after an opinion on another.
    func deniedAfter(_ waiting: [Reference], _ clause: Range<Int>, _ number: Int, _ groups: [Group]) -> Group? {
        guard !waiting.isEmpty, let last = groups.last, last.opinion.stance == .agree, !last.references.isEmpty,
            (2...5).contains(clause.count), line.has(.speaker, in: clause), line.has(.negation, in: clause),
            clause.allSatisfy({
                line.small[$0] == .speaker || line.small[$0] == .negation || line.small[$0] == .neutral
            })
        else { return nil }
        let opinion = Opinion(
            stance: .disagree, isPlain: true, form: .verb, hasObject: true, condition: nil, range: clause,
            clause: number)
        return Group(opinion: opinion, references: waiting, end: clause.upperBound)
    }

    private static let behindNumbers = WordSet(
        "not no never at all so much a bit way chance definitely absolutely really quite though sadly sorry thanks")
    private static let softly = WordSet("so much really quite")

    /// *agree with 14, 17 not at all*: numbers and no more than a denial, after an agreement with others.
    func deniedBehind(_ clause: Range<Int>, _ number: Int, _ groups: [Group]) -> Group? {
        guard let last = groups.last, last.opinion.stance == .agree, !last.references.isEmpty else { return nil }
        var references: [Reference] = []
        var place = clause.lowerBound
        while place < clause.upperBound {
            if let reference = finder.match(at: place), reference.kind == .number {
                references.append(reference)
                place = reference.range.upperBound
            } else if line.small[place] == .joint || line.small[place] == .contrast && references.isEmpty {
                place += 1
            } else {
                break
            }
        }
        let rest = place..<clause.upperBound
        guard !references.isEmpty, (1...4).contains(rest.count),
            rest.allSatisfy({ Self.behindNumbers.contains(words[$0]) }),
            rest.contains(where: { ["not", "no", "never"].contains(words[$0].key) })
        else { return nil }
        let isFirm = !rest.contains { Self.softly.contains(words[$0]) }
        let opinion = Opinion(
            stance: .disagree, isPlain: isFirm, form: .verb, hasObject: true, condition: nil, range: rest,
            clause: number)
        return Group(opinion: opinion, references: references, end: clause.upperBound)
    }

    /// *14, 15 and 17 I don't*: what is denied of the last is denied of all.
    func addListed(
        _ waiting: inout [Reference], _ inClause: inout [Reference], in clause: Range<Int>, to group: inout Group,
        at reference: Reference
    ) {
        let before = listed(waiting, inClause.isEmpty ? [reference] : inClause, clause) + inClause
        guard before.first?.kind == .number, before.allSatisfy({ $0.kind != .deictic }) else { return }
        group.references = before + group.references
        inClause = []
        waiting = []
    }

    /// *14, 15 and 17 I agree*: the numbers before the mark are of the same list, and so are the names among them where
    /// an *and* joins them: *14, Una and 17 I don't*.
    func listed(_ waiting: [Reference], _ inClause: [Reference], _ clause: Range<Int>) -> [Reference] {
        guard let last = waiting.last, let first = inClause.first, words[clause.lowerBound - 1].isMark(","),
            last.range.upperBound == clause.lowerBound - 1,
            waiting.first?.kind == .number,
            (waiting + inClause).allSatisfy({
                $0.kind == .number || $0.kind == .name && line.has(.joint, in: clause)
            }),
            (clause.lowerBound..<first.range.lowerBound).allSatisfy({ line.small[$0] == .joint }),
            waiting.allSatisfy({ named in
                line.clauses.contains { $0.contains(named.range.lowerBound) && isOnlyReferences($0) }
            })
        else { return [] }
        return waiting
    }

    private static let verdictVerbs = WordSet("would is feels seems takes goes means asks requires needs")

    /// *agreeing with 13 would be going too far*: what is said of agreeing, and no agreement.
    func weighsAgreeing(_ group: Group) -> Bool {
        guard group.opinion.stance == .agree, words[group.opinion.range.lowerBound].key == "agreeing",
            let clause = line.clauses.first(where: { $0.contains(group.opinion.range.lowerBound) }),
            clause.lowerBound == group.opinion.range.lowerBound,
            let next = group.references.map(\.range.upperBound).max(), next < clause.upperBound
        else { return false }
        return Self.verdictVerbs.contains(words[next])
    }

    /// *I've changed my mind about 95, I agree with it now*
    func isAboutIt(after index: Int) -> Bool {
        guard line.has(.link, in: index..<index + 1), ["it", "that"].contains(words.key(index + 1)) else {
            return false
        }
        return (index + 2..<words.count).prefix { !words[$0].isMark }.allSatisfy {
            line.small[$0] == .neutral || words[$0].key == "now"
        }
    }

    private static let allNamed = WordSet("both all each them those these either everything")

    /// *13 and 21, agree with both*
    func isAboutAllNamed(after index: Int) -> Bool {
        (index..<min(index + 3, words.count)).contains { place in
            Self.allNamed.contains(words[place])
                && (index..<place).allSatisfy { line.small[$0] == .link || line.small[$0] == .neutral }
                && (words.at(place + 1)?.isMark ?? true
                    || ["of", "three", "four", "the"].contains(words.key(place + 1)))
        }
    }

    /// *I'm not so sure that's true*: the second phrase is what is doubted.
    func isDoubted(_ opinion: Opinion, by last: Group) -> Bool {
        opinion.form == .phrase && opinion.stance == .agree && last.opinion.stance != .agree
            && last.references.isEmpty && last.opinion.clause == opinion.clause
            && (last.opinion.range.upperBound..<max(last.opinion.range.upperBound, opinion.range.lowerBound))
                .allSatisfy { line.small[$0] == .neutral || line.small[$0] == .link || line.small[$0] == .condition }
    }

    /// *No, you're right, I agree with 16*: an opener to the position that names what it is about.
    func dropOpeners(_ groups: inout [Group]) {
        guard groups.count > 1 else { return }
        let all = groups
        var kept: [Group] = []
        for (index, group) in all.enumerated() {
            let isBare = group.references.allSatisfy { $0.kind == .deictic }
            if isBare, index + 1 < all.count, group.opinion.stance == .agree, !group.opinion.hasObject,
                all[index + 1].opinion.stance == .agree, all[index + 1].opinion.form == .verb,
                all[index + 1].references.contains(where: { $0.kind == .number }),
                line.sentenceEnd(group.end) == line.sentenceEnd(all[index + 1].end)
            {
                continue
            }
            kept.append(group)
        }
        groups = kept
    }

    /// *On 39 I disagree with Len*, *Sam and I will never agree on 15*: what follows the verb is its own, whatever was
    /// named before.
    func isObject(_ reference: Reference, of last: Group?, _ number: Int) -> Bool {
        guard let last, last.opinion.clause == number, last.opinion.hasObject, reference.kind != .deictic,
            last.opinion.range.upperBound < reference.range.lowerBound,
            last.references.allSatisfy({ $0.range.lowerBound < last.opinion.range.lowerBound })
        else { return false }
        let gap = last.opinion.range.upperBound..<reference.range.lowerBound
        return line.has(.link, in: gap)
            && gap.allSatisfy { line.small[$0] == .link || line.small[$0] == .neutral || line.small[$0] == .pointNoun }
    }

    /// *agree 14, disagree 15, and 17 I just don't know*: what the speaker says of the last stands after it.
    func hasOwnOpinion(_ reference: Reference, _ clause: Range<Int>) -> Bool {
        let after = reference.range.upperBound
        guard after < clause.upperBound, line.small[after] == .speaker,
            let cue = StanceWords.table.first(in: words, after..<clause.upperBound)
        else { return false }
        return (cue.range.upperBound..<clause.upperBound).allSatisfy {
            line.small[$0] == .link || line.small[$0] == .neutral
        }
    }

    private static let others = WordSet("rest others other remainder remaining else")

    /// *Disagree with Len. No view on the rest*
    func isAboutOthers(_ end: Int) -> Bool {
        (end..<min(end + 4, words.count)).prefix { !words[$0].isMark }.contains { Self.others.contains(words[$0]) }
    }

    private static let severals = WordSet("both two three all")

    /// *Phil's #24*, *both of Jamal's, 81 and 88*: the numbers say which of theirs.
    func specifies(_ reference: Reference, _ before: Reference) -> Bool {
        guard reference.kind == .number, before.kind != .number else { return false }
        let gap = before.range.upperBound..<reference.range.lowerBound
        let isOwn = words[before.range.upperBound - 1].isPossessive || words[before.range.lowerBound].isPossessive
        if gap.allSatisfy({ line.small[$0] == .pointNoun }) { return isOwn }
        return gap.count == 1 && words[gap.lowerBound].isMark
            && (max(0, before.range.lowerBound - 2)..<before.range.lowerBound).contains {
                Self.severals.contains(words[$0])
            }
    }

    /// *37 is harsh but I can't disagree with it*: *it* is what was named before.
    func resolveIt(_ groups: inout [Group]) {
        for index in groups.indices.dropFirst() {
            let named = groups[index - 1].references.filter { $0.kind != .deictic }
            guard !named.isEmpty, !groups[index].references.isEmpty,
                groups[index].references.allSatisfy({
                    $0.kind == .deictic && words[$0.range.lowerBound].key == "it"
                })
            else { continue }
            groups[index].references = named
        }
    }

    /// *agree with 14, not sure about the "never"*: second thoughts are about what the first were about.
    func inherit(_ groups: inout [Group]) {
        for index in groups.indices.dropFirst() {
            let opinion = groups[index].opinion
            let first = groups[index - 1]
            guard groups[index].references.isEmpty, !first.references.isEmpty, opinion.stance != first.opinion.stance,
                opinion.form == .judgement || opinion.form == .phrase, opinion.stance != .agree,
                !isAboutOthers(opinion.range.upperBound),
                // *because I read one and still don't know what the job was*
                line.first(.reason, in: first.end..<max(first.end, opinion.range.lowerBound)) == nil
            else { continue }
            groups[index].references = first.references
        }
    }
}
