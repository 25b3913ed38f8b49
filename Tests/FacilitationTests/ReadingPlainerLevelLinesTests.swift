import Facilitation
import Testing

/// What comes with a yes and adds nothing to it, mockery, objections taken back or kept, and ratings with words that are
/// no evidence.
@Suite struct ReadingPlainerLevelLinesTests {
    @Test(arguments: LevelLines.wishes.map(\.line)) func `wishes beside a yes`(line: String) {
        check(line, LevelLines.wishes)
    }
    @Test(arguments: LevelLines.doubts.map(\.line)) func `doubts beside a yes`(line: String) {
        check(line, LevelLines.doubts)
    }
    @Test(arguments: LevelLines.additions.map(\.line)) func `more of a yes`(line: String) {
        check(line, LevelLines.additions)
    }
    @Test(arguments: LevelLines.mockery.map(\.line)) func `a triumph in mockery`(line: String) {
        check(line, LevelLines.mockery)
    }
    @Test(arguments: LevelLines.objections.map(\.line)) func `objections`(line: String) {
        check(line, LevelLines.objections)
    }

    @Test(arguments: LevelLines.gauging.map(\.line)) func `ratings`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == LevelLines.gauging.first { $0.line == line }?.told)
    }
    @Test(arguments: LevelLines.confirming.map(\.line)) func `answers to a question of the bot`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == LevelLines.confirming.first { $0.line == line }?.told)
    }
    @Test(arguments: LevelLines.bare) func `no evidence`(line: String) {
        guard case .rated(_, _, let evidence)? = ReadingRoom.read(line, ReadingRoom.gauging).first?.event else {
            Issue.record("no rating: \(line)")
            return
        }
        #expect(evidence == "")
    }
    @Test(arguments: LevelLines.leading) func `a start of the ratings`(line: String) {
        let readings = ReadingRoom.read(line, ReadingRoom.context(.framed, role: .facilitator))
        #expect(readings.map(\.event) == [.gaugingOpened])
    }
    @Test(arguments: LevelLines.corrections.map(\.line)) func `the right words`(line: String) {
        let text = LevelLines.corrections.first { $0.line == line }?.text ?? ""
        let readings = ReadingRoom.read(line, ReadingRoom.confirming)
        #expect(readings.map(\.event) == [.corrected(entry: nil, text: text)])
    }
    @Test(arguments: LevelLines.minorities.map(\.line)) func `a minority view after its colon`(line: String) {
        let text = LevelLines.minorities.first { $0.line == line }?.text ?? ""
        let readings = ReadingRoom.read(line, ReadingRoom.testing)
        #expect(readings.map(\.event) == [.minorityStated(text: text)])
    }
    @Test(arguments: LevelLines.reasons.map(\.line)) func `what is kept as the reason`(line: String) {
        guard case .levelGiven(_, let because)? = ReadingRoom.read(line, ReadingRoom.testing).first?.event else {
            Issue.record("no level: \(line)")
            return
        }
        #expect(because == LevelLines.reasons.first { $0.line == line }?.because)
    }

    private func check(_ line: String, _ examples: [(line: String, told: String)]) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == examples.first { $0.line == line }?.told)
    }
}

private enum LevelLines {
    // MARK: Wishes beside a yes

    static let wishes: [(line: String, told: String)] = [
        ("Support, I'd sooner it named the firms", "reservation plain"),
        ("Agreed, I'd as soon it said most tenders", "reservation plain"),
        ("no objection, I would sooner have a date", "reservation plain"),
        ("Support I'd sooner it named three firms", "reservation plain"),
        ("I'd sooner it named the firms. Support", "reservation plain"),
        ("full, better if it had a date", "reservation plain"),
        ("support, it'd be better if it gave a date", "reservation plain"),
        ("support, two firms would be better", "reservation plain"),
        ("Support, it could do with a date", "reservation plain"),
        ("support, the wording wants looking at", "reservation plain"),
        ("support, it ought to say most tenders", "reservation plain"),
        ("support, should read most tenders", "reservation plain"),
        ("support, I'd change the last word", "reservation plain"),
        ("support, I'd have put most tenders", "reservation plain"),
        ("support, I'd have gone for two firms", "reservation plain"),
        ("support, I wouldn't have put it like that", "reservation plain"),
        ("support, the date has to move", "reservation plain"),
        ("support, it's badly worded", "reservation plain"),
        ("support, ideally with a date in it", "reservation plain"),
        ("support, lose the last word", "reservation plain"),
        ("support, wording aside", "reservation plain"),
        ("yes, I'd sooner it named the firms", "reservation likely"),
        ("support, funds allowing", "cannot-yet plain"),
        ("I'd support it better if it had a date", "cannot-yet plain"),
    ]
    static let doubts: [(line: String, told: String)] = [
        ("support, I'd say two firms", "support likely"),
        ("support, the date is daft", "support likely"),
        ("support, it should be two firms", "support likely"),
        ("support, we ought to name a date", "support likely"),
        ("support, the money has to come first", "support likely"),
        ("support, one firm not two", "support likely"),
        ("support, some day", "support likely"),
        ("support, what choice have I", "support likely"),
        ("support, who pays", "support likely"),
        ("support, where's the money", "support likely"),
        ("support, it forgets the villages", "support likely"),
        ("support, there is no money for it", "support likely"),
        ("support, it'll never happen", "support likely"),
        ("support, can it say two firms", "support likely"),
        ("support, haha", "support likely"),
    ]
    static let additions: [(line: String, told: String)] = [
        ("Support, about time", "support plain"),
        ("Support, our tenants need it", "support plain"),
        ("Support, the date works for us", "support plain"),
        ("Support, better late than never", "support plain"),
        ("Support, this is better than what we had", "support plain"),
        ("Support, it would help our lads no end", "support plain"),
        ("Support, it should have been done years ago", "support plain"),
        ("Support, I'd have signed it last year", "support plain"),
        ("Support, well drafted", "support plain"),
        ("Support, the new wording is much better", "support plain"),
        ("Support, we couldn't have said it better", "support plain"),
        ("Support, half of ours are ready", "support plain"),
        ("Full support. Ten weeks is ten too many", "full plain"),
        ("zero objections from me", "support plain"),
        ("not a single objection here", "support plain"),
        ("couldn't be more in agreement if I tried", "full plain"),
    ]

