// *Yes* and *no* as opinions: only beside what they are about.
extension PositionReader {
    /// *yes* and *no* count right beside a reference, or before one.
    func reply(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        let before = opinion.range.lowerBound - 1
        let after = opinion.range.upperBound
        var opinion = opinion
        if opinion.stance == .disagree, let closing = closingNo(opinion, clause) { return closing }
        if answersOwnQuestion(opinion, clause) {
            opinion.isPlain = opinion.stance == .disagree
            return opinion
        }
        if after + 1 < words.count, words[after].key == "to" || words[after].key == "on" || words[after].key == "for",
            PositionReader.totals.contains(words[after + 1]), clause.lowerBound > 0, before < clause.lowerBound
        {
            return opinion
        }
        let isForSpeaker = words.key(after) == "for" && ["me", "us"].contains(words.key(after + 1))
        if after < words.count, !isForSpeaker,
            words[after].key == "to" || words[after].key == "on" || words[after].key == "for"
        {
            opinion.hasObject = finder.match(at: min(after + 1, words.count - 1)) != nil
            return opinion.hasObject ? opinion : nil
        }
        if opinion.range.lowerBound == 0, opinion.stance == .agree, after < words.count,
            line.small[after] == .contrast || line.small[after] == .condition,
            line.all.contains(where: { words[$0].hasHash })
        {
            opinion.stance = .unsure
            opinion.isPlain = false
            return opinion
        }
        if let named = namedBefore(opinion, clause) {
            return named.kind == .name && isForSomethingElse(opinion, clause) ? nil : opinion
        }
        // *Chris O, no*
        if opinion.stance == .disagree, before >= 2, words[before].isMark,
            let named = line.clauses.last(where: { $0.upperBound == before }), isOnlyReferences(named)
        {
            opinion.isPlain = false
            return opinion
        }
        let isWhole = opinion.range.lowerBound == clause.lowerBound && after == clause.upperBound
        let named = finder.match(at: min(after, words.count - 1))
        // *I'll be the lone voice then: no to 35*, *no no no to 33*, *and no to 16*
        if opinion.stance == .disagree, named?.kind == .number, words[after - 1].key == "to",
            (clause.lowerBound..<opinion.range.lowerBound).allSatisfy({
                words[$0].key == "no" || line.small[$0] == .joint || line.small[$0] == .neutral
                    || line.small[$0] == .contrast
            })
        {
            return opinion
        }
        if let named, let other = otherVerdict(opinion, on: named, in: clause) { return other }
        guard clause.lowerBound == 0, opinion.range.lowerBound == 0, isWhole || named != nil else { return nil }
        // *Yes Sam, coming*: spoken to Sam, and to what Sam asked; no word says what is agreed with.
        if !isWhole, opinion.stance == .agree, named?.kind == .name {
            if TalkReader(line: line).isAboutTheMeeting { return nil }
            opinion.isPlain = false
        }
        // *nope, 11 is…*: the next clause begins with what it is about.
        guard isWhole else { return opinion }
        let next = after + 1
        // *Nope. 11 is…*; *No. 11* may be a number.
        guard next < words.count,
            words[after].isMark(",") || words[after].isMark("~")
                || words[after].isMark(".") && words[after - 1].key != "no",
            let reference = finder.match(at: next)
        else { return nil }
        if reference.kind == .name { return contradicted(opinion, reference) }
        guard reference.kind == .number else { return nil }
        opinion.isPlain = opinion.stance == .disagree
        return opinion
    }

    /// *No to 14 and yes to 17*: another verdict, about what follows it.
    private func otherVerdict(_ opinion: Opinion, on named: Reference, in clause: Range<Int>) -> Opinion? {
        let before = opinion.range.lowerBound - 1
        guard words[opinion.range.upperBound - 1].key == "to", before > clause.lowerBound,
            line.small[before] == .joint || line.small[before] == .contrast
        else { return nil }
        var opinion = opinion
        opinion.hasObject = true
        opinion.isPlain = opinion.isPlain && (opinion.stance == .disagree || named.kind == .number)
        return opinion
    }

