import TerminalSupport
import Testing

/// What people do in private at one keyboard, before the day and on it.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `In private at one keyboard` {
    private static let setup = """
        title: Quay Side
        areas: [8, 2]
        pregauge:
          until: 2026-10-21
        members:
          - {name: Helen Reed, role: facilitator}
          - {name: Ann Shah, sector: vcse}
          - {name: Bo Lund, sector: nhs}

        """

    private func sit(_ place: Place) async throws -> TerminalSession {
        try await place.sit(["--setup", try place.write(Self.setup, to: "quay.yaml")])
    }

    @Test func `before the day one person is led through all areas, and what they type is nowhere`() async throws {
        let place = try Place()
        let session = try await sit(place)
        #expect(session.everything.contains("/hand and a name lets that person rate area after area, unseen."))
        #expect(try await session.enter("/where").contains("Ratings before the day are open until 21 October 2026."))
        #expect(try await session.enter("/hand").contains("Before the day people rate one by one: /hand and a name"))
        session.type("/hand Ann\r")
        try await session.expect("Ann Shah, please rate 2 areas, one by one.")
        try await session.expect("Area 8: Acting as an anchor.")
        try await session.enterHidden("bananas")
        try await session.expect("could not be read as a rating")
        try await session.enterHidden("established, low, because of copperfield")
        try await session.expect("Kept.")
        try await session.expect("Area 2: Quality local employment.")
        try await session.enterHidden("")
        try await session.expect("Left as it is.")
        try await session.expectPrompt("gathering>")
        session.type("/hand Ann\r")
        // The same again: what is asked does not tell who has rated what.
        try await session.expect("Ann Shah, please rate 2 areas, one by one.")
        try await session.expect("Area 8: ")
        try await session.enterHidden("/private about lanternfish")
        try await session.expect("A private line for the facilitator was kept, and is not shown here.")
        try await session.expect("Now the rating of this area, please.")
        try await session.expect("(hidden) ")
        session.type("emerg\u{3}")
        try await session.expect("What you rated before is kept, and nothing of this line.")
        try await session.expectPrompt("gathering>")
        for text in [session.everything, place.history, try place.look("record", "main")] {
            for word in ["bananas", "copperfield", "lanternfish", "emerg\u{3}"] { #expect(!text.contains(word)) }
        }
        let revealed = try await session.enter("/reveal all")
        #expect(revealed.contains("Area 8, Acting as an anchor: 1 of 2 answered. Established 1."), "\(revealed)")
        #expect(try await session.enter("/draft").contains("Round 1, given before the day: 1 Established; 1 of 2"))
        _ = try await session.leave()
    }

    @Test func `before the day too, the example of a rating is in the stages of the room's own framework`() async throws
    {
        let place = try Place()
        let setup = """
            framework: \(Place.riverTowns)
            areas: [2]
            pregauge:
              until: 2026-10-21
            members:
              - {name: Helen Reed, role: facilitator}
              - {name: Ann Shah, sector: vcse}

            """
        let session = try await place.sit(["--setup", try place.write(setup, to: "rivers.yaml")])
        session.type("/hand Ann\r")
        try await session.expect("please rate 1 area. Nothing that you type is shown. For example: shared, medium,")
        try await session.enterHidden("shared, medium, because we have a plan")
        try await session.expect("Kept.")
        try await session.expectPrompt("gathering>")
        _ = try await session.leave()
    }

    @Test func `where nobody has rated, nothing is said about how close views are`() async throws {
        let place = try Place()
        let session = try await sit(place)
        let revealed = try await session.enter("/reveal all")
        #expect(revealed.contains("No area has revealed ratings yet.") && !revealed.contains("views are close"))
        #expect(try await session.enter("/where").contains("The facilitator begins with /start."))
        _ = try await session.leave()
    }

    @Test func `a private line is told of, without whose it is or what it says`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann Shah: good morning")
        session.type("/hand Ann\r")
        try await session.enterHidden("/private about copperfield")
        try await session.expect("A private line for the facilitator was kept, and is not shown here. To read it alone")
        try await session.expect("commonground export main --everything --store ")
        try await session.expectPrompt("gathering>")
        session.type("/hand Ann\r")
        try await session.enterHidden("only a thought")
        try await session.expect("Your words are kept, privately.")
        try await session.expectPrompt("gathering>")
        #expect(session.everything.components(of: "A private line for the facilitator") == 1)
        #expect(!session.everything.contains("copperfield") && !place.history.contains("copperfield"))
        #expect(try place.look("export", "main", "--everything").contains("about copperfield"))
        _ = try await session.leave()
    }

    @Test func `somebody's sector, typed by the facilitator as the bot asked, is not the facilitator's`() async throws {
        let place = try Place()
        let session = try await place.sit()
        #expect(try await session.enter("Ann Osei: good morning").contains("/join Ann Osei | sector | organisation"))
        let joined = try await session.enter("/join Ann Osei | vcse | Harrow Carers")
        #expect(joined.contains("Thank you. Ann Osei (Harrow Carers, VCSE)."), "\(joined)")
        let new = try await session.enter("/join Sam Rhys | nhs | Harrow Trust")
        #expect(new.contains("Sam Rhys (Harrow Trust, NHS) has joined."), "\(new)")
        let own = try await session.enter("/join Facilitator | nhs | Quay Trust")
        #expect(own.contains("Facilitator (Quay Trust, NHS)"), "\(own)")
        #expect(try await session.enter("/who").contains("Facilitator (Quay Trust, NHS); Ann Osei"))
        _ = try await session.leave()
    }
}
