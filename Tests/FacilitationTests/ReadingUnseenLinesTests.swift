import Testing

@testable import Facilitation

/// Rules that lines of unseen sets asked for, each with a line of its own and one beside it that it must leave alone.
@Suite struct ReadingUnseenLinesTests {
    @Test(arguments: [
        // What is denied before *so* is the reason.
        ("Not our patch so I'll stand aside", "stand-aside plain"), ("It isn't my field so I abstain", "abstain plain"),
        // Somebody's own body speaks.
        ("The surgery will be abstaining", "abstain plain"),
        // A building is no answer.
        ("block D, third floor, for the late ones", "statement none"), ("block", "block plain"),
        // Said to a person.
        ("Fully behind you Owen, get well soon", "full likely"), ("Fully behind this", "full plain"),
        ("I can't get there yet", "cannot-yet plain"),
        ("The day the date goes is the day I support it", "cannot-yet plain"),
        ("My support comes with a worry", "reservation plain"), ("You won't get a yes out of me", "cannot-yet plain"),
    ])
    func `an answer to the proposal under test`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test func `agreement with somebody whose last words are no statement is asked about`() {
        var moved = ReadingRoom.testing
        moved.last = ("Farah", 44)
        #expect(ReadingRoom.told("agree with Farah", moved) == "agree 15 likely")
        #expect(ReadingRoom.told("agree with Farah", ReadingRoom.testing) == "agree 15 plain")
    }

