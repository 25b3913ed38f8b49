import JSONText
import Testing

@Suite struct JSONEmitterTests {
    @Test func `keys are sorted by their bytes and nothing is spaced`() {
        let value: JSONValue = [
            "b": 1, "a": [true, nil, 2.description.isEmpty ? 0 : "x"], "B": [:], "": [], "é": 2, "z": 3,
        ]
        #expect(JSONEmitter().text(value) == #"{"":[],"B":{},"a":[true,null,"x"],"b":1,"z":3,"é":2}"#)
    }

    @Test func `keys above the basic plane come after those in it, as in UTF-8`() {
        // UTF-16 order would put the emoji (D83D) before the ligature (FB01).
        #expect(JSONEmitter().text(["😀": 1, "ﬁ": 2]) == #"{"ﬁ":2,"😀":1}"#)
    }

    @Test(arguments: [
        ("\"", #"\""#), ("\\", #"\\"#), ("/", "/"), ("\u{0}", #"\u0000"#), ("\t", #"\u0009"#),
        ("\n", #"\u000a"#),
        ("\r\n", #"\u000d\u000a"#), ("\u{1F}", #"\u001f"#), (" ", " "), ("\u{7F}", #"\u007f"#),
        ("\u{80}", #"\u0080"#), ("\u{85}", #"\u0085"#), ("\u{9F}", #"\u009f"#), ("\u{A0}", "\u{A0}"),
        ("\u{61C}", #"\u061c"#), ("\u{200B}", #"\u200b"#), ("\u{200D}", #"\u200d"#), ("\u{200E}", #"\u200e"#),
        ("\u{200F}", #"\u200f"#), ("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#),
        ("\u{202A}", #"\u202a"#),
        ("\u{202E}", #"\u202e"#), ("\u{2060}", #"\u2060"#), ("\u{2066}", #"\u2066"#),
        ("\u{2069}", #"\u2069"#),
        ("\u{FEFF}", #"\ufeff"#), ("\u{E0000}", #"\udb40\udc00"#), ("\u{E0041}", #"\udb40\udc41"#),
        ("é", "é"), ("中", "中"), ("😀", "😀"), ("❤️", "❤️"), ("‘’–…", "‘’–…"),
    ])
    func `each class of character is escaped or left as it should be`(text: String, expected: String) throws {
        let written = JSONEmitter().text(.string("a" + text + "b" + text))
        #expect(written.utf8.elementsEqual("\"a\(expected)b\(expected)\"".utf8))
        #expect(JSONEmitter().text([text: 1]).utf8.elementsEqual("{\"\(expected)\":1}".utf8))
        #expect(
            try JSONScanner().scan(written).string?.utf8.elementsEqual(("a" + text + "b" + text).utf8) == true
        )
    }

    @Test func `the pretty layout gives each field its own line`() {
        let value: JSONValue = ["b": [1, ["c": "x"]], "a": [:], "d": []]
        let expected = """
            {
              "a": {},
              "b": [
                1,
                {
                  "c": "x"
                }
              ],
              "d": []
            }
            """
        #expect(JSONEmitter(.pretty).text(value) == expected)
        #expect(JSONEmitter(.pretty).text("x") == "\"x\"")
    }

    @Test(arguments: ["nan", "inf", "", "01", "1.", "1,2", "{}", "+1", " 1"])
    func `a number that is none is written as null`(text: String) {
        #expect(JSONEmitter().text([.number(text), .number("1")]) == "[null,1]")
    }

    @Test func `lines can be gathered in one buffer`() {
        var buffer: [UInt8] = []
        JSONEmitter().append(["a": 1], to: &buffer)
        buffer.append(0x0A)
        JSONEmitter().append(["b": 2], to: &buffer)
        #expect(String(decoding: buffer, as: UTF8.self) == "{\"a\":1}\n{\"b\":2}")
    }
}
