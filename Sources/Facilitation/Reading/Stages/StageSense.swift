// Words of stages that rate nothing: another sense of them, a stage only spoken of, one denied from afar.
extension StageReader {
    private static let determiners = WordSet(
        """
        our your the their an a this any every some my his her these those well newly more most very long other
        each no with
        """)

    private static let afterStage = WordSet(
        """
        level stage confidence conf certainty definitely really only still imo verging bordering edging leaning tending
        heading moving going nearly nearing approaching maybe probably perhaps possibly
        """)
    private static let places = WordSet("last first next middle second third fourth top bottom highest lowest one word")
    private static let plainAfterStage = WordSet("here overall i across at from because but high low")

    /// *our established team*, *emerging tech*: a stage word that describes something else.
    func isOtherSense(_ range: Range<Int>) -> Bool {
        // *expanding is the last one on the card*: about the card.
        if words.key(range.upperBound) == "is", words.key(range.upperBound + 1) == "the",
            Self.places.contains(words.key(range.upperBound + 2))
        {
            return true
        }
        // *emerging from a tunnel*
        if words.key(range.upperBound) == "from", ["a", "an"].contains(words.key(range.upperBound + 1)) { return true }
        if line.isFacilitator, words.key(range.lowerBound - 1) == "remember" { return true }
        // *there's nothing to emerge*
        if words.key(range.lowerBound - 1) == "to", words.key(range.lowerBound - 2) == "nothing" { return true }
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        if isDoing(range, clause) || isOfSomething(range, clause) || followsPreposition(range, clause) { return true }
        guard let after = words.at(range.upperBound), after.kind == .word, line.small[range.upperBound] == nil,
            StageWords.table.match(words, at: range.upperBound) == nil
        else {
            return words.at(range.lowerBound - 1).map { $0.key == "well" || $0.key == "long" } ?? false
        }
        if words[range.lowerBound - (range.lowerBound > 0 ? 1 : 0)].key == "remember" { return true }
        if after.key == "means" || after.key == "mean" { return true }
        if Self.plainAfterStage.contains(after) { return false }
        if isAmongOthers(range, after) { return true }
        if range.lowerBound > 0, Self.determiners.contains(words[range.lowerBound - 1]) { return true }
        // *emerging tech is what we fund*, *hold on, established practice is to ask*
        return range.lowerBound == clause.lowerBound && !Self.afterStage.contains(after)
            && clause.upperBound > range.upperBound + (range.lowerBound == 0 ? 1 : 2) && !isStageLike(after)
    }

    private static let beforeKinds = WordSet("of for with by about")
    private static let measures = WordSet(
        "sort kind bit verge cusp edge side stage level point middle end brink go going goes plump vote opt settle")

    /// *the list of established employers*, *work with emerging firms*: what sort of thing it is; not *sort of
    /// established locally*, and not *I'd go for established locally*.
    private func isAmongOthers(_ range: Range<Int>, _ after: Words.Word) -> Bool {
        let before = range.lowerBound - 1
        guard before > 0, Self.beforeKinds.contains(words[before]), !Self.measures.contains(words[before - 1]) else {
            return false
        }
        let isVerdict = StageWords.table.all(in: words, 0..<range.lowerBound).contains {
            $0.range.upperBound == range.lowerBound
        }
        return !isVerdict && !Self.afterStage.contains(after) && !isStageLike(after)
    }

    private func isStageLike(_ word: Words.Word) -> Bool {
        ["we", "they", "there", "its", "it", "were", "you", "no", "nothing", "nobody", "just"].contains(word.key)
    }

    private static let facts = WordSet("that who what whether how why where")
    private static let selves = WordSet("im am hes shes theyre")

    /// *we've established that nobody can hear me*, *expanding on what Una said*, *he's emerging from a meeting*: a verb.
    private func isDoing(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        let next = words.key(range.upperBound)
        if Self.facts.contains(next), range.upperBound + 1 < clause.upperBound { return true }
        // *a pattern emerging of late starts*
        if next == "of" { return true }
        if next == "on", words.key(range.upperBound + 1) == "what" { return true }
        guard next == "from" else { return false }
        return (clause.lowerBound..<range.lowerBound).contains { Self.selves.contains(words[$0]) }
    }

