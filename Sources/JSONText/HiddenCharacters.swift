/// Characters that a screen does not show, or that change how the characters around them are shown.
///
/// Hostile text uses them to forge a line, to turn words round or to make two names look the same, so that output
/// writes them out: as `\u202e` in JSON, as `⟨202E⟩` in text for people. What is hidden is said here alone; an output
/// that lets more or fewer of them through says so where it asks.
public enum HiddenCharacters {
    /// True for controls (C0, DEL, C1), line and paragraph separators, annotation marks, and what Unicode calls
    /// Default_Ignorable_Code_Point (DerivedCoreProperties.txt of Unicode 16): bidirectional controls, zero-width
    /// characters, fillers, tags. Variation selectors are left out: emoji need them and they hide nothing.
    public static func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x1F, 0x7F...0x9F, 0x00AD: true
        case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
        case 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: true
        default: false
        }
    }

    /// True for what a screen may obey instead of showing: controls, format characters such as joiners and direction
    /// marks, and ends of lines.
    public static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// True for what every screen may show otherwise: code points for private use, and those that are no character yet.
    public static func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned: true
        default: false
        }
    }

    // MARK: Writing them out

    /// The text with each of them as its code.
    public static func shown(_ text: String, digits: Int = 2) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            if contains(scalar.value) {
                shown += code(of: scalar, digits: digits)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// `⟨1B⟩` for ESC, `⟨202E⟩` for a right-to-left override.
    /// - Parameter digits: so many at least.
    public static func code(of scalar: Unicode.Scalar, digits: Int = 2) -> String {
        "⟨\(number(of: scalar.value, digits: digits))⟩"
    }

    /// The number of a character in Unicode's tables: hexadecimal, in capitals.
    /// - Parameter digits: so many at least.
    public static func number(of scalar: UInt32, digits: Int) -> String {
        let number = String(scalar, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - number.utf8.count)) + number
    }
}
