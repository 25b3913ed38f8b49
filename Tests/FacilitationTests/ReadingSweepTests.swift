import Facilitation
import JSONText
import Testing

/// Lines as people of councils, trusts and charities type them, with all that should be read out of each.
@Suite struct ReadingSweepTests {
    typealias Example = (line: String, told: String)

    static let gauging: [Example] = [
        (
            "I'd put us at emerging, pretty sure, since the strategy is still in draft",
            "gauge emerging high plain"
        ),
        (
            "Established. Medium. Both trusts report on it but the districts don't",
            "gauge established medium plain"
        ),
        (
            "we're expanding, no doubt about it - college, trust and council all pay in",
            "gauge expanding high plain"
        ),
        ("Emergin. Low. Only been here a fortnight", "gauge emerging low plain"),
        (
            "somewhere between established and expanding, medium",
            "gauge between-established-expanding medium plain"
        ),
        ("Not yet - there isn't a plan", "gauge not-yet plain"),
        ("no view, I work on estates", "gauge no-view plain"),
        ("can't judge from where I sit", "gauge dont-know plain"),
        ("emerging (high) as only the city has signed", "gauge emerging high plain"),
        ("What does established mean?", "ask stage plain"),
        (
            "Morning all, I'd go with established, fairly confident, three shared posts exist",
            "gauge established medium plain"
        ),
        ("EMERGING!! nobody talks to nobody", "gauge emerging plain"),
        ("reveal please", "chatter none"),
    ]
    static let talking: [Example] = [
        ("Agree with Farah on this, same in our patch", "agree 15 plain"),
        ("I'm with Owen", "agree 14 likely"),
        ("+1 for #19", "agree 19 likely"),
        ("Disagree with 17 I'm afraid, we can't get a room there on Tuesdays", "disagree 17 plain"),
        ("Not sure about 22, our grant is five years", "unsure 22 plain"),
        ("14 agree, 17 disagree", "agree 14 plain; disagree 17 plain"),
        ("Would agree with 15 if wages were the same", "unsure 15 likely"),
        ("What Farah said", "agree 15 likely"),
        ("hear hear", "agree 22 likely"),
        ("I strongly agree with #15 and #19", "agree 15,19 plain"),
        ("Agree 19.", "agree 19 plain"),
        ("I have to disagree with Owen here as ours do name local firms", "disagree 14 plain"),
        ("I agree with #14. Our procurement lead retired and wasn't replaced.", "agree 14 plain"),
        ("Agreed re 22, our youth worker was on a nine month contract", "agree 22 plain"),
        ("Kit Dunne is spot on", "agree 22 likely"),
        ("fair point Owen", "agree 14 likely"),
        ("We spend about 40% of our budget within ten miles", "statement none"),
        ("Our volunteers drive people to the clinic because there is no bus", "statement none"),
        ("The council and the trust agreed a joint plan in 2024", "statement none"),
        ("People on zero hours can't get to induction", "statement none"),
        ("My worry is that the small charities will fold", "statement none"),
        ("We should ask the bus company to come to the next one", "statement none"),
        ("I propose we publish one list of every contract under 50k", "propose decision plain"),
        ("Can I propose that each trust names a lead for apprentices", "propose decision plain"),
        ("Aim: every young person leaving care gets a job interview", "propose aim plain"),
        ("As an aim: no tender without a local firm on the list by 2028", "propose aim plain"),
        ("Proposal: we ask the bus company to run the 41 until midnight", "propose decision plain"),
        ("Can we park the pay question?", "park plain"),
        ("one for the car park: who insures volunteer drivers", "park plain"),
        ("Let's park parking charges for another day", "park plain"),
        ("I need to declare an interest, my son works for the bus firm", "interest plain"),
        ("Declaration: I'm a trustee of the charity in #22", "interest plain"),
        ("Please record that I disagree with the majority, the clinic should stay open", "minority plain"),
        ("I'd like my dissent minuted: this leaves rural people out", "minority plain"),
        ("let's move on", "chatter none"),
        ("can we close this", "chatter none"),
        ("where are we?", "ask where plain"),
        ("how do I disagree with something", "ask help plain"),
        ("who's here?", "ask who plain"),
        ("is this being kept anywhere?", "ask other plain"),
        ("how do I change my rating?", "ask help plain"),
        ("I've got to drop off now, sorry", "leave plain"),
        ("Need to leave at 4", "chatter none"),
        ("brb", "chatter none"),
        ("Can everyone see the slides?", "chatter none"),
        ("lol", "chatter none"),
        ("thanks Owen", "chatter none"),
        ("sorry I'm late, traffic", "chatter none"),
        ("Noted", "chatter none"),
        ("you're on mute Kit", "chatter none"),
        ("ok", "chatter none"),
    ]
    static let testing: [Example] = [
        ("I support this", "support plain"),
        ("Happy to support", "support plain"),
        ("full support from St Anne's hospice", "full plain"),
        ("support with a reservation about the cost", "reservation plain"),
        ("I can live with that", "reservation plain"),
        ("I'd stand aside on this one, it isn't my budget", "stand-aside plain"),
        ("can't support it yet, we need the legal view", "cannot-yet plain"),
        ("Block. It breaks our charity's rules", "block plain"),
        ("abstain - conflict of interest", "abstain plain"),
        ("No objections from the ICB", "support plain"),
        ("not yet for me, the wording is too loose", "cannot-yet plain"),
        ("Agreed, our members have asked for it for years", "support plain"),
        ("Fully support. About time too", "full plain"),
        ("I support it because small firms can't find our tenders", "support plain"),
        ("Support but I'd like to see a review in a year", "reservation plain"),
        ("yes", "support likely"),
        ("No", "cannot-yet plain"),
        ("👍", "support likely"),
    ]
    static let leading: [Example] = [
        ("I propose we are at emerging", "propose position stage=emerging plain"),
        ("let's settle on established as our position", "propose position stage=established plain"),
        ("undo 14 because it was a duplicate", "command undo entry=14 plain"),
        ("ok folks let's have the read back", "command readback plain"),
        ("ten more minutes on this please", "command extend minutes=10 plain"),
        ("let's take a break until quarter past", "command pause plain"),
        ("I think we're done with this area", "command done plain"),
        ("let's rate it again now we've heard everyone", "command regauge plain"),
        ("right, let's see a draft", "command draft plain"),
        ("let's defer this to the next meeting", "command defer plain"),
        ("strike 19 please, it was said in confidence", "command undo entry=19 plain"),
        ("skip this one", "command skip plain"),
        ("we're back, carry on", "command resume plain"),
    ]
    static let objectives: [Example] = [
        (
            "I'll do the supplier list by June, measured by firms listed, from 3 to 12",
            "propose objective owner=Nadine due=2027-06-30 measure=firms listed baseline=3 target=12 plain"
        ),
        ("Owen to send the list to Farah by end Jan", "propose objective owner=Owen due=2027-01-31 plain"),
        (
            "Farah will publish the apprentice numbers by the end of the financial year",
            "propose objective owner=Farah due=2027-03-31 plain"
        ),
        (
            "Dr Lowe to open the clinic on Saturdays in Q2 next year, from 0 to 40 appointments a week",
            "propose objective owner=Dr Lowe due=2027-06-30 baseline=0 target=40 plain"
        ),
        (
            "Objective: Kit Marsh gets the night bus timetable agreed with the operator by 30/9/27, measure: night buses, 2 now, 5 by then",
            "propose objective owner=Kit Marsh due=2027-09-30 measure=night buses baseline=2 target=5 plain"
        ),
        (
            "I can take on the directory, done by Easter, up from 12 firms to 60",
            "propose objective owner=Nadine due=2027-03-28 measure=firms baseline=12 target=60 likely"
        ),
        (
            "someone should really ring the college before Christmas",
            "propose objective due=2026-12-25 likely"
        ),
        (
            "Happy to lead on grants: 3 year grants from 10% to 50% by March 2028",
            "propose objective owner=Nadine due=2028-03-31 measure=3 year grants baseline=10% target=50% plain"
        ),
        (
            "Owen will have the tender template redrafted by 15 February. Baseline 0 of 8 templates, target 8",
            "propose objective owner=Owen due=2027-02-15 baseline=0 target=8 plain"
        ),
        (
            "I'll write to every GP by the end of next month",
            "propose objective owner=Nadine due=2026-12-31 plain"
        ),
        ("Kit Dunne to run two job fairs by autumn", "propose objective owner=Kit Dunne plain"),
        (
            "me and Farah will meet the college by 14th Jan",
            "propose objective owner=Nadine due=2027-01-14 plain"
        ),
        (
            "Owner: Farah. Due: end of May 2027. Measure: apprentices still here after a year, 4 of 20 now, target 12",
            "propose objective owner=Farah due=2027-05-31 measure=apprentices still here after a year baseline=4 target=12 plain"
        ),
        ("we could look at it if there's money", "statement none"),
    ]
    static let speaking: [Example] = [
        ("I said 14 wrong, it should be \"never mention small firms\"", "correct 14 plain"),
        ("typo above, should be fifteen not fifty", "correct last plain"),
        ("sorry, #22 should read \"too short to keep anybody\"", "correct 22 plain"),
        ("correction: we spend 30%, not 40%", "correct last plain"),
        ("can I change 22 to say two years", "correct 22 plain"),
        ("can you take that back", "withdraw last plain"),
        ("please strike my last comment", "withdraw last plain"),
        ("can I withdraw 22 please", "withdraw 22 plain"),
        ("ignore that, wrong window", "withdraw last plain"),
        ("I take back what I said about the council", "withdraw last plain"),
        ("could you delete my last one", "withdraw last plain"),
        ("oops, meant 15 firms not 50", "correct last plain"),
        ("what I meant was the district, not the county", "correct last plain"),
    ]
    static let between: [Example] = [
        ("let's move on to 8", "command area area=8 plain"),
        ("can we do climate change next", "command area area=climate-change plain"),
        ("start the session please", "command start plain"),
        ("end the session there, thank you all", "command end plain"),
        ("back to area 3 please", "command area area=3 plain"),
    ]
    static let closing: [Example] = [
        ("right, close it", "command close plain"),
        ("call it a majority please", "command majority plain"),
    ]
    static let revealing: [Example] = [
        ("reveal please", "command reveal plain"),
        ("show us the results then", "command reveal plain"),
    ]
    static let opening: [Example] = [
        (
            "Hi, Zed Lane from Northmoor Council here, local government",
            "join Zed Lane/local government/Northmoor Council plain"
        )
    ]
    static let confirming: [Example] = [
        ("yes that's right", "yes plain"),
        ("No, that isn't what I said", "no plain"),
        ("yep all good", "yes likely"),
        ("yes but change two to three", "correct last plain"),
        ("perfect, thanks", "yes plain"),
        ("I'd rather you didn't", "no plain"),
    ]

