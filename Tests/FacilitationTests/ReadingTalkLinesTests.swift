import Facilitation
import Testing

/// Questions to the bot, requests, proposals and talk, in several wordings for each rule, with lines beside them that
/// must not be read so.
@Suite struct ReadingTalkLinesTests {
    typealias Example = (line: String, told: String)

    private static func expectAll(_ examples: [Example], _ context: ReadingContext) {
        for example in examples {
            let told = ReadingRoom.told(example.line, context)
            #expect(told == example.told, "\(example.line)")
        }
    }

    @Test func `questions to the bot in a discussion`() {
        Self.expectAll(
            [
                ("who's actually in the meeting right now?", "ask who plain"),
                ("which organisations are here?", "ask who plain"),
                ("is the council represented?", "ask who plain"),
                ("have we got anybody from housing in?", "ask who plain"),
                ("what exactly are we discussing at the moment?", "ask where plain"),
                ("how long do we have left?", "ask where plain"),
                ("is there anything I need to type to join?", "ask help plain"),
                ("can the other members see what I wrote?", "ask other plain"),
                ("will this come up in a freedom of information request?", "ask other plain"),
                ("do these comments end up in the public minutes?", "ask other plain"),
                // To the room, or about the subject.
                ("can anyone see my cursor?", "chatter none"),
                ("which organisations are missing from the strategy?", "chatter none"),
                ("is the council represented on the board?", "chatter none"),
                ("do the councils share their data with the trust?", "chatter none"),
                ("who sees the patients at weekends?", "chatter none"),
                ("how many apprentices are there?", "chatter none"),
            ], ReadingRoom.talking)
    }

    @Test func `questions to the bot about the record`() {
        Self.expectAll(
            [
                ("who gets to look at this afterwards?", "ask other plain"),
                ("could the press get hold of this?", "ask other plain"),
                ("is any of this subject to FOI?", "ask other plain"),
                ("do our comments get attributed?", "ask other plain"),
                ("is there an AI reading this?", "ask other plain"),
                ("would my employer be named in this?", "ask other plain"),
            ], ReadingRoom.context(.opening))
    }

    @Test func `questions to the bot while a proposal is tested`() {
        Self.expectAll(
            [
                ("how do I say I'm not there yet?", "ask help plain"),
                ("if I block it what happens then?", "ask help plain"),
                ("is there a way of saying yes with a worry?", "ask help plain"),
                ("has everybody given an answer yet?", "ask who plain"),
                ("what's the wording again?", "ask where plain"),
                ("what exactly are we being asked to support?", "ask where plain"),
                ("who wrote this wording?", "chatter none"), ("does anyone object?", "chatter none"),
                ("who is going to pay for it?", "chatter none"),
            ], ReadingRoom.testing)
    }

    @Test func `questions about stages`() {
        Self.expectAll(
            [
                ("is half done emerging or established?", "ask stage plain"),
                ("is don't know the same as no view?", "ask stage plain"),
                ("how do you tell established from expanding?", "ask stage plain"),
                ("do we need all six to be doing it for expanding?", "ask stage plain"),
                ("where does a pilot sit, emerging or established?", "ask stage plain"),
                ("will my score have my name beside it?", "ask other plain"),
                // What others rated, and a rating of one's own.
                ("did anyone put expanding?", "chatter none"), ("who put not yet?", "chatter none"),
                ("Owen, are you saying emerging?", "chatter none"),
                ("what with the cuts, emerging", "gauge emerging plain"),
            ], ReadingRoom.gauging)
    }

    @Test func `what is parked`() {
        Self.expectAll(
            [
                ("stick this in the car park please: who pays for the taxis", "park plain"),
                ("Parking this one for later: who owns the lease", "park plain"),
                ("parking the lease for another day", "park plain"), ("Parked: night buses", "park plain"),
                ("car park please: who owns the clinic", "park plain"),
                ("Can business rates go in the car park?", "park plain"),
                ("happy to park the merger question", "park plain"),
                ("Parking at the hospital costs staff eight pounds a day", "statement none"),
                ("parking charges hit the night staff hardest", "statement none"),
                ("the science park has two empty units", "statement none"),
                ("visitors should use the car park on Mill Street", "statement none"),
            ], ReadingRoom.talking)
    }

