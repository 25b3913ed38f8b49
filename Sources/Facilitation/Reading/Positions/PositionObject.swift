// Whether what is agreed with ends where its number or name ends. *Agree with 14 being withdrawn* agrees with something
// else, so the bot asks: words that follow are harmless only when they are known to be.
extension PositionReader {
    /// They begin a reason, say how much, how long or who else, or speak to somebody.
    private static let harmlessAfter = WordSet(
        """
        about regarding re concerning here there today tonight now again still always already together also both
        though mate folks everyone all btw tbh imo imho lol haha thanks thank cheers please too either anyway then
        i we he she they it you our my their his her your ours mine weve ive theyve its thats theres heres
        im were youre theyre hes shes id wed well ill the this these those that no not never every
        each some many most people nobody everybody anyone anybody somebody someone what who which where when how
        why because since as so and but or nor plus from for with on in at by to like even only just once
        having without especially particularly including 100 sums nails hits says said puts
        agree agreed disagree unsure dunno way straight bang big huge very quite one hands next yes yep yeah aye
        a an any lets same ditto myself ourselves speaking wait sorry oh ah
        """)

    /// *agree that #14 needs rewriting*, *agree with 14 of the 17 points*, *agree with Sam leaving*
    func isPartOfMore(_ first: Int, _ end: Int) -> Bool {
        // *agree with 14 of the 17 points*
        if (first..<end).contains(where: { words[$0].key == "of" && isPlace(ofNumber: $0 - 1) }) { return true }
        guard let next = words.at(end), next.kind == .word else { return false }
        if next.key == "of" { return true }
        if (first..<end).contains(where: { words[$0].key == "that" && isPlace(ofNumber: $0 + 1) }) { return true }
        if line.small[end] != nil || Self.harmlessAfter.contains(next) || next.key.hasSuffix("ly") { return false }
        // *Agree 24 disagree 23*, *agreed on 21 Callum*
        return StanceWords.table.match(words, at: end) == nil && !next.isCapital && line.names.match(end) == nil
    }

    private func isPlace(ofNumber index: Int) -> Bool { index >= 0 && words.at(index)?.kind == .number }

    private static let narrowings = WordSet(
        """
        in at for up like minus less within under during from the said says sans while while per whenever wherever
        where during inside outside across among between only
        """)
    private static let narrowTopics = WordSet(
        """
        a an paper most some good weekdays mondays fridays days certain condition
        """)

    /// *agree with 14 in the city*, *… up to the comma*, *… the day they pay us*: right after what is agreed with, words
    /// that leave some of it out. *On the buses* and *about rents* only say what it is about.
    func narrows(_ index: Int) -> Bool {
        // *from what I see at work*, and not *from March*
        if words.key(index) == "from",
            line.small[index] == .neutral || words.at(index + 1).map(ReferenceFinder.sources.contains) == true
        {
            return false
        }
        var place = index
        while place < words.count, line.small[place] == .neutral, words[place].key != "in" { place += 1 }
        guard let word = words.at(place), word.kind == .word else { return false }
        if word.key == "in" || word.key == "for", line.small[place] == .neutral, line.startsSmall(place) == false {
            return false
        }
        if word.key == "on" { return words.at(place + 1).map(PositionReader.narrowTopics.contains) ?? false }
        if word.key == "as" { return ["far", "if", "regards", "to", "of"].contains(words.key(place + 1)) }
        return PositionReader.narrowings.contains(word)
    }

    /// Between *agree with* and what it names there may be only words that change nothing.
    func isCleanObject(_ opinion: Opinion, first: Int, end: Int) -> Bool {
        let low = min(opinion.range.upperBound, end)
        for index in low..<end where line.small[index] == nil && words[index].kind == .word {
            if isOneOfMany(index) { continue }
            if finder.match(at: index) == nil, line.names.match(index) == nil, !isSaidTwice(index),
                !partOfName(index)
            {
                return false
            }
        }
        return !line.has(.hedge, in: low..<end) && !line.has(.negation, in: low..<end)
    }

    private static let peers = WordSet("fellow other colleague")

    /// *my fellow councillor*, *the other Chris*
    private func isOneOfMany(_ index: Int) -> Bool {
        let peer = ["my", "our"].contains(words[index].key) ? index + 1 : index
        guard peer + 1 < words.count, Self.peers.contains(words[peer]) else { return false }
        return finder.match(at: peer + 1)?.kind == .name
    }

    /// *33 yes, agree*
    private func isSaidTwice(_ index: Int) -> Bool {
        ["agree", "agreed"].contains(words[index].key) && StanceWords.table.match(words, at: index)?.range.count == 1
    }

    private func partOfName(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return line.names.match(index - 1)?.range.contains(index) == true
            || index > 1 && line.names.match(index - 2)?.range.contains(index) == true
    }
}
