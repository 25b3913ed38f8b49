// Agreement that is wished for, supposed, spoken of or left to nobody at all, and so is none.
extension PositionReader {
    private static let wishing = WordSet("wish wishing love like want hope hoping hopefully fingers")
    private static let pleasant = WordSet("nice good lovely great wonderful grand handy marvellous")
    private static let overNow = WordSet("ago once then time when before previously originally")
    private static let pastCopulas = WordSet("was were been")
    private static let narrowly = WordSet("in on for of at when where if once after until till")

    /// *too good to be true*, *I wish 14 were true*, *14 was true ten years ago*: right, but not here and not now.
    func unreal(_ opinion: Opinion, in clause: Range<Int>) -> Stance? {
        guard opinion.stance == .agree else { return nil }
        let low = clause.lowerBound
        let high = opinion.range.lowerBound
        let lead = low..<high
        if words.key(high - 1) == "be", words.key(high - 2) == "to", lead.contains(where: { words[$0].key == "too" }) {
            return .disagree
        }
        if lead.contains(where: { words[$0].key == "if" }),
            lead.contains(where: { words[$0].key == "only" || Self.pleasant.contains(words[$0]) })
        {
            return .disagree
        }
        if lead.contains(where: { Self.wishing.contains(words[$0]) }), !lead.contains(where: { words[$0].key == "say" })
        {
            return .unsure
        }
        if words.key(high - 1) == "only", Self.narrowly.contains(words.key(opinion.range.upperBound)) { return .unsure }
        let isOver =
            lead.contains { Self.pastCopulas.contains(words[$0]) }
            && (opinion.range.upperBound..<clause.upperBound).contains { Self.overNow.contains(words[$0]) }
        return isOver ? .disagree : nil
    }

    private static let sayings = WordSet("saying suggesting claiming arguing implying pretending telling")

    /// *I'm not saying 14 is wrong*, *it is not that I disagree*: a disagreement put away, which is not yet agreement.
    func isDistanced(_ lead: Range<Int>) -> Bool {
        lead.contains { index in
            guard line.small[index] == .negation, index + 1 < lead.upperBound else { return false }
            if words[index].key == "wouldnt" || words.key(index - 1) == "would" {
                return words.key(index + 1) == "say"
            }
            return Self.sayings.contains(words[index + 1])
                || words[index + 1].key == "that" && words[index].key == "not"
        }
    }

    private static let nobodies = WordSet("nobody none noone")
    /// *I could not agree with Una more*: as much as can be. *Couldn't agree with her any more* gives up.
    func isUtmost(_ opinion: Opinion) -> Bool {
        let before = opinion.range.lowerBound - 1
        guard opinion.form == .verb, let last = line.clauses[opinion.clause].last, words[last].key == "more",
            !["any", "no", "once"].contains(words.key(last - 1))
        else { return false }
        return words.key(before) == "couldnt" || words.key(before) == "not" && words.key(before - 1) == "could"
    }

    private static let modals = WordSet("would could can will should possibly might")