    @Test func `what is parked is what comes after the mark`() {
        guard
            case .parked(let text) = ReadingRoom.read("can we park this for another day: who owns the lease").first?
                .event
        else {
            Issue.record("Nothing is parked.")
            return
        }
        #expect(text == "who owns the lease")
    }

    @Test func `interests, and openness about something else`() {
        Self.expectAll(
            [
                ("to be transparent, I chair the hospice board", "interest plain"),
                ("In the interests of openness, I am married to the owner of the agency", "interest plain"),
                ("please note my interest: I'm a governor at the college", "interest plain"),
                ("disclosure: I used to work for them", "interest plain"),
                ("The disclosure rules stop us sharing the list", "statement none"),
                ("I should mention the clinic in Leeds closed for the same reason", "statement none"),
            ], ReadingRoom.talking)
        guard
            case .interestDeclared(let text) = ReadingRoom.read(
                "I ought to declare, before we start, that my brother works for the agency"
            ).first?.event
        else {
            Issue.record("No interest is declared.")
            return
        }
        #expect(text == "my brother works for the agency")
    }

    @Test func `own words put right and taken back`() {
        Self.expectAll(
            [
                ("my last line should say 14 months, not 14 weeks", "correct last plain"),
                ("22 was meant to say loans", "correct 22 plain"),
                ("make that loans, not grants", "correct last plain"),
                ("for 'short' read 'small' in my last", "correct last plain"),
                ("I got that wrong, it's 2025", "correct last plain"),
                ("please fix 22, it's loans", "correct 22 plain"),
                ("sorry, that should have been 2024 not 2014", "correct last plain"),
                ("can my last message be deleted?", "withdraw last plain"),
                ("can 22 come out please", "withdraw 22 plain"),
                ("I'd like that last one taken out please", "withdraw last plain"),
                ("That should have been done years ago by the council", "statement none"),
                ("We want 22 beds taken out of the ward", "statement none"),
                ("what I said in 2019 still stands", "statement none"),
            ], ReadingRoom.context(speaker: "Kit Dunne"))
    }

    @Test func `a change of words ends where consent begins`() {
        guard
            case .corrected(_, let text) = ReadingRoom.read(
                "make it 'some firms' instead of 'firms' and that's me happy", ReadingRoom.confirming
            ).first?.event
        else {
            Issue.record("Nothing is put right.")
            return
        }
        #expect(text == "'some firms' instead of 'firms'")
    }

    @Test func `who goes, and who says goodbye to others`() {
        Self.expectAll(
            [
                ("that's me, off to the surgery, bye all", "leave plain"),
                ("off to clinic now, bye everyone", "leave plain"), ("dropping out now, thanks", "leave plain"),
                ("that's my lot, cheerio all", "leave plain"), ("bye Owen, thanks for coming", "chatter none"),
                ("bye for now, back after lunch", "chatter none"), ("I have to go at four", "chatter none"),
            ], ReadingRoom.talking)
    }

    @Test func `greetings are no body`() {
        let opening = ReadingRoom.context(.opening)
        Self.expectAll(
            [
                ("Good day to you all. Nadine, Redhill Homes, housing.", "join Nadine/housing/Redhill Homes plain"),
                ("Good day, I am Nadine from Redhill Homes, housing sector", "join Nadine/housing/Redhill Homes plain"),
                ("Greetings everyone, Nadine here, Redhill Homes", "join Nadine//Redhill Homes plain"),
                (
                    "Good evening, my name is Nadine and I represent Redhill Homes in the housing sector",
                    "join Nadine/housing/Redhill Homes plain"
                ),
            ], opening)
    }

    @Test func `requests of a facilitator`() {
        let testing = ReadingRoom.context(.testing, role: .facilitator)
        for line in [
            "everybody's answered so shut the test there please",
            "that's all the answers in, can you close the voting now",
            "stop the poll there thanks", "let's call time on this test",
        ] {
            #expect(ReadingRoom.read(line, testing).first?.event == .closed, "\(line)")
        }
        let between = ReadingRoom.context(.between, role: .facilitator)
        for line in [
            "let's have the draft minutes up please", "show everyone the draft please", "let's look at the draft",
            "draft minutes please",
        ] {
            #expect(ReadingRoom.read(line, between).first?.event == .draftAsked, "\(line)")
        }
        #expect(ReadingRoom.told("we'll reveal once everyone has rated", ReadingRoom.leading) == "chatter none")
        // From a member they ask for nothing.
        #expect(ReadingRoom.told("time we scored it again I reckon") == "chatter none")
        #expect(ReadingRoom.told("we ought to rate it again") == "chatter none")
    }

