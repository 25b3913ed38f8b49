import Testing

@testable import Facilitation

/// Ways of taking a position, or none, that need a rule of language: several wordings for each, and lines beside them.
@Suite struct ReadingPositionLinesTests {
    @Test(arguments: [
        ("15 sounds too good to be true", "disagree 15 likely"), ("15 is too neat to be right", "disagree 15 likely"),
        ("If only 15 were true", "disagree 15 likely"), ("I wish 15 was true", "unsure 15 likely"),
        ("I'd love 15 to be true", "unsure 15 likely"), ("15 was true ten years ago", "disagree 15 likely"),
        ("15 is only true on paper", "unsure 15 likely"), ("15 would be nice if it was true", "disagree 15 likely"),
        ("15 is true", "agree 15 likely"), ("15 was right", "agree 15 likely"),
        ("I agreed with 15 last year", "unsure 15 likely"), ("I agreed with 15", "agree 15 plain"),
        ("A year ago I'd have agreed with 15", "disagree 15 likely"), ("I've gone off 15", "disagree 15 likely"),
    ])
    func `right once, or in a better world`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Owen you and me are never going to agree on 14 are we", "disagree 14 likely"),
        ("Farah, we're not going to agree on 15", "disagree 15 likely"),
        ("Owen and I don't see eye to eye on 14", "disagree 14 likely"),
        ("You'll never get me to agree with 14", "disagree 14 likely"),
        ("nothing will make me agree with 14", "disagree 14 likely"),
        ("You won't talk me into 14", "disagree 14 likely"),
        ("the day I agree with 14 is the day I retire", "disagree 14 likely"),
        ("I'll agree with 14 when pigs fly", "disagree 14 likely"),
        ("Nobody in their right mind would agree with 15", "disagree 15 likely"),
        ("I dont think anyone from round here could seriously believe 15", "disagree 15 likely"),
        ("I don't believe a word of 15", "disagree 15 likely"),
        ("I could not agree with Farah more", "agree 15 plain"),
        ("Nobody agrees with 15 more than I do", "agree 15 likely"), ("Nobody agrees with 15", "chatter none"),
        ("The councils were never going to agree on 15", "statement none"),
        ("They will never agree on 15", "statement none"), ("I believe 15 of them left", "statement none"),
    ])
    func `nobody, never and not with me`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I'm not saying Owen is wrong, I'd just like to see the tenders", "unsure 14 likely"),
        ("I'm not saying I disagree with Owen, I just want the figures", "unsure 14 likely"),
        ("It is not that I disagree with Owen; the tenders are not the whole story", "unsure 14 likely"),
        ("I don't disagree with 14", "agree 14 likely"), ("I'm not saying Owen is right", "disagree 14 likely"),
        ("can't back 14 or knock it till I've seen the tenders", "unsure 14 likely"),
        ("can neither support nor oppose 14", "unsure 14 likely"),
        ("I can't support 14 or 15", "disagree 14,15 plain"),
        ("15 is a bit strong for my taste but I take the point", "unsure 15 likely"),
        ("On 15 I keep going back and forth", "unsure 15 likely"), ("lukewarm on 14", "unsure 14 likely"),
        ("On 15 I'm in two minds, the words fit but the dates don't", "unsure 15 plain"),
    ])
    func `neither for nor against`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("\"never\" is rather a strong word, Owen", "disagree 14 likely"),
        ("half empty is putting it a bit high, Dr Lowe", "disagree 17 likely"),
        ("half empty is putting it mildly, Dr Lowe", "agree 17 likely"),
        ("\"half empty\" is about the size of it, Dr Lowe", "agree 17 likely"),
        ("never is hardly the word for it, Owen", "disagree 14 likely"),
        ("I wouldn't call it half empty, Dr Lowe", "disagree 17 likely"),
        ("A strong word from the council would help", "statement none"),
        ("Utter rot, #15. I trained three of them", "disagree 15 plain"), ("Absolute bilge Owen", "disagree 14 likely"),
        ("Rubbish collection on Mill Street is late, Dr Lowe", "statement none"),
        ("I must have dreamt the queue then, Dr Lowe", "disagree 17 likely"),
    ])
    func `verdicts on what somebody said`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("agree with the lot of you apart from Owen", "agree 15,17,19,22 likely; disagree 14 likely"),
        ("I'm with everybody except Owen on this", "agree 15,17,19,22 likely; disagree 14 likely"),
        ("Everything bar 14 has my agreement", "agree 15,17,19,22 likely; disagree 14 likely"),
        ("agree with everyone else, not Owen", "agree 15,17,19,22 likely; disagree 14 likely"),
        ("I disagree with both of Owen's, 14 and 15", "disagree 14,15 plain"),
        ("disagree with both of them, 14 and 15", "disagree 14,15 plain"),
        ("disagree with Owen's #14, two of us named them", "disagree 14 plain"),
        ("On 14 I disagree with Owen", "disagree 14 plain"), ("On 15 I agree with Owen", "agree 15 likely"),
        ("Farah and I will never agree on 15", "disagree 15 likely"),
        ("Agree 14, disagree 15, and 17 I just don't know", "agree 14 plain; disagree 15 plain; unsure 17 plain"),
        ("agree with 14, 15 leaves out the ones who stay", "agree 14 plain"),
        ("nah, 15 leaves out the ones who stay", "disagree 15 plain"),
        ("Sorry Owen but I agree with Farah", "agree 15 plain"), ("About 15, I disagree", "disagree 15 plain"),
        ("About 15 people came to it", "statement none"), ("my boss agrees with 15, I don't", "disagree 15 plain"),
    ])
    func `which statement is meant`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Owen mate no. the firms are on page two", "disagree 14 plain"), ("Owen no worries", "chatter none"),
        ("Owen, no rush", "chatter none"), ("not keen on 14", "disagree 14 likely"),
        ("I don't like the sound of 14", "disagree 14 likely"), ("Not a fan of 14", "disagree 14 likely"),
        ("keen on 15", "agree 15 likely"), ("it's a no to 14", "disagree 14 likely"),
        ("I like Farah but I disagree with 14", "disagree 14 plain"),
        ("happy to support 14", "agree 14 likely"), ("I support Owen on this", "agree 14 likely"),
        ("im w/ Farah on this one", "agree 15 likely"), ("totaly agree w farah", "agree 15 plain"),
        ("With regret I do not agree with #14", "disagree 14 plain"),
        ("sorry Owen but I disagree, the list is on the website", "disagree 14 plain"),
        ("no opinion on 15 as yet", "unsure 15 plain"), ("disagree with 14 as ever", "disagree 14 plain"),
    ])
    func `short words for and against`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        "I never agree to anything before lunch", "us and the council agreed to disagree in 2019, hence the two lists",
        "happy to support Owen with the room booking", "happy to back Owen up with the minutes",
    ])
    func `no position on anything`(line: String) {
        let told = ReadingRoom.told(line)
        #expect(told == "chatter none" || told == "statement none")
    }

    @Test(arguments: [
        ("Don't agree with that at all, Kit. Ours ran three years", "Ours ran three years"),
        ("I would need to see the tenders before agreeing to 14", "need to see the tenders"),
        ("I agree with 15, as the last three went to Leeds", "the last three went to Leeds"),
        ("Owen you and me are never going to agree on 14 are we", ""),
    ])
    func `the reason that is kept`(line: String, reason: String) {
        guard case .positionTaken(_, _, let because) = ReadingRoom.read(line)[0].event else {
            Issue.record("\(line)")
            return
        }
        #expect(because == reason)
    }
}
