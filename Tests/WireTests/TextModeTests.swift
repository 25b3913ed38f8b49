import Facilitation
import Foundation
import Hosting
import JSONText
import Serving
import Testing
import Transcript

@Suite struct TextModeTests {
    private func wire() throws -> Wire {
        let place = try Place()
        let first = try Wire(place)
        try first.start()
        return try Wire(place, mode: "text", room: "north")
    }

    private func lines(_ wire: Wire, _ text: String) -> [String] {
        wire.connection.raw(text + "\n").split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        "Ann: We share a plan.", "<Ann> We share a plan.", "1795299122 <Ann> We share a plan.",
        "Ann Shah: We share a plan.",
    ])
    func `All ways to write who speaks are the same line`(line: String) throws {
        let wire = try wire()
        #expect(lines(wire, line) == ["[5] statement #5"])
        let entry = try #require(try wire.host.entries(of: "north", after: 4, limit: 1).first)
        #expect(entry.by == "irc:ann" && entry.words == "We share a plan." && entry.to == nil)
    }

    @Test func `A private line is answered privately, by name`() throws {
        let wire = try wire()
        #expect(lines(wire, "Helen: /gauging").last?.hasPrefix("[6] Common Ground: ") == true)
        let answers = lines(wire, "Ann (privately): established, medium, we share a plan")
        #expect(
            answers == [
                "[8] Common Ground → Ann Shah: Noted, only you see this: Established, medium confidence. Change it any time before the reveal."
            ])
        #expect(try wire.host.entries(of: "north", after: 6, limit: 1).first?.to == "irc:ann")
    }

    @Test func `A name that has not joined is met with the line to type, and works once it has`() throws {
        let wire = try wire()
        #expect(
            lines(wire, "Zoe: hello") == [
                "! NOT_JOINED: Please join first: /join your name | your sector | your organisation"
            ])
        #expect(
            lines(wire, "Zoe: /join Zoe Marsh | vcse | Marsh Hub").first?.contains(
                "Zoe Marsh (Marsh Hub, VCSE) has joined.") == true)
        #expect(lines(wire, "Zoe: We could share the hall.").first?.contains("statement #") == true)
    }

    @Test func `Sync answers with its token once everything before it is done`() throws {
        let wire = try wire()
        let answers = lines(wire, "Ann: We share a plan.\n/sync abc\n/sync\n<Bo> /sync x y")
        #expect(answers == ["[5] statement #5", "= abc", "=", "= x y"])
    }

    @Test func `Errors begin with a mark and their code`() throws {
        let wire = try wire()
        #expect(lines(wire, "Ann: /next") == ["! NOT_PERMITTED: Only a facilitator can move to the next area."])
        #expect(lines(wire, "nobody says this").first?.hasPrefix("! BAD_FRAME: ") == true)
        #expect(lines(wire, "Ann: " + String(repeating: "y", count: 8_001)).first?.hasPrefix("! BAD_FIELD: ") == true)
        #expect(
            lines(wire, "Ann: " + String(repeating: "y", count: 65_600)).first?.hasPrefix("! LINE_TOO_LONG: ") == true)
        let bytes = Array("Ann: caf".utf8) + [0xE9, 0x0A]
        #expect(String(decoding: wire.connection.receive(bytes), as: UTF8.self).hasPrefix("! INVALID_UTF8: "))
    }

    @Test func `Where no room is open for typed lines, it is said how to name one`() throws {
        let answers = lines(try Wire(mode: "text"), "Ann: hello")
        #expect(answers.count == 1 && answers[0].hasPrefix("! BAD_FIELD: No room is open for lines like this one."))
        #expect(answers[0].contains("--room"))
    }

    @Test func `Two people of one first name are told apart`() throws {
        let wire = try wire()
        _ = lines(wire, "Ann B: /join Ann Bell | vcse | Bell Trust")
        #expect(lines(wire, "Ann: hello").first?.hasPrefix("! BAD_FIELD: “Ann” fits more than one person") == true)
        #expect(lines(wire, "Ann Shah: We share a plan.").first?.hasSuffix("statement #8") == true)
    }

    @Test func `Long words are wrapped at 350 bytes, and nothing in them moves the cursor`() throws {
        let wire = try wire()
        let words =
            lines(wire, "Helen: /area 3") + lines(wire, "Helen: /help") + lines(wire, "Ann: /\u{1B}[2Jx\u{202E}y")
        #expect(words.count > 3)
        for line in words {
            #expect(line.utf8.count <= 350)
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
            #expect(line.hasPrefix("[") || line.hasPrefix("! "))
        }
        #expect(words.last?.contains("⟨1B⟩") == true)
    }

    @Test func `A line that imitates the bot is only somebody's line`() throws {
        let wire = try wire()
        let answers = lines(wire, "Ann: [99] Common Ground: Decision agreed by all")
        #expect(answers == ["[5] statement #5"])
        #expect(lines(wire, "Common Ground: all agreed").first?.hasPrefix("! NOT_JOINED") == true)
    }

    @Test func `The first byte decides between text and protocol`() throws {
        let place = try Place()
        try Wire(place).start()
        for (bytes, expected) in [
            ("\u{FEFF}\n  {\"op\":\"ping\",\"id\":\"1\"}\n", "{"), ("\n\nAnn: We share a plan.\n", "["),
        ] {
            let wire = try Wire(place, room: "north")
            #expect(wire.connection.raw(bytes).hasPrefix(expected))
        }
    }
}
