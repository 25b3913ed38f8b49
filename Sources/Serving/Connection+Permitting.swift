import Facilitation
import Frameworks
import Hosting
import JSONText
import LineProtocol

// What this connection may do. The principal decides, never what a line says about itself.
extension Connection {
    /// So many wrong tokens, and the connection is closed: guessing is to be slow.
    static let wrongTokensMax = 3

    func needAuthentication() throws(WireError) {
        guard !options.isAuthenticated else { return }
        throw WireError(
            .notAuthenticated, "Say who you are first: hello with the token that you were given.", field: "token")
    }

    func authenticate(_ token: String) throws(WireError) {
        // Where nobody has a token, none is looked at.
        guard let grants = options.grants else { return }
        guard let grant = grants.holder(of: token) else {
            wrongTokens += 1
            throw WireError(.notAuthenticated, "This token is not known here.", field: "token")
        }
        guard !options.isAuthenticated || grant.principal == options.principal || following.isEmpty else {
            throw WireError(
                .notPermitted, "This connection belongs to \(options.principal). Connect again to be somebody else.",
                field: "token")
        }
        options.become(grant)
    }

    func mayUse(_ room: String) -> Bool { options.rooms.map { $0.contains { $0.matches(room) } } ?? true }

    /// The same words whether the room is there or not.
    func checkRoom(_ room: String) throws(WireError) {
        guard !mayUse(room) else { return }
        throw WireError(.notPermitted, "This connection may not use a room of that name.", field: "room")
    }

    /// - Parameter mayBeMade: whether it can be an id that this program made itself, as it can where names are typed.
    func checkActor(_ actor: String, in room: String, mayBeMade: Bool) throws(WireError) {
        if !mayBeMade, MadeID.isOne(actor) {
            throw WireError(
                .notPermitted,
                "“\(actor)” is an id that this program made for somebody, so nobody can act under it. Use the id that your chat gives the person, such as irc:ann. Members whom the set-up names without an id come in with join, under the same name; a facilitator needs an id there.",
                field: "as")
        }
        guard !mayActAs(actor, in: room) else { return }
        throw WireError(.notPermitted, "This connection may not speak for “\(actor)”.", field: "as")
    }

    private func mayActAs(_ actor: String, in room: String) -> Bool {
        if let actors = options.actors { return actors.contains { $0.matches(actor) } }
        return options.isHost || options.grants?.isAnothers(actor, than: options.principal, in: room) != true
    }

    /// The speech with what a configuration says about who sends it.
    func granted(_ speech: Speech) -> Speech {
        var speech = speech
        speech.isVouchedFor = options.actors != nil || options.isHost || options.mayActAsAnybody
        speech.roles = options.roles
        return speech
    }

    /// Why a line of text mode is not taken; nil when it is.
    func textRefusal(_ speech: Speech) -> WireError? {
        do throws(WireError) {
            try checkRoom(speech.room)
            try checkActor(speech.actor, in: speech.room, mayBeMade: true)
            try checkPace(of: speech.actor)
            return nil
        } catch {
            return error
        }
    }

    // MARK: How fast

    /// Why one line more is not taken; nil when it is. It costs the same whether it can be read or not.
    func paceRefusal() -> WireError? {
        do throws(WireError) {
            try checkPace()
            return nil
        } catch {
            return error
        }
    }

    func checkPace() throws(WireError) {
        guard pace != nil else { return }
        let now = switchboard.now()
        if let left = holds.left(of: nil, at: now) { throw Connection.tooFast(left, "This connection sends") }
        guard let wait = pace?.take(at: now) else { return }
        // What came before is written first: that can take longer than the hold.
        flushOwn()
        throw Connection.tooFast(holds.begin(nil, for: wait, at: switchboard.now()), "This connection sends")
    }

    func checkPace(of actor: String) throws(WireError) {
        guard let rate = options.rate else { return }
        let now = switchboard.now()
        if let left = holds.left(of: actor, at: now) { throw Connection.tooFast(left, "“\(actor)” speaks") }
        guard let wait = switchboard.actorPaces.take(actor, of: options.principal, rate.actor, at: now) else {
            return
        }
        flushOwn()
        throw Connection.tooFast(holds.begin(actor, for: wait, at: switchboard.now()), "“\(actor)” speaks")
    }

    private static func tooFast(_ milliseconds: Int, _ who: String) -> WireError {
        WireError(
            .rateLimited,
            "\(who) faster than is allowed here. Nothing of this line was kept; send it again later, before what comes after it.",
            more: ["retry_ms": .integer(milliseconds)])
    }
}

extension Connection.Options {
    /// From now on this connection belongs to the principal of the grant.
    public mutating func become(_ grant: Grant) {
        principal = grant.principal
        isHost = false
        mayActAsAnybody = false
        mayOpen = grant.mayOpen
        rooms = grant.rooms
        actors = grant.actors
        roles = grant.roles
        isAuthenticated = true
    }
}
