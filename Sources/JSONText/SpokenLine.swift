/// A line as people write down who said what: `Name: words`, and `Name (privately): words` for what only one is to hear.
///
/// Lines of text mode, of conversations in files and of transcripts that are summarised are all taken apart here. What may be
/// a name each of them decides for itself.
public struct SpokenLine<Bytes: BidirectionalCollection> where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
    /// What stands before the colon.
    public let label: Bytes
    /// Everything that stands behind the colon, blanks included.
    public let words: Bytes

    /// Cuts at the first colon with a blank behind it or nothing, so that *10:30* and *https://* are words.
    ///
    /// - Parameter bytesMax: among so many bytes at the beginning the colon is looked for; nil for all of them.
    /// - Returns: nil for a line without such a colon.
    @inlinable public init?(_ line: Bytes, within bytesMax: Int? = nil) {
        let beginning = bytesMax.map { line.prefix($0) } ?? line
        var found: Bytes.Index?
        var place = beginning.startIndex
        while found == nil, place < beginning.endIndex {
            let next = line.index(after: place)
            let isColon = line[place] == UInt8(ascii: ":")
            if isColon, next == line.endIndex || SpokenLine.isBlank(line[next]) { found = place }
            place = next
        }
        guard let found else { return nil }
        label = line[..<found]
        words = line[line.index(after: found)...]
    }

    /// Whose words they are, and whether `(privately)` stands behind the name.
    ///
    /// - Returns: the label as it is where nothing is private; else the name, empty where there is none.
    @inlinable public static func person(in label: Bytes) -> (name: Bytes, isPrivate: Bool) {
        let mark = "(privately)".utf8
        let words = trimmed(label)
        guard words.count >= mark.count, words.suffix(mark.count).elementsEqual(mark) else { return (label, false) }
        return (trimmed(words.dropLast(mark.count)), true)
    }

    @inlinable static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    @inlinable static func trimmed(_ bytes: Bytes) -> Bytes {
        var bytes = bytes
        while let first = bytes.first, isBlank(first) { bytes = bytes.dropFirst() }
        while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
        return bytes
    }
}

/// What people and note-takers put before a colon that is nobody's name: *FYI: the room is booked*.
public enum NobodysName {
    /// Capitals, full stops and stray spaces do not count.
    public static func isOne(_ words: String) -> Bool {
        all.contains(words.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " "))
    }

    private static let all: Set<String> = [
        "action", "action point", "actions", "agenda", "agreed", "aim", "aims", "also", "and", "answer", "aob",
        "apologies", "attendees", "but", "chair's note", "concern", "date", "decided", "decision", "decisions",
        "due", "e g", "eg", "evidence", "example", "fact", "finally", "first", "for example", "fyi", "i e", "idea",
        "ie", "interest", "item", "location", "minutes", "nb", "next", "next steps", "no", "note", "notes",
        "objective", "objectives", "ok", "okay", "option", "options", "owner", "place", "point", "position",
        "present", "proposal", "ps", "question", "questions", "re", "reminder", "result", "results", "second", "so",
        "source", "subject", "summary", "third", "time", "title", "to do", "todo", "update", "venue", "warning",
        "yes",
    ]
}
