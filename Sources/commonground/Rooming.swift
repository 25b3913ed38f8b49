import Facilitation
import Hosting
import Transcript

/// Rooms by name, made when they are new.
enum Rooming {
    /// The room of a session that was given no name.
    static let defaultRoom = "main"

    /// Opens the room that the command line names. One that is there already keeps its own set-up.
    ///
    /// - Parameters:
    ///   - speakersHaveIDs: whether people are ids here; somebody who facilitates by name alone could not come in.
    ///   - complete: adds to the set-up of a new room.
    /// - Returns: true when the room was made now.
    @discardableResult
    static func openIfNew(
        _ room: String, _ host: RoomHost, _ options: SetupOptions, actor: String = "console",
        principal: String = Speech.parent, speakersHaveIDs: Bool = false, complete: (inout Setup) -> Void = { _ in }
    ) throws -> Bool {
        let isNew = try openIfNew(room, host, actor: actor, principal: principal) {
            var setup = try options.read()
            complete(&setup)
            return setup
        }
        if isNew { return true }
        if options.setup != nil || options.framework != nil {
            Output.note(
                "the room “\(room)” is there already and keeps its own set-up; "
                    + "--setup and --framework are for new rooms. For a new one, add --room and another name")
        }
        if let facilitator = options.facilitator {
            try name(facilitator, facilitatorOf: room, host, principal: principal, speakersHaveIDs: speakersHaveIDs)
        }
        return false
    }

    /// A room that nobody facilitates yet takes whom the command line names, as a new room does; any other is left as it is.
    private static func name(
        _ name: String, facilitatorOf room: String, _ host: RoomHost, principal: String, speakersHaveIDs: Bool
    ) throws {
        let discussion = try ending { () throws(HostError) in try host.discussion(of: room) }
        let people = discussion.people
        if people.named(name).contains(where: { people[$0].role == .facilitator }) { return }
        guard people.facilitators.isEmpty else {
            return Output.note(
                "“\(name)” does not facilitate the room “\(room)”, which is there already: --facilitator is for rooms that "
                    + "nobody facilitates yet. Whoever facilitates it can type /facilitator \(name), once \(name) has joined"
            )
        }
        guard !speakersHaveIDs else {
            return Output.note(
                "nobody facilitates the room “\(room)”, and “\(name)” has no id there. Put “id:” and the id that the chat "
                    + "gives them into a set-up, and open a room of another name with it")
        }
        let speech = Speech(
            room: room, actor: Participants.typedPrefix + Names.fold(name), principal: principal,
            .event(.facilitatorNamed(name: name), words: "/facilitator \(name)"), isFromHost: true)
        do throws(HostError) {
            _ = try host.hear(speech)
        } catch {
            guard case .refused(_, let message, _) = error else { throw Exit.failure(error) }
            Output.note("“\(name)” does not facilitate the room “\(room)”. \(message)")
        }
    }

    /// - Parameter setup: asked for when the room is new.
    /// - Returns: true when the room was made now.
    @discardableResult
    static func openIfNew(
        _ room: String, _ host: RoomHost, actor: String = "console", principal: String = Speech.parent,
        setup: () throws -> Setup
    ) throws -> Bool {
        if try ending({ () throws(HostError) in try host.isThere(room) }) { return false }
        let opening = RoomOpening(
            room: room, setup: try setup(), actor: actor, principal: principal, isFromHost: true)
        _ = try ending { () throws(HostError) in try host.open(opening) }
        return true
    }
}
