import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

@Suite struct ExactlyOnceTests {
    private let say = #"{"op":"say","id":"ID","room":"north","as":"irc:ann","text":"We share a plan","key":"k1"}"#

    private func as2(_ reply: JSONValue) throws -> JSONValue {
        var fields = try #require(reply.object)
        fields["re"] = "2"
        fields["dup"] = true
        return .object(fields)
    }

    @Test func `The same command with its key again is the first reply again, and nothing more`() throws {
        let wire = try Wire()
        try wire.start()
        let lines = wire.send(say.replacing("ID", with: "1"))
        let first = try #require(lines.last)
        let head = try wire.head()
        // At once, in another order of fields, and in another process.
        let again = #"{"key":"k1","text":"We share a plan","as":"irc:ann","room":"north","id":"2","op":"say"}"#
        #expect(wire.send(again) == [try as2(first)])
        let later = try Wire(wire.place)
        #expect(later.send(say.replacing("ID", with: "2")) == [try as2(first)])
        #expect(try later.head() == head)
    }

    @Test func `Twice in one read is once in the transcript`() throws {
        let wire = try Wire()
        try wire.start()
        let before = try wire.head()
        let lines = wire.send(say.replacing("ID", with: "1"), say.replacing("ID", with: "2"))
        let replies = lines.replies
        #expect(replies.count == 2)
        #expect(replies[1] == (try as2(replies[0])))
        #expect(try wire.head() == before + lines.events.count)
    }

    @Test func `A declined line is repeated with what it was declined for`() throws {
        let wire = try Wire()
        try wire.start()
        let line = #"{"op":"say","id":"ID","room":"north","as":"irc:ann","text":"/next","key":"k2"}"#
        let first = try wire.reply(line.replacing("ID", with: "1"))
        #expect(first["declined"] != nil)
        #expect(try wire.reply(line.replacing("ID", with: "2")) == as2(first))
    }

    @Test(arguments: [
        #"{"op":"say","id":"2","room":"north","as":"irc:ann","text":"We share a plan.","key":"k1"}"#,
        #"{"op":"say","id":"2","room":"north","as":"irc:bo","text":"We share a plan","key":"k1"}"#,
        #"{"op":"say","id":"2","room":"north","as":"irc:ann","text":"We share a plan","private":true,"key":"k1"}"#,
        #"{"op":"park","id":"2","room":"north","as":"irc:ann","text":"We share a plan","key":"k1"}"#,
    ])
    func `The same key for another command is refused`(other: String) throws {
        let wire = try Wire()
        try wire.start()
        wire.send(say.replacing("ID", with: "1"))
        let head = try wire.head()
        let reply = try wire.reply(other)
        #expect(reply["code"] == "KEY_REUSED" && reply["field"] == "key" && reply["retry"] == false)
        #expect(try wire.head() == head)
        #expect(wire.send(say.replacing("ID", with: "3"), other).last?["code"] == "KEY_REUSED")
    }

    @Test func `A key counts in one room and for one principal`() throws {
        let wire = try Wire()
        try wire.start()
        wire.send(Wire.opening().replacing("\"north\"", with: "\"south\""))
        wire.send(say.replacing("ID", with: "1"))
        #expect(try wire.reply(say.replacing("north", with: "south"))["dup"] == nil)
        for isRepeated in [nil, true] as [JSONValue?] {
            let reply = wire.connection(of: "bridge:irc", actors: ["irc:*"]).send([say]).last
            #expect(reply?["ok"] == true && reply?["dup"] == isRepeated)
        }
    }

