// What leads up to an answer, and says whose it is or when: a side that somebody speaks from, a body that would support
// it, an intention that is given up, a supposition put the other way round.
extension LevelReader {
    // MARK: Whose answer

    private static let sideLeads = WordSet("from on for speaking as")
    private static let sides = WordSet("side end perspective angle viewpoint standpoint corner")
    /// So many words a side is named in: *from the primary care side*.
    private static let sideMost = 6

    /// *from the housing side no objection*: whom the speaker speaks for, and no other subject.
    func isSide(_ place: Int, _ clause: Range<Int>) -> Bool {
        guard
            let lead = clause.first(where: { line.small[$0] != .neutral }), Self.sideLeads.contains(words[lead]),
            let side = (lead..<min(clause.upperBound, lead + Self.sideMost)).first(where: {
                Self.sides.contains(words[$0])
            }), place <= side
        else { return false }
        return !(lead..<side).contains { Self.thirdParties.contains(words[$0]) || line.names.match($0) != nil }
    }

    private static let betweenBodyAndYes = WordSet(
        "can will would could may is are able willing happy content ready prepared glad to also then")

    /// *Provided the ministry pays, the trust can support it*: a body's yes that waits for something.
    func bodyWouldSupport(before cue: Int) -> Bool {
        guard line.has(.condition, in: line.all) else { return false }
        var place = cue - 1
        while place > 0, Self.betweenBodyAndYes.contains(words[place]) { place -= 1 }
        guard place > 0, Self.bodies.contains(words[place]) else { return false }
        return (max(0, place - 2)..<place).contains { ["the", "my", "our", "this"].contains(words[$0].key) }
    }

    private static let othersNoun = WordSet("the those these their your his her whose previous last old")

    /// *nobody read the reservations*: a noun with an article, and nobody's answer.
    func isSharedNoun(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        guard range.count == 1, words[range.lowerBound].key.hasPrefix("reservation"),
            Self.othersNoun.contains(words.key(range.lowerBound - 1))
        else { return false }
        return !line.has(.speaker, in: clause) && !clause.contains { words[$0].key == "my" || words[$0].key == "mine" }
    }

    private static let sayings = WordSet(
        "says say said claims claim claimed reckons thinks insists believes calls call")

    /// *head office says it's Established, it would*: somebody else's view of the stage.
    func isReportedStage(_ before: Range<Int>) -> Bool {
        guard let saying = before.first(where: { Self.sayings.contains(words[$0]) }) else { return false }
        let lead = before.lowerBound..<saying
        return !lead.isEmpty && !line.has(.speaker, in: lead) && !line.has(.group, in: lead)
            && !line.has(.negation, in: before) && !lead.contains { words[$0].key == "nobody" || words[$0].key == "id" }
    }

    /// *They claim Established. We are not.*
    func deniesReport(after end: Int) -> Bool {
        line.clauses.contains { clause in
            clause.lowerBound >= end && clause.count <= 4 && line.has(.negation, in: clause)
                && (line.has(.speaker, in: clause) || line.has(.group, in: clause)
                    || words[clause.lowerBound].key == "were")
        }
    }

    private static let requests = WordSet("can could would will please somebody someone lets open shut close")

    /// *agreed it is too hot, can we have the door open*: what is agreed with is about the room.
    func asksForSomething(after end: Int) -> Bool {
        guard let next = line.clauses.first(where: { $0.lowerBound > end }) else {
            return TalkReader(line: line).isAboutTheMeeting
        }
        return Self.requests.contains(words[next.lowerBound]) && next.upperBound == words.count
            || line.clauses.contains { $0.lowerBound > end && Self.requests.contains(words[$0.lowerBound]) }
            || TalkReader(line: line).isAboutTheMeeting
    }

    // MARK: What was meant before

    private static let arriving = WordSet("came come arrived started began walked went sat was were had turned")
    private static let intending = WordSet(
        """
        ready going wanting meaning minded about planning intending intent determined prepared inclined tempted set to
        wanted meant planned intended here in along up all fully half still expecting expected hoping
        """)

    /// *I came in ready to block this. Having heard Una, I support it*: an intention that is given up.
    func isGivenUp(_ refusal: Range<Int>, _ clause: Range<Int>) -> Bool {
        var place = refusal.lowerBound - 1
        while place > clause.lowerBound, Self.intending.contains(words[place]) { place -= 1 }
        guard place >= clause.lowerBound, place < refusal.lowerBound - 1, Self.arriving.contains(words[place]),
            !line.has(.condition, in: refusal.upperBound..<words.count)
        else { return false }
        return line.levels.contains { hit in
            guard hit.range.lowerBound > refusal.upperBound, case .level(let level, .plain) = hit.meaning else {
                return false
            }
            return level.supports && !line.has(.negation, in: refusal.upperBound..<hit.range.lowerBound)
        }
    }

