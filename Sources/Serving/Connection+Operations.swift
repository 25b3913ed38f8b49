import Drafting
import Facilitation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Reports
import Transcript

// The protocol's own operations.
extension Connection {
    public static let server = "commonground/\(Version.number)"
    public static let inFlight = 64
    /// The most events that one `sync` gives, however many are asked for: the client can ask again.
    static let syncMax = 5_000
    /// A page of `sync` ends here, so that one client's answers do not fill the memory.
    static let syncBytesMax = 1_000_000

    /// What is said in a room waits for the common write; all else is answered at once, behind what waits.
    func answer(_ line: ClientLine, _ operation: WireOperation, _ lineNumber: Int) throws(WireError) {
        if !operation.needsActor { flushOwn() }
        switch operation.own {
        case nil: try command(line, lineNumber)
        case .say?: try say(line, lineNumber)
        case .propose?: try propose(line, lineNumber)
        case .confirm?: try confirm(line, lineNumber)
        case .hello?: try hello(line)
        case .describe?: try describe(line)
        case .open?: try open(line)
        case .record?: try record(line)
        case .draft?: try draft(line)
        case .export?: try export(line)
        case .sync?: try sync(line)
        case .ack?: try acknowledge(line)
        case .ping?: send(ServerLine.reply(to: line.id, ["busy": false]))
        case .bye?: leave(bye: line.id)
        }
    }

    private func hello(_ line: ClientLine) throws(WireError) {
        if let versions = line.fields["proto"] {
            guard versions.array?.contains(where: { $0.integer == 1 }) == true else {
                throw WireError(
                    .version, "This server speaks version 1 of the protocol. Say “proto”: [1].", field: "proto")
            }
        }
        if let token = line.fields["token"]?.string { try authenticate(token) }
        try needAuthentication()
        hasPrivateMessages = line.fields["caps"]?.array?.contains("dm") ?? false
        let rooms = try reading { () throws(HostError) in try self.host.roomSummaries() }
        let acknowledged = try acknowledged()
        let listed = rooms.filter { mayUse($0.room) }.map { Connection.listed($0, acknowledged) }
        send(
            ServerLine.reply(
                to: line.id,
                [
                    "proto": 1, "server": .string(Connection.server), "principal": .string(options.principal),
                    "limits": limits, "ops": .array(OperationTable.names.map(JSONValue.string)),
                    "rooms": .array(listed),
                ]))
    }

    private var limits: JSONValue {
        var limits: [String: JSONValue] = [
            "line": .integer(ClientLine.Limit.lineBytes), "text": .integer(ClientLine.Limit.textCharacters),
            "depth": .integer(ClientLine.Limit.depth), "inflight": .integer(Connection.inFlight),
        ]
        if let rate = options.rate {
            limits["rate"] = ["per_s": .integer(rate.actor.perSecond), "burst": .integer(rate.actor.burst)]
        }
        return .object(limits)
    }

    /// With `acked`, a client that lost its memory knows where to go on with `sync`.
    private static func listed(_ room: RoomSummary, _ acknowledged: [String: Int]) -> JSONValue {
        [
            "room": .string(room.room), "log": .string(room.log), "head": .integer(room.head),
            "acked": .integer(acknowledged[room.room] ?? 0),
        ]
    }

    /// In every room at once: there may be ten thousand, and everybody else waits meanwhile.
    private func acknowledged() throws(WireError) -> [String: Int] {
        do throws(StoreError) {
            return try host.store.acknowledged(principal: options.principal)
        } catch {
            throw Connection.wireError(.storage(error))
        }
    }

    private func acknowledged(in room: String) throws(WireError) -> Int {
        do throws(StoreError) {
            return try host.store.acknowledged(principal: options.principal, room: room)
        } catch {
            throw Connection.wireError(.storage(error))
        }
    }

    private func describe(_ line: ClientLine) throws(WireError) {
        guard let what = line.fields["what"]?.string else {
            return send(ServerLine.reply(to: line.id, LineSchemas.contents))
        }
        guard let description = LineSchemas.description(of: what) else {
            throw WireError(
                .badField, "No operation and no event has that name. Leave “what” out, and describe lists them all.",
                field: "what")
        }
        send(ServerLine.reply(to: line.id, description))
    }

