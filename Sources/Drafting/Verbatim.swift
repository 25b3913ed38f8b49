import JSONText

/// Other people's text made safe to print without changing a word.
///
/// Text from chat is hostile: it may carry line breaks, escape codes, marks that turn the direction of
/// writing, or quotation marks that would end the quotation early. A board must see the words and nothing
/// else.
public enum Verbatim {
    /// The text on one line: white space is one space, control and direction marks become U+FFFD, and
    /// double quotation marks become single ones, as is usual inside a quotation.
    public static func shown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var spacePending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                spacePending = !result.isEmpty
                continue
            }
            if spacePending { result.append(" ") }
            spacePending = false
            result.append(replacement(for: scalar))
        }
        return String(result)
    }

    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}", "\u{FF02}":
            return "'"
        // A joiner builds emoji and Indic letters, so it stays.
        case "\u{200D}", "\u{200C}": return scalar
        default: return HiddenCharacters.isObeyed(scalar) ? "\u{FFFD}" : scalar
        }
    }
}
