import JSONText

/// A transcript of plain lines: `Name: words`, or words alone. What was said privately, and what was typed as a command,
/// are no part of the meeting.
public struct MeetingLines: Sendable {
    /// What one line holds.
    struct Line: Sendable {
        /// Counted from 1, empty lines included, as an editor counts them.
        let number: Int
        /// An index into ``MeetingLines/speakers``; nil where nobody is named.
        let speaker: Int?
        /// The words, without the name.
        let text: Substring.UTF8View
    }

    let lines: [Line]
    /// The names in the order in which they first speak.
    let speakers: [String]

    /// A line break is a line feed; a carriage return before it is dropped.
    public init(_ text: String) {
        var lines: [Line] = []
        var names = SpeakerLabels(in: text)
        var number = 0
        var isAfterPrivate = false
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            // A transcript indents the further lines of what somebody said.
            isAfterPrivate = SpeakerLabels.isPrivate(line) || isAfterPrivate && SpeakerLabels.continues(line)
            if isAfterPrivate { continue }
            let spoken = names.split(line)
            if !spoken.text.isEmpty, !MeetingLines.isCommand(spoken.text) {
                lines.append(Line(number: number, speaker: spoken.speaker, text: spoken.text))
            }
        }
        self.lines = lines
        speakers = names.found
    }

    /// `/minority` and the words after it; not `/home/ann`, and no `/` alone.
    private static func isCommand(_ text: Substring.UTF8View) -> Bool {
        guard text.first == UInt8(ascii: "/") else { return false }
        let name = text.dropFirst().prefix { $0 > 0x20 }
        return !name.isEmpty && !name.contains(UInt8(ascii: "/"))
    }
}

/// Tells a name before a colon from words that happen to have a colon after them.
struct SpeakerLabels {
    /// Longer ones are words: the longest titles of ministers have about ninety bytes.
    static let bytesMax = 120
    /// A lower-case label of several words is a name only if it comes back this often.
    private static let timesMin = 2
    private static let particles: Set<String> = [
        "and", "of", "the", "for", "in", "de", "da", "del", "der", "di", "du", "la", "le", "van", "von", "ten", "ter",
        "bin", "bint", "al", "el", "ap", "ab", "y", "-", "&",
    ]

    private(set) var found: [String] = []
    private var indices: [String: Int] = [:]
    private let repeated: Set<String>

    init(in text: String) {
        var times: [String: Int] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            if let label = SpeakerLabels.label(of: line) { times[label.name, default: 0] += 1 }
        }
        repeated = Set(times.filter { $0.value >= SpeakerLabels.timesMin }.keys)
    }

    /// The speaker's index and the words after the colon.
    mutating func split(_ line: Substring.UTF8View) -> (speaker: Int?, text: Substring.UTF8View) {
        guard let label = SpeakerLabels.label(of: line), isName(label.name) else {
            return (nil, SpeakerLabels.trimmed(line))
        }
        if let known = indices[label.name] { return (known, label.rest) }
        indices[label.name] = found.count
        found.append(label.name)
        return (found.count - 1, label.rest)
    }

    /// What stands between two names where only one hears it.
    private static let toOne = "\u{2192}"
    private static let indentMin = 4

    static func isPrivate(_ line: Substring.UTF8View) -> Bool {
        guard let label = label(of: line) else { return false }
        return SpokenLine.person(in: label.name[...].utf8).isPrivate || label.name.contains(toOne)
    }

    /// Whether a line goes on with what the line before it says. Far to the right there is no name.
    static func continues(_ line: Substring.UTF8View) -> Bool {
        let indent = line.prefix { isSpace($0) }.count
        return indent >= indentMin || indent > 0 && label(of: line) == nil
    }

    private func isName(_ label: String) -> Bool {
        if NobodysName.isOne(label) { return false }
        guard label.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return false }
        if repeated.contains(label) { return true }
        // Brackets hold a role or a place: they are no part of the name's own shape.
        let words = label.prefix { $0 != "(" && $0 != "[" }.split(separator: " ")
        if words.isEmpty || words.count > 6 { return false }
        if words.count == 1 { return true }
        return words.allSatisfy { word in
            guard let first = word.unicodeScalars.first else { return false }
            return !first.properties.isLowercase || SpeakerLabels.particles.contains(String(word))
        }
    }

    /// What stands before the line's first colon, where a blank or the end of the line follows it.
    private static func label(of line: Substring.UTF8View) -> (name: String, rest: Substring.UTF8View)? {
        guard let spoken = SpokenLine(trimmed(line), within: bytesMax) else { return nil }
        let name = trimmed(spoken.label)
        let isFit = name.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ":") }
        guard !name.isEmpty, isFit else { return nil }
        return (String(Substring(name)), trimmed(spoken.words))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

    private static func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        var bytes = bytes
        while let first = bytes.first, isSpace(first) { bytes = bytes.dropFirst() }
        while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
        return bytes
    }
}
