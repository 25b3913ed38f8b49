import Facilitation
import JSONText
import Transcript

/// What else belongs to a line, kept beside its words.
struct LineDetails: Sendable, Hashable {
    var isFromHost = false
    var channelIsPrivate = true
    var cause: String?
    var item: String?
    var expects: String?
    var choices: [String] = []

    init() {}

    init(json text: String) {
        guard !text.isEmpty, let fields = try? JSONScanner().scan(text) else { return }
        isFromHost = fields["host"]?.bool ?? false
        channelIsPrivate = fields["dm"]?.bool ?? true
        cause = fields["cause"]?.string
        item = fields["item"]?.string
        expects = fields["expects"]?.string
        choices = fields["choices"]?.array?.compactMap(\.string) ?? []
    }

    /// Only what differs from the usual is written.
    var json: String {
        var fields: [String: JSONValue] = [:]
        if isFromHost { fields["host"] = true }
        if !channelIsPrivate { fields["dm"] = false }
        fields["cause"] = cause.map(JSONValue.string)
        fields["item"] = item.map(JSONValue.string)
        fields["expects"] = expects.map(JSONValue.string)
        if !choices.isEmpty { fields["choices"] = .array(choices.map(JSONValue.string)) }
        return fields.isEmpty ? "" : JSONEmitter(.compact).text(.object(fields))
    }
}

/// Turns one line and what the bot says to it into numbered entries.
struct EntryWriter {
    let state: RoomState
    let speech: Speech
    let at: Instant
    let today: CivilDate
    private(set) var entries: [PendingEntry] = []
    private(set) var head: Int
    private let line: Int

    init(state: RoomState, speech: Speech, at: Instant, today: CivilDate) {
        self.state = state
        self.speech = speech
        self.at = at
        self.today = today
        head = state.head
        line = state.head + 1
    }

    mutating func add(_ heard: Heard, _ reply: Reply) {
        var details = LineDetails()
        details.isFromHost = speech.isFromHost
        details.channelIsPrivate = speech.channelIsPrivate
        details.cause = speech.cause
        details.item = reply.item
        let speaker = state.discussion.people.find(actor: speech.actor)
        var entry = Entry(
            room: state.room, number: heard.entry, session: state.discussion.session.number, at: at.milliText,
            today: today.iso, direction: .heard, by: speech.actor,
            name: speaker.map { state.discussion.people[$0].name } ?? "", principal: speech.principal,
            to: speech.isPrivate ? speech.actor : nil, words: heard.words)
        entry.reading = JSONEmitter(.compact).text(.array(heard.readings.map(\.json)))
        entry.details = details.json
        entry.key = speech.key
        entry.reply = JSONEmitter(.compact).text(reply.json)
        entries.append(PendingEntry(entry, keyBody: speech.keyBody))
        head = heard.entry
    }

    mutating func add(_ utterance: Utterance) {
        head += 1
        var details = LineDetails()
        details.cause = speech.cause
        details.expects = utterance.expects?.rawValue
        details.choices = utterance.choices
        var recipient: String?
        var principal = ""
        if case .member(let member) = utterance.to {
            let id = state.discussion.people[member].id
            // Kept with the words: whoever speaks for this person later has no right to what was whispered before.
            principal = state.principals[id] ?? ""
            recipient = id
        }
        var entry = Entry(
            room: state.room, number: head, session: state.discussion.session.number, at: at.milliText,
            today: today.iso,
            direction: .said, principal: principal, to: recipient, words: utterance.words)
        entry.details = details.json
        entry.answers = line
        entries.append(PendingEntry(entry))
    }

    /// One thing that the bot says.
    struct Utterance {
        var to: Action.Audience
        var words: String
        var expects: Expectation?
        var choices: [String]
    }

    /// Neighbouring words to the same people become one line: a chat is easier to follow, and to hear read out.
    static func merged(_ actions: [Action], _ phrasebook: Phrasebook) -> [Utterance] {
        var utterances: [Utterance] = []
        for action in actions {
            let words = phrasebook.words(for: action)
            guard !words.isEmpty else { continue }
            if let last = utterances.last, last.to == action.to, last.expects == nil || action.expects == nil {
                utterances[utterances.count - 1].words += "\n" + words
                utterances[utterances.count - 1].expects = last.expects ?? action.expects
                utterances[utterances.count - 1].choices += action.choices
            } else {
                utterances.append(
                    Utterance(to: action.to, words: words, expects: action.expects, choices: action.choices))
            }
        }
        return utterances
    }
}

extension Instant {
    /// Always with milliseconds, as the transcript keeps times.
    var milliText: String {
        let text = iso
        return text.utf8.count == 20 ? "\(text.dropLast()).000Z" : text
    }
}

/// How a structured operation stands in the transcript: as the command that a person would have typed.
enum TypedForm {
    static func words(operation name: String, fields: [String: JSONValue]) -> String {
        var words = ["/\(name)"]
        for field in ["item", "entry"] { if let value = fields[field] { words.append(reference(value)) } }
        // The area of a rating comes before its stage, as people type it.
        if name == "gauge" || name == "ungauge", let area = fields["area"] { words.append("in \(plain(area))") }
        if name == "join" {
            words.append(["name", "sector", "organisation"].map { plain(fields[$0]) }.joined(separator: " | "))
        } else {
            for field in ["stage", "level", "area", "areas", "names", "name", "minutes", "value", "text", "confidence"]
            {
                if field == "area", name == "gauge" || name == "ungauge" { continue }
                if let value = fields[field] { words.append(plain(value)) }
            }
        }
        if let ambition = fields["ambition"] { words.append("aiming for \(plain(ambition))") }
        if let until = fields["until"] { words.append("until \(plain(until))") }
        for field in ["evidence", "because"] {
            if let value = fields[field] { words.append("because \(plain(value))") }
        }
        for part in ObjectivePart.allCases {
            if let value = fields[part.rawValue] { words.append("(\(part.rawValue): \(plain(value)))") }
        }
        return words.joined(separator: " ")
    }

    private static func reference(_ value: JSONValue) -> String {
        let items = value.array ?? [value]
        return items.map { "#" + plain($0).drop { $0 == "#" || $0 == "s" } }.joined(separator: ", ")
    }

    private static func plain(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): text
        case .number(let text): text
        case .array(let values): values.map { plain($0) }.joined(separator: ", ")
        case .bool(let flag): flag ? "true" : "false"
        case .object, .null, nil: ""
        }
    }
}
