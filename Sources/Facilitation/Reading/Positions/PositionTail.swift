/// Tells a reason after a plain yes from words that take some of it back.
///
/// A reason has a subject of its own: *nobody has told us*, *they are not used*. What it denies or doubts is about
/// the world. Words without one are about the yes itself: *not really*, *mostly*, *up to a point*, *only on Fridays*.
struct ReasonReader {
    let line: Line
    /// Whether *it* and *this* are the proposal under test: *it is not perfect* is then about what the yes is to.
    var isAboutTest = false
    private var words: Words { line.words }

    /// Where a reason may start right after a yes: at a mark, at *because*, or at *and* with a subject after it.
    func start(at end: Int) -> Int? {
        guard let word = words.at(end) else { return nil }
        if Words.endsClause(word), !word.isMark("?") { return end }
        if line.small[end] == .reason { return end }
        if line.small[end] == .joint, isSubject(end + 1) { return end }
        return nil
    }

    /// Whether anything in what follows a yes takes some of it back.
    func takesBack(_ tail: Range<Int>) -> Bool {
        let low = tail.lowerBound
        let high = min(tail.upperBound, words.count)
        guard low < high else { return false }
        return line.clauses.contains { clause in
            let part = clause.clamped(to: low..<high)
            return !part.isEmpty && takesBack(part: part)
        }
            || asksInSameSentence(low..<high)
    }

    /// *Agree with 14, right?* asks; *Agree with 14. Who would run it?* agrees, and asks something else.
    private func asksInSameSentence(_ tail: Range<Int>) -> Bool {
        guard let mark = tail.first(where: { words[$0].isMark("?") }) else { return false }
        guard let end = tail.first(where: { Words.endsSentence(words[$0]) }), end < mark else { return true }
        return mark - end < 4
            || (end..<mark).contains { line.small[$0] == .speaker || StanceWords.table.match(words, at: $0) != nil }
    }

    private func takesBack(part: Range<Int>) -> Bool {
        let start = part.first { line.small[$0] != .joint && line.small[$0] != .reason } ?? part.upperBound
        let body = start..<part.upperBound
        let isEmpty = !body.contains { isContent($0) }
        if turnsAway(part) { return true }
        for index in part where !words[index].isQuoted {
            let hasSubject = (body.lowerBound..<max(body.lowerBound, index)).contains { isSubject($0) }
            switch line.small[index] {
            case .contrast: if !isStillOpen(index, part) { return true }
            case .condition: if !hasSubject || !ReasonReader.times.contains(words[index]) { return true }
            case .hedge: if isHedge(index, body, hasSubject: hasSubject, isEmpty: isEmpty) { return true }
            case .negation: if isRetraction(index, body, hasSubject: hasSubject, isEmpty: isEmpty) { return true }
            case .worry: if isOwnWorry(index, hasSubject: hasSubject, body) { return true }
            case .irony: return true
            default: break
            }
            if words[index].key == "only", !hasSubject { return true }
            if isRefusal(index, body, isEmpty: isEmpty) { return true }
        }
        return limits(body) || hasOtherOpinion(body)
    }

    // MARK: What is aimed at the yes

    private static let saying = WordSet(
        """
        says said tells told reckons thinks wrote writes
        """)

    /// *or I did until today*, *otherwise no*, *no wait, 15*, *at least on paper*: second thoughts.
    private func turnsAway(_ part: Range<Int>) -> Bool {
        let leads = part.prefix(3).map { words[$0].key }
        if leads.first == "or" || leads.contains("otherwise") || leads.contains("wait") { return true }
        if leads.starts(with: ["up", "to"]) || leads.starts(with: ["at", "least"])
            || leads.starts(with: ["on", "paper"])
        {
            return true
        }
        if leads.first == "minus" || leads.first == "less" || leads.first == "ish" { return true }
        let finder = ReferenceFinder(line: line)
        // *agree with 14, Owen says*: somebody else's words.
        if part.count <= 4, let name = part.first(where: { line.names.match($0) != nil }),
            part.contains(where: {
                ReasonReader.saying.contains(words[$0]) && ($0 > name || part.count <= 3)
            })
        {
            return true
        }
        return part.contains { index in
            (words[index].key == "mean" || words[index].key == "meant") && line.small[max(index - 1, 0)] == .speaker
                || words[index].kind == .number && finder.match(at: index) != nil && part.count <= 3
        }
    }

