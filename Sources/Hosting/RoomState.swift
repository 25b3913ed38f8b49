import Facilitation
import JSONText
import Transcript

/// One room as it is in memory: what its transcript adds up to so far. Dropping it loses nothing.
struct RoomState: Sendable {
    var room: String
    var log: String
    var head: Int
    var discussion: Discussion
    /// Which connection speaks for which person, to know who may be shown a private line; of everybody who ever spoke.
    var principals: [String: String] = [:]
    /// Entries of which words or a name were erased.
    private(set) var erased: [Int] = []
    /// The keys that went with them.
    private(set) var erasedKeys = ErasedKeys()
    /// Which principal spoke for a person first, or opened the room with them as its facilitator: nobody else may act as
    /// that person unless a configuration says so; whoever does then has the person from then on.
    private(set) var owners: [String: String] = [:]
    /// Who is named for which line.
    private(set) var attribution = SpeakerAttribution()

    init(room: String, log: String, framework: Framework) {
        self.room = room
        self.log = log
        head = 0
        discussion = Discussion(framework: framework)
    }

    /// Names under which somebody spoke without having joined; a single letter is none.
    var namesNotJoined: [String] {
        let strangers = principals.keys.filter { discussion.people.find(actor: $0) == nil && !MadeID.isOne($0) }
        // A bridge puts the chat before the name: *irc.home:zed marlow*.
        let names = strangers.compactMap(PersonFound.typedName).compactMap { name in
            name.split(separator: ":").last.map(String.init)
        }
        return Set(names.filter { $0.count > 1 }).sorted()
    }

    // MARK: Replay

    /// Takes in an entry that is in the transcript already.
    mutating func replay(
        _ entry: Entry, framework: (String) throws(HostError) -> Framework?
    ) throws(HostError) {
        head = entry.number
        if entry.erased {
            erased.append(entry.number)
            erasedKeys.take(entry)
        }
        guard entry.direction == .heard, let actor = entry.by else { return }
        if principals[actor] != entry.principal { principals[actor] = entry.principal }
        let isDeclined = Reply.isDeclined(entry)
        let heard = try RoomState.heard(entry, framework: framework)
        own(actor, heard, entry.principal)
        var said = heard
        // Who said it is told, or not, as it was when it came.
        if isDeclined { said.readings = RoomState.readingsOfDeclined(entry) }
        let bearing = discussion.bearing(of: said)
        if isDeclined {
            discussion.hearDeclined(heard)
        } else {
            _ = discussion.hear(heard)
        }
        attribution.take(said, bearing, discussion, isErased: entry.erased)
    }

