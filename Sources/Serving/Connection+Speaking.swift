import Facilitation
import Hosting
import JSONText
import LineProtocol

// Lines of the protocol with which somebody says something in a room. They wait for the common write.
extension Connection {
    /// A line as a person wrote it.
    func say(_ line: ClientLine, _ lineNumber: Int) throws(WireError) {
        guard let text = line.fields["text"]?.string else { throw missing("text") }
        // What somebody typed in a chat is not the word of the program that passes it on.
        let said = Said(content: .said(text), isFromHost: false, isPrivate: isPrivate(line), own: .say)
        wait(try waiting(said, line, lineNumber))
    }

    func propose(_ line: ClientLine, _ lineNumber: Int) throws(WireError) {
        let said = Said(
            content: try proposal(line.fields), isFromHost: options.isHost, isPrivate: isPrivate(line), own: .propose)
        wait(try waiting(said, line, lineNumber))
    }

    func confirm(_ line: ClientLine, _ lineNumber: Int) throws(WireError) {
        guard let answer = line.fields["answer"]?.string else { throw missing("answer") }
        let said = Said(
            content: .event(.answered(yes: answer == "yes"), words: answer), isFromHost: options.isHost,
            isPrivate: isPrivate(line), own: .confirm)
        wait(try waiting(said, line, lineNumber))
    }

    /// A command that a person could have typed.
    func command(_ line: ClientLine, _ lineNumber: Int) throws(WireError) {
        var fields = line.fields
        var isPrivate = CommandTable.find(line.operation)?.isPrivateByNature ?? false
        if let value = fields.removeValue(forKey: "private") {
            guard let flag = value.bool else {
                throw WireError(.badField, "“private” must be true or false.", field: "private")
            }
            isPrivate = flag
        }
        let said = Said(
            content: .operation(name: line.operation, fields: fields), isFromHost: options.isHost, isPrivate: isPrivate,
            own: nil)
        wait(try waiting(said, line, lineNumber))
    }

    /// What a line says, apart from who says it and where.
    private struct Said {
        var content: Speech.Content
        var isFromHost: Bool
        var isPrivate: Bool
        var own: ProtocolOperation?
    }

    private func waiting(_ said: Said, _ line: ClientLine, _ lineNumber: Int) throws(WireError) -> Waiting {
        guard let room = line.room else { throw missing("room") }
        guard let actor = line.actor else { throw missing("as") }
        let speech = granted(
            Speech(
                room: room, actor: actor, principal: options.principal, said.content, isPrivate: said.isPrivate,
                key: line.key, cause: line.id, isFromHost: said.isFromHost, channelIsPrivate: hasPrivateMessages))
        try checkPace(of: actor)
        return Waiting(speech: speech, own: said.own, id: line.id, lineNumber: lineNumber, isText: false)
    }

    private func isPrivate(_ line: ClientLine) -> Bool { line.fields["private"]?.bool ?? false }

    private func proposal(_ fields: [String: JSONValue]) throws(WireError) -> Speech.Content {
        guard let kind = fields["what"]?.string.flatMap(ProposalKind.init(rawValue:)) else { throw missing("what") }
        guard let text = fields["text"] else { throw missing("text") }
        if text.string?.allSatisfy(\.isWhitespace) == true {
            throw WireError(.badField, "The field “text” must not be empty.", field: "text")
        }
        switch kind {
        case .position: return .operation(name: "settle", fields: ["stage": text])
        case .decision: return .operation(name: "decide", fields: ["text": text])
        case .aim: return .operation(name: "aim", fields: ["text": text])
        case .objective: return .operation(name: "objective", fields: ["text": text])
        }
    }
}
