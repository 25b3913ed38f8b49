import Facilitation
import Foundation
import Hosting
import JSONText
import Testing
import Transcript

@Suite struct DisclosureTests {
    @Test func `a person gets what is held about them, and nobody else's private words`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let disclosure = try host.disclosure(about: "zebediah quillfeather", in: [Place.room])
        let own = disclosure.lines.filter { $0.why == .own }
        #expect(own.count == Meeting.lines.count { $0.by == Meeting.zeb })
        #expect(own.contains { $0.isPrivate && $0.words.contains("turnstile") })
        #expect(disclosure.lines.contains { $0.why == .toThem && $0.isPrivate })
        #expect(disclosure.lines.contains { $0.why == .namesThem && $0.speaker == "Ann Osei" })
        let setup = try #require(disclosure.lines.first { $0.why == .setup })
        #expect(setup.words.contains("organisation Hill PCN; sector primary-care"))
        for text in [disclosure.markdown, disclosure.ndjson] {
            #expect(text.contains("copperfield") && text.contains("wombat"))
            #expect(!text.contains("contracts end at short notice"))
            #expect(!text.contains("Harrowdale Council"))
        }
        for line in disclosure.ndjson.split(separator: "\n") {
            #expect(try JSONScanner().scan(String(line))["room"] == "harrowdale")
        }
        #expect(disclosure.markdown.contains("Kept: until somebody says how long."))
        #expect(try host.disclosure(about: "Nobody Here", in: [Place.room]).lines.isEmpty)
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        #expect(try host.disclosure(about: "Zebediah Quillfeather", in: [Place.room]).lines.isEmpty)
    }

    @Test func `under the Chatham House Rule no name and no organisation is in the export`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let snapshot = try host.snapshot(of: Place.room)
        for text in [
            try snapshot.chathamHouseTranscript(),
            try snapshot.sharedTranscript(isChathamHouse: true).text(as: .ndjson),
            try snapshot.sharedTranscript(isChathamHouse: true).text(as: .csv),
        ] {
            for name in [
                "Zebediah", "Quillfeather", "Ann ", "Osei", "Will Tran", "Helen", "Marsh", "Hill PCN",
                "Harrowdale Voices",
                "Harrowdale Council", "irc:", "vcse 1", "primary-care 1",
            ] { #expect(!text.contains(name), "\(name)") }
            #expect(text.contains("wombat stickers") && text.contains("I agree with a member"))
            // An ordinary word that is a name too.
            #expect(text.contains("Will the wards want it?"))
        }
    }

    @Test func `a table cannot run as a formula, and shows what cannot be seen`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(room: Place.room, setup: Meeting.setup, by: Meeting.speech("console", ""))
        for words in ["=HYPERLINK(\"x\")", "one,\"two\"\nthree", "\u{202E}back"] {
            _ = try host.hear(Meeting.speech(Meeting.ann, words))
        }
        let table = try host.snapshot(of: Place.room).sharedTranscript().text(as: .csv)
        #expect(table.hasPrefix("number,session,at,speaker,private,words,erased\r\n"))
        #expect(table.contains(",\"'=HYPERLINK(\"\"x\"\")\","))
        #expect(table.contains(",\"one,\"\"two\"\"\nthree\","))
        #expect(table.contains(",⟨202E⟩back,"))
    }
}
