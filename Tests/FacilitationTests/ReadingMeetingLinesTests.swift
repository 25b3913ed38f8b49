import Testing

@testable import Facilitation

/// What people said in whole meetings that a facilitator held, in other words, each beside a line that means something
/// else.
@Suite struct ReadingMeetingLinesTests {
    /// What is agreed with goes on after *that* or a mark: a reason keeps it plain, something else does not.
    @Test(arguments: [
        ("I agree with Farah, it should be in the town hall instead", "agree 15 likely"),
        ("I agree with Owen, it should be us rather than the county", "agree 14 likely"),
        ("I agree with Kit Marsh, it's not the buses, it's the bus station", "agree 19 likely"),
        ("I agree with Dr Lowe, let's sell it", "agree 17 likely"),
        ("I agree with #14, schools ought to go first", "agree 14 likely"),
        ("I agree with Farah that wages matter", "agree 15 likely"),
        ("I agree with Owen that our tenders do mention local firms", "agree 14 likely"),
        ("agree with Dr Lowe that parking is the problem", "agree 17 likely"),
        ("I agree with Farah that apprentices leave", "agree 15 plain"),
        ("I agree with Owen, they are not used", "agree 14 plain"),
        ("I agree with Owen, ours never hear of it", "agree 14 plain"),
        ("Agree with Farah, and it is not just the pay", "agree 15 plain"),
        ("I agree with Kit Marsh about the buses", "agree 19 plain"),
        ("I agree with that, ours leave too", "agree 22 plain"),
    ])
    func `what an agreement goes on to`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I no longer agree with #14", "unsure 14 plain"),
        ("I no longer agree with Owen, it would hurt the hospice", "unsure 14 plain"),
        ("I've changed my mind about #14", "unsure 14 likely"), ("changed my mind on 15", "unsure 15 likely"),
        ("my view of 14 has changed", "unsure 14 likely"),
        ("my views on 14 have changed", "unsure 14 likely"), ("I regret agreeing with Farah", "unsure 15 likely"),
        ("Having second thoughts about 17", "unsure 17 likely"),
        ("I'm no longer sure about 19", "unsure 19 likely"), ("I was wrong to agree with #14", "unsure 14 likely"),
        ("I shouldn't have agreed with Farah", "unsure 15 likely"),
        ("I take back my agreement with #14", "unsure 14 plain"),
        ("please take my agreement off 14", "unsure 14 plain"), ("I withdraw my support for #22", "unsure 22 plain"),
        ("I don't agree with #14 any more", "disagree 14 plain"),
        ("I've changed my mind about #14, I disagree", "disagree 14 plain"),
        ("I've changed my mind about the buses", "unsure 19 likely"),
        ("I haven't changed my mind about 14", "statement none"),
        ("people change their mind about this all the time", "statement none"),
        ("I've changed my mind", "chatter none"), ("withdraw #14", "withdraw 14 plain"),
    ])
    func `an agreement that is over`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I want it noted that the council does not accept this.", "minority plain"),
        ("can you put in the notes that I was not happy", "minority plain"),
        ("Let the record show the union was against", "minority plain"),
        ("I'd like the notes to say I was unhappy", "minority plain"),
        ("please record that the alliance does not think this goes far enough", "minority plain"),
        ("I want my unhappiness noted", "minority plain"),
        ("For the record I'm against this and only went along to save time.", "minority likely"),
        ("for the record I was never comfortable with it", "minority likely"),
        ("I only agreed to get us home", "minority likely"),
        ("I went along with it under protest", "minority likely"),
        ("I want it noted that we do not publish our rates", "chatter none"),
        ("can you put in the notes that Kit was here", "chatter none"),
        ("For the record, our rates rose by 3% last year", "statement none"),
        ("he wants it noted that the council does not accept this", "statement none"),
        ("Noted that you don't accept this", "statement none"),
        ("minute me as unhappy with this", "minority plain"),
        ("please note that we are not against it", "unsure 22 likely"),
        ("For the record I disagree with #14", "disagree 14 likely"),
    ])
    func `dissent for the record`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.objectives) == meaning)
    }

    @Test func `dissent is kept whole`() {
        let line = "please minute that I disagree with emerging, Mind thinks we are not there yet"
        let kept = ReadingRoom.read(line, ReadingRoom.context(.readback)).map(\.event)
        #expect(kept == [.minorityStated(text: "I disagree with emerging, Mind thinks we are not there yet")])
    }

    @Test(arguments: [
        ("can we park the car parking issue please", "the car parking issue", Strength.plain),
        ("let's park the bus question", "the bus question", .plain),
        ("that's one for another day, let's park it", "Grants are too short to hire anybody.", .likely),
        ("one for another day, can we park that", "Grants are too short to hire anybody.", .likely),
        ("let's park the lease for now", "the lease", .plain),
    ])
    func `what is parked`(line: String, text: String, strength: Strength) {
        let read = ReadingRoom.read(line)
        #expect(read.map(\.event) == [.parked(text: text)] && read[0].strength == strength)
    }

    @Test(arguments: ["let's park the van round the back", "can we park at the hospital please", "where can we park"])
    func `nothing is parked`(line: String) {
        #expect(!ReadingRoom.told(line).hasPrefix("park"))
    }

    @Test(arguments: ["I'll do it", "ok, put me down", "Just to be clear I never said that", "leave it with me"])
    func `talk beside the subject`(line: String) {
        #expect(ReadingRoom.told(line) == "chatter none")
        #expect(ReadingRoom.told(line, ReadingRoom.objectives) == "chatter none")
    }
}

