// Refusals that lie in the build of a sentence and in no one phrase: a denial after the yes, a name that is withheld, a
// body that cannot, an *I do not* that follows what others do.
extension LevelReader {
    private static let letting = WordSet("let lets allow allows permit permits make makes help helps force have has")

    /// *my conscience will not let me support it*: the speaker is the one who would.
    func isLetMe(_ place: Int) -> Bool {
        ["me", "us"].contains(words[place].key) && Self.letting.contains(words.key(place - 1))
    }

    static let bodies = WordSet(
        """
        function department directorate division undersigned organisation office side conscience heart head gut answer
        practice surgery trust council charity college university federation hospital
        """)

    /// *The Treasury function is unable to…*, *my organisation cannot*: written for the speaker's own body.
    func speaksForBody(_ lead: Range<Int>) -> Bool {
        guard let first = lead.first, ["the", "my", "this", "our"].contains(words[first].key) else { return false }
        return lead.prefix(5).dropFirst().contains { Self.bodies.contains(words[$0]) }
            && !lead.contains { line.names.match($0) != nil }
    }

    private static let outcomes = WordSet("outcome result results decision summary minutes record recorded noted")

    /// *Outcome: agreed*: what a line like the bot's own tells is nobody's answer.
    var tellsOutcome: Bool {
        guard let first = words.all.firstIndex(where: { $0.kind == .word }) else { return false }
        return Self.outcomes.contains(words[first]) && words.at(first + 1)?.isMark(":") == true
    }

    /// *not a yes from me and not a no*
    var saysNeither: Bool {
        // *part of me says yes, part of me says no*
        let parts = words.all.indices.filter { words[$0].key == "part" && words.key($0 + 1) == "of" }
        if parts.count > 1, words.all.contains(where: { $0.key == "yes" }),
            words.all.contains(where: { $0.key == "no" })
        {
            return true
        }
        // *Half yes, half no*
        let halves = words.all.indices.filter { words[$0].key == "half" }.map { words.key($0 + 1) }
        if halves.contains("yes"), halves.contains("no") { return true }
        // *mm, yes and also no*
        if line.wordCount <= 7, words.cues.contains(.levels),
            let yes = words.all.firstIndex(where: { $0.key == "yes" }),
            let no = words.all.lastIndex(where: { $0.key == "no" }), yes < no, words.at(no + 1)?.isMark ?? true,
            (yes + 1..<no).contains(where: { words[$0].key == "and" }),
            (yes + 1..<no).allSatisfy({
                words[$0].isMark(",") || ["and", "also", "then", "again", "a", "bit"].contains(words[$0].key)
            })
        {
            return true
        }
        let isNot: (WordKey) -> Bool = { word in
            self.line.all.contains {
                self.words[$0].key == word && self.words.key($0 - 1) == "a" && self.words.key($0 - 2) == "not"
            }
        }
        return words.cues.contains(.levels) && isNot("yes") && isNot("no")
    }

    private static let granted = WordSet(
        """
        reservation reservations merit some its hesitation misgivings difficulty concerns worries worry risk risks doubt
        doubts qualms regret faults problems
        """)

    private static let openConditions = WordSet("without if when")

    /// *Not without my board*, *not if it costs us*: a refusal that is all condition.
    func isOpenCondition(_ range: Range<Int>) -> Bool {
        range.count == 2 && words[range.lowerBound].key == "not"
            && Self.openConditions.contains(words[range.lowerBound + 1])
    }

    /// *pass the biscuits*, *no view of the sea*, *not without merit*: words that answer by themselves, and not here.
    func isPartOfMore(_ cue: Cue) -> Bool {
        if cue.level == .abstain, !cue.isPlain { return !isWholeClause(cue.range) }
        guard isOpenCondition(cue.range) else { return false }
        let clause = line.clauses.first { $0.contains(cue.range.lowerBound) } ?? cue.range
        guard let next = words.at(cue.range.upperBound), clause.lowerBound == cue.range.lowerBound else { return true }
        // *not if but when*
        return next.isMark || Self.granted.contains(next) || line.small[cue.range.upperBound] == .contrast
    }

