/// Reads lines that say what they are: park this, I declare, correction to 17, I'm off.
struct OpeningReader {
    let line: Line
    var words: Words { line.words }
    typealias Hit = PhraseTable<OpeningMeaning>.Found

    func read() -> Reading? {
        let hits = line.openings
        for hit in hits {
            guard let reading = read(hit) else { continue }
            return reading
        }
        if let sentence = readSentence() ?? readOwnWords() ?? saysGoodbye() { return sentence }
        if line.context.step != .opening, line.context.members.index(id: line.context.speaker.id) != nil { return nil }
        return JoinReader(line: line).read(nil)
    }

    private func read(_ hit: Hit) -> Reading? {
        switch hit.meaning {
        case .park: park(hit)
        case .interest: interest(hit)
        case .minority: minority(hit)
        case .correct: correct(hit)
        case .withdraw: withdraw(hit)
        case .leave: leave(hit)
        case .join: JoinReader(line: line).read(hit)
        case .named, .unnamed: naming(hit)
        case .proposeDecision, .proposeAim, .proposeObjective, .proposePosition: nil
        }
    }

    static let leads = WordSet(
        """
        can we could please pls lets i id like want would to sorry just so and ok oops whoops quick small one a
        the my for record ah actually hang on hi all right well need should must have put in it add may shall
        you im before start before go further chair transparency full better id that this ill us let me ought
        think this thats declare worth also minor correction probably maybe suggest there now wish be do get got
        of interest conflict potential possible a folks kindly down everyone afraid guess dont mind thanks apologies nope no
        argh gah wait oh dear if ive am wanted as my flag note going gonna shall happy suppose
        """)

    /// The words before an opening are those that lead up to one.
    func opens(_ hit: Hit, most: Int = 6) -> Bool {
        let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
        let before = clause.lowerBound..<hit.range.lowerBound
        return before.count <= most
            && before.allSatisfy {
                OpeningReader.leads.contains(words[$0]) || isEntry($0) && words[$0].kind == .number
                    || line.names.match($0) != nil || words[$0].kind == .emoji
            }
    }

    func text(after index: Int) -> String { line.reason(skip(index)..<words.count) }

    /// Past the small words between an opening and what it is about.
    func skip(_ index: Int) -> Int {
        var low = index
        while low < words.count,
            words[low].isMark && words[low].key != "\"" && words[low].key != "'"
                || ["that", "is", "please", "as", "follows", "in", "these", "words", "this"].contains(words[low].key)
                    && low < index + 5 && words.count > low + 2
        {
            if words[low].key == "this" || words[low].key == "that" || words[low].key == "in",
                words[low + 1].kind == .word, words[low].key != "that",
                words[low + 1].key != "these"
            {
                break
            }
            low += 1
        }
        return low
    }

    // MARK: Each kind

    private static let interestFillers = WordSet(
        """
        an interest a here from me on that of to declare conflict potential as for this one record now possible
        in item
        """)

    private func interest(_ hit: Hit) -> Reading? {
        guard opens(hit, most: 9) || declaresFirstHand(hit), !line.endsInQuestion else { return nil }
        let saysSpeaker = words.all.contains { ["i", "im", "my", "ive", "our", "we", "me"].contains($0.key) }
        let keys = hit.range.map { words[$0].key }
        guard
            saysSpeaker || keys.first == "declaration" || keys.first == "conflict" || keys.first == "declaring"
                || keys.first == "doi"
        else { return nil }
        if Self.openly.contains(keys), !tellsTie(after: hit) { return nil }
        if keys == ["declaration"], !(words.at(hit.range.upperBound)?.isMark ?? false) { return nil }
        if keys == ["an", "interest"] || keys == ["my", "interest"],
            !line.words.all.contains(where: { $0.key.hasPrefix("declar") || $0.key.hasPrefix("conflict") })
        {
            return nil
        }
        var low = skip(hit.range.upperBound)
        while low < words.count,
            Self.interestFillers.contains(words[low]) && line.small[low] != .speaker || words[low].isMark
        {
            low += 1
        }
        var text = line.reason(pastAsides(low)..<words.count)
        if Folding.folded(text).split(separator: " ").count < 2 {
            let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
            text = clause.lowerBound > 0 ? line.reason(0..<clause.lowerBound) : text
        }
        guard !text.isEmpty else { return nil }
        return Reading(.interestDeclared(text: text), .plain, why: [words.slice(hit.range)])
    }

    private static let openly = Set(OpeningWords.openly.map { Lexicon.words(of: $0).map { WordKey($0) } })
    private static let ties = WordSet(
        """
        chair trustee governor director board own owns shares shareholder rent bid bids supply supplies supplier adviser
        advisor consultant employed employee work works worked married wife husband brother sister partner son daughter
        landlord tenant owner member paid funded grant contract client bidder stake invested
        """)

    /// *in the interests of openness, I'm married to the owner*; not *full disclosure, I haven't read the papers*.
    private func tellsTie(after hit: Hit) -> Bool {
        let rest = hit.range.upperBound..<words.count
        return !line.openings.contains { $0.meaning == .interest && $0.range.lowerBound >= rest.lowerBound }
            && rest.contains { Self.ties.contains(words[$0]) }
    }

    private static let asides = WordSet("before as since while given")
    private static let afterAsides = WordSet("which that is namely being")

