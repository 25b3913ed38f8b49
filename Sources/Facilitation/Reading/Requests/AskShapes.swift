// Questions told by their shape and not by a phrase: what is asked, of what in this meeting. *Can the others see what I
// put?*, *which organisations are here?*, *is half done emerging or established?*
extension AskReader {
    /// What a question of few words asks, where no phrase of the tables told it.
    func askedByShape() -> (Question, why: String)? {
        guard line.wordCount <= AskReader.shapeWordsMax, line.endsInQuestion || opensAsQuestion else { return nil }
        if let stage = askedStage() ?? askedStagesApart() { return (.stage, words.slice(stage)) }
        if let place = ownWords(), asksWhatBecomes(beside: place) { return (.other, words.slice(place)) }
        if let law = askedOfLaw() ?? askedOfBot() ?? askedOfRecord() { return (.other, words.slice(law)) }
        if let present = askedOfPeople() ?? askedOfAnswers() { return (.who, words.slice(present)) }
        if let wording = askedOfWording() { return (.where, words.slice(wording)) }
        if let outcome = askedOutcome() { return (.help, words.slice(outcome)) }
        return nil
    }

    private static let shapeWordsMax = 18
    private var words: Words { line.words }

    private static let openers = WordSet(
        """
        who whos what whats which where wheres how hows is are am does do did can could will would may might has have
        shall should isnt arent wont
        """)
    private static let beforeOpeners = WordSet(
        "so and but erm um ok right sorry please quick question just also hi hello bot hang on wait or then")

    /// The first word of the question itself.
    var opener: Int? {
        words.all.indices.first {
            words[$0].kind == .word && !AskReader.beforeOpeners.contains(words[$0]) && line.names.match($0) == nil
        }
    }

    /// *can the others see it*, its mark left out.
    private var opensAsQuestion: Bool { opener.map { AskReader.openers.contains(words[$0]) } ?? false }

    private func has(_ set: WordSet, in range: Range<Int>) -> Bool {
        range.clamped(to: line.all).contains { set.contains(words[$0]) && !words[$0].isQuoted }
    }

    // MARK: What becomes of words and ratings

    private static let speakers = WordSet("i we ive weve")
    private static let sayings = WordSet(
        """
        typed type put said say wrote write rated rate answer answered voted vote scored posted post sent send entered
        enter told tell chose choose picked given gave
        """)
    private static let wholes = WordSet("what anything everything things stuff whatever how")
    private static let owners = WordSet("my our individual peoples")
    private static let ownThings = WordSet(
        """
        rating ratings score scores answer answers name names words comment comments remarks vote votes message messages
        reply replies response responses level levels identity email details lines posts typing
        """)
    private static let meetingThings = WordSet("chat transcript log recording conversation record")
    private static let nearThings = WordSet(
        "chat transcript log recording conversation minutes notes comments ratings answers messages words discussion")
    private static let betweenOwners = WordSet("own individual private personal exact actual")

    /// *what I put*, *our comments*, *these notes*, *who said what*, *which of us*: words and ratings of this meeting.
    private func ownWords() -> Range<Int>? {
        for index in line.all where words[index].kind == .word {
            let next = words.key(index + 1)
            if AskReader.wholes.contains(words[index]), AskReader.speakers.contains(next),
                let said = (index + 2..<min(index + 5, words.count)).first(where: {
                    AskReader.sayings.contains(words[$0])
                })
            {
                return index..<said + 1
            }
            let thing = AskReader.betweenOwners.contains(next) ? index + 2 : index + 1
            let isNear = ["this", "these", "that", "those"].contains(words[index].key)
            if AskReader.owners.contains(words[index]) && AskReader.ownThings.contains(words.key(thing))
                || isNear && AskReader.nearThings.contains(words.key(thing))
                || words[index].key == "the" && AskReader.meetingThings.contains(words.key(thing))
            {
                return index..<thing + 1
            }
            if index > (opener ?? 0), words[index].key == "who", AskReader.sayings.contains(next) || next == "objected"
            {
                return index..<index + 2
            }
            if index > 0, words[index].key == "which", next == "of", words.key(index + 2) == "us" {
                return index..<index + 3
            }
            if AskReader.owners.contains(words[index]), AskReader.employers.contains(words.key(thing)),
                has(AskReader.tellings, in: line.all)
            {
                return index..<thing + 1
            }
        }
        return nil
    }

    private static let employers = WordSet(
        "employer employers boss bosses manager managers organisation organisations firm company body chief director")
    private static let tellings = WordSet("named named told see sees know identified shown hear find informed copied")

