import JSONText
import Testing

@testable import Facilitation

@Suite("Ratings before the day")
struct PregaugeStoryTests {
    static func planned(_ until: String = "2026-10-21") -> Room {
        Room("ann", "ben", "cat") { setup in
            setup.pregauge = Pregauge(until: until, areas: ["anchors", "growth", "skills"])
        }
    }

    @Test("A set-up opens them with the room, and the facilitator with one line; a day that has passed opens nothing")
    func opening() {
        #expect(PregaugeStoryTests.planned().discussion.isPregauging)
        #expect(!PregaugeStoryTests.planned("2026-10-13").discussion.isPregauging)
        let room = Room("ann")
        room.helen("/gauging 1, skills until 21 October")
        #expect(room.discussion.pregauge?.areas == ["anchors", "skills"])
        #expect(room.discussion.pregauge?.until == CivilDate(year: 2026, month: 10, day: 21))
        room.helen("/gauging all until 25 October 2026")
        #expect(room.discussion.pregauge?.areas == ["anchors", "skills", "growth"])
        #expect(room.discussion.pregauge?.until?.day == 25)
        room.helen("/gauging all until 1 October 2026")
        #expect(
            room.declined == .preparing(.dayHasPassed(CivilDate(year: 2026, month: 10, day: 1))))
        room.helen("/gauging all until whenever")
        #expect(room.declined == .badDate("whenever"))
        room.ann("/gauging all until 25 October")
        #expect(room.declined == .needsFacilitator(.pregaugeOpened))
    }

    @Test("The operation opens, rates and withdraws as the typed lines do")
    func operations() throws {
        let room = Room("ann")
        func event(_ name: String, _ fields: [String: JSONValue], _ actor: String) throws -> Event {
            try Interpreter.reading(
                operation: name, fields: fields, by: actor, isPrivate: true, today: room.today, in: room.discussion
            ).event
        }
        let day = CivilDate(year: 2026, month: 10, day: 21)
        let opened = try event("gauging", ["areas": ["all"], "until": "2026-10-21"], "helen")
        #expect(opened == .pregaugeOpened(areas: [], until: day))
        room.helen(opened)
        let rated = try event(
            "gauge", ["area": "2", "stage": "emerging", "confidence": "low", "ambition": "expanding"], "ann")
        #expect(
            rated
                == .areaRated(area: "2", stage: "emerging", confidence: .low, evidence: "", ambition: "expanding"))
        room.ann(rated, privately: true)
        #expect(room.area("growth").gauges[0].answered == 1)
        room.ann(try event("ungauge", ["area": "growth"], "ann"), privately: true)
        #expect(room.area("growth").gauges[0].answered == 0)
        #expect(try event("reveal", ["text": "all"], "helen") == .pregaugeRevealed)
    }

    @Test("The first /reveal all says that a rating waits for a yes, and not whose; the next one shows the counts")
    func unconfirmed() {
        let room = PregaugeStoryTests.planned()
        let rating = { (stage: String) in
            Event.areaRated(area: "growth", stage: stage, confidence: nil, evidence: "", ambition: nil)
        }
        room.ann("/gauge in 1 emerging", privately: true)
        room.hear(rating("emerging"), by: "ben", privately: true, likely: true)
        room.helen("/reveal all")
        #expect(room.notices == [.ratingsUnconfirmed(1, isBeforehand: true)] && room.discussion.isPregauging)
        #expect(room.lastToRoom.contains("/reveal all again") && !room.lastToRoom.contains("Ben"))
        room.ben(.answered(yes: true), privately: true)
        #expect(room.area("growth").gauges[0].answered == 1)
        room.hear(rating("expanding"), by: "cat", privately: true, likely: true)
        room.cat("/gauge in 2 established", privately: true)
        room.cat(.answered(yes: true), privately: true)
        #expect(room.declined == .nobodyAskedYou, "a plain rating takes the place of the one that was only heard")
        room.helen("/reveal all")
        #expect(!room.discussion.isPregauging && room.area("growth").gauges[0].counts.values.reduce(0, +) == 2)
    }

    @Test("A number alone is not taken for an area, and the way to name it is told")
    func areaNeedsMark() {
        let room = PregaugeStoryTests.planned()
        for line in ["/gauge 2 established, high", "/gauge 2"] {
            room.ann(line, privately: true)
            #expect(room.declined == .preparing(.areaNeedsMark("growth")), "\(line)")
        }
        let told = Phrasebook(room.discussion).words(for: .preparing(.areaNeedsMark("growth")))
        #expect(told.contains("/gauge in 2 and a stage"))
    }

    @Test("A member is led from area to area and answers in plain words; what is no rating is said to be none")
    func ledThrough() {
        let room = PregaugeStoryTests.planned()
        room.ann("/gauge", privately: true)
        #expect(room.privately["ann"]?.last?.hasPrefix("Area 1: Acting as anchors.") == true)
        room.ann("established, medium, aiming for expanding because we buy here", privately: true)
        let rating = room.discussion.areas["anchors"]?.openPregauge?.rating(of: room.id("ann"))
        #expect(rating?.stage == "established" && rating?.confidence == .medium && rating?.ambition == "expanding")
        #expect(rating?.evidence == "we buy here")
        #expect(room.privately["ann"]?.last?.contains("Next, area 2: Growth for all.") == true)
        room.ann("/gauge in skills emerging", privately: true)
        #expect(room.privately["ann"]?.last == "You have rated 2 of 3 areas. /gauge shows the next one.")
        room.ann("the weather is lovely today", privately: true)
        #expect(room.notices == [.ratingNotUnderstood])
        room.ann("don't know", privately: true)
        #expect(room.privately["ann"]?.last?.hasPrefix("You have rated every area.") == true)
        room.ben("don't know", privately: true)
        #expect(
            room.notices == [.preparing(.ratedSoFar(0, of: 3))],
            "nobody believes that they have rated when they have not")
        #expect(room.toRoom.count == 2, "nobody else heard anything: \(room.toRoom)")
    }

    @Test("A stage in the name of an area stays part of the name")
    func longestName() throws {
        let room = PregaugeStoryTests.planned()
        for words in ["in acting as anchors emerging, low", "in area 1: emerging, low", "in #1 emerging low"] {
            let found = try PregaugeWords.area(leading: words, in: room.discussion)
            #expect(found?.id == "anchors" && found?.rest.hasPrefix("emerging") == true, "\(words)")
        }
        #expect(throws: Refusal.self) { try PregaugeWords.area(leading: "in nowhere emerging", in: room.discussion) }
        #expect(try PregaugeWords.area(leading: "established, because of 1", in: room.discussion) == nil)
    }

    @Test("Reminders go to those who have not finished; the facilitator learns how many, once a day without asking")
    func reminders() {
        let room = PregaugeStoryTests.planned()
        for area in ["1", "2", "3"] { room.ann("/gauge in \(area) emerging", privately: true) }
        room.ben("/gauge in 1 emerging", privately: true)
        room.helen("/remind")
        #expect(room.privately["ann"]?.contains { $0.contains("reminder") } == false)
        #expect(room.privately["ben"]?.last?.contains("2 of 3 areas") == true)
        #expect(room.privately["cat"]?.last?.contains("3 of 3 areas") == true)
        #expect(
            room.lastToRoom
                == "Reminded, each privately: 2 people. You are not told who, because that would tell who has rated.")
        let before = room.privately["helen"]?.count ?? 0
        room.helen("/where")
        #expect(room.privately["helen"]?.count ?? 0 == before, "not twice on one day")
        room.today = CivilDate(year: 2026, month: 10, day: 15)
        room.helen("/where")
        room.helen("/where")
        #expect(room.privately["helen"]?.filter { $0.contains("1 of 3 have rated every area") }.count == 1)
        for id in ["ben", "cat"] {
            for area in ["1", "2", "3"] { room.voice(id)("/gauge in \(area) emerging", privately: true) }
        }
        #expect(room.lastToRoom.hasPrefix("All 3 who are expected have rated all 3 areas."))
        room.helen("/remind")
        #expect(room.declined == .preparing(.everybodyHasRated))
    }

    @Test("When a rating was taken back by its number, the room hears again that all are in")
    func allInAgain() {
        let room = PregaugeStoryTests.planned()
        for id in ["ann", "ben", "cat"] {
            for area in ["1", "2", "3"] { room.voice(id)("/gauge in \(area) emerging", privately: true) }
        }
        let timesTold = { room.toRoom.filter { $0.hasPrefix("All 3 who are expected have rated all 3 areas.") }.count }
        #expect(timesTold() == 1)
        room.cat("/withdraw \(room.entry)", privately: true)
        room.cat("/gauge in 3 established", privately: true)
        #expect(timesTold() == 2)
    }

    @Test("Who is listed as silent does not tell who has rated, nor does who is marked as here")
    func silence() {
        let room = PregaugeStoryTests.planned()
        room.helen("/apologies cat")
        room.ann("/gauge in 1 emerging", privately: true)
        room.cat("/gauge in 1 emerging", privately: true)
        #expect(!room.discussion.people[room.id("cat")].isPresent && room.toRoom.count == 3)
        room.helen("/reveal all")
        room.helen("/start 2")
        room.helen("/gauging")
        #expect(room.notices.contains(.notHeardYet([room.id("ann"), room.id("ben")])))
        #expect(room.area("anchors").gauges[0].answered == 2 && room.area("anchors").gauges[0].present == 3)
    }

    @Test("A round in the room waits for the reveal of the ratings that are there already")
    func liveRoundWaits() {
        let room = PregaugeStoryTests.planned()
        room.ann("/gauge in 1 emerging", privately: true)
        room.helen("/start 1")
        room.helen("/gauging")
        #expect(room.declined == .preparing(.ratingsAreWaiting))
        room.helen("/reveal")
        #expect(room.declined == .moment(.noGaugeIsOpen, testEntry: nil))
        room.helen("/reveal all")
        #expect(room.step == .revealed)
        room.helen("/regauge")
        room.ann.rates("established")
        room.helen("/reveal")
        #expect(room.area.gauges.map(\.round) == [1, 2] && room.area.gauges.map(\.beforehand) == [true, false])
        #expect(room.lastToRoom.contains("Since round 1, of those who answered both times, 1 of 1 moved."))
        #expect(room.area("growth").gauges.isEmpty, "an area that nobody rated is as if it had not been asked")
    }

    @Test("A late rating is kept beside, a second reveal has nothing to show, and the next session begins without them")
    func afterwards() {
        let room = PregaugeStoryTests.planned()
        room.ann("/gauge in 1 emerging", privately: true)
        room.helen("/reveal all")
        room.ben("/gauge in 1 established", privately: true)
        #expect(room.area("anchors").gauges[0].ratings.map(\.late) == [false, true])
        #expect(room.area("anchors").gauges[0].answered == 1)
        room.ben("/gauge in 2 established", privately: true)
        #expect(room.declined == .preparing(.nothingIsOpen))
        room.helen("/reveal all")
        #expect(room.declined == .preparing(.nothingIsOpen))
        room.ann("/ungauge in 1", privately: true)
        #expect(room.declined == .gaugeIsRevealed(round: 1))
        room.helen("/start 1")
        room.helen("/end")
        room.helen("/start 1")
        #expect(room.discussion.pregauge == nil && room.step == .framed)
    }

    @Test("Without private messages they are not blind, and a reminder is for everybody")
    func openChannel() {
        let room = Room("ann", "ben")
        room.hear(.pregaugeOpened(areas: [], until: nil), by: "helen", channelIsPrivate: false)
        #expect(room.lastToRoom.contains("not blind") && room.area("anchors").gauges[0].blind == false)
        room.hear(.reminded, by: "helen", channelIsPrivate: false)
        #expect(room.notices == [.preparing(.openReminder)] && room.privately.isEmpty)
    }

    @Test("At one keyboard nobody is named by a reminder: people known by a typed name are reminded with everybody")
    func oneKeyboard() {
        let room = Room("ann", "typed:ben", "setup:3")
        room.helen("/gauging all until 21 October")
        room.helen("/remind")
        for notice in [PreparingNotice.openReminder, .remindersSent(1)] {
            #expect(room.notices.contains(.preparing(notice)))
        }
        #expect(Set(room.privately.keys).isDisjoint(with: ["typed:ben", "setup:3"]))
        for area in ["1", "2", "3"] { room.ann("/gauge in \(area) emerging", privately: true) }
        room.helen("/remind")
        #expect(room.notices == [.preparing(.openReminder)])
    }

    // MARK: Blindness

    /// Everything that others can see or infer while ratings are open, whoever has rated.
    private func outside(_ lines: [(id: String, words: String)], _ attribution: Attribution) -> [String] {
        let room = Room("ann", "ben", "cat") { setup in
            setup.attribution = attribution
            setup.pregauge = Pregauge(until: "2026-10-21", areas: ["anchors", "growth", "skills"])
        }
        var seen: [String] = []
        func look(_ rater: String? = nil) {
            for message in room.answer.messages {
                if case .member(let member) = message.to, room.discussion.people[member].id == rater { continue }
                seen.append("\(message.to) \(Phrasebook(room.discussion).words(for: message)) \(message.choices)")
            }
            seen.append(room.declined.map { Phrasebook(room.discussion).words(for: $0) } ?? "taken")
            seen.append(room.recordText)
        }
        for line in lines {
            room.voice(line.id)(line.words, privately: true)
            #expect(room.declined == nil, "\(line)")
            look(line.id)
            for words in [
                "/where", "/who", "/overview", "/help", "/reveal", "/undo \(room.entry)", "/withdraw \(room.entry)",
                "/correct \(room.entry) mine", "/area 2", "/gauging", "/settle emerging", "/defer", "/next",
            ] {
                room.helen(words)
                look()
            }
        }
        room.kim("/join Kim Lee | vcse | Advice")
        look()
        room.helen("/end")
        look()
        return seen
    }

    @Test(
        "Before the reveal everything that others can see is the same, whatever was rated and by whom",
        arguments: Attribution.allCases)
    func blind(_ attribution: Attribution) {
        let first = outside(
            [("ann", "/gauge in 1 emerging, low, aiming for expanding because a"), ("ben", "/gauge in 2 no view")],
            attribution)
        let second = outside(
            [("cat", "/gauge in 1 expanding, high, because of 42"), ("ann", "/gauge in 2 established, medium")],
            attribution)
        #expect(first.count > 50)
        for (left, right) in zip(first, second) { #expect(left == right) }
    }
}

