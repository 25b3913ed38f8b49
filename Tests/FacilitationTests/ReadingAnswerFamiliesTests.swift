import Facilitation
import Testing

/// Families of answers to a test, a read-back, a gauge and an owner's question, and of requests, a few lines of each.
@Suite struct ReadingAnswerFamiliesTests {
    typealias Example = (line: String, told: String)

    static let testing: [Example] = [
        // Support in other words.
        ("You have my support", "support plain"),
        ("You can count on my vote", "support plain"),
        ("My vote is yes", "support likely"),
        ("I'm on board", "support likely"),
        ("It gets a cautious thumbs up from me", "support likely"),
        ("Couldn't support this more", "full plain"),
        ("leaning towards yes", "support likely"),
        ("Support, because one clinic is not a pattern", "support plain"),
        ("Support. No reservations", "support plain"),
        // A yes that waits for something, or goes with a wish.
        ("support, as long as it is not mine", "cannot-yet plain"),
        ("Take out the date and I'm in", "cannot-yet plain"),
        ("Change 'every' to 'most' and you have my support", "cannot-yet plain"),
        ("I can only support this with a budget", "cannot-yet plain"),
        ("When the money lands you'll have my support", "cannot-yet plain"),
        ("I'd like to support it but the board meets in May", "cannot-yet plain"),
        ("Support the principle, not the date", "cannot-yet likely"),
        ("I can live with it, because it depends on staff time", "reservation plain"),
        ("Support, though if nobody counts we will look silly", "reservation plain"),
        ("Support in principle. I'd want to see a named lead", "reservation plain"),
        // Refusals.
        ("I've heard them all, I still can't", "cannot-yet plain"),
        ("My answer has to be no", "cannot-yet plain"),
        ("You will not get my support for this", "cannot-yet plain"),
        ("Nothing would make me support it", "cannot-yet plain"),
        ("Without money I can't support it", "cannot-yet plain"),
        ("Until somebody names the lead I'm a no", "cannot-yet plain"),
        ("far from agreeing, I think it wastes a month", "cannot-yet plain"),
        ("yes to the aim, no to the date", "cannot-yet likely"),
        ("Count me out", "cannot-yet likely"),
        ("I'd sooner resign than sign that", "block plain"),
        ("I won't back it and I won't oppose it, put me as abstaining", "abstain plain"),
        ("I'm not going to be the one that stops it", "stand-aside likely"),
        // Refusals that lie in the build of the sentence.
        ("The motion is supported by my organisation", "support plain"),
        ("The finance function is unable to support this at present", "cannot-yet plain"),
        ("My conscience will not let me support it", "cannot-yet plain"),
        ("I can agree to nothing until Thursday", "cannot-yet plain"),
        ("Everybody on my corridor supports it. I do not.", "cannot-yet plain"),
        ("It is a tidy sentence and I cannot put the charity to it", "cannot-yet plain"),
        ("we cannot, on these figures, support the aim", "cannot-yet plain"),
        ("happy I am not", "cannot-yet plain"),
        ("not being difficult but no", "cannot-yet plain"),
        ("Nobody at ours would back this and nor will I", "cannot-yet plain"),
        ("I have no objection whatsoever", "support plain"),
        ("I'm not going to stand in anybody's way", "stand-aside likely"),
        ("not keen, not blocking. stand aside", "stand-aside plain"),
        ("I'll stand aside, we own two of the blocks", "stand-aside plain"),
        ("not a yes from me and not a no", "chatter none"),
        // Not meant as said, or said by others, or asked.
        ("agree, agree, agree, that is all we ever do", "cannot-yet likely"),
        ("Sure, and I'm the Queen of Sheba", "cannot-yet likely"),
        ("why would I support this", "cannot-yet likely"),
        ("I was going to support it, then I read the costs", "cannot-yet likely"),
        ("does anybody object", "chatter none"),
        ("so are we agreed or aren't we", "chatter none"),
        ("that's agreed then", "support likely"),
        ("fully behind on my emails", "chatter none"),
        // Changes of one's own answer.
        ("change my support to a block please", "block plain"),
        ("moving from cannot yet to support", "support plain"),
        ("my objection is met, support", "support plain"),
        // Everyday spellings.
        ("ah cannae support it", "cannot-yet plain"),
        ("Nae objection fae me", "support plain"),
        ("I suppport it", "support plain"),
        // A dissent to be kept.
        ("please minute that I object: no tenant was asked", "minority plain"),
    ]
    static let confirming: [Example] = [
        ("yes, I will", "yes plain"), ("I'll do it", "yes plain"), ("Happy to take that on", "yes plain"),
        ("sure", "yes likely"), ("aye right", "yes likely"), ("I daresay it is right", "yes likely"),
        ("nearly right", "no plain"), ("That isn't how I put it", "no plain"), ("who put my name down?", "no plain"),
        ("It would be correct without the last part", "no plain"), ("Farah says it is correct", "chatter none"),
        ("I'll ask my manager", "chatter none"), ("that should say Thursday not Tuesday", "correct last plain"),
    ]
    static let gauging: [Example] = [
        ("stage: Established / confidence: low / evidence: hearsay", "gauge established low plain"),
        ("EMERGING HIGH nobody shares a list", "gauge emerging high plain"),
        ("Expanding would be a stretch. Established, medium", "gauge established medium plain"),
        ("If you'd asked about us alone, Expanding. As a partnership, Emerging", "gauge emerging plain"),
        (
            "established in town, emerging in the villages. between the two then",
            "gauge between-emerging-established plain"
        ),
        ("established, not all that sure", "gauge established low plain"),
        ("can I change mine from established to emerging, high", "gauge emerging high plain"),
        ("half of us do it, is that emerging or established?", "ask stage plain"),
        ("emerging i spose", "gauge emerging likely"),
    ]
    static let objectives: [Example] = [
        ("raise it from 9% to 20% by 30 June, I'll own it", "propose objective plain"),
        ("How about Farah writes it up by the end of May", "propose objective likely"),
        ("Could Owen draft the list by Easter?", "propose objective likely"),
    ]
    static let leading: [Example] = [
        ("can everyone's ratings be shown now", "command plain"), ("please close the session here", "command plain"),
        ("that's this one finished, mark it done", "command plain"), ("let's take ten", "command plain"),
        ("can I put it to the group that we're at Emerging", "propose position plain"),
        ("I don't want to close this too early", "chatter none"), ("we should move on soon", "chatter none"),
    ]

