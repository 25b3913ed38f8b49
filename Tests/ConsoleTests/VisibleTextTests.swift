import Console
import Testing

@Suite struct `Making text visible` {
    @Test(arguments: [
        ("\u{1B}[31mred", "⟨1B⟩[31mred"),
        ("\u{9B}2J", "⟨9B⟩2J"),
        ("a\u{0}b\u{7F}", "a⟨00⟩b⟨7F⟩"),
        ("over\rwritten", "over⟨0D⟩written"),
        ("two\nlines", "two⟨0A⟩lines"),
        ("two\r\nlines", "two⟨0D⟩⟨0A⟩lines"),
        ("a\tb", "a b"),
        ("ab\u{202E}cd", "ab⟨202E⟩cd"),
        ("\u{2066}x\u{2069}", "⟨2066⟩x⟨2069⟩"),
        ("pass\u{200B}word", "pass⟨200B⟩word"),
        ("a\u{200D}b", "a⟨200D⟩b"),
        ("\u{FEFF}x\u{AD}y", "⟨FEFF⟩x⟨AD⟩y"),
        ("a\u{2028}b", "a⟨2028⟩b"),
        ("x\u{FE0F}", "x⟨FE0F⟩"),
        ("\u{3164}\u{2800}", "⟨3164⟩⟨2800⟩"),
        ("\u{E000}", "⟨E000⟩"),
        ("a\u{E0041}\u{E0042}", "a⟨E0041⟩⟨E0042⟩"),
        ("\u{301}a", "\u{25CC}\u{301}a"),
    ])
    func `what a terminal would obey or hide is shown as its code point`(text: String, visible: String) {
        #expect(VisibleText.of(text) == visible)
    }

    @Test(arguments: [
        "Plain words, 50% of #14.", "Zoë, Siân, Ó Briain", "山田 太郎", "नमस्ते", "עברית", "Tiếng Việt",
        "👩🏽‍⚕️ 👨‍👩‍👧 ❤️ 🇬🇧",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "1️⃣", "e\u{301}",
    ])
    func `honest text of any script stays as it is`(text: String) {
        #expect(Array(VisibleText.of(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func `hidden letters on a black flag are let through for three nations only`() {
        let flag = "🏴\u{E0065}\u{E0076}\u{E0069}\u{E006C}\u{E0021}\u{E007F}"
        #expect(VisibleText.of(flag) == "🏴⟨E0065⟩⟨E0076⟩⟨E0069⟩⟨E006C⟩⟨E0021⟩⟨E007F⟩")
    }

    @Test func `marks beyond the limit are taken off their letter`() {
        let tower = "a" + String(repeating: "\u{301}", count: 6)
        let kept = "a" + String(repeating: "\u{301}", count: VisibleText.marksPerLetterMax)
        #expect(VisibleText.of(tower) == kept + "⟨301⟩⟨301⟩")
    }

    @Test func `the program's own line breaks may be kept`() {
        #expect(VisibleText.of("a\r\nb\nc\u{1B}", lineBreaks: .kept) == "a\nb\nc⟨1B⟩")
        #expect(VisibleText.of("a\nb", lineBreaks: .kept) == "a\nb")
        #expect(Span.said("a\nBot: b").text == "a⟨0A⟩Bot: b")
    }

    @Test func `visible text stays visible text, and holds nothing a terminal obeys`() {
        // Every code point of the first planes, alone and after a letter.
        for value in (UInt32(0)...0x2FFF).filter({ !(0xD800...0xDFFF).contains($0) }) + [
            0x1F600, 0xE0001, 0x10FFFF,
        ] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [String(scalar), "a" + String(scalar)] {
                let visible = VisibleText.of(text)
                #expect(VisibleText.of(visible) == visible)
                for shown in visible.unicodeScalars {
                    let category = shown.properties.generalCategory
                    #expect(category != .control && category != .format, "\(value)")
                }
            }
        }
    }

    @Test(arguments: [
        ("abc", 3), ("", 0), ("Zoë", 3), ("Zoe\u{308}", 3), ("山田", 4), ("\u{1B}", 4), ("\u{202E}", 6),
        ("❤️", 2), ("🇬🇧", 2),
        ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ＡＢ", 4), ("🙂", 2), ("👍🏽", 4),
    ])
    func `width counts columns of what is shown`(text: String, columns: Int) {
        #expect(VisibleText.width(of: text) == columns)
    }
}
