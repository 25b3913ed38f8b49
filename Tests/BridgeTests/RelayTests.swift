import Frameworks
import JSONText
import LineProtocol
import Testing

@testable import Bridges

@Suite struct IdentityTests {
    @Test func `a person is the account and the id there, whatever name they write under`() {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message("good morning", id: "1", name: "ann"))
        talk.say(Talk.message("hello", id: "2", name: "Helen Moss"))
        #expect(talk.lines.suffix(2).map { $0["as"] } == ["slack.north:UANN", "slack.north:UANN"])
        #expect(talk.lines.suffix(2).allSatisfy { $0["op"] == "say" && $0["private"] == nil })
    }

    @Test func `without an id the name is all there is, and that is said once, in the chat too`() {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message("good morning", id: "1", user: "", name: "Ann  SHAH"))
        talk.say(Talk.message("hello", id: "2", user: "", name: "bo"))
        #expect(talk.lines.suffix(2).map { $0["as"] } == ["typed:slack.north:ann shah", "typed:slack.north:bo"])
        #expect(talk.notes == ["messages of slack.north come without a user id"])
        #expect(talk.posts.count == 1 && talk.posts[0].contains("Anybody could write under another's name"))
    }

    @Test func `where people without an id are refused, they are not heard, and are told so once`() {
        var talk = Talk { $0.withoutUserID = .refuse }
        talk.goLive()
        let before = talk.lines.count
        for id in ["1", "2"] { talk.say(Talk.message("good morning", id: id, user: "")) }
        #expect(talk.lines.count == before && talk.posts.count == 1)
        #expect(talk.posts[0].contains("Nothing that is said here is kept"))
    }

    @Test func `an id that the line protocol cannot take is made shorter, and stays one person's own`() {
        let one = Sender(Talk.message("x", user: String(repeating: "U", count: 300) + "1"))
        let two = Sender(Talk.message("x", user: String(repeating: "U", count: 300) + "2"))
        let three = Sender(Talk.message("x", user: "U\n1"))
        #expect(one?.actor != two?.actor)
        for actor in [one, two, three].compactMap({ $0?.actor }) {
            #expect(actor.utf8.count <= 200 && !actor.unicodeScalars.contains { $0.value < 0x20 })
        }
        #expect(Sender(Talk.message("x", user: "", name: "  ")) == nil)
    }

    @Test(arguments: [
        "Common Ground", "common ground", "[api] <Common Ground> ", "[slack][x] Common Ground:", "@Common Ground",
    ])
    func `our own words are known by our name, however it is dressed`(name: String) {
        var talk = Talk()
        talk.goLive()
        let before = talk.lines.count
        talk.say(Talk.message("Ann agrees with #14. (edited)", id: "e", user: "B1", name: name))
        #expect(talk.lines.count == before)
    }

    @Test func `our own words are known by what matterbridge called us, by our picture, and others by a list`() {
        var talk = Talk {
            $0.avatar = "http://pictures.example/ground.png"
            $0.ignored = ["weather-bot", "UBOT"]
        }
        talk.goLive([Talk.bot(1, "Welcome")])
        var own = Talk.message("Welcome", id: "p1", user: "", name: "relay")
        own.account = "api.north"
        talk.take(.posted(own))
        let before = talk.lines.count
        own.text = "Welcome :wave:"
        talk.say(own)
        var pictured = Talk.message("x", id: "2", user: "U9", name: "other")
        pictured.avatar = "http://pictures.example/ground.png"
        talk.say(pictured)
        talk.say(Talk.message("rain", id: "3", user: "U8", name: "Weather-Bot"))
        talk.say(Talk.message("rain", id: "4", user: "UBOT", name: "x"))
        #expect(talk.lines.count == before)
        talk.say(Talk.message("I work at Common Ground", id: "5", name: "Ann from Common Ground"))
        #expect(talk.lines.count == before + 1)
    }
}

@Suite struct OperationTests {
    @Test func `a line is said with a key of its own, an edit corrects it, a deletion withdraws it`() throws {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message("we share a plan", id: "m7"))
        let said = try #require(talk.lines.last)
        #expect(said["op"] == "say" && said["text"] == "we share a plan")
        let key = try #require(said["key"]?.string)
        #expect(key.utf8.count <= 128 && key.utf8.allSatisfy { (0x21...0x7e).contains($0) })
        #expect((said["id"]?.string?.utf8.count ?? 99) <= 64)

