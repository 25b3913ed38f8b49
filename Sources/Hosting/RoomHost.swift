import Facilitation
import Frameworks
import JSONText
import Transcript

/// Rooms: hear, think, record, and only then let anybody be told.
///
/// Used from one thread. What is heard together is written together, in one synced transaction over all rooms; when it
/// cannot be written, nothing of it has happened.
public final class RoomHost {
    public let store: any TranscriptStore
    public let clock: Clock
    private var rooms = HeldRooms()
    private var replaying: Replaying
    private var days = CivilDays()
    /// Of rooms in which somebody was erased, by the name of their log.
    private var keySecrets: [String: KeySecret] = [:]
    /// Another worker may write the same room first, or purge it; then lines are thought about again, so often at most.
    static let attemptsMax = 8

    /// - Parameter roomsHeldMax: so many rooms are kept in memory; others are read from the store when they are needed.
    public init(
        store: any TranscriptStore, clock: Clock = .system, roomsHeldMax: Int = HeldRooms.countMaxDefault
    ) {
        rooms = HeldRooms(countMax: roomsHeldMax)
        self.store = store
        self.clock = clock
        replaying = Replaying(store: store)
    }

    /// How many rooms are in memory.
    public var roomsHeld: Int { rooms.count }

    /// How many frameworks are in memory beside those of the rooms, without the built-in one.
    public var frameworksHeld: Int { replaying.frameworks.count }

    // MARK: Opening

    /// Makes a room and its first session. The same key again with the same body gives the first answer again.
    public func open(_ opening: RoomOpening) throws(HostError) -> (reply: Reply, log: String) {
        let (room, setup, speech) = (opening.room, opening.setup, Speech(opening))
        if let repeated = try repeated(speech) {
            return (repeated, try held(room).state.log)
        }
        if try storage({ () throws(StoreError) in try store.room(room) }) != nil {
            guard speech.key != nil else { throw .roomExists(room) }
            let log = try current(room).log
            guard let repeated = try repeatedAfterErasure(speech) else { throw .roomExists(room) }
            return (repeated, log)
        }
        guard RoomName.isFit(room) else { throw .unfitRoomName(room) }
        let at = clock.now()
        let made = NewRoom(room: room, title: setup.title, madeAt: at.iso)
        var state = RoomState(room: room, log: made.log, framework: setup.framework)
        let thought = try state.think(speech, at: at, today: days.date(at: at, in: setup.zone))
        let framework = JSONEmitter(.compact).text(setup.framework.canonicalJSON)
        let batch = AppendBatch(rooms: [made], frameworks: [framework], entries: thought.entries)
        do throws(StoreError) { try store.append(batch) } catch {
            // Another worker made it just now.
            if case .roomExists = error { throw .roomExists(room) }
            throw .storage(error)
        }
        replaying.frameworks.keep(setup.framework)
        rooms.keep(state)
        return (thought.reply, made.log)
    }

    // MARK: Hearing

    /// Hears several lines, in order, and writes them and the bot's words together. Each has its own result; a line that
    /// cannot be taken does not hold up the others. When the store cannot be written, all of them fail with the same error.
    public func hear(_ speeches: [Speech]) -> [Result<Reply, HostError>] {
        for attempt in 0..<RoomHost.attemptsMax {
            // Nearly every key is new, and the store takes none twice: they are looked up when it has refused one.
            var pass = Pass(looksUpKeys: attempt > 0)
            var results: [Result<Reply, HostError>] = []
            for speech in speeches { results.append(think(speech, &pass)) }
            if pass.mustBeginAgain { continue }
            do {
                if !pass.entries.isEmpty { try store.append(pass.entries) }
                for state in pass.states.values { rooms.keep(state) }
                return results
            } catch {
                switch error {
                case .lostRace, .gap, .keyTaken, .unknownRoom:
                    // What is in memory is behind what another worker wrote: read on. A room that was purged is dropped,
                    // and one that was made anew is read from its beginning.
                    for room in pass.states.keys.sorted() where (try? current(room)) == nil { rooms.drop(room) }
                    continue
                default:
                    // It may be, and nobody knows how far: read it again.
                    for room in pass.states.keys { rooms.drop(room) }
                    return results.map { $0.flatMap { _ in .failure(.storage(error)) } }
                }
            }
        }
        return speeches.map { .failure(.busyRoom($0.room)) }
    }

    public func hear(_ speech: Speech) throws(HostError) -> Reply {
        try hear([speech])[0].get()
    }

    /// What has been thought but not yet written.
    private struct Pass {
        let looksUpKeys: Bool
        /// Whether something was refused by a state that others have changed since.
        var mustBeginAgain = false
        var states: [String: RoomState] = [:]
        var entries: [PendingEntry] = []
        var keys: [String: (body: [UInt8], reply: Reply)] = [:]

