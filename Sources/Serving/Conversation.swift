import Facilitation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Transcript

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
        guard let colon = rest.firstRange(of: ": ")?.lowerBound else { return nil }
        var speaker = String(rest[..<colon])
        let words = String(rest[rest.index(colon, offsetBy: 2)...])
        var label: String?
        if speaker.hasSuffix("}"), let open = speaker.lastIndex(of: "{") {
            label = String(speaker[speaker.index(after: open)...].dropLast())
            speaker = String(speaker[..<open].dropLast())
        }
        let isPrivate = speaker.hasSuffix(" (privately)")
        if isPrivate { speaker = String(speaker.dropLast(" (privately)".count)) }
        guard !speaker.isEmpty else { return nil }
        return Step(
            speaker: speaker, isPrivate: isPrivate, label: label, words: words, expected: [], line: line,
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

/// Plays a conversation in a room of its own.
public struct ConversationPlayer {
    public struct Played: Sendable {
        /// What the bot said as the room opened.
        public var opening: [String] = []
        /// What it answered to each step.
        public var answers: [[String]] = []
        public var record: Record
        public var framework: Framework
        /// The first line of an export that got another number than it has there.
        public var firstMoved: Int?
    }

    public var library: Library
    /// Opens the store; called again wherever the conversation is resumed.
    public var openStore: () throws(StoreError) -> any TranscriptStore
    public var clock: Clock
    /// Close and open again between every two lines.
    public var resumesAlways = false
    /// Told of what the bot says as the room opens.
    public var onOpening: ([String]) -> Void = { _ in }
    /// Told of each line as it is spoken and of the answers to it.
    public var onStep: (Conversation.Step, String, [String]) -> Void = { _, _, _ in }

    public static let room = "golden"
    /// When no other time is asked for: a conversation has one time, so that it is the same on every day.
    public static let clock = Clock.fixed(Instant(iso: "2026-10-14T13:20:00Z") ?? Instant(milliseconds: 0))

    public init(
        library: Library, clock: Clock = ConversationPlayer.clock,
        openStore: @escaping () throws(StoreError) -> any TranscriptStore
    ) {
        self.library = library
        self.clock = clock
        self.openStore = openStore
    }

    public enum Failure: Error {
        case setup([Frameworks.Mistake])
        case host(HostError)
    }

    public func play(_ conversation: Conversation) throws(Failure) -> Played {
        let setup = try setup(of: conversation)
        do throws(HostError) {
            var host = try makeHost()
            let opening = RoomOpening(
                room: ConversationPlayer.room, setup: setup, actor: "console", principal: Speech.parent,
                isFromHost: true)
            let opened = try host.open(opening).reply
            let welcome = TextAnswer(opened, in: ConversationPlayer.room, host).lines
            onOpening(welcome)
            var answers: [[String]] = []
            var progress = Progress()
            for step in conversation.steps {
                if step.words == Conversation.resume || resumesAlways { host = try reopened(host) }
                if step.words == Conversation.resume {
                    answers.append([])
                    continue
                }
                answers.append(try speak(step, host, &progress))
            }
            let record = try host.record(of: ConversationPlayer.room)
            let framework = try host.discussion(of: ConversationPlayer.room).setup.framework
            try? host.store.close()
            return Played(
                opening: welcome, answers: answers, record: record, framework: framework,
                firstMoved: progress.firstMoved)
        } catch {
            throw .host(error)
        }
    }

    private struct Progress {
        /// The numbers of labelled lines.
        var labels: [String: Int] = [:]
        var firstMoved: Int?
    }

    private func speak(
        _ step: Conversation.Step, _ host: RoomHost, _ progress: inout Progress
    ) throws(HostError) -> [String] {
        var words = step.words
        for (name, number) in progress.labels.sorted(by: { $0.key < $1.key }) {
            words = words.replacing("{\(name)}", with: "#\(number)")
        }
        let room = ConversationPlayer.room
        let actor = try SpokenName.actor(step.speaker, in: try host.discussion(of: room))
        // Once numbers have moved, a reading that names an entry would be about another one.
        let names = ["targets", "item", "entry"]
        let isMoved =
            progress.firstMoved != nil
            && step.readings?.contains { reading in names.contains { reading.json[$0] != nil } } == true
        let content =
            isMoved ? .said(words) : step.readings.map { Speech.Content.understood($0, words: words) } ?? .said(words)
        let reply = try host.hear(
            Speech(
                room: room, actor: actor, principal: Speech.parent, content, isPrivate: step.isPrivate, isFromHost: true
            ))
        if let label = step.label { progress.labels[label] = reply.number }
        if let number = step.number, number != reply.number, progress.firstMoved == nil { progress.firstMoved = number }
        let lines = TextAnswer(reply, in: room, host).lines
        onStep(step, words, lines)
        return lines
    }

    private func setup(of conversation: Conversation) throws(Failure) -> Setup {
        guard let text = conversation.setupText else { return Setup(framework: Library.builtIn) }
        let checked = SetupReader(library: library, mayReadFiles: false).read(
            yaml: Array(text.utf8), source: conversation.title)
        guard let setup = checked.value else { throw .setup(checked.mistakes) }
        return setup
    }

    private func makeHost() throws(HostError) -> RoomHost {
        do { return RoomHost(store: try openStore(), clock: clock) } catch { throw .storage(error) }
    }

    private func reopened(_ host: RoomHost) throws(HostError) -> RoomHost {
        try? host.store.close()
        return try makeHost()
    }
}

/// The record as it stands in a golden file: without what differs from run to run.
public enum RecordText {
    public static func golden(_ record: Record) -> String {
        var record = record
        record.log = "(any)"
        return JSONEmitter(.pretty).text(record.json)
    }
}

/// Where two texts first differ, for people.
public enum Difference {
    public static func first(_ expected: String, _ found: String) -> String {
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let found = found.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(expected.count, found.count) {
            let left = index < expected.count ? String(expected[index]) : "(nothing)"
            let right = index < found.count ? String(found[index]) : "(nothing)"
            if left != right { return "line \(index + 1)\n  expected: \(left)\n  found:    \(right)" }
        }
        return "no difference"
    }
}