@Suite("The framing questions")
struct FramingStoryTests {
    @Test("They are worked through one by one, and what is said under each is kept as its own kind")
    func throughAll() {
        let room = Room("ann", "ben").started()
        var kept: [Int] = []
        for question in FramingQuestion.allCases {
            room.helen("/framing")
            #expect(room.notices == [.preparing(.framingAsked(question))])
            kept.append(room.ann.says("Something about \(question.rawValue).", .evidence))
        }
        room.ben("/agree \(kept[0])")
        room.helen("/framing")
        #expect(room.lastToRoom.hasPrefix("Kept: what we know 1, better questions 1, who and what could help 1"))
        room.ann.says("A view like any other.")
        #expect(room.area.statements.map(\.kind) == [.known, .betterQuestion, .help, .sign, .view])
        #expect(room.area.statements[0].agree == ["ben"])
        #expect(room.recordText.contains("\"kind\":\"better-question\""))
    }

    @Test("A question can be chosen; a rating, reading back or another area ends it, and a test only interrupts it")
    func ending() {
        let room = Room("ann", "ben").started()
        room.ann("/framing")
        #expect(room.declined == .needsFacilitator(.framingAsked))
        room.helen("/framing sign")
        room.helen("/decide Meet")
        #expect(room.discussion.openFraming == nil)
        room.ann.says("During a test.")
        room.helen("/defer")
        #expect(room.discussion.openFraming == .sign)
        room.helen("/framing end")
        #expect(room.discussion.openFraming == nil)
        for line in ["/gauging", "/readback", "/area 2"] {
            room.helen("/framing known")
            room.helen(line)
            #expect(room.discussion.areas["anchors"]?.framing == nil, "\(line)")
            if line == "/gauging" { room.helen("/reveal") }
        }
        room.helen("/framing whatever")
        #expect(room.declined?.code == .badField)
        #expect(room.area("anchors").statements.map(\.kind) == [.view])
    }
}

