/// Questions to the bot.
enum AskWords {
    static let table = PhraseTable(.questions, entries)
    static let entries: [PhraseTable<Question>.Entry] =
        places.map { row($0, .where) } + people.map { row($0, .who) } + help.map { row($0, .help) }
        + stage.map { row($0, .stage) } + other.map { row($0, .other) }

    static let places = phrases(
        """
        where have we got to, where are we up to, where are we, where did we get to, what have i missed,
        what did i miss, which area are we on, what area are we on, which area is this, where we are up to,
        how far have we got, what are we doing now, what are we on, whats happening now, whats left,
        what is left, how many areas are left, how much time, how long have we got, how long is left,
        what comes next, whats next, what is next, where we have got to, where weve got to, catch me up,
        what stage of the meeting, what have we agreed so far, what have we agreed, what are we voting on,
        what are we testing, remind me where we are, which one are we on, how much longer,
        which statements are open, what did we decide, what step are we on, which proposal is this,
        what are we being asked, how many minutes, what time do we, which area, what did we just,
        what have we done so far, what have we covered, whereabouts are we, what was the last thing,
        what are we supposed to be, which statement are we, how many statements, how many left,
        what number are we, whats still to do, what is still to do, how many areas, how many more areas
        """)
    static let people = phrases(
        """
        whos here, who is here, who are we missing, whos missing, who is missing, whos in the room,
        who is in the room, whos on the call, who else is here, who is on the call, whos present,
        who is present, who has joined, whos joined, whos not here, who isnt here, who hasnt answered,
        who has not answered, who have we got, who hasnt spoken, who has not spoken, who hasnt rated,
        who is still to answer, whos still to answer, whos still to rate, how many of us are,
        who are all these people, who do we have, who is absent, whos absent, who else is in,
        who is still missing, whos attending, who is attending, anyone missing, who else is on,
        who have we lost, who else are we waiting, who are we waiting for, how many people are,
        how many are here, is everyone here, is everybody here, whos just joined
        """)
    static let help = phrases(
        """
        how do i, how do you, what do i type, what do i do, what do i say, what do i write,
        what should i write, what should i put, what do i put, what should i type, what can i type,
        what can i say, how can i, does support mean, does support here mean, what does support,
        does support, what does stand aside, what does standing aside, what does block,
        what does cannot yet, what does reservation, what does a reservation, what does abstain,
        what does full, what counts as a block, how does this work, how does the, how do we,
        what are the commands, what are the levels, what are my options, what are the options,
        can i change my, can i change mine, can i rate, can i agree, can i take back, can i edit,
        can i still change, can i vote, can i answer, what happens if i, whats the command,
        what is the command, is there a command, where do i type, where do i, help please, help me,
        i need help, can you help, can somebody help, too late to, can we change our, still time to,
        what can i do, how should i, how would i, difference between support,
        difference between stand aside, difference between a reservation, difference between block,
        am i allowed to, do i have to, do i need to, do i type, do i just, can i object, can i stand aside,
        can i disagree, can i see the options, can i abstain, can i correct, can i withdraw,
        what does stand, which buttons, what are we meant to type, what am i meant to,
        what am i supposed to, how am i supposed to, should i type, should i use, do we type, can i undo,
        how many levels, do i need a reason, do i have to give a reason, do i have to say why,
        does it matter how i, can i say more than one, can i answer twice, can i change what i,
        can i see my, how do you want us to, what do you want us to, what are you asking,
        what are you asking us, what format, what words do i, which words do i, what counts as an objection,
        what counts as a reservation, what counts as support, what is a reservation, what is a stand aside,
        what is an abstention, whats a reservation, whats a stand aside, whats an abstention, whats a block,
        what is a block, how is standing aside, how is abstaining, is abstaining the same,
        is standing aside the same, is it too late to
        """)
    static let stage = phrases(
        """
        does emerging, does established, does expanding, what is emerging, what is established,
        what is expanding, whats emerging, whats established, whats expanding, what do the stages,
        what are the stages, which of these is, which stage is, what counts as emerging,
        what counts as established, what counts as expanding, remind me what emerging,
        remind me what established, remind me what expanding, difference between emerging,
        difference between established, how is established, how is emerging, how is expanding,
        definition of emerging, definition of established, definition of expanding, which one means,
        which of the stages, what does between mean, define emerging, define established, define expanding,
        what would expanding, what would established, what would emerging, which stage means,
        is established the one, is emerging the one, is expanding the one, what do the three stages,
        which stage would, what does not yet, what do the levels of maturity, what does each stage,
        explain the stages, explain emerging, explain established, explain expanding, the stages mean,
        which level is the one, how far along do, how far do we have to, what would count as,
        what do you mean by emerging, what do you mean by established, what do you mean by expanding,
        whats meant by emerging, whats meant by established, whats meant by expanding, what is meant by
        """)
    static let other = phrases(
        """
        is this kept, is this being kept, is it being kept, is this being stored, is it stored,
        is this stored, is this being saved, is this saved, are you keeping, is it recorded,
        is it being recorded, is this recorded, is this being recorded, is it kept, would i be named,
        will i be named, are our names, will our names, who sees this, who can see, who will see,
        is this confidential, is it anonymous, is this anonymous, are we minuted, is this minuted,
        will this be minuted, who gets the minutes, how long is it kept, how long do you keep,
        how long is this kept, will this be published, does my name, will my name, is my name,
        can anyone see, can others see, can people see, does anyone see, who reads this, foi able,
        is this foi, freedom of information, are you a bot, are you recording, where is this stored,
        where does this go, will it say who, does it say who, is it on the record, is this on the record,
        off the record, is this private, are the minutes, do the minutes, will the minutes, how long for,
        will you keep, do you keep, does this get kept, is anything kept, can i see what you,
        what do you keep, who gets to see, will ratings be, are ratings, are the ratings, is my rating,
        will my rating, is what i say, gets to see, are names, will names, does it record, do you record,
        what happens to, get a copy, have a copy, is there a record, who gets this, who gets to read,
        where does the record, where do these go, do these get, is anyone outside, will our employers,
        will my employer, can this be deleted, can i have it deleted, do we get a copy, will we get a copy,
        is it being minuted, is it minuted, are we being recorded, are you a person, are you human,
        are we being minuted, being minuted, do names go, do our names
        """)
}

