// Turns of phrase that decide what a yes is worth: a support that is spoken of and not given, an answer that was nearly
// given, half a yes, a denial of something that would have been worse or better.
extension LevelReader {
    // MARK: A support that is spoken of

    private static let gifts = WordSet("support agreement backing approval consent vote yes")
    private static let ofWhom = WordSet("from for on of here")
    private static let own = WordSet("me us my our mine ours here this")
    private static let verdictVerbs = WordSet(
        "is isnt aint was wasnt will wont would wouldnt can cant cannot must has hasnt remains stays seems looks")
    private static let reassurances = WordSet("problem issue conditional just only merely")
    private static let refusals = WordSet("impossible unlikely unthinkable withdrawn")
    private static let beforeGift = WordSet("my our a any much full own")
    /// So many words may name whose support it is: *from our side of the river*.
    private static let ownerMost = 6

    /// Whether a support that is spoken of is the speaker's and refused, or no answer: somebody else's, or *not in doubt*.
    enum Gift { case refused, none }

    /// *Full support from me is not going to happen*, *my support is out of the question*.
    func gift(_ yes: Range<Int>, _ clause: Range<Int>) -> Gift? {
        guard Self.gifts.contains(words[yes.upperBound - 1]) || words[yes.upperBound - 1].key == "full" || isForMe(yes),
            (clause.lowerBound..<yes.lowerBound).allSatisfy({
                line.small[$0] != nil || Self.beforeGift.contains(words[$0])
            })
        else { return nil }
        var verb = yes.upperBound
        var isOwn = true
        if verb < clause.upperBound, Self.ofWhom.contains(words[verb]) {
            isOwn = words[verb].key == "here" || Self.own.contains(words.key(verb + 1))
            let end = min(clause.upperBound, verb + Self.ownerMost)
            verb = (verb..<end).first { Self.verdictVerbs.contains(words[$0]) } ?? end
        }
        guard verb < clause.upperBound, Self.verdictVerbs.contains(words[verb]) else { return nil }
        let rest = verb..<clause.upperBound
        let isReassuring = rest.contains { index in
            Self.reassurances.contains(words[index])
                || words[index].key == "in" && ["doubt", "question"].contains(words.key(index + 1))
        }
        guard isOwn, !isReassuring else { return Gift.none }
        let isRefused =
            line.has(.negation, in: rest) || rest.contains { Self.refusals.contains(words[$0]) || isFarAway($0) }
        return isRefused && !line.has(.condition, in: rest) ? .refused : nil
    }

    /// *out of the question*, *off the table*, *a long way off*
    private func isFarAway(_ index: Int) -> Bool {
        switch words[index].key {
        case "out": words.key(index + 1) == "of"
        case "off": words.key(index + 1) == "the" || words.key(index - 1) == "way"
        default: false
        }
    }

    private func isForMe(_ yes: Range<Int>) -> Bool {
        words[yes.upperBound - 1].key == "me" && words.key(yes.upperBound - 2) == "from"
    }

    // MARK: An answer that was nearly given

    private static let nearing = WordSet(
        """
        going to about ready minded all set say put type give go vote write click press for with a an my full as down me
        in tempted inclined hoping planning
        """)

    /// *I was going to say support but the dates put me off*: a yes that was meant, and what stands against it.
    func isAbandoned(_ past: Int, before yes: Range<Int>) -> Bool {
        guard words[past].key == "was", past + 1 < yes.lowerBound,
            (past + 1..<yes.lowerBound).allSatisfy({ Self.nearing.contains(words[$0]) || line.small[$0] == .neutral }),
            let but = line.first(.contrast, in: yes.upperBound..<words.count)
        else { return false }
        return !line.levels.contains { hit in
            guard hit.range.lowerBound > but else { return false }
            if case .level(let level, _) = hit.meaning { return level.supports || level.letsPass }
            return hit.meaning == .yes
        }
    }

    // MARK: Half a yes

    private static let halves = WordSet("half partly partially part parts bits point extent degree")
    private static let extents = WordSet("point extent degree")
    private static let afterHalf = WordSet("past an a hour day term year")

    /// *I half support it*, *support up to a point*.
    func isHalved(_ rest: [Int], _ tail: Range<Int>) -> Bool {
        if tail.contains(where: { line.small[$0] == .hedge && Self.extents.contains(words[$0]) }) { return true }
        return rest.contains { index in
            line.small[index] == .hedge && Self.halves.contains(words[index]) && !words[index].isQuoted
                && !(words[index].key == "half" && words.at(index + 1).map(Self.afterHalf.contains) ?? false)
        }
    }

    private static let aboutFull = WordSet("a an the quite not isnt is it its that thats this and but just though only")

