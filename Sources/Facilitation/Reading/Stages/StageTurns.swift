// What is said around a stage about how it is meant: *at a stretch*, *me, emerging*.
extension StageReader {
    /// *just about emerging*, *established, at a stretch*: named, and only just.
    func isNamedJust(_ mention: Mention) -> Bool {
        line.clauses.contains { clause in
            if isHedge(clause) { return true }
            guard clause.contains(mention.range.lowerBound) else { return false }
            return StageWords.table.all(in: words, clause).contains { hit in
                hit.meaning == .hedged
                    && (isNear(hit.range.upperBound, mention.range.lowerBound)
                        || isNear(mention.range.upperBound, hit.range.lowerBound))
            }
        }
    }

    /// Whether only small words stand between.
    private func isNear(_ end: Int, _ start: Int) -> Bool {
        end <= start && (end..<start).allSatisfy { line.small[$0] != nil }
    }

    private static let doubts = WordSet("maybe perhaps possibly probably")

    /// Whether a clause holds nothing else: *at a push*, *if I'm generous*.
    func isHedge(_ clause: Range<Int>) -> Bool {
        if clause.allSatisfy({ Self.doubts.contains(words[$0]) || words[$0].isMark }) { return true }
        guard let hit = StageWords.table.all(in: words, clause).first(where: { $0.meaning == .hedged }) else {
            return false
        }
        return clause.allSatisfy { hit.range.contains($0) || line.small[$0] != nil }
    }

    private static let selfWords = WordSet("me myself for my own part as and but personally")

    /// *Me*, *for my part*: words that turn from what others would say to the speaker's own rating.
    func namesSelf(_ clause: Range<Int>) -> Bool {
        clause.count <= 4 && clause.allSatisfy { Self.selfWords.contains(words[$0]) }
            && clause.contains { ["me", "myself", "my", "personally"].contains(words[$0].key) }
    }

    /// *The board would say established. Me, emerging*
    func turnsToSelf(before clause: Range<Int>) -> Bool {
        guard let before = line.clauses.last(where: { $0.upperBound < clause.lowerBound }) else { return false }
        return clause.lowerBound - before.upperBound == 1 && namesSelf(before)
    }
}