    /// How people are spoken to beside a name, or in place of it.
    static let addresses = WordSet("mate love pal dear pet duck hen friend chum chief boss lad son buddy darling hun")

    /// *17 obviously yes*, *Len mate no*, *Una, no*: back over the neutral words, or a mark, to the reference.
    private func namedBefore(_ opinion: Opinion, _ clause: Range<Int>) -> Reference? {
        let before = opinion.range.lowerBound - 1
        var place = before
        while place >= clause.lowerBound, line.small[place] == .neutral || Self.addresses.contains(words[place]) {
            place -= 1
        }
        if place >= clause.lowerBound, let named = finder.match(at: place) ?? nameEnding(at: place) { return named }
        guard before >= 1, words[before].isMark else { return nil }
        return finder.match(at: before - 1) ?? (opinion.stance == .disagree ? nameEnding(at: before - 1) : nil)
    }

    /// The name that ends at a word, where the word alone is no name.
    private func nameEnding(at index: Int) -> Reference? {
        guard index > 0, let named = finder.match(at: index - 1), named.range.contains(index) else { return nil }
        return named
    }

    /// *Len, no worries*, *Una no thanks*: a no to something that was offered or asked.
    private func isForSomethingElse(_ opinion: Opinion, _ clause: Range<Int>) -> Bool {
        guard opinion.stance == .disagree else { return false }
        return words[opinion.range.upperBound - 1].key == "thanks"
            || opinion.range.upperBound < clause.upperBound && Self.offered.contains(words[opinion.range.upperBound])
    }

    private static let offered = WordSet(
        """
        worries worry rush problem problems hurry bother idea thanks ta biggie harm news pressure offence need luck
        joy matter sweat sign
        """)

    /// *no, Lesley, we asked for every one of ours*: a no to somebody by name, and then how it is.
    private func contradicted(_ opinion: Opinion, _ named: Reference) -> Opinion? {
        let end = named.range.upperBound
        // *Naw, Muriel.*: said to whoever spoke last, and asked about.
        if opinion.stance == .disagree, (end..<words.count).allSatisfy({ words[$0].isMark }), !line.endsInQuestion,
            let last = line.lastStatement, named.targets.contains(last.entry)
        {
            var opinion = opinion
            opinion.isPlain = false
            return opinion
        }
        guard opinion.stance == .disagree, words.at(end)?.isMark(",") == true, words.count - end > 4,
            StanceWords.table.first(in: words, end..<words.count) == nil, !line.endsInQuestion,
            !TalkReader(line: line).isAboutTheMeeting, line.has(.group, in: end..<words.count)
        else { return nil }
        return opinion
    }

    /// *Do I agree with 14? No.*
    private func answersOwnQuestion(_ opinion: Opinion, _ clause: Range<Int>) -> Bool {
        let before = opinion.range.lowerBound - 1
        guard opinion.range.lowerBound == clause.lowerBound, opinion.range.upperBound == clause.upperBound, before > 1,
            words[before].isMark("?")
        else { return false }
        return line.has(.speaker, in: 0..<before)
            && StanceWords.table.all(in: words, 0..<before).contains { $0.meaning.form == .verb }
    }

    private static let totals = WordSet(
        """
        all both each every everything
        """)

    /// *Ian, I hear you but no*: a no at the end of a clause, after a *but* or a *sorry*.
    private func closingNo(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        guard opinion.range.upperBound == clause.upperBound, opinion.range.lowerBound > clause.lowerBound else {
            return nil
        }
        var before = opinion.range.lowerBound - 1
        // *was gonna say agree with 44 but actually no*
        while before > clause.lowerBound, line.small[before] == .neutral, words[before].key != "sorry" { before -= 1 }
        guard line.small[before] == .contrast || words[before].key == "sorry",
            (0..<before).contains(where: { finder.match(at: $0) != nil })
        else { return nil }
        return opinion
    }
}
