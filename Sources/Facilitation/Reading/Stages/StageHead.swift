// A rating that opens a line: the stage, how sure, and then evidence, which is kept as it is and read for nothing.
extension StageReader {
    /// Where a rating at the head of a line ends and its evidence starts.
    private struct Head {
        var confidence: (value: Confidence, range: Range<Int>)?
        var evidence: Int
        /// Nothing parts the confidence from the evidence.
        var isRun = false
    }

    /// *emerging, medium, because the employers we know do not know each other*; nil for other forms.
    func headed(by first: Mention, _ mentions: [Mention]) -> Rating? {
        guard let head = head(after: first), isHead(first) || line.small[head.evidence] == .reason else { return nil }
        let corrected = mentions.last { $0.range.lowerBound >= head.evidence && isCorrection($0) }
        let chosen = corrected ?? first
        let confidence =
            corrected.flatMap { lastConfidence(from: $0.range.upperBound) } ?? head.confidence
            ?? lastConfidence(from: head.evidence) ?? confidence(near: first.range)
        var strength = chosen.strength
        let end = corrected == nil ? head.evidence : Int.max
        if isHedged(chosen, before: end) || isAsked(chosen, before: end) { strength = .likely }
        return Rating(
            stage: chosen.stage, strength: strength, confidence: confidence?.value,
            evidence: head.isRun
                ? line.reason(head.evidence..<words.count) : evidence(first.range, confidence?.range, mentions: 1),
            why: [words.slice(chosen.range)] + (confidence.map { [words.slice($0.range)] } ?? []),
            isHeaded: isHead(first))
    }

    /// Whether only small words lead up to the stage.
    func isHead(_ stage: Mention) -> Bool {
        (0..<stage.range.lowerBound).allSatisfy { line.small[$0] != nil || words[$0].isMark || words[$0].key == "say" }
    }

    /// Over the words between a stage and its evidence: how sure, *for me*, *I think*, marks.
    private func head(after stage: Mention) -> Head? {
        var place = stage.range.upperBound
        var confidence: (value: Confidence, range: Range<Int>)?
        var isParted = false
        var isRun = false
        while place < words.count {
            if confidence == nil, let found = headConfidence(at: place) {
                confidence = found
                place = found.range.upperBound
                isParted = false
            } else if confidence == nil, let found = bareConfidence(at: place) {
                return Head(confidence: found, evidence: found.range.upperBound, isRun: true)
            } else if line.small[place] == .reason {
                return Head(confidence: confidence, evidence: place)
            } else if Words.endsClause(words[place]) || words[place].kind == .emoji || words[place].isMark("/")
                || words[place].isMark("|")
            {
                isParted = true
                isRun = isRun || words[place].isMark("/") || words[place].isMark("|")
                place += 1
            } else if isParted {
                return isEvidence(at: place) ? Head(confidence: confidence, evidence: place, isRun: isRun) : nil
            } else if let hit = StageWords.table.match(words, at: place), case .verdictAfter = hit.meaning {
                place = hit.range.upperBound
            } else if isSmallAfterStage(place) {
                place += 1
            } else {
                return nil
            }
        }
        return nil
    }

    private func isSmallAfterStage(_ place: Int) -> Bool {
        switch line.small[place] {
        case .neutral, .hedge, .speaker, .link, .joint: true
        case nil: ["confidence", "say", "stage", "level", "conf", "feel"].contains(words[place].key)
        default: false
        }
    }

    private func headConfidence(at place: Int) -> (value: Confidence, range: Range<Int>)? {
        var start = place
        while start < place + 3, start < words.count,
            ["my", "with", "and", "im", "a", "i", "am", "confidence", "is"]
                .contains(words[start].key) || start > place && words[start].isMark(":"),
            StageWords.table.match(words, at: start) == nil
        { start += 1 }
        guard let hit = StageWords.table.match(words, at: start), case .confidence(let value) = hit.meaning,
            !isDeniedConfidence(hit.range)
        else { return nil }
        guard let next = words.at(hit.range.upperBound) else { return (value, place..<hit.range.upperBound) }
        let isEnd =
            next.isMark || next.kind == .emoji || line.small[hit.range.upperBound] != nil
            || ["confidence", "confident", "conf", "level"].contains(next.key)
        return isEnd ? (value, place..<hit.range.upperBound) : nil
    }

