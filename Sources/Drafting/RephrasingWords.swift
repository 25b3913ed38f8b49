import Facilitation

/// The words by which statements ask for something, as data and small rules.
enum RephrasingWords {
    /// More words before "should" are a clause and no name.
    static let subjectWordsMax = 7

    /// What people say before what they mean, the longest first.
    private static let hedges: [[String]] = [
        "what i would say is that", "it seems to me that", "it seems to me", "i do think that", "i think that",
        "i believe that", "i feel that", "i suggest that", "i would say that", "i would say", "i would suggest that",
        "i would suggest", "i do think", "i still think", "i really think", "i think", "i believe", "i feel",
        "i suggest",
        "id suggest", "id say", "i say", "id like to propose that", "i propose that", "i propose", "in my view",
        "in our view", "my view is that", "our view is that", "my suggestion is that", "my point is that",
        "the point is that", "to me", "for me", "can i suggest that", "can i suggest", "may i suggest that",
        "maybe", "perhaps", "surely", "clearly", "honestly", "actually", "really", "well", "so", "and", "but", "then",
        "also", "yes", "no", "ok", "okay", "now", "agreed", "first", "second", "again", "still", "at least", "together",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let adverbs: Set<String> = [
        "all", "also", "really", "now", "just", "simply", "definitely", "probably", "together", "surely", "both",
        "each", "still", "actually", "always",
    ]

    static let notInSubject: Set<String> = [
        "that", "who", "which", "if", "when", "what", "where", "how", "why", "because", "as", "than", "there", "it",
        "this", "these", "those", "nobody", "none", "but", "so", "or", "is", "are", "was", "were", "has", "had", "do",
        "does", "did", "i", "he", "she", "they", "you", "think", "believe", "said", "say", "says", "know", "agree",
        "wish", "hope", "want", "to", "not", "no", "never", "we", "will", "would", "could", "can", "might", "may",
        "im", "ive", "dont", "doesnt", "asked", "told", "nothing", "neither",
    ]

    /// Past the hedge that begins here.
    static func hedge(_ sentence: SaidSentence, at start: Int) -> Int? {
        for words in hedges {
            if words.indices.allSatisfy({ sentence.key(start + $0) == words[$0] }) { return start + words.count }
        }
        return nil
    }

    /// "should …", "need to …", "need one …": where the verb begins, and whether it is to be "have".
    static func asking(_ sentence: SaidSentence, at start: Int, isWe: Bool) -> (verb: Int, has: Bool)? {
        var position = start
        while let key = sentence.key(position), adverbs.contains(key) { position += 1 }
        guard let modal = sentence.key(position) else { return nil }
        let next = sentence.key(position + 1)
        switch modal {
        case "should", "must", "shall": position += 1
        case "could", "will": if isWe { position += 1 } else { return nil }
        case "ought", "have", "has", "want", "wants":
            guard next == "to", modal != "want" && modal != "wants" || isWe else { return nil }
            position += 2
        case "need", "needs":
            if next == "to" {
                position += 2
            } else {
                guard let next, !["not", "no", "is", "are", "was"].contains(next) else { return nil }
                return (position + 1, true)
            }
        default: return nil
        }
        while let key = sentence.key(position), adverbs.contains(key) { position += 1 }
        guard let verb = sentence.key(position), !notVerbs.contains(verb) else { return nil }
        if verb == "be", isWe { return nil }
        // "Should have told us" looks back; "should have a say" looks ahead.
        if verb == "have", !(sentence.key(position + 1).map(afterHaving.contains) ?? false) { return nil }
        return (position, false)
    }

    /// What follows "should" and is no verb, or asks for nothing.
    private static let notVerbs: Set<String> = [
        "i", "we", "you", "they", "it", "the", "a", "that", "this", "he", "she", "of", "in", "on", "say", "think",
        "know", "admit", "remember", "never", "not", "thank", "apologise", "disagree", "agree", "support", "mention",
        "stress", "ask", "wait", "see", "feel", "believe", "accept",
    ]

    private static let afterHaving: Set<String> = [
        "a", "an", "the", "one", "more", "some", "better", "at", "no", "access", "enough", "their", "our", "somewhere",
        "someone", "somebody", "fewer", "less", "two", "three", "time", "money",
    ]

    // MARK: When

    private static let seasons: Set<String> = [
        "spring", "summer", "autumn", "winter", "easter", "christmas",
    ]
    private static let dateParts: Set<String> = [
        "the", "end", "of", "early", "late", "mid", "next", "this", "start", "middle", "year", "month",
    ]
    private static let months = Set(CivilDate.monthNames.map { $0.lowercased() })

    /// True for a word that says when by itself.
    static func isDate(_ key: String) -> Bool {
        if seasons.contains(key) || months.contains(key) { return true }
        return key.utf8.count == 4 && (Int(key).map { (2_000...2_199).contains($0) } ?? false)
    }

    /// Past "March 2027" or "the end of next year"; nil when no date begins here.
    static func dateEnd(_ sentence: SaidSentence, from start: Int) -> Int? {
        var end = start
        var says = false
        while let key = sentence.key(end) {
            let isDay = Int(key.prefix { $0.isNumber }).map { (1...31).contains($0) } ?? false
            guard isDate(key) || dateParts.contains(key) || isDay else { break }
            says = says || isDate(key) || key == "year"
            end += 1
        }
        return says ? end : nil
    }

    // MARK: What

    /// Where the deed ends before "because …", unless a condition comes after that: conditions are never cut off.
    static func withoutReason(_ sentence: SaidSentence, from start: Int) -> Int {
        let end = sentence.keys.count
        guard let reason = (start..<end).first(where: { sentence.key($0) == "because" }) else { return end }
        let conditions: Set<String> = ["if", "unless", "but", "only", "provided", "except", "until", "though"]
        let isConditional = (reason..<end).contains { sentence.key($0).map(conditions.contains) ?? false }
        return isConditional ? end : reason
    }

    /// An act that somebody can answer for is an objective; who is better off is an aim.
    static func kind(_ who: Rephrased.Who, verb: String) -> ProposalKind {
        if case .words(let words) = who {
            let keys = Set(words.lowercased().split { !$0.isLetter }.map(String.init))
            if keys.isDisjoint(with: bodies) { return .aim }
        }
        return states.contains(verb) ? .aim : .objective
    }

    /// Verbs that say how things are and not what is done.
    private static let states: Set<String> = [
        "be", "become", "live", "understand", "care", "belong", "benefit", "feel", "want", "stay", "remain", "win",
        "earn", "afford",
    ]

    /// Bodies that can answer for an act.
    private static let bodies: Set<String> = [
        "council", "councils", "trust", "trusts", "hospital", "hospitals", "board", "partnership", "icb", "icp", "nhs",
        "college", "colleges", "university", "universities", "authority", "authorities", "chamber", "company",
        "organisation", "organisations", "member", "members", "partner", "partners", "us", "body", "bodies", "team",
        "teams", "clinic", "surgery", "practice", "practices", "pharmacy", "police", "school", "schools", "association",
        "employer", "employers", "anchor", "anchors", "forum", "alliance", "service", "services", "department",
        "committee", "union", "unions", "buyers", "commissioners",
    ]

    /// Words that tell of something that people go without.
    private static let lacks: Set<String> = [
        "cannot", "cant", "nobody", "nowhere", "without", "lost", "lose", "never", "lack", "lacks", "missing", "closed",
        "shut", "none", "neither",
    ]

    /// Where a sentence says that something is lacking: "nobody has …", "cannot …", "too far away".
    static func lack(_ sentence: SaidSentence) -> Int? {
        let excesses: Set<String> = ["far", "few", "late", "long", "short", "slow", "little", "dear", "small"]
        return sentence.keys.indices.first { position in
            let next = sentence.key(position + 1) ?? ""
            switch sentence.keys[position] {
            case "not": return next == "one" || next == "enough"
            case "too": return excesses.contains(next)
            case let key: return lacks.contains(key)
            }
        }
    }
}
