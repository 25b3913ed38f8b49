import Facilitation
import Foundation
import Frameworks
import Hosting
import SeededRandom
import Transcript

/// A whole meeting made from a seed: invented people talk, rate, disagree, object, draft and type nonsense, while the store
/// is slow and fails, answers are lost and lines sent again, and the host is thrown away and made anew. Afterwards the
/// transcript must hold all that was acknowledged, once, and nothing that nobody said. The same seed plays the same meeting.
public struct SimulatedMeeting {
    /// What went wrong, in words; empty for a good meeting.
    public private(set) var mistakes: [String] = []
    /// What was said and what happened to it, for people to read.
    public private(set) var talk: [String] = []
    public private(set) var figures = Figures()

    /// How much a meeting has proved.
    public struct Figures: Sendable {
        public var lines = 0
        public var entries = 0
        public var faults = 0
        public var restarts = 0
        public var repeats = 0
        /// Answers of support or better, and agreements with statements, that were looked at.
        public var consents = 0
        /// Ratings that were looked for in everything that others can read.
        public var secrets = 0
        public var closedTests = 0
        public var drafts = 0

        public static func + (left: Figures, right: Figures) -> Figures {
            var sum = Figures()
            for path in Figures.all { sum[keyPath: path] = left[keyPath: path] + right[keyPath: path] }
            return sum
        }
        nonisolated(unsafe) private static let all: [WritableKeyPath<Figures, Int>] = [
            \.lines, \.entries, \.faults, \.restarts, \.repeats, \.consents, \.secrets, \.closedTests, \.drafts,
        ]
        public init() {}
    }

    let room: String
    var chance: SeededGenerator
    private let clock = SimulatedClock()
    private let store: UnreliableStore
    private var hosts: [RoomHost] = []
    private var generator: Talk
    private var truth = Truth()
    /// Lines that were acknowledged: the entry that each became.
    private var acknowledged: [(line: SimulatedLine, key: String, entry: Int)] = []
    /// Keys of lines that their sender gave up: they may be there or not.
    private var givenUp: Set<String> = []
    /// Everything that anybody sent, by its key.
    private var sent: [String: SimulatedLine] = [:]

    /// - Parameters:
    ///   - store: a real one, in which there is no room of this seed yet.
    ///   - narrated: whether to note the talk.
    public static func play(seed: UInt64, in store: any TranscriptStore, narrated: Bool = false) throws
        -> SimulatedMeeting
    {
        var meeting = SimulatedMeeting(seed: seed, store: store, isNarrated: narrated)
        try meeting.hold()
        return meeting
    }

    private let isNarrated: Bool

    private init(seed: UInt64, store: any TranscriptStore, isNarrated: Bool) {
        room = "meeting \(seed)"
        self.isNarrated = isNarrated
        chance = SeededGenerator(seed: seed)
        self.store = UnreliableStore(store, clock: clock, chance: SeededGenerator(seed: seed ^ 0x5EED_0001))
        generator = Talk(framework: Library.builtIn, chance: SeededGenerator(seed: seed ^ 0x5EED_0002))
        let workers = chance.happens(oneIn: 4) ? 2 : 1
        for _ in 0..<workers { hosts.append(newHost()) }
    }

    private func newHost() -> RoomHost { RoomHost(store: store, clock: clock.clock) }

    // MARK: The meeting

    private mutating func hold() throws {
        try open()
        for line in generator.joining() { deliver([line]) }
        deliver([SimulatedLine(Talk.facilitator, chance.pick(["/start 8", "/start 8", "/start 1, 8", "/start"]))])
        var now = try calmly { try $0.discussion(of: room) }
        for _ in 0..<(20 + chance.number(below: 40)) {
            let before = now
            disturb()
            deliver(
                chance.happens(oneIn: 12) ? generator.chatter(2 + chance.number(below: 3)) : [generator.next(before)])
            now = try calmly { try $0.discussion(of: room) }
            truth.follow(before, now, acknowledged.last)
            if chance.happens(oneIn: 12), now.step == .gauging { try lookForSecrets(now, newLook()) }
            if now.step == .closed, before.step != .closed { try check(now, newLook()) }
        }
        let look = newLook()
        try lookForSecrets(now, look)
        try check(now, look)
        try checkTranscript(look)
        figures.faults = store.faults
        figures.lines = acknowledged.count
    }

    private func newLook() -> TranscriptCheck { TranscriptCheck(room: room, store: store.store) }

    /// Opens the room as often as it takes.
    private mutating func open() throws {
        let opening = RoomOpening(
            room: room, setup: generator.setup, actor: Talk.facilitator, principal: "bridge:x",
            key: CommandKey(name: "open", body: Array("open".utf8)))
        for _ in 0..<60 {
            do {
                _ = try hosts[0].open(opening)
                return
            } catch HostError.storage(let error) {
                note("  the store: \(error.explanation)")
            }
        }
        mistakes.append("the room was never opened")
    }

    /// The host as it stands, over a store that does not fail just now.
    private func calmly<Value>(_ work: (RoomHost) throws -> Value) rethrows -> Value {
        store.isCalm = true
        defer { store.isCalm = false }
        return try work(hosts[0])
    }

