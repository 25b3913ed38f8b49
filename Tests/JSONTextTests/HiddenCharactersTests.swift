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
}
