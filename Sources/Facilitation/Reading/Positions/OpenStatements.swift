/// A statement that the speaker can take a position on.
public struct OpenStatement: Sendable, Hashable {
    public var entry: Int
    /// Member id.
    public var by: String
    public var text: String

    public init(entry: Int, by: String, text: String) {
        self.entry = entry
        self.by = by
        self.text = text
    }
}

/// The open statements of an area, oldest first: a view of what the discussion keeps, made for each line without a copy.
public struct OpenStatements: Sendable {
    /// Plain words refer to what was said lately; `/agree 14` reaches any statement. The limit keeps the work for a line the
    /// same in a long meeting as in a short one.
    static let readMax = 200

    private var kept: ChunkedList<Statement>
    private var authors: Roster

    init(_ kept: ChunkedList<Statement>, authors: Roster) {
        self.kept = kept
        self.authors = authors
    }

    /// Statements that stand in no discussion, for trying readings out.
    public init(_ statements: [OpenStatement], authors: Roster) {
        var authors = authors
        kept = []
        for statement in statements.sorted(by: { $0.entry < $1.entry }) {
            let index =
                authors.index(id: statement.by) ?? authors.add(Person(id: statement.by, name: statement.by))
            kept.append(
                Statement(
                    entry: statement.entry, by: MemberID(index: index), text: statement.text, kind: .view, evidence: nil
                ))
        }
        self.authors = authors
    }

    public static let none = OpenStatements([], authors: Roster([]))

    private var recent: Range<Int> { max(0, kept.count - OpenStatements.readMax)..<kept.count }

    private func open(_ index: Int) -> OpenStatement {
        OpenStatement(
            entry: kept[index].entry, by: authors.people[kept[index].by.index].id, text: kept[index].text)
    }

    public var isEmpty: Bool { lastIndex == nil }
    var last: OpenStatement? { lastIndex.map(open) }
    private var lastIndex: Int? { recent.last { !kept[$0].isStruck } }

    /// They stand in the order of their entries, and what is looked for is mostly among the last.
    func find(_ entry: Int?) -> OpenStatement? {
        guard let entry, let index = recent.last(where: { kept[$0].entry <= entry }), kept[index].entry == entry,
            !kept[index].isStruck
        else { return nil }
        return open(index)
    }
    func has(_ entry: Int?) -> Bool { find(entry) != nil }

    var all: [OpenStatement] { recent.compactMap { kept[$0].isStruck ? nil : open($0) } }

    func by(_ people: [Person]) -> [OpenStatement] {
        let authors = people.compactMap { self.authors.index(id: $0.id).map(MemberID.init(index:)) }
        var found: [OpenStatement] = []
        kept.visit(recent) { index, statement in
            if authors.contains(statement.by), !statement.isStruck { found.append(open(index)) }
        }
        return found
    }

    func by(othersThan speaker: Person) -> [OpenStatement] { all.filter { $0.by != speaker.id } }
}
