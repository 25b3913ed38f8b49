import Hashing

/// What tells one message from another, however often each is delivered.
///
/// With an id, the gateway, the account and the id are the message, and the time and the text tell its versions apart.
/// Without one the account, the person, the time and the text have to do: two equal lines of one person within one
/// nanosecond would count as one. Without a time too there is no key, and `RepeatWindow` looks after the moments after a
/// reconnection.
struct Delivery: Sendable, Hashable {
    /// The message, in all its versions: 20 hexadecimal digits.
    let message: String
    /// This version of it: 20 hexadecimal digits.
    let version: String
    /// The idempotency key of a line: whatever is sent twice under it is kept once.
    let key: String?

    init(_ sent: ChatMessage) {
        let place = [sent.gateway, sent.account]
        let content = [sent.userID.isEmpty ? sent.username : sent.userID, sent.timestamp, sent.text]
        let whole = Delivery.digest(place + (sent.id.isEmpty ? content : [sent.id]))
        message = Delivery.short(whole)
        version = Delivery.short(Delivery.digest(place + [sent.id, sent.event] + content))
        key = sent.id.isEmpty && !sent.hasTime ? nil : "mb:\(whole)"
    }

    /// Each part with its length, so that no two lists look the same.
    private static func digest(_ parts: [String]) -> String {
        SHA256.hex(parts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) })
    }

    private static func short(_ digest: String) -> String { String(digest.prefix(20)) }

    // MARK: As the id of a command

    // An event carries the id of the command that it came of. So the transcript itself remembers which message of the
    // chat each line was, and a new start of the adapter reads it from there.

    /// - Parameter part: a long message goes as several commands, counted from 0.
    func commandID(_ kind: CommandKind, part: Int) -> String {
        "\(kind.rawValue):\(message):\(version)" + (part == 0 ? "" : ":\(part)")
    }

    enum CommandKind: String { case line = "m", correction = "c", withdrawal = "w" }

    /// What an id says that `commandID` made.
    static func command(of id: String) -> (kind: CommandKind, message: String, version: String, part: Int)? {
        let fields = id.split(separator: ":").map(String.init)
        guard (3...4).contains(fields.count), let kind = CommandKind(rawValue: fields[0]),
            let part = fields.count == 3 ? 0 : Int(fields[3])
        else { return nil }
        return (kind, fields[1], fields[2], part)
    }
}

/// Lines with neither id nor time, which nothing marks as repeated: for a while after a reconnection, one that was heard
/// shortly before it is taken for a repetition, once for each time it was heard. Somebody who says “yes” again just
/// then is not heard, and a repetition that comes later is heard twice; no more can be known.
struct RepeatWindow: Sendable {
    private var heard: [String] = []
    private var mayRepeat: [String] = []
    private var isOpen = false
    static let linesMax = 100

    mutating func reconnected() {
        mayRepeat = heard
        isOpen = true
    }

    /// Whatever comes from now on is new.
    mutating func close() {
        isOpen = false
        mayRepeat = []
    }

    mutating func isRepeat(_ delivery: Delivery) -> Bool {
        if isOpen, let index = mayRepeat.firstIndex(of: delivery.version) {
            mayRepeat.remove(at: index)
            return true
        }
        heard.append(delivery.version)
        if heard.count > RepeatWindow.linesMax { heard.removeFirst() }
        return false
    }
}
