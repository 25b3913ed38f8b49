/// Every word that any table of phrases uses, numbered, so that phrases are compared by numbers.
struct Lexicon: Sendable {
    static let unknown = -1

    /// The tables of phrases: which of them a word can begin a phrase of is known with its number, so that a table is
    /// not looked through for a line without any of its first words.
    struct Tables: OptionSet, Sendable {
        let rawValue: UInt32
        static let stances = Tables(rawValue: 1 << 0)
        static let levels = Tables(rawValue: 1 << 1)
        static let stages = Tables(rawValue: 1 << 2)
        static let commands = Tables(rawValue: 1 << 3)
        static let talk = Tables(rawValue: 1 << 4)
        static let openings = Tables(rawValue: 1 << 5)
        static let questions = Tables(rawValue: 1 << 6)
        static let small = Tables(rawValue: 1 << 7)
        static let confirmations = Tables(rawValue: 1 << 8)

        // Single words without one of which a reader of whole lines has nothing to look for.
        static let meaning = Tables(rawValue: 1 << 9)
        static let proposing = Tables(rawValue: 1 << 10)
        static let area = Tables(rawValue: 1 << 11)
        static let more = Tables(rawValue: 1 << 12)
        static let turns = Tables(rawValue: 1 << 13)
        static let claims = Tables(rawValue: 1 << 14)
        static let honourifics = Tables(rawValue: 1 << 15)
        static let subjects = Tables(rawValue: 1 << 16)
        static let facts = Tables(rawValue: 1 << 17)
        static let meeting = Tables(rawValue: 1 << 18)
        static let imperatives = Tables(rawValue: 1 << 19)
        static let ownDoings = Tables(rawValue: 1 << 20)
        static let tagged = Tables(rawValue: 1 << 21)
        static let dissents = Tables(rawValue: 1 << 22)
        static let interests = Tables(rawValue: 1 << 23)
        static let concerns = Tables(rawValue: 1 << 24)
        static let ideas = Tables(rawValue: 1 << 25)
        static let evidence = Tables(rawValue: 1 << 26)
        static let takings = Tables(rawValue: 1 << 27)
    }

    static let shared = Lexicon([
        (.stances, StanceWords.entries.map(\.phrase)), (.levels, LevelWords.entries.map(\.phrase)),
        (.stages, StageWords.entries.map(\.phrase)), (.commands, CommandWords.entries.map(\.phrase)),
        (.talk, TalkWords.entries.map(\.phrase)), (.openings, OpeningWords.entries.map(\.phrase)),
        (.questions, AskWords.entries.map(\.phrase)), (.small, SmallWords.entries.map(\.phrase)),
        (.confirmations, ConfirmWords.entries.map(\.phrase)),
        (
            .meaning,
            phrases("mean, means, meaning, count, counts, definition, difference, differ, same, qualify, qualifies")
        ),
        (.proposing, phrases("propose, proposed, proposing, test, settle, position, proposal, suggest, put, putting")),
        (.area, ["area"]), (.more, phrases("more, another, extra, extend, longer, add")),
        (.turns, PositionReader.turnWords), (.takings, PositionReader.takings.words),
        (.claims, FalseConsensus.phrases),
        (.honourifics, FoldedName.honourifics.words), (.subjects, SubjectWords.subjects),
        (.facts, SubjectWords.facts.words), (.meeting, TalkReader.signWords),
        (.imperatives, TalkReader.imperatives.words),
        (.ownDoings, TalkReader.ownDoingWords), (.tagged, ["i", "we", "you"]),
        (.dissents, OpeningReader.dissents.words), (.interests, ["interest", "conflict"]),
        (.concerns, StatementKindWords.concerns), (.ideas, StatementKindWords.ideas),
        (.evidence, StatementKindWords.evidence),
    ])

    private(set) var keys: [String] = []
    private var starts: [Tables] = []
    /// The bytes of all keys, one after another, and where each begins and ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Open addressing: a number or -1.
    private var slots: [Int32]
    private let mask: Int

