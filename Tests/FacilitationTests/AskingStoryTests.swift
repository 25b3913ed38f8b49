import Testing

@testable import Facilitation

@Suite("Yes, no and “I meant”: what an answer is about")
struct AskingStoryTests {
    private func receipt(_ room: Room, _ event: Event, _ strength: Strength = .plain) -> String? {
        Phrasebook(room.discussion).receipt(
            for: [Reading(event, strength)], entry: room.entry, taken: room.answer.taken)
    }

    /// Ann and Ben have said something, and Cat was heard to agree with Ann.
    private func heard() -> (room: Room, ann: Int, ben: Int) {
        let room = Room("ann", "ben", "cat").started()
        let ann = room.ann.says("We should count contractors.")
        let ben = room.ben.says("Small firms need longer notice.")
        room.cat("hear hear Ann")
        return (room, ann, ben)
    }

    // MARK: Which question a yes answers

    @Test("Yes or aye right after “heard as” answers it; what somebody else said in between is asked about instead")
    func rightAfter() {
        for word in ["yes", "aye"] {
            let (room, ann, _) = heard()
            room.cat(word)
            #expect(room.area.statements[0].agree == ["cat"])
            #expect(receipt(room, .answered(yes: true)) == "answered yes about #\(ann)")
        }
        let (room, ann, _) = heard()
        room.ben("Shall we have a break?")
        room.cat("yes")
        #expect(room.area.statements[0].agree.isEmpty && receipt(room, .answered(yes: true)) == nil)
        #expect(room.privately["cat"]?.last?.hasPrefix("About your line") == true)
        #expect(room.privately["cat"]?.last?.contains("#\(ann) says: “We should count contractors.”") == true)
        room.cat("yes")
        #expect(room.area.statements[0].agree == ["cat"])
    }

    @Test("Two things that were heard are asked about one after the other")
    func oneAtATime() {
        let (room, _, ben) = heard()
        room.cat("hear hear Ben")
        room.helen("/readback")
        #expect(room.privately["cat"]?.count == 1)
        room.cat("yes to the first, no to the other")
        #expect(room.area.statements.allSatisfy { $0.agree.isEmpty && $0.heard.count == 1 }, "it answers neither")
        #expect(room.privately["cat"]?.last?.contains("Once more, about your line") == true)
        room.cat("yes")
        #expect(room.area.statements[0].agree == ["cat"])
        #expect(room.privately["cat"]?.last?.contains("did you mean that you agree with #\(ben)?") == true)
        room.cat("no")
        #expect(room.area.statements[1].heard.isEmpty && room.area.statements[1].agree.isEmpty)
        #expect(receipt(room, .answered(yes: false)) == "answered no about #\(ben)")
    }

    @Test("A late yes is no consent to a question of long ago: it is asked again with its words")
    func lateYes() {
        let (room, ann, _) = heard()
        room.gauge([:])
        #expect(room.privately["cat"]?.last?.contains("did you mean that you agree with #\(ann)?") == true)
        room.helen("/decide Count them in May")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        for _ in 0..<2 { room.helen("/close") }
        #expect(room.discussion.expectation(of: room.id("cat")) == nil)
        room.cat("go on, support")
        #expect(room.area.statements[0].agree.isEmpty && room.area.decisions[0].levels == [.support: 2])
        #expect(room.privately["cat"]?.last?.hasPrefix("Nothing is under test now") == true)
        room.cat("yes")
        #expect(room.area.statements[0].agree.isEmpty)
        #expect(room.privately["cat"]?.last?.contains("#\(ann) says: “We should count contractors.”") == true)
        room.cat("yes")
        #expect(room.area.statements[0].agree == ["cat"])
    }

    @Test("An owner who says yes after the close is asked once more, with the words of the objective")
    func lateOwner() {
        let room = Room("ann", "ben").started()
        let entry = room.helen.proposes(.objective, "Count the coaches", owner: "ben")
        room.ann.levels(.support)
        room.ben.levels(.reservation, "busy")
        room.helen("/close")
        room.ben.yes()
        #expect(room.area.objectives[0].owner == nil)
        #expect(room.notices == [.ownerAskedAgain(room.id("ben"), area: "anchors", entry: entry)])
        #expect(room.lastToRoom == "Ben Reed, will you own #\(entry), “Count the coaches”? Please say yes or no.")
        room.ben.yes()
        #expect(room.area.objectives[0].owner == "ben")
    }

