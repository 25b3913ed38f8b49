/// Characters that a screen does not show, or that change how the characters around them are shown.
///
/// Hostile text uses them to forge a line, to turn words round or to make two names look the same, so that
/// output writes them out: as `\u202e` in JSON, as `⟨202E⟩` in text for people.
public enum HiddenCharacters {
    /// True for controls (C0, DEL, C1), bidirectional controls, zero-width characters, line and paragraph
    /// separators, invisible operators, annotation marks and tags. Variation selectors are not among them:
    /// emoji need them.
    public static func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x00AD, 0x061C, 0x180E: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
