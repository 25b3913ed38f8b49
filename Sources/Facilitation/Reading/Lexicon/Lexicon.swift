/// Every word that any table of phrases uses, numbered, so that phrases are compared by numbers.
struct Lexicon: Sendable {
    static let unknown: Int32 = -1

    /// What a word can begin: a phrase of a table, or something that one reader looks for. It is known with the word's
    /// number, so that nothing is looked for in a line without any of its first words.
    struct Cues: OptionSet, Sendable {
        let rawValue: UInt32
        static let stances = Cues(rawValue: 1 << 0)
        static let levels = Cues(rawValue: 1 << 1)
        static let stages = Cues(rawValue: 1 << 2)
        static let commands = Cues(rawValue: 1 << 3)
        static let talk = Cues(rawValue: 1 << 4)
        static let openings = Cues(rawValue: 1 << 5)
        static let questions = Cues(rawValue: 1 << 6)
        static let small = Cues(rawValue: 1 << 7)
        static let confirmations = Cues(rawValue: 1 << 8)

        // Single words without one of which a reader of whole lines has nothing to look for.
        static let meaning = Cues(rawValue: 1 << 9)
        static let proposing = Cues(rawValue: 1 << 10)
        static let area = Cues(rawValue: 1 << 11)
        static let more = Cues(rawValue: 1 << 12)
        static let turns = Cues(rawValue: 1 << 13)
        static let claims = Cues(rawValue: 1 << 14)
        static let honourifics = Cues(rawValue: 1 << 15)
        static let subjects = Cues(rawValue: 1 << 16)
        static let facts = Cues(rawValue: 1 << 17)
        static let meeting = Cues(rawValue: 1 << 18)
        static let imperatives = Cues(rawValue: 1 << 19)
        static let ownDoings = Cues(rawValue: 1 << 20)
        static let tagged = Cues(rawValue: 1 << 21)
        static let dissents = Cues(rawValue: 1 << 22)
        static let interests = Cues(rawValue: 1 << 23)
        static let concerns = Cues(rawValue: 1 << 24)
        static let ideas = Cues(rawValue: 1 << 25)
        static let evidence = Cues(rawValue: 1 << 26)
        static let takings = Cues(rawValue: 1 << 27)
        static let met = Cues(rawValue: 1 << 28)
        static let returns = Cues(rawValue: 1 << 29)
        static let records = Cues(rawValue: 1 << 30)
        static let progress = Cues(rawValue: 1 << 31)

        /// To look everywhere; evidence is not looked for, as its words are all there is to it.
        static let every = Cues(rawValue: .max).subtracting(.evidence)
    }

    static let shared = Lexicon([
        (.stances, StanceWords.entries.map(\.phrase)), (.levels, LevelWords.entries.map(\.phrase)),
        (.stages, StageWords.entries.map(\.phrase)), (.commands, CommandWords.entries.map(\.phrase)),
        (.talk, TalkWords.entries.map(\.phrase)), (.openings, OpeningWords.entries.map(\.phrase)),
        (.questions, AskWords.entries.map(\.phrase)), (.small, SmallWords.entries.map(\.phrase)),
        (.confirmations, ConfirmWords.entries.map(\.phrase)), (.met, MetWords.entries.map(\.phrase)),
        (.returns, ReturnWords.entries.map(\.phrase)), (.progress, ProgressWords.entries.map(\.phrase)),
        (
            .meaning,
            phrases(
                """
                mean, means, meaning, count, counts, definition, difference, differ, same, qualify, qualifies,
                separates, separate, distinguishes, distinguish
                """)
        ),
        (.proposing, phrases("propose, proposed, proposing, test, settle, position, proposal, suggest, put, putting")),
        (.area, ["area"]), (.more, phrases("more, another, extra, extend, longer, add")),
        (.turns, PositionReader.turnWords + PositionReader.changeWords), (.takings, PositionReader.takings.words),
        (.claims, FalseConsensus.phrases),
        (.honourifics, PersonTitles.words.words), (.subjects, SubjectWords.subjects),
        (.facts, SubjectWords.facts.words), (.meeting, TalkReader.signWords),
        (.imperatives, TalkReader.imperatives.words),
        (.ownDoings, TalkReader.ownDoingWords), (.tagged, ["i", "we", "you"]),
        (.dissents, DissentReader.ownDissents.words), (.records, DissentReader.requestWords),
        (.interests, OpeningReader.interestWords),
        (.concerns, StatementKindWords.concerns), (.ideas, StatementKindWords.ideas),
        (.evidence, StatementKindWords.evidence),
    ])

