import Facilitation
import Frameworks
import JSONText
import LineProtocol

/// One chat and its room: what people say goes in, one line after another; what the bot says comes out, in order.
///
/// A value without a clock, a socket or a file. What was posted is remembered by the room itself, which is told with
/// `ack`; which message each line was stands in the transcript with it. So nothing is kept here that a new start would
/// miss.
struct RoomRelay: Sendable {
    enum Effect: Sendable, Hashable {
        /// A line for the rooms, and its id.
        case send(JSONValue, id: String)
        case post(Outgoing)
        /// Send what waits once more, after so many milliseconds.
        case retry(milliseconds: Int)
        /// For whoever runs the adapter.
        case note(String)
    }

    /// A message for the chat.
    struct Outgoing: Sendable, Hashable {
        var text: String
        /// The event that is dealt with when it was accepted; nil for words that are no event, and for all parts of
        /// one but the last.
        var completes: Int?
    }

    /// What somebody did in the chat.
    private struct Intent: Sendable {
        enum Act: Sendable, Hashable {
            case line(String)
            case join
            case correction(String)
            case withdrawal
        }
        var act: Act
        var sender: Sender
        var delivery: Delivery
        /// A text over the limit of the protocol goes in parts; counts from 0.
        var part = 0
    }

    let link: MatterbridgeSettings.RoomLink
    private let commandSign: String
    private let textBytesMax: Int
    /// The name of the transcript.
    private var log = ""
    /// True once everything that is in the transcript was read.
    private(set) var isLive = false
    /// The last event that was taken in.
    private var cursor = 0
    /// Everything up to here was posted before this start.
    private var postedBefore = 0
    /// True until something was posted here for the first time.
    private var isFirst = false
    private var unposted = 0
    private var waiting: [Intent] = []
    private var inFlight: Intent?
    private var history = History()
    private var repeats = RepeatWindow()
    /// Who was told how to join.
    private var toldToJoin: Set<String> = []

    /// A room this long that was never served here begins with what is said next, not with everything ever said.
    static let backlogMax = 200
    static let pageLength = 500

    init(_ link: MatterbridgeSettings.RoomLink, _ settings: MatterbridgeSettings) {
        self.link = link
        commandSign = settings.commandSign
        textBytesMax = settings.textBytesMax
    }

    /// Lines that wait for the room.
    var waitingCount: Int { waiting.count + (inFlight == nil ? 0 : 1) }

    // MARK: Catching up

    /// Begins to read the transcript, far enough back to know the latest messages again.
    mutating func begin(log: String, head: Int, acked: Int) -> [Effect] {
        var effects: [Effect] = []
        self.log = log
        postedBefore = acked
        isFirst = acked == 0
        if acked == 0, head > RoomRelay.backlogMax {
            postedBefore = head
            effects.append(.note("“\(link.room)” has \(head) entries already; the chat gets what is said from now on"))
        }
        cursor = max(0, min(postedBefore, head - History.linesMax))
        return effects + [sync()]
    }

    private func sync() -> Effect {
        let id = "sync:\(link.room)"
        return .send(
            [
                "op": "sync", "id": .string(id), "room": .string(link.room), "log": .string(log),
                "after": .integer(cursor), "limit": .integer(RoomRelay.pageLength),
            ], id: id)
    }

    mutating func synced(_ reply: JSONValue) -> [Effect] {
        guard reply["ok"] == true else {
            return [.note("“\(link.room)” cannot be read: \(reply["msg"]?.string ?? "no reason was given")")]
        }
        if reply["more"] == true { return [sync()] }
        isLive = true
        return next()
    }

    // MARK: From the room

    mutating func take(event: JSONValue) -> [Effect] {
        guard let number = event["seq"]?.integer, number > cursor else { return [] }
        cursor = number
        switch event["ev"]?.string {
        case "said":
            remember(event, number)
            return []
        case "bot" where number > postedBefore: return words(of: event, number)
        default: return []
        }
    }

    private mutating func remember(_ event: JSONValue, _ number: Int) {
        guard let cause = event["cause"]?.string, let (kind, message, version) = Delivery.parts(of: cause) else {
            return
        }
        history.learn(version: version)
        guard kind == .line, let actor = event["by"]?.string else { return }
        history.add(message, History.Line(actor: actor, entry: number))
    }

