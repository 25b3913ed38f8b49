import Facilitation
import Hosting
import LineProtocol

// Text mode: `Name: words`, typed by hand or by a pipe.
extension Connection {
    func hearText(_ bytes: [UInt8], _ lineNumber: Int) {
        do throws(WireError) {
            try checkPace()
            try needAuthentication()
        } catch {
            return fail(error)
        }
        let line = TextLine.read(bytes)
        if case .notice = line.form { return }
        if let token = line.syncToken {
            flushOwn()
            send(Array(TextLineWriter().syncAnswer(token: token).utf8))
            return
        }
        guard let room = options.room else {
            return fail(
                WireError(
                    .badField,
                    "No room is open for lines like this one. Whoever starts the server names one with --room; a line of the protocol, such as {\"op\":\"hello\",\"id\":\"1\"}, may name any.",
                    field: "room"))
        }
        guard let speaker = line.speaker else {
            return fail(WireError(.badFrame, "Who says this? Write it as Name: words."))
        }
        guard line.text.unicodeScalars.count <= ClientLine.Limit.textCharacters else {
            return fail(
                WireError(
                    .badField,
                    "A text may have \(ClientLine.Limit.textCharacters) characters at most. Please send it in parts."),
            )
        }
        // Who speaks can depend on who has just joined, so what waits is written first.
        flushOwn()
        do throws(HostError) {
            let actor = try SpokenName.actor(
                speaker, in: try host.discussion(of: room), speaksForPlaces: options.isHost)
            let speech = granted(
                Speech(
                    room: room, actor: actor, principal: options.principal, .said(line.text), isPrivate: line.isPrivate,
                    isFromHost: options.isHost))
            if let refusal = textRefusal(speech) { return fail(refusal) }
            wait(Waiting(speech: speech, own: nil, id: nil, lineNumber: lineNumber, isText: true))
        } catch {
            fail(Connection.wireError(error))
        }
    }

    func answerText(_ item: Waiting, _ result: Result<Reply, HostError>) {
        switch result {
        case .success(let reply): answerText(reply, in: item.speech.room)
        case .failure(let error): fail(Connection.wireError(error))
        }
    }

    private func answerText(_ reply: Reply, in room: String) {
        let isHere = reply.entries.isEmpty || !isReplaced(room, by: reply.log)
        let isWhole = isHere && (reply.entries.first.map { catchUp(to: $0.number, in: room, of: reply.log) } ?? true)
        var shown = reply
        // What the bot says to somebody for whom another speaks is not shown here.
        shown.entries = reply.entries.filter(hearsAtOnce)
        for line in TextAnswer(shown, in: room, host).lines { send(Array(line.utf8)) }
        // Text mode has no `sync`: what could not be read comes later, and this answer once more behind it.
        if isWhole, let last = reply.entries.last { follows(room, .live(upTo: last.number, log: reply.log)) }
    }

    func fail(_ error: WireError) {
        flushOwn()
        for line in TextLineWriter().failure(code: error.code.rawValue, message: error.message) {
            send(Array(line.utf8))
        }
    }
}
