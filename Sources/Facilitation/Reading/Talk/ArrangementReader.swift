/// Tells agreement about the meeting itself (*agreed, 2pm suits me*, *agreed, coffee first*) from agreement on its subject.
struct ArrangementReader {
    let line: Line
    private var words: Words { line.words }

    private static let days = WordSet(
        """
        monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
        tomorrow tonight oclock noon
        """)
    private static let suiting = WordSet("works suits better fine good ok then first instead earlier later please")

    /// What a yes is joined to by a mark, where that is about rooms, times or food; false where it speaks of the proposal.
    func follows(_ end: Int) -> Bool {
        if let rest = sentence(after: end), rest.contains(where: isTimeOfDay) { return true }
        guard let rest = rest(after: end) else { return false }
        if rest.contains(where: { words.currency(before: $0) != nil }) { return true }
        if rest.contains(where: { Self.days.contains(words[$0]) }), rest.count <= 6,
            rest.contains(where: { Self.suiting.contains(words[$0]) })
        {
            return true
        }
        return TalkReader(line: Line(words.slice(rest), in: line.context)).isAboutTheMeeting
    }

    private static let ofProposal = WordSet(
        """
        it this that its thats aim objective proposal wording decision position ill id im ive well weve wed
        """)

    /// Whether what follows a yes has a content of its own that nothing joins to the proposal.
    func saysSomethingElse(after end: Int) -> Bool {
        guard let rest = rest(after: end) else { return false }
        return rest.count { line.small[$0] == nil && words[$0].kind != .mark && words[$0].kind != .emoji } >= 2
    }

    private static let howFar = WordSet("a an some the that this certain large great no such what")

    /// *agreed with Una to swap seats*: what two people will do; not *agreed with Una to a point*.
    ///
    /// - Parameter index: the first word after *agreed*, or after *agreed with*.
    func isWithSomebody(at index: Int) -> Bool {
        let start = words.key(index) == "with" ? index + 1 : index
        guard words.key(start - 1) == "with", let name = line.names.match(start),
            words.key(name.range.upperBound) == "to",
            let verb = words.at(name.range.upperBound + 1)
        else { return false }
        return verb.kind == .word && !Self.howFar.contains(verb) && line.small[name.range.upperBound + 1] == nil
    }

    private func sentence(after end: Int) -> Range<Int>? {
        guard let mark = words.at(end), Words.endsClause(mark), !Words.endsSentence(mark), end + 1 < words.count else {
            return nil
        }
        return end + 1..<line.sentenceEnd(end + 1)
    }

    private func rest(after end: Int) -> Range<Int>? {
        guard let rest = sentence(after: end) else { return nil }
        let isAnswer = rest.contains {
            Self.ofProposal.contains(words[$0]) || line.small[$0] == .speaker || line.small[$0] == .group
                || line.small[$0] == .reason || line.small[$0] == .contrast
        }
        guard !rest.isEmpty, !isAnswer, !line.levels.contains(where: { rest.contains($0.range.lowerBound) }) else {
            return nil
        }
        return rest
    }

    /// *2pm*, *10.30am*, *half past*
    private func isTimeOfDay(_ index: Int) -> Bool {
        let key = words[index].key
        if key == "past" { return words.key(index - 1) == "half" || words.key(index - 1) == "quarter" }
        guard key.count >= 3, let first = key.first, first &- UInt8(ascii: "0") < 10 else {
            return ["pm", "am"].contains(key) && words.at(index - 1)?.kind == .number
        }
        return key.hasSuffix("pm") || key.hasSuffix("am")
    }
}