@Suite("Where the time together could go")
struct LiveTimeTests {
    /// Ratings as `stage confidence ambition`, by area, one for each of ann, ben, cat and dev.
    private func room(_ ratings: KeyValuePairs<String, [String]>, _ decisions: [DecisionDue] = []) -> Room {
        let room = Room("ann", "ben", "cat", "dev") { setup in
            setup.pregauge = Pregauge(until: "2026-10-21", areas: [], decisions: decisions)
        }
        for (area, lines) in ratings {
            for (id, line) in zip(["ann", "ben", "cat", "dev"], lines) {
                room.voice(id)("/gauge in \(area) \(line)", privately: true)
                #expect(room.declined == nil, "\(line)")
            }
        }
        room.helen("/reveal all")
        return room
    }

    @Test("Reasons: far apart, many who do not know, low confidence, ambition, a decision due")
    func reasons() {
        let apart = room([
            "1": ["emerging, high", "expanding, high", "emerging, high", "established, high"],
            "2": ["don't know", "don't know", "emerging", "emerging"],
            "3": [
                "emerging, low, aiming for established", "emerging, low, aiming for expanding",
                "emerging, aiming for established", "emerging, high",
            ],
        ])
        let found = LiveTime(apart.discussion).suggestions
        #expect(found.map(\.area) == ["skills", "anchors", "growth"])
        #expect(found[0].reasons == [.lowConfidence(2, of: 3), .ambition(3, of: 4)])
        #expect(found[1].reasons == [.apart(bySector: false)])
        #expect(found[2].reasons == [.manyDontKnow])
    }