        init(looksUpKeys: Bool) { self.looksUpKeys = looksUpKeys }

        /// Changes the room's state where it stands: a copy that two places hold would be copied again for each line.
        mutating func change<Value>(
            _ room: String, from held: (String) throws(HostError) -> HeldRoom,
            _ body: (inout RoomState) throws(HostError) -> Value
        ) throws(HostError) -> Value {
            if let index = states.index(forKey: room) { return try body(&states.values[index]) }
            var state = try held(room).state
            defer { states[room] = state }
            return try body(&state)
        }
    }

    private func think(_ speech: Speech, _ pass: inout Pass) -> Result<Reply, HostError> {
        do throws(HostError) {
            if let reply = try repeated(speech, in: pass) { return .success(reply) }
            if let reply = try repeatedAfterErasure(speech) { return .success(reply) }
            return .success(try thinkAnew(speech, &pass))
        } catch {
            return .failure(error)
        }
    }

    private func thinkAnew(_ speech: Speech, _ pass: inout Pass) throws(HostError) -> Reply {
        let thought: RoomState.Thought
        do throws(HostError) {
            thought = try pass.change(speech.room, from: held) { state throws(HostError) in
                let at = clock.now()
                return try state.think(speech, at: at, today: days.date(at: at, in: state.discussion.setup.zone))
            }
        } catch {
            // What is refused now may have been taken when it came first.
            if !pass.looksUpKeys, let reply = try repeated(speech) { return reply }
            // Nothing is refused in the name of a room that was purged meanwhile, and is remembered here only.
            let there = try summary(of: speech.room)
            // What is refused is not appended, so no lost race tells that another worker has changed the room: *somebody
            // who joined there, or a round that was opened there.*
            if let held = rooms[speech.room], held.state.head != there.head || held.state.log != there.log {
                _ = try current(speech.room)
                pass.mustBeginAgain = true
            }
            throw error
        }
        pass.entries += thought.entries
        if let key = speech.key { pass.keys[keyName(speech, key)] = (key.body, thought.reply) }
        return thought.reply
    }

    private func keyName(_ speech: Speech, _ key: CommandKey) -> String {
        "\(speech.principal)\u{0}\(speech.room)\u{0}\(key.name)"
    }

    private func repeated(_ speech: Speech, in pass: Pass) throws(HostError) -> Reply? {
        guard let key = speech.key else { return nil }
        guard let waiting = pass.keys[keyName(speech, key)] else {
            return pass.looksUpKeys ? try repeated(speech) : nil
        }
        guard waiting.body == key.body else { throw .keyReused }
        var reply = waiting.reply
        reply.isRepeated = true
        reply.entries = []
        return reply
    }

    /// The first answer to a command that was delivered before, from the transcript itself.
    private func repeated(_ speech: Speech) throws(HostError) -> Reply? {
        guard let key = speech.key else { return nil }
        let found = try storage { () throws(StoreError) in
            try store.entry(forKey: key.name, principal: speech.principal, room: speech.room)
        }
        guard let found else { return nil }
        return try firstAnswer(found, to: key)
    }

    /// As `repeated`, where the key went with somebody's words: it is known from what stayed of it.
    private func repeatedAfterErasure(_ speech: Speech) throws(HostError) -> Reply? {
        guard let key = speech.key else { return nil }
        let erased = try held(speech.room).state.erasedKeys
        guard !erased.isEmpty, let secret = try keySecret(of: speech.room),
            let number = erased.entry(forKey: key.name, principal: speech.principal, secret)
        else { return nil }
        let found = try storage { () throws(StoreError) in try store.entry(room: speech.room, number: number) }
        guard let found else { return nil }
        return try firstAnswer(KeyedEntry(erased: found), to: key)
    }

    /// Nil where nobody was erased yet. It never changes after that.
    private func keySecret(of room: String) throws(HostError) -> KeySecret? {
        let log = try held(room).state.log
        if let known = keySecrets[log] { return known }
        let secret = try storage { () throws(StoreError) in try store.keySecret(of: room) }
        keySecrets[log] = secret
        return secret
    }

    private func firstAnswer(_ found: KeyedEntry, to key: CommandKey) throws(HostError) -> Reply {
        let secret = found.entry.erased ? try keySecret(of: found.entry.room) : nil
        switch found.matches(body: key.body, secret: secret) {
        case .other: throw .keyReused
        case .same, .erased: return Reply(repeating: found.entry) ?? Reply(number: found.entry.number)
        }
    }

    // MARK: Time

