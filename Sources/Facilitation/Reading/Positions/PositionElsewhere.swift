// Agreement that goes on to something else: *I agree with Una that the rents are the trouble*, *I agree with Una, it
// should be upstairs instead*. Whoever says it may agree with nothing that stands in the statement, so the bot asks. A
// reason goes on from the statement and needs none of its words: *I agree with Una, ours never hear of it*.
extension PositionReader {
    /// Whether what follows in the same sentence is agreed with, or wished for, in the place of the statements.
    func goesElsewhere(_ position: Position, from end: Int, to limit: Int) -> Bool {
        let tail = end..<max(end, min(limit, line.sentenceEnd(end)))
        guard !tail.isEmpty, !position.targets.isEmpty else { return false }
        if tail.contains(where: { takesPlace($0) }) || tail.contains(where: { deniesOneForOther($0, in: tail) }) {
            return true
        }
        let statements = position.targets.compactMap { line.context.statements.find($0)?.text }
        if let that = tail.first(where: { line.small[$0] != .neutral || words[$0].key == "that" }),
            words[that].key == "that"
        {
            let clause = line.clauses.first { $0.contains(that) } ?? tail
            return !repeats(that + 1..<max(that + 1, clause.upperBound), statements)
        }
        return tail.contains { wishes($0, in: tail, statements) }
    }

    /// *instead*, *rather than the hall*.
    private func takesPlace(_ index: Int) -> Bool {
        guard !words[index].isQuoted else { return false }
        return words[index].key == "instead" || words[index].key == "rather" && words.key(index + 1) == "than"
    }

    private static let copulas = WordSet("its is was theyre are were thats")
    private static let deniedCopulas = WordSet("isnt arent wasnt werent")

    /// *it's not the rents, it's the rates*: one thing denied, and another put in its place.
    private func deniesOneForOther(_ index: Int, in tail: Range<Int>) -> Bool {
        let isDenied =
            Self.deniedCopulas.contains(words[index])
            || words[index].key == "not" && Self.copulas.contains(words.key(index - 1))
        // *it is not used and it is not known* goes on denying.
        return isDenied
            && (index + 2..<max(index + 2, tail.upperBound)).contains {
                Self.copulas.contains(words[$0]) && words.key($0 + 1) != "not"
                    && ["its", "theyre", "thats"].contains(words[$0].key)
                    || ["it", "they", "that"].contains(words[$0].key) && Self.copulas.contains(words.key($0 + 1))
                        && words.key($0 + 2) != "not"
            }
    }

    private static let obligations = WordSet("should shouldnt ought must")
    private static let pointers = WordSet("it this that they these those we you he she")

    /// *it should be upstairs*, *let's move it*: a wish of the speaker's own, which the statement need not hold.
    private func wishes(_ index: Int, in tail: Range<Int>, _ statements: [String]) -> Bool {
        if words[index].key == "lets", words.key(index - 1) != "council" {
            return index == tail.lowerBound || words[index - 1].isMark || line.small[index - 1] == .joint
        }
        guard Self.obligations.contains(words[index]) else { return false }
        return Self.pointers.contains(words.key(index - 1)) || ContentMatch.shared(words, tail, statements).count == 0
    }

    private static let denials = WordSet(
        """
        not no never none nobody nothing nowhere neither nor hardly cannot cant dont doesnt didnt isnt arent wasnt
        werent wont hasnt havent hadnt wouldnt shouldnt couldnt
        """)

    /// Whether what is agreed to is mostly in the words of a statement, and is not its opposite.
    private func repeats(_ range: Range<Int>, _ statements: [String]) -> Bool {
        let found = ContentMatch.shared(words, range, statements)
        guard found.count * 2 > found.of else { return false }
        let denies = range.contains { Self.denials.contains(words[$0]) }
        return statements.contains { text in
            Words(text).all.contains(where: Self.denials.contains) == denies
        }
    }
}
