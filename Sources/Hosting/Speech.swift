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
    public var key: CommandKey?
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
        room: String, actor: String, principal: String, _ content: Content, isPrivate: Bool = false,
        key: CommandKey? = nil, cause: String? = nil, isFromHost: Bool = false, channelIsPrivate: Bool = true
    ) {
        self.room = room
        self.actor = actor
        self.principal = principal
        self.content = content
        self.isPrivate = isPrivate
        self.key = key
        self.cause = cause
        self.isFromHost = isFromHost
        self.channelIsPrivate = channelIsPrivate
    }
}
