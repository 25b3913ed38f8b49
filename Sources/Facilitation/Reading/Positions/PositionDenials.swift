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

    private static let excepting = WordSet("but except bar save beyond besides")
    private static let noneElse = WordSet("nothing none nobody nowt naught")

    /// *Nothing but 14 has my agreement*: it alone, asked about. *Anything but 14 has my agreement*: all else.
    func exception(_ group: Group) -> Stance? {
        guard group.opinion.stance == .agree, let first = group.references.map(\.range.lowerBound).min(), first > 1,
            Self.excepting.contains(words[first - 1])
        else { return nil }
        if Self.noneElse.contains(words[first - 2]) { return .agree }
        return words[first - 2].key == "anything" ? .disagree : nil
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

    private static let faults = WordSet(
        """
        change alter quarrel dispute argue untrue fault quibble object disagree wrong delete remove amend edit cross
        challenge question contest reword improve rewrite unfair false doubt
        """)
    private static let nothings = WordSet(
        """
        nothing nowt no none hardly
        """)
    private static let pieces = WordSet(
        """
        word thing comma line syllable bit part letter jot single one a
        """)

    /// *not one word of 20 I'd change*, *nothing in 40 I'd call untrue*: a yes made of two denials, never plain.
    func litotes(at index: Int, in clause: Range<Int>, _ number: Int) -> Group? {
        guard PositionReader.nothings.contains(words[index]) || line.small[index] == .negation,
            !words[index].isQuoted
        else { return nil }
        var place = index + 1
        while place < clause.upperBound,
            line.small[place] == .negation || PositionReader.pieces.contains(words[place])
                || PositionReader.faults.contains(words[place])
        {
            place += 1
        }
        let hasPiece = (index..<place).contains { PositionReader.pieces.contains(words[$0]) }
        guard hasPiece || words[index].key == "nothing" || words[index].key == "nowt",
            StanceWords.table.match(words, at: index) == nil,
            place < clause.upperBound,
            let named = (place..<clause.upperBound).lazy.compactMap({ finder.match(at: $0) }).first,
            named.range.lowerBound <= place + 3,
            (clause.lowerBound..<clause.upperBound).contains(where: { PositionReader.faults.contains(words[$0]) }),
            line.has(.speaker, in: clause) || clause.contains(where: { words[$0].key == "id" || words[$0].key == "to" })
        else { return nil }
        let opinion = Opinion(
            stance: .agree, isPlain: false, form: .phrase, hasObject: true, condition: nil, range: index..<place,
            clause: number)
        return Group(opinion: opinion, references: [named], end: clause.upperBound)
    }
}
