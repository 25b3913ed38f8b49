// What comes with a yes and adds nothing to it: *Support, I'd sooner it said one mile*. A wish for other words, or a
// fault of these, makes it a reservation; what may be one, or puts the yes off, leaves it to be asked about. What is told
// of the world (*support, half of ours are ready*) takes nothing from it.
extension LevelReader {
    /// Where a wish for something else begins, beside a yes.
    func wish(beside yes: Range<Int>) -> Int? {
        clausesBeside(yes).lazy.compactMap { wish(in: $0) }.first
    }

    /// The other clauses, and what begins anew in the clause of the yes: *support I'd sooner it said one mile*.
    func clausesBeside(_ yes: Range<Int>) -> [Range<Int>] {
        line.clauses.compactMap { clause in
            var part = clause
            if clause.contains(yes.lowerBound) {
                let end = min(yes.upperBound, clause.upperBound)
                guard let anew = (end..<min(end + 3, clause.upperBound)).first(where: isIWould)
                else { return nil }
                part = anew..<clause.upperBound
            }
            while let first = part.first, isLead(first) { part = first + 1..<part.upperBound }
            guard let first = part.first, !words[first].isQuoted, line.small[first] != .reason,
                line.small[first] != .condition
            else { return nil }
            return part
        }
    }

    private static let leads = WordSet(
        "just only though still personally please pls if anything maybe perhaps also even")

    private func isLead(_ index: Int) -> Bool {
        switch line.small[index] {
        case .neutral, .joint, .contrast:
            !Self.obliging.contains(words[index]) && !WishWords.asking.contains(words[index])
        default: Self.leads.contains(words[index]) && !(words[index].key == "if" && words.key(index + 1) != "anything")
        }
    }

    /// Another answer: it is weighed by itself. *For it* within a clause is none: *there is no money for it*.
    func answersAnew(_ part: Range<Int>) -> Bool {
        line.levels.contains { hit in
            guard part.contains(hit.range.lowerBound) else { return false }
            switch hit.meaning {
            case .level(_, let strength): return strength == .plain || hit.range.lowerBound == part.lowerBound
            case .wontBlock: return true
            case .yes, .no, .worry, .sarcasm, .noAnswer: return false
            }
        }
    }

    private func wish(in part: Range<Int>) -> Int? {
        guard let first = part.first else { return nil }
        let isWish =
            wouldHaveOtherwise(part) || wouldBeBetter(part) || wantsWords(part) || asksForEdit(first)
            || part.contains { Self.preferring.contains(words[$0]) && words.key($0 - 1) != "no" } || setsAside(part)
            || isBadlyPut(part)
        return isWish ? first : nil
    }

    // MARK: What the speaker would have

    private static let woulds = WordSet("would could might should wouldnt")
    private static let betweenWould = WordSet(
        "have still just only personally much probably also really myself certainly maybe perhaps rather always even")
    private static let altering = WordSet(
        """
        sooner prefer preferred change changed swap swapped drop dropped cut lose lost alter altered reword reworded
        rephrase rephrased word worded phrase phrased rewrite rewritten write written soften softened widen widened
        narrow narrowed sharpen sharpened tighten tightened shorten shortened lengthen lengthened tweak tweaked edit
        edited amend amended strike struck trim trimmed split simplify simplified replace replaced remove removed delete
        deleted quibble query add added choose chosen pick picked include included exclude excluded specify specified
        spell spelt define defined clarify clarified hoped
        """)
    /// Of what was not done: *I'd have put one mile*.
    private static let altered = WordSet(
        "said put made set named called asked left liked wanted wished drawn aimed begun stopped pitched had taken")
    /// *I'd go for one mile*
    private static let choosing = WordSet(
        "go gone argue argued push pushed plump plumped settle settled opt opted ask asked press pressed aim aimed")

    private static let chosen = WordSet("chosen picked written worded phrased")

