import Facilitation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Transcript

/// One client, by bytes: lines in, lines out. It knows no socket; whoever does feeds it and writes what it gives back.
///
/// Everything that comes out for a command was durably recorded before it is returned.
public final class Connection {
    public struct Options: Sendable {
        /// Who the connection belongs to.
        public var principal = "stdio"
        /// The parent of stdio may open rooms, and speak for anybody in them.
        public var isHost = true
        /// The room of lines that name none.
        public var room: String?
        /// Decided by the first byte when nil.
        public var mode: ConnectionMode?
        /// Whether an unknown name that speaks in text mode joins by speaking.
        public var admitsBySpeaking = false

        public init() {}
    }

    let host: RoomHost
    let library: Library
    var options: Options
    /// Whether the client's channel has private messages; in text mode the form `Name (privately):` is one.
    var hasPrivateMessages = true
    private var splitter = LineSplitter(lineLimit: ClientLine.Limit.lineBytes)
    private var sniffer = ModeSniffer()
    private var waiting: [Waiting] = []
    public private(set) var isClosed = false

    /// A command that goes into the next common write.
    struct Waiting {
        var speech: Speech
        var id: String?
        /// The number of the line, for a failure that has no `id` to answer to.
        var lineNumber: Int
        var isText: Bool
    }

    public init(host: RoomHost, library: Library, options: Options = Options()) {
        self.host = host
        self.library = library
        self.options = options
    }

    /// Takes what arrived and gives back what to send. Commands that arrive together are written together.
    public func receive(_ bytes: [UInt8]) -> [UInt8] {
        if options.mode == nil { options.mode = sniffer.feed(bytes) }
        return handle(splitter.feed(bytes))
    }

    /// The end of the stream: an unfinished last line still counts.
    public func finish() -> [UInt8] { handle(splitter.finish().map { [$0] } ?? []) }

    private func handle(_ lines: [LineSplitter.Line]) -> [UInt8] {
        var output: [UInt8] = []
        for line in lines where !isClosed {
            switch options.mode ?? .protocolLines {
            case .protocolLines: handleProtocol(line, &output)
            case .text: handleText(line, &output)
            }
        }
        flush(&output)
        return output
    }

    // MARK: Protocol lines

    private func handleProtocol(_ line: LineSplitter.Line, _ output: inout [UInt8]) {
        switch line {
        case .complete(let number, let bytes):
            do throws(ClientLine.Failure) {
                perform(try ClientLine.read(bytes), lineNumber: number, &output)
            } catch {
                flush(&output)
                send(ServerLine.failure(to: error.id, error.error, lineNumber: number), &output)
            }
        case .tooLong(let number, _):
            flush(&output)
            send(ServerLine.failure(to: nil, Connection.tooLong, lineNumber: number), &output)
        case .invalidUTF8(let number, _):
            flush(&output)
            send(ServerLine.failure(to: nil, Connection.notUTF8, lineNumber: number), &output)
        }
    }

    static let tooLong = WireError(
        .lineTooLong,
        "A line may have \(ClientLine.Limit.lineBytes) bytes at most. Nothing of it was kept; send it in parts.")
    static let notUTF8 = WireError(
        .invalidUTF8, "The line is not UTF-8. Nothing of it was kept; send it again as UTF-8.")

    private func perform(_ line: ClientLine, lineNumber: Int, _ output: inout [UInt8]) {
        var line = line
        if line.room == nil { line.room = options.room }
        do throws(WireError) {
            guard let operation = OperationTable.find(line.operation) else { throw unknown(line.operation) }
            if !operation.isCommand { try operation.check(line.fields) }
            if operation.needsRoom && line.room == nil { throw missing("room") }
            if operation.needsActor && line.actor == nil { throw missing("as") }
            if let speech = try speech(of: line, operation) {
                waiting.append(Waiting(speech: speech, id: line.id, lineNumber: lineNumber, isText: false))
                return
            }
            flush(&output)
            try answer(line, operation, &output)
        } catch {
            flush(&output)
            send(ServerLine.failure(to: line.id, error, lineNumber: lineNumber), &output)
        }
    }

    private func unknown(_ operation: String) -> WireError {
        let nearest =
            Spelling.nearest(to: operation, among: OperationTable.names).map { " Did you mean “\($0)”?" } ?? ""
        return WireError(
            .unknownOperation, "There is no such operation.\(nearest) The hello operation lists them all.", field: "op")
    }

    func missing(_ field: String) -> WireError {
        WireError(.badField, "The field “\(field)” is missing.", field: field)
    }

    /// What the line says in a room; nil for operations that say nothing.
    private func speech(of line: ClientLine, _ operation: Operation) throws(WireError) -> Speech? {
        guard let room = line.room, let actor = line.actor else { return nil }
        var fields = line.fields
        let isPrivate = try flag("private", &fields)
        let content: Speech.Content
        var isPrivateByNature = false
        switch line.operation {
        case "say":
            guard let text = fields["text"]?.string else { throw missing("text") }
            content = .said(text)
        case "propose": content = try proposal(fields)
        case "confirm":
            guard let answer = fields["answer"]?.string else { throw missing("answer") }
            content = .event(.answered(yes: answer == "yes"), words: answer)
        case let name where operation.isCommand:
            // Sent by a program for one person, these were said in no room.
            isPrivateByNature = ["gauge", "ungauge", "private"].contains(name)
            content = .operation(name: name, fields: fields)
        default: return nil
        }
        return Speech(
            room: room, actor: actor, principal: options.principal, content, isPrivate: isPrivate ?? isPrivateByNature,
            key: line.key, keyBody: line.body, cause: line.id, isFromHost: options.isHost,
            channelIsPrivate: hasPrivateMessages)
    }

