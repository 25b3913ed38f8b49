/// Somebody whom a line can name.
public struct Person: Sendable, Hashable {
    public var id: String
    public var name: String { didSet { folded = FoldedName(name) } }
    /// Made once, so that a room of hundreds is not folded again for each line.
    private(set) var folded: FoldedName

    public init(id: String, name: String) {
        self.id = id
        self.name = name
        self.folded = FoldedName(name)
    }
}

/// The people of a room, ready to be looked for in a line.
public struct Roster: Sendable, Hashable {
    public private(set) var people: [Person]
    /// Every first and last name: a word that is none of them names nobody.
    private var nameWords: WordSet

    public init(_ people: [Person]) {
        self.people = people
        nameWords = Roster.nameWords(of: people)
    }

    public static func == (left: Roster, right: Roster) -> Bool { left.people == right.people }
    public func hash(into hasher: inout Hasher) { hasher.combine(people) }

    func index(id: String) -> Int? { people.firstIndex { $0.id == id } }

    @discardableResult
    mutating func add(_ person: Person) -> Int {
        people.append(person)
        nameWords = Roster.nameWords(of: people)
        return people.count - 1
    }

    mutating func change(_ index: Int, id: String, name: String) {
        guard people[index].id != id || people[index].name != name else { return }
        people[index] = Person(id: id, name: name)
        nameWords = Roster.nameWords(of: people)
    }

    func mayName(_ word: Words.Word) -> Bool {
        nameWords.contains(word) || word.isPossessive && nameWords.contains(String(word.key.dropLast()))
    }

    private static func nameWords(of people: [Person]) -> WordSet {
        WordSet(words: people.flatMap { [$0.folded.words.first, $0.folded.words.last].compactMap(\.self) })
    }
}
