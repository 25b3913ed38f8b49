/// Lays a draft out as Markdown (CommonMark with tables). Nothing that a person typed can become markup, a
/// link or HTML.
enum MarkdownRenderer {
    static func text(of draft: Draft) -> String {
        var lines = [heading(draft.title, level: 1)]
        for section in draft.sections {
            lines += ["", heading(section.heading, level: section.level)]
            for block in section.blocks { lines += [""] + rendered(block) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func heading(_ text: String, level: Int) -> String {
        String(repeating: "#", count: level) + " "
            + escaped(text).split(separator: "#", omittingEmptySubsequences: false)
            .joined(separator: "\\#")
    }

    private static func rendered(_ block: DraftBlock) -> [String] {
        switch block {
        case .paragraph(let sentences):
            return [startEscaped(sentences.map(rendered).joined(separator: " "))]
        case .list(let items):
            return items.flatMap { item in
                ["- " + startEscaped(rendered(item.sentence))]
                    + item.details.map { "  - " + startEscaped(rendered($0)) }
            }
        case .table(let table):
            let rule = "|" + String(repeating: " --- |", count: table.header.count)
            return [row(table.header.map(escaped)), rule] + table.rows.map { row($0.map(rendered)) }
        }
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private static func rendered(_ sentence: Sentence) -> String {
        var text = ""
        for part in sentence.parts {
            switch part {
            case .text(let plain): text += escaped(plain)
            case .strong(let plain): text += "**" + escaped(plain) + "**"
            case .words(let words): text += "\u{201C}" + escaped(Verbatim.shown(words)) + "\u{201D}"
            }
        }
        if !sentence.citation.isEmpty { text += (text.isEmpty ? "" : " ") + sentence.citation }
        return text + sentence.closing
    }

    /// A backslash before every character that Markdown, or a common dialect of it, could take for markup.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$", "^", "{", "}":
                result.append("\\")
            case "/" where result.hasSuffix(":"):
                // Keeps an address from turning into a link.
                result.removeLast()
                result += "\\:"
            case "." where result.lowercased().hasSuffix("www"):
                result.append("\\")
            default: break
            }
            result.append(character)
        }
        return result
    }

    /// At the start of a block a few more characters mean something: `#`, `-`, `+`, `=`, and `1.`.
    private static func startEscaped(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "-+=#:".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
        return digits + "\\" + rest
    }
}

/// The same without markup, for a terminal or an e-mail. Tables become lists, which screen readers follow
/// more easily.
enum PlainTextRenderer {
    static func text(of draft: Draft) -> String {
        var lines = [draft.title, String(repeating: "=", count: draft.title.count)]
        for section in draft.sections {
            lines += ["", section.heading]
            if section.level == 2 { lines.append(String(repeating: "-", count: section.heading.count)) }
            for block in section.blocks { lines += [""] + rendered(block) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rendered(_ block: DraftBlock) -> [String] {
        switch block {
        case .paragraph(let sentences): return [sentences.map(rendered).joined(separator: " ")]
        case .list(let items):
            return items.flatMap { item in
                ["* " + rendered(item.sentence)] + item.details.map { "  * " + rendered($0) }
            }
        case .table(let table):
            return table.rows.flatMap { row in
                zip(table.header, row).enumerated().map { index, cell in
                    (index == 0 ? "* " : "  ") + cell.0 + ": " + rendered(cell.1)
                }
            }
        }
    }

    private static func rendered(_ sentence: Sentence) -> String {
        var text = ""
        for part in sentence.parts {
            switch part {
            case .text(let plain), .strong(let plain): text += plain
            case .words(let words): text += "\u{201C}" + Verbatim.shown(words) + "\u{201D}"
            }
        }
        if !sentence.citation.isEmpty { text += (text.isEmpty ? "" : " ") + sentence.citation }
        return text + sentence.closing
    }
}
