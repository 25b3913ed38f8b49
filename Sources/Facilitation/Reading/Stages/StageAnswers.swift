// Stages that are gone through one by one, each with a yes or a no: *Established, no. Emerging, no. Not yet, yes.* And
// what is said of stages that are not meant, which is no evidence for the one that is.
extension StageReader {
    private static let noes = WordSet("no nope nah nay not isnt arent never")
    private static let aroundAnswers = WordSet(
        """
        it is we are its were us thats that i am afraid sadly alas certainly definitely absolutely really quite sorry
        then just chance way for me and
        """)
    private static let bareAnswers = WordSet("no nope nah yes yep yup yeah aye")
    private static let inverting = WordSet("are is isnt arent")
    private static let inverted = WordSet("we it that they")

    private enum Answer {
        case yes, no
        /// *established, yes and no*
        case both
    }

    /// Marks the stages that the speaker says yes or no to. A *no* after *not yet* is mostly an echo (*not yet, no*), so
    /// that it denies only beside a stage with a yes of its own.
    func markAnswered(_ mentions: inout [Mention]) {
        let answers = mentions.indices.map { index in
            answer(
                to: mentions[index].range,
                before: index + 1 < mentions.count ? mentions[index + 1].range.lowerBound : words.count)
        }
        let isAnyMeant = answers.contains(.yes)
        for (index, answer) in answers.enumerated() {
            switch answer {
            case .yes:
                mentions[index].isVerdict = true
                mentions[index].isAffirmed = true
            case .no:
                let namesStage = line.context.ladder.step(mentions[index].stage).map { $0.worth > 0 } ?? false
                if namesStage || isAnyMeant { mentions[index].isPast = true }
            case .both: mentions[index].strength = .likely
            case nil: break
            }
        }
    }

    /// The yes or no right after a stage, behind a mark or none: *emerging: no*, *established? we are not*.
    private func answer(to stage: Range<Int>, before next: Int) -> Answer? {
        let isParted = words.at(stage.upperBound)?.isMark == true
        let start = isParted ? stage.upperBound + 1 : stage.upperBound
        guard start < next, words.at(start)?.kind == .word else { return nil }
        let end = (start..<next).first { words[$0].kind != .word } ?? next
        // *not 100% sure* goes on.
        if end < next, words[end].kind == .number { return nil }
        let part = start..<end
        guard part.count <= 5,
            part.allSatisfy({
                Self.noes.contains(words[$0]) || BareReplies.yeses.contains(words[$0])
                    || Self.aroundAnswers.contains(words[$0])
            })
        else { return nil }
        // *emerging, not established*: the *not* belongs to the stage that follows.
        if end == next, next < words.count, isParted || part.count > 1 || !Self.bareAnswers.contains(words[start]) {
            return nil
        }
        // *established, are we not*
        if Self.inverting.contains(words[start]), Self.inverted.contains(words.key(start + 1)) { return nil }
        let isNo = part.contains { Self.noes.contains(words[$0]) }
        if isNo { return part.contains { BareReplies.yeses.contains(words[$0]) } ? .both : .no }
        let isYes = part.contains { index in
            BareReplies.yeses.contains(words[index]) || words[index].key == "is" && words.key(index - 1) == "it"
                || words[index].key == "are" && words.key(index - 1) == "we"
        }
        return isYes ? .yes : nil
    }

    private static let aroundStages = WordSet(
        "it its is are be were we us i id as much this that am a too us call say by no not even nice lovely yes")

    private static let labels = WordSet("confidence conf stage level rating my")

    /// *afraid not*, *but no*: no more than a yes or a no.
    private func isAnswer(_ clause: Range<Int>) -> Bool {
        clause.contains {
            Self.noes.contains(words[$0]) || BareReplies.yeses.contains(words[$0])
                || ["is", "are"].contains(words[$0].key)
        }
            && clause.allSatisfy {
                Self.noes.contains(words[$0]) || BareReplies.yeses.contains(words[$0])
                    || Self.aroundAnswers.contains(words[$0]) || line.small[$0] == .contrast
            }
    }

    /// Where the stage named at a word ends, *not yet* among them; nil where none is.
    func stageEnd(at index: Int) -> Int? {
        if let stage = line.context.ladder.stageNames.match(words, at: index) { return stage.range.upperBound }
        guard let hit = StageWords.table.match(words, at: index), case .answer(SpecialStage.notYet, _) = hit.meaning
        else { return nil }
        return hit.range.upperBound
    }

    /// *Expanding would be a stretch*, *not established*, *no*: a clause that only weighs stages, or answers.
    func onlyWeighs(_ clause: Range<Int>) -> Bool {
        if isAnswer(clause) || clause.allSatisfy({ Self.labels.contains(words[$0]) }) {
            return true
        }
        var namesStage = false
        var index = clause.lowerBound
        while index < clause.upperBound {
            if let end = stageEnd(at: index), end <= clause.upperBound {
                namesStage = true
                index = end
            } else if let hit = StageWords.table.match(words, at: index), isWeighing(hit.meaning),
                hit.range.upperBound <= clause.upperBound
            {
                index = hit.range.upperBound
            } else if isAround(index) {
                index += 1
            } else {
                return false
            }
        }
        return namesStage
    }

    private func isWeighing(_ meaning: StageMeaning) -> Bool {
        switch meaning {
        case .notThis, .wished, .past, .verdictBefore, .hedged: true
        case .verdictAfter, .reported, .between, .confidence, .answer: false
        }
    }

    private func isAround(_ index: Int) -> Bool {
        switch line.small[index] {
        case .neutral, .negation, .hedge, .contrast, .speaker, .group, .joint: true
        default: Self.aroundStages.contains(words[index])
        }
    }

    private static let changing = WordSet(
        "change amend alter update correct fix switch swap replace edit sorry apologies oops mistake typo wrong slip")
    private static let aroundChanging = WordSet(
        """
        please pls can could you would kindly it that mine my rating answer score stage to for me thanks thank ta cheers
        i hit pressed typed put the a button one key finger thumbs fat if possible now just need needs be changed
        amended corrected was my
        """)

    /// *please change it*, *sorry, wrong button*: what is asked of the bot about a rating.
    func asksForChange(_ clause: Range<Int>) -> Bool {
        clause.contains { Self.changing.contains(words[$0]) }
            && clause.allSatisfy { Self.changing.contains(words[$0]) || Self.aroundChanging.contains(words[$0]) }
    }
}
