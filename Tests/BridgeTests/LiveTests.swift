import Facilitation
import Foundation
import Frameworks
import JSONText
import Testing

@testable import Bridges

/// The adapter with its sockets, against the stand-in and its ways.
@Suite(.serialized, .timeLimit(.minutes(10))) struct LiveTests {
    @Test(arguments: MatterbridgeSettings.Receiving.allCases)
    func `what is said in the chat is heard, and what the bot says is posted`(
        receiving: MatterbridgeSettings.Receiving
    ) async throws {
        let bridged = try Bridged { $0.receiving = receiving }
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        bridged.standIn.say("UHELEN", "/start 8")
        try await bridged.settle(heard: 1)
        #expect(try bridged.heard().map(\.words) == ["/start 8"])
        let first = try #require(bridged.standIn.posts.first)
        #expect(first.username == "Common Ground" && first.gateway == "north-place")
        #expect(first.text.contains("no private messages"))
        #expect(bridged.standIn.texts.contains { $0.contains("Acting as an anchor") })
        let notBlind = bridged.standIn.texts.count
        bridged.standIn.say("UHELEN", "!gauging")
        try await bridged.settle(heard: 2)
        #expect(bridged.standIn.texts.dropFirst(notBlind).joined().contains("this round is not blind"))
    }

    @Test func `what was said before the adapter came is heard first, from the buffer`() async throws {
        let standIn = try StandIn()
        for number in 1...3 { standIn.say("UANN", "before \(number)") }
        let bridged = try Bridged(standIn)
        defer { bridged.stop() }
        try await bridged.settle(heard: 3)
        standIn.say("UANN", "after")
        try await bridged.settle(heard: 4)
        #expect(try bridged.heard().map(\.words) == ["before 1", "before 2", "before 3", "after"])
    }

    @Test(arguments: MatterbridgeSettings.Receiving.allCases)
    func `a connection that breaks off in the middle of a message comes back, and hears each message once`(
        receiving: MatterbridgeSettings.Receiving
    ) async throws {
        let bridged = try Bridged { $0.receiving = receiving }
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        var sent: [String] = []
        for number in 1...5 {
            sent.append(bridged.standIn.say("UANN", "line \(number)"))
            try await bridged.settle(heard: number)
            let feeds = bridged.standIn.feeds
            bridged.standIn.cut(inTheMiddleOf: number == 3 ? sent[2] : nil)
            try await Bridged.wait("the feed comes back") { bridged.standIn.feeds > feeds && bridged.standIn.isHeard }
            // What it had in its buffer comes again, and so does what it thinks was not taken.
            for words in sent.suffix(2) { bridged.standIn.send(words) }
        }
        bridged.standIn.say("UANN", "last")
        try await bridged.settle(heard: 6)
        #expect(try bridged.heard().map(\.words) == (1...5).map { "line \($0)" } + ["last"])
    }

    @Test func `a message that was cut in its middle is heard when it comes from the buffer`() async throws {
        let bridged = try Bridged()
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        let other = try StandIn()
        let words = other.say("UBO", "we share staff across three trusts and one hospice")
        other.stop()
        bridged.standIn.cut(inTheMiddleOf: words)
        try await bridged.settle(heard: 1)
        #expect(try bridged.heard().map(\.words) == ["we share staff across three trusts and one hospice"])
    }

    @Test func `a wrong token ends it with plain words, and nothing is lost`() async throws {
        let bridged = try Bridged { $0.token = "wrong" }
        defer { bridged.stop() }
        bridged.standIn.change { $0.token = "right" }
        bridged.standIn.say("UANN", "good morning")
        // The first request may have gone before the token was asked for.
        try bridged.restart()
        try await Bridged.wait("the end") { bridged.notes.failure == .tokenRefused }
        #expect(bridged.standIn.texts.isEmpty)
        bridged.settings.token = "right"
        try bridged.restart()
        try await bridged.settle(heard: 1)
        #expect(try bridged.heard().map(\.words) == ["good morning"])
    }

    @Test func `a server that fails for a while gets every message in the end, once and in order`() async throws {
        let bridged = try Bridged()
        defer { bridged.stop() }
        bridged.standIn.change {
            $0.postStatuses = [503, 500, 200, 502, 429]
            $0.feedStatuses = [500, 503]
        }
        for number in 1...2 { bridged.standIn.say("UHELEN", number == 1 ? "/start 8" : "/where") }
        try await bridged.settle(heard: 2)
        let texts = bridged.standIn.texts
        #expect(Set(texts).count == texts.count, "\(texts)")
        let said = try bridged.entries().filter { $0.direction == .said && $0.to == nil }.map(\.words)
        #expect(texts.dropFirst().joined(separator: "\n").contains(said.last ?? "-"))
        #expect(bridged.notes.all.contains { $0.contains("trying again") })
    }

    @Test func `a message whose answer was lost is posted again rather than not at all`() async throws {
        let bridged = try Bridged()
        defer { bridged.stop() }
        bridged.standIn.change { $0.postStatuses = [200, 0] }
        bridged.standIn.say("UHELEN", "/start 8")
        try await bridged.settle(heard: 1)
        let texts = bridged.standIn.texts
        #expect(texts.count == Set(texts).count + 1)
    }

    @Test func `too many failures in a row end it`() async throws {
        let bridged = try Bridged {
            $0.port = 1
            $0.retry.attempts = 3
        }
        defer { bridged.stop() }
        try await Bridged.wait("the end") { bridged.notes.failure == .unreachable(attempts: 3) }
    }

    @Test func `a slow server loses nothing, and its echoes with other words are not heard`() async throws {
        let bridged = try Bridged()
        defer { bridged.stop() }
        bridged.standIn.change {
            $0.delay = 60
            $0.echoes = true
        }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        bridged.standIn.say("UHELEN", "/start 8")
        bridged.standIn.say("UANN", "good morning")
        try await bridged.settle(heard: 2)
        try await Task.sleep(for: .milliseconds(300))
        #expect(try bridged.heard().map(\.words) == ["/start 8", "good morning"])
    }

    @Test func `a message of hidden characters alone is heard, and so is what is said after it`() async throws {
        let bridged = try Bridged()
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        bridged.standIn.say("UANN", String(repeating: "\u{E0041}", count: 8_000))
        bridged.standIn.say("UBO", "good morning")
        try await bridged.settle(heard: 3)
        #expect(try bridged.heard().map(\.words.unicodeScalars.count) == [5_120, 2_880, 12])
    }

    @Test func `a room that is made anew is begun there, and another one loses and doubles nothing`() async throws {
        let bridged = try Bridged { $0.rooms.append(.init(gateway: "south-place", room: "south")) }
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        for gateway in ["north-place", "south-place"] {
            bridged.standIn.say("UHELEN", "/start 8", gateway: gateway)
        }
        for room in ["north", "south"] { try await bridged.settle(heard: 1, in: room) }
        try bridged.makeAnew("north")
        for number in 1...3 {
            bridged.standIn.say("UANN", "Gate \(number) is shut.")
            bridged.standIn.say("UANN", "Gate \(number) is open.", gateway: "south-place")
        }
        bridged.standIn.say("UHELEN", "/where", gateway: "south-place")
        try await bridged.settle(heard: 5, in: "south")
        try await bridged.settle(heard: 3, in: "north")
        #expect(try bridged.heard(in: "north").map(\.words) == (1...3).map { "Gate \($0) is shut." })
        let south = ["/start 8"] + (1...3).map { "Gate \($0) is open." } + ["/where"]
        #expect(try bridged.heard(in: "south").map(\.words) == south)
        let said = try bridged.entries(in: "south").filter { $0.direction == .said && $0.to == nil }
        let owed = said.flatMap { OutgoingText.parts($0.words, bytesMax: bridged.settings.textBytesMax) }
        // The first says what this chat cannot do.
        let posted = bridged.standIn.posts.filter { $0.gateway == "south-place" }.map(\.text).dropFirst()
        #expect(Array(posted) == owed)
        #expect(bridged.notes.failure == nil)
        #expect(bridged.notes.all == ["“north” has another transcript now; it is read from its beginning"])
    }

    @Test func `edits and deletions in the chat change the record`() async throws {
        let bridged = try Bridged()
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        bridged.standIn.say("UHELEN", "/start 8", id: "1")
        bridged.standIn.say("UANN", "I think the halls should open on Sundays.", id: "2")
        bridged.standIn.say("UBO", "I think nobody reads the notices.", id: "3")
        try await bridged.settle(heard: 3)
        try bridged.restart()
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        bridged.standIn.say("UANN", "I think the halls should open on Saturdays.", id: "2")
        bridged.standIn.say("", "msg_delete", id: "3", event: "msg_delete", username: "bo")
        try await bridged.settle(heard: 5)
        let entries = try bridged.entries()
        let opened = try #require(entries.first { $0.words.hasSuffix("Sundays.") }).number
        let struck = try #require(entries.first { $0.words.hasPrefix("I think nobody") }).number
        let record = try bridged.record()
        #expect(record["corrected"]?.array?.contains { "\($0)".contains("\(opened)") } == true, "\(record)")
        #expect(record["struck"]?.array?.contains(.integer(struck)) == true)
    }
}
