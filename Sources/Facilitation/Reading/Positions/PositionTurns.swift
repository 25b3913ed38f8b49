// Turns of phrase by which somebody takes a position, and which are built round a name.
extension PositionReader {
    /// *what Moira said*.
    func echo(at index: Int, _ number: Int) -> Opinion? {
        guard words[index].key == "what", !words[index].isQuoted, line.wordsBefore(index) <= 2,
            let name = line.names.match(index + 1), !isDoubtedBefore(index)
        else { return nil }
        var said = name.range.upperBound
        while said < words.count, line.small[said] == .neutral || words[said].key == "just" { said += 1 }
        guard ["said", "says", "wrote", "put"].contains(words.key(said)) else { return nil }
        // *I hear what Una says but ours stay*: heard, and no more.
        let isOnlyHeard =
            index > 0 && Self.takings.contains(words[index - 1]) && line.has(.contrast, in: said..<words.count)
        return Opinion(
            stance: isOnlyHeard ? .unsure : .agree, isPlain: false, form: .phrase, hasObject: true, condition: nil,
            range: index..<index + 1, clause: number)
    }

    /// *not against what Una says*: the words before say what is thought of it.
    private func isDoubtedBefore(_ index: Int) -> Bool {
        (max(0, index - 4)..<index).contains { place in
            guard let before = StanceWords.table.match(words, at: place) else { return false }
            return before.range.upperBound == index && before.meaning.stance != .agree
        }
    }

    /// A turn of phrase that is in no table needs one of these: *what Una said*, *not a word of 14*.
    static let turnWords =
        mockingWords
        + phrases(
            "what, than, agrees, supports, accepts, nothing, nowt, word, thing, syllable, comma, jot, line, letter, bit"
        )

    /// Before a name, as in *I take Una's point*.
    static let takings = WordSet(
        """
        take see get like love hear appreciate understand grant
        """)

    /// *I take Una's point*.
    func taken(at index: Int, _ number: Int) -> Opinion? {
        guard PositionReader.takings.contains(words[index]), !words[index].isQuoted, index > 0,
            line.small[index - 1] == .speaker || line.small[index - 1] == .neutral,
            line.has(.speaker, in: max(0, index - 4)..<index), let name = line.names.match(index + 1),
            name.isPossessive, line.small[min(name.range.upperBound, words.count - 1)] == .pointNoun
        else { return nil }
        let opinion = Opinion(
            stance: .agree, isPlain: false, form: .phrase, hasObject: true, condition: nil, range: index..<index + 1,
            clause: number)
        let isTakenBack = StanceWords.table.all(in: words, name.range.upperBound..<words.count).contains {
            $0.meaning.stance == .disagree
        }
        return isTakenBack || line.has(.negation, in: max(0, index - 4)..<index) ? nil : opinion
    }
}
