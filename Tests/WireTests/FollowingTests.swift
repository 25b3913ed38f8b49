import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

/// What a connection hears of a room into which another process writes too.
@Suite struct FollowingTests {
    private static let unreadable = StoreError.inputOutput(path: "t.sqlite", code: 266)

    private func say(_ actor: String, _ words: String) -> String {
        #"{"op":"say","id":"1","room":"north","as":"irc:\#(actor)","text":"\#(words)"}"#
    }

    private func numbers(_ lines: [JSONValue]) -> [Int] { lines.events.compactMap { $0["seq"]?.integer } }

    /// Two connections of one server: Ann's, and one that listens and is live.
    private struct Listening {
        let switchboard: Switchboard

        init(_ host: RoomHost) {
            switchboard = Switchboard(host: host, library: Library())
            for number in 1...2 { _ = switchboard.take([.connected(number, Connection.Options())]) }
        }

        /// What the listener gets when one of the two sends this.
        func heard(_ line: String, from number: Int = 1) -> [JSONValue] {
            var intake = Intake(mode: .protocolLines)
            let sent = switchboard.take([.said(number, intake.feed(Array((line + "\n").utf8)))])
            let heard = sent.filter { $0.connection == 2 }
            return parsed(heard.map { String(decoding: $0.bytes, as: UTF8.self) }.joined())
        }

