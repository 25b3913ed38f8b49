/// What stands in quotation marks.
enum Quotations {
    private static let closing: [Character: Character] = [
        "\u{201C}": "\u{201D}", "\u{201E}": "\u{201C}", "\u{2018}": "\u{2019}", "\"": "\"", "'": "'", "«": "»",
    ]

    /// What stands between the marks, without them. A mark that is never closed opens nothing.
    static func ranges(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var open: (start: String.Index, closing: Character)?
        var before: Character?
        for index in text.indices {
            let character = text[index]
            defer { before = character }
            let after = text.index(after: index)
            let next: Character? = after < text.endIndex ? text[after] : nil
            guard let (start, closing) = open else {
                // The mark in "don't" is no quotation mark.
                if let closing = Quotations.closing[character], character != "'" || !isOfWord(before) {
                    open = (after, closing)
                }
                continue
            }
            let isApostrophe = (closing == "'" || closing == "\u{2019}") && isOfWord(next)
            guard character == closing, !isApostrophe else { continue }
            if start < index { ranges.append(start..<index) }
            open = nil
        }
        return ranges
    }

    private static func isOfWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }
}