    private init(_ phrases: [(table: Tables, phrases: [String])]) {
        let words = phrases.flatMap { $0.phrases.flatMap(Lexicon.words) }
        var size = 8
        while size < 2 * words.count { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
        for word in words { add(word) }
        for (table, phrases) in phrases {
            for phrase in phrases {
                if let first = Lexicon.words(of: phrase).first { starts[number(first)].insert(table) }
            }
        }
    }

    private mutating func add(_ word: String) {
        var slot = Int(truncatingIfNeeded: WordHash.of(word)) & mask
        while slots[slot] >= 0 {
            if keys[Int(slots[slot])] == word { return }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(keys.count)
        keys.append(word)
        bytes += Array(word.utf8)
        ends.append(bytes.count)
        starts.append([])
    }

    /// The number of a folded word, or `unknown`.
    func number(_ key: String) -> Int { number(key, hash: WordHash.of(key)) }

    private func number(_ key: String, hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
            slot = (slot + 1) & mask
        }
        return Lexicon.unknown
    }

    /// The number of a folded word given by its bytes, or `unknown`.
    func number(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            let start = ends[number]
            if ends[number + 1] - start == word.count {
                var index = 0
                while index < word.count, bytes[start + index] == word[index] { index += 1 }
                if index == word.count { return number }
            }
            slot = (slot + 1) & mask
        }
        return Lexicon.unknown
    }

    /// The tables in which a phrase begins with the word of this number.
    func tables(startedBy number: Int) -> Tables { number < 0 ? [] : starts[number] }

    /// The folded words of a phrase in a table; apostrophes are left out, as they are in what people type.
    static func words(of phrase: String) -> [String] {
        phrase.split(separator: " ").map(String.init)
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
        var numbers: [Int]
        var meaning: Meaning
    }

    private let table: Lexicon.Tables
    /// By the number of the first word; longest first.
    private var byFirst: [[Compiled]] = []

    init(_ table: Lexicon.Tables, _ entries: [Entry]) {
        self.table = table
        for entry in entries {
            let numbers = Lexicon.words(of: entry.phrase).map { Lexicon.shared.number($0) }
            guard let first = numbers.first, first >= 0 else { continue }
            while byFirst.count <= first { byFirst.append([]) }
            byFirst[first].append(Compiled(numbers: numbers, meaning: entry.meaning))
        }
        for index in byFirst.indices {
            byFirst[index].sort { $0.numbers.count > $1.numbers.count }
        }
    }

    /// The longest phrase that starts at a word.
    func match(_ words: Words, at index: Int) -> Found? {
        guard index >= 0, index < words.count, words.starts(at: index).contains(table) else { return nil }
        search: for candidate in byFirst[words.number(index)] {
            let count = candidate.numbers.count
            guard index + count <= words.count else { continue }
            var step = 1
            while step < count {
                if words.number(index + step) != candidate.numbers[step] { continue search }
                step += 1
            }
            return Found(meaning: candidate.meaning, range: index..<index + count)
        }
        return nil
    }

    /// All phrases in a range of words, from left to right, not overlapping.
    func all(in words: Words, _ range: Range<Int>, quoted: Bool = false) -> [Found] {
        guard words.starts.contains(table) else { return [] }
        var found: [Found] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let hit = match(words, at: index), hit.range.upperBound <= range.upperBound,
                quoted || !words.isQuoted(index)
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
        guard words.starts.contains(table) else { return nil }
        var index = range.lowerBound
        while index < range.upperBound {
            if !words.isQuoted(index), let hit = match(words, at: index), hit.range.upperBound <= range.upperBound {
                return hit
            }
            index += 1
        }
        return nil
    }
}

/// The phrases of a text, with commas between them.
func phrases(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "\n" }.map { String($0).trimmed }.filter { !$0.isEmpty }
}

/// A row of a table of phrases.
func row<Meaning>(_ phrase: String, _ meaning: Meaning) -> PhraseTable<Meaning>.Entry {
    PhraseTable.Entry(phrase: phrase, meaning: meaning)
}
