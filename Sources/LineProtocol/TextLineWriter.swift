import JSONText

/// Writes the lines of text mode, for people at a terminal and for pipes to IRC.
///
/// Nothing that is written can forge a line or move the cursor: ``HiddenCharacters`` are shown as their
/// number in hexadecimal, `⟨1B⟩`. Lines are given without their line end.
public struct TextLineWriter: Sendable {
    /// IRC carries 512 bytes a line, and its own headings need some of them.
    public static let lineLimitDefault = 350

    /// The most bytes of a line, with what stands before the text.
    public let lineLimit: Int

    /// - Parameter lineLimit: bytes, 200 or more, so that text fits beside two names; smaller values count
    ///   as 200.
    public init(lineLimit: Int = TextLineWriter.lineLimitDefault) { self.lineLimit = max(200, lineLimit) }

    /// `[32] Common Ground: …`, and `[34] Common Ground → Ann: …` for one person.
    ///
    /// - Parameters:
    ///   - number: the place in the transcript; left out where there is none.
    ///   - recipient: whom a private line is for; nil for the room.
    /// - Returns: one line or more, each with the same beginning.
    public func message(number: Int?, from sender: String, to recipient: String? = nil, text: String)
        -> [String]
    {
        let place = number.map { "[\($0)] " } ?? ""
        let direction = recipient.map { " → " + Self.shortName($0) } ?? ""
        return lines(beginning: place + Self.shortName(sender) + direction + ":", text: text)
    }

    /// `! CODE: …`
    public func failure(code: String, message: String) -> [String] {
        lines(beginning: "! " + Self.shortName(code) + ":", text: message)
    }

    /// `= TOKEN`, the answer to `/sync TOKEN`; always one line, as programs wait for it. A token that does
    /// not fit is cut.
    public func syncAnswer(token: String) -> String {
        let visible = HiddenCharacters.shown(token)
        return visible.isEmpty ? "=" : "= " + Self.piece(of: visible[...], limit: lineLimit - 2)
    }
}

extension TextLineWriter {
    /// Names are cut so that the beginning of a line always leaves room for text.
    private static func shortName(_ name: String) -> String {
        let shown = HiddenCharacters.shown(name)
        guard shown.utf8.count > TextLine.nameLimit else { return shown }
        return piece(of: shown[...], limit: TextLine.nameLimit - "…".utf8.count) + "…"
    }

    private func lines(beginning: String, text: String) -> [String] {
        let room = lineLimit - beginning.utf8.count - 1
        return Self.paragraphs(of: text).flatMap { paragraph in
            let pieces = Self.wrapped(HiddenCharacters.shown(paragraph), room: room)
            return pieces.map { $0.isEmpty ? beginning : beginning + " " + $0 }
        }
    }

    /// Splits at U+000A, with or without a carriage return before it. Swift counts that pair as one
    /// character, hence the detour through scalars. A newline at the end begins no further paragraph.
    private static func paragraphs(of text: String) -> [String] {
        var paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        if paragraphs.count > 1, paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        return paragraphs.map { String($0.last == "\r" ? $0.dropLast() : $0) }
    }

    /// Pieces of at most `room` bytes, cut at the last space of each where there is one. That space is left
    /// out.
    private static func wrapped(_ text: String, room: Int) -> [String] {
        var pieces: [String] = []
        var rest = text[...]
        while rest.utf8.count > room {
            let end = longestEnd(of: rest, limit: room)
            let cut = rest[end] == " " ? end : lastSpace(of: rest[..<end]) ?? end
            pieces.append(String(rest[..<cut]))
            rest = rest[cut...]
            if rest.first == " " { rest.removeFirst() }
        }
        return pieces + [String(rest)]
    }

    /// The last space that has something before it.
    private static func lastSpace(of text: Substring) -> Substring.Index? {
        guard let space = text.lastIndex(of: " "), space > text.startIndex else { return nil }
        return space
    }

    private static func piece(of text: Substring, limit: Int) -> String {
        text.utf8.count <= limit ? String(text) : String(text[..<longestEnd(of: text, limit: limit)])
    }

    /// Where to cut a text that is longer than `limit` bytes: between characters as people see them or,
    /// where one alone is longer (letters can carry any number of marks), between the code points of which
    /// it is made.
    private static func longestEnd(of text: Substring, limit: Int) -> Substring.Index {
        func longestEnd(_ next: (Substring.Index) -> Substring.Index) -> Substring.Index {
            var end = text.startIndex
            while end < text.endIndex {
                let following = next(end)
                guard text.utf8.distance(from: text.startIndex, to: following) <= limit else { break }
                end = following
            }
            return end
        }
        let end = longestEnd { text.index(after: $0) }
        return end > text.startIndex ? end : longestEnd { text.unicodeScalars.index(after: $0) }
    }
}