    @Test(arguments: gauging.map(\.line)) func `ratings, as people type them`(line: String) {
        let context = ReadingRoom.gauging
        #expect(ReadingRoom.detail(line, context) == Self.gauging.first { $0.line == line }?.told)
    }
    @Test(arguments: talking.map(\.line)) func `a discussion, as people type it`(line: String) {
        let context = ReadingRoom.talking
        #expect(ReadingRoom.detail(line, context) == Self.talking.first { $0.line == line }?.told)
    }
    @Test(arguments: testing.map(\.line)) func `answers to a test, as people type them`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.detail(line, context) == Self.testing.first { $0.line == line }?.told)
    }
    @Test(arguments: leading.map(\.line)) func `requests of a facilitator in a discussion`(line: String) {
        let context = ReadingRoom.leading
        #expect(ReadingRoom.detail(line, context) == Self.leading.first { $0.line == line }?.told)
    }
    @Test(arguments: objectives.map(\.line)) func `objectives with owner, date, measure, baseline and target`(
        line: String
    ) {
        let context = ReadingRoom.objectives
        #expect(ReadingRoom.detail(line, context) == Self.objectives.first { $0.line == line }?.told)
    }
    @Test(arguments: speaking.map(\.line)) func `second thoughts about one’s own words`(line: String) {
        let context = ReadingRoom.context(last: ("Nadine", 22))
        #expect(ReadingRoom.detail(line, context) == Self.speaking.first { $0.line == line }?.told)
    }
    @Test(arguments: between.map(\.line)) func `requests of a facilitator between areas`(line: String) {
        let context = ReadingRoom.context(.between, role: .facilitator)
        #expect(ReadingRoom.detail(line, context) == Self.between.first { $0.line == line }?.told)
    }
    @Test(arguments: closing.map(\.line)) func `requests of a facilitator in a test`(line: String) {
        let context = ReadingRoom.context(.testing, role: .facilitator)
        #expect(ReadingRoom.detail(line, context) == Self.closing.first { $0.line == line }?.told)
    }
    @Test(arguments: revealing.map(\.line)) func `requests of a facilitator in a gauge`(line: String) {
        let context = ReadingRoom.context(.gauging, role: .facilitator)
        #expect(ReadingRoom.detail(line, context) == Self.revealing.first { $0.line == line }?.told)
    }
    @Test(arguments: opening.map(\.line)) func `somebody who joins`(line: String) {
        let context = ReadingRoom.context(.opening, speaker: "Zed")
        #expect(ReadingRoom.detail(line, context) == Self.opening.first { $0.line == line }?.told)
    }
    @Test(arguments: confirming.map(\.line)) func `answers to a question of the bot, as people type them`(line: String)
    {
        let context = ReadingRoom.confirming
        #expect(ReadingRoom.detail(line, context) == Self.confirming.first { $0.line == line }?.told)
    }
}

