import OpenData

/// A table as it was written, row by row, before anything is made of it.
struct MatrixTable {
    struct Row {
        /// From 1, as an editor counts.
        var line: Int
        var cells: [String]

        func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
        var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    }

    var rows: [Row] = []
    /// What stands around the table, line by line: its title, whom to thank.
    var prose: [String] = []

    /// How a file separates its cells.
    enum Form: Sendable { case tabs, commas, semicolons, markdown }

    /// By the file's ending, or by what is in it where the ending says nothing.
    static func form(of text: String, named name: String) -> Form {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let lines = text.split(whereSeparator: \.isNewline)
        switch ending {
        case "tsv", "tab": return .tabs
        case "md", "markdown": return .markdown
        case "csv":
            let first = lines.first { $0.contains(",") || $0.contains(";") } ?? ""
            return first.count { $0 == ";" } > first.count { $0 == "," } ? .semicolons : .commas
        default:
            if lines.contains(where: { $0.count { $0 == "\t" } >= 2 }) { return .tabs }
            if lines.contains(where: isRule) { return .markdown }
            return .commas
        }
    }

    // MARK: Tabs

    /// Lines with two tabs or more are rows of the table, wherever they stand; the other lines are prose. A publication that
    /// was saved as text has its table in pieces, with its heading again on every page.
    static func tabs(_ text: String) -> MatrixTable {
        var table = MatrixTable()
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.last == "\r" ? raw.dropLast() : raw
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(unquoted)
            if cells.count >= 3 {
                table.rows.append(Row(line: index + 1, cells: cells))
            } else if !line.allSatisfy(\.isWhitespace) {
                table.prose.append(String(line))
            }
        }
        return table
    }

    /// Spreadsheets put a cell with quotation marks inside quotation marks.
    private static func unquoted(_ cell: Substring) -> String {
        guard cell.count >= 2, cell.first == "\"", cell.last == "\"" else { return String(cell) }
        return String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }

    // MARK: Values with commas

    static func values(_ bytes: [UInt8], separator: UInt8) throws(MatrixFault) -> MatrixTable {
        var reader = CSVReader(bytes, separator: separator)
        var table = MatrixTable()
        while true {
            do {
                guard try reader.next() else { return table }
            } catch {
                throw MatrixFault(line: reader.cursorLine, problem: .openQuote)
            }
            let cells = (0..<reader.count).map { reader.text($0) ?? "" }
            // A line of one value above the table is its title.
            if cells.count == 1 || cells.dropFirst().allSatisfy(\.isEmpty), table.rows.isEmpty {
                table.prose.append(cells[0])
            } else {
                table.rows.append(Row(line: reader.line, cells: cells))
            }
        }
    }

    // MARK: Markdown

    /// Every table of the file, one after the other; headings and paragraphs are prose.
    static func markdown(_ text: String) -> MatrixTable {
        var table = MatrixTable()
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = trimmed(raw.last == "\r" ? raw.dropLast() : raw)
            if isRule(line) { continue }
            let isRow = line.hasPrefix("|") || line.count { $0 == "|" } >= 2
            if isRow {
                table.rows.append(Row(line: index + 1, cells: cells(line)))
            } else if line.hasPrefix("## ") || line.hasPrefix("### ") {
                // A heading inside the document names the group of the areas below it.
                table.rows.append(Row(line: index + 1, cells: [String(line.drop { $0 == "#" || $0 == " " })]))
                table.prose.append(String(line))
            } else if !line.isEmpty {
                table.prose.append(String(line))
            }
        }
        return table
    }

    /// `|---|:--:|`.
    private static func isRule(_ line: Substring) -> Bool {
        line.contains("-") && line.contains("|") && line.allSatisfy { "|-: \t\r".contains($0) }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells: [String] = [""]
        var isEscaped = false
        for character in line.hasPrefix("|") ? line.dropFirst() : line {
            if isEscaped {
                cells[cells.count - 1] += character == "|" ? "|" : "\\\(character)"
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        if line.hasSuffix("|"), cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
        return cells
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }

    // MARK: Turned round

    /// With stages in the rows and areas in the columns, rows and columns change places.
    var transposed: MatrixTable {
        let rows = rows.filter { !$0.isBlank && $0.cells.count > 1 }
        var turned = MatrixTable(rows: [], prose: prose)
        let columns = rows.map(\.cells.count).max() ?? 0
        for column in 0..<columns {
            turned.rows.append(Row(line: rows.first?.line ?? 1, cells: rows.map { $0.cell(column) }))
        }
        return turned
    }
}

/// Why a table makes no framework.
public struct MatrixFault: Error, Sendable, Hashable {
    public enum Problem: Sendable, Hashable {
        case openQuote
        /// Nothing that looks like a heading with stages was found.
        case noTable
        case tooFewStages(Int)
        case tooManyStages(Int)
        case noAreas
        case tooManyCells(found: Int, expected: Int)
        case nameTooLong(letters: Int)
        case textTooLong(letters: Int)
        case noName
        case noCredit
        case noID
    }
    /// From 1; nil when it is about the file as a whole.
    public var line: Int?
    public var problem: Problem

    public init(line: Int? = nil, problem: Problem) {
        self.line = line
        self.problem = problem
    }
}