    struct Known: Sendable, BitwiseCopyable {
        var number: Int32
        var cues: Cues
        static let none = Known(number: Lexicon.unknown, cues: [])
    }
    private struct Slot: Sendable, BitwiseCopyable {
        var key = WordKey.empty
        var known = Known.none
    }

    /// Every word, by its number.
    private(set) var words: [String] = []
    /// Open addressing; a slot without a number is free.
    private var slots: [Slot]
    private let mask: Int

    private init(_ cues: [(cue: Cues, phrases: [String])]) {
        let words = cues.flatMap { $0.phrases.flatMap(Lexicon.words) }
        var size = 8
        while size < 4 * words.count { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
        for word in words { add(word) }
        for (cue, phrases) in cues {
            for phrase in phrases {
                if let first = Lexicon.words(of: phrase).first {
                    slots[slot(of: WordKey(first))].known.cues.insert(cue)
                }
            }
        }
    }

    private mutating func add(_ word: String) {
        let key = WordKey(word)
        let slot = slot(of: key)
        guard slots[slot].known.number == Lexicon.unknown else { return }
        slots[slot] = Slot(key: key, known: Known(number: Int32(words.count), cues: []))
        words.append(word)
    }

    /// The slot that has the word, or in which it would stand.
    @inline(__always)
    private func slot(of key: WordKey) -> Int {
        var slot = Int(truncatingIfNeeded: key.hash) & mask
        while slots[slot].known.number >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    /// What is known of a folded word.
    func known(_ key: WordKey) -> Known { slots[slot(of: key)].known }
    func knows(_ key: WordKey) -> Bool { known(key).number != Lexicon.unknown }

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
        /// Where its words after the first stand in `numbers`.
        var rest: Range<Int>
        var meaning: Meaning
    }

    /// The phrases that begin with one word.
    private struct Group: Sendable {
        /// Where they stand in `compiled`, longest first.
        var places: Range<Int>
        /// A bit for each second word: *a* begins a hundred phrases, and seldom one of these.
        var seconds: UInt64 = 0
        /// Whether the word alone is one of them; it is the last.
        var hasSingle = false
    }

    private let cue: Lexicon.Cues
    /// By the number of the first word.
    private var groups: [Group] = []
    private var compiled: [Compiled] = []
    private var numbers: [Int32] = []

    init(_ cue: Lexicon.Cues, _ entries: [Entry]) {
        self.cue = cue
        var byFirst: [[(numbers: [Int32], meaning: Meaning)]] = []
        for entry in entries {
            let numbers = Lexicon.words(of: entry.phrase).map { Lexicon.shared.known(WordKey($0)).number }
            guard let first = numbers.first, first >= 0 else { continue }
            while byFirst.count <= first { byFirst.append([]) }
            byFirst[Int(first)].append((numbers, entry.meaning))
        }
        for phrases in byFirst {
            var group = Group(places: compiled.count..<compiled.count + phrases.count)
            for phrase in phrases.sorted(by: { $0.numbers.count > $1.numbers.count }) {
                if phrase.numbers.count > 1 {
                    group.seconds |= PhraseTable.bit(phrase.numbers[1])
                } else {
                    group.hasSingle = true
                }
                let rest = numbers.count..<numbers.count + phrase.numbers.count - 1
                numbers += phrase.numbers.dropFirst()
                compiled.append(Compiled(rest: rest, meaning: phrase.meaning))
            }
            groups.append(group)
        }
    }

    @inline(__always)
    private static func bit(_ number: Int32) -> UInt64 { 1 &<< (UInt64(truncatingIfNeeded: number) & 63) }

    /// The longest phrase that starts at a word.
    func match(_ words: Words, at index: Int) -> Found? {
        guard index >= 0, index < words.count, words.cues(index).contains(cue) else { return nil }
        let group = groups[Int(words.number(index))]
        let second = index + 1 < words.count ? words.number(index + 1) : Lexicon.unknown
        guard second >= 0, group.seconds & PhraseTable.bit(second) != 0 else {
            guard group.hasSingle else { return nil }
            return Found(meaning: compiled[group.places.upperBound - 1].meaning, range: index..<index + 1)
        }
        search: for place in group.places {
            let rest = compiled[place].rest
            guard index + rest.count < words.count else { continue }
            var next = index + 1
            for step in rest {
                if words.number(next) != numbers[step] { continue search }
                next += 1
            }
            return Found(meaning: compiled[place].meaning, range: index..<next)
        }
        return nil
    }

    /// All phrases in a range of words, from left to right, not overlapping.
    func all(in words: Words, _ range: Range<Int>, quoted: Bool = false) -> [Found] {
        guard words.cues.contains(cue) else { return [] }
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
        guard words.cues.contains(cue) else { return nil }
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