    @Test("A yes that is not plain is asked about by number")
    func notPlain() {
        let (room, ann, _) = heard()
        room.helen("/readback")
        room.cat("go on then")
        #expect(room.lastToRoom == "Cat, is that a yes to #\(ann)? Please say yes or no.")
        #expect(room.area.statements[0].agree.isEmpty)
    }

    // MARK: I meant

    @Test("“No, I meant …” answers the question that was asked, and changes nothing that was said before")
    func meantALevel() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        for id in ["ann", "ben"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.helen("/aim Every contract asks for the real Living Wage by 2028")
        room.ann.levels(.support)
        room.ben.likely(.levelGiven(.cannotYet, because: ""))
        #expect(room.privately["ben"]?.last?.contains("did you mean “cannot support yet”?") == true)
        room.ben("no, I meant I stand aside")
        #expect(room.area.aims[0].levels == [.support: 1, .standAside: 1])
        #expect(room.area.decisions[0].reservations.isEmpty && room.record.corrected.isEmpty)
        room.ben.yes()
        #expect(room.declined == .nobodyAskedYou)
    }

    @Test("“I meant disagree” answers what was heard of a statement")
    func meantAPosition() {
        let (room, _, _) = heard()
        room.helen("/readback")
        room.cat("sorry, I meant disagree")
        #expect(room.area.statements[0].disagree == ["cat"] && room.area.statements[0].heard.isEmpty)
    }