    /// *That's a support, it isn't a full*: where the denial of more than was given begins.
    func deniesFull(after yes: Range<Int>) -> Int? {
        guard
            let full = (yes.upperBound..<words.count).first(where: { words[$0].key == "full" && !words[$0].isQuoted }),
            (full + 1..<words.count).allSatisfy({ words[$0].isMark || ["support", "one"].contains(words[$0].key) })
        else { return nil }
        let between = yes.upperBound..<full
        guard line.has(.negation, in: between),
            between.allSatisfy({ Self.aboutFull.contains(words[$0]) || words[$0].isMark })
        else { return nil }
        return yes.upperBound
    }

    // MARK: A denial of something else

    private static let opposing = WordSet("opposing resisting fighting refusing rejecting")

    /// *far from objecting, I support it*: what is denied is a refusal, and not the yes.
    func deniesRefusal(_ denial: Int, besides answer: Range<Int>) -> Bool {
        var place = denial + 1
        while place < words.count, line.small[place] == .negation, !line.startsSmall(place) { place += 1 }
        if words.at(place).map(Self.opposing.contains) == true, place < answer.lowerBound { return true }
        return line.levels.contains { hit in
            guard hit.range != answer else { return false }
            // *I won't block it and I support it*: the denial is a part of what is said first.
            let holds = hit.range.contains(denial) && hit.range.upperBound <= answer.lowerBound
            switch hit.meaning {
            case .wontBlock: return holds
            case .level(let level, _): return level.supports && holds || level.stops && hit.range.lowerBound == place
            case .yes, .no, .worry, .sarcasm, .noAnswer: return false
            }
        }
    }

    // MARK: What moves somebody

    private static let moving = WordSet("moves brings gets takes shifts pushes persuades tips nudges swings sways wins")
    private static let moved = WordSet(
        "moved brought got took shifted pushed persuaded tipped nudged swung swayed won")
    private static let toMove = WordSet("move bring get take shift push persuade tip nudge swing sway win")

    /// *Your new wording moves me to support*: the answer is the speaker's own, whatever moved them.
    func movesMe(_ place: Int) -> Bool {
        guard ["me", "us"].contains(words[place].key), place > 0 else { return false }
        if Self.moving.contains(words[place - 1]) || Self.moved.contains(words[place - 1]) { return true }
        return Self.toMove.contains(words[place - 1]) && line.has(.negation, in: max(0, place - 3)..<place - 1)
    }

    /// *Una got us to agree* may tell of another day.
    func movedMe(_ place: Int) -> Bool { words[place].key == "us" || Self.moved.contains(words[place - 1]) }

    // MARK: An assent that waits

    private static let assents = phrases("ok, okay, alright, all right, no problem, no problems, no worries, no bother")
        .map { $0.split(separator: " ").map { WordKey($0) } }
    private static let terms = WordSet(
        "if unless once provided providing assuming as so subject on only but conditional with pending depending")
    private static let smallTalk = WordSet("you your youre not so anyone anybody needed need possible that it well")

    /// *no problem, as long as it is free*: an assent, and what it waits for.
    func assentOnCondition() -> Answer? {
        guard let assent = Self.assents.first(where: { said in said.indices.allSatisfy { words.key($0) == said[$0] } }),
            !line.endsInQuestion
        else { return nil }
        var place = assent.count
        while place < words.count, words[place].isMark(",") || words[place].isMark("~") || line.small[place] == .neutral
        {
            place += 1
        }
        if words.key(place) == "but" { place += 1 }
        guard place < words.count, line.small[place] == .condition, line.startsSmall(place),
            Self.terms.contains(words[place]), !isMild(place)
        else { return nil }
        let end = (place..<words.count).first { line.small[$0] != .condition } ?? words.count
        guard end < words.count, words[place].key != "if" || !Self.smallTalk.contains(words[end]),
            !TalkReader(line: line).isAboutTheMeeting
        else { return nil }
        let because = words.slice(place..<line.sentenceEnd(place))
        return Answer(
            level: .cannotYet, isPlain: true, because: because, why: [words.slice(0..<assent.count), because])
    }

    private static let moments = WordSet("minute minutes sec secs second moment mo tick ticks")

    /// *gimme a minute, the kids have just walked in*: whoever asks for time says no more than why.
    var asksToWait: Bool {
        guard let first = line.levels.first, first.meaning == .noAnswer, first.range.lowerBound <= 1 else {
            return false
        }
        return Self.moments.contains(words[first.range.upperBound - 1]) && !line.has(.worry, in: line.all)
    }

    // MARK: Not meant

    private static let laughter = WordSet("lol haha hahaha 😂 🤣 😆")
    private static let joking = WordSet("joking kidding laugh")
    /// A longer line tells of something else: *you must be joking, it is four o'clock already*.
    private static let jokeMost = 8

    /// *over my dead body lol*
    var isLaughing: Bool { words.all.contains { Self.laughter.contains($0) } }

    /// *you must be joking*, of the time or of the room.
    func isJokeOfElse(_ mocking: Range<Int>) -> Bool {
        mocking.contains { Self.joking.contains(words[$0]) } && line.wordCount > Self.jokeMost
            && !line.levels.contains { if case .level = $0.meaning { true } else { false } }
    }

