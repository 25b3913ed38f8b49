import TerminalSupport
import Testing

/// What the TAB key offers, by what stands before the cursor.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `The TAB key` {
    @Test func `completes commands, areas, stages, levels, members and numbers where they belong`() async throws {
        let place = try Place()
        let session = try await place.sit(["--setup", try place.write(Self.setup, to: "setup.yaml")], columns: 100)
        try await check(session, "/sta\t", "/start")
        try await check(session, "/start incl\t", "/start inclusive-growth")
        try await session.enter("/start 8")
        try await session.enter("/gauging")
        try await check(session, "/gauge est\t", "/gauge established")
        try await check(session, "/gauge established hi\t", "/gauge established high")
        try await check(session, "/hand Zo\t", "/hand Zoë Brown")
        try await check(session, "/hand Ann S\t", "/hand Ann Shah")
        try await check(session, "/hand Idr\t", "/hand Idris")
        try await session.enter("/reveal")
        let number = try number(
            after: "statement ", in: try await session.enter("Zoë: One list serves all six bodies."))
        try await check(session, "Ann Shah: /agree \t", "Ann Shah: /agree #\(number)")
        try await check(session, "Zoë: I agree with #\t", "Zoë: I agree with #\(number)")
        try await session.enter("/settle established")
        try await check(session, "Zoë: /lev\t", "Zoë: /level")
        try await check(session, "Ann Shah: /level sta\t", "Ann Shah: /level stand-aside")
        try await check(session, "Zo\t", "Zoë:")
        _ = try await session.leave()
    }

    @Test func `shows a list where several things fit, and tells namesakes apart`() async throws {
        let place = try Place()
        let session = try await place.sit(["--setup", try place.write(Self.setup, to: "setup.yaml")], columns: 100)
        session.type("/ga\t")
        try await session.expect("/gauge")
        try await session.expect("/gauging")
        try await session.expectPrompt("gathering> /gaug")
        session.type("\u{3}")
        try await session.expectPrompt("gathering>")
        // Two are called Ann, so their first name alone is no speaker.
        session.type("An\t")
        try await session.expect("Ann Lee:")
        try await session.expect("Ann Shah:")
        session.type("\u{3}")
        try await session.expectPrompt("gathering>")
        session.type("Zoë: /le\t")
        try await session.expect("/leave")
        try await session.expect("/level")
        session.type("\u{3}")
        try await session.expectPrompt("gathering>")
        _ = try await session.leave()
    }

    /// Types keys, looks at the line, and drops it.
    private func check(_ session: TerminalSession, _ keys: String, _ line: String, asked: Int = #line) async throws {
        session.type(keys)
        try await session.expectPrompt("> \(line)", asked: asked)
        session.type("\u{3}")
        try await session.expectPrompt(asked: asked)
    }

    private static let setup = """
        title: Three Valleys
        members:
          - {name: Zoë Brown, organisation: The Hospital, sector: nhs}
          - {name: Ann Lee, organisation: The Council, sector: local-government}
          - {name: Ann Shah, organisation: Valley Clubs, sector: vcse}
          - {name: Cllr Idris Vane, organisation: The Council, sector: local-government}
        """
}
