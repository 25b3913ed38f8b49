// Remarks on the subject without a word of the subject.
extension TalkReader {
    private static let tellers = WordSet(
        "they she he them theyre shes hes somebody someone nobody people everyone everybody")

    /// A line with no word of the subject is a remark only where it tells of others, or of what should be done, or where it
    /// has words of an opinion that was not understood: dissent must not be taken for chatter.
    var tellsWithoutSubject: Bool {
        let words = line.words
        if line.wordCount > 13 || line.context.expects == .confirm { return true }
        if words.all.contains(where: { $0.hasHash || line.context.statements.has($0.integer) }) { return true }
        let isOpinion =
            StanceWords.table.first(in: words, line.all) != nil
            || line.context.test != nil
                && line.levels.contains {
                    if case .level = $0.meaning { true } else { false }
                }
        let isDenied = line.has(.negation, in: line.all) || line.has(.contrast, in: line.all)
        let isOwn = line.has(.speaker, in: line.all) || line.has(.group, in: line.all)
        if isDenied, isOpinion || isOwn && line.context.test != nil { return true }
        if line.wordCount > 4, !isOwn || tellsOfOwnPeople, tellsWhatOthersThink { return true }
        // *it all stops when Brenda is on holiday*
        if line.has(.condition, in: line.all), !isOwn, line.wordCount > 6,
            line.names.hasOther(than: line) || words.key(0) == "it"
        {
            return true
        }
        // *We withdrew weekend opening in 2025*, *three of us share one desk*: what happened, how things are.
        if line.wordCount > 4, tellsYear || tellsOfSome { return true }
        if TalkWords.table.all(in: words, line.all).contains(where: { $0.meaning != .backchannel }) { return false }
        // *We could offer places from September*: what those here do together, or a figure or a date, is no small talk.
        if line.wordCount > 4, line.has(.group, in: line.all), !line.isFacilitator { return true }
        if line.wordCount > 5, SubjectWords.weight(of: words, line.all) > 0, !line.isFacilitator,
            !line.has(.speaker, in: line.all)
        {
            return true
        }
        if isOpinion, tellsOfOthers || line.context.test != nil && line.wordCount > 5 { return true }
        if words.all.contains(where: { TalkReader.tellers.contains($0) }) { return isOpinion || line.wordCount > 5 }
        if isOpinion, line.names.hasOther(than: line) || ["my", "our", "her", "his"].contains(firstWord) {
            return true
        }
        return line.wordCount > 5
            && words.all.contains { ["should", "ought", "never", "always", "nobody", "because"].contains($0.key) }
    }

    private static let beforeYears = WordSet("in since until by from during of before after late early")
    private var tellsYear: Bool {
        line.all.contains { index in
            guard let year = line.words[index].integer, (1900...2100).contains(year), !line.words[index].hasHash else {
                return false
            }
            return TalkReader.beforeYears.contains(line.words.key(index - 1))
        }
    }

    private var tellsOfSome: Bool {
        line.all.dropLast(2).contains {
            line.words[$0].key == "of" && line.words.key($0 + 1) == "us" && $0 > 0 && !line.isFacilitator
        }
    }

    private static let opinionsOfOthers = WordSet("supports agrees objects disagrees backs opposes disputes")
    private static let opinionsHeld = WordSet("agreed objected supported disagreed opposed refused")
    private static let beforeNoOpinion = WordSet("thats all so is its")

    /// *Head office supports the move*, *the insurers have agreed to nothing*: what others think is a fact of theirs.
    var tellsWhatOthersThink: Bool {
        let words = line.words
        return tellsOfOwnPeople || quotesOthers
            || line.all.contains { index in
                index > 0 && TalkReader.opinionsOfOthers.contains(words[index])
                    || index > 0 && TalkReader.opinionsHeld.contains(words[index])
                        && (index > 1 || TalkReader.tellers.contains(words[0]))
                        && !TalkReader.beforeNoOpinion.contains(words[index - 1])
            }
    }

    private static let sayings = WordSet("said say says told answered replied")
    private static let notOthers = WordSet("i ive we you who bot just")

