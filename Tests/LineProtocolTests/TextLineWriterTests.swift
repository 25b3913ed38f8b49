import LineProtocol
import Testing

private let writer = TextLineWriter()

@Suite struct TextLineWriterTests {
    @Test func `messages, failures and answers have the form of the contract`() {
        #expect(
            writer.message(number: 32, from: "Common Ground", text: "Ann agrees with #14.")
                == ["[32] Common Ground: Ann agrees with #14."])
        #expect(
            writer.message(number: 34, from: "Common Ground", to: "Ann", text: "Noted.")
                == ["[34] Common Ground → Ann: Noted."])
        #expect(
            writer.message(number: nil, from: "Common Ground", text: "Hello.") == ["Common Ground: Hello."])
        #expect(
            writer.failure(code: "NOT_JOINED", message: "Type /join Ann") == ["! NOT_JOINED: Type /join Ann"])
        #expect(writer.syncAnswer(token: "abc") == "= abc")
        #expect(writer.syncAnswer(token: "") == "=")
    }

    @Test func `each paragraph is a line with the same beginning`() {
        #expect(
            writer.message(number: 1, from: "Bot", text: "one\r\ntwo\n\nthree\n")
                == ["[1] Bot: one", "[1] Bot: two", "[1] Bot:", "[1] Bot: three"])
        #expect(writer.message(number: 1, from: "Bot", text: "") == ["[1] Bot:"])
        #expect(writer.failure(code: "BUSY", message: "a\nb") == ["! BUSY: a", "! BUSY: b"])
    }

    @Test(arguments: [
        ("\u{1B}[2J", "⟨1B⟩[2J"), ("a\tb", "a⟨09⟩b"), ("a\rb", "a⟨0D⟩b"),
        ("\u{7F}\u{85}\u{9B}", "⟨7F⟩⟨85⟩⟨9B⟩"),
        ("\u{202E}abc\u{2066}", "⟨202E⟩abc⟨2066⟩"), ("a\u{200B}b\u{FEFF}", "a⟨200B⟩b⟨FEFF⟩"),
        ("\u{2028}x\u{2029}", "⟨2028⟩x⟨2029⟩"), ("\u{E0041}", "⟨E0041⟩"), ("\u{0}", "⟨00⟩"),
        ("é 中 😀 ❤️", "é 中 😀 ❤️"),
    ])
    func `what a screen would not show is shown by number`(text: String, expected: String) {
        #expect(writer.message(number: 1, from: "Bot", text: text) == ["[1] Bot: " + expected])
        #expect(writer.syncAnswer(token: text) == "= " + expected)
    }

    @Test func `names and codes cannot forge a line`() {
        #expect(
            writer.message(number: 1, from: "Bot", to: "Ann\n[2] Bot: agreed", text: "x")
                == ["[1] Bot → Ann⟨0A⟩[2] Bot: agreed: x"])
        #expect(writer.failure(code: "A\r\nB", message: "x") == ["! A⟨0D⟩⟨0A⟩B: x"])
        #expect(writer.syncAnswer(token: "a\n= b") == "= a⟨0A⟩= b")
    }

    @Test func `long text is wrapped at spaces within 350 bytes, and no word is lost`() {
        let words = (1...300).map { "wörd\($0)" }
        let lines = writer.message(
            number: 7, from: "Common Ground", to: "Ann", text: words.joined(separator: " "))
        let beginning = "[7] Common Ground → Ann: "
        #expect(lines.count > 5)
        #expect(lines.allSatisfy { $0.utf8.count <= 350 && $0.hasPrefix(beginning) })
        #expect(lines.dropLast().allSatisfy { $0.utf8.count > 335 })
        let said = lines.map { $0.dropFirst(beginning.count) }.joined(separator: " ")
        #expect(said == words.joined(separator: " "))
    }

    @Test(arguments: ["x", "é", "中", "😀", "👩🏽", "e\u{301}", "🇬🇧"])
    func `text without spaces is cut between characters`(character: String) {
        let text = String(repeating: character, count: 700)
        let lines = writer.message(number: 7, from: "Bot", text: text)
        #expect(lines.allSatisfy { $0.utf8.count <= 350 })
        #expect(lines.dropLast().allSatisfy { $0.utf8.count > 350 - character.utf8.count })
        let pieces = lines.map { $0.dropFirst("[7] Bot: ".count) }
        #expect(pieces.allSatisfy { $0.count * character.utf8.count == $0.utf8.count })
        #expect(pieces.joined().utf8.elementsEqual(text.utf8))
    }

    @Test func `a space at the very front is no place to cut`() {
        let lines = writer.message(number: 7, from: "Bot", text: " " + String(repeating: "x", count: 400))
        #expect(lines.map(\.utf8.count) == [350, "[7] Bot: ".count + 60])
    }

    @Test func `a character of endless marks is cut between code points`() {
        let text = "a" + String(repeating: "\u{301}", count: 1000)
        let lines = writer.message(number: 7, from: "Bot", text: text)
        #expect(lines.allSatisfy { $0.utf8.count <= 350 })
        #expect(lines.joined().unicodeScalars.filter { $0 == "\u{301}" }.count == 1000)
    }

    @Test func `a text that just fits stays one line`() {
        let text = String(repeating: "x", count: 350 - "[7] Bot: ".count)
        #expect(writer.message(number: 7, from: "Bot", text: text).count == 1)
        #expect(
            writer.message(number: 7, from: "Bot", text: text + " y") == ["[7] Bot: " + text, "[7] Bot: y"])
    }

    @Test func `long names and tokens are cut, and leave room for words`() {
        let name = String(repeating: "é", count: 500)
        let lines = TextLineWriter(lineLimit: 0).message(
            number: .max, from: name, to: name, text: "yes and no")
        #expect(lines.joined().contains("…"))
        #expect(lines.allSatisfy { $0.utf8.count <= 200 })
        #expect(lines.count == 1)
        #expect(writer.syncAnswer(token: name).utf8.count == 350)
    }

    @Test func `what is written can be read back`() {
        let line = writer.message(number: nil, from: "Ann", text: "I agree: yes")
        #expect(TextLine.read(Array(line.joined().utf8)).speaker == "Ann")
    }
}
