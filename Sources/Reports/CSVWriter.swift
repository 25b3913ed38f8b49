import Drafting

/// Writes comma-separated values (RFC 4180): CRLF after each record, values in quotation marks where they need them.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and runs it.
/// Such a text gets an apostrophe before it, and so does one that has apostrophes before such a character already, so that
/// taking one apostrophe away always gives the text back. Numbers are written as numbers.
public enum CSVWriter {
    public static func text(of data: LogData) -> String {
        var lines = [record(data.columns.map { harmless($0) })]
        for row in data.rows {
            lines.append(
                record(
                    row.map { cell in
                        switch cell {
                        case .text(let text): harmless(text)
                        case .number(let number): String(number)
                        case .empty: ""
                        }
                    }))
        }
        return lines.joined()
    }

    /// One record with its line break. The values are written as they are.
    public static func record(_ values: [String]) -> String {
        // A record of a single empty value would be an empty line.
        if values == [""] { return "\"\"\r\n" }
        return values.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ value: String) -> String {
        guard value.unicodeScalars.contains(where: needsQuotes) else { return value }
        var result = String.UnicodeScalarView()
        result.append("\"")
        for scalar in value.unicodeScalars {
            if scalar == "\"" { result.append("\"") }
            result.append(scalar)
        }
        result.append("\"")
        return String(result)
    }

    private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "," || scalar == "\r" || scalar == "\n"
    }

    /// The text as no spreadsheet can take it for a formula.
    public static func harmless(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    /// The text that was made harmless.
    public static func original(_ text: String) -> String {
        text.unicodeScalars.first == "'" && isFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// True where the first character after any apostrophes begins a formula.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        switch first {
        // The wide forms too: some spreadsheets take them for the narrow ones.
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default: return false
        }
    }
}
