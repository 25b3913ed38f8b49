// Opinions that are turned by what stands first: a denial with the verb before its speaker, an agreement put at a
// distance, words that are put off, a denial that another clause says again.
extension PositionReader {
    // MARK: A denial that stands first

    private static let inverting = WordSet("do did can could would will shall have had am might may must should are")
    private static let fronted = WordSet("neither none nor nothing nowhere never no not nobody hardly scarcely barely")
    private static let soft = WordSet("hardly scarcely barely")
    private static let addingTo = WordSet("only just merely simply sooner wonder")
    private static let betweenSpeakerAndVerb = WordSet("ever be been find myself able go stand feel see way remotely")

    /// *Neither 14 nor 15 do I agree with*, *At no point can I agree with Una*: only a denial, or an *only*, puts the
    /// verb before its speaker.
    func frontedDenial(_ opinion: Opinion) -> Opinion? {
        guard opinion.stance == .agree else { return nil }
        let high = opinion.range.lowerBound
        guard let verb = invertedVerb(before: high), !line.isQuestion(at: high) else { return nil }
        let start = (0..<verb).last { Words.endsSentence(words[$0]) || line.small[$0] == .contrast }.map { $0 + 1 } ?? 0
        let lead = start..<verb
        guard
            let denial = lead.first(where: {
                Self.fronted.contains(words[$0]) && !words[$0].isQuoted && line.small[$0] != .neutral
                    && line.small[$0] != .condition && !Self.addingTo.contains(words.key($0 + 1))
            }), !line.has(.speaker, in: lead), !line.has(.condition, in: lead)
        else { return nil }
        var opinion = opinion
        opinion.isPlain = opinion.isPlain && !Self.soft.contains(words[denial])
        // *Never have I agreed more with Una*
        let saysMore = (high..<line.sentenceEnd(high)).contains { words[$0].key == "more" }
        guard !saysMore else {
            opinion.isPlain = false
            return opinion
        }
        opinion.stance = line.has(.negation, in: verb..<high) ? .unsure : .disagree
        opinion.isPlain = opinion.isPlain && opinion.stance == .disagree
        opinion.condition = nil
        return opinion
    }

    /// *do* of *do I agree*: the verb that stands before its speaker.
    private func invertedVerb(before high: Int) -> Int? {
        var place = high - 1
        while place > 1, line.small[place] != .speaker, line.small[place] != .group {
            guard
                line.small[place] != nil && line.small[place] != .contrast
                    || Self.betweenSpeakerAndVerb.contains(words[place]) || words[place].key.hasSuffix("ly")
            else { return nil }
            place -= 1
        }
        guard place > 1, line.small[place] == .speaker || line.small[place] == .group,
            Self.inverting.contains(words[place - 1])
        else { return nil }
        return place - 1
    }

    // MARK: An agreement at a distance

    /// *can't say that I agree* and *won't pretend that I agree* deny more than that, and are told elsewhere.
    private static let distancing = WordSet("not isnt aint wasnt doesnt didnt never")
    private static let distances: [[WordKey]] = [
        ["as", "though"], ["as", "if"], ["that"], ["because"], ["to", "say"], ["like"], ["mean"], ["cos"],
        ["saying"], ["follow", "that"],
    ]

    /// *It isn't as though I agree with Una*, *not because I agree*, *that doesn't mean I agree*: no stance
    /// is taken yet.
    func distancedAgreement(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        let high = opinion.range.lowerBound
        guard opinion.stance == .agree, opinion.form != .judgement, clause.lowerBound < high else { return nil }
        for denial in clause.lowerBound..<high where Self.distancing.contains(words[denial]) && !words[denial].isQuoted
        {
            for said in Self.distances where said.indices.allSatisfy({ words.key(denial + 1 + $0) == said[$0] }) {
                let rest = denial + 1 + said.count
                guard rest < high, line.has(.speaker, in: rest..<high) || line.has(.group, in: rest..<high),
                    // *I do not say that I do: I know that I agree* has words of its own between.
                    (rest..<high).allSatisfy({ line.small[$0] != nil || words[$0].key.hasSuffix("ly") })
                else { continue }
                var opinion = opinion
                opinion.stance = .unsure
                opinion.isPlain = false
                return opinion
            }
        }
        return nil
    }

