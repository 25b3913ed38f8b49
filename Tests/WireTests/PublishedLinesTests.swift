import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import SchemaCheck
import Serving
import Testing
import Transcript

/// Every line that the server sends is as its published schema says, and nothing is published that it does not send. All
/// other tests of this target hold the lines that they read to the schemas as well: see `parsed`.
@Suite struct PublishedLinesTests {
    /// What is declared and not seen here, and why.
    private static let unseen = [
        "reply to draft/findings": "a draft that the checker of the program itself objects to is a fault",
        "INTERNAL": "a fault",
        "FRAMEWORK_MISMATCH": "kept for a later version",
    ]

    // MARK: Whole meetings

    private static let conversations = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Transcripts")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: conversations.path)) ?? [])
        .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()

    @Test(arguments: names) func `Whatever is told of a whole conversation is as its schema says`(name: String) throws {
        let place = try Place()
        let text = try String(contentsOf: PublishedLinesTests.conversations.appending(path: name), encoding: .utf8)
        let path = place.path
        let player = ConversationPlayer(library: Library()) { () throws(StoreError) in try SQLiteStore(path: path) }
        _ = try player.play(try Conversation(text))
        let wire = try Wire(place)
        var seen = Seen()
        for operation in ["hello", "sync", "record", "draft", "export", "ping", "bye"] {
            let more = operation == "sync" ? #","limit":5000"# : ""
            let room = ConversationPlayer.room
            let lines = wire.send(#"{"op":"\#(operation)","id":"1","room":"\#(room)"\#(more)}"#)
            #expect(lines.last?["ok"] == true)
            try seen.add(lines, operation)
        }
        #expect(seen.fields.contains("said/reading") && seen.fields.contains("bot/text"))
    }

    @Test func `There are conversations to hold to the schemas`() {
        #expect(PublishedLinesTests.names.count >= 12)
    }

    // MARK: All that is declared

    @Test func `Every kind of line, every field and every code that is published is sent, or named here`() throws {
        let wire = try Wire()
        var seen = Seen()
        try seen.add(wire.send(Wire.opening()), "open")
        for line in PublishedLinesTests.meeting { try seen.send(line, to: wire.connection) }
        for line in PublishedLinesTests.mistakes { try seen.send(line, to: wire.connection) }
        try broken(wire, &seen)
        try strangers(wire, &seen)
        _ = try wire.host.redact([5], in: "north", because: "a patient is named")
        try seen.send(#"{"op":"sync","id":"1","room":"north"}"#, to: wire.connection)
        try seen.send(#"{"op":"bye","id":"1"}"#, to: wire.connection)

        let replies = OperationTable.all.map { ServerLineTable.reply(to: $0) }
        let shapes = ServerLineTable.events + [ServerLineTable.error] + replies
        let fields = Set(shapes.flatMap { shape in shape.fields.map { "\(shape.name)/\($0.name)" } })
        let declared = fields.union(WireCode.allCases.map(\.rawValue))
        let sent = seen.fields.union(seen.codes)
        let missing = declared.subtracting(sent).subtracting(PublishedLinesTests.unseen.keys)
        #expect(missing.isEmpty, "\(missing.sorted())")
        #expect(sent.isDisjoint(with: PublishedLinesTests.unseen.keys))
        #expect(declared.isSuperset(of: PublishedLinesTests.unseen.keys))
    }

    private static let meeting = [
        #"{"op":"hello","id":"1","proto":[1],"caps":["dm"]}"#, #"{"op":"describe","id":"1"}"#,
        #"{"op":"describe","id":"1","what":"say"}"#, #"{"op":"describe","id":"1","what":"said"}"#,
        #"{"op":"open","id":"1","room":"south","key":"o"}"#, #"{"op":"open","id":"1","room":"south","key":"o"}"#,
        #"{"op":"start","id":"1","room":"north","as":"irc:helen","areas":["8"]}"#,
        #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"We share a plan with the hospital.","key":"a"}"#,
        #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"We share a plan with the hospital.","key":"a"}"#,
        #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"The buses are late every day."}"#,
        #"{"op":"say","id":"1","room":"north","as":"irc:bo","text":"I agree with #5 but disagree with #6"}"#,
        #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"/next"}"#,
        #"{"op":"say","id":"1","room":"north","as":"irc:ann","private":true,"text":"/private I know the driver"}"#,
        #"{"op":"objective","id":"1","room":"north","as":"irc:helen","text":"Bo Reed will count buses by May 2027"}"#,
        #"{"op":"who","id":"1","room":"north","as":"irc:ann","key":"w"}"#,
        #"{"op":"who","id":"1","room":"north","as":"irc:ann","key":"w"}"#,
        #"{"op":"sync","id":"1","room":"north","after":2,"limit":3}"#,
        #"{"op":"ack","id":"1","room":"north","upto":2}"#,
        #"{"op":"record","id":"1","room":"north"}"#, #"{"op":"draft","id":"1","room":"north"}"#,
        #"{"op":"export","id":"1","room":"north"}"#, #"{"op":"ping","id":"1"}"#,
    ]

    private static let mistakes = [
        #"{"op":"#, "[1]", #"{"op":"ping","op":"ping"}"#, #"{"op":"gouge","id":"1"}"#,
        #"{"op":"hello","id":"1","proto":[9]}"#, #"{"op":"open","id":"1","room":"north"}"#,
        #"{"op":"open","id":"1","room":"east","setup":{"meeting":"formel"}}"#,
        #"{"op":"record","id":"1","room":"west"}"#, #"{"op":"abstain","id":"1","room":"north","as":"irc:eve"}"#,
        #"{"op":"next","id":"1","room":"north","as":"irc:ann"}"#,
        #"{"op":"reveal","id":"1","room":"north","as":"irc:helen"}"#,
        #"{"op":"where","id":"1","room":"north","as":"irc:ann","key":"w"}"#,
        #"{"op":"sync","id":"1","room":"north","log":"another"}"#,
    ]

    /// Lines that are no text of JSON, a full disk, and a queue that is full.
    private func broken(_ wire: Wire, _ seen: inout Seen) throws {
        try seen.add(parsed(wire.connection.raw(String(repeating: "x", count: 70_000) + "\n")), "ping")
        let noText = wire.connection.receive([UInt8(ascii: "{"), 0xFF, 0x0A])
        try seen.add(parsed(String(decoding: noText, as: UTF8.self)), "ping")
        wire.store.failure = .full(path: "p")
        try seen.send(#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"Word"}"#, to: wire.connection)
        wire.store.failure = nil
        var intake = Intake(mode: .protocolLines)
        let message = try #require(intake.feed(Array("{\"op\":\"ping\",\"id\":\"1\"}\n".utf8)).first)
        let busy = try #require(Busy.answer(to: message))
        try seen.add(parsed(String(decoding: busy, as: UTF8.self)), "ping")
    }

    /// Somebody else in the room, somebody who is too fast, and somebody with a wrong token.
    private func strangers(_ wire: Wire, _ seen: inout Seen) throws {
        try seen.send(#"{"op":"sync","id":"1","room":"north"}"#, to: wire.connection(of: "bridge:eve"))

        var options = Connection.Options()
        options.rate = Rate(actor: Pace(perSecond: 1, burst: 1), connection: Pace(perSecond: 100, burst: 100))
        let fast = Connection(host: wire.host, library: Library(), options: options)
        try seen.send(#"{"op":"hello","id":"1"}"#, to: fast)
        let word = #"{"op":"say","id":"1","room":"north","as":"irc:bo","text":"Word"}"#
        try seen.add(fast.send([word, word]), "say")

        options = Connection.Options()
        options.isHost = false
        options.isAuthenticated = false
        options.grants = Grants(principals: [Grant(principal: "office", token: "office-office-office")])
        let stranger = Connection(host: wire.host, library: Library(), options: options)
        let guess = #"{"op":"hello","id":"1","token":"0123456789abcdef"}"#
        try seen.add(stranger.send([guess, guess, guess]), "hello")
    }
}

/// What was seen of what is declared.
private struct Seen {
    /// Such as `said/text`.
    private(set) var fields: Set<String> = []
    private(set) var codes: Set<String> = []

    mutating func send(_ line: String, to connection: Connection) throws {
        let operation = (try? JSONScanner(depthLimit: 16).scan(line))?["op"]?.string
        try add(connection.send([line]), operation ?? "ping")
    }

    /// - Parameter operation: the one that the lines answer.
    mutating func add(_ lines: [JSONValue], _ operation: String) throws {
        for line in lines {
            let mistake = PublishedLines.mistake(in: line, answering: operation)
            #expect(mistake == nil, "\(line)")
            let shape = try shape(of: line, operation)
            fields.formUnion(try #require(line.object).keys.map { "\(shape.name)/\($0)" })
            if shape.name == LineSchemas.errorName { codes.insert(line["code"]?.string ?? "") }
        }
    }

    private func shape(of line: JSONValue, _ operation: String) throws -> LineShape {
        if let event = line["ev"]?.string { return try #require(ServerLineTable.events.first { $0.name == event }) }
        if line["ok"] == false { return ServerLineTable.error }
        return ServerLineTable.reply(to: try #require(OperationTable.find(operation)))
    }
}
