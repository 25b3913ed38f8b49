/// A word as it was written, with the punctuation that touches it.
struct Token {
    /// As written.
    var text: String
    /// The word's number in the ``Vocabulary``; nil for punctuation alone.
    var word: Int?
    /// How many words a reader would count: "kick-off" has two.
    var wordCount: Int
    /// The line it stands in, counted from 1.
    var line: Int
    var ending: Ending
    /// True when it begins with a capital letter.
    var isCapital: Bool
    /// True when no space follows, as before and after a long dash.
    var isGlued: Bool

    enum Ending: Sendable { case none, comma, stop, question, dash }

    var endsSentence: Bool { ending == .stop || ending == .question }
}

/// Cuts a line into tokens.
struct Tokenizer {
    var vocabulary = Vocabulary()

    mutating func tokens(of text: Substring.UTF8View, line: Int) -> [Token] {
        var tokens: [Token] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let byte = text[index]
            if byte <= 0x20 || byte == 0x7F {
                if start < index { append(text[start..<index], line, glued: false, to: &tokens) }
                index = text.index(after: index)
                start = index
            } else if byte == 0xE2, let end = Tokenizer.endOfDash(text, at: index) {
                let hasSpace = end == text.endIndex || text[end] <= 0x20
                append(text[start..<end], line, glued: !hasSpace, to: &tokens)
                index = end
                start = end
            } else {
                index = text.index(after: index)
            }
        }
        if start < index { append(text[start..<index], line, glued: false, to: &tokens) }
        return tokens
    }

    /// The long dashes are three bytes, E2 80 93 and E2 80 94.
    private static func endOfDash(_ text: Substring.UTF8View, at index: Substring.UTF8View.Index) -> String.Index? {
        guard let second = text.index(index, offsetBy: 1, limitedBy: text.endIndex), second < text.endIndex,
            text[second] == 0x80
        else { return nil }
        let third = text.index(after: second)
        guard third < text.endIndex, text[third] == 0x93 || text[third] == 0x94 else { return nil }
        return text.index(after: third)
    }

    private mutating func append(_ part: Substring.UTF8View, _ line: Int, glued: Bool, to tokens: inout [Token]) {
        let bytes = Array(part)
        let core = Tokenizer.core(of: bytes)
        var token = Token(
            text: String(decoding: bytes, as: UTF8.self), word: nil, wordCount: 0, line: line,
            ending: Tokenizer.ending(of: bytes[core.upperBound...]), isCapital: false, isGlued: glued)
        if core.isEmpty {
            // Punctuation that stands alone belongs to the word before it.
            if token.ending != .none, let last = tokens.indices.last, tokens[last].line == line {
                tokens[last].ending = token.ending
            }
        } else {
            token.isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[core.lowerBound])
            token.word = vocabulary.number(of: Tokenizer.lowercased(bytes[core]))
            token.wordCount = WordCount.of(bytes[core])
        }
        tokens.append(token)
    }

    private static func lowercased(_ core: ArraySlice<UInt8>) -> String {
        guard core.allSatisfy({ $0 < 0x80 }) else {
            var plain: [UInt8] = []
            var index = core.startIndex
            while index < core.endIndex {
                let isApostrophe = core[index...].starts(with: [0xE2, 0x80, 0x99])
                plain.append(isApostrophe ? UInt8(ascii: "'") : core[index])
                index += isApostrophe ? 3 : 1
            }
            return String(decoding: plain, as: UTF8.self).lowercased()
        }
        return String(
            decoding: core.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// The bytes without the punctuation at both ends.
    private static func core(of bytes: [UInt8]) -> Range<Int> {
        var range = bytes.indices
        while let count = markLength(bytes[range]) { range = (range.lowerBound + count)..<range.upperBound }
        while let last = range.last {
            if isASCIIMark(bytes[last]) {
                range = range.lowerBound..<last
            } else if range.count >= 3, bytes[last - 2] == 0xE2, bytes[last - 1] == 0x80 {
                range = range.lowerBound..<(last - 2)
            } else {
                break
            }
        }
        return range
    }

    /// The length of a punctuation mark at the start; E2 80 begins the curly quotes, dashes and the ellipsis.
    private static func markLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if isASCIIMark(first) { return 1 }
        return bytes.count >= 3 && bytes.starts(with: [0xE2, 0x80]) ? 3 : nil
    }

    private static func isASCIIMark(_ byte: UInt8) -> Bool { byte < 0x80 && !WordCount.isLetterOrDigit(byte) }

    private static func ending(of marks: ArraySlice<UInt8>) -> Token.Ending {
        if marks.contains(UInt8(ascii: "?")) { return .question }
        let isCutOff = marks.starts(with: [0xE2, 0x80]) && marks.count >= 3 && marks[marks.startIndex + 2] < 0x95
        if isCutOff || marks.first == UInt8(ascii: "-") { return marks.last == UInt8(ascii: ".") ? .stop : .dash }
        if marks.contains(UInt8(ascii: ".")) || marks.contains(UInt8(ascii: "!")) { return .stop }
        if marks.count >= 3, marks.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) { return .stop }
        let comma = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")]
        return marks.contains(where: comma.contains) ? .comma : .none
    }
}

/// How many words a text has, as a reader counts them: runs of letters and digits, apostrophes included.
enum WordCount {
    static func of(_ text: some Collection<UInt8>) -> Int {
        var count = 0
        var isInside = false
        // E2 80 begins the curly quotes, the long dashes and the ellipsis; E2 80 99 is the curly apostrophe.
        var marks = 0
        for byte in text {
            if byte == 0xE2 && marks == 0 {
                marks = 1
            } else if marks == 1 && byte == 0x80 {
                marks = 2
            } else if marks == 2 {
                if byte != 0x99 { isInside = false }
                marks = 0
            } else if isLetterOrDigit(byte) {
                if !isInside { count += 1 }
                isInside = true
                marks = 0
            } else if byte != UInt8(ascii: "'") {
                isInside = false
            }
        }
        return count
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }
}
