import Testing

@testable import Facilitation

/// Rules that a set of lines meant to be hard asked for, each with lines of its own and some beside it that it must leave
/// alone.
@Suite struct ReadingHardLinesTests {
    @Test(arguments: [
        ("Expanding, no. Established, no. Emerging, yes.", "gauge emerging plain"),
        ("Emerging? No. Not yet? Yes, low", "gauge not-yet low plain"),
        ("expanding: nope, established: yep", "gauge established plain"),
        ("Expanding no, established no, emerging yes", "gauge emerging plain"),
        ("Expanding we are not; established we are", "gauge established plain"),
        ("Are we expanding? Afraid not. Established", "gauge established plain"),
        ("Is it emerging? It is", "gauge emerging plain"), ("Emerging, yes", "gauge emerging plain"),
        ("Emerging? No", "chatter none"), ("Established, yes and no", "gauge established likely"),
        // A *no* that echoes, belongs to the next stage or is part of something else denies nothing.
        ("not yet, no", "gauge not-yet plain"), ("emerging, not established", "gauge emerging plain"),
        ("Established, no doubt", "gauge established high plain"), ("Emerging, not sure", "gauge emerging low plain"),
        ("Established, are we not", "gauge established plain"),
        ("Emerging, no shared plan", "gauge emerging plain"), ("Not yet. No lead, no plan", "gauge not-yet plain"),
    ])
    func `stages gone through one by one`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == meaning)
    }

    @Test(arguments: [
        ("I'd love to put expanding but truth be told it's not yet", "gauge not-yet plain"),
        ("It would be nice to say expanding, but no, established", "gauge established plain"),
        ("I wish we could say established but we're emerging", "gauge emerging plain"),
        ("We talk as if we were established but really it is emerging", "gauge emerging plain"),
        ("established in theory but really not yet", "gauge not-yet likely"),
        ("I'd love to see a joint plan but we have not yet begun", "gauge not-yet plain"),
        ("Emerging, but the colleges have not yet signed", "gauge emerging plain"),
        ("mine should have been not yet, please change it", "gauge not-yet plain"),
        ("my answer was meant to be established, wrong button", "gauge established plain"),
    ])
    func `a stage that is wished for, and the one that is meant`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.gauging) == meaning)
    }

    @Test(arguments: [
        ("Expanding would be a stretch. Established", ""), ("Established it is not. Emerging it is", ""),
        ("Established, please change it", ""),
        ("Established, my evidence is one joint desk", "one joint desk"),
        ("Emerging, the evidence is thin", "the evidence is thin"), ("Emerging, no shared plan", "no shared plan"),
    ])
    func `what weighs stages is no evidence`(line: String, evidence: String) {
        let event = ReadingRoom.read(line, ReadingRoom.gauging).first?.event
        guard case .rated(_, _, let told) = event else {
            Issue.record("no rating: \(line)")
            return
        }
        #expect(told == evidence)
    }

    @Test(arguments: [
        ("I'll write to every surgery by 01.12", "2026-12-01"), ("I'll print the rota before 3.02.", "2027-02-03"),
        ("I will have five desks signed up by 09.10", "2027-10-09"), ("I'll cut the wait by 1.10", nil),
        ("I'll grow it by 2.10 points", nil), ("I'll ring them by 10.30", nil), ("I'll lower it by 1.5", nil),
    ])
    func `a day and a month with a dot`(line: String, due: String?) {
        #expect(proposed(line)?.due == due)
    }

    private func proposed(_ line: String, speaker: String = "Nadine") -> Proposed? {
        let context = ReadingRoom.context(.objectives, speaker: speaker)
        guard case .proposed(let proposed) = ReadingRoom.read(line, context).first?.event else { return nil }
        return proposed
    }

    @Test func `an owner named first, with a noun, figures and a date`() {
        let own = proposed("Owen, firm visits, 20 a term up from 8, by 31 March", speaker: "Owen")
        #expect(own?.owner == "Owen" && own?.due == "2027-03-31" && own?.baseline == "8" && own?.target == "20")
        let others = "Owen, firm visits, 20 a term up from 8, by 31 March"
        #expect(ReadingRoom.told(others, ReadingRoom.objectives) == "propose objective likely")
        for line in ["Owen, please send the 3 slides by Friday", "Owen, you had 3 of them, by the way, by June"] {
            #expect(proposed(line) == nil, "\(line)")
        }
    }

    @Test(arguments: [
        ("number 4 please", "command plain"), ("Right, let's have number six", "command plain"),
        ("7 next please", "command plain"), ("5 minutes please", "chatter none"), ("9 of us are here", "chatter none"),
        ("two sugars please", "chatter none"), ("please end today's session there, with thanks", "command plain"),
        ("Let's wrap up this meeting", "command plain"), ("I don't want to end this session yet", "chatter none"),
        ("Lovely, that area is finished", "command plain"), ("that area isn't done", "chatter none"),
        ("Would everyone submit their private rating please", "command plain"),
        ("I can't give a rating for my own trust", "chatter none"),
    ])
    func `what a facilitator asks for`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.context(.between, role: .facilitator)) == meaning)
    }

    @Test(arguments: [
        ("camera's on now, Owen", "chatter none"), ("yes Nadine, my mic is off", "chatter none"),
        ("the cameras are off all over the estate", "statement none"),
        ("my tram is 5.20 so I'll be leaving bang on five", "chatter none"),
        ("buses stop at six so staff are leaving at five", "statement none"),
        ("landlords said 'no objection' when asked about the heating", "statement none"),
        ("Who has signed in this afternoon?", "ask who plain"),
        ("in my last I meant 'badly lit', sorry, fat thumbs", "correct last plain"),
        ("in my last job I meant to sort this out", "statement none"),
        ("park, for now, who pays the rent", "park plain"),
    ])
    func `talk, questions and words put right`(line: String, meaning: String) {
        let own = ReadingRoom.context(speaker: "Kit Dunne")
        #expect(ReadingRoom.told(line, own) == meaning)
    }

    @Test(arguments: [
        ("in my last I meant 'badly lit', sorry, fat thumbs", "badly lit"),
        ("my last should say 'rural' bus routes", "'rural' bus routes"),
    ])
    func `new words between quotation marks`(line: String, text: String) {
        guard
            case .corrected(_, let told) = ReadingRoom.read(line, ReadingRoom.context(speaker: "Kit Dunne")).first?
                .event
        else {
            Issue.record("no correction: \(line)")
            return
        }
        #expect(told == text)
    }

    @Test(arguments: [
        ("park, for now, who pays the rent", "who pays the rent"),
        ("can we park for the moment the question of rents", "the question of rents"),
    ])
    func `what is parked, without what is put in between`(line: String, text: String) {
        #expect(ReadingRoom.read(line).map(\.event) == [.parked(text: text)])
    }

    @Test(arguments: [
        ("that is how I meant it, yes", "yes plain"), ("that's not how I meant it", "no plain"),
        ("no, no, you have me right", "yes likely"), ("no, you have me wrong", "no plain"),
        ("you have me right but the date is wrong", "no plain"), ("no no, you don't have me right", "no plain"),
    ])
    func `how something was meant`(line: String, meaning: String) {
        #expect(ReadingRoom.told(line, ReadingRoom.confirming) == meaning)
    }
}
