import Facilitation
import Hosting
import JSONText
import Testing

/// Edits and deletions of a chat, passed on for lines of which nothing is counted.
@Suite struct OwnLinesTests {
    private func say(_ actor: String, _ words: String, in wire: Wire) throws -> Int {
        let reply = try wire.reply(
            #"{"op":"say","id":"1","room":"north","as":"irc:\#(actor)","text":"\#(words)"}"#)
        return try #require(reply["seq"]?.integer, "\(reply)")
    }

    private func change(_ entry: Int, as actor: String, in wire: Wire) throws -> [JSONValue] {
        try [#""op":"correct","text":"Nothing of note.""#, #""op":"withdraw""#].map { operation in
            try wire.reply(#"{\#(operation),"id":"2","room":"north","as":"irc:\#(actor)","entry":\#(entry)}"#)
        }
    }

    @Test func `Talk is corrected and withdrawn, and so is a command that was mistyped`() throws {
        let wire = try Wire()
        try wire.open()
        let talk = try say("ann", "Bob Stone told me that the merger is dead", in: wire)
        let mistyped = try say("ann", "/strat 8", in: wire)
        for entry in [talk, mistyped] {
            #expect(try change(entry, as: "ann", in: wire).map { $0["ok"] } == [true, true])
        }
        let record = try wire.record()
        #expect(record["struck"] == [.integer(talk), .integer(mistyped)])
        #expect(record["corrected"]?.array?.map { $0["entry"] } == [.integer(talk), .integer(mistyped)])
        #expect(try Wire(wire.place).record() == record)
    }

    @Test func `A line of an earlier session is changed, and the record of that session stays`() throws {
        let wire = try Wire()
        try wire.start()
        let statement = try say("ann", "We should share a plan with the hospital.", in: wire)
        for words in ["/end", "/end", "/start 8"] { _ = try say("helen", words, in: wire) }
        let closed = try wire.host.record(of: "north", session: 1)
        #expect(try change(statement, as: "ann", in: wire).map { $0["ok"] } == [true, true])
        #expect(try wire.host.record(of: "north", session: 1) == closed)
        #expect(closed.areas.flatMap(\.statements).map(\.text) == ["We should share a plan with the hospital."])
    }

    @Test func `What cannot be changed is refused with the field and the cause`() throws {
        let wire = try Wire()
        try wire.start()
        let statement = try say("ann", "We should share a plan with the hospital.", in: wire)
        let head = try wire.head()
        // The line that began the session, and somebody else's words.
        let refused = try change(3, as: "helen", in: wire) + change(statement, as: "bo", in: wire)
        #expect(refused.allSatisfy { $0["code"] == "NOT_PERMITTED" && $0["field"] == "entry" }, "\(refused)")
        #expect(refused[0]["msg"]?.string?.hasPrefix("#3 was a command or an answer, and what it did stands.") == true)
        #expect(refused[2]["msg"]?.string?.contains("is not yours to change") == true)
        #expect(try wire.head() == head)
    }
}
