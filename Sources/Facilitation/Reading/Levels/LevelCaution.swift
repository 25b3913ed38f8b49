// What takes a yes back although no word of refusing is in it: a condition, a demand, a wish that could not be met, a stage
// that is denied.
extension LevelReader {
    // MARK: Conditions

    /// The condition on a yes; one inside its reason, as in *because it depends on staff time*, is none.
    func openCondition(_ cue: Cue) -> Int? {
        if let lack = line.all.first(where: isInversion) { return lack }
        if let day = line.levels.lazy.compactMap({ dayWaitedFor(after: $0.range.upperBound) }).first { return day }
        if let means = line.all.first(where: isPermitted) { return means }
        let tail = reasonWord(after: cue.range.upperBound) ?? words.count
        return line.all.first { index in
            guard line.small[index] == .condition, !words[index].isQuoted, !isMild(index) else { return false }
            if cue.level == .reservation, isToldOfWorry(index, after: cue.range) { return false }
            if isToldOfThePast(index, before: cue.range.lowerBound) { return false }
            if index > 0, line.startsSmall(index) == false { return false }
            guard index > tail else { return true }
            return words[index - 1].isMark || line.small[index - 1] == .contrast
        }
    }

    /// *I was talked into it once and it cost us. Support all the same*: a sentence of its own about what has been.
    private func isToldOfThePast(_ index: Int, before yes: Int) -> Bool {
        let end = line.sentenceEnd(index)
        guard end < yes else { return false }
        let start = (0..<index).last { Words.endsSentence(words[$0]) }.map { $0 + 1 } ?? 0
        return line.has(.past, in: start..<end)
    }

    private static let moments = WordSet("day minute moment second week month year hour")

    /// *I will support it the day the bus runs past six*
    private func dayWaitedFor(after end: Int) -> Int? {
        (end..<max(end, min(end + 4, words.count - 2))).first { index in
            words[index].key == "the" && Self.moments.contains(words[index + 1])
                && (end..<index).allSatisfy { Self.ownObjects.contains(words[$0]) || line.small[$0] == .neutral }
                && words.at(index + 2)?.kind == .word && line.small[index + 2] != .negation
        }
    }

    /// The *because* or *since* that follows a yes in the same sentence.
    private func reasonWord(after end: Int) -> Int? {
        let sentence = line.sentenceEnd(end)
        return line.first(.reason, in: end..<max(end, sentence)).flatMap { index in
            (end..<index).allSatisfy {
                line.small[$0] != nil || words[$0].isMark || Self.ownObjects.contains(words[$0])
            }
                ? index : nil
        }
    }

    private static let pointsInTime = WordSet("when whenever after before until till depends depending once")

    /// *since Tuesdays are when the farmers are in*: a time that is told of, and not waited for.
    func isPointInTime(_ index: Int) -> Bool { Self.pointsInTime.contains(words[index]) }

    private static let forecasting = WordSet("will well itll theyll well wont shall would wouldnt")

    /// *support it, though if it's unfunded we'll look daft*: a warning beside the yes; the speaker's own yes stays.
    func isForecast(_ condition: Int, after yes: Range<Int>) -> Bool {
        guard words[condition].key == "if", condition > yes.upperBound, line.small[condition - 1] == .contrast,
            words.key(condition - 1) != "but"
        else { return false }
        let rest = condition + 1..<line.sentenceEnd(condition)
        return rest.contains { Self.forecasting.contains(words[$0]) }
            && !rest.contains { line.small[$0] == .speaker || words[$0].key == "ill" || words[$0].key == "id" }
    }

    private static let demands = WordSet(
        """
        add alter amend ask bring change cut delete drop fix find fund get give guarantee include keep leave let lose
        make move name promise prove publish put remove replace reword rewrite say show soften sort specify spell
        strike swap take tell tighten write convince persuade commit ringfence pay explain bin ditch scrap wait hold
        """)
    /// *Could we say 2035? Then I'm full*
    private static let requests = WordSet("could can would shall may what how")
    private static let betweenDemandAndYes = WordSet(
        """
        then id ill im you youve have youll its it would will can could be my i am youd
        """)