    /// *Support, not without pain*
    var addsToYes: Bool {
        line.levels.contains {
            if case .level(let level, _) = $0.meaning { level.supports } else { $0.meaning == .yes }
        }
    }

    private static let beforeBlocks = WordSet("the two three four both these those our their of tower some many all")

    /// *on second thoughts*, *two of the blocks*, *no block from me*: words of answering in another sense.
    func dropIdioms(_ cues: inout [Cue]) {
        // *my members are against and so am I*
        for index in cues.indices where cues[index].level.supports && words[cues[index].range.lowerBound].key == "so" {
            let before = 0..<cues[index].range.lowerBound
            guard before.contains(where: { Self.opposing.contains(words[$0]) }), !line.has(.negation, in: before) else {
                continue
            }
            cues[index] = Cue(level: .cannotYet, isPlain: true, range: cues[index].range)
        }
        cues.removeAll { cue in
            let before = words.key(cue.range.lowerBound - 1)
            switch words[cue.range.upperBound - 1].key {
            case "thoughts": return before == "on"
            case "i" where ["nor", "neither"].contains(words[cue.range.lowerBound].key):
                return (0..<cue.range.lowerBound).contains { Self.opposing.contains(words[$0]) }
            case "blocks": return Self.beforeBlocks.contains(before)
            case "block", "veto":
                return cue.range.count == 1
                    && (before == "no" || before == "nor" || Self.kindsOfBlock.contains(before)
                        || isNameOfBlock(cue.range.upperBound))
            case "blocked" where ["nearly", "almost"].contains(before): return true
            case "blocked":
                let next = cue.range.upperBound
                let isDone = ["my", "the", "our", "a"].contains(words.key(next)) ? isThing(next + 1) : isThing(next)
                return isDone && (cue.range.lowerBound == 0 || !line.has(.speaker, in: 0..<cue.range.lowerBound))
            case "reservation":
                // *at the hotel*; not *at this stage*, *at the moment*
                if ["at", "for"].contains(words.key(cue.range.upperBound)), isHour(cue.range.upperBound + 1) {
                    return true
                }
                return words.key(cue.range.upperBound) == "at" && words.key(cue.range.upperBound + 1) == "the"
                    && !Self.moments.contains(words.key(cue.range.upperBound + 2))
            case "abstain", "abstaining":
                return words.key(cue.range.upperBound) == "from" && isThing(cue.range.upperBound + 1)
            default: return false
            }
        }
    }

    /// *tower block*, *writer's block*
    private static let kindsOfBlock = WordSet(
        "tower writers road mental stumbling building office toilet breeze starting cell apartment accommodation")
    private static let hours = WordSet("one two three four five six seven eight nine ten eleven twelve noon half")

    /// *a reservation at seven*
    private func isHour(_ index: Int) -> Bool {
        guard let word = words.at(index) else { return false }
        return Self.hours.contains(word) || word.kind == .number
    }

    private static let moments = WordSet("moment end minute start least time present")
    private static let voting = WordSet(
        "voting answering deciding commenting judging rating judgement judgment vote decision")

    /// *blocked road*, *abstain from coffee*: a word with a sense of its own, that is not of this test.
    private func isThing(_ index: Int) -> Bool {
        guard let word = words.at(index), word.kind == .word, line.small[index] == nil else { return false }
        return !Self.voting.contains(word) && !LevelReader.ownObjects.contains(word) && line.names.match(index) == nil
    }

    private static let afterBlock = WordSet("booking bookings booked grant grants funding contract contracts of")

