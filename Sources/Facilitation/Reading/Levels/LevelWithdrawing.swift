// An answer to the proposal under test that is taken back in plain words, and no other put in its place.
extension LevelReader {
    private static let dropping = WordSet(
        """
        take scrap discount ignore forget cancel strike remove delete drop bin disregard pull void scratch withdraw
        retract leave undo erase
        """)
    private static let answerNouns = WordSet("answer vote yes no support level response block abstention tick")
    private static let counts = WordSet("count tally reckoning vote votes")
    private static let voting = WordSet(
        """
        answer answering answered vote voting voted take taking taken said supported agreed backed
        """)
    private static let shoulds = WordSet("shouldnt oughtnt")
    private static let betweenShould = WordSet("not to really be being have been ever actually even probably by rights")
    /// Longer lines say more than that.
    private static let longest = 20

    /// *I've changed my mind*, *don't count me*, *I shouldn't answer, my wife works there*: heard, and asked about.
    func takenBack() -> Reading? {
        guard line.wordCount <= Self.longest, !line.endsInQuestion, !line.has(.condition, in: line.all),
            let back = dropsAnswer() ?? isGivenBack() ?? isNotToCount() ?? shouldNotAnswer() ?? changedMind(),
            !line.levels.contains(where: { isAnswer($0.meaning) && !back.overlaps($0.range) })
        else { return nil }
        // *scrap my answer*, in so many words
        if let withdrawn = OpeningReader(line: line).read(), case .withdrawn(entry: nil) = withdrawn.event {
            return withdrawn
        }
        return Reading(.withdrawn(entry: nil), .likely, why: [words.slice(back)])
    }

    private func isAnswer(_ meaning: LevelMeaning) -> Bool {
        switch meaning {
        case .level, .yes, .no, .wontBlock: true
        case .worry, .sarcasm, .noAnswer: false
        }
    }

    private func isLedBySmall(_ index: Int) -> Bool {
        let clause = line.clauses.first { $0.contains(index) } ?? index..<index
        return (clause.lowerBound..<index).allSatisfy {
            [.neutral, .speaker, .hedge, .joint].contains(line.small[$0])
                || OpeningReader.leads.contains(words[$0])
        }
    }

    /// *scrap my answer*, *take my vote out*, *take me out of the count*
    private func dropsAnswer() -> Range<Int>? {
        line.all.lazy.compactMap { index -> Range<Int>? in
            guard Self.dropping.contains(words[index]), isLedBySmall(index),
                !line.has(.negation, in: max(0, index - 3)..<index)
            else { return nil }
            let isOut = ["take", "leave"].contains(words[index].key)
            let my = ["out", "back", "off"].contains(words.key(index + 1)) ? index + 2 : index + 1
            if words.key(my) == "my", words.at(my + 1).map(Self.answerNouns.contains) == true {
                guard !isOut || my > index + 1 || ["out", "back", "off", "away"].contains(words.key(my + 2)) else {
                    return nil
                }
                return index..<my + 2
            }
            guard words.key(index + 1) == "me",
                let count = (index + 2..<min(words.count, index + 6)).first(where: { Self.counts.contains(words[$0]) })
            else { return nil }
            return index..<count + 1
        }.first
    }

    private static let gifts = WordSet("support agreement backing yes vote answer")
    private static let undone = WordSet("withdrawn retracted rescinded revoked pulled cancelled")

    /// *support withdrawn*, *my support is withdrawn*; not *support withdrawn from the buses*.
    private func isGivenBack() -> Range<Int>? {
        line.all.first { index in
            guard Self.gifts.contains(words[index]) else { return false }
            var end = index + 1
            while end < words.count, ["is", "now", "hereby", "has", "been"].contains(words[end].key) { end += 1 }
            guard let done = words.at(end), Self.undone.contains(done), words.at(end + 1)?.isMark ?? true else {
                return false
            }
            return (0..<index).allSatisfy {
                line.small[$0] == .neutral || line.small[$0] == .speaker || words[$0].isMark
                    || ["my", "our", "full"].contains(words[$0].key)
            }
        }.map { $0..<$0 + 2 }
    }

