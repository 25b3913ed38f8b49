import Foundation
import JSONText
import Testing

@testable import LineProtocol

@Suite struct SchemaTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/LineProtocol/operations.schema.json")

    @Test func `the published schemas are those that describe gives`() throws {
        let text = JSONEmitter(.pretty).text(OperationTable.schemas) + "\n"
        if ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] != nil {
            try text.write(to: SchemaTests.file, atomically: true, encoding: .utf8)
        }
        let published = try String(contentsOf: SchemaTests.file, encoding: .utf8)
        #expect(published == text, "Scripts/record writes the file again")
    }

    @Test func `every reference leads to a schema, and every operation has one`() throws {
        let schemas = OperationTable.schemas
        let named = try #require(schemas["$defs"]?.object)
        #expect(named.keys.sorted() == OperationTable.names.sorted())
        let choices = try #require(schemas["oneOf"]?.array)
        #expect(choices.count == named.count)
        for choice in choices {
            let path = try #require(choice["$ref"]?.string)
            #expect(path.hasPrefix("#/$defs/") && named[String(path.dropFirst("#/$defs/".count))] != nil)
        }
        for (name, schema) in named { #expect(schema["properties"]?["op"] == ["const": .string(name)]) }
    }
}
