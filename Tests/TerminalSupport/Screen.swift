import Console

/// As much of a terminal's screen as readline asks for under `TERM=xterm`: enough to see what a person would
/// see. Sequences it does not know are dropped; letters of two columns take one cell and an empty one.
public struct Screen {
    private var rows: [[String]]
    private var row = 0
    private var column = 0
    /// The last column was written: the next letter begins a new row.
    private var wrapsNext = false
    private var escape: [Unicode.Scalar]?
    private let columns: Int

    public init(rows: Int, columns: Int) {
        self.columns = columns
        self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// Rows with something on them, without the spaces at their ends.
    public var lines: [String] { rows.map(Self.text).filter { !$0.isEmpty } }

    /// The row of the cursor, without the spaces at its end.
    public var cursorLine: String { Self.text(rows[row]) }

    private static func text(_ row: [String]) -> String {
        var text = row.joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    public mutating func take(_ text: String) {
        for scalar in text.unicodeScalars {
            if escape != nil { takeEscape(scalar) } else { takePlain(scalar) }
        }
    }

    private mutating func takePlain(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{1B}": escape = []
        case "\r": (column, wrapsNext) = (0, false)
        case "\n": lineFeed()
        case "\u{8}": (column, wrapsNext) = (max(0, column - 1), false)
        case "\u{7}": break
        default: write(scalar)
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        let width = VisibleText.width(of: String(scalar))
        if scalar.properties.generalCategory == .nonspacingMark {
            rows[row][max(0, column - 1)].unicodeScalars.append(scalar)
            return
        }
        if wrapsNext || column + width > columns {
            column = 0
            lineFeed()
        }
        rows[row][column] = String(scalar)
        if width == 2 { rows[row][column + 1] = "" }
        column += width
        wrapsNext = column >= columns
        if wrapsNext { column = columns - 1 }
    }

    private mutating func lineFeed() {
        wrapsNext = false
        if row + 1 < rows.count {
            row += 1
        } else {
            rows.removeFirst()
            rows.append(Array(repeating: " ", count: columns))
        }
    }

    private mutating func takeEscape(_ scalar: Unicode.Scalar) {
        guard var sequence = escape else { return }
        sequence.append(scalar)
        escape = sequence
        guard sequence[0] == "[" else {
            escape = nil
            return
        }
        guard sequence.count > 1, (0x40...0x7E).contains(scalar.value) else { return }
        escape = nil
        var digits = ""
        digits.unicodeScalars.append(contentsOf: sequence[1..<sequence.count - 1])
        obey(scalar, Int(digits))
    }

    private mutating func obey(_ command: Unicode.Scalar, _ number: Int?) {
        let count = max(1, number ?? 1)
        if "ABCDGHJKP@".unicodeScalars.contains(command) { wrapsNext = false }
        switch command {
        case "A": row = max(0, row - count)
        case "B": row = min(rows.count - 1, row + count)
        case "C": column = min(columns - 1, column + count)
        case "D": column = max(0, column - count)
        case "G": column = min(columns, count) - 1
        case "H": (row, column) = (0, 0)
        case "J": erase(number ?? 0)
        case "K": eraseRow(from: number == 2 ? 0 : column)
        case "P":
            for _ in 0..<count {
                rows[row].remove(at: column)
                rows[row].append(" ")
            }
        case "@":
            for _ in 0..<count {
                rows[row].insert(" ", at: column)
                rows[row].removeLast()
            }
        default: break
        }
    }

    private mutating func erase(_ kind: Int) {
        if kind == 2 {
            rows = rows.map { $0.map { _ in " " } }
            return
        }
        eraseRow(from: column)
        for below in rows.indices where below > row { rows[below] = Array(repeating: " ", count: columns) }
    }

    private mutating func eraseRow(from start: Int) {
        for index in start..<columns { rows[row][index] = " " }
    }
}