    private func flag(_ name: String, _ fields: inout [String: JSONValue]) throws(WireError) -> Bool? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        guard let flag = value.bool else { throw WireError(.badField, "“\(name)” must be true or false.", field: name) }
        return flag
    }

    private func proposal(_ fields: [String: JSONValue]) throws(WireError) -> Speech.Content {
        guard let kind = fields["what"]?.string.flatMap(ProposalKind.init(rawValue:)) else { throw missing("what") }
        guard let text = fields["text"] else { throw missing("text") }
        switch kind {
        case .position: return .operation(name: "settle", fields: ["stage": text])
        case .decision: return .operation(name: "decide", fields: ["text": text])
        case .aim: return .operation(name: "aim", fields: ["text": text])
        case .objective: return .operation(name: "objective", fields: ["text": text])
        }
    }

    // MARK: Common write

    func wait(_ speech: Speech, lineNumber: Int) {
        waiting.append(Waiting(speech: speech, id: nil, lineNumber: lineNumber, isText: true))
    }

    /// Writes everything that waits in one transaction, then answers in order.
    func flush(_ output: inout [UInt8]) {
        guard !waiting.isEmpty else { return }
        let batch = waiting
        waiting = []
        let results = host.hear(batch.map(\.speech))
        for (item, result) in zip(batch, results) {
            if item.isText { answerText(item, result, &output) } else { answerProtocol(item, result, &output) }
        }
    }

    private func answerProtocol(_ item: Waiting, _ result: Result<Reply, HostError>, _ output: inout [UInt8]) {
        switch result {
        case .success(let reply):
            for entry in reply.entries where hearsAtOnce(entry) { send(ServerLine.event(entry), &output) }
            send(ServerLine.reply(to: item.id, Connection.fields(reply)), &output)
        case .failure(let error):
            let wire = wireError(error, room: item.speech.room)
            send(ServerLine.failure(to: item.id, wire, lineNumber: item.lineNumber), &output)
        }
    }

    static func fields(_ reply: Reply) -> [String: JSONValue] {
        var fields: [String: JSONValue] = ["seq": .integer(reply.number)]
        if reply.isRepeated { fields["dup"] = true }
        fields["item"] = reply.item.map(JSONValue.string)
        if let declined = reply.declined {
            fields["declined"] = ["code": .string(declined.code), "msg": .string(declined.message)]
        }
        return fields
    }

    /// A private line goes to whoever sent it, and the bot's private words to whoever spoke for their recipient when
    /// they were written; while nobody did, to the parent of stdio.
    func hearsAtOnce(_ entry: Entry) -> Bool {
        guard entry.to != nil else { return true }
        return entry.principal.isEmpty ? options.isHost : entry.principal == options.principal
    }

    /// As `hearsAtOnce`, for what is read again: words to somebody for whom nobody spoke then belong to whoever does now.
    func maySee(_ entry: Entry) -> Bool {
        if hearsAtOnce(entry) { return true }
        guard let recipient = entry.to, entry.principal.isEmpty else { return false }
        let speaksFor = (try? host.principal(of: recipient, in: entry.room)) ?? nil
        return speaksFor == options.principal
    }

    func wireError(_ error: HostError, room: String) -> WireError {
        var wire = WireError(WireCode(rawValue: error.code) ?? .internalError, error.message)
        switch error {
        case .badField(let name, _): wire.field = name
        case .unknownSession: wire.field = "session"
        case .nullCharacter: wire.field = "text"
        case .unknownRoom, .roomExists: wire.field = "room"
        case .keyReused: wire.field = "key"
        case .storage(let storage): wire.mayRetry = Connection.mayRetry(storage)
        case .damagedEntry: wire.mayRetry = false
        case .refused(let refusal, _, let stage): explain(refusal, at: stage, &wire)
        }
        return wire
    }

    /// Which field a refusal is about, and for the wrong moment what is expected instead.
    private func explain(_ refusal: Refusal, at stage: DiscussionStage, _ wire: inout WireError) {
        switch refusal {
        case .needsFacilitator:
            wire.field = "as"
            wire.more["need"] = "facilitator"
        case .notJoined, .doesNotVote: wire.field = "as"
        default: break
        }
        guard refusal.code == .wrongState else { return }
        wire.more["stage"] = .string(stage.rawValue)
        let offered = CommandTable.all.filter { $0.offeredAt.contains(stage) }
        wire.more["expected"] = .array(offered.map { .string($0.name) })
    }

    /// A full disk may have space again, a lock may be gone; a damaged file stays damaged.
    private static func mayRetry(_ error: StoreError) -> Bool {
        if case .full = error { true } else { error.retryMayHelp }
    }

    func send(_ line: [UInt8], _ output: inout [UInt8]) {
        output += line
        output.append(0x0A)
    }

    func close() { isClosed = true }
}
