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
    /// The id of the one person whose answer is awaited, where the room hears the question.
    var asks: String?

    init() {}

    init(json text: String) {
        guard !text.isEmpty else { return }
        // What we wrote ourselves is taken apart where it stands: a replay asks for it of every line.
        if let fields = CompactJSON(text).fields {
            take { name in fields[name].flatMap { try? JSONScanner().scan(Array($0.bytes)) } }
        } else if let fields = try? JSONScanner().scan(text) {
            take { fields["\($0)"] }
        }
    }

    private mutating func take(_ field: (StaticString) -> JSONValue?) {
        isFromHost = field("host")?.bool ?? false
        channelIsPrivate = field("dm")?.bool ?? true
        cause = field("cause")?.string
        item = field("item")?.string
        expects = field("expects")?.string
        choices = field("choices")?.array?.compactMap(\.string) ?? []
        asks = field("asks")?.string
    }

    /// Only what differs from the usual is written.
    var json: String {
        guard
            isFromHost || !channelIsPrivate || cause != nil || item != nil || expects != nil || !choices.isEmpty
                || asks != nil
        else { return "" }
        var fields = JSONObjectWriter(capacity: 64)
        if let asks { fields.add("asks", asks) }
        if let cause { fields.add("cause", cause) }
        if !choices.isEmpty { fields.add("choices", .array(choices.map(JSONValue.string))) }
        if !channelIsPrivate { fields.add("dm", false) }
        if let expects { fields.add("expects", expects) }
        if isFromHost { fields.add("host", true) }
        if let item { fields.add("item", item) }
        return String(decoding: fields.finished(), as: UTF8.self)
    }
}

/// Turns one line and what the bot says to it into numbered entries.
struct EntryWriter {
    let room: String
    /// The name of the transcript that the entries are for.
    let log: String
    let session: Int
    let speech: Speech
    let at: String
    let today: String
    /// The number of the line's own entry.
    let line: Int
    private(set) var entries: [PendingEntry] = []

    /// The number of the last entry.
    var head: Int { line + max(0, entries.count - 1) }

    init(room: String, log: String, session: Int, speech: Speech, at: Instant, today: CivilDate, line: Int) {
        self.room = room
        self.log = log
        self.session = session
        self.speech = speech
        self.at = at.isoWithMilliseconds
        self.today = today.iso
        self.line = line
    }

    mutating func add(_ heard: Heard, speaker: String, _ reply: Reply) {
        var details = LineDetails()
        details.isFromHost = speech.isFromHost
        details.channelIsPrivate = speech.channelIsPrivate
        details.cause = speech.cause
        details.item = reply.item
        var entry = Entry(
            room: room, number: line, session: session, at: at, today: today, direction: .heard, by: speech.actor,
            name: speaker, principal: speech.principal, to: speech.isPrivate ? speech.actor : nil, words: heard.words)
        entry.reading = StoredReadings.text(heard.readings)
        entry.details = details.json
        entry.reply = reply.json
        entries.append(PendingEntry(entry, key: speech.key, log: log))
    }

    mutating func add(_ botLine: BotLine, to recipient: (id: String, principal: String)?) {
        var details = LineDetails()
        details.cause = speech.cause
        details.expects = botLine.expects?.rawValue
        details.choices = botLine.choices
        details.asks = botLine.asks
        var entry = Entry(
            room: room, number: head + 1, session: session, at: at, today: today, direction: .said,
            principal: recipient?.principal ?? "", to: recipient?.id, words: botLine.words)
        entry.details = details.json
        entry.answers = line
        entries.append(PendingEntry(entry, log: log))
    }

    /// One thing that the bot says.
    struct BotLine {
        var to: Message.Audience
        var words: String
        var expects: Expectation?
        var choices: [String]
        var asks: String?
    }

    /// Neighbouring words to the same people become one line: a chat is easier to follow, and to hear read out.
    static func merged(_ messages: [Message], _ phrasebook: Phrasebook) -> [BotLine] {
        var botLines: [BotLine] = []
        for message in messages {
            let words = phrasebook.words(for: message)
            guard !words.isEmpty else { continue }
            if let last = botLines.last, last.to == message.to, last.expects == nil || message.expects == nil {
                botLines[botLines.count - 1].words += "\n" + words
                botLines[botLines.count - 1].expects = last.expects ?? message.expects
                botLines[botLines.count - 1].choices += message.choices
                botLines[botLines.count - 1].asks = last.asks ?? phrasebook.idAsked(by: message)
            } else {
                botLines.append(
                    BotLine(
                        to: message.to, words: words, expects: message.expects, choices: message.choices,
                        asks: phrasebook.idAsked(by: message)))
            }
        }
        return botLines
    }
}