    /// *Take out the date and I'm in*: a demand, and a yes that waits for it.
    func askBefore(_ yes: Range<Int>) -> Range<Int>? {
        var place = yes.lowerBound - 1
        while place > 1,
            Self.betweenDemandAndYes.contains(words[place]) || line.small[place] == .neutral
                || line.small[place] == .speaker
        { place -= 1 }
        var joint = place
        if joint > 1, words[joint].isMark, words.key(joint + 1) == "then" || words[joint].key == "," { joint -= 1 }
        guard place > 1 else { return nil }
        let isJoined = line.small[place] == .joint && words[place].key != "or" || joint < place
        guard isJoined else { return nil }
        let start = (0..<place).last { Words.endsSentence(words[$0]) }.map { $0 + 1 } ?? 0
        let lead = (start..<place).first {
            line.small[$0] != .neutral && line.small[$0] != .contrast && !words[$0].isMark
                && line.names.match($0) == nil
        }
        guard let lead, place - lead > 1,
            Self.demands.contains(words[lead])
                || words[place].isMark("?") && Self.requests.contains(words[lead]),
            LevelWords.table.match(words, at: lead) == nil, !takesOwnAnswerBack(lead..<place)
        else { return nil }
        return lead..<place
    }

    private static let wishes = WordSet(
        "like love want wanted hoped hoping tried meant wish wished ready nearly almost")

    /// *I'd like to support it but my union has not met*: a wish, and what stands against it.
    func frustration(_ yes: Range<Int>) -> Int? {
        let clause = line.clauses.first { $0.contains(yes.lowerBound) } ?? yes
        guard (clause.lowerBound..<yes.lowerBound).contains(where: { Self.wishes.contains(words[$0]) }),
            let but = line.first(.contrast, in: yes.upperBound..<words.count), but < words.count - 1,
            !line.levels.contains(where: { hit in
                guard hit.range.lowerBound > but, case .level(let level, _) = hit.meaning else { return false }
                return level.supports
            })
        else { return nil }
        return but
    }

    /// *nothing would make me support it*: the yes right after a refusal is what is refused.
    func mergeRefused(_ cues: inout [Cue]) {
        var merged: [Cue] = []
        for cue in cues {
            if let last = merged.last, !last.level.supports, cue.level.supports,
                cue.range.lowerBound == last.range.upperBound
            {
                merged[merged.count - 1].range = last.range.lowerBound..<cue.range.upperBound
            } else {
                merged.append(cue)
            }
        }
        cues = merged
    }

    /// *moving from cannot yet to support*: what was said before stands no more.
    func dropFormer(_ cues: inout [Cue]) {
        guard cues.count > 1 else { return }
        let all = cues
        cues.removeAll { cue in
            var place = cue.range.lowerBound - 1
            if place >= 0, ["a", "an", "my"].contains(words[place].key) { place -= 1 }
            guard place >= 0, words[place].key == "from" else { return false }
            return all.contains { other in
                other.range.lowerBound > cue.range.lowerBound
                    && (cue.range.upperBound..<other.range.lowerBound).contains { words[$0].key == "to" }
            }
        }
    }

    /// *support (just)*
    func isOnlyJust(after end: Int) -> Bool {
        var place = end
        while place < words.count, words[place].isMark || words[place].key == "only" { place += 1 }
        guard ["just", "barely"].contains(words.key(place)) else { return false }
        return words.at(place + 1)?.isMark ?? true
    }

    /// *support the principle, not the date*: a part that is left out.
    func deniesPart(after end: Int) -> Bool {
        let sentence = line.sentenceEnd(end)
        return line.clauses.contains { clause in
            clause.lowerBound > end && clause.lowerBound < sentence && words[clause.lowerBound].key == "not"
                && clause.count > 1
                && !["that", "before", "a", "least", "because", "only", "just"]
                    .contains(words.key(clause.lowerBound + 1))
                && !line.levels.contains { $0.range.overlaps(clause) }
        }
    }

    private static let leavingOut = WordSet("minus excluding excepting omitting barring")

    /// *support, minus the date*
    func leavesOut(after end: Int) -> Bool {
        (end..<max(end, line.sentenceEnd(end))).contains { Self.leavingOut.contains(words[$0]) }
    }

    private static let ideas = WordSet(
        """
        idea principle concept notion thought sentiment aspiration direction spirit intention intent ambition gist
        whatever whoever whichever sake
        """)
    private static let telling = WordSet("said says wrote put suggested suggests proposed proposes meant thinks typed")
    private static let subjects = WordSet("it we they there she he its theres theyre were")

    /// *With some reluctance, support*: nothing but small words stands before the yes, and one of them weakens it.
    func followsHedge(_ clause: Range<Int>) -> Bool {
        guard let place = line.clauses.firstIndex(of: clause), place > 0 else { return false }
        let before = line.clauses[place - 1]
        return line.has(.hedge, in: before)
            && before.allSatisfy { line.small[$0] != nil || words[$0].kind == .emoji }
    }

    /// *support the idea*, *agreed it needs work*, *support Lee*, *support 14*: a yes to something near the proposal.
    private static let persons = WordSet("you her him them")

