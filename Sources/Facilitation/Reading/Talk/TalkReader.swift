/// Tells a remark on the subject from talk beside it.
struct TalkReader {
    let line: Line
    /// Whether an answer to the proposal under test is awaited, and these words may be one that nobody understood.
    var mayBeAnswer = false
    var words: Words { line.words }

    var isStatement: Bool {
        let count = line.wordCount
        if count < 3 || isAllBackchannel { return false }
        if mayBeAnswer, AskReader(line: line).isRhetorical { return true }
        if line.endsInQuestion || startsLikeQuestion && !isRhetorical || asksAtLast { return false }
        if line.context.step == .gauging, line.isFacilitator || line.context.expects == .stage && count < 6 {
            return false
        }
        if isGreeting, count <= 12 { return false }
        if isAboutTheMeeting { return false }
        // They may be a refusal, and that is no small talk.
        if mayBeAnswer { return true }
        if takesNoStatements, SubjectWords.weight(of: words, line.all) < 6, !tellsOfSupport { return false }
        guard contentCount >= 2 || contentCount == 1 && count >= 5 else { return false }
        return SubjectWords.weight(of: words, line.all) >= 2 || tellsWithoutSubject
    }

    /// Steps in which people rate, answer and put words right: what is not understood there is mostly small talk.
    private var takesNoStatements: Bool {
        switch line.context.step {
        case .opening, .gauging: true
        case .readback: line.context.expects == .confirm
        case .testing: line.context.expects == nil
        default: false
        }
    }

    /// *The county council backs this*, while a proposal is under test: a fact of others, and no small talk.
    private var tellsOfSupport: Bool {
        line.context.step == .testing && !line.isFacilitator && line.wordCount > 4
            && SubjectWords.weight(of: words, line.all) >= 2 && tellsWhatOthersThink
    }

    /// *why would a small firm bid when the form takes a month*: says more than it asks.
    private var isRhetorical: Bool {
        words.all.first(where: { $0.kind == .word })?.key == "why" && line.wordCount >= 8
            && SubjectWords.weight(of: words, line.all) >= 4
    }

    // MARK: On the subject, or on this meeting

    /// Whether a line is about the here and now of the meeting (rooms, food, who speaks next) more than about its subject.
    ///
    /// Signs of the meeting are weighed against words of the subject, so that neither *patients have no wifi* nor
    /// *two minutes on the wifi, then lunch* is decided by one word.
    var isAboutTheMeeting: Bool {
        if tellsOfOwnDay || isNotice { return true }
        let found = TalkWords.table.all(in: words, line.all, quoted: true)
        var meeting = signsOfMeeting
        var inPhrases = 0
        var things = 0
        for hit in found where !goesBackTo(after: hit.range) {
            switch hit.meaning {
            case .logistics:
                // One such phrase does not make an errand of a long remark.
                if line.wordCount <= 18 { return true }
                meeting += 3
            case .procedure: meeting += 3
            case .maybeLogistics: things += 1
            case .backchannel: continue
            }
            inPhrases += SubjectWords.weight(of: words, hit.range)
        }
        // One such thing in a long remark, as in *it all stops when she is on holiday*, makes it no errand.
        if meeting > 1 || things * 7 >= line.wordCount { meeting += 2 * things }
        guard meeting > 1 else { return false }
        let subject = SubjectWords.weight(of: words, line.all) - inPhrases + (tellsOfOthers ? 2 : 0)
        return meeting > subject
    }

    /// *need to go back to my members*: where an answer has to come from, and no going away.
    private func goesBackTo(after hit: Range<Int>) -> Bool {
        words[hit.upperBound - 1].key == "go" && words.key(hit.upperBound) == "back"
            && words.key(hit.upperBound + 1) == "to"
    }

    private static let others = WordSet(
        """
        they he she their theyre
        """)

    /// *they have to go to Leeds*: somebody who is not in the room.
    var tellsOfOthers: Bool {
        guard let first = words.all.first(where: { $0.kind == .word }) else { return false }
        return TalkReader.others.contains(first)
            || first.key == "not" && ["everyone", "everybody", "all", "many"].contains(words.key(1))
    }

    private static let jokes = WordSet(
        """
        😂 🤣 😅 😆 😄 😜 😉 🙈 lol haha hahaha
        """)
    private static let nearness = WordSet(
        """
        here tonight sec secs brb later gonna gotta btw
        """)
    private static let addressed = WordSet(
        """
        you your youre youve youll yourself yourselves youd
        """)
    private static let tags = WordSet(
        """
        am are can will shall do have
        """)

