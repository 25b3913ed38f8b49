import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import Serving
import Sockets
import Testing
import Transcript

@Suite(.serialized, .timeLimit(.minutes(10))) struct TransportTests {
    static let session = [
        #"{"op":"ping","id":"1"}"#, Talk.opening(id: "2"), Talk.say("helen", "/start 8", id: "3"),
        Talk.say("ann", "The plan is three years old.", id: "4"), Talk.say("bo", "I agree with Ann", id: "5"),
        "nonsense",
        #"{"op":"say","id":"6","room":"south","as":"irc:ann","text":"hello"}"#,
        #"{"op":"sync","id":"7","room":"north","after":1}"#, #"{"op":"bye","id":"8"}"#,
    ].map { $0 + "\n" }.joined()

    private func withoutLog(_ text: String, _ server: Server) throws -> String {
        let room = try #require(try server.store.room("north"))
        return text.replacing(room.log, with: "LOG")
    }

    @Test func `The same bytes come back over a Unix socket, over TCP, and from the connection itself`() throws {
        let common: @Sendable (inout Connection.Options) -> Void = { $0.principal = "bridge:irc" }
        let unix = try Server(change: common)
        let overUnix = try Client(unix: unix.path)
        overUnix.write(TransportTests.session)
        let first = try withoutLog(overUnix.rest(), unix)
        try #require(first.contains(#""re":"8""#) && first.contains("I agree with Ann"))

        let tcp = try Server(change: common)
        let overTCP = try Client(port: tcp.port)
        // A byte at a time for the beginning, so that lines arrive in pieces.
        for byte in TransportTests.session.utf8.prefix(300) { overTCP.write(String(UnicodeScalar(byte))) }
        overTCP.write(String(decoding: TransportTests.session.utf8.dropFirst(300), as: UTF8.self))
        #expect(try withoutLog(overTCP.rest(), tcp) == first)

        let itself = try Server()
        var options = Connection.Options()
        options.isHost = false
        options.principal = "bridge:irc"
        let host = RoomHost(store: itself.store, clock: .fixed(Instant(milliseconds: 1_791_984_000_000)))
        let connection = Connection(host: host, library: .init(), options: options)
        let bytes = connection.receive(Array(TransportTests.session.utf8))
        #expect(try withoutLog(String(decoding: bytes, as: UTF8.self), itself) == first)
    }

    @Test func `Each connection decides by its first byte: text beside protocol lines, in one room`() throws {
        let server = try Server { $0.room = "north" }
        let program = try Client(unix: server.path)
        _ = try program.reply(Talk.opening(), "o")
        _ = try program.reply(#"{"op":"sync","id":"s","room":"north"}"#, "s")
        let person = try Client(unix: server.path)
        person.say("Cy Lane: /join Cy Lane | vcse", "Cy Lane: good morning", "/sync here")
        var seen: [String] = []
        while let line = person.line() {
            seen.append(line)
            if line == "= here" { break }
        }
        #expect(seen.contains { $0.contains("Common Ground: Cy Lane (VCSE) has joined.") }, "\(seen)")
        // The program is told of it, and the person of what the program sends.
        let joined = try program.lines(until: "p", asking: #"{"op":"ping","id":"p"}"#)
        #expect(joined.contains { $0["by"] == "typed:cy lane" && $0["cause"] == nil })
        _ = try program.reply(Talk.say("ann", "The hall is cold.", id: "h"), "h")
        #expect(try #require(person.line()).hasSuffix("] Ann Shah: The hall is cold."))
    }

    @Test func `A client that closes its sending half gets every answer, an unfinished last line's too`() throws {
        let server = try Server()
        let client = try Client(unix: server.path)
        client.write(
            Talk.opening() + "\n" + #"{"op":"draft","id":"d","room":"north"}"# + "\n" + #"{"op":"ping","id":"p"}"#)
        client.sayNoMore()
        let text = client.rest()
        for id in ["o", "d", "p"] { #expect(text.contains(#""re":"\#(id)""#), "\(id)") }
    }

    @Test func `More lines than may be in flight wait in the socket, and all are answered in order`() throws {
        let server = try Server()
        let client = try Client(unix: server.path)
        let ids = (1...1_000).map(String.init)
        client.write(ids.map { #"{"op":"ping","id":"\#($0)"}"# + "\n" }.joined())
        client.sayNoMore()
        let replies = try client.rest().split(separator: "\n").map { try JSONScanner().scan(String($0)) }
        #expect(replies.map { $0["re"]?.string } == ids)
        #expect(replies.allSatisfy { $0["ok"] == true })
    }

    @Test func `What happens in a room reaches everybody who follows it, in order and without gaps`() throws {
        let server = try Server()
        let speaker = try Client(unix: server.path)
        _ = try speaker.reply(Talk.opening(), "o")
        let listeners = try (0..<3).map { _ in try Client(unix: server.path) }
        for listener in listeners { _ = try listener.reply(#"{"op":"sync","id":"s","room":"north"}"#, "s") }
        let stranger = try Client(unix: server.path)
        _ = try stranger.reply(#"{"op":"hello","id":"h"}"#, "h")
        for index in 1...40 {
            let client = index % 4 == 0 ? speaker : listeners[index % 3]
            client.say(Talk.say(["ann", "bo", "helen"][index % 3], "Word \(index)", id: "w\(index)"))
        }
        // Each has its own answers; then all wait until the last word has come to everybody.
        let head = try waitForWords(40, server)
        let events = try ([speaker] + listeners).map { client in
            try client.lines(until: "p", asking: #"{"op":"ping","id":"p"}"#).filter { $0["ev"] != nil }
        }
        for own in events {
            let numbers = own.compactMap { $0["seq"]?.integer }
            // The speaker opened the room, and had those events before.
            #expect(numbers == Array((head - numbers.count + 1)...head))
            #expect(numbers.count >= 40)
        }
        // A cause belongs to the connection that sent the command, and nowhere else.
        for index in 1...40 {
            let causes = events.map { own in own.count { $0["cause"]?.string == "w\(index)" && $0["ev"] == "said" } }
            #expect(causes.reduce(0, +) == 1, "word \(index): \(causes)")
        }
        #expect(try stranger.lines(until: "p", asking: #"{"op":"ping","id":"p"}"#).count == 1)
    }

    private func waitForWords(_ count: Int, _ server: Server) throws -> Int {
        for _ in 0..<1_000 {
            let entries = try server.store.entries(in: "north", after: 0, limit: 1_000)
            if entries.count(where: { $0.words.hasPrefix("Word ") && $0.direction == .heard }) == count {
                // The answers are sent just after they are written.
                Thread.sleep(forTimeInterval: 0.2)
                return entries.count
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw Timeout()
    }

    private struct Timeout: Error {}

    @Test func `A page of sync holds live events back until the client has read to the end`() throws {
        let server = try Server()
        let speaker = try Client(unix: server.path)
        _ = try speaker.reply(Talk.opening(), "o")
        for index in 1...10 { _ = try speaker.reply(Talk.say("ann", "Word \(index)", id: "w"), "w") }
        let reader = try Client(unix: server.path)
        var numbers: [Int] = []
        var after = 0
        for page in 1...20 {
            let lines = try reader.lines(
                until: "s", asking: #"{"op":"sync","id":"s","room":"north","after":\#(after),"limit":3}"#)
            numbers += lines.compactMap { $0["seq"]?.integer }
            after = try #require(lines.last?["to"]?.integer)
            if page < 4 { _ = try speaker.reply(Talk.say("ann", "More \(page)", id: "w"), "w") }
            if lines.last?["more"] == false { break }
        }
        let last = try speaker.reply(Talk.say("bo", "The end", id: "w"), "w")
        let end = try #require(last["seq"]?.integer)
        while let number = numbers.last, number < end {
            let line = try JSONScanner(depthLimit: 64).scan(try #require(reader.line()))
            numbers.append(try #require(line["seq"]?.integer))
        }
        #expect(numbers == Array(1...end))
    }
}

extension Client {
    func lines(until id: String, asking line: String) throws -> [JSONValue] {
        say(line)
        return try lines(until: id)
    }
}
