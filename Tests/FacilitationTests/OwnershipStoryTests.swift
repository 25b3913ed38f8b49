import JSONText
import Testing

@testable import Facilitation

@Suite("Proposals of members, owners, gaps, minority views, interests")
struct OwnershipStoryTests {
    // MARK: Members propose

    @Test("A member's proposal is a statement of kind proposal; the facilitator opens it in its author's words")
    func memberProposes() {
        let room = Room("ann", "ben").started()
        let noted = room.ann.proposes(.aim, "Every young person has a job coach by 2027")
        #expect(room.step == .framed && room.area.statements[0].kind == .proposal)
        #expect(room.lastToRoom.contains("/aim #\(noted)"))
        room.helen("/aim #\(noted)")
        #expect(room.step == .testing && room.area.aims[0].text == "Every young person has a job coach by 2027")
        #expect(room.discussion.proposalUnderTest?.author == room.id("ann"))
        room.ann("/amend Every young person has a job coach by 2028")
        #expect(
            room.declined == nil && room.area.aims[0].text.hasSuffix("2028"), "the words are the author's to change")
    }

    @Test("With membersPropose it opens itself; a second one meanwhile is kept as a statement")
    func membersPropose() {
        let room = Room("ann", "ben") { $0.membersPropose = true }.started()
        room.ann.proposes(.decision, "Meet weekly")
        #expect(room.step == .testing)
        room.ben.proposes(.decision, "Meet daily")
        #expect(room.area.decisions.count == 1 && room.area.statements.map(\.kind) == [.proposal])
    }

    @Test("One test at a time: another proposal is declined with the number of the open one")
    func oneTest() {
        let room = Room("ann").started()
        room.helen("/decide One")
        let open = room.entry
        room.helen("/aim Two")
        #expect(room.declined == .testIsOpen(entry: open))
        room.helen("/gauging")
        #expect(room.declined == .moment(.testIsOpen, testEntry: open))
        room.ann("/park A thing")
        room.ann("/interest A cousin")
        let statement = room.ann.says("A view.")
        room.helen("/agree \(statement)")
        #expect(room.declined == nil && room.area.parked.count == 1 && room.area.statements[0].agree == ["helen"])
    }

    @Test("A position names a stage of the framework, and nothing beside the ladder")
    func positionStages() {
        let room = Room("ann").started()
        room.helen.settles("between-emerging-established")
        #expect(room.area.position?.stage == "between-emerging-established")
        room.helen("/defer")
        room.helen.settles("dont-know")
        #expect(room.declined?.code == .badField)
    }

    // MARK: Owners

    private func objective(_ owner: String?) -> Room {
        let room = Room("ann", "ben", "cat").started()
        room.helen.proposes(.objective, "Count the coaches", owner: owner)
        return room
    }

    @Test("A named owner is asked; a yes, or support or better, is consent")
    func consent() {
        let yes = objective("Ben Reed")
        #expect(
            yes.notices.contains(.ownerAsked(yes.id("ben"), entry: yes.entry)) && yes.area.objectives[0].owner == nil)
        yes.ben.yes()
        #expect(yes.area.objectives[0].owner == "ben" && !yes.area.objectives[0].missing.contains(.owner))
        let support = objective("ben")
        support.ben.levels(.full)
        #expect(support.area.objectives[0].owner == "ben")
        support.ben.yes()
        #expect(support.declined == .nobodyAskedYou)
    }

    @Test("An owner who is silent, says no, has only a reservation, or is away is none: the owner is a gap")
    func noConsent() {
        let silent = objective("ben")
        for _ in 0..<2 { silent.helen("/close") }
        #expect(silent.area.objectives[0].owner == nil && silent.area.objectives[0].missing.contains(.owner))
        let unwilling = objective("ben")
        unwilling.ben.no()
        unwilling.ben.levels(.support)
        #expect(unwilling.area.objectives[0].owner == nil, "a no is not undone by support")
        let reserved = objective("ben")
        reserved.ben.levels(.reservation, "busy")
        #expect(reserved.area.objectives[0].owner == nil)
        let away = Room("ann", "ben").started()
        away.helen("/apologies ben")
        away.helen.proposes(.objective, "Count the coaches", owner: "ben")
        #expect(away.area.objectives[0].owner == nil)
        away.helen("/owner Ben Reed")
        #expect(away.notices == [.ownerIsAway(away.id("ben"))] && away.area.objectives[0].missing.contains(.owner))
    }

    @Test("Offering to do something oneself is a yes; offering somebody else is not")
    func offering() {
        let room = Room("ann", "ben").started()
        room.ann.proposes(.objective, "I count the coaches", owner: "ann")
        room.helen("/objective #\(room.entry)")
        #expect(room.area.objectives[0].owner == "ann")
    }

    @Test("Whoever was asked before cannot accept once somebody else is asked; an absent person lets nobody go")
    func askedAnew() {
        let room = objective("ben")
        room.helen("/owner Cat Reed")
        room.ben.yes()
        #expect(room.declined == .nobodyAskedYou && room.area.objectives[0].owner == nil)
        room.cat.yes()
        #expect(room.area.objectives[0].owner == "cat")
        room.helen("/apologies ann")
        room.helen("/owner Ann Reed")
        #expect(room.area.objectives[0].owner == "cat")
    }

    @Test("Gaps are asked for once and filled later without re-opening the test; each filling is read back")
    func gaps() {
        let room = objective(nil)
        #expect(room.notices.contains(.partsMissing(entry: room.entry, [.owner, .due, .measure, .baseline, .target])))
        let opened = room.entry
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.ben("/owner me")
        room.ben("/measure #\(opened) coaches in post")
        room.ben("/target 12")
        #expect(room.notices == [.objectiveNow(area: "anchors", entry: opened)])
        let parts = room.area.objectives[0]
        #expect(
            parts.owner == "ben" && parts.measure == "coaches in post" && parts.target == "12"
                && parts.outcome == .agreed)
        #expect(parts.missing == [.due, .baseline] && room.step != .testing)
    }

    /// Ann owns it, it is due in March 2027, and all three gave full support.
    private func answeredObjective(closed: Bool) -> (room: Room, entry: Int) {
        let room = Room("ann", "ben", "cat").started()
        let entry = room.helen.proposes(
            .objective, "Ann counts the coaches", owner: "Ann Reed", measure: "coaches", due: "2027-03-31")
        room.ann.yes()
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.full) }
        if closed { room.helen("/close") }
        return (room, entry)
    }

    @Test("After the close nobody replaces a part that is known; a gap is filled, and then it is known too")
    func agreedPartsStay() {
        let (room, entry) = answeredObjective(closed: true)
        let before = room.area.objectives[0]
        for speaker in [room.ben, room.ann, room.helen] {
            speaker("/due #\(entry) 31 December 2055")
            #expect(room.declined == .partStays(.due, entry: entry, isCarried: false))
            speaker("/measure posts")
            #expect(room.declined == .partStays(.measure, entry: entry, isCarried: false))
        }
        room.ben("/owner me")
        #expect(room.declined == .notYours(entry, isFacilitator: false))
        #expect(room.area.objectives[0] == before)
        room.ben("/baseline 4")
        #expect(room.area.objectives[0].baseline == "4" && room.area.objectives[0].levels == [.full: 3])
        room.ben("/baseline 5")
        #expect(room.declined == .partStays(.baseline, entry: entry, isCarried: false))
        room.ben("/measure #\(entry)")
        #expect(room.declined == .emptyText && room.area.objectives[0].measure == "coaches")
    }

    @Test("Under test its author or a facilitator may replace a part: the room hears it, and everybody is asked again")
    func replacedUnderTest() {
        let (room, entry) = answeredObjective(closed: false)
        room.ben("/due 31 December 2055")
        #expect(room.declined == .notYours(entry, isFacilitator: false))
        room.ben("/target 12")
        #expect(room.notices == [.objectiveNow(area: "anchors", entry: entry)], "a gap is filled, and the room is told")
        #expect(room.lastToRoom.contains("target 12") && room.area.objectives[0].levels == [.full: 3])
        room.helen("/pause")
        room.helen("/due 30 April 2027")
        #expect(room.declined == .moment(.isPaused, testEntry: entry))
        room.helen("/resume")
        room.helen("/due 30 April 2027")
        for notice in [Notice.objectiveNow(area: "anchors", entry: entry), .amended, .testOpened] {
            #expect(room.notices.contains(notice))
        }
        let now = room.area.objectives[0]
        #expect(now.due == "2027-04-30" && now.owner == "ann" && now.levels.isEmpty && room.step == .testing)
        #expect(room.record.corrected.map(\.entry) == [entry])
        let own = Room("ann", "ben").started()
        let noted = own.ann.proposes(.objective, "I count the coaches", owner: "ann", due: "2027-03-31")
        own.helen("/objective #\(noted)")
        own.ben.levels(.support)
        own.ann("/due 30 April 2027")
        #expect(own.area.objectives[0].due == "2027-04-30" && own.area.objectives[0].levels.isEmpty)
    }

    @Test("An owner goes on until the next one has said yes; under test that asks everybody again")
    func nextOwner() {
        let (closed, entry) = answeredObjective(closed: true)
        closed.ann("/owner Ben Reed")
        #expect(closed.notices == [.ownerAsked(closed.id("ben"), entry: entry)])
        #expect(closed.area.objectives[0].owner == "ann")
        closed.ben.no()
        #expect(closed.area.objectives[0].owner == "ann" && closed.lastToRoom.hasSuffix("Ann Reed owns it still."))
        closed.helen("/owner Cat Reed")
        closed.cat.yes()
        #expect(closed.area.objectives[0].owner == "cat" && closed.area.objectives[0].levels == [.full: 3])
        let (open, _) = answeredObjective(closed: false)
        open.helen("/owner Cat Reed")
        #expect(open.area.objectives[0].owner == "ann" && open.area.objectives[0].levels == [.full: 3])
        open.helen("/due 30 April 2027")
        for id in ["ann", "ben", "cat"] { open.voice(id).levels(.full) }
        open.cat.yes()
        #expect(open.area.objectives[0].owner == "cat" && open.notices.contains(.amended))
        #expect(open.area.objectives[0].levels.isEmpty && open.step == .testing)
    }

    @Test("Support is no yes to following the owner: whoever was asked is asked once more, and the owner stays")
    func nextOwnerSupports() {
        let (room, entry) = answeredObjective(closed: false)
        room.helen("/owner Ben Reed")
        room.ben.levels(.support)
        #expect(room.notices.contains(.ownerAskedAgain(room.id("ben"), area: "anchors", entry: entry)))
        let question = "Ann Reed owns it until somebody else does. Ben Reed, will you own #\(entry), “"
        #expect(room.toRoom.contains { $0.hasPrefix(question) } && room.area.objectives[0].owner == "ann")
        room.ben.yes()
        #expect(room.area.objectives[0].owner == "ben")
    }

    @Test("Where the words name two people, the room hears who is asked and who is not")
    func twoNamed() {
        let room = Room("ann", "ben", "cat").started()
        let entry = room.helen.proposes(.objective, "Ben and Cat Reed will count the coaches", owner: "ben")
        #expect(room.notices.contains(.oneOwnerOnly(room.id("ben"), others: [room.id("cat")], entry: entry)))
        room.helen("/defer")
        room.helen.proposes(.objective, "Ben will ask Cat for the figures", owner: "ben")
        #expect(!room.notices.contains { if case .oneOwnerOnly = $0 { true } else { false } })
    }

    @Test("A day that is past is no due date")
    func pastDueDate() {
        let room = objective(nil)
        for words in ["2020-01-01", "yesterday"] {
            room.ben("/due \(words)")
            #expect(room.declined == .badDate(words))
        }
        #expect(room.area.objectives[0].due == nil)
    }

    @Test("A missing baseline is suggested as an objective and never created")
    func baseline() {
        let room = Room("ann").started()
        room.helen.proposes(.objective, "Count the coaches", measure: "coaches in post")
        let opened = room.entry
        room.ann.levels(.support)
        room.helen("/close")
        #expect(room.notices.contains(.baselineSuggested(entry: opened)) && room.area.objectives.count == 1)
    }

    // MARK: Minority views, interests, parked

    @Test("A minority view is confirmed as typed, named in a named session, and can be unnamed, corrected and replaced")
    func minority() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .cannotYet])
        room.helen("/defer")
        room.ben("/minority unnamed")
        #expect(room.declined == .noMinorityView)
        room.ben("/minority It costs too much.")
        let first = room.entry
        #expect(room.area.minorityViews[0].by == "ben" && room.area.minorityViews[0].on == "d1")
        room.ben("/minority unnamed")
        #expect(room.area.minorityViews[0].by == nil && room.area.minorityViews[0].entries.isEmpty)
        room.ben("/minority It costs far too much.")
        #expect(room.area.minorityViews.map(\.text) == ["It costs far too much."] && !room.area.minorityViews[0].named)
        #expect(room.record.corrected.map(\.entry) == [first] && room.record.corrected[0].by == nil)
        room.ann("/minority I see it otherwise again.")
        #expect(room.area.minorityViews.count == 2)
    }

    @Test("A minority view stands beside what its holder answered last with less than support, and the reply names it")
    func minorityBeside() {
        let room = Room("ann", "ben").started()
        let aim = room.helen.proposes(.aim, "Every village has a bus by 2028")
        room.ann.levels(.support)
        room.ben.levels(.standAside, "nobody asked us")
        room.helen("/close")
        room.testDecision(["ann": .support, "ben": .full])
        let decision = room.discussion.test?.entry ?? 0
        room.helen("/close")
        room.ben("/minority Small firms were not asked.")
        #expect(room.area.minorityViews.map(\.on) == ["a1"])
        #expect(room.lastToRoom.hasPrefix("Your minority view is kept beside aim #\(aim), in your words"))
        room.ann("/minority It is too late for this year.")
        #expect(room.area.minorityViews.map(\.on) == ["a1", "d1"], "whoever supported everything may have one too")
        let kept = Notice.minorityKept(entry: room.entry, beside: decision, isNamed: true, isPrivate: false)
        #expect(room.notices == [kept])
    }

    @Test("An interest is the member's, its handling the facilitator's; both are in the record with their entries")
    func interests() {
        let room = Room("ann").started()
        room.helen("/handling Stays")
        #expect(room.declined == .noInterestHere)
        room.ann("/interest My firm bids for this")
        room.helen("/handling Stays and speaks")
        let interest = room.record.interests[0]
        #expect(interest.by == "ann" && interest.handling == "Stays and speaks" && interest.area == "anchors")
        #expect(interest.entries == [room.entry - 1, room.entry])
        room.helen("/area 2")
        #expect(room.notices.contains(.interestsAskedAgain), "an area that touches money asks again")
    }

    @Test("A parked item is kept with its number, and its author can word it anew")
    func parked() {
        let room = Room("ann").started()
        room.ann("/park The buses")
        let entry = room.entry
        room.ann("/correct \(entry) The evening buses")
        #expect(room.area.parked.map(\.text) == ["The evening buses"] && room.area.parked[0].entries == [entry])
        room.ann("/park ")
        #expect(room.declined == .emptyText)
    }
}
