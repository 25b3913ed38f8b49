import JSONText
import Testing

/// The reason and the place that a text is refused for; nil if it is read after all.
private func refusal(_ text: String, depthLimit: Int = 8) -> JSONScanError? {
    refusal(Array(text.utf8), depthLimit: depthLimit)
}

private func refusal(_ bytes: [UInt8], depthLimit: Int = 8) -> JSONScanError? {
    do throws(JSONScanError) {
        _ = try JSONScanner(depthLimit: depthLimit).scan(bytes)
        return nil
    } catch {
        return error
    }
}

private let message = #"""
    {"op":"say","id":"5","room":"north","as":"irc:ann",\#
    "text":"I \"agree\" \u00e9 \ud83d\ude00 with #14, café 😀","key":"irc:1795299122:8f","n":[-1.5e+3,0,true,false,null,{}]}
    """#

@Suite struct JSONScannerTests {
    @Test func `a message of the protocol is read field by field`() throws {
        let value = try JSONScanner().scan(message)
        #expect(value["op"] == "say")
        #expect(value["text"]?.string == "I \"agree\" é 😀 with #14, café 😀")
        #expect(value["n"] == .array([.number("-1.5e+3"), 0, true, false, nil, [:]]))
        #expect(value.object?.count == 7)
    }

    @Test func `every beginning of a message is refused without a crash`() {
        let bytes = Array(message.utf8)
        for length in 0..<bytes.count {
            let error = refusal(Array(bytes.prefix(length)))
            #expect(error != nil, "the first \(length) bytes were read")
            #expect((error?.offset ?? -1) <= length)
            #expect(error?.reason == .unexpectedEnd || error?.reason == .invalidUTF8)
        }
        #expect(refusal(bytes) == nil)
    }

    @Test func `every byte changed to every kind of rubbish is survived`() {
        let bytes = Array(message.utf8)
        for place in bytes.indices {
            for rubbish: UInt8 in [0x00, 0x0A, 0x22, 0x2C, 0x5C, 0x7B, 0x7D, 0x80, 0xC0, 0xED, 0xFF] {
                var changed = bytes
                changed[place] = rubbish
                if let error = refusal(changed) { #expect((0...bytes.count).contains(error.offset)) }
            }
        }
    }

    @Test(arguments: [
        ("{} {}", 3), ("{},", 2), ("1 2", 2), ("\"a\"b", 3), ("nullx", 4), ("[]]", 2), ("{}\u{0}", 2),
        ("{}\u{FEFF}", 2),
    ])
    func `anything after the value is refused`(text: String, offset: Int) {
        #expect(refusal(text) == JSONScanError(.trailingBytes, offset: offset))
    }

    @Test func `white space around and inside is allowed`() throws {
        #expect(try JSONScanner().scan(" \t\r\n{ \"a\" :\t[ 1 , 2 ]\r}\n ") == ["a": [1, 2]])
    }

    @Test(arguments: [
        ("", JSONScanError.Reason.unexpectedEnd, 0), ("   ", .unexpectedEnd, 3), ("{", .unexpectedEnd, 1),
        ("[1,", .unexpectedEnd, 3), ("\"ab", .unexpectedEnd, 3), ("tru", .unexpectedEnd, 3),
        ("{a:1}", .unexpectedByte(UInt8(ascii: "a")), 1), ("{'a':1}", .unexpectedByte(UInt8(ascii: "'")), 1),
        ("[1,]", .unexpectedByte(UInt8(ascii: "]")), 3),
        ("{\"a\":1,}", .unexpectedByte(UInt8(ascii: "}")), 7),
        ("{\"a\" 1}", .unexpectedByte(UInt8(ascii: "1")), 5),
        ("[1 2]", .unexpectedByte(UInt8(ascii: "2")), 3),
        ("[1}", .unexpectedByte(UInt8(ascii: "}")), 2), ("NaN", .unexpectedByte(UInt8(ascii: "N")), 0),
        ("nan", .unexpectedByte(UInt8(ascii: "a")), 1), ("Infinity", .unexpectedByte(UInt8(ascii: "I")), 0),
        ("True", .unexpectedByte(UInt8(ascii: "T")), 0), ("/**/1", .unexpectedByte(UInt8(ascii: "/")), 0),
        ("{1:2}", .unexpectedByte(UInt8(ascii: "1")), 1), ("\u{FEFF}{}", .unexpectedByte(0xEF), 0),
        ("[\u{00A0}1]", .unexpectedByte(0xC2), 1),
    ])
    func `what JSON does not allow is refused where it stands`(
        text: String, reason: JSONScanError.Reason, offset: Int
    ) {
        #expect(refusal(text) == JSONScanError(reason, offset: offset))
    }

    @Test func `a key given twice is refused with its name, however it is spelt`() {
        #expect(refusal(#"{"as":1,"role":2,"as":3}"#) == JSONScanError(.duplicateKey("as"), offset: 17))
        #expect(refusal(#"{"as":1,"\u0061s":3}"#) == JSONScanError(.duplicateKey("as"), offset: 8))
        #expect(refusal("{\"é\":1,\"e\u{301}\":2}")?.reason == .duplicateKey("é"))
        #expect(refusal(#"{"a":{"b":1,"b":2}}"#)?.reason == .duplicateKey("b"))
        #expect(refusal(#"{"a":{"a":1},"b":{"a":2}}"#) == nil)
    }

    @Test func `depth is allowed up to the limit and no further`() {
        let eight = String(repeating: "[", count: 8) + String(repeating: "]", count: 8)
        #expect(refusal(eight) == nil)
        #expect(refusal("[" + eight + "]") == JSONScanError(.tooDeep(limit: 8), offset: 8))
        #expect(refusal(#"{"a":{"b":[0]}}"#, depthLimit: 3) == nil)
        #expect(refusal(#"{"a":{"b":[0]}}"#, depthLimit: 2) == JSONScanError(.tooDeep(limit: 2), offset: 10))
        #expect(refusal("7", depthLimit: 0) == nil)
        #expect(refusal("[]", depthLimit: 0) == JSONScanError(.tooDeep(limit: 0), offset: 0))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `a nesting bomb is refused early, even with the largest limit`(unit: String) {
        let bomb = String(repeating: unit, count: 65_536 / unit.utf8.count)
        #expect(refusal(bomb)?.reason == .tooDeep(limit: 8))
        #expect(refusal(bomb, depthLimit: .max)?.reason == .tooDeep(limit: JSONScanner.depthLimitMax))
    }

    @Test func `bytes that are not UTF-8 are refused where they stand`() {
        let broken: [[UInt8]] = [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82],
        ]
        for bytes in broken {
            let line = Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)
            #expect(refusal(line) == JSONScanError(.invalidUTF8, offset: 6), "\(bytes)")
        }
    }
}

@Suite struct JSONScannerStringTests {
    @Test func `every escape is read`() throws {
        let value = try JSONScanner().scan(#""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\uD83D\uDE00\u0000""#)
        #expect(value.string == "\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{20AC}\u{1F600}\u{0}")
    }

    @Test(arguments: [
        #"\ud800"#, #"\udc00"#, #"\udfff"#, #"\ud800x"#, #"\ud800\n"#, #"\ud800\ud800"#, #"\ud800\u0041"#,
        #"\udc00\ud800"#, #"\udc00\udc00"#,
    ])
    func `half a surrogate pair is refused`(escape: String) {
        #expect(refusal("\"ab" + escape + "\"") == JSONScanError(.loneSurrogate, offset: 3))
    }

    @Test(arguments: [#"\x41"#, #"\u00"#, #"\u00g0"#, #"\u 041"#, #"\U0041"#, #"\'"#, #"\u+041"#, #"\0"#])
    func `an escape that is none is refused`(escape: String) {
        #expect(refusal("\"ab" + escape + "\"") == JSONScanError(.malformedEscape, offset: 3))
    }

    @Test(arguments: 0..<UInt8(0x20))
    func `a bare control character is refused`(control: UInt8) {
        let plain = Array("\"ab".utf8) + [control, 0x22]
        #expect(refusal(plain) == JSONScanError(.bareControl(control), offset: 3))
        let afterEscape = Array("\"\\n".utf8) + [control, 0x22]
        #expect(refusal(afterEscape) == JSONScanError(.bareControl(control), offset: 3))
    }
}

@Suite struct JSONScannerNumberTests {
    @Test(arguments: ["0", "-0", "7", "-12", "0.5", "10.25", "1e3", "1E+3", "2.5e-10", "0e0", "-0.0E-0"])
    func `a number keeps the text it was written with`(text: String) throws {
        #expect(try JSONScanner().scan(text) == .number(text))
        #expect(try JSONScanner().scan("[" + text + "]") == .array([.number(text)]))
    }

    @Test(arguments: [
        ("01", 1), ("-01", 2), ("00", 1), ("-a", 1), ("1.x", 2), ("1.e3", 2), ("1ex", 2), ("1e+x", 3),
        ("--1", 1),
    ])
    func `a number that RFC 8259 does not know is refused`(text: String, offset: Int) {
        #expect(refusal(text) == JSONScanError(.malformedNumber, offset: offset))
    }

    @Test(arguments: ["-", "1.", "1e", "1e-"])
    func `a number that stops short is refused`(text: String) {
        #expect(refusal(text) == JSONScanError(.unexpectedEnd, offset: text.utf8.count))
    }

    @Test(arguments: ["+1", ".5", "0x10", "1_000", "１"])
    func `other ways to write numbers are refused`(text: String) {
        #expect(refusal(text) != nil)
    }

    @Test func `a number of a million digits is read whole, and is nobody's integer`() throws {
        let digits = String(repeating: "9", count: 1_000_000)
        let value = try JSONScanner().scan(digits)
        #expect(value == .number(digits))
        #expect(value.integer == nil)
        #expect(value.double == nil)
        #expect(try JSONScanner().scan("1e999").double == nil)
        #expect(try JSONScanner().scan("0." + digits).double == 1)
    }
}