    private static let afterCount = WordSet(
        "please then now today here thanks at all for this one on in it sorry anymore")

    /// *don't count me*, *please don't count my vote*; *don't count me either way* is no answer, and none taken back.
    private func isNotToCount() -> Range<Int>? {
        line.all.first { index in
            guard ["dont", "not"].contains(words[index].key), words.key(index + 1) == "count", isLedBySmall(index)
            else { return false }
            let isMine = words.key(index + 2) == "my" && words.at(index + 3).map(Self.answerNouns.contains) == true
            guard isMine || words.key(index + 2) == "me" else { return false }
            let end = (index..<words.count).first { words[$0].endsClause } ?? words.count
            return (index + (isMine ? 4 : 3)..<max(index + 4, end)).allSatisfy {
                $0 >= end || Self.afterCount.contains(words[$0]) && words[$0].key != "in"
            }
        }.map { $0..<min($0 + 4, words.count) }
    }

    /// *actually I shouldn't answer*, *I ought not to have voted*: the speaker, of the answer they gave.
    private func shouldNotAnswer() -> Range<Int>? {
        line.all.lazy.compactMap { index -> Range<Int>? in
            let isDenied =
                Self.shoulds.contains(words[index])
                || ["should", "ought"].contains(words[index].key) && words.key(index + 1) == "not"
            guard isDenied, words.key(index - 1) == "i" || words.key(index - 2) == "i", isLedBySmall(index) else {
                return nil
            }
            var verb = index + 1
            while let word = words.at(verb), Self.betweenShould.contains(word) { verb += 1 }
            guard let word = words.at(verb), Self.voting.contains(word) else { return nil }
            if word.key == "said" {
                return words.at(verb + 1).map(Self.answerNouns.contains) == true ? index..<verb + 2 : nil
            }
            guard word.key.hasPrefix("tak") else { return index..<verb + 1 }
            return words.key(verb + 1) == "part" ? index..<verb + 2 : nil
        }.first
    }

    private static let changing = WordSet("changed changing change")
    private static let changed = WordSet("mind answer vote level view")
    private static let besideChange = WordSet(
        """
        ive have i im am my about on this it that the one proposal aim objective decision position now want to would
        id like need again since having heard all its still
        """)

    /// *I've changed my mind*, and no word of what to: the line says nothing else.
    private func changedMind() -> Range<Int>? {
        guard
            let change = line.all.first(where: {
                Self.changing.contains(words[$0]) && words.key($0 + 1) == "my"
                    && words.at($0 + 2).map(Self.changed.contains) == true
            }), words[change].key == "changed" || line.has(.speaker, in: 0..<change) || words.key(0) == "id"
        else { return nil }
        let found = change..<change + 3
        let isAlone = line.all.allSatisfy { index in
            found.contains(index) || words[index].isMark || words[index].kind == .emoji
                || line.small[index] == .neutral || Self.besideChange.contains(words[index])
        }
        return isAlone && !line.has(.negation, in: line.all) ? found : nil
    }

    // MARK: A refusal that is over

    private static let withdrawing = WordSet(
        """
        withdraw withdraws withdrawing withdrawn withdrew drop drops dropping dropped lift lifts lifting lifted remove
        removing removed removes back scrap scrapping scrapped forget bin binning ditch ditching strike striking scratch scratching cancel
        cancelling delete discard retract retracting retracted pull pulling erase undo ignore disregard waive waiving
        abandon abandoning lose
        former previous earlier old
        """)
    private static let objections = WordSet("objection objections block veto reservation reservations")
    private static let betweenVerb = WordSet("my that the this our his her their out off up back down")
    private static let met = WordSet(
        "met answered resolved gone withdrawn lifted addressed satisfied dropped dealt removed")
    private static let toCome = WordSet("id ill would will can could may might wed well going")
    private static let others = WordSet("you they he she everyone everybody nobody people")
    private static let asking = WordSet("can could would will please")
    private static let times = WordSet("after before when whenever now")
    private static let adjectives = WordSet("former previous earlier old")

