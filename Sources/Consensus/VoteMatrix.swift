/// Who voted how on which comment: one row a person, one column a comment.
///
/// A person has one vote on a comment. Who votes again changes it, and is counted once.
public struct VoteMatrix: Sendable {
    public enum Vote: UInt8, Hashable, Sendable, CaseIterable {
        /// Never shown to the person, or shown and left without a vote. In no count.
        case notSeen
        case agree
        case disagree
        /// Saw the comment and chose neither.
        case passed
    }

    public struct Person: Hashable, Sendable {
        public let id: Int
        /// The opinion group that the person was put in; `nil` for people who were put in none.
        public let group: Int?

        public init(id: Int, group: Int?) {
            self.id = id
            self.group = group
        }
    }

    public struct Comment: Hashable, Sendable {
        public let id: Int
        /// False for a comment that the moderators took out: its votes are counted, but it is on no list.
        public let isKept: Bool

        public init(id: Int, isKept: Bool = true) {
            self.id = id
            self.isKept = isKept
        }
    }

    public let people: [Person]
    public let comments: [Comment]
    /// Row by row, a byte each, so that two million votes are counted in a few milliseconds.
    private var cells: [UInt8]

    /// A matrix in which nobody has voted yet.
    ///
    /// - Throws: ``MeasureError/repeatedIdentifier(_:)`` when two people, or two comments, have the same id.
    public init(people: [Person], comments: [Comment]) throws(MeasureError) {
        if let twice = Self.firstRepeated(people.map(\.id)) { throw .repeatedIdentifier(String(twice)) }
        if let twice = Self.firstRepeated(comments.map(\.id)) { throw .repeatedIdentifier(String(twice)) }
        self.people = people
        self.comments = comments
        self.cells = [UInt8](repeating: Vote.notSeen.rawValue, count: people.count * comments.count)
    }

    /// The vote of a person on a comment, both by their place in ``people`` and ``comments``, from 0.
    public subscript(person: Int, comment: Int) -> Vote {
        Vote(rawValue: cells[cell(person, comment)]) ?? .notSeen
    }

    /// Keeps a vote, in place of an earlier one by the same person on the same comment.
    ///
    /// - Returns: true if there was an earlier vote, also one that was the same.
    @discardableResult
    public mutating func keep(_ vote: Vote, person: Int, comment: Int) -> Bool {
        let cell = cell(person, comment)
        let isChange = cells[cell] != Vote.notSeen.rawValue
        cells[cell] = vote.rawValue
        return isChange
    }

    private func cell(_ person: Int, _ comment: Int) -> Int {
        precondition(comments.indices.contains(comment), "no such comment")
        return person * comments.count + comment
    }

    private static func firstRepeated(_ ids: [Int]) -> Int? {
        var seen: Set<Int> = []
        return ids.first { !seen.insert($0).inserted }
    }
}

extension VoteMatrix {
    /// Numbers of votes in blocks of people.
    struct Counts {
        /// One number for each block, comment and kind of vote, in this order.
        private var numbers: [Int]
        private let comments: Int

        /// - Parameter blockOfPerson: for each person the number of the block, below `blocks`.
        init(_ matrix: VoteMatrix, blockOfPerson: [Int], blocks: Int) {
            let comments = matrix.comments.count
            let kinds = Vote.allCases.count
            var numbers = [Int](repeating: 0, count: blocks * comments * kinds)
            var cell = 0
            for block in blockOfPerson {
                var place = block * comments * kinds
                for _ in 0..<comments {
                    numbers[place + Int(matrix.cells[cell])] += 1
                    place += kinds
                    cell += 1
                }
            }
            self.numbers = numbers
            self.comments = comments
        }

        func votes(block: Int, comment: Int, name: String) -> ConstituencyVotes {
            let place = (block * comments + comment) * Vote.allCases.count
            func number(_ vote: Vote) -> Int { numbers[place + Int(vote.rawValue)] }
            return ConstituencyVotes(
                name: name, agree: number(.agree), disagree: number(.disagree), passed: number(.passed),
                notAnswered: number(.notSeen))
        }
    }
}
