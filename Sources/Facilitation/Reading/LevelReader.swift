/// Reads an answer to the proposal under test.
struct LevelReader {
    struct Answer {
        var level: Level
        var isPlain: Bool
        var because: String
        var why: [String]
    }
    enum Outcome {
        case answer(Answer)
        /// Words of answering that answer nothing: *yes and no*.
        case talk
        case nothing
    }
    struct Cue {
        var level: Level
        var isPlain: Bool
        var isYes = false
        var range: Range<Int>
    }

    let line: Line
    private var words: Words { line.words }

    func read() -> Outcome {
        if line.endsInQuestion { return readBeforeQuestion() }
        let found = line.levels
        if found.contains(where: { $0.meaning == .noAnswer }), !found.contains(where: { refuses($0.meaning) }) {
            return .talk
        }
        var isTalk = false
        var mildYes: Range<Int>?
        var cues: [Cue] = []
        for hit in found {
            if line.isQuestion(at: hit.range.upperBound - 1) { continue }
            switch hit.meaning {
            case .noAnswer: break
            case .wontBlock: mildYes = hit.range
            case .yes:
                if stands(hit.range) {
                    cues.append(Cue(level: .support, isPlain: false, isYes: true, range: hit.range))
                }
            case .no:
                if stands(hit.range) {
                    cues.append(Cue(level: .cannotYet, isPlain: true, isYes: true, range: hit.range))
                }
            case .level(let level, let strength):
                switch judge(level, strength == .plain, hit.range) {
                case .some(let cue): cues.append(cue)
                case .none: isTalk = isTalk || level.supports
                }
            }
        }
        // *No, fully behind it*: a no or yes before fuller words is only an opener.
        if cues.contains(where: { !$0.isYes }) { cues.removeAll { $0.isYes && $0.level == .cannotYet } }
        guard let answer = decide(cues, mildYes) else { return isTalk ? .talk : .nothing }
        return .answer(answer)
    }

    /// *No objection, but who keeps the list?*: an answer with an open question is a reservation at best.
    private func readBeforeQuestion() -> Outcome {
        guard let but = line.first(.contrast, in: line.all), but > 0 else { return .nothing }
        let lead = Line(words.slice(0..<but), in: line.context)
        guard case .answer(var answer) = LevelReader(line: lead).read() else { return .nothing }
        if answer.level.supports { answer.level = .reservation }
        answer.isPlain = answer.isPlain && !answer.level.supports
        answer.because = line.reason(but..<words.count)
        return .answer(answer)
    }

    private func refuses(_ meaning: LevelMeaning) -> Bool {
        if case .level(let level, _) = meaning { return !level.supports }
        return meaning == .no
    }

