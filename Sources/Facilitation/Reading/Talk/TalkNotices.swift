// What those in a meeting tell each other in passing: what is shut in the building, that a train is held up, that they
// can never agree where to eat, how somebody runs a meeting. Each is told by its whole shape, as a train or a canteen may
// be the subject too: where a line says more, it is kept as a statement.
extension TalkReader {
    private static let noticeMost = 18

    var isNotice: Bool {
        line.wordCount <= TalkReader.noticeMost
            && (tellsOfBuilding || isHeldUp || neverAgreesOnOuting || wantsRoomSeenTo || tellsOwnWays)
    }

    private func isFact(in range: Range<Int>) -> Bool {
        range.contains { words[$0].kind == .word && words.cues($0).contains(.facts) }
    }

    /// Whether a clause, or the line, ends at a word.
    private func closes(_ index: Int) -> Bool {
        words.at(index).map { $0.isMark || $0.kind == .emoji } ?? true
    }

    // MARK: What is shut

    private static let facilities = WordSet(
        """
        park lift lifts entrance door doors gate gates toilet toilets loo loos canteen cafe reception barrier barriers
        stairs stairwell kitchen
        """)
    private static let shutStates = WordSet("shut closed out locked full broken down off flooded blocked")
    private static let afterShut = WordSet(
        """
        next this all on until till from after before at for today tonight tomorrow week weekend month day days morning
        afternoon evening noon monday tuesday wednesday thursday friday saturday sunday again still now the of order
        action use five six seven eight half past fyi btw by way so sorry folks
        """)

    /// *the car park is shut next week fyi*, *just so you know the lift's out*: said for those who come to the meeting.
    private var tellsOfBuilding: Bool {
        guard isForInformation, let thing = line.all.first(where: isFacility) else { return false }
        guard let end = line.clauses.first(where: { $0.contains(thing) })?.upperBound,
            let state = (thing + 1..<max(thing + 1, end)).first(where: { TalkReader.shutStates.contains(words[$0]) }),
            words[state - 1].isPossessive || ["is", "are", "be", "still", "now"].contains(words.key(state - 1))
        else { return false }
        return (state + 1..<max(state + 1, end)).allSatisfy {
            TalkReader.afterShut.contains(words[$0]) || words[$0].kind != .word || line.names.match($0) != nil
        }
    }

    /// *the car park*, and not *the park*
    private func isFacility(_ index: Int) -> Bool {
        TalkReader.facilities.contains(words.nameKey(index))
            && (words.nameKey(index) != "park" || words.key(index - 1) == "car")
    }

    private var isForInformation: Bool {
        line.all.contains { index in
            switch words[index].key {
            case "fyi", "btw": true
            case "heads": words.key(index + 1) == "up"
            case "so": words.key(index + 1) == "you" && words.key(index + 2) == "know"
            case "by": words.key(index + 1) == "the" && words.key(index + 2) == "way"
            case "for": ["info", "information"].contains(words.key(index + 1)) && closes(index + 2)
            default: false
            }
        }
    }

    // MARK: Who is held up

    private static let ways = WordSet(
        """
        bus train tram ferry lift taxi cab car flight plane coach metro tube minibus signal reception connection wifi
        battery broadband internet
        """)
    private static let holdUps = WordSet(
        """
        blocked held stuck cancelled delayed late stopped broken stranded diverted crawling going patchy dodgy dying
        weak dropping terrible awful poor bad jammed stationary down
        """)
    private static let leavingCalls = WordSet(
        "drop lose cut miss missed dial rejoin disappear vanish late delayed freeze")
    private static let afterLeaving = WordSet(
        "out off you signal connection reception the in back again today tonight sorry joining by a for")

    /// *my train is blocked outside Selby so I may drop out*: a hold-up now, and what it means for the speaker's part
    /// in the meeting.
    private var isHeldUp: Bool {
        guard !isFact(in: line.all), !line.has(.contrast, in: line.all),
            let way = line.all.prefix(4).first(where: {
                TalkReader.ways.contains(words.nameKey($0))
                    && ["my", "our", "the"].contains(words.key($0 - 1))
            }),
            let trouble = (way + 1..<min(way + 5, max(way + 1, words.count))).first(where: {
                TalkReader.holdUps.contains(words[$0])
            })
        else { return false }
        return (trouble + 1..<max(trouble + 1, words.count)).contains(where: losesCall)
    }

    /// *I may drop out*, *I'll be late*, *I've missed the start*; *I'm late for work* is of work.
    private func losesCall(_ index: Int) -> Bool {
        guard TalkReader.leavingCalls.contains(words[index]),
            (max(0, index - 5)..<index).contains(where: {
                line.small[$0] == .speaker || ["ill", "id", "might", "may"].contains(words[$0].key)
            })
        else { return false }
        if words.key(index + 1) == "for" || words.key(index + 1) == "a" {
            return (index + 2..<min(index + 4, words.count)).contains {
                ["this", "meeting", "bit", "call", "while", "minute"].contains(words[$0].key)
            }
        }
        if words.key(index + 1) == "the" {
            return ["start", "first", "beginning", "opening", "call", "meeting", "end"].contains(words.key(index + 2))
        }
        return closes(index + 1) || TalkReader.afterLeaving.contains(words[index + 1])
    }

    // MARK: Where to eat, when to meet

