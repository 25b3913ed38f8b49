import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import Testing
import Transcript

/// What `Scripts/simulate` found in meetings that hardly anybody holds: drafts that their own checker refused.
@Suite struct RareMeetingsTests {
    /// A small room in which people talk.
    private struct Room {
        let place: WorkersTests.Place
        let host: RoomHost

        init() throws {
            place = try WorkersTests.Place("file")
            host = RoomHost(store: try place.open())
            var setup = Setup(title: "North Place", framework: Library.builtIn)
            setup.members = [
                SetupMember(id: "x:helen", name: "Helen Moss", role: .facilitator),
                SetupMember(id: "x:ann", name: "Ann Shah"), SetupMember(id: "x:bo", name: "Bo Reed"),
            ]
            _ = try host.open(RoomOpening(room: "north", setup: setup, actor: "x:helen", principal: "stdio"))
        }

        @discardableResult
        func say(_ actor: String, _ words: String) throws -> Int {
            let reply = try host.hear(Speech(room: "north", actor: "x:" + actor, principal: "stdio", .said(words)))
            #expect(reply.declined == nil, "\(words): \(reply.declined?.message ?? "")")
            return reply.number
        }

        func checkDrafts() throws {
            for document in DraftDocument.allCases {
                let findings = try host.draft(document, of: "north").findings
                #expect(findings.isEmpty, "\(document): \(findings.map(\.explanation))")
            }
        }
    }

    @Test func `A decision outlives the statement that it took up, and rests on its own entries`() throws {
        let room = try Room()
        try room.say("helen", "/start 8")
        let source = try room.say("ann", "We could name local firms in every tender.")
        try room.say("helen", "/decide #\(source)")
        try room.say("ann", "support")
        try room.say("bo", "support")
        try room.say("ann", "/withdraw \(source)")
        try room.say("helen", "/close")
        let record = try room.host.record(of: "north")
        let decision = try #require(record.areas.flatMap(\.decisions).first)
        #expect(record.struck == [source])
        #expect(decision.outcome == .agreed && !decision.entries.contains(source))
        #expect(decision.text == "We could name local firms in every tender.")
        try room.checkDrafts()
    }

    @Test func `An objection whose words were taken back is in no draft`() throws {
        let room = try Room()
        try room.say("helen", "/start 8")
        let statement = try room.say("ann", "The clinic on Mill Street is half empty.")
        let met = try room.say("bo", "/disagree #\(statement) because nobody has counted the rooms")
        try room.say("bo", "/agree #\(statement)")
        try room.say("helen", "/decide Name local firms")
        try room.say("ann", "support")
        let withdrawn = try room.say("bo", "cannot yet because nobody has seen the costs")
        try room.say("bo", "/withdraw \(withdrawn)")
        let objections = try room.host.record(of: "north").areas.flatMap(\.objections)
        #expect(objections.map(\.entries) == [[met]] && objections.allSatisfy { !$0.open })
        try room.checkDrafts()
    }

    @Test func `A parked point may have the words of a decision, whatever became of that`() throws {
        for ending in ["/close", "/defer", "/where"] {
            let room = try Room()
            try room.say("helen", "/start 8")
            try room.say("helen", "/decide Name local firms")
            try room.say("ann", "support")
            try room.say("helen", "/park Name local firms")
            try room.say("helen", ending)
            try room.checkDrafts()
        }
    }
}