    private mutating func words(of event: JSONValue, _ number: Int) -> [Effect] {
        let words: String
        if event["to"] == "room" {
            words = event["text"]?.string ?? ""
        } else if let expected = event["expects"]?.string {
            words = Withheld.words(expecting: expected)
        } else {
            return []
        }
        var parts = OutgoingText.parts(words, bytesMax: textBytesMax)
        if parts.isEmpty { return [] }
        if isFirst { parts.insert(Withheld.introduction(commandSign: commandSign), at: 0) }
        isFirst = false
        unposted += 1
        return parts.enumerated().map { index, part in
            .post(Outgoing(text: part, completes: index == parts.count - 1 ? number : nil))
        }
    }

    /// The chat has an event. When nothing else is to be posted, everything that was read is dealt with.
    mutating func posted(_ event: Int) -> [Effect] {
        unposted -= 1
        let upTo = unposted == 0 ? cursor : event
        let id = "ack:\(link.room)"
        return [
            .send(["op": "ack", "id": .string(id), "room": .string(link.room), "upto": .integer(upTo)], id: id)
        ]
    }

    // MARK: From the chat

    mutating func reconnected() { repeats.reconnected() }
    mutating func settled() { repeats.close() }

    mutating func receive(_ message: ChatMessage, from sender: Sender) -> [Effect] {
        let delivery = Delivery(message)
        if delivery.key == nil, repeats.isRepeat(delivery) { return [] }
        if delivery.key != nil, !history.learn(version: delivery.version) { return [] }
        if message.kind == .deleted {
            // Words that were never heard here need not be taken back, and nobody takes back another's.
            guard let line = history[delivery.message], message.userID.isEmpty || line.actor == sender.actor else {
                return []
            }
            var author = sender
            author.actor = line.actor
            waiting.append(Intent(act: .withdrawal, sender: author, delivery: delivery))
            return next()
        }
        let words = words(of: message, sender)
        guard words.contains(where: { !$0.isWhitespace }) else { return [] }
        if !message.id.isEmpty, let line = history[delivery.message] {
            guard line.actor == sender.actor else { return [] }
            waiting.append(Intent(act: .correction(words), sender: sender, delivery: delivery))
            return next()
        }
        if delivery.key != nil { history.add(delivery.message, History.Line(actor: sender.actor)) }
        if words == "/join", !sender.label.isEmpty {
            waiting.append(Intent(act: .join, sender: sender, delivery: delivery))
        } else {
            for (index, part) in RoomRelay.pieces(words).enumerated() {
                waiting.append(Intent(act: .line(part), sender: sender, delivery: delivery, part: index))
            }
        }
        return next()
    }

    private func words(of message: ChatMessage, _ sender: Sender) -> String {
        // U+0000 cannot be kept, and one line end is enough.
        var text = message.text.replacing("\r\n", with: "\n").filter { $0 != "\0" }
        // Without a star in front: that is how people mend a word of their last line.
        if message.kind == .action { return "\(sender.label) \(text)" }
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        guard !commandSign.isEmpty, text.hasPrefix(commandSign) else { return text }
        let name = text.dropFirst(commandSign.count).prefix { $0.isLetter }
        // “!important” is a word, and “!join” a command.
        return CommandTable.find(String(name)) == nil ? text : "/" + text.dropFirst(commandSign.count)
    }