    private mutating func disturb() {
        clock.pass(seconds: chance.number(below: 120))
        if chance.happens(oneIn: 40) {
            // Somebody sets the clock, or the summer ends.
            clock.pass(seconds: chance.pick([-3_600, -86_400, 86_400, 3_600 * 24 * 30]))
            note("  the clock is set to \(clock.now.iso)")
        }
        if chance.happens(oneIn: 10) {
            hosts[chance.number(below: hosts.count)] = newHost()
            figures.restarts += 1
            note("  the host is made anew")
        }
    }

    // MARK: Delivering

    private func speech(_ line: SimulatedLine, key: String) -> Speech {
        var content = Speech.Content.said(line.words)
        if let operation = line.operation { content = .operation(name: operation.name, fields: operation.fields) }
        return Speech(
            room: room, actor: line.actor, principal: "bridge:x", content, isPrivate: line.isPrivate,
            key: CommandKey(name: key, body: Array("\(line.actor) \(line.words)".utf8)))
    }

    /// Sends lines together until each was acknowledged or refused, or its sender gives up.
    private mutating func deliver(_ lines: [SimulatedLine]) {
        var waiting: [(line: SimulatedLine, key: String)] = []
        for line in lines {
            let key = "k\(sent.count + 1)"
            sent[key] = line
            waiting.append((line, key))
            note("\(line.actor)\(line.isPrivate ? " (privately)" : ""): \(line.words)")
        }
        for attempt in 0..<60 where !waiting.isEmpty {
            if attempt > 0 { figures.repeats += waiting.count }
            let host = hosts[chance.number(below: hosts.count)]
            let results = host.hear(waiting.map { speech($0.line, key: $0.key) })
            let isAnswerLost = chance.happens(oneIn: 15)
            waiting = zip(waiting, results).compactMap { take($0, $1, isAnswerLost: isAnswerLost) }
            if chance.happens(oneIn: 60) {
                givenUp.formUnion(waiting.map(\.key))
                waiting = []
            }
        }
        for line in waiting { mistakes.append("line \(line.key) was never taken: \(line.line.words)") }
        if chance.happens(oneIn: 12) { sendAgain() }
    }

    /// - Returns: the line, when it has to be sent again.
    private mutating func take(
        _ sent: (line: SimulatedLine, key: String), _ result: Result<Reply, HostError>, isAnswerLost: Bool
    ) -> (line: SimulatedLine, key: String)? {
        switch result {
        case .success(let reply):
            if isAnswerLost { return sent }
            acknowledged.append((sent.line, sent.key, reply.number))
            let refusal = reply.declined.map { ", declined: \($0.message)" } ?? ""
            note("  entry \(reply.number)\(reply.isRepeated ? " (again)" : "")\(refusal)")
            for entry in reply.entries where entry.direction == .said { note("  > \(entry.words)") }
            return nil
        case .failure(.storage(let error)):
            note("  the store: \(error.explanation)")
            return sent
        case .failure(.refused(_, let message, _)):
            note("  refused: \(message)")
            if sent.line.operation == nil { mistakes.append("line \(sent.key) was refused: \(message)") }
            return nil
        case .failure(let error):
            mistakes.append("line \(sent.key) (\(sent.line.words.prefix(60))): \(error.explanation)")
            return nil
        }
    }

    /// A line of long ago, as a chat service delivers it again after an outage.
    private mutating func sendAgain() {
        guard !acknowledged.isEmpty else { return }
        let old = chance.pick(acknowledged)
        figures.repeats += 1
        let result = hosts[chance.number(below: hosts.count)].hear([speech(old.line, key: old.key)])[0]
        guard case .success(let reply) = result else { return }
        if reply.number != old.entry || !reply.isRepeated {
            mistakes.append("line \(old.key) was entry \(old.entry), and sent again it is \(reply.number)")
        }
    }

    private mutating func note(_ line: String) { if isNarrated { talk.append(line) } }

    // MARK: Looking

    private mutating func check(_ discussion: Discussion, _ look: TranscriptCheck) throws {
        let found = truth.consents(in: discussion, try kept(look))
        figures.consents += found.count
        figures.closedTests += discussion.areas.values.flatMap(\.proposals).count { $0.outcome != .open }
        mistakes += found.mistakes
        mistakes += try look.readings(of: discussion)
        let drafts = try look.drafts()
        figures.drafts += drafts.count
        mistakes += drafts.mistakes
    }

    private mutating func lookForSecrets(_ discussion: Discussion, _ look: TranscriptCheck) throws {
        let secrets = truth.secrets(try kept(look))
        figures.secrets += secrets.count
        mistakes += try look.leaks(of: secrets, discussion)
    }

    /// What is in the transcript of all that was sent, with lines whose sender gave up and never heard of them.
    private func kept(_ look: TranscriptCheck) throws -> [(entry: Int, line: SimulatedLine)] {
        try look.entries().compactMap { entry in
            entry.key.flatMap { sent[$0] }.map { (entry.number, $0) }
        }
    }

    private mutating func checkTranscript(_ look: TranscriptCheck) throws {
        mistakes += try look.everything(acknowledged, givenUp: givenUp)
        for host in hosts {
            store.isCalm = true
            mistakes += try look.difference(from: host)
            store.isCalm = false
        }
        figures.entries = try look.entries().count
    }
}
