import Facilitation
import Frameworks

/// A room to be made, with its first session, and who asks for it.
public struct RoomOpening: Sendable {
    public let room: String
    /// With the framework's hash in it, whether it was given with one or not.
    public let setup: Setup
    /// The id that the connection vouches for.
    public let actor: String
    /// Who the connection belongs to.
    public let principal: String
    public let key: CommandKey?
    /// The client's own number for the command, repeated in its events.
    public let cause: String?
    /// As in `Speech`.
    public let isFromHost: Bool
    /// False when the channel has no private messages.
    public let channelIsPrivate: Bool

    public init(
        room: String, setup: Setup, actor: String, principal: String, key: CommandKey? = nil, cause: String? = nil,
        isFromHost: Bool = false, channelIsPrivate: Bool = true
    ) {
        var setup = setup
        if setup.framework.hash.isEmpty { setup.framework = setup.framework.sealed() }
        self.room = room
        self.setup = setup
        self.actor = actor
        self.principal = principal
        self.key = key
        self.cause = cause
        self.isFromHost = isFromHost
        self.channelIsPrivate = channelIsPrivate
    }
}

extension Speech {
    /// An opening as the room hears it.
    init(_ opening: RoomOpening) {
        self.init(
            room: opening.room, actor: opening.actor, principal: opening.principal,
            .event(.opened(opening.setup), words: "/open \(opening.setup.title)"), key: opening.key,
            cause: opening.cause, isFromHost: opening.isFromHost, channelIsPrivate: opening.channelIsPrivate)
    }
}