    private static let mights = WordSet("i we could can would might one anyone")
    private static let unfound = WordSet("anything something little much")
    private static let seeking = WordSet(
        """
        fail failed failing hard struggle struggled hardly look looked looking search searched searching try tried trying
        hunted hunting combed scoured
        """)
    private static let comingTo = WordSet("empty blank vain luck find finding found")

    /// *I can find nothing in it to which I object*, *failed to find anything I could object to*: no objection at all.
    func findsNothing(before range: Range<Int>, _ clause: Range<Int>) -> Bool {
        guard ["object", "oppose"].contains(words[range.upperBound - 1].key) else { return false }
        var joint = range.lowerBound - 1
        if words[range.lowerBound].key == "to" { joint += 1 }
        while joint > clause.lowerBound, Self.mights.contains(words[joint]) { joint -= 1 }
        // *nothing in it I could object to*
        let isTrailing = words.key(range.upperBound) == "to" && (words.at(range.upperBound + 1)?.isMark ?? true)
        guard joint > clause.lowerBound, isTrailing || ["to", "which", "that"].contains(words[joint].key) else {
            return false
        }
        let before = clause.lowerBound..<joint
        guard !line.has(.contrast, in: before) else { return false }
        if before.contains(where: { Self.nothings.contains(words[$0]) }) { return true }
        guard
            let thing = before.last(where: { Self.unfound.contains(words[$0]) }), words.key(thing - 1) != "if"
        else { return false }
        return line.has(.negation, in: clause.lowerBound..<thing)
            || (clause.lowerBound..<thing).contains { Self.seeking.contains(words[$0]) }
                && (words[thing].key != "something" || endsWithout(range.upperBound..<line.sentenceEnd(thing)))
    }

    /// *… and not finding it*, *… and came up empty*, *… couldn't*
    private func endsWithout(_ rest: Range<Int>) -> Bool {
        let isDenied = line.has(.negation, in: rest)
        return rest.contains { index in
            Self.nothings.contains(words[index])
                || Self.comingTo.contains(words[index]) && (isDenied || !words[index].key.hasPrefix("f"))
                || line.small[index] == .negation && (words.at(index + 1)?.isMark ?? true)
        }
    }

    // MARK: Suppositions

    private static let inverted = WordSet("were had should")
    private static let inversionSubjects = WordSet(
        """
        there it they he she we i you this that these those the a an any anyone anybody someone somebody everyone
        everybody our your my more one
        """)
    private static let supposing = WordSet("would id wed could might should")

    /// *I'd support it were there money behind it*, *Had it said "most" I would support it*; not *we're there*.
    func isInversion(_ index: Int) -> Bool {
        let word = words[index]
        guard Self.inverted.contains(word), !word.isQuoted, word.key != "were" || word.end - word.start == 4,
            let next = words.at(index + 1),
            Self.inversionSubjects.contains(next) || line.names.match(index + 1) != nil
        else { return false }
        let clause = line.clauses.first { $0.contains(index) } ?? index..<words.count
        if line.isQuestion(at: index) || words.key(index - 2) == "if" { return false }
        if (clause.lowerBound..<index).allSatisfy({ line.small[$0] == .neutral || line.small[$0] == .joint }) {
            return (index + 1..<words.count).contains { Self.supposing.contains(words[$0]) }
        }
        return (clause.lowerBound..<index).contains { Self.supposing.contains(words[$0]) }
    }

    private static let ownHolders = WordSet("i id we wed my our us me im this it that")

    /// *The federation would block this if they had a seat*: what others would do, and nobody's answer.
    func isSupposedOfOthers(_ lead: Range<Int>) -> Bool {
        lead.count > 1 && ["would", "might"].contains(words.key(lead.upperBound - 1))
            && !lead.contains { Self.ownHolders.contains(words[$0]) || words[$0].isMark }
    }

    /// *Reservation: Tuesday is when our firms are shut*: a time inside what the worry tells, and nothing waited for.
    func isToldOfWorry(_ condition: Int, after worry: Range<Int>) -> Bool {
        // *my reservation is what happens if the money stops*
        if condition > worry.upperBound, ["is", "are"].contains(words.key(worry.upperBound)) { return true }
        guard condition >= worry.upperBound, let clause = line.clauses.first(where: { $0.contains(condition) }),
            clause.lowerBound >= worry.upperBound
        else { return false }
        let lead = (clause.lowerBound..<condition).filter { line.small[$0] != .joint && line.small[$0] != .contrast }
        guard !lead.isEmpty else { return false }
        if isPointInTime(condition) { return true }
        return !lead.contains {
            line.small[$0] == .speaker || line.small[$0] == .group || line.small[$0] == .hedge
                || LevelWords.table.match(words, at: $0) != nil
        }
    }

