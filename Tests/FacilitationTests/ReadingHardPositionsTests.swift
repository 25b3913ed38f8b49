import Facilitation
import Testing

/// Turns of language that a hard reader of the bot thought of: a denial that stands first, an agreement at a distance, a
/// list before its verb, conditions without an *if*.
@Suite struct ReadingHardPositionsTests {
    @Test(arguments: [
        ("No to 14 and yes to 15", "disagree 14 plain; agree 15 plain"),
        ("Yes to 14 and no to 15", "agree 14 plain; disagree 15 plain"),
        ("no to 14 but yes to 15", "disagree 14 plain; agree 15 plain"),
        ("yes to 14, no to 15", "agree 14 plain; disagree 15 plain"), ("no to 14 and 15", "disagree 14,15 plain"),
    ])
    func `yes and no in one line go each with its own number`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Neither 14 nor 15 do I agree with", "disagree 14,15 plain"),
        ("Neither Owen nor Farah do I agree with", "disagree 14,15 plain"),
        ("No part of 14 do I agree with", "disagree 14 plain"),
        ("At no point can I agree with 15", "disagree 15 plain"),
        ("Nowhere do I agree with Owen", "disagree 14 plain"), ("Hardly do I agree with 14", "disagree 14 likely"),
        ("In no way could I agree with Farah", "disagree 15 plain"),
        ("Neither 14 nor 15 can I support", "disagree 14,15 likely"),
        // Not every denial that stands first denies.
        ("Not only do I agree with 14, my team does too", "agree 14 plain"),
        ("Never have I agreed more with 14", "agree 14 likely"),
        // What agreeing is denied to be, or to follow from.
        ("It isn't as though I agree with Owen, I just see no other way", "unsure 14 likely"),
        ("It's not as if I agree with 14", "unsure 14 likely"), ("It's not that I agree with 14", "unsure 14 likely"),
        ("That is not to say I agree with 14", "unsure 14 likely"),
        ("That doesn't mean I agree with 14", "unsure 14 likely"),
        ("It isn't that I don't agree with 14", "unsure 14 likely"),
        // What is denied before a *so* is the reason.
        ("we have not seen it work so I disagree with 14", "disagree 14 plain"),
        ("Never agreed with 14, never will", "disagree 14 plain"), ("I never agreed with 14", "unsure 14 likely"),
        ("I won't agree with 14 unless somebody shows me the tender", "unsure 14 likely"),
        ("I can't go along with every bit of 14", "disagree 14 likely"),
        ("I disagree with every bit of 14", "disagree 14 plain"),
        ("Owen had my agreement until I read the tender", "disagree 14 likely"),
        ("Nah dont agree wi 15", "disagree 15 plain"),
    ])
    func `a denial that stands first, or elsewhere`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("14, 15 and 17 I agree", "agree 14,15,17 plain"), ("14, 15, and 17 I agree with", "agree 14,15,17 plain"),
        ("I agree with 19. 14, 15 and 17 I don't", "agree 19 plain; disagree 14,15,17 plain"),
        ("With 14 I have no quarrel", "agree 14 likely"), ("On 15 I've no argument", "agree 15 likely"),
        ("With 14 I have a quarrel", "statement none"),
        ("14 agree. 15 don't agree. 17 ask me tomorrow", "agree 14 plain; disagree 15 plain; unsure 17 plain"),
        ("On Owen's I agree; on Farah's I'd need the figures first", "agree 14 plain; unsure 15 plain"),
        ("Honestly no idea whether 14 is true", "unsure 14 plain"),
        ("Can't tell whether 14 is right", "unsure 14 plain"),
        ("agree with 14, if reluctantly", "agree 14 likely"), ("agree with 14 if the money comes", "unsure 14 likely"),
        ("None of my team would argue with 14", "statement none"),
        ("The link dropped, Owen your camera's upside down", "chatter none"),
    ])
    func `lists, doubts and what tells of others`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test func `the other of a name is clear to the first`() {
        let kit = ReadingRoom.context(speaker: "Kit Marsh")
        #expect(ReadingRoom.told("I agree with the other Kit", kit) == "agree 22 plain")
    }

    @Test(arguments: [
        ("seen nothing to back up 14 so I don't agree with it", "seen nothing to back up 14"),
        ("Owen you're mistaken about never, I was in the room", "I was in the room"),
        ("with respect, 14 hasn't been true since January", ""), ("Neither 14 nor 15 do I agree with", ""),
        ("14 I agree with; 15 I don't, that's scaremongering", "that's scaremongering"),
    ])
    func `where the reason of a disagreement is`(line: String, because: String) {
        guard case .positionTaken(_, _, let said)? = ReadingRoom.read(line).last?.event else {
            Issue.record("no position: \(line)")
            return
        }
        #expect(said == because)
    }

    @Test(arguments: [
        ("I should be glad to support this were the money there", "cannot-yet plain"),
        ("I'd back it, if and only if it is funded", "cannot-yet plain"),
        ("When, not if, the money comes I'm a supporter", "cannot-yet plain"),
        ("Support, without hesitation or reservation", "support plain"),
        ("nowt to object to, count me in", "support plain"),
        ("Support, with reservations", "reservation plain"),
        ("Yes, with one worry: who pays the firms", "reservation plain"),
        ("One reservation, otherwise support: who pays the firms", "reservation plain"),
        ("If this goes through my group walks out, and so do I", "block plain"),
        ("My group supports it and so do I", "support likely"),
        ("I would not dream of standing in its way", "stand-aside likely"),
        ("yes, if reluctantly", "support likely"), ("yes, if the money comes", "cannot-yet plain"),
        ("Well, yes, and also no", "chatter none"),
    ])
    func `answers to a test`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == meaning)
    }
}