    private static let ratedByMe = WordSet(
        """
        view rating answer score vote take gut sense feeling guess judgement judgment stage pick choice honest opinion
        instinct impression read call verdict assessment reading mark head heart own money bet overall final first
        initial starting position area patch organisation organization trust council team side district sector place
        borough county part bit
        """)
    private static let copulas = WordSet("is are was were isnt has have become becomes being")
    private static let asWhat = WordSet("the a an one our my their")

    /// *my waistline is expanding*, *is now established as the worst*: told of some thing.
    private func isOfSomething(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        let before = clause.lowerBound..<range.lowerBound
        guard before.contains(where: { Self.copulas.contains(words[$0]) }) else { return false }
        if words.key(range.upperBound) == "as", Self.asWhat.contains(words.key(range.upperBound + 1)),
            StageWords.table.match(words, at: range.upperBound) == nil
        {
            return true
        }
        guard let mine = before.first(where: { line.small[$0] != .neutral }), words[mine].key == "my" else {
            return false
        }
        return !before.contains { Self.ratedByMe.contains(words[$0]) }
    }

    private static let ratedSubjects = WordSet(
        """
        partnership partnerships system icp icps ics icb icbs city town towns region districts places locality
        neighbourhood country shire federation alliance network collaborative consortium group board work working anchor
        practice approach picture reality rest everyone everybody college university hospital village villages coast
        nhs health care sector sectors community members partners most us all them whole what which this that these
        those it some half others anyone mine ours truth plan plans
        strategy progress scheme schemes programme effort efforts arrangements relationship relationships offer
        collaboration cooperation
        """)
    private static let subjectArticles = WordSet("the our their your a an his her its these those")
    private static let ownSubjects = WordSet("i we id ill wed were weve im they you he she thats thiss its theyre")

    /// What *X is expanding* tells of, where X is neither the partnership nor a part of it: *the queue*, *our list*.
    enum Grown { case thing, bareThing }

    func grownThing(_ range: Range<Int>) -> Grown? {
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        guard
            let copula = (clause.lowerBound..<range.lowerBound).last(where: { Self.copulas.contains(words[$0]) }),
            copula > clause.lowerBound,
            (copula + 1..<range.lowerBound).allSatisfy({ line.small[$0] == .neutral || line.small[$0] == .hedge }),
            confidence(near: range) == nil
        else { return nil }
        let area = line.context.area.map { WordSet(words: $0.split(separator: "-").map(String.init)) }
        var start = clause.lowerBound
        while start < copula,
            line.small[start] == .neutral && !Self.subjectArticles.contains(words[start])
                || [.joint, .contrast, .reason].contains(line.small[start])
        {
            start += 1
        }
        let subject = start..<copula
        guard
            subject.contains(where: { line.small[$0] == nil && !Self.subjectArticles.contains(words[$0]) }),
            !subject.contains(where: { index in
                let word = words[index]
                return Self.ratedSubjects.contains(word) || Self.ratedByMe.contains(word)
                    || Self.ownSubjects.contains(word) || area?.contains(word) == true
                    || line.small[index] == .condition
                    || line.context.ladder.stageNames.match(words, at: index) != nil
                    || line.names.match(index) != nil
            })
        else { return nil }
        // *nothing is established here*
        if line.has(.negation, in: subject) || words[start].key == "nothing" { return .thing }
        return Self.subjectArticles.contains(words[start]) || line.small[start] == .group ? .thing : .bareThing
    }

    private static let prepositions = WordSet("for in of about by without like")
    private static let ownWords = WordSet("i im id ill ive we were weve wed us me my mine our ours it its")

    /// *nobody wins a prize for expanding*, *no shame in emerging*: spoken of, and given to nothing.
    private func followsPreposition(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        let at = range.lowerBound - 1
        guard at > clause.lowerBound, Self.prepositions.contains(words[at]) else { return false }
        let before = clause.lowerBound..<at
        guard !before.contains(where: { Self.ownWords.contains(words[$0]) }),
            !StageWords.table.all(in: words, before.lowerBound..<range.lowerBound).contains(where: {
                $0.range.upperBound == range.lowerBound
            })
        else { return false }
        let content = before.reduce(0) { $0 + (line.small[$1] == nil && words[$1].kind == .word ? 1 : 0) }
        // *think of established as most bodies doing it*
        if content == 0 { return line.isFacilitator && words[at].key == "of" }
        return content > 1
            || content == 1 && (line.has(.negation, in: before) || before.contains { words[$0].key == "no" })
    }

