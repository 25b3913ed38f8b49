// A speaker's own words put right: *correction to 17: two tenders, not one*, *#22 should read: The trust buys in town*.
extension OpeningReader {
    private static let correctExplicit = WordSet(
        """
        correction correcting typo edit amend amendment correct change replace reword swap rephrase fix please can
        could
        """)

    private static let ownAnswers = WordSet(
        """
        answer mind mine level vote support yes no rating block reservation abstention objection position
        """)

    func correct(_ hit: Hit) -> Reading? {
        guard opens(hit, most: 8), !line.endsInQuestion || hit.range.lowerBound < 4 else { return nil }
        let keys = hit.range.map { words[$0].key }
        if line.context.expects == .stage, StageReader(line: line).read() != nil { return nil }
        // *16 I disagree with, no change there*
        if ["no", "not", "never"].contains(words.key(hit.range.lowerBound - 1)) { return nil }
        // *typo just now, I meant 15*: the right words come after these.
        let isAnnounced = line.openings.contains {
            $0.meaning == .correct && words[$0.range.lowerBound].key == "i"
                && (hit.range.upperBound...hit.range.upperBound + 4).contains($0.range.lowerBound)
        }
        if keys == ["typo"], isAnnounced { return nil }
        if line.context.test != nil, line.context.expects == .level,
            Self.ownAnswers.contains(words.key(hit.range.upperBound))
                || keys == ["make", "that"]
        {
            return nil
        }
        let before = (0..<hit.range.lowerBound).lazy.compactMap { index in
            words[index].hasHash || line.context.statements.has(words[index].integer) ? words[index].integer : nil
        }.first
        let lead = leadIn(to: hit, keys, isNamed: before != nil)
        let new = newWords(from: lead.start)
        let entry = lead.entry ?? before ?? new.place?.entry
        let saysOwn = lead.saysOwn || new.place != nil
        guard !new.text.isEmpty, isPutRight(hit, keys, entry, saysOwn) else { return nil }
        return Reading(.corrected(entry: entry, text: new.text), .plain, why: [words.slice(hit.range)])
    }

    /// Whether the words put right what the speaker said, and are no remark: *the form should be shorter*.
    private func isPutRight(_ hit: Hit, _ keys: [WordKey], _ entry: Int?, _ saysOwn: Bool) -> Bool {
        let lastIsOwn = line.context.last.map { $0.by == line.context.speaker.id } ?? false
        let isExplicit = Self.correctExplicit.contains(keys[0])
        if entry == nil, !saysOwn, !(lastIsOwn && (isExplicit || keys.contains("should"))), keys[0] != "correction",
            keys[0] != "typo"
        {
            return false
        }
        // *typo: 2027* puts something right; *a small typo, otherwise no objection*, *typo on the slide, I support it* do not.
        if keys == ["typo"], entry == nil, !saysOwn,
            !(0..<hit.range.lowerBound).allSatisfy({ words[$0].isMark || Self.slips.contains(words[$0]) })
                || !lastIsOwn && !(words.at(hit.range.upperBound)?.isMark ?? false)
        {
            return false
        }
        if keys == ["change"] || keys == ["edit"] || keys == ["amend"] || keys == ["correct"] || keys == ["replace"]
            || keys == ["fix"], entry == nil, !saysOwn
        {
            return false
        }
        if keys == ["should", "be"], entry == nil,
            !lastIsOwn || !["that", "it"].contains(words.key(hit.range.lowerBound - 1))
        {
            return false
        }
        // *I should say my brother-in-law works there*: a way to speak.
        if keys == ["should", "say"], words.key(hit.range.lowerBound - 1) == "i" { return false }
        if keys == ["meant"], !lastIsOwn || line.has(.speaker, in: 0..<hit.range.lowerBound) { return false }
        return !(entry == nil && keys == ["i", "meant"] && line.has(.negation, in: 0..<hit.range.lowerBound))
    }

    // MARK: Where the new words start

    private static let leadInLeads = WordSet(
        """
        to in my number no entry statement the last one message point that it should say read is i meant was
        line comment on above be have said above for post please text wording
        """)
    private static let leadInNouns = WordSet(
        "last previous one message point statement line comment post wording text entry number remark above")

    /// They belong to the new words: *typo, £25,000*.
    private static let keptMarks = WordSet("\" ' £ € $")
    private static let own = WordSet("my last previous above")
    private static let beforeNew = WordSet("to say read said be")
    /// New words come right after them, so that a number is one of these: *that should say 14 months*.
    private static let closing = WordSet("say read said be meant that it type")

    /// Past *to*, *my last*, *#17 should say*: where the new words start, the entry named, whether it is one's own.
    private func leadIn(
        to hit: Hit, _ keys: [WordKey], isNamed isNamedBefore: Bool
    ) -> (start: Int, entry: Int?, saysOwn: Bool) {
        var low = hit.range.upperBound
        var entry: Int?
        var saysOwn =
            keys.contains("my") || keys.contains("last") || keys.contains("mistyped") || keys.contains("meant")
            || keys.contains("misspoke")
        let last = keys.last ?? .empty
        let isClosed = Self.closing.contains(last) || last == "to" && keys.count > 2
        var isNamed =
            isNamedBefore || keys.contains(where: Self.own.contains) || isClosed && Self.beforeNew.contains(last)
        while low < words.count, low < hit.range.upperBound + 12 {
            if isNamed, Self.beforeNew.contains(words[low - 1]) || Words.endsClause(words[low - 1]) {
                return (pastSaying(low), entry, saysOwn)
            }
            if let number = words[low].integer ?? sNumber(low), entry == nil, isEntry(low),
                words[low].hasHash
                    || !isNamedBefore && (!isClosed || ["to", "should", "was"].contains(words.key(low + 1)))
            {
                entry = number
                isNamed = true
            } else if words[low].key == "my" || words[low].key == "meant" {
                saysOwn = true
            } else if words[low].key == "the", !Self.leadInNouns.contains(words.key(low + 1)) {
                break
            } else if !Self.leadInLeads.contains(words[low]),
                !words[low].isMark || Self.keptMarks.contains(words[low])
            {
                break
            }
            isNamed = isNamed || Self.own.contains(words[low])
            low += 1
        }
        return (low, entry, saysOwn)
    }

    private static let sayings = WordSet("should ought to have meant was needs say said read be been please")
    private static let obliged = WordSet("should ought meant needs")

    /// Past *it should say*, *to read*: what still leads up to the new words, once it is told what is put right.
    /// *The trust buys in town*, *It is not the price* are new words from their first.
    private func pastSaying(_ index: Int) -> Int {
        let low = pastMarks(index)
        var place = ["it", "that", "this", "i"].contains(words.key(low)) ? low + 1 : low
        let isSaying =
            Self.obliged.contains(words.key(place))
            || place == low
                && (["say", "read", "please"].contains(words.key(place))
                    || words.key(place) == "to" && Self.beforeNew.contains(words.key(place + 1)))
        guard isSaying, place > low || words.at(place)?.isCapital == false else { return low }
        while place < words.count, Self.sayings.contains(words[place]) { place += 1 }
        return pastMarks(place)
    }

    private func pastMarks(_ index: Int) -> Int {
        var low = index
        while low < words.count, words[low].isMark, !Self.keptMarks.contains(words[low]) { low += 1 }
        return low
    }
}