    /// Rooms in which the time of the open area is used up and, as far as is known here, nobody was told.
    public func roomsOutOfTime() -> [String] {
        let now = clock.now()
        return rooms.timeEnds.filter { $0.value <= now }.keys.sorted()
    }

    /// Tells the room, once, that the time of its area is used up. Whoever asks first does it, over all workers.
    ///
    /// - Returns: nil where there is nothing to tell.
    public func noteTime(in room: String) throws(HostError) -> Reply? {
        for _ in 0..<RoomHost.attemptsMax {
            let at = clock.now()
            guard let end = rooms.timeEnds[room], end <= at else { return nil }
            do throws(HostError) {
                // Another worker may have told it, or somebody there may have given the area more time.
                var state = try current(room)
                guard let end = state.discussion.timeEnds, end <= at else { return nil }
                let today = days.date(at: at, in: state.discussion.setup.zone)
                let thought = try state.think(.timePassed(in: room), at: at, today: today)
                try storage { () throws(StoreError) in try store.append(thought.entries) }
                rooms.keep(state)
                return thought.reply
            } catch {
                switch error {
                // What another worker wrote just now is read first.
                case .storage(.lostRace), .storage(.gap): continue
                case .storage: rooms.drop(room)
                // It was purged, or cannot be read: it is not asked again in a second.
                default: rooms.forgetTime(of: room)
                }
                throw error
            }
        }
        throw .busyRoom(room)
    }

    // MARK: Rooms

    /// The room's discussion as it stands now, with everything that other workers wrote.
    public func discussion(of room: String) throws(HostError) -> Discussion { try current(room).discussion }

    /// The room as it stands now, to be read elsewhere.
    public func snapshot(of room: String) throws(HostError) -> RoomSnapshot {
        let state = try current(room)
        var summary = try summary(of: room)
        if summary.head != state.head {
            // Somebody wrote in between. What they wrote belongs to another moment, and so does its hash.
            summary.head = state.head
            let hash = try storage { () throws(StoreError) in try store.hash(of: state.head, in: room) }
            summary.headHash = hash ?? ""
        }
        return RoomSnapshot(state: state, summary: summary, replaying: replaying)
    }

    public func record(of room: String, session: Int? = nil) throws(HostError) -> Record {
        try snapshot(of: room).record(session: session)
    }

    public func readableTranscript(of room: String) throws(HostError) -> String {
        try snapshot(of: room).readableTranscript()
    }

    /// Whose lines are read without their speaker by others.
    public func attribution(in room: String) throws(HostError) -> SpeakerAttribution {
        try current(room).attribution
    }

    /// As `attribution(in:)`, from what was heard here last, without asking the store what others wrote.
    public func heldAttribution(in room: String) throws(HostError) -> SpeakerAttribution {
        try held(room).state.attribution
    }

    public func summary(of room: String) throws(HostError) -> RoomSummary {
        guard let summary = try storage({ () throws(StoreError) in try store.room(room) }) else {
            throw .unknownRoom(room)
        }
        return summary
    }

    public func isThere(_ room: String) throws(HostError) -> Bool {
        try storage { () throws(StoreError) in try store.room(room) } != nil
    }

    public func roomSummaries() throws(HostError) -> [RoomSummary] {
        try storage { () throws(StoreError) in try store.rooms() }
    }

    public func entries(of room: String, after: Int, limit: Int) throws(HostError) -> [Entry] {
        try storage { () throws(StoreError) in try store.entries(in: room, after: after, limit: limit) }
    }

    /// Which connection spoke last for this person; nil when none has.
    public func principal(of actor: String, in room: String) throws(HostError) -> String? {
        try held(room).state.principals[actor]
    }

    /// Forgets what is in memory of a room; it is read from the store when it is next needed.
    func drop(_ room: String) { rooms.drop(room) }

    func framework(hash: String) throws(HostError) -> Framework? {
        try Replaying.framework(hash: hash, store, &replaying.frameworks)
    }

    private func held(_ room: String) throws(HostError) -> HeldRoom {
        if let held = rooms[room] { return held }
        return rooms.keep(try replay(room))
    }

    /// The room's state, with what others may have written since.
    private func current(_ room: String) throws(HostError) -> RoomState {
        var state = try held(room).state
        let summary = try summary(of: room)
        guard summary.head != state.head || summary.log != state.log else { return state }
        if summary.log != state.log || summary.head < state.head {
            state = try replay(room)
        } else {
            try replaying.catchUp(&state, upToSession: nil)
        }
        rooms.keep(state)
        return state
    }

    private func replay(_ room: String) throws(HostError) -> RoomState {
        try replaying.replay(try summary(of: room), upToSession: nil)
    }
}
