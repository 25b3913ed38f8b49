import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

@Suite struct CommandTests {
    @Test func `Typed and structured input give the same events`() throws {
        let typed = try Wire()
        let structured = try Wire()
        try typed.open()
        try structured.open()
        func said(_ actor: String, _ text: String) -> String {
            #"{"op":"say","id":"1","room":"north","as":"\#(actor)","text":"\#(text)"}"#
        }
        let pairs = [
            (
                said("irc:cy", "/join Cy Lane | VCSE | Lane Hub"),
                #"{"op":"join","id":"1","room":"north","as":"irc:cy","name":"Cy Lane","sector":"vcse","organisation":"Lane Hub"}"#
            ),
            (said("irc:helen", "/start 8"), #"{"op":"start","id":"1","room":"north","as":"irc:helen","areas":["8"]}"#),
            (said("irc:ann", "We share a plan."), said("irc:ann", "We share a plan.")),
            (said("irc:bo", "/agree #7"), #"{"op":"agree","id":"1","room":"north","as":"irc:bo","item":7}"#),
            (
                said("irc:cy", "/disagree #7 because it is old"),
                #"{"op":"disagree","id":"1","room":"north","as":"irc:cy","item":"s7","because":"it is old"}"#
            ),
            (
                said("irc:helen", "/aim More local jobs by 2028"),
                #"{"op":"propose","id":"1","room":"north","as":"irc:helen","what":"aim","text":"More local jobs by 2028"}"#
            ),
            (
                said("irc:ann", "/level support"),
                #"{"op":"level","id":"1","room":"north","as":"irc:ann","level":"support"}"#
            ),
            (
                said("irc:olive", "/join Olive Watts | vcse | Lane Hub | observer"),
                #"{"op":"join","id":"1","room":"north","as":"irc:olive","name":"Olive Watts","sector":"vcse","organisation":"Lane Hub","role":"observer"}"#
            ),
        ]
        for (left, right) in pairs {
            let one = typed.send(left)
            let other = structured.send(right)
            #expect(one.last?["declined"] == nil)
            #expect(one.last?["ok"] == true && other.last?["ok"] == true, "\(left): \(one) \(other)")
            #expect(one.map { $0["reading"] } == other.map { $0["reading"] }, "\(left)")
            #expect(one.botWords == other.botWords)
        }
        let joined = try structured.store.entries(in: "north", after: 0, limit: 100).last { $0.by == "irc:olive" }
        #expect(joined?.words == "/join Olive Watts | vcse | Lane Hub | observer")
        var left = try #require(typed.record().object)
        var right = try #require(structured.record().object)
        (left["log"], right["log"]) = (nil, nil)
        #expect(left == right)
    }

    @Test func `Every command of the table is an operation that answers once, by its own code`() throws {
        for command in CommandTable.all where command.name != "draft" {
            let wire = try Wire()
            try wire.start()
            let lines = wire.send(#"{"op":"\#(command.name)","id":"1","room":"north","as":"irc:ann"}"#)
            #expect(lines.replies.count == 1, "\(command.name)")
            let reply = try #require(lines.last)
            #expect(reply["re"] == "1")
            if reply["ok"] == false {
                #expect(["BAD_FIELD", "WRONG_STATE", "NOT_PERMITTED"].contains(reply["code"]?.string), "\(reply)")
                #expect(reply["msg"]?.string?.isEmpty == false && reply["retry"] == false)
                #expect(lines.events.isEmpty)
            }
        }
    }

    @Test func `A refused operation leaves no entry; the same thing said is kept and declined`() throws {
        let wire = try Wire()
        try wire.start()
        let before = try wire.head()
        let refused = wire.send(#"{"op":"next","id":"1","room":"north","as":"irc:ann"}"#)
        #expect(
            refused == [
                [
                    "re": "1", "ok": false, "code": "NOT_PERMITTED", "field": "as", "need": "facilitator",
                    "retry": false,
                    "msg": "Only a facilitator can move to the next area.",
                ]
            ])
        #expect(try wire.head() == before)
        let said = wire.send(#"{"op":"say","id":"2","room":"north","as":"irc:ann","text":"/next"}"#)
        let reply = try #require(said.last)
        #expect(reply["ok"] == true && reply["seq"]?.integer == before + 1)
        #expect(reply["declined"] == ["code": "NOT_PERMITTED", "msg": "Only a facilitator can move to the next area."])
        #expect(try wire.head() == before + 1)
    }

    @Test func `Somebody who has not joined is kept and told how to join`() throws {
        let wire = try Wire()
        try wire.start()
        let before = try wire.head()
        let lines = wire.send(#"{"op":"say","id":"1","room":"north","as":"irc:eve","text":"I agree with everything"}"#)
        #expect(lines.first?["reading"] == nil && lines.first?["by"] == "irc:eve")
        #expect(lines.last?["declined"]?["code"] == "NOT_JOINED")
        #expect(lines.last?["declined"]?["msg"]?.string?.contains("/join") == true)
        #expect(try wire.head() == before + 1)
        let refused = try wire.reply(#"{"op":"abstain","id":"2","room":"north","as":"irc:eve"}"#)
        #expect(refused["code"] == "NOT_JOINED" && refused["field"] == "as")
        #expect(try wire.head() == before + 1)
    }

    @Test func `The wrong moment says what is expected now`() throws {
        let wire = try Wire()
        try wire.start()
        let reply = try wire.reply(#"{"op":"reveal","id":"1","room":"north","as":"irc:helen"}"#)
        #expect(reply["code"] == "WRONG_STATE" && reply["step"]?.string == SessionStep.framed.rawValue)
        // For clients that know the older name of it.
        #expect(reply["stage"] == reply["step"])
        #expect(reply["expected"]?.array?.contains("gauging") == true && reply["retry"] == false)
    }

    @Test(arguments: [
        (#"{"op":"gouge","id":"1"}"#, "UNKNOWN_OP", "op"),
        (#"{"op":"say","id":"1","as":"irc:ann","text":"a"}"#, "BAD_FIELD", "room"),
        (#"{"op":"say","id":"1","room":"north","text":"a"}"#, "BAD_FIELD", "as"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:ann"}"#, "BAD_FIELD", "text"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":7}"#, "BAD_FIELD", "text"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"a","role":"facilitator"}"#, "BAD_FIELD", "role"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"a","private":"yes"}"#, "BAD_FIELD", "private"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"a\u0000b"}"#, "BAD_FIELD", "text"),
        (#"{"op":"park","id":"1","room":"north","as":"irc:ann","text":"a\u0000b"}"#, "BAD_FIELD", "text"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"a","at":true}"#, "BAD_FIELD", "at"),
        (#"{"op":"say","id":"1","room":"north","as":"irc:\nann","text":"a"}"#, "BAD_FIELD", "as"),
        (#"{"op":"say","id":"1","room":"south","as":"irc:ann","text":"a"}"#, "UNKNOWN_ROOM", "room"),
        (#"{"op":"record","id":"1","room":"south"}"#, "UNKNOWN_ROOM", "room"),
        (#"{"op":"record","id":"1","room":"north","session":"one"}"#, "BAD_FIELD", "session"),
        (#"{"op":"record","id":"1","room":"north","session":9}"#, "BAD_FIELD", "session"),
        (#"{"op":"record","id":"1","room":"north","year":9}"#, "BAD_FIELD", "year"),
        (#"{"op":"draft","id":"1","room":"north","format":"odt"}"#, "BAD_FIELD", "format"),
        (#"{"op":"draft","id":"1","room":"north","document":"minutes","format":"csv"}"#, "BAD_FIELD", "format"),
        (#"{"op":"draft","id":"1","room":"north","document":"poem"}"#, "BAD_FIELD", "document"),
        (#"{"op":"draft","id":"1","room":"north","what":"poem"}"#, "BAD_FIELD", "what"),
        (#"{"op":"export","id":"1","room":"north","format":"csv"}"#, "BAD_FIELD", "format"),
        (#"{"op":"sync","id":"1","room":"north","after":"1"}"#, "BAD_FIELD", "after"),
        (#"{"op":"sync","id":"1","room":"north","limit":0}"#, "BAD_FIELD", "limit"),
        (#"{"op":"sync","id":"1","room":"north","after":99}"#, "CURSOR_UNKNOWN", "after"),
        (#"{"op":"sync","id":"1","room":"north","after":-1}"#, "CURSOR_UNKNOWN", "after"),
        (#"{"op":"sync","id":"1","room":"north","log":"other"}"#, "CURSOR_UNKNOWN", "log"),
        (#"{"op":"ack","id":"1","room":"north","upto":99}"#, "CURSOR_UNKNOWN", "upto"),
        (#"{"op":"ack","id":"1","room":"north","upto":-1}"#, "BAD_FIELD", "upto"),
        (#"{"op":"ack","id":"1","room":"north"}"#, "BAD_FIELD", "upto"),
        (#"{"op":"ack","id":"1","room":"south","upto":0}"#, "UNKNOWN_ROOM", "room"),
        (#"{"op":"confirm","id":"1","room":"north","as":"irc:ann","answer":"maybe"}"#, "BAD_FIELD", "answer"),
        (#"{"op":"propose","id":"1","room":"north","as":"irc:ann","what":"vow","text":"a"}"#, "BAD_FIELD", "what"),
        (#"{"op":"propose","id":"1","room":"north","as":"irc:ann","what":"aim"}"#, "BAD_FIELD", "text"),
        (#"{"op":"level","id":"1","room":"north","as":"irc:ann","level":"strong"}"#, "BAD_FIELD", "level"),
        (#"{"op":"agree","id":"1","room":"north","as":"irc:ann","item":true}"#, "BAD_FIELD", "item"),
        (#"{"op":"agree","id":"1","room":"north","as":"irc:ann","item":1,"items":2}"#, "BAD_FIELD", "items"),
        (#"{"op":"agree","id":"1","room":"north","as":"irc:ann","item":[]}"#, "BAD_FIELD", "item"),
        (#"{"op":"agree","id":"1","room":"north","as":"irc:ann","item":99}"#, "BAD_FIELD", "item"),
        (#"{"op":"aim","id":"1","room":"north","as":"irc:helen"}"#, "BAD_FIELD", "text"),
        (#"{"op":"aim","id":"1","room":"north","as":"irc:helen","item":7,"text":"a"}"#, "BAD_FIELD", "item"),
        (#"{"op":"aim","id":"1","room":"north","as":"irc:ann","item":0}"#, "BAD_FIELD", "item"),
        (#"{"op":"due","id":"1","room":"north","as":"irc:ann","item":"o9","value":"today"}"#, "BAD_FIELD", "item"),
        (
            #"{"op":"gauge","id":"1","room":"north","as":"irc:ann","stage":"emerging","ambition":"zebra"}"#,
            "BAD_FIELD", "ambition"
        ),
        (#"{"op":"decide","id":"1","room":"north","as":"irc:helen","text":" "}"#, "BAD_FIELD", "text"),
        (#"{"op":"objective","id":"1","room":"north","as":"irc:helen","text":"a","due":"soon"}"#, "BAD_FIELD", "due"),
        (#"{"op":"amend","id":"1","room":"north","as":"irc:helen"}"#, "BAD_FIELD", "text"),
        (#"{"op":"handling","id":"1","room":"north","as":"irc:helen"}"#, "BAD_FIELD", "text"),
        (#"{"op":"baseline","id":"1","room":"north","as":"irc:ann"}"#, "BAD_FIELD", "value"),
        (#"{"op":"join","id":"1","room":"north","as":"irc:eve","name":""}"#, "BAD_FIELD", "name"),
        (#"{"op":"settle","id":"1","room":"north","as":"irc:helen","stage":"great"}"#, "BAD_FIELD", "stage"),
        (
            #"{"op":"propose","id":"1","room":"north","as":"irc:helen","what":"position","text":"great"}"#, "BAD_FIELD",
            "text"
        ),
        (
            #"{"op":"propose","id":"1","room":"north","as":"irc:helen","what":"position","text":""}"#, "BAD_FIELD",
            "text"
        ),
        (#"{"op":"area","id":"1","room":"north","as":"irc:helen","area":"99"}"#, "BAD_FIELD", "area"),
        (#"{"op":"apologies","id":"1","room":"north","as":"irc:helen","names":["Zed"]}"#, "BAD_FIELD", "names"),
        (#"{"op":"extend","id":"1","room":"north","as":"irc:helen","minutes":999}"#, "BAD_FIELD", "minutes"),
        (#"{"op":"rule","id":"1","room":"north","as":"irc:helen","text":"loose"}"#, "BAD_FIELD", "text"),
        (#"{"op":"park","id":"1","room":"north","as":"irc:ann","text":"a","private":true}"#, "BAD_FIELD", "private"),
    ])
    func `What is wrong is answered by code and field, and leaves no entry`(line: String, code: String, field: String)
        throws
    {
        let wire = try Wire()
        try wire.start()
        let before = try wire.head()
        let lines = wire.send(line)
        #expect(lines.count == 1)
        let reply = try #require(lines.first)
        #expect(reply["ok"] == false && reply["code"]?.string == code && reply["field"]?.string == field, "\(reply)")
        #expect(
            reply["re"] == "1" && reply["retry"] == false && reply["msg"]?.string?.hasSuffix(".") == true, "\(reply)")
        // How a person would type it is no help to a program.
        #expect(reply["msg"]?.string?.contains("reads like this") == false)
        #expect(try wire.head() == before)
    }

    @Test func `The schemas ask for what is needed, and take what is taken`() throws {
        func schema(_ operation: String) throws -> JSONValue {
            try #require(OperationTable.find(operation).map { OperationTable.schema(of: $0) })
        }
        #expect(try schema("aim")["anyOf"] == [["required": ["text"]], ["required": ["item"]]])
        #expect(try schema("baseline")["anyOf"] == [["required": ["value"]], ["required": ["text"]]])
        #expect(try schema("amend")["required"]?.array?.contains("text") == true)
        let areas = try schema("start")["properties"]?["areas"]
        #expect(areas?["items"] == ["type": ["string", "integer"]])
        #expect(areas?["type"] == ["string", "integer", "array"])
        for name in ["room", "as"] {
            let property = try schema("say")["properties"]?[name]
            #expect(property?["minLength"] == 1 && property?["maxLength"] == 200)
        }
    }

    @Test func `A question that the room hears says whose answer is awaited, and what it can be`() throws {
        let wire = try Wire()
        try wire.start()
        let lines = wire.send(
            #"{"op":"objective","id":"1","room":"north","as":"irc:helen","text":"Bo Reed will count the buses by May 2027"}"#
        )
        let asked = try #require(lines.first { $0["asks"] != nil })
        #expect(asked["to"] == "room" && asked["asks"] == "irc:bo")
        #expect(asked["expects"] == "confirm" && asked["choices"] == ["yes", "no"])
        let again = wire.send(#"{"op":"sync","id":"2","room":"north"}"#).first { $0["seq"] == asked["seq"] }
        #expect(again == asked)
    }

    @Test(arguments: ["named", "anonymous-gauge", "chatham-house"])
    func `What one person is asked says who that is, unless names are kept back`(attribution: String) throws {
        let wire = try Wire()
        try wire.start(#","attribution":"\#(attribution)""#)
        func asked(_ operation: String, _ more: String) throws -> JSONValue {
            let line = #"{"op":"\#(operation)","id":"1","room":"north","as":"irc:ann"\#(more)}"#
            return try #require(wire.send(line).first { $0["expects"] == "text" && $0["to"] == "room" })
        }
        wire.send(#"{"op":"decide","id":"1","room":"north","as":"irc:helen","text":"Publish every contract"}"#)
        let why = try asked("level", #","level":"cannot-yet""#)
        #expect(why["asks"] == (attribution == "chatham-house" ? nil : "irc:ann"), "\(why)")
        wire.send(#"{"op":"defer","id":"2","room":"north","as":"irc:helen"}"#)
        let view = try asked("minority", #","text":"I see it otherwise.""#)
        #expect(view["asks"] == (attribution == "named" ? "irc:ann" : nil), "\(view)")
    }

    @Test
    func `What a reply told can be given back, whole numbers may be written as 5.0, and what is typed reads the same`()
        throws
    {
        let wire = try Wire()
        try wire.start()
        let objective = try wire.reply(
            ##"{"op":"objective","id":"1","room":"north","as":"irc:helen","text":"Publish contracts","baseline":"+1","target":"-2"}"##
        )
        #expect(objective["item"] == "o1")
        let lines = wire.send(
            #"{"op":"due","id":"2","room":"north","as":"irc:helen","item":"o1","value":"1 May 2028"}"#)
        #expect(lines.last?["item"] == "o1", "\(lines)")
        let number = try #require(objective["seq"]?.integer)
        #expect(lines.first?["text"]?.string == "/due #\(number) 1 May 2028")
        let later = wire.send(
            #"{"op":"measure","id":"3","room":"north","as":"irc:helen","item":\#(number).0,"value":"contracts out"}"#)
        #expect(later.last?["item"] == "o1", "\(later)")
        let area = try #require(wire.record()["areas"]?.array?.first { $0["objectives"]?.array?.isEmpty == false })
        let kept = try #require(area["objectives"]?.array?.first)
        #expect(kept["due"] == "2028-05-01" && kept["measure"] == "contracts out", "\(kept)")
        #expect(kept["baseline"] == "+1" && kept["target"] == "-2", "\(kept)")

        let typed = try Wire()
        try typed.start()
        let words = "/objective Publish contracts (baseline: +1) (target: -2)"
        let said = typed.send(#"{"op":"say","id":"1","room":"north","as":"irc:helen","text":"\#(words)"}"#)
        #expect(said.first?["reading"]?["text"] == "Publish contracts", "\(said)")
        #expect(said.first?["reading"]?["baseline"] == "+1" && said.first?["reading"]?["target"] == "-2", "\(said)")
    }

    @Test func `A misspelt operation is met with the nearest one`() throws {
        #expect(try Wire().reply(#"{"op":"recrod","id":"1"}"#)["msg"]?.string?.contains("“record”") == true)
    }

    @Test func `A text of 8,000 characters passes, one more does not`() throws {
        let wire = try Wire()
        try wire.start()
        let before = try wire.head()
        func say(_ count: Int) -> String {
            #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"\#(String(repeating: "é", count: count))"}"#
        }
        let long = try wire.reply(say(8_001))
        #expect(long["ok"] == false && long["code"] == "BAD_FIELD" && long["field"] == "text")
        #expect(try wire.head() == before)
        #expect(try wire.reply(say(8_000))["seq"]?.integer == before + 1)
        let park =
            #"{"op":"park","id":"1","room":"north","as":"irc:ann","text":"\#(String(repeating: "y", count: 8_001))"}"#
        #expect(try wire.reply(park)["code"] == "BAD_FIELD")
        let names =
            #"{"op":"here","id":"1","room":"north","as":"irc:helen","names":["\#(String(repeating: "y", count: 8_001))"]}"#
        #expect(try wire.reply(names)["field"] == "names")
    }

    @Test func `A disk that is full is told at once, and nothing has happened`() throws {
        let wire = try Wire()
        try wire.start()
        let before = try wire.record()
        wire.store.failure = .full(path: "p")
        let replies = wire.send(
            #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"We share a plan","key":"k"}"#,
            #"{"op":"say","id":"2","room":"north","as":"irc:bo","text":"So do we"}"#,
            #"{"op":"ack","id":"3","room":"north","upto":1}"#, Wire.opening().replacing("\"north\"", with: "\"south\""))
        #expect(replies.map { $0["code"] } == ["STORAGE", "STORAGE", "STORAGE", "STORAGE"])
        #expect(replies.allSatisfy { $0["retry"] == true && $0["ok"] == false })
        #expect(try wire.record() == before)
        wire.store.failure = nil
        let again = try wire.reply(
            #"{"op":"say","id":"4","room":"north","as":"irc:ann","text":"We share a plan","key":"k"}"#)
        #expect(again["ok"] == true && again["dup"] == nil)
        #expect(again["seq"]?.integer == (before["head"]?.integer ?? 0) + 1)
    }

    @Test(arguments: [
        (StoreError.inputOutput(path: "p", code: 778), true), (.inputOutput(path: "p", code: 1_034), true),
        (.busy(path: "p"), true), (.databaseServer(.connectionLost(server: "s")), true),
        (.readOnly(path: "p"), false), (.damaged(path: "p", details: "d"), false),
        (.newerVersion(path: "p", found: 9, supported: 3), false),
    ])
    func `A fault that may pass is worth trying again, and then the line is kept once`(
        fault: StoreError, mayPass: Bool
    ) throws {
        let wire = try Wire()
        try wire.start()
        wire.store.failure = fault
        let line = #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"a","key":"k"}"#
        let reply = try wire.reply(line)
        #expect(reply["code"] == "STORAGE" && reply["retry"] == .bool(mayPass))
        wire.store.failure = nil
        #expect(try wire.reply(line)["ok"] == true)
        #expect(try wire.reply(line)["dup"] == true)
    }
}
