import JSONText

/// What a command was given, whether typed or as the fields of an operation.
public struct CommandValues: Sendable, Hashable {
    public var entries: [Int] = []
    public var text = ""
    public var because = ""
    public var names: [String] = []
    public var number: Int?
    /// The other fields of an operation, such as `owner` or `due`.
    public var fields: [String: String] = [:]

    public var entry: Int? { entries.first }
}

/// One parameter of an operation, for parsing, schemas and help.
public struct CommandParameter: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case text
        /// An entry number: 14, "14", "#14" or "s14"; or what a reply told, such as "o1".
        case entry
        case entries
        case names
        case number(ClosedRange<Int>)
        case word([String])
        // Only operations have these: nobody types them.
        /// True or false.
        case flag
        case object
        /// A list of words.
        case words
        /// A list of numbers.
        case versions
    }
    /// How a value stands in the line that a person would type. The numbers of entries come first of all.
    public enum TypedForm: Sendable, Hashable {
        /// Before everything else, behind this word: *in housing*.
        case first(behind: String)
        /// Where the number of an entry would stand, if there is none: *o1*.
        case inPlaceOfEntry
        case plain
        /// After all that is plain, behind these words: *aiming for established*.
        case behind(String)
        /// *because the form is in use*
        case reason
        /// *(owner: Ann Shah)*
        case bracketed
    }
    public var name: String
    public var kind: Kind
    public var isRequired: Bool
    public var meaning: String
    /// What a text looks like, as a regular expression; nil where it can be anything.
    public var pattern: String?
    public var typedForm: TypedForm
    /// Another parameter without which this one would be lost.
    public var goesWith: String?

    public init(
        _ name: String, _ kind: Kind, required: Bool = false, _ meaning: String, pattern: String? = nil,
        typed: TypedForm = .plain, goesWith: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.isRequired = required
        self.meaning = meaning
        self.pattern = pattern
        self.goesWith = goesWith
        typedForm = typed
    }
}

/// How what stands behind a command's name is laid out when it is typed.
public enum CommandShape: Sendable, Hashable {
    /// Nothing follows.
    case nothing
    /// All that follows is one text.
    case text
    /// `#14 some words`; the number may be left out.
    case entryThenText
    /// `#14, #15 because …`.
    case entriesBecause
    /// `a, b, c`.
    case names
    /// `5`.
    case number
    /// `name | sector | organisation`; `| observer` after it for somebody who only looks on.
    case person
    /// `words because …`.
    case textBecause

    /// Takes typed words apart. Never fails: what is missing shows when the event is made.
    public func values(typed words: String) -> CommandValues {
        var values = CommandValues()
        let words = words.trimmed
        switch self {
        case .nothing: break
        case .text: values.text = words
        case .entryThenText:
            let (entry, rest) = CommandShape.leadingEntry(words)
            if let entry { values.entries = [entry] }
            (values.text, values.because) = (rest, CommandShape.withoutBecause(rest))
        case .entriesBecause:
            let (head, because) = CommandShape.splitAtBecause(words)
            values.because = because
            let (entries, rest) = CommandShape.leadingEntries(head)
            values.entries = entries
            // "/agree #14, we already share a plan": what follows the number is the reason.
            if because.isEmpty { values.because = rest }
        case .names:
            values.names = words.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
        case .number:
            values.text = words
            values.number = Int(words.prefix { $0.isASCII && $0.isNumber })
        case .person:
            let parts = words.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
            values.text = parts.first ?? ""
            values.fields["sector"] = parts.count > 1 ? CommandShape.sectorID(parts[1]) : ""
            values.fields["organisation"] = parts.count > 2 ? parts[2] : ""
            if parts.count > 3 { values.fields["role"] = parts[3].lowercased() }
        case .textBecause: (values.text, values.because) = CommandShape.splitAtBecause(words)
        }
        return values
    }

    /// `Local government` → `local-government`: sectors are free words, kept in one form.
    static func sectorID(_ words: String) -> String {
        words.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "/" }.joined(separator: "-")
    }

    /// `#14 words` or `14 words`; `14` inside words is left alone.
    static func leadingEntry(_ words: String) -> (Int?, String) {
        let isMarked = words.hasPrefix("#")
        let digits = words.drop { $0 == "#" }.prefix { $0.isASCII && $0.isNumber }
        guard let entry = Int(digits), !digits.isEmpty else { return (nil, words) }
        let rest = words.drop { $0 == "#" }.dropFirst(digits.count)

        guard rest.isEmpty || rest.first == " " || rest.first == ":" || rest.first == "," || isMarked else {
            return (nil, words)
        }
        return (entry, String(rest.drop { $0 == " " || $0 == ":" || $0 == "," }))
    }

    static func leadingEntries(_ words: String) -> ([Int], String) {
        var entries: [Int] = []
        var rest = words
        while true {
            let (entry, after) = leadingEntry(rest)
            guard let entry else { return (entries, rest) }
            if !entries.contains(entry) { entries.append(entry) }
            rest = after
            if rest.lowercased().hasPrefix("and "), leadingEntry(String(rest.dropFirst(4))).0 != nil {
                rest = String(rest.dropFirst(4))
            }
        }
    }

    /// Words before the first "because", and those after it.
    static func splitAtBecause(_ words: String) -> (String, String) {
        var position = words.startIndex
        while position < words.endIndex {
            let isWordStart = position == words.startIndex || !words[words.index(before: position)].isLetter
            if isWordStart, words[position...].prefix(7).lowercased() == "because" {
                let after = words.index(position, offsetBy: 7)
                let head = String(words[..<position]).trimmed
                return (
                    String(head.reversed().drop { $0 == "," || $0 == ";" || $0 == " " }.reversed()),
                    String(words[after...]).trimmed
                )
            }
            position = words.index(after: position)
        }
        return (words, "")
    }

    private static func withoutBecause(_ words: String) -> String {
        words.prefix(7).lowercased() == "because" ? String(words.dropFirst(7)).trimmed : words
    }
}

extension String {
    var trimmed: String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