    @Test func `proposals to the room, and motions about it`() {
        Self.expectAll(
            [
                ("Can I put a decision to everyone: every tender names two local firms", "propose decision plain"),
                ("I'd like to put something to the group: no tender goes out without a list", "propose decision plain"),
                ("proposal for the group: we share the buyer lists each quarter", "propose decision plain"),
                ("May I suggest a decision: buyers meet local firms twice a year", "propose decision plain"),
                ("I'd like our aim to be that by 2030 nobody waits more than a week", "propose aim plain"),
                ("I propose we put ourselves at not yet", "propose position plain"),
                ("I second the motion for a loo break", "chatter none"),
                ("I propose we stop for a coffee", "chatter none"), ("I move that we open a window", "chatter none"),
                ("The motion for a new depot was lost in March", "statement none"),
                ("I'd like our aim to make sense to a ten year old", "statement none"),
            ], ReadingRoom.talking)
        #expect(
            ReadingRoom.told(
                "I want to try the group on a position of between Emerging and Established", ReadingRoom.leading)
                == "propose position plain")
    }

    @Test func `objectives that wait for an owner or a yes`() {
        Self.expectAll(
            [
                ("might be able to get the sickness figures out by 30 October?", "propose objective likely"),
                ("could probably get the supplier list out by 30 June?", "propose objective likely"),
                (
                    "someone needs to own the transport piece by the summer, don't ask me who",
                    "propose objective likely"
                ),
                ("someone ought to take the housing data on before the summer", "propose objective likely"),
                ("someone needs to open a window", "chatter none"), ("should be fun", "chatter none"),
                ("I'll pick up biscuits for next time", "chatter none"),
            ], ReadingRoom.objectives)
    }

    @Test(arguments: [
        ("I'll get 5 clinics open late by 1 May, 0 at the mo", "0", "5"),
        ("I'll get five clinics open late by 1 May, none at the minute", "0", "5"),
        ("Owen to sign up 20 firms by June, 2 signed up so far", "2", "20"),
        ("Farah to get the charter signed by March, from 0 of 6 bodies to all 6", "0", "6"),
        ("Farah to halve the wait, 9 weeks to 4 weeks, by June", "9", "4"),
        ("me: fewer empty units by the end of 2027, 12 today, 3 wanted", "12", "3"),
    ])
    func `where a measure stands and where it should get to`(line: String, baseline: String, target: String) {
        let parts = Reader.objective(line, in: ReadingRoom.objectives)
        #expect(parts.baseline == baseline && parts.target == target, "\(parts)")
    }

    @Test func `talk beside the subject`() {
        Self.expectAll(
            [
                ("sorry all, teams kicked me out", "chatter none"), ("zoom just froze on me", "chatter none"),
                ("I've got another one at half past so will need to drop off at some point", "chatter none"),
                ("agree, the 14th is better for me as well", "chatter none"),
                ("I can do the 3rd but not the 4th", "chatter none"),
                ("Might somebody send the papers again, the link appears to be broken", "chatter none"),
                ("Thursday clinics are better for working parents", "statement none"),
                ("Zoom appointments leave out anybody without a laptop", "statement none"),
                ("sorry all but nobody on my estate has heard of the clinic", "statement none"),
                ("May I just say the form takes a day to fill in", "statement none"),
                ("Would be good to know how many firms ever bid", "statement none"),
                ("We withdrew weekend opening in 2025 after the burglary", "statement none"),
                ("three of us share one desk", "statement none"),
                ("Everyone agreed with it at the last meeting", "statement none"),
            ], ReadingRoom.talking)
        Self.expectAll(
            [
                ("let me think about it for a mo", "chatter none"),
                ("nearly there, one more cuppa needed", "chatter none"),
                ("full English for me if anybody is going to the canteen 🍳", "chatter none"),
            ], ReadingRoom.testing)
    }
}
