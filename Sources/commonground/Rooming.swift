import Facilitation
import Hosting
import Transcript

/// Rooms by name, made when they are new.
enum Rooming {
    /// The room of a session that was given no name.
    static let defaultRoom = "main"

    /// Opens the room that the command line names. One that is there already keeps its own set-up.
    ///
    /// - Parameter complete: adds to the set-up of a new room.
    /// - Returns: true when the room was made now.
    @discardableResult
    static func openIfNew(
        _ room: String, _ host: RoomHost, _ options: SetupOptions, actor: String = "console",
        principal: String = Speech.parent, complete: (inout Setup) -> Void = { _ in }
    ) throws -> Bool {
        let isNew = try openIfNew(room, host, actor: actor, principal: principal) {
            var setup = try options.read()
            complete(&setup)
            return setup
        }
        if !isNew, options.setup != nil || options.framework != nil {
            Output.note(
                "the room “\(room)” is there already and keeps its own set-up; "
                    + "--setup and --framework are for new rooms. For a new one, add --room and another name")
        }
        return isNew
    }

    /// - Parameter setup: asked for when the room is new.
    /// - Returns: true when the room was made now.
    @discardableResult
    static func openIfNew(
        _ room: String, _ host: RoomHost, actor: String = "console", principal: String = Speech.parent,
        setup: () throws -> Setup
    ) throws -> Bool {
        let isKnown = try ending { () throws(HostError) in try host.roomSummaries().contains { $0.room == room } }
        if isKnown { return false }
        let opening = RoomOpening(
            room: room, setup: try setup(), actor: actor, principal: principal, isFromHost: true)
        _ = try ending { () throws(HostError) in try host.open(opening) }
        return true
    }
}
