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
        what number are we, whats still to do, what is still to do, how many areas, how many more areas,
        what are we meant to be doing, what are we doing, where do we stand, im lost, i am lost,
        i have lost track, ive lost track, ive lost the thread, whats going on, what is going on,
        where were we, whats been agreed, what has been agreed, what have we decided, whats been decided,
        what has been decided, is the gauge open, is the test open, are we still testing, are we voting,
        are we rating, has the gauge closed, is the gauge closed, is the test closed, what are we rating,
        whats open, whats on the table, what is on the table, whats the proposal, what is the proposal,
        what does the proposal say, repeat the question, what was the question, how far through,
        how far are we, when do we finish, what time is it, what is happening, whats the time,
        what are we discussing, what are we talking about, what did we agree, what did we say about,
        whats the aim again, what is the aim again, what was the aim, what was the proposal,
        what number are we on, what have i walked into, bring me up to speed, bring me up to date,
        fill me in, what did i walk into, remind us where we are, remind me what we, remind us what we,
        what is still open, whats still open, what is still left, whats still left, still on area,
        are we still on, which proposal are we, which aim are we, what are the open statements,
        list the statements, list the open statements, show me the statements, show the statements,
        what is being tested, whats being tested, what is up for, whats up for, how are we doing for time,
        how are we for time, how are we off for time, which bit are we, which part are we,
        which item are we, what item are we, which question are we, which page are we, what page are we,
        what bit are we, what part are we, which area are we, where are we now, where we are now,
        what are we doing next, what we are voting on, which one are we, can you tell me where we,
        could you tell me where we, where have we reached, how far we have got, how far weve got,
        how much time is left, how much time do we have, how much time have we,
        what now, what next, what do we do now, what do we do next, what should we do now
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
        how many are here, is everyone here, is everybody here, whos just joined, are we all here,
        are we quorate, quorate, who has voted, whos voted, who hasnt voted, who has not voted,
        who are we waiting on, whos left to, who is left to, has everyone rated, has everybody rated,
        has everyone answered, has everybody answered, has everyone voted, has everybody voted,
        have we all rated, have we all answered, have we all voted, has everyone joined,
        has everybody joined, how many of us have, how many have rated, how many have answered,
        how many have voted, how many members, whos around, who is around, whos in today, who is in today,
        who has left, who is from, whos from, who else is, who still has to, who still needs to,
        who has yet to, who are the members, who are the others, list the members, list of members,
        who is in this meeting, whos in this meeting, who is in the meeting, whos in the meeting,
        who is in this session, whos in this session, who is on this call, whos on this call,
        who is here from, whos here from, anybody missing, who sent apologies, any apologies,
        who else has joined, who is still to come, whos still to come, is anyone still to come,
        who are we short of, whos not here yet, who is not here yet, who is not here, who didnt answer,
        who did not answer, who has still to answer,
        who is still to, whos still to, who has still to, who are we still
        """)
    static let help = phrases(
        """
        can i score again, can i rate again, how can i alter, can i alter my,
        how do i, how do you, what do i type, what do i do, what do i say, what do i write,
        what should i write, what should i put, what do i put, what should i type, what can i type,
        what how can i, does support mean, does support here mean, what does support, does support,
        what does stand aside, what does standing aside, what does block, what does cannot yet,
        what does reservation, what does a reservation, what does abstain, what does full,
        what counts as a block, how does this work, how does the, how do we, what are the commands,
        what are the levels, what are my options, what are the options, can i change my, can i change mine,
        can i rate, can i agree, can i take back, can i edit, can i still change, can i vote, can i answer,
        what happens if i, whats the command, what is the command, is there a command, where do i type,
        where do i, help please, help me, i need help, can you help, can somebody help, too late to,
        can we change our, still time to, what can i do, how should i, how would i,
        difference between support, difference between stand aside, difference between a reservation,
        difference between block, am i allowed to, do i have to, do i need to, do i type, do i just,
        can i object, can i stand aside, can i disagree, can i see the options, can i abstain,
        can i correct, can i withdraw, what does stand, which buttons, what are we meant to type,
        what am i meant to, what am i supposed to, how am i supposed to, should i type, should i use,
        do we type, can i undo, how many levels, do i need a reason, do i have to give a reason,
        do i have to say why, does it matter how i, can i say more than one, can i answer twice,
        can i change what i, can i see my, how do you want us to, what do you want us to,
        what are you asking, what are you asking us, what format, what words do i, which words do i,
        what counts as an objection, what counts as a reservation, what counts as support,
        what is a reservation, what is a stand aside, what is an abstention, whats a reservation,
        whats a stand aside, whats an abstention, whats a block, what is a block, how is standing aside,
        how is abstaining, is abstaining the same, is standing aside the same, is it too late to,
        how can we, how could i, what buttons, where can i, is it possible to, whats standing aside,
        what is standing aside, what counts as a, what happens when i, what happens if we,
        what happens if someone, what happens if somebody, what happens when someone, does it matter if,
        can i pass, can i skip, can i give, can i support, can i block, can i move my, can i have two,
        can i delete, can i take my, can i still, is there a way to, which word do i, do i put, do i say,
        do i write, do i vote, do i answer, do i use, whats the format, what is the format,
        does spelling matter, can i use, can we use, is there an option, how many choices,
        what are the choices, what choices, what are our choices, which answers can, what answers can,
        what do the levels mean, what do these mean, what do the answers mean, does block mean,
        does abstain mean, does full mean, does full support mean, does stand aside mean,
        does standing aside mean, does cannot yet mean, does a reservation mean, does reservation mean,
        what does it mean to, whats the word for, what is the word for, what is the right word,
        whats the right word, is there a list of commands, list of commands, list the commands,
        show me the commands, show the commands, show me the options, remind me of the options,
        remind me what the options, remind me how, remind us how, tell me how, explain how, show me how,
        how exactly do, how best do i, am i meant to, are we meant to, are we supposed to, am i supposed to,
        are we allowed to, am i too late, is it too late, what if i, what if i change my mind,
        can i change it, can i change that, can i change what, may i change, may i still, could i change my,
        could i still, where does one, how does one, how does a majority, how does consensus,
        how is consensus, how i can, where i can, what i can do, how i do, how i should, what i should,
        what i must, where i should, where i must, how i must, how to i, how can one, is it allowed to,
        is it permitted to, is that me or, is that just me or, if i put stand aside, does that count as me,
        does that count for my, am i answering for, am i speaking for, are we answering for,
        are we answering as, do i answer for, do i answer as, what happens after i, what would happen if i,
        may i put, may i abstain, may i pass, could i abstain, could i pass,
        could you explain how, can you explain how, can you tell me how, could you tell me how,
        please tell me how, please explain how, i dont know how to, i do not know how to,
        not sure how to answer, not sure how to vote, not sure how to rate, dont know what to type,
        dont know what to put, do not know what to type, not sure what to type, not sure what to put,
        can i put in two, can i put two, can i give two, can i enter two, privately to the bot,
        privately to you, can i say something privately, can i tell you privately,
        can i message you privately, can i tell you something privately
        """)
    static let stage = phrases(
        """
        which one do i pick, which one do i choose, which one is it if, which one is it when,
        which do i pick,
        does emerging, does established, does expanding, is emerging higher, is established higher,
        is expanding higher, is emerging lower, is established lower, is expanding lower, is emerging better,
        is established better, is expanding better, is emerging above, is established above, is expanding above,
        is emerging below, is established below, is expanding below, what is emerging, what is established,
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
        whats meant by emerging, whats meant by established, whats meant by expanding, what is meant by,
        what would count as emerging, what would count as established, what would count as expanding,
        what makes it emerging, what makes it established, what makes it expanding,
        what does it take to be emerging, what does it take to be established,
        what does it take to be expanding, what do we mean by emerging, what do we mean by established,
        what do we mean by expanding, what stages are there, how many stages, which stages are there,
        list the stages, show me the stages, show the stages, remind me of the stages,
        remind us of the stages, what are the stages again, what are the levels of maturity,
        what is between, is there a stage, is there a stage below, is there a stage above,
        is not yet a stage, meaning of emerging, meaning of established, meaning of expanding,
        what do you mean by stage, what do you mean by a stage, what is a stage, whats a stage,
        which stage do i, what stage do i, which stage should i, what stage should i
        """)
    static let other = phrases(
        """
        does this go into, does it go into, does this go in, will this go into, will it go into,
        is this kept, is this being kept, is it being kept, is this being stored, is it stored,
        is this stored, is this being saved, is this saved, are you keeping, is it recorded,
        is it being recorded, is this recorded, is this being recorded, is it kept, would i be named,
        will i be named, are our names, will our names, who sees this, who can see, who will see,
        is this confidential, is it anonymous, is this anonymous, are we minuted, is this minuted,
        will this be minuted, who gets the minutes, how long is it kept, how long do you keep,
        how long is this kept, will this be published, does my name, will my name, is my name,
        can anyone see, can others see, can people see, does anyone see, who reads this, foi able,
        go in with my name, my name next to it, my name beside it, my name against it, does that stop it,
        would that stop it, will that stop it,
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
        are we being minuted, being minuted, do names go, do our names, do you listen, are you listening,
        are you ai, are you an ai, are you a robot, are you real, who made you, who built you,
        who wrote you, who runs this, who runs you, who owns this data, who owns the data,
        where is the data, where does the data, is this gdpr, gdpr compliant, data protection,
        is this encrypted, is it encrypted, is it secure, is this secure, how secure, will people know,
        will they know, will anyone know, will anybody know, will others know, will others see,
        does the chair see, can the chair see, do they see, who knows what i, will it be shared,
        is it shared, is this shared, is this being shared, will this be shared, are you storing,
        how is this stored, will it be published, does anyone read, can it be deleted, do you delete,
        when is it deleted, when is this deleted, will i be quoted, am i being quoted, attributed to me,
        is it attributed, linked to me, linked to my name, traced to me, traced back to, with my name on,
        does it show my name, does it show who, do names appear, will it be minuted, will we get minutes,
        do we get minutes, do i get a copy, will there be minutes, who writes the minutes,
        who takes the minutes, who is taking minutes, whos taking minutes, who gets a copy, who will read,
        who else can see, who else will see, does my employer, will my boss, can my boss,
        who are you, how do you work, how are you trained, do you remember, is a record kept,
        is there a recording, are we recorded, am i being recorded, is this call recorded,
        are there minutes, can i be anonymous, can i stay anonymous, can i speak off, can we speak off,
        is this just between, will my block, will my objection, will my answer, will my vote, will my view,
        will my level, is my answer, is my vote, does my answer, does my vote, does anyone keep,
        does anybody keep, does the bot keep, where do my words, what does the bot do, what do you do with,
        what does it do with, how long does it keep, does it keep, how long will these, how long these,
        how long the notes, how long are these, how long are the notes, how long are my, how long do these,
        how long is my, how long is the record, how long is what, are my words, are our words,
        will my words, will our words, is my word, are these notes, will these notes, who keeps these,
        who keeps the notes, who keeps the record, where will these, where do my, where will my,
        where are my words, who else can read, who can read, whose name is on, is my name on,
        does my name go, is my name going, are names going, is our name going, under my name,
        against my name, will it be under my name, could my name, can my name, may my name,
        is there a transcript, will there be a transcript, is a transcript kept, when are these deleted,
        when will these be deleted, when will this be deleted, when is it all deleted, will it be deleted,
        will they be deleted, are they deleted, is it deleted, are these deleted, are these kept,
        are they kept, are these stored, are they stored, is what we say, is what we type, is what i type,
        will what i say, will what i type, who is the data controller, whos the data controller,
        can i ask to be forgotten, would people outside, will people outside, can people outside, could people outside,
        will anybody outside, will anyone outside, would anybody outside, would anyone outside, can anybody outside,
        can anyone outside, will this go outside, does this go outside, does this leave the room,
        does it leave the room,
        who else sees this, who else sees my, who else sees our, who else sees what,
        does that go in, does that go into, will that go in, will that go into, is that going in,
        is that going into, does that get kept, is that minuted, is that kept,
        will this end up in, will it end up in, does this end up in, does it end up in, will that end up in,
        who will hold, who holds this, who holds these, where does this text, where does this end,
        does the draft go, where does the draft, might my employer, will my employers, be shown what i
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
            }
            guard opens && !AskReader.notions.contains(words[hit.range.lowerBound]) || sentenceIsQuestion
            else { continue }
            if !sentenceIsQuestion, isInsideRemark(hit.range, clause) { continue }
            if hit.meaning == .help, words.all.contains(where: { AskReader.rooms.contains($0) }) { continue }
            if line.names.match(hit.range.upperBound) != nil, hit.meaning != .help { continue }
            if hit.meaning == .help, namesNewAnswer(after: hit.range.upperBound) { continue }
            return (hit.meaning, words.slice(hit.range))
        }
        let meaning = words.cues.contains(.meaning) ? levelByName() ?? levelsApart() ?? stageByName() : nil
        return meaning ?? judgedStage() ?? keeping()
    }

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
        guard line.endsInQuestion, line.context.step == .gauging || line.context.expects == .stage else { return nil }
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
