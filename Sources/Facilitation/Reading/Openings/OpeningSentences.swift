// Lines that say what they are by a whole sentence and not by their first words: a verb of recording with a word of
// dissent, a verb of striking with what it strikes.
extension OpeningReader {
    /// What a sentence asks to have recorded, struck or put right; nil when it is none of these.
    func readSentence() -> Reading? {
        guard !line.endsInQuestion, line.context.expects != .stage else { return nil }
        if line.isFacilitator { return nil }
        let reader = DissentReader(line: line)
        let dissent = reader.readClause() ?? reader.readRequest()
        let other = dissent ?? struckOut() ?? starred() ?? meantAfterwards()
        return other ?? (words.cues.contains(.interests) ? ownInterest() : nil)
    }

    // MARK: What may stand before the verb

    private static let sentenceLeads = WordSet(
        """
        can you could would will please pls kindly i id ill we want like wish need to have should just so and ok sorry
        then well now also chair let me must ask may oops whoops argh oh ah no wait actually it that
        """)

    func isLead(_ index: Int) -> Bool {
        OpeningReader.sentenceLeads.contains(words[index]) || line.names.match(index) != nil
    }

    // MARK: Words taken back

    private static let striking = WordSet(
        """
        scrub delete strike scrap bin drop cancel retract remove erase ditch wipe kill pull void unsay withdraw lose
        disregard ignore forget scratch discard undo
        """)
    private static let ownWords = WordSet(
        """
        put said wrote typed posted sent
        """)

    /// *scrub 23 please*, *delete what I just put*.
    private func struckOut() -> Reading? {
        guard let verb = words.all.indices.first(where: { words[$0].kind == .word && !isLead($0) }),
            OpeningReader.striking.contains(words[verb]) || words[verb].key == "take", line.wordCount <= 24
        else { return nil }
        var index = verb + 1
        while index < words.count, index < verb + 4,
            ["number", "no", "out", "back", "entry", "point", "statement", "please", "off"].contains(words[index].key)
        {
            index += 1
        }
        if let number = words.at(index), number.kind == .number || number.key.first == UInt8(ascii: "s"),
            let entry = number.integer ?? number.key.integer(from: 1),
            number.hasHash || line.context.statements.has(entry)
        {
            let next = words.at(index + 1)
            let isTakenAway = next.map(CommonWords.away.contains) ?? false
            guard
                isTakenAway || words[verb].key != "take" && (next.map { $0.isMark } ?? true)
                    || line.small[index + 1 < words.count ? index + 1 : index] != nil && words[verb].key != "take"
            else { return nil }
            return Reading(.withdrawn(entry: entry), .plain, why: [words.slice(verb..<index + 1)])
        }
        guard words.key(index) == "what", words.key(index + 1) == "i" || words.key(index + 1) == "ive" else {
            return nil
        }
        let said = (index + 2..<min(index + 5, words.count)).first { OpeningReader.ownWords.contains(words[$0]) }
        guard let said else { return nil }
        // *ignore what I said at #3*
        if ["at", "in", "as"].contains(words.key(said + 1)), words.at(said + 2)?.hasHash == true,
            let entry = words.at(said + 2)?.integer
        {
            return Reading(.withdrawn(entry: entry), .plain, why: [words.slice(verb..<said + 3)])
        }
        return Reading(.withdrawn(entry: nil), .plain, why: [words.slice(verb..<said + 1)])
    }

    // MARK: Words put right

    private var lastIsOwn: Bool { line.context.last.map { $0.by == line.context.speaker.id } ?? false }

    /// *\*sooner, not faster (33)*: a star before the right words.
    private func starred() -> Reading? {
        guard words.count > 1, words[0].isMark("*"), words[1].kind == .word || words[1].kind == .number else {
            return nil
        }
        var end = words.count
        var entry: Int?
        if let open = words.all.lastIndex(where: { $0.isMark("(") }), let number = words.at(open + 1)?.integer,
            words.at(open + 2)?.isMark(")") ?? true, line.context.statements.has(number)
        {
            entry = number
            end = open
        }
        let text = words.slice(1..<end)
        guard !text.isEmpty, entry != nil || lastIsOwn else { return nil }
        return Reading(.corrected(entry: entry, text: text), .plain, why: ["*"])
    }

