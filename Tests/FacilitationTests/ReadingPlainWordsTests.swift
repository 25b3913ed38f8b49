import Testing

@testable import Facilitation

/// Plain words as people type them in a hurry, in dialect or round a corner: each rule with lines of several kinds, and with
/// those beside it that it must leave alone.
@Suite struct ReadingPlainWordsTests {
    @Test(arguments: [
        ("agreee with 15", "agree 15 plain"), ("argee with 15", "agree 15 plain"), ("agre with Owen", "agree 14 plain"),
        ("agre with 15 srry thumbs on a bus", "agree 15 plain"), ("disagre with 15", "disagree 15 plain"),
        ("dsiagree with 15", "disagree 15 plain"), ("I dnot agree with 15", "disagree 15 plain"),
        ("I woudnt agree with 15", "disagree 15 plain"), ("I agree wiht 14", "agree 14 plain"),
        ("I'm agianst 15", "disagree 15 likely"),
        // Other English words stay what they are.
        ("greed is behind 15", "statement none"), ("the firms argue about 15 all year", "statement none"),
        ("they agre with 15", "statement none"), ("dint of hard work is behind 15", "statement none"),
        // Where it is known from.
        ("agree with 15 from what I see at work", "agree 15 plain"),
        ("I agree with 15 from experience", "agree 15 plain"),
        ("I agree with 15 from the college", "statement none"), ("I agree with 15 from March", "statement none"),
        ("With 15 but not with 17", "agree 15 likely; disagree 17 plain"),
    ])
    func `a slip of the keyboard in words of taking a position`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I supprt it", "support plain"), ("suport", "support plain"), ("I agre", "support plain"),
        ("I disagre", "cannot-yet plain"), ("can't suport it", "cannot-yet plain"),
        ("I cannt support it", "cannot-yet plain"), ("I couldnt supprt it", "cannot-yet plain"),
        ("the bloc vote is next week", "chatter none"),
    ])
    func `a slip of the keyboard in an answer`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("I divvent agree with 15", "disagree 15 plain"), ("I dunna agree with 15", "disagree 15 plain"),
        ("I winna agree with 15", "disagree 15 plain"), ("I cannet agree with 15", "disagree 15 plain"),
        ("I doant agree with 15", "disagree 15 plain"), ("ah'm no agreein wi 15", "disagree 15 plain"),
        ("I amn't convinced by 15", "disagree 15 likely"), ("I ain't sure about 15", "unsure 15 plain"),
        ("I ent sure about 15", "unsure 15 plain"), ("15 int right", "disagree 15 plain"),
        ("15 doesnae add up", "disagree 15 plain"), ("I divvent knaa about 14, like", "unsure 14 plain"),
        ("I agree with Owen. I divvent agree with Farah, it's the rents", "agree 14 plain; disagree 15 plain"),
        ("the ENT clinic shut last year", "statement none"), ("I have no doubt about 15", "statement none"),
    ])
    func `a denial in dialect`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I agree with 14 and 15 but I do not agree with 17", "agree 14,15 plain; disagree 17 plain"),
        ("I agree with 14 but I disagree with 15", "agree 14 plain; disagree 15 plain"),
        ("agree with 14 but not 15", "agree 14 plain; disagree 15 plain"),
        ("agree with 14 but unsure about 15", "agree 14 plain; unsure 15 plain"),
        ("15 yes, agree. 17 no, the hall is the same", "agree 15 plain; disagree 17 plain"),
        // Where the second is no plain opinion on a statement, the first is asked about.
        ("I agree with 14 but I have worries about 15", "agree 14 likely"),
        ("I agree with 14 but disagree with how it is put", "agree 14 likely"),
        ("I agree with 14 but 15 makes me doubt it", "agree 14 likely; disagree 15 likely"),
        ("I agree with 14 but I'd need 15 to go", "agree 14 likely"),
        ("I agree with 14 but I disagree with 15, though I would check both", "agree 14 likely; disagree 15 likely"),
        ("I agree. 17 is wrong", "disagree 17 likely"), ("I agree, 17 is half true", "unsure 17 likely"),
        ("I agree, 17 is spot on", "agree 17 plain"),
        // What follows backs it.
        ("I agree with #15, our heads say the same", "agree 15 plain"), ("agree with 15, ours too", "agree 15 plain"),
        ("agree with 15, ours too, mostly", "agree 15 likely"),
    ])
    func `two opinions in one line`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I wouldn't say I agree with #15", "disagree 15 likely"),
        ("I can't say that I agree with #15", "disagree 15 likely"),
        ("can't honestly say I agree with 15", "disagree 15 likely"),
        ("I couldn't claim to agree with 15", "disagree 15 likely"),
        ("I won't pretend that I agree with 15", "disagree 15 likely"),
        ("I'm struggling to agree with Farah on 15", "disagree 15 likely"),
        ("I find it hard to agree with 15", "disagree 15 likely"),
        ("I don't fully agree with 15", "disagree 15 likely"), ("I don't agree with 15", "disagree 15 plain"),
        ("I won't agree with 15", "disagree 15 plain"), ("I cannot agree with 15 at all", "disagree 15 plain"),
        // Said once, and told of.
        ("I said I agree with #14 last year", "unsure 14 likely"), ("I said I agree with 14", "agree 14 likely"),
        ("I told Farah I agree with 14", "agree 14 likely"), ("As I said, I agree with 14", "agree 14 plain"),
    ])
    func `a denial of saying so, and what was said before`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Having run a college for eleven years I have to say I disagree with Farah", "disagree 15 plain"),
        ("As a landlord I disagree with 15", "disagree 15 plain"),
        ("As a landlord I don't agree with 15", "disagree 15 plain"),
        ("After ten years I'd probably disagree with 15", "disagree 15 likely"),
        ("I remain in disagreement with 15, however.", "disagree 15 plain"),
        ("I disagree with 15 though", "disagree 15 plain"),
        ("I disagree with 15, but fair enough", "disagree 15 likely"),
        ("same here, my board is just as bad", "agree 22 likely"),
        ("hear hear, our college lost two tutors the same way", "agree 22 likely"),
        ("same here, my train is stuck", "chatter none"),
        ("That's fair, the money for Mill Street slipped to next year", "statement none"),
        ("Would agree with 15 if wages were the same", "unsure 15 likely"),
        ("same here, can you hear me", "chatter none"),
        ("Farah typed it into the wrong window, bless her", "chatter none"),
        ("Farah is on the right track", "agree 15 likely"), ("15 is the wrong idea", "disagree 15 plain"),
        ("I don't agree with that one", "disagree 22 plain"),
    ])
    func `who speaks, and of what`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I'd agree with 15 were the money ring-fenced", "were the money ring-fenced"),
        ("I'd agree with 15 had they asked", "had they asked"),
        ("I'd agree with 15 should it be funded", "should it be funded"),
        ("Were the pay better I'd agree with 15", "Were the pay better"),
        ("Show me the minutes and then I might agree with Farah", "Show me the minutes"),
        ("Give us the figures and I'd agree with 15", "Give us the figures"),
        ("I'm not against 15 but whose desk would they be sitting at?", "whose desk would they be sitting at"),
        (
            "I've nothing against 15, Farah, I just don't know the college figures",
            "I just don't know the college figures"
        ),
    ])
    func `agreement that waits for something, without an if`(line: String, because: String) {
        #expect(ReadingRoom.told(line) == "unsure 15 likely")
        #expect(reason(line) == because)
    }

    @Test(arguments: [
        ("I don't fully support it", "cannot-yet plain"), ("I do not entirely support it", "cannot-yet plain"),
        ("I can't wholly support this", "cannot-yet plain"), ("hardly a full support from me", "cannot-yet plain"),
        ("I don't support it fully", "cannot-yet plain"), ("I half support it", "reservation likely"),
        ("I partly support it", "reservation likely"), ("I support it up to a point", "reservation likely"),
        ("support, to a point", "reservation likely"), ("I fully support it", "full plain"),
        ("I support it fully", "full plain"), ("support, half of ours are ready", "support plain"),
        ("That's a support, it isn't a full", "support plain"), ("Support, not full", "support plain"),
        ("support, not fully", "cannot-yet likely"), ("support it, not full of holes", "support likely"),
    ])
    func `half a yes, and a yes that is denied`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("Full support from me is not going to happen", "cannot-yet plain"),
        ("My support is out of the question", "cannot-yet plain"),
        ("Support from our side won't happen", "cannot-yet plain"),
        ("Support from the council isn't on offer", "statement none"),
        ("my support is not in question", "statement none"), ("IT support are on their way up to us", "chatter none"),
        ("Support? You must be joking", "cannot-yet likely"),
        ("you must be joking, it is four o'clock already", "statement none"),
        ("I was going to say support but the dates put me off", "cannot-yet likely"),
        ("I was about to type full but then I read line four", "cannot-yet likely"),
        ("I nearly said support but the date is daft", "cannot-yet plain"),
        ("I was going to block but Owen talked me round, support", "support likely"),
        ("I nearly blocked it but I support it now", "support likely"),
        ("support withdrawn", "withdraw last likely"), ("my support is withdrawn", "withdraw last likely"),
        ("nothing to be said against it", "support likely"), ("over my dead body lol", "block likely"),
        ("over my dead body", "block plain"), ("I can't pretend that I support this", "cannot-yet plain"),
        ("I won't pretend I support this", "cannot-yet plain"), ("Farah claims I support it", "statement none"),
        ("they say I agree", "statement none"), ("I shan't stand in the way", "stand-aside likely"),
        ("shan't hold it up", "stand-aside likely"),
        ("I can't support it for the reasons Farah gave", "cannot-yet plain"),
        ("I can't support Farah on this", "disagree 15 plain"),
    ])
    func `a support that is spoken of`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("I was a block this morning. Your new wording moves me to support", "support plain"),
        ("The new date moves me to support if it is funded", "cannot-yet plain"),
        ("Nothing here moves me to support", "cannot-yet plain"),
        ("Your wording doesn't move me to support", "cannot-yet plain"),
        ("What would move me to support it is a date", "chatter none"), ("Farah got us to agree", "support likely"),
        ("far from objecting, I support it", "support plain"), ("Far from opposing it, I'm in favour", "support plain"),
        ("far from agreeing, I object", "cannot-yet plain"), ("I won't block it and I support it", "support plain"),
        ("not objecting is not supporting", "cannot-yet plain"),
        ("I have one reservation, April is too soon. Otherwise I support it.", "reservation plain"),
        ("I have a reservation, it's too soon, so I can't support it", "cannot-yet plain"),
        ("April is too soon for the charities", "cannot-yet plain"),
        ("any objections if we start at ten", "chatter none"),
        ("gimme a minute, the kids have just walked in", "chatter none"),
        ("just reading it through again", "chatter none"),
    ])
    func `what moves somebody, and what is denied beside a yes`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }

    @Test(arguments: [
        ("no problem, as long as it is free", "as long as it is free"),
        ("ok once the wording is fixed", "once the wording is fixed"),
        ("no worries, provided the school agrees", "provided the school agrees"),
        ("I'd support it should the money come", "should the money come"),
        ("Yes if Farah is the one who sits there", "if Farah is the one who sits there"),
        ("I can't support naming firms. Read the law", "Read the law"),
        ("no from the county, it comes too late", "it comes too late"),
        ("I wouldn't go as far as a block, but I can't support it either", ""),
        ("I can't support this decision yet, nobody has rung the board", "nobody has rung the board"),
    ])
    func `a refusal keeps its reason, and no more`(line: String, because: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == "cannot-yet plain")
        #expect(reason(line, ReadingRoom.testing) == because)
    }

    @Test(arguments: ["no problem, I'll be back in five", "no worries, once I find my glasses", "no problem"])
    func `an assent to something else waits for nothing`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == "chatter none")
    }

    @Test func `whose answer it is gives no reason`() {
        let line = "block from the county group, the paper claims a mandate we never gave"
        #expect(reason(line, ReadingRoom.testing) == "the paper claims a mandate we never gave")
        #expect(reason("suppose I shan't get in the way", ReadingRoom.testing) == "")
        #expect(reason("15 I can't agree with, we tried it") == "we tried it")
    }

    private func reason(_ line: String, _ context: ReadingContext = ReadingRoom.talking) -> String? {
        switch ReadingRoom.read(line, context).first?.event {
        case .positionTaken(_, _, let because), .levelGiven(_, let because): because
        default: nil
        }
    }
}
