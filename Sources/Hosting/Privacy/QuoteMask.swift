import Facilitation

/// Finds in the lines of others what somebody said, so that their words do not live on in a quotation.
///
/// Two people often say the same few words, so in what people said a run of the same words counts as a quotation only
/// where it is long, where it stands in quotation marks, where the line says that somebody said it, or where nobody else
/// had used its words before. The bot has no words of its own to lose: in its lines short runs count too.
struct QuoteMask {
    static let erased = Entry.erasedWords
    /// As many words in a row are a quotation.
    private static let runOfPeople = 6
    private static let runOfBot = 4
    /// A whole saying of so many letters is one.
    private static let lettersOfPeople = 16
    private static let lettersOfBot = 5
    /// So many words that nobody else had used are one, wherever they stand.
    private static let ownWordsMin = 3
    /// A line with one of these words passes on what somebody said.
    private static let sayingWords: Set<String> = [
        "said", "says", "saying", "told", "tells", "wrote", "writes", "argued", "argues", "quote", "quotes", "quoted",
        "quoting", "mentioned", "mentions", "called", "calls", "claimed", "claims", "according", "words",
    ]

    private var runs: [Int: Set<String>] = [:]
    /// Whole sayings, by their number of words.
    private var sayings: [Int: Set<String>] = [:]
    /// Words that they said one after the other, two by two.
    private var pairs: Set<String> = []
    /// Words with a content that they were the first to use in the room.
    private var own: Set<String> = []
    private var usedByOthers: Set<String> = []

    /// What somebody else, or the bot, says.
    mutating func learnOthers(_ text: String) {
        for token in WordTokens.of(text) where !own.contains(token.folded) { usedByOthers.insert(token.folded) }
    }

    /// A line of theirs, whatever it is.
    mutating func learnWords(of line: String) {
        let words = WordTokens.of(line).map(\.folded)
        for word in words where ContentWords.isOne(word) && !usedByOthers.contains(word) { own.insert(word) }
        for (word, next) in zip(words, words.dropFirst()) { pairs.insert("\(word) \(next)") }
    }

    /// Something that they said, to be known as a whole and by its longer parts.
    mutating func learn(_ text: String) {
        for part in [text[...]] + text.split(whereSeparator: { ".!?;\n".contains($0) }) {
            let words = WordTokens.of(String(part)).map(\.folded)
            guard !words.isEmpty else { continue }
            sayings[words.count, default: []].insert(words.joined(separator: " "))
        }
        let words = WordTokens.of(text).map(\.folded)
        for length in [QuoteMask.runOfBot, QuoteMask.runOfPeople] where words.count >= length {
            for start in 0...(words.count - length) {
                runs[length, default: []].insert(words[start..<start + length].joined(separator: " "))
            }
        }
    }

    /// Whether a line says that it passes on what somebody said.
    static func passesOn(_ text: String) -> Bool {
        WordTokens.of(text).contains { sayingWords.contains($0.folded) }
    }

    /// - Parameter passesOn: whether the line that the text is a part of says that somebody said it.
    func masked(_ text: String, saidByBot: Bool, passesOn: Bool = false) -> String {
        let tokens = WordTokens.of(text)
        let words = tokens.map(\.folded)
        var cuts = TextCuts()
        func cut(_ range: Range<Int>) {
            let (first, last) = (tokens[range.lowerBound], tokens[range.upperBound - 1])
            cuts.add(first.range.lowerBound..<last.range.upperBound, by: QuoteMask.erased)
        }
        func look(_ length: Int, _ known: Set<String>, lettersMin: Int) {
            guard length > 0, words.count >= length else { return }
            for start in 0...(words.count - length) {
                let run = words[start..<start + length].joined(separator: " ")
                if run.utf8.count >= lettersMin, known.contains(run) { cut(start..<start + length) }
            }
        }
        let run = saidByBot ? QuoteMask.runOfBot : QuoteMask.runOfPeople
        look(run, runs[run] ?? [], lettersMin: QuoteMask.lettersOfPeople)
        let lettersMin = saidByBot ? QuoteMask.lettersOfBot : QuoteMask.lettersOfPeople
        for length in sayings.keys.sorted() where saidByBot || length >= 3 {
            look(length, sayings[length] ?? [], lettersMin: lettersMin)
        }
        if !saidByBot {
            let isPassedOn = passesOn || words.contains { QuoteMask.sayingWords.contains($0) }
            for range in shortQuotations(words, Quotations.tokens(tokens, in: text), isPassedOn) { cut(range) }
        }
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }

    /// Short runs of the person's words that are a quotation all the same.
    ///
    /// - Parameter quoted: which words stand in quotation marks together.
    private func shortQuotations(_ words: [String], _ quoted: [Range<Int>], _ isPassedOn: Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for run in runsOfTheirs(words, in: words.indices) {
            let own = words[run].count { self.own.contains($0) }
            let content = words[run].count { ContentWords.isOne($0) }
            let isQuotation = isPassedOn && own >= 1 && (run.count >= 3 || content >= 2)
            if isQuotation || own >= QuoteMask.ownWordsMin { found.append(run) }
        }
        for span in quoted {
            for run in runsOfTheirs(words, in: span) where run.count >= 2 || run == span {
                let own = words[run].count { self.own.contains($0) }
                if own >= 1 || words[run].count(where: { ContentWords.isOne($0) }) >= 2 { found.append(run) }
            }
        }
        return found
    }

    /// The longest runs of words that the person said in this order.
    private func runsOfTheirs(_ words: [String], in span: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = span.lowerBound
        for index in span {
            let isLast = index + 1 == span.upperBound
            if isLast || !pairs.contains("\(words[index]) \(words[index + 1])") {
                runs.append(start..<index + 1)
                start = index + 1
            }
        }
        return runs
    }

    /// Whether a line, without what was found to be a quotation, still passes on words that nobody else had used: too
    /// few of them to tell whose they are.
    func isDoubtful(_ text: String) -> Bool {
        let words = WordTokens.of(text).map(\.folded)
        let isMarked = !Quotations.ranges(in: text).isEmpty || words.contains { QuoteMask.sayingWords.contains($0) }
        return isMarked && words.contains { own.contains($0) }
    }
}

extension Quotations {
    /// The words that stand in quotation marks together.
    fileprivate static func tokens(_ tokens: [WordToken], in text: String) -> [Range<Int>] {
        ranges(in: text).compactMap { range in
            let inside = tokens.indices.filter {
                range.lowerBound <= tokens[$0].range.lowerBound && tokens[$0].range.upperBound <= range.upperBound
            }
            guard let first = inside.first, let last = inside.last else { return nil }
            return first..<last + 1
        }
    }
}