    /// The words without one of which nothing points at the hearer, or tells of the speaker's own doing.
    static let signWords = jokes.words + nearness.words + addressed.words
    static let ownDoingWords = ownDoings.words + doings.words + ["i", "ive", "my"]

    /// What points at the speaker, the hearer, the place and the moment, weighed.
    private var signsOfMeeting: Int {
        var signs = line.isFacilitator ? 3 : 0
        var isAddressed = false
        if words.cues.contains(.meeting) {
            for word in words.all where !word.isQuoted && word.cues.contains(.meeting) {
                if TalkReader.jokes.contains(word) { signs += 2 }
                if TalkReader.nearness.contains(word) { signs += 1 }
                isAddressed = isAddressed || TalkReader.addressed.contains(word)
            }
        }
        if isAddressed, tellsOfAnybody { isAddressed = false }
        if namesClockTime { signs += 2 }
        if picksDay || suitsDay || settlesDay { signs += 6 }
        // While an answer is awaited, a line about *you* or *I'm going to* may be one that was not understood.
        if line.context.test != nil, line.context.expects == .level { return signs }
        if opensWithApology { signs += 3 }
        if tellsOfKit || switchesKit || booksRoom { signs += 4 }
        if isAddressed { signs += namesSomebody ? 2 : 1 }
        if words.cues.contains(.imperatives), isRequest { signs += 3 }
        if words.all.prefix(3).contains(where: { $0.key == "lets" }) { signs += 2 }
        if words.cues.contains(.ownDoings), tellsOwnDoing { signs += 2 }
        if words.cues.contains(.tagged), endsInTag { signs += 3 }
        return signs
    }

    private var namesSomebody: Bool { line.all.contains { line.names.match($0) != nil } }

    static let imperatives = WordSet(
        """
        park put take give send pass show tell look wait shift open close turn switch bring grab keep mind watch
        remember check click press scroll type speak save start stop let lets end read carry crack hurry sit stand
        budge leave move ping drop email message ask use try hold help come go join skip ignore forgive excuse
        """)
    private static let objectsOfRequests = WordSet(
        """
        me us yourself yourselves your this it that here
        """)

    /// *put me down for the curry*, *somebody show us*: a request to those in the room.
    private var isRequest: Bool {
        guard var first = words.all.firstIndex(where: { $0.kind == .word }) else { return false }
        var skipped = 0
        while first < words.count, skipped < 3,
            words[first].isMark || line.small[first] == .neutral || line.names.match(first) != nil
                || !TalkReader.imperatives.contains(words[first])
                    && TalkWords.table.match(words, at: first)?.meaning == .backchannel
                || ["someone", "somebody", "everyone", "everybody", "no", "need"].contains(words[first].key)
        {
            first += 1
            skipped += 1
        }
        guard first < words.count, TalkReader.imperatives.contains(words[first]) else { return false }
        let end = (first..<min(first + 4, words.count)).first { words[$0].isMark } ?? min(first + 4, words.count)
        return (first..<end).dropFirst().contains { TalkReader.objectsOfRequests.contains(words[$0]) }
    }

    private static let ownDoings = WordSet(
        """
        im ill
        """)
    private static let needs = WordSet(
        """
        need must want will shall cant hope
        """)

    /// What people do in a meeting, told without an *I'm*.
    private static let doings = WordSet(
        """
        talking looking finding trying making getting grabbing waiting reading thinking writing typing searching
        checking joining dialling popping nipping heading coming going sitting eating having rating listening
        rummaging hunting scrolling catching need got gotta back
        """)

    /// *I'm making tea*, *I'll look it up*, *I need my glasses*: the speaker's own doing now or next.
    private var tellsOwnDoing: Bool {
        guard let first = words.all.indices.first(where: { words[$0].kind == .word && line.small[$0] != .neutral })
        else { return false }
        let next = words.key(first + 1)
        if TalkReader.doings.contains(words[first]) { return true }
        if words[first].key == "ive" || words[first].key == "i" && next == "have" {
            let place = words[first].key == "ive" ? first + 1 : first + 2
            return words.key(place) == "got" && words.key(place + 1) == "to" || words.key(place) == "to"
        }
        if TalkReader.ownDoings.contains(words[first]) { return next != "told" && next != "afraid" }
        if words[first].key == "i", next == "am" { return words.key(first + 2).hasSuffix("ing") }
        return words[first].key == "i" && TalkReader.needs.contains(next)
    }

    /// *I'm not in the way, am I*: asks, without its mark.
    private var endsInTag: Bool {
        guard let last = words.all.lastIndex(where: { $0.kind == .word }), last >= 2 else { return false }
        return ["i", "we", "you"].contains(words[last].key)
            && TalkReader.tags.contains(words[last - 1])
            || ["i", "we", "you"].contains(words[last].key) && words[last - 1].key.hasSuffix("nt")
    }

