// What people say of their own day while they meet: that they read the paper again, where they sit, who has just walked
// in, that they are called away or must leave. Nobody can take a position on it, and it answers no proposal, so that it
// is told by its shape: the speaker, now or in a moment, and no word of the subject.
extension TalkReader {
    private static let ownDayMost = 18

    /// Whether a line is about the speaker's own whereabouts or business, and claims nothing.
    var tellsOfOwnDay: Bool {
        line.wordCount <= TalkReader.ownDayMost
            && (readsAgain || creditsWhoever || wasSaidToOthers || mustGo || isCalledAway || excusesLateness
                || tellsWhere || isInterrupted)
    }

    /// No year, no *every*, no *more*: nothing that would make a claim of it.
    private var statesNoFact: Bool {
        !line.has(.contrast, in: line.all)
            && !line.all.contains { words[$0].kind == .word && words.cues($0).contains(.facts) }
    }

    private func has(_ set: WordSet, in range: Range<Int>) -> Bool {
        range.clamped(to: line.all).contains { set.contains(words[$0]) }
    }

    private static let apologies = WordSet("sorry apologies apols srry soz oops whoops")

    private var apologises: Bool { line.all.contains { TalkReader.apologies.contains(words[$0]) } }

    // MARK: Reading

    private static let readings = WordSet(
        """
        read reading reread rereading look looking going working wading skimming checking digesting chewing mulling
        """)
    private static let aroundReading = WordSet(
        """
        just still im i ill am was only now let me need to want another a second third proper quick have having had get
        getting give giving take taking go it this that the these paper papers proposal text wording draft words page
        pages line lines print small again properly first once more twice slowly carefully closely back on over with for
        through one minute moment sec please sorry oh ok hang bear at of in my head and end so far bit last
        """)

    /// *just reading it through again*, *having another look at the wording*: no word but of reading.
    private var readsAgain: Bool {
        has(TalkReader.readings, in: line.all)
            && line.all.allSatisfy { index in
                words[index].kind != .word || TalkReader.readings.contains(words[index])
                    || TalkReader.aroundReading.contains(words[index])
            }
            && !words.all.contains { $0.kind == .number } && line.wordCount >= 3
            && line.all.contains { ["it", "this", "that", "the", "these", "again"].contains(words[$0].key) }
    }

    // MARK: Said to somebody else, or in jest

    private static let roomThings = WordSet(
        """
        heating window windows door lights light mic camera screen blinds radiator kettle biscuits biscuit doughnuts
        coffee tea milk cake cakes room venue chairs seats music fan wifi link agenda capitals typing playlist lunch
        sandwiches aircon thermostat projector slides clock bell parking loo curtains mute
        """)

    /// *I fully support whoever turned the heating off*: a joke about the room.
    private var creditsWhoever: Bool {
        guard let whoever = line.all.first(where: { ["whoever", "whomever"].contains(words[$0].key) }) else {
            return false
        }
        let rest = whoever..<words.count
        return has(TalkReader.roomThings, in: rest) && SubjectWords.weight(of: words, rest) <= 2
    }

    private static let beenSaid = WordSet("just only all meant intended aimed directed said really more")
    private static let saidTo = WordSet("to for at")
    private static let talking = WordSet("talking speaking shouting yelling nodding waving chatting")
    private static let listeners = WordSet("the my a him her them somebody someone next our")
    private static let roomHearers = WordSet("you us everyone everybody group room all")

    /// *sorry, that was to the window cleaner*: the words before were said to somebody who is not in the meeting.
    var wasSaidToOthers: Bool {
        guard apologises, line.wordCount <= TalkReader.ownDayMost else { return false }
        return line.all.contains { index in
            if TalkReader.talking.contains(words[index]) {
                return words.key(index + 1) == "to" && words.at(index + 2).map(TalkReader.listeners.contains) ?? false
            }
            guard ["was", "wasnt", "werent"].contains(words[index].key),
                ["that", "it", "this", "those", "they"].contains(words.key(index - 1))
            else { return false }
            var to = index + 1
            while let word = words.at(to), TalkReader.beenSaid.contains(word) || word.key == "not" { to += 1 }
            guard let preposition = words.at(to), TalkReader.saidTo.contains(preposition), let hearer = words.at(to + 1)
            else { return false }
            let isDenied = words[index].key != "was" || (index..<to).contains { words[$0].key == "not" }
            if TalkReader.roomHearers.contains(hearer) { return isDenied }
            let end = line.clauses.first { $0.contains(to) }?.upperBound ?? words.count
            return !isDenied && end - to <= 4
        }
    }

