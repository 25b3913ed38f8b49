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
    static let inflight = 64
    /// The most events that one `sync` gives, however many are asked for: the client can ask again.
    static let syncMax = 5_000

    func answer(_ line: ClientLine, _ operation: Operation, _ output: inout [UInt8]) throws(WireError) {
        switch operation.name {
        case "hello": try hello(line, &output)
        case "describe": try describe(line, &output)
        case "open": try open(line, &output)
        case "record": try record(line, &output)
        case "draft": try draft(line, &output)
        case "export": try export(line, &output)
        case "sync": try sync(line, &output)
        case "ack": try acknowledge(line, &output)
        case "ping": send(ServerLine.reply(to: line.id, ["busy": false]), &output)
        case "bye":
            send(ServerLine.reply(to: line.id), &output)
            close()
        default: throw WireError(.internalError, "This operation is listed and not answered. Please report it.")
        }
    }

    private func hello(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        if let versions = line.fields["proto"] {
            guard versions.array?.contains(where: { $0.integer == 1 }) == true else {
                throw WireError(
                    .version, "This server speaks version 1 of the protocol. Say “proto”: [1].", field: "proto")
            }
        }
        hasPrivateMessages = line.fields["caps"]?.array?.contains("dm") ?? false
        let rooms = try reading { () throws(HostError) in try self.host.roomSummaries() }
        let listed = try rooms.map(listed)
        send(
            ServerLine.reply(
                to: line.id,
                [
                    "proto": 1, "server": .string(Connection.server), "principal": .string(options.principal),
                    "limits": [
                        "line": .integer(ClientLine.Limit.lineBytes), "text": .integer(ClientLine.Limit.textCharacters),
                        "depth": .integer(ClientLine.Limit.depth), "inflight": .integer(Connection.inflight),
                    ], "ops": .array(OperationTable.names.map(JSONValue.string)),
                    "rooms": .array(listed),
                ]), &output)
    }

    /// With `acked`, a client that lost its memory knows where to go on with `sync`.
    private func listed(_ room: RoomSummary) throws(WireError) -> JSONValue {
        [
            "room": .string(room.room), "log": .string(room.log), "head": .integer(room.head),
            "acked": .integer(try acknowledged(in: room.room)),
        ]
    }

    private func acknowledged(in room: String) throws(WireError) -> Int {
        do throws(StoreError) {
            return try host.store.acknowledged(principal: options.principal, room: room)
        } catch {
            throw wireError(.storage(error), room: room)
        }
    }

    private func describe(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard let what = line.fields["what"]?.string else {
            let operations = OperationTable.all.map { operation -> JSONValue in
                ["op": .string(operation.name), "summary": .string(operation.summary)]
            }
            return send(ServerLine.reply(to: line.id, ["ops": .array(operations)]), &output)
        }
        guard let operation = OperationTable.find(what) else {
            throw WireError(
                .badField, "There is no operation of that name. The hello operation lists them all.", field: "what")
        }
        send(ServerLine.reply(to: line.id, ["schema": OperationTable.schema(of: operation)]), &output)
    }

    private func open(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard options.isHost else { throw WireError(.notPermitted, "This connection may not open rooms.") }
        guard let room = line.room else { throw missing("room") }
        let checked = SetupReader(library: library, mayReadFiles: options.isHost).read(
            json: line.fields["setup"] ?? [:])
        guard var setup = checked.value else {
            let list = checked.mistakes.map(MistakeText.line).joined(separator: " ")
            throw WireError(
                .badField, "The set-up has mistakes. \(list)", field: "setup",
                more: ["mistakes": .array(checked.mistakes.map { .string(MistakeText.line($0)) })])
        }
        if let title = line.fields["title"]?.string { setup.title = title }
        let speech = Speech(
            room: room, actor: line.actor ?? options.principal, principal: options.principal, .said(""), key: line.key,
            keyBody: line.body, cause: line.id, isFromHost: options.isHost, channelIsPrivate: hasPrivateMessages)
        let opened = try reading(in: room) { () throws(HostError) in
            try self.host.open(room: room, setup: setup, by: speech)
        }
        for entry in opened.reply.entries where hearsAtOnce(entry) { send(ServerLine.event(entry), &output) }
        var fields = Connection.fields(opened.reply)
        fields["log"] = .string(opened.log)
        send(ServerLine.reply(to: line.id, fields), &output)
    }

    private func record(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let record = try reading(in: room) { () throws(HostError) in
            try self.host.record(of: room, session: line.fields["session"]?.integer)
        }
        send(ServerLine.reply(to: line.id, ["record": record.json]), &output)
    }

    private func draft(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let format = line.fields["format"]?.string.flatMap(ReportFormat.init) ?? .markdown
        let what: DraftDocument = line.fields["what"]?.string == "minutes" ? .minutes : .draft
        let document = line.fields["document"]?.string.flatMap(DraftDocument.init) ?? what
        let made = try reading(in: room) { () throws(HostError) in
            try self.host.draft(document, of: room, session: line.fields["session"]?.integer)
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
        send(ServerLine.reply(to: line.id, fields), &output)
    }

    private func export(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let text = try reading(in: room) { () throws(HostError) in try self.host.readableTranscript(of: room) }
        send(ServerLine.reply(to: line.id, ["format": "markdown", "text": .string(text)]), &output)
    }

    private func sync(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        let summary = try reading(in: room) { () throws(HostError) in try self.host.summary(of: room) }
        let after = line.fields["after"]?.integer ?? 0
        let limit = min(line.fields["limit"]?.integer ?? 500, Connection.syncMax)
        guard limit > 0 else { throw WireError(.badField, "“limit” must be 1 or more.", field: "limit") }
        if let log = line.fields["log"]?.string, log != summary.log {
            throw WireError(
                .cursorUnknown,
                "This room has another transcript now, for example from a back-up. Start again after 0 with the new log.",
                field: "log", more: ["log": .string(summary.log), "head": .integer(summary.head)])
        }
        guard (0...summary.head).contains(after) else {
            throw WireError(
                .cursorUnknown, "There is no event \(after) in this room; the last one is \(summary.head).",
                field: "after",
                more: ["log": .string(summary.log), "head": .integer(summary.head)])
        }
        let entries = try reading(in: room) { () throws(HostError) in
            try self.host.entries(of: room, after: after, limit: limit)
        }
        let attribution = try reading(in: room) { () throws(HostError) in try self.host.attribution(in: room) }
        for entry in entries {
            let hidesSpeaker = entry.principal != options.principal && attribution.hidesSpeaker(of: entry)
            send(
                maySee(entry) ? ServerLine.event(entry, hidesSpeaker: hidesSpeaker) : ServerLine.withheld(entry),
                &output)
        }
        let to = entries.last?.number ?? after
        send(
            ServerLine.reply(
                to: line.id, ["to": .integer(to), "more": .bool(to < summary.head), "log": .string(summary.log)]),
            &output)
    }

    private func acknowledge(_ line: ClientLine, _ output: inout [UInt8]) throws(WireError) {
        guard let room = line.room else { throw missing("room") }
        guard let upTo = line.fields["upto"]?.integer, upTo >= 0 else {
            throw WireError(.badField, "“upto” must be the number of an event.", field: "upto")
        }
        do throws(StoreError) {
            try host.store.acknowledge(principal: options.principal, room: room, upTo: upTo)
        } catch {
            switch error {
            case .beyondHead(_, let head):
                throw WireError(
                    .cursorUnknown, "There is no event \(upTo) in this room; the last one is \(head).", field: "upto")
            case .unknownRoom: throw wireError(.unknownRoom(room), room: room)
            default: throw wireError(.storage(error), room: room)
            }
        }
        send(ServerLine.reply(to: line.id, ["upto": .integer(try acknowledged(in: room))]), &output)
    }

    private func reading<Value>(in room: String = "", _ work: () throws(HostError) -> Value) throws(WireError) -> Value
    {
        do { return try work() } catch { throw wireError(error, room: room) }
    }
}
