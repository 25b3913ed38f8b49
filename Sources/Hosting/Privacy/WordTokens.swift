import Facilitation

/// One word of a text, folded for comparing.
struct WordToken {
    var folded: String
    var range: Range<String.Index>
    var isCapital: Bool
    var beginsSentence: Bool
}

enum WordTokens {
    /// The words of a text: runs of letters and digits. An apostrophe ends a word, so that *Ann's* names Ann.
    static func of(_ text: String) -> [WordToken] {
        var tokens: [WordToken] = []
        let scalars = text.unicodeScalars
        var position = scalars.startIndex
        var beginsSentence = true
        while position < scalars.endIndex {
            guard isOfWord(scalars[position]) else {
                if ".!?:\n".unicodeScalars.contains(scalars[position]) { beginsSentence = true }
                position = scalars.index(after: position)
                continue
            }
            let start = position
            while position < scalars.endIndex, isOfWord(scalars[position]) { position = scalars.index(after: position) }
            let folded = Folding.folded(String(scalars[start..<position]))
            guard !folded.isEmpty else { continue }
            tokens.append(
                WordToken(
                    folded: folded, range: start..<position, isCapital: !scalars[start].properties.isLowercase,
                    beginsSentence: beginsSentence))
            beginsSentence = false
        }
        return tokens
    }

    /// Whether a range, which is not empty, neither begins nor ends inside a word.
    static func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
        let scalars = text.unicodeScalars
        func joins(at index: String.Index) -> Bool {
            guard index > scalars.startIndex, index < scalars.endIndex else { return false }
            return isOfWord(scalars[scalars.index(before: index)]) && isOfWord(scalars[index])
        }
        return !joins(at: range.lowerBound) && !joins(at: range.upperBound)
    }

    /// Marks and what cannot be seen belong to the word they stand in, or a name could hide behind them.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return true
        default: return false
        }
    }
}

/// Puts other words where ranges of a text were.
struct TextCuts {
    private(set) var cuts: [(range: Range<String.Index>, by: String)] = []

    var isEmpty: Bool { cuts.isEmpty }

    mutating func add(_ range: Range<String.Index>, by replacement: String) { cuts.append((range, replacement)) }

    /// The text with its cuts; neighbours with the same replacement become one.
    func apply(to text: String) -> String {
        var made = ""
        var position = text.startIndex
        var last: String?
        for cut in cuts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard cut.range.upperBound > position else { continue }
            let between = position < cut.range.lowerBound ? text[position..<cut.range.lowerBound] : ""
            let isJoined = last == cut.by && between.allSatisfy { " .,-'’".contains($0) }
            if !isJoined { made += between + cut.by }
            position = cut.range.upperBound
            last = cut.by
        }
        return made + text[position...]
    }
}
