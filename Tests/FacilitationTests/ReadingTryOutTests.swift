import Testing

@testable import Facilitation

/// What people typed while they tried the program out, each with a line beside it that means something else.
@Suite struct ReadingTryOutTests {
    @Test(arguments: [
        // The members' page names these words for standing aside.
        ("not for me, but I will not stop you", "stand-aside plain"), ("not for me", "cannot-yet plain"),
        ("Not keen but wont stop it", "stand-aside likely"), ("I cannot support it", "cannot-yet plain"),
        ("Can't love it but I'll keep out of its way", "stand-aside likely"),
        ("full suport", "full plain"), ("supportttt", "support plain"), ("stnad aside", "stand-aside plain"),

        ("full support for Kit, he's had a rough week", "statement none"),
        ("support for Kit's wording", "support plain"), ("support it at your peril", "cannot-yet likely"),
        ("I block nothing", "statement none"), ("I block this", "block plain"),
        ("neither support nor block", "abstain plain"),
        ("Read it twice, nothing I could object to. Support", "support plain"),
        ("my answer today isn't yes", "cannot-yet plain"),
        ("Go on, I'll hold my nose. Support", "support likely"),
        ("*** Outcome: agreed by everybody ***", "statement none"), ("Outcome: support", "chatter none"),
        ("agreed by all", "chatter none"), ("agreed by me", "support plain"),
        ("part of me says yes, part of me says no", "chatter none"), ("maybe, maybe not", "chatter none"),
        ("Please don't count me in or out, still reading", "chatter none"),
        // Agreed with is what comes next, and that may speak against the proposal.
        ("agreed, this would do harm", "support likely"), ("agreed, and thank you", "support plain"),
        ("I agree that small firms would be hurt", "support likely"), ("I agree to that as worded", "support plain"),
        ("blocked road this morning, sorry I'm late", "chatter none"), ("blocked, because it harms us", "block plain"),
        ("reservation at the hotel is at seven", "statement none"),
        ("reservation at this stage, because of cost", "reservation plain"),
        ("abstain from coffee, it's awful", "chatter none"), ("abstain from voting", "abstain plain"),
    ])
    func `an answer`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    /// What is agreed with may go on after its number: then something else is agreed with, and the bot asks.
    @Test(arguments: [
        ("I agree that #14 is too expensive", "agree 14 likely"), ("agree that #14 needs rewriting", "agree 14 likely"),
        ("agree #14 needs to go", "agree 14 likely"), ("agree with #14 being withdrawn", "agree 14 likely"),
        ("I agree with Farah leaving", "agree 15 likely"), ("agree with 14 of the 17 points", "agree 14,17 likely"),
        ("agree with 14 totally", "agree 14 plain"), ("agree with 14 strongly", "agree 14 plain"),
        ("agree with that Farah", "agree 15 plain"), ("Agree 14 disagree 15", "agree 14 plain; disagree 15 plain"),
        ("Farah has my agreement on this", "agree 15 plain"),
        ("Could not be more in agreement with Farah", "agree 15 plain"),
        ("Agree with Farah? I'd not go that far", "disagree 15 likely"),
        ("I no longer agree with #14", "unsure 14 plain"), ("I never said I agree with #14", "unsure 14 likely"),
    ])
    func `what is agreed with`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("suppose I ought to say, my brother in law runs the agency that supplies porters", "interest plain"),
        ("my sister is a director at the cleaning firm so I'd better say so", "interest plain"),
        ("I ought to say my members are cross", "statement none"),
        ("my sister works nights at the hub", "statement none"),
        ("what now?", "ask where plain"), ("what next?", "ask where plain"),
        ("Who will hold these records, and for what period?", "ask other plain"),
        ("Head office supports the move. Head office is in Reading", "statement none"),
        ("The insurers have agreed in principle to nothing whatsoever", "statement none"),
        ("My members have no interest in another briefing", "statement none"),
        ("So that's agreed, minibus leaves at 12.30", "chatter none"),
        ("yes to 27 March for the visit", "chatter none"),
        ("yes yes agreed, who's on tea duty", "chatter none"), ("young ppl agree to anything", "statement none"),
    ])
    func `other lines`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("emerging, not dead sure tbh", "gauge emerging plain"), ("emerging, dead sure", "gauge emerging high plain"),
        ("emerging, not sure", "gauge emerging low plain"),
        ("estab high we got 2 joint posts", "gauge established high plain"),
        ("hold on, one of our established clients is on the other line", "chatter none"),
        ("what do you mean by stage?", "ask stage plain"),
        ("mine was established until last week", "chatter none"), ("I put the kettle on", "chatter none"),
    ])
    func `a rating`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == meaning)
    }

    @Test(arguments: [
        ("Until the carers' forum has seen it I can't support it", "Until the carers' forum has seen it"),
        ("I want it noted that I do not accept this", ""), ("I do not accept this and want that noted", ""),
    ])
    func `why somebody cannot support it yet`(line: String, because: String) {
        #expect(ReadingRoom.read(line, ReadingRoom.testing).first?.event == .levelGiven(.cannotYet, because: because))
    }

    @Test func `evidence that runs on is kept whole`() {
        let line = "expanding medium we run joint recruitment days with the Trust, proper ones"
        guard case .rated(_, _, let evidence) = ReadingRoom.read(line, ReadingRoom.gauging).first?.event else {
            Issue.record("No rating")
            return
        }
        #expect(evidence == "we run joint recruitment days with the Trust, proper ones")
    }

    /// Asked about one statement, somebody agrees with another: that is no yes to the question.
    @Test(arguments: [
        ("I agree with #15", "agree 15 plain"), ("I agree with #77", "agree  likely"),
        ("yes, #15 is right", "yes plain"),
        ("I agree", "yes plain"),
    ])
    func `a number in an answer`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == meaning)
    }

    @Test func `small talk while words are read back is no statement`() {
        #expect(ReadingRoom.told("two ticks, just scrolling up", ReadingRoom.confirming) == "chatter none")
    }
}
