import OpenData
import Testing

/// What is wrong, in which file and in which line.
@Suite struct `Files that cannot be read` {
    static let comments = "comment-id,moderated,comment-body\n0,1,Lamps\n"
    static let votes = "timestamp,comment-id,voter-id,vote\n5,0,1,1\n"

    func export(comments: String = Self.comments, votes: String = Self.votes, people: String? = nil) throws -> Place {
        let place = try Place()
        try place.write(comments, to: "comments.csv")
        try place.write(votes, to: "votes.csv")
        if let people { try place.write(people, to: "participants-votes.csv") }
        return place
    }

    @Test func `a sound export has no mistake`() throws {
        #expect(try export(people: "participant,group-id\n1,0\n").error() == nil)
    }

    @Test func `the folder or the file is not what it should be`() throws {
        let place = try Place()
        #expect(place.error("nowhere") == ImportError(.noSuchFile, file: "nowhere"))
        #expect(place.error() == ImportError(.noConversation, file: "."))
        try place.write("{}", to: "b.votes.json")
        try place.write("{}", to: "a.votes.json")
        #expect(place.error() == ImportError(.severalConversations(["a.votes.json", "b.votes.json"]), file: "."))
        try place.write(Self.votes, to: "votes.csv")
        #expect(place.error() == ImportError(.noSuchFile, file: "comments.csv"))
        try place.write("", to: "comments.csv")
        #expect(place.error() == ImportError(.empty, file: "comments.csv"))
    }

    @Test func `a line of the comments is wrong`() throws {
        func comments(_ line: String) throws -> ImportError? {
            try export(comments: "comment-id,moderated,comment-body\n\"0\",1,\"two\nlines\"\n\(line)\n").error()
        }
        func found(_ problem: ImportError.Problem) -> ImportError {
            ImportError(problem, file: "comments.csv", line: 4)
        }
        #expect(try comments("x,1,a") == found(.notANumber(column: "comment-id", found: "x")))
        #expect(try comments("1,2,a") == found(.unknownModeration("2")))
        #expect(try comments("1,1") == found(.wrongCount(found: 2, expected: 3)))
        #expect(try comments("1,1,\"a\nb\nc") == found(.openQuote))
        #expect(try comments("1,1,\"a\" b") == found(.textAfterQuote))
        #expect(try comments("0,1,a") == ImportError(.repeatedComment(0), file: "comments.csv"))
        #expect(
            try export(comments: "comment-id,moderated\n0,1\n").error()
                == ImportError(.missingColumn("comment-body"), file: "comments.csv", line: 1))
    }

    @Test func `a line of the votes or of the participants is wrong`() throws {
        func votes(_ line: String) throws -> ImportError? { try export(votes: Self.votes + line).error() }
        func found(_ problem: ImportError.Problem) -> ImportError { ImportError(problem, file: "votes.csv", line: 3) }
        #expect(try votes("5,0,1,2") == found(.unknownVote("2")))
        #expect(try votes("5,0,1,agree") == found(.notANumber(column: "vote", found: "agree")))
        #expect(try votes("5,0,1,") == found(.notANumber(column: "vote", found: "")))
        #expect(try votes("soon,0,1,1") == found(.notANumber(column: "timestamp", found: "soon")))
        #expect(try votes("5,0,1,1,1") == found(.wrongCount(found: 5, expected: 4)))
        let people = "participants-votes.csv"
        #expect(
            try export(people: "participant,group-id\n1,red\n").error()
                == ImportError(.notANumber(column: "group-id", found: "red"), file: people, line: 2))
        #expect(
            try export(people: "participant,group-id\n1,0\n1,1\n").error()
                == ImportError(.repeatedPerson(1), file: people))
    }

    @Test func `text that is not UTF-8 is not guessed at`() throws {
        let place = try export()
        try place.write(Array(Self.comments.utf8) + [0x31, 0x2C, 0x31, 0x2C, 0xE9, 0x0A], to: "comments.csv")
        #expect(place.error() == ImportError(.notUTF8, file: "comments.csv", line: 3))
        try place.write([0x7B, 0x0A, 0x22, 0xE9], to: "a.json")
        #expect(place.error("a.json") == ImportError(.notUTF8, file: "a.json", line: 2))
    }

    @Test func `a file of votes is wrong`() throws {
        func file(_ text: String) throws -> ImportError.Problem? {
            let place = try Place()
            try place.write(text, to: "a.votes.json")
            return place.error()?.problem
        }
        func people(_ participants: String) throws -> ImportError.Problem? {
            try file(#"{"comments":[{"id":0,"text":"a","mod":1}],"participants":["# + participants + "]}")
        }
        #expect(try people(#"{"id":1,"group":null,"row":"+"}"#) == nil)
        #expect(try file("") == .notJSON)
        #expect(try file("[]") == .unexpectedField("comments", expected: "a list"))
        #expect(
            try file(#"{"comments":[{"id":0,"text":"a","mod":3}]}"#)
                == .unexpectedField("comments[0].mod", expected: "1, 0 or -1"))
        #expect(try people(#"{"id":1,"row":"+-"}"#) == .wrongRowLength(person: 1, found: 2, expected: 1))
        #expect(try people(#"{"id":1,"row":"x"}"#) == .unknownMark("x", person: 1))
        #expect(
            try people(#"{"id":1,"row":"+"},{"id":2,"row":3}"#)
                == .unexpectedField("participants[1].row", expected: "text with one mark a comment"))
        #expect(
            try people(#"{"id":1,"group":"red","row":"+"}"#)
                == .unexpectedField("participants[0].group", expected: "a whole number or null"))
        #expect(try people(#"{"id":1,"row":"+"},{"id":1,"row":"+"}"#) == .repeatedPerson(1))
    }

    @Test func `more people and comments than can be counted are refused before room is made for them`() throws {
        let many = (0..<13_000)
        let comments = "comment-id,moderated,comment-body\n" + many.map { "\($0),1,a\n" }.joined()
        let people = "participant,group-id\n" + many.map { "\($0),\n" }.joined()
        let found = try export(comments: comments, people: people).error()
        #expect(
            found?.problem
                == .tooLarge(people: 13_000, comments: 13_000, cellsMax: PolisConversation.cellsMax))
    }

    @Test func `a sentence names the place, repeats no hidden character, and says what to do`() {
        let hostile = ImportError(
            .notANumber(column: "vote", found: "\u{1B}[2J\n1"), file: "north/votes.csv", line: 12)
        #expect(
            hostile.explanation
                == "north/votes.csv, line 12: “vote” must be a whole number and is “⟨1B⟩[2J⟨A⟩1”. Mend the number.")
        let long = ImportError(.unknownVote(String(repeating: "9", count: 400)), file: "a")
        #expect(long.explanation.count < 200)
    }
}
