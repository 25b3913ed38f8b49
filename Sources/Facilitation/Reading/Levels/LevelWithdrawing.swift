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
}