    private func open(_ line: ClientLine) throws(WireError) {
        guard options.mayOpen else { throw WireError(.notPermitted, "This connection may not open rooms.") }
        guard let room = line.room else { throw missing("room") }
        // A title beside the set-up is a title in it: the same is asked of both.
        var given = line.fields["setup"]?.object ?? [:]
        if let title = line.fields["title"] { given["title"] = title }
        let today = host.clock.today(in: given["zone"]?.string ?? Setup(framework: Library.builtIn).zone)
        let checked = SetupReader(library: library, mayReadFiles: options.isHost, today: today).read(
            json: .object(given))
        guard let setup = checked.value else { throw Connection.mistakes(in: checked.mistakes, line) }
        let opening = RoomOpening(
            room: room, setup: setup, actor: line.actor ?? options.principal, principal: options.principal,
            key: line.key, cause: line.id, isFromHost: options.isHost, channelIsPrivate: hasPrivateMessages)
        try checkPace(of: opening.actor)
        let opened = try reading { () throws(HostError) in try self.host.open(opening) }
        // Whoever makes a room learns its log here, whatever they followed under its name before.
        if !opened.reply.isRepeated { follows(room, .live(upTo: 0, log: opened.log)) }
        follow(opened.reply, in: room)
        send(opened.reply, to: line.id, log: opened.log)
    }

    private static func mistakes(in found: [Mistake], _ line: ClientLine) -> WireError {
        let lines = found.map(MistakeText.line)
        let isInTitle = line.fields["title"] != nil && found.allSatisfy { $0.place == .path("title") }
        return WireError(
            .badField, "The set-up has mistakes. \(lines.joined(separator: " "))", field: isInTitle ? "title" : "setup",
            more: ["mistakes": .array(lines.map(JSONValue.string))])
    }

