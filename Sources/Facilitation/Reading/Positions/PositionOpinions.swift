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
            ["to", "of", "round", "in"].contains(words.key(index + 2)) || words.key(index - 1) == "in"
        {
            return nil
        }
        let cue = found.meaning
        // *agree with 14 from what I see*: where it is known from, and no second verdict.
        if cue.form == .judgement, words.key(index - 1) == "from" { return nil }
        // *agreed to disagree*: what was agreed to is no second opinion.
        if words.key(index - 1) == "to", Self.agreeing.contains(words.key(index - 2)) { return nil }
        // *hardly anyone uses it* says how many; *hardly!* is a verdict.
        if words[index].key == "hardly", found.range.upperBound < clause.upperBound { return nil }
        if words[index].key == "open", isOpenDoor(index) { return nil }
        if words[index].key == "agreed", ArrangementReader(line: line).isWithSomebody(at: found.range.upperBound) {
            return nil
        }
        var opinion = Opinion(
            stance: cue.stance, isPlain: cue.strength == .plain, form: cue.form, hasObject: false, condition: nil,
            range: found.range, clause: number)
        opinion.hasObject = hasObject(after: found.range.upperBound, cue.form)
        if isBothWays(found.range) { return nil }
        if let turned = frontedDenial(opinion) ?? distancedAgreement(opinion, clause) ?? deniedReason(opinion, clause) {
            return turned
        }
        if isOfOthersAlone(opinion, clause) || isOfGadget(opinion, clause) { return nil }
        switch cue.form {
        case .reply: return reply(opinion, clause)
        case .judgement: return judgement(opinion, clause)
        case .irony: return opinion
        case .wording: return wording(opinion, clause)
        case .verb where agreesToAnything(found.range, in: clause): return nil
        case .verb, .phrase: return owned(opinion, clause)
        case .transitive where isHelping(found.range) || isOfPerson(found.range): return nil
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

    /// *our list is open to everyone*: a door, and no mind that can be changed.
    private func isOpenDoor(_ index: Int) -> Bool {
        switch words.key(index - 1) {
        case "is", "was", "isnt", "wasnt": true
        case "are", "were": words.key(index - 2) != "we"
        default: false
        }
    }

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

    /// What an opinion is about follows it: *agree with …*, *disagree that …*.
    private func hasObject(after index: Int, _ form: StanceCue.Form) -> Bool {
        var place = index
        while place < words.count, line.small[place] == .neutral, words[place].key != "that" { place += 1 }
        guard let next = words.at(place), !next.isMark || next.key == "/" else { return false }
        return line.small[place] == .link || next.key == "that" || finder.match(at: place) != nil
            || (form == .verb && next.kind == .word && line.small[place] == nil)
    }

    /// What is known of an opinion on the way back over its clause.
    private struct Walk {
        var opinion: Opinion
        var turns = 0
        /// It has been turned as something that was thought once.
        var isPast = false
        var reachedSpeaker = false
        /// It is nobody's here, or the speaker's only in part.
        var isOver = false
        var isOthers = false
    }

    /// Looks back over the clause for whose opinion it is, and for what turns or weakens it.
    private func owned(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        if let refusal = refusalOfAll(opinion, clause) { return refusal }
        if neverHasNorWill(opinion) {
            var opinion = opinion
            opinion.stance = .disagree
            opinion.isPlain = true
            return opinion
        }
        if isSide(opinion), isTopic(clause.lowerBound..<opinion.range.lowerBound) { return opinion }
        var walk = Walk(opinion: opinion, reachedSpeaker: holdsItsSpeaker(opinion))
        var place = opinion.range.lowerBound - 1
        while place >= clause.lowerBound, !walk.isOver, !walk.isOthers {
            if line.small[place] == nil || isPutMe(place) {
                passContent(&walk, place, clause)
            } else {
                passSmall(&walk, place, clause)
            }
            place -= 1
        }
        return walk.isOthers ? nil : turned(walk.opinion, walk.turns)
    }

    /// *on the cancer wait you're wrong*, *held up is not the phrase I'd use*, *you won't talk me into 14*.
    private func holdsItsSpeaker(_ opinion: Opinion) -> Bool {
        func holds(_ keys: [WordKey]) -> Bool { opinion.range.contains { keys.contains(words[$0].key) } }
        switch opinion.form {
        case .phrase:
            return PositionReader.verdictLeads.contains(words[opinion.range.lowerBound])
                || opinion.stance == .disagree && holds(["i", "id"])
        case .transitive: return holds(["me", "no", "yes"])
        default: return false
        }
    }

    private func passSmall(_ walk: inout Walk, _ place: Int, _ clause: Range<Int>) {
        switch line.small[place] {
        case .joint where hasChangedMind(clause.lowerBound..<place):
            if walk.opinion.stance == .agree { walk.opinion.isPlain = false }
            walk.isOver = true
        case .joint:
            if !walk.reachedSpeaker, place > clause.lowerBound, line.small[place - 1] == nil,
                finder.match(at: place - 1) == nil,
                StanceWords.table.first(in: words, clause.lowerBound..<place) == nil
            {
                walk.reachedSpeaker = true
                walk.opinion.isPlain = false
            }
        case .pointNoun:
            walk.isOthers = !walk.reachedSpeaker
            if isTold(place) { walk.opinion.isPlain = walk.opinion.isPlain && walk.opinion.stance != .agree }
        case .negation:
            // *is not how I'd put it*: a denial that goes on into the phrase is a part of it.
            let isPart = (place + 1...walk.opinion.range.lowerBound).allSatisfy {
                line.small[$0] == .negation && !line.startsSmall($0)
            }
            guard line.startsSmall(place), !isPart else { break }
            walk.turns += 1
            if isSoft(place, before: walk.opinion.range.lowerBound) { walk.opinion.isPlain = false }
        // *if the hall had heating I would agree*: what the condition tells of is not over.
        case .past where line.has(.condition, in: clause.lowerBound..<place): break
        case .past where walk.opinion.form == .verb: passPast(&walk, place, clause)
        case .past where wasAgainst(walk.opinion): passPast(&walk, place, clause)
        case .hedge, .group, .past, .worry:
            walk.opinion.isPlain = false
            if words[place].key == "id" || words[place].key == "ill" { walk.reachedSpeaker = true }
        case .condition: walk.opinion.condition = clause
        case .contrast: walk.isOver = true
        case .speaker:
            walk.reachedSpeaker = true
            if isTopic(clause.lowerBound..<place) { walk.isOver = true }
            let dissents = (walk.opinion.stance == .disagree) == walk.turns.isMultiple(of: 2)
            if walk.opinion.stance != .unsure, dissents, saysWhoSpeaks(clause.lowerBound..<place) { walk.isOver = true }
        case .irony:
            walk.opinion.isPlain = false
            // *as if I'd agree with 44*
            if walk.opinion.stance == .agree, words[place].key == "as" { walk.opinion.stance = .disagree }
        case .neutral where leadsOn(place, clause):
            // *we have not seen it work so I disagree*: what is denied before the *so* is the reason.
            if walk.opinion.stance == .agree, walk.turns.isMultiple(of: 2) { walk.opinion.isPlain = false }
            walk.isOver = walk.reachedSpeaker
        case .neutral, .link, .reason, nil: break
        }
    }

    /// What was thought once: turned round where it is over, and else nothing that is thought now.
    private func passPast(_ walk: inout Walk, _ place: Int, _ clause: Range<Int>) {
        guard isOver(after: walk.opinion.range.upperBound), walk.opinion.stance != .unsure,
            !isOthersPast(clause.lowerBound..<place)
        else {
            walk.isOthers = true
            return
        }
        // *last year I would have disagreed* names one past, and turns once.
        if line.startsSmall(place) || line.small[place] != .past, !walk.isPast {
            walk.turns += 1
            walk.isPast = true
        }
        walk.opinion.isPlain = false
    }

    /// A word with a content of its own, or one that leads up to *me*.
    private func passContent(_ walk: inout Walk, _ place: Int, _ clause: Range<Int>) {
        let word = words[place]
        if isPutMe(place) || isBareAm(place, clause) {
            walk.reachedSpeaker = true
        } else if isObliged(place, clause) {
            walk.reachedSpeaker = true
            if walk.opinion.stance == .agree { walk.opinion.isPlain = false }
        } else if walk.opinion.form == .verb, isPastModal(place) {
            passPast(&walk, place, clause)
        } else if isMadeMe(place) {
            walk.reachedSpeaker = true
            walk.opinion.isPlain = false
        } else if walk.reachedSpeaker, isNothing(place) {
            walk.turns += 1
        } else if word.key == "were", opensClause(place, clause) {
            walk.opinion.isPlain = false
        } else if Self.regrets.contains(word) {
            // *with regret I disagree* is no less a disagreement.
            if walk.opinion.stance == .agree, walk.turns % 2 == 0 { walk.opinion.isPlain = false }
        } else if word.isMark {
            return
        } else if PositionReader.anybody.contains(word) {
            walk.opinion.isPlain = false
            walk.reachedSpeaker = true
        } else if word.key.hasSuffix("ly"), !walk.reachedSpeaker {
            // *respectfully disagree*, *violently agree*: how, and not whose.
            if walk.opinion.stance == .agree { walk.opinion.isPlain = false }
        } else if !PositionReader.adverbs.contains(word) {
            passOther(&walk, place, clause)
        }
    }

    private func passOther(_ walk: inout Walk, _ place: Int, _ clause: Range<Int>) {
        let opinion = walk.opinion
        let mayTurn = isOver(after: opinion.range.upperBound) && opinion.stance != .unsure
        if words[place].key == "did", opinion.form == .verb {
            // *I did agree with 56, till I saw where it went*
            walk.opinion.isPlain = false
            if mayTurn { walk.turns += 1 }
        } else if PositionReader.arrivals.contains(words[place]), opinion.form == .verb {
            walk.opinion.isPlain = false
            if mayTurn { walk.turns += 1 } else if !walk.reachedSpeaker { walk.isOthers = true }
        } else if isVerdict(opinion, after: place, in: clause) {
            walk.opinion.isPlain = false
        } else if finder.match(at: place) != nil {
            // *I told Farah I agree with 15*
            if opinion.stance == .agree, Self.telling.contains(words.key(place - 1)) { walk.opinion.isPlain = false }
            walk.isOver = true
        } else if ["nah", "no", "nope"].contains(words[place].key), walk.turns == 1,
            opinion.stance == .agree
        {
            // *Nah don't agree with that*
            walk.isOver = true
        } else if isEarlierOpinion(place, clause) {
            // *I couldn't decide I agree*: what stands before, with no *and* between, is about this opinion.
            let isApart = (place..<opinion.range.lowerBound).contains {
                line.small[$0] == .joint || line.small[$0] == .contrast
            }
            if !isApart { walk.opinion.isPlain = false }
            walk.isOver = true
        } else {
            let isSomebodys = opinion.form == .verb || line.small[clause.lowerBound] == nil
            if !walk.reachedSpeaker, isSomebodys { walk.isOthers = true }
            walk.opinion.isPlain = false
        }
    }

    /// *we're never going to agree on 14*, and not *Ann and Len were agreed on 14*.
    private func opensClause(_ place: Int, _ clause: Range<Int>) -> Bool {
        (clause.lowerBound..<place).allSatisfy {
            line.small[$0] == .neutral || line.small[$0] == .contrast || line.small[$0] == .joint
        }
    }

    private static let telling = WordSet("told tell telling assured promised")
    private static let adverbs = WordSet(
        """
        remain stay stand
        are ever able be now hereby therefore always also already
        finally still nonetheless nevertheless down rather somewhat
        """)
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

    func isEarlierOpinion(_ place: Int, _ clause: Range<Int>) -> Bool {
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
        // *the day I agree with 14 is the day I retire*
        if words.key(opinion.range.lowerBound - 2) == "day",
            line.has(.speaker, in: opinion.range.lowerBound - 1..<opinion.range.lowerBound)
        {
            opinion.stance = .disagree
            opinion.isPlain = false
            return opinion
        }
        guard turns > 0, !isUtmost(opinion) else { return opinion }
        // *disagree* turned is not yet agreement, and two turns are never plain.
        if turns > 1 || opinion.stance != .agree { opinion.isPlain = false }
        if turns % 2 == 1 {
            switch opinion.stance {
            case .agree: opinion.stance = .disagree
            case .disagree:
                let clause = line.clauses[opinion.clause]
                opinion.stance = isDistanced(clause.lowerBound..<opinion.range.lowerBound) ? .unsure : .agree
            case .unsure: break
            }
        }
        return opinion
    }
}