        talk.say(Talk.message("we share two plans", id: "m7", time: "2026-10-14T13:21:00Z"))
        let corrected = try #require(talk.lines.last)
        #expect(corrected["op"] == "correct" && corrected["entry"] == 101 && corrected["text"] == "we share two plans")
        talk.say(Talk.message("we share a plan, and more", id: "m7", event: "msg_edited", time: "2026-10-14T13:22:00Z"))
        #expect(talk.lines.last?["op"] == "correct" && talk.lines.last?["key"] != corrected["key"])

        talk.say(Talk.message("msg_delete", id: "m7", user: "", event: "msg_delete", time: "2026-10-14T13:23:00Z"))
        let withdrawn = try #require(talk.lines.last)
        #expect(withdrawn["op"] == "withdraw" && withdrawn["entry"] == 101)
        #expect(withdrawn["as"] == "slack.north:UANN" && withdrawn["text"] == nil)
    }

    @Test func `whatever is delivered again does nothing, edits and the first wording among them`() {
        var talk = Talk()
        talk.goLive()
        let versions = [
            Talk.message("one", id: "m7", time: "2026-10-14T13:20:00Z"),
            Talk.message("two", id: "m7", time: "2026-10-14T13:21:00Z"),
            Talk.message("three", id: "", time: "2026-10-14T13:22:00Z"),
        ]
        for version in versions { talk.say(version) }
        let before = talk.lines.count
        for version in versions + versions { talk.say(version) }
        #expect(talk.lines.count == before)
    }

    @Test func `after a new start the transcript tells which message was which line`() throws {
        var first = Talk()
        first.goLive()
        first.say(Talk.message("one", id: "m7"))
        first.say(Talk.message("two", id: "m7", time: "2026-10-14T13:21:00Z"))
        let causes = first.lines.suffix(2).compactMap { $0["id"] }

        var second = Talk(head: 12, acked: 12)
        second.goLive([
            ["ev": "said", "room": "north", "seq": 10, "by": "slack.north:UANN", "text": "one", "cause": causes[0]],
            ["ev": "said", "room": "north", "seq": 11, "by": "slack.north:UANN", "text": "two", "cause": causes[1]],
        ])
        let before = second.lines.count
        second.say(Talk.message("one", id: "m7"))
        second.say(Talk.message("two", id: "m7", time: "2026-10-14T13:21:00Z"))
        #expect(second.lines.count == before)
        second.say(Talk.message("three", id: "m7", time: "2026-10-14T13:25:00Z"))
        #expect(second.lines.last?["op"] == "correct" && second.lines.last?["entry"] == 10)
    }

    @Test func `nobody changes or takes back another's words`() {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message("we share a plan", id: "m7"))
        let before = talk.lines.count
        talk.say(Talk.message("we share none", id: "m7", user: "UEVE", time: "2026-10-14T13:21:00Z"))
        talk.say(Talk.message("", id: "m7", user: "UEVE", event: "msg_delete", time: "2026-10-14T13:22:00Z"))
        talk.say(Talk.message("", id: "unknown", event: "msg_delete"))
        #expect(talk.lines.count == before)
    }

    @Test(arguments: ["join_leave", "topic_change", "api_connected", "user_typing", "failure", "notice_irc"])
    func `events in which nobody says anything are passed over`(event: String) {
        var talk = Talk()
        talk.goLive()
        let before = talk.lines.count
        talk.say(Talk.message("ann joins", event: event))
        #expect(talk.lines.count == before && talk.notes.isEmpty)
    }

    @Test func `an event that is not known is passed over and told of once`() {
        var talk = Talk()
        talk.goLive()
        let before = talk.lines.count
        for id in ["1", "2"] { talk.say(Talk.message("x", id: id, event: "poll_started")) }
        #expect(talk.lines.count == before && talk.notes == ["messages of the kind “poll_started” are passed over"])
    }

    @Test func `an action is told of the person, so that it is nobody's answer`() {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message("agrees with #14", event: "user_action"))
        #expect(talk.lines.last?["text"] == "ann agrees with #14")
    }

    @Test(arguments: [
        ("!join Ann Shah | vcse", "/join Ann Shah | vcse"), ("!important: the date", "!important: the date"),
        ("/where", "/where"), ("  !Where ", "/Where"), ("! where", "! where"),
    ])
    func `a sign stands for the slash, before a command only`(typed: String, said: String) {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message(typed))
        #expect(talk.lines.last?["text"]?.string == said)
    }

    @Test func `join alone takes the name that the chat shows`() {
        var talk = Talk()
        talk.goLive()
        talk.say(Talk.message("!join", name: "Ann\u{202E} Shah"))
        #expect(talk.lines.last?["op"] == "join" && talk.lines.last?["name"] == "Ann Shah")
    }

    @Test func `blank ids without a time are a repetition only just after a reconnection`() {
        var talk = Talk()
        talk.goLive()
        func yes() -> ChatMessage { Talk.message("yes", id: "", time: "0001-01-01T00:00:00Z") }
        talk.say(yes())
        talk.say(yes())
        #expect(talk.lines.filter { $0["op"] == "say" }.count == 2)
        #expect(talk.lines.last?["key"] == nil)
        talk.take(.feedOpened)
        for _ in 0..<3 { talk.say(yes()) }
        #expect(talk.lines.filter { $0["op"] == "say" }.count == 3)
        talk.take(.feedOpened)
        talk.take(.feedSettled)
        talk.say(yes())
        #expect(talk.lines.filter { $0["op"] == "say" }.count == 4)
    }

    @Test func `a text over the limit goes in parts, cut between characters`() {
        var talk = Talk()
        talk.goLive()
        let flag = "🇬🇧"
        let text = String(repeating: flag, count: 4_001)
        talk.take(.arrived([Talk.message(text)]))
        talk.answerAll(from: 201)
        let said = talk.lines.compactMap { $0["text"]?.string }
        #expect(said.joined() == text && said.count == 2)
        #expect(said.allSatisfy { $0.unicodeScalars.count <= 8_000 && $0.allSatisfy { $0 == "🇬🇧" } })
        #expect(Set(talk.lines.suffix(2).map { $0["key"] }).count == 2)
    }

    @Test(arguments: [
        String(repeating: "\u{E0041}", count: 8_000), String(repeating: "\"\\", count: 8_000),
        String(repeating: "e\u{301}\n", count: 5_000), "e" + String(repeating: "\u{301}", count: 20_000),
    ])
    func `every part of a text fits into a line as it is written, and nothing of it is left out`(text: String) {
        var talk = Talk()
        talk.goLive()
        talk.take(.arrived([Talk.message(text + ".", user: String(repeating: "\u{7F}", count: 180))]))
        talk.answerAll(from: 201)
        let said = talk.lines.filter { $0["op"] == "say" }
        let parts = said.compactMap { $0["text"]?.string }
        #expect(parts.joined() == text + "." && parts.count > 1)
        #expect(parts.allSatisfy { $0.unicodeScalars.count <= ClientLine.Limit.textCharacters })
        #expect(said.allSatisfy { JSONEmitter(.compact).bytes($0).count <= ClientLine.Limit.lineBytes })
    }

    @Test func `a line that the room could not read is told of, and the next one goes`() {
        var talk = Talk()
        talk.goLive()
        talk.take(.arrived([Talk.message("one", id: "1"), Talk.message("two", id: "2")]))
        func unread(_ line: Int) -> JSONValue {
            [
                "re": .null, "ok": false, "code": "LINE_TOO_LONG", "line": .integer(line), "retry": false,
                "msg": "It is too long.",
            ]
        }
        talk.take(.heard(unread(talk.lines.count)))
        #expect(talk.lines.last?["text"] == "two" && talk.posts == ["ann: It is too long."])
        // Nothing waits for an answer to this one.
        talk.take(.heard(unread(1)))
        #expect(talk.lines.last?["text"] == "two" && talk.relay.waitingCount == 1)
    }

    @Test func `one line waits for the one before, and a busy room is asked again`() throws {
        var talk = Talk()
        talk.goLive()
        talk.take(.arrived([Talk.message("one", id: "1"), Talk.message("two", id: "2")]))
        let first = try #require(talk.lines.last)
        #expect(first["text"] == "one" && talk.relay.waitingCount == 2)
        talk.take(.heard(["re": first["id"] ?? .null, "ok": false, "code": "BUSY", "retry": true, "retry_ms": 120]))
        #expect(talk.retries == [120] && talk.lines.last == first)
        talk.take(.retry(room: 0))
        #expect(talk.lines.last == first && talk.lines.count { $0["text"] == "one" } == 2)
        talk.take(.heard(["re": first["id"] ?? .null, "ok": true, "seq": 5]))
        #expect(talk.lines.last?["text"] == "two")
    }

    @Test func `a refusal is told in the chat, and how to join only once to each person`() {
        var talk = Talk()
        talk.goLive()
        let declined: JSONValue = ["ok": true, "seq": 5, "declined": ["code": "NOT_JOINED", "msg": "Type /join."]]
        for id in ["1", "2"] {
            talk.say(Talk.message("hi \(id)", id: id), answer: declined)
            talk.take(.posted(nil))
        }
        #expect(talk.posts == ["ann: Type /join."])
        talk.say(
            Talk.message("old", id: "9"),
            answer: ["ok": false, "code": "KEY_REUSED", "retry": false, "msg": "Another line has this key."])
        #expect(talk.posts.last?.contains("type /correct and its number") == true)
    }
}

