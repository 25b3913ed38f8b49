/// The words of one cell, without the marks that a page or a spreadsheet put around them. No word is changed.
struct MatrixCell {
    /// Each paragraph, list item or line, white space tidied.
    let paragraphs: [String]

    /// All of it as one text.
    var text: String { paragraphs.joined(separator: " ") }
    var isEmpty: Bool { paragraphs.isEmpty }

    init(_ raw: String) {
        var pieces: [String] = [""]
        var rest = raw[...]
        while let character = rest.first {
            if character == "<", let end = rest.firstIndex(of: ">"), let tag = MatrixCell.tag(rest[..<end]) {
                if MatrixCell.breaking.contains(tag) { pieces.append("") }
                rest = rest[rest.index(after: end)...]
            } else if character == "&", let (word, after) = MatrixCell.entity(rest) {
                pieces[pieces.count - 1] += word
                rest = after
            } else if character.isNewline {
                pieces.append("")
                rest.removeFirst()
            } else {
                pieces[pieces.count - 1].append(character)
                rest.removeFirst()
            }
        }
        paragraphs = pieces.map(MatrixCell.tidied).filter { !$0.isEmpty }
    }

    /// What ends a paragraph on a page.
    private static let breaking: Set<String> = ["p", "br", "li", "ul", "ol", "div"]
    private static let marking: Set<String> = ["b", "strong", "i", "em", "span", "a", "u", "sup", "sub"]

    /// The name of a known tag that begins here; anything else in angle brackets is somebody's words.
    private static func tag(_ text: Substring) -> String? {
        let name = text.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
        return breaking.contains(name) || marking.contains(name) ? name : nil
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "pound": "£", "ndash": "–",
        "mdash": "—", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "hellip": "…",
    ]

    private static func entity(_ text: Substring) -> (String, Substring)? {
        guard let end = text.prefix(10).firstIndex(of: ";") else { return nil }
        let name = String(text[text.index(after: text.startIndex)..<end])
        let after = text[text.index(after: end)...]
        if let word = entities[name] { return (word, after) }
        guard name.first == "#", let code = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(code) else {
            return nil
        }
        return (String(Character(scalar)), after)
    }

    /// Single spaces, no hidden characters, no bullet in front and no Markdown stars around.
    private static func tidied(_ text: String) -> String {
        var visible = ""
        for scalar in text.unicodeScalars where !MappingReader.isHidden(scalar) || scalar == "\t" {
            visible.unicodeScalars.append(scalar)
        }
        var words = visible.split(whereSeparator: \.isWhitespace)
        if let first = words.first, ["•", "·", "-", "*", "▪", "◦"].contains(String(first)) { words.removeFirst() }
        var line = words.joined(separator: " ")
        for mark in ["**", "__"] where line.count > 4 && line.hasPrefix(mark) && line.hasSuffix(mark) {
            line = String(line.dropFirst(2).dropLast(2))
        }
        return line
    }
}
