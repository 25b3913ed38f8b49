/// Reads an answer to the proposal under test.
struct LevelReader {
    struct Answer {
        var level: Level
        var isPlain: Bool
        var because: String
        var why: [String]
    }
    enum Outcome {
        case answer(Answer)
        /// Words of answering that answer nothing: *yes and no*.
        case talk
        case nothing
    }
    struct Cue {
        var level: Level
        var isPlain: Bool
        var isYes = false
        var isSarcasm = false
        /// Leaving, said beside a refusal.
        var isThreat = false
        var range: Range<Int>
    }

    let line: Line
    var words: Words { line.words }

    func read() -> Outcome {
        if let mock = mockCheer() { return .answer(mock) }
        if line.endsInQuestion { return readBeforeQuestion() }
        let found = line.levels
        if saysNeither || tellsOutcome { return .talk }
        if let waiting = assentOnCondition() ?? leavesWithOthers() { return .answer(waiting) }
        if let waiting = found.last(where: { $0.meaning == .noAnswer }),
            !answers(found, after: waiting.range.upperBound),
            !found.contains(where: { refuses($0.meaning) && !isNotCounted($0.range) })
        {
            return .talk
        }
        var isTalk = false
        var mildYes: Range<Int>?
        var cues: [Cue] = []
        for hit in found {
            if line.isQuestion(at: hit.range.upperBound - 1) { continue }
            switch hit.meaning {
            case .noAnswer, .worry: break
            case .sarcasm where isJokeOfElse(hit.range): break
            case .sarcasm: cues.append(Cue(level: .cannotYet, isPlain: false, isSarcasm: true, range: hit.range))
            case .wontBlock: mildYes = hit.range
            case .yes:
                if Self.assents.contains(words[hit.range.lowerBound]), line.wordCount > 4 { break }
                if words.key(hit.range.lowerBound - 1) == "no", !words[hit.range.lowerBound].isMark {
                    cues.append(Cue(level: .cannotYet, isPlain: true, range: hit.range))
                } else if stands(hit.range) {
                    cues.append(Cue(level: .support, isPlain: false, isYes: true, range: hit.range))
                }
            case .no:
                if stands(hit.range) || isClosingNo(hit.range) || isFromBody(hit.range) {
                    cues.append(Cue(level: .cannotYet, isPlain: true, isYes: true, range: hit.range))
                } else if line.clauses.contains(where: { $0.lowerBound == hit.range.lowerBound }),
                    ["to", "on"].contains(words.key(hit.range.upperBound))
                {
                    // *yes to the aim, no to the date*
                    cues.append(Cue(level: .cannotYet, isPlain: false, range: hit.range))
                }
            case .level(let level, let strength):
                switch judge(level, strength == .plain, hit.range) {
                case .some(let cue): cues.append(cue)
                case .none: isTalk = isTalk || level.supports
                }
            }
        }
        dropIdioms(&cues)
        if !cues.contains(where: { ($0.level == .cannotYet || $0.level.letsPass) && !$0.isYes }),
            let refusal = bareRefusal() ?? withheldName()
        {
            cues.append(Cue(level: .cannotYet, isPlain: true, range: refusal))
            cues.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        if mildYes == nil, !cues.contains(where: \.level.supports) { mildYes = staysOutOfWay() }
        if cues.contains(where: { $0.level == .cannotYet && $0.isPlain }), let threat = threat() {
            cues.append(Cue(level: .block, isPlain: true, isThreat: true, range: threat))
        }
        // *I won't oppose it, put me as abstaining*: an answer named as such is the answer.
        dropFormer(&cues)
        if let put = cues.last(where: { !$0.level.supports && isPut($0.range) }) { cues = [put] }
        if let denial = stageDenial(cues) { return .answer(denial) }
        // *No, fully behind it*: a no or yes before fuller words is only an opener.
        if cues.contains(where: { !$0.isYes }) { cues.removeAll { $0.isYes && $0.level == .cannotYet } }
        mergeRefused(&cues)
        guard let answer = decide(cues, mildYes) else { return isTalk ? .talk : .nothing }
        if answer.level.supports ? asksTheRoom : asksOthers { return .talk }
        return .answer(answer)
    }

    /// Words of assent in talk of any kind: a yes only where they are nearly the whole line.
    private static let assents = WordSet("absolutely definitely certainly of indeed naturally by with gladly why")

    /// *don't count me either way*: beside words of reading on, it refuses nothing.
    private func isNotCounted(_ range: Range<Int>) -> Bool {
        words[range.lowerBound].key == "dont" && ["count", "put"].contains(words.key(range.lowerBound + 1))
    }

    private func refuses(_ meaning: LevelMeaning) -> Bool {
        if case .level(let level, _) = meaning { return !level.supports }
        return meaning == .no
    }

    /// *yes* and *no* answer only where they open the line or stand alone in their clause.
    private func stands(_ range: Range<Int>) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(range.lowerBound) }) else { return true }
        let rest = clause.filter { !range.contains($0) }
        let isAlone = rest.allSatisfy {
            line.small[$0] != nil && line.small[$0] != .negation || words[$0].kind == .emoji
        }
        guard !isAlone else { return true }
        // *as it stands no*, *from the trust a yes*
        if range.upperBound == clause.upperBound,
            rest.allSatisfy({
                line.small[$0] != nil
                    || ["it", "stands", "worded", "written", "a", "this", "my", "answer", "now"].contains(words[$0].key)
            })
        {
            return true
        }
        guard range.lowerBound == 0, range.upperBound < words.count else { return false }
        switch line.small[range.upperBound] {
        case .contrast, .condition: return true
        case .speaker: return isOwnAnswer(range.upperBound + 1, clause.upperBound)
        default: return false
        }
    }

    private static let answering = WordSet(
        """
        do am will would can could agree support back like accept vote say feel want consent approve endorse object
        stand oppose
        """)

    /// *yes I do*, *yes I think so*; not *yes I got it*.
    private func isOwnAnswer(_ index: Int, _ end: Int) -> Bool {
        guard
            let content = (index..<max(index, end)).first(where: {
                words[$0].kind == .word && line.small[$0] != .neutral
            })
        else { return true }
        return Self.answering.contains(words[content]) || line.small[content] == .hedge
            || LevelWords.table.match(words, at: content) != nil
    }

    /// Whether words of a level are the speaker's own answer, and what turns them round.
    private func judge(_ level: Level, _ isPlain: Bool, _ range: Range<Int>) -> Cue? {
        var cue = Cue(level: level, isPlain: isPlain, range: range)
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        // *no reservations*, *without a reservation*
        if !level.supports, isWithdrawn(range) { return nil }
        if !level.supports, keepsObjection(range) {
            cue.range = clause.lowerBound..<range.upperBound
            return cue
        }
        // *that's agreed then* may be about anything.
        if range.count == 1, words[range.lowerBound].key == "agreed",
            ["thats", "its", "is", "been", "all"].contains(words.key(range.lowerBound - 1))
        {
            cue.isPlain = false
        }
        if level.supports, isLessThanPlain(after: range, clause) || followsHedge(clause) { cue.isPlain = false }
        if level.supports, isAboutAnother(after: range, clause) { return nil }
        if isOnlyJust(after: range.upperBound) { cue.isPlain = cue.isPlain && !level.supports }
        let gift = level.supports ? gift(range, clause) : nil
        if gift == Gift.none { return nil }
        if level.supports, isDeniedAfter(range.upperBound, clause) || gift == .refused {
            let end = gift == .refused ? clause.upperBound : range.upperBound
            return Cue(level: .cannotYet, isPlain: true, range: range.lowerBound..<end)
        }
        // *agree it is stuffy in here, can somebody open a window*
        if level.supports, agreesWithOwnClaim(range), asksForSomething(after: range.upperBound) { return nil }
        if !level.supports, isGivenUp(range, clause) { return nil }
        if !level.supports, findsNothing(before: range, clause) {
            return Cue(level: .support, isPlain: false, range: range)
        }
        if isSharedNoun(range, clause) { return nil }
        if isPartOfMore(cue) { return nil }
        if isOpenCondition(range) { cue.isPlain = !addsToYes }
        // *there's nowt there to object to*
        if words[range.lowerBound].key == "object", words.key(range.lowerBound - 1) == "to",
            (max(clause.lowerBound, range.lowerBound - 4)..<range.lowerBound).contains(where: {
                ["nothing", "nowt", "nought", "naught"].contains(words[$0].key)
            })
        {
            return nil
        }
        if level == .reservation,
            ["no", "without", "zero"].contains(words.key(range.lowerBound - 1))
                || (max(clause.lowerBound, range.lowerBound - 3)..<range.lowerBound).contains(where: {
                    words[$0].key == "without"
                })
        {
            return nil
        }
        if range.count == 1, words[range.lowerBound].key == "full", !isFullAlone(range.lowerBound, clause) {
            return nil
        }
        // *I'm full, that lasagne was huge*
        if level == .full, range.count == 1, ["im", "am"].contains(words.key(range.lowerBound - 1)),
            words.at(range.upperBound)?.isMark ?? true
        {
            cue.isPlain = false
        }
        guard isOwn(&cue, clause) else { return nil }
        if isObjectElsewhere(after: range.upperBound, cue.level, clause) { return nil }
        return cue
    }

    private static let ownWords = WordSet(
        """
        go going put down mark give gives vote voting changed change mind make that its it this have my say
        count as level answer id ill be been get got come came moved side behalf speaking long short thought
        reading read heard now today up move moving switch switching another big firm from end an thats were us
        let me want wanted feel afraid least enough happily gladly difficult regret regretfully aim itself case
        no proposal wording one voice vote position objective decision any some small minor after all that said
        gets time what heart heavy weak pass bit thing saying what are theres confirm confirming offer offering lend
        register pledge signal indicate express cast declare say leaning lean veer veering drawn record mark minute log
        love hoping hoped tried wish delighted proud keen relieved thrilled honoured eager able ready free comfortable
        cautious tentative guarded warm hearty huge massive strong clear definite resounding changing mine upgrading
        upgrade downgrade downgrading shifting shift revise revising recommendation motion paper text resolution
        organisation conscience organisations be most at otherwise
        """)

    static let following = WordSet("so hence therefore thus")

    /// Looks back over the clause for another subject, a negation, a past.
    private func isOwn(_ cue: inout Cue, _ clause: Range<Int>) -> Bool {
        var isNegated = false
        // *until somebody tells me where they come from I'm a no*: the words of the answer hold their speaker.
        var reachedSpeaker = cue.range.count > 1 && cue.range.contains { Self.speakers.contains(words[$0]) }
        var isForeign = false
        var isMoved = false
        for place in (clause.lowerBound..<cue.range.lowerBound).reversed() {
            if isBoundary(place, cue, reachedSpeaker: reachedSpeaker) { break }
            // *I might have said support earlier*: an answer that was, and is none now.
            if cue.level.supports, LevelReader.reporting.contains(words[place]),
                clause.contains(where: { Self.formerly.contains(words[$0]) })
            {
                return false
            }
            if cue.level.supports, reachedSpeaker, isTold(place) { return false }
            if cue.level.supports, movesMe(place) {
                reachedSpeaker = true
                isMoved = true
                // *What would move me to support it is a date*
                if words[clause.lowerBound].key == "what" { return false }
                if movedMe(place) { cue.isPlain = false }
                continue
            }
            switch line.small[place] {
            case .negation: if denies(place, cue) { isNegated.toggle() }
            case nil where isMoved: if Self.nothings.contains(words[place]) { isNegated.toggle() }
            // *Had it said "most" I would support it*
            case .past where !isInversion(place):
                guard cue.level.supports, isAbandoned(place, before: cue.range) else { return false }
                cue = Cue(level: .cannotYet, isPlain: false, range: cue.range)
                return true
            case .hedge where cue.level.supports:
                cue.isPlain = false
                if words[place].key == "id" || words[place].key == "ill" { reachedSpeaker = true }
            case .speaker: reachedSpeaker = true
            case .neutral where isLetMe(place): reachedSpeaker = true
            case .neutral where words[place].isWeWill: cue.isPlain = cue.isPlain && !cue.level.supports
            case .group: cue.isPlain = cue.isPlain && !cue.level.supports
            case .irony: if cue.level.supports { cue.isPlain = false }
            case nil where words[place].kind == .word || words[place].kind == .number:
                switch weigh(place, cue, clause, isSpeakers: reachedSpeaker && !isForeign) {
                case .own: break
                case .weaker: cue.isPlain = cue.isPlain && !cue.level.supports
                case .foreign: isForeign = true
                case .elsewhere: return false
                }
            default: break
            }
        }
        if !reachedSpeaker, isSupposedOfOthers(clause.lowerBound..<cue.range.lowerBound) { return false }
        if isDeniedAcross(clause, cue.range.lowerBound) { isNegated.toggle() }
        // *I cannot in conscience support it* is the speaker's own; *the board supports it* is not.
        if isForeign, !(isNegated && reachedSpeaker) {
            guard bodyWouldSupport(before: cue.range.lowerBound) else { return false }
            cue.isPlain = false
        }
        guard isNegated else { return true }
        if isMoved { cue.range = clause.lowerBound..<cue.range.upperBound }
        switch cue.level {
        case .full, .support, .reservation: cue = Cue(level: .cannotYet, isPlain: true, range: cue.range)
        case .block, .standAside, .abstain: return false
        case .cannotYet: cue = Cue(level: .support, isPlain: false, range: cue.range)
        }
        return true
    }

    /// *without money I can't support it*, *not just support*: nothing is denied.
    private static let noDenial = WordSet("without instead rather unless just only merely")

    /// Whether a small word of denying turns an answer round.
    private func denies(_ place: Int, _ cue: Cue) -> Bool {
        line.startsSmall(place) && !LevelReader.noDenial.contains(words[place])
            && !LevelReader.noDenial.contains(words.key(place + 1))
            && (cue.level.supports || !reaches(cue.range.lowerBound, from: place))
            && !deniesRefusal(place, besides: cue.range)
    }

    /// *will not get my support*: the denial begins before the words of the answer, and is part of them.
    private func reaches(_ cue: Int, from place: Int) -> Bool {
        (place + 1...cue).allSatisfy { line.small[$0] == .negation && !line.startsSmall($0) }
    }

    private static let speakers = WordSet("i im ill id ive my me we well wed weve us our")
    private static let formerly = WordSet("earlier before previously originally first once")
    private static let reporting = WordSet(
        """
        said says thinks told claimed wants assumes assumed thought heard asked hoped pretend wish
        """)

    /// What a word before those of an answer makes of it.
    private enum Weight { case own, weaker, foreign, elsewhere }

    private func weigh(_ place: Int, _ cue: Cue, _ clause: Range<Int>, isSpeakers: Bool) -> Weight {
        if LevelWords.table.match(words, at: place) != nil { return .own }
        if isSpeakers {
            // *having heard Una, I support it*
            if LevelReader.reporting.contains(words[place]), words.key(place - 1) != "having",
                !line.has(.condition, in: clause.lowerBound..<place)
            {
                return .elsewhere
            }
            return LevelReader.ownWords.contains(words[place]) ? .own : .weaker
        }
        if isInsideLevel(place, clause) || LevelReader.ownWords.contains(words[place])
            || words[place].key.hasSuffix("ly") || isSide(place, clause)
        {
            return .own
        }
        // *Established sounds right to me*, of a position that says so
        if cue.level.supports, line.context.ladder.stageNames.match(words, at: place) != nil { return .weaker }
        if line.names.match(place)?.people.contains(where: { $0.id != line.context.speaker.id }) == true {
            guard cue.level.supports else { return .own }
            // *if Una's board agrees the college will support it*
            return bodyWouldSupport(before: cue.range.lowerBound) ? .foreign : .elsewhere
        }
        if cue.level.supports { return .foreign }
        return hasOtherSubject(clause, cue.range.lowerBound) ? .elsewhere : .own
    }

    /// Whether what stands before a word is no part of an answer.
    private func isBoundary(_ place: Int, _ cue: Cue, reachedSpeaker: Bool) -> Bool {
        // What stands before *but* is another opinion.
        if line.small[place] == .contrast { return true }
        guard !cue.level.supports, reachedSpeaker else { return false }
        // *nobody here would and nor will I*: what others do turns no refusal of the speaker's own.
        // *not our service so I'll stand aside*: what is denied is the reason.
        return line.small[place] == .joint || Self.following.contains(words[place])
    }

    private static let otherSubjects = WordSet(
        """
        they she he unions residents people who anyone everyone somebody theyd theyll shed hed shell hell
        """)

    private func isInsideLevel(_ place: Int, _ clause: Range<Int>) -> Bool {
        LevelWords.table.all(in: words, clause).contains { $0.range.contains(place) }
    }

    /// *the board can't support it*: somebody else, unless *I* or *we* is there too.
    private func hasOtherSubject(_ clause: Range<Int>, _ end: Int) -> Bool {
        let before = clause.lowerBound..<end
        if line.has(.speaker, in: before) || line.has(.group, in: before) { return false }
        if speaksForBody(before) { return false }
        // *Una's union would never support it*
        if words[clause.lowerBound].isPossessive, line.names.match(clause.lowerBound) != nil { return true }
        return before.contains { Self.otherSubjects.contains(words[$0]) }
            // *finance will block this*
            || before.count > 1 && ["will", "would", "might", "could", "may"].contains(words.key(end - 1))
            || words[clause.lowerBound].key == "the" || words[clause.lowerBound].key == "my"
    }
}