    // MARK: Spoken of

    /// What a facilitator says to the room, and talk of the meeting: a stage is named in it, and nothing rated.
    func isOnlyMentioned(_ mention: Mention) -> Bool {
        guard !mention.isVerdict, !isBare(mention) || mention.strength == .likely && line.isFacilitator else {
            return false
        }
        if line.isFacilitator, !line.context.isPrivate {
            // *don't worry if it's not yet*
            let isSupposed = line.has(.condition, in: line.all)
            return !line.all.contains {
                Self.ownWords.contains(words[$0]) && words[$0].key != "it" && !(isSupposed && words[$0].key == "its")
            }
        }
        let clause = line.clauses.first { $0.contains(mention.range.lowerBound) } ?? mention.range
        guard clause.lowerBound < mention.range.lowerBound else { return false }
        return confidence(near: mention.range) == nil && TalkReader(line: line).isAboutTheMeeting
            && !line.all.contains { Self.ownWords.contains(words[$0]) }
    }

    private static let ofWhat = WordSet("about how what who why where when whether if")

    /// *don't know about the rest but for us emerging*: what is not known is something else.
    func isAboutOthers(_ mention: Mention, before later: ArraySlice<Mention>) -> Bool {
        mention.stage == SpecialStage.dontKnow && Self.ofWhat.contains(words.key(mention.range.upperBound))
            && later.contains { $0.stage != SpecialStage.dontKnow }
    }

    /// *We are not, in my view, established*: the denial stands before what is put in between.
    func isDeniedAcross(_ clause: Range<Int>, _ former: Mention?) -> Bool {
        // *I'm not, so established* has nothing in between.
        guard let near = line.clauses.last(where: { $0.upperBound < clause.lowerBound }),
            let denied = line.clauses.last(where: { before in
                guard before.upperBound < near.lowerBound, let last = before.last else { return false }
                return line.small[last] == .negation && line.sentenceEnd(last) == line.sentenceEnd(clause.lowerBound)
                    && (line.has(.speaker, in: before) || line.has(.group, in: before))
            })
        else { return false }
        if let former, former.range.lowerBound > denied.lowerBound { return false }
        return line.small[clause.lowerBound] != .speaker && line.small[clause.lowerBound] != .group
    }
}

extension StageWords {
    /// *mine should have been not yet*: a rating put right.
    static let corrected = ["mine", "my rating", "my answer", "my score", "my stage", "my vote"].flatMap {
        mine in
        [
            "should have been", "should be", "shouldve been", "ought to be", "ought to have been", "was meant to be",
            "was supposed to be", "is meant to be", "needs to be", "should have said", "should have read",
            "should read",
            "should say",
        ]
        .map { "\(mine) \($0)" }
    }
    static let wishes =
        [
            "love to", "like to", "want to", "wanted to", "tempted to", "going to", "hoping to", "hoped to",
            "itching to", "nice to", "lovely to", "great to", "easy to", "keen to", "longing to", "dying to",
        ]
        .flatMap { lead in
            [
                "say", "put", "go for", "go with", "call it", "call us", "be able to say", "be able to put", "claim",
                "think were", "think we are", "believe were", "believe we are", "tell you", "report", "see us at",
            ]
            .map { "\(lead) \($0)" }
        }
        + phrases(
            """
            i put, wish we could say, would that we were, would that it were, as if we were, as though we were,
            wish i could say, wish i could put, wish it were, wish it was, wish we were, nearly said, nearly put,
            almost put, part of me says, heart says
            """)
    static let reports = phrases(
        """
        tell you, tells you, tell us, tells us, told us, told me, have you believe, have us believe, calls us,
        theyll say, they will say, theyd say, they would say, people will say, people would say, everybody will say,
        everyone will say, everybody would say, everyone would say, hell say, shell say, hed say, shed say,
        have us at, has us at, have us as, has us as, have us down as, has us down as, had us as,
        reckons, thinks, believes, insists, insist, swears, maintains, make out were, makes out were
        """)
}
