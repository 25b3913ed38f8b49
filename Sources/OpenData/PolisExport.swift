import Consensus

/// A file's bytes, and its name for messages.
struct NamedBytes {
    let name: String
    let bytes: [UInt8]
}

/// The export of Polis open data: a folder of CSV files, of which these are read.
///
/// - `comments.csv`: comment-id, moderated (1 kept, 0 not looked at, -1 taken out), comment-body;
/// - `votes.csv`: timestamp, comment-id, voter-id, vote (1 agree, -1 disagree, 0 pass). Votes are in no order, and people
///   vote again: the latest by timestamp counts, of equal times the one further down;
/// - `participants-votes.csv`, if there: participant, group-id (empty for people without a group);
/// - `summary.csv`, if there: a name and a value a line, of which `topic` is taken.
struct PolisExport {
    let comments: NamedBytes
    let votes: NamedBytes
    let people: NamedBytes?
    let summary: NamedBytes?

    func conversation(name: String) throws(ImportError) -> PolisConversation {
        let comments = try readComments().sorted { $0.id < $1.id }
        let ballots = try readVotes()
        let people = try readPeople(voters: ballots.map(\.voter))
        var matrix = try PolisConversation.matrix(
            people: people, comments: comments, peopleFile: self.people?.name ?? votes.name,
            commentsFile: self.comments.name)
        let rows = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
        let columns = Dictionary(uniqueKeysWithValues: comments.enumerated().map { ($1.id, $0) })
        var replaced = 0
        var withoutComment = 0
        for ballot in ballots {
            guard let row = rows[ballot.voter], let column = columns[ballot.comment] else {
                withoutComment += 1
                continue
            }
            if matrix.keep(ballot.vote, person: row, comment: column) { replaced += 1 }
        }
        return PolisConversation(
            name: name, topic: try readTopic(), source: PolisConversation.openDataSource, comments: comments,
            matrix: matrix, replacedVotes: replaced, votesWithoutComment: withoutComment)
    }

    private func readComments() throws(ImportError) -> [PolisConversation.Comment] {
        var table = try CSVTable(comments)
        let (id, moderated) = (try table.column("comment-id"), try table.column("moderated"))
        let body = try table.column("comment-body")
        var found: [PolisConversation.Comment] = []
        while try table.next() {
            let number = try table.integerIfAny(moderated)
            guard let moderation = PolisConversation.Moderation(rawValue: number ?? 0) else {
                throw table.error(.unknownModeration(String(number ?? 0)))
            }
            found.append(.init(id: try table.integer(id), text: try table.text(body), moderation: moderation))
        }
        return found
    }

    private struct Ballot {
        var time: Int
        /// Place in the file, so that of equal times the one further down is later.
        var place: Int
        var voter: Int
        var comment: Int
        var vote: VoteMatrix.Vote
    }

    /// All votes, in order of time.
    private func readVotes() throws(ImportError) -> [Ballot] {
        var table = try CSVTable(votes)
        let (time, comment) = (try table.column("timestamp"), try table.column("comment-id"))
        let (voter, vote) = (try table.column("voter-id"), try table.column("vote"))
        var ballots: [Ballot] = []
        while try table.next() {
            let cast: VoteMatrix.Vote
            switch try table.integer(vote) {
            case 1: cast = .agree
            case -1: cast = .disagree
            case 0: cast = .passed
            case let other: throw table.error(.unknownVote(String(other)))
            }
            ballots.append(
                Ballot(
                    time: try table.integer(time), place: ballots.count, voter: try table.integer(voter),
                    comment: try table.integer(comment), vote: cast))
        }
        return ballots.sorted { $0.time == $1.time ? $0.place < $1.place : $0.time < $1.time }
    }

    /// Everybody in the list of participants, and after them, by number and without a group, those who only voted.
    private func readPeople(voters: [Int]) throws(ImportError) -> [VoteMatrix.Person] {
        var listed: [VoteMatrix.Person] = []
        if let people {
            var table = try CSVTable(people, isEven: false)
            let (id, group) = (try table.column("participant"), try table.column("group-id"))
            while try table.next() {
                listed.append(.init(id: try table.integer(id), group: try table.integerIfAny(group)))
            }
        }
        let others = Set(voters).subtracting(listed.map(\.id)).sorted()
        return listed + others.map { .init(id: $0, group: nil) }
    }

    /// Names and values have no line above them, and a value may have commas: only the first two are looked at.
    private func readTopic() throws(ImportError) -> String? {
        guard let summary else { return nil }
        var reader = CSVReader(summary.bytes)
        do {
            while try reader.next() {
                guard reader.text(0) == "topic", let topic = reader.text(1), !topic.isEmpty else { continue }
                return topic
            }
            return nil
        } catch {
            let problem: ImportError.Problem = error == .openQuote ? .openQuote : .textAfterQuote
            throw ImportError(problem, file: summary.name, line: reader.cursorLine)
        }
    }
}
