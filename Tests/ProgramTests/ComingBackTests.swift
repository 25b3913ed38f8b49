import Glibc
import TerminalSupport
import Testing

/// Leaving, coming back, and being cut off.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Leaving and coming back` {
    @Test func `Ctrl-C drops the line and says how to leave; Ctrl-D leaves; the next start goes on exactly`()
        async throws
    {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann Shah: good morning")
        try await session.enter("/start 8")
        try await session.enter("Ann: The list is printed twice a year.")
        session.type("half a thou")
        try await session.expectPrompt("half a thou")
        session.type("\u{3}")
        try await session.expect("That line is dropped. To leave, press Ctrl-D or type /quit; everything is kept.")
        try await session.expectPrompt("8 framed, 25 min>")
        let prompt = session.screen.cursorLine
        #expect(try await session.leave().contains("To go on from here: commonground --store "))

        let again = try await place.sit()
        #expect(again.screen.cursorLine == prompt)
        #expect(again.everything.contains("Back in room “main”, after entry"))
        #expect(again.everything.contains("Ann Shah: The list is printed twice a year."))
        #expect(again.everything.contains("Area 8: "))
        #expect(!again.everything.contains("half a thou"))
        again.type("/quit\r")
        try await again.expect("Everything is kept.")
        #expect(try await again.ending() == .status(0))
    }

    @Test func `a kill in the middle of a typed line loses nothing that was answered`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann Shah: good morning")
        try await session.enter("/start 8")
        try await session.enter("/gauging")
        session.type("/hand Ann\r")
        try await session.enterHidden("established, low, because the copperfield audit says so")
        try await session.expect("Your rating is kept.")
        try await session.expectPrompt("8 gauging 1 of 1, 25 min>")
        session.type("Ann: and then we")
        try await session.expectPrompt("and then we")
        session.send(SIGKILL)
        #expect(try await session.ending() == .signal(SIGKILL))

        #expect(try place.look("verify").hasPrefix("Sound:"))
        let again = try await place.sit()
        #expect(again.screen.cursorLine == "8 gauging 1 of 1, 25 min>")
        #expect(!again.everything.contains("copperfield"))
        #expect(!again.everything.contains("and then we"))
        #expect(try await again.enter("/reveal").contains("1 of 1 answered. Established 1."))
        _ = try await again.leave()
    }

    @Test func `a kill while a rating is being typed leaves nothing of it`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann Shah: good morning")
        try await session.enter("/start 8")
        try await session.enter("/gauging")
        session.type("/hand Ann\r")
        try await session.expect("(hidden) ")
        session.type("established, because the copperf")
        session.send(SIGKILL)
        _ = try await session.ending()
        let again = try await place.sit()
        #expect(again.screen.cursorLine == "8 gauging 0 of 1, 25 min>")
        _ = try await again.leave()
    }

    @Test func `the window may be closed, and asking to end is a way to leave`() async throws {
        for signal in [SIGHUP, SIGTERM] {
            let place = try Place()
            let session = try await place.sit()
            try await session.enter("Ann Shah: good morning")
            session.send(signal)
            #expect(try await session.ending() == .status(0))
            #expect(session.hasOrdinaryModes)
            #expect(try place.look("verify").hasPrefix("Sound:"))
        }
    }

    @Test func `the time that is used up is said above a half-typed line`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann Shah: good morning")
        try await session.enter("/start 8")
        _ = try await session.leave()
        let later = try await place.sit(clock: "2026-10-14T13:47:00Z")
        later.type("Ann: The list is printed")
        // It may have been said before the first letter.
        let words = "The time planned for this area is used up."
        try await later.wait(words) { later.everything.contains(words) }
        try await later.expectPrompt("8 framed, 2 min over> Ann: The list is printed")
        later.type(" twice a year.\r")
        try await later.expect("statement #")
        #expect(try await later.leave().components(of: "is used up") == 1)
    }

    @Test func `what others write in the room appears above a half-typed line`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann Shah: good morning")
        try await session.enter("/start 8")
        session.type("So the next thing")
        try await session.expectPrompt("> So the next thing")
        let bridge = try place.run(
            ["run", "--text", "--room", "main", "--store", place.store],
            input: "Ann Shah: The list is printed twice a year.\nAnn Shah (privately): /private copperfield\n")
        #expect(bridge.status == 0)
        try await session.expect("Ann Shah: The list is printed twice a year.")
        // What somebody says to the facilitator alone is on no screen that everybody sees.
        try await session.expect("A private line for you was kept, and is not shown here. To read it alone")
        try await session.expectPrompt("> So the next thing")
        session.type(" is\r")
        try await session.expectPrompt("8 framed, 25 min>")
        // What somebody else said is not in the answer to the next line.
        #expect(session.everything.components(of: "printed twice a year") == 1)
        #expect(session.everything.components(of: "copperfield") == 0)
        _ = try await session.leave()
    }
}

extension String {
    /// How often a text stands in this one.
    func components(of text: String) -> Int { ranges(of: text).count }
}
