import Consensus

/// A conversation of Polis as it was read: the comments' words, and who voted how.
public struct PolisConversation: Sendable {
    /// A comment's words, and what the moderators did with it.
    public struct Comment: Hashable, Sendable {
        public let id: Int
        /// As it was written by somebody we do not know: may hold any character.
        public let text: String
        public let moderation: Moderation
    }

    public enum Moderation: Int, Hashable, Sendable {
        case takenOut = -1
        case notModerated = 0
        case kept = 1
    }

    /// Of the folder or the file.
    public let name: String
    /// What the people were asked to talk about, where the export says so.
    public let topic: String?
    /// Where the data are from and under which licence; goes with everything that is made of them.
    public let source: String
    /// In the order of the matrix.
    public let comments: [Comment]
    public let matrix: VoteMatrix
    /// Earlier votes of people who voted again on the same comment. Not counted.
    public let replacedVotes: Int
    /// Votes on comments that the export does not have. Not counted.
    public let votesWithoutComment: Int

    /// For an export, which does not name its source itself.
    public static let openDataSource = "Polis open data, compdemocracy/openData, CC BY 4.0"

    /// People times comments at most, a byte each: eighty times 2,000 people and 900 comments.
    public static let cellsMax = 150_000_000

    /// - Throws: ``ImportError`` when a person or a comment is there twice, or there are too many.
    static func matrix(
        people: [VoteMatrix.Person], comments: [Comment], peopleFile: String, commentsFile: String
    ) throws(ImportError) -> VoteMatrix {
        guard people.count * comments.count <= cellsMax else {
            throw ImportError(
                .tooLarge(people: people.count, comments: comments.count, cellsMax: cellsMax), file: peopleFile)
        }
        var seen: Set<Int> = []
        for comment in comments where !seen.insert(comment.id).inserted {
            throw ImportError(.repeatedComment(comment.id), file: commentsFile)
        }
        seen = []
        for person in people where !seen.insert(person.id).inserted {
            throw ImportError(.repeatedPerson(person.id), file: peopleFile)
        }
        let columns = comments.map { VoteMatrix.Comment(id: $0.id, isKept: $0.moderation != .takenOut) }
        do { return try VoteMatrix(people: people, comments: columns) } catch {
            throw ImportError(.unreadable, file: peopleFile)
        }
    }
}