    private static let sizes = WordSet("high medium med low")
    private static let afterSize = WordSet(
        """
        street streets school schools cost costs risk level levels quality turnover paid pay income sized size term
        standard standards demand need needs number numbers vacancy vacancies profile share rate rates priority end
        speed tech skill skills skilled wage wages value volume carbon emission emissions deprivation court
        """)

    /// *ESTABLISHED HIGH joint desk since May*: how sure, without a mark behind it.
    private func bareConfidence(at place: Int) -> (value: Confidence, range: Range<Int>)? {
        guard Self.sizes.contains(words[place]), let next = words.at(place + 1), next.kind == .word,
            !words[place].isGlued, !Self.afterSize.contains(next),
            let hit = StageWords.table.match(words, at: place), hit.range.count == 1,
            case .confidence(let value) = hit.meaning
        else { return nil }
        return (value, hit.range)
    }

    private static let copulas = WordSet("its it is were are")

    /// What follows the mark is evidence unless it weighs another stage: *established, or emerging*.
    private func isEvidence(at place: Int) -> Bool {
        let clause = line.clauses.first { $0.contains(place) } ?? place..<words.count
        let names = line.context.ladder.stageNames
        for index in place..<max(place, clause.upperBound) {
            let isStage = names.match(words, at: index) != nil
            // *established on a good day, but mostly it's not yet*
            let isTurn = line.small[place] == .contrast && stageEnd(at: index) == clause.upperBound
            guard isStage || isTurn else { continue }
            let isClear = (place..<index).allSatisfy {
                line.small[$0] != .reason && (line.small[$0] != nil || isTurn && Self.copulas.contains(words[$0]))
            }
            if isClear { return false }
        }
        return !line.isQuestion(at: place) || clause.count > 2
    }

    /// *no, make that established*: the stage is the verdict of a clause that holds little else.
    private func isCorrection(_ mention: Mention) -> Bool {
        guard !mention.isPast, let clause = line.clauses.first(where: { $0.contains(mention.range.lowerBound) })
        else { return false }
        let before = leadStart(clause)..<mention.range.lowerBound
        let lead = StageWords.table.all(in: words, before).last
        guard let lead, mention.range.lowerBound - lead.range.upperBound <= 1 else { return false }
        switch lead.meaning {
        case .verdictBefore, .verdictAfter: break
        default: return false
        }
        guard let after = words.at(mention.range.upperBound) else { return true }
        return after.isMark || line.small[mention.range.upperBound] != nil
            || headConfidence(at: mention.range.upperBound) != nil
    }

    private static let lastConfidenceFillers = WordSet(
        """
        confidence confident conf though mind level say id im
        """)

    /// How sure, said in a clause of its own after the evidence.
    private func lastConfidence(from start: Int) -> (value: Confidence, range: Range<Int>)? {
        for clause in line.clauses.reversed() where clause.lowerBound >= start {
            let hits = StageWords.table.all(in: words, clause)
            for hit in hits {
                guard case .confidence(let value) = hit.meaning, !isDeniedConfidence(hit.range) else { continue }
                let reason = line.first(
                    .reason, in: hit.range.upperBound..<max(hit.range.upperBound, clause.upperBound))
                let rest = (clause.lowerBound..<(reason ?? clause.upperBound)).filter { !hit.range.contains($0) }
                if rest.allSatisfy({
                    line.small[$0] != nil || Self.lastConfidenceFillers.contains(words[$0]) || words[$0].isMark
                }) {
                    return (value, hit.range)
                }
            }
        }
        return nil
    }

    private func isAsked(_ mention: Mention, before end: Int) -> Bool {
        var place = mention.range.upperBound
        while place < min(words.count, end) {
            if Words.endsSentence(words[place]) { return words[place].isMark("?") }
            place += 1
        }
        return end == Int.max && line.isQuestion(at: mention.range.upperBound - 1)
    }
}