    // MARK: Said again, and put off

    private static let again = WordSet("will shall have do")

    /// *Never agreed with 14, never will*: a denial that holds for now as well.
    func neverHasNorWill(_ opinion: Opinion) -> Bool {
        guard opinion.stance == .unsure, words[opinion.range.lowerBound].key == "never" else { return false }
        let end = opinion.range.upperBound
        return (end..<max(end, line.sentenceEnd(end))).contains { index in
            ["never", "nor"].contains(words[index].key) && Self.again.contains(words.key(index + 1))
                || words[index].key == "still" && ["dont", "do"].contains(words.key(index + 1))
        }
    }

    private static let puttingOff: [[WordKey]] = [
        ["ask", "me"], ["come", "back", "to", "me"], ["get", "back", "to", "me"], ["try", "me"],
    ]
    private static let wanting = WordSet("need want like prefer")

    /// *14 ask me tomorrow*, *on Una's I'd need the figures first*: no opinion before then.
    func putOff(_ clause: Range<Int>, _ number: Int) -> Group? {
        var place = clause.lowerBound
        while place < clause.upperBound,
            line.small[place] == .link || line.small[place] == .joint
                || line.small[place] == .neutral || line.small[place] == .contrast
        { place += 1 }
        guard place < clause.upperBound, !words[place].isQuoted else { return nil }
        let entry = words[place].kind == .number ? words[place].integer : nil
        let isNumber = entry.map(line.context.statements.has) ?? false
        let bare = isNumber ? entry.map(numbered(place)) : nil
        guard let named = finder.match(at: place) ?? bare, named.kind != .deictic else { return nil }
        let next = named.range.upperBound
        guard next < clause.upperBound, isPutOff(next, clause) || isWantedFirst(next, clause) else { return nil }
        let saysWhat = isWantedFirst(next, clause)
        let range = saysWhat ? next..<next : next..<clause.upperBound
        let opinion = Opinion(
            stance: .unsure, isPlain: true, form: .phrase, hasObject: true, condition: nil, range: range,
            clause: number)
        return Group(opinion: opinion, references: [named], end: range.upperBound)
    }

    private func numbered(_ place: Int) -> (Int) -> Reference {
        { Reference(kind: .number, targets: [$0], isClear: true, range: place..<place + 1) }
    }

    private func isPutOff(_ next: Int, _ clause: Range<Int>) -> Bool {
        clause.upperBound - next <= 7
            && Self.puttingOff.contains { said in said.indices.allSatisfy { words.key(next + $0) == said[$0] } }
    }

    private func isWantedFirst(_ next: Int, _ clause: Range<Int>) -> Bool {
        guard let last = clause.last, words[last].key == "first", last > next else { return false }
        let verb = words[next].key == "id" ? next + 1 : next + 2
        return (words[next].key == "id" || line.small[next] == .speaker) && verb < last
            && Self.wanting.contains(words[verb])
    }

    private static let sides = WordSet("with against on to about")
    private static let lacking = WordSet("no nothing little")
    private static let quarrels = WordSet(
        "quarrel argument problem issue dispute disagreement difficulty complaint complaints objection quibble beef")
    private static let holding = WordSet("have had find see take got ive hold")

    /// *With 14 I have no quarrel*: as good as a yes, and asked about.
    func noQuarrel(_ clause: Range<Int>, _ number: Int) -> Group? {
        var place = clause.lowerBound
        while place < clause.upperBound, line.small[place] == .joint || line.small[place] == .neutral { place += 1 }
        guard place + 1 < clause.upperBound, Self.sides.contains(words[place]), !words[place].isQuoted,
            case let references = named(from: place + 1, in: clause), let named = references.last
        else { return nil }
        let end = line.sentenceEnd(place)
        let rest = (named.range.upperBound..<max(named.range.upperBound, min(end, named.range.upperBound + 8)))
        guard let none = rest.first(where: { Self.lacking.contains(words[$0]) }),
            line.has(.speaker, in: rest.lowerBound..<none) || rest.contains(where: { words[$0].key == "ive" }),
            (rest.lowerBound..<none).allSatisfy({
                words[$0].isMark(",") || line.small[$0] == .speaker || line.small[$0] == .neutral
                    || Self.holding.contains(words[$0])
            }),
            rest.contains(where: { $0 > none && $0 <= none + 2 && Self.quarrels.contains(words[$0]) })
                || words[place].key == "against" && words[none].key == "nothing",
            none < clause.upperBound
        else { return nil }
        let opinion = Opinion(
            stance: .agree, isPlain: false, form: .phrase, hasObject: true, condition: nil,
            range: rest.lowerBound..<clause.upperBound, clause: number)
        return Group(opinion: opinion, references: references, end: clause.upperBound)
    }

