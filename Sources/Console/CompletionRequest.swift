/// A question for completions, asked when the TAB key is struck.
public struct CompletionRequest: Sendable, Equatable {
    /// The line up to the cursor.
    public let line: String
    /// Where the word before the cursor begins: after the last space, or at the start of the line.
    public let wordStart: String.Index
    /// The word before the cursor, which the answer replaces. May be empty.
    public var word: String { String(line[wordStart...]) }
    /// What stands before the word.
    public var preceding: String { String(line[..<wordStart]) }

    /// - Parameters:
    ///   - wordStart: offset of the word in UTF-8 bytes; moved to the nearest character if it lies outside or
    ///     within one.
    public init(line: String, wordStart: Int) {
        self.line = line
        let offset = max(0, min(wordStart, line.utf8.count))
        self.wordStart = line[...].utf8.index(line.startIndex, offsetBy: offset)
    }
}
