import Frameworks
import JSONText
import LineProtocol

/// Everything that the adapter decides, for all its rooms: a value that is told what happened and answers what to do.
/// It has no clock, no socket and no chance in it.
public struct MatterbridgeRelay: Sendable {
    public enum Input: Sendable {
        /// The rooms can be spoken to, for the first time or again after `reconnect`.
        case connected
        /// A line of the rooms: a reply or an event.
        case heard(JSONValue)
        /// Matterbridge can be heard, again or for the first time.
        case feedOpened
        /// Some time after `feedOpened`: whatever comes now is new.
        case feedSettled
        case arrived([ChatMessage])
        /// The message that was to be posted was accepted, with matterbridge's own account of it.
        case posted(ChatMessage?)
        /// The time to send something to a room once more.
        case retry(room: Int)
    }

    public enum Output: Sendable, Hashable {
        /// A line for the rooms.
        case send(JSONValue)
        /// Post this, as often as it takes; then say `posted`.
        case post(ChatPost)
        case retry(room: Int, milliseconds: Int)
        /// Say `connected` once more, after so many milliseconds.
        case greetAgain(milliseconds: Int)
        /// The rooms have ended the connection: connect again after so many milliseconds, then say `connected`.
        case reconnect(milliseconds: Int)
        /// All rooms are read to their ends.
        case ready
        /// For whoever runs the adapter.
        case note(String)
        /// There is nothing to bridge to.
        case noRoom(String)
        /// The rooms cannot be read, and trying again does not help; with the reason in their own words.
        case unreadable(String)
    }

    /// A line that waits for its reply.
    private struct Awaited: Sendable {
        /// Nil for the greeting, which is for all of them.
        var room: Int?
        /// By its number a line is known that could not be read as far as its id.
        var lineNumber: Int
    }

    private let settings: MatterbridgeSettings
    private var rooms: [RoomRelay]
    private var echo: OwnEcho
    /// What waits for a reply, by its id.
    private var awaited: [String: Awaited] = [:]
    /// Lines that were sent so far.
    private var lineCount = 0
    private var backOff: BackOff
    /// What is to be posted, in order; the first one is on its way.
    private var posts: [(room: Int, outgoing: RoomRelay.Outgoing)] = []
    private var isReady = false
    /// What is said once only.
    private var said: Set<String> = []

    public init(_ settings: MatterbridgeSettings) {
        self.settings = settings
        rooms = settings.rooms.enumerated().map { number, link in RoomRelay(link, settings, number: number) }
        echo = OwnEcho(settings)
        backOff = BackOff(settings.retry)
    }

    /// Messages and lines that wait for the rooms.
    public var waitingCount: Int { rooms.reduce(0) { $0 + $1.waitingCount } }

    public mutating func take(_ input: Input) -> [Output] {
        switch input {
        case .connected:
            let greeting: JSONValue = [
                "op": "hello", "id": "hello", "proto": [1], "client": "commonground-matterbridge", "caps": [],
            ]
            return [send(greeting, id: "hello", room: nil)]
        case .heard(let line): return heard(line)
        case .feedOpened:
            for room in rooms.indices { rooms[room].reconnected() }
            return []
        case .feedSettled:
            for room in rooms.indices { rooms[room].settled() }
            return []
        case .arrived(let messages):
            var outputs: [Output] = []
            for message in messages { outputs += arrived(message) }
            return outputs
        case .posted(let message): return posted(message)
        case .retry(let room): return does(rooms[room].again(), room)
        }
    }

    // MARK: From the rooms

    private mutating func heard(_ line: JSONValue) -> [Output] {
        if line["ev"] != nil {
            if line["code"]?.string == Dismissal.logChanged.rawValue {
                return parted()
            }
            guard let room = rooms.firstIndex(where: { $0.link.room == line["room"]?.string }) else { return [] }
            return does(rooms[room].take(event: line), room)
        }
        guard let id = line["re"]?.string ?? id(ofLine: line["line"]?.integer),
            let waited = awaited.removeValue(forKey: id)
        else { return [] }
        guard let room = waited.room else { return greeted(line) }
        if id.hasPrefix("sync:") {
            var outputs = does(rooms[room].synced(line), room)
            if !isReady, rooms.allSatisfy(\.isLive) {
                isReady = true
                outputs.append(.ready)
            }
            return outputs
        }
        if id.hasPrefix("ack:") {
            // Of another transcript in its place the rooms tell by themselves.
            return line["ok"] == true || line["code"] == "CURSOR_UNKNOWN"
                ? [] : [.note("what was posted could not be marked: \(line["msg"]?.string ?? "")")]
        }
        return does(rooms[room].answered(line), room)
    }

    /// A room was made anew under its name, and that ends the connection for all of them. When the rooms are there again,
    /// their logs tell which it was.
    private mutating func parted() -> [Output] {
        awaited = [:]
        lineCount = 0
        for room in rooms.indices { rooms[room].parted() }
        return [.reconnect(milliseconds: settings.retry.firstMilliseconds)]
    }