    private static let becoming = WordSet(
        """
        see sees seen read reads look kept keep keeps hold holds held stored store stores saved save saves publish
        published share shared public minuted recorded record records recording quoted quote named name names identified
        attributed attribute anonymous anonymised confidential private secret disclosable disclosed deleted delete
        erased wiped removed remove leaked traced linked passed know knows told tell shown shows show visible hidden
        end ends public beside next against show appear appears find copied circulated forwarded say says taken struck
        """)
    private static let ofOthers = WordSet("council councils trust government ministry school schools firms regulator")

    /// Whether it is asked who sees, keeps or tells it: *do these comments end up in the minutes?* What other
    /// bodies keep is the subject of the meeting.
    private func asksWhatBecomes(beside thing: Range<Int>) -> Bool {
        guard let opener, !has(AskReader.ofOthers, in: opener + 1..<opener + 3) else { return false }
        return line.all.contains { !thing.contains($0) && AskReader.becoming.contains(words[$0]) }
            || thing.contains { words[$0].key == "which" } || has(AskReader.employers, in: thing)
    }

    private static let laws = WordSet("foi gdpr disclosable foiable")
    private static let deictics = WordSet("this it that these they we our my any all us i anything everything")

    /// *is any of this subject to FOI?*
    private func askedOfLaw() -> Range<Int>? {
        guard line.endsInQuestion, opensAsQuestion, words.key(opener ?? 0) != "how",
            has(AskReader.deictics, in: line.all)
        else { return nil }
        return line.all.first {
            AskReader.laws.contains(words[$0]) || words[$0].key == "freedom" && words.key($0 + 1) == "of"
                || words[$0].key == "subject" && words.key($0 + 1) == "access"
        }.map { $0..<$0 + 1 }
    }

    private static let machines = WordSet("ai bot robot machine computer human person")
    private static let attending = WordSet("reading listening watching behind writing typing doing recording running")

    /// *is there an AI reading this?*
    private func askedOfBot() -> Range<Int>? {
        guard line.endsInQuestion, let opener, ["is", "are"].contains(words.key(opener)),
            let machine = (opener..<words.count).first(where: { AskReader.machines.contains(words[$0]) }),
            has(AskReader.attending, in: machine + 1..<words.count)
        else { return nil }
        return machine..<machine + 1
    }

    private static let weakThings = WordSet("this it these they things stuff everything anything any data that")
    private static let outcomes = WordSet(
        """
        anonymous anonymised confidential minuted recorded attributed attributable disclosable quoted named identifiable
        logged transcribed
        """)
    private static let recordings = WordSet(
        """
        see sees seen look kept keep keeps hang hold holds held stored saved published publish shared share public
        private deleted delete removed erased manager boss employer press outside afterwards leaked secret goes
        """)

    /// *who gets to look at this afterwards?*: before there is anything to discuss, or while ratings are private,
    /// it can be nothing but the record.
    private func askedOfRecord() -> Range<Int>? {
        guard line.endsInQuestion, opensAsQuestion, line.wordCount <= 12,
            let thing = line.all.first(where: { AskReader.weakThings.contains(words[$0]) }),
            SubjectWords.weight(of: words, line.all) <= 2
        else { return nil }
        let isBeforeTalk = [.opening, .gauging, .readback].contains(line.context.step)
        let sign = line.all.first {
            AskReader.outcomes.contains(words[$0]) || isBeforeTalk && AskReader.recordings.contains(words[$0])
        }
        guard let sign, !namesShown(after: sign) else { return nil }
        return min(thing, sign)..<max(thing, sign) + 1
    }

    private static let shown = WordSet(
        """
        screen screens cursor slide slides camera hand hands background video picture face link document spreadsheet
        graph chart map dog cat whiteboard flipchart
        """)

    /// *can anyone see my cursor?*: what is shown in the room, and no record.
    func namesShown(after index: Int) -> Bool { has(AskReader.shown, in: index..<index + 4) }

    // MARK: Who is here, and who has answered

    private static let people = WordSet("who whos which anyone anybody everyone everybody we all how any whose is are")
    private static let afterPresence = WordSet(
        "today now yet then please from with for at still so currently tonight representing and")
    private static let nearTimes = WordSet("morning afternoon evening time session week meeting")
    private static let presences = WordSet("here present missing absent represented attending online in on joined")
    private static let presentPlaces = phrases(
        """
        in the room, on the line, on the call, in the meeting, in the session, with us, in this meeting, on this call,
        in the chat, at the table, round the table, around the table, in attendance, in this room, dialled in,
        logged in,
        turned up, logged on, shown up, signed in, come along, made it
        """
    ).map(Lexicon.words)

