import Foundation

/// Reads comma-separated values (RFC 4180), or values separated by another sign, record by record, from UTF-8 bytes.
///
/// A value may stand in quotation marks and then hold commas, line breaks and doubled marks. Records end with LF or
/// CRLF, the last one may do without; empty lines between records and a byte order mark are passed over. A quotation
/// mark inside a value that did not begin with one is an ordinary character, as Python and spreadsheets read it.
///
/// A reader of our own: SwiftCSV 0.10.0 needs 11 s for a million lines (release), drops spaces at the beginning and an
/// empty value at the end, takes a mark that is never closed for sound, and cannot say in which line something is wrong.
package struct CSVReader {
    package enum Fault: Error, Equatable {
        /// A quotation mark that is never closed.
        case openQuote
        /// Something other than a comma or a line break after a closing quotation mark.
        case textAfterQuote
    }

    /// A value by its place in the bytes, without the quotation marks around it.
    private struct Field {
        var start: Int
        var end: Int
        var hasDoubledQuotes: Bool
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private let bytes: [UInt8]
    private let separator: UInt8
    private var cursor: Int
    /// The next line break at the cursor or after it, or the end of the bytes.
    private var breakAhead = -1
    /// The line of the cursor, from 1. After a fault, the line in which it is.
    package private(set) var cursorLine = 1
    private var fields: [Field] = []
    /// The line in which the record begins, from 1.
    package private(set) var line = 0

    /// Values in the record.
    package var count: Int { fields.count }

    package init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
        cursor = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Goes on to the next record.
    ///
    /// - Returns: false at the end.
    package mutating func next() throws(Fault) -> Bool {
        fields.removeAll(keepingCapacity: true)
        while cursor < bytes.count, bytes[cursor] == Self.lineFeed || isCRLF(cursor) { endLine() }
        guard cursor < bytes.count else { return false }
        line = cursorLine
        while true {
            if cursor < bytes.count, bytes[cursor] == Self.quote { try takeQuoted() } else { takePlain() }
            guard cursor < bytes.count else { return true }
            if bytes[cursor] != separator {
                endLine()
                return true
            }
            cursor += 1
        }
    }

    /// The value of a column, from 0; nil when the record has no such column or the bytes are not UTF-8.
    package func text(_ column: Int) -> String? {
        guard fields.indices.contains(column) else { return nil }
        let field = fields[column]
        guard field.hasDoubledQuotes else { return String(validating: bytes[field.start..<field.end], as: UTF8.self) }
        var single: [UInt8] = []
        var place = field.start
        while place < field.end {
            single.append(bytes[place])
            place += bytes[place] == Self.quote ? 2 : 1
        }
        return String(validating: single, as: UTF8.self)
    }

    func isEmpty(_ column: Int) -> Bool {
        !fields.indices.contains(column) || fields[column].start == fields[column].end
    }

    /// The whole number that a column has and nothing else; nil when it is none. No text is made on the way: most
    /// values of a large file are numbers.
    func integer(_ column: Int) -> Int? {
        guard fields.indices.contains(column) else { return nil }
        var place = fields[column].start
        let end = fields[column].end
        let isNegative = place < end && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        guard place < end else { return nil }
        var value = 0
        while place < end {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLargeNow) = tens.addingReportingOverflow(Int(digit))
            guard !isTooLarge, !isTooLargeNow else { return nil }
            value = sum
            place += 1
        }
        return isNegative ? -value : value
    }
}

extension CSVReader {
    private func isCRLF(_ place: Int) -> Bool {
        bytes[place] == Self.carriageReturn && place + 1 < bytes.count && bytes[place + 1] == Self.lineFeed
    }

    /// Takes the line break at the cursor.
    private mutating func endLine() {
        cursor += bytes[cursor] == Self.carriageReturn ? 2 : 1
        cursorLine += 1
    }

    /// The first place of a byte in a range, or the end of the range. By the C library: a file has a hundred million
    /// bytes, and a loop over them takes most of a minute in a debug build.
    private func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            guard start < end, let base = buffer.baseAddress,
                let found = memchr(base + start, Int32(byte), end - start)
            else { return end }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func takePlain() {
        if breakAhead < cursor { breakAhead = first(Self.lineFeed, from: cursor, to: bytes.count) }
        let start = cursor
        cursor = first(separator, from: start, to: breakAhead)
        if cursor == breakAhead, cursor > start, cursor < bytes.count, isCRLF(cursor - 1) { cursor -= 1 }
        fields.append(Field(start: start, end: cursor, hasDoubledQuotes: false))
    }

    private mutating func takeQuoted() throws(Fault) {
        let start = cursor + 1
        var hasDoubledQuotes = false
        cursor = first(Self.quote, from: start, to: bytes.count)
        while cursor + 1 < bytes.count, bytes[cursor + 1] == Self.quote {
            hasDoubledQuotes = true
            cursor = first(Self.quote, from: cursor + 2, to: bytes.count)
        }
        // Still the line in which the mark stands: that is where somebody looks for it.
        guard cursor < bytes.count else { throw .openQuote }
        fields.append(Field(start: start, end: cursor, hasDoubledQuotes: hasDoubledQuotes))
        cursorLine += bytes[start..<cursor].count { $0 == Self.lineFeed }
        cursor += 1
        guard cursor < bytes.count else { return }
        guard bytes[cursor] == separator || bytes[cursor] == Self.lineFeed || isCRLF(cursor) else {
            throw .textAfterQuote
        }
    }
}