    /// *I ought to declare, before we start, that …*: past a clause that says why now, to the interest itself.
    private func pastAsides(_ index: Int) -> Int {
        guard index < words.count, Self.asides.contains(words[index]),
            let mark = (index..<words.count - 1).first(where: { Words.endsClause(words[$0]) })
        else { return index }
        var low = mark + 1
        while low < words.count - 1, Self.afterAsides.contains(words[low]) { low += 1 }
        return low
    }

    /// *before this goes further I should declare …*: whatever leads up to it, the speaker declares.
    private func declaresFirstHand(_ hit: Hit) -> Bool {
        words[hit.range.lowerBound].key == "i" && hit.range.contains { words[$0].key == "declare" }
            && !(0..<hit.range.lowerBound).contains {
                line.small[$0] == .negation
                    || line.small[$0] == .condition
                        && words[$0].key != "before"
                    || line.small[$0] == .past
            }
    }

    private static let minorityFillers = WordSet(
        """
        on the record minutes in these words recorded minuted please that as is minority view my to be noted
        here it with this one from me want i
        """)

    private func minority(_ hit: Hit) -> Reading? {
        let keys = hit.range.map { words[$0].key }
        let isBareNoun = keys.first == "minority" || keys.first == "dissenting"
        guard opens(hit, most: 10),
            !line.endsInQuestion || words.all.prefix(3).contains(where: { $0.key == "can" || $0.key == "could" })
        else { return nil }
        if isBareNoun, !(words.at(hit.range.upperBound)?.isMark ?? false), colon(after: hit.range.upperBound) == nil,
            !line.words.all.prefix(hit.range.lowerBound).contains(where: {
                $0.key == "my" || $0.key == "record" || $0.key == "minute"
            }), !["from", "for"].contains(words.key(hit.range.upperBound))
        {
            return nil
        }
        // *please minute that I think it is too late*: the *I* is the holder's own.
        let startsOwn =
            keys.last == "i" || keys.contains("i") && words.key(hit.range.upperBound) == "with"
        let own = startsOwn ? hit.range.last(where: { words[$0].key == "i" }) : nil
        var low = own ?? skip(hit.range.upperBound)
        var place = low
        while place < words.count, place < low + 8, Self.minorityFillers.contains(words[place]) || words[place].isMark {
            place += 1
            if words[place - 1].isMark,
                words[place - 1].key != "," || Self.minorityFillers.contains(words.key(place)) == false
            {
                low = place
            }
        }
        if isBareNoun, let colon = colon(after: hit.range.upperBound) { low = max(low, colon + 1) }
        let text = line.reason(min(low, words.count)..<words.count)
        guard !text.isEmpty else { return nil }
        return Reading(.minorityStated(text: text), .plain, why: [words.slice(hit.range)])
    }

    private static let leadMost = 8

    /// *minority view from me for the record: …*, *my minority view on the aim: …*: where the lead to the text ends.
    private func colon(after index: Int) -> Int? {
        let lead = index..<min(words.count, index + Self.leadMost)
        guard let mark = lead.first(where: { words[$0].isMark(":") || words[$0].endsSentence }),
            words[mark].isMark(":"), mark + 1 < words.count
        else { return nil }
        return mark
    }

    func sNumber(_ index: Int) -> Int? {
        words[index].key.first == UInt8(ascii: "s") ? words[index].key.integer(from: 1) : nil
    }

    /// A number that can be an entry's: with `#`, an open statement's, or after words that lead to one.
    func isEntry(_ index: Int) -> Bool {
        if words[index].hasHash { return true }
        if line.context.statements.has(words[index].integer ?? sNumber(index)) {
            return true
        }
        return ["to", "number", "no", "entry", "statement", "withdraw", "correct", "correction", "strike"].contains(
            words.key(index - 1))
            && (words.at(index + 1)?.isMark ?? true)
    }

    private static let withdrawNouns = WordSet(
        """
        last my that message comment one point statement remark it line post said entry what previous
        """)

    private func withdraw(_ hit: Hit) -> Reading? {
        guard opens(hit, most: 8), !line.endsInQuestion || hit.range.lowerBound < 5 else { return nil }
        let keys = hit.range.map { words[$0].key }
        let rest = hit.range.upperBound..<min(words.count, hit.range.upperBound + 9)
        if PositionReader(line).namesOwnAgreement(in: hit.range.lowerBound..<rest.upperBound) { return nil }
        var entry: Int?
        for index in rest where entry == nil && isEntry(index) { entry = words[index].integer ?? sNumber(index) }
        // *93 was mine, please withdraw it*
        for index in 0..<hit.range.lowerBound where entry == nil && words[index].kind == .number && isEntry(index) {
            entry = words[index].integer
        }
        let isOwn =
            entry != nil || keys.contains("my") || keys.contains("that") || keys.contains("it") || keys.contains("last")
            || keys.contains("said")
            || rest.contains { Self.withdrawNouns.contains(words[$0]) }
        guard isOwn, line.wordCount <= 20 else { return nil }
        if keys == ["withdraw"] || keys == ["withdrawing"], entry == nil,
            words.at(hit.range.upperBound).map({ Self.withdrawNouns.contains($0.key) || $0.isMark }) != true
        {
            return nil
        }
        return Reading(.withdrawn(entry: entry), .plain, why: [words.slice(hit.range)])
    }

    private func naming(_ hit: Hit) -> Reading? {
        let isAll = line.wordCount - hit.range.count <= 4
        guard line.context.expects == .text || words.all.contains(where: { $0.key == "minority" }), isAll,
            !line.endsInQuestion
        else { return nil }
        return Reading(.minorityNaming(named: hit.meaning == .named), .plain, why: [words.slice(hit.range)])
    }
}