    // MARK: Going

    private static let beforeGoing = WordSet(
        """
        i ill im ive so and but just also afraid sorry apologies fyi btw warning note alas sadly right ok
        """)
    private static let musts = WordSet(
        """
        ill will shall may might must need have got gotta going gonna to probably also just only really away be able
        could
        """)
    private static let goings = WordSet(
        """
        leave go dash shoot drop head run nip pop slip step scoot duck jump hop rush log sign depart disappear leaving
        going heading dashing
        """)
    private static let aways = WordSet("off out away early now soon shortly sharp promptly bang dead on spot prompt")
    private static let dayTimes = WordSet("past oclock noon midday lunchtime lunch teatime early soon shortly")
    private static let beforeHours = WordSet("at by about around till until before after to past for half quarter")
    private static let hours = WordSet("one two three four five six seven eight nine ten eleven twelve half quarter")

    /// *will need to leave about half past for nursery pick up*: told with a time of day.
    private var mustGo: Bool {
        line.clauses.contains { clause in
            guard let going = clause.first(where: { TalkReader.goings.contains(words[$0]) }) else { return false }
            // *my bus is 4.10 so I'll be leaving at four*
            let turn = (clause.lowerBound..<going).last { ["so", "and", "but"].contains(words[$0].key) }
            let lead = (turn ?? clause.lowerBound)..<going
            guard has(TalkReader.musts, in: lead),
                lead.allSatisfy({
                    TalkReader.beforeGoing.contains(words[$0]) || TalkReader.musts.contains(words[$0])
                        || line.small[$0] == .neutral || words[$0].isMark
                })
            else { return false }
            var end = going + 1
            while let word = words.at(end), end < clause.upperBound, TalkReader.aways.contains(word) { end += 1 }
            let next = words.at(end)
            let isTimed =
                next == nil || end == clause.upperBound
                || next.map { TalkReader.beforeHours.contains($0) || TalkReader.hours.contains($0) } ?? false
            return isTimed && namesTime(in: going..<clause.upperBound) && statesNoClaim(from: end)
        }
    }

    private func statesNoClaim(from start: Int) -> Bool {
        SubjectWords.weight(of: words, start..<max(start, words.count)) <= 3 && !line.has(.contrast, in: line.all)
    }

    /// *half past*, *at four*, *2pm*, *early*
    private func namesTime(in range: Range<Int>) -> Bool {
        range.contains { index in
            let word = words[index]
            if TalkReader.dayTimes.contains(word) || word.key.hasSuffix("pm") && word.kind == .number { return true }
            let isHour = TalkReader.hours.contains(word) || word.kind == .number && !word.hasHash
            // *bang on four*
            let isSharp = words.key(index - 1) == "on" && ["bang", "dead", "spot"].contains(words.key(index - 2))
            return isHour && (isSharp || words.at(index - 1).map(TalkReader.beforeHours.contains) ?? false)
        }
    }

    private static let callings = WordSet(
        "called bleeped beeped paged summoned wanted needed rung phoned buzzed pulled dragged required")
    private static let beforeCalling = WordSet(
        "i im ive am have being been getting got just now sorry again apologies afraid urgently also")
    private static let afterCalling = WordSet(
        "to in into on away back out over upstairs downstairs at by elsewhere now urgently for next")

    /// *I'm called to the ward, sorry*, *been paged*
    private var isCalledAway: Bool {
        guard line.wordCount <= 12, statesNoFact, !line.has(.negation, in: line.all) else { return false }
        return line.clauses.contains { clause in
            guard let called = clause.first(where: { TalkReader.callings.contains(words[$0]) }) else { return false }
            let lead = clause.lowerBound..<called
            guard lead.allSatisfy({ TalkReader.beforeCalling.contains(words[$0]) || words[$0].kind == .emoji }),
                lead.contains(where: { ["im", "ive", "am", "being", "been", "getting", "got"].contains(words[$0].key) })
            else { return false }
            return called + 1 == clause.upperBound || TalkReader.afterCalling.contains(words[called + 1])
        }
    }

    // MARK: Coming late

