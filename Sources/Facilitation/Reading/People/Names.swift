/// A name folded for comparing: its words without the title.
struct FoldedName: Sendable, Hashable {
    var words: [String]
    /// The title, folded: *dr*, *cllr*.
    var honourific: String?

    init(_ name: String) {
        var words = Folding.folded(name).split(separator: " ").map(String.init)
        honourific = nil
        if words.count > 1, let first = words.first, PersonTitles.isOne(first) {
            honourific = PersonTitles.form(first)
            words.removeFirst()
        }
        self.words = words
    }

    /// First names that are also words; they are names only with a capital.
    static let alsoWords = WordSet(
        """
        will may mark grace hope bill sue pat dawn april june rose art drew jack rob mo faith joy guy frank rich
        ray penny ivy josh gene jean don ken miles chase dean earl summer august victor nick mike harry an so do
        he me in more long young day white brown green black bank may read hill wood stone price law lane moss
        short small best page
        """)
}

/// Finds the people named in a line.
struct NameFinder {
    struct Found {
        /// The people who may be meant: one when it is clear.
        var people: [Person]
        var range: Range<Int>
        var isPossessive: Bool
    }

    /// What words name, looked up once for a line: only those that name somebody, with their indices.
    private let found: [(index: Int, name: Found)]

    /// - Parameter speaker: the id of whoever wrote the line.
    init(words: Words, members: Roster, speaker: String) {
        let search = NameSearch(members: members, speaker: speaker)
        var found: [(index: Int, name: Found)] = []
        for index in words.all.indices where words.all[index].kind == .word {
            guard
                members.mayBegin(with: words.nameKey(index))
                    || words.cues(index).contains(.honourifics), let name = search.match(words, at: index)
            else { continue }
            found.append((index, name))
        }
        self.found = found
    }

    /// Whether the line names nobody.
    var isEmpty: Bool { found.isEmpty }

    /// The person or people named at a word of the line.
    func match(_ index: Int) -> Found? { found.isEmpty ? nil : found.first { $0.index == index }?.name }
}

/// Looks for the members of a room among words.
private struct NameSearch {
    typealias Found = NameFinder.Found
    let members: Roster
    let speaker: String

    func match(_ words: Words, at index: Int) -> Found? {
        matchTitle(words, at: index) ?? matchName(words, at: index)
    }

    private func matchName(_ words: Words, at index: Int) -> Found? {
        let key = words.nameKey(index)
        if FoldedName.alsoWords.contains(key), !words[index].isCapital { return nil }
        var best: (length: Int, people: [Person]) = (0, [])
        let people = members.people
        for candidate in people.indices where members.mayBegin(candidate, with: key) {
            guard let length = length(of: people[candidate].folded, words, at: index, key: key), length >= best.length
            else { continue }
            if length > best.length { best = (length, []) }
            best.people.append(people[candidate])
        }
        guard best.length > 0 else { return nil }
        let last = index + best.length - 1
        return Found(people: best.people, range: index..<index + best.length, isPossessive: words[last].isPossessive)
    }

    /// How many words of the line are this person's name.
    private func length(of name: FoldedName, _ words: Words, at index: Int, key: WordKey) -> Int? {
        guard let first = name.words.first, let last = name.words.last else { return nil }
        guard key == WordKey(first) else { return name.words.count > 1 && key == WordKey(last) ? 1 : nil }
        var length = 1
        while length < name.words.count, let next = words.at(index + length), next.kind == .word,
            words.nameKey(index + length) == WordKey(name.words[length])
        {
            length += 1
        }
        if length == 1, name.words.count > 1, let next = words.at(index + 1), next.kind == .word, next.isCapital,
            words.nameKey(index + 1).count == 1, last.utf8.first == words.nameKey(index + 1).first
        {
            length = 2
        }
        return length
    }

    /// *the councillor*, *Councillor*, *Dr Patel*.
    private func matchTitle(_ words: Words, at index: Int) -> Found? {
        let key = words[index].key
        guard PersonTitles.words.contains(key) else { return nil }
        if let named = words.at(index + 1).flatMap({ _ in matchName(words, at: index + 1) }) {
            return Found(
                people: named.people, range: index..<named.range.upperBound, isPossessive: named.isPossessive)
        }
        let title = PersonTitles.form(words.text(index))
        let people = members.people.filter { $0.folded.honourific == title && $0.id != speaker }
        guard !people.isEmpty else { return nil }
        return Found(people: people, range: index..<index + 1, isPossessive: words[index].isPossessive)
    }
}
