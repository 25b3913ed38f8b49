import Consensus
import SeededRandom
import Testing

@Suite struct `Measures of a conversation` {
    /// Rows of marks as in the files of votes: `+` agree, `-` disagree, `0` pass, `.` not seen.
    func matrix(_ rows: [(group: Int?, marks: String)], takenOut: Set<Int> = []) throws -> VoteMatrix {
        let people = rows.enumerated().map { VoteMatrix.Person(id: $0 + 1, group: $1.group) }
        let comments = (0..<(rows.first?.marks.count ?? 0)).map {
            VoteMatrix.Comment(id: $0, isKept: !takenOut.contains($0))
        }
        var matrix = try VoteMatrix(people: people, comments: comments)
        let votes: [Character: VoteMatrix.Vote] = ["+": .agree, "-": .disagree, "0": .passed, ".": .notSeen]
        for (person, row) in rows.enumerated() {
            for (comment, mark) in row.marks.enumerated() {
                matrix.keep(try #require(votes[mark]), person: person, comment: comment)
            }
        }
        return matrix
    }

    @Test func `votes are counted for everybody and for each group`() throws {
        let measures = ConversationMeasures(try matrix([(7, "+-"), (2, "0."), (nil, "++"), (7, "+.")]))
        #expect(measures.groups.map(\.id) == [2, 7])
        #expect(measures.groups.map(\.people) == [1, 2])
        #expect(measures.people == 4 && measures.peopleWithoutGroup == 1 && measures.votes == 6)
        let first = measures.comments[0]
        #expect((first.everyone.agree, first.everyone.disagree, first.everyone.passed) == (3, 0, 1))
        #expect(first.byGroup.map(\.name) == ["2", "7"])
        #expect(first.byGroup.map(\.agree) == [0, 2])
        #expect(first.byGroup.map(\.passed) == [1, 0])
        #expect(first.byGroup.map(\.seen) == [1, 2])
        #expect(measures.comments[1].everyone.notAnswered == 2)
        #expect(isClose(first.agreement.productWithEmpty, 1.0 / 3 * 3 / 4))
        #expect(isClose(first.disagreement.productWithEmpty, 1.0 / 3 * 1 / 4))
    }

    @Test func `who votes again is counted once, with the last vote`() throws {
        var matrix = try matrix([(nil, "+")])
        let isChange = matrix.keep(.disagree, person: 0, comment: 0)
        #expect(isChange)
        #expect(matrix[0, 0] == .disagree)
        let measures = ConversationMeasures(matrix)
        #expect(measures.comments[0].everyone.agree == 0)
        #expect(measures.votes == 1)
        var empty = try VoteMatrix(people: [.init(id: 1, group: nil)], comments: [.init(id: 1)])
        let changes = (0..<2).map { _ in empty.keep(.agree, person: 0, comment: 0) }
        #expect(changes == [false, true])
    }

    @Test func `comments that were taken out are counted and are on no list`() throws {
        let rows: [(group: Int?, marks: String)] = [(0, "++-"), (0, "++-"), (1, "++-"), (1, "++-")]
        let measures = ConversationMeasures(try matrix(rows, takenOut: [1]))
        #expect(measures.agreed == [0])
        #expect(measures.disagreed == [2])
        #expect(measures.acrossGroups == [0, 2])
        #expect(measures.comments[1].everyone.agree == 4)
    }

    @Test func `lists are by strength, and equals by id`() throws {
        // Share times z: 4 of 4 is 1.863, 3 of 3 is 1.6, 3 of 4 is 0.894.
        let rows: [(group: Int?, marks: String)] = [(0, "++++"), (0, "++++"), (0, "+++."), (0, "-++.")]
        let measures = ConversationMeasures(try matrix(rows))
        #expect(measures.agreed == [1, 2, 3, 0])
        #expect(measures.acrossGroups == [1, 2, 3, 0])
    }

    @Test func `a group that saw nothing is a factor of one half, as Polis publishes it`() throws {
        let measures = ConversationMeasures(try matrix([(0, "+"), (1, "."), (2, ".")]))
        let agreement = measures.comments[0].agreement
        #expect(isClose(agreement.productWithEmpty, 2.0 / 3 / 4))
        #expect(isClose(agreement.product, 2.0 / 3))
        #expect(agreement.empty == ["1", "2"])
        #expect(ConversationMeasures(try matrix([(nil, "+")])).acrossGroups == [])
    }

    @Test func `a difference between groups is one only when it is wide and more than chance`() throws {
        let four = [(0, "+++"), (0, "++."), (0, "++."), (0, "++.")] as [(group: Int?, marks: String)]
        let measures = ConversationMeasures(
            try matrix(four + [(1, "-.-"), (1, "-.."), (1, "-.."), (1, "-.."), (2, "0+.")]))
        // The second is agreed by both groups that saw it; on the third one person stands against one, which says little.
        #expect(measures.divisions.map(\.comment) == [0])
        // Nobody in group 2 is against the first: who only passes does not stand on the other side.
        let passing = try matrix([(0, "+"), (0, "+"), (0, "+"), (2, "0"), (2, "0"), (2, "0")])
        #expect(ConversationMeasures(passing).divisions.isEmpty)
        let division = try #require(measures.divisions.first)
        #expect(division.most.votes.name == "0" && division.least.votes.name == "1")
        #expect(isClose(division.difference, 5.0 / 6 - 1.0 / 6))
    }

    @Test func `totals are those of the groups and of the people without one`() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<100 {
            let people = Int.random(in: 1...20, using: &random)
            let comments = Int.random(in: 1...8, using: &random)
            let rows = (0..<people).map { _ in
                (
                    group: [nil, 0, 1, 5].randomElement(using: &random) ?? nil,
                    marks: String((0..<comments).compactMap { _ in "+-0.".randomElement(using: &random) })
                )
            }
            let measures = ConversationMeasures(try matrix(rows))
            for (place, comment) in measures.comments.enumerated() {
                let column = rows.map { Array($0.marks)[place] }
                #expect(comment.everyone.agree == column.count { $0 == "+" })
                #expect(comment.everyone.disagree == column.count { $0 == "-" })
                #expect(comment.everyone.seen == column.count { $0 != "." })
                #expect(comment.byGroup.reduce(0) { $0 + $1.seen } <= comment.everyone.seen)
            }
            #expect(Set(measures.agreed).isDisjoint(with: measures.disagreed))
        }
    }

    @Test func `the same person or the same comment twice is refused`() throws {
        let person = VoteMatrix.Person(id: 4, group: nil)
        #expect(throws: MeasureError.repeatedIdentifier("4")) {
            try VoteMatrix(people: [person, person], comments: [])
        }
        #expect(throws: MeasureError.repeatedIdentifier("9")) {
            try VoteMatrix(people: [], comments: [.init(id: 9), .init(id: 9, isKept: false)])
        }
        let nobody = ConversationMeasures(try VoteMatrix(people: [], comments: []))
        #expect(nobody.votes == 0 && nobody.agreed == [] && nobody.groups == [])
    }
}