        /// The listener reads the room to its end.
        func goLive() { _ = heard(#"{"op":"sync","id":"s","room":"north"}"#, from: 2) }
    }

    @Test func `In text mode nothing that another process writes is lost between two lines of one's own`() throws {
        let other = try Wire()
        try other.start()
        let wire = try Wire(other.place, mode: "text", room: "north")
        var seen = wire.connection.raw("Ann: We share a plan.\n")
        for index in 1...4 {
            other.send(say("bo", "Gate \(index) is shut."))
            if index % 2 == 0 { seen += wire.connection.raw("Ann: I heard of \(index) gates.\n") }
        }
        let shown = seen.split(separator: "\n").compactMap { line in
            line.split(separator: "Bo Reed: Gate ").dropFirst().first.flatMap { Int($0.prefix(1)) }
        }
        #expect(shown == Array(1...4), "\(seen)")
        let order = seen.split(separator: "\n").compactMap { Int($0.dropFirst().prefix { $0.isNumber }) }
        #expect(order == order.sorted(), "\(seen)")
    }

    @Test func `In text mode what cannot be read just now comes with the next line`() throws {
        let other = try Wire()
        try other.start()
        let wire = try Wire(other.place, mode: "text", room: "north")
        _ = wire.connection.raw("Ann: We share a plan.\n")
        other.send(say("bo", "Gate 1 is shut."))
        // What the room is about is known; only what was said in between cannot be read again.
        _ = try wire.record()
        wire.store.readFailure = FollowingTests.unreadable
        let answer = wire.connection.raw("Ann: The hall is cold.\n")
        #expect(answer.hasPrefix("[") && !answer.contains("Gate 1"), "\(answer)")
        wire.store.readFailure = nil
        #expect(wire.connection.raw("Ann: The hall is warm.\n").contains("Bo Reed: Gate 1 is shut."))
    }

    @Test func `Events that cannot be read just now come later, in order and without gaps`() throws {
        let wire = try Wire()
        try wire.start()
        let listening = Listening(wire.host)
        listening.goLive()
        let before = try wire.head()
        let other = try Wire(wire.place)
        other.send(say("bo", "Gate 1 is shut."))
        _ = try wire.record()
        wire.store.readFailure = FollowingTests.unreadable
        #expect(listening.heard(say("ann", "The hall is cold.")) == [])
        wire.store.readFailure = nil
        let later = listening.heard(say("ann", "The hall is warm."))
        let head = try wire.head()
        #expect(numbers(later) == Array((before + 1)...head))
        #expect(later.contains { $0["text"] == "Gate 1 is shut." })
    }

    @Test func `News that cannot be read just now comes with the next tick, though nobody writes again`() throws {
        let wire = try Wire()
        try wire.start()
        let listening = Listening(wire.host)
        listening.goLive()
        let other = try Wire(wire.place)
        other.send(say("bo", "Gate 1 is shut."))
        wire.store.readFailure = FollowingTests.unreadable
        let switchboard = listening.switchboard
        #expect(switchboard.take([.news(.wroteSomewhere)]) == [] && switchboard.take([.tick]) == [])
        wire.store.readFailure = nil
        let sent = switchboard.take([.tick])
        #expect(sent.map(\.connection) == [2])
        #expect(sent.contains { String(decoding: $0.bytes, as: UTF8.self).contains("Gate 1 is shut.") })
        let listings = wire.store.listings
        #expect(switchboard.take([.tick]) == [] && wire.store.listings == listings, "it looks on, though all is read")
    }

    @Test func `After a jump in its own events a client hears no others until it has read the gap with sync`() throws {
        let wire = try Wire()
        try wire.start()
        let before = try wire.head()
        let other = try Wire(wire.place)
        other.send(say("bo", "Gate 1 is shut."))
        _ = try wire.record()
        wire.store.readFailure = FollowingTests.unreadable
        let first = wire.send(say("ann", "The hall is cold."))
        let jumped = try #require(numbers(first).first)
        #expect(first.last?["ok"] == true && jumped > before + 1)
        wire.store.readFailure = nil
        other.send(say("bo", "Gate 2 is shut."))
        #expect(!wire.send(say("ann", "The hall is warm.")).contains { $0["text"] == "Gate 2 is shut." })
        let read = wire.send(#"{"op":"sync","id":"s","room":"north","after":\#(before)}"#)
        let head = try wire.head()
        #expect(numbers(read) == Array((before + 1)...head))
        other.send(say("bo", "Gate 3 is shut."))
        #expect(wire.send(say("ann", "The hall is open.")).contains { $0["text"] == "Gate 3 is shut." })
    }

    @Test func `Whose an answer is, is not guessed when its line cannot be read just now`() throws {
        let wire = try Wire()
        try wire.open()
        let asked = wire.send(#"{"op":"where","id":"own","room":"north","as":"irc:helen"}"#)
        let line = try #require(asked.first { $0["ev"] == "said" }?["seq"]?.integer)
        let sync = #"{"op":"sync","id":"s","room":"north","after":\#(line)}"#
        wire.store.entryFailure = FollowingTests.unreadable
        let failed = wire.send(sync)
        #expect(failed.events == [] && failed.last?["code"] == "STORAGE", "\(failed)")
        wire.store.entryFailure = nil
        let read = wire.send(sync)
        #expect(read.events.first?["ev"] == "bot" && read.events.first?["cause"] == "own", "\(read)")
    }

    @Test func `Whoever speaks in a room that was made anew meanwhile is answered, and then sent to sync`() throws {
        let wire = try Wire()
        try wire.start()
        let old = try wire.host.summary(of: "north")
        let other = try Wire(wire.place)
        try other.store.purge(room: "north", ifHeadIs: old.head)
        try other.start()
        for index in 1...9 { other.send(say("bo", "Gate \(index) is shut.")) }
        let lines = wire.send(say("ann", "The hall is cold."), say("ann", "The hall is warm."))
        #expect(lines.replies.map { $0["ok"] } == [true, true])
        // Numbers of another transcript would look as if they went on from those that were sent before.
        #expect(lines.events.map { $0["ev"] } == ["closing"] && wire.connection.isClosed)
        let closing = try #require(lines.last)
        #expect(closing["code"] == "LOG_CHANGED")
        #expect(closing["resume"] == ["north": ["log": .string(old.log), "after": .integer(old.head)]])
        let kept = try other.store.entries(in: "north", after: 0, limit: 99).map(\.words)
        #expect(kept.filter { $0.hasPrefix("The hall") } == ["The hall is cold.", "The hall is warm."])
    }

    @Test func `Whoever makes the room anew goes on in it, and others who followed the old one do not`() throws {
        let wire = try Wire()
        try wire.start()
        let listening = Listening(wire.host)
        listening.goLive()
        try wire.store.purge(room: "north", ifHeadIs: wire.head())
        let lines = wire.send(Wire.opening(), say("ann", "The hall is cold."))
        #expect(lines.replies.map { $0["ok"] } == [true, true])
        let head = try wire.head()
        #expect(numbers(lines) == Array(1...head))
        let heard = listening.heard(say("bo", "The hall is warm."))
        #expect(heard.map { $0["code"] } == ["LOG_CHANGED"])
    }

    @Test func `Who is gone before its line is written follows nothing afterwards, and its line is kept`() throws {
        let wire = try Wire()
        try wire.start()
        let head = try wire.head()
        let switchboard = Switchboard(host: wire.host, library: Library())
        var intake = Intake(mode: .protocolLines)
        let messages = intake.feed(Array((say("ann", "The hall is cold.") + "\n").utf8))
        let sent = switchboard.take([.connected(1, Connection.Options()), .said(1, messages), .gone(1)])
        #expect(sent == [])
        #expect(try wire.store.entries(in: "north", after: head, limit: 1).first?.words == "The hall is cold.")
        let listings = wire.store.listings
        #expect(switchboard.take([.news(.wroteSomewhere)]) == [])
        #expect(wire.store.listings == listings, "the rooms are looked through for nobody")
    }

    @Test func `A sync that stops for its size reads little more than it gives`() throws {
        let wire = try Wire()
        try wire.open()
        let words = String(repeating: "The hall is cold in May. ", count: 310)
        for start in [0, 50, 100] {
            _ = wire.connection.send((1...50).map { say("ann", "\(start + $0). \(words)") })
        }
        _ = wire.connection.send((1...450).map { say("bo", "Gate \($0) is shut.") })
        let head = try wire.head()
        let before = wire.store.entriesRead
        let lines = wire.send(#"{"op":"sync","id":"s","room":"north","after":0,"limit":5000}"#)
        #expect(lines.last?["more"] == true)
        #expect(numbers(lines) == Array(1...numbers(lines).count))
        #expect(wire.store.entriesRead - before <= 512 && head > 600, "\(head)")
    }
}