    /// *block C, second floor*, *block booking*: a building, or another sense.
    private func isNameOfBlock(_ next: Int) -> Bool {
        guard let word = words.at(next), word.kind == .word || word.kind == .number else { return false }
        if Self.afterBlock.contains(word) { return true }
        // *Block C is round the back*, *block 7*; not *block 40*, where that is the proposal.
        if word.kind == .number { return !word.hasHash && word.integer != line.context.test?.entry }
        guard word.key.count == 1, word.key != "i" else { return false }
        return word.isCapital || word.key != "a" && (words.at(next + 1)?.isMark ?? true)
    }

    private static let ways = WordSet("way road path")
    private static let hindering = WordSet("stand get be standing getting being")

    /// *I'm not going to stand in anyone's way*
    func staysOutOfWay() -> Range<Int>? {
        for place in line.all where Self.hindering.contains(words[place]) {
            guard words.key(place + 1) == "in", line.has(.negation, in: max(0, place - 5)..<place),
                let way = (place + 2..<max(place + 2, min(place + 5, words.count)))
                    .first(where: { Self.ways.contains(words[$0]) }), way >= place + 3
            else { continue }
            return (line.first(.negation, in: max(0, place - 5)..<place) ?? place)..<way + 1
        }
        return nil
    }

    /// *we cannot, on these figures, support the aim*: the denial stands before what is put in between.
    func isDeniedAcross(_ clause: Range<Int>, _ cue: Int) -> Bool {
        guard clause.lowerBound > 3, words[clause.lowerBound - 1].key == ",",
            (clause.lowerBound..<cue).allSatisfy({ line.small[$0] == .neutral && !Self.following.contains(words[$0]) })
        else { return false }
        return line.clauses.contains { before in
            guard let last = before.last, before.upperBound < clause.lowerBound, Self.denials.contains(words[last]),
                line.sentenceEnd(last) == line.sentenceEnd(cue), before.count <= 6
            else { return false }
            return line.has(.speaker, in: before) || line.has(.group, in: before)
        }
    }

    private static let lacking = WordSet("without minus less")

    /// *I'd support it without the word "any"*: what would have to go first.
    func isSupposed(_ yes: Range<Int>) -> Range<Int>? {
        let clause = line.clauses.first { $0.contains(yes.lowerBound) } ?? yes
        let would = (clause.lowerBound..<yes.upperBound).contains { ["id", "would", "could"].contains(words[$0].key) }
        guard would,
            let lack = (yes.upperBound..<max(yes.upperBound, clause.upperBound)).first(where: {
                Self.lacking.contains(words[$0])
            }), lack <= yes.upperBound + 3,
            !["hesitation", "reservation", "reservations", "question", "doubt", "a", "condition", "qualms"]
                .contains(words.key(lack + 1))
        else { return nil }
        return lack..<line.sentenceEnd(lack)
    }

    private static let inThought = WordSet("principle theory paper spirit")
    private static let inDeed = WordSet("practice reality detail details fact")

    private static let limiting = WordSet("at for with by on in without")

    /// *not at fifty thousand. at a hundred, yes*: as it stands the answer is no.
    func refusesAtFirst(before yes: Range<Int>) -> Bool {
        words[0].key == "not" && words.at(1).map(Self.limiting.contains) == true && words.key(2) != "all"
            && line.sentenceEnd(0) < yes.lowerBound
    }

    private static let amounts = WordSet("plenty lots loads many several some serious strong a")
    private static let aboutPart = WordSet("to about with")

    /// *No objection in principle, plenty in practice*, *No objection to the young people, plenty to the vote*
    func deniesInPractice(after end: Int) -> Bool {
        let rest = end..<line.sentenceEnd(end)
        if words[end - 1].key.hasSuffix("objection") || words[end - 1].key.hasSuffix("objections"),
            let clause = line.clauses.first(where: { $0.lowerBound > end && $0.upperBound <= rest.upperBound }),
            Self.amounts.contains(words[clause.lowerBound]),
            clause.prefix(4).dropFirst().contains(where: { Self.aboutPart.contains(words[$0]) })
        {
            return true
        }
        guard let thought = rest.first(where: { Self.inThought.contains(words[$0]) }), thought <= end + 2 else {
            return false
        }
        return rest.contains { $0 > thought && Self.inDeed.contains(words[$0]) && words.key($0 - 1) == "in" }
    }

