import Testing

@testable import Facilitation

@Suite("Talk: statements, objections, corrections")
struct TalkStoryTests {
    @Test("One person, one position: the last one counts, and nobody takes one on their own words")
    func positions() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We share a plan.", .evidence)
        room.ben("/agree #\(statement)")
        room.ben("/unsure \(statement)")
        #expect(room.area.statements[0].counts == [.agree: 0, .disagree: 0, .unsure: 1])
        #expect(room.area.statements[0].evidence == .claimed)
        room.ann("/agree \(statement)")
        #expect(room.declined == .ownStatement(statement))
        room.ben("/agree 99")
        #expect(room.declined == .unknownEntry(99))
        room.ben("/agree")
        #expect(room.declined == .unclearTarget)
    }

    @Test("A statement can be agreed with by its number after the room has moved on")
    func positionElsewhere() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We share a plan.")
        room.helen("/area 2")
        room.ben("/agree \(statement)")
        #expect(room.area("anchors").statements[0].agree == ["ben"])
    }

    @Test("Open statements are listed when talking starts, after eight new ones, before a test and on /where")
    func listing() {
        let room = Room("ann", "ben").started()
        let lists = { room.notices.contains(.openStatements) }
        room.ann.says("Before the rating.")
        room.gauge(["ann": "emerging"])
        #expect(lists(), "after the reveal")
        for number in 1...7 { room.ann.says("Point \(number)") }
        #expect(!lists())
        room.ann.says("Point 8")
        #expect(lists(), "after eight")
        room.ann.says("Point 9")
        room.helen("/decide X")
        #expect(lists(), "before a test")
        room.ben("/where")
        #expect(lists(), "on /where")
    }

    @Test("A private line never becomes a statement")
    func privateLine() {
        let room = Room("ann").started()
        room.ann(.stated(kind: .view), privately: true, words: "Between us.")
        #expect(room.area.statements.isEmpty && room.notices == [.privateLineNotCounted(room.id("ann"))])
        room.ann("/private Please slow down", privately: true)
        #expect(room.privately["helen"]?.last == "Ann Reed says privately: Please slow down")
        #expect(!room.toRoom.contains { $0.contains("slow down") })
    }

    // MARK: Objections

    @Test("A reasoned disagree is an open objection until its holder agrees or withdraws it")
    func objections() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("We are ready.")
        room.ben("/disagree #\(statement) because no data")
        #expect(room.area.objections.map(\.text) == ["no data"] && room.area.objections[0].on == "s\(statement)")
        room.ben("/disagree #\(statement)")
        #expect(room.area.objections.filter(\.open).count == 1, "the same stand without a reason leaves it open")
        room.ben("/unsure #\(statement)")
        #expect(room.area.objections.filter(\.open).count == 1)
        room.ben("/agree #\(statement)")
        #expect(room.area.objections.filter(\.open).isEmpty && room.area.objections.count == 1)
        room.cat("/disagree #\(statement) because no money")
        let raised = room.entry
        room.ben("/withdraw \(raised)")
        #expect(room.declined == .notYours(raised, isFacilitator: false))
        room.cat("/withdraw \(raised)")
        #expect(room.area.objections.filter(\.open).isEmpty)
        room.ann("/disagree #\(statement) because x")
        #expect(room.declined == .ownStatement(statement))
    }

    @Test("A line that answers several things is put right and taken back as a whole")
    func severalInOneLine() {
        let room = Room("ann", "ben", "cat").started()
        let (first, second) = (room.ann.says("We are ready."), room.ann.says("We have the money."))
        room.ben("/disagree #\(first), #\(second) because no data")
        let line = room.entry
        room.ben("/correct \(line) no data since March")
        #expect(room.area.objections.map(\.text) == ["no data since March", "no data since March"])
        let reasons = room.discussion.area?.statements.map { $0.positions.map(\.because) }
        #expect(reasons == [["no data since March"], ["no data since March"]])
        room.ben("/withdraw \(line)")
        #expect(room.area.statements.allSatisfy { $0.disagree.isEmpty } && room.area.objections.filter(\.open).isEmpty)
        room.helen.proposes(.aim, "Every village has a bus")
        room.hear(
            [
                Reading(.levelGiven(.support, because: ""), .plain),
                Reading(.positionTaken(targets: [first], stance: .disagree, because: "no data"), .plain),
            ], by: "ben")
        let both = room.entry
        room.ben("/withdraw \(both)")
        #expect(room.area.statements[0].disagree.isEmpty && room.discussion.proposalUnderTest?.answers.isEmpty == true)
    }

    @Test("A level changed to stand aside or better withdraws its objection; abstain does not")
    func levelObjections() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .cannotYet])
        room.ben.levels(.abstain)
        #expect(room.area.objections.filter(\.open).count == 1)
        room.ben.levels(.standAside, "still the cost")
        #expect(room.area.objections.filter(\.open).isEmpty)
    }

    @Test(
        "The first /close names the open objections to the proposal under test and does nothing else; the next goes on")
    func closeHolds() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("Another matter.")
        room.ben("/disagree \(statement) because no")
        room.testDecision(["ann": .support, "ben": .cannotYet])
        room.helen("/close")
        #expect(room.step == .testing && room.lastToRoom.contains("(Ben Reed): reason of ben"))
        #expect(!room.lastToRoom.contains(": no\n"))
        room.helen("/close")
        #expect(room.area.decisions[0].outcome == .notAgreed)
        #expect(room.area.objections.filter(\.open).count == 2, "the record keeps them as open")
    }

    @Test("/defer, /majority and /end do not wait for objections")
    func noWaiting() {
        for command in ["/defer", "/end"] {
            let room = Room("ann", "ben").started()
            room.testDecision(["ann": .support, "ben": .block])
            room.helen(command)
            #expect(room.area("anchors").decisions[0].outcome == .deferred)
        }
    }

    @Test("The first /done names the objections of the area, the next goes on; a new objection is named again")
    func doneHolds() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We are ready.")
        room.ben("/disagree \(statement) because no data")
        room.helen("/done")
        #expect(room.step == .framed && room.lastToRoom.contains("no data"))
        room.ben("/disagree \(statement) because no money")
        room.helen("/done")
        #expect(room.lastToRoom.contains("no money") && room.discussion.currentArea != nil)
        room.helen("/done")
        #expect(room.area("anchors").status == .settled && room.area("anchors").objections.last?.open == true)
    }

    @Test("An objection can still be withdrawn after its test was closed, or after its words were amended")
    func withdrawnLater() {
        let room = Room("ann", "ben").started()
        room.helen("/decide X")
        let raised = room.ben.levels(.block, "too dear")
        room.helen("/amend Y")
        #expect(room.area.objections[0].open, "a changed text leaves it open")
        room.ben("/withdraw \(raised)")
        #expect(!room.area.objections[0].open && room.notices == [.objectionWithdrawn(entry: raised)])
        #expect(room.area.objections[0].end == .withdrawn && room.area.objections[0].endEntries == [room.entry])
        let second = room.ben.levels(.block, "still")
        room.helen("/defer")
        room.ben("/withdraw \(second)")
        #expect(room.area.objections.filter(\.open).isEmpty && room.area.decisions[0].levels == [.block: 1])
    }

    @Test("How an objection ended is kept as it happened, and it is met only where its holder said so")
    func endings() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("We are ready.")
        room.ben("/disagree \(statement) because no data")
        room.ben("/agree \(statement)")
        room.helen("/decide X")
        room.cat.levels(.cannotYet, "too dear")
        room.cat.levels(.standAside)
        let asked = room.ben.levels(.block, "nobody was asked")
        room.helen("/amend Y")
        room.ben.likely(.withdrawn(entry: asked))
        room.ben.yes()
        let ends = room.area.objections.map(\.end)
        #expect(ends == [.agreed, .changedTo(.standAside), .met])
        #expect(room.notices.contains(.objectionMet(entry: asked)))
        #expect(room.recordText.contains(#""end":{"entries":[\#(asked - 1)],"kind":"changed","level":"stand-aside"}"#))
    }

    // MARK: Changing words

    @Test("/amend clears the answers, asks again, and drops answers that were only heard")
    func amending() {
        let room = Room("ann", "ben", "cat").started()
        room.testDecision(["ann": .support])
        room.ben.likely(.levelGiven(.support, because: ""))
        room.helen("/amend Meet in the town hall")
        let decision = room.area.decisions[0]
        #expect(decision.text == "Meet in the town hall" && decision.levels.isEmpty && decision.outcome == .open)
        #expect(room.notices.contains(.testOpened) && room.record.corrected.map(\.entry) == [decision.entries[0]])
        room.ben.yes()
        #expect(room.declined == .nobodyAskedYou)
        room.ben("/amend Nowhere")
        #expect(room.declined?.code == .notPermitted)
    }

    @Test(
        "A closed proposal is re-opened by /amend or /correct when nothing else is tested, and not during a blind round"
    )
    func reopening() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .support])
        let decision = room.discussion.test?.entry ?? 0
        room.helen("/close")
        room.helen("/gauging")
        room.helen("/correct \(decision) Other")
        #expect(room.declined == .moment(.gaugeIsOpen, testEntry: nil))
        room.helen("/reveal")
        room.helen("/correct \(decision) Other")
        #expect(
            room.step == .testing && room.area.decisions[0].outcome == .open && room.area.decisions[0].levels.isEmpty)
        room.helen("/defer")
        room.helen("/decide Second")
        room.helen("/correct \(decision) Third")
        #expect(room.declined == .testIsOpen(entry: room.entry - 1))
    }

    @Test("Correcting a statement turns positions into heard and asks again; yes restores them, no drops them")
    func correcting() {
        let room = Room("ann", "ben", "cat", "dev").started()
        let statement = room.ann.says("Within 60 days.")
        room.ben("/agree \(statement)")
        room.cat("/disagree \(statement) because too fast")
        room.dev("/disagree \(statement) because too slow")
        room.ann("/correct \(statement) Within 30 days.")
        #expect(room.area.statements[0].counts == [.agree: 0, .disagree: 0, .unsure: 0])
        #expect(room.area.statements[0].heard.map(\.by) == ["ben", "cat", "dev"])
        #expect(room.privately["ben"]?.last?.contains("“Within 30 days.”") == true)
        room.ben.yes()
        room.cat.yes()
        room.dev.no()
        let now = room.area.statements[0]
        #expect(now.agree == ["ben"] && now.disagree == ["cat"] && now.heard.isEmpty)
        #expect(room.area.objections.filter(\.open).map(\.by) == ["cat"], "cat's stays, dev says that it is met")
        #expect(room.record.corrected == [correction(statement, "ann", [statement + 4])])
    }

    private func correction(_ entry: Int, _ by: String, _ entries: [Int]) -> RecordCorrection {
        var correction = RecordCorrection()
        (correction.entry, correction.by, correction.entries) = (entry, by, entries)
        return correction
    }

    @Test("Words corrected twice are asked about twice, and a likely position on old words is not confirmed unseen")
    func correctedTwice() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("One.")
        room.ben("/agree \(statement)")
        room.cat.likely(.positionTaken(targets: [statement], stance: .agree, because: ""))
        room.ann("/correct \(statement) Two.")
        room.ann("/correct \(statement) Three.")
        #expect(room.privately["ben"]?.last?.contains("“Three.”") == true)
        #expect(room.privately["cat"]?.last?.contains("“Three.”") == true)
        room.ben.yes()
        room.cat.yes()
        room.cat.yes()
        #expect(room.declined == .nobodyAskedYou)
        #expect(room.area.statements[0].agree == ["ben", "cat"] && room.record.corrected[0].entries.count == 2)
    }

    @Test("People correct and withdraw their own words only; what is withdrawn is struck and leaves its list")
    func ownWords() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("Mine.")
        for line in ["/correct \(statement) Yours.", "/withdraw \(statement)"] {
            room.ben(line)
            #expect(room.declined == .notYours(statement, isFacilitator: false))
            room.helen(line)
            #expect(room.declined == .notYours(statement, isFacilitator: true))
        }
        room.ann("/withdraw \(statement)")
        #expect(room.area.statements.isEmpty && room.record.struck == [statement])
        room.ann("/withdraw \(statement)")
        #expect(room.declined == .alreadyStruck(statement))
        room.ann("/park Later")
        room.ann("/undo")
        #expect(room.area.parked.isEmpty)
        room.ann("/withdraw")
        #expect(room.declined == .nothingToTakeBack(latest: nil))
        let own = room.ann.says("Still mine.")
        room.ann.says("Mine, and taken back.")
        room.ann("/undo")
        room.ann("/undo")
        #expect(room.declined == .nothingToTakeBack(latest: own), "it names one that can still be taken back")
    }

    @Test("A member's /undo N is refused, naming /withdraw for their own entry")
    func memberUndo() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("Mine.")
        room.ann("/undo \(statement)")
        #expect(room.declined == .cannotUndo(statement))
        #expect(Phrasebook(room.discussion).words(for: .cannotUndo(statement)).contains("/withdraw \(statement)"))
        room.ben("/undo \(statement)")
        #expect(room.declined == .needsFacilitator(.undone) && room.area.statements.count == 1)
    }

    @Test("A facilitator's /undo strikes statements, parked items, proposals and commands; the author is told")
    func facilitatorUndo() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("Misfiled.")
        room.helen("/undo \(statement) because it belongs elsewhere")
        #expect(room.area.statements.isEmpty)
        #expect(room.privately["ann"]?.last?.contains("#\(statement): it belongs elsewhere") == true)
        room.ann("/park Later")
        room.helen("/undo \(room.entry)")
        #expect(room.notices.contains(.whyUndone(entry: room.entry - 1)) && room.area.parked.isEmpty)
        room.helen("/decide X")
        let decision = room.entry
        room.ann.levels(.support)
        room.helen("/undo \(decision) because not ready")
        #expect(room.step == .framed && room.area.decisions.isEmpty)
        room.helen("/gauging")
        let gauging = room.entry
        room.helen("/undo \(gauging) because too early")
        #expect(room.step == .framed && room.area.gauges.isEmpty)
        room.helen("/extend 5")
        room.helen("/undo \(room.entry) because typed twice")
        #expect(room.discussion.minutesLeft(at: room.now) == 25)
        #expect(room.record.struck == [statement, statement + 2, decision, gauging, gauging + 2])
    }

    @Test("A close can be undone: the test goes on with the answers given")
    func undoClose() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        room.helen("/close")
        let closing = room.entry
        room.helen("/undo \(closing) because Ben was typing")
        #expect(room.step == .testing && room.area.decisions[0].levels == [.support: 1])
        room.ben.levels(.support)
        room.helen("/close")
        #expect(room.area.decisions[0].outcome == .agreed)
        room.helen("/undo \(closing)")
        #expect(room.declined == .alreadyStruck(closing))
    }

    @Test("Ratings, positions, levels and minority views are struck by their holder alone")
    func holdersAlone() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("A plan.")
        room.ben("/agree \(statement)")
        let position = room.entry
        room.helen("/gauging")
        let gauging = room.entry
        let rating = room.ann.rates("emerging")
        room.helen("/undo \(gauging)")
        #expect(room.declined == .holdersAlone(gauging), "a round that holds a rating is not thrown away")
        room.helen("/undo \(rating)")
        #expect(room.declined == .holdersAlone(rating))
        room.helen("/reveal")
        room.helen("/decide X")
        let level = room.ben.levels(.support)
        room.ben("/minority My view")
        for entry in [position, level, room.entry] {
            room.helen("/undo \(entry)")
            #expect(room.declined == .holdersAlone(entry))
        }
        room.ben("/withdraw \(level)")
        room.ben("/withdraw \(position)")
        #expect(room.area.decisions[0].levels.isEmpty && room.area.statements[0].agree.isEmpty)
    }
}
