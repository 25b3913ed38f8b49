import Facilitation
import Hosting
import JSONText

/// A conversation as a file that people read and the program plays (`Transcripts/README.md`):
///
///     # Title                      anything outside the fences is prose
///     ```yaml setup                the set-up; optional
///     ```text                      the talk: `Name: words`, `Name (privately): words`, `Name {LABEL}: words`;
///                                  lines indented by two spaces are the expected answers; those before anybody
///                                  spoke are what the bot says as the room opens
///     ```json record               the record that it leaves; optional
///     ```json readings             how lines were understood that cannot be read again, by their numbers; in exports
///
/// `{LABEL}` in later words stands for `#` and the number that the labelled line got. A line `--- resume` closes the
/// program and opens it again. An exported transcript, with `[14] Name: words`, can be played too: its numbers and the
/// bot's own lines are passed over.
public struct Conversation: Sendable {
    public struct Step: Sendable {
        public var speaker: String
        public var isPrivate: Bool
        public var label: String?
        public var words: String
        /// The lines of the file that hold the expected answers.
        public var expected: [String]
        /// The number of the line in the file, from 1.
        public var line: Int
        /// The number that the line has in an export.
        public var number: Int?
        /// How it was understood, where an export says so; else its words are read.
        public var readings: [Reading]?
    }

    public var title = ""
    public var setupText: String?
    /// The lines of the file that hold what the bot says as the room opens.
    public var opening: [String] = []
    public var steps: [Step] = []
    public var recordText: String?
    private var readings: [Int: [Reading]] = [:]
    /// True after a line of an export that is not played: the opening, or what the bot said.
    private var passesOver = false
    /// The file as lines, to write it again with other answers.
    private var pieces: [Piece] = []

    private enum Piece: Sendable {
        case line(String)
        case opening
        case step(Int)
        case record
    }

    public struct Mistake: Error, Sendable, Hashable {
        public var line: Int
        public var text: String
    }