    // MARK: Threats

    private static let leaving = WordSet(
        "leave leaves leaving quit quits resign resigns withdraw withdraws walk walks exit out pull pulling")
    private static let tables = WordSet(
        "partnership group alliance board table forum consortium network compact coalition body room")
    private static let passing = WordSet("goes passes through ahead carried agreed adopted passed stays stands gets")
    private static let ownSubjects = WordSet("i id ill im ive we wed weve were our my us")

    /// *I object, and if it goes through we leave the partnership*: beside a refusal, a block.
    func threat() -> Range<Int>? {
        for clause in line.clauses {
            guard let leave = clause.first(where: { Self.leaving.contains(words[$0]) && !words[$0].isQuoted }),
                isOwnLeaving(clause.lowerBound..<leave),
                !line.has(.negation, in: max(clause.lowerBound, leave - 3)..<leave)
            else { continue }
            let after = leave + 1..<max(leave + 1, min(clause.upperBound, leave + 6))
            if after.contains(where: { Self.tables.contains(words[$0]) }) { return leave..<leave + 1 }
            let sentence = clause.lowerBound..<line.sentenceEnd(clause.lowerBound)
            if line.has(.condition, in: sentence), sentence.contains(where: { Self.passing.contains(words[$0]) }) {
                return leave..<leave + 1
            }
        }
        return nil
    }

    private static let othersLeaving = WordSet("walks leaves quits resigns withdraws goes go walk leave quit resign")

    /// *If this goes through my group walks out, and so do I*: who leaves with the others blocks it.
    func leavesWithOthers() -> Answer? {
        guard line.has(.condition, in: line.all),
            let so = line.all.first(where: {
                words[$0].key == "so" && ["do", "will", "would", "shall"].contains(words.key($0 + 1))
                    && ["i", "we"].contains(words.key($0 + 2)) && !words[$0].isQuoted
            }),
            (0..<so).contains(where: {
                Self.othersLeaving.contains(words[$0])
                    && (["out", "away"].contains(words.key($0 + 1)) || Self.leaving.contains(words[$0]))
            }), (0..<so).contains(where: { Self.passing.contains(words[$0]) }), !line.has(.negation, in: 0..<so)
        else { return nil }
        return Answer(level: .block, isPlain: true, because: "", why: [words.slice(so..<so + 3)])
    }

    private static let beforeLeaving = WordSet("will would must shall have to may might then")

    /// *I'd resign*, *cannot support it and will resign*
    private func isOwnLeaving(_ lead: Range<Int>) -> Bool {
        if lead.contains(where: { Self.ownSubjects.contains(words[$0]) }) { return true }
        var place = lead.upperBound - 1
        while place > lead.lowerBound, Self.beforeLeaving.contains(words[place]) { place -= 1 }
        return place > lead.lowerBound && line.small[place] == .joint
            && line.levels.contains { lead.contains($0.range.lowerBound) }
    }

    // MARK: Wording that goes with an answer

    private static let halfMeaning = WordSet("suppose guess perhaps maybe possibly probably daresay")
    private static let mightDo = WordSet("might could may")

    /// *I suppose I could step aside*, *stand aside, I guess*; not *could you put me as standing aside*.
    func isHalfMeant(_ pass: Range<Int>) -> Bool {
        let sentence = (line.clauses.first { $0.contains(pass.lowerBound) } ?? pass).lowerBound
        return line.all.contains { index in
            guard !words[index].isQuoted, line.small[index] == .hedge else { return false }
            if Self.halfMeaning.contains(words[index]) {
                return (sentence..<pass.lowerBound).contains(index) || isTrailing(index, after: pass)
            }
            return Self.mightDo.contains(words[index]) && (sentence..<pass.lowerBound).contains(index)
                && line.small[index - (index > 0 ? 1 : 0)] == .speaker
        }
    }

    private func isTrailing(_ index: Int, after pass: Range<Int>) -> Bool {
        index >= pass.upperBound
            && (pass.upperBound..<words.count).allSatisfy {
                words[$0].isMark || line.small[$0] == .hedge || line.small[$0] == .speaker
            }
    }

    private static let unwilling = WordSet(
        "suppose guess push pinch reluctantly grudgingly begrudgingly daresay maybe perhaps possibly probably")

    /// *I could live with that, I suppose*; in *I can live with it, fifty is a guess* the word is part of the reason.
    var isUnwilling: Bool {
        line.all.contains { index in
            guard Self.unwilling.contains(words[index]), !words[index].isQuoted else { return false }
            if words[index].key == "guess", Self.beforeNoun.contains(words.key(index - 1)) { return false }
            return line.clauses.first?.contains(index) == true || words.all[(index + 1)...].allSatisfy(\.isMark)
        }
    }

