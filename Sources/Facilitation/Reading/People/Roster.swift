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

/// What somebody is called when they are spoken to: the words of the name from the first name on.
struct SpokenName: Sendable {
    let words: [String]
    /// The same words for comparing.
    let folded: [String]

    init(_ name: String) {
        let first = Names.firstName(of: name)
        let fromFirst = name.split(separator: " ").map(String.init).drop { $0 != first }
        words = fromFirst.isEmpty ? [name] : Array(fromFirst)
        folded = words.map(Names.fold)
    }
}

/// The people of a room, ready to be looked for in a line. One reference, because every line that is read carries it along.
public struct Roster: Sendable, Hashable {
    private final class Storage: Sendable {
        let people: [Person]
        let spokenNames: [SpokenName]
        /// Everybody's first and last name, two a person.
        let ends: [WordKey]
        let names: WordSet

        init(_ people: [Person], _ spokenNames: [SpokenName]) {
            self.people = people
            self.spokenNames = spokenNames
            let ends = people.flatMap { [$0.folded.words.first ?? "", $0.folded.words.last ?? ""] }
            self.ends = ends.map { WordKey($0) }
            names = WordSet(words: ends)
        }
    }
    private var storage: Storage

    public init(_ people: [Person]) { storage = Storage(people, people.map { SpokenName($0.name) }) }

    public var people: [Person] { storage.people }
    /// In the order of `people`.
    var spokenNames: [SpokenName] { storage.spokenNames }

    public static func == (left: Roster, right: Roster) -> Bool {
        left.storage === right.storage || left.people == right.people
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(people) }

    func index(id: String) -> Int? { people.firstIndex { $0.id == id } }

    @discardableResult
    mutating func add(_ person: Person) -> Int {
        storage = Storage(people + [person], spokenNames + [SpokenName(person.name)])
        return people.count - 1
    }

    mutating func change(_ index: Int, id: String, name: String) {
        guard people[index].id != id || people[index].name != name else { return }
        var (people, spokenNames) = (people, spokenNames)
        people[index] = Person(id: id, name: name)
        spokenNames[index] = SpokenName(name)
        storage = Storage(people, spokenNames)
    }

    /// Whether anybody's name may begin with this word; most words name nobody, and cost only this.
    func mayBegin(with key: WordKey) -> Bool { storage.names.contains(key) }
    func mayBegin(_ index: Int, with key: WordKey) -> Bool {
        storage.ends[2 * index] == key || storage.ends[2 * index + 1] == key
    }
}
