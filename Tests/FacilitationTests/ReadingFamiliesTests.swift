import Facilitation
import Testing

/// Families of turns, each by a few invented lines: what is said on the subject and what beside it, idioms of agreeing and
/// disagreeing, lists, denials, and whole sentences that ask for something to be recorded, struck or put right.
@Suite struct ReadingFamiliesTests {
    @Test(arguments: [
        "back in hospital within a week, most of them", "half the trainees dropped out before Easter",
        "budgets are frozen until April so nothing new will start", "patients stuck in beds waiting for a care package",
        "people move on after a year because the money stops", "they have to go to Leeds for every scan",
        "staff can't log in to the other trust's system", "the last bus goes at six",
        "lunch is the only hot meal some of these kids get", "thanks to the hub we cut referrals by a third",
        "Morning clinics are useless for shift workers", "zoom appointments don't work for deaf patients",
        "The wifi in the village hall is the only broadband they have",
        "who you know matters more than what you know here",
        "I'd start with the schools", "put simply, there is no plan", "it all stops when Brenda is on holiday",
        "Hardly anyone uses the gym on referral", "let's share a van",
        "My sister waited fourteen months for a hip", "Nobody under thirty applies", "We have never once been asked",
    ])
    func `a remark with a word of rooms and breaks is still a statement`(line: String) {
        #expect(ReadingRoom.told(line) == "statement none")
    }

    @Test(arguments: [
        "back in five, doorbell", "Owen your sound is dreadful", "I'll stick the kettle on", "need a wee, back soon",
        "sorry, talking to myself", "it's gone very quiet in here", "I've got to take this, sorry",
        "I need to charge my phone", "put me down for the soup", "ignore the cat", "just finding my pen",
        "I'm not in anybody's way am I", "we've only got ten minutes left", "let's get on with it",
        "I had my hand up", "agreed, let's not start at 8am again", "I'd agree to anything for a cup of tea",
        "totally agree with the cat on your keyboard Owen", "no objections to a leg stretch",
        "I support Rovers, for my sins", "agreed, right, before I forget, whose scarf is this",
        "yes I can see the shared screen now", "sorry, dog barking, ignore me", "lovely jumper, Owen",
        "I have been on calls since seven", "the sound keeps dropping",
    ])
    func `talk about the room, the hour and the speaker's own doings is chatter`(line: String) {
        #expect(ReadingRoom.told(line) == "chatter none")
    }

