/// Ties between somebody in the room and those whom a decision may pay.
struct InterestTies {
    let line: Line
    private var words: Words { line.words }

    private static let wordsMax = 28
    private static let kin = WordSet(
        """
        brother sister wife husband partner son daughter mum dad mother father cousin uncle aunt nephew niece spouse
        fiance fiancee family law girlfriend boyfriend household friend
        """)
    private static let kinTies = WordSet(
        """
        runs owns manages chairs directs supplies trustee director owner chair bids shares shareholder bidder supplier
        contractor employed consultant board works sells tenders governor
        """)
    private static let ownTies = WordSet(
        """
        trustee shareholder shares stake bid bids bidder bidding tender tendering supplier supply supplies contractor
        consultant landlord invested owner own board
        """)
    private static let holding = WordSet("im am i ive sit own hold")
    private static let trading = WordSet("bid supply")
    private static let paid = WordSet("bidder supplier contractor")
    private static let determiners = WordSet("the a their")
    /// What a line may begin with before its subject.
    private static let openers = WordSet("yes yep well and so just you know")
    /// *should mention I'm …*, *trustee of the bidder here*: lines that leave out their *I*.
    private static let tellings = WordSet("should ought trustee shareholder")

    /// The speaker's own tie, or that of somebody close to them; what is said of others in the room is not theirs to
    /// tell.
    var areTold: Bool {
        guard (3...Self.wordsMax).contains(line.wordCount), !line.endsInQuestion,
            !line.has(.condition, in: line.all), !line.names.hasOther(than: line)
        else { return false }
        return line.clauses.contains { ofKin($0) || ofSpeaker($0) }
    }

    /// *my sister works for a bidder*; not *my sister works nights at the hub*.
    private func ofKin(_ clause: Range<Int>) -> Bool {
        guard let my = clause.first(where: { words[$0].key == "my" }),
            let kin = (my + 1..<min(my + 4, clause.upperBound)).first(where: { Self.kin.contains(words[$0]) }),
            !line.has(.negation, in: clause)
        else { return false }
        return (kin + 1..<max(kin + 1, min(kin + 9, clause.upperBound))).contains { index in
            guard Self.kinTies.contains(words[index]) else { return false }
            return words[index].key != "works" || ["for", "with"].contains(words.key(index + 1))
        }
    }

    /// *I'm a trustee of a charity that bids*, *we supply the trust*; not *I'm a director of nursing*.
    private func ofSpeaker(_ clause: Range<Int>) -> Bool {
        let start = clause.first { !Self.openers.contains(words[$0]) }
        // *we supply the trust*; not *our tender process is slow*
        if let start, words[start].key == "we" {
            return Self.trading.contains(words.key(start + 1)) && !line.has(.negation, in: clause)
        }
        guard let start, Self.holding.contains(words[start]) || line.small[start] == .speaker || isTold(start),
            !line.has(.negation, in: clause)
        else { return false }
        let head = start..<min(start + 8, clause.upperBound)
        if head.contains(where: { words[$0].key == "work" && words.key($0 + 1) == "for" }) {
            return clause.contains { Self.paid.contains(words[$0]) }
        }
        return head.contains { index in
            guard Self.ownTies.contains(words[index]) else { return false }
            switch words[index].key {
            case "board": return Self.determiners.contains(words.key(index - 1)) && words.key(index - 2) == "on"
            case "own": return line.small[index - 1 >= 0 ? index - 1 : index] == .speaker
            default: return true
            }
        }
    }

    /// *I ought to mention that I'm …*
    private func isTold(_ start: Int) -> Bool {
        Self.tellings.contains(words[start])
    }
}
