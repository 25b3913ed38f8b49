import JSONText
import SeededRandom
import Testing

@Suite struct CompactJSONTests {
    @Test func `parts that are cut out are the bytes that the emitter writes for them`() throws {
        for seed in 1...2_000 as ClosedRange<UInt64> {
            var maker = ValueMaker(generator: SeededGenerator(seed: seed))
            let value = maker.value(depth: 4)
            let text = JSONEmitter().text(value)
            if let elements = value.array {
                let parts = try #require(CompactJSON(text).elements, "\(text)")
                #expect(parts.map { Array($0.bytes) } == elements.map { JSONEmitter().bytes($0) })
            }
            let wrapped: JSONValue = ["a": value, "b": "last", "long name": [value]]
            let fields = try #require(CompactJSON(JSONEmitter().text(wrapped)).fields, "\(text)")
            #expect(fields["a"].map { Array($0.bytes) } == JSONEmitter().bytes(value))
            #expect(fields["b"].map { Array($0.bytes) } == Array(#""last""#.utf8))
            #expect(fields["long name"]?.elements?.count == 1 && fields["c"] == nil)
        }
    }

    @Test(arguments: [
        "", "{", "{}x", #"{"a":1,}"#, #"{"a":1 }"#, #"{ "a":1}"#, #"{"a":}"#, #"{"a":01}"#, #"{"a":tru}"#,
        #"{"a":"\x"}"#, #"{"a":"\ud800"}"#, #"{"a":"\udc00"}"#, #"{"a":"\ud83dx"}"#,
        #"{"a":"\u12g4"}"#, "{\"a\":\"\u{1}\"}", "{\"a\":\"\u{202E}\"}", #"{"a":"}"#, #"{"a" :1}"#, "{a:1}", "[1,2",
        "[1,]", "[1 ,2]", "[\n1]", "[1]]", "nul", #""text""#, "7",
    ])
    func `what is no compact object or list has no parts`(text: String) {
        #expect(CompactJSON(text).fields == nil || CompactJSON(text).elements == nil)
        #expect((CompactJSON(text).fields?["a"] ?? CompactJSON(text).elements?.first) == nil)
    }

    @Test func `what is taken apart is JSON, whatever is done to it`() {
        var generator = SeededGenerator(seed: 7)
        var taken = 0
        for seed in 1...4_000 as ClosedRange<UInt64> {
            var maker = ValueMaker(generator: SeededGenerator(seed: seed))
            var bytes = Array(JSONEmitter().bytes(["a": maker.value(depth: 3), "b": 1]))
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = Array(" \"\\{}[],:0truen".utf8).randomElement(using: &generator) ?? 0
            let text = String(decoding: bytes, as: UTF8.self)
            guard let value = CompactJSON(text).fields?["a"] else { continue }
            taken += 1
            #expect(throws: Never.self) { try JSONScanner(depthLimit: 40).scan(Array(value.bytes)) }
        }
        #expect(taken > 500)
    }

    @Test func `nesting has an end`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(CompactJSON(deep + String(repeating: "]", count: 100_000)).elements == nil)
    }
}

@Suite struct JSONObjectWriterTests {
    @Test func `the bytes are those of the emitter`() {
        for seed in 1...500 as ClosedRange<UInt64> {
            var maker = ValueMaker(generator: SeededGenerator(seed: seed))
            let (text, value) = (maker.text(), maker.value(depth: 3))
            var writer = JSONObjectWriter()
            writer.add("flag", seed % 2 == 0)
            writer.add("json", json: JSONEmitter().bytes(value))
            writer.add("number", Int(seed))
            writer.add("text", text)
            writer.add("value", value)
            let same: JSONValue = [
                "flag": .bool(seed % 2 == 0), "json": value, "number": .integer(Int(seed)), "text": .string(text),
                "value": value,
            ]
            #expect(writer.finished() == JSONEmitter().bytes(same))
        }
        #expect(JSONObjectWriter().finished() == Array("{}".utf8))
    }
}
