import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import NIOCore
import Serving
import Sockets
import Testing
import Transcript

/// Clients that are too fast, too slow, or gone; and the end.
@Suite(.serialized, .timeLimit(.minutes(10))) struct FlowTests {
    @Test func `When the queue is full, each line that is not taken is answered BUSY, and is not kept`() throws {
        let server = try Server(linesMax: 8)
        let client = try Client(unix: server.path)
        let inFlight = try #require(
            client.reply(#"{"op":"hello","id":"h"}"#, "h")["limits"]?["inflight"]?.integer)
        #expect(inFlight == 64)
        _ = try client.reply(Talk.opening(), "o")
        let ids = (1...50).map { "w\($0)" }
        client.write(ids.map { Talk.say("ann", "Word \($0)", id: $0) + "\n" }.joined())
        client.sayNoMore()
        let lines = try client.rest().split(separator: "\n").map { try JSONScanner(depthLimit: 16).scan(String($0)) }
        let replies = lines.filter { $0["re"] != nil }
        #expect(Set(replies.compactMap { $0["re"]?.string }) == Set(ids) && replies.count == ids.count)
        let busy = replies.filter { $0["ok"] == false }
        #expect(!busy.isEmpty)
        for reply in busy {
            #expect(reply["code"] == "BUSY" && reply["retry"] == true && reply["retry_ms"] == 100, "\(reply)")
        }
        let kept = try server.store.entries(in: "north", after: 0, limit: 1_000).map(\.words)
        for reply in replies {
            let words = "Word \(reply["re"]?.string ?? "")"
            #expect(kept.contains(words) == (reply["ok"] == true), "\(words)")
        }
    }

    @Test func `A client that does not read is dropped alone, and told after which event to go on`() throws {
        var limits = SocketServer.Limits()
        limits.unsentBytes = 300_000
        limits.farewell = .seconds(60)
        let server = try Server(limits)
        let speaker = try Client(unix: server.path)
        _ = try speaker.reply(Talk.opening(), "o")
        let reader = try Client(unix: server.path)
        _ = try reader.reply(#"{"op":"sync","id":"s","room":"north"}"#, "s")
        let words = String(repeating: "The hall is cold in May. ", count: 300)
        // Nothing that the reader leaves undone holds up the speaker.
        for index in 1...160 {
            #expect(try speaker.reply(Talk.say("ann", words, id: "w\(index)"), "w\(index)")["ok"] == true)
        }
        let left = try reader.rest().split(separator: "\n").map { try JSONScanner(depthLimit: 16).scan(String($0)) }
        let closing = try #require(left.last)
        #expect(closing["ev"] == "closing" && closing["code"] == "SLOW_CONSUMER", "\(left.count) lines")
        let seen = left.compactMap { $0["seq"]?.integer }
        let resume = try #require(closing["resume"]?["north"])
        #expect(resume["after"]?.integer == seen.last)
        let log = try #require(resume["log"]?.string)
        let again = try Client(unix: server.path)
        let after = try #require(seen.last)
        let rest = try again.lines(
            until: "s", asking: #"{"op":"sync","id":"s","room":"north","log":"\#(log)","after":\#(after),"limit":5000}"#
        )
        let head = try #require(try server.store.room("north")).head
        #expect(head > after, "it was dropped before the end")
        #expect(rest.compactMap { $0["seq"]?.integer }.first == after + 1)
        #expect(seen == Array(3...after))
    }

    @Test func `An answer larger than what may be left unread reaches a client that reads it, and it stays`() throws {
        var limits = SocketServer.Limits()
        limits.unsentBytes = 300_000
        limits.farewell = .seconds(60)
        let server = try Server(limits)
        let client = try Client(unix: server.path)
        _ = try client.reply(Talk.opening(), "o")
        let words = String(repeating: "The hall is cold in May. ", count: 300)
        for index in 1...160 { _ = try client.reply(Talk.say("ann", words, id: "w\(index)"), "w\(index)") }
        let export = #"{"op":"export","id":"e","room":"north"}"#
        let text = try #require(try client.reply(export, "e")["text"]?.string)
        #expect(text.utf8.count > 3 * limits.unsentBytes)
        #expect(try client.reply(#"{"op":"ping","id":"p"}"#, "p")["ok"] == true)
        // As its last answer too.
        client.say(export)
        client.sayNoMore()
        #expect(client.rest().utf8.count > 3 * limits.unsentBytes)
    }

    @Test func `A client that leaves its full buffer as it is for too long is dropped`() throws {
        var limits = SocketServer.Limits()
        limits.patience = .milliseconds(200)
        limits.farewell = .milliseconds(200)
        let server = try Server(limits)
        let speaker = try Client(unix: server.path)
        _ = try speaker.reply(Talk.opening(), "o")
        let words = String(repeating: "The hall is cold in May. ", count: 300)
        for index in 1...100 { _ = try speaker.reply(Talk.say("ann", words, id: "w\(index)"), "w\(index)") }
        let reader = try Client(unix: server.path)
        for _ in 1...10 { reader.say(#"{"op":"sync","id":"s","room":"north","limit":5000}"#) }
        #expect(reader.waitForClose())
        // What is read is the buffer's rest, and then the end.
        #expect(reader.rest().utf8.count < 10 * 900_000)
        #expect(try speaker.reply(#"{"op":"ping","id":"p"}"#, "p")["ok"] == true)
    }

    @Test func `A slow summary of one room holds up nobody: ping, sync, hello, and drafts of other rooms`() throws {
        let brake = SlowedStore.Brake(room: "slow")
        let server = try Server(slowed: brake)
        let client = try Client(unix: server.path)
        _ = try client.reply(Talk.opening("slow", id: "o1"), "o1")
        _ = try client.reply(Talk.opening(id: "o2"), "o2")
        client.say(#"{"op":"export","id":"slow","room":"slow"}"#)
        #expect(brake.waitUntilReached())
        let other = try Client(unix: server.path)
        for asker in [client, other] {
            for (id, line) in [
                ("a", #"{"op":"ping","id":"a"}"#), ("b", #"{"op":"hello","id":"b"}"#),
                ("c", #"{"op":"sync","id":"c","room":"north"}"#), ("d", #"{"op":"draft","id":"d","room":"north"}"#),
                ("e", #"{"op":"record","id":"e","room":"north"}"#), ("f", #"{"op":"export","id":"f","room":"north"}"#),
                ("g", Talk.say("ann", "The hall is cold.", id: "g")),
                ("h", Talk.say("ann", "The hall is cold.", id: "h", room: "slow")),
                ("i", #"{"op":"describe","id":"i","what":"say"}"#),
            ] {
                let lines = try asker.lines(until: id, asking: line)
                #expect(lines.last?["ok"] == true, "\(lines)")
                #expect(!lines.contains { $0["re"] == "slow" }, "\(id) waited")
            }
        }
        // Nothing of this waited for the summary, which was held back all the time.
        brake.release()
        #expect(try client.lines(until: "slow").last?["ok"] == true)
    }

    @Test func `A client that goes away in the middle of a line takes nothing with it`() throws {
        let server = try Server()
        let client = try Client(unix: server.path)
        _ = try client.reply(Talk.opening(), "o")
        do {
            let other = try Client(unix: server.path)
            other.write(Talk.say("bo", "The hall is warm.", id: "w") + "\n" + #"{"op":"say","id":"x","room":"nor"#)
        }
        for _ in 0..<200 {
            let entries = try server.store.entries(in: "north", after: 2, limit: 10)
            if entries.contains(where: { $0.words == "The hall is warm." }) { break }
            Thread.sleep(forTimeInterval: 0.01)
        }
        let lines = try client.lines(until: "s", asking: #"{"op":"sync","id":"s","room":"north","after":2}"#)
        #expect(lines.contains { $0["text"] == "The hall is warm." })
        // It came live, and again because it was asked for.
        #expect(Set(lines.filter { $0["ev"] == "said" }.compactMap { $0["seq"]?.integer }).count == 1)
    }

    @Test func `The end is in order: owed answers, a last word to everybody, and the socket's file is gone`() throws {
        let brake = SlowedStore.Brake(room: "slow")
        let server = try Server(slowed: brake)
        let status = try FileManager.default.attributesOfItem(atPath: server.path)
        #expect(status[.posixPermissions] as? Int == 0o600)
        let one = try Client(unix: server.path)
        _ = try one.reply(Talk.opening("slow"), "o")
        let two = try Client(port: server.port)
        _ = try two.reply(#"{"op":"ping","id":"p"}"#, "p")
        one.say(#"{"op":"export","id":"e","room":"slow"}"#)
        #expect(brake.waitUntilReached())
        server.stop()
        let left = one.rest()
        #expect(left.contains(#""re":"e""#), "the export was owed: \(left)")
        for text in [left, two.rest()] {
            let last = try JSONScanner().scan(String(try #require(text.split(separator: "\n").last)))
            #expect(last["ev"] == "closing" && last["code"] == "SHUTTING_DOWN")
        }
        #expect(!FileManager.default.fileExists(atPath: server.path))
    }

    @Test func `Who says bye while a summary is being made gets both answers, though the server ends meanwhile`() throws
    {
        let brake = SlowedStore.Brake(room: "slow")
        let server = try Server(slowed: brake)
        _ = try Client(unix: server.path).reply(Talk.opening("slow"), "o")
        let sent = Sent()
        let number = server.hosting.connect(Connection.Options()) { sent.add($0) }
        var intake = Intake(mode: .protocolLines)
        let lines = #"{"op":"export","id":"e","room":"slow"}"# + "\n" + #"{"op":"bye","id":"b"}"# + "\n"
        let taken = server.hosting.say(number, intake.feed(Array(lines.utf8)))
        #expect(taken == 2 && brake.waitUntilReached())
        server.stop()
        let answers = try sent.text.split(separator: "\n").map { try JSONScanner(depthLimit: 16).scan(String($0)) }
        #expect(answers.map { $0["re"] } == ["e", "b"] && answers.allSatisfy { $0["ok"] == true }, "\(sent.text)")
    }

    @Test func `Who comes when the server has ended is sent away at once`() throws {
        let server = try Server()
        server.hosting.end()
        let sent = Sent()
        let number = server.hosting.connect(Connection.Options()) { sent.add($0) }
        #expect(sent.all.map(\.connection) == [number] && sent.all.allSatisfy(\.isLast))
    }

    @Test func `A socket that a killed server left is replaced; a living server's and a file are not`() throws {
        let server = try Server()
        func listen(_ path: String) -> ListenError? {
            let other = SocketServer(hosting: server.hosting, threads: 1)
            do throws(ListenError) {
                _ = try other.listen(on: .unix(path: path)) { _ in Connection.Options() }
                return nil
            } catch {
                return error
            }
        }
        #expect(listen(server.path) == .inUse("unix:\(server.path)"))
        let file = server.directory + "/letter"
        try Data("Dear diary".utf8).write(to: URL(fileURLWithPath: file))
        #expect(listen(file) == .notASocket(file))
        #expect(FileManager.default.contents(atPath: file) == Data("Dear diary".utf8))
        let long = server.directory + "/" + String(repeating: "x", count: 100)
        #expect(listen(long) == .pathTooLong(long, bytesMax: 107))
        // Bound and never closed, as a kill leaves it.
        let stale = server.directory + "/stale"
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: stale.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        close(descriptor)
        try #require(bound == 0)
        #expect(listen(stale) == nil)
    }

    @Test func `Who has no token in time is sent away`() throws {
        var limits = SocketServer.Limits()
        limits.tokenTime = .milliseconds(100)
        let server = try Server(limits) { options in
            options.grants = Grants(principals: [Grant(principal: "a", token: "0123456789abcdef")])
            options.isAuthenticated = false
        }
        let late = try Client(port: server.port)
        let prompt = try Client(port: server.port)
        let hello = try prompt.reply(#"{"op":"hello","id":"h","token":"0123456789abcdef"}"#, "h")
        #expect(hello["principal"] == "a")
        #expect(late.rest().contains(#""code":"NOT_AUTHENTICATED","ev":"closing""#))
        #expect(try prompt.reply(#"{"op":"ping","id":"p"}"#, "p")["ok"] == true)
    }
}

/// What a connection without a socket was sent. Sendable because `lock` guards it.
final class Sent: @unchecked Sendable {
    private let lock = NSLock()
    private var outgoing: [Switchboard.Outgoing] = []
    func add(_ item: Switchboard.Outgoing) { lock.withLock { outgoing.append(item) } }
    var all: [Switchboard.Outgoing] { lock.withLock { outgoing } }
    var text: String { String(decoding: all.flatMap(\.bytes), as: UTF8.self) }
}

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("unix:/tmp/x", ListenAddress.unix(path: "/tmp/x")),
        ("tcp:127.0.0.1:7070", .tcp(host: "127.0.0.1", port: 7070)),
        ("tcp:[::1]:0", .tcp(host: "::1", port: 0)), ("tcp:localhost:1", .tcp(host: "localhost", port: 1)),
    ])
    func `An address is read and written alike`(words: String, address: ListenAddress) {
        #expect(ListenAddress(words) == address)
        #expect(address.words == words)
        #expect(address.isLocal)
    }

    @Test(arguments: [
        "", "unix:", "tcp:", "tcp:7070", "tcp:host", "tcp::7070", "tcp:::1:7070", "tcp:a:65536", "tcp:a:-1", "http:x",
    ])
    func `What is no address is refused`(words: String) { #expect(ListenAddress(words) == nil) }

    @Test func `An address that others can reach is not local`() {
        for host in ["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example.org"] {
            #expect(!ListenAddress.tcp(host: host, port: 1).isLocal)
        }
    }
}
