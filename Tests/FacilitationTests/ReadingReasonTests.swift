import Facilitation
import Testing

/// A reason takes nothing from an answer, and words that take some of it back are never passed over.
@Suite struct ReadingReasonTests {
    typealias Example = (line: String, told: String)

    static let reasons: [Example] = [
        ("I agree with #14, I have looked for one and not found it", "agree 14 plain"),
        ("agree with 14, nobody has told us anything", "agree 14 plain"),
        ("I agree with Owen, they are not used", "agree 14 plain"),
        ("I agree with Farah, ours never come back", "agree 15 plain"),
        ("agree with 15 because we could not keep a single one", "agree 15 plain"),
        ("Agree with 19 as nobody on nights can get home", "agree 19 plain"),
        ("I agree with Kit Marsh - the last bus isn't any use to my cleaners", "agree 19 plain"),
        ("agree with 22. We have never had one longer than a year", "agree 22 plain"),
        ("Agree with 14 and we would not know where to look", "agree 14 plain"),
        ("I agree with 17, no GP will go there", "agree 17 plain"),
        ("agreed with 19, we tried it once and lost three drivers", "agree 19 plain"),
        ("I agree with Dr Lowe, I went past when it opened and there was no one in", "agree 17 plain"),
        ("agree with 14, it only takes one line and nobody has written it yet", "agree 14 plain"),
        ("agree with #22, half of ours leave before the money ends", "agree 22 plain"),
        ("agree with 15, most of them might have stayed for another pound an hour", "agree 15 plain"),
        ("I agree with 14 since our own buyers can't name a single local firm", "agree 14 plain"),
        ("agree with #19, it is a real worry for the night team", "agree 19 plain"),
        ("disagree with #14, we never saw that", "disagree 14 plain"),
        ("I disagree with 17, it isn't empty on a Monday", "disagree 17 plain"),
        ("disagree with Farah, nobody has left us yet", "disagree 15 plain"),
        ("agree with 14, haven't seen one in ten years", "agree 14 plain"),
    ]
    static let levelReasons: [Example] = [
        ("support, nobody else has offered", "support plain"),
        ("Support. We could not have done it alone", "support plain"),
        ("full support, nobody has done it yet and it will not cost much", "full plain"),
        ("Support because our members never get a look in", "support plain"),
    ]
    static let retractions = [
        "I agree with 14, not",
        "I agree with 14, not really",
        "I agree with 14, mostly",
        "I agree with 14, up to a point",
        "agree with 14, in part",
        "I agree with Owen, actually no",
        "I agree with 14, I think",
        "I agree with 14, I suppose",
        "agree with 14, only in the small tenders",
        "agree with 14, not all of it",
        "agree with 19, the first half anyway",
        "agree with 17, if nobody else wants it",
        "agree with 17, as long as they open on Saturdays",
        "agree with 14, provided we are not named",
        "agree with 14, nobody disputes that, but I would not put it so strongly",
        "I agree with 14, we never mention them, though we do ring them",
        "I agree with Farah. Well, not quite",
        "agree with 14, or rather I would if it were true",
        "agree with 14, scrap that",
        "agree with 14, I changed my mind",
        "I agree with 14, that is wrong though",
        "I agree with 14, because of course that always works 🙄",
        "agree with 14, not sure about the never",
        "agree with 14, right?",
        "agree with 14, I don't",
        "I agree with 14, except on drugs",
        "agree with 14, with reservations",
        "I agree with 14, once it is proved",
        "agree with 14, when pigs fly",
        "agree with 14, my worry is the word never",
        "agree with 14, said nobody ever",
        "I agree with 14, apart from \"never\"",
        "I agree with 14, no I don't",
        "agree with 14, unless Friday's one did, I didn't look",
        "I agree with 14, but then nobody reads them",
        "agree with 14, at least on paper",
        "agree with 14, well sort of",
        "agree with 14, kind of",
        "agree with 14. Not.",
        "agree with 14... no wait, 15",
        "agree with 14, sorry I mean 15",
        "agree with 14 (joking)",
        "agree with 14, in your dreams",
        "I agree with 14, to some extent",
        "I agree with 14, in theory anyway",
        "I agree with 14, for now",
        "I agree with 14, but it is a big but",
        "I agree with 14, assuming the figures are right",
        "I agree with 14, depending on what Farah says",
        "I agree with 14, subject to seeing the tender",
        "I agree with 14, with one caveat",
        "agree with 14, some of it",
        "agree with 14, the gist of it",
        "I agree with 14, or I did until today",
        "I agree with 14, I was wrong, it is not true",
        "agree with 14, otherwise no",
    ]
    static let levelRetractions = [
        "support, if the board does",
        "support, but nobody asked us",
        "support, as long as it isn't us paying",
        "support, not really",
        "Support, mostly",
        "support, I think",
        "support, up to a point",
        "full support, in principle",
        "support, once there is a date",
        "support, sort of",
        "support, I guess",
        "support? not yet",
        "support, no wait, I can't",
        "Support. Not.",
        "support, it is not perfect",
        "support, when the money is there",
        "Support, in part",
    ]
    static let ratings: [Example] = [
        ("emerging, medium, because the employers we know do not know each other", "gauge emerging medium plain"),
        ("established - nobody is sure who leads, could be the trust, might be the council", "gauge established plain"),
        ("Emerging: we have plans but not yet a single contract", "gauge emerging plain"),
        ("expanding, high. What the college does with us is not just talk", "gauge expanding high plain"),
        ("emerging, low because I am not sure anyone has read it", "gauge emerging low plain"),
        ("emerging because the council had us at established and dropped it", "gauge emerging plain"),
        ("emerging, medium, because we never met. No, make that established", "gauge established medium plain"),
        ("Established. High confidence. Two trusts share one list", "gauge established high plain"),
        ("Emerging I'd say, fairly sure, since we have no idea what the district does", "gauge emerging medium plain"),
        ("emerging or established, not sure", "gauge between-emerging-established low likely"),
        (
            "established, or maybe emerging",
            "gauge established likely"
        ),
        ("maybe emerging, because nobody answers", "gauge emerging likely"),
        ("not yet, because we could not park the question of who pays", "gauge not-yet plain"),
        ("don't know, we have only just joined and nothing is established here", "gauge dont-know plain"),
        (
            "established, medium: we agree with the college on most, should be expanding by March",
            "gauge established medium plain"
        ),
        (
            "Between emerging and established, low, because the correction to the plan came late",
            "gauge between-emerging-established low plain"
        ),
        ("emerging; why? because nobody asked the firms. high", "gauge emerging high plain"),
        ("established, actually emerging", "gauge emerging plain"),
    ]

    @Test(arguments: reasons.map(\.line)) func `a reason leaves a position plain`(line: String) {
        #expect(ReadingRoom.told(line) == Self.reasons.first { $0.line == line }?.told)
    }

    @Test(arguments: levelReasons.map(\.line)) func `a reason leaves an answer to a test plain`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == Self.levelReasons.first { $0.line == line }?.told)
    }

    @Test(arguments: retractions) func `what is taken back is no plain agreement`(line: String) {
        for reading in ReadingRoom.read(line) {
            if case .positionTaken(_, .agree, _) = reading.event { #expect(reading.strength != .plain, "\(line)") }
            if case .stated = reading.event { Issue.record("lost: \(line)") }
        }
    }

    @Test(arguments: levelRetractions) func `what is taken back is no plain support`(line: String) {
        for reading in ReadingRoom.read(line, ReadingRoom.testing) {
            guard case .levelGiven(let level, _) = reading.event else {
                Issue.record("lost: \(line)")
                continue
            }
            if level == .full || level == .support { #expect(reading.strength != .plain, "\(line)") }
        }
    }

    @Test(arguments: ratings.map(\.line)) func `evidence changes no rating`(line: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == Self.ratings.first { $0.line == line }?.told)
    }
}
