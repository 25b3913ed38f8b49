import Frameworks
import JSONText
import Testing

@testable import Bridges

/// When one room was made anew under its name, the rooms end the connection for all of them.
@Suite struct ReconnectingTests {
    /// Two rooms, and what was done for them since this was last asked.
    private struct Rooms {
        static let names = ["north", "south"]
        var relay: MatterbridgeRelay
        private var outputs: [MatterbridgeRelay.Output] = []
        private var lines: [JSONValue] = []

        init() {
            relay = MatterbridgeRelay(
                MatterbridgeSettings(
                    host: "127.0.0.1", port: 4242,
                    rooms: Rooms.names.map { .init(gateway: "\($0)-place", room: $0) }))
            greet(logs: ["north": "L", "south": "S"], acked: 2)
            goLive()
            outputs = []
        }

        mutating func take(_ input: MatterbridgeRelay.Input) {
            let taken = relay.take(input)
            outputs += taken
            lines += taken.compactMap(\.line)
        }

        /// The rooms are there.
        mutating func greet(logs: [String: String], acked: Int) {
            take(.connected)
            let rooms = Rooms.names.compactMap { name in
                logs[name].map { log -> JSONValue in
                    // A room that was just made has been posted nowhere.
                    [
                        "room": .string(name), "log": .string(log), "head": 2,
                        "acked": .integer(log == "M" ? 0 : acked),
                    ]
                }
            }
            take(.heard(["re": "hello", "ok": true, "rooms": .array(rooms)]))
        }

        mutating func goLive() {
            for number in Rooms.names.indices {
                take(.heard(["re": .string("sync:\(number)"), "ok": true, "to": 2, "more": false]))
            }
        }

        /// A room was made anew.
        mutating func part() {
            take(.heard(["ev": "closing", "code": "LOG_CHANGED", "msg": "…", "resume": [:]]))
        }

        /// Somebody writes in the chat of a room.
        mutating func say(_ text: String, id: String, in room: String) {
            var message = Talk.message(text, id: id)
            message.gateway = "\(room)-place"
            take(.arrived([message]))
        }

        mutating func hear(_ event: JSONValue, in room: String) {
            guard case .object(var fields) = event else { return }
            fields["room"] = .string(room)
            take(.heard(.object(fields)))
        }

        /// A room keeps the last line that it was sent.
        mutating func keep(_ entry: Int, in room: String) {
            guard let id = lines.last(where: { $0["room"]?.string == room })?["id"] else { return }
            take(.heard(["re": id, "ok": true, "seq": .integer(entry)]))
        }

        mutating func done() -> [MatterbridgeRelay.Output] {
            defer { outputs = [] }
            return outputs
        }
    }

    /// Lines of one kind, each with its room.
    private func said(_ outputs: [MatterbridgeRelay.Output], _ operation: JSONValue = "say") -> [String] {
        outputs.compactMap(\.line).filter { $0["op"] == operation }.map { line in
            "\(line["room"]?.string ?? ""): \(line["text"]?.string ?? "")"
        }
    }

    @Test func `the adapter connects again after a pause, and does not when the rooms end`() {
        var rooms = Rooms()
        rooms.part()
        let parted = rooms.done()
        #expect(parted == [.reconnect(milliseconds: 1_000)])
        rooms.take(.heard(["ev": "closing", "code": "SHUTTING_DOWN", "msg": "…", "resume": [:]]))
        let ended = rooms.done()
        #expect(ended == [])
    }