    private static let beforeNoun = WordSet("a the my your our wild best educated pure")

    private static let wringing = WordSet("twisted twist worn wore sufferance grudging begrudging insist gritted")

    /// *support, since you twisted my arm*
    var isWrung: Bool { line.all.contains { line.small[$0] == .hedge && Self.wringing.contains(words[$0]) } }

    private static let partial = WordSet("most some half few bit bits part parts being")

    /// *I support the bit about contracts*, *publishing most of them*, *it being looked at again*: that is less than what is
    /// tested.
    func isOfPart(after index: Int) -> Bool {
        let end = line.clauses.first { $0.contains(index) }?.upperBound ?? index
        return (index..<max(index, min(end, index + 5))).contains {
            Self.partial.contains(words[$0]) && !words[$0].isQuoted
        }
    }

    /// Whether a range holds more than small words of answering: *I suppose*, *at a push* give no reason.
    func saysWhy(_ range: Range<Int>) -> Bool {
        range.clamped(to: line.all).contains { index in
            switch line.small[index] {
            case .hedge, .neutral, .speaker, .joint, .link, .negation: false
            default: words[index].kind == .word || words[index].kind == .number
            }
        }
    }

    static let lackWords = WordSet("minus without less excluding omitting")
    private static let parts = WordSet(
        "word words phrase sentence line clause paragraph bullet bit part half ending figure number")

    /// *support minus the last sentence*: a text that would have to be another.
    func leavesOutWords(after end: Int) -> Range<Int>? {
        let sentence = end..<max(end, line.sentenceEnd(end))
        guard let lack = sentence.first(where: { Self.lackWords.contains(words[$0]) }), lack <= end + 3,
            ["the", "that", "those", "this", "its"].contains(words.key(lack + 1)),
            (lack + 2..<min(words.count, lack + 6)).contains(where: { Self.parts.contains(words[$0]) })
        else { return nil }
        return lack..<lack
    }

    func isWholeClause(_ range: Range<Int>) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(range.lowerBound) }) else { return false }
        return clause.allSatisfy { range.contains($0) || line.small[$0] != nil || words[$0].kind == .emoji }
    }

    private static let refusing = WordSet(
        "support agree back yet object oppose against no sign endorse approve accept vote commit")

    /// *this wording I cannot support, 2028 is too soon for the dales*: the refusal whose reason is a later one.
    func refusal(before last: Cue, among cues: [Cue]) -> Cue? {
        let clause = line.clauses.first { $0.contains(last.range.lowerBound) } ?? last.range
        guard !clause.contains(where: { Self.refusing.contains(words[$0]) }), !line.has(.speaker, in: clause) else {
            return nil
        }
        return cues.last {
            $0.level == .cannotYet && $0.isPlain && $0.range.upperBound <= clause.lowerBound
                && $0.range.contains { Self.refusing.contains(words[$0]) }
        }
    }

    private static let faults = WordSet(
        "too premature unaffordable unworkable undeliverable unrealistic mistake enough")

    /// *No. Too early for the villages*: a fault that is the whole reason.
    func fault(_ no: Cue, among cues: [Cue]) -> Answer? {
        guard no.isPlain, isFault(no.range),
            !cues.contains(where: { $0.level.supports }), refusal(before: no, among: cues) == nil,
            let clause = line.clauses.first(where: { $0.contains(no.range.lowerBound) })
        else { return nil }
        return Answer(
            level: .cannotYet, isPlain: true, because: line.reason(clause.lowerBound..<words.count),
            why: [words.slice(no.range)])
    }

    /// *too soon*; not *too soon for me to support*, which needs a reason still.
    func isFault(_ range: Range<Int>) -> Bool {
        range.contains { Self.faults.contains(words[$0]) } && !range.contains { Self.refusing.contains(words[$0]) }
    }

    private static let leadIns = WordSet("reflection thoughts thought balance consideration it")
    private static let leadInMost = 5

    /// *on reflection make mine full*: past what leads up to the answer. *from cannot yet to full*: past what was.
    func leadInEnd(_ clause: Range<Int>, before index: Int) -> Int {
        if words.key(index - 1) == "to",
            let former = line.levels.last(where: {
                $0.range.upperBound == index - 1 && $0.range.lowerBound > clause.lowerBound
            }), words.key(former.range.lowerBound - 1) == "from" || words.key(former.range.lowerBound - 2) == "from"
        {
            return index - 1
        }
        let first = words[clause.lowerBound].key
        guard ["on", "having", "thinking", "after"].contains(first) else { return clause.lowerBound }
        let lead = clause.lowerBound..<min(index, clause.lowerBound + Self.leadInMost)
        return lead.first { Self.leadIns.contains(words[$0]) && (first != "on" || words[$0].key != "it") }
            .map { $0 + 1 } ?? clause.lowerBound
    }
}