    static let slips = WordSet(
        """
        oops whoops sorry argh gah oh ah no wait rather ugh doh damn apologies typo i mean
        """)

    /// *oops, twice in 2024 I meant*: the right words come first.
    private func meantAfterwards() -> Reading? {
        guard lastIsOwn, line.wordCount <= 16, let last = words.all.lastIndex(where: { $0.kind == .word }),
            last >= 2
        else { return nil }
        var end = last
        if words[last].key == "say" || words[last].key == "type" || words[last].key == "write",
            words.key(last - 1) == "to"
        {
            end = last - 2
        }
        guard end >= 2, words[end].key == "meant" || words[end].key == "mean", words[end - 1].key == "i",
            words.key(end - 2) != "what"
        else { return nil }
        var start = 0
        while start < end - 1, words[start].isMark || OpeningReader.slips.contains(words[start]) { start += 1 }
        let text = words.slice(start..<end - 1)
        return text.isEmpty ? nil : Reading(.corrected(entry: nil, text: text), .plain, why: ["I meant"])
    }

    // MARK: Interests

    private static let interestKinds = WordSet(
        """
        an a the my financial personal commercial pecuniary direct indirect business professional family possible
        potential own slight small clear obvious some
        """)

    private static let kin = WordSet(
        "brother sister wife husband partner son daughter mum dad mother father cousin uncle aunt law firm company")
    /// Without one of them nobody declares a tie.
    static let interestWords = ["interest", "conflict"] + kin.words
    private static let ties = WordSet(
        "runs owns manages works chairs directs supplies trustee director owner on at for")
    private static let tellings = WordSet("ought better should must have need")
    private static let toldAs = WordSet("say mention declare admit add flag")

    /// *I ought to say, my brother-in-law runs the agency*: a tie, told because it ought to be.
    private func tellsOfTie() -> Reading? {
        guard !line.endsInQuestion, line.context.test == nil || line.context.expects != .level,
            let my = words.all.firstIndex(where: { $0.key == "my" }),
            (my + 1..<min(my + 4, words.count)).contains(where: { Self.kin.contains(words[$0]) }),
            (my + 2..<min(my + 9, words.count)).contains(where: { Self.ties.contains(words[$0]) }),
            let duty = words.all.firstIndex(where: { Self.tellings.contains($0) }),
            (duty + 1..<min(duty + 4, words.count)).contains(where: { Self.toldAs.contains(words[$0]) }),
            line.has(.speaker, in: max(0, duty - 2)..<duty) || ["id", "i"].contains(words.key(duty - 1))
        else { return nil }
        let start = duty < my ? my : 0
        return Reading(
            .interestDeclared(text: line.reason(start..<words.count)), .plain, why: [words.slice(duty..<duty + 1)])
    }

    /// *I have an interest here, I'm on their board*; not *I have an interest in history*.
    private func ownInterest() -> Reading? {
        if let declared = tellsOfTie() { return declared }
        for clause in line.clauses.prefix(2) {
            guard let noun = clause.first(where: { ["interest", "conflict"].contains(words[$0].key) }),
                noun > clause.lowerBound
            else { continue }
            var have = noun - 1
            while have > clause.lowerBound, OpeningReader.interestKinds.contains(words[have]) { have -= 1 }
            let says =
                words[have].key == "have" && words.key(have - 1) == "i" || words[have].key == "ive"
                || words[have].key == "got" && words.key(have - 1) == "ive"
            guard says, noun - have >= 2,
                !(clause.lowerBound..<have).contains(where: { line.small[$0] == .negation })
            else { continue }
            var after = noun + 1
            while after < clause.upperBound, ["here", "in", "this", "it", "to", "declare"].contains(words[after].key) {
                after += 1
            }
            let text = line.reason(after..<words.count)
            guard after == clause.upperBound || words[noun + 1].key == "to", !text.isEmpty else { continue }
            return Reading(.interestDeclared(text: text), .plain, why: [words.slice(have..<noun + 1)])
        }
        return nil
    }
}
