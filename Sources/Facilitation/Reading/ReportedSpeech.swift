/// What somebody else said, told by the speaker: *Ann said: support*, *according to Ann: support*, *Sam said, support*.
/// Words of consent in it are nobody's own.
struct ReportedSpeech {
    let line: Line

    /// A lead is no longer than this: what comes after more words is not one report.
    private static let leadMost = 9
    private static let verbs = WordSet(
        """
        said say says wrote writes told tells thinks thought reckons reckoned answered answers replied replies typed
        posted texted emailed voted votes put puts
        """)
    private static let own = WordSet("i im ive id ill me we weve wed us lets")
    private static let others = WordSet("she he they somebody someone everybody everyone")

    var isReport: Bool {
        let words = line.words
        // *agree with what Beth said earlier re: tenants* begins with the speaker's own stance.
        if let first = line.all.first(where: { line.small[$0] != .neutral && !words[$0].isMark }),
            StanceWords.table.match(words, at: first) != nil
        {
            return false
        }
        let start = 0..<min(words.count, Self.leadMost)
        guard let mark = start.first(where: { words[$0].isMark(":") }) ?? start.first(where: { words[$0].isMark(",") })
        else { return false }
        let isColon = words[mark].isMark(":")
        if let verb = (0..<mark).first(where: { Self.verbs.contains(words[$0]) }), verb > 0, !hasOwn(0..<verb) {
            // *As Sam said, I support it* is the speaker's own.
            return isColon || verb == mark - 1 && isSomebodyElse && !hasOwn(mark..<words.count)
        }
        guard isColon else { return false }
        if words[0].isPossessive, isSomebodyElse { return true }
        return ["from", "according"].contains(words[0].key) && (1..<mark).contains { line.names.match($0) != nil }
    }

    private var isSomebodyElse: Bool { Self.others.contains(line.words[0]) || line.names.match(0) != nil }

    private func hasOwn(_ range: Range<Int>) -> Bool { range.contains { Self.own.contains(line.words[$0]) } }
}

extension Event {
    /// Whether it lets something pass, or agrees with somebody.
    var isConsent: Bool {
        switch self {
        case .positionTaken(_, .agree, _), .answered(yes: true): true
        case .levelGiven(let level, _): level.supports || level == .reservation
        default: false
        }
    }
}