    /// *yes* and *no* answer only where they open the line or stand alone in their clause.
    private func stands(_ range: Range<Int>) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(range.lowerBound) }) else { return true }
        let rest = clause.filter { !range.contains($0) }
        let isAlone = rest.allSatisfy {
            line.small[$0] != nil && line.small[$0] != .negation || words[$0].kind == .emoji
        }
        guard !isAlone else { return true }
        // *as it stands no*, *from the trust a yes*
        if range.upperBound == clause.upperBound,
            rest.allSatisfy({
                line.small[$0] != nil
                    || ["it", "stands", "worded", "written", "a", "this", "my", "answer", "now"].contains(words[$0].key)
            })
        {
            return true
        }
        guard range.lowerBound == 0, range.upperBound < words.count else { return false }
        switch line.small[range.upperBound] {
        case .contrast, .condition, .speaker: return true
        default: return false
        }
    }

    /// Whether words of a level are the speaker's own answer, and what turns them round.
    private func judge(_ level: Level, _ isPlain: Bool, _ range: Range<Int>) -> Cue? {
        var cue = Cue(level: level, isPlain: isPlain, range: range)
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        if range.count == 1, words[range.lowerBound].key == "full", !isFullAlone(range.lowerBound) { return nil }
        guard isOwn(&cue, clause) else { return nil }
        if isObjectElsewhere(after: range.upperBound, cue.level, clause) { return nil }
        return cue
    }

    /// *Full*, *a full from me*; not *the full text*.
    private func isFullAlone(_ index: Int) -> Bool {
        if words.key(index - 1) == "the" { return false }
        guard let next = words.at(index + 1), !next.isMark, next.kind == .word else { return true }
        return [
            "from", "on", "for", "here", "please", "and", "because", "as", "but", "if", "once", "though", "supporter",
        ].contains(next.key)
    }

    private static let ownWords: Set<String> = [
        "go", "going", "put", "down", "mark", "give", "gives", "vote", "voting", "changed", "change", "mind", "make",
        "that", "its", "it",
        "this", "have", "my", "say", "count", "as", "level", "answer", "id", "ill", "be", "been", "get", "got", "come",
        "came", "moved",
        "side", "behalf", "speaking", "long", "short", "thought", "reading", "read", "heard", "now", "today", "up",
        "move", "moving", "switch", "switching", "another", "big", "firm", "from", "end", "an", "thats", "were", "us",
        "let", "me",
        "want", "wanted", "feel", "afraid", "least", "enough", "happily", "gladly", "difficult", "regret",
        "regretfully", "aim", "itself",
        "case", "no", "proposal", "wording", "one", "voice", "vote", "position", "objective", "decision", "any", "some",
        "small", "minor",
        "after", "all", "that", "said", "gets", "time", "what", "heart", "heavy", "weak", "pass", "bit", "thing",
        "saying", "what",
    ]

    /// Looks back over the clause for another subject, a negation, a past.
    private func isOwn(_ cue: inout Cue, _ clause: Range<Int>) -> Bool {
        var isNegated = false
        var reachedSpeaker = false
        var isForeign = false
        for place in (clause.lowerBound..<cue.range.lowerBound).reversed() {
            // What stands before *but* is another opinion.
            if line.small[place] == .contrast { break }
            switch line.small[place] {
            case .negation: if line.startsSmall[place] { isNegated.toggle() }
            case .past:
                return false
            case .hedge where cue.level.supports:
                cue.isPlain = false
                if words[place].key == "id" || words[place].key == "ill" { reachedSpeaker = true }
            case .speaker: reachedSpeaker = true
            case .group: cue.isPlain = cue.isPlain && !cue.level.supports
            case .irony: if cue.level.supports { cue.isPlain = false }
            case nil where words[place].kind == .word || words[place].kind == .number:
                if LevelWords.table.match(words, at: place) != nil { break }
                if reachedSpeaker, !isForeign {
                    if LevelReader.reporting.contains(words[place].key) { return false }
                    if cue.level.supports { cue.isPlain = false }
                    break
                }
                if isInsideLevel(place, clause) || LevelReader.ownWords.contains(words[place].key) { break }
                if line.names.match(place)?.people.contains(where: { $0.id != line.context.speaker.id })
                    == true
                {
                    if cue.level.supports { return false }
                    break
                }
                if cue.level.supports {
                    isForeign = true
                } else if hasOtherSubject(clause, cue.range.lowerBound) {
                    return false
                }
            default: break
            }
        }
        // *I cannot in conscience support it* is the speaker's own; *the board supports it* is not.
        if isForeign, !(isNegated && reachedSpeaker) { return false }
        guard isNegated else { return true }
        switch cue.level {
        case .full, .support, .reservation: cue = Cue(level: .cannotYet, isPlain: true, range: cue.range)
        case .block, .standAside, .abstain: return false
        case .cannotYet: cue = Cue(level: .support, isPlain: false, range: cue.range)
        }
        return true
    }

    private static let reporting: Set<String> = [
        "said", "says", "thinks", "told", "claimed", "wants", "assumes", "assumed", "thought", "heard", "asked",
        "hoped", "pretend", "wish",
    ]

    private func isInsideLevel(_ place: Int, _ clause: Range<Int>) -> Bool {
        LevelWords.table.all(in: words, clause).contains { $0.range.contains(place) }
    }

    /// *the board can't support it*: somebody else, unless *I* or *we* is there too.
    private func hasOtherSubject(_ clause: Range<Int>, _ end: Int) -> Bool {
        let before = clause.lowerBound..<end
        if line.has(.speaker, in: before) || line.has(.group, in: before) { return false }
        return before.contains {
            ["they", "she", "he", "unions", "residents", "people", "who", "anyone", "everyone", "somebody"].contains(
                words[$0].key)
        }
            || words[clause.lowerBound].key == "the" || words[clause.lowerBound].key == "my"
    }

    private static let ownObjects: Set<String> = [
        "this", "it", "that", "the", "from", "as", "with", "me", "here", "to", "on", "for", "and", "my", "our", "at",
        "now", "in",
        "overall", "then", "today", "because", "since", "if", "once", "subject", "provided", "assuming", "unless",
        "until", "only", "yes",
        "is", "too", "us", "proposal", "aim", "objective", "decision", "position", "wording", "statement", "one",
        "long", "so", "am", "i",
        "reluctantly", "though", "but", "please", "all", "both", "strongly", "fully", "gladly", "happily",
        "wholeheartedly", "very",
        "getting", "doing", "moving", "going", "draft", "text", "worded", "written", "drafted", "stands", "behind",
        "level", "each", "its",
        "we", "not", "mate", "folks", "everyone", "chair", "yet", "even", "although", "conditional", "conditionally",
        "pending", "when",
        "providing", "wording", "idea", "principle", "direction", "plan", "approach", "w", "what", "a", "no", "while",
        "like", "would",
        "objection", "this", "go", "them", "good", "anyway", "whatever", "or", "of", "every", "word", "seeing",
        "without", "just", "by",
        "into", "well", "either", "any", "reservation", "reservations", "caveat", "some",
    ]

    /// *support the biscuits* is about something else; *support it as worded* is about the proposal.
    private func isObjectElsewhere(after index: Int, _ level: Level, _ clause: Range<Int>) -> Bool {
        guard index < clause.upperBound, level.supports && level != .reservation || level == .block else {
            return false
        }
        if words[index].key == "is" || words[index].key == "of" && level == .block || words[index].key == "are" {
            return true
        }
        guard level.supports else { return false }
        let test = line.context.test.map { Folding.folded($0.text).split(separator: " ").map(String.init) } ?? []
        let stems = Set(test.compactMap(ContentMatch.stem))
        var seenOwn = false
        for place in index..<min(index + 5, clause.upperBound) {
            let word = words[place]
            if word.kind != .word { continue }
            if line.small[place] == .condition || line.small[place] == .reason || line.small[place] == .contrast
                || line.small[place] == .joint || line.small[place] == .worry || line.small[place] == .speaker
            {
                return false
            }
            if ["this", "it", "that", "from", "proposal", "aim", "objective", "decision", "position", "me"].contains(
                word.key)
            {
                seenOwn = true
                if word.key != "that" { return false }
            }
            if LevelReader.ownObjects.contains(word.key) || LevelWords.table.match(words, at: place) != nil { continue }
            if line.small[place] != nil { continue }
            if line.context.ladder.stageNames.match(words, at: place) != nil { return false }
            if line.names.match(place) != nil { return seenOwn }
            if let stem = ContentMatch.stem(word.key), stems.contains(stem) { return false }
            return !seenOwn
        }
        return false
    }

    // MARK: Deciding

    private func decide(_ cues: [Cue], _ mildYes: Range<Int>?) -> Answer? {
        guard let first = cues.first else { return mildYes.map { answer(.standAside, false, $0) } }
        if let block = cues.first(where: { $0.level == .block }) { return answer(.block, block.isPlain, block.range) }
        if let no = cues.last(where: { $0.level == .cannotYet }) {
            if no.isYes, let yes = cues.first(where: { $0.level.supports }),
                line.has(.condition, in: 0..<yes.range.lowerBound)
            {
                return supported(yes)
            }
            if let yes = cues.first(where: { $0.level.supports && $0.isPlain && !$0.isYes }), mildYes == nil,
                yes.range.lowerBound > no.range.upperBound, line.clauses.count > 1, isLater(yes.range)
            {
                return supported(yes)
            }
            if !no.isPlain, let yes = cues.first(where: { $0.level.supports && $0.isPlain }),
                yes.range.lowerBound < no.range.lowerBound
            {
                return supported(yes)
            }
            let hasYes = cues.contains { $0.level.supports }
            return answer(
                .cannotYet, no.isPlain && !hasYes || no.isPlain && no.range.lowerBound > first.range.lowerBound,
                no.range)
        }
        if let other = cues.first(where: { $0.level == .abstain || $0.level == .standAside }) {
            if let condition = line.first(.condition, in: line.all), cues.count > 1 {
                return answer(.cannotYet, true, condition..<condition)
            }
            let yes = cues.first { $0.level.supports && $0.isPlain }
            if !other.isPlain, let yes { return supported(yes) }
            return answer(other.level, other.isPlain, other.range)
        }
        if let reserved = cues.first(where: { $0.level == .reservation }) {
            return supported(reserved)
        }
        let yeses = cues.filter { $0.level.supports }
        guard let best = yeses.first(where: { $0.level == .full }) ?? yeses.first(where: \.isPlain) ?? yeses.first
        else { return nil }
        return supported(best)
    }

    private func isLater(_ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && (0..<range.lowerBound).contains { words[$0].key == "now" || words[$0].key == "mind" }
    }

    /// A yes, weighed with the conditions, worries and buts that come with it.
    private func supported(_ cue: Cue) -> Answer {
        if let condition = line.first(.condition, in: line.all), !isMild(condition) {
            let end = line.sentenceEnd(condition)
            let isLead = condition < cue.range.lowerBound
            let because =
                isLead
                ? words.slice(condition..<leadEnd(condition, cue.range.lowerBound)) : words.slice(condition..<end)
            return Answer(level: .cannotYet, isPlain: true, because: because, why: [words.slice(cue.range), because])
        }
        if line.has(.irony, in: line.all) { return answer(.cannotYet, false, cue.range) }
        if cue.level == .reservation { return answer(.reservation, true, cue.range) }
        let after = cue.range.upperBound..<words.count
        let reasons = ReasonReader(line: line)
        let but = after.first {
            line.small[$0] == .contrast && !words[$0].isQuoted && !reasons.isStillOpen($0, after.lowerBound..<$0)
        }
        if let but {
            if line.small[min(but + 1, words.count - 1)] == .negation, words[min(but + 1, words.count - 1)].key == "not"
            {
                return answer(.cannotYet, false, but..<but + 1)
            }
            return answer(.reservation, cue.isPlain, but..<but + 1)
        }
        if let worry = line.first(.worry, in: line.all), !isNoWorry(worry) {
            if worry >= cue.range.upperBound { return answer(.reservation, cue.isPlain, cue.range) }
            let clause = line.clauses.first { $0.contains(worry) } ?? worry..<cue.range.lowerBound
            let end =
                line.first(.contrast, in: worry..<clause.upperBound)
                ?? min(clause.upperBound, max(worry, cue.range.lowerBound))
            let because = line.reason(worry..<max(worry + 1, end))
            return Answer(
                level: .reservation, isPlain: cue.isPlain, because: because, why: [words.slice(cue.range), because])
        }
        var isPlain = cue.isPlain
        let tail = reasonStart(cue.range.upperBound) ?? words.count
        let rest = (0..<tail).filter { !cue.range.contains($0) }
        if reasons.takesBack(tail..<words.count) { isPlain = false }
        if rest.contains(where: { line.small[$0] == .hedge && !isPromise($0) }) { isPlain = false }
        if rest.contains(where: { line.small[$0] == .negation && !isInNoObjection($0) }) { isPlain = false }
        if cue.isYes { isPlain = false }
        return Answer(
            level: cue.level, isPlain: isPlain, because: agreementReason(cue), why: [words.slice(cue.range)])
    }

    /// Where a reason starts after a yes, past the small words that go with it: *support this from me, …*.
    private func reasonStart(_ end: Int) -> Int? {
        for index in end..<max(end, min(end + 6, words.count)) {
            if let start = ReasonReader(line: line).start(at: index) { return start }
            if LevelReader.ownObjects.contains(words[index].key) || line.small[index] == .neutral { continue }
            return nil
        }
        return nil
    }

    private func isInNoObjection(_ index: Int) -> Bool {
        line.levels.contains { $0.range.contains(index) } || words[index].key == "none"
    }

    /// *I'll do it*, *I would have gone further* take nothing from a yes.
    private func isPromise(_ index: Int) -> Bool {
        let key = words[index].key
        return
            (key == "ill" || key == "will" || key == "id" || key == "would" || key == "should" || key == "see"
            || key == "hope"
            || key == "half")
            && !(line.clauses.first { $0.contains(index) }?.contains { words[$0].key.hasPrefix("suppo") } ?? false)
    }

    /// *if it helps*, *when we met* is no condition; *once* and *as long as* are.
    private func isMild(_ index: Int) -> Bool {
        let key = words[index].key
        if key == "after" { return words.key(index + 1) == "all" }
        return key == "if" && ["anything", "it", "only"].contains(words.key(index + 1))
            && words.key(index + 2) == "helps"
            || key == "if" && words.key(index + 1) == "anything"
    }

    private func isNoWorry(_ index: Int) -> Bool {
        let before = words.key(index - 1)
        return ["no", "without", "any", "not"].contains(before)
            || line.levels.contains {
                $0.range.contains(index) && $0.meaning != .level(.reservation, .plain)
            }
    }

    private func leadEnd(_ condition: Int, _ limit: Int) -> Int {
        var end = limit
        for index in condition + 1..<max(condition + 1, limit)
        where ["id", "ill", "i", "then"].contains(words[index].key) || Words.endsClause(words[index]) { return index }
        while end > condition + 1, line.small[end - 1] != nil { end -= 1 }
        return end
    }

    private func agreementReason(_ cue: Cue) -> String {
        let after = cue.range.upperBound..<words.count
        guard let reason = line.first(.reason, in: after),
            words[reason].key != "as" || words.at(reason + 1)?.isMark == false,
            reason == after.lowerBound || words[reason].key == "because" || words[reason - 1].isMark
        else { return "" }
        if words[reason].key == "as", ["it", "worded", "written", "drafted", "a", "is"].contains(words.key(reason + 1))
        {
            return ""
        }
        return line.reason(reason..<words.count)
    }

    private func answer(_ level: Level, _ isPlain: Bool, _ range: Range<Int>) -> Answer {
        Answer(level: level, isPlain: isPlain, because: because(after: range), why: [words.slice(range)])
    }

    /// The rest of the line after the answer; where nothing follows, what came before it.
    private func because(after range: Range<Int>) -> String {
        var low = range.upperBound
        let leads: Set<String> = [
            "this", "it", "that", "one", "yet", "here", "to", "from", "me", "im", "afraid", "is", "and", "with", "on",
            "just", "now",
            "itself", "still", "today", "though", "again", "about", "of", "at", "moment", "us", "for", "proposal",
            "aim", "wording", "in", "form",
        ]
        while low < words.count, leads.contains(words[low].key) { low += 1 }
        while low < words.count, words[low].isMark && words[low].key != "\"" && words[low].key != "'" { low += 1 }
        if line.names.match(low) == nil, let next = words.at(low),
            line.context.ladder.stageNames.match(words, at: low) != nil,
            words.at(low + 1)?.isMark ?? true, next.kind == .word
        {
            low += 1
        }
        var text = line.reason(min(low, words.count)..<words.count)
        if text.isEmpty, range.lowerBound > 3 {
            // What was said before it, up to the *but* or the mark that parts them.
            var end = range.lowerBound
            if let part = (0..<end).last(where: { words[$0].isMark || line.small[$0] == .contrast }) { end = part }
            while end > 0, line.small[end - 1] == .contrast || words[end - 1].isMark { end -= 1 }
            let isTalkOfAnswer = (0..<end).contains {
                ["mind", "answer", "change", "changed", "vote"].contains(words[$0].key)
            }
            text = end > 2 && !isTalkOfAnswer ? line.reason(0..<end) : ""
        }
        return text
    }
}
