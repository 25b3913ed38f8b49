import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Reports
import Serving
import Testing
import Transcript

/// Who is named for what, on every path out of a room: live, read again, in the record, in drafts and in every export.
@Suite struct AttributionTests {
    private static let names = ["Ann", "Shah", "irc:ann", "Helen", "Moss", "irc:helen", "The facilitator"]

    /// A room in which Helen facilitates, and has a vote if `votes`.
    private func room(_ attribution: String, votes: Bool = false, _ more: String = "") throws -> Wire {
        let wire = try Wire()
        let opening = Wire.opening(#","attribution":"\#(attribution)""# + more)
        let role = #""role":"facilitator""#
        let voting = role + #","votes":true,"sector":"nhs""#
        let opened = try wire.reply(votes ? opening.replacing(role, with: voting) : opening)
        try #require(opened["ok"] == true, "\(opened)")
        return wire
    }

    /// - Returns: the number of the line.
    @discardableResult
    private func say(_ wire: Wire, _ actor: String, _ text: String, isPrivate: Bool = false) throws -> Int {
        let more = isPrivate ? #","private":true"# : ""
        let line = #"{"op":"say","id":"1","room":"north","as":"irc:\#(actor)","text":"\#(text)"\#(more)}"#
        let reply = try wire.reply(line)
        #expect(reply["ok"] == true && reply["declined"] == nil, "\(text): \(reply)")
        return try #require(reply["seq"]?.integer)
    }

    /// Closing a test may take a second word.
    private func close(_ wire: Wire) throws {
        for _ in 0..<2 {
            if try wire.host.discussion(of: "north").step == .testing { try say(wire, "helen", "/close") }
        }
    }

    private func sync(_ wire: Wire) -> [JSONValue] {
        wire.connection(of: "bridge:eve").send([#"{"op":"sync","id":"s","room":"north"}"#]).events
    }

    /// Every line of every file that can be made of the room.
    private func files(_ wire: Wire) throws -> [String] {
        let snapshot = try wire.host.snapshot(of: "north")
        var texts = [try snapshot.readableTranscript(), try snapshot.chathamHouseTranscript()]
        for isChathamHouse in [false, true] {
            let shared = try snapshot.sharedTranscript(isChathamHouse: isChathamHouse)
            texts += SharedTranscript.Layout.allCases.map { shared.text(as: $0) }
        }
        for document in DraftDocument.allCases {
            let draft = try snapshot.draft(document)
            #expect(draft.findings.map(\.explanation) == [], "\(document)")
            texts.append(draft.report.draft.markdown)
        }
        texts.append(try #require(try wire.reply(#"{"op":"export","id":"e","room":"north"}"#)["text"]?.string))
        return texts.flatMap { $0.split(whereSeparator: \.isNewline) }.map(String.init)
    }

    /// The innermost objects of a record that hold these words.
    private func holders(_ words: String, in value: JSONValue) -> [JSONValue] {
        if let list = value.array { return list.flatMap { holders(words, in: $0) } }
        guard let object = value.object else { return [] }
        let inside = object.values.flatMap { holders(words, in: $0) }
        let isHolder = object.values.contains { $0.string?.contains(words) == true }
        return isHolder ? inside + [value] : inside
    }

    /// That nobody is named, and nothing is called the facilitator's, where these words stand.
    private func expectNobody(_ marks: [String], _ wire: Wire, live: Bool = true) throws {
        let files = try files(wire)
        let record = try wire.record()
        for mark in marks {
            let lines = files.filter { $0.contains(mark) }
            #expect(!lines.isEmpty, "\(mark) is nowhere")
            for line in lines {
                for name in AttributionTests.names { #expect(!line.contains(name), "\(name): \(line)") }
            }
            for holder in holders(mark, in: record) { #expect(holder["by"] == nil, "\(holder)") }
            let told = live ? sync(wire).filter { $0["text"]?.string?.contains(mark) == true } : []
            for event in told where event["ev"] == "said" {
                #expect(event["by"] == nil && event["cause"] == nil, "\(event)")
            }
        }
    }

    @Test(arguments: ["chatham-house", "anonymous-gauge"])
    func `Whoever facilitates later is not named for what they said before`(attribution: String) throws {
        let wire = try room(attribution)
        try say(wire, "helen", "/start 8")
        try say(wire, "helen", "/gauging")
        try say(wire, "ann", "not yet, high, because MARKRATE", isPrivate: true)
        try say(wire, "helen", "/reveal")
        try say(wire, "ann", "I think MARKSAID the board hides its deficit")
        try say(wire, "helen", "/decide Share it now")
        try say(wire, "ann", "block, because MARKBLOCK they lie")
        try close(wire)
        let view = try say(wire, "ann", "/minority MARKVIEW we do not trust them")
        let before = sync(wire)
        try say(wire, "helen", "/facilitator Ann Shah")
        // What was told once is told again, byte for byte, also after a restart.
        #expect(Array(sync(wire).prefix(before.count)) == before)
        #expect(Array(sync(try Wire(wire.place)).prefix(before.count)) == before)
        try say(wire, "ann", "/withdraw \(view)")
        let hidden = attribution == "chatham-house" ? ["MARKSAID", "MARKBLOCK"] : []
        try expectNobody(hidden + ["MARKRATE", "MARKVIEW", "/withdraw \(view)"], wire)
    }

    @Test(arguments: ["chatham-house", "anonymous-gauge"])
    func `A facilitator with a vote is named for none of their views where members are not`(
        attribution: String
    ) throws {
        let wire = try room(attribution, votes: true)
        try say(wire, "helen", "/start 8")
        try say(wire, "helen", "/gauging")
        try say(wire, "helen", "not yet, high, because MARKRATE", isPrivate: true)
        try say(wire, "ann", "established, low", isPrivate: true)
        try say(wire, "helen", "/reveal")
        try say(wire, "helen", "I think MARKSAID the board hides its deficit")
        try say(wire, "helen", "/decide Share it now")
        try say(wire, "helen", "block, because MARKBLOCK they lie")
        let hidden = attribution == "chatham-house" ? ["MARKSAID", "MARKBLOCK"] : []
        try expectNobody(hidden + ["MARKRATE"], wire)
        let transcript = try wire.host.readableTranscript(of: "north")
        #expect(transcript.contains("] Helen Moss: /reveal"))
    }

    @Test(arguments: [false, true])
    func `Of a rating that was changed before the reveal the words that count are shown, and the first ones never`(
        isBeforehand: Bool
    ) throws {
        let wire = try room("named", isBeforehand ? #","pregauge":{"until":"2027-10-01"}"# : "")
        if !isBeforehand {
            try say(wire, "helen", "/start 8")
            try say(wire, "helen", "/gauging")
        }
        let rating = isBeforehand ? "/gauge in 8 not yet high because MARKOLD" : "not yet, high, because MARKOLD"
        let first = try say(wire, "ann", rating, isPrivate: true)
        for words in ["MARKMIDDLE", "MARKNEW"] {
            let reply = try wire.reply(
                """
                {"op":"correct","id":"c","room":"north","as":"irc:ann","entry":\(first),"private":true,\
                "text":"established, low, because \(words)"}
                """)
            #expect(reply["ok"] == true, "\(reply)")
        }
        try say(wire, "bo", isBeforehand ? "/gauge in 8 emerging low" : "emerging, low", isPrivate: true)
        try say(wire, "helen", isBeforehand ? "/reveal all" : "/reveal")
        let files = try files(wire)
        for mark in ["MARKOLD", "MARKMIDDLE"] {
            #expect(!files.contains { $0.contains(mark) })
            #expect(!sync(wire).contains { $0["text"]?.string?.contains(mark) == true })
            #expect(try holders(mark, in: wire.record()).isEmpty)
        }
        // In both readable transcripts, and in the four tables.
        #expect(files.count { $0.contains("MARKNEW") && $0.contains("/correct") } >= 6)
        // Played again, it comes to the same counts.
        let path = wire.place.directory + "/again.sqlite"
        let player = ConversationPlayer(library: Library()) { () throws(StoreError) in try SQLiteStore(path: path) }
        let played = try player.play(try Conversation(try wire.host.readableTranscript(of: "north")))
        let counts = played.record.areas.flatMap(\.gauges).map(\.counts)
        #expect(counts == [["established": 1, "emerging": 1]])
        #expect(played.record.areas.flatMap(\.gauges).flatMap(\.ratings).contains { $0.evidence == "MARKNEW" })
    }

    @Test(arguments: ["chatham-house", "anonymous-gauge"])
    func `Where ratings have no names, whoever corrects or withdraws one is not named either`(
        attribution: String
    ) throws {
        let wire = try room(attribution)
        try say(wire, "helen", "/start 8")
        try say(wire, "helen", "/gauging")
        let first = try say(wire, "ann", "emerging, low, because MARKFIRST")
        try say(wire, "ann", "/correct \(first) established, low, because MARKSECOND")
        try say(wire, "ann", "/withdraw \(first)")
        try say(wire, "ann", "emerging, low, because MARKTHIRD")
        try say(wire, "ann", "/ungauge")
        // Nor is somebody who tries it once more.
        let refused = try wire.reply(
            #"{"op":"say","id":"r","room":"north","as":"irc:ann","text":"/correct \#(first) MARKLATE"}"#)
        #expect(refused["declined"] != nil)
        let last = try say(wire, "ann", "established, low, because MARKFOURTH")
        try say(wire, "helen", "/reveal")
        _ = try wire.reply(
            #"{"op":"say","id":"r","room":"north","as":"irc:ann","text":"/correct \#(last) expanding, MARKAFTER"}"#)
        let marks = ["MARKFIRST", "MARKSECOND", "MARKTHIRD", "MARKLATE", "MARKFOURTH", "MARKAFTER"]
        try expectNobody(marks + ["/withdraw \(first)", "/ungauge"], wire)
    }

    @Test(arguments: ["named", "anonymous-gauge"])
    func `A minority view without a name has none in any file, also where it had one at first`(
        attribution: String
    ) throws {
        let wire = try room(attribution)
        try say(wire, "helen", "/start 8")
        try say(wire, "helen", "/decide Pay early")
        try say(wire, "ann", "block")
        try say(wire, "bo", "support")
        try close(wire)
        let view = try say(wire, "ann", "/minority MARKVIEW we were not asked")
        try say(wire, "ann", "/mind MARKMIND a survey")
        try say(wire, "ann", "/correct \(view) MARKAGAIN we were never asked")
        let before = sync(wire)
        if attribution == "named" { try say(wire, "ann", "/minority unnamed") }
        let marks = ["MARKVIEW", "MARKMIND", "MARKAGAIN"] + (attribution == "named" ? ["/minority unnamed"] : [])
        // What a bridge was told live, it is told again.
        try expectNobody(marks, wire, live: attribution != "named")
        #expect(Array(sync(wire).prefix(before.count)) == before)
    }

    @Test(arguments: ["chatham-house", "anonymous-gauge"])
    func `Words that are kept without a name name nobody themselves`(attribution: String) throws {
        let wire = try room(attribution)
        try say(wire, "helen", "/start 8")
        try say(wire, "helen", "/gauging")
        try say(wire, "ann", "established, high, because Ann Shah runs the MARKRATE list", isPrivate: true)
        try say(wire, "bo", "emerging", isPrivate: true)
        try say(wire, "helen", "/reveal")
        try say(wire, "helen", "/decide We pay on time.")
        try say(wire, "bo", "support")
        try say(wire, "ann", "reservation, because I, Ann Shah, was not MARKASKED by Ann's own board")
        try close(wire)
        let statement = try say(wire, "bo", "I think the plan of the board is three years old")
        try say(wire, "ann", "/disagree #\(statement) because Ann Shah wrote it anew in MARKMAY")
        try say(wire, "helen", "/readback")
        let marks = ["MARKRATE"] + (attribution == "chatham-house" ? ["MARKASKED", "MARKMAY"] : [])
        let record = JSONEmitter(.pretty).text(try wire.record()).split(separator: "\n").map(String.init)
        for line in try files(wire) + record where marks.contains(where: { line.contains($0) }) {
            for name in ["Ann", "Shah"] { #expect(!line.contains(name), "\(line)") }
        }
    }
}