    /// Nods and greetings: nobody's reason for anything.
    var isSmallTalk: Bool { isAllBackchannel || isGreeting }

    var isAllBackchannel: Bool {
        var index = 0
        while index < words.count {
            if words[index].isMark || words[index].kind == .emoji {
                index += 1
            } else if let hit = TalkWords.table.match(words, at: index), hit.meaning == .backchannel {
                index = hit.range.upperBound
            } else if line.names.match(index) != nil || line.small[index] == .neutral {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private static let greetings = WordSet(
        """
        congrats morning hello hi hiya hey afternoon thanks cheers welcome bye congratulations goodbye
        """)
    private static let afterGreetings = WordSet(
        """
        all everyone everybody folks team both you for again chair so very a i im ive sorry from and everyone there
        bot back that just only its we see have to
        """)

    /// *Morning all*, *thanks, Una*; not *morning clinics* and not *thanks to the hub*.
    private var isGreeting: Bool {
        guard let first = words.all.firstIndex(where: { $0.kind == .word }) else { return false }
        if words[first].key == "good" {
            return ["morning", "afternoon", "evening", "luck"].contains(words.key(first + 1))
        }
        guard TalkReader.greetings.contains(words[first]) else { return false }
        if words[first].key == "thanks", words.key(first + 1) == "to" { return false }
        guard let next = words.at(first + 1), next.kind == .word else { return true }
        return TalkReader.afterGreetings.contains(next) || line.names.match(first + 1) != nil
            || SubjectWords.weight(of: words, line.all) < 2
            || ["congratulations", "congrats"].contains(words[first].key)
    }

    /// Words with a content of their own.
    private var contentCount: Int {
        words.all.indices.reduce(0) {
            $0 + (line.small[$1] == nil && words[$1].key.count > 2 && words[$1].kind == .word ? 1 : 0)
        }
    }

    private static let questionStarts = WordSet(
        """
        who whos whats wheres whens hows is are do does can could shall did has anyone any am whose why isnt
        """)
    private static let inverted = WordSet(
        """
        is are do does did can should would will was has have
        """)

    /// A question without its mark: *who's got the slides*.
    var startsLikeQuestion: Bool {
        if asksLeaveToSpeak { return false }
        guard
            let first = words.all.first(where: {
                ($0.kind == .word || $0.kind == .number)
                    && !["so", "and", "ok", "right", "sorry", "hang", "erm"].contains($0.key)
            }), first.kind == .word
        else { return false }
        let start = words.all.firstIndex { $0.start == first.start } ?? 0
        // *who you know matters more*: a subject, and no question.
        if ["who", "why"].contains(first.key), ["you", "we", "they", "i", "people"].contains(words.key(start + 1)) {
            return false
        }
        // *might somebody send the papers again*; *would be good to know* asks nothing.
        if TalkReader.modalStarts.contains(first) { return TalkReader.asked.contains(words.key(start + 1)) }
        // *could be a problem for small firms*: with its *that* left out.
        if ["could", "can", "should"].contains(first.key), !line.endsInQuestion, words.key(start + 1) == "be" {
            return false
        }
        if TalkReader.questionStarts.contains(first) {
            // *Am in full agreement with Una* leaves its *I* out.
            if first.key == "am" { return words.key(start + 1) == "i" }
            return !(first.key == "any" && line.wordCount > 8)
        }
        guard ["what", "where", "when", "which", "how"].contains(first.key) else { return false }
        return TalkReader.inverted.contains(words.key(start + 1))
            || first.key != "where" && first.key != "when" && TalkReader.inverted.contains(words.key(start + 2))
                && ["i", "we", "you", "it", "they", "that"].contains(words.key(start + 3))
    }

    /// *I'd start with the schools*, *somebody should own it*: a view, though it sounds like a request.
    var tellsView: Bool {
        let keys = words.all.prefix(3).map(\.key)
        guard let first = keys.first else { return false }
        return first == "id" || keys.starts(with: ["i", "would"]) || keys.contains("should") && first != "should"
            || SubjectWords.weight(of: words, line.all) >= 5
    }

    /// What sort of statement it is, by its plainest sign.
    var kind: StatementKind {
        if !words.cues.isDisjoint(with: [.concerns, .ideas]) {
            for index in line.all where words.all[index].kind == .word && !words.isQuoted(index) {
                if words.cues(index).contains(.concerns) { return .concern }
                if words.cues(index).contains(.ideas) { return .idea }
            }
        }
        if words.cues.contains(.evidence) { return .evidence }
        return line.all.contains { words.all[$0].kind == .number } ? .evidence : .view
    }
}
