/// Every word that any table of phrases uses, numbered, so that phrases are compared by numbers.
enum Lexicon {
    static let unknown = -1

    static func id(_ key: String) -> Int { numbers[key] ?? unknown }

    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for phrase in allPhrases {
            for word in phraseWords(phrase) where numbers[word] == nil { numbers[word] = numbers.count }
        }
        return numbers
    }()

    /// The folded words of a phrase in a table; apostrophes are left out, as they are in what people type.
    static func phraseWords(_ phrase: String) -> [String] {
        phrase.split(separator: " ").map(String.init)
    }

    private static var allPhrases: [String] {
        StanceWords.entries.map(\.phrase) + LevelWords.entries.map(\.phrase) + StageWords.entries.map(\.phrase)
            + CommandWords.entries.map(\.phrase) + TalkWords.entries.map(\.phrase) + OpeningWords.entries.map(\.phrase)
            + AskWords.entries.map(\.phrase) + SmallWords.entries.map(\.phrase) + ConfirmWords.entries.map(\.phrase)
    }
}

/// Phrases and what each of them means, found in a line by the longest that fits.
struct PhraseTable<Meaning: Sendable>: Sendable {
    struct Entry: Sendable {
        var phrase: String
        var meaning: Meaning
    }
    struct Found: Sendable {
        var meaning: Meaning
        /// Indices of the words found.
        var range: Range<Int>
    }
    private struct Compiled: Sendable {
        var ids: [Int]
        var meaning: Meaning
    }

    /// By the number of the first word; longest first.
    private var byFirst: [[Compiled]] = []

    init(_ entries: [Entry]) {
        for entry in entries {
            let ids = Lexicon.phraseWords(entry.phrase).map(Lexicon.id)
            guard let first = ids.first, first >= 0 else { continue }
            while byFirst.count <= first { byFirst.append([]) }
            byFirst[first].append(Compiled(ids: ids, meaning: entry.meaning))
        }
        for index in byFirst.indices {
            byFirst[index].sort { $0.ids.count > $1.ids.count }
        }
    }

    /// The longest phrase that starts at a word.
    func match(_ words: Words, at index: Int) -> Found? {
        let ids = words.ids
        guard index >= 0, index < ids.count, ids[index] >= 0, ids[index] < byFirst.count else { return nil }
        search: for candidate in byFirst[ids[index]] {
            guard index + candidate.ids.count <= ids.count else { continue }
            for step in candidate.ids.indices.dropFirst() where ids[index + step] != candidate.ids[step] {
                continue search
            }
            return Found(meaning: candidate.meaning, range: index..<index + candidate.ids.count)
        }
        return nil
    }

    /// All phrases in a range of words, from left to right, not overlapping.
    func all(in words: Words, _ range: Range<Int>, quoted: Bool = false) -> [Found] {
        var found: [Found] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let hit = match(words, at: index), hit.range.upperBound <= range.upperBound,
                quoted || !words[index].isQuoted
            {
                found.append(hit)
                index = hit.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    func first(in words: Words, _ range: Range<Int>) -> Found? {
        var index = range.lowerBound
        while index < range.upperBound {
            if !words[index].isQuoted, let hit = match(words, at: index), hit.range.upperBound <= range.upperBound {
                return hit
            }
            index += 1
        }
        return nil
    }
}

/// A row of a table of phrases.
func row<Meaning>(_ phrase: String, _ meaning: Meaning) -> PhraseTable<Meaning>.Entry {
    PhraseTable.Entry(phrase: phrase, meaning: meaning)
}
