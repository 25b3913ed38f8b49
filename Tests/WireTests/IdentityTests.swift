import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

/// Who may do what: the connection's principal decides, never what a line says about itself.
@Suite struct IdentityTests {
    private static let grants = Grants(principals: [
        Grant(
            principal: "bridge:irc", token: "0123456789abcdef", rooms: ["north*"].compactMap { NamePattern($0) },
            actors: ["irc:*"].compactMap { NamePattern($0) }),
        Grant(
            principal: "bridge:guests", token: "fedcba9876543210", rooms: ["*"].compactMap { NamePattern($0) },
            roles: [.observer]),
        Grant(
            principal: "office", token: "office-office-office", rooms: ["*"].compactMap { NamePattern($0) },
            mayOpen: true),
    ])

    private func stranger(_ wire: Wire, token: String? = nil) -> Connection {
        var options = Connection.Options()
        options.isHost = false
        options.principal = "tcp"
        options.grants = IdentityTests.grants
        options.isAuthenticated = false
        let connection = Connection(host: wire.host, library: Library(), options: options)
        if let token { _ = connection.send([#"{"op":"hello","id":"h","caps":["dm"],"token":"\#(token)"}"#]) }
        return connection
    }

    private func say(_ actor: String, _ text: String = "hello", room: String = "north") -> String {
        #"{"op":"say","id":"1","room":"\#(room)","as":"\#(actor)","text":"\#(text)"}"#
    }

    @Test func `Until hello brings a known token, every operation is refused, in text mode too`() throws {
        let wire = try Wire(room: "north")
        try wire.open()
        for operation in OperationTable.all where !["hello", "bye"].contains(operation.name) {
            let line = #"{"op":"\#(operation.name)","id":"1","room":"north","as":"irc:ann","text":"x","what":"aim"}"#
            let reply = stranger(wire).send([line]).last
            #expect(reply?["code"] == "NOT_AUTHENTICATED" && reply?["field"] == "token", "\(operation.name)")
        }
        #expect(stranger(wire).send([#"{"op":"hello","id":"1"}"#]).map { $0["code"] } == ["NOT_AUTHENTICATED"])
        #expect(stranger(wire).raw("Ann: hello\n").hasPrefix("! NOT_AUTHENTICATED:"))
        #expect(try wire.head() == 2)
    }

    @Test func `A third wrong token closes the connection`() throws {
        let wire = try Wire()
        let connection = stranger(wire)
        let guess = #"{"op":"hello","id":"1","token":"0123456789abcdeF"}"#
        let lines = connection.send([guess, guess, guess, guess])
        #expect(lines.map { $0["code"] } == Array(repeating: "NOT_AUTHENTICATED", count: 4))
        #expect(lines.last?["ev"] == "closing")
        #expect(connection.isClosed)
    }

    @Test func `Wrong tokens are counted where one was right too, and the time for a token is over for others only`()
        throws
    {
        let wire = try Wire()
        let connection = stranger(wire, token: "office-office-office")
        let guess = #"{"op":"hello","id":"1","token":"0123456789abcdeF"}"#
        #expect(connection.send([guess, guess]).allSatisfy { $0["re"] == "1" } && !connection.isClosed)
        #expect(connection.send([#"{"op":"ping","id":"2"}"#]).last?["ok"] == true)
        let lines = connection.send([guess, #"{"op":"hello","id":"3","token":"0123456789abcdef"}"#])
        #expect(lines.map { $0["code"] } == ["NOT_AUTHENTICATED", "NOT_AUTHENTICATED"])
        #expect(lines.last?["ev"] == "closing" && connection.isClosed)

        let switchboard = Switchboard(host: wire.host, library: Library())
        var options = Connection.Options()
        options.grants = IdentityTests.grants
        for isAuthenticated in [true, false] {
            options.isAuthenticated = isAuthenticated
            let sent = switchboard.take([.connected(1, options), .dismissed(1, .notAuthenticated)])
            let reasons: [Dismissal?] = isAuthenticated ? [] : [.notAuthenticated]
            #expect(sent.map(\.dismissal) == reasons)
        }
    }

    @Test func `A token names the principal, its rooms, and whether it may open rooms`() throws {
        let wire = try Wire()
        try wire.open()
        wire.send(Wire.opening().replacing("\"north\"", with: "\"south\""))
        let bridge = stranger(wire)
        let hello = try #require(bridge.send([#"{"op":"hello","id":"h","token":"0123456789abcdef"}"#]).last)
        #expect(hello["principal"] == "bridge:irc")
        #expect(hello["rooms"]?.array?.map { $0["room"] } == ["north"])
        #expect(bridge.send([say("irc:ann")]).last?["ok"] == true)
        // The same words for a room that is there and for one that is not.
        for room in ["south", "nowhere"] {
            for line in [
                say("irc:ann", room: room), #"{"op":"sync","id":"1","room":"\#(room)"}"#,
                #"{"op":"draft","id":"1","room":"\#(room)"}"#, #"{"op":"ack","id":"1","room":"\#(room)","upto":0}"#,
            ] {
                let reply = bridge.send([line]).last
                #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "room")
            }
        }
        let opening = Wire.opening().replacing("\"north\"", with: "\"north-2\"")
        #expect(bridge.send([opening]).last?["code"] == "NOT_PERMITTED")
        #expect(stranger(wire, token: "office-office-office").send([opening]).last?["ok"] == true)
    }

    @Test func `A principal acts only as those whom its configuration names`() throws {
        let wire = try Wire()
        try wire.open()
        let bridge = stranger(wire, token: "0123456789abcdef")
        let reply = bridge.send([say("matrix:ann")]).last
        #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "as")
        #expect(bridge.raw("").isEmpty)
        #expect(try wire.head() == 2)
    }

    @Test func `One principal does not act as somebody for whom another speaks, after a restart too`() throws {
        let wire = try Wire()
        try wire.open()
        #expect(wire.connection(of: "bridge:one").send([say("irc:ann")]).last?["ok"] == true)
        let again = try Wire(wire.place)
        for server in [wire, again] {
            let head = try server.head()
            let other = server.connection(of: "bridge:two")
            for line in [say("irc:ann"), #"{"op":"leave","id":"2","room":"north","as":"irc:ann"}"#] {
                let reply = other.send([line]).last
                #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "as", "\(reply ?? .null)")
            }
            #expect(other.send([say("irc:bo", "/where")]).last?["ok"] == true, "nobody else speaks for Bo")
            #expect(try server.head() > head)
            #expect(server.connection(of: "bridge:one").send([say("irc:ann")]).last?["ok"] == true)
        }
        // What a configuration says goes before who came first; and whoever runs the program speaks for anybody.
        #expect(again.connection(of: "bridge:two", actors: ["irc:*"]).send([say("irc:ann")]).last?["ok"] == true)
        #expect(again.send(say("irc:ann")).last?["ok"] == true)
        // And whoever came first yields to it from then on.
        for server in [again, try Wire(wire.place)] {
            let reply = server.connection(of: "bridge:one").send([say("irc:ann")]).last
            #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "as", "\(reply ?? .null)")
        }
    }

    @Test func `Where no configuration says who speaks for whom, whoever connects speaks for anybody`() throws {
        let wire = try Wire()
        try wire.start()
        wire.send(say("irc:ann"), say("irc:helen"))
        for server in [wire, try Wire(wire.place)] {
            for principal in ["unix:1000", "tcp"] {
                var options = Connection.Options()
                options.principal = principal
                options.isHost = false
                options.mayActAsAnybody = true
                let socket = Connection(host: server.host, library: Library(), options: options)
                for line in [say("irc:ann"), say("irc:helen", "/where")] {
                    let reply = socket.send([line]).last
                    #expect(reply?["ok"] == true && reply?["declined"] == nil, "\(principal): \(reply ?? .null)")
                }
            }
        }
        // A grant says what one of them may do from then on.
        let office = stranger(wire, token: "office-office-office")
        #expect(office.send([say("irc:ann")]).last?["code"] == "NOT_PERMITTED")
        var options = Connection.Options()
        options.mayActAsAnybody = true
        options.become(Grant(principal: "x", rooms: []))
        #expect(!options.mayActAsAnybody)
    }

    @Test func `A room that was purged is unknown, also to whoever would not be let in`() throws {
        let wire = try Wire()
        try wire.open()
        #expect(wire.connection(of: "bridge:one").send([say("irc:ann")]).last?["ok"] == true)
        let other = wire.connection(of: "bridge:two")
        #expect(other.send([say("irc:ann")]).last?["code"] == "NOT_PERMITTED")
        try wire.store.purge(room: "north", ifHeadIs: wire.head())
        for line in [say("irc:ann"), #"{"op":"next","id":"2","room":"north","as":"irc:bo"}"#] {
            #expect(other.send([line]).last?["code"] == "UNKNOWN_ROOM", "\(line)")
        }
    }

    @Test func `The people of a principal are nobody else's, before they have said a word and also in its own room`()
        throws
    {
        let wire = try Wire()
        try wire.start()
        wire.send(#"{"op":"gauging","id":"g","room":"north","as":"irc:helen"}"#)
        let head = try wire.head()
        let office = stranger(wire, token: "office-office-office")
        for other in [office, stranger(wire, token: "fedcba9876543210")] {
            for line in [
                #"{"op":"gauge","id":"1","room":"north","as":"irc:ann","stage":"emerging"}"#, say("irc:bo"),
                #"{"op":"start","id":"2","room":"north","as":"irc:helen"}"#,
            ] {
                let reply = other.send([line]).last
                #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "as", "\(line)")
            }
        }
        #expect(try wire.head() == head)
        _ = office.send([Wire.opening().replacing("\"north\"", with: "\"north-2\"")])
        let start = #"{"op":"start","id":"3","room":"north-2","as":"irc:helen"}"#
        #expect(office.send([start]).last?["code"] == "NOT_PERMITTED")
        #expect(stranger(wire, token: "0123456789abcdef").send([start]).last?["ok"] == true)
    }

    @Test func `A principal speaks only for people in the roles that it may bring in`() throws {
        let wire = try Wire()
        let opened = try wire.reply(
            """
            {"op":"open","id":"o","room":"north","setup":{"members":[\
            {"id":"web:helen","name":"Helen Moss","role":"facilitator"},{"id":"web:cy","name":"Cy Lane"},\
            {"id":"web:olive","name":"Olive Watts","role":"observer"}]}}
            """)
        try #require(opened["ok"] == true, "\(opened)")
        let guests = stranger(wire, token: "fedcba9876543210")
        for actor in ["web:helen", "web:cy"] {
            let reply = guests.send([say(actor)]).last
            #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "as", "\(reply ?? .null)")
        }
        #expect(guests.send([say("web:olive")]).last?["ok"] == true)
        // A facilitator may give somebody more than the connection can.
        #expect(wire.send(say("web:helen", "/facilitator Olive Watts")).last?["ok"] == true)
        let started = guests.send([say("web:olive", "/start 8")]).last
        #expect(started?["ok"] == true && started?["declined"] == nil, "\(started ?? .null)")
        #expect(stranger(wire, token: "office-office-office").send([say("web:cy")]).last?["ok"] == true)
    }

    @Test func `Whoever opens a room speaks for its facilitator, and nobody else can`() throws {
        let wire = try Wire()
        let office = stranger(wire, token: "office-office-office")
        _ = office.send([Wire.opening().replacing("irc:helen", with: "office:helen")])
        let start = #"{"op":"start","id":"1","room":"north","as":"office:helen"}"#
        for server in [wire, try Wire(wire.place)] {
            #expect(server.connection(of: "bridge:eve").send([start]).last?["code"] == "NOT_PERMITTED")
        }
        #expect(office.send([start]).last?["ok"] == true)
    }

    @Test func `Nobody acts under an id that the program made, whatever the role of its place and whoever connects`()
        throws
    {
        let wire = try Wire()
        let opened = try wire.reply(
            """
            {"op":"open","id":"o","room":"north","setup":{"members":[{"name":"Helen Ward","role":"facilitator"},\
            {"name":"Ann Shah"},{"name":"Olive Watts","role":"observer"}]}}
            """)
        try #require(opened["ok"] == true, "\(opened)")
        let head = try wire.head()
        let connections = [
            wire.connection, wire.connection(of: "bridge:irc"), wire.connection(of: "bridge:all", actors: ["*"]),
            stranger(wire, token: "office-office-office"),
        ]
        for connection in connections {
            for actor in [
                "setup:1", "setup:2", "setup:3", "setup:9", "erased:1", "typed:erased:1", MadeID.clock,
            ] {
                for line in [
                    #"{"op":"start","id":"1","room":"north","as":"\#(actor)","areas":["8"]}"#,
                    #"{"op":"gauge","id":"1","room":"north","as":"\#(actor)","stage":"expanding"}"#,
                    #"{"op":"join","id":"1","room":"north","as":"\#(actor)","name":"Eve Hill"}"#,
                    #"{"op":"facilitator","id":"1","room":"north","as":"\#(actor)","name":"Eve Hill"}"#, say(actor),
                ] {
                    let reply = connection.send([line]).last
                    #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "as", "\(line)")
                }
            }
        }
        #expect(try wire.head() == head)
        // A member comes in by name, and only a member: the one who facilitates needs an id.
        let bridge = wire.connection(of: "bridge:irc")
        let ann = #"{"op":"join","id":"2","room":"north","as":"irc:ann","name":"Ann Shah"}"#
        #expect(bridge.send([ann]).last?["ok"] == true)
        let helen = bridge.send([ann.replacing("irc:ann", with: "irc:eve").replacing("Ann Shah", with: "Helen Ward")])
        #expect(helen.last?["code"] == "NOT_PERMITTED", "\(helen)")
        #expect(helen.last?["msg"]?.string?.contains("id: irc:helen") == true)
    }

    @Test func `Text at a socket speaks for nobody whose place is unclaimed, and the parent of stdio does`() throws {
        let wire = try Wire(room: "north")
        let members = #"[{"name":"Helen Ward","role":"facilitator"},{"name":"Ann Shah"}]"#
        let opening = #"{"op":"open","id":"o","room":"north","setup":{"members":\#(members)}}"#
        #expect(try wire.reply(opening)["ok"] == true)
        func text(isHost: Bool) -> Connection {
            var options = Connection.Options()
            options.isHost = isHost
            options.principal = isHost ? "stdio" : "unix:1000"
            (options.room, options.mode) = ("north", .text)
            return Connection(host: wire.host, library: Library(), options: options)
        }
        let socket = text(isHost: false)
        #expect(socket.raw("Helen Ward: /start 8\n").hasPrefix("! NOT_JOINED:"))
        #expect(socket.raw("Helen: /join Helen Ward\n").hasPrefix("! NOT_PERMITTED:"))
        #expect(socket.raw("Ann: /join Ann Shah\n").contains("Ann Shah has joined"))
        #expect(text(isHost: true).raw("Helen: /start 8\n").contains("We have started."))
    }

    @Test func `A join names only the roles that its principal may assert, typed or structured`() throws {
        let wire = try Wire()
        try wire.open()
        let guests = stranger(wire, token: "fedcba9876543210")
        let join = #"{"op":"join","id":"1","room":"north","as":"web:cy","name":"Cy Lane"}"#
        let reply = guests.send([join]).last
        #expect(reply?["code"] == "NOT_PERMITTED" && reply?["field"] == "role", "\(reply ?? .null)")
        #expect(try wire.head() == 2)
        // What is said is kept all the same.
        let said = try #require(guests.send([say("web:cy", "/join Cy Lane | vcse")]).last)
        #expect(said["ok"] == true && said["seq"] == 3 && said["declined"]?["code"] == "NOT_PERMITTED", "\(said)")
        #expect(said["declined"]?["msg"]?.string?.hasPrefix("Nobody can join as member from this chat") == true)
        #expect(try wire.store.entry(room: "north", number: 3)?.words == "/join Cy Lane | vcse")
        #expect(try Wire(wire.place).record()["members"] == wire.record()["members"])
        #expect(guests.send([join.replacing("\"name\"", with: "\"role\":\"observer\",\"name\"")]).last?["ok"] == true)
        let cy = try wire.record()["members"]?.array?.first { $0["id"] == "web:cy" }
        #expect(cy?["role"] == "observer" && cy?["assurance"] == "asserted")
    }

    @Test func `Too fast is told with the time to wait, for one actor and for a connection, and leaves no entry`()
        throws
    {
        let wire = try Wire()
        try wire.open()
        var options = Connection.Options()
        options.rate = Rate(actor: Pace(perSecond: 2, burst: 3), connection: Pace(perSecond: 100, burst: 6))
        let clock = Ticks()
        let switchboard = Switchboard(host: wire.host, library: Library(), now: { clock.milliseconds })
        func send(_ number: Int, _ lines: String...) -> [JSONValue] {
            var intake = Intake()
            let messages = intake.feed(Array(lines.map { $0 + "\n" }.joined().utf8))
            let sent = switchboard.take([.said(number, messages)]).filter { $0.connection == number }
            return parsed(sent.map { String(decoding: $0.bytes, as: UTF8.self) }.joined())
        }
        for number in 1...2 { _ = switchboard.take([.connected(number, options)]) }
        let head = try wire.head()
        let ann = say("irc:ann", "Word")
        #expect(send(1, ann, ann, ann).replies.allSatisfy { $0["ok"] == true })
        let refused = try #require(send(1, ann).last)
        #expect(refused["code"] == "RATE_LIMITED" && refused["retry"] == true && refused["retry_ms"] == 500)
        // Over another connection she is the same person; another person is not held up.
        #expect(send(2, ann).last?["code"] == "RATE_LIMITED")
        #expect(send(2, say("irc:bo", "Word")).last?["ok"] == true)
        let pings = send(1, #"{"op":"ping","id":"1"}"#, #"{"op":"ping","id":"2"}"#, #"{"op":"ping","id":"3"}"#)
        #expect(pings.map { $0["code"] } == [nil, nil, "RATE_LIMITED"])
        clock.milliseconds += 500
        #expect(send(1, ann).last?["ok"] == true)
        let entries = try wire.store.entries(in: "north", after: head, limit: 100)
        #expect(entries.count(where: { $0.words == "Word" }) == 5)
    }

    @Test func `After a line that was too fast the next ones of that person are refused too, so that order holds`()
        throws
    {
        let wire = try Wire()
        try wire.open()
        var options = Connection.Options()
        options.rate = Rate(actor: Pace(perSecond: 10, burst: 2), connection: Pace(perSecond: 1_000, burst: 1_000))
        let clock = Ticks()
        // Each look at the clock takes its time: it is looked at twice for a line.
        let now: () -> Int = {
            clock.milliseconds += 20
            return clock.milliseconds
        }
        let switchboard = Switchboard(host: wire.host, library: Library(), now: now)
        _ = switchboard.take([.connected(1, options)])
        func send(_ words: Range<Int>) -> [JSONValue] {
            var intake = Intake()
            let lines = words.map { say("irc:ann", "Word \($0)") + "\n" }.joined()
            let sent = switchboard.take([.said(1, intake.feed(Array(lines.utf8)))])
            return parsed(sent.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()).replies
        }
        let first = send(0..<5)
        #expect(first.map { $0["retry_ms"] } == [nil, nil, 100, 60, 20])
        var next = 2
        for _ in 0..<10 where next < 5 {
            clock.milliseconds += 100
            next += send(next..<5).prefix { $0["ok"] == true }.count
        }
        let kept = try wire.store.entries(in: "north", after: 0, limit: 100).map(\.words)
        #expect(kept.filter { $0.hasPrefix("Word") } == (0..<5).map { "Word \($0)" })
    }

    private final class Ticks { var milliseconds = 0 }
}
