import Hosting
import LineProtocol
import Testing

@testable import commonground

/// Who speaks in a line, and who is asked about first.
@Suite struct `Who speaks at the keyboard` {
    private func speaker(_ line: String, in room: KeyboardRoom) throws -> SpeakerReading.Speaker {
        let reading = SpeakerReading(room.discussion)
        return try reading.speaker(of: reading.read(line))
    }

    private func joining(_ words: String, typedBy actor: String, in room: KeyboardRoom) throws -> String {
        try SpeakerReading(room.discussion).joining(words, typedBy: actor)
    }

    @Test(arguments: ["good morning", "/where", "Note: the plan is late", "we meet at 10: bring a cup"])
    func `a line without somebody's name is the keyboard's own`(line: String) throws {
        let room = try KeyboardRoom("Ann Shah")
        #expect(try speaker(line, in: room) == .known(actor: ConsoleSession.keyboard))
        #expect(SpeakerReading(room.discussion).read(line).text == line)
    }

    @Test func `the keyboard speaks as whoever facilitates the room`() throws {
        let room = try KeyboardRoom("Ann Shah", facilitator: "irc:helen")
        #expect(try speaker("good morning", in: room) == .known(actor: "irc:helen"))
    }

    @Test(arguments: ["Ann: hello", "ann shah: hello", "Shah: hello", "Ann Shah (privately): hello", "Ann: /where"])
    func `a name and a colon speak for somebody here`(line: String) throws {
        let room = try KeyboardRoom("Ann Shah", "Bo Lund")
        #expect(try speaker(line, in: room) == .known(actor: room.actor("Ann Shah")))
    }

    @Test func `somebody new joins by speaking, and a command of theirs goes to the room as it is`() throws {
        let room = try KeyboardRoom("Ann Shah")
        #expect(
            try speaker("Zoë Brown: hello", in: room) == .newcomer(name: "Zoë Brown", actor: "typed:zoë brown"))
        #expect(try speaker("Zoë Brown: /join Zoë Brown | nhs", in: room) == .known(actor: "typed:zoë brown"))
    }

    @Test func `a slip in a name brings nobody new, unless they join by command`() throws {
        let room = try KeyboardRoom("Brenda Moss")
        #expect(try speaker("Brneda: support", in: room) == .slip(typed: "Brneda", meant: "Brenda Moss"))
        #expect(try speaker("Brneda: /join Brneda", in: room) == .known(actor: "typed:brneda"))
    }

    @Test func `of two who share a name nobody speaks by it`() throws {
        let room = try KeyboardRoom("Ann Shah", "Ann Lee")
        #expect(throws: HostError.self) { try speaker("Ann: hello", in: room) }
        #expect(try speaker("Ann Lee: hello", in: room) == .known(actor: room.actor("Ann Lee")))
    }

    @Test func `a join that the facilitator types for somebody else is about them`() throws {
        let room = try KeyboardRoom("Ann Shah")
        let (own, ann) = (ConsoleSession.keyboard, room.actor("Ann Shah"))
        #expect(try joining("Ann Shah | vcse | Harrow Carers", typedBy: own, in: room) == ann)
        #expect(try joining("Zoë Brown | nhs", typedBy: own, in: room) == "typed:zoë brown")
        #expect(try joining("Facilitator | nhs", typedBy: own, in: room) == own)
        #expect(try joining("", typedBy: own, in: room) == own)
        #expect(try joining("Bo Lund | nhs", typedBy: ann, in: room) == ann)
    }
}

/// What may come before a colon and make somebody new join.
@Suite struct `Words before a colon` {
    @Test(arguments: ["Ann", "Ann Osei", "Anne-Marie O’Neil", "Dr. Idris Vane", "李"])
    func `that look like a name`(words: String) { #expect(SpeakerNames.looksLikeOne(words)) }

    @Test(arguments: [
        "Note", "FYI", "Apologies", "Next steps", "the plan", "Ann of the hospital", "Area 8",
        "One Two Three Four Five", "", "Next",
    ])
    func `that do not`(words: String) { #expect(!SpeakerNames.looksLikeOne(words)) }
}