    @Test(arguments: [
        ("I'll be the odd one out then: no to 15", "disagree 15 plain"), ("no no no to 17", "disagree 17 plain"),
        ("I agree with the whole list minus Farah's", "agree 14,17,19,22 likely; disagree 15 likely"),
    ])
    func `a stance on a statement`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("yes please, milk and two sugars", "yes likely"), ("yes please", "yes plain"),
        ("Thank you for all this work on it. I'd rather you didn't record it", "no plain"),
    ])
    func `an answer to what the bot asked`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == meaning)
    }

    @Test(arguments: [
        // Money and prices are no statements.
        ("agreed, £15 a head for the buffet", "chatter none"), ("agree with 15", "agree 15 plain"),
        ("Agree 14, agree 15, and no to 17 I'm afraid", "agree 14,15 plain; disagree 17 plain"),
        ("agree with 14, agree with 15, and 17 sorry no", "agree 14,15 plain; disagree 17 plain"),
        ("I agree with nothing in 15", "disagree 15 likely"),
        ("I agree with the first half of 15 and not at all with the second", "unsure 15 likely"),
        ("I agree with 15 about most things in life. Not this one", "disagree 15 likely"),
        ("I agree with 15. Not that it helps us", "agree 15 likely"),
        ("I did agree with 15, till I saw the bill", "disagree 15 likely"),
        ("My board would agree with 15. I don't", "disagree 15 plain"), ("Not 15, dear", "disagree 15 plain"),
        ("15 I'm all for, 17 I'm dead against", "agree 15 likely; disagree 17 likely"),
        ("As if I'd agree with 15", "disagree 15 likely"), ("I do nto agree with 15", "disagree 15 plain"),
        ("I decline to associate myself with 15", "disagree 15 likely"),
    ])
    func `what an agreement leaves out, denies or never meant`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("agreed, coffee first", "chatter none"), ("agreed, 2pm suits me better than 4", "chatter none"),
        ("agreed, I'll chase the names", "support plain"), ("block booking on this room runs till 5", "chatter none"),
        ("No objection in principle, plenty in practice", "cannot-yet likely"),
        ("No objection to the idea, plenty to the date", "cannot-yet likely"), ("No objection", "support plain"),
        ("I'd support it without the word 'any'", "cannot-yet plain"),
        ("I'll support it the day the bus runs past six", "cannot-yet plain"),
        ("Who could possibly object? Well, me", "cannot-yet plain"),
        ("I shan't be supporting it. Same time next month?", "cannot-yet plain"),
        ("Support. When do we start?", "support likely"), ("I cannto support it", "cannot-yet plain"),
        ("mm, yes and also no", "chatter none"), ("This one isn't for me", "cannot-yet likely"),
    ])
    func `a yes to something else, with something missing, or never given`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("15, I agree. 17, I don't", "agree 15 plain; disagree 17 plain"),
        ("With 15 but not with 17", "agree 15 likely; disagree 17 plain"),
        ("I've changed my mind about 15, I agree with it now", "agree 15 plain"),
        ("17 I'd dispute", "disagree 17 likely"), ("15 is harsh but I can't disagree with it", "disagree 15 likely"),
        ("15 needs a lot more work before I'd agree to it", "unsure 15 likely"),
        ("no way to get there since the bus stopped", "statement none"), ("no way", "disagree 22 likely"),
        ("I agree with you there, Farah", "agree 15 plain"),
        ("agree with 15, up to the point where it costs us money", "agree 15 likely"),
        ("Farah, 'after a year' is not the phrase I'd use", "disagree 15 likely"),
        ("agree with 15 because I read one and still don't know what it meant", "agree 15 likely"),
        ("I'd dispute 15", "disagree 15 likely"), ("I'd want to dispute nothing", "chatter none"),
    ])
    func `what a stance is about`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Full support from public health, we'd been hoping somebody would say it", "full plain"),
        ("Full support from public opinion, I hear", "statement none"),
        ("My level is support. I was at reservation", "support likely"),
        ("there's nowt there to object to, I support it", "support plain"),
        ("I might have said support earlier, on reflection I can't", "cannot-yet plain"),
        ("not at fifty thousand. at a hundred, yes", "cannot-yet likely"),
        ("support. still think you're wrong about the buses, Farah", "support plain; disagree 15 likely"),
        ("I'd be surprised if it happens by then, but support", "reservation plain"),
        ("Support, if it happens by then", "cannot-yet plain"),
    ])
    func `an answer among other words`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("emerging, scrap that, not yet", "gauge not-yet plain"),
        ("Established?? On what planet. Emerging", "gauge emerging likely"),
        ("not yet for young people, emerging for the rest. Overall emerging, high", "gauge emerging high plain"),
        ("low confidence but emerging, as nobody has used it", "gauge emerging low plain"),
    ])
    func `the stage that is meant in the end`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == meaning)
    }

    @Test func `a facilitator who explains a stage rates nothing`() {
        let leading = ReadingRoom.context(.gauging, role: .facilitator)
        #expect(ReadingRoom.told("Remember expanding is about results that are tracked", leading) == "chatter none")
    }

    @Test(arguments: [
        ("correct, I said it and I meant it", "yes plain"), ("I'd rather that didn't go in", "no plain"),
        ("Yes please, with my name on it", "yes plain"),
    ])
    func `an answer to what was read back`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == meaning)
    }

    @Test(arguments: [
        ("could we park childcare at weekends", "park plain"),
        ("Park this one: who owns the data when a firm goes bust", "park plain"),
        ("the data protection people will hate it", "statement none"),
    ])
    func `what opens a line says what it is`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I agree wi' Farah. Both o' mine went an' all", "agree 15 plain"),
        ("I'm no persuaded by 15", "disagree 15 likely"), ("I'll no argue wi' 15", "agree 15 likely"),
        ("I'm no expert on 15", "chatter none"), ("agrea with 15", "agree 15 plain"),
        ("wot farah sed", "agree 15 likely"), ("'o' is no word, said Farah", "statement none"),
        ("I've come round to Farah's way of seeing it", "agree 15 likely"),
    ])
    func `dialect and words cut short`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("let me read that twice, right, yes I support this", "support plain"),
        ("let me read that twice", "chatter none"),
        ("I was talked into this once. Prepared to support it all the same", "support likely"),
        ("support, not sure the libraries can cope", "reservation plain"), ("Half yes, half no", "chatter none"),
        (
            "I agree with Farah about the city, but the aim itself I can't support yet",
            "agree 15 plain; cannot-yet plain"
        ),
        ("no objection to raise", "support plain"), ("I have no objection to record", "support plain"),
        ("+1 from up the hill", "support likely"), ("I see no reason to say no", "support likely"),
    ])
    func `answers that come late or in halves`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("The last lot wrote established. They were paid to. Emerging.", "gauge emerging likely"),
        ("It isn't even emerging in my view: not yet, high", "gauge not-yet high plain"),
    ])
    func `a stage that is turned down is no rating`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == meaning)
    }

    @Test(arguments: [
        ("care closer to home next please", "command plain"), ("could we do healthy workplaces next", "command plain"),
        ("lunch and coffee next please", "chatter none"), ("the people from Leeds are next", "chatter none"),
    ])
    func `between areas a facilitator names the next one`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.context(.between, role: .facilitator)) == meaning)
    }

    /// What the rules above must leave alone: each of these was once read wrongly because of one of them.
    @Test(arguments: [
        ("we'll no doubt support it in the end", "support likely"), ("well, I support it", "support plain"),
        ("typo on the slide, I support it", "support plain"),
        ("A small typo, otherwise no objection", "support plain"), ("otherwise no worries", "chatter none"),
        ("if patients test it first then yes, otherwise no", "cannot-yet plain"),
        ("We've two years left, so sadly no", "cannot-yet plain"),
        ("Support. I had hoped for a date", "reservation plain"),
        ("support, we'd been hoping for more", "reservation plain"),
        ("support, I've been worried about the date", "reservation plain"),
        ("nearly there, one more answer to come", "statement none"),
    ])
    func `near neighbours of an answer`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("we'll no doubt agree with 15", "statement none"), ("can I get a copy of this", "ask other plain"),
        ("ignore what I said at #3", "withdraw 3 plain"),
    ])
    func `near neighbours of other lines`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test func `professor and prof are one title`() {
        #expect(FoldedName("Professor Adeyemi").honourific == FoldedName("Prof Adeyemi").honourific)
    }
}
