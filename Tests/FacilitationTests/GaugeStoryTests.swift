import Testing

@testable import Facilitation

@Suite("Gauges: private rounds, ratings aloud and late")
struct GaugeStoryTests {
    @Test("Ratings change and are withdrawn until the reveal; only how many are in is shown before")
    func ratings() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let first = room.ann.rates("emerging", .low, "one")
        room.ann.rates("established", .high, "two")
        #expect(
            room.area.gauges[0].answered == 1 && room.area.gauges[0].ratings.isEmpty
                && room.area.gauges[0].counts.isEmpty)
        room.ann("/withdraw \(first)")
        #expect(room.declined == .nothingToChange(first, .replaced))
        room.ben.rates("no-view")
        #expect(room.notices.contains(.allRatingsIn(2)))
        room.ben("/ungauge", privately: true)
        #expect(room.area.gauges[0].answered == 1)
        room.helen("/reveal")
        #expect(room.area.gauges[0].counts == ["established": 1] && room.area.gauges[0].present == 2)
        room.ann("/withdraw \(first + 1)")
        #expect(room.declined == .gaugeIsRevealed(round: 1))
        room.ben.rates("moon")
        #expect(room.declined?.code == .badField)
    }

    @Test("A rating said aloud is open, its round is not blind, and the bot asks once, privately")
    func aloud() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        room.ann.rates("emerging", aloud: true)
        #expect(room.answer.messages == [Message(to: .member(room.id("ann")), .pleaseRatePrivately)])
        room.ann.rates("established", aloud: true)
        #expect(!room.notices.contains(.pleaseRatePrivately))
        room.ben.rates("emerging")
        room.helen("/reveal")
        #expect(!room.area.gauges[0].blind && room.area.gauges[0].ratings.map(\.open) == [true, false])
        #expect(room.lastToRoom.contains("This round was not blind."))
    }

    @Test("A yes said aloud to a likely private rating leaves the rating private and the round blind")
    func confirmedAloud() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let rating = Event.rated(stage: "emerging", confidence: nil, evidence: "")
        room.hear(rating, by: "ann", privately: true, likely: true)
        room.ann.yes()
        #expect(room.area.gauges[0].answered == 1 && !room.notices.contains(.pleaseRatePrivately))
        room.helen("/reveal")
        #expect(room.area.gauges[0].blind && room.area.gauges[0].ratings.map(\.open) == [false])
    }

    @Test("The first /reveal says that a rating waits for a yes, and not whose; the next one shows the counts")
    func unconfirmed() {
        let room = Room("ann", "ben").started()
        let rating = Event.rated(stage: "emerging", confidence: nil, evidence: "")
        room.helen("/gauging")
        room.ann.rates("established")
        room.hear(rating, by: "ben", privately: true, likely: true)
        room.helen("/reveal")
        #expect(room.notices == [.ratingsUnconfirmed(1, isBeforehand: false)] && room.step == .gauging)
        #expect(!room.lastToRoom.contains("Ben"))
        room.helen("/reveal")
        #expect(room.step == .revealed && room.area.gauges[0].answered == 1)
        room.helen("/gauging")
        room.hear(rating, by: "ben", likely: true)
        room.helen("/reveal")
        #expect(room.privately["ben"]?.last?.contains("did you mean the rating “Emerging”?") == true)
        room.ben.yes()
        room.helen("/reveal")
        #expect(room.area.gauges[1].counts == ["emerging": 1] && !room.area.gauges[1].blind)
        room.helen("/gauging")
        room.hear(rating, by: "ann", privately: true, likely: true)
        room.ann.rates("expanding")
        room.ann.yes()
        #expect(room.declined == .nobodyAskedYou, "a plain rating takes the place of the one that was only heard")
        room.helen("/reveal")
        #expect(room.area.gauges[2].counts == ["expanding": 1])
    }

    @Test("A private rating corrected aloud is open too")
    func correctedAloud() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let rating = room.ann.rates("emerging", .low, "one")
        room.ann("/correct \(rating) a different line of evidence")
        #expect(!room.area.gauges[0].blind)
        #expect(room.record.corrected.isEmpty, "before the reveal a correction would say who has rated")
        room.helen("/reveal")
        #expect(room.area.gauges[0].ratings[0].open && room.record.corrected.map(\.entry) == [rating])
    }

    @Test("A rating after the reveal is late, beside the earlier one, and outside answered, counts and measures")
    func late() {
        let room = Room("ann", "ben", "cat").started()
        room.gauge(["ann": "emerging", "ben": "emerging"])
        room.cat.rates("expanding")
        room.ann.rates("expanding")
        room.ann.rates("established")
        let gauge = room.area.gauges[0]
        #expect(gauge.answered == 2 && gauge.present == 3 && gauge.counts == ["emerging": 2] && gauge.measures?.n == 2)
        #expect(gauge.ratings.filter(\.late).map(\.stage) == ["expanding", "established"], "one late answer a person")
        #expect(gauge.ratings.filter { !$0.late }.map(\.stage) == ["emerging", "emerging"])
    }

    @Test("A channel without private messages makes a round that is not blind from the start")
    func notBlind() {
        let room = Room("ann").started()
        room.hear(.gaugingOpened, by: "helen", channelIsPrivate: false)
        #expect(!room.area.gauges[0].blind && room.lastToRoom.contains("not blind"))
    }

    @Test("One member in a channel without private messages is enough: the round is announced as not blind")
    func oneOpenChannel() {
        let room = Room("ann", "ben").started()
        room.hear(.chatted, by: "ben", words: "hello", channelIsPrivate: false)
        room.helen("/gauging")
        #expect(!room.area.gauges[0].blind)
        let told = room.toRoom.last { $0.hasPrefix("Please rate") } ?? ""
        #expect(told.contains("so this round is not blind"))
        #expect(!told.contains("privately") && !told.contains("Nobody sees"))
        room.helen("/reveal")
        // Ben has come to the others' channel, and nobody is left whom all can see.
        room.ben.says("I am back.")
        room.helen("/regauge")
        #expect(room.area.gauges[1].blind && room.toRoom.contains { $0.hasPrefix("Round 2, privately again:") })
    }

    @Test("A rating from a channel without private messages ends the blindness, and the room is told once, no name")
    func blindnessEnds() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let rating = Event.rated(stage: "emerging", confidence: nil, evidence: "")
        room.hear(rating, by: "ann", privately: true, channelIsPrivate: false)
        #expect(room.notices == [.blindnessEnded, .ratingKept(stage: "emerging", confidence: nil, isSeen: true)])
        #expect(!room.lastToRoom.contains("Ann") && room.privately["ann"]?.last?.contains("only you") == false)
        room.hear(rating, by: "ann", channelIsPrivate: false)
        #expect(room.notices.isEmpty && !room.area.gauges[0].blind)
        let before = PregaugeStoryTests.planned()
        before.hear(
            .areaRated(area: "anchors", stage: "emerging", confidence: nil, evidence: "", ambition: nil), by: "ann",
            channelIsPrivate: false)
        #expect(before.notices.contains(.blindnessEnded))
        #expect(["anchors", "growth", "skills"].allSatisfy { before.area($0).gauges[0].blind == false })
    }

    @Test("Private words where no rating is open, or beside one that was given, are said to count for nothing")
    func notCounted() {
        let room = Room("ann", "ben")
        let words = "established, medium, we share a plan"
        func isTold() -> Bool { room.notices == [.privateLineNotCounted(room.id("ann"))] }
        room.ann(.stated(kind: .view), privately: true, words: words)
        #expect(isTold() && room.privately["ann"]?.last?.contains("No private rating is open") == true)
        room.hear(
            .rated(stage: "established", confidence: nil, evidence: ""), by: "ann", privately: true, likely: true)
        #expect(isTold())
        room.helen("/start 1")
        room.ann(.stated(kind: .view), privately: true, words: words)
        #expect(isTold())
        room.helen("/gauging")
        room.ann.rates("established")
        room.ann(.stated(kind: .view), privately: true, words: "make it a four")
        #expect(isTold() && room.privately["ann"]?.last?.contains("your rating stays as it was") == true)
        room.ann(.chatted, privately: true, words: "thanks")
        #expect(room.notices.isEmpty)
    }

    @Test("In a named session people are told before the first gauge that the record names raters")
    func toldBefore() {
        let named = Room("ann").started()
        named.helen("/gauging")
        #expect(named.lastToRoom.contains("the record names who gave which rating"))
        let anonymous = Room("ann") { $0.attribution = .anonymousGauge }.started()
        anonymous.helen("/gauging")
        #expect(anonymous.lastToRoom.contains("The record keeps ratings without names, and quotes the reasons."))
    }

    @Test("A second round shows the shift; one person moving towards the rest is flagged")
    func rounds() {
        let room = Room("ann", "ben", "cat", "dev").started()
        room.gauge(["ann": "established", "ben": "established", "cat": "established", "dev": "emerging"])
        room.helen("/regauge")
        for id in ["ann", "ben", "cat", "dev"] { room.voice(id).rates("established") }
        room.helen("/reveal")
        #expect(room.lastToRoom.contains("of those who answered both times, 1 of 4 moved"))
        #expect(room.area.gauges.map(\.round) == [1, 2] && room.area.gauges[1].movedAlone)
        let asked = room.answer.messages.filter { $0.notice == .movedAlone }
        #expect(asked.map(\.to) == [.member(room.id("dev"))], "asked privately, and nobody else")
    }

    @Test("Whoever does not rate hears that a rating of theirs counts for nothing; a stage alone may be talk")
    func doesNotRate() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        room.helen("established, medium, because we share the rules")
        #expect(room.declined == .doesNotVote && room.area.gauges.allSatisfy { $0.answered == 0 })
        room.hear(.rated(stage: "established", confidence: nil, evidence: ""), by: "helen", likely: true)
        #expect(room.declined == nil && room.discussion.questions[room.id("helen")].isEmpty)
        let reading = Reading(.rated(stage: "established", confidence: nil, evidence: ""), .likely)
        #expect(Phrasebook(room.discussion).receipt(for: [reading], entry: room.entry) == nil)
    }
}
