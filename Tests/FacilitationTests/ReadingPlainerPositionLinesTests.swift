import Testing

@testable import Facilitation

/// Rules that a fifth set of unseen lines asked for, each with families of wording and lines that it must leave alone.
@Suite struct ReadingPlainerPositionLinesTests {
    private func due(_ line: String) -> String? {
        guard case .proposed(let parts) = ReadingRoom.read(line, ReadingRoom.objectives).first?.event else {
            return "no objective"
        }
        return parts.due
    }

    private func because(_ line: String) -> String? {
        guard case .positionTaken(_, _, let because) = ReadingRoom.read(line).first?.event else { return nil }
        return because
    }

    // MARK: Reasons with an open door

    @Test(arguments: ["our list is open to everyone", "our lists are open to anyone who asks", "it was open to firms"])
    func `what is open to others is a reason, and no second opinion`(why: String) {
        #expect(ReadingRoom.told("I disagree with #14, \(why)") == "disagree 14 plain")
        #expect(because("I disagree with #14, \(why)") == why)
        #expect(ReadingRoom.told("I'm open to #14") == "unsure 14 likely")
    }

    // MARK: Arrangements, others, and denials behind a number

    @Test(arguments: ["agreed with Farah to swap seats", "Agreed with Farah to share the stall, sorry"])
    func `what two people arranged is agreement with nothing`(line: String) {
        for context in [ReadingRoom.talking, ReadingRoom.testing] {
            #expect(["statement none", "chatter none"].contains(ReadingRoom.told(line, context)))
        }
        #expect(ReadingRoom.told("agreed with Farah to a point") == "agree 15 likely")
    }