    @Test("A correction without a number is about a statement of just now, and about nothing else")
    func correctedAtOnce() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("The Council has paid it since 2021.")
        room.ann("/correct The Council has paid it since 2022.")
        #expect(room.area.statements[0].text == "The Council has paid it since 2022.")
        #expect(
            room.lastToRoom
                == "#\(statement) now reads: “The Council has paid it since 2022.” The first wording stays in the transcript, marked."
        )
        let rating = Room("ann", "ben").started()
        rating.gauge(["ann": "established"])
        rating.ann(.corrected(entry: nil, text: "its only half the story"))
        #expect(rating.declined == .whichLine(latest: nil))
        #expect(rating.area.gauges[0].ratings[0].evidence == "")
        room.helen("/decide Meet weekly")
        room.ann.levels(.support, "it is due")
        room.ann(.corrected(entry: nil, text: "2022"))
        #expect(room.declined == .whichLine(latest: statement))
        #expect(room.area.statements[0].text == "The Council has paid it since 2022.")
        room.helen("/defer")
        let later = room.ann.says("Nobody has counted them.")
        for number in 1...Discussion.correctedAtOnceMax { room.ben("Point \(number) is about the hall.") }
        room.ann(.corrected(entry: nil, text: "Somebody has."))
        #expect(room.declined == .whichLine(latest: later), "that was too long ago")
    }

    @Test("A level corrected by its number is a level; once its test is closed it stays")
    func levelByNumber() {
        let room = Room("ann", "ben").started()
        room.helen("/decide Meet weekly")
        let level = room.ann.levels(.support)
        room.ann("/correct \(level) stand aside")
        #expect(room.area.decisions[0].levels == [.standAside: 1])
        #expect(room.area.decisions[0].reservations.map(\.text) == [""])
        let second = room.entry
        room.ann("/correct \(second) the hall is too small for all of us")
        #expect(room.area.decisions[0].reservations.map(\.text) == ["the hall is too small for all of us"])
        room.helen("/defer")
        room.ann("/correct \(second) support")
        #expect(room.declined == .testIsClosed(entry: room.discussion.areas["anchors"]?.proposals[0].entry ?? 0))
        #expect(room.area.decisions[0].reservations.map(\.text) == ["the hall is too small for all of us"])
    }

    @Test("After the reveal a rating keeps its stage, whatever its evidence is corrected to")
    func ratingByNumber() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let rating = room.ann.rates("established", .medium, "we plan it")
        room.helen("/reveal")
        room.ann("/correct \(rating) emerging, low, because nobody plans it")
        #expect(room.declined == .gaugeIsRevealed(round: 1))
        room.ann("/correct \(rating) established, medium, because we publish it")
        #expect(room.area.gauges[0].ratings.map(\.evidence) == ["we publish it"])
        #expect(room.area.gauges[0].counts == ["established": 1])
    }

    // MARK: Numbers that are no statement

    @Test("A number that is no statement is told for what it is, with those that can be agreed with")
    func noStatement() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We share a plan.")
        room.ann("/park The buses")
        let parked = room.entry
        room.ben("I agree with #\(parked)")
        #expect(room.declined == .notAStatement(parked))
        #expect(
            Phrasebook(room.discussion).words(for: .notAStatement(parked))
                == "#\(parked) is a parked point, and no statement. Statements here: #\(statement).")
        room.ben("I agree with #999")
        #expect(room.declined == .unknownEntry(999))
    }

    // MARK: Questions to the bot

    @Test("Levels are explained to whoever asks what they mean: the one that was named, or all of them")
    func levels() {
        let room = Room("ann", "ben").started()
        room.ann("What is a stand aside?")
        #expect(room.notices == [.levelsExplained([.standAside])] && room.lastToRoom.hasPrefix("Stand aside: you "))
        room.helen("/decide Meet weekly")
        room.ann("what does reservation mean?")
        #expect(room.notices == [.levelsExplained([.reservation])])
        room.ann("what are my options?")
        #expect(room.notices == [.levelsExplained(Level.allCases)])
        room.ann("how do I block something?")
        #expect(room.notices == [.help(room.id("ann"), about: "")])
    }

    @Test("How many have answered is told with names; how many have rated without")
    func howMany() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let gauging = "1 of 2 have rated. Who has not is never said before the reveal."
        room.ann.rates("emerging")
        room.ben("how many have answered?")
        #expect(room.lastToRoom == gauging)
        room.ben("/where")
        #expect(room.toRoom.contains { $0.hasSuffix("/reveal shows the counts. 1 of 2 in.") })
        room.helen("/reveal")
        room.helen("/decide Meet weekly")
        let test = room.entry
        room.ann.levels(.support)
        for line in ["how many have answered?", "who hasn't answered?"] {
            room.helen(line)
            #expect(room.lastToRoom == "#\(test): 1 of 2 have answered. Not answered yet: Ben Reed.")
        }
        room.helen("/where")
        #expect(room.toRoom.contains { $0.hasSuffix("Not answered yet: Ben Reed.") })
    }

    // MARK: What counts for nothing

    @Test("A level with nothing under test is answered privately, and is no statement")
    func nothingUnderTest() {
        let room = Room("ann", "ben").started()
        for line in ["support", "I changed my mind, stand aside"] {
            room.ann(line)
            #expect(room.notices == [.nothingUnderTest] && room.area.statements.isEmpty, "\(line)")
            #expect(receipt(room, .levelGiven(.support, because: ""), .likely) == nil)
        }
        room.helen("support")
        #expect(room.notices.isEmpty, "a facilitator answers nothing")
    }

    // MARK: Why something was struck out

    @Test("A reason may follow what was struck out: the next line that is one, or /undo once more")
    func whyStruck() {
        let room = Room("ann", "ben").started()
        let first = room.ann.says("We share a plan.")
        let second = room.ann.says("We share two plans.")
        room.helen("/undo \(first)")
        room.ben("because nobody asked me")
        #expect(room.notices.isEmpty, "only whoever struck it out is asked")
        room.helen("because it was typed twice")
        #expect(room.notices.contains(.undone(entry: first, because: "it was typed twice")))
        #expect(room.privately["ann"]?.last?.contains("#\(first): it was typed twice") == true)
        room.helen("/undo \(second)")
        room.helen("Right then, shall we get on?")
        room.helen("because it was typed twice")
        #expect(room.notices.isEmpty, "the line after the question was something else")
        room.helen("/undo \(second) because it was said in error")
        #expect(room.notices.contains(.undone(entry: second, because: "it was said in error")))
        room.helen("/undo \(second) because of another thing")
        #expect(room.declined == .alreadyStruck(second))
    }
}