    /// *withdrawing my block*, *scrap my objection*, *my objection is met*: a refusal that is over. One that is to be
    /// lifted only if something happens, or is not, still stands.
    func isWithdrawn(_ range: Range<Int>) -> Bool {
        if let verb = withdrawal(of: range) {
            // *if Una drops her block* is about Una's.
            return ["his", "her", "their"].contains(words.key(range.lowerBound - 1)) || !isKept(verb, range)
        }
        guard range.contains(where: { Self.objections.contains(words[$0]) }) else { return false }
        let after = range.upperBound..<min(words.count, range.upperBound + 4)
        return after.contains { Self.met.contains(words[$0]) } && !line.has(.negation, in: after)
            && !line.has(.condition, in: line.all)
    }

    /// *I won't lift my block*, *I'd drop my objection once there is a date*
    func keepsObjection(_ range: Range<Int>) -> Bool {
        guard let verb = withdrawal(of: range), !Self.adjectives.contains(words[verb]) else { return false }
        return isKept(verb, range) && (verb..<range.upperBound).contains { ["my", "our"].contains(words[$0].key) }
    }

    /// The verb that takes back an objection named right after it.
    private func withdrawal(of range: Range<Int>) -> Int? {
        guard range.contains(where: { Self.objections.contains(words[$0]) || words[$0].key == "my" }) else {
            return nil
        }
        var place = range.lowerBound - 1
        while place > 0, Self.betweenVerb.contains(words[place]), words[place].key != "back" { place -= 1 }
        guard place >= 0, place >= range.lowerBound - 3 else { return nil }
        if Self.withdrawing.contains(words[place]) { return place }
        // *take my block off*
        return words[place].key == "take" && CommonWords.away.contains(words.key(range.upperBound)) ? place : nil
    }

    private func isKept(_ verb: Int, _ range: Range<Int>) -> Bool {
        let clause = line.clauses.first { $0.contains(verb) } ?? verb..<range.upperBound
        if line.has(.negation, in: clause.lowerBound..<verb) { return true }
        // *you ignore my objection*; not *could you drop my objection*.
        if Self.others.contains(words.key(verb - 1)), !Self.asking.contains(words.key(verb - 2)) { return true }
        let isToCome = (clause.lowerBound..<verb).contains { Self.toCome.contains(words[$0]) }
        let sentence = clause.lowerBound..<line.sentenceEnd(range.upperBound - 1)
        // *after hearing Una I withdraw my block* waits for nothing more.
        return sentence.contains {
            line.small[$0] == .condition && !words[$0].isQuoted && !isMild($0)
                && (isToCome || !Self.times.contains(words[$0]))
        }
    }

    /// *drop my objection, support*: what is asked for is done as it is said.
    func takesOwnAnswerBack(_ demand: Range<Int>) -> Bool {
        demand.contains { index in
            Self.objections.contains(words[index]) && (withdrawal(of: index..<index + 1).map(demand.contains) ?? false)
        }
    }

    /// *withdrawing my block, support now*, *don't lift my block*: more than taking words back.
    var answersBesideWithdrawing: Bool {
        var isOver = false
        for hit in line.levels {
            guard case .level(let level, _) = hit.meaning, !level.supports else { continue }
            if keepsObjection(hit.range) { return true }
            isOver = isOver || isWithdrawn(hit.range)
        }
        return isOver
            && line.levels.contains {
                if case .level(let level, _) = $0.meaning { level.supports || level == .standAside } else { false }
            }
    }
}
