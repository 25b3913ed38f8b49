import Testing

@testable import Facilitation

@Suite("Agreement that can be trusted: the rule beside each result, and no answer lost or made up")
struct RuleAndTallyTests {
    private func rule(
        _ levels: KeyValuePairs<String, Level>, _ command: String = "/close", set: (inout Setup) -> Void = { _ in }
    ) -> String? {
        let room = Room("ann", "ben", "cat", set: set).started()
        room.testDecision(levels)
        room.helen(command)
        if command == "/close" { room.helen("/close") }
        return room.toRoom.flatMap { $0.split(separator: "\n").map(String.init) }.last { $0.hasPrefix("Rule: ") }
    }

    @Test("Each outcome is shown with the part of the rule that led to it")
    func besideOutcomes() {
        let agreed: KeyValuePairs<String, Level> = ["ann": .support, "ben": .full, "cat": .abstain]
        #expect(rule(agreed) == "Rule: all who are here answered, and nobody is against it.")
        #expect(
            rule(agreed, set: { $0.meeting = .formal })
                == "Rule: all who are here answered, and nobody is against it. At least 2 in 3 voting members answered."
        )
        #expect(
            rule(["ann": .support, "ben": .reservation, "cat": .support])
                == "Rule: all who are here answered, nobody is against it, and more give support or full support than stand aside."
        )
        #expect(
            rule(["ann": .support, "ben": .support]) == "Rule: nobody who answered is against it. Silence is not a yes."
        )
        #expect(
            rule(["ann": .block, "ben": .cannotYet, "cat": .support])
                == "Rule: nobody may be against it, and 2 people are.")
        #expect(
            rule(["ann": .support, "ben": .standAside, "cat": .abstain])
                == "Rule: more must give support or full support than stand aside, and 1 did, against 1.")
        #expect(
            rule(["ann": .abstain, "ben": .reservation, "cat": .abstain])
                == "Rule: at least one must give support or full support, and nobody did. A reservation counts for neither side."
        )
        #expect(rule(agreed, "/defer") == "Rule: the facilitator may put a test off, whatever the answers are.")
        #expect(
            rule(["ann": .full], set: { $0.meeting = .formal })
                == "Rule: at least 2 in 3 voting members must answer. Here that is 2 of 3, and 1 did.")
    }

    @Test("A deferred test says why: the quorum, or that the facilitator put it off, with the objections that stand")
    func whyDeferred() {
        let short = Room("ann", "ben", "cat") { $0.meeting = .formal }.started()
        short.testDecision(["ann": .support])
        let test = short.discussion.test?.entry ?? 0
        short.helen("/close")
        #expect(short.lastToRoom.hasPrefix("Decision d1, #\(test): deferred, because the quorum was not met. “"))
        #expect(short.area.decisions[0].deferral == .quorumNotMet(needed: 2))
        #expect(short.recordText.contains(#""deferral":{"needed":2,"why":"quorum-not-met"}"#))
        let putOff = Room("ann", "ben").started()
        putOff.testDecision(["ann": .support, "ben": .block])
        let objection = putOff.entry
        putOff.helen("/defer")
        #expect(putOff.lastToRoom.contains(": deferred, put off by the facilitator; objection #\(objection) stands. “"))
        #expect(putOff.area.decisions[0].deferral == .putOff)
        let aside = Room("ann", "ben").started()
        aside.testDecision(["ann": .support, "ben": .standAside])
        aside.helen("/close")
        #expect(aside.area.decisions[0].deferral == .tooLittleSupport)
        #expect(!aside.recordText.contains("deferral"), "the answers alone say it")
    }

    @Test("The record writes the rule in the words that a set-up takes")
    func inTheRecord() {
        let room = Room("ann") { $0.rule.quorum = .half }
        #expect(room.record.rule.quorum == "half" && room.record.rule.tolerance == Tolerance.randWords)
    }

    @Test("A reveal says how many may see it differently, by the rule of this session")
    func besideReveals() {
        func revealed(_ set: (inout Setup) -> Void = { _ in }) -> String {
            let room = Room("ann", "ben", "cat", "dev", "eve", set: set).started()
            room.gauge([
                "ann": "established", "ben": "established", "cat": "established", "dev": "established",
                "eve": "emerging",
            ])
            return room.lastToRoom
        }
        #expect(revealed().contains("Rule: a majority can settle a stage when no more than 1 of these 5 ratings lies"))
        #expect(
            revealed { $0.rule.tolerance = .fixed(0) }.contains("when none of these 5 ratings lies outside it."))
        #expect(!revealed { $0.rule.majority = false }.contains("Rule:"))
    }

    @Test("Sectors that see it differently are named, the lower stage first, unless that would give names away")
    func clumps() {
        func revealed(_ attribution: Attribution) -> String {
            let room = Room("ann", "ben", "cat", "dev", "eve") { $0.attribution = attribution }.started()
            room.gauge([
                "ann": "established", "ben": "established", "cat": "emerging", "dev": "emerging", "eve": "emerging",
            ])
            return room.lastToRoom
        }
        #expect(revealed(.named).contains("Housing and NHS members see this differently"))
        #expect(revealed(.chathamHouse).contains("Sectors see this differently"))
    }

    @Test("All alike is said of everybody only where everybody named a stage")
    func alike() {
        let room = Room("ann", "ben", "cat", "dev").started()
        room.gauge(["ann": "emerging", "ben": "emerging", "cat": "emerging", "dev": "no-view"])
        #expect(room.lastToRoom.contains("The 3 who named a stage see it alike."))
        room.gauge(["ann": "emerging", "ben": "emerging", "cat": "emerging", "dev": "emerging"])
        #expect(room.lastToRoom.contains("The spread is still of the same kind, and nobody has to move."))
        room.gauge(["ann": "established", "ben": "established", "cat": "established", "dev": "established"])
        #expect(room.lastToRoom.contains("Everybody sees it alike."))
    }

    @Test("/majority is offered only where it would be taken")
    func majorityOffered() {
        func offered(_ eve: Level) -> Bool {
            let room = Room("ann", "ben", "cat", "dev", "eve").started()
            room.gauge([
                "ann": "established", "ben": "established", "cat": "established", "dev": "established",
                "eve": "emerging",
            ])
            room.helen.settles("established")
            for id in ["ann", "ben", "cat", "dev"] { room.voice(id).levels(.support) }
            room.eve.levels(eve, "not where I live")
            return room.lastToRoom.contains("/majority")
        }
        #expect(offered(.cannotYet) && !offered(.support) && !offered(.reservation))
    }

    @Test("Who was only heard is asked at once, and /close closes without them")
    func unconfirmed() {
        let room = Room("ann", "ben", "cat").started()
        room.testDecision(["ann": .support])
        room.ben.likely(.levelGiven(.support, because: ""))
        #expect(room.privately["ben"]?.last?.contains("did you mean “support”?") == true)
        room.helen("/close")
        #expect(room.area.decisions[0].levels == [.support: 1] && room.area.decisions[0].notAnswered == 2)
    }

    @Test("Where nobody can be asked privately, the first /close asks whoever was only heard; the next one closes")
    func unconfirmedAloud() {
        let room = Room("ann", "ben", "cat").started()
        room.testDecision(["ann": .support])
        room.hear(.levelGiven(.support, because: ""), by: "ben", likely: true, channelIsPrivate: false)
        #expect(!room.toRoom.contains { $0.contains("did you mean “support”?") })
        room.hear(.closed, by: "helen", channelIsPrivate: false)
        #expect(room.notices.contains(.answersUnconfirmed(1)) && room.step == .testing)
        #expect(room.toRoom.contains { $0.contains("did you mean “support”?") })
        room.helen("/close")
        #expect(room.area.decisions[0].levels == [.support: 1] && room.area.decisions[0].notAnswered == 2)
    }

    @Test("Who was only heard can say yes before or after the others have answered")
    func askedInTime() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet in the library")
        room.ben.likely(.levelGiven(.support, because: ""))
        room.ann.levels(.support)
        #expect(!room.notices.contains(.allAnswered(wouldBe: .agreed)))
        room.ben.yes()
        #expect(room.notices.contains(.allAnswered(wouldBe: .agreed)))
    }

    @Test("Plain words in another area are no answer to a test that waits elsewhere")
    func waitsElsewhere() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet in the library")
        func test() -> Int? {
            room.discussion.readingContext(for: room.id("ann"), today: room.today, isPrivate: false).test?.entry
        }
        #expect(test() == room.entry)
        room.helen("/area 2")
        #expect(test() == nil)
        room.ann("support")
        room.helen("/area 1")
        #expect(test() != nil && room.area.decisions[0].levels.isEmpty)
    }
}
