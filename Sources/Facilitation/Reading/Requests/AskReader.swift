/// Reads a question to the bot.
struct AskReader {
    let line: Line

    func read() -> Reading? {
        guard line.wordCount <= AskReader.wordsMax else { return nil }
        if let (question, why) = asked() {
            return Reading(.asked(AskedSubject.find(in: line.words, question) ?? Asked(question)), .plain, why: [why])
        }
        guard line.endsInQuestion, line.wordCount <= AskReader.shortWordsMax,
            let asked = AskedSubject.find(in: line.words)
        else { return nil }
        return Reading(.asked(asked), .plain, why: [asked.text])
    }

    private func asked() -> (Question, why: String)? {
        // *how do you tell established from expanding?* asks for a stage, though it begins like a call for help.
        if line.context.step == .gauging, line.endsInQuestion, let stage = askedStage() {
            return (.stage, line.words.slice(stage))
        }
        if let found = askedByPhrase() ?? askedByShape() { return found }
        return withoutAdverbs.flatMap { AskReader(line: $0).askedByPhrase() }
    }

    private static let mentions = WordSet("say put type write record register answer vote show express tell")

    /// *how do I say I'm not there yet?*: the level in it is asked about, and nobody's answer.
    var asksHowToAnswer: Bool {
        let words = line.words
        return line.endsInQuestion
            && AskWords.table.all(in: words, line.all).contains { hit in
                hit.meaning == .help && hit.range.lowerBound <= 2
                    && (hit.range.lowerBound..<hit.range.upperBound + 2).contains {
                        AskReader.mentions.contains(words.key($0))
                    }
            }
    }

    private static let wordsMax = 24
    /// In a longer line the words of a question may be part of something else.
    private static let shortWordsMax = 12

    /// The kind of question, by the words that ask it.
    private func askedByPhrase() -> (Question, why: String)? {
        let words = line.words
        if callsForHelp { return (.help, "help") }
        for hit in AskWords.table.all(in: words, line.all, quoted: true) {
            let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
            let sentenceIsQuestion = line.isQuestion(at: hit.range.upperBound - 1)
            let opens = (clause.lowerBound..<hit.range.lowerBound).allSatisfy {
                line.small[$0] != nil || AskReader.leads.contains(words[$0])
            }
            guard opens && !AskReader.notions.contains(words[hit.range.lowerBound]) || sentenceIsQuestion
            else { continue }
            if !sentenceIsQuestion, isInsideRemark(hit.range, clause) { continue }
            if hit.meaning == .help || hit.meaning == .who, words.all.contains(where: { AskReader.rooms.contains($0) })
            {
                continue
            }
            if line.names.match(hit.range.upperBound) != nil, hit.meaning != .help { continue }
            if hit.meaning == .other, namesShown(after: hit.range.upperBound) { continue }
            if hit.meaning == .help, isRhetorical { continue }
            if hit.meaning == .help, namesNewAnswer(after: hit.range.upperBound) { continue }
            return (hit.meaning, words.slice(hit.range))
        }
        let meaning = words.cues.contains(.meaning) ? levelByName() ?? levelsApart() ?? stageByName() : nil
        return meaning ?? judgedStage() ?? keeping()
    }

    /// *help*, alone or with the bot's name.
    private var callsForHelp: Bool {
        guard line.wordCount <= 3, line.words.all.last(where: { !$0.isMark })?.key == "help" else { return false }
        return line.words.all.allSatisfy { $0.isMark || $0.key == "help" || AskReader.callings.contains($0) }
    }

    private static let callings = WordSet("bot commonground common ground please")

    /// Phrases that begin so name a thing, and ask about it only with a question mark.
    private static let notions = WordSet(
        "data freedom off attributed linked traced under against with go gdpr foi my")

    private static let keepings = WordSet(
        """
        kept stored deleted shared published minuted recorded saved read see sees seen quoted named identified
        attributed traced leaked keep store
        """)
    private static let kept = WordSet(
        "typed said type say write wrote answer answers rating ratings vote votes words name names comments notes")

    /// *will anybody outside be able to read what I typed?*: what becomes of the speaker's own words.
    private func keeping() -> (Question, why: String)? {
        let words = line.words
        guard line.endsInQuestion, TalkReader(line: line).startsLikeQuestion || words.key(0) == "will",
            let verb = words.all.indices.first(where: { AskReader.keepings.contains(words[$0]) }),
            let thing = words.all.indices.first(where: { AskReader.kept.contains(words[$0]) }), thing > 0,
            ["my", "our", "i", "we", "these", "ive", "weve"].contains(words.key(thing - 1))
        else { return nil }
        return (.other, words.slice(min(verb, thing)..<max(verb, thing) + 1))
    }

    private static let rooms = WordSet(
        "toilet toilets loo loos coffee tea lunch wifi parking lift kitchen coat water biscuits biscuit cake sandwiches"
    )