    /// *And the moon is made of cheese*: how somebody says that they do not mean it gives no reason.
    func mocked(_ mocking: Range<Int>) -> Answer {
        let says = words[mocking.lowerBound].key == "and" || mocking.contains { Self.joking.contains(words[$0]) }
        guard says else { return answer(.cannotYet, false, mocking) }
        return Answer(level: .cannotYet, isPlain: false, because: "", why: [words.slice(mocking)])
    }

    private static let cheering = WordSet(
        """
        order ordering get getting hang put buy unfurl fetch bring break pop crack alert tell ring call phone notify
        stop hold strike sound cue pin award give collect pick roll light release send where wheres when whens dust
        polish book hire commission engrave unveil cut
        """)
    private static let pomp = WordSet(
        """
        bunting plaque plaques medal medals trophy fireworks fanfare confetti bubbly corks crier gong poppers
        streamers knighthood laurels
        """)
    /// Of an ordinary day as well: *I'll get the cake*.
    private static let feasts = WordSet(
        """
        cake champagne prosecco fizz band balloons press papers flags bells trumpets parade statue badge badges
        certificate certificates star stars
        """)
    /// *the red carpet*, *the front page*
    private static let grand = WordSet("carpet page")
    private static let triumphs = WordSet(
        """
        wonderful brilliant marvellous great lovely splendid super superb fantastic terrific hooray hurrah hurray
        yippee bravo congratulations congrats excellent amazing fabulous yay magnificent hallelujah good
        """)
    private static let askingTo = WordSet("shall should do does where wheres when whens will can could")
    /// So many words stand between the ordering and what is ordered: *give every one of us a medal*.
    private static let cheerMost = 6
    private static let cheerWordsMost = 18

    /// *Oh yes, wonderful, shall I order the bunting*: a triumph in mockery, where nobody gives a level plainly. It is
    /// asked about, as it may be a joke.
    func mockCheer() -> Answer? {
        guard line.wordCount <= Self.cheerWordsMost, let cheer = cheered else { return nil }
        let before = max(0, cheer - Self.cheerMost)..<cheer
        let isAsked = before.contains { Self.askingTo.contains(words[$0]) }
        let isMeant = line.levels.contains { hit in
            guard case .level(let level, _) = hit.meaning else { return false }
            return !level.supports || !isAsked
        }
        return isMeant
            ? nil : Answer(level: .cannotYet, isPlain: false, because: "", why: [words.slice(cheer..<cheer + 1)])
    }

    /// *full support, get the bunting out*: a triumph beside a plain answer, so that it is asked about.
    var isCheered: Bool { cheered != nil }

    /// What a triumph is kept with, ordered or sent for: *order the bunting*, *medals all round*, *hold the front page*.
    private var cheered: Int? {
        guard
            line.all.contains(where: {
                Self.pomp.contains(words[$0]) || Self.feasts.contains(words[$0]) || Self.grand.contains(words[$0])
            })
        else { return nil }
        let isPraised = line.all.contains { index in
            Self.triumphs.contains(words[index])
                || line.context.ladder.stageNames.match(words, at: index) != nil
        }
        return line.all.first { index in
            let isPomp =
                Self.pomp.contains(words[index])
                || Self.grand.contains(words[index]) && ["front", "red"].contains(words.key(index - 1))
            guard isPomp || isPraised && Self.feasts.contains(words[index]), !words[index].isQuoted else {
                return false
            }
            let before = max(0, index - Self.cheerMost)..<index
            let isOrdered = before.contains { Self.cheering.contains(words[$0]) } && !line.has(.negation, in: before)
            return isOrdered || words.key(index + 1) == "all" && words.key(index + 2) == "round"
        }
    }

    private static let telling = WordSet("said says say claims claimed claim wrote thinks think")
    private static let tellers = WordSet("he she they everybody everyone somebody someone people")

    /// *Farah claims I support it*: what somebody else says of the speaker.
    func isTold(_ place: Int) -> Bool {
        guard Self.telling.contains(words[place]), place > 0 else { return false }
        return Self.tellers.contains(words[place - 1])
            || (max(0, place - 2)..<place).contains { index in
                line.names.match(index).map { $0.people.allSatisfy { $0.id != line.context.speaker.id } } ?? false
            }
    }

    // MARK: A fault that is the worry

    /// *I have one reservation, April is too soon for the charities*: the worry is named, and its fault is the reason.
    func reservationWithFault(_ cues: [Cue]) -> Cue? {
        guard let reserved = cues.first(where: { $0.level == .reservation && $0.isPlain }),
            words[reserved.range.upperBound - 1].key.hasPrefix("reserv"),
            cues.allSatisfy({
                $0.level != .cannotYet
                    || $0.range.lowerBound > reserved.range.lowerBound && isFault($0.range)
            })
        else { return nil }
        return reserved
    }
}
