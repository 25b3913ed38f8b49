import Foundation
import Frameworks
import JSONText
import LineProtocol
import Serving
import Sockets
import Testing

/// What one client, or many, cannot take away from the others.
@Suite(.serialized, .timeLimit(.minutes(10))) struct LimitTests {
    private static let ping = #"{"op":"ping","id":"p"}"#

    /// Makes a transcript of a page and more.
    private func fill(_ server: Server) throws {
        let speaker = try Client(unix: server.path)
        _ = try speaker.reply(Talk.opening(), "o")
        let words = String(repeating: "The hall is cold in May. ", count: 300)
        for index in 1...160 { _ = try speaker.reply(Talk.say("ann", words, id: "w\(index)"), "w\(index)") }
    }

    private func syncs(_ count: Int) -> String {
        (1...count).map { #"{"op":"sync","id":"\#($0)","room":"north","limit":5000}"# + "\n" }.joined()
    }

    @Test func `Beyond the limit a new connection is closed, and there is a place again when one has gone`() throws {
        var limits = SocketServer.Limits()
        limits.connections = 2
        let server = try Server(limits)
        let one = try Client(unix: server.path)
        #expect(try one.reply(LimitTests.ping, "p")["ok"] == true)
        do {
            let two = try Client(port: server.port)
            #expect(try two.reply(LimitTests.ping, "p")["ok"] == true)
            #expect(try Client(unix: server.path).line() == nil)
            #expect(try two.reply(LimitTests.ping, "p")["ok"] == true)
        }
        let isServed = try (0..<500).contains { _ in
            Thread.sleep(forTimeInterval: 0.01)
            let again = try Client(unix: server.path)
            again.say(LimitTests.ping)
            return again.line() != nil
        }
        #expect(isServed)
        #expect(try one.reply(LimitTests.ping, "p")["ok"] == true)
    }

    @Test func `Of those who have brought no token fewer are let in, and whoever brings one makes room`() throws {
        var limits = SocketServer.Limits()
        limits.strangers = 1
        let server = try Server(limits) { options in
            options.grants = Grants(principals: [Grant(principal: "a", token: "0123456789abcdef")])
            options.isAuthenticated = false
        }
        let first = try Client(port: server.port)
        #expect(try first.reply(LimitTests.ping, "p")["code"] == "NOT_AUTHENTICATED")
        #expect(try Client(port: server.port).line() == nil)
        #expect(try first.reply(#"{"op":"hello","id":"h","token":"0123456789abcdef"}"#, "h")["ok"] == true)
        let second = try Client(port: server.port)
        #expect(try second.reply(LimitTests.ping, "p")["code"] == "NOT_AUTHENTICATED")
        #expect(try first.reply(LimitTests.ping, "p")["ok"] == true)
    }

    @Test func `The program may have as many files open as it needs, where the system allows it`() throws {
        let server = try Server()
        var limit = rlimit()
        try #require(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
        #expect(limit.rlim_cur >= min(limit.rlim_max, 4_096), "\(server.port)")
    }

    @Test func `Many long answers are given out as they come, and are not kept together`() throws {
        let server = try Server()
        try fill(server)
        let sent = Sent()
        let number = server.hosting.connect(Connection.Options()) { sent.add($0) }
        var intake = Intake(mode: .protocolLines)
        let taken = server.hosting.say(number, intake.feed(Array(syncs(20).utf8)))
        #expect(taken == 20)
        server.stop()
        let sizes = sent.all.map(\.bytes.count)
        #expect(sizes.reduce(0, +) > 18_000_000 && sizes.allSatisfy { $0 < 10_000_000 }, "\(sizes)")
        #expect(sent.all.map(\.dealtWith).reduce(0, +) == 20)
    }

    @Test func `A client that asks for many pages at once and reads them late gets each, one after the other`() throws {
        var limits = SocketServer.Limits()
        // Two pages that wait would be too much.
        limits.unsentBytes = 300_000
        let server = try Server(limits)
        try fill(server)
        let reader = try Client(unix: server.path)
        reader.write(syncs(30) + LimitTests.ping + "\n")
        let other = try Client(unix: server.path)
        #expect(try other.reply(LimitTests.ping, "p")["ok"] == true)
        Thread.sleep(forTimeInterval: 0.5)
        let replies = try reader.lines(until: "p").filter { $0["re"] != nil }
        #expect(replies.compactMap { $0["re"]?.string } == (1...30).map(String.init) + ["p"])
        #expect(replies.allSatisfy { $0["ok"] == true })
    }

    @Test func `A connection may wait for 8 slow reads, and those of a client that is gone are not made`() throws {
        let brake = SlowedStore.Brake(room: "slow")
        let server = try Server(slowed: brake)
        do {
            let client = try Client(unix: server.path)
            _ = try client.reply(Talk.opening("slow"), "o")
            _ = brake.timesReached()
            for id in 1...9 { client.say(#"{"op":"export","id":"\#(id)","room":"slow"}"#) }
            let busy = try #require(try client.lines(until: "9").last)
            #expect(busy["code"] == "BUSY" && busy["retry"] == true && busy["retry_ms"] == 1_000, "\(busy)")
            #expect(try client.reply(LimitTests.ping, "p")["ok"] == true)
        }
        #expect(brake.waitUntilReached())
        Thread.sleep(forTimeInterval: 0.5)
        // Two were being made; the end waits for no other.
        server.stop()
        #expect(brake.timesReached() < 6)
    }

    @Test func `The end waits for a client that reads on, however slowly`() throws {
        let server = try Server()
        try fill(server)
        let client = try Client(unix: server.path)
        _ = try client.reply(LimitTests.ping, "p")
        client.say(#"{"op":"export","id":"e","room":"north"}"#)
        var bytes = client.piece()
        let ended = server.stopBeside()
        // Longer than the five seconds that it once waited.
        var piece = client.piece()
        while !piece.isEmpty {
            bytes += piece
            Thread.sleep(forTimeInterval: 0.45)
            piece = client.piece()
        }
        #expect(ended.wait(timeout: .now() + 20) == .success)
        let lines = bytes.split(separator: 0x0A)
        #expect(bytes.count > 1_100_000 && lines.count == 2)
        let last = try JSONScanner(depthLimit: 16).scan(Array(try #require(lines.last)))
        #expect(last["ev"] == "closing" && last["code"] == "SHUTTING_DOWN")
    }
}
