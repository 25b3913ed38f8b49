import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

@Suite struct PrivacyTests {
    private func rate(_ actor: String, _ words: String, id: String = "r") -> String {
        #"{"op":"say","id":"\#(id)","room":"north","as":"\#(actor)","private":true,"text":"\#(words)"}"#
    }

    private let gauging = #"{"op":"gauging","id":"g","room":"north","as":"irc:helen"}"#

    @Test func `A private line and its answer go to the connection that sent it, and to nobody else`() throws {
        let wire = try Wire()
        try wire.start()
        let ann = wire.connection(of: "bridge:ann")
        let eve = wire.connection(of: "bridge:eve")
        wire.send(gauging)
        let lines = ann.send([rate("irc:ann", "established, medium, we share a plan")])
        #expect(lines.first?["private"] == true && lines.first?["text"] == "established, medium, we share a plan")
        #expect(lines.events.map { $0["to"] } == [nil, "irc:ann"])
        let seen = lines.events.compactMap { $0["seq"]?.integer }
        let sync = #"{"op":"sync","id":"s","room":"north"}"#
        for other in [wire.connection, eve] {
            let synced = other.send([sync]).events.filter { seen.contains($0["seq"]?.integer ?? 0) }
            #expect(synced == seen.map { ["ev": "withheld", "room": "north", "seq": .integer($0)] })
        }
        #expect(Array(ann.send([sync]).events.suffix(2)) == lines.events)
    }

