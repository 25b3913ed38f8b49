import Testing

@testable import Facilitation

/// What people say around the matter itself in a meeting of every day: where they sit, that they must go, how they put
/// their own words right; each family beside lines that mean something else.
@Suite struct ReadingEverydayLinesTests {
    // MARK: Their own day

    @Test(arguments: [
        "just reading it through again", "reading it over once more", "having another read of the paper",
        "still going through the wording", "taking another look at the text", "rereading the small print",
        "I fully support whoever turned the heating off", "full support to whoever brought doughnuts",
        "gimme a minute, the kids have just walked in", "hang on, delivery man is at the door",
        "will need to leave about half past for nursery pick up", "I may have to drop out around four",
        "I'm called to the ward, sorry.", "I've been paged, sorry", "Sorry, the lift was broken",
        "yes, yes, sorry, that was for the plumber", "full! sorry, that was meant for the waiter",
        "only on line two, hang on",
    ])
    func `talk beside the matter answers no proposal`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == "chatter none")
        #expect(ReadingRoom.told(line) == "chatter none")
    }

    @Test(arguments: [
        "I agree with whoever chose this room, lovely view", "two secs, the dog has just been sick",
        "sorry, the children have just come in from school", "my boss has just walked in",
        "agreed, agreed… sorry, that was to the window cleaner", "that wasn't for you lot, sorry, builders in",
        "IT support say it's an outage, use the phone line", "the app has logged me out twice today",
        "I'll have to slip away at ten to", "must leave at half three", "I'll leave at four if that's OK",
        "Sorry, I'm needed on the ward", "being called away, sorry all", "Sorry, the car park was full.",
        "Sorry to be late, the bus was full.", "apologies, the traffic was dreadful",
        "apologies for lateness, my clinic overran", "sorry, typing with my thumbs on a bus",
        "I'm on the bus, bad signal", "on a train, may lose you", "dialling in from the ward",
        "I'm in clinic until two", "I am at the school gate", "working from home today", "still on page three",
    ])
    func `talk of one's own day is no statement`(line: String) { #expect(ReadingRoom.told(line) == "chatter none") }

    @Test(arguments: [
        "I would support whoever runs the hub being paid properly", "Small practices have no IT support at all",
        "Two hundred families have just arrived in the borough", "The helpdesk for carers is shut at weekends",
        "Sorry, the clinic on Mill Street is never full", "The car park at the clinic is full by nine",
        "Sorry, patients will not wait for that", "Sorry, prices have just come down in every shop",
        "Sorry, the bus service was cut by the county in 2019", "People on the bus cannot get to the clinic",
        "I was called to three falls on the ward last night", "I have to leave patients on trolleys every night",
        "The strategy is weak on page three about carers", "Working from home has emptied the high street",
        "I'm on the board of the hospital and we never see these plans", "On the ward nobody has time for a form",
        "Apprentices need to leave at four for the last bus", "reading is the skill that most apprentices lack",
        "Traffic on the ring road is full of lorries", "nobody is called back after an interview at the hospital",
    ])
    func `a claim in the same words is a statement`(line: String) {
        #expect(ReadingRoom.told(line) == "statement none")
    }

    @Test(arguments: [
        "Need to go back to my members on the pay part", "I'm called to the ward every night because nobody covers it",
    ])
    func `what may be a refusal is no small talk while a proposal is tested`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) != "chatter none")
    }

    // MARK: Leaving

    @Test(arguments: [
        "Leaving now, picket at four. Cheerio all", "Heading off, bye everyone", "heading off, train at ten past",
        "Off now, surgery at two, bye", "right, I'm away, cheerio", "leaving the meeting, sorry, back for the next one",
    ])
    func `somebody who goes is told as gone`(line: String) { #expect(ReadingRoom.told(line) == "leave plain") }

    @Test(arguments: [
        "heading off to the printer, back in a minute", "I'm leaving at four", "I'm off to the loo, back in a sec",
        "I have to go back to my board on this", "I have to leave patients on trolleys every night",
    ])
    func `somebody who stays is not told as gone`(line: String) {
        for context in [ReadingRoom.talking, ReadingRoom.testing] {
            #expect(ReadingRoom.told(line, context) != "leave plain")
        }
    }

    @Test(arguments: [
        ("Could you put me on the list? Nadine, Brackwater Buses, transport", "Nadine/transport/Brackwater Buses"),
        ("Please add me to the register. Nadine, Brackwater Buses, transport", "Nadine/transport/Brackwater Buses"),
        ("Can I be signed in? Nadine, Mill Homes, housing", "Nadine/housing/Mill Homes"),
        ("I'm late, sorry. Nadine, Mill Homes, housing", "Nadine/housing/Mill Homes"),
    ])
    func `a request to be put on the list is no organisation`(line: String, told: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.context(.opening)) == "join \(told) plain")
    }

    // MARK: Ratings

    @Test(arguments: [
        ("my chief exec says expanding. Me, emerging", "gauge emerging plain"),
        ("My predecessor had us at expanding. Myself, established, low", "gauge established low plain"),
        ("The board would say established. For me, emerging", "gauge emerging plain"),
        ("I'd rather keep that to myself", "gauge no-view likely"), ("not telling", "gauge no-view likely"),
        ("I'll keep my rating to myself", "gauge no-view likely"), ("I'd sooner not say", "gauge no-view likely"),
        ("established, at a stretch", "gauge established likely"), ("just about emerging", "gauge emerging likely"),
        ("established at a push", "gauge established likely"), ("emerging, if pushed", "gauge emerging likely"),
        ("established, if I'm generous", "gauge established likely"), ("established-ish", "gauge established likely"),
        ("established, maybe", "gauge established likely"),
        ("not-yet high because I have never seen a plan", "gauge not-yet high plain"),
        ("not yet low", "gauge not-yet low plain"), ("not-yet because nobody asked us", "gauge not-yet plain"),
        ("established, confidence not yet high", "gauge established plain"),
        ("established, we just about cover every site", "gauge established plain"),
        ("I'd go for emerging locally", "gauge emerging plain"), ("unsure", "gauge dont-know plain"),
        ("established with the county, good partners there", "gauge established plain"),
        ("hang on, I'm looking at the list of emerging firms", "chatter none"),
    ])
    func `a stage is told with how it is meant`(line: String, told: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == told)
    }

    @Test(arguments: [
        (
            "the old board would have told you established. Me, emerging", ""
        ),
        ("established, at a stretch", ""), ("established, two sites (of three)", "two sites (of three)"),
    ])
    func `the evidence holds no words of how a stage is meant`(line: String, told: String) {
        guard case .rated(_, _, let evidence)? = ReadingRoom.read(line, ReadingRoom.gauging).first?.event else {
            Issue.record("No rating: \(line)")
            return
        }
        #expect(evidence == told)
    }

    // MARK: Proposals

    @Test(arguments: [
        "I could do the ringing round, if someone pays the phone bill, no date",
        "I could run the survey if somebody lends me a laptop", "happy to write it up if the trust covers my hours",
        "I'd do the leaflets, provided someone prints them",
    ])
    func `an offer with a condition waits for its holder`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.objectives) == "propose objective likely")
    }

    @Test func `a round of drinks is no objective`() {
        #expect(ReadingRoom.told("I'll get the round in if you like", ReadingRoom.objectives) == "chatter none")
    }

    @Test(arguments: [
        ("I put Not yet forward as our position, let's test it", "not-yet"),
        ("let me put not yet forward as the position", "not-yet"),
        ("I put forward emerging as our position", "emerging"),
        ("Putting established forward as our position", "established"),
    ])
    func `a stage is put forward as the position`(line: String, stage: String) {
        guard case .proposed(let proposed)? = ReadingRoom.read(line, ReadingRoom.leading).first?.event else {
            Issue.record("No proposal: \(line)")
            return
        }
        #expect(proposed.what == .position && proposed.stage == stage)
    }

    @Test func `what nobody puts in the car park is not parked`() {
        let offer = "I'll get free parking for carers at all three sites by the end of 2027, 0 of 3 now"
        #expect(ReadingRoom.told(offer, ReadingRoom.objectives) == "propose objective plain")
        #expect(ReadingRoom.told("put the bus question in the car park") == "park plain")
    }

    @Test func `going back to one's members takes nothing back`() {
        let line = "we need to go back to our members before Christmas"
        #expect(ReadingRoom.told(line, ReadingRoom.leading) == "chatter none")
        #expect(ReadingRoom.told("let's go back please", ReadingRoom.leading) == "command plain")
    }

    // MARK: Words as they were typed

    private static let own = ReadingRoom.context(speaker: "Kit Dunne", last: ("Kit Dunne", 22))

    @Test(arguments: [
        ("Correct #22: The trust buys nothing in town", "The trust buys nothing in town"),
        ("#22 should read: The trust buys nothing in town", "The trust buys nothing in town"),
        ("#22 should read The trust buys nothing in town", "The trust buys nothing in town"),
        ("Please correct #22 to: The trust buys nothing in town", "The trust buys nothing in town"),
        ("Correct #22: No firm in town has heard of us", "No firm in town has heard of us"),
        ("Correction to #22: In my ward nobody buys local", "In my ward nobody buys local"),
        ("correct 22: It is not the price", "It is not the price"), ("22: it should say 14 months", "14 months"),
        ("correction to 22: it should say 14 months", "14 months"), ("I meant three years in #22", "three years"),
        ("amend my 22 to say three years", "three years"),
    ])
    func `the new words of a numbered line start where they start`(line: String, text: String) {
        #expect(ReadingRoom.read(line, Self.own).first?.event == .corrected(entry: 22, text: text))
    }

    @Test(arguments: [
        ("correction to my last: the council owns it", "the council owns it"),
        ("Correction: The trust buys nothing", "The trust buys nothing"),
        ("my last message should say 14 months", "14 months"), ("my last line should read one in five", "one in five"),
        ("change my last message to say three years", "three years"), ("I meant 14 of us", "14 of us"),
        ("sorry, I meant tram drivers in my last message", "tram drivers"),
        ("that should say 2025 in the line above", "2025"),
        ("sorry, typo just now, I meant 15 parishes", "15 parishes"),
    ])
    func `the new words of the last line start and end where they do`(line: String, text: String) {
        #expect(ReadingRoom.read(line, Self.own).first?.event == .corrected(entry: nil, text: text))
    }

    @Test(arguments: [
        ("Change 'never' to 'seldom' and it's right", "'never' to 'seldom'"),
        ("Make it \"most firms\" and it's correct", "most firms"),
        ("Swap 'nothing' for 'very little' and that will do", "'nothing' for 'very little'"),
    ])
    func `what a change leads to is no part of it`(line: String, text: String) {
        #expect(ReadingRoom.read(line, ReadingRoom.confirming).first?.event == .corrected(entry: nil, text: text))
    }

    @Test(arguments: [
        ("please minute that I think the trust pays too late", "I think the trust pays too late"),
        ("please minute that I do not agree with the target", "I do not agree with the target"),
        ("record that I disagree: the target is too low", "the target is too low"),
    ])
    func `a view for the record keeps its holder`(line: String, text: String) {
        #expect(ReadingRoom.read(line).first?.event == .minorityStated(text: text))
    }

    @Test(arguments: [
        ("interest to declare, I'm a paid adviser to the tourism board", "I'm a paid adviser to the tourism board"),
        ("Declaration of interest: I'm a trustee of the food bank", "I'm a trustee of the food bank"),
        ("I declare an interest: I own shares in the bus firm (2%)", "I own shares in the bus firm (2%)"),
    ])
    func `an interest is kept as it was declared`(line: String, text: String) {
        #expect(ReadingRoom.read(line).first?.event == .interestDeclared(text: text))
    }

    @Test(arguments: [
        ("Park this: who pays for the list (all 60 sites)?", "who pays for the list (all 60 sites)?"),
        ("can we park the lease?", "the lease"), ("Park the lease (the old one)", "the lease (the old one)"),
        ("(park the lease)", "the lease"),
    ])
    func `what is parked keeps its bracket, and a question its mark`(line: String, text: String) {
        #expect(ReadingRoom.read(line).first?.event == .parked(text: text))
    }

    @Test func `a bracket that closes among the words is kept`() {
        #expect(Words("placements listed (0 of 60).").slice(0..<8) == "placements listed (0 of 60)")
        #expect(Words("(0 of 60) is too low").slice(0..<8) == "(0 of 60) is too low")
        #expect(Words("(see the paper)").slice(0..<5) == "see the paper")
        #expect(Words("nearly there :)").slice(0..<4) == "nearly there")
        #expect(
            ReadingRoom.read("support with a reservation: the target is low (0 of 60)", ReadingRoom.testing).first?
                .event
                == .levelGiven(.reservation, because: "the target is low (0 of 60)"))
    }

    @Test func `who has spoken is asked of the bot`() {
        #expect(ReadingRoom.told("who has spoken so far?") == "ask who plain")
    }
}