extension ReadingRoom {
    /// A reading with its parts, such as `propose objective owner=Owen due=2027-01-31 plain`.
    static func detail(_ text: String, _ context: ReadingContext) -> String {
        let readings = read(text, context)
        let encoded = ReadingExample.encoded(readings, in: context)
        return (encoded.array ?? [encoded]).map(detail).joined(separator: "; ")
    }

    private static func detail(_ reading: JSONValue) -> String {
        let word = { (name: String) in reading[name]?.string ?? "" }
        let parts = { (names: [String]) in
            names.compactMap { name -> String? in
                let value = reading[name]?.string ?? reading[name]?.integer.map(String.init)
                return value.flatMap { $0.isEmpty ? nil : " \(name)=\($0)" }
            }.joined()
        }
        let told: String
        switch word("kind") {
        case "position":
            let targets = (reading["targets"]?.array ?? []).compactMap(\.string).map { String($0.dropFirst()) }
            told = "\(word("stance")) \(targets.joined(separator: ","))"
        case "gauge": told = "gauge \(word("stage"))" + (word("confidence").isEmpty ? "" : " " + word("confidence"))
        case "level": told = word("level")
        case "confirm": told = word("answer")
        case "ask": told = "ask \(word("about"))"
        case "correct", "withdraw":
            told = "\(word("kind")) " + (reading["entry"]?.integer.map(String.init) ?? word("entry"))
        case "propose":
            told = "propose \(word("what"))" + parts(["stage", "owner", "due", "measure", "baseline", "target"])
        case "command": told = "command \(word("name"))" + parts(["area", "minutes", "entry"])
        case "join": told = "join \(word("name"))/\(word("sector"))/\(word("organisation"))"
        default: told = word("kind")
        }
        return "\(told) \(word("strength"))"
    }
}