    /// The server tells only the number of a line that it could not read.
    private func id(ofLine number: Int?) -> String? { awaited.first { $0.value.lineNumber == number }?.key }

    private mutating func greeted(_ reply: JSONValue) -> [Output] {
        guard reply["ok"] == true else { return notGreeted(reply) }
        backOff.succeeded()
        var outputs: [Output] = []
        for index in rooms.indices {
            let name = rooms[index].link.room
            guard let known = reply["rooms"]?.array?.first(where: { $0["room"]?.string == name }) else {
                // A room that went away later holds up no other.
                guard isReady else { return [.noRoom(name)] }
                outputs += does(rooms[index].wentMissing(), index)
                continue
            }
            let effects = rooms[index].begin(
                log: known["log"]?.string ?? "", head: known["head"]?.integer ?? 0,
                acked: known["acked"]?.integer ?? 0)
            outputs += does(effects, index)
        }
        return outputs
    }

    private mutating func notGreeted(_ reply: JSONValue) -> [Output] {
        let reason = reply["msg"]?.string ?? "no reason was given"
        guard reply["retry"] == true else { return [.unreadable(reason)] }
        let notes =
            backOff.failures > 0 ? [] : [Output.note("the rooms cannot be read yet, and are asked again: \(reason)")]
        return notes + [.greetAgain(milliseconds: backOff.failed(told: reply))]
    }

    private mutating func send(_ line: JSONValue, id: String, room: Int?) -> Output {
        lineCount += 1
        awaited[id] = Awaited(room: room, lineNumber: lineCount)
        return .send(line)
    }

    private mutating func does(_ effects: [RoomRelay.Effect], _ room: Int) -> [Output] {
        var outputs: [Output] = []
        for effect in effects {
            switch effect {
            case .send(let line, let id): outputs.append(send(line, id: id, room: room))
            case .post(let outgoing):
                posts.append((room, outgoing))
                if posts.count == 1 { outputs += postFirst() }
            case .forgetPosts: forgetPosts(of: room)
            case .retry(let milliseconds): outputs.append(.retry(room: room, milliseconds: milliseconds))
            case .unreadable(let reason): outputs.append(.unreadable(reason))
            case .note(let words): outputs.append(.note(words))
            }
        }
        return outputs
    }

    // MARK: To the chat

    private func postFirst() -> [Output] {
        guard let (room, outgoing) = posts.first else { return [] }
        return [
            .post(
                ChatPost(
                    gateway: rooms[room].link.gateway, username: settings.name, avatar: settings.avatar,
                    text: outgoing.text))
        ]
    }

    /// Takes out what the old transcript said. The first one is on its way, and arrives; it stands for no event any more.
    private mutating func forgetPosts(of room: Int) {
        if posts.first?.room == room { posts[0].outgoing.completes = nil }
        let kept = posts.dropFirst().filter { $0.room != room || !$0.outgoing.isEvent }
        posts = Array(posts.prefix(1)) + kept
    }

    private mutating func posted(_ message: ChatMessage?) -> [Output] {
        if let message { echo.learn(message) }
        guard !posts.isEmpty else { return [] }
        let (room, outgoing) = posts.removeFirst()
        var outputs: [Output] = []
        if let event = outgoing.completes { outputs += does(rooms[room].posted(event), room) }
        return outputs + postFirst()
    }

    // MARK: From the chat

    private mutating func arrived(_ message: ChatMessage) -> [Output] {
        if message.kind == .aside || echo.contains(message) { return [] }
        guard let room = rooms.firstIndex(where: { $0.link.gateway == message.gateway }) else {
            return once("gateway \(message.gateway)", "no room is named for the gateway “\(message.gateway)”")
        }
        if message.kind == .unknown {
            return once("event \(message.event)", "messages of the kind “\(message.event)” are passed over")
        }
        guard let sender = Sender(message) else {
            return once("nobody \(message.account)", "a message of \(message.account) has neither an id nor a name")
        }
        var outputs: [Output] = []
        if sender.isTyped {
            outputs += unnamed(message.account, room)
            if settings.withoutUserID == .refuse { return outputs }
        }
        return outputs + does(rooms[room].receive(message, from: sender), room)
    }

    /// Said plainly, once for each account: to whoever runs the adapter, and in the chat.
    private mutating func unnamed(_ account: String, _ room: Int) -> [Output] {
        let noted = once("unnamed \(account)", "messages of \(account) come without a user id")
        guard !noted.isEmpty else { return [] }
        let words =
            switch settings.withoutUserID {
            case .typed:
                "This chat does not tell me who is who, so I go by the names that you write under. Anybody could write under another's name, and the record says so."
            case .refuse:
                "This chat does not tell me who is who, so I do not take part in it. Nothing that is said here is kept."
            }
        return noted + does(rooms[room].aside(words), room)
    }

    private mutating func once(_ matter: String, _ words: String) -> [Output] {
        said.insert(matter).inserted ? [.note(words)] : []
    }
}
