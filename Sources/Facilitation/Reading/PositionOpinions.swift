// How sure an opinion is: whose it is, what turns it round, what makes it weaker.
extension PositionReader {
    /// The opinion whose words start here, if it is the speaker's own.
    func opinion(at index: Int, in clause: Range<Int>, _ number: Int) -> Opinion? {
        if let echo = echo(at: index, number) ?? taken(at: index, number) { return echo }
        guard !words[index].isQuoted, let found = StanceWords.table.match(words, at: index),
            found.range.upperBound <= clause.upperBound
        else { return nil }
        // *I was seconded to the test bed*: a post, and no agreement.
        if words[index].key == "seconded", Self.posted.contains(words.key(index - 1)) { return nil }
        // *no way to park the clinic there*
        if words[index].key == "no", words.key(index + 1) == "way",
            ["to", "of", "round", "in"].contains(words.key(index + 2))
        {
            return nil
        }
        let cue = found.meaning
        // *hardly anyone uses it* says how many; *hardly!* is a verdict.
        if words[index].key == "hardly", found.range.upperBound < clause.upperBound { return nil }
        var opinion = Opinion(
            stance: cue.stance, isPlain: cue.strength == .plain, form: cue.form, hasObject: false, condition: nil,
            range: found.range, clause: number)
        opinion.hasObject = hasObject(after: found.range.upperBound, cue.form)
        if isBothWays(found.range) { return nil }
        switch cue.form {
        case .reply: return reply(opinion, clause)
        case .judgement: return judgement(opinion, clause)
        case .irony: return opinion
        case .verb, .phrase: return owned(opinion, clause)
        case .transitive where isCompleting(found.range.lowerBound, in: clause): return nil
        case .transitive where isFronted(found.range, in: clause): return opinion
        case .transitive: return isBeforeReference(found.range.upperBound) ? owned(opinion, clause) : nil
        }
    }

    /// *12 I'm all for, 18 I'm dead against*: what it is about opens the clause, and the verb closes it.
    private func isFronted(_ range: Range<Int>, in clause: Range<Int>) -> Bool {
        guard range.upperBound == clause.upperBound, let named = finder.match(at: clause.lowerBound),
            named.kind == .number, named.range.upperBound < range.lowerBound
        else { return false }
        let between = named.range.upperBound..<range.lowerBound
        return between.contains { line.small[$0] == .speaker || words[$0].key == "id" }
            && between.allSatisfy {
                line.small[$0] == .speaker || line.small[$0] == .neutral || Self.fronting.contains(words[$0])
            }
    }

    private static let fronting = WordSet("dead all id would")
    private static let posted = WordSet("was been being were got get im am are")

    /// *disagree strongly with 33*: *strongly with* goes on with an opinion that has begun.
    private func isCompleting(_ index: Int, in clause: Range<Int>) -> Bool {
        var place = index - 1
        while place >= clause.lowerBound, line.small[place] == .neutral { place -= 1 }
        return place >= clause.lowerBound && isEarlierOpinion(place, clause)
    }

    /// *agree or disagree*: both are named, and neither is said.
    private func isBothWays(_ range: Range<Int>) -> Bool {
        if words.key(range.upperBound) == "or",
            StanceWords.table.match(words, at: range.upperBound + 1) != nil || words.key(range.upperBound + 1) == "not"
        {
            return true
        }
        return words.key(range.lowerBound - 1) == "or" && range.lowerBound >= 2
            && StanceWords.table.match(words, at: range.lowerBound - 2) != nil
    }

    private static let alls = WordSet(
        """
        all everything them these those lot
        """)

    private func isBeforeReference(_ index: Int) -> Bool {
        var place = index
        var saysAll = false
        while place < words.count, place < index + 8 {
            if finder.match(at: place) != nil { return true }
            if PositionReader.alls.contains(words[place]) {
                saysAll = true
                place += 1
                continue
            }
            guard let small = line.small[place],
                small == .neutral || small == .link || small == .pointNoun || small == .joint
                    || small == .contrast && saysAll,
                saysAll || place < index + 4
            else { return false }
            place += 1
        }
        return false
    }