    /// The numbers and names of a list: *14 and 15*.
    func named(from start: Int, in clause: Range<Int>) -> [Reference] {
        var references: [Reference] = []
        var place = start
        while place < clause.upperBound {
            if let named = finder.match(at: place), named.kind == .number || named.kind == .name {
                references.append(named)
                place = named.range.upperBound
            } else if line.small[place] == .joint, !references.isEmpty {
                place += 1
            } else {
                break
            }
        }
        return references
    }

    // MARK: Whose it is, and how much of it

    private static let whose = WordSet("my our the his her their")

    /// *None of my team would argue with 14* tells of others.
    func isOfOthersAlone(_ opinion: Opinion, _ clause: Range<Int>) -> Bool {
        guard opinion.stance != .unsure,
            let first = clause.first(where: { line.small[$0] != .neutral && line.small[$0] != .contrast }),
            first + 3 < opinion.range.lowerBound, opinion.form == .transitive || opinion.stance == .disagree,
            ["none", "nobody", "few"].contains(words[first].key),
            ["of", "in", "on", "at"].contains(words.key(first + 1))
        else { return false }
        return Self.whose.contains(words.key(first + 2))
            && !line.has(.speaker, in: first + 3..<opinion.range.lowerBound)
    }

    private static let wholes = WordSet("every everything all whole entire entirety each")

    /// *can't go along with every bit of 14*: a part of it may still be agreed with. *I disagree with all of it*
    /// leaves none.
    private func deniesOnlyWhole(_ opinion: Opinion, before rest: Int) -> Bool {
        let low = line.clauses[opinion.clause].lowerBound
        let said = min(low, opinion.range.lowerBound)..<opinion.range.upperBound
        return line.has(.negation, in: said)
            && (opinion.range.upperBound..<max(opinion.range.upperBound, rest)).contains {
                Self.wholes.contains(words[$0]) && words.key($0 - 1) != "at"
            }
    }

    /// A denial of agreeing that waits for something, or that is of the whole alone.
    func weakenDenial(
        _ position: inout Position, _ opinion: Opinion, first: Int, rest: Range<Int>, _ sentence: Range<Int>
    ) {
        if let wait = refusedUnless(position, opinion, sentence) {
            position.stance = .unsure
            position.isPlain = false
            position.because = words.slice(wait..<sentence.upperBound)
        }
        let object = first > opinion.range.lowerBound ? first : rest.lowerBound
        if position.stance == .disagree, deniesOnlyWhole(opinion, before: object) { position.isPlain = false }
    }

    private static let refusing = WordSet("wont cant cannot wouldnt couldnt shant not")
    private static let exceptions = WordSet("unless until till")

    /// *I won't agree with 14 unless somebody shows me the chart*: what the agreement waits for.
    private func refusedUnless(_ position: Position, _ opinion: Opinion, _ sentence: Range<Int>) -> Int? {
        guard position.stance == .disagree, opinion.form == .verb, words[opinion.range.lowerBound].key == "agree",
            (max(0, opinion.range.lowerBound - 4)..<opinion.range.lowerBound).contains(where: {
                Self.refusing.contains(words[$0])
            }), let first = sentence.first, line.small[first] == .condition, Self.exceptions.contains(words[first])
        else { return nil }
        return first
    }

    private static let ofMeeting = WordSet("camera cameras cam mic microphone screen headset webcam picture laptop")

    /// *Delyth, your camera's upside down*: of what somebody sits before, and not of what they said.
    func isOfGadget(_ opinion: Opinion, _ clause: Range<Int>) -> Bool {
        opinion.form == .judgement
            && clause.contains {
                $0 < opinion.range.lowerBound && $0 + 4 > opinion.range.lowerBound
                    && (Self.ofMeeting.contains(words.nameKey($0)) || Self.ofMeeting.contains(words[$0]))
            }
    }

