import Facilitation
import Frameworks
import JSONText
import Transcript

/// Makes a room's state from its transcript.
struct Replaying: Sendable {
    let store: any TranscriptStore
    var frameworks = HeldFrameworks()

    mutating func replay(_ summary: RoomSummary, upToSession session: Int?) throws(HostError) -> RoomState {
        var state = RoomState(room: summary.room, log: summary.log, framework: Library.builtIn)
        try catchUp(&state, upToSession: session)
        return state
    }

    /// Shows the room as it was at the end of each session before this one, oldest first. However many there are, the
    /// transcript is read once.
    mutating func forEachSession(
        before latest: Int, of summary: RoomSummary, _ body: (RoomState) -> Void
    ) throws(HostError) {
        guard latest > 1 else { return }
        var state = RoomState(room: summary.room, log: summary.log, framework: Library.builtIn)
        var session = 1
        var failure: HostError?
        var frameworks = frameworks
        try storage { () throws(StoreError) in
            try store.forEachEntry(in: summary.room) { entry in
                guard entry.session < latest else { return false }
                while session < entry.session {
                    body(state)
                    session += 1
                }
                failure = Replaying.take(entry, into: &state, store, &frameworks)
                return failure == nil
            }
        }
        self.frameworks = frameworks
        if let failure { throw failure }
        for _ in session..<latest { body(state) }
    }

    /// Nil when it was taken in.
    private static func take(
        _ entry: Entry, into state: inout RoomState, _ store: any TranscriptStore,
        _ frameworks: inout HeldFrameworks
    ) -> HostError? {
        do throws(HostError) {
            try state.replay(entry) { hash throws(HostError) in
                try Replaying.framework(hash: hash, store, &frameworks)
            }
            return nil
        } catch {
            return error
        }
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
                failure = Replaying.take(entry, into: &next, store, &frameworks)
                return failure == nil
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

    /// Nil for a framework that is not there.
    static func framework(
        hash: String, _ store: any TranscriptStore, _ known: inout HeldFrameworks
    ) throws(HostError) -> Framework? {
        if let known = known[hash] { return known }
        guard let name = FrameworkHash(hash) else { return nil }
        guard let text = try storage({ () throws(StoreError) in try store.framework(hash: name.digits) }) else {
            return nil
        }
        let framework = try Framework(stored: text, name)
        known.keep(framework)
        return framework
    }
}

extension Framework {
    /// From the text that a store keeps under this hash.
    init(stored text: String, _ hash: FrameworkHash) throws(HostError) {
        do {
            try self.init(json: try JSONScanner(depthLimit: 32).scan(text))
        } catch {
            throw .damagedFramework(hash: hash.name)
        }
        self.hash = hash.name
    }
}