    private static let ways = WordSet(
        """
        bus buses train trains tram trams traffic car park parking lift lifts roads road motorway ferry metro tube
        bridge meeting clinic surgery call shift handover satnav gate gates barrier taxi cab flight connection
        """)
    private static let happened = WordSet("was were is are got ran had overran has broke took")
    private static let trouble = WordSet(
        """
        full late cancelled shut closed packed delayed stuck overran over awful dreadful terrible rammed jammed
        diverted broken down busy slow heaving bad mad murder solid nightmare out stopped gridlocked horrendous long
        """)
    private static let latenesses = WordSet("late lateness delayed delay behind missed")

    /// *Sorry, the car park was full*, *sorry to be late, the bus was full*: why the speaker was not there in time.
    private var excusesLateness: Bool {
        guard apologises, line.wordCount <= 14, statesNoFact else { return false }
        let isLate =
            has(TalkReader.latenesses, in: line.all) && (line.has(.speaker, in: line.all) || words.key(1) == "to")
        return line.all.contains { index in
            guard TalkReader.ways.contains(words[index]), !TalkReader.ways.contains(words.key(index + 1)),
                let next = words.at(index + 1), TalkReader.happened.contains(next)
            else { return false }
            let rest = index + 1..<min(index + 6, words.count)
            return next.key == "overran" || has(TalkReader.trouble, in: rest) || isLate
        }
    }

    private static let arriving = WordSet("walked turned come came rung rang woken woke knocked burst fallen spilt")
    private static let afterComing = WordSet("in home back round over")

    /// *sorry, the children have just come in from school*
    private var isInterrupted: Bool {
        apologises && line.wordCount <= 14
            && line.all.dropLast().contains { index in
                guard words[index].key == "just", let verb = words.at(index + 1), TalkReader.arriving.contains(verb)
                else {
                    return false
                }
                let isComing = verb.key == "come" || verb.key == "came"
                return !isComing || words.at(index + 2).map(TalkReader.afterComing.contains) ?? false
            }
    }

    // MARK: Whereabouts

    private static let beforePlace = WordSet(
        """
        i im am just still only currently sorry apologies srry now sat sitting stuck stood standing typing dialling
        calling joining working driving walking waiting travelling parked listening thumbs with my again
        """)
    private static let stays = WordSet(
        """
        im am sat sitting stuck stood standing typing dialling calling joining working driving walking waiting
        travelling parked listening thumbs
        """)
    private static let reaching = WordSet("still only just")
    private static let pages = WordSet("page line paragraph section slide appendix annex")
    private static let numbers = WordSet("one two three four five six seven eight nine ten")
    private static let toPlace = WordSet("on in at from outside near")
    private static let articles = WordSet("a an the my our")
    private static let stopovers = WordSet(
        """
        bus train tram ferry plane taxi cab car van platform station motorway road phone mobile ward clinic theatre
        corridor lift queue airport kitchen garden bed home office school gate nursery surgery lay move foot site
        cafe stairs lounge hotel library
        """)
    private static let afterPlace = WordSet(
        "today now this until till again still so gate by with and bad poor but if bye sorry stop here tonight")

    /// *typing with my thumbs on a bus*, *on a train, may lose you*, *I'm in clinic until two*
    private var tellsWhere: Bool {
        guard statesNoFact || line.wordCount <= 8 else { return false }
        return line.clauses.prefix(2).contains { clause in
            guard let to = clause.first(where: { TalkReader.toPlace.contains(words[$0]) }) else { return false }
            let lead = clause.lowerBound..<to
            let isStay = has(TalkReader.stays, in: lead)
            // *I'm from the clinic* says who somebody is.
            if words[to].key == "from", !lead.contains(where: { words[$0].key.hasSuffix("ing") }) { return false }
            guard lead.allSatisfy({ TalkReader.beforePlace.contains(words[$0]) }) else { return false }
            // *still on page three*
            if isStay || has(TalkReader.reaching, in: lead), TalkReader.pages.contains(words.key(to + 1)),
                words.at(to + 2).map({ $0.kind == .number || TalkReader.numbers.contains($0) }) ?? false
            {
                return true
            }
            guard isStay || clause.count <= 4 && to == 0 else { return false }
            var place = to + 1
            while let word = words.at(place), TalkReader.articles.contains(word) { place += 1 }
            guard place < clause.upperBound, TalkReader.stopovers.contains(words[place]) else { return false }
            var end = place + 1
            while end < clause.upperBound, TalkReader.stopovers.contains(words[end]) || words[end].key == "by" {
                end += 1
            }
            return (end == clause.upperBound || TalkReader.afterPlace.contains(words[end]))
                && SubjectWords.weight(of: words, end..<words.count) <= 2
        }
    }
}
