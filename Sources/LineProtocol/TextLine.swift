import JSONText

/// One line of text mode: who speaks, to whom, and what.
///
/// Forms, tried in this order:
///
/// | Line | Speaker | Text |
/// | --- | --- | --- |
/// | `/command …` | the default speaker | the line |
/// | `EPOCH <nick> text` | `nick` | `text` |
/// | `EPOCH -!- notice` | the program that wrote it | `notice` |
/// | `<nick> text` | `nick` | `text` |
/// | `Name (privately): text` | `Name`, in private | `text` |
/// | `Name: text` and `Name:` | `Name` | `text`, perhaps empty |
/// | anything else | the default speaker | the line |
///
/// Any text may be a `/command`. In the `<nick>` forms the network vouches for the nick, so that an inner
/// `Raj: …` is plain words: otherwise anyone could speak as Raj. `Note: the plan is late` has the form of a
/// name and text; only the list of members tells, so that ``spokenByDefault`` keeps the other way to read
/// it.
public struct TextLine: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        /// No speaker is named.
        case plain
        /// `Name: text`
        case named
        /// `<nick> text`
        case nick
        /// `EPOCH <nick> text`, as the IRC client `ii` writes it; `epoch` is in seconds since 1970, by that
        /// program's clock.
        case stampedNick(epoch: Int)
        /// `EPOCH -!- notice`: news of `ii` itself (who came, who left), said by nobody.
        case notice(epoch: Int)
    }

    /// A longer name is taken for words that happen to have a colon after them.
    public static let nameLimit = 64

    public let form: Form
    /// The name or nick, without spaces around it; nil means the default speaker (or, for a notice, nobody).
    public let speaker: String?
    public let isPrivate: Bool
    /// What is said, without spaces and tabs around it.
    public let text: String
    /// The whole line, without spaces and tabs around it.
    public let line: String

    /// The same line as plain words of the default speaker, for callers that know no member of this name.
    public var spokenByDefault: TextLine {
        TextLine(form: .plain, speaker: nil, isPrivate: false, text: line, line: line)
    }

    public var isCommand: Bool { form.isSpoken && text.utf8.first == UInt8(ascii: "/") }

    /// The token of `/sync TOKEN`, which asks for `= TOKEN` once all lines before it are dealt with; nil
    /// for every other line. The token may be empty.
    public var syncToken: String? {
        let command = "/sync".utf8
        guard isCommand, text.utf8.starts(with: command) else { return nil }
        let rest = Array(text.utf8.dropFirst(command.count))
        guard rest.isEmpty || rest[0] == 0x20 || rest[0] == 0x09 else { return nil }
        return Self.string(Self.trimmed(rest[...]))
    }

    /// Reads a line by its form alone. Bytes that are not UTF-8 (``LineSplitter`` lets none through) are
    /// replaced.
    public static func read(_ bytes: [UInt8]) -> TextLine {
        let line = trimmed(bytes[...])
        guard line.first != UInt8(ascii: "/") else { return TextLine(.plain, nil, line, of: line) }
        return stamped(line) ?? nicked(line, form: .nick, of: line) ?? named(line)
            ?? TextLine(.plain, nil, line, of: line)
    }

    /// Reads a line, and takes the `Name: text` form only for names that the caller knows.
    public static func read(_ bytes: [UInt8], isKnownName: (String) -> Bool) -> TextLine {
        let candidate = read(bytes)
        guard candidate.form == .named, let name = candidate.speaker else { return candidate }
        return isKnownName(name) ? candidate : candidate.spokenByDefault
    }
}

extension TextLine.Form {
    fileprivate var isSpoken: Bool { if case .notice = self { false } else { true } }
}

extension TextLine {
    private init(
        _ form: Form, _ speaker: ArraySlice<UInt8>?, isPrivate: Bool = false, _ text: ArraySlice<UInt8>,
        of line: ArraySlice<UInt8>
    ) {
        self.init(
            form: form, speaker: speaker.map(Self.string), isPrivate: isPrivate,
            text: Self.string(Self.trimmed(text)), line: Self.string(line))
    }

    /// `EPOCH <nick> text` and `EPOCH -!- notice`.
    private static func stamped(_ line: ArraySlice<UInt8>) -> TextLine? {
        let digits = line.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard let epoch = Int(string(digits)) else { return nil }
        let rest = line[digits.endIndex...]
        guard rest.first == 0x20 else { return nil }
        let notice = Array(" -!- ".utf8)
        if rest.starts(with: notice) {
            return TextLine(.notice(epoch: epoch), nil, rest.dropFirst(notice.count), of: line)
        }
        return nicked(rest.dropFirst(), form: .stampedNick(epoch: epoch), of: line)
    }

    /// `<nick> text`. A nick has no space at either end, which tells it from most sums and signs.
    private static func nicked(
        _ bytes: ArraySlice<UInt8>, form: Form, of line: ArraySlice<UInt8>
    ) -> TextLine? {
        guard bytes.first == UInt8(ascii: "<"), let close = bytes.firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        let nick = bytes[(bytes.startIndex + 1)..<close]
        let rest = bytes[(close + 1)...]
        guard isName(nick), rest.isEmpty || rest.first == 0x20 else { return nil }
        return TextLine(form, nick, rest, of: line)
    }

    /// `Name: text`, `Name (privately): text`, and both with nothing after the colon.
    private static func named(_ line: ArraySlice<UInt8>) -> TextLine? {
        guard let spoken = SpokenLine(line) else { return nil }
        let person = SpokenLine.person(in: spoken.label)
        // `(privately): x` leaves no name, and is taken as it is.
        let isPrivate = person.isPrivate && !person.name.isEmpty
        let name = isPrivate ? person.name : spoken.label
        guard isName(name) else { return nil }
        return TextLine(.named, name, isPrivate: isPrivate, spoken.words, of: line)
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.count <= nameLimit && trimmed(bytes).count == bytes.count
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let front = bytes.drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return front.prefix(0) }
        return front[...last]
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