    public init(_ text: String) throws(Mistake) {
        var fence: String?
        var opened = 0
        var block: [String] = []
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(raw)
            guard let open = fence else {
                if line.hasPrefix("```") { (fence, opened) = (String(line.dropFirst(3)), index + 1) }
                if title.isEmpty, line.hasPrefix("# ") { title = String(line.dropFirst(2)) }
                pieces.append(.line(line))
                if line.hasPrefix("```text"), !opensRoom, !isExport { pieces.append(.opening) }
                continue
            }
            if line == "```" {
                try close(open, block, opened)
                block = []
                fence = nil
                pieces.append(.line(line))
            } else if open.hasPrefix("text") {
                try takeTalk(line, index + 1)
            } else {
                block.append(line)
                if open != "json record" { pieces.append(.line(line)) }
            }
        }
        if fence != nil { throw Mistake(line: opened, text: "the block that is opened here with ``` is never closed") }
        if steps.isEmpty { throw Mistake(line: 1, text: "there is no talk in it: a block that begins with ```text") }
        for index in steps.indices { steps[index].readings = steps[index].number.flatMap { readings[$0] } }
    }

    /// Numbers of lines of an export that cannot be heard again as they were: their words or their speaker are not in it.
    public var unheard: [Int] {
        guard isExport else { return [] }
        return steps.filter { step in
            step.readings == nil
                && (step.words == TranscriptText.notShown || step.speaker == SpeakerAttribution.nameless
                    || step.words.hasPrefix("(erased"))
        }.compactMap(\.number)
    }

    /// Whether it came out of a room, with the numbers that its lines have there; else it was written to be played.
    public var isOfARoom: Bool { isExport || steps.contains { $0.number != nil } }

    private mutating func close(_ fence: String, _ block: [String], _ opened: Int) throws(Mistake) {
        switch fence {
        case "yaml setup": setupText = block.joined(separator: "\n")
        case "json record":
            recordText = block.joined(separator: "\n")
            pieces.append(.record)
        case "json readings": readings = try Conversation.readings(block.joined(separator: "\n"), opened)
        default: break
        }
    }

    private static func readings(_ text: String, _ opened: Int) throws(Mistake) -> [Int: [Reading]] {
        let mistake = Mistake(line: opened, text: "this block is no list of readings by the numbers of their lines")
        guard let lines = (try? JSONScanner(depthLimit: 16).scan(text))?.object else { throw mistake }
        var readings: [Int: [Reading]] = [:]
        for (key, value) in lines {
            guard let number = Int(key), let list = value.array else { throw mistake }
            let understood = list.compactMap { try? Reading(json: $0, framework: { _ in nil }) }
            guard understood.count == list.count else { throw mistake }
            readings[number] = understood
        }
        return readings
    }

    private mutating func takeTalk(_ line: String, _ number: Int) throws(Mistake) {
        if line.hasPrefix("    "), isExport {
            // The further lines of what was passed over are passed over with it.
            if let last = steps.indices.last, !passesOver { steps[last].words += "\n" + line.dropFirst(4) }
            return
        }
        if line.hasPrefix("  ") {
            if let last = steps.indices.last { steps[last].expected.append(line) } else { opening.append(line) }
            return
        }
        if line.isEmpty || line.hasPrefix("--- ") {
            pieces.append(.line(line))
            if line == Conversation.resume {
                steps.append(Step(speaker: "", isPrivate: false, label: nil, words: line, expected: [], line: number))
            }
            return
        }
        guard let step = step(line, number) else {
            throw Mistake(line: number, text: "this is neither “Name: words” nor an indented answer")
        }
        passesOver = step.speaker == Entry.botName || (isExport && steps.isEmpty && step.words.hasPrefix("/open"))
        if passesOver { return }
        pieces.append(.step(steps.count))
        steps.append(step)
    }

    public static let resume = "--- resume"
    private var isExport: Bool { title.hasPrefix("Transcript of ") }
    private var opensRoom: Bool { pieces.contains { if case .opening = $0 { true } else { false } } }

    private func step(_ text: String, _ line: Int) -> Step? {
        var rest = text[...]
        var number: Int?
        if rest.first == "[", let end = rest.firstIndex(of: "]") {
            number = Int(rest[rest.index(after: rest.startIndex)..<end])
            if number != nil { rest = rest[rest.index(after: end)...].drop { $0 == " " } }
        }
        guard let spoken = SpokenLine(rest.utf8), spoken.words.first == UInt8(ascii: " ") else { return nil }
        var speaker = String(Substring(spoken.label))
        let words = String(Substring(spoken.words.dropFirst()))
        var label: String?
        if speaker.hasSuffix("}"), let open = speaker.lastIndex(of: "{") {
            label = String(speaker[speaker.index(after: open)...].dropLast())
            speaker = String(speaker[..<open].dropLast())
        }
        let person = SpokenLine.person(in: speaker[...].utf8)
        guard !person.name.isEmpty else { return nil }
        return Step(
            speaker: String(Substring(person.name)), isPrivate: person.isPrivate, label: label, words: words,
            expected: [], line: line,
            number: number)
    }

    /// The same file with the answers and the record of this play.
    public func rewritten(as played: ConversationPlayer.Played) -> String {
        rewritten(opening: played.opening, answers: played.answers, record: RecordText.golden(played.record))
    }

    /// The same file with these answers, one list for each step, and this record.
    func rewritten(opening: [String], answers: [[String]], record: String) -> String {
        var lines: [String] = []
        for piece in pieces {
            switch piece {
            case .line(let line): lines.append(line)
            case .opening: lines += opening.map { "  \($0)" }
            case .record: lines.append(record)
            case .step(let index):
                let step = steps[index]
                let label = step.label.map { " {\($0)}" } ?? ""
                lines.append("\(step.speaker)\(step.isPrivate ? " (privately)" : "")\(label): \(step.words)")
                lines += answers[index].map { "  \($0)" }
            }
        }
        return lines.joined(separator: "\n")
    }
}
