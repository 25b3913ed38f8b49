// *Right*, *wrong*, *rubbish*: judgements, which need something they are about.
extension PositionReader {
    /// *right*, *wrong*: only with something named before them.
    func judgement(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        var opinion = opinion
        let lead = clause.lowerBound..<opinion.range.lowerBound
        let named = lead.last { finder.match(at: $0) != nil }
        guard named != nil || isAboutLast(lead) || isAboutNamedBefore(lead) || isAboutNamedAfter(opinion, clause)
        else { return nil }
        if isOfThing(opinion, named) { return nil }
        // What is said of somebody else earlier in the clause does not turn this.
        let earlier = lead.last { $0 < (named ?? clause.lowerBound) && finder.match(at: $0) != nil }
        let verdict = StanceWords.table.all(in: words, lead).last?.range.upperBound ?? clause.lowerBound
        let own = max(verdict, earlier.map { $0 + 1 } ?? clause.lowerBound)
        // A denial that goes on into the verdict, as in *is not right*, is a part of it.
        var high = opinion.range.lowerBound
        while high > own, line.small[high] == .negation, !line.startsSmall(high) { high -= 1 }
        let between = min(own, high)..<high
        if line.has(.negation, in: between) {
            switch opinion.stance {
            case .agree: opinion.stance = .disagree
            case .disagree: opinion.stance = isDistanced(between) ? .unsure : .agree
            case .unsure: break
            }
            opinion.isPlain = false
        } else if let unreal = unreal(opinion, in: clause) {
            opinion.stance = unreal
            opinion.isPlain = false
        }
        let beside = max(own, named.flatMap { finder.match(at: $0)?.range.upperBound } ?? own)
        if (min(beside, high)..<high).contains(where: {
            line.small[$0] == nil && !PositionReader.copulas.contains(words[$0])
        }) {
            opinion.isPlain = false
        }
        // *I used to think 12 was wrong*
        if opinion.stance == .agree || line.has(.past, in: lead) || lead.contains(where: { words[$0].key == "thought" })
        {
            opinion.isPlain = false
        }
        return opinion
    }

    private static let whereTo = WordSet("in into on onto at to from through with by for")
    private static let articles = WordSet("the a an my our his her their your")
    private static let being = WordSet(
        "is are was were be been being has have its hes shes theyre youre got gets keeps")

    /// *Una typed it into the wrong window*: the window is wrong, and not Una; *Una is on the right lines* is about her.
    private func isOfThing(_ opinion: Opinion, _ named: Int?) -> Bool {
        let low = opinion.range.lowerBound
        guard let named, opinion.range.count == 1, Self.articles.contains(words.key(low - 1)),
            Self.whereTo.contains(words.key(low - 2)), let thing = words.at(low + 1), thing.kind == .word,
            line.small[low + 1] == nil, !words[named].isPossessive
        else { return false }
        return !(named + 1..<max(named + 1, low - 2)).contains { Self.being.contains(words[$0]) }
    }

    private static let copulas = WordSet(
        """
        is are was were be been being has have it its that thats he she they hes shes theyre you youre sounds looks
        feels seems just got gets what who by this can does did s
        """)

    /// *Len, Una, both right*: the clause before names them.
    private func isAboutNamedBefore(_ lead: Range<Int>) -> Bool {
        guard lead.lowerBound > 0, lead.allSatisfy({ line.small[$0] == .neutral || line.small[$0] == .joint }),
            let before = line.clauses.last(where: { $0.upperBound <= lead.lowerBound })
        else { return false }
        return isOnlyReferences(before)
    }

    /// *Rubbish, Len*: a verdict that opens the line, and then whose it is about.
    private func isAboutNamedAfter(_ opinion: Opinion, _ clause: Range<Int>) -> Bool {
        guard clause.lowerBound == 0,
            (0..<opinion.range.lowerBound).allSatisfy({
                line.small[$0] == .neutral || line.small[$0] == .pointNoun || Self.intensifiers.contains(words[$0])
            })
        else { return false }
        // *Absolute drivel Len*; *Right Len* may only begin to speak.
        guard opinion.range.upperBound == clause.upperBound else {
            return opinion.stance == .disagree && isOnlyReferences(opinion.range.upperBound..<clause.upperBound)
        }
        guard let next = line.clauses.first(where: { $0.lowerBound >= clause.upperBound }) else { return false }
        return isOnlyReferences(next)
    }

    private static let intensifiers = WordSet(
        "utter absolute complete total pure sheer what load old and such plain downright perfect unmitigated")

    private static let isAboutLastPronouns = WordSet(
        """
        that thats you youre youve youd theyre
        """)

    private static let isAboutLastFillers = WordSet(
        """
        got have are it all this just so sounds looks feels
        """)

    /// *that's exactly right*, *you've got that wrong*.
    private func isAboutLast(_ range: Range<Int>) -> Bool {
        let rest = range.filter {
            !(line.small[$0] == .neutral || line.small[$0] == .negation || line.small[$0] == .speaker
                || line.small[$0] == .hedge) || Self.isAboutLastPronouns.contains(words[$0])
        }
        guard let first = rest.first, Self.isAboutLastPronouns.contains(words[first]), range.count <= 7 else {
            return false
        }
        return rest.allSatisfy {
            Self.isAboutLastPronouns.contains(words[$0]) || Self.isAboutLastFillers.contains(words[$0])
        }
    }
}