    // MARK: Where a reason begins

    /// *so* in *… so I disagree*
    func leadsOn(_ place: Int, _ clause: Range<Int>) -> Bool {
        ["so", "hence", "therefore"].contains(words[place].key) && place > clause.lowerBound + 1
            && place + 1 < words.count && line.small[place + 1] == .speaker
    }

    private static let pointers = WordSet("it that this them you him her")

    /// *Neither do I agree with*, *so I don't agree with it*: the end of what is about it, and no reason.
    func isOnlyLink(_ rest: Range<Int>) -> Bool {
        guard let first = rest.first, line.small[first] == .link else { return false }
        return rest.allSatisfy {
            line.small[$0] == .link || line.small[$0] == .neutral || words[$0].isMark
                || Self.pointers.contains(words[$0])
        }
    }

    /// *seen nothing to back up 14 so I don't agree with it*: the reason comes first, and *so* leads on from it.
    func reasonBefore(_ group: Group) -> String {
        let clause = line.clauses[group.opinion.clause]
        let high = group.opinion.range.lowerBound
        guard line.positionGroups.count == 1, clause.lowerBound < high,
            let so = (clause.lowerBound..<high).last(where: { ["so", "hence", "therefore"].contains(words[$0].key) }),
            (so + 1..<high).allSatisfy({ line.small[$0] != nil })
        else { return "" }
        guard so == clause.lowerBound else {
            return so - clause.lowerBound > 2 && line.has(.speaker, in: so + 1..<high)
                ? line.reason(clause.lowerBound..<so) : ""
        }
        // *not my patch, so no opinion on 14*: the whole clause before it.
        guard let before = line.clauses.last(where: { $0.upperBound <= so }), before.count > 1,
            !before.contains(where: { finder.match(at: $0) != nil })
        else { return "" }
        return line.reason(before)
    }

    private static let times = WordSet(
        """
        january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday yesterday christmas easter then last about at least summer spring
        autumn winter lockdown covid
        """)

    /// *hasn't been true since January*: a time, and no reason. Where it ends.
    func timeSince(_ rest: Range<Int>) -> Int? {
        guard let first = rest.first, words[first].key == "since", let next = words.at(first + 1),
            Self.times.contains(next) || (1900...2100).contains(next.integer ?? 0)
        else { return nil }
        let end = (first..<words.count).first { words[$0].endsClause } ?? words.count
        return end - first <= 5 ? min(end, rest.upperBound) : nil
    }

    /// *you're mistaken about never, I was in the room*: what the fault is in, up to the mark, and then the reason.
    func pastTopic(_ opinion: Opinion, _ rest: Range<Int>) -> Int {
        guard opinion.form == .judgement || opinion.form == .phrase, let first = rest.first,
            ["about", "on", "regarding", "re"].contains(words[first].key),
            let end = rest.first(where: { words[$0].endsClause }), (2...3).contains(end - first),
            rest.upperBound - end > 3
        else { return rest.lowerBound }
        return end
    }
}

extension Line {
    private static let conceded = WordSet(
        """
        reluctantly grudgingly begrudgingly hesitantly cautiously nervously warily wearily unenthusiastically
        tentatively halfheartedly sadly belatedly narrowly reluctant grudging hesitant cautious nervous wary weary
        lukewarm unenthusiastic unwilling unwillingly barely enthusiastically wholeheartedly gladly happily teeth heart
        reluctance nervousness sigh hesitation
        """)
    private static let beforeConceded = WordSet(
        "not a bit little rather somewhat slightly very with through gritted clenched heavy some great exactly more")

    /// *yes, if reluctantly*: an *if* before how it is said waits for nothing.
    func isConcession(_ index: Int) -> Bool {
        guard words.key(index) == "if" else { return false }
        let end = (index..<words.count).first { words[$0].endsClause } ?? words.count
        guard end - index >= 2, end - index <= 6, Self.conceded.contains(words[end - 1]) else { return false }
        return (index + 1..<end - 1).allSatisfy { Self.beforeConceded.contains(words[$0]) }
    }
}
