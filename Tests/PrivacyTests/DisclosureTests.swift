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

    @Test func `a facilitator gets their own words, and not what members told them privately`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let disclosure = try host.disclosure(about: "Helen Marsh", in: [Place.room])
        #expect(disclosure.lines.contains { $0.why == .own && $0.words == "/reveal" })
        #expect(disclosure.lines.contains { $0.words == "(private words of somebody else, not shown)" })
        for text in [disclosure.markdown, disclosure.ndjson] { #expect(!text.contains("turnstile")) }
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

    @Test func `in a session under the Chatham House Rule the bot's lines lead to nobody who spoke`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.attribution = .chathamHouse
        _ = try host.open(Meeting.opening(setup))
        for (by, words) in [
            (Meeting.helen, "/start 8"), (Meeting.ann, "The Hill PCN gave us a list, and the Hill PCN keeps it."),
            (Meeting.helen, "/objective Will Tran will publish the list by end of March 2027"), ("irc:will", "yes"),
        ] { _ = try host.hear(Meeting.speech(by, words)) }
        let snapshot = try host.snapshot(of: Place.room)
        for text in [
            try snapshot.readableTranscript(), try snapshot.sharedTranscript().text(as: .ndjson),
            try snapshot.sharedTranscript().text(as: .csv),
        ] {
            for words in ["heard from yet: Zeb", "Will Tran, will you own", "Will Tran owns"] {
                #expect(!text.contains(words), "\(words)")
            }
            for words in ["Not heard from yet: 2 members. If", "a member, will you own #", "a member owns #"] {
                #expect(text.contains(words), "\(words)")
            }
        }
        // What stood before the name of an organisation does not stand before its stand-in.
        let shared = try snapshot.chathamHouseTranscript()
        #expect(shared.contains("An organisation gave us a list, and an organisation keeps it."))
    }

    @Test(arguments: [Attribution.anonymousGauge, .chathamHouse])
    func `where ratings carry no names, no file says to whom the keyboard went before one`(
        attribution: Attribution
    ) throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.attribution = attribution
        _ = try host.open(Meeting.opening(setup))
        for (by, words, isPrivate) in [
            (Meeting.helen, "/start 8", false), (Meeting.helen, "/gauging", false), (Meeting.helen, "/hand Ann", false),
            (Meeting.ann, "emerging, medium, because contracts end", true), (Meeting.helen, "/hand Tran", false),
            ("irc:will", "established, high", true), (Meeting.helen, "/reveal", false),
        ] { _ = try host.hear(Meeting.speech(by, words, isPrivate: isPrivate)) }
        let snapshot = try host.snapshot(of: Place.room)
        for text in [
            try snapshot.readableTranscript(), try snapshot.sharedTranscript().text(as: .ndjson),
            try snapshot.sharedTranscript().text(as: .csv), try snapshot.chathamHouseTranscript(),
        ] {
            #expect(text.contains("/hand a member") && text.contains("The keyboard goes to a member."))
            #expect(text.contains("contracts end"))
            for words in ["/hand Ann", "/hand Tran", "goes to Ann", "goes to Will"] {
                #expect(!text.contains(words), "\(words)")
            }
        }
        // What goes whole to another store is whole.
        let words = try host.completeTranscript(of: Place.room).entries.map(\.entry.words)
        #expect(words.contains("/hand Ann") && words.contains { $0.contains("The keyboard goes to Ann Osei.") })
    }

    @Test func `where names are hidden, whoever never joined is not named either`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.attribution = .chathamHouse
        _ = try host.open(Meeting.opening(setup))
        _ = try host.hear(Meeting.speech("typed:walter sly", "The trust board is hiding the figures."))
        _ = try host.hear(Meeting.speech(Meeting.helen, "Let us begin."))
        let heard = try host.entries(of: Place.room, after: 1, limit: 100).filter { $0.direction == .heard }
        let attribution = try host.attribution(in: Place.room)
        #expect(heard.map { attribution.hidesSpeaker(of: $0) } == [true, false])
        let transcript = try host.readableTranscript(of: Place.room)
        #expect(!transcript.contains("walter"))
        #expect(transcript.contains("A member: The trust board") && transcript.contains("Helen Marsh: Let us begin."))
    }

    @Test func `a table cannot run as a formula, and shows what cannot be seen`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
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
