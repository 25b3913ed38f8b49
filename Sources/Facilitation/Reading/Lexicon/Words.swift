/// A line taken apart into words, numbers, marks and emoji, each with its place in the text.
struct Words: Sendable {
    /// A plain value, as a line is little else than an array of these.
    struct Word: Sendable, BitwiseCopyable {
        enum Kind: UInt8, Sendable { case word, number, mark, emoji }
        /// Folded: lower case, no accents, no apostrophes. For a mark, the mark.
        var key: WordKey
        /// The number of this word in the lexicon, or `Lexicon.unknown`.
        var number: Int32
        /// What may begin with this word.
        var cues: Lexicon.Cues = []
        /// Byte offsets in the text.
        var start: Int32
        var end: Int32
        var kind: Kind
        /// Inside quotation marks, or on a line that starts with `>`.
        var isQuoted = false
        /// A `#` stands before it.
        var hasHash = false
        /// Joined to the next word by a hyphen, as in *90-day*.
        var isGlued = false
        /// It ends in an apostrophe and an s.
        var isPossessive = false
        var isCapital = false
        /// A mark after which another clause or another sentence begins; a hyphen or slash does not part.
        var endsClause = false
        var endsSentence = false
        /// What it does to an opinion, where it is a small word.
        var small: SmallMeaning?
        /// A phrase of small words starts here, so that *can't say* is one negation and not two.
        var startsSmall = false

        var isMark: Bool { kind == .mark }
        func isMark(_ mark: WordKey) -> Bool { kind == .mark && key == mark }
        /// *we'll* is five bytes as typed, seven with a curly apostrophe; *well* is four.
        var isWeWill: Bool { key == "well" && [5, 7].contains(end - start) }
        /// *we'd*; not *Wed*, the day.
        var isWeWould: Bool { key == "wed" && [4, 6].contains(end - start) }
        var integer: Int? { kind == .number ? key.integer() : nil }
    }

    let text: String
    private(set) var all: [Word]
    /// The cues of all words of the line.
    let cues: Lexicon.Cues

    var count: Int { all.count }
    subscript(index: Int) -> Word { all[index] }

    /// The word at an index, or nil beyond either end.
    func at(_ index: Int) -> Word? { all.indices.contains(index) ? all[index] : nil }
    func key(_ index: Int) -> WordKey { all.indices.contains(index) ? all[index].key : .empty }
    /// The folded word, however long.
    func text(_ index: Int) -> String {
        all[index].key.text ?? Folding.folded(slice(bytes: Int(all[index].start)..<Int(all[index].end)))
    }
    /// The name that a word may be: a possessive is the name and an s.
    func nameKey(_ index: Int) -> WordKey {
        let word = all[index]
        guard word.isPossessive else { return word.key }
        return word.key.dropLast() ?? WordKey(text(index).dropLast())
    }

    // One field of a word, without a copy of the whole word.
    func number(_ index: Int) -> Int32 { all[index].number }
    func cues(_ index: Int) -> Lexicon.Cues { all[index].cues }
    func isQuoted(_ index: Int) -> Bool { all[index].isQuoted }

    /// - Parameter isGated: false to have every reader look, as though each of its cues were there.
    init(_ text: String, isGated: Bool = true) {
        self.text = text
        all = WordScanner.scan(text)
        Spellings.settle(&all)
        var cues: Lexicon.Cues = []
        var hasQuotes = false
        for index in all.indices {
            cues.formUnion(all[index].cues)
            if all[index].isMark, !all[index].endsClause {
                hasQuotes = hasQuotes || all[index].key == "\"" || all[index].key == "'" || all[index].key == ">"
            }
        }
        self.cues = isGated ? cues : cues.union(.every)
        if hasQuotes { markQuotations() }
        if cues.contains(.small) { markSmallWords() }
    }

