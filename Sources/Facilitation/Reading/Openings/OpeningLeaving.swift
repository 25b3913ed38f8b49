// Somebody's leaving: *I'm off now*, *leaving now, train at four*. What is left, or gone back to, is something else.
extension OpeningReader {
    private static let leaveLater = WordSet(
        """
        at in by about around early if when before after soon sick work coffee meat sugar next on tomorrow the
        this a my with it back through over along further beyond against from until till without that
        """)
    private static let places = WordSet("call meeting room session")
    /// Phrases that tell of leaving where nothing else follows them: *heading off, bye*; not *heading off to lunch*.
    private static let bare: [[WordKey]] = [
        ["heading", "off"], ["shooting", "off"], ["dashing", "off"], ["im", "away"], ["off", "now"],
    ]
    private static let afterBare = WordSet("now then all everyone everybody folks team sorry here bye cheers thanks")
    private static let afterLeaving = WordSet(
        """
        you us now then all everyone everybody folks team guys chair sorry here bye cheers thanks early promptly
        today shortly immediately straight sadly to off for because as since
        """)
    private static let putOff = WordSet("soon later might shortly")
    private static let returning = WordSet("in at by after before soon shortly later")

    func leave(_ hit: Hit) -> Reading? {
        // *got another meeting so I'm leaving the call*: the reason goes before.
        let isReasoned =
            ["so", "and"].contains(words.key(hit.range.lowerBound - 1))
            && ["i", "im", "ive"].contains(words[hit.range.lowerBound].key)
        guard opens(hit, most: 9) || isReasoned, !line.endsInQuestion else { return nil }
        // *I'll be leaving early today*: not yet.
        if words.key(hit.range.lowerBound - 1) == "be" { return nil }
        // *leaving now, picket at four*: when something else begins is no time of leaving.
        let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
        let after = (hit.range.upperBound..<max(hit.range.upperBound, clause.upperBound)).prefix(4).map {
            words[$0].key
        }
        let namesMeeting = after.count > 1 && Self.places.contains(after[1])
        if let next = after.first, Self.leaveLater.contains(next), !(next == "the" && namesMeeting) { return nil }
        if line.has(.condition, in: line.all) || after.contains("at") || isPutOff || leavesSomething(hit, clause) {
            return nil
        }
        return Reading(.left, .plain, why: [words.slice(hit.range)])
    }

    /// *I'm off to the loo, back in a minute*, *might leave soon*
    private var isPutOff: Bool {
        line.all.contains { index in
            Self.putOff.contains(words[index])
                || words[index].key == "back"
                    && words.at(index + 1).map { $0.isMark || Self.returning.contains($0) } ?? true
        }
    }

    /// *I have to leave patients on trolleys*, *heading off to the printer*: it is told what is left, or where to.
    private func leavesSomething(_ hit: Hit, _ clause: Range<Int>) -> Bool {
        let next = hit.range.upperBound
        guard next < clause.upperBound, words[next].kind == .word || words[next].kind == .number else { return false }
        if Self.bare.contains(hit.range.map { words[$0].key }) { return !Self.afterBare.contains(words[next]) }
        guard ["leave", "leaving"].contains(words[next - 1].key), !Self.places.contains(words.key(next + 1)) else {
            return false
        }
        return line.small[next] == nil && !Self.afterLeaving.contains(words[next]) && line.names.match(next) == nil
    }
}
