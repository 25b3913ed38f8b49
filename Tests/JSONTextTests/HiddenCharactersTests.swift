import JSONText
import Testing

/// What Unicode's own tables, as the standard library carries them, say of a character.
private func isHiddenByUnicode(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    if 0xFFF9...0xFFFB ~= scalar.value { return true }
    return (properties.isDefaultIgnorableCodePoint || properties.isBidiControl)
        && !properties.isVariationSelector
}

@Suite struct HiddenCharactersTests {
    @Test func `the hidden characters are those of the Unicode tables`() {
        let wrong = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter {
            HiddenCharacters.contains($0.value) != isHiddenByUnicode($0)
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(10).map { String($0.value, radix: 16) })")
    }

    @Test(arguments: [
        ("a\u{7}b", "a⟨7⟩b", "a⟨07⟩b", "a⟨0007⟩b"), ("\u{1B}[2J", "⟨1B⟩[2J", "⟨1B⟩[2J", "⟨001B⟩[2J"),
        ("\u{202E}gnp\u{E0041}", "⟨202E⟩gnp⟨E0041⟩", "⟨202E⟩gnp⟨E0041⟩", "⟨202E⟩gnp⟨E0041⟩"),
        ("é 中 😀 ❤️", "é 中 😀 ❤️", "é 中 😀 ❤️", "é 中 😀 ❤️"), ("", "", "", ""),
    ])
    func `each is written as its number, with as many digits as are asked for`(
        text: String, one: String, two: String, four: String
    ) {
        #expect(HiddenCharacters.shown(text, digits: 1) == one)
        #expect(HiddenCharacters.shown(text) == two)
        #expect(HiddenCharacters.shown(text, digits: 4) == four)
    }

    @Test func `what a screen obeys and what it may not know are told apart from what it shows`() {
        for scalar: Unicode.Scalar in ["\u{7}", "\u{85}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{2029}"] {
            #expect(HiddenCharacters.isObeyed(scalar) && !HiddenCharacters.isUnknown(scalar))
        }
        for scalar: Unicode.Scalar in ["\u{E000}", "\u{378}", "\u{FFFF}"] {
            #expect(HiddenCharacters.isUnknown(scalar) && !HiddenCharacters.isObeyed(scalar))
        }
        for scalar: Unicode.Scalar in ["a", " ", "é", "😀", "\u{FE0F}"] {
            #expect(!HiddenCharacters.isUnknown(scalar) && !HiddenCharacters.isObeyed(scalar))
        }
    }
}