/// The same where only the discussion shows what is meant.
@Suite struct ReadingMeetingStoryTests {
    private let objective = "/objective Ann will publish the list by 30 November 2026, measured by contracts (0 of 40)"

    private func roomWithObjective() -> (room: Room, objective: Int) {
        let room = Room("ann", "ben", "cat").started()
        room.helen(objective)
        let entry = room.entry
        room.ann("yes")
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        return (room, entry)
    }

    private func heard(_ room: Room) -> [Event] {
        room.discussion.questions.all.compactMap { question in
            if case .confirm(let event) = question.matter { event } else { nil }
        }
    }

    @Test func `an agreement goes with a change of mind, and a dissent only with a yes`() {
        let room = Room("ann", "ben", "cat").started()
        let statement = room.ann.says("Every contract should be published.")
        room.ben("/agree \(statement)")
        room.cat("/disagree \(statement) because it costs too much")
        room.ben("I've changed my mind about #\(statement)")
        #expect(room.area.statements[0].agree.isEmpty && room.area.statements[0].unsure == ["ben"])
        room.cat("I've changed my mind about #\(statement)")
        #expect(room.area.statements[0].disagree == ["cat"])
    }

    @Test func `progress in plain words is asked about, and done needs what shows it`() {
        let (room, entry) = roomWithObjective()
        room.ann("o1 is on track")
        #expect(heard(room) == [.progressGiven(item: "\(entry)", .onTrack, evidence: "")])
        #expect(room.privately["ann"]?.last?.contains("that #\(entry) is on track") == true)
        room.ann("yes")
        #expect(room.discussion.progress(of: entry) == .onTrack)
        room.ann("I've done o1")
        #expect(room.declined == .evidenceNeeded(.done, entry: entry))
        room.ann("#\(entry) is done, all 40 are on the website")
        #expect(heard(room) == [.progressGiven(item: "\(entry)", .done, evidence: "all 40 are on the website")])
        room.ann("yes")
        #expect(room.discussion.report(on: entry)?.evidence == "all 40 are on the website")
    }

    @Test(arguments: ProgressWords.entries.map { ($0.phrase, $0.meaning) })
    func `every word of progress is heard of an objective that is named`(words: String, progress: ProgressWord) {
        let (room, entry) = roomWithObjective()
        room.ann("o1 is \(words), thirty are on the website")
        guard case .progressGiven(let item, progress, _)? = heard(room).first else {
            Issue.record("nothing heard")
            return
        }
        #expect(item == "\(entry)")
    }

    @Test(arguments: ["my objective is running late", "the list is behind schedule, we publish next week"])
    func `an owner's only objective needs no number`(line: String) {
        let (room, entry) = roomWithObjective()
        room.ann(line)
        guard case .progressGiven(let item, .late, _)? = heard(room).first else {
            Issue.record("nothing heard")
            return
        }
        #expect(item == "\(entry)")
    }

    @Test(arguments: ["o1 will be done by May", "o1 is not done", "is o1 done?", "the washing up is done"])
    func `what tells of no progress`(line: String) {
        let (room, _) = roomWithObjective()
        room.ann(line)
        #expect(room.declined == nil && heard(room).isEmpty)
        room.ben("o1 is on track")
        #expect(heard(room).isEmpty)
    }