    /// *which organisations are here?*, *is the council represented?*, *who from health is with us today?*
    private func askedOfPeople() -> Range<Int>? {
        guard let opener, line.wordCount <= 12, line.endsInQuestion || words.key(opener).hasPrefix("who") else {
            return nil
        }
        let keys = (opener..<min(opener + 4, words.count)).map { words[$0].key }
        guard let first = keys.first, let next = keys.dropFirst().first else { return nil }
        let asksOfPeople =
            ["who", "whos"].contains(first)
            || first == "which" && AskReader.groups.contains(next)
            || first == "how" && next == "many" && keys.contains { AskReader.groups.contains($0) || $0 == "of" }
            || ["is", "are", "has", "have", "do"].contains(first)
                && (AskReader.groups.contains(next) || keys.contains { AskReader.somebody.contains($0) }
                    || next == "the" && has(AskReader.presentStates, in: line.all))
        guard asksOfPeople else { return nil }
        for index in opener + 1..<words.count {
            let end = presence(at: index)
            guard end > index,
                line.endsInQuestion || first == "whos" || AskReader.afterWho.contains(words[opener + 1]),
                words.at(end).map({ $0.isMark || AskReader.afterPresence.contains($0) }) ?? true
                    || words.key(end) == "this" && AskReader.nearTimes.contains(words.key(end + 1)),
                // *who is missing from the strategy?*
                words.key(end) != "from" || words[end - 1].key == "here"
            else { continue }
            return opener..<end
        }
        return nil
    }

    /// *who is here*, its mark left out; *who you know matters more here* asks nothing.
    private static let afterWho = WordSet("is are do have has had else from all isnt hasnt havent arent was were am")
    private static let groups = WordSet(
        "organisations bodies sectors members partners organisation body sector people councils trusts")
    private static let somebody = WordSet("anyone anybody someone somebody everyone everybody")
    private static let presentStates = WordSet("represented")

    /// The end of words of being here: *in the room*, *missing*.
    private func presence(at index: Int) -> Int {
        for place in AskReader.presentPlaces where index + place.count <= words.count {
            if place.indices.allSatisfy({ words.key(index + $0) == WordKey(place[$0]) }) { return index + place.count }
        }
        guard AskReader.presences.contains(words[index]) else { return index }
        // *in* and *on* tell of people only at the end: *have we got anybody from housing in?*
        let isSmall = ["in", "on"].contains(words[index].key)
        let next = words.at(index + 1)
        guard !isSmall || next == nil || next?.isMark == true || ["today", "now"].contains(words.key(index + 1)) else {
            return index
        }
        return index + 1
    }

    private static let answering = WordSet(
        "answer answers answered rate rated ratings vote votes voted respond responded reply replied responses")
    private static let awaiting = WordSet(
        "still left yet missing waiting everyone everybody all many far not hasnt havent needs outstanding")

    /// *has everybody given an answer yet?*, while ratings or answers are awaited.
    private func askedOfAnswers() -> Range<Int>? {
        guard let opener, line.wordCount <= 12, line.endsInQuestion,
            line.context.test != nil || line.context.step == .gauging,
            ["who", "whos", "how", "has", "have", "are", "is", "which"].contains(words.key(opener)),
            has(AskReader.awaiting, in: opener..<words.count), !has(AskReader.speakers, in: opener..<opener + 3),
            let answer = (opener..<words.count).first(where: { AskReader.answering.contains(words[$0]) })
        else { return nil }
        return answer..<answer + 1
    }

    // MARK: What is asked of the room

    private static let wordings = WordSet("wording proposal aim objective question statement text motion")
    private static let showings = WordSet("remind show repeat read post see put")
    private static let remaking = WordSet("change alter amend edit reword why wrong problem who fix improve changed")
    private static let again = WordSet("again exactly is now please")

    /// *what's the wording again?*, *could you show the proposal again please*
    private func askedOfWording() -> Range<Int>? {
        guard line.context.test != nil, line.wordCount <= 12, let opener,
            let noun = (opener..<words.count).first(where: { AskReader.wordings.contains(words[$0]) }),
            !has(AskReader.remaking, in: line.all), line.levels.isEmpty
        else { return nil }
        let first = words.key(opener)
        let isAsked =
            ["what", "whats"].contains(first) && noun - opener <= 4
            && (words.at(noun + 1).map { $0.isMark || AskReader.again.contains($0) } ?? true)
            || ["can", "could", "would", "please"].contains(first) && has(AskReader.showings, in: opener..<noun)
        return isAsked ? opener..<noun + 1 : nil
    }