    /// *happy I am not*
    private func endsInDenial(_ end: Int, _ clause: Range<Int>) -> Bool {
        let rest = end..<max(end, clause.upperBound)
        guard (2...4).contains(rest.count), let last = rest.last, Self.denials.contains(words[last]),
            line.has(.speaker, in: rest) || line.has(.group, in: rest)
        else { return false }
        return rest.allSatisfy {
            line.small[$0] == .speaker || line.small[$0] == .group || line.small[$0] == .neutral
                || line.small[$0] == .negation
        }
    }

    static let nothings = WordSet("nothing none neither nowt nought nobody")
    private static let betweenYesAndNothing = WordSet("to with in of about here that it from")

    /// *I can agree to nothing until Monday*, *support in nothing but name*: the denial comes after the yes.
    func isDeniedAfter(_ end: Int, _ clause: Range<Int>) -> Bool {
        if endsInDenial(end, clause) { return true }
        var place = end
        while place < clause.upperBound, place < end + 3, Self.betweenYesAndNothing.contains(words[place]) {
            place += 1
        }
        guard place < clause.upperBound, Self.nothings.contains(words[place]) else { return false }
        // *support it, nothing to add*, *support nothing more needed*
        return !["to", "more", "further", "against", "else"].contains(words.key(place + 1))
    }

