import Facilitation
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

    /// Every session, oldest first.
    public func records() throws(HostError) -> [Record] { try earlierSessions(\.record) + [state.record] }

    /// The discussion as it was at the end of each session, and as it stands.
    func discussions() throws(HostError) -> [Discussion] {
        try earlierSessions(\.discussion) + [state.discussion]
    }

    func readable() throws(HostError) -> ReadableTranscript {
        ReadableTranscript(state, earlier: try earlierSessions(\.discussion), summary: summary)
    }

    private func earlierSessions<Value>(_ value: (RoomState) -> Value) throws(HostError) -> [Value] {
        var found: [Value] = []
        var replaying = replaying
        try replaying.forEachSession(before: state.discussion.session.number, of: summary) { found.append(value($0)) }
        return found
    }

    private func replay(upToSession session: Int) throws(HostError) -> RoomState {
        var replaying = replaying
        return try replaying.replay(summary, upToSession: session)
    }
}