    /// *I'd sooner it said one mile*, *I would have gone for one mile*; not *I'd have signed it last year*.
    private func wouldHaveOtherwise(_ part: Range<Int>) -> Bool {
        guard let (verb, isPerfect, isDenied) = ownWould(part) else { return false }
        let next = words.key(verb + 1)
        // *I wouldn't have put it like that*; not *I wouldn't change a word*.
        if isDenied {
            return isPerfect && (Self.altered.contains(words[verb]) || Self.chosen.contains(words[verb]))
                && !(next == "it" && words.key(verb + 2) == "better")
        }
        if words[verb].key == "as" { return next == "soon" }
        if Self.choosing.contains(words[verb]), next == "for" { return true }
        guard words.at(verb + 1) != nil, !WishWords.ownThings.contains(next) else { return false }
        // *I'd dropped the idea until today* tells of what had been.
        if Self.altering.contains(words[verb]) {
            return isPerfect || !words[verb].key.hasSuffix("ed") || words[verb].key == "hoped"
        }
        return isPerfect && Self.altered.contains(words[verb]) && !WishWords.samely.contains(next) && !answersAnew(part)
    }

    /// *I'd*, *we'd*
    private func isIWould(_ index: Int) -> Bool {
        words[index].key == "id" || words[index].isWeWould
    }

    /// The verb after *I'd*, *I would have*, and whether it tells what was not done.
    func ownWould(_ part: Range<Int>) -> (verb: Int, isPerfect: Bool, isDenied: Bool)? {
        var place = part.lowerBound
        if isIWould(place) {
            place += 1
        } else if ["i", "we"].contains(words[place].key), Self.woulds.contains(words.key(place + 1)) {
            place += 2
        } else if words[place].key == "mine", words.key(place + 1) == "would" {
            place += 2
        } else {
            return nil
        }
        var isDenied = words[place - 1].key == "wouldnt"
        var isPerfect = false
        while place < part.upperBound, Self.betweenWould.contains(words[place]) || words[place].key == "not" {
            isPerfect = isPerfect || words[place].key == "have"
            isDenied = isDenied || words[place].key == "not" && words[place - 1].key == "would"
            place += 1
        }
        return place < part.upperBound ? (place, isPerfect, isDenied) : nil
    }

    // MARK: What would be better

    private static let supposing = WordSet("would itd could might thatd wouldve")
    private static let linking = WordSet("be been have suit read sound work look feel me us a lot much far even")
    private static let wishedIf = WordSet("if with as without had")
    private static let likings = WordSet("like liked prefer love")

    /// *one mile would be better*, *better if it said one mile*; not *our patients would be better off*, which praises.
    private func wouldBeBetter(_ part: Range<Int>) -> Bool {
        part.contains { index in
            guard WishWords.comparing.contains(words[index]), !words[index].isQuoted,
                !WishWords.afterWorse.contains(words.key(index + 1)), !line.has(.negation, in: part.lowerBound..<index),
                !(index..<part.upperBound).contains(where: { words[$0].key == "than" })
            else { return false }
            if index == part.lowerBound { return Self.wishedIf.contains(words.key(index + 1)) }
            var place = index - 1
            while place > part.lowerBound, Self.linking.contains(words[place]) { place -= 1 }
            guard Self.supposing.contains(words[place]) else { return false }
            let subject = part.lowerBound..<place
            return subject.isEmpty || namesAnother(subject)
                || subject.contains { namesText($0) || WishWords.beforeText.contains(words[$0]) }
        }
    }

    /// *it would be better if it said one mile*: no condition on the yes, but a wish.
    func isWishedIf(_ index: Int) -> Bool {
        guard words[index].key == "if" else { return false }
        let before = words.key(index - 1)
        let isWish =
            WishWords.comparing.contains(before) || ["happier", "best", "good", "great", "nice"].contains(before)
            || before == "it" && Self.likings.contains(words.key(index - 2))
        guard isWish, let clause = line.clauses.first(where: { $0.contains(index) }) else { return false }
        return !line.levels.contains { hit in
            guard clause.lowerBound..<index ~= hit.range.lowerBound, case .level(let level, _) = hit.meaning else {
                return false
            }
            return level.supports
        }
    }

    // MARK: What the words should be

    private static let obliging = WordSet("should ought must needs wants need has have could might")
    private static let wordings = WordSet(
        """
        say said read name named mention mentioned include included cover covered specify specified state stated spell
        """)
    private static let edits = WordSet(
        """
        rewording redrafting rewriting tidying tightening polishing editing trimming looking sharpening work shortening
        proofreading simplifying thinking a an more another some clearer stronger better less fewer
        """)