    // MARK: Mockery

    static let mockery: [(line: String, told: String)] = [
        ("Oh yes, wonderful, shall I order the bunting", "cannot-yet likely"),
        ("shall I order the bunting?", "cannot-yet likely"),
        ("marvellous, hang out the flags", "cannot-yet likely"),
        ("great, medals all round", "cannot-yet likely"),
        ("give us all a medal", "cannot-yet likely"),
        ("lovely, hold the front page", "cannot-yet likely"),
        ("oh lovely, somebody alert the press", "cannot-yet likely"),
        ("brilliant, break out the bubbly", "cannot-yet likely"),
        ("full support, get the bunting out", "full likely"),
        ("I'm opposed, order the bunting when you like", "cannot-yet plain"),
        ("We ordered a plaque for the bench last year", "statement none"),
    ]

    // MARK: Objections taken back or kept

    static let objections: [(line: String, told: String)] = [
        ("scrap my block, support now", "support plain"),
        ("drop my objection, support", "support plain"),
        ("forget my block, full support", "full plain"),
        ("ditch my reservation, support", "support plain"),
        ("take my block off, support", "support plain"),
        ("scratch my block, stand aside", "stand-aside plain"),
        ("I will not lift my block", "block plain"),
        ("don't scrap my block", "block plain"),
        ("I'm not withdrawing my objection", "cannot-yet plain"),
        ("I'd lift my objection once there is a date", "cannot-yet plain"),
        ("you ignore my objection", "cannot-yet plain"),
        ("Farah won't drop her block", "statement none"),
        ("too soon for me to support this", "cannot-yet plain"),
        ("I suppose I could step aside and let it through", "stand-aside likely"),
        ("I might stand aside", "stand-aside likely"),
        ("I guess I'll abstain", "abstain likely"),
        ("stand aside and let it through", "stand-aside plain"),
        ("Been looking for something to object to and not finding it", "support likely"),
        ("I looked for something to object to and came up empty", "support likely"),
        ("I have been looking for something to object to and I found it", "cannot-yet plain"),
        ("17 I disagree with, no change there. On the decision: support", "disagree 17 plain; support plain"),
        ("I want it noted that the parishes have not seen the list", "minority likely"),
        ("can it be recorded that no carer was in the room", "minority likely"),
        ("I want it noted that Farah did a cracking job", "statement none"),
    ]

    // MARK: Ratings and requests

    static let gauging: [(line: String, told: String)] = [
        ("They'll say expanding at the hub. Not yet is my answer", "gauge not-yet plain"),
        ("what's the difference between the two in the middle?", "ask stage plain"),
        ("which of the two is higher?", "ask stage plain"),
        ("what's the difference between our two hospitals?", "chatter none"),
    ]
    static let bare = [
        "Our union rep says not yet; mine is established, low",
        "Not expanding, not by a long chalk. Established, high confidence",
        "can I move mine to not yet, I misread the question",
        "search me. dont know",
        "emerging, my boss says established",
        "Not expanding, whatever the brochure says. Established",
        "last spring I'd have put established, today it's emerging",
        "move mine to emerging, I got them the wrong way round",
    ]
    static let confirming: [(line: String, told: String)] = [
        ("Yes, if you change 'most' to 'some'", "no plain"),
        ("yes, if you make it 31 days", "no plain"),
        ("yes, drop the last bit", "no likely"),
        ("that's right, wants a comma", "no likely"),
        ("yes, change 'most' to 'some'", "correct last plain"),
        ("yes, the date is right", "yes plain"),
    ]
    static let leading = ["please start the rating now", "lets start the scoring", "please begin rating"]
    static let corrections: [(line: String, text: String)] = [
        ("It should say 'our tenants'", "our tenants"),
        ("should read \"our tenants\"", "our tenants"),
        ("it should say 'our' tenants", "'our' tenants"),
        ("change 'most' to 'some'", "'most' to 'some'"),
    ]
    static let minorities: [(line: String, text: String)] = [
        ("Minority view from me for the record: nothing has changed on nights", "nothing has changed on nights"),
        ("minority view on the aim: it is too dear", "it is too dear"),
        ("minority view: the town: it is dead", "the town: it is dead"),
    ]
    static let reasons: [(line: String, because: String)] = [
        ("Support, I'd sooner it named the firms", "I'd sooner it named the firms"),
        ("It is too soon for me to support this; nobody has costed it.", "nobody has costed it"),
        ("reservation: too soon", "too soon"),
        ("scratch my block, stand aside", ""),
        ("I will not lift my block", ""),
    ]
}
