import Facilitation
import Testing

/// Lines written by the rules alone, without looking at what the reader makes of them, as a check on over-fitting.
@Suite struct ReadingFreshLinesTests {
    typealias Example = (line: String, told: String)

    static let talking: [Example] = [
        ("Yes, agree with Farah, ours go to Leeds within the year", "agree 15 plain"),
        ("Not on board with 22, three years is plenty", "disagree 22 likely"),
        ("I think Owen is being a bit harsh", "disagree 14 likely"),
        ("I'd go along with Dr Lowe there", "agree 17 likely"),
        ("Fully agree with #19, my staff walk home", "agree 19 plain"),
        ("14 and 22: agree", "agree 14,22 plain"),
        ("I agree with Kit M about the buses", "agree 19 plain"),
        ("I can't agree with Kit", "disagree 22 likely"),
        ("Owen's wrong, we put it in last month's tender", "disagree 14 plain"),
        ("Couldn't agree more with Farah", "agree 15 plain"),
        ("agree with 17 unless the lease ends", "unsure 17 likely"),
        ("torn on 22", "unsure 22 plain"),
        ("The health board agrees with Owen on this", "statement none"),
        ("the bus company told us 'we agree with every word'", "statement none"),
        ("Do people agree with Farah?", "chatter none"),
        ("not so sure about 14 to be honest", "disagree 14 likely"),
        ("15 yes, 17 no, 19 yes", "agree 15 plain; disagree 17 plain; agree 19 plain"),
        ("Three of the 19 practices have spare rooms", "statement none"),
        ("Ta, got it", "chatter none"),
        ("has somebody got the agenda handy", "chatter none"),
        ("Our night staff pay for taxis out of their own pocket", "statement none"),
        ("I'd like to agree with Owen but the tender from May proves otherwise", "disagree 14 likely"),
        ("Can we park the taxi question until the transport lead is here", "park plain"),
        ("For transparency, I should declare that my partner drives for the bus company", "interest plain"),
        ("Scrap my last message please, wrong chat", "withdraw last plain"),
        ("correction to 14: it was two tenders, not one", "correct 14 plain"),
        ("bye all, I'm off", "leave plain"),
        ("who have we got in the room today?", "ask who plain"),
    ]
    static let testing: [Example] = [
        ("I'm happy to support this as worded", "support plain"),
        ("Full support from the housing side", "full plain"),
        ("Support, provided the list is public", "cannot-yet plain"),
        ("I'd rather it said 'most', but I can live with it", "reservation plain"),
        ("Sorry, no. It ties our hands on drugs", "cannot-yet plain"),
        ("I won't stand in the way", "stand-aside likely"),
        ("That's a block from me, it is against our standing orders", "block plain"),
        ("I'll abstain, I joined an hour ago", "abstain plain"),
        ("yep, works for me", "support likely"),
        ("my chief exec would sign this tomorrow", "statement none"),
        ("is Farah happy with this?", "chatter none"),
        ("No objection, but who keeps the list?", "reservation likely"),
        ("ok then", "chatter none"),
        ("brilliant, another list nobody will open 🙄", "cannot-yet likely"),
    ]
    static let gauging: [Example] = [
        ("Emerging I'd say, fairly confident, two bodies of six publish anything", "gauge emerging medium plain"),
        ("High confidence: established", "gauge established high plain"),
        ("I honestly don't know", "gauge dont-know plain"),
        ("between emerging and established, low", "gauge between-emerging-established low plain"),
        ("I had us at expanding, but today established", "gauge established plain"),
        ("our most established supplier left", "chatter none"),
        ("not yet for us, nobody has started", "gauge not-yet plain"),
        ("which stage is the one with shared contracts?", "ask stage plain"),
    ]
    static let confirming: [Example] = [
        ("Yes, please record it like that", "yes plain"),
        ("hm, ok", "yes likely"),
        ("No, I said Tuesday", "no plain"),
        ("only if you leave out my name", "no plain"),
        ("Change 'never' to 'rarely' and it's right", "correct last plain"),
    ]

    @Test(arguments: talking.map(\.line)) func `lines of a discussion`(line: String) {
        #expect(ReadingRoom.told(line) == Self.talking.first { $0.line == line }?.told)
    }
    @Test(arguments: testing.map(\.line)) func `answers to a test`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == Self.testing.first { $0.line == line }?.told)
    }
    @Test(arguments: gauging.map(\.line)) func `ratings`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == Self.gauging.first { $0.line == line }?.told)
    }
    @Test(arguments: confirming.map(\.line)) func `answers to a question of the bot`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == Self.confirming.first { $0.line == line }?.told)
    }
}
