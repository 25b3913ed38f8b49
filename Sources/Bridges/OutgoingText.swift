import JSONText

/// The bot's words as a chat may show them. They quote people, so that nothing in them may call everybody, hide where
/// a link leads, or steer a screen.
enum OutgoingText {
    /// The words in pieces of at most so many bytes, cut at line ends, else at spaces, else between two characters.
    static func parts(_ words: String, bytesMax: Int) -> [String] {
        var rest = Substring(safe(words))
        var parts: [String] = []
        while rest.utf8.count > bytesMax {
            let piece = beginning(of: rest, bytesMax)
            let cut = cut(piece)
            parts.append(String(cut))
            rest = rest[cut.endIndex...].drop(while: \.isWhitespace)
        }
        if !rest.isEmpty { parts.append(String(rest)) }
        return parts.map(trimmed).filter { !$0.isEmpty }
    }

    /// As many characters as fit; at least one.
    private static func beginning(of text: Substring, _ bytesMax: Int) -> Substring {
        var end = text.startIndex
        var bytes = 0
        while end < text.endIndex {
            let next = text.index(after: end)
            bytes += text[end..<next].utf8.count
            if bytes > bytesMax { break }
            end = next
        }
        return text[..<(end == text.startIndex ? text.index(after: end) : end)]
    }

    /// Up to the last line end or space in the later half, so that no piece is short for nothing.
    private static func cut(_ piece: Substring) -> Substring {
        let middle = piece.index(piece.startIndex, offsetBy: piece.count / 2)
        for isEnd in [{ (letter: Character) in letter.isNewline }, { (letter: Character) in letter == " " }] {
            if let end = piece[middle...].lastIndex(where: isEnd), end > piece.startIndex { return piece[..<end] }
        }
        return piece
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }

    /// The same words, harmless.
    static func safe(_ words: String) -> String {
        var safe = String.UnicodeScalarView()
        var before: Unicode.Scalar = "\n"
        let scalars = Array(words.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : "\n"
            safe.append(contentsOf: shown(scalar, after: before, before: next).unicodeScalars)
            before = scalar
        }
        return String(safe)
    }

    private static func shown(_ scalar: Unicode.Scalar, after before: Unicode.Scalar, before next: Unicode.Scalar)
        -> String
    {
        switch scalar {
        case "\n": return "\n"
        case "\t", "\r": return " "
        // `@everyone`, `@here` and every name call people; an address such as ann@example.org does not.
        case "@" where !isWordy(before) && !next.properties.isWhitespace: return "＠"
        // Slack's `<!channel>`, `<@U1>` and `<http://one|another>`.
        case "<" where next == "!" || next == "@" || next == "#" || isWordy(next): return "‹"
        // `[one](another)` shows one address and leads to another.
        case "(" where before == "]": return " ("
        case "`": return "'"
        case "\u{200D}": return "\u{200D}"
        default:
            return HiddenCharacters.contains(scalar.value)
                ? HiddenCharacters.code(of: scalar, digits: 4) : String(scalar)
        }
    }

    private static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