    /// *yet* after a denial, as in *nobody has told us yet*, is a time and no contrast.
    func isStillOpen(_ index: Int, _ part: Range<Int>) -> Bool {
        words[index].key == "yet" && line.startsSmall(index)
            && (part.lowerBound..<index).contains { line.small[$0] == .negation || words[$0].key == "no" }
    }

    /// *we tried it once*: a time in a clause with a subject of its own, and no condition on the yes.
    func isTimeOfFact(_ index: Int, after end: Int) -> Bool {
        // *I'm with Len on this one, never heard of it till I joined*
        var lead = end
        while lead < index, line.small[lead] == .link || line.small[lead] == .pointNoun || words[lead].key == "this" {
            lead += 1
        }
        guard ReasonReader.times.contains(words[index]), let tail = start(at: lead),
            let clause = line.clauses.first(where: { $0.contains(index) })
        else { return false }
        let low = max(clause.lowerBound, tail)
        // *never heard of it till I joined*
        let isUnsaid =
            low + 1 < index && ReasonReader.withoutSubject.contains(words[low])
            && (low..<index).contains { isContent($0) }
        return low < index && (isUnsaid || (low..<index).contains { isSubject($0) })
    }

    private static let times = WordSet(
        """
        when whenever after before until till once
        """)
    private static let opinions = WordSet(
        """
        think suppose guess reckon imagine presumably supposedly
        """)
    private static let shares = WordSet(
        """
        half some most part parts bits
        """)

    /// *I think*, *mostly*; not *we would have heard*, *half of ours have gone*.
    private func isHedge(_ index: Int, _ body: Range<Int>, hasSubject: Bool, isEmpty: Bool) -> Bool {
        let key = words[index].key
        guard line.startsSmall(index) else { return false }
        if ReasonReader.opinions.contains(key) {
            return (body.lowerBound..<index + 1).allSatisfy { line.small[$0] != nil }
        }
        if isEmpty { return true }
        if ReasonReader.shares.contains(key) {
            return body.lowerBound == index && ["it", "that", "this", "the"].contains(words.key(index + 2))
        }
        if ["ill", "id"].contains(key) { return false }
        return !hasSubject
    }

    /// Denials that may stand first with their subject left out: *never seen one*.
    private static let withoutSubject = WordSet(
        """
        never havent hasnt didnt couldnt wasnt doesnt isnt arent
        """)
    private static let subjects = WordSet(
        """
        nobody none neither no
        """)

    private func isRetraction(_ index: Int, _ body: Range<Int>, hasSubject: Bool, isEmpty: Bool) -> Bool {
        let key = words[index].key
        if !line.startsSmall(index) { return false }
        if isEmpty { return true }
        if isAboutTest, key == "is" || key == "isnt", body.lowerBound < index,
            ["it", "this", "that"].contains(words[index - 1].key)
        {
            return true
        }
        if hasSubject { return false }
        if key == "none", words.key(index + 1) == "of", ["it", "that", "this"].contains(words.key(index + 2)) {
            return true
        }
        if ReasonReader.subjects.contains(key) || ReasonReader.withoutSubject.contains(key) { return false }
        return !(key == "not" && ["just", "only", "least"].contains(words.key(index + 1)))
    }

    private static let isOwnWorryDoubts = WordSet(
        """
        reservation reservations caveat caveats doubt doubts quibble niggle misgiving misgivings qualms
        hesitation hesitations
        """)