    private static let together = WordSet("we us lot")
    private static let outings = WordSet(
        """
        room venue date day time slot pub restaurant takeaway cafe curry pizza biscuit biscuits cake film dinner lunch
        hotel menu place table quiz playlist
        """)
    private static let eating = WordSet("eat meet go sit order have drink")
    private static let afterOuting = WordSet("house place for in on at tonight tomorrow again us lot ever night name")

    /// *we never can agree on a curry house, us lot*, *we can't agree on a room for June*
    private var neverAgreesOnOuting: Bool {
        guard let agree = line.all.first(where: { words[$0].key == "agree" }), agree > 0, agree <= 8,
            line.has(.negation, in: 0..<agree),
            (0..<agree).contains(where: { line.small[$0] == .group || TalkReader.together.contains(words[$0]) })
        else { return false }
        var place = agree + 1
        while ["on", "about", "a", "an", "the", "any", "which", "what", "where", "when", "to"].contains(
            words.key(place))
        {
            place += 1
        }
        guard let thing = words.at(place) else { return false }
        if TalkReader.eating.contains(thing) { return words.key(place - 1) == "to" && closes(place + 1) }
        guard TalkReader.outings.contains(thing) else { return false }
        place += 1
        while let word = words.at(place), !word.isMark, TalkReader.afterOuting.contains(word) { place += 1 }
        // *for June*, *on Monday*
        let dates = DateReader(words: words, today: line.context.today)
        if place < words.count, let day = dates.match(at: place) ?? dates.matchMonthName(at: place) {
            place = day.range.upperBound
        }
        return closes(place) && SubjectWords.weight(of: words, place..<max(place, words.count)) <= 1
    }

    // MARK: The room

    private static let roomParts = WordSet(
        "heating window windows door lights light blinds radiator fan aircon thermostat heater room music")
    private static let wanting = WordSet("wants want needs need")
    private static let seeingTo = WordSet("turning opening shutting closing switching airing putting dimming")
    private static let afterSeeingTo = WordSet("up down on off a bit notch please in here now again this room")

    /// *the heating wants turning up in here*; *the heating in our flats wants mending* is a statement.
    private var wantsRoomSeenTo: Bool {
        line.wordCount <= 12
            && line.all.contains { index in
                guard TalkReader.roomParts.contains(words[index]) else { return false }
                let isWanted =
                    TalkReader.wanting.contains(words.key(index + 1))
                    || words.key(index + 1) == "could" && words.key(index + 2) == "do" && words.key(index + 3) == "with"
                var place = words.key(index + 1) == "could" ? index + 4 : index + 2
                guard isWanted, TalkReader.seeingTo.contains(words.key(place)) else { return false }
                place += 1
                while let word = words.at(place), TalkReader.afterSeeingTo.contains(word) { place += 1 }
                return closes(place)
            }
    }

    // MARK: How somebody runs a meeting

    private static let habits = WordSet("never always usually normally rarely tend like try prefer")
    private static let running = WordSet(
        "close open start end move count reveal rush cut call leave let give go hear wait")
    private static let procedureThings = WordSet(
        "test tests vote votes round gauge rating ratings silence agenda everyone everybody")

    /// *I never close a test before the quiet end of the table has had its say*: from a facilitator.
    private var tellsOwnWays: Bool {
        guard line.isFacilitator, words.key(0) == "i", TalkReader.habits.contains(words.key(1)) else { return false }
        return (2..<min(5, words.count)).contains { TalkReader.running.contains(words[$0]) }
            && line.all.contains { TalkReader.procedureThings.contains(words[$0]) }
            && SubjectWords.weight(of: words, line.all) <= 3
    }
}

// Arrangements, which are signs of the meeting and weighed against words of the subject.
extension TalkReader {
    private static let settlings = WordSet(
        "agreed agree ok okay right fine great good so lovely settled done sorted yes")
    private static let beforeDays = WordSet("on for the its it is thats")
    private static let dayNames = WordSet("monday tuesday wednesday thursday friday saturday sunday")

    /// *agreed on the 14th then*, *ok Thursday it is*: when to meet, and not *agreed on the 14th that the ward shuts*.
    var settlesDay: Bool {
        guard TalkReader.settlings.contains(words.key(0)) else { return false }
        var place = 1
        while place < min(6, words.count), words[place].isMark || TalkReader.beforeDays.contains(words[place]) {
            place += 1
        }
        guard let day = words.at(place), TalkReader.dayNames.contains(day) || isDayOfMonth(place) else { return false }
        place += 1
        while ["at", "then", "it", "is"].contains(words.key(place)) || words.at(place)?.kind == .number { place += 1 }
        return (words.at(place).map { $0.isMark } ?? true)
            && ["then", "is"].contains(words.key(place - 1)) && line.wordCount <= 16
    }

    private static let booking = WordSet("book reserve hire")
    private static let beforeVenues = WordSet("us the a that our you usual same big small back")
    private static let venues = WordSet(
        "room hall canteen library cafe church chapel pub table restaurant minibus taxi venue theatre centre")

    /// *I'll book us the library*
    var booksRoom: Bool {
        line.all.contains { index in
            guard TalkReader.booking.contains(words[index]), index > 0,
                ["ill", "will", "can", "ive", "to", "have"].contains(words.key(index - 1)),
                line.has(.speaker, in: max(0, index - 3)..<index) || words.key(index - 1) == "ill"
            else { return false }
            var place = index + 1
            while let word = words.at(place), TalkReader.beforeVenues.contains(word) { place += 1 }
            return words.at(place).map(TalkReader.venues.contains) ?? false
        }
    }
}