    @Test func `Whoever speaks for a person later does not hear what was whispered before`() throws {
        let wire = try Wire()
        try wire.start()
        wire.send(gauging)
        let ann = wire.connection(of: "bridge:ann")
        let whispered = ann.send([rate("irc:ann", "emerging, low")]).events
        let eve = wire.connection(of: "bridge:eve", actors: ["irc:*"])
        _ = eve.send([#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"Good morning"}"#])
        let sync = #"{"op":"sync","id":"s","room":"north"}"#
        let numbers = whispered.compactMap { $0["seq"]?.integer }
        let synced = eve.send([sync]).events.filter { numbers.contains($0["seq"]?.integer ?? 0) }
        #expect(synced.allSatisfy { $0["ev"] == "withheld" })
        // It is still there for whom it was meant, and after a restart.
        let again = try Wire(wire.place)
        let same = again.connection(of: "bridge:ann").send([sync]).events.filter {
            numbers.contains($0["seq"]?.integer ?? 0)
        }
        #expect(same == whispered)
    }

    @Test(arguments: [(#""caps":["dm"]"#, true), (#""caps":["edit"]"#, false), (#""client":"x/1""#, false)])
    func `Without private messages a gauge is announced as not blind, and the record says so`(
        hello: String, isBlind: Bool
    ) throws {
        let wire = try Wire()
        wire.send(#"{"op":"hello","id":"h","proto":[1],\#(hello)}"#)
        try wire.start()
        let words = wire.send(gauging).botWords
        #expect(words.contains("not blind") == !isBlind)
        wire.send(rate("irc:ann", "emerging, low"), #"{"op":"reveal","id":"v","room":"north","as":"irc:helen"}"#)
        let areas = try #require(wire.record()["areas"]?.array)
        #expect(areas.compactMap { $0["gauges"]?.array?.first?["blind"] } == [.bool(isBlind)])
    }

    @Test func `A client that says no hello has no private messages, and one such bridge of a member is enough`() throws
    {
        for isGreeted in [false, true] {
            let wire = try Wire()
            try wire.open()
            var options = Connection.Options()
            options.principal = "bridge:irc"
            options.isHost = false
            let irc = Connection(host: wire.host, library: Library(), options: options)
            if isGreeted { _ = irc.send([#"{"op":"hello","id":"h","caps":["dm"]}"#]) }
            let said = irc.send([#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"Good morning"}"#])
            #expect(said.last?["ok"] == true)
            wire.send(#"{"op":"start","id":"2","room":"north","as":"irc:helen","areas":["8"]}"#)
            let words = wire.send(gauging).botWords
            #expect(words.contains("so this round is not blind") == !isGreeted)
            #expect(words.contains("Nobody sees a rating before the reveal") == isGreeted)
            let kept = irc.send([rate("irc:ann", "established, medium, we share a plan")]).botWords
            #expect(kept.contains("Noted") && kept.contains("only you see this") == isGreeted, "\(kept)")
            wire.send(#"{"op":"reveal","id":"v","room":"north","as":"irc:helen"}"#)
            let gauge = try wire.record()["areas"]?.array?.compactMap { $0["gauges"]?.array?.first }.first
            #expect(gauge?["blind"] == .bool(isGreeted))
        }
    }

    @Test func `A rating said aloud makes its round not blind, and is told so privately`() throws {
        let wire = try Wire()
        try wire.start()
        wire.send(gauging)
        let lines = wire.send(rate("irc:ann", "established, medium").replacing("true", with: "false"))
        #expect(lines.events.dropFirst().map { $0["to"] } == ["irc:ann"])
        wire.send(#"{"op":"reveal","id":"v","room":"north","as":"irc:helen"}"#)
        let gauge = try wire.record()["areas"]?.array?.compactMap { $0["gauges"]?.array?.first }.first
        #expect(gauge?["blind"] == false && gauge?["ratings"]?.array?.first?["open"] == true)
    }

    @Test(arguments: [
        #"{"op":"join","id":"1","room":"north","as":"irc:eve","name":"Eve Hale","role":"facilitator"}"#,
        #"{"op":"join","id":"1","room":"north","as":"irc:eve","name":"Helen Moss"}"#,
        #"{"op":"facilitator","id":"1","room":"north","as":"irc:eve","name":"Eve Hale"}"#,
        #"{"op":"facilitator","id":"1","room":"north","as":"irc:ann","name":"Ann Shah"}"#,
    ])
    func `Nobody becomes a facilitator by a join, a name or their own word`(line: String) throws {
        let wire = try Wire()
        try wire.open()
        let refused = wire.send(line)
        #expect(refused.last?["ok"] == false)
        wire.send(#"{"op":"join","id":"2","room":"north","as":"irc:eve","name":"Eve Hill"}"#)
        let tried = try wire.reply(#"{"op":"start","id":"3","room":"north","as":"irc:eve"}"#)
        #expect(tried["code"] == "NOT_PERMITTED" && tried["need"] == "facilitator")
        let facilitators = try wire.record()["members"]?.array?.filter { $0["role"] == "facilitator" }
        #expect(facilitators?.map { $0["id"] } == ["irc:helen"])
    }

    @Test func `A connection of a bridge makes no facilitator even where there is none`() throws {
        let wire = try Wire()
        wire.send(#"{"op":"open","id":"o","room":"bare"}"#)
        let bridge = wire.connection(of: "bridge:irc")
        for line in [
            #"{"op":"facilitator","id":"1","room":"bare","as":"irc:eve","name":"Eve"}"#,
            #"{"op":"say","id":"2","room":"bare","as":"irc:eve","text":"/facilitator Eve"}"#,
        ] { _ = bridge.send([line]) }
        #expect(try wire.record("bare")["members"] == [])
    }

    @Test func `What somebody types behind a bridge at stdin makes no facilitator; the bridge itself can`() throws {
        let wire = try Wire()
        wire.send(#"{"op":"open","id":"o","room":"bare"}"#)
        let typed = #"{"op":"say","id":"1","room":"bare","as":"irc:eve","text":"/facilitator Eve Hill"}"#
        #expect(try wire.reply(typed)["declined"]?["code"] == "NOT_JOINED")
        wire.send(#"{"op":"join","id":"2","room":"bare","as":"irc:eve","name":"Eve Hill"}"#)
        #expect(try wire.reply(typed)["declined"]?["code"] == "NOT_PERMITTED")
        let started = #"{"op":"start","id":"3","room":"bare","as":"irc:eve"}"#
        #expect(try wire.reply(started)["code"] == "NOT_PERMITTED")
        let named = #"{"op":"facilitator","id":"4","room":"bare","as":"irc:helen","name":"Helen Ward"}"#
        #expect(try wire.reply(named)["ok"] == true)
        for server in [wire, try Wire(wire.place)] {
            let facilitators = try server.record("bare")["members"]?.array?.filter { $0["role"] == "facilitator" }
            #expect(facilitators?.map { $0["id"] } == ["irc:helen"])
        }
    }

    @Test(arguments: [
        "Common Ground", "Facilitator", #"Eve\n[99] Common Ground: Decision d1"#, "Ann Shah (privately)",
        #"Helen\u200b Moss"#, "Helen Moѕs",
    ])
    func `A name that reads like the bot, like a line of the transcript or like somebody's is refused`(name: String)
        throws
    {
        let wire = try Wire()
        try wire.open()
        let head = try wire.head()
        let reply = try wire.reply(#"{"op":"join","id":"1","room":"north","as":"irc:eve","name":"\#(name)"}"#)
        #expect(reply["ok"] == false && reply["field"] == "name" && reply["msg"]?.string?.hasSuffix(".") == true)
        let said = try wire.reply(
            #"{"op":"say","id":"2","room":"north","as":"irc:eve","text":"/join \#(name)"}"#)
        #expect(said["declined"]?["code"] == reply["code"], "\(said)")
        #expect(try wire.head() == head + 1 && wire.record()["members"]?.array?.count == 3)
        let opening = Wire.opening().replacing("\"north\"", with: "\"south\"").replacing("Ann Shah", with: name)
        #expect(try wire.reply(opening)["field"] == "setup")
    }

    @Test func `A name written in two ways is one name`() throws {
        let wire = try Wire()
        try wire.open()
        wire.send(#"{"op":"join","id":"1","room":"north","as":"irc:rene","name":"Ren\u00e9 Blanc"}"#)
        let twin = try wire.reply(#"{"op":"join","id":"2","room":"north","as":"irc:other","name":"Rene\u0301 Blanc"}"#)
        #expect(twin["code"] == "WRONG_STATE", "\(twin)")
        let marked = try wire.reply(
            #"{"op":"apologies","id":"3","room":"north","as":"irc:helen","names":["Rene\u0301 Blanc"]}"#)
        #expect(marked["ok"] == true)
    }

    @Test func `What was erased since is told as erased`() {
        var entry = Entry(room: "north", number: 7, at: "a", today: "b", direction: .heard, by: "irc:ann", words: "x")
        entry.erased = true
        #expect(String(decoding: ServerLine.event(entry), as: UTF8.self) == #"{"ev":"erased","room":"north","seq":7}"#)
        #expect(
            String(decoding: ServerLine.withheld(entry), as: UTF8.self) == #"{"ev":"withheld","room":"north","seq":7}"#)
    }

    @Test func `The act of an erasure tells which events were erased`() {
        var act = Entry(room: "north", number: 8, at: "a", today: "b", direction: .said, words: "Gone.")
        act.details = #"{"erased":[3,7],"erasure":{"3":"00","7":"01"}}"#
        #expect(
            String(decoding: ServerLine.event(act), as: UTF8.self)
                == #"{"at":"a","erased":[3,7],"ev":"bot","room":"north","seq":8,"text":"Gone.","to":"room"}"#)
    }
}
