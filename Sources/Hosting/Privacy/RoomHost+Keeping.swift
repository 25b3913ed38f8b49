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
    public func retention(of room: String) throws(HostError) -> Retention? {
        let summary = try summary(of: room)
        if summary.retention.isEmpty { return try discussion(of: room).setup.retention }
        guard let retention = Retention(text: summary.retention) else { throw .damagedRetention(room: room) }
        return retention
    }

    public func purgeDate(of room: String) throws(HostError) -> PurgeDate {
        guard let retention = try retention(of: room) else { return .none }
        let snapshot = try snapshot(of: room)
        let zone = snapshot.state.discussion.setup.zone
        let today = Clock.date(at: clock.now(), in: zone)
        let start = try lastDayHeard(in: room, upTo: snapshot.summary.head) ?? today
        let until = start.adding(days: min(retention.days, Retention.daysMax))
        return until < today ? .due(since: until) : .keep(until: until)
    }

    /// The latest day on which a person wrote, wherever the line stands: one that was written under a wrong clock makes the
    /// room no older. What the keeper of the store does about the room does not make it younger.
    private func lastDayHeard(in room: String, upTo head: Int) throws(HostError) -> CivilDate? {
        var last: CivilDate?
        try storage { () throws(StoreError) in
            try store.forEachEntry(in: room) { entry in
                guard entry.number <= head else { return false }
                if entry.direction == .heard, let day = CivilDate(iso: entry.today) {
                    last = last.map { max($0, day) } ?? day
                }
                return true
            }
        }
        return last
    }

    /// Says how long the room is kept; the transcript tells it.
    public func retain(_ room: String, _ retention: Retention) throws(HostError) {
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
        throw .busyRoom(room)
    }

    private func amend(_ room: String, words: String, _ change: (inout Amendment) -> Void) throws(HostError) {
        try amending(room) { () throws(HostError) -> (made: Void, amendment: Amendment?) in
            let state = try snapshot(of: room).state
            var amendment = Amendment(room: room, acts: [act(state, words: words)])
            change(&amendment)
            return ((), amendment)
        }
    }

    /// Changes a room as it stands: where somebody speaks between the looking and the writing, everything is made anew.
    ///
    /// - Parameter make: what is made of the room, and what is to be written; nothing where that is nil.
    func amending<Made>(
        _ room: String, _ make: () throws(HostError) -> (made: Made, amendment: Amendment?)
    ) throws(HostError) -> Made {
        for _ in 0..<RoomHost.attemptsMax {
            let (made, amendment) = try make()
            guard let amendment else { return made }
            do throws(StoreError) {
                try store.amend(amendment)
                drop(room)
                return made
            } catch {
                guard case .lostRace = error else { throw .storage(error) }
            }
        }
        throw .busyRoom(room)
    }
}
