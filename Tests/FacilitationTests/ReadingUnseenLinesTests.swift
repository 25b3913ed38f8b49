import Facilitation
import Testing

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
}