    /// What cannot be read is left out: none of it is asked again.
    private static func readingsOfDeclined(_ entry: Entry) -> [Reading] {
        let items = (try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? []
        return items.compactMap { item in try? Reading(json: item) { _ in nil } }
    }

    private mutating func own(_ actor: String, _ heard: Heard, _ principal: String) {
        // Nobody else was let in but whom a configuration vouches for, or anybody where there is none, and the parent of
        // stdio, who takes nobody over.
        let isTaken = !heard.isFromHost && principal != Speech.parent && owners[actor] != principal
        if owners[actor] == nil || isTaken { owners[actor] = principal }
        // Whoever runs the program may name facilitators for others to speak for.
        guard !heard.isFromHost else { return }
        for reading in heard.readings {
            guard case .opened(let setup) = reading.event else { continue }
            for member in setup.members where member.role == .facilitator {
                if let id = member.id, owners[id] == nil { owners[id] = principal }
            }
        }
    }

    static func heard(
        _ entry: Entry, framework: (String) throws(HostError) -> Framework?
    ) throws(HostError) -> Heard {
        let damaged = HostError.damagedEntry(room: entry.room, number: entry.number)
        guard let at = Instant(iso: entry.at), let today = CivilDate(iso: entry.today) else { throw damaged }
        let details = LineDetails(json: entry.details)
        var readings: [Reading] = []
        // Neither a store nor a framework that cannot be read is a damaged entry.
        var failure: HostError?
        // What was refused then is not asked again: a later version might rule otherwise, and history would change.
        if !entry.reading.isEmpty, !Reply.isDeclined(entry) {
            do {
                readings = try StoredReadings.readings(entry.reading) { hash in
                    do throws(HostError) {
                        return try framework(hash)
                    } catch {
                        failure = error
                        return nil
                    }
                }
            } catch {
                throw failure ?? damaged
            }
        }
        return Heard(
            entry: entry.number, actor: entry.by ?? "", at: at, today: today, isPrivate: entry.to != nil,
            words: entry.shownWords, readings: readings, isFromHost: details.isFromHost,
            channelIsPrivate: details.channelIsPrivate)
    }

    // MARK: Thinking

    struct Thought {
        var entries: [PendingEntry]
        var reply: Reply
    }

    /// Hears this, and gives the entries to write before anybody is told. A line that is refused leaves no trace.
    ///
    /// - Parameter today: the civil date in the room's own zone.
    mutating func think(_ speech: Speech, at: Instant, today: CivilDate) throws(HostError) -> Thought {
        try checkActor(of: speech)
        var meant = try meaning(of: speech, today)
        if let refusal = refusal(of: meant.readings, speech.roles) {
            // What was said is kept, whatever it asks for.
            guard speech.isSpoken else { throw refused(refusal) }
            meant = Meaning(readings: [], words: meant.words, declined: refusal)
        }
        let heard = Heard(
            entry: head + 1, actor: speech.actor, at: at, today: today, isPrivate: speech.isPrivate, words: meant.words,
            readings: meant.readings, isFromHost: speech.isFromHost, channelIsPrivate: speech.channelIsPrivate)
        let bearing = discussion.bearing(of: heard)
        var answer = discussion.hear(heard, keepsDeclined: speech.isSpoken)
        answer.declined = meant.declined ?? answer.declined
        if let refusal = answer.declined, !speech.isSpoken { throw refused(refusal) }
        attribution.take(heard, bearing, discussion)
        var reply = Reply(number: heard.entry)
        reply.item = answer.item
        reply.taken = answer.taken
        if let refusal = answer.declined {
            reply.declined = Reply.Declined(
                code: refusal.code.rawValue, message: Phrasebook(discussion).words(for: refusal))
        }
        if principals[speech.actor] != speech.principal { principals[speech.actor] = speech.principal }
        own(speech.actor, heard, speech.principal)
        var writer = EntryWriter(
            room: room, log: log, session: discussion.session.number, speech: speech, at: at, today: today,
            line: heard.entry)
        let speaker = discussion.people.find(actor: speech.actor)
        let stranger = speech.actor == MadeID.clock ? Speech.clockName : ""
        writer.add(heard, speaker: speaker.map { discussion.people[$0].name } ?? stranger, reply)
        if !answer.messages.isEmpty {
            for botLine in EntryWriter.merged(answer.messages, Phrasebook(discussion)) {
                writer.add(botLine, to: recipient(of: botLine))
            }
        }
        head = writer.head
        reply.entries = writer.entries.map(\.entry)
        reply.log = log
        return Thought(entries: writer.entries, reply: reply)
    }

    /// The one who may see it and who speaks for them now, which is kept with the words: whoever speaks for this person
    /// later has no right to what was whispered before. Nil for the whole room.
    private func recipient(of botLine: EntryWriter.BotLine) -> (id: String, principal: String)? {
        guard case .member(let member) = botLine.to else { return nil }
        let id = discussion.people[member].id
        return (id, principals[id] ?? "")
    }

    /// Who speaks is the connection's word, and so it must be one that may speak for them.
    private func checkActor(of speech: Speech) throws(HostError) {
        let owner = owners[speech.actor]
        if !speech.isFromHost, !speech.isVouchedFor, let owner, owner != speech.principal {
            throw .spokenForByOther(speech.actor)
        }
        guard let roles = speech.roles, let member = discussion.people.find(actor: speech.actor) else { return }
        let role = discussion.people[member].role
        // Facilitators come in as members do, or were named in the room when this connection spoke for them already.
        let isGranted =
            role == .facilitator ? roles.contains(.member) || owner == speech.principal : roles.contains(role)
        if !isGranted { throw .mayNotSpeakFor(speech.actor, role) }
    }

    /// What is not asked of the discussion, because this connection may not have it, or the words are gone.
    private func refusal(of readings: [Reading], _ roles: Set<Role>?) -> Refusal? {
        if let role = RoomState.roleNotGranted(readings, roles) { return .roleNotGranted(role) }
        for reading in readings {
            // Asked here and not in the discussion: what was tested before its words went stays tested.
            guard case .proposed(let proposed) = reading.event, let item = proposed.item, erased.contains(item),
                discussion.hasLostItsWords(item)
            else { continue }
            return .wordsErased(item)
        }
        return nil
    }

    private static func roleNotGranted(_ readings: [Reading], _ roles: Set<Role>?) -> Role? {
        guard let roles else { return nil }
        for reading in readings {
            // Who names the facilitator is another rule's business.
            guard case .joined(_, _, _, let role) = reading.event, role != .facilitator else { continue }
            if !roles.contains(role) { return role }
        }
        return nil
    }

    private func refused(_ refusal: Refusal) -> HostError {
        .refused(refusal, message: Phrasebook(discussion).words(for: refusal), step: discussion.step)
    }

    private struct Meaning {
        var readings: [Reading]
        var words: String
        var declined: Refusal?
    }

    private func meaning(of speech: Speech, _ today: CivilDate) throws(HostError) -> Meaning {
        switch speech.content {
        case .said(let text):
            if text.unicodeScalars.contains("\0") { throw .nullCharacter }
            do throws(Refusal) {
                return Meaning(
                    readings: try Interpreter.readings(
                        said: text, by: speech.actor, isPrivate: speech.isPrivate, today: today, in: discussion),
                    words: text)
            } catch {
                return Meaning(readings: [], words: text, declined: error)
            }
        case .operation(let name, let fields):
            do throws(CommandError) {
                let command = CommandTable.find(name)
                let numbered = command.map { discussion.withNumbers(fields, of: $0) } ?? fields
                let reading = try Interpreter.reading(
                    operation: name, fields: numbered, by: speech.actor, isPrivate: speech.isPrivate, today: today,
                    in: discussion)
                let words = try command?.words(of: numbered) ?? "/\(name)"
                return Meaning(readings: [reading], words: words)
            } catch {
                switch error {
                case .badField(let name, let mistake): throw .badField(name, mistake)
                case .refused(let refusal): throw refused(refusal)
                }
            }
        case .event(let event, let words): return Meaning(readings: [Reading(event, .plain)], words: words)
        case .understood(let readings, let words): return Meaning(readings: readings, words: words)
        }
    }
}

extension RoomState {
    var record: Record {
        var record = discussion.record(room: room, log: log, head: head)
        record.erased = erased
        if record.attribution != .named {
            record.hideNames(with: ChathamHouseMask(self))
        }
        return record
    }
}