    /// *hauliers said 'no objection' when asked*: what others answered, in their words.
    private var quotesOthers: Bool {
        let words = line.words
        return line.all.contains { index in
            index > 0 && TalkReader.sayings.contains(words[index]) && !words[index].isQuoted
                && words[index - 1].kind == .word && !TalkReader.notOthers.contains(words[index - 1])
                && (words.at(index + 1).map { $0.isMark("'") || $0.isMark("\"") } ?? false)
        }
    }

    /// *My members have no interest in another briefing*: those whom the speaker speaks of.
    private var tellsOfOwnPeople: Bool {
        let next = line.words.key(1)
        return ["my", "our"].contains(firstWord) && next.hasSuffix("s") && !next.hasSuffix("ss")
            && ["have", "are", "were", "had", "say", "think", "want", "agree", "feel"].contains(line.words.key(2))
    }

    private var firstWord: WordKey { line.words.all.first { $0.kind == .word }?.key ?? .empty }
}

extension NameFinder {
    /// Whether somebody other than the speaker is named.
    func hasOther(than line: Line) -> Bool {
        line.all.contains { index in
            line.names.match(index)?.people.contains { $0.id != line.context.speaker.id } == true
        }
    }
}

// When something happens, and the question what happens: signs that a line is about this meeting.
extension TalkReader {
    private static let hours = WordSet("one two three four five six seven eight nine ten eleven twelve")
    private static let beforeHours = WordSet("at till until by half past before after")
    private static let afterHours = WordSet("so then if for today tonight sharp and pm am please")

    /// *till four*, *at half two*, *at 12.30*
    var namesClockTime: Bool {
        let words = line.words
        return line.all.contains { index in
            guard index > 0, TalkReader.beforeHours.contains(words[index - 1]) else { return false }
            if isTimeOfDay(words[index]) { return true }
            guard TalkReader.hours.contains(words[index]) || (1...12).contains(words[index].integer ?? 0),
                !line.context.statements.has(words[index].integer)
            else { return false }
            guard let next = words.at(index + 1) else { return true }
            return next.isMark || TalkReader.afterHours.contains(next)
        }
    }