    private mutating func markSmallWords() {
        var index = 0
        while index < all.count {
            guard let found = SmallWords.table.match(self, at: index) else {
                index += 1
                continue
            }
            for inside in found.range { all[inside].small = found.meaning }
            all[index].startsSmall = true
            index = found.range.upperBound
        }
    }

    /// The exact words of the text from one word to another, without marks and spaces at its ends. A bracket that is
    /// opened and closed among them belongs to them: *placements listed (0 of 60)*.
    func slice(_ range: Range<Int>) -> String {
        var low = range.lowerBound
        var high = min(range.upperBound, all.count)
        while low < high, all[low].isMark, !Words.openers.contains(all[low].key), !opensBracket(low, before: high) {
            low += 1
        }
        while high > low, all[high - 1].isMark, !Words.closers.contains(all[high - 1].key),
            !closesBracket(high - 1, from: low)
        {
            high -= 1
        }
        guard low < high else { return "" }
        if high < all.count, closesBracket(high, from: low) { high += 1 }
        return slice(bytes: Int(all[low].start)..<Int(all[high - 1].end))
    }

    /// *(0 of 60) is too low*: closed before the words end. A bracket around all of them is no part of them.
    private func opensBracket(_ index: Int, before high: Int) -> Bool {
        guard all[index].isMark("(") else { return false }
        var depth = 0
        for place in index..<high {
            if all[place].isMark("(") { depth += 1 }
            if all[place].isMark(")") { depth -= 1 }
            if depth == 0 { return (place..<high).contains { !all[$0].isMark } }
        }
        return false
    }

    private func closesBracket(_ index: Int, from low: Int) -> Bool {
        guard all[index].isMark(")") else { return false }
        var depth = 0
        for place in (low...index).reversed() {
            if all[place].isMark(")") { depth += 1 }
            if all[place].isMark("(") { depth -= 1 }
            if depth == 0 { return true }
        }
        return false
    }

    /// The sign of money that a number was typed with; folding leaves it out.
    func currency(before index: Int) -> String? {
        let start = Int(all[index].start)
        let view = text.utf8
        let signs = ["£", "€"]
        return signs.first { sign in
            start >= sign.utf8.count
                && view[view.index(view.startIndex, offsetBy: start - sign.utf8.count)...].starts(with: sign.utf8)
        }
    }

    private static let openers: [WordKey] = ["£", "\"", "'", "+"]
    private static let closers: [WordKey] = ["%", "\"", "'"]

    func slice(bytes: Range<Int>) -> String {
        let view = text.utf8
        let start = view.index(view.startIndex, offsetBy: bytes.lowerBound)
        let end = view.index(view.startIndex, offsetBy: bytes.upperBound)
        return String(text[start..<end])
    }

    /// Quotation marks: double ones, and single ones that open before a word and close after one.
    private mutating func markQuotations() {
        var opened: Int?
        var lineIsQuoted = false
        for index in all.indices {
            let word = all[index]
            if index == 0 || all[index - 1].isMark("\n") { lineIsQuoted = word.isMark(">") }
            if lineIsQuoted { all[index].isQuoted = true }
            guard word.isMark("\"") || word.isMark("'") else { continue }
            if let start = opened, all[start].key == word.key {
                for inside in start...index { all[inside].isQuoted = true }
                opened = nil
            } else if opened == nil {
                opened = index
            }
        }
    }

    /// Parts of the line between marks, without the marks; a hyphen or slash does not part.
    func clauses() -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for index in all.indices where all[index].endsClause {
            if index > start { parts.append(start..<index) }
            start = index + 1
        }
        if start < all.count { parts.append(start..<all.count) }
        return parts
    }

    static func endsClause(_ word: Word) -> Bool { word.endsClause }
    static func endsSentence(_ word: Word) -> Bool { word.endsSentence }
}

/// What the small words of a line do, by index.
struct SmallMeanings {
    private let words: [Words.Word]

    init(of words: Words) { self.words = words.all }
    subscript(index: Int) -> SmallMeaning? { words[index].small }
}