/// Messages that are too long for one line.
@Suite struct LongMessageTests {
    private let first = String(repeating: "a", count: 8_000)
    private let second = String(repeating: "b", count: 8_000)

    private func arrives(_ text: String, minute: Int, from entry: Int, _ talk: inout Talk) -> [String] {
        let before = talk.lines.count
        talk.take(.arrived([Talk.message(text, id: "m7", time: "2026-10-14T13:\(minute):00Z")]))
        talk.answerAll(from: entry)
        return LongMessageTests.done(talk.lines.dropFirst(before))
    }

    private func deleted(_ talk: inout Talk) -> [String] {
        let before = talk.lines.count
        talk.take(.arrived([Talk.message("", id: "m7", event: "msg_delete", time: "2026-10-14T13:59:00Z")]))
        talk.answerAll(from: 901)
        return LongMessageTests.done(talk.lines.dropFirst(before))
    }

    /// What lines do to which entries.
    private static func done(_ lines: ArraySlice<JSONValue>) -> [String] {
        lines.map { "\($0["op"]?.string ?? "") \($0["entry"]?.integer ?? 0) \($0["text"]?.string?.count ?? 0)" }
    }

    @Test func `an edit corrects the parts whose words are others, adds what is new and withdraws what is left`() {
        var talk = Talk()
        talk.goLive()
        let said = arrives(first + second + "c", minute: 20, from: 201, &talk)
        #expect(said == ["say 0 8000", "say 0 8000", "say 0 1"])
        let shortened = arrives(first + "d", minute: 21, from: 301, &talk)
        #expect(shortened == ["correct 202 1", "withdraw 203 0"])
        let lengthened = arrives(first + second + "ee", minute: 22, from: 401, &talk)
        #expect(lengthened == ["correct 202 8000", "say 0 2"])
        let cut = arrives(first + second, minute: 23, from: 501, &talk)
        #expect(cut == ["withdraw 402 0"])
        let keys = talk.lines.compactMap { $0["key"]?.string }
        #expect(keys.count == 8 && Set(keys).count == 8 && keys.allSatisfy { $0.utf8.count <= 128 })
        #expect(talk.lines.allSatisfy { ($0["id"]?.string?.utf8.count ?? 0) <= 64 })
    }