    /// *I don't see how I can support it*: words that could ask, told as a remark.
    private func isInsideRemark(_ hit: Range<Int>, _ clause: Range<Int>) -> Bool {
        let lead = clause.lowerBound..<hit.lowerBound
        if line.has(.negation, in: lead) || line.has(.condition, in: lead) || line.has(.contrast, in: lead) {
            return true
        }
        guard ["i", "we", "one", "to"].contains(line.words.key(hit.lowerBound + 1)) else { return false }
        return line.has(.speaker, in: lead) || line.has(.hedge, in: lead) || line.has(.group, in: lead)
    }

    private static let consents = WordSet("support agree back sign accept vote endorse")

    /// *how can I support that with no money in it?*: asked of nobody, and no call for help.
    var isRhetorical: Bool {
        let words = line.words
        guard let how = line.all.first(where: { words[$0].key == "how" }),
            let consent = (how..<min(how + 6, words.count)).first(where: { AskReader.consents.contains(words[$0]) }),
            ["i", "we", "anyone", "anybody"].contains(words.key(how + 2))
        else { return false }
        let rest = consent + 1..<words.count
        return rest.contains { line.words[$0].key == "no" || line.words[$0].key == "when" }
            || line.has(.negation, in: rest) || line.has(.condition, in: rest)
    }

    private static let levels = WordSet(
        """
        abstain abstaining abstention standing stand aside blocking block objecting objection reservation reservations
        support supporting
        """)

    /// *What's the difference between standing aside and abstaining*.
    private func levelsApart() -> (Question, why: String)? {
        let words = line.words
        guard let place = words.all.indices.first(where: { words[$0].key == "difference" }),
            words.all.prefix(5).contains(where: { ["what", "whats", "is", "explain"].contains($0.key) }),
            (place..<words.count).filter({ AskReader.levels.contains(words[$0]) }).count >= 2
        else { return nil }
        return (.help, words.slice(place..<place + 1))
    }

    /// *can I change mine from established to emerging*: it gives the new answer, and asks for no help.
    private func namesNewAnswer(after index: Int) -> Bool {
        let words = line.words
        guard words.all.contains(where: { ["change", "move", "switch", "amend"].contains($0.key) }),
            let to = (index..<max(index, words.count - 1)).last(where: { words[$0].key == "to" })
        else { return false }
        let place = ["a", "an", "the"].contains(words.key(to + 1)) ? to + 2 : to + 1
        return line.context.ladder.stageNames.match(words, at: place) != nil
            || line.context.test != nil && LevelWords.table.match(words, at: place) != nil
    }

    /// *does 'support' mean…*: a level's name, quoted, in a question.
    private func levelByName() -> (Question, why: String)? {
        let words = line.words
        let first = words.all.first { $0.kind == .word }?.key ?? ""
        guard line.context.test != nil,
            line.endsInQuestion || ["what", "whats", "how", "which", "does", "is"].contains(first),
            words.all.prefix(14).contains(where: {
                ["mean", "means", "count", "counts", "difference", "differ", "same"].contains($0.key)
            }),
            let hit = LevelWords.table.all(in: words, line.all, quoted: true).first
        else { return nil }
        return (.help, words.slice(hit.range))
    }

    private static let meanings = WordSet(
        """
        mean means meaning counts count definition difference qualify qualifies differ separates separate
        distinguishes distinguish
        """)

    /// *what does NAME mean*, for a stage of any ladder.
    private func stageByName() -> (Question, why: String)? {
        let words = line.words
        let asks = words.all.prefix(12).contains { AskReader.meanings.contains($0) }
        let opens = words.all.prefix(8).contains {
            ["what", "whats", "does", "how", "which", "remind", "is"].contains($0.key)
        }
        guard asks, opens,
            line.endsInQuestion
                || ["what", "whats", "which", "how", "remind"].contains(words.all.first { $0.kind == .word }?.key ?? "")
        else { return nil }
        let names = line.context.ladder.stageNames
        for index in words.all.indices where !words[index].isMark {
            if let stage = names.match(words, at: index) { return (.stage, words.slice(stage.range)) }
            // *does "not yet" mean we score nought?*
            if let answer = StageWords.table.match(words, at: index), case .answer = answer.meaning {
                return (.stage, words.slice(answer.range))
            }
        }
        return nil
    }

    /// *two of us have done it, is that emerging or established?*
    private func judgedStage() -> (Question, why: String)? {
        let words = line.words
        guard line.endsInQuestion, line.context.step == .gauging || line.context.expects == .stage, line.names.isEmpty
        else { return nil }
        let names = line.context.ladder.stageNames
        for index in words.all.indices where names.match(words, at: index) != nil {
            let before = max(0, index - 5)..<index
            let isJudged = before.contains {
                ["is", "would", "does", "are", "make", "makes", "be", "enough"].contains(words[$0].key)
                    && ["that", "this", "it", "you", "we", "us"].contains(words.key($0 + 1))
            }
            if isJudged, !line.has(.speaker, in: before) { return (.stage, words.slice(index..<index + 1)) }
        }
        return nil
    }

    private static let leads = WordSet(
        """
        hi bot sorry erm um quick question remind me can you tell us so and hang on wait please before answer i
        say anything ok could just checking hello late what one if
        """)
}
