import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

/// Rooms are told that the time of their area is used up, whatever they are served by: once, and in nobody's name.
@Suite struct AreaTimeTests {
    private static let words = "The time planned for this area is used up."
    private typealias Hand = ClockTests.Hand

    private func helen(_ words: String) -> Speech {
        Speech(room: "north", actor: "x:helen", principal: "stdio", .said(words))
    }

    private func message(_ line: String, _ mode: ConnectionMode = .protocolLines) throws -> ClientMessage {
        var intake = Intake(mode: mode)
        return try #require(intake.feed(Array((line + "\n").utf8)).first)
    }

    @Test(arguments: WorkersTests.kinds)
    func `However many workers look at the clock, the room is told once`(kind: String) throws {
        let place = try WorkersTests.Place(kind)
        let stores = [try place.open(), try place.open()]
        let hand = Hand()
        let host = try ClockTests.north(in: stores[0], hand)
        _ = try host.hear(helen("/start 8"))
        hand.now = hand.now.adding(minutes: 24)
        #expect(host.roomsOutOfTime() == [])
        #expect(try host.noteTime(in: "north") == nil)
        hand.now = hand.now.adding(minutes: 2)
        #expect(host.roomsOutOfTime() == ["north"])
        let failures = Noted()
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            let host = RoomHost(store: stores[worker], clock: Clock { hand.now })
            do {
                _ = try host.discussion(of: "north")
                for _ in 0..<3 { _ = try host.noteTime(in: "north") }
                if !host.roomsOutOfTime().isEmpty { failures.add("it would be told again") }
            } catch {
                failures.add("\(error)")
            }
        }
        #expect(failures.all == [])
        #expect(try host.noteTime(in: "north") == nil && host.roomsOutOfTime() == [])
        let entries = try stores[0].entries(in: "north", after: 0, limit: 100)
        let told = try #require(entries.last)
        #expect(entries.count { $0.words.contains(AreaTimeTests.words) } == 1)
        #expect(told.direction == .said && told.to == nil && told.words.hasPrefix(AreaTimeTests.words))
        let line = try #require(entries.dropLast().last)
        #expect(line.number == told.answers && line.by == MadeID.clock && line.words.isEmpty)

        // With more time, it is told when that is used up as well.
        _ = try host.hear(helen("/extend 5"))
        #expect(host.roomsOutOfTime() == [])
        hand.now = hand.now.adding(minutes: 5)
        #expect(try host.noteTime(in: "north")?.entries.last?.words.hasPrefix(AreaTimeTests.words) == true)
        let rebuilt = RoomHost(store: stores[1], clock: Clock { hand.now })
        #expect(try rebuilt.discussion(of: "north") == host.discussion(of: "north"))
        #expect(try stores[1].verify(room: nil).isSound)
        for store in stores { try store.close() }
    }

    @Test func `Without an open area, and while the session is paused, no time passes`() throws {
        let place = try WorkersTests.Place("file")
        let store = try place.open()
        let hand = Hand()
        let host = try ClockTests.north(in: store, hand)
        for words in ["Good morning.", "/start 8", "/pause", "/resume", "/end"] {
            _ = try host.hear(helen(words))
            if words == "/start 8" || words == "/resume" { continue }
            hand.now = hand.now.adding(minutes: 60)
            let head = try host.summary(of: "north").head
            #expect(host.roomsOutOfTime() == [], "\(words)")
            #expect(try host.noteTime(in: "north") == nil, "\(words)")
            #expect(try host.summary(of: "north").head == head, "\(words)")
        }
        try store.close()
    }

    @Test func `A room that is not in memory any more is told as well, and one that is gone is not asked again`() throws
    {
        let place = try WorkersTests.Place("file")
        let store = try place.open()
        let hand = Hand()
        _ = try ClockTests.north(in: store, hand)
        let host = RoomHost(store: store, clock: Clock { hand.now }, roomsHeldMax: 1)
        _ = try host.hear(helen("/start 8"))
        for room in ["south", "east"] {
            let setup = Setup(framework: Library.builtIn)
            _ = try host.open(RoomOpening(room: room, setup: setup, actor: "x:helen", principal: "stdio"))
        }
        hand.now = hand.now.adding(minutes: 26)
        #expect(host.roomsOutOfTime() == ["north"])
        #expect(try host.noteTime(in: "north") != nil)

        _ = try host.hear(helen("/extend 5"))
        try store.purge(room: "north", ifHeadIs: try #require(try store.room("north")).head)
        hand.now = hand.now.adding(minutes: 26)
        #expect(throws: HostError.self) { try host.noteTime(in: "north") }
        #expect(host.roomsOutOfTime() == [])
        try store.close()
    }

    @Test func `No file hides the clock, and none shows it as a member`() throws {
        let place = try WorkersTests.Place("file")
        let store = try place.open()
        let hand = Hand()
        let host = try ClockTests.north(in: store, hand, attribution: .chathamHouse)
        _ = try host.hear(helen("/start 8"))
        hand.now = hand.now.adding(minutes: 26)
        let number = try #require(try host.noteTime(in: "north")).number
        #expect(try host.readableTranscript(of: "north").contains("[\(number)] The clock: \n"))
        try store.close()
    }

    @Test(arguments: WorkersTests.kinds)
    func `Whoever follows a room is told, at any worker, and nobody who follows another one`(kind: String) async throws
    {
        let place = try WorkersTests.Place(kind)
        let stores = [try place.open(), try place.open()]
        let hand = Hand()
        let host = try ClockTests.north(in: stores[0], hand)
        try WorkersTests.open("south", stores[0])
        _ = try host.hear(helen("/start 8"))
        let workers = stores.map { store in
            HostingThread(library: Library()) { RoomHost(store: store, clock: Clock { hand.now }) }
        }
        func follow(_ room: String, at worker: HostingThread) async throws -> Noted {
            let heard = Noted()
            var options = Connection.Options()
            options.mode = .protocolLines
            let number = worker.connect(options) { heard.add(String(decoding: $0.bytes, as: UTF8.self)) }
            _ = worker.say(number, [try message(#"{"op":"sync","id":"1","room":"\#(room)","after":0}"#)])
            try await heard.wait { $0.contains(#""re":"1""#) }
            return heard
        }
        let followers = [try await follow("north", at: workers[0]), try await follow("north", at: workers[1])]
        let elsewhere = try await follow("south", at: workers[0])
        let before = elsewhere.text
        // As at a prompt: the clock has no words to show there.
        let typed = Noted()
        var options = Connection.Options()
        options.mode = .text
        options.room = "north"
        let prompt = workers[0].connect(options) { typed.add(String(decoding: $0.bytes, as: UTF8.self)) }
        _ = workers[0].say(prompt, [try message("Ann Shah: The hall is open.", .text)])
        try await followers[0].wait { $0.contains("The hall is open.") }

        hand.now = hand.now.adding(minutes: 26)
        for heard in followers + [typed] { try await heard.wait { $0.contains(AreaTimeTests.words) } }
        // Long enough for every worker to look at the clock again.
        try await Task.sleep(for: .milliseconds(2_500))
        for heard in followers + [typed] { #expect(heard.text.ranges(of: AreaTimeTests.words).count == 1) }
        #expect(!typed.text.contains("The clock"), "\(typed.text)")
        #expect(elsewhere.text == before)
        let entries = try stores[0].entries(in: "north", after: 0, limit: 100)
        #expect(entries.count { $0.words.contains(AreaTimeTests.words) } == 1)
        #expect(entries.count { $0.by == MadeID.clock } == 1)
        for worker in workers { worker.end() }
        for store in stores { try store.close() }
    }
}
