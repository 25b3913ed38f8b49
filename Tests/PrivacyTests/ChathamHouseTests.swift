import Drafting
import Facilitation
import Hosting
import JSONText
import Reports
import Testing
import Transcript

@Suite struct ChathamHouseTests {
    @Test func `the room's own rule hides the names of those, too, who spoke without joining`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.attribution = .chathamHouse
        _ = try host.open(Meeting.opening(setup))
        _ = try host.hear(Meeting.speech(Meeting.helen, "/start 8"))
        #expect(try host.hear(Meeting.speech("typed:zed marlow", "hmm")).declined != nil)
        // A bridge whose chat gives no ids puts the chat before the name.
        _ = try host.hear(Meeting.speech("typed:irc.home:ines kaplan", "hmm"))
        let said = try host.hear(
            Meeting.speech(Meeting.ann, "I think Zed Marlow and Kaplan are both right about the form at irc.home.")
        ).number
        let snapshot = try host.snapshot(of: Place.room)
        let texts = [
            try snapshot.readableTranscript(), try snapshot.sharedTranscript().text(as: .ndjson),
            try snapshot.chathamHouseTranscript(), JSONEmitter(.compact).text(try snapshot.record().json),
            try host.draft(.minutes, of: Place.room).report.draft.markdown,
        ]
        for text in texts { for name in ["Zed", "Marlow", "Kaplan"] { #expect(!text.contains(name), "\(text)") } }
        let kept = "I think a member and a member are both right about the form at irc.home."
        #expect(texts[0].contains("[\(said)] A member: \(kept)\n"))
        #expect(try snapshot.record().areas.first?.statements.map(\.text) == [kept])
        // Whoever reads the room anew keeps them back as well.
        #expect(try place.host().readableTranscript(of: Place.room) == texts[0])
    }

    @Test func `a single letter is nobody's name, and neither is what somebody erased is called`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.attribution = .chathamHouse
        _ = try host.open(Meeting.opening(setup))
        _ = try host.hear(Meeting.speech(Meeting.helen, "/start 8"))
        _ = try host.hear(Meeting.speech("typed:zed marlow", "hmm"))
        _ = try host.hear(Meeting.speech("typed:q", "hmm"))
        _ = try #require(try host.erase(person: "Zed Marlow", from: Place.room))
        _ = try host.hear(Meeting.speech(Meeting.ann, "I think q comes before area 1, and nothing is erased."))
        let text = try host.readableTranscript(of: Place.room)
        #expect(text.contains("A member: I think q comes before area 1, and nothing is erased.\n"))
    }
}