    @Test("A decision that is due is a reason; where nothing is, the bot says that little time is needed")
    func due() {
        let alike = ["established, high", "established, high", "established, medium", "established, high"]
        let calm = room(["1": alike, "2": alike])
        #expect(LiveTime(calm.discussion).suggestions.isEmpty)
        #expect(calm.lastToRoom.contains("Nothing asks for live time more than the rest"))
        let due = room(["1": alike], [DecisionDue(area: "growth", by: "2026-12-01", text: "the budget")])
        #expect(LiveTime(due.discussion).suggestions.map(\.area) == ["growth"])
        #expect(due.lastToRoom.contains("a decision is due by 1 December 2026 (the budget)"))
        #expect(due.lastToRoom.contains("/start 2 takes them in this order; about 25 minutes in the full form."))
    }

    @Test("Areas far apart come before areas less far apart, and the order of areas decides between equals")
    func order() {
        let wide = ["not yet", "expanding", "not yet", "expanding"]
        let less = ["emerging", "expanding", "established", "established"]
        let room = room(["1": less, "2": wide, "3": wide])
        #expect(LiveTime(room.discussion).suggestions.map(\.area) == ["growth", "skills", "anchors"])
    }
}

@Suite("The short forms of an area")
struct FormStoryTests {
    @Test("In a scan /next parks what was rated, and at the end the counts stand side by side")
    func scan() {
        let room = Room("ann", "ben")
        room.helen("/form scan")
        room.helen("/start 1, 2, 3")
        #expect(room.discussion.minutesLeft(at: room.now) == 5)
        room.helen("/gauging")
        for id in ["ann", "ben"] { room.voice(id).rates("emerging") }
        room.helen("/reveal")
        #expect(room.lastToRoom.contains("one comment from each side"))
        room.helen("/next")
        #expect(room.discussion.currentArea == "growth" && room.area("anchors").status == .parked)
        room.helen("/gauging")
        room.helen("/next")
        #expect(room.discussion.currentArea == "skills" && room.area("growth").status == .open)
        room.helen("/gauging")
        for id in ["ann", "ben"] { room.voice(id).rates("established") }
        room.helen("/reveal")
        room.helen("/next")
        #expect(room.discussion.currentArea == "growth", "its round is still open")
        room.helen("/reveal")
        room.helen("/next")
        #expect(room.step == .between && room.notices.first == .preparing(.scanDone))
        room.helen("/next")
        #expect(room.declined == .noNextArea)
    }

    @Test("The twelve-minute form has no objectives: after the position comes one next step")
    func short() {
        let room = Room("ann", "ben", "cat").started()
        room.helen("/form short")
        #expect(room.discussion.minutesLeft(at: room.now) == 12)
        room.gauge(["ann": "emerging", "ben": "emerging", "cat": "emerging"])
        room.helen.settles("emerging")
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/where")
        #expect(room.lastToRoom.contains("one next step with /decide"))
        room.helen("/form full")
        room.helen("/where")
        #expect(room.lastToRoom.contains("objectives with /objective"))
    }
}