    @Test func `the room is begun anew, the other one is read on, and one line says so`() {
        var rooms = Rooms()
        rooms.hear(Talk.bot(5, "words"), in: "south")
        rooms.part()
        _ = rooms.done()
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 2)
        let outputs = rooms.done()
        let syncs = outputs.compactMap(\.line).filter { $0["op"] == "sync" }
        #expect(syncs.map { $0["log"] } == ["M", "S"] && syncs.map { $0["after"] } == [0, 5])
        #expect(
            outputs.compactMap(\.note) == ["“north” has another transcript now; it is read from its beginning"])
    }

    @Test func `what has no answer and what comes meanwhile is said once when the rooms are there again`() {
        var rooms = Rooms()
        rooms.say("one", id: "1", in: "south")
        rooms.say("two", id: "2", in: "south")
        let before = rooms.done()
        #expect(said(before) == ["south: one"])
        rooms.part()
        rooms.say("three", id: "3", in: "south")
        rooms.say("four", id: "4", in: "north")
        // It was due before the connection ended.
        rooms.take(.retry(room: 1))
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 2)
        let waiting = rooms.done()
        #expect(said(waiting) == [] && rooms.relay.waitingCount == 4)
        rooms.goLive()
        let again = rooms.done()
        #expect(said(again) == ["north: four", "south: one"])
        // Under the key that it had.
        #expect(again.compactMap(\.line).last == before.compactMap(\.line).last)
        #expect(!again.contains(.ready), "the live feed is there already")
        for entry in 7...9 { rooms.keep(entry, in: "south") }
        rooms.keep(3, in: "north")
        let rest = said(rooms.done())
        #expect(rest == ["south: two", "south: three"] && rooms.relay.waitingCount == 0)
    }

    @Test func `words of the transcript that is gone are not posted, and the other room's are, once`() {
        var rooms = Rooms()
        for number in 3...4 { rooms.hear(Talk.bot(number, "old \(number)"), in: "north") }
        rooms.hear(Talk.bot(3, "words"), in: "south")
        let first = rooms.done()
        #expect(first.compactMap(\.post) == ["old 3"])
        rooms.part()
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 2)
        _ = rooms.done()
        // What was on its way arrived.
        rooms.take(.posted(nil))
        let next = rooms.done()
        #expect(next.compactMap(\.post) == ["words"])
        #expect(said(next, "ack") == [], "nothing of the new transcript was posted")
        rooms.take(.posted(nil))
        let marks = rooms.done().compactMap(\.line)
        #expect(marks.map { $0["room"] } == ["south"] && marks.map { $0["upto"] } == [3])
        #expect(marks.map { $0["log"] } == ["S"])
    }

    @Test func `what was posted while the rooms were away is marked when they are there again`() {
        var rooms = Rooms()
        rooms.hear(Talk.bot(3, "words"), in: "south")
        rooms.part()
        _ = rooms.done()
        rooms.take(.posted(nil))
        let meanwhile = rooms.done()
        #expect(meanwhile == [])
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 2)
        let marks = rooms.done().compactMap(\.line).filter { $0["op"] == "ack" }
        #expect(marks.map { $0["room"] } == ["south"] && marks.map { $0["upto"] } == [3])
        // Known there by now.
        rooms.part()
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 3)
        let again = said(rooms.done(), "ack")
        #expect(again == [])
    }

    @Test func `a change of what was said before goes with its transcript, and elsewhere it is done`() {
        var rooms = Rooms()
        for (index, room) in Rooms.names.enumerated() {
            rooms.say("one", id: "m\(index)", in: room)
            rooms.keep(7, in: room)
        }
        rooms.part()
        _ = rooms.done()
        for (index, room) in Rooms.names.enumerated() { rooms.say("two", id: "m\(index)", in: room) }
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 2)
        rooms.goLive()
        let outputs = rooms.done()
        #expect(said(outputs, "correct") == ["south: two"] && said(outputs) == [])
    }

    @Test func `what the chat delivers again of the transcript that is gone is not said in the new one`() {
        var rooms = Rooms()
        var message = Talk.message("one")
        message.gateway = "north-place"
        rooms.take(.arrived([message]))
        rooms.keep(7, in: "north")
        rooms.part()
        rooms.greet(logs: ["north": "M", "south": "S"], acked: 2)
        rooms.goLive()
        _ = rooms.done()
        rooms.take(.arrived([message]))
        let outputs = rooms.done()
        #expect(outputs == [])
    }

    @Test func `a room that is not there any more is asked for, and holds up no other`() {
        var rooms = Rooms()
        rooms.part()
        rooms.greet(logs: ["south": "S"], acked: 2)
        rooms.say("hello", id: "1", in: "north")
        _ = rooms.done()
        let gone: JSONValue = [
            "re": "sync:0", "ok": false, "code": "UNKNOWN_ROOM", "retry": false, "msg": "There is no such room.",
        ]
        rooms.take(.heard(gone))
        let outputs = rooms.done()
        #expect(outputs.contains(.retry(room: 0, milliseconds: 1_000)))
        #expect(outputs.compactMap(\.post) == ["ann: There is no such room."])
        #expect(outputs.compactMap(\.note).count == 1 && rooms.relay.waitingCount == 0)
        rooms.take(.heard(["re": "sync:1", "ok": true, "to": 2, "more": false]))
        rooms.say("good morning", id: "2", in: "south")
        rooms.take(.retry(room: 0))
        let lines = rooms.done()
        #expect(said(lines) == ["south: good morning"] && said(lines, "sync").count == 1)
    }
}
