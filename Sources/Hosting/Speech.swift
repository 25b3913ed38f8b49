import Facilitation
import JSONText

/// Something that somebody does in a room, as it comes from a connection.
public struct Speech: Sendable {
    public enum Content: Sendable {
        /// A line as a person wrote it. It is kept whatever it says.
        case said(String)
        /// A structured operation that is a command of the table. When it is refused it leaves no entry.
        case operation(name: String, fields: [String: JSONValue])
        /// Something that is clear already, with the words that stand for it in the transcript; refused like an operation.
        case event(Event, words: String)
        /// A line as it was understood before, with what is left of its words. It is kept whatever it says.
        case understood([Reading], words: String)
    }

    /// The principal of whoever started the program: they speak for anybody.
    public static let parent = "stdio"

    public var room: String
    /// The id that the connection vouches for.
    public var actor: String
    /// Who the connection belongs to.
    public var principal: String
    public var content: Content
    public var isPrivate: Bool
    /// The client's idempotency key, and the bytes that say whether a repeated key comes with the same command.
    public var key: String?
    public var keyBody: [UInt8]?
    /// The client's own number for the command, repeated in its events.
    public var cause: String?
    /// True for what stdio's parent does itself and for what is typed at the console; false for what people behind a
    /// program at stdin say.
    public var isFromHost: Bool
    /// False when the channel has no private messages.
    public var channelIsPrivate: Bool

    /// True where a configuration says that this principal speaks for this actor, whoever did before, where there is no
    /// configuration, and for stdio's parent.
    public var isVouchedFor = false
    /// The roles that the speaker may have, and that a join may name; nil for any.
    public var roles: Set<Role>?

    /// A spoken line is kept even when what it asks for is refused.
    var isSpoken: Bool {
        switch content {
        case .said, .understood: true
        case .operation, .event: false
        }
    }

    public init(
        room: String, actor: String, principal: String, _ content: Content, isPrivate: Bool = false, key: String? = nil,
        keyBody: [UInt8]? = nil, cause: String? = nil, isFromHost: Bool = false, channelIsPrivate: Bool = true
    ) {
        self.room = room
        self.actor = actor
        self.principal = principal
        self.content = content
        self.isPrivate = isPrivate
        self.key = key
        self.keyBody = keyBody
        self.cause = cause
        self.isFromHost = isFromHost
        self.channelIsPrivate = channelIsPrivate
    }
}

/// What came of it.
public struct Reply: Sendable, Hashable {
    /// The number of the line's entry.
    public var number: Int
    /// True when this very command was taken before; nothing was done again.
    public var isRepeated = false
    /// Set when a spoken line was kept but what it asked for was refused.
    public var declined: Declined?
    /// What the line became, such as `s14`.
    public var item: String?
    /// For the receipt; a repeated command has none.
    public var taken: Answer.Taken?
    /// The new entries: the line, then what the bot says to it. Empty for a repeated command.
    public var entries: [Entry] = []
    /// The name of the transcript that they stand in; empty where there are none.
    public var log = ""

    public struct Declined: Sendable, Hashable {
        public var code: String
        public var message: String
    }

    /// The fields that a repeated delivery must be answered with again.
    var json: String {
        var fields = JSONObjectWriter(capacity: 64)
        if let declined {
            fields.add("declined", ["code": .string(declined.code), "msg": .string(declined.message)])
        }
        if let item { fields.add("item", item) }
        fields.add("seq", number)
        return String(decoding: fields.finished(), as: UTF8.self)
    }

    init(number: Int) { self.number = number }

    /// From what was kept with the entry.
    init?(repeating entry: Entry) {
        guard let fields = try? JSONScanner().scan(entry.reply), let number = fields["seq"]?.integer else { return nil }
        self.number = number
        isRepeated = true
        item = fields["item"]?.string
        if let declined = fields["declined"], let code = declined["code"]?.string, let message = declined["msg"]?.string
        {
            self.declined = Declined(code: code, message: message)
        }
    }
}
