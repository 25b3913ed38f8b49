import Facilitation
import Hosting
import LineProtocol
import Transcript

// What a connection hears of rooms without asking.
//
// A connection follows a room from when it opens it, speaks in it, or has read it to its end with `sync`. From then on it
// gets every event of the room, in order and without gaps; what it may not read comes as `withheld`. A `sync` that leaves
// something out (`more`) holds the events back until the client has read on to the end, so that the numbers never jump.
// `hello` alone follows nothing: a client reads from where it stopped, with `sync`, and is then live.
//
// A room can be purged and made anew under its name while somebody follows it. Its numbers may look as if they went on
// from the old ones, so nothing of the new transcript is sent: the client is told to go, and asks with `sync` anew.
//
// What the store cannot give just now is never passed over. Events of others wait until it can, and come then. Events of a
// client's own command come before their reply all the same; the jump in their numbers sends it to `sync`.
extension Connection {
    /// So many entries are read from the store at once.
    static let pageSize = 256

    enum Following: Hashable {
        /// It was sent everything up to this number, of the transcript with this name.
        case live(upTo: Int, log: String)
        /// It is reading page by page.
        case paging
    }

    /// Events of its own command, with their `cause`.
    func follow(_ reply: Reply, in room: String) {
        guard let first = reply.entries.first, let last = reply.entries.last, !isReplaced(room, by: reply.log) else {
            return
        }
        let isWhole = catchUp(to: first.number, in: room, of: reply.log)
        for entry in reply.entries { send(hearsAtOnce(entry) ? ServerLine.event(entry) : ServerLine.withheld(entry)) }
        if following[room] != .paging {
            follows(room, isWhole ? .live(upTo: last.number, log: reply.log) : .paging)
        }
    }

    /// Events that another connection caused.
    func overhear(_ reply: Reply, in room: String, _ attribution: SpeakerAttribution) {
        guard case .live = following[room], let first = reply.entries.first, let last = reply.entries.last,
            !isReplaced(room, by: reply.log), catchUp(to: first.number, in: room, of: reply.log)
        else { return }
        for entry in reply.entries { overhear(entry, attribution) }
        follows(room, .live(upTo: last.number, log: reply.log))
    }

    /// Whether another transcript stands in the place of the one that is followed here. Then the client is told to go.
    func isReplaced(_ room: String, by log: String) -> Bool {
        guard case .live(_, let known) = following[room], known != log else { return false }
        dismiss(.logChanged)
        return true
    }

    /// Events that another program caused, up to the number of the last one.
    ///
    /// - Parameter log: the name of the transcript that stands there now.
    /// - Returns: true when there was something to send.
    func overhearOthers(in room: String, of log: String, upTo head: Int) -> Bool {
        if isReplaced(room, by: log) { return true }
        var hasSent = false
        // Their entries may say who may speak now, and who is named.
        guard case .live(let known, _) = following[room], known < head,
            let attribution = switchboard.reading({ () throws(HostError) in try host.attribution(in: room) })
        else { return false }
        while case .live(let upTo, _) = following[room], upTo < head,
            let page = switchboard.reading({ () throws(HostError) in
                try host.entries(of: room, after: upTo, limit: min(Connection.pageSize, head - upTo))
            }), let last = page.last
        {
            for entry in page { overhear(entry, attribution) }
            follows(room, .live(upTo: last.number, log: log))
            hasSent = true
        }
        return hasSent
    }

    /// Sends what another program wrote into the room before this entry.
    ///
    /// - Returns: false when not all of it can be read just now; then the connection is live up to where it could.
    func catchUp(to number: Int, in room: String, of log: String) -> Bool {
        guard case .live(let upTo, _) = following[room], upTo + 1 < number else { return true }
        _ = overhearOthers(in: room, of: log, upTo: number - 1)
        return following[room] == .live(upTo: number - 1, log: log)
    }

    private func overhear(_ entry: Entry, _ attribution: SpeakerAttribution) {
        if options.mode == .text { return overhearText(entry, attribution) }
        guard hearsAtOnce(entry) else { return send(ServerLine.withheld(entry)) }
        send(ServerLine.event(entry, hidesSpeaker: hidesSpeaker(of: entry, attribution), hidesCause: true))
    }

    /// An event that is read again. Its `cause` is told to the principal whose command it was.
    func repeated(_ entry: Entry, _ attribution: SpeakerAttribution, isOwn: Bool) -> [UInt8] {
        guard maySee(entry) else { return ServerLine.withheld(entry) }
        return ServerLine.event(entry, hidesSpeaker: hidesSpeaker(of: entry, attribution), hidesCause: !isOwn)
    }

    private func hidesSpeaker(of entry: Entry, _ attribution: SpeakerAttribution) -> Bool {
        entry.principal != options.principal && attribution.hidesSpeaker(of: entry)
    }

    private func overhearText(_ entry: Entry, _ attribution: SpeakerAttribution) {
        // The clock has no words.
        guard hearsAtOnce(entry), !entry.erased, !entry.words.isEmpty else { return }
        let sender = hidesSpeaker(of: entry, attribution) ? SpeakerAttribution.nameless : entry.speaker
        let people = (try? host.discussion(of: entry.room))?.people
        let recipient = entry.to.map { id in
            guard let people, let member = people.find(actor: id) else { return id }
            return people[member].name
        }
        let lines = TextLineWriter().message(number: entry.number, from: sender, to: recipient, text: entry.words)
        for line in lines { send(Array(line.utf8)) }
    }

    // MARK: Closing

    /// Tells the client why it must leave and how to go on.
    func sayGoodbye(_ dismissal: Dismissal) {
        if options.mode == .text {
            let lines = TextLineWriter().failure(code: dismissal.rawValue, message: dismissal.words)
            for line in lines { send(Array(line.utf8)) }
            return
        }
        var resume: [String: (log: String, after: Int)] = [:]
        for (room, state) in following {
            if case .live(let upTo, let log) = state { resume[room] = (log, upTo) }
        }
        send(ServerLine.closing(dismissal, message: dismissal.words, resume: resume))
    }
}

extension Dismissal {
    /// For people.
    public var words: String {
        switch self {
        case .slowConsumer:
            "You did not read what you were sent. Connect again, and ask for what came since with sync."
        case .shuttingDown: "The server is stopping. Connect again later, and ask for what came since with sync."
        case .logChanged:
            "A room that you follow was made anew under its name, so it has another log now. Connect again, and ask for it with sync."
        case .notAuthenticated: "You did not say who you are. Connect again and begin with hello and your token."
        }
    }
}
