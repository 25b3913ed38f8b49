// A body or a chief whom the speaker answers for, and who would have it otherwise than the speaker's own yes.
extension LevelReader {
    private static let answeredFor = WordSet(
        """
        board boards trustees committee committees governors members membership union branch chief chair chairman
        executive executives exec execs director directors boss bosses manager managers council trust organisation
        organization practice partners firm company employer employers shareholders cabinet leadership lot people
        colleagues team headquarters hq owners funders governing
        """)
    private static let ours = WordSet("my our")
    private static let regretting = WordSet("sadly unfortunately alas regrettably shame pity")
    private static let having = WordSet(
        """
        have wear support agree back sign accept allow let like approve endorse buy vote stand hear play go want follow
        wont dont cant doesnt
        """)
    private static let refusing = WordSet(
        """
        against opposed opposes oppose rejected rejects reject refused refuses refuse vetoed vetoes objects objected
        disagrees disagree disagreed
        """)
    private static let saying = WordSet("said say says saying told voted vote votes")
    private static let noes = WordSet("no against otherwise")
    /// So many words after the body its refusal is looked for: *the board has only just told me to say no*.
    private static let refusalWithin = 10

    /// *Strong support, sadly my board won't have it*: where the refusal of a body stands after a yes.
    func bodyRefuses(after yes: Int) -> Range<Int>? {
        for index in yes..<max(yes, words.count) where Self.answeredFor.contains(words[index]) && !words[index].isQuoted
        {
            let start = line.clauses.first { $0.contains(index) }?.lowerBound ?? index
            let isOurs = (max(start, index - 3)..<index).contains { Self.ours.contains(words[$0]) }
            let isTurned = line.has(.contrast, in: yes..<index) || regrets(in: yes..<index)
            guard isOurs || isTurned, !line.has(.condition, in: yes..<index), !line.has(.reason, in: yes..<index),
                let end = refusal(of: index)
            else { continue }
            return index..<end
        }
        return nil
    }

    /// The end of words by which a body refuses: *won't have it*, *has told me to say no*, *is against it*, *doesn't*.
    private func refusal(of body: Int) -> Int? {
        let end = min(line.sentenceEnd(body), body + 1 + Self.refusalWithin)
        for index in body + 1..<max(body + 1, end) {
            if words[index].endsClause { return nil }
            if Self.refusing.contains(words[index]), !line.has(.negation, in: body + 1..<index) { return index + 1 }
            if Self.noes.contains(words[index]),
                (max(body + 1, index - 3)..<index).contains(where: { Self.saying.contains(words[$0]) })
            {
                return index + 1
            }
            if line.small[index] == .negation {
                guard let next = words.at(index + 1), !next.endsClause else { return index + 1 }
                if (index..<min(end, index + 3)).contains(where: { Self.having.contains(words[$0]) && $0 > index }) {
                    return index + 1
                }
            }
        }
        return nil
    }

    /// With a *but* or *sadly* before it the refusal is the answer; otherwise the yes may be the speaker's own. Either
    /// is asked about.
    func refused(_ yes: Cue, by body: Range<Int>) -> Answer {
        let before = yes.range.upperBound..<body.lowerBound
        let isTurned = line.has(.contrast, in: before) || regrets(in: before)
        return Answer(
            level: isTurned ? .cannotYet : yes.level, isPlain: false, because: line.reason(line.all),
            why: [words.slice(yes.range), words.slice(body)])
    }

    /// *support, sadly it comes too late*
    func regrets(after yes: Int) -> Bool { regrets(in: yes..<max(yes, words.count)) }

    private func regrets(in range: Range<Int>) -> Bool {
        range.clamped(to: line.all).contains { Self.regretting.contains(words[$0]) && !words[$0].isQuoted }
    }

    // MARK: Letting it pass

    /// *I'd stand aside unless it's changed*: what somebody would do, and has not done.
    func isSupposedPass(_ pass: Range<Int>) -> Bool {
        guard line.has(.condition, in: pass.upperBound..<words.count) else { return false }
        let clause = line.clauses.first { $0.contains(pass.lowerBound) } ?? pass
        return (clause.lowerBound..<pass.upperBound).contains { ["id", "would", "wed"].contains(words[$0].key) }
    }
}