    @Test(arguments: [
        ("agree with 14, 15 not at all", "not at all"), ("agree with 14, but 15 definitely not", "definitely not"),
        ("I agree with 14. 15 never", "never"),
    ])
    func `a denial behind another number is about that number`(line: String, denial: String) {
        let told = ReadingRoom.read(line).map(\.event)
        #expect(
            told == [
                .positionTaken(targets: [14], stance: .agree, because: ""),
                .positionTaken(targets: [15], stance: .disagree, because: ""),
            ], "\(told)")
    }

    @Test(arguments: [
        ("The tenants federation would block this if they had a seat", "statement none"),
        ("Most firms would support this", "statement none"), ("would support", "support likely"),
        ("I would block this", "block plain"), ("We'd be a yes if it were cheaper", "cannot-yet plain"),
        ("I'd be a yes", "support likely"),
    ])
    func `what others would do is nobody's answer`(line: String, told: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.testing) == told)
    }

    @Test func `who emerges from something rates nothing`() {
        #expect(ReadingRoom.told("emerging from a tunnel, give me a sec", ReadingRoom.gauging) == "chatter none")
        #expect(ReadingRoom.told("emerging from what I see", ReadingRoom.gauging) == "gauge emerging plain")
    }

    // MARK: In my own words

    @Test func `words that are to be minuted as they are said are a minority view`() {
        for line in [
            "I want it minuted in my words: the last bus goes at six",
            "Please have it noted in our own words that the last bus goes at six",
        ] {
            #expect(ReadingRoom.read(line).first?.event == .minorityStated(text: "the last bus goes at six"), "\(line)")
        }
        #expect(ReadingRoom.told("He wants it minuted in my words: nonsense").hasPrefix("minority") == false)
    }

    // MARK: Dates that are none

    @Test(arguments: [
        // Said now, and not due now.
        "I'll write the guide, can't give a date today", "Today I'll take on the guide, no idea when it will be done",
        "I'll take the guide on today", "I'll map the wards. Today 0, target 9",
        // Not known yet.
        "I'll write the guide, no date yet", "I'll write the guide, date tbc",
        "I'll write the guide, don't ask me when",
        "I'll write the guide, by when I can't say today", "I'll write the guide, I'll give you a date tomorrow",
        "I'll write the guide, will let you have a date by Friday",
        "I'll write the guide and give you a date by Friday",
        "I'll write the guide, will confirm the date next week", "I'll write the guide, ask me for a date next month",
        "I'll get the fair going, I'll set the date on 3 March",
        "Objective: a rota for the hub, owner Farah, due date to be agreed in January",
        "Objective: a rota for the hub, owner Farah, deadline to be decided by the end of January",
        // Denied.
        "I'll write the guide, not before March", "I'll write the guide but not by Christmas",
        "I'll write the guide, no earlier than June 2027", "I'll write the guide, can't do it by March",
        "I'll write the guide, won't be ready by March", "I'll publish the map, I doubt it'll be done by March",
        "I'll publish the map, no chance of it by March", "I'll publish the map but don't hold me to March",
        "I will not have it done by March", "I'll publish the map, too soon to say March or April",
        // Where something begins, or somebody is away.
        "I'll write the guide, after Easter", "I'll write the guide some time after March 2027",
        "I'll write the guide, starting in January", "I'll write the guide, March at the earliest",
        "I'll write the guide, 30 June 2027 or later", "I'll write the guide, I'm on leave till 3 March",
    ])
    func `a date that is denied, not known yet or only now is no due date`(line: String) {
        #expect(due(line) == nil)
    }

    @Test(arguments: [
        ("I'll send the list round by today", "2026-11-21"), ("I'll send the list round by tomorrow", "2026-11-22"),
        ("I'll have it done two weeks today, all 9 wards mapped", "2026-12-05"),
        ("I'll map the wards by 30 June, 0 of 9 today", "2027-06-30"),
        ("I'll write the guide, not by Christmas but by Easter", "2027-03-28"),
        ("I'll write the guide, can't do March so by the end of June", "2027-06-30"),
        ("I'll publish the map, can't start before March but done by June", "2027-06-30"),
        ("I'll publish the map, if not by March then by June", "2027-06-30"),
        ("I'll publish the map, don't hold me to it but by March", "2027-03-31"),
        ("I'll write the guide, I'm away until the end of January so by the end of March", "2027-03-31"),
        ("I'll write the guide by March, not February", "2027-03-31"),
        ("I'll write the guide no later than 31 March", "2027-03-31"),
        ("I'll write the guide not a day after 31 March", "2027-03-31"),
        ("I'll write the guide by March at the latest", "2027-03-31"),
        ("Owen to publish the list, can't be later than 3 March", "2027-03-03"),
        // What is wanted may be a denial, and what is done may be a date.
        ("I'll see that no firm is left out by 3 March", "2027-03-03"),
        ("Objective: staff won't queue for forms by June, owner Farah", "2027-06-30"),
        ("Objective: nobody waits past a week by 30 June, owner Farah", "2027-06-30"),
        ("I'll set a date and a venue for the fair by the end of March", "2027-03-31"),
        ("Objective: agree the date of the fair by 3 March, owner Farah", "2027-03-03"),
        ("I'll put the rota together, the deadline is 3 March", "2027-03-03"),
        ("I'll take the old map off the website by 3 March", "2027-03-03"),
        ("I'll start the map in January and finish by June", "2027-06-30"),
    ])
    func `a date that is promised is due, whatever is denied beside it`(line: String, day: String) {
        #expect(due(line) == day)
    }

    // MARK: All but some

    @Test(arguments: [
        "yes I agree with the lot of them, bar 15", "I agree with all of them, but not 15",
        "agree with every one of them, except 15", "agree with the whole lot, apart from 15",
        "agree with everything said so far, save 15", "agree with all of those, excluding 15",
        "agree with each one of them. Not 15 though", "agree with all of them but 15",
        "I agree with everybody, with the exception of Farah",
    ])
    func `all but one are agreed with, and that one most likely not`(line: String) {
        #expect(ReadingRoom.told(line) == "agree 14,17,19,22 likely; disagree 15 likely")
    }

    @Test(arguments: [
        ("agree with all of them bar 15 and 17", "agree 14,19,22 likely; disagree 15,17 likely"),
        ("agree with the lot, apart from 15 and 17", "agree 14,19,22 likely; disagree 15,17 likely"),
        ("agree with everybody but Farah and Owen", "agree 17,19,22 likely; disagree 14,15 likely"),
        ("I disagree with the lot of them, bar 15", "disagree 14,17,19,22 likely"),
        ("I don't agree with any of them, bar 15", "disagree 14,17,19,22 likely"),
        ("agree with 14, but not 15", "agree 14 plain; disagree 15 plain"),
        ("agree with 15, except on Mondays", "agree 15 likely"),
        ("the council agreed the lot, bar the stadium", "statement none"),
        ("agree with everything, except the tone", "statement none"),
    ])
    func `what is left out may be several, and is nothing where no statement is named`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    // MARK: Whose side, in what

    @Test(arguments: [
        ("On tenders I'm with Owen; on the clinic I disagree with the doctor", "agree 14 plain; disagree 17 plain"),
        ("On tenders I agree with Owen", "agree 14 plain"), ("regarding tenders I am with Owen", "agree 14 plain"),
        ("About the buses I agree with Kit Marsh", "agree 19 plain"),
        ("On tenders I can't agree with Owen", "disagree 14 plain"),
        ("I'm wi' Farah, the college loses half its apprentices", "agree 15 plain"),
        // Something else of theirs may be meant.
        ("On the buses I agree with Farah", "agree 15 likely"), ("On paper I agree with Farah", "agree 15 likely"),
        ("On 15 I agree with Owen", "agree 15 likely"), ("on pay I disagree with Farah", "disagree 15 likely"),
        ("on tenders I agree with Owen, sort of", "agree 14 likely"),
        // In whose room somebody sits.
        ("I'm with Farah", "agree 15 likely"), ("I'm with Farah, nurse says ten minutes", "agree 15 likely"),
        ("I'm with Farah, though our firms are fine", "agree 15 likely"),
        ("I'm with Farah, if the firms are right", "unsure 15 likely"),
        ("I was with Farah, our firms lost theirs", "statement none"),
    ])
    func `a topic that somebody spoke of makes nothing weaker`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Am in full agreement with Farah, our lads all go", "agree 15 plain"),
        ("am in agreement with 15", "agree 15 plain"),
        ("Am agreed with Farah, ours have gone", "agree 15 plain"),
        ("Am not in agreement with 15", "disagree 15 plain"), ("Am inclined to agree with Farah", "agree 15 likely"),
        ("I'm in entire agreement with Farah", "agree 15 plain"), ("in broad agreement with Farah", "agree 15 likely"),
        ("The board is in full agreement with Farah", "statement none"),
        ("Am I the only one who agrees with 15", "chatter none"),
        ("got to disagree with 15, ours stay", "disagree 15 plain"),
        ("I'm bound to disagree with 15", "disagree 15 plain"), ("got to agree with 15", "agree 15 likely"),
        ("The board has got to agree with 15", "statement none"), ("you've got to agree with 15", "statement none"),
    ])
    func `an opinion may leave its speaker out`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test func `the other of two namesakes is the one who has not just spoken`() {
        let own = ReadingRoom.context(speaker: "Kit Marsh")
        #expect(
            ReadingRoom.told("got to disagree with the other Kit, grants ran for five years", own)
                == "disagree 22 plain")
        let last = ReadingRoom.context(last: ("Kit Marsh", 19))
        #expect(ReadingRoom.told("disagree with the other Kit", last) == "disagree 22 likely")
        #expect(ReadingRoom.told("disagree with the other Kit, grants ran for five years") == "disagree 22 likely")
    }

    // MARK: Short of it, waiting, over

    @Test(arguments: [
        ("I would not go so far as to agree with 15", "disagree 15 likely"),
        ("I wouldn't go as far as to agree with Farah", "disagree 15 likely"),
        ("I'd not go as far as agreeing with 15", "disagree 15 likely"),
        ("I wouldn't go so far as to disagree with 15", "unsure 15 likely"),
        ("I wouldn't go quite as far as Farah", "unsure 15 likely"),
        ("not against what Farah says, I've just never seen it myself", "unsure 15 likely"),
        ("not against 15", "unsure 15 likely"),
        // A question tagged on to a condition leaves it standing; one tagged on to a yes asks.
        ("I'd agree with Farah if the numbers really are that bad, are they?", "unsure 15 likely"),
        ("agree with 15 provided the college confirms it, will they?", "unsure 15 likely"),
        ("would you agree with 15 if the buses ran?", "chatter none"), ("I agree with 15, do you?", "chatter none"),
        ("show me the numbers and then maybe I'd agree with Farah", "unsure 15 likely"),
        ("couldn't agree more with 15 if I tried", "agree 15 likely"),
        // The reason is denied, and what it says perhaps not.
        ("I'm not here because I agree with 15", "unsure 15 likely"),
        ("I didn't come because I agree with 15", "unsure 15 likely"),
        ("I'm here because I agree with 15", "agree 15 plain"),
        ("I don't agree with 14 because I agree with 15", "disagree 14 plain; agree 15 likely"),
        ("I agree with 15 because nobody asked us", "agree 15 plain"),
        // A list that a denial closes.
        ("I agree with 14. 15, Kit Marsh and 22 I don't", "agree 14 plain; disagree 15,19,22 plain"),
        ("15, Owen and 22 I don't agree with", "disagree 15,14,22 plain"),
    ])
    func `agreement that is short of it, waits, or may be denied`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("last year I'd have disagreed with Farah, she's since turned me round", "agree 15 likely"),
        ("a year ago I would have disagreed with 15, you've turned me round", "agree 15 likely"),
        ("I'd have disagreed with 15 once, but Farah talked me round", "agree 15 likely"),
        ("I was against 15, Farah's won me over", "agree 15 likely"),
        ("I used to disagree with 15, now I don't", "agree 15 likely"),
        ("We used to disagree about 15, Farah and I. Not these days", "agree 15 likely"),
        ("We used to agree about 15, Farah and I. Not these days", "disagree 15 likely"),
        ("I'd have agreed with 15, Owen has turned me round", "disagree 15 likely"),
        // Nothing is over, or nobody here speaks.
        ("I was against 15 and nothing has persuaded me", "disagree 15 likely"),
        ("I used to disagree with 15, she hasn't won me over", "statement none"),
        ("I used to disagree with 15 and I still do", "statement none"),
        ("I'd have disagreed with 15 if you'd asked me last year", "statement none"),
        ("Farah and Owen used to disagree about 15. Not these days", "statement none"),
    ])
    func `what was thought once and is over is turned round and asked about`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("Too short to hire anybody, are they? I expect the six we hired are ghosts then", "disagree 22 likely"),
        ("Too short to hire anybody, are they? I'd no idea", "statement none"),
        ("Are they too short to hire anybody?", "chatter none"),
    ])
    func `words thrown back with a cause that nobody believes`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    // MARK: Reasons

    @Test(arguments: [
        ("not my patch, so no opinion on 15", "not my patch"), ("Not my field so I've no view on 15", "Not my field"),
        ("never worked with apprentices, so I can't say on 15", "never worked with apprentices"),
        ("we have no apprentices so I'm undecided on 15", "we have no apprentices"), ("so no opinion on 15", ""),
        ("I don't agree that the apprentices leave for the city. Ours have stayed", "Ours have stayed"),
        (
            "I disagree that the buses stop before the shift ends, the 14 runs till midnight",
            "the 14 runs till midnight"
        ),
        ("I don't agree with 15, apprentices do stay", "apprentices do stay"),
        ("Yeah no, I disagree, 14 is the county figure and not ours", "the county figure and not ours"),
        ("I disagree, 14 isn't what our buyers say", "isn't what our buyers say"),
        ("not against what Farah says, I've just never seen it myself", "I've just never seen it myself"),
        ("I'd agree with Farah if the numbers really are that bad, are they?", "if the numbers really are that bad"),
        ("if someone showed me the contract I'd agree with Owen", "if someone showed me the contract"),
        ("show me the numbers and then maybe I'd agree with Farah", "show me the numbers"),
        ("last year I'd have disagreed with Farah, she's since turned me round", ""),
    ])
    func `a reason is what stands beside the statement's own words`(line: String, reason: String) {
        #expect(because(line) == reason)
    }

    // MARK: Talk

    @Test(arguments: [
        ("agreed on the 14th then, I will book the canteen", "chatter none"),
        ("right, Thursday then, I'll book the hall", "chatter none"),
        ("agreed, I'll book us the library", "chatter none"),
        ("They agreed on the 14th to close the ward", "statement none"),
        ("We should book the canteen for the schools' day every month", "statement none"),
        ("we never can agree on a curry house, us lot", "chatter none"),
        ("we never agree where to eat", "chatter none"),
        ("we can never agree on a restaurant", "chatter none"), ("we never can agree on a date", "chatter none"),
        ("We can't agree on a room for June, I'll send round a poll", "chatter none"),
        ("we never can agree on a budget", "statement none"),
        ("the two councils never agree on a bus route", "statement none"),
        ("we never agree on a date for the discharge meeting, and patients wait", "statement none"),
        ("my train is blocked outside Selby so I may drop out", "chatter none"),
        ("my bus has broken down so I'll be late", "chatter none"),
        ("the signal is going, I may drop out", "chatter none"),
        ("my train is cancelled every week and I lose a day's wages", "statement none"),
        ("our bus was cut so night staff may drop out", "statement none"),
        ("trains to Selby are blocked every winter so staff drop out of training", "statement none"),
        ("agree the heating wants turning up in here", "chatter none"),
        ("the heating in our flats wants replacing", "statement none"),
        ("heating needs turning down on every ward", "statement none"),
        ("the car park at county hall is shut next week fyi", "chatter none"),
        ("just so you know the main entrance is closed on Monday", "chatter none"),
        ("the car park at the hospital is shut to carers", "statement none"),
        ("fyi the clinic shut in March", "statement none"),
        ("They are expanding A&E and shutting the gym in the same month", "statement none"),
        ("if the bypass slips again none of those jobs will turn up", "statement none"),
    ])
    func `an aside is told by its whole shape, and a remark on the subject is kept`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line) == meaning)
    }

    @Test(arguments: [
        ("I never close a test before the quiet end of the table has had its say", "chatter none"),
        ("I never close a vote before everyone has spoken", "chatter none"),
        ("I never see the board ask about health", "statement none"),
    ])
    func `a facilitator tells how they run a meeting`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.leading) == meaning)
    }

    @Test func `how somebody got here is no organisation`() {
        let arriving = ReadingRoom.context(.opening, speaker: "Dr Ola Finch")
        #expect(
            ReadingRoom.told("Dr Ola Finch here, just arrived, I'm from Marsh Lane Surgery (primary care)", arriving)
                == "join Dr Ola Finch/primary care/Marsh Lane Surgery plain")
    }
}