    @Test func `A refused operation does not use up its key`() throws {
        let wire = try Wire()
        try wire.open()
        let gauge = #"{"op":"gauging","id":"1","room":"north","as":"irc:helen","key":"k"}"#
        #expect(try wire.reply(gauge)["code"] == "WRONG_STATE")
        wire.send(#"{"op":"start","id":"s","room":"north","as":"irc:helen","areas":["8"]}"#)
        let done = try wire.reply(gauge)
        #expect(done["ok"] == true && done["dup"] == nil)
    }

    @Test func `A repeated operation whose time has passed gives its first answer again`() throws {
        let wire = try Wire()
        try wire.open()
        let start = #"{"op":"start","id":"1","room":"north","as":"irc:helen","areas":["8"],"key":"s"}"#
        let gauge = #"{"op":"gauging","id":"2","room":"north","as":"irc:helen","key":"g"}"#
        let first = try [wire.reply(start), wire.reply(gauge)]
        let head = try wire.head()
        // Alone, and in one packet with new lines.
        #expect(try wire.reply(gauge)["dup"] == true)
        let say = #"{"op":"say","id":"3","room":"north","as":"irc:ann","text":"We share a plan.","key":"n"}"#
        let replies = wire.send(start, gauge, say).filter { $0["re"] != nil }
        #expect(replies.prefix(2).map { $0["seq"] } == first.map { $0["seq"] })
        #expect(replies.map { $0["dup"] } == [true, true, nil])
        #expect(try wire.head() > head)
    }

    @Test func `Sync repeats every event byte for byte, also in another process`() throws {
        let wire = try Wire()
        var sent = ""
        for line in [
            Wire.opening(), #"{"op":"start","id":"2","room":"north","as":"irc:helen","areas":["8"]}"#,
            #"{"op":"gauging","id":"3","room":"north","as":"irc:helen"}"#,
            #"{"op":"say","id":"4","room":"north","as":"irc:ann","private":true,"text":"established, medium, we share a plan"}"#,
            #"{"op":"say","id":"5","room":"north","as":"irc:bo","text":"/nonsense"}"#,
            #"{"op":"say","id":"6","room":"north","as":"irc:eve","text":"hello\u202e"}"#,
            #"{"op":"reveal","id":"7","room":"north","as":"irc:helen"}"#,
        ] { sent += wire.connection.raw(line + "\n") }
        let events = sent.split(separator: "\n").filter { $0.contains("\"ev\":") }.map(String.init)
        let log = try wire.host.summary(of: "north").log
        let again = try Wire(wire.place)
        for other in [wire, again] {
            let lines = other.connection.raw(#"{"op":"sync","id":"9","room":"north","log":"\#(log)","after":0}"# + "\n")
                .split(separator: "\n").map(String.init)
            #expect(Array(lines.dropLast()) == events)
            #expect(
                parsed(lines.last ?? "") == [
                    ["re": "9", "ok": true, "to": .integer(events.count), "more": false, "log": .string(log)]
                ])
        }
        let numbers = parsed(events.joined(separator: "\n")).compactMap { $0["seq"]?.integer }
        #expect(numbers == Array(1...events.count))
    }

    @Test func `Sync goes on after an event, says when there is more, and is empty at the end`() throws {
        let wire = try Wire()
        try wire.start()
        for index in 1...5 {
            wire.send(#"{"op":"say","id":"\#(index)","room":"north","as":"irc:ann","text":"Word \#(index)"}"#)
        }
        let head = try wire.head()
        var after = 0
        var seen: [Int] = []
        while true {
            let lines = wire.send(#"{"op":"sync","id":"s","room":"north","after":\#(after),"limit":3}"#)
            seen += lines.events.compactMap { $0["seq"]?.integer }
            let reply = try #require(lines.last)
            after = try #require(reply["to"]?.integer)
            #expect(after == seen.last)
            if reply["more"] == false { break }
        }
        #expect(seen == Array(1...head))
        #expect(
            wire.send(#"{"op":"sync","id":"s","room":"north","after":\#(head)}"#).map { $0["to"] } == [.integer(head)])
    }

    @Test func `An unknown cursor says which log there is and where it ends`() throws {
        let wire = try Wire()
        try wire.open()
        let summary = try wire.host.summary(of: "north")
        for question in [
            #""op":"sync","log":"gone""#, #""op":"sync","after":3"#, #""op":"ack","upto":3"#,
            #""op":"ack","log":"gone","upto":1"#,
        ] {
            let reply = try wire.reply(#"{"id":"s","room":"north",\#(question)}"#)
            #expect(reply["code"] == "CURSOR_UNKNOWN")
            #expect(reply["log"]?.string == summary.log && reply["head"]?.integer == summary.head)
        }
    }

    @Test func `An acknowledgement of another transcript, such as that of before a back-up, moves nothing`() throws {
        let wire = try Wire()
        try wire.start()
        let log = try wire.host.summary(of: "north").log
        let other = try wire.reply(#"{"op":"ack","id":"1","room":"north","log":"gone","upto":3}"#)
        #expect(other["code"] == "CURSOR_UNKNOWN" && other["field"] == "log" && other["log"]?.string == log)
        #expect(try wire.store.acknowledged(principal: "stdio", room: "north") == 0)
        #expect(try wire.reply(#"{"op":"ack","id":"2","room":"north","log":"\#(log)","upto":3}"#)["upto"] == 3)
    }

    @Test func `An acknowledgement is cumulative, durable, and each principal's own`() throws {
        let wire = try Wire()
        try wire.start()
        #expect(try wire.reply(#"{"op":"ack","id":"1","room":"north","upto":3}"#)["upto"] == 3)
        #expect(try wire.reply(#"{"op":"ack","id":"2","room":"north","upto":2}"#)["upto"] == 3)
        let again = try Wire(wire.place)
        #expect(try again.store.acknowledged(principal: "stdio", room: "north") == 3)
        #expect(try again.reply(#"{"op":"hello","id":"3"}"#)["rooms"]?.array?.first?["acked"] == 3)
        #expect(
            again.connection(of: "bridge:irc").send([#"{"op":"hello","id":"4"}"#]).last?["rooms"]?.array?.first?[
                "acked"] == 0)
        // What was acknowledged is still there to be read again.
        #expect(again.send(#"{"op":"sync","id":"5","room":"north","after":0,"limit":1}"#).first?["seq"] == 1)
    }
}
