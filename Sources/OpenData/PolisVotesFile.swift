import Consensus
import JSONText

/// A conversation in one file of JSON, `*.votes.json`:
///
///     {"name": …, "source": …,
///      "comments": [{"id": 0, "text": "…", "mod": 1}, …],
///      "participants": [{"id": 0, "group": 0, "row": "+-0."}, …]}
///
/// `mod` is 1 for kept, 0 for not looked at and -1 for taken out; `group` is null for people without one; a row has one
/// mark a comment: `+` agree, `-` disagree, `0` pass, `.` not seen. Each mark is the person's last vote.
struct PolisVotesFile {
    let file: NamedBytes

    /// - Parameter name: for a file that does not name itself.
    func conversation(name: String) throws(ImportError) -> PolisConversation {
        let document = try scan()
        let comments = try comments(in: document)
        let rows = try rows(in: document)
        var matrix = try PolisConversation.matrix(
            people: rows.map(\.person), comments: comments, peopleFile: file.name, commentsFile: file.name)
        for (place, row) in rows.enumerated() { try keep(row, at: place, in: &matrix) }
        return PolisConversation(
            name: document["name"]?.string ?? name, topic: document["topic"]?.string,
            source: document["source"]?.string ?? PolisConversation.openDataSource, comments: comments,
            matrix: matrix, replacedVotes: 0, votesWithoutComment: 0)
    }

    private func scan() throws(ImportError) -> JSONValue {
        do { return try JSONScanner().scan(file.bytes) } catch {
            let line = 1 + file.bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") }
            throw ImportError(error.reason == .invalidUTF8 ? .notUTF8 : .notJSON, file: file.name, line: line)
        }
    }

    private func comments(in document: JSONValue) throws(ImportError) -> [PolisConversation.Comment] {
        var found: [PolisConversation.Comment] = []
        for (place, comment) in try list("comments", in: document).enumerated() {
            func wrong(_ field: String, _ expected: String) -> ImportError {
                ImportError(.unexpectedField("comments[\(place)].\(field)", expected: expected), file: file.name)
            }
            guard let id = comment["id"]?.integer else { throw wrong("id", "a whole number") }
            guard let text = comment["text"]?.string else { throw wrong("text", "text") }
            let number = comment["mod"] ?? 0
            guard let moderation = number.integer.flatMap(PolisConversation.Moderation.init(rawValue:)) else {
                throw wrong("mod", "1, 0 or -1")
            }
            found.append(.init(id: id, text: text, moderation: moderation))
        }
        return found
    }

    private struct Row {
        var person: VoteMatrix.Person
        var marks: String
    }

    private func rows(in document: JSONValue) throws(ImportError) -> [Row] {
        var found: [Row] = []
        for (place, participant) in try list("participants", in: document).enumerated() {
            func wrong(_ field: String, _ expected: String) -> ImportError {
                ImportError(.unexpectedField("participants[\(place)].\(field)", expected: expected), file: file.name)
            }
            guard let id = participant["id"]?.integer else { throw wrong("id", "a whole number") }
            guard let marks = participant["row"]?.string else { throw wrong("row", "text with one mark a comment") }
            let group = participant["group"] ?? .null
            guard group == .null || group.integer != nil else { throw wrong("group", "a whole number or null") }
            found.append(Row(person: .init(id: id, group: group.integer), marks: marks))
        }
        return found
    }

    private func keep(_ row: Row, at place: Int, in matrix: inout VoteMatrix) throws(ImportError) {
        let person = row.person.id
        guard row.marks.unicodeScalars.count == matrix.comments.count else {
            let found = row.marks.unicodeScalars.count
            let problem = ImportError.Problem.wrongRowLength(
                person: person, found: found, expected: matrix.comments.count)
            throw ImportError(problem, file: file.name)
        }
        for (comment, mark) in row.marks.unicodeScalars.enumerated() {
            switch mark {
            case "+": matrix.keep(.agree, person: place, comment: comment)
            case "-": matrix.keep(.disagree, person: place, comment: comment)
            case "0": matrix.keep(.passed, person: place, comment: comment)
            case ".": continue
            default: throw ImportError(.unknownMark(String(mark), person: person), file: file.name)
            }
        }
    }

    private func list(_ name: String, in document: JSONValue) throws(ImportError) -> [JSONValue] {
        guard let values = document[name]?.array else {
            throw ImportError(.unexpectedField(name, expected: "a list"), file: file.name)
        }
        return values
    }
}
