// Agreement that is over: *I've changed my mind about 14*, *I take back my agreement with Una*, *I was wrong to agree
// with 14*. It is no disagreement yet, and no remark for others to agree with.
extension PositionReader {
    /// *my agreement with 14*, and not *my 14*: a position is taken back, and no line.
    func namesOwnAgreement(in range: Range<Int>) -> Bool {
        range.contains { Self.agreements.contains(words[$0]) && words.key($0 - 1) == "my" }
    }

    /// The words without one of which nobody speaks of a change of mind.
    static let changeWords = phrases(
        "mind, thoughts, views, view, position, agreement, support, backing, yes, agreeing, agreed")

    /// What is no longer thought of a statement; nil when the line tells of no such change.
    func changedMind() -> Group? {
        guard !line.endsInQuestion, !line.has(.condition, in: line.all) else { return nil }
        for (number, clause) in line.clauses.prefix(3).enumerated() {
            guard
                let change = changed(in: clause) ?? regretted(in: clause),
                regrets(before: change.lowerBound) || !line.has(.negation, in: clause.lowerBound..<change.upperBound)
            else { continue }
            let named = clause.compactMap { index in
                (finder.match(at: index) ?? numberAfterAbout(index)).flatMap {
                    $0.kind != .deictic || index >= change.upperBound ? $0 : nil
                }
            }
            var group = over(change, named, number, isPlain: false)
            guard named.isEmpty else { return group }
            // *I've changed my mind about the buses*: what it is about is found by its words.
            let isAbout = Self.abouts.contains(words.key(change.upperBound)) && clause.count <= 14
            guard isAbout, let best = ContentMatch.best(Words(words.slice(clause)), in: othersStatements) else {
                continue
            }
            group.references = [
                Reference(kind: .content, targets: [best.entry], isClear: false, range: change)
            ]
            group.end = clause.upperBound
            return group
        }
        return nil
    }

    /// *about 14* may be a guess at a figure, and is none here.
    private func numberAfterAbout(_ index: Int) -> Reference? {
        guard Self.abouts.contains(words.key(index - 1)), let entry = words[index].integer,
            line.context.statements.has(entry)
        else { return nil }
        return Reference(kind: .number, targets: [entry], isClear: true, range: index..<index + 1)
    }

    private func over(_ change: Range<Int>, _ named: [Reference], _ clause: Int, isPlain: Bool) -> Group {
        let opinion = Opinion(
            stance: .unsure, isPlain: isPlain, form: .phrase, hasObject: true, condition: nil, range: change,
            clause: clause)
        return Group(
            opinion: opinion, references: named, end: named.reduce(change.upperBound) { max($0, $1.range.upperBound) })
    }

    private var othersStatements: [OpenStatement] {
        line.context.statements.by(othersThan: line.context.speaker)
    }

    private static let abouts = WordSet("about on over of")
    private static let minds = WordSet("mind view views thinking position opinion opinions")
    private static let changes = WordSet("changed changing change shifted moved")
    private static let haves = WordSet("have had having got")

    /// *I've changed my mind about*, *my view of 14 has changed*, *having second thoughts about*.
    private func changed(in clause: Range<Int>) -> Range<Int>? {
        for index in clause where !words[index].isQuoted {
            if Self.minds.contains(words[index]), words.key(index - 1) == "my" {
                let before = max(clause.lowerBound, index - 4)..<index
                if let verb = before.first(where: { Self.changes.contains(words[$0]) }),
                    !["id", "would", "to", "could", "might", "will", "ill"].contains(words.key(verb - 1))
                {
                    return verb..<index + 1
                }
                if let verb = (index + 1..<max(index + 1, clause.upperBound)).last(where: {
                    Self.changes.contains(words[$0])
                }),
                    ["has", "have", "is", "just"].contains(words.key(verb - 1))
                {
                    return index - 1..<verb + 1
                }
            }
            if words[index].key == "thoughts", words.key(index - 1) == "second" {
                let isOwn =
                    line.has(.speaker, in: clause.lowerBound..<index)
                    || Self.haves.contains(words[clause.lowerBound]) || index - 1 == clause.lowerBound
                return isOwn ? index - 1..<index + 1 : nil
            }
        }
        return nil
    }

    private static let agreements = WordSet("agreement support backing yes agree")
    private static let undoings = WordSet(
        "take taking withdraw withdrawing cancel drop remove scrap strike retract pull")

    /// *I take back my agreement with 14*, *please take my agreement off 14*: it says plainly that there is none now.
    func takenBack(_ clause: Range<Int>, _ number: Int) -> Group? {
        guard words.cues.contains(.turns),
            let mine = clause.first(where: { words[$0].key == "my" && Self.agreements.contains(words.key($0 + 1)) }),
            let verb = (clause.lowerBound..<mine).first(where: { Self.undoings.contains(words[$0]) }),
            !["id", "would", "could", "might"].contains(words.key(verb - 1)), mine - verb <= 3,
            !line.has(.negation, in: clause.lowerBound..<mine), !line.endsInQuestion
        else { return nil }
        // *I withdraw my support* alone is about whatever is put to the test.
        let named = (mine..<clause.upperBound).compactMap { finder.match(at: $0) }.filter { $0.kind != .deictic }
        return named.isEmpty ? nil : over(verb..<mine + 2, named, number, isPlain: true)
    }

    private static let errors = WordSet("wrong mistaken mistake error daft silly foolish stupid hasty")

    /// *I was wrong to agree with 14*, *I shouldn't have agreed with Una*, *I regret agreeing*.
    func regretsAgreeing(_ opinion: Opinion) -> Bool {
        opinion.stance == .agree && opinion.form == .verb && regrets(before: opinion.range.lowerBound)
    }

    private func regretted(in clause: Range<Int>) -> Range<Int>? {
        clause.first { ["agreed", "agree", "agreeing"].contains(words[$0].key) && regrets(before: $0) }
            .map { $0..<$0 + 1 }
    }

    private func regrets(before: Int) -> Bool {
        if words.key(before - 1) == "to" || words.key(before - 1) == "in", Self.errors.contains(words.key(before - 2)) {
            return true
        }
        if words.key(before - 1) == "have",
            words.key(before - 2) == "shouldnt" || words.key(before - 2) == "not" && words.key(before - 3) == "should"
                || words.key(before - 2) == "never" && words.key(before - 3) == "should"
        {
            return true
        }
        return ["regret", "regretting"].contains(words.key(before - 1))
            || words.key(before - 1) == "having" && words.key(before - 2) == "regret"
    }
}
