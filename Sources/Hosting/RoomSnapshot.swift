import Facilitation
import Frameworks
import JSONText
import Transcript

/// A room at one moment: its record, its drafts and its transcript can be made from this on any thread, for as long as it
/// takes, while the room goes on.
public struct RoomSnapshot: Sendable {
    let state: RoomState
    /// As it was then.
    let summary: RoomSummary
    let replaying: Replaying

    public var framework: Framework { state.discussion.setup.framework }

    /// - Parameter session: its number; nil for the latest.
    public func record(session: Int? = nil) throws(HostError) -> Record {
        guard let session, session != state.discussion.session.number else { return state.record }
        guard session >= 1, session < state.discussion.session.number else { throw .unknownSession(session) }
        return try replay(upToSession: session).record
    }

    /// The transcript as people read it; see `ReadableTranscript`.
    public func readableTranscript() throws(HostError) -> String {
        var transcript = try readable()
        var text = transcript.head
        try storage { () throws(StoreError) in
            try replaying.store.forEachEntry(in: state.room) { entry in
                // What came later belongs to another moment.
                guard entry.number <= summary.head else { return false }
                text += transcript.lines(entry)
                return true
            }
        }
        return text + transcript.tail
    }

    /// The discussion as it stands, and as it was at the end of each session before.
    func discussions() throws(HostError) -> [Discussion] {
        var discussions: [Discussion] = []
        for session in 1..<max(1, state.discussion.session.number) {
            discussions.append(try replay(upToSession: session).discussion)
        }
        return discussions + [state.discussion]
    }

    func readable() throws(HostError) -> ReadableTranscript {
        ReadableTranscript(
            discussion: state.discussion, earlier: try discussions().dropLast(), attribution: state.attribution,
            summary: summary)
    }

    private func replay(upToSession session: Int) throws(HostError) -> RoomState {
        var replaying = replaying
        return try replaying.replay(summary, upToSession: session)
    }
}

/// Makes a room's state from its transcript.
struct Replaying: Sendable {
    let store: any TranscriptStore
    /// Frameworks by their hash, so that each is read from the store once.
    var frameworks: [String: Framework]

    mutating func replay(_ summary: RoomSummary, upToSession session: Int?) throws(HostError) -> RoomState {
        var state = RoomState(room: summary.room, log: summary.log, framework: Library.builtIn)
        try catchUp(&state, upToSession: session)
        return state
    }

    /// Takes in what was written after the state's last entry.
    mutating func catchUp(_ state: inout RoomState, upToSession session: Int?) throws(HostError) {
        var failure: HostError?
        var next = state
        let isFresh = state.head == 0
        var mustBeginAgain = false
        var frameworks = frameworks
        try storage { () throws(StoreError) in
            try store.forEachEntry(in: next.room, after: next.head) { entry in
                if let session, entry.session > session { return false }
                if !isFresh, ErasureList.isAct(entry) {
                    mustBeginAgain = true
                    return false
                }
                do throws(HostError) {
                    try next.replay(entry) { hash throws(StoreError) in
                        try Replaying.framework(hash: hash, store, &frameworks)
                    }
                    return true
                } catch {
                    failure = error
                    return false
                }
            }
        }
        self.frameworks = frameworks
        if mustBeginAgain {
            // What is in memory holds words that were erased since.
            state = RoomState(room: state.room, log: state.log, framework: Library.builtIn)
            return try catchUp(&state, upToSession: session)
        }
        if let failure { throw failure }
        state = next
    }

    static func framework(
        hash: String, _ store: any TranscriptStore, _ known: inout [String: Framework]
    ) throws(StoreError) -> Framework? {
        if let known = known[hash] { return known }
        let digits = String(hash.dropFirst("sha256:".count))
        guard let text = try store.framework(hash: digits), let json = try? JSONScanner(depthLimit: 32).scan(text),
            var framework = try? Framework(json: json)
        else { return nil }
        framework.hash = hash
        known[hash] = framework
        return framework
    }
}

func storage<Value>(_ work: () throws(StoreError) -> Value) throws(HostError) -> Value {
    do { return try work() } catch { throw .storage(error) }
}

extension RoomState {
    var record: Record {
        var record = discussion.record(room: room, log: log, head: head)
        record.erased = erased
        if record.attribution != .named {
            record.hideNames(with: ChathamHouseMask(discussion, attribution, typed: []))
        }
        return record
    }
}