    func isLessThanPlain(after yes: Range<Int>, _ clause: Range<Int>) -> Bool {
        let end = yes.upperBound
        let near = end..<max(end, min(clause.upperBound, end + 4))
        if near.contains(where: { Self.ideas.contains(words[$0]) && words.key($0 - 1) != "in" }) { return true }
        if words.at(end)?.isMark == true, Self.ideas.contains(words.key(end + 1)) { return true }
        let last = words[end - 1].key
        // *fully behind you, get well soon*: it is said to somebody, and not of the proposal.
        if last == "behind", Self.persons.contains(words.key(end)) || line.names.match(end) != nil { return true }
        // *no objection at this stage*, *that one has my vote*
        if near.contains(where: { words[$0].key == "stage" && words.key($0 - 1) == "this" }) { return true }
        if yes.count > 1, words.key(yes.lowerBound - 1) == "one" { return true }
        // *support what Lee said*
        let said = end..<max(end, min(clause.upperBound, end + 6))
        if said.contains(where: { Self.telling.contains(words[$0]) }),
            said.contains(where: { line.names.match($0) != nil })
        {
            return true
        }
        if last == "agree" || last == "agreed" {
            let next = words.key(end) == "that" ? end + 1 : end
            if near.contains(next), Self.subjects.contains(words[next]) { return true }
        }
        // *agreed, let's take the break first*, *agreed on Una's order*
        if last == "agreed",
            words.key(end + 1) == "lets" || words.key(end) == "on" && line.names.match(end + 1) != nil
        {
            return true
        }
        if last == "agreed", ArrangementReader(line: line).saysSomethingElse(after: end) { return true }
        guard let next = words.at(end), !next.isMark else { return false }
        if let number = next.integer, line.context.statements.find(number) != nil { return true }
        guard last != "agreed", let named = line.names.match(end) else { return false }
        // *I support Lee doing this* is about the proposal.
        let after = words.key(named.range.upperBound)
        return named.people.contains { $0.id != line.context.speaker.id } && !after.hasSuffix("ing") && after != "as"
    }

    static let thirdParties = WordSet(
        """
        public residents others them everyone anyone anybody everybody staff patients people tenants unions neighbours
        communities community room rest floor
        """)
    private static let finite = WordSet("is are was were would will has have needs matters helps comes")
    private static let passing = WordSet("agreed adopted approved passed accepted ahead forward through")
    private static let afterBack = WordSet("to in on at up from by then soon after before home again")

    /// *no objection from residents*, *no objection to Lee joining us*, *I can back that up*: about somebody or something else.
    func isAboutAnother(after yes: Range<Int>, _ clause: Range<Int>) -> Bool {
        let end = yes.upperBound
        if words[end - 1].key == "agreed", ArrangementReader(line: line).follows(end) { return true }
        guard end < clause.upperBound else { return false }
        if let last = clause.last, ["what", "whom", "who"].contains(words[last].key), last >= end { return true }
        if words[end - 1].key == "back", Self.afterBack.contains(words[end]) || words.key(end + 1) == "up" {
            return true
        }
        let rest = end + 1..<max(end + 1, clause.upperBound)
        if words[end].key == "from" {
            if ["me", "us", "my", "mine", "our"].contains(words.key(end + 1)) { return false }
            let who = ["the", "any", "our", "all"].contains(words.key(end + 1)) ? end + 2 : end + 1
            if let word = words.at(who), Self.thirdParties.contains(word), words.key(who + 1) != "health" {
                return true
            }
            if let named = line.names.match(end + 1), named.people.allSatisfy({ $0.id != line.context.speaker.id }) {
                return true
            }
            let part = rest.prefix {
                line.small[$0] != .joint && line.small[$0] != .reason && line.small[$0] != .contrast
            }
            return part.contains { Self.finite.contains(words[$0]) } && !line.has(.speaker, in: rest)
        }
        guard words[end].key == "to", ["objection", "objections"].contains(words[end - 1].key) else { return false }
        return rest.dropFirst().contains {
            words[$0].key.hasSuffix("ing") && words[$0].key != "wording" && !Self.passing.contains(words.key($0 + 1))
                && words[$0].key.count > 4
        }
    }

    private static let othersAsked = WordSet(
        """
        anybody anyone everyone everybody somebody someone people others we you they folks
        """)