    /// *not being funny but no*: a no that closes a clause, right after a *but*.
    func isClosingNo(_ range: Range<Int>) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(range.lowerBound) }),
            range.upperBound == clause.upperBound, range.lowerBound > clause.lowerBound
        else { return false }
        return line.small[range.lowerBound - 1] == .contrast
            || Self.beforeClosingNo.contains(words[range.lowerBound - 1])
    }

    /// *if patients test it first then yes, otherwise no*, *we have two years left, so sadly no*
    private static let beforeClosingNo = WordSet("otherwise sadly alas")

    /// *no from the county, it comes too late*: a no, and whose it is.
    func isFromBody(_ no: Range<Int>) -> Bool {
        let end = (no.upperBound..<words.count).first { words[$0].endsClause } ?? words.count
        return words[no.lowerBound].key == "no" && words.key(no.upperBound) == "from" && end - no.upperBound <= 5
            && ["the", "my", "our", "this", "all", "everyone", "everybody"].contains(words.key(no.upperBound + 1))
            && no.lowerBound == (line.clauses.first { $0.contains(no.lowerBound) }?.lowerBound ?? 0)
    }

    private static let lending = WordSet("put lend give add sign commit set bind pledge attach tie")
    private static let lent = WordSet("it this that")

    /// *I cannot put the county to it*, *won't put my name to that*: a name that is withheld.
    func withheldName() -> Range<Int>? {
        for clause in line.clauses {
            guard let denial = line.first(.negation, in: clause),
                let verb = (denial + 1..<max(denial + 1, clause.upperBound))
                    .first(where: { Self.lending.contains(words[$0]) }), verb - denial <= 5,
                let to = (verb + 1..<max(verb + 1, min(clause.upperBound, verb + 6)))
                    .first(where: { ["to", "behind", "under"].contains(words[$0].key) }),
                to > verb + 1, Self.lent.contains(words[min(to + 1, words.count - 1)]),
                line.has(.speaker, in: clause.lowerBound..<verb) || line.has(.group, in: clause.lowerBound..<verb)
            else { continue }
            return denial..<min(to + 2, words.count)
        }
        return nil
    }

    private static let denials = WordSet("dont not wont wouldnt cant cannot amnt doesnt couldnt")
    private static let supporting = WordSet(
        """
        support supports supported agree agrees agreed back backs behind favour happy content approve approves accept
        accepts endorse endorses keen like likes love loves want wants yes sold signed
        """)
    private static let opposing = WordSet(
        """
        object objects objected oppose opposes opposed disagree disagrees mind minds
        block against
        """)

    /// *Everybody here supports it. I do not.*: the speaker's own clause, which only denies.
    private func shortDenial(_ clause: Range<Int>) -> Range<Int>? {
        guard clause.lowerBound > 1, clause.count <= 6, Words.endsClause(words[clause.lowerBound - 1]),
            let denial = clause.first(where: { Self.denials.contains(words[$0]) }), !words[denial].isQuoted,
            line.has(.speaker, in: clause) || line.has(.group, in: clause),
            clause.allSatisfy({
                line.small[$0] == .speaker || line.small[$0] == .group || line.small[$0] == .negation
                    || line.small[$0] == .contrast || line.small[$0] == .neutral || line.small[$0] == .hedge
                    || line.small[$0] == .joint || Self.afterRefusal.contains(words[$0])
            })
        else { return nil }
        let before = 0..<clause.lowerBound
        guard before.contains(where: { Self.supporting.contains(words[$0]) }),
            !before.contains(where: { Self.opposing.contains(words[$0]) })
        else { return nil }
        return denial..<denial + 1
    }

    // MARK: Answers without their verb

    private static let ownAnswers = WordSet("me i us we well do would am are here actually sorry yes afraid im")

    /// *Who could possibly object? Well, me*, *Anyone against? Me.*
    func ownAnswerToQuestion() -> Range<Int>? {
        guard words.cues.contains(.levels), let mark = words.all.firstIndex(where: { $0.isMark("?") }),
            (0..<mark).contains(where: { Self.opposing.contains(words[$0]) }), mark + 1 < words.count
        else { return nil }
        let rest = (mark + 1..<words.count).filter { !words[$0].isMark }
        guard rest.allSatisfy({ Self.ownAnswers.contains(words[$0]) }),
            let own = rest.last(where: { ["me", "i", "us", "we"].contains(words[$0].key) })
        else { return nil }
        return own..<own + 1
    }

    private static let refusals = WordSet("cant cannot wont couldnt shant")
    private static let afterRefusal = WordSet(
        """
        yet sorry afraid im honestly now today really just still mate though either anymore this one here it
        reflection consideration
        """)

    /// *I've heard the case, I still can't*.
    func bareRefusal() -> Range<Int>? {
        if let objector = ownAnswerToQuestion() { return objector }
        for clause in line.clauses {
            if let denial = shortDenial(clause) { return denial }
            guard let at = clause.last(where: { Self.refusals.contains(words[$0]) && !words[$0].isQuoted }),
                (at + 1..<max(at + 1, clause.upperBound)).allSatisfy({
                    Self.afterRefusal.contains(words[$0]) || words[$0].kind == .emoji
                })
            else { continue }
            var low = clause.lowerBound
            if let part = (low..<at).last(where: {
                line.small[$0] == .contrast || line.small[$0] == .joint || words[$0].key == "so"
            }) {
                low = part + 1
            }
            let lead = low..<at
            // *personally I'd support it but the trust can't*, *sorry folks, can't*
            let isCut = low > clause.lowerBound && lead.count <= 3 || lead.isEmpty && line.wordCount <= 5
            if isCut, !lead.contains(where: { words[$0].key == "you" || words[$0].key == "they" }) {
                return at..<at + 1
            }
            if line.has(.speaker, in: lead) || lead.contains(where: { words[$0].key == "i" }),
                lead.allSatisfy({ line.small[$0] != nil || Self.afterRefusal.contains(words[$0]) })
            {
                return at..<at + 1
            }
        }
        return nil
    }
}

extension Level {
    /// Neither for nor against, so that it goes ahead without the one who says so.
    var letsPass: Bool { self == .standAside || self == .abstain }
}
