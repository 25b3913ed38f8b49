/// How a piece of output is stressed. Never the only bearer of a meaning: the same words must be clear
/// without it.
public enum Style: Sendable, Equatable {
    case regular, bold, dim

    /// Select Graphic Rendition parameter of ECMA-48; nil for none.
    var parameter: String? {
        switch self {
        case .regular: nil
        case .bold: "1"
        case .dim: "2"
        }
    }
}

/// A piece of output in one style.
public struct Span: Sendable, Equatable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .regular) {
        self.text = text
        self.style = style
    }
}

/// Lays output out: makes it visible, breaks it between words, adds style.
public enum Layout {
    /// Narrower windows are treated as this wide.
    public static let columnsMin = 10

    /// Breaks text into lines of at most `columns` columns, at spaces where possible; a word longer than a
    /// line is cut between two characters. Line breaks in the text are kept, and so are its other spaces,
    /// except where a line is broken.
    /// - Parameters:
    ///   - columns: width of the window; nil does not break lines. At least ``columnsMin`` is used.
    ///   - hangingIndent: spaces before the second and later lines of each paragraph; at most half the width
    ///     is used.
    /// - Returns: at least one line, safe to print.
    public static func wrap(_ text: String, columns: Int?, hangingIndent: Int = 0) -> [String] {
        wrap([Span(text)], columns: columns, hangingIndent: hangingIndent).map { line in
            line.reduce("") { $0 + $1.text }
        }
    }

    /// As ``wrap(_:columns:hangingIndent:)-(String,_,_)``, for text in several styles.
    public static func wrap(_ spans: [Span], columns: Int?, hangingIndent: Int = 0) -> [[Span]] {
        var paragraphs: [[StyledCell]] = [[]]
        for span in spans {
            for character in span.text {
                if VisibleText.isLineBreak(character) {
                    paragraphs.append([])
                    continue
                }
                for cell in VisibleText.cells(of: character) {
                    paragraphs[paragraphs.count - 1].append(StyledCell(cell: cell, style: span.style))
                }
            }
        }
        guard let columns else { return paragraphs.map { spansOf($0[...]) } }
        let width = max(columns, columnsMin)
        let indent = max(0, min(hangingIndent, width / 2))
        return paragraphs.flatMap { wrapParagraph($0, width: width, indent: indent) }
    }

    /// The spans as one string; with the escape sequences of their styles if `styled`.
    static func render(_ spans: [Span], styled: Bool) -> String {
        spans.reduce("") { sum, span in
            guard styled, let parameter = span.style.parameter, !span.text.isEmpty else {
                return sum + span.text
            }
            return sum + "\u{1B}[\(parameter)m\(span.text)\u{1B}[0m"
        }
    }

    // MARK: One paragraph

    private struct StyledCell {
        var cell: VisibleText.Cell
        var style: Style
    }

    private static func wrapParagraph(_ cells: [StyledCell], width: Int, indent: Int) -> [[Span]] {
        var lines: [[Span]] = []
        var start = 0
        repeat {
            let margin = lines.isEmpty ? 0 : indent
            let end = endOfLine(cells, from: start, width: width - margin)
            var line = spansOf(cells[start..<end.text])
            if margin > 0 { line.insert(Span(String(repeating: " ", count: margin)), at: 0) }
            lines.append(line)
            start = end.next
        } while start < cells.count
        return lines
    }

    /// Where the line that begins at `start` ends, and where the next one begins.
    private static func endOfLine(
        _ cells: [StyledCell], from start: Int, width: Int
    ) -> (text: Int, next: Int) {
        var used = 0
        var index = start
        var lastWordEnd: Int?
        while index < cells.count {
            let cell = cells[index].cell
            let isBreak = cell.isSpace && index > start && !cells[index - 1].cell.isSpace
            if isBreak { lastWordEnd = index }
            if used + cell.width > width { break }
            used += cell.width
            index += 1
        }
        guard index < cells.count else { return (cells.count, cells.count) }
        // A cell wider than the whole line still has to go somewhere.
        let end = lastWordEnd ?? max(index, start + 1)
        var next = end
        while next < cells.count, cells[next].cell.isSpace { next += 1 }
        return (end, next)
    }

    private static func spansOf(_ cells: ArraySlice<StyledCell>) -> [Span] {
        var spans: [Span] = []
        for cell in cells {
            if let last = spans.last, last.style == cell.style {
                spans[spans.count - 1].text += cell.cell.text
            } else {
                spans.append(Span(cell.cell.text, cell.style))
            }
        }
        return spans
    }
}