    @Test(arguments: [
        "I don't want to close this too early", "no need to agree or disagree yet, just read it",
        "nobody's saying pause, we've time", "I'm tempted to close this but I'd like to hear Owen first",
    ])
    func `a facilitator who leads the meeting states nothing`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.leading) == "chatter none")
    }

    typealias Example = (line: String, told: String)

    static let idioms: [Example] = [
        ("14's bang on", "agree 14 likely"), ("22 sums it up for me", "agree 22 likely"),
        ("Can't fault Farah on that", "agree 15 likely"), ("14 gets my vote", "agree 14 likely"),
        ("I have no quarrel with Farah's point", "agree 15 likely"), ("nothing to add to 19", "agree 19 likely"),
        ("not one word of 14 I'd change", "agree 14 likely"),
        ("there isn't a single thing in 17 that I'd call untrue", "agree 17 likely"),
        ("far from disagreeing with Farah, I'd put it in bold", "agree 15 likely"),
        ("14 is pie in the sky", "disagree 14 plain"), ("Rubbish, Owen", "disagree 14 plain"),
        ("Farah is wide of the mark", "disagree 15 plain"), ("not with Owen on the tenders", "disagree 14 plain"),
        ("cannae agree wi 14", "disagree 14 plain"), ("15 is a bit sweeping", "disagree 15 likely"),
        ("14? don't make me laugh", "disagree 14 likely"), ("17 is where you lose me", "disagree 17 likely"),
        ("I'd be lying if I said I agreed with 14", "disagree 14 likely"),
        ("I would be the last to agree with 14", "disagree 14 likely"),
        ("I used to nod along to 14, these days I don't", "disagree 14 likely"),
        ("Owen, I hear you but no, ours are all local", "disagree 14 likely"),
        ("I don't think 17 is fair", "disagree 17 likely"), ("I don't share Farah's gloom", "disagree 15 likely"),
        ("that's not what we see Farah", "disagree 15 likely"),
        ("I wouldn't go as far as Farah", "unsure 15 likely"), ("less sure about Farah's", "unsure 15 plain"),
        ("no strong feelings on 19", "unsure 19 plain"), ("swithering on 19", "unsure 19 plain"),
    ]

    @Test(arguments: idioms.map(\.line))
    func `idioms of agreeing, disagreeing and doubting are heard`(line: String) {
        #expect(ReadingRoom.told(line) == Self.idioms.first { $0.line == line }?.told)
    }

    static let turns: [Example] = [
        ("I take Farah's point", "agree 15 likely"), ("what Dr Lowe just said", "agree 17 likely"),
        ("Owen makes a good case", "agree 14 likely"), ("not sure Farah's right", "disagree 15 likely"),
        ("respectfully disagree with 14", "disagree 14 plain"), ("violently agree with 14", "agree 14 likely"),
        ("I wouldn't put it like Owen", "disagree 14 likely"),
        ("I'd want the source before I'd say I agree with 14", "unsure 14 likely"),
        ("I disagree with #14 because small clubs are not on that list", "disagree 14 plain"),
        ("disagree strongly with 14", "disagree 14 plain"), ("I disagree totally with Farah", "disagree 15 plain"),
        ("I could not disagree more strongly with 14", "disagree 14 plain"),
        ("couldn't disagree more with 14", "disagree 14 plain"), ("14 makes no sense", "disagree 14 likely"),
        ("I have my doubts about 14", "disagree 14 likely"), ("14 yes for me", "agree 14 plain"),
        ("too early to say on 17", "unsure 17 plain"), ("I agree with 14, said Farah", "agree 14 likely"),
    ]

    @Test(arguments: turns.map(\.line))
    func `turns with the name inside them are heard`(line: String) {
        #expect(ReadingRoom.told(line) == Self.turns.first { $0.line == line }?.told)
    }

    static let lists: [Example] = [
        ("14, 15, 17: yes to all three", "agree 14,15,17 plain"),
        ("Owen, Farah, both right", "agree 14,15 likely"),
        ("agree with Owen's point, and with Farah's", "agree 14,15 plain"),
        ("Agree with Owen (14) and with Farah (15)", "agree 14,15 likely"),
        ("agree with 14, 17 I don't", "agree 14 plain; disagree 17 plain"),
        ("everything up to 17 I agree with", "agree 14,15,17 likely"),
        ("I'd sign up to all of these bar 17", "agree 14,15,19,22 likely; disagree 17 likely"),
        ("agree 14 & 15 but 17 is pie in the sky", "agree 14,15 plain; disagree 17 plain"),
        ("Owen is not wrong and Farah is not right", "agree 14 likely; disagree 15 plain"),
        ("neither agree with 14 nor 15", "disagree 14,15 plain"),
        ("15, agree. 17, agree with the first half only", "agree 15 plain; unsure 17 likely"),
        ("I see Owen's point but no", "disagree 14 likely"),
        ("I wouldn't change a word of 14", "agree 14 likely"),
        ("that I do agree with", "agree 22 plain"),
        ("Do I agree with 14? No", "disagree 14 plain"),
    ]

    @Test(arguments: lists.map(\.line))
    func `lists of what is agreed with, and turns within them, are followed`(line: String) {
        #expect(ReadingRoom.told(line) == Self.lists.first { $0.line == line }?.told)
    }

    /// A clause that opens with *and* and names two statements once asked for a range that runs backwards.
    @Test(arguments: ["and agree with 14 then with 15", "and 14 agree with 15", "or agree with Owen with Farah"])
    func `a clause that opens with and is read to its end`(line: String) {
        #expect(!ReadingRoom.read(line).isEmpty)
    }

    @Test(arguments: [
        "agree with 14 on a good day", "agree with 14, minus the never", "I agree with 14 up to the comma",
        "agree with 14 as far as tenders go", "I agree with 14 the day they pay us", "agree with 14, Owen says",
        "agree with 14, at a push", "agree with 14 for the sake of peace", "I agree with 14 and pigs fly",
        "agree with 14, I do not", "agree with 14 NOT", "I agree with neither 14 nor 15",
        "agree with none of 14, 15 or 17", "I couldn't say I agree with 14",
        "I agree with Dr Lowe's description, I don't agree it has to be that way",
        "I nearly agreed with Owen until the tender came", "would have agreed with 14 a year ago",
    ])
    func `a narrowed, denied or reported agreement is never plain`(line: String) {
        for reading in ReadingRoom.read(line) where reading.strength == .plain {
            if case .positionTaken(_, .agree, _) = reading.event { Issue.record("\(line): plainly agrees") }
        }
    }

    static let sentences: [Example] = [
        ("please minute that I was against, no carer was asked", "minority plain"),
        ("minute me as disagreeing please, no carer was asked", "minority plain"),
        ("I dissent and want that written down: no carer was asked", "minority plain"),
        ("For the minutes, I disagree: nobody asked the carers", "minority plain"),
        ("I don't object to it being recorded, go ahead", "statement none"),
        ("before this goes further I must declare that I sit on their board", "interest plain"),
        ("I have a financial interest here, I hold shares in the bus firm", "interest plain"),
        ("I have an interest in history and in bus timetables", "statement none"),
        ("can the minutes show that I opposed this, nobody costed it", "minority plain"),
        ("got another meeting so I'm leaving the call now", "leave plain"),
        ("scrub 14 please, they changed it in June", "withdraw 14 plain"),
        ("please take 14 off, I got it wrong", "withdraw 14 plain"),
        ("delete what I just put, wrong tab", "withdraw last plain"),
        ("take 14 firms at random and none has heard of us", "statement none"),
        ("*sooner, not faster (14)", "correct 14 plain"),
        ("put the taxi question in the car park", "park plain"),
        ("taxis for night staff, can that go in the car park for now", "park plain"),
        ("what's the difference between standing aside and abstaining", "ask help plain"),
    ]

    static let positions: [(line: String, told: String)] = [
        ("My disagreement with 14 could not be greater", "disagree 14 plain"),
        ("I must dissent from 14", "disagree 14 plain"),
        ("I have changed my mind and now disagree with 14", "disagree 14 plain"),
        ("agreeing with 14 would be going too far", "disagree 14 likely"),
        ("I don't see how anybody who works here could agree with 14", "disagree 14 likely"),
        ("I'm not so sure that's true, Owen", "disagree"), ("put me down as agreeing with 14", "agree 14 plain"),
        ("14 is not how I'd put it", "disagree 14 likely"), ("On 14 I cannot say yes or no", "unsure 14 plain"),
    ]

    @Test(arguments: positions.map(\.line))
    func `a position may lie in the build of a sentence`(line: String) {
        let told = Self.positions.first { $0.line == line }?.told ?? ""
        #expect(ReadingRoom.told(line).hasPrefix(told))
    }

    @Test(arguments: sentences.map(\.line))
    func `whole sentences say what they ask for`(line: String) {
        #expect(ReadingRoom.told(line) == Self.sentences.first { $0.line == line }?.told)
    }

    @Test func `right words may come before I meant, and after a bare it should be`() {
        let own = ReadingRoom.context(last: ("Nadine", 23))
        #expect(ReadingRoom.told("oops, twice in 2024 I meant", own) == "correct last plain")
        #expect(ReadingRoom.told("sorry, that should be 31 not 13", own) == "correct last plain")
    }

    @Test func `one of two stages asked about is a question, and a change of a rating is a rating`() {
        #expect(
            ReadingRoom.told("two of us do it, is that emerging or established?", ReadingRoom.gauging)
                == "ask stage plain")
        #expect(
            ReadingRoom.told("can I change mine from established to emerging, high", ReadingRoom.gauging)
                .hasPrefix("gauge"))
    }
}