    @Test(arguments: [
        "my husband is a director of Testham Catering", "yes, my sister works for a bidder",
        "I'm a trustee of a charity that bids for these contracts",
    ])
    func `a tie is asked about where interests were asked for`(line: String) {
        let room = Room("ann", "ben").started()
        room.ann(line)
        #expect(heard(room).isEmpty)
        room.helen("/area 2")
        room.ann(line)
        #expect(heard(room) == [.interestDeclared(text: line)])
        room.ann("yes")
        #expect(room.discussion.interests.count == 1)
    }

    @Test(arguments: [
        "my daughter works nights at the hub", "I'm a director of nursing here", "my husband is a farmer",
        "Ben's wife is a director of the caterers", "I'm not a trustee of anything",
        "our tender process is slow", "we own the land by the hospital", "the board supplies no figures",
    ])
    func `no tie`(line: String) {
        let room = Room("ann", "ben").started()
        room.helen("/area 2")
        room.ann(line)
        #expect(heard(room).isEmpty)
    }

    @Test func `a few words put right are shown in their sentence`() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("I think we should publish every contract over £20,000.")
        room.ann("sorry, typo, £25,000 not £20,000")
        #expect(room.declined == nil)
        #expect(room.area.statements[0].text == "I think we should publish every contract over £25,000.")
        room.ann("correction: I meant every contract and grant")
        #expect(
            heard(room) == [
                .corrected(
                    entry: statement, text: "I think we should publish every contract and grant over £25,000.")
            ])
        room.ann("yes")
        #expect(room.area.statements[0].text == "I think we should publish every contract and grant over £25,000.")
    }

    @Test func `a denial exchanges nothing`() {
        let room = Room("ann", "ben").started()
        room.ann.says("We do publish contracts.")
        room.ann("correction: I meant we do not publish contracts")
        #expect(room.area.statements[0].text == "we do not publish contracts")
    }

    @Test func `own words are taken back by what they were about`() {
        let room = Room("ann", "ben").started()
        let villain = room.ann.says("The health board is the villain.")
        let bus = room.ann.says("No bus runs after six.")
        room.ann("I take back what I said about the villain, that was uncalled for")
        #expect(room.record.struck == [villain])
        room.ann("I take back what I said about the library")
        #expect(room.declined == .whichLine(latest: bus))
    }

    @Test func `what would change a mind is kept beside the view`() {
        let room = Room("ann", "ben", "cat").started()
        room.testDecision(["ann": .support, "ben": .standAside, "cat": .support])
        room.helen("/close")
        room.ben("/minority This does not go far enough.")
        room.ben("and that I'd change my mind if ten charities won contracts by 2028")
        #expect(room.declined == nil)
        #expect(
            room.discussion.area?.minorityViews.first?.mind?.text == "if ten charities won contracts by 2028")
        room.cat("I'd change my mind if it rained")
        #expect(room.discussion.area?.minorityViews.count == 1)
    }

    @Test func `parts of an objective in plain words`() {
        let room = Room("ann", "ben", "cat").started()
        room.helen("/objective Ann will count the local firms by 30 June 2027")
        room.ann("yes")
        room.helen("/defer")
        room.cat("the measure is firms counted")
        #expect(room.discussion.area?.proposals.last?.objective?.measure == nil)
        room.ann("the measure is firms counted")
        #expect(room.discussion.area?.proposals.last?.objective?.measure == "firms counted")
        room.ann("we have none today and want 60")
        let parts = room.discussion.area?.proposals.last?.objective
        #expect(parts?.baseline == "0" && parts?.target == "60")
    }

    @Test(arguments: [
        "That's not what I said, I said the trust pays", "no, that's wrong, it should say every carer",
        "that's recorded wrongly",
    ])
    func `something read out wrongly is no position`(line: String) {
        let room = Room("ann", "ben").started()
        room.ann.says("Every carer has a break.")
        room.helen("/readback")
        room.ben(line)
        #expect(room.area.statements.count == 1 && room.area.statements[0].disagree.isEmpty && heard(room).isEmpty)
        #expect(room.notices.contains { if case .howToCorrect = $0 { true } else { false } })
    }
}