    /// *my worry is the cost* is the speaker's; *it is a worry* says more of the same.
    private func isOwnWorry(_ index: Int, hasSubject: Bool, _ body: Range<Int>) -> Bool {
        if ["no", "without", "any", "not", "zero"].contains(words.key(index - 1)) { return false }
        guard hasSubject else { return true }
        if Self.isOwnWorryDoubts.contains(words[index]) { return true }
        return (body.lowerBound..<index).contains {
            line.small[$0] == .speaker || ["my", "our", "one"].contains(words[$0].key) || line.small[$0] == .group
        }
    }

    /// *actually no*, *scrap that*, *I changed my mind*.
    private func isRefusal(_ index: Int, _ body: Range<Int>, isEmpty: Bool) -> Bool {
        switch words[index].key {
        case "no", "nope", "nah": return isEmpty && line.small[min(index + 1, words.count - 1)] != .worry
        case "mind": return ["my", "changed"].contains(words.key(index - 1))
        case "joking", "kidding", "joke", "lie": return true
        case "scrap", "scratch", "cancel", "forget": return words.key(index + 1) == "that"
        case "rather": return words.key(index - 1) == "or"
        default:
            guard index == body.lowerBound || line.small[index - 1] != nil,
                let hit = OpeningWords.table.match(words, at: index)
            else { return false }
            return hit.meaning == .withdraw || hit.meaning == .correct && body.count < 6
        }
    }

    private static let limitsNouns = WordSet(
        """
        bit part half gist thrust spirit sentiment principle
        """)

    private static let limitsLeads = WordSet(
        """
        the at least first second last in on well just
        """)

    /// *the first half anyway*, *the bit about the buses*: only a part of it.
    private func limits(_ body: Range<Int>) -> Bool {
        for index in body.prefix(5) {
            if Self.limitsNouns.contains(words[index]) { return index > body.lowerBound }
            if !Self.limitsLeads.contains(words[index]) { return false }
        }
        return false
    }

    /// Another opinion that goes the other way: *not convinced*, *that's wrong*.
    private func hasOtherOpinion(_ body: Range<Int>) -> Bool {
        StanceWords.table.all(in: words, body).contains { hit in
            if hit.meaning.stance == .agree {
                // *I agree with Una, I don't agree that it has to stay so*
                return hit.meaning.form == .verb
                    && (body.lowerBound..<hit.range.lowerBound).contains { line.small[$0] == .negation }
                    && !isFactual(hit.range, body)
            }
            switch hit.meaning.form {
            case .verb, .phrase, .irony, .wording: return !isFactual(hit.range, body)
            case .judgement:
                return !(body.lowerBound..<hit.range.lowerBound).contains {
                    isContent($0) && !["it", "its", "you", "he", "she", "youre", "hes", "shes"].contains(words[$0].key)
                }
            case .reply, .transitive: return false
            }
        }
    }

    /// *we hardly see them*, *our staff don't know* tell of somebody who is not the speaker now.
    private func isFactual(_ range: Range<Int>, _ body: Range<Int>) -> Bool {
        let before = body.lowerBound..<range.lowerBound
        guard !before.contains(where: { line.small[$0] == .speaker }) else { return false }
        return before.contains { isSubject($0) }
    }

    // MARK: Words with a content of their own

    private func isContent(_ index: Int) -> Bool {
        line.small[index] == nil && (words[index].kind == .word || words[index].kind == .number)
            || line.small[index] == .negation && ["nobody", "no", "none"].contains(words[index].key)
                && index + 1 < words.count && line.small[index + 1] == nil && !words[index + 1].isMark
    }

    private func isSubject(_ index: Int) -> Bool {
        guard index < words.count else { return false }
        switch line.small[index] {
        case .speaker, .group: return true
        case nil: return words[index].kind == .word || words[index].kind == .number
        case .negation: return ReasonReader.subjects.contains(words[index])
        case .pointNoun: return words[index].key == "the" || words[index].key == "no"
        default: return ["that", "this", "all", "there", "a"].contains(words[index].key)
        }
    }
}