/// Reads a question to the bot.
struct AskReader {
    let line: Line

    func read() -> (Question, why: String)? {
        let words = line.words
        guard line.wordCount <= 24 else { return nil }
        for hit in AskWords.table.all(in: words, line.all, quoted: true) {
            let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
            let sentenceIsQuestion = line.isQuestion(at: hit.range.upperBound - 1)
            let opens = (clause.lowerBound..<hit.range.lowerBound).allSatisfy {
                line.small[$0] != nil || AskReader.leads.contains(words[$0])
                    || AskReader.leads.contains("@" + words[$0].key)
            }
            guard opens || sentenceIsQuestion else { continue }
            if line.names.match(hit.range.upperBound) != nil, hit.meaning != .help { continue }
            // *can I change mine to emerging* changes it.
            if hit.meaning == .help, words.key(hit.range.lowerBound + 2) == "change", line.context.expects == .stage,
                !sentenceIsQuestion, namesStage(after: hit.range.upperBound)
            {
                continue
            }
            return (hit.meaning, words.slice(hit.range))
        }
        let meaning = words.starts.contains(.meaning) ? levelByName() ?? levelsApart() ?? stageByName() : nil
        return meaning ?? eitherStage()
    }

    private func namesStage(after index: Int) -> Bool {
        let names = line.context.ladder.stageNames
        return (index..<line.words.count).contains { names.match(line.words, at: $0) != nil }
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

    /// *is that emerging or established?*: which of the two it would be.
    private func eitherStage() -> (Question, why: String)? {
        let words = line.words
        guard line.endsInQuestion, line.context.expects == .stage,
            let or = words.all.lastIndex(where: { $0.key == "or" }), or > 0
        else { return nil }
        let names = line.context.ladder.stageNames
        let asks = (0..<or).contains {
            ["is", "would", "does", "are"].contains(words[$0].key)
                && ["that", "it", "this", "we", "they"].contains(words.key($0 + 1))
        }
        guard asks, let stage = names.match(words, at: or - 1), names.match(words, at: or + 1) != nil else {
            return nil
        }
        return (.stage, words.slice(stage.range))
    }

    /// *does 'support' mean…*: a level's name, quoted, in a question.
    private func levelByName() -> (Question, why: String)? {
        let words = line.words
        guard line.context.test != nil, line.endsInQuestion,
            words.all.prefix(14).contains(where: { $0.key == "mean" || $0.key == "means" || $0.key == "count" }),
            let hit = LevelWords.table.all(in: words, line.all, quoted: true).first
        else { return nil }
        return (.help, words.slice(hit.range))
    }

    /// *what does NAME mean*, for a stage of any ladder.
    private func stageByName() -> (Question, why: String)? {
        let words = line.words
        let asks = words.all.prefix(12).contains {
            ["mean", "means", "meaning", "counts", "count", "definition", "difference"].contains($0.key)
        }
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
        }
        return nil
    }

    private static let leads = WordSet(
        """
        hi bot sorry erm um quick question remind me can you tell us so and hang on wait please before answer i
        say anything ok could just checking hello late what @bot one if
        """)
}
