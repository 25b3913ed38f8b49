import JSONText

/// Why a conversation cannot be read: in which file, in which line, and what to do about it.
public struct ImportError: Error, Hashable, Sendable {
    /// As the person named it, or found in the folder that the person named.
    public let file: String
    /// From 1; nil for the file as a whole.
    public let line: Int?
    public let problem: Problem

    public init(_ problem: Problem, file: String, line: Int? = nil) {
        self.problem = problem
        self.file = file
        self.line = line
    }

    public enum Problem: Hashable, Sendable {
        // The files.
        case noSuchFile
        case unreadable
        case tooBig(bytesMax: Int)
        /// A folder without an export and without a file of votes.
        case noConversation
        /// A folder with several files of votes.
        case severalConversations([String])
        case notUTF8
        // CSV.
        case empty
        case missingColumn(String)
        case wrongCount(found: Int, expected: Int)
        case openQuote
        case textAfterQuote
        case notANumber(column: String, found: String)
        case unknownVote(String)
        case unknownModeration(String)
        // JSON.
        case notJSON
        /// Where something of the format is missing or of another kind, such as `participants[3].row`.
        case unexpectedField(String, expected: String)
        case wrongRowLength(person: Int, found: Int, expected: Int)
        case unknownMark(String, person: Int)
        // The conversation.
        case repeatedComment(Int)
        case repeatedPerson(Int)
        case tooLarge(people: Int, comments: Int, cellsMax: Int)
    }

    /// Sentences for people: where it is, what is wrong, and what to do.
    public var explanation: String {
        let place = line.map { "\(Self.shown(file)), line \($0)" } ?? Self.shown(file)
        return "\(place): \(sentences)"
    }

    private var sentences: String {
        switch problem {
        case .noSuchFile: "there is no such file or folder. Check the path."
        case .unreadable: "this cannot be read. Check that it is a file or folder that you may read."
        case .tooBig(let bytesMax): "the file is larger than \(bytesMax >> 20) MiB, the most that is read here."
        case .noConversation:
            "there is no conversation in this folder. It needs comments.csv and votes.csv of a Polis export, or one "
                + "file ending in .votes.json."
        case .severalConversations(let names):
            "there are several conversations in this folder. Name one of them: "
                + names.map(Self.shown).joined(separator: ", ") + "."
        case .notUTF8: "this is not UTF-8 text. Save the file as UTF-8, or download it again."
        case .empty: "the file is empty. Download it again."
        case .missingColumn(let name): "the column “\(name)” is missing. The first line must name the columns."
        case .wrongCount(let found, let expected):
            "the line has \(found) values and the first line names \(expected). Look for a comma too many or too "
                + "few, or a value that needs quotation marks."
        case .openQuote: "a quotation mark is opened here and never closed. Close it, or download the file again."
        case .textAfterQuote:
            "there is text after a closing quotation mark. Write a quotation mark inside a value twice."
        case .notANumber(let column, let found):
            "“\(column)” must be a whole number and is “\(Self.shown(found))”. Mend the number."
        case .unknownVote(let found):
            "a vote is 1 (agree), -1 (disagree) or 0 (pass), and this is “\(Self.shown(found))”. Mend the vote."
        case .unknownModeration(let found):
            "“moderated” is 1 (kept), 0 (not looked at) or -1 (taken out), and this is “\(Self.shown(found))”. Mend it."
        case .notJSON:
            "this is not JSON, or it breaks off. Name a folder with a Polis export or a .votes.json, or download the "
                + "file again."
        case .unexpectedField(let name, let expected): "“\(Self.shown(name))” must be \(expected). Mend it."
        case .wrongRowLength(let person, let found, let expected):
            "the row of participant \(person) has \(found) marks and there are \(expected) comments. It needs one each."
        case .unknownMark(let mark, let person):
            "the row of participant \(person) has the mark “\(Self.shown(mark))”. Use + (agree), - (disagree), "
                + "0 (pass) and . (not seen)."
        case .repeatedComment(let id): "comment \(id) is there twice. Take one out."
        case .repeatedPerson(let id): "participant \(id) is there twice. Take one out."
        case .tooLarge(let people, let comments, let cellsMax):
            "\(people) people and \(comments) comments are too many: people times comments may be \(cellsMax) at most."
        }
    }

    private static let shownLettersMax = 60

    /// Text from a file, of one line and not too long, with hidden characters as their code points.
    private static func shown(_ text: String) -> String {
        let safe = HiddenCharacters.shown(text, digits: 1)
        return safe.count > shownLettersMax ? "…" + safe.suffix(shownLettersMax - 1) : safe
    }
}
