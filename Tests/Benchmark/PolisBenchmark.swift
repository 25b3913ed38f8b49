import Consensus

/// What a conversation of 2,000 people and 900 comments adds up to.
enum PolisBenchmark {
    static func run() throws {
        let people = (0..<2000).map { VoteMatrix.Person(id: $0, group: $0 % 5) }
        let comments = (0..<900).map { VoteMatrix.Comment(id: $0) }
        var matrix = try VoteMatrix(people: people, comments: comments)
        let votes: [VoteMatrix.Vote] = [.agree, .disagree, .passed, .notSeen, .agree]
        for person in people.indices {
            for comment in comments.indices {
                matrix.keep(
                    votes[(person * 31 + comment * 17 + person * comment) % 5], person: person, comment: comment)
            }
        }
        var counted = 0
        let seconds = quickest(of: 10) { counted = ConversationMeasures(matrix).votes }
        report("polis.votes", Double(counted))
        report("polis.ms_for_2000_people_and_900_comments", seconds * 1000)
    }
}