    /// *right*, *wrong*: only with something named before them.
    private func judgement(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        var opinion = opinion
        let lead = clause.lowerBound..<opinion.range.lowerBound
        let named = lead.last { finder.match(at: $0) != nil }
        guard named != nil || isAboutLast(lead) || isAboutNamedBefore(lead) || isAboutNamedAfter(opinion, clause)
        else { return nil }
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
            case .disagree: opinion.stance = .agree
            case .unsure: break
            }
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
        guard clause.lowerBound == 0, opinion.range.upperBound == clause.upperBound,
            (0..<opinion.range.lowerBound).allSatisfy({ line.small[$0] == .neutral || line.small[$0] == .pointNoun }),
            let next = line.clauses.first(where: { $0.lowerBound >= clause.upperBound })
        else { return false }
        return isOnlyReferences(next)
    }

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

    /// What an opinion is about follows it: *agree with …*, *disagree that …*.
    private func hasObject(after index: Int, _ form: StanceCue.Form) -> Bool {
        var place = index
        while place < words.count, line.small[place] == .neutral, words[place].key != "that" { place += 1 }
        guard let next = words.at(place), !next.isMark || next.key == "/" else { return false }
        return line.small[place] == .link || next.key == "that" || finder.match(at: place) != nil
            || (form == .verb && next.kind == .word && line.small[place] == nil)
    }

    /// Looks back over the clause for whose opinion it is, and for what turns or weakens it.
    private func owned(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        var opinion = opinion
        var turns = 0
        var reachedSpeaker = false
        // *on the cancer wait you're wrong*, *held up is not the phrase I'd use*: the phrase holds its own subject.
        let holdsSpeaker = opinion.range.contains { words[$0].key == "i" || words[$0].key == "id" }
        if opinion.form == .phrase,
            PositionReader.verdictLeads.contains(words[opinion.range.lowerBound])
                || opinion.stance == .disagree && holdsSpeaker
        {
            reachedSpeaker = true
        }
        var place = opinion.range.lowerBound - 1
        while place >= clause.lowerBound {
            switch line.small[place] {
            case .neutral, .link, .reason: break
            case .joint where hasChangedMind(clause.lowerBound..<place):
                if opinion.stance == .agree { opinion.isPlain = false }
                return turned(opinion, turns)
            case .joint:
                if !reachedSpeaker, place > clause.lowerBound, line.small[place - 1] == nil,
                    finder.match(at: place - 1) == nil,
                    StanceWords.table.first(in: words, clause.lowerBound..<place) == nil
                {
                    reachedSpeaker = true
                    opinion.isPlain = false
                }
            case .pointNoun where isPutMe(place), nil where isPutMe(place): reachedSpeaker = true
            case .pointNoun:
                if !reachedSpeaker { return nil }
            case .negation:
                // *is not how I'd put it*: a denial that goes on into the phrase is a part of it.
                let isPart = (place + 1...opinion.range.lowerBound).allSatisfy {
                    line.small[$0] == .negation && !line.startsSmall($0)
                }
                if line.startsSmall(place), !isPart { turns += 1 }
            // *if the hall had heating I would agree*: what the condition tells of is not over.
            case .past where line.has(.condition, in: clause.lowerBound..<place): break
            case .past where opinion.form == .verb:
                guard isOver(after: opinion.range.upperBound), opinion.stance != .unsure else { return nil }
                if line.startsSmall(place) { turns += 1 }
                opinion.isPlain = false
            case .hedge, .group, .past, .worry:
                opinion.isPlain = false
                if words[place].key == "id" || words[place].key == "ill" { reachedSpeaker = true }
            case .condition: opinion.condition = clause
            case .contrast: return turned(opinion, turns)
            case .speaker: reachedSpeaker = true
            case .irony:
                opinion.isPlain = false
                // *as if I'd agree with 44*
                if opinion.stance == .agree, words[place].key == "as" { opinion.stance = .disagree }
            case nil where words[place].isMark || PositionReader.anybody.contains(words[place]):
                if !words[place].isMark {
                    opinion.isPlain = false
                    reachedSpeaker = true
                }
            case nil where words[place].key.hasSuffix("ly") && !reachedSpeaker:
                // *respectfully disagree*, *violently agree*: how, and not whose.
                if opinion.stance == .agree { opinion.isPlain = false }
            case nil where PositionReader.adverbs.contains(words[place]): break
            // *I did agree with 56, till I saw where it went*
            case nil where words[place].key == "did" && opinion.form == .verb:
                opinion.isPlain = false
                if isOver(after: opinion.range.upperBound), opinion.stance != .unsure { turns += 1 }
            case nil where PositionReader.arrivals.contains(words[place]) && opinion.form == .verb:
                opinion.isPlain = false
                if isOver(after: opinion.range.upperBound), opinion.stance != .unsure {
                    turns += 1
                } else if !reachedSpeaker {
                    return nil
                }
            case nil where isVerdict(opinion, after: place, in: clause):
                opinion.isPlain = false
            case nil:
                if finder.match(at: place) != nil { return turned(opinion, turns) }
                if isEarlierOpinion(place, clause) {
                    // *I couldn't decide I agree*: what stands before, with no *and* between, is about this opinion.
                    let isApart = (place..<opinion.range.lowerBound).contains {
                        line.small[$0] == .joint || line.small[$0] == .contrast
                    }
                    if !isApart { opinion.isPlain = false }
                    return turned(opinion, turns)
                }
                if !reachedSpeaker, opinion.form == .verb || line.small[clause.lowerBound] == nil { return nil }
                opinion.isPlain = false
            }
            place -= 1
        }
        return turned(opinion, turns)
    }

    private static let adverbs = WordSet(
        "now hereby therefore always also already finally still nonetheless nevertheless down rather somewhat")
    private static let putting = WordSet("put count mark record note have show log")

    /// *put me down as agreeing with 9*
    private func isPutMe(_ place: Int) -> Bool {
        words.key(place + 1) == "me" && PositionReader.putting.contains(words[place])
    }

    private static let arrivals = WordSet("came went started arrived walked began joined")

    /// *I have changed my mind and now disagree with 9*: what comes before the *and* is no condition and no doubt.
    private func hasChangedMind(_ lead: Range<Int>) -> Bool {
        lead.contains { words[$0].key == "mind" && words.key($0 - 1) == "my" && words.key($0 - 2) == "changed" }
            && !line.has(.condition, in: lead) && !line.has(.negation, in: lead) && !line.has(.past, in: lead)
    }

    private static let verdictLeads = WordSet(
        """
        thats its youve youre that it you thatll
        """)

    /// *that's not what we see*: a whole phrase of disagreement about what was said.
    private func isVerdict(_ opinion: Opinion, after place: Int, in clause: Range<Int>) -> Bool {
        guard place == clause.lowerBound || line.names.match(place - 1) != nil else { return false }
        return opinion.form == .phrase && opinion.stance == .disagree && opinion.range.count >= 3
            && PositionReader.verdictLeads.contains(words[place])
    }

    private static let anybody = WordSet(
        """
        anyone anybody
        """)

    private static let overs = WordSet(
        """
        anymore longer nowadays
        """)

    /// *I used to disagree. I don't any more.*
    private func isOver(after index: Int) -> Bool {
        (index..<words.count).contains { place in
            PositionReader.overs.contains(words[place])
                || words[place].key == "any" && words.key(place + 1) == "more"
                || isTillSpeaker(place)
                || words[place].key == "was" && ["wrong", "mistaken"].contains(words.key(place + 1))
                || words[place].key == "stand" && words.key(place + 1) == "corrected"
                || words[place].key == "changed" && words.key(place + 1) == "my"
        }
    }

    /// *I did agree with 56, till I saw where it went*
    private func isTillSpeaker(_ place: Int) -> Bool {
        ["till", "until"].contains(words[place].key) && place + 1 < words.count && line.small[place + 1] == .speaker
    }

    /// *I was wrong*, *I stand corrected*, *I've changed my mind*.
    private func saysOwnError(after index: Int) -> Bool {
        (index..<words.count).contains { place in
            isTillSpeaker(place)
                || words[place].key == "was" && words.key(place - 1) == "i" && words.key(place + 1) == "wrong"
                || words[place].key == "corrected" && words.key(place - 1) == "stand"
                || words[place].key == "mind" && words.key(place - 1) == "my" && words.key(place - 2) == "changed"
        }
    }

    private func isEarlierOpinion(_ place: Int, _ clause: Range<Int>) -> Bool {
        StanceWords.table.all(in: words, clause.lowerBound..<place + 1).contains { $0.range.contains(place) }
    }

    private func turned(_ opinion: Opinion, _ turns: Int) -> Opinion {
        var opinion = opinion
        var turns = turns
        // *I said that I disagreed with Una, and I was wrong*
        if opinion.form == .verb, words[opinion.range.lowerBound].key.hasSuffix("agreed"), turns == 0,
            opinion.stance != .unsure, saysOwnError(after: opinion.range.upperBound)
        {
            turns = 1
            opinion.isPlain = false
        }
        guard turns > 0 else { return opinion }
        // *disagree* turned is not yet agreement, and two turns are never plain.
        if turns > 1 || opinion.stance != .agree { opinion.isPlain = false }
        if turns % 2 == 1 {
            switch opinion.stance {
            case .agree: opinion.stance = .disagree
            case .disagree: opinion.stance = .agree
            case .unsure: break
            }
        }
        return opinion
    }
}
