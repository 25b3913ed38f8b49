// What is said beside an agreement that turns it round or halves it: a denial of what it is about, a part that is left out, a
// second sentence that takes it back.
extension PositionReader {
    /// *agree with neither 14 nor 15*, *agree with none of those*.
    func deniesObject(_ group: Group) -> Bool {
        guard group.opinion.stance == .agree, group.opinion.form == .verb, let first = group.references.first,
            first.range.lowerBound > group.opinion.range.upperBound
        else { return false }
        return (group.opinion.range.upperBound..<first.range.lowerBound).contains {
            ["neither", "none", "nowt", "nothing", "nought", "little"].contains(words[$0].key)
        }
    }

    private static let shares = WordSet("half part bit third point sentence")
    private static let otherShares = WordSet("second other rest last latter remainder others end")

    /// *I agree with the first half of 10 and not at all with the second*
    func splits(_ group: Group, end: Int) -> Bool {
        guard group.opinion.stance == .agree, let first = group.references.first,
            first.range.lowerBound > group.opinion.range.upperBound,
            (group.opinion.range.upperBound..<first.range.lowerBound).contains(where: {
                Self.shares.contains(words[$0])
            })
        else { return false }
        let tail = end..<max(end, line.sentenceEnd(end))
        return line.has(.negation, in: tail) && tail.contains { Self.otherShares.contains(words[$0]) }
    }

    private static let sameHolder = WordSet("he she they hes shes theyre it its")

    /// *Uzma's right about the app. She isn't right about the age though*
    func isHalfMeant(_ group: Group, end: Int) -> Bool {
        guard group.opinion.stance == .agree, group.opinion.form == .judgement else { return false }
        return line.clauses.contains { clause in
            guard clause.lowerBound > end, let first = clause.first(where: { line.small[$0] != .contrast }),
                Self.sameHolder.contains(words[first])
            else { return false }
            return line.has(.negation, in: clause)
                && StanceWords.table.all(in: words, clause).contains { $0.meaning.form == .judgement }
        }
    }

    private static let thisOne = WordSet("this that here today now one him her them it")

    /// *I agree with Kieran that someone should, just not kids*
    func leavesPart(_ group: Group, end: Int) -> Bool {
        group.opinion.stance == .agree
            && line.clauses.contains { clause in
                clause.lowerBound > end && clause.count <= 5 && words.key(clause.lowerBound + 1) == "not"
                    && ["just", "only"].contains(words[clause.lowerBound].key)
            }
    }

    /// *I agree with Dr Linton about most things in life. Not this one*: a short sentence after it that takes it back.
    func excepts(_ group: Group, end: Int) -> Bool {
        guard group.opinion.stance == .agree, !group.references.isEmpty else { return false }
        return line.clauses.contains { clause in
            guard clause.lowerBound > end, (2...5).contains(clause.count) else { return false }
            let said = clause.drop { line.small[$0] == .contrast || words[$0].key == "just" || words[$0].key == "only" }
            guard let first = said.first, words[first].key == "not", said.count >= 2 else { return false }
            return said.dropFirst().allSatisfy {
                Self.thisOne.contains(words[$0]) || line.small[$0] == .link || line.small[$0] == .neutral
            } && said.contains { Self.thisOne.contains(words[$0]) }
        }
    }

    /// *agree with 14 I cannot*, *agree with 14 (not)*: the denial comes last.
    func deniesAfterwards(_ group: Group, end: Int) -> Bool {
        guard group.opinion.stance == .agree, !group.references.isEmpty, group.opinion.form == .verb else {
            return false
        }
        let tail = end..<max(end, line.sentenceEnd(end))
        let said = tail.filter { !words[$0].isMark }
        guard let last = said.last, said.count <= 4, words[last].kind == .word else { return false }
        return line.small[last] == .negation && words[last].key != "yet"
            && said.allSatisfy {
                line.small[$0] == .negation || line.small[$0] == .speaker || line.small[$0] == .neutral
            }
    }
}