    @Test func `a deletion withdraws every part once, and what was deleted is not said anew`() {
        var talk = Talk()
        talk.goLive()
        _ = arrives(first + "c", minute: 20, from: 201, &talk)
        let withdrawn = deleted(&talk)
        #expect(withdrawn == ["withdraw 201 0", "withdraw 202 0"])
        let again = arrives("again", minute: 21, from: 301, &talk)
        #expect(again == [])
    }

    @Test func `after a new start the transcript tells which parts a message went in`() {
        var before = Talk()
        before.goLive()
        _ = arrives(first + second + "c", minute: 20, from: 1, &before)
        _ = arrives(first + second, minute: 21, from: 4, &before)
        let causes = before.lines.suffix(4).compactMap { $0["id"] }
        var talk = Talk(head: 4, acked: 4)
        talk.goLive(
            causes.enumerated().map { index, cause in
                ["ev": "said", "room": "north", "seq": .integer(index + 1), "by": "slack.north:UANN", "cause": cause]
            })
        let withdrawn = deleted(&talk)
        #expect(withdrawn == ["withdraw 1 0", "withdraw 2 0"])
    }

    @Test func `an edit that leaves the words as they were does nothing`() {
        var talk = Talk()
        talk.goLive()
        _ = arrives("we share a plan", minute: 20, from: 201, &talk)
        let edited = arrives("we share a plan", minute: 21, from: 301, &talk)
        #expect(edited == [])
    }
}