    /// *does anybody object*, *any objections*
    var asksOthers: Bool {
        // *any objection if I eat my sandwich*
        if words.key(0) == "any", words.key(1).hasPrefix("objection"), line.wordCount > 2 { return true }
        guard TalkReader(line: line).startsLikeQuestion, line.wordCount <= 10, !line.has(.speaker, in: line.all),
            ownAnswerToQuestion() == nil,
            let first = words.all.firstIndex(where: { $0.kind == .word })
        else { return false }
        return words[first].key == "any" || words[first].key == "who" || words[first].key == "whos"
            || (first..<min(words.count, first + 4)).contains { Self.othersAsked.contains(words[$0]) }
    }

    /// *so are we agreed or not*: a question without its mark.
    var asksTheRoom: Bool {
        guard TalkReader(line: line).startsLikeQuestion,
            let first = words.all.firstIndex(where: { $0.kind == .word })
        else { return false }
        return LevelWords.table.match(words, at: first) == nil && !line.has(.speaker, in: line.all)
            && !["can", "could", "any", "has", "did"].contains(words[first].key)
    }

    // MARK: Answers named as such

    private static let putFillers = WordSet("a an as for down in to the with firm")
    private static let puts = WordSet("put mark count record log show note make register have")

    /// *put me as abstaining*, *mark me down as a no*.
    func isPut(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound - 1
        while place > 0, Self.putFillers.contains(words[place]) { place -= 1 }
        return place > 0 && words[place].key == "me" && Self.puts.contains(words[place - 1])
    }

    private static let answerNouns = WordSet(
        "answer vote support level mine yes no objection abstention block position")

    /// *change my support to a block*: about the speaker's own answer, and no correction of words.
    var changesAnswer: Bool {
        if line.wordCount <= 6,
            let meant = words.all.firstIndex(where: { ["meant", "typo", "correction"].contains($0.key) })
        {
            let next = (meant + 1..<words.count).first {
                !words[$0].isMark && !["to", "say", "put", "a"].contains(words[$0].key)
            }
            if let next, let hit = LevelWords.table.match(words, at: next), case .level = hit.meaning { return true }
        }
        return line.words.all.indices.dropLast().contains { index in
            ["change", "switch", "move", "amend", "update"].contains(words[index].key)
                && (words[index + 1].key == "my" && Self.answerNouns.contains(words.key(index + 2))
                    || words[index + 1].key == "mine" && line.context.test != nil
                    || words[index + 1].key == "me" && words.key(index + 2) == "to")
        }
    }

    /// *Take out the date and I'm in*, typed by somebody who is asked for a level.
    var demandsFirst: Bool {
        line.levels.contains { hit in
            guard case .level(let level, _) = hit.meaning, level.supports else { return false }
            return askBefore(hit.range) != nil
        }
    }

    // MARK: A stage under test

    private static let tooMuch = WordSet(
        """
        generous stretch optimistic flattering flatters kind fib lie joke fiction fantasy nonsense rubbish wishful
        daydream exaggeration overstated high strong wrong
        """)

    /// *We're nowhere near Established*, *Established is generous*: about the position under test.
    func stageDenial(_ cues: [Cue]) -> Answer? {
        guard let test = line.context.test, test.kind == .position else { return nil }
        let names = line.context.ladder.stageNames
        guard let stage = names.first(in: Words(test.text)) else { return nil }
        for index in line.all where !words[index].isMark && !words[index].isQuoted {
            guard let found = names.match(words, at: index), found.id == stage else { continue }
            let clause = line.clauses.first { $0.contains(index) } ?? found.range
            let yes = cues.last { $0.level.supports }
            if cues.contains(where: { !$0.level.supports }) { return nil }
            let before = clause.lowerBound..<index
            if isReportedStage(before) {
                return deniesReport(after: found.range.upperBound) ? answer(.cannotYet, true, found.range) : nil
            }
            let isDenied =
                line.has(.negation, in: before)
                || StageWords.table.all(in: words, before).contains {
                    if case .past = $0.meaning { true } else { false }
                }
            if isDenied, yes == nil, !line.endsInQuestion, line.wordCount > 2 {
                return answer(.cannotYet, true, found.range)
            }
            let after = found.range.upperBound..<max(found.range.upperBound, clause.upperBound)
            if after.contains(where: { Self.tooMuch.contains(words[$0]) }), !line.has(.negation, in: after) {
                let because = line.reason(clause)
                let why = [words.slice(clause)]
                if let yes {
                    return Answer(level: .reservation, isPlain: yes.isPlain, because: because, why: why)
                }
                return Answer(level: .cannotYet, isPlain: false, because: because, why: why)
            }
            if yes == nil, words.at(found.range.upperBound)?.isMark("?") == true,
                words.count > found.range.upperBound + 3
            {
                return Answer(level: .cannotYet, isPlain: false, because: "", why: [words.slice(found.range)])
            }
        }
        return nil
    }
}
