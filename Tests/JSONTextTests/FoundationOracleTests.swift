import Foundation
import JSONText
import SeededRandom
import Testing

/// The same value in Foundation's clothes.
private func foundationObject(_ value: JSONValue) -> NSObject {
    switch value {
    case .null: NSNull()
    case .bool(let bool): NSNumber(value: bool)
    case .number(let text): NSNumber(value: Double(text) ?? .nan)
    case .string(let text): NSString(string: text)
    case .array(let values): NSArray(array: values.map(foundationObject))
    case .object(let fields): NSDictionary(dictionary: fields.mapValues(foundationObject))
    }
}

/// Foundation refuses numbers too large for a Double, which RFC 8259 allows and we keep as text.
private func numbersFit(_ value: JSONValue) -> Bool {
    switch value {
    case .number: value.double != nil
    case .array(let values): values.allSatisfy(numbersFit)
    case .object(let fields): fields.values.allSatisfy(numbersFit)
    case .null, .bool, .string: true
    }
}

private func foundationReads(_ bytes: [UInt8]) -> NSObject? {
    try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? NSObject
}

@Suite struct FoundationOracleTests {
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `Foundation reads what we write, and means the same`(seed: UInt64) throws {
        var maker = ValueMaker(generator: SeededGenerator(seed: seed))
        for _ in 0..<250 {
            let value = maker.value(depth: 4)
            for layout in [JSONEmitter.Layout.compact, .pretty] {
                let bytes = JSONEmitter(layout).bytes(value)
                #expect(foundationReads(bytes) == foundationObject(value))
                #expect(try JSONScanner().scan(bytes) == value)
                #expect(JSONEmitter(layout).bytes(try JSONScanner().scan(bytes)) == bytes)
            }
        }
    }

    @Test(arguments: [UInt64(5), 6, 7])
    func `we read what Foundation writes, and mean the same`(seed: UInt64) throws {
        var maker = ValueMaker(generator: SeededGenerator(seed: seed))
        for _ in 0..<250 {
            let value = maker.value(depth: 4)
            let data = try JSONSerialization.data(
                withJSONObject: foundationObject(value), options: [.fragmentsAllowed, .sortedKeys])
            #expect(foundationObject(try JSONScanner().scan(Array(data))) == foundationObject(value))
        }
    }

    @Test func `we read what JSONEncoder writes for a message`() throws {
        struct Said: Codable {
            var op = "say"
            var room = "north"
            var text = "I agree: \"yes\" – \u{1F600}\n"
            var seq = 31
            var consensus = 0.853034
            var isPrivate: Bool? = nil
        }
        let value = try JSONScanner().scan(Array(try JSONEncoder().encode(Said())))
        #expect(value["text"]?.string == Said().text)
        #expect(value["consensus"]?.double == 0.853034)
        #expect(value["isPrivate"] == nil)
        let decoded = try JSONDecoder().decode(Said.self, from: Data(JSONEmitter().bytes(value)))
        #expect(decoded.seq == 31 && decoded.text == Said().text)
    }

    /// Foundation is laxer about some faults (it keeps one of two equal keys), never stricter about what we read.
    @Test(arguments: [UInt64(8), 9, 10])
    func `what we read of damaged text, Foundation reads as well`(seed: UInt64) throws {
        var maker = ValueMaker(generator: SeededGenerator(seed: seed))
        var survivors = 0
        for _ in 0..<1500 {
            var bytes = JSONEmitter().bytes(maker.value(depth: 3))
            guard let place = bytes.indices.randomElement(using: &maker.generator) else { continue }
            bytes[place] = UInt8.random(in: 0x20...0x7E, using: &maker.generator)
            guard let value = try? JSONScanner().scan(bytes), numbersFit(value) else { continue }
            survivors += 1
            #expect(
                foundationReads(bytes) == foundationObject(value), "\(String(decoding: bytes, as: UTF8.self))"
            )
        }
        #expect(survivors > 50)
    }

    @Test(arguments: [UInt64(11), 12])
    func `six decimals are those of printf`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let exponent = Int.random(in: -30...60, using: &generator)
            let value =
                Double.random(in: -1...1, using: &generator)
                * Double(sign: .plus, exponent: exponent, significand: 1)
            let expected = String(format: "%.6f", value)
            let signless = expected == "-0.000000" ? "0.000000" : expected
            #expect(JSONValue.fixed(value) == .number(signless))
        }
    }
}
