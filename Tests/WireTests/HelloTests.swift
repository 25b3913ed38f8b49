import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

@Suite struct HelloTests {
    @Test func `Hello tells version, principal, limits and every operation`() throws {
        let wire = try Wire()
        let reply = try wire.reply(
            #"{"op":"hello","id":"1","proto":[1],"client":"t/1","caps":["dm","edit"],"token":"x"}"#)
        #expect(reply["re"] == "1" && reply["ok"] == true && reply["proto"] == 1)
        #expect(reply["server"]?.string?.hasPrefix("commonground/") == true)
        #expect(reply["principal"] == "stdio")
        #expect(reply["limits"] == ["line": 65536, "text": 8000, "depth": 8, "inflight": 64])
        let operations = Set(try #require(reply["ops"]?.array).compactMap(\.string))
        let own = "hello describe open say propose confirm record draft export sync ack ping bye".split(separator: " ")
        let commands = """
            join leave start area next back skip gauging reveal regauge gauge ungauge agree disagree unsure level \
            abstain settle decide aim objective amend close majority defer minority interest handling owner due measure \
            baseline target park readback done pause resume extend correct withdraw undo private where who here \
            apologies form hand facilitator help end
            """.split(separator: " ")
        for name in own + commands { #expect(operations.contains(String(name)), "\(name)") }
        for command in CommandTable.all { #expect(operations.contains(command.name)) }
        #expect(operations.count == reply["ops"]?.array?.count, "none stands there twice")
    }

    @Test func `Hello lists rooms with log, head and what this principal acknowledged`() throws {
        let wire = try Wire()
        #expect(try wire.reply(#"{"op":"hello","id":"1"}"#)["rooms"] == [])
        let opened = try wire.reply(Wire.opening())
        wire.send(#"{"op":"ack","id":"2","room":"north","upto":1}"#)
        let rooms = try wire.reply(#"{"op":"hello","id":"3"}"#)["rooms"]
        let log = try #require(opened["log"])
        #expect(log.string?.isEmpty == false)
        #expect(rooms == [["room": "north", "log": log, "head": 2, "acked": 1]])
    }

    @Test func `However many rooms there are, hello asks the store once how far they were acknowledged`() throws {
        let wire = try Wire()
        for number in 1...5 {
            let opened = try wire.reply(Wire.opening().replacing("\"north\"", with: "\"north-\(number)\""))
            try #require(opened["ok"] == true, "\(opened)")
            if number > 1 { wire.send(#"{"op":"ack","id":"2","room":"north-\#(number)","upto":\#(number % 2 + 1)}"#) }
        }
        // What somebody else has acknowledged is another matter.
        _ = wire.connection(of: "bridge:irc").send([#"{"op":"ack","id":"2","room":"north-1","upto":1}"#])
        let before = wire.store.acknowledgementsAsked
        let rooms = try #require(wire.reply(#"{"op":"hello","id":"3"}"#)["rooms"]?.array)
        #expect(rooms.map { $0["acked"] } == [0, 1, 2, 1, 2])
        #expect(wire.store.acknowledgementsAsked == before + 1)
    }

    @Test(arguments: ["[2]", "[]", "[2,3]"])
    func `A client that does not speak version 1 is told so`(versions: String) throws {
        let reply = try Wire().reply(#"{"op":"hello","id":"1","proto":\#(versions)}"#)
        #expect(
            reply["ok"] == false && reply["code"] == "VERSION" && reply["field"] == "proto" && reply["retry"] == false)
    }

    @Test func `A field of a later version does not stop a hello, a wrong one does`() throws {
        let wire = try Wire()
        #expect(try wire.reply(#"{"op":"hello","id":"1","proto":[2,1],"novelty":true}"#)["ok"] == true)
        for (field, value) in [("proto", "1"), ("caps", "\"dm\""), ("client", "7"), ("caps", "[1]")] {
            let reply = try wire.reply(#"{"op":"hello","id":"1","\#(field)":\#(value)}"#)
            #expect(reply["code"] == "BAD_FIELD" && reply["field"]?.string == field)
        }
    }

    @Test func `Describe gives a JSON Schema for each operation, made from the table that reads it`() throws {
        let wire = try Wire()
        for operation in OperationTable.all {
            let reply = try wire.reply(#"{"op":"describe","id":"1","what":"\#(operation.name)"}"#)
            let schema = try #require(reply["schema"])
            #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
            #expect(schema["type"] == "object" && schema["properties"]?["op"] == ["const": .string(operation.name)])
            let required = try #require(schema["required"]?.array)
            #expect(required.first == "op")
            #expect(required.contains("as") == operation.needsActor && required.contains("room") == operation.needsRoom)
            for parameter in operation.parameters {
                #expect(schema["properties"]?[parameter.name]?["description"]?.string?.isEmpty == false)
                #expect(required.contains(.string(parameter.name)) == parameter.isRequired)
            }
        }
    }

    @Test func `Describe gives a JSON Schema for each event, for each reply and for the reply to what was not done`()
        throws
    {
        let wire = try Wire()
        for name in EventName.allCases.map(\.rawValue) {
            let schema = try #require(wire.reply(#"{"op":"describe","id":"1","what":"\#(name)"}"#)["schema"])
            #expect(schema["properties"]?["ev"]?["const"]?.string == name && schema["additionalProperties"] == false)
        }
        let reply = try #require(wire.reply(#"{"op":"describe","id":"1","what":"sync"}"#)["reply"])
        #expect(reply["properties"]?["more"]?["type"] == "boolean" && reply["required"]?.array?.contains("to") == true)
        let error = try #require(wire.reply(#"{"op":"describe","id":"1","what":"error"}"#)["schema"])
        #expect(error["properties"]?["code"]?["enum"]?.array?.contains("RATE_LIMITED") == true)
    }

    @Test func `Describe without a name lists operations, events and codes, with an unknown one says so`() throws {
        let wire = try Wire()
        let contents = try wire.reply(#"{"op":"describe","id":"1"}"#)
        #expect(contents["ops"]?.array?.count == OperationTable.all.count)
        #expect(contents["events"]?.array?.compactMap { $0["ev"]?.string } == EventName.allCases.map(\.rawValue))
        #expect(contents["codes"]?.array?.compactMap { $0["code"]?.string } == WireCode.allCases.map(\.rawValue))
        let reply = try wire.reply(#"{"op":"describe","id":"1","what":"gouge"}"#)
        #expect(reply["code"] == "BAD_FIELD" && reply["field"] == "what")
    }

    @Test func `Ping is answered, and after bye nothing is`() throws {
        let wire = try Wire()
        let replies = wire.send(#"{"op":"ping","id":"1"}"#, #"{"op":"bye","id":"2"}"#, #"{"op":"ping","id":"3"}"#)
        #expect(replies.map { $0["re"] } == ["1", "2"])
        #expect(wire.connection.isClosed)
    }
}