    @Test(arguments: testing.map(\.line)) func `answers to a test`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == Self.testing.first { $0.line == line }?.told)
    }
    @Test(arguments: confirming.map(\.line)) func `answers to a read-back`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == Self.confirming.first { $0.line == line }?.told)
    }
    @Test(arguments: gauging.map(\.line)) func `ratings`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == Self.gauging.first { $0.line == line }?.told)
    }
    @Test(arguments: objectives.map(\.line)) func `offers of an objective`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.objectives) == Self.objectives.first { $0.line == line }?.told)
    }
    @Test(arguments: leading.map(\.line)) func `requests of a facilitator`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.leading) == Self.leading.first { $0.line == line }?.told)
    }

    @Test func `dates two weeks today, Friday week and a fortnight on Monday`() {
        // 21 November 2026 is a Saturday.
        let today = CivilDate(year: 2026, month: 11, day: 21)
        #expect(Reader.date("by two weeks today", today: today)?.iso == "2026-12-05")
        #expect(Reader.date("by Friday week", today: today)?.iso == "2026-12-04")
        #expect(Reader.date("a fortnight on Monday", today: today)?.iso == "2026-12-07")
    }

    @Test func `what a clause of its own tells is where things stand`() {
        let parts = Reader.objective(
            "I will train 60 carers by 30 June, we've trained 8, carers with a certificate is the measure",
            in: ReadingRoom.objectives)
        #expect(parts.baseline == "8")
        #expect(parts.target == "60")
        #expect(parts.measure == "carers with a certificate")
    }

    @Test func `a past time in the evidence makes no rating a past one`() {
        #expect(
            ReadingRoom.told("emerging low because a lead was named last month", ReadingRoom.gauging)
                == "gauge emerging low plain")
    }
}