    /// *12.30*, *12:40*
    private func isTimeOfDay(_ word: Words.Word) -> Bool {
        guard word.kind == .number, let parts = word.key.text?.split(whereSeparator: { $0 == "." || $0 == ":" }),
            parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return false }
        return hour < 24 && minute < 60
    }

    /// *yes to 27 March*
    var picksDay: Bool {
        guard ["yes", "no"].contains(line.words.key(0)), line.words.key(1) == "to" else { return false }
        return DateReader(words: line.words, today: line.context.today).match(at: 2) != nil
    }

    private static let weekdays = WordSet(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays")
    private static let suiting = WordSet(
        "better best good fine works work suits suit easier free ok perfect bad tricky")
    private static let forWhom = WordSet("me us")

    /// *the 14th is better for me as well*, *I can do the 3rd but not Friday*: when to meet. While an answer to a
    /// proposal is awaited, a date that does not suit may be the proposal's own.
    var suitsDay: Bool {
        let words = line.words
        guard line.context.test == nil || line.context.expects != .level, line.wordCount <= 16,
            let day = line.all.first(where: { TalkReader.weekdays.contains(words[$0]) || isDayOfMonth($0) })
        else { return false }
        let near = day..<min(day + 8, words.count)
        if near.contains(where: { TalkReader.suiting.contains(words[$0]) }),
            near.contains(where: { TalkReader.forWhom.contains(words[$0]) })
        {
            return true
        }
        return (max(0, day - 4)..<day).contains { index in
            ["do", "make", "manage"].contains(words[index].key)
                && (max(0, index - 2)..<index).contains { ["can", "cant", "could"].contains(words[$0].key) }
                && line.has(.speaker, in: max(0, index - 3)..<index)
        }
    }

    /// *14th*
    func isDayOfMonth(_ index: Int) -> Bool {
        let word = line.words[index]
        guard word.kind == .number, word.integer == nil else { return false }
        return ["st", "nd", "rd", "th"].contains { (ending: WordKey) in word.key.hasSuffix(ending) }
    }

    private static let apologies = WordSet("sorry apologies")
    private static let everybody = WordSet("all everyone everybody folks guys team both chair")

    /// *sorry all, Teams threw me out*: said to the room; not *sorry all, but it is too long*.
    var opensWithApology: Bool {
        guard let first = line.all.first(where: { line.words[$0].kind == .word }),
            TalkReader.apologies.contains(line.words[first]), TalkReader.everybody.contains(line.words.key(first + 1))
        else { return false }
        return !line.has(.contrast, in: line.all)
    }

    private static let kits = WordSet("zoom webex skype laptop app browser headset tablet router")
    private static let calls = WordSet("zoom teams webex skype app")
    private static let failing = WordSet(
        """
        crashed crashing died dying froze frozen freezing dropped dropping kicked kicking threw thrown booted chucked
        logged cut gone playing stuck updating lagging hung restarting restart charging
        """)

    /// *Teams has just crashed on me*, *my laptop died*: what somebody takes part with.
    var tellsOfKit: Bool {
        let words = line.words
        return line.all.contains { index in
            let isCall = TalkReader.calls.contains(words[index])
            guard isCall || TalkReader.kits.contains(words[index]) && words.key(index - 1) == "my" else { return false }
            let near = index + 1..<max(index + 1, min(index + 6, words.count))
            return near.contains { TalkReader.failing.contains(words[$0]) }
                && (!isCall || near.contains { ["me", "us", "again", "just"].contains(words[$0].key) })
        }
    }

    private static let devices = WordSet(
        "camera cameras mic mics microphone microphones video videos sound sounds audio webcam webcams headset captions"
    )
    private static let beforeStates = WordSet("is was now back just still finally gone")
    private static let states = WordSet(
        "on off working frozen fixed muted back up down upside broken flat dead sorted gone")

    /// *yes Ann, camera's on*, *my mic is off now*: of one thing that somebody takes part with, and nothing after it.
    var switchesKit: Bool {
        let words = line.words
        guard line.wordCount <= 10 else { return false }
        return line.all.contains { index in
            guard TalkReader.devices.contains(words[index]),
                words[index].isPossessive || words.key(index + 1) == "is" || words.key(index + 1) == "was"
            else { return false }
            var place = index + 1
            while let word = words.at(place), TalkReader.beforeStates.contains(word) { place += 1 }
            guard let state = words.at(place) ?? words.at(place - 1), TalkReader.states.contains(state) else {
                return false
            }
            let end = line.clauses.first { $0.contains(index) }?.upperBound ?? words.count
            return end - place <= 3 && SubjectWords.weight(of: words, line.all) <= 2
        }
    }

    private static let anybodysLot = WordSet(
        "cant cannot need have get end wait never only would pay find couldnt must had got could wouldnt")

    /// *You can't get a bus after seven*: the *you* is anybody.
    var tellsOfAnybody: Bool {
        guard let first = line.all.first(where: { line.words[$0].kind == .word }), line.words[first].key == "you" else {
            return false
        }
        return TalkReader.anybodysLot.contains(line.words.key(first + 1))
            && SubjectWords.weight(of: line.words, line.all) >= 2
    }

    static let modalStarts = WordSet("might would will may must")
    static let asked = WordSet(
        """
        you we they it he she there that this somebody someone anybody anyone everybody everyone people
        """)
    private static let askingLeave = WordSet("can could may might")
    private static let speaking = WordSet("say add mention stress suggest point observe flag note make put")

    /// *can I just say the form takes a month*: a remark with a bow.
    var asksLeaveToSpeak: Bool {
        let words = line.words
        guard let first = line.all.first(where: { words[$0].kind == .word }),
            TalkReader.askingLeave.contains(words[first]), words.key(first + 1) == "i", !line.endsInQuestion
        else { return false }
        let verb = ["just", "also", "perhaps"].contains(words.key(first + 2)) ? first + 3 : first + 2
        return TalkReader.speaking.contains(words.key(verb)) && line.wordCount >= 7
            && SubjectWords.weight(of: words, verb..<words.count) >= 2
    }

    private static let questionsWithVerb = WordSet("whos whats wheres whens hows")

    /// *yes yes agreed, who's on tea duty*
    var asksAtLast: Bool {
        guard let last = line.clauses.last, last.lowerBound > 0 else { return false }
        return TalkReader.questionsWithVerb.contains(line.words[last.lowerBound])
    }
}
