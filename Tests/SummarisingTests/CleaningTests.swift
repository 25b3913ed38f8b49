import Testing

@testable import Summarising

@Suite struct `Cleaning a sentence` {
    @Test(arguments: [
        ("So um we we need, uh, a later bus.", "We need a later bus."),
        ("And, you know, a taxi costs eighteen pounds.", "A taxi costs eighteen pounds."),
        ("I mean we could, we could ask the bus company.", "We could ask the bus company."),
        ("The rem remote villages have no bus.", "The remote villages have no bus."),
        ("It it's the hall that leaks.", "It's the hall that leaks."),
        ("Okay, well, I think three halls is right, yeah.", "I think three halls is right."),
        ("The hall, um, the hall needs a roof.", "The hall needs a roof."),
        ("We wrote the s- summary on Monday.", "We wrote the summary on Monday."),
        ("The drivers need their mileage sooner and", "The drivers need their mileage sooner."),
        ("Well-being hubs are open on Mondays.", "Well-being hubs are open on Mondays."),
    ])
    func `the noise of speaking goes and the rest stays`(_ said: String, _ kept: String) {
        #expect(Meetings.clean("Ann: " + said) == [kept])
    }

    @Test(arguments: [
        "Do you know what I mean by a warm space?", "Two two-bed flats stood empty.",
        "We need two two four for the door.", "No, the board did not agree to that.", "I like the second hall.",
        "Right to buy rules changed in May.", "Maybe we should ask the college.",
    ])
    func `words that mean something stay`(_ said: String) {
        #expect(Meetings.clean("Ann: " + said) == [said])
    }

    @Test func `what was broken off shows it`() {
        #expect(
            Meetings.clean("Ann: The bus company would never,\nSam: They did it for the college.")[0].hasSuffix("…"))
    }

    @Test(arguments: 1...60)
    func `cleaning only leaves words out and keeps their order`(_ seed: Int) {
        let model = MeetingModel(MeetingLines(Babble.meeting(seed: UInt64(seed), lines: 30)))
        for (spoken, clean) in zip(model.spoken, model.clean) {
            let said = spoken.tokens.flatMap { bareWords($0.text) }
            #expect(isInOrder(bareWords(clean.text), in: said), "\(said) became \(clean.text)")
        }
    }
}