    private static let acting = WordSet("block blocks blocked object objects abstain abstains disagree disagrees aside")

    /// *if I block it what happens then?*
    private func askedOutcome() -> Range<Int>? {
        guard line.endsInQuestion, line.context.test != nil,
            let what = line.all.first(where: { ["happens", "happen"].contains(words[$0].key) }),
            words.key(what - 1) == "what" || words.key(what - 2) == "what",
            line.all.contains(where: { ["if", "when"].contains(words[$0].key) }), has(AskReader.acting, in: line.all)
        else { return nil }
        return what - 1..<what + 1
    }

    // MARK: Stages

    private static let ratingVerbs = WordSet(
        "put rated rate said say says voted chose pick picked go going change move switch alter amend mine agree")
    private static let others = WordSet("anyone anybody everyone everybody someone somebody who whos else")
    private static let joining = WordSet("or and from versus vs than as")

    /// *is half done emerging or established?*, *what's expanding when it's at home?*: what a stage is, or which one
    /// something would be. What others have put is no such question, nor is a rating that somebody tells.
    func askedStage() -> Range<Int>? {
        guard line.context.step == .gauging || line.context.step == .revealed || line.context.step == .opening,
            let opener, line.endsInQuestion || asksForMeaning(at: opener),
            !has(AskReader.ratingVerbs, in: line.all), !has(AskReader.others, in: line.all),
            !line.has(.speaker, in: line.all), !line.all.contains(where: { line.names.match($0) != nil })
        else { return nil }
        let named = stagesNamed()
        guard let first = named.first else { return nil }
        if AskReader.openers.contains(words[opener]) { return first }
        guard named.count > 1, has(AskReader.joining, in: first.upperBound..<named[1].lowerBound) else { return nil }
        return first.lowerBound..<named[1].upperBound
    }

    private static let tellingApart = WordSet("difference differ differs separates distinguishes higher lower apart")
    private static let pointed = WordSet(
        "two three four them these those ones stages levels options middle they it each")
    private static let aroundApart = WordSet(
        """
        what whats is the a there any of in between from top bottom first last next to which how do does tell you we can
        main big real one ones other others each and would say please
        """)

    /// *what's the difference between the two in the middle?*, *which of them is higher?*: while stages are rated, they
    /// are what is pointed at.
    private func askedStagesApart() -> Range<Int>? {
        guard line.context.step == .gauging, line.wordCount <= 12,
            let apart = line.all.first(where: { AskReader.tellingApart.contains(words[$0]) }),
            line.all.allSatisfy({
                words[$0].isMark || line.small[$0] == .neutral || AskReader.aroundApart.contains(words[$0])
                    || AskReader.pointed.contains(words[$0]) || AskReader.tellingApart.contains(words[$0])
            }), has(AskReader.pointed, in: line.all) || words.at(apart + 1)?.isMark ?? true
        else { return nil }
        return apart..<apart + 1
    }

    /// *what does expanding mean*, its mark left out; *what with the cuts, emerging* asks nothing.
    private func asksForMeaning(at opener: Int) -> Bool {
        if words.key(opener) == "whats" { return true }
        return ["what", "which"].contains(words.key(opener))
            && ["is", "does", "do", "counts", "would", "makes", "exactly", "are", "one"].contains(words.key(opener + 1))
    }

    /// Stages and answers that name none, from left to right, not overlapping.
    private func stagesNamed() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in line.all where !words[index].isMark && index >= found.last?.upperBound ?? 0 {
            if let stage = line.context.ladder.stageNames.match(words, at: index) {
                found.append(stage.range)
            } else if let answer = StageWords.table.match(words, at: index), case .answer = answer.meaning {
                found.append(answer.range)
            }
        }
        return found
    }

    // MARK: Words between

    private static let adverbs = WordSet(
        "actually exactly really just even currently precisely basically all now again")

    /// The line without words that come between those of a phrase: *who have we actually got?*
    var withoutAdverbs: Line? {
        guard line.wordCount <= AskReader.shapeWordsMax, line.endsInQuestion || opensAsQuestion,
            has(AskReader.adverbs, in: line.all)
        else { return nil }
        let kept = line.all.filter { !AskReader.adverbs.contains(words[$0]) }
        return Line(kept.map { words.text($0) }.joined(separator: " "), in: line.context)
    }
}