    private func record(_ line: ClientLine) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let snapshot = try snapshot(of: room)
        let session = line.fields["session"]?.integer
        reply(to: line.id) { () throws(WireError) in
            do throws(HostError) {
                return ["record": try snapshot.record(session: session).json]
            } catch {
                throw Connection.wireError(error)
            }
        }
    }

    private func draft(_ line: ClientLine) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        for pair in ProtocolOperation.draft.rivals where line.fields[pair.one] != nil && line.fields[pair.other] != nil
        {
            throw Connection.wireError(.badField(pair.other, .notBeside(pair.one)))
        }
        let format = line.fields["format"]?.string.flatMap(ReportFormat.init) ?? .markdown
        let what: DraftDocument = line.fields["what"]?.string == "minutes" ? .minutes : .draft
        let document = line.fields["document"]?.string.flatMap(DraftDocument.init) ?? what
        let snapshot = try snapshot(of: room)
        let session = line.fields["session"]?.integer
        reply(to: line.id) { () throws(WireError) in
            let made: RoomDraft
            do throws(HostError) {
                made = try snapshot.draft(document, session: session)
            } catch {
                throw Connection.wireError(error)
            }
            guard let text = made.report.text(in: format) else {
                throw WireError(.badField, made.report.csvRefusal, field: "format")
            }
            var fields: [String: JSONValue] = [
                "format": .string(format.rawValue), "document": .string(document.rawValue), "text": .string(text),
            ]
            if !made.findings.isEmpty {
                fields["findings"] = .array(
                    made.findings.map { ["line": .integer($0.line), "text": .string($0.explanation)] })
            }
            return fields
        }
    }

    private func export(_ line: ClientLine) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let snapshot = try snapshot(of: room)
        reply(to: line.id) { () throws(WireError) in
            do throws(HostError) {
                return ["format": "markdown", "text": .string(try snapshot.readableTranscript())]
            } catch {
                throw Connection.wireError(error)
            }
        }
    }

    private func snapshot(of room: String) throws(WireError) -> RoomSnapshot {
        try reading { () throws(HostError) in try self.host.snapshot(of: room) }
    }

    private func sync(_ line: ClientLine) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let summary = try reading { () throws(HostError) in try self.host.summary(of: room) }
        let after = line.fields["after"]?.integer ?? 0
        let limit = min(line.fields["limit"]?.integer ?? 500, Connection.syncMax)
        guard limit > 0 else { throw WireError(.badField, "“limit” must be 1 or more.", field: "limit") }
        try checkLog(of: line, summary)
        guard (0...summary.head).contains(after) else {
            throw Connection.noEvent(after, field: "after", summary)
        }
        let attribution = try reading { () throws(HostError) in try self.host.attribution(in: room) }
        let to = try send(after: after, upTo: min(summary.head, after + limit), in: room, attribution)
        let isWhole = to >= summary.head
        follows(room, isWhole ? .live(upTo: to, log: summary.log) : .paging)
        send(
            ServerLine.reply(
                to: line.id, ["to": .integer(to), "more": .bool(!isWhole), "log": .string(summary.log)]))
    }

    private static func noEvent(_ number: Int, field: String, _ summary: RoomSummary) -> WireError {
        WireError(
            .cursorUnknown, "There is no event \(number) in this room; the last one is \(summary.head).", field: field,
            more: ["log": .string(summary.log), "head": .integer(summary.head)])
    }

    /// What a client says of another transcript than this one is never taken for this one.
    private func checkLog(of line: ClientLine, _ summary: RoomSummary) throws(WireError) {
        guard let log = line.fields["log"]?.string, log != summary.log else { return }
        throw WireError(
            .cursorUnknown,
            "This room has another transcript now, for example from a back-up. Start again after 0 with the new log.",
            field: "log", more: ["log": .string(summary.log), "head": .integer(summary.head)])
    }

    /// Sends events again until there are no more, or so many bytes that the client must ask for the rest.
    ///
    /// - Returns: the number of the last one.
    private func send(
        after: Int, upTo end: Int, in room: String, _ attribution: SpeakerAttribution
    ) throws(WireError) -> Int {
        var to = after
        var bytes = 0
        var authors = Authors(room: room, principal: options.principal)
        while to < end, bytes < Connection.syncBytesMax {
            let limit = min(Connection.pageSize, end - to)
            let page = try reading { () throws(HostError) in
                try self.host.entries(of: room, after: to, limit: limit)
            }
            guard !page.isEmpty else { break }
            for entry in page where bytes < Connection.syncBytesMax {
                let event = repeated(entry, attribution, isOwn: try authors.isOwn(entry, host))
                bytes += event.count
                send(event)
                to = entry.number
            }
        }
        return to
    }

    private func acknowledge(_ line: ClientLine) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        guard let upTo = line.fields["upto"]?.integer, upTo >= 0 else {
            throw WireError(.badField, "“upto” must be the number of an event.", field: "upto")
        }
        if line.fields["log"] != nil {
            try checkLog(of: line, try reading { () throws(HostError) in try self.host.summary(of: room) })
        }
        do throws(StoreError) {
            try host.store.acknowledge(principal: options.principal, room: room, upTo: upTo)
        } catch {
            switch error {
            case .beyondHead:
                throw Connection.noEvent(
                    upTo, field: "upto", try reading { () throws(HostError) in try self.host.summary(of: room) })
            case .unknownRoom: throw Connection.wireError(.unknownRoom(room))
            default: throw Connection.wireError(.storage(error))
            }
        }
        send(ServerLine.reply(to: line.id, ["upto": .integer(try acknowledged(in: room))]))
    }

    private func reading<Value>(_ work: () throws(HostError) -> Value) throws(WireError) -> Value {
        do { return try work() } catch { throw Connection.wireError(error) }
    }
}

/// Finds out which entries came of a principal's own commands: its lines, and what the bot said to them.
private struct Authors {
    let room: String
    let principal: String
    private var heard: (number: Int, isOwn: Bool)?

    init(room: String, principal: String) {
        self.room = room
        self.principal = principal
    }

    mutating func isOwn(_ entry: Entry, _ host: RoomHost) throws(WireError) -> Bool {
        guard let number = entry.answers ?? (entry.direction == .heard ? entry.number : nil) else { return false }
        if let heard, heard.number == number { return heard.isOwn }
        // A page may begin between a line and its answers.
        let line = try entry.direction == .heard ? entry : read(number, host)
        let isOwn = line?.principal == principal
        heard = (number, isOwn)
        return isOwn
    }

    private func read(_ number: Int, _ host: RoomHost) throws(WireError) -> Entry? {
        do throws(StoreError) {
            return try host.store.entry(room: room, number: number)
        } catch {
            throw Connection.wireError(.storage(error))
        }
    }
}
