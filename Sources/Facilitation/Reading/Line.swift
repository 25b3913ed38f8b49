/// A line being read: its words, what the small ones do, and what is going on.
final class Line {
    let words: Words
    /// What each small word does; nil for words with a content of their own.
    let small: SmallMeanings
    let context: ReadingContext
    let clauses: [Range<Int>]
    let names: NameFinder
    /// How many words there are, apart from marks and emoji.
    let wordCount: Int

    init(_ text: String, in context: consuming ReadingContext, isGated: Bool = true) {
        words = Words(text, isGated: isGated)
        small = SmallMeanings(of: words)
        clauses = words.clauses()
        names = NameFinder(words: words, members: context.members, speaker: context.speaker.id)
        var count = 0
        for index in words.all.indices where words.all[index].kind == .word || words.all[index].kind == .number {
            count += 1
        }
        wordCount = count
        self.context = context
    }

    func startsSmall(_ index: Int) -> Bool { words.all[index].startsSmall }

    var all: Range<Int> { 0..<words.count }
    var isFacilitator: Bool { context.role == .facilitator }

    /// Whether the sentence that holds a word is a question.
    func isQuestion(at index: Int) -> Bool {
        var place = index
        while place < words.count {
            if Words.endsSentence(words[place]) { return words[place].isMark("?") }
            place += 1
        }
        return false
    }

    /// Whether the last sentence ends in a question mark.
    var endsInQuestion: Bool {
        var place = words.count - 1
        while place >= 0 {
            if words[place].isMark("?") { return true }
            if words[place].isMark("!") || words[place].kind == .emoji {
                place -= 1
                continue
            }
            return false
        }
        return false
    }

    /// The first word after the sentence that holds this word.
    func sentenceEnd(_ index: Int) -> Int {
        var place = index
        while place < words.count, !Words.endsSentence(words[place]) { place += 1 }
        return place
    }

    func has(_ meaning: SmallMeaning, in range: Range<Int>) -> Bool {
        range.clamped(to: all).contains { small[$0] == meaning && !words[$0].isQuoted }
    }

    func first(_ meaning: SmallMeaning, in range: Range<Int>) -> Int? {
        range.clamped(to: all).first { small[$0] == meaning && !words[$0].isQuoted }
    }

    // What several readers look for, looked for once.

    private(set) lazy var openings = OpeningWords.table.all(in: words, all)
    private(set) lazy var levels = LevelWords.table.all(in: words, all)
    /// Opinions with what they are about, before they are weighed.
    private(set) lazy var positionGroups = mayTakePosition ? PositionReader(self).collect() : []

    /// Whether any words are there by which somebody takes a position; in most lines there are none.
    private var mayTakePosition: Bool {
        words.cues.contains(.turns) || words.cues.contains(.takings) && !names.isEmpty
            // *Not 38, dear*, *With Kwame on 16*
            || words.count > 1 && words[1].kind == .number && words[0].key == "not"
            || words.count > 3 && words[0].key == "with" && (!names.isEmpty || words[1].kind == .number)
            // *14 ask me tomorrow*, *on Una's I'd need the figures first*
            || words.count > 4 && words[0].key == "on" && words[words.count - 1].key == "first"
            || words.count > 2 && words[0].kind == .number && words[1].key == "ask" && words[2].key == "me"
            || StanceWords.table.first(in: words, all) != nil
    }

    /// The statement that was said just before, if it can be taken a position on by this speaker.
    var lastStatement: OpenStatement? {
        guard let last = context.last else { return nil }
        guard let statement = context.statements.find(last.entry), statement.by != context.speaker.id else {
            return nil
        }
        return statement
    }

    /// The words of a range without a leading *because* or *and*.
    func reason(_ range: Range<Int>) -> String {
        var low = range.lowerBound
        let high = min(range.upperBound, words.count)
        while low < high {
            let word = words[low]
            let isLead = small[low] == .reason || small[low] == .contrast || small[low] == .joint || word.isMark
            guard isLead || isFiller(low) || word.kind == .emoji else { break }
            if word.isMark, word.key == "\"" || word.key == "'" || word.key == "£" || word.key == "+" { break }
            low += 1
        }
        let hasContent = (low..<max(low, high)).contains {
            small[$0] != .neutral && !words[$0].isMark && words[$0].kind != .emoji
        }
        return hasContent ? words.slice(low..<high) : ""
    }

    /// *I'm afraid* leads up to a reason; *I'm a landlord* is one.
    private func isFiller(_ index: Int) -> Bool {
        guard words[index].key == "im" else { return Line.fillers.contains(words[index]) }
        return ["afraid", "sorry"].contains(words.key(index + 1))
    }

    private static let fillers = WordSet(
        """
        sorry afraid mind though frankly tbh as well so just mate please imo
        """)
}
