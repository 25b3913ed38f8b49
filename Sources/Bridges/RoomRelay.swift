import Frameworks
import JSONText

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
        /// What waits to be posted for the room is of a transcript that is gone.
        case forgetPosts
        /// Send what waits once more, after so many milliseconds.
        case retry(milliseconds: Int)
        /// The room cannot be read, and trying again does not help; with the reason.
        case unreadable(String)
        /// For whoever runs the adapter.
        case note(String)
    }

    /// A message for the chat.
    struct Outgoing: Sendable, Hashable {
        var text: String
        /// False for words that are not in the transcript.
        var isEvent: Bool
        /// The event that is dealt with when it was accepted; nil for words that are no event, and for all parts of
        /// one but the last.
        var completes: Int?
    }

    private enum Contact: Sendable {
        /// The rooms cannot be spoken to.
        case apart
        /// The transcript is being read.
        case reading
        /// Everything that is in the transcript was read.
        case live
    }

    let link: MatterbridgeSettings.RoomLink
    /// Stands for its name in ids, which must be short.
    private let number: Int
    private let commandSign: String
    private let textBytesMax: Int
    /// The name of the transcript.
    private var log = ""
    private var contact = Contact.apart
    /// The last event that was taken in.
    private var cursor = 0
    /// Everything up to here was posted before this start.
    private var postedBefore = 0
    /// True until something was posted here for the first time.
    private var isFirst = false
    private var unposted = 0
    /// Everything up to here was posted since this start; 0 until something was.
    private var marked = 0
    private var waiting: [ChatIntent] = []
    /// What is left to send of the intent that is being carried out.
    private var inHand: [RoomCommand] = []
    /// It waits for its answer; when the rooms went away meanwhile, it is sent again.
    private var inFlight: RoomCommand?
    /// A `retry` was asked for.
    private var awaitsRetry = false
    private var backOff: BackOff
    private var history = History()
    private var repeats = RepeatWindow()
    /// Who was told how to join.
    private var toldToJoin: Set<String> = []

    /// A room this long that was never served here begins with what is said next, not with everything ever said.
    static let backlogMax = 200
    static let pageLength = 500

    /// - Parameter number: tells it from the other rooms.
    init(_ link: MatterbridgeSettings.RoomLink, _ settings: MatterbridgeSettings, number: Int) {
        self.link = link
        self.number = number
        commandSign = settings.commandSign
        textBytesMax = settings.textBytesMax
        backOff = BackOff(settings.retry)
    }

    /// Messages and lines that wait for the room.
    var waitingCount: Int { waiting.count + inHand.count + (inFlight == nil ? 0 : 1) }

    var isLive: Bool { contact == .live }

    // MARK: Catching up

    /// Begins to read the transcript, far enough back to know the latest messages again. One that was read before the
    /// rooms went away is read on.
    mutating func begin(log: String, head: Int, acked: Int) -> [Effect] {
        if log == self.log { return readOn(acked: acked) }
        var effects = self.log.isEmpty ? [] : forget()
        effects += adopt(log: log, head: head, acked: acked)
        cursor = max(0, min(postedBefore, head - History.linesMax))
        contact = .reading
        return effects + [sync()]
    }

    private mutating func readOn(acked: Int) -> [Effect] {
        contact = .reading
        // It was posted while the rooms were away, or just before.
        return (marked > acked ? [mark()] : []) + [sync()]
    }

    /// The rooms are there again, and this one is not among them. It may be made anew.
    mutating func wentMissing() -> [Effect] {
        contact = .reading
        return [sync()]
    }

    /// The rooms went away. They answer all that they take before they go, so that nothing that has no answer was kept.
    mutating func parted() {
        contact = .apart
        awaitsRetry = false
    }

    /// Another transcript took the place of the one that was read. What is still to be said is said there; what was to be
    /// posted or changed went with the old one.
    private mutating func forget() -> [Effect] {
        history.forgetLines()
        toldToJoin = []
        (cursor, unposted, marked) = (0, 0, 0)
        if inFlight?.isChange == true { inFlight = nil }
        inHand.removeAll(where: \.isChange)
        for command in [inFlight].compactMap({ $0 }) + inHand where command.delivery.key != nil {
            history.add(command.delivery.message, by: command.sender.actor)
        }
        for intent in waiting where intent.isNew && intent.delivery.key != nil {
            history.add(intent.delivery.message, by: intent.sender.actor)
        }
        return [.note("“\(link.room)” has another transcript now; it is read from its beginning"), .forgetPosts]
    }

    private mutating func adopt(log: String, head: Int, acked: Int) -> [Effect] {
        self.log = log
        postedBefore = acked
        isFirst = acked == 0
        guard acked == 0, head > RoomRelay.backlogMax else { return [] }
        postedBefore = head
        return [.note("“\(link.room)” has \(head) entries already; the chat gets what is said from now on")]
    }

    private func sync() -> Effect {
        let id = "sync:\(number)"
        return .send(
            [
                "op": "sync", "id": .string(id), "room": .string(link.room), "log": .string(log),
                "after": .integer(cursor), "limit": .integer(RoomRelay.pageLength),
            ], id: id)
    }

    mutating func synced(_ reply: JSONValue) -> [Effect] {
        guard reply["ok"] == true else { return notSynced(reply) }
        backOff.succeeded()
        if reply["more"] == true { return [sync()] }
        contact = .live
        if let inFlight { return [line(inFlight)] }
        return next()
    }

    private mutating func notSynced(_ reply: JSONValue) -> [Effect] {
        if reply["code"] == "CURSOR_UNKNOWN", let log = reply["log"]?.string, log != self.log || cursor > 0 {
            var effects = forget()
            effects += adopt(log: log, head: reply["head"]?.integer ?? 0, acked: 0)
            return effects + [sync()]
        }
        let reason = reply["msg"]?.string ?? "no reason was given"
        let isGone = reply["code"] == "UNKNOWN_ROOM"
        guard isGone || reply["retry"] == true else { return [.unreadable("“\(link.room)”: \(reason)")] }
        var effects = isGone ? refuseAll(reason) : []
        if backOff.failures == 0 {
            effects.append(.note("“\(link.room)” cannot be read yet, and is asked again: \(reason)"))
        }
        return effects + [retry(after: backOff.failed(told: reply))]
    }

    /// Nothing can be kept in a room that is not there, and whoever says something is told.
    private mutating func refuseAll(_ reason: String) -> [Effect] {
        let senders = [inFlight?.sender].compactMap { $0 } + waiting.map(\.sender)
        let deliveries = [inFlight?.delivery].compactMap { $0 } + waiting.map(\.delivery)
        (inFlight, inHand, waiting) = (nil, [], [])
        for delivery in deliveries { history.removeUnlessKept(delivery.message) }
        return senders.flatMap { aside("\($0.label): \(reason)") }
    }

    private mutating func retry(after milliseconds: Int) -> Effect {
        awaitsRetry = true
        return .retry(milliseconds: milliseconds)
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
        guard let cause = event["cause"]?.string, let command = Delivery.command(of: cause) else { return }
        history.learn(version: command.version)
        switch command.kind {
        case .line:
            guard let actor = event["by"]?.string else { return }
            let part = History.Part(entry: number, words: event["text"]?.string)
            history.keep(part, at: command.part, of: command.message, by: actor)
        case .correction: history.forgetWords(at: command.part, of: command.message)
        case .withdrawal: history.withdraw(at: command.part, of: command.message)
        }
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
            .post(Outgoing(text: part, isEvent: true, completes: index == parts.count - 1 ? number : nil))
        }
    }

    /// The chat has an event. When nothing else is to be posted, everything that was read is dealt with.
    mutating func posted(_ event: Int) -> [Effect] {
        unposted -= 1
        marked = unposted == 0 ? cursor : event
        return contact == .apart ? [] : [mark()]
    }

    /// The name of the transcript goes with it, for another one may stand there by now, of which nothing was posted.
    private func mark() -> Effect {
        let id = "ack:\(number)"
        return .send(
            [
                "op": "ack", "id": .string(id), "room": .string(link.room), "log": .string(log),
                "upto": .integer(marked),
            ], id: id)
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
            waiting.append(ChatIntent(act: .deletion, sender: author, delivery: delivery))
            return next()
        }
        let words = message.words(by: sender, commandSign: commandSign)
        guard words.contains(where: { !$0.isWhitespace }) else { return [] }
        if !message.id.isEmpty, let line = history[delivery.message] {
            guard line.actor == sender.actor else { return [] }
            waiting.append(ChatIntent(act: .edit(words), sender: sender, delivery: delivery))
            return next()
        }
        if delivery.key != nil { history.add(delivery.message, by: sender.actor) }
        let act = words == "/join" && !sender.label.isEmpty ? ChatIntent.Act.join : .line(words)
        waiting.append(ChatIntent(act: act, sender: sender, delivery: delivery))
        return next()
    }

    // MARK: One line after another

    /// Sends what comes next, when nothing is on its way.
    private mutating func next() -> [Effect] {
        guard isLive, inFlight == nil else { return [] }
        // Only now it is known which entries a message became.
        while inHand.isEmpty, !waiting.isEmpty {
            let intent = waiting.removeFirst()
            inHand = commands(of: intent)
        }
        guard !inHand.isEmpty else { return [] }
        let command = inHand.removeFirst()
        inFlight = command
        return [line(command)]
    }

    private func commands(of intent: ChatIntent) -> [RoomCommand] {
        switch intent.act {
        case .line(let words):
            return LinePieces.cut(words).enumerated().map { place, piece in
                RoomCommand(.line(piece), part: place, of: intent)
            }
        case .join: return [RoomCommand(.join, of: intent)]
        case .edit(let words): return changes(of: intent, to: LinePieces.cut(words))
        case .deletion: return changes(of: intent, to: [])
        }
    }

    private func changes(of intent: ChatIntent, to pieces: [String]) -> [RoomCommand] {
        RoomCommand.changes(of: history[intent.delivery.message]?.parts ?? [:], to: pieces, as: intent)
    }

    /// What waits once more, after a refusal that does not last.
    mutating func again() -> [Effect] {
        // What the rooms were asked before they went away, they are asked when they are there again.
        guard awaitsRetry else { return [] }
        awaitsRetry = false
        guard isLive else { return [sync()] }
        return inFlight.map { [line($0)] } ?? []
    }

    private func line(_ command: RoomCommand) -> Effect { .send(command.line(in: link.room), id: command.id) }

    /// The room's answer to the line that was on its way.
    mutating func answered(_ reply: JSONValue) -> [Effect] {
        guard let command = inFlight else { return [] }
        if reply["ok"] != true, reply["retry"] == true {
            return [retry(after: max(50, reply["retry_ms"]?.integer ?? 1_000))]
        }
        inFlight = nil
        var effects: [Effect] = []
        if reply["ok"] == true {
            keep(command, entry: reply["seq"]?.integer)
            if reply["dup"] != true, let declined = reply["declined"] { effects += told(declined, command) }
        } else {
            effects += refused(reply, command)
        }
        return effects + next()
    }

    /// What a line that was done means for a later change of its message.
    private mutating func keep(_ command: RoomCommand, entry: Int?) {
        let part: History.Part
        switch command.act {
        case .line(let text), .addition(let text):
            guard let entry else { return }
            part = History.Part(entry: entry, words: text)
        case .join:
            guard let entry else { return }
            part = History.Part(entry: entry, words: nil)
        case .correction(let corrected, let text): part = History.Part(entry: corrected, words: text)
        case .withdrawal: return history.withdraw(at: command.part, of: command.delivery.message)
        }
        history.keep(part, at: command.part, of: command.delivery.message, by: command.sender.actor)
    }

    private mutating func told(_ declined: JSONValue, _ command: RoomCommand) -> [Effect] {
        guard let words = declined["msg"]?.string else { return [] }
        // Whoever only listens in is told once how to join.
        if declined["code"] == "NOT_JOINED", !toldToJoin.insert(command.sender.actor).inserted { return [] }
        return aside("\(command.sender.label): \(words)")
    }

    private mutating func refused(_ reply: JSONValue, _ command: RoomCommand) -> [Effect] {
        let words = reply["msg"]?.string ?? ""
        let label = command.sender.label
        switch command.act {
        case .line, .join, .addition:
            history.removeUnlessKept(command.delivery.message)
            if reply["code"] == "KEY_REUSED" {
                return aside(
                    "\(label): you changed a message that is further back than I look. To change the record, type /correct and its number."
                )
            }
            return aside("\(label): \(words)")
        case .correction(let entry, _), .withdrawal(let entry):
            return aside("\(label): the record keeps #\(entry) as it was. \(words)")
        }
    }

    /// Words that are no event.
    func aside(_ words: String) -> [Effect] {
        OutgoingText.parts(words, bytesMax: textBytesMax).map {
            .post(Outgoing(text: $0, isEvent: false, completes: nil))
        }
    }
}
