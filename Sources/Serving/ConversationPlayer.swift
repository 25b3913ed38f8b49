import Facilitation
import Frameworks
import Hosting
import JSONText
import Transcript

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
