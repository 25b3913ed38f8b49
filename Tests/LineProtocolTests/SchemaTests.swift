import Foundation
import JSONText
import SchemaCheck
import Testing

@testable import LineProtocol

@Suite struct SchemaTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/LineProtocol/line-protocol.schema.json")

    @Test func `the published schemas are those that describe gives`() throws {
        let text = JSONEmitter(.pretty).text(LineSchemas.document) + "\n"
        if ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] != nil {
            try text.write(to: SchemaTests.file, atomically: true, encoding: .utf8)
        }
        let published = try String(contentsOf: SchemaTests.file, encoding: .utf8)
        #expect(published == text, "Scripts/record writes the file again")
    }

    @Test func `every operation, its reply, every event and the error reply have a schema`() throws {
        let schemas = try #require(LineSchemas.document["$defs"]?.object)
        for name in OperationTable.names {
            #expect(schemas["operation.\(name)"]?["properties"]?["op"] == ["const": .string(name)])
            #expect(schemas["reply.\(name)"] != nil)
        }
        for name in EventName.allCases.map(\.rawValue) {
            let kind = schemas["event.\(name)"]?["properties"]?["ev"]?["const"]
            #expect(kind == .string(name))
        }
        let codes = try #require(schemas["error"]?["properties"]?["code"]?["enum"]?.array)
        #expect(codes == WireCode.allCases.map { JSONValue.string($0.rawValue) })
    }

    @Test func `the protocol's own operations come first, and only a greeting and a goodbye need no token`() throws {
        let own = ProtocolOperation.allCases
        #expect(OperationTable.names.prefix(own.count) == own.map(\.rawValue)[...])
        for operation in OperationTable.all {
            #expect(operation.own == ProtocolOperation(rawValue: operation.name))
            #expect(operation.isCommand == (operation.own == nil))
        }
        #expect(own.filter(\.mayComeFirst) == [.hello, .bye])
    }

    @Test func `every reference leads to a schema, and every line has its own`() throws {
        let document = LineSchemas.document
        let schemas = try #require(document["$defs"]?.object)
        var named: Set<String> = []
        func collect(_ value: JSONValue) {
            for item in value.array ?? [] { collect(item) }
            for (name, field) in value.object ?? [:] {
                if name == "$ref", let path = field.string {
                    named.insert(String(path.dropFirst("#/$defs/".count)))
                } else {
                    collect(field)
                }
            }
        }
        collect(document)
        for name in named { #expect(schemas[name] != nil, "\(name)") }
        // Which operation a reply answers is known from its `re`: those with a common form are named nowhere.
        let unnamed = schemas.keys.filter { !named.contains($0) }
        #expect(unnamed.allSatisfy { $0.hasPrefix("reply.") }, "\(unnamed)")
    }

    @Test func `how long an id may be is said in bytes`() throws {
        let id = try #require(OperationTable.find("say").map(OperationTable.schema)?["properties"]?["id"])
        #expect(id["maxLength"] == 64 && id["description"]?.string?.contains("64 bytes") == true)
    }

    @Test func `describe knows each name once`() throws {
        let names = OperationTable.names + EventName.allCases.map(\.rawValue) + [LineSchemas.errorName]
        #expect(Set(names).count == names.count)
        for name in names { #expect(LineSchemas.description(of: name)?["schema"]?["$schema"] != nil, "\(name)") }
        #expect(LineSchemas.description(of: "gouge") == nil)
        // What a schema refers to stands in it.
        #expect(LineSchemas.description(of: "said")?["schema"]?["$defs"]?["reading"] != nil)
    }

    @Test(arguments: [
        (#"{"op":"sync","room":"north","after":0,"limit":1}"#, #"{"op":"sync","room":"north","after":0,"limit":0}"#),
        (#"{"op":"ack","room":"north","log":"L","upto":0}"#, #"{"op":"ack","room":"north","log":"L","upto":-1}"#),
        (#"{"op":"record","room":"north","session":1}"#, #"{"op":"record","room":"north","session":0}"#),
        (
            ##"{"op":"agree","room":"north","as":"irc:ann","item":["#14","s15",16]}"##,
            #"{"op":"agree","room":"north","as":"irc:ann","item":["that one"]}"#
        ),
        (
            ##"{"op":"withdraw","room":"north","as":"irc:ann","entry":"#3"}"##,
            #"{"op":"withdraw","room":"north","as":"irc:ann","entry":""}"#
        ),
        (
            #"{"op":"say","room":"north","as":"irc:ann","text":"hello"}"#,
            #"{"op":"say","room":"north","as":"irc:\u0007ann","text":"hello"}"#
        ),
        (
            #"{"op":"rule","room":"north","as":"irc:helen","text":"quorum half"}"#,
            #"{"op":"rule","room":"north","as":"irc:helen","text":"loose"}"#
        ),
        (#"{"op":"sync","room":"north","after":1.0}"#, #"{"op":"sync","room":"north","after":1.5}"#),
        (
            #"{"op":"aim","room":"north","as":"irc:helen","item":"a1"}"#,
            #"{"op":"aim","room":"north","as":"irc:helen","item":0}"#
        ),
        (
            #"{"op":"aim","room":"north","as":"irc:helen","item":5.0}"#,
            #"{"op":"aim","room":"north","as":"irc:helen","item":"0"}"#
        ),
        (
            #"{"op":"decide","room":"north","as":"irc:helen","item":7}"#,
            #"{"op":"decide","room":"north","as":"irc:helen","item":7,"text":"Share one plan."}"#
        ),
        (
            #"{"op":"objective","room":"north","as":"irc:helen","text":"Share one plan.","owner":"Bo Reed"}"#,
            #"{"op":"objective","room":"north","as":"irc:helen","item":7,"owner":"Bo Reed"}"#
        ),
        (
            #"{"op":"gauge","room":"north","as":"irc:ann","stage":"emerging","area":"8","ambition":"expanding"}"#,
            #"{"op":"gauge","room":"north","as":"irc:ann","stage":"emerging","ambition":"expanding"}"#
        ),
        (
            #"{"op":"park","room":"north","as":"irc:ann","text":"the fares"}"#,
            #"{"op":"park","room":"north","as":"irc:ann","text":" "}"#
        ),
        (
            #"{"op":"propose","room":"north","as":"irc:ann","what":"aim","text":"the fares"}"#,
            #"{"op":"propose","room":"north","as":"irc:ann","what":"aim","text":" "}"#
        ),
        (
            #"{"op":"extend","room":"north","as":"irc:helen","minutes":240}"#,
            #"{"op":"extend","room":"north","as":"irc:helen","minutes":241}"#
        ),
    ])
    func `the schema of an operation refuses what the server would refuse for its form`(
        taken: String, refused: String
    ) throws {
        let validator = SchemaValidator(document: LineSchemas.document)
        for (line, fits) in [(taken, true), (refused, false)] {
            let value = try JSONScanner().scan(line)
            let operation = try #require(OperationTable.find(value["op"]?.string ?? ""))
            let mistake = validator.mistake(in: value, OperationTable.schema(of: operation))
            #expect((mistake == nil) == fits, "\(line): \(mistake ?? "fits")")
        }
    }

    @Test(arguments: [
        (#"{"type":"string"}"#, #""a""#, "1"), (#"{"type":["string","null"]}"#, "null", "true"),
        (#"{"type":"integer","minimum":1}"#, "1", "0"), (#"{"type":"integer"}"#, "7", "7.5"),
        (#"{"const":true}"#, "true", "false"), (#"{"enum":["a","b"]}"#, #""b""#, #""c""#),
        (#"{"type":"array","items":{"type":"string"},"minItems":1}"#, #"["a"]"#, "[1]"),
        (#"{"type":"array","minItems":2}"#, "[1,2]", "[1]"),
        (#"{"required":["a"]}"#, #"{"a":1}"#, #"{"b":1}"#),
        (#"{"properties":{"a":{"type":"string"}},"additionalProperties":false}"#, #"{"a":"b"}"#, #"{"b":"a"}"#),
        (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":"b"}"#, #"{"a":1}"#),
        (#"{"additionalProperties":{"type":"integer"}}"#, #"{"a":1}"#, #"{"a":"b"}"#),
        (#"{"oneOf":[{"type":"string"},{"const":1}]}"#, "1", "2"),
        (#"{"oneOf":[{"type":"integer"},{"type":"number"}]}"#, "1.5", "1"),
        (#"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#, "1", "true"),
        (##"{"$ref":"#/$defs/short"}"##, #""abc""#, #""abcd""#),
        (#"{"pattern":"^s[0-9]+$"}"#, #""s14""#, #""14""#), (#"{"minLength":1}"#, #""a""#, #""""#),
        (#"{"type":"integer"}"#, "7.0", "7.01"), (#"{"not":{"const":1}}"#, "2", "1"),
        (#"{"allOf":[{"type":"integer"},{"minimum":1}]}"#, "1", "0"),
        (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1,"b":2}"#, #"{"a":1}"#),
    ])
    func `the check of lines takes what fits a schema, and nothing else`(
        schema: String, fitting: String, unfitting: String
    ) throws {
        let validator = SchemaValidator(document: ["$defs": ["short": ["maxLength": 3]]])
        let schema = try JSONScanner().scan(schema)
        #expect(validator.mistake(in: try JSONScanner().scan(fitting), schema) == nil)
        #expect(validator.mistake(in: try JSONScanner().scan(unfitting), schema) != nil)
    }

    @Test func `the check of lines refuses a keyword that it does not know, and a reference to nothing`() {
        let validator = SchemaValidator(document: [:])
        #expect(validator.mistake(in: 1, ["multipleOf": 1]) != nil)
        #expect(validator.mistake(in: 1, ["$ref": "#/$defs/nothing"]) != nil)
    }
}