    /// *nobody in their right mind would agree with 14*: nor does the speaker. *Nobody agrees with 14* only tells.
    func refusalOfAll(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion? {
        guard opinion.stance == .agree, opinion.form == .verb || opinion.form == .transitive,
            let first = clause.first(where: { line.small[$0] != .neutral && line.small[$0] != .contrast }),
            first < opinion.range.lowerBound,
            Self.nobodies.contains(words[first]) || words[first].key == "no" && words.key(first + 1) == "one"
        else { return nil }
        var place = opinion.range.lowerBound - 1
        while place > first, line.small[place] == .neutral || words[place].key.hasSuffix("ly") { place -= 1 }
        guard Self.modals.contains(words[place]), !line.isQuestion(at: place) else { return nil }
        var opinion = opinion
        opinion.stance = .disagree
        opinion.isPlain = false
        return opinion
    }

    private static let pastTimes = WordSet(
        "ago last then time first originally initially once earlier previously yesterday")

    /// *I agreed with 14 last year*: told of then, and not of now.
    func wasThen(_ opinion: Opinion, _ end: Int) -> Bool {
        // A list of names can move an opinion before its clause: *Neither 37 nor 40 do I agree with*.
        let start = line.clauses[opinion.clause].lowerBound
        let lead = min(start, opinion.range.lowerBound)..<opinion.range.lowerBound
        guard opinion.form == .verb,
            words[opinion.range.lowerBound].key.hasSuffix("greed") || lead.contains(where: isTold),
            opinion.range.lowerBound > 0, line.has(.speaker, in: 0..<opinion.range.lowerBound)
        else { return false }
        return (end..<max(end, line.sentenceEnd(end))).contains {
            Self.pastTimes.contains(words[$0]) || (1950...2100).contains(words[$0].integer ?? 0)
        }
    }

    private static let told = WordSet("said wrote put typed posted")
    private static let repeating = WordSet("as like what")

    /// *I said I agree with 14*: told of once, and asked about; *as I said, I agree* says it again.
    func isTold(_ place: Int) -> Bool {
        Self.told.contains(words[place])
            && !(max(0, place - 3)..<place).contains { Self.repeating.contains(words[$0]) }
    }

    private static let softening = WordSet(
        """
        say saying said pretend pretending claim claiming struggle struggling hard difficult hesitate loath reluctant
        lying wrong untrue incorrect pressed hardly barely unlikely see
        """)
    private static let degrees = WordSet(
        "fully entirely quite wholly totally altogether completely really exactly necessarily")

    /// *can't say I agree*, *struggle to agree*, *don't fully agree*: short of a no, and asked about.
    func isSoft(_ denial: Int, before opinion: Int) -> Bool {
        (denial..<opinion).contains {
            Self.softening.contains(words[$0]) && line.small[$0] == .negation || Self.degrees.contains(words[$0])
        }
    }

    private static let standings = WordSet(
        "having as speaking being after working living coming looking running wearing sitting")
    private static let reported = WordSet("said says say told tells thinks thought claims")
    /// So many words tell who speaks: *having run a college for eleven years*.
    private static let standingMost = 12

    /// *As a landlord I disagree*, *Having run a college for years I disagree*: who speaks, and nothing that weakens it.
    func saysWhoSpeaks(_ lead: Range<Int>) -> Bool {
        guard let first = lead.first(where: { line.small[$0] != .neutral }), Self.standings.contains(words[first]),
            lead.count <= Self.standingMost
        else { return false }
        return lead.dropFirst(first + 1 - lead.lowerBound).allSatisfy { index in
            switch line.small[index] {
            case .speaker, .hedge, .negation, .condition, .contrast, .irony, .past, .worry: false
            case .neutral, .link, .reason, .joint: true
            default: !Self.reported.contains(words[index]) && line.names.match(index) == nil
            }
        }
    }

    private static let causing = WordSet("get make have catch find hear persuade convince force bring talk see")

    /// *you'll never get me to agree with 14*
    func isMadeMe(_ place: Int) -> Bool {
        words.key(place + 1) == "me" && Self.causing.contains(words[place])
    }

    /// *nothing will make me agree with 14*, *no amount of talking will*
    func isNothing(_ place: Int) -> Bool {
        words[place].key == "nothing" || words[place].key == "amount" && words.key(place - 1) == "no"
    }

    static let regrets = WordSet("regret sadness sorrow sadly humility deep deepest great greatest some")

    private static let quantities = WordSet("anything anyone anybody whatever")

    /// *I never agree to anything before lunch*: a habit, and no stance on a statement.
    func agreesToAnything(_ range: Range<Int>, in clause: Range<Int>) -> Bool {
        let link = range.upperBound
        guard link + 1 < clause.upperBound, line.small[link] == .link,
            Self.quantities.contains(words[link + 1])
        else { return false }
        return !clause.contains { finder.match(at: $0).map { $0.kind != .deictic } ?? false }
    }

    private static let backing = WordSet("support supporting back backing")
    private static let somebodys = WordSet("the her his their my our those these your")

    /// *happy to support Len with the room booking*: help with a task, and no stance.
    func isHelping(_ range: Range<Int>) -> Bool {
        guard range.count == 1, Self.backing.contains(words[range.lowerBound]),
            let name = line.names.match(range.upperBound)
        else { return false }
        let next = name.range.upperBound
        if words.key(next) == "up" { return true }
        return words.key(next) == "with" && words.at(next + 1).map(Self.somebodys.contains) == true
            && (next..<min(next + 4, words.count)).allSatisfy { finder.match(at: $0)?.kind != .number }
    }

    private static let likings = WordSet("like love loving hate loathe detest stand abide bear fan dislike")

    /// *I like Len but I disagree*: the person, and not what was said; *I'd love 14 to be true* only wishes.
    func isOfPerson(_ range: Range<Int>) -> Bool {
        guard range.contains(where: { Self.likings.contains(words[$0]) }) else { return false }
        if ["id", "would"].contains(words.key(range.lowerBound - 1)) { return true }
        guard words[range.upperBound - 1].key != "of" || range.contains(where: { words[$0].key == "fan" }) else {
            return false
        }
        if ["you", "him", "her", "them"].contains(words.key(range.upperBound)) { return true }
        return line.names.match(range.upperBound).map { !$0.isPossessive } ?? false
    }

    /// *"never" is putting it strongly*, *I don't think that's the right word*
    func wording(_ opinion: Opinion, _ clause: Range<Int>) -> Opinion {
        var opinion = opinion
        // *never is putting it strongly*: the word that is weighed opens the clause.
        let lead = min(clause.lowerBound + 1, opinion.range.lowerBound)..<opinion.range.lowerBound
        if line.has(.negation, in: lead) { opinion.stance = opinion.stance == .agree ? .disagree : .unsure }
        return opinion
    }

    private static let knocks = WordSet(
        "knock fault oppose dismiss reject condemn deny damn object disagree against contradict disown")

    /// *can't back 14 or knock it till I've seen it*, *neither support nor oppose 14*: neither is said.
    func eitherWay(_ clause: Range<Int>, _ number: Int) -> Group? {
        guard let or = clause.first(where: { words[$0].key == "or" || words[$0].key == "nor" }),
            !words[or].isQuoted, let denial = line.first(.negation, in: clause.lowerBound..<or)
        else { return nil }
        var second = or + 1
        while second < clause.upperBound, line.small[second] == .neutral || line.small[second] == .speaker {
            second += 1
        }
        guard second < clause.upperBound else { return nil }
        let first = denial..<or
        let knocksFirst = first.contains { Self.knocks.contains(words[$0]) }
        let later = StanceWords.table.match(words, at: second)?.meaning
        let isEither =
            Self.knocks.contains(words[second]) && !knocksFirst && StanceWords.table.first(in: words, first) != nil
            || knocksFirst && later?.stance == .agree && (later?.form == .verb || later?.form == .transitive)
        guard isEither else { return nil }
        let references = clause.compactMap { finder.match(at: $0) }.filter { $0.kind == .number || $0.kind == .name }
        guard !references.isEmpty else { return nil }
        var end = second + 1
        while end < clause.upperBound, line.small[end] == .link || ["it", "them", "that"].contains(words[end].key) {
            end += 1
        }
        end = references.reduce(end) { max($0, $1.range.upperBound) }
        let opinion = Opinion(
            stance: .unsure, isPlain: false, form: .phrase, hasObject: true, condition: nil, range: denial..<end,
            clause: number)
        return Group(opinion: opinion, references: references, end: end)
    }
}