    /// *it should say one mile*, *wants rewording*, *could do with a date*, *the date has to move*.
    private func wantsWords(_ part: Range<Int>) -> Bool {
        guard let must = part.prefix(6).first(where: { Self.obliging.contains(words[$0]) && !words[$0].isQuoted })
        else { return false }
        let subject = part.lowerBound..<must
        let isText = subject.contains { namesText($0) }
        guard isText || subject.allSatisfy({ WishWords.beforeText.contains(words[$0]) || line.small[$0] == .hedge })
        else {
            return false
        }
        var verb = must + 1
        while verb < part.upperBound, ["to", "really", "have", "also", "just", "now", "all"].contains(words[verb].key) {
            verb += 1
        }
        guard verb < part.upperBound else { return false }
        if Self.wordings.contains(words[verb]) { return true }
        let next = words.key(verb + 1)
        switch words[must].key {
        case "needs", "wants":
            return Self.edits.contains(words[verb]) || isText
        case "could":
            let isLacking = words[verb].key == "use" || words[verb].key == "do" && next == "with"
            let lacked = words[verb].key == "use" ? next : words.key(verb + 2)
            return isLacking && !["it", "this", "that"].contains(lacked) || isText
        case "has", "have": return isText && words.key(must + 1) == "to"
        default: return isText
        }
    }

    /// *the date*, *the wording's a mess*
    func namesText(_ index: Int) -> Bool {
        WishWords.texts.contains(words[index])
            || words[index].isPossessive && WishWords.texts.contains(words.nameKey(index))
    }

    private static let badly = WordSet("badly poorly clumsily loosely vaguely oddly awkwardly weakly")
    private static let put = WordSet("worded phrased written drafted put")

    /// *it's badly worded*
    private func isBadlyPut(_ part: Range<Int>) -> Bool {
        part.contains { Self.badly.contains(words[$0]) && Self.put.contains(words.key($0 + 1)) }
    }

    private static let preferring = WordSet("ideally preferably preference")
    private static let editing = WordSet(
        """
        add alter amend change cut delete drop lose remove reword rewrite swap soften specify spell tighten strike trim
        clarify shorten widen define
        """)
    private static let notEdited = WordSet(
        "is are was were has have will would can cannot needs nothing no not it that this them")

    /// *add a date*, *lose the second half*; not *add me to the list*, *change is overdue*.
    private func asksForEdit(_ index: Int) -> Bool {
        if words[index].key == "sooner" {
            return words.at(index + 1)?.isMark == false
                && !["the", "or", "rather", "than"].contains(words.key(index + 1))
        }
        guard Self.editing.contains(words[index]), let next = words.at(index + 1), !next.isMark else { return false }
        return !WishWords.ownThings.contains(next) && !Self.notEdited.contains(next)
    }

    private static let beforeAside = WordSet("stand step standing stepping joking jokes joke all")

    /// *date aside*, *save for the date*
    private func setsAside(_ part: Range<Int>) -> Bool {
        if words[part.lowerBound].key == "save", words.key(part.lowerBound + 1) == "for" { return true }
        guard let last = part.last, words[last].key == "aside", (2...5).contains(part.count) else { return false }
        return !Self.beforeAside.contains(words[last - 1]) && !Self.beforeAside.contains(words[part.lowerBound])
    }

    // MARK: Money permitting

    /// *support, funds allowing*: a condition without a word of condition.
    func isPermitted(_ index: Int) -> Bool {
        guard let clause = line.clauses.first(where: { $0.lowerBound == index }), (2...4).contains(clause.count),
            let last = clause.last
        else { return false }
        return ["permitting", "allowing"].contains(words[last].key) && line.small[index] != .speaker
            && !words[index].isQuoted
    }
}

/// Words by which something else is wished for, or the words of a proposal are spoken of.
enum WishWords {
    static let ownThings = WordSet("my me our us myself")
    static let samely = WordSet("yes so the same that as it this support no")
    static let comparing = WordSet(
        """
        better nicer fairer clearer stronger safer simpler wiser neater tidier kinder sharper bolder preferable preferred
        ideal
        """)
    static let afterWorse = WordSet("than off for late now already")
    static let texts = WordSet(
        """
        wording phrasing phrase sentence clause paragraph date dates deadline deadlines timetable timescale spelling
        grammar comma draft drafting language target targets figure threshold title number
        """)
    static let beforeText = WordSet("it this that which")
    static let praising = WordSet(
        """
        good great fine right clear clearer better best well suits suit works work fair sensible realistic achievable
        perfect excellent nice nicely happy like love helps spot exactly matters strong plain sound thank thanks
        """)
    static let asking = WordSet("can could would should might shall may")
}
