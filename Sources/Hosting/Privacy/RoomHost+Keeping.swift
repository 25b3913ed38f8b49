import Facilitation
import Transcript

/// What is to be done about a room's date.
public enum PurgeDate: Sendable, Hashable {
    /// Nobody has said how long to keep it.
    case none
    /// To be kept up to this day.
    case keep(until: CivilDate)
    /// It was to be kept up to this day, which is past.
    case due(since: CivilDate)
}

// Keeping a room, and letting it go.
extension RoomHost {
    /// For how long a room is kept: as its owner says, else as its set-up says.
    public func retention(of room: String) throws(HostError) -> RoomRetention? {
        let summary = try summary(of: room)
        if !summary.retention.isEmpty { return RoomRetention(text: summary.retention) }
        return try discussion(of: room).setup.retention.map { RoomRetention(days: $0.days, label: $0.label) }
    }

    public func purgeDate(of room: String) throws(HostError) -> PurgeDate {
        guard let retention = try retention(of: room) else { return .none }
        let snapshot = try snapshot(of: room)
        let last = try lastHeard(in: room, head: snapshot.summary.head)
        let zone = snapshot.state.discussion.setup.zone
        let today = Clock.date(at: clock.now(), in: zone)
        let start = last.flatMap { CivilDate(iso: $0.today) } ?? today
        let until = Clock.day(start, plus: min(retention.days, RoomRetention.daysMax))
        return until < today ? .due(since: until) : .keep(until: until)
    }

    /// The last line of a person: what the keeper of the store does about the room does not make it younger.
    private func lastHeard(in room: String, head: Int) throws(HostError) -> Entry? {
        let page = 200
        var upTo = head
        while upTo > 0 {
            let found = try entries(of: room, after: max(0, upTo - page), limit: min(page, upTo))
            if let last = found.last(where: { $0.direction == .heard }) { return last }
            upTo -= page
        }
        return nil
    }

    /// Says how long the room is kept; the transcript tells it.
    public func retain(_ room: String, _ retention: RoomRetention) throws(HostError) {
        try amend(room, words: PrivacyWords.retained(retention)) { $0.retention = retention.text }
    }

    /// Puts a room on hold, so that nothing of it can be purged, or lifts the hold; the transcript tells it.
    public func hold(_ room: String, isOn: Bool, because: String) throws(HostError) {
        let words = isOn ? PrivacyWords.held(because: because) : PrivacyWords.holdLifted(because: because)
        try amend(room, words: words) { $0.hold = .init(isOn: isOn, because: because) }
    }

    /// Takes a whole room out of the store, with nothing in it that was not looked at. `finishErasing` cleans the files
    /// afterwards.
    ///
    /// Errors: `storage(.held)`, `noRetention`, `notYetDue`.
    ///
    /// Returns what the room was, for the owner's list of what was destroyed.
    @discardableResult
    public func purge(_ room: String) throws(HostError) -> RoomSummary {
        for _ in 0..<RoomHost.attemptsMax {
            let summary = try summary(of: room)
            if summary.hold { throw .storage(.held(room: room, because: summary.holdBecause)) }
            switch try purgeDate(of: room) {
            case .none: throw .noRetention(room)
            case .keep(let until): throw .notYetDue(room, until: until.iso)
            case .due: break
            }
            do throws(StoreError) {
                try store.purge(room: room, ifHeadIs: summary.head)
                drop(room)
                return summary
            } catch {
                // Somebody spoke since the room was looked at, so it may be due no more: look again.
                guard case .lostRace = error else { throw .storage(error) }
            }
        }
        throw .storage(.lostRace(room: room, number: 0))
    }

    private func amend(_ room: String, words: String, _ change: (inout Amendment) -> Void) throws(HostError) {
        let state = try snapshot(of: room).state
        var amendment = Amendment(room: room, acts: [act(state, words: words)])
        change(&amendment)
        try storage { () throws(StoreError) in try store.amend(amendment) }
    }
}
