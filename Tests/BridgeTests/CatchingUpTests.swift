import Frameworks
import JSONText
import Testing

@testable import Bridges

/// From the greeting until every room is read to its end.
@Suite struct CatchingUpTests {
    private func failure(_ id: String, mayPass: Bool, _ words: String) -> JSONValue {
        ["re": .string(id), "ok": false, "code": "STORAGE", "retry": .bool(mayPass), "msg": .string(words)]
    }

    @Test func `a room that cannot be read just now is asked again, ever less often, and goes live in the end`() {
        var talk = Talk(head: 2, acked: 2)
        for _ in 0..<2 {
            talk.take(.heard(failure("sync:0", mayPass: true, "The disk is full.")))
            talk.take(.retry(room: 0))
        }
        #expect(talk.retries == [1_000, 2_000] && talk.lines.count { $0["op"] == "sync" } == 3)
        #expect(talk.notes == ["“north” cannot be read yet, and is asked again: The disk is full."])
        #expect(!talk.isReady)
        talk.goLive()
        talk.say(Talk.message("good morning"))
        #expect(talk.isReady && talk.lines.last?["text"] == "good morning")
    }

    @Test func `a transcript that took the place of the one that was begun is read from its beginning`() {
        var talk = Talk(head: 3_000, acked: 3_000)
        #expect(talk.lines.last?["after"] == 1_000)
        talk.take(
            .heard([
                "re": "sync:0", "ok": false, "code": "CURSOR_UNKNOWN", "retry": false, "log": "M", "head": 2,
                "msg": "This room has another transcript now.",
            ]))
        #expect(talk.lines.last?["log"] == "M" && talk.lines.last?["after"] == 0)
        talk.goLive([Talk.bot(2, "Welcome.")])
        talk.take(.posted(nil))
        #expect(talk.isReady && talk.posts.last == "Welcome.")
    }

    @Test func `a room that can never be read ends the adapter with the reason`() {
        var talk = Talk(head: 2, acked: 2)
        let outputs = talk.relay.take(.heard(failure("sync:0", mayPass: false, "The file is damaged.")))
        #expect(outputs == [.unreadable("“north”: The file is damaged.")])
    }

    @Test func `a greeting that fails is said again when that can help, and else ends the adapter with the reason`() {
        let rooms = [MatterbridgeSettings.RoomLink(gateway: "north-place", room: "north")]
        var relay = MatterbridgeRelay(MatterbridgeSettings(host: "127.0.0.1", port: 4242, rooms: rooms))
        _ = relay.take(.connected)
        for milliseconds in [1_000, 2_000] {
            let outputs = relay.take(.heard(failure("hello", mayPass: true, "The store is busy.")))
            #expect(outputs.last == .greetAgain(milliseconds: milliseconds))
            #expect(outputs.contains { $0.note != nil } == (milliseconds == 1_000))
            let again = relay.take(.connected)
            #expect(again.first?.line?["op"] == "hello")
        }
        let outputs = relay.take(.heard(failure("hello", mayPass: false, "The file is damaged.")))
        #expect(outputs == [.unreadable("The file is damaged.")])
    }

    @Test func `the ids of lines stay short, however long the name of a room`() {
        let name = String(repeating: "n", count: 200)
        let rooms = [MatterbridgeSettings.RoomLink(gateway: "north-place", room: name)]
        var relay = MatterbridgeRelay(MatterbridgeSettings(host: "127.0.0.1", port: 4242, rooms: rooms))
        _ = relay.take(.connected)
        let outputs = relay.take(
            .heard([
                "re": "hello", "ok": true, "rooms": [["room": .string(name), "log": "L", "head": 0, "acked": 0]],
            ]))
        #expect(outputs.compactMap { $0.line?["id"]?.string }.map { $0.utf8.count <= 64 } == [true])
    }
}