    /// Cut between characters; the limit counts scalars.
    static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var count = 0
        for letter in text {
            let scalars = letter.unicodeScalars.count
            if count + scalars > ClientLine.Limit.textCharacters, !piece.isEmpty {
                pieces.append(piece)
                (piece, count) = ("", 0)
            }
            piece.append(contentsOf: String(letter.unicodeScalars.prefix(ClientLine.Limit.textCharacters)))
            count += scalars
        }
        return pieces + [piece]
    }

    // MARK: One line after another

    /// Sends what comes next, when nothing is on its way.
    private mutating func next() -> [Effect] {
        while isLive, inFlight == nil, !waiting.isEmpty {
            let intent = waiting.removeFirst()
            guard let effect = command(intent) else { continue }
            inFlight = intent
            return [effect]
        }
        return []
    }

    /// The same line once more, after a refusal that does not last.
    func again() -> [Effect] { inFlight.flatMap(command).map { [$0] } ?? [] }

    /// Nil for a change of a line that was not kept.
    private func command(_ intent: Intent) -> Effect? {
        var fields: [String: JSONValue] = ["room": .string(link.room), "as": .string(intent.sender.actor)]
        var kind = Delivery.CommandKind.line
        var keyPrefix = ""
        switch intent.act {
        case .line(let text):
            fields["op"] = "say"
            fields["text"] = .string(text)
        case .join:
            fields["op"] = "join"
            fields["name"] = .string(intent.sender.label)
        case .correction(let text):
            guard let entry = history[intent.delivery.message]?.entry else { return nil }
            (kind, keyPrefix) = (.correction, "c:\(intent.delivery.version):")
            fields["op"] = "correct"
            fields["entry"] = .integer(entry)
            fields["text"] = .string(text)
        case .withdrawal:
            guard let entry = history[intent.delivery.message]?.entry else { return nil }
            (kind, keyPrefix) = (.withdrawal, "w:")
            fields["op"] = "withdraw"
            fields["entry"] = .integer(entry)
        }
        let suffix = intent.part == 0 ? "" : ":\(intent.part)"
        let id = intent.part == 0 ? intent.delivery.commandID(kind) : "p:\(intent.delivery.version)\(suffix)"
        fields["id"] = .string(id)
        fields["key"] = intent.delivery.key.map { .string(keyPrefix + $0 + suffix) }
        return .send(.object(fields), id: id)
    }

    /// The room's answer to the line that was on its way.
    mutating func answered(_ reply: JSONValue) -> [Effect] {
        guard let intent = inFlight else { return [] }
        if reply["ok"] != true, reply["retry"] == true {
            return [.retry(milliseconds: max(50, reply["retry_ms"]?.integer ?? 1_000))]
        }
        inFlight = nil
        var effects: [Effect] = []
        if reply["ok"] == true {
            if intent.part == 0, let entry = reply["seq"]?.integer, isLine(intent) {
                history.set(entry: entry, of: intent.delivery.message)
            }
            if reply["dup"] != true, let declined = reply["declined"] { effects += told(declined, intent) }
        } else {
            effects += refused(reply, intent)
        }
        return effects + next()
    }

    private func isLine(_ intent: Intent) -> Bool {
        switch intent.act {
        case .line, .join: true
        case .correction, .withdrawal: false
        }
    }

    private mutating func told(_ declined: JSONValue, _ intent: Intent) -> [Effect] {
        guard let words = declined["msg"]?.string else { return [] }
        // Whoever only listens in is told once how to join.
        if declined["code"] == "NOT_JOINED", !toldToJoin.insert(intent.sender.actor).inserted { return [] }
        return aside("\(intent.sender.label): \(words)")
    }

    private mutating func refused(_ reply: JSONValue, _ intent: Intent) -> [Effect] {
        let words = reply["msg"]?.string ?? ""
        let label = intent.sender.label
        switch intent.act {
        case .line, .join:
            history.remove(intent.delivery.message)
            if reply["code"] == "KEY_REUSED" {
                return aside(
                    "\(label): you changed a message that is further back than I look. To change the record, type /correct and its number."
                )
            }
            return aside("\(label): \(words)")
        case .correction, .withdrawal:
            guard let entry = history[intent.delivery.message]?.entry else { return [] }
            return aside("\(label): the record keeps #\(entry) as it was. \(words)")
        }
    }

    /// Words that are no event.
    func aside(_ words: String) -> [Effect] {
        OutgoingText.parts(words, bytesMax: textBytesMax).map { .post(Outgoing(text: $0, completes: nil)) }
    }
}

/// What a chat without private messages is told instead of words for one person alone. Each sentence is always the
/// same: it names nobody, and depends on nothing that was said or rated.
enum Withheld {
    static func introduction(commandSign: String) -> String {
        let sign =
            commandSign.isEmpty
            ? "" : " Where this chat keeps / to itself, type \(commandSign) in its place, such as \(commandSign)join."
        return """
            I have no private messages here. Whatever you type, everybody sees, ratings too. What I have to say to one \
            person alone, I leave out; /where shows what is open.\(sign)
            """
    }

    static func words(expecting expected: String) -> String {
        switch expected {
        case "confirm":
            """
            I was not sure how somebody meant a line here, and cannot ask in private. It counts for nothing until they say \
            it plainly, such as “I agree with #14” or “support”.
            """
        case "text":
            "Anybody who does not go along with this can have their view kept beside the outcome: /minority and your words."
        default: "I did not understand an answer that was given here. Please say it again in plain words."
        }
    }
}
