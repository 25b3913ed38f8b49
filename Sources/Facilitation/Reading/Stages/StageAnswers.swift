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
                Self.noes.contains(words[$0]) || CommonWords.yeses.contains(words[$0])
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
        if isNo { return part.contains { CommonWords.yeses.contains(words[$0]) } ? .both : .no }
        let isYes = part.contains { index in
            CommonWords.yeses.contains(words[index]) || words[index].key == "is" && words.key(index - 1) == "it"
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
            Self.noes.contains(words[$0]) || CommonWords.yeses.contains(words[$0])
                || ["is", "are"].contains(words[$0].key)
        }
            && clause.allSatisfy {
                Self.noes.contains(words[$0]) || CommonWords.yeses.contains(words[$0])
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

    // MARK: What rests on nothing

    /// Words beside a rating that are no evidence for it: what others say, how far a stage is off, that nobody can know, how
    /// the wrong one came to be given.
    func tellsNothing(_ clause: Range<Int>) -> Bool {
        repeatsAnswer(clause) || tellsOthersRating(clause) || onlyDenies(clause) || excusesSlip(clause)
            || waves(clause) || tellsFormer(clause)
    }

    /// *whatever the annual report says*
    private func waves(_ clause: Range<Int>) -> Bool {
        guard let whatever = clause.first(where: { words[$0].key == "whatever" }), let last = clause.last,
            Self.reporting.contains(words[last])
        else { return false }
        return (clause.lowerBound..<whatever).allSatisfy {
            line.small[$0] == .negation || line.small[$0] == .neutral
                || line.context.ladder.stageNames.match(words, at: $0) != nil
        }
    }

    private static let formerTimes = WordSet(
        "last ago before previously earlier spring summer autumn winter year month")
    private static let formerly = WordSet("put said called gone rated been chosen")

    /// *last spring I'd have put established*: what the rating was, once.
    private func tellsFormer(_ clause: Range<Int>) -> Bool {
        clause.count <= 9 && clause.contains { Self.formerTimes.contains(words[$0]) }
            && clause.contains { Self.formerly.contains(words[$0]) }
            && clause.contains { stageEnd(at: $0) != nil } && !line.has(.reason, in: clause)
    }

    private static let shrugs = phrases(
        """
        your guess is as good as mine, your guess as good as mine, how would i know, how should i know, dont ask me,
        no use asking me, above my head, over my head, goes over my head, news to me
        """
    ).map { $0.split(separator: " ").map { WordKey($0) } }

    /// *search me. dont know*: the same answer once more.
    private func repeatsAnswer(_ clause: Range<Int>) -> Bool {
        if Self.shrugs.contains(where: { said in
            said.count == clause.count && said.indices.allSatisfy { words.key(clause.lowerBound + $0) == said[$0] }
        }) {
            return true
        }
        var isAnswer = false
        var index = clause.lowerBound
        while index < clause.upperBound {
            if let hit = StageWords.table.match(words, at: index), case .answer = hit.meaning {
                isAnswer = true
                index = hit.range.upperBound
            } else if line.small[index] == .neutral || line.small[index] == .speaker || words[index].kind == .emoji {
                index += 1
            } else {
                return false
            }
        }
        return isAnswer
    }

    private static let reporting = WordSet(
        """
        say says said reckon reckons reckoned think thinks thought claim claims claimed tell tells told call calls called
        put puts have has had insist insists believe believes wrote rate rates rated
        """)
    private static let ownRaters = WordSet("i im ive id ill mine my me we were weve wed")
    private static let bosses = WordSet(
        "boss manager director rep team board union colleague colleagues chief head deputy predecessor officers members"
    )

    /// *our union rep says not yet; mine is established*: somebody else's rating, and no evidence.
    private func tellsOthersRating(_ clause: Range<Int>) -> Bool {
        guard let verb = clause.first(where: { Self.reporting.contains(words[$0]) && !words[$0].isQuoted }),
            verb > clause.lowerBound,
            (verb..<clause.upperBound).contains(where: { stageEnd(at: $0) != nil }),
            clause.count <= 10, !line.has(.reason, in: clause)
        else { return false }
        return (clause.lowerBound..<verb).allSatisfy { index in
            !Self.ownRaters.contains(words[index])
                || ["my", "our"].contains(words[index].key)
                    && (index + 1..<verb).contains { Self.bosses.contains(words[$0]) }
        }
    }

    private static let farOff = WordSet(
        """
        by a long chalk any stretch of the imagination way mile miles even close remotely slightest in your life chance
        bit it far from means near likely shot country no not nowhere never hardly whatsoever today
        """)
    private static let denying = WordSet("no not nowhere never hardly far by")
    private static let farOffMost = 7

    /// *not by a long chalk*, *not even close*
    private func onlyDenies(_ clause: Range<Int>) -> Bool {
        clause.count <= Self.farOffMost && clause.count > 1 && Self.denying.contains(words[clause.lowerBound])
            && clause.allSatisfy { Self.farOff.contains(words[$0]) }
    }

    private static let slipping = WordSet(
        "misread misunderstood misheard mistyped misclicked mistook misjudged miskeyed muddled confused")
    private static let handling = WordSet("pressed hit clicked picked chose had got read put tapped typed sent")
    private static let wrongly = WordSet("wrong upside backwards muddled mixed round mistake accident")

    /// *I misread the question*, *I got them the wrong way round*: how another rating came to be given.
    private func excusesSlip(_ clause: Range<Int>) -> Bool {
        guard line.has(.speaker, in: clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 3)) else {
            return Self.slipping.contains(words[clause.lowerBound]) && clause.count <= 5
        }
        return clause.contains { Self.slipping.contains(words[$0]) }
            || clause.prefix(4).contains { words[$0].key == "thinking" && words.key($0 + 1) == "of" }
            || clause.contains { Self.handling.contains(words[$0]) }
                && clause.contains { Self.wrongly.contains(words[$0]) } && clause.count <= 9
    }
}
