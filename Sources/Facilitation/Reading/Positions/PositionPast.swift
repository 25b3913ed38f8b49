// Opinions that were held once and are over: *I disagreed until I saw the list*, *I'd have disagreed, she has turned me
// round*. What is over is turned the other way and asked about.
extension PositionReader {
    private static let overs = WordSet("anymore longer nowadays")

    /// *I used to disagree. I don't any more.*
    func isOver(after index: Int) -> Bool {
        (index..<words.count).contains { place in
            Self.overs.contains(words[place])
                || words[place].key == "any" && words.key(place + 1) == "more"
                || isTillSpeaker(place)
                || words[place].key == "was" && ["wrong", "mistaken"].contains(words.key(place + 1))
                || words[place].key == "stand" && words.key(place + 1) == "corrected"
                || words[place].key == "changed" && words.key(place + 1) == "my"
                || isTurnedRound(place) || isNotNow(place)
        }
    }

    /// *I did agree with 56, till I saw where it went*
    private func isTillSpeaker(_ place: Int) -> Bool {
        ["till", "until"].contains(words[place].key) && place + 1 < words.count && line.small[place + 1] == .speaker
    }

    private static let turnings = WordSet("turned talked brought won swung")
    private static let rounds = WordSet("round around over")
    private static let persuasions = WordSet("convinced persuaded converted")
    private static let notDone = WordSet(
        """
        not never hasnt havent hadnt isnt wasnt didnt to if unless until till could would might may cant couldnt nobody
        nothing nowt none no neither nor hardly barely nearly almost half partly who what
        """)

    /// *she's since turned me round*, *Owen has won me over*, *the figures convinced me*
    private func isTurnedRound(_ place: Int) -> Bool {
        guard words.key(place + 1) == "me", !words[place].isQuoted,
            Self.turnings.contains(words[place]) && Self.rounds.contains(words.key(place + 2))
                || Self.persuasions.contains(words[place])
        else { return false }
        return !(max(0, place - 3)..<place).contains { Self.notDone.contains(words[$0]) }
    }

    private static let nowTimes = WordSet("now today tonight these")

    /// *Not these days*, *now I don't*: a clause that does no more than put it in the past.
    private func isNotNow(_ place: Int) -> Bool {
        func closes(_ end: Int) -> Bool { words.at(end).map { $0.isMark || $0.kind == .emoji } ?? true }
        if words[place].key == "not", Self.nowTimes.contains(words.key(place + 1)) {
            return words.key(place + 1) == "these" ? words.key(place + 2) == "days" : closes(place + 2)
        }
        return words[place].key == "now" && words.key(place + 1) == "i" && words.key(place + 2) == "dont"
            && closes(place + 3)
    }

    /// *I was wrong*, *I stand corrected*, *I've changed my mind*.
    func saysOwnError(after index: Int) -> Bool {
        (index..<words.count).contains { place in
            isTillSpeaker(place)
                || words[place].key == "was" && words.key(place - 1) == "i" && words.key(place + 1) == "wrong"
                || words[place].key == "corrected" && words.key(place - 1) == "stand"
                || words[place].key == "mind" && words.key(place - 1) == "my" && words.key(place - 2) == "changed"
        }
    }

    /// *I'd have disagreed*: *have* is no word of its own there.
    func isPastModal(_ place: Int) -> Bool {
        words[place].key == "have" && ["id", "wed"].contains(words.key(place - 1))
    }

    /// *I was against 14, Una's won me over*: no verb of disagreeing, and over all the same.
    func wasAgainst(_ opinion: Opinion) -> Bool {
        guard opinion.form == .transitive || opinion.form == .phrase, opinion.stance == .disagree else { return false }
        let end = opinion.range.upperBound
        return (end..<max(end, words.count)).contains(where: isTurnedRound)
    }

    /// *Una and Len used to disagree about 14*: neither of them speaks. *Used to disagree with 14* leaves its *I* out.
    func isOthersPast(_ lead: Range<Int>) -> Bool {
        !line.has(.speaker, in: lead) && !line.has(.group, in: lead)
            && lead.contains { words[$0].key != "id" && finder.match(at: $0)?.kind == .name }
    }

    /// *I'd have disagreed once, but she turned me round*: what the *but* leads to is why it is over.
    func isOverturned(_ opinion: Opinion) -> Bool {
        opinion.stance == .agree && opinion.form == .verb && words[opinion.range.lowerBound].key.hasPrefix("dis")
            && isOver(after: opinion.range.upperBound)
    }
}
