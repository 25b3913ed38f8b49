// How sure the speaker of a rating is, and what they rest it on.
extension StageReader {
    func confidence(near stage: Range<Int>) -> (value: Confidence, range: Range<Int>)? {
        var best: (value: Confidence, range: Range<Int>)?
        for hit in StageWords.table.all(in: words, line.all) {
            guard case .confidence(let value) = hit.meaning, isConfidence(hit.range, stage),
                !isDeniedConfidence(hit.range)
            else { continue }
            best = (value, hit.range)
        }
        return best
    }

    /// *not dead sure*: how sure is then left open, as nobody said it.
    func isDeniedConfidence(_ range: Range<Int>) -> Bool {
        (max(0, range.lowerBound - 2)..<range.lowerBound).contains { line.small[$0] == .negation && !isNotYet($0) }
            && !["no", "not"].contains(words[range.lowerBound].key)
    }

    /// *not yet, high*: at the head of the line it is the stage, and denies nothing behind it.
    private func isNotYet(_ index: Int) -> Bool {
        words.key(index + 1) == "yet" && (0..<index).allSatisfy { line.small[$0] != nil || words[$0].isMark }
    }

    private static let isConfidenceFillers = WordSet(
        """
        confidence confident my though i im id say at is level conf pretty really about it were of
        """)

    private func isConfidence(_ range: Range<Int>, _ stage: Range<Int>) -> Bool {
        if range.overlaps(stage) { return false }
        // *hi* greets, unless it comes after a stage.
        if range.count == 1, ["hi", "lo"].contains(words[range.lowerBound].key), range.lowerBound < stage.upperBound {
            return false
        }
        var clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        if let reason = line.first(.reason, in: range.upperBound..<max(range.upperBound, clause.upperBound)) {
            clause = clause.lowerBound..<reason
        }
        // *confidence: low*, and *established / low*
        if words.at(range.lowerBound - 1)?.isMark == true, words.at(range.upperBound)?.isMark ?? true { return true }
        let rest = clause.filter { !range.contains($0) && !stage.contains($0) }
        if rest.allSatisfy({
            line.small[$0] != nil || Self.isConfidenceFillers.contains(words[$0]) || words[$0].kind == .emoji
                || words[$0].isMark
        }) {
            return true
        }
        let named = range.contains {
            ["confidence", "confident", "sure", "certain", "guess", "conf", "guessing"].contains(words[$0].key)
        }
        if named { return true }
        if range.lowerBound == stage.upperBound {
            return words.at(range.upperBound).map {
                $0.isMark || $0.kind == .emoji || line.small[range.upperBound] != nil
            } ?? true
        }
        return false
    }

    /// What is said beside the stage and the confidence; where several stages weigh up to one, all of it.
    func evidence(_ stage: Range<Int>, _ confidence: Range<Int>?, mentions: Int) -> String {
        if let labelled = labelledEvidence() { return labelled }
        var parts: [Range<Int>] = []
        for clause in line.clauses
        where !isHedge(clause) && !namesSelf(clause) && !onlyWeighs(clause) && !asksForChange(clause)
            && !tellsNothing(clause)
        {
            let holdsStage = clause.contains(stage.lowerBound)
            let holdsConfidence = confidence.map { clause.contains($0.lowerBound) } ?? false
            if holdsStage {
                if let reason = line.first(.reason, in: stage.upperBound..<max(stage.upperBound, clause.upperBound)) {
                    parts.append(reason..<clause.upperBound)
                } else if holdsConfidence, let end = confidence?.upperBound, end >= stage.upperBound,
                    clause.upperBound - end >= 4
                {
                    // *expanding medium we run joint recruitment days, proper ones*
                    parts.append(end..<clause.upperBound)
                }
                continue
            }
            if holdsConfidence {
                if let end = confidence?.upperBound {
                    if let reason = line.first(.reason, in: end..<max(end, clause.upperBound)) {
                        parts.append(reason..<clause.upperBound)
                    } else if clause.upperBound - end >= 4 {
                        // *expanding medium we run joint recruitment days, proper ones*
                        parts.append(end..<clause.upperBound)
                    }
                }
                continue
            }
            parts.append(clause)
        }
        guard let first = parts.first, var last = parts.last else { return "" }
        // The words from the first to the last part, as typed, when nothing else lies between.
        if first.lowerBound < stage.lowerBound {
            let before = parts.filter { $0.upperBound <= stage.lowerBound }
            let after = parts.filter { $0.lowerBound >= stage.upperBound }
            let clear = after.filter { range in range.contains { line.small[$0] == nil && words[$0].kind != .mark } }
            if let start = clear.first, let end = clear.last, length(clear) >= length(before) || before.isEmpty {
                return line.reason(start.lowerBound..<end.upperBound)
            }
            return before.last.map { line.reason(first.lowerBound..<$0.upperBound) } ?? ""
        }
        if let confidence, first.lowerBound < confidence.lowerBound, last.lowerBound >= confidence.upperBound {
            let before = parts.filter { $0.upperBound <= confidence.lowerBound }
            last = before.last ?? last
            let after = parts.filter { $0.lowerBound >= confidence.upperBound }
            if length(after) > length(before), let start = after.first, let end = after.last {
                return line.reason(start.lowerBound..<end.upperBound)
            }
        }
        return line.reason(first.lowerBound..<last.upperBound)
    }

    /// *stage: established / confidence: low / evidence: heard it second hand*.
    private func labelledEvidence() -> String? {
        if let told = line.all.first(where: { tellsEvidence(at: $0) }) {
            return line.reason(told + 2..<words.count)
        }
        guard
            let label = line.all.first(where: {
                ["evidence", "reason", "why", "because", "basis"].contains(words[$0].key)
                    && words.at($0 + 1)?.isMark(":") == true && !words[$0].isQuoted
            })
        else { return nil }
        let next = (label + 2..<max(label + 2, words.count)).first { index in
            ["confidence", "stage", "level"].contains(words[index].key) && words.at(index + 1)?.isMark(":") == true
        }
        return line.reason(label + 2..<(next ?? words.count))
    }

    private static let pointing = WordSet("a an the that what from our my one two three four five some this")

    /// *my evidence is a single dashboard*; not *my evidence is thin*, which says how good it is.
    private func tellsEvidence(at index: Int) -> Bool {
        ["evidence", "basis"].contains(words[index].key) && words.key(index + 1) == "is"
            && words.key(index - 1) == "my" && !words[index].isQuoted
            && words.at(index + 2).map { Self.pointing.contains($0) || $0.kind == .number } ?? false
    }

    func length(_ parts: [Range<Int>]) -> Int { parts.reduce(0) { $0 + $1.count } }
}
