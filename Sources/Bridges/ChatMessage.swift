import Facilitation
import JSONText

/// A message as matterbridge's API sends it. Everything in it was written by others.
public struct ChatMessage: Sendable, Hashable {
    public var text = ""
    /// A label, which whoever speaks can choose.
    public var username = ""
    /// What the chat service calls the person; blank where it has no such id.
    public var userID = ""
    public var avatar = ""
    /// The chat service and the account there, such as `slack.myteam`.
    public var account = ""
    /// What happened, when it is not that somebody wrote something.
    public var event = ""
    public var gateway = ""
    /// RFC 3339, to the nanosecond; matterbridge sets it when a message reaches it.
    public var timestamp = ""
    /// The message's id in the chat; matterbridge often blanks it on the way to its API.
    public var id = ""

    public init() {}

    /// Nil for what is no object; a field of another kind than text counts as blank.
    public init?(json: JSONValue) {
        guard json.object != nil else { return nil }
        text = json["text"]?.string ?? ""
        username = json["username"]?.string ?? ""
        userID = json["userid"]?.string ?? ""
        avatar = json["avatar"]?.string ?? ""
        account = json["account"]?.string ?? ""
        event = json["event"]?.string ?? ""
        gateway = json["gateway"]?.string ?? ""
        timestamp = json["timestamp"]?.string ?? ""
        id = json["id"]?.string ?? ""
    }

    var json: JSONValue {
        [
            "text": .string(text), "username": .string(username), "userid": .string(userID),
            "avatar": .string(avatar), "account": .string(account), "event": .string(event),
            "gateway": .string(gateway), "timestamp": .string(timestamp), "id": .string(id),
        ]
    }

    /// Attachments can nest; nothing of ours does.
    static let depthMax = 32
    /// A message with pictures inside can be long; beyond this it is not taken.
    static let bytesMax = 4 << 20

    /// What stands in some bytes: one message, or a list of them.
    ///
    /// - Returns: nil for bytes that are no JSON, or JSON of another kind.
    public static func all(in bytes: [UInt8]) -> [ChatMessage]? {
        switch try? JSONScanner(depthLimit: depthMax).scan(bytes) {
        case .array(let values): values.compactMap(ChatMessage.init(json:))
        case .object(let fields): ChatMessage(json: .object(fields)).map { [$0] }
        // An empty list comes as null.
        case .null: []
        default: nil
        }
    }

    /// True for the time that stands for none.
    var hasTime: Bool { !timestamp.isEmpty && !timestamp.hasPrefix("0001-01-01") }

    /// What the room hears of it.
    func words(by sender: Sender, commandSign: String) -> String {
        // U+0000 cannot be kept, and one line end is enough.
        var words = text.replacing("\r\n", with: "\n").filter { $0 != "\0" }
        // Without a star in front: that is how people mend a word of their last line.
        if kind == .action { return "\(sender.label) \(words)" }
        while words.first?.isWhitespace == true { words.removeFirst() }
        while words.last?.isWhitespace == true { words.removeLast() }
        guard !commandSign.isEmpty, words.hasPrefix(commandSign) else { return words }
        let name = words.dropFirst(commandSign.count).prefix { $0.isLetter }
        // “!important” is a word, and “!join” a command.
        return CommandTable.find(String(name)) == nil ? words : "/" + words.dropFirst(commandSign.count)
    }

    /// What a message means for a room.
    enum Kind: Sendable, Hashable {
        case said
        /// Somebody describes themselves: `/me`.
        case action
        /// Says outright that it changes an earlier message.
        case edited
        case deleted
        /// Nothing that anybody said.
        case aside
        /// An event that this version does not know.
        case unknown
    }

    var kind: Kind {
        switch event {
        case "": .said
        case "user_action": .action
        case "msg_edited", "msg_update": .edited
        case "msg_delete": .deleted
        case "join_leave", "topic_change", "api_connected", "user_typing", "failure", "rejoin_channels",
            "avatar_download", "file_failure_size", "file_delete", "get_channel_members", "notice_irc":
            .aside
        default: .unknown
        }
    }
}

/// A message of ours, for one gateway.
public struct ChatPost: Sendable, Hashable {
    public var gateway: String
    public var username: String
    public var avatar: String
    public var text: String

    public var body: [UInt8] {
        var fields: [String: JSONValue] = [
            "text": .string(text), "username": .string(username), "gateway": .string(gateway),
        ]
        if !avatar.isEmpty { fields["avatar"] = .string(avatar) }
        return JSONEmitter(.compact).bytes(.object(fields))
    }
}
