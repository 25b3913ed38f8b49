import Facilitation
import Foundation
import Hashing
import JSONText
import Testing

@testable import Transcript

/// What is done to a transcript that is no talk, in each kind of store.
@Suite(.timeLimit(.minutes(10))) struct KeepingTests {
    /// Takes the words of the third entry of "north" out, and says so.
    private func erase(_ store: any TranscriptStore) throws {
        var remains = try #require(try store.entry(room: "north", number: 3))
        remains.words = ""
        remains.name = ""
        remains.by = "erased:1"
        let amended = AmendedEntry(remains)
        var amendment = Amendment(room: "north", acts: [act(after: 5, ["erasure": ErasureList.json([amended])])])
        amendment.entries = [amended]
        amendment.because = "asked"
        try store.amend(amendment)
    }

    private func act(after head: Int, words: String = "Hello", _ details: JSONValue = [:]) -> PendingEntry {
        var act = line("north", head + 1, words).entry
        (act.direction, act.by, act.name) = (.said, nil, "")
        act.details = JSONEmitter(.compact).text(details)
        return PendingEntry(act)
    }

    @Test(arguments: StoreKind.all)
    func `an erasure leaves number, times and chain, and what is left cannot be changed`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        try erase(store)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 2, entries: 8, erased: 1))
        let left = try #require(try store.entry(room: "north", number: 3))
        #expect(left.erased && left.words == "" && left.by == "erased:1" && left.at == "2027-03-31T09:05:03.000Z")
        // The store that wrote it goes on in the room.
        try store.append([line("north", 7)])
        try store.close()
        try place.tamper("UPDATE entries SET words = 'x' WHERE room = 'north' AND number = 3")
        let again = try place.open()
        defer { try? again.close() }
        #expect(
            try again.verify(room: "north").findings
                == [VerifyFinding(room: "north", entry: 3, problem: .badErasure)])
    }

    @Test(arguments: StoreKind.all)
    func `an amendment that comes second, or names an entry that is not there, changes nothing`(
        kind: StoreKind
    ) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        defer { try? store.close() }
        var amendment = Amendment(room: "north", acts: [act(after: 4)])
        var entry = try #require(try store.entry(room: "north", number: 3))
        entry.words = ""
        amendment.entries = [AmendedEntry(entry)]
        #expect(throws: StoreError.lostRace(room: "north", number: 5)) { try store.amend(amendment) }
        entry.number = 9
        amendment = Amendment(room: "north", acts: [act(after: 5)])
        amendment.entries = [AmendedEntry(entry)]
        #expect(throws: StoreError.unknownEntry(room: "north", number: 9)) { try store.amend(amendment) }
        #expect(try store.room("north")?.head == 5)
        #expect(try store.entry(room: "north", number: 3)?.erased == false)
    }

    @Test(arguments: StoreKind.all)
    func `an erasure of more entries than go in one statement takes the words of each`(kind: StoreKind) throws {
        let place = try kind.place()
        let store = try place.open()
        defer { try? store.close() }
        let count = 2 * PostgreSQLStore.entriesPerStatement + 1
        try store.append((1...count).map { line("north", $0) }, creatingRooms: [makeRoom("north")])
        let remains = try store.entries(in: "north", after: 0, limit: count).map { entry in
            var entry = entry
            entry.words = ""
            return AmendedEntry(entry)
        }
        var amendment = Amendment(room: "north", acts: [act(after: count, ["erasure": ErasureList.json(remains)])])
        amendment.entries = remains
        try store.amend(amendment)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: count + 1, erased: count))
        #expect(try store.entries(in: "north", after: 0, limit: count).allSatisfy { $0.erased && $0.words == "" })
    }

    @Test(arguments: StoreKind.all)
    func `U+0000 is refused in all that an amendment brings, and nothing of it is done`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        defer { try? store.close() }
        func refuses(_ field: String, _ change: (inout Amendment) -> Void) throws {
            var amendment = Amendment(room: "north", acts: [act(after: 5)])
            change(&amendment)
            let found = try failure { try store.amend(amendment) }
            #expect(found == .nullCharacter(field: field))
        }
        try refuses("words") { $0.acts[0] = act(after: 5, words: "yes\u{0}") }
        try refuses("because") { $0.because = "asked\u{0}" }
        try refuses("title") { $0.title = "North\u{0}" }
        try refuses("retention") { $0.retention = "\u{0}six years" }
        try refuses("because") { $0.hold = Amendment.Hold(isOn: true, because: "an\u{0}inquiry") }
        try refuses("principal") { $0.principals = ["bridge:irc": "erased\u{0}1"] }
        let room = try #require(try store.room("north"))
        #expect(room.head == 5 && room.title == "Partnership north" && !room.hold && room.retention == "")
    }

    @Test(arguments: StoreKind.all)
    func `U+0000 is refused in all that is restored with a room`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        defer { try? store.close() }
        try erase(store)
        let transcript = SealedTranscript(
            room: try #require(try store.room("north")),
            entries: try store.sealedEntries(in: "north", after: 0, limit: 100))
        let otherPlace = try kind.place()
        let other = try otherPlace.open()
        defer { try? other.close() }
        func refuses(_ field: String, _ change: (inout SealedTranscript) -> Void) throws {
            var changed = transcript
            change(&changed)
            let found = try failure { try other.restore(changed) }
            #expect(found == .nullCharacter(field: field))
        }
        try refuses("title") { $0.room.title = "North\u{0}" }
        try refuses("retention") { $0.room.retention = "six\u{0}years" }
        try refuses("holdBecause") { $0.room.holdBecause = "\u{0}" }
        try refuses("erasedBecause") { $0.entries[2].erasedBecause = "asked\u{0}" }
        try refuses("framework") { $0.frameworks = ["{}\u{0}"] }
        #expect(try other.rooms().isEmpty)
    }

    @Test(arguments: StoreKind.all)
    func `the secret of a room's keys stays with the room, goes with it, and is in no copy of the transcript`(
        kind: StoreKind
    ) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        defer { try? store.close() }
        #expect(try store.keySecret(of: "north") == nil && store.keySecret(of: "nowhere") == nil)
        let secret = KeySecret()
        var amendment = Amendment(room: "north", acts: [act(after: 5)])
        amendment.keySecret = secret
        try store.amend(amendment)
        try store.amend(Amendment(room: "north", acts: [act(after: 6)]))
        #expect(try store.keySecret(of: "north") == secret && store.keySecret(of: "south") == nil)
        let transcript = SealedTranscript(
            room: try #require(try store.room("north")),
            entries: try store.sealedEntries(in: "north", after: 0, limit: 100))
        for layout in TranscriptFile.Layout.allCases {
            #expect(!TranscriptFile.text(of: transcript, as: layout).contains(hexadecimal(secret.bytes)))
        }
        let otherPlace = try kind.place()
        let other = try otherPlace.open()
        defer { try? other.close() }
        try other.restore(transcript)
        #expect(try other.keySecret(of: "north") == nil)
        try store.purge(room: "north", ifHeadIs: 7)
        #expect(try store.keySecret(of: "north") == nil)
    }

    @Test(arguments: StoreKind.all)
    func `a hold blocks a purge; a purge leaves nothing of the room, and the others whole`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        defer { try? store.close() }
        try store.acknowledge(principal: "bridge:irc", room: "north", upTo: 2)
        var hold = Amendment(room: "north", acts: [act(after: 5)])
        hold.hold = Amendment.Hold(isOn: true, because: "an inquiry")
        hold.retention = "six years"
        hold.principals = ["bridge:irc": "erased:1"]
        try store.amend(hold)
        let kept = try #require(try store.room("north"))
        #expect(kept.hold && kept.holdBecause == "an inquiry" && kept.retention == "six years")
        #expect(
            try store.acknowledgements(in: "north")
                == [Acknowledgement(principal: "erased:1", room: "north", upTo: 2)])
        #expect(throws: StoreError.held(room: "north", because: "an inquiry")) {
            try store.purge(room: "north", ifHeadIs: 6)
        }
        var lift = Amendment(room: "north", acts: [act(after: 6)])
        lift.hold = Amendment.Hold(isOn: false, because: "")
        try store.amend(lift)
        // Somebody has written since the room was looked at.
        #expect(throws: StoreError.lostRace(room: "north", number: 7)) {
            try store.purge(room: "north", ifHeadIs: 6)
        }
        #expect(try store.room("north")?.head == 7 && store.entries(in: "north", after: 0, limit: 9).count == 7)
        try store.purge(room: "north", ifHeadIs: 7)
        try store.scrub()
        #expect(try store.room("north") == nil && store.entries(in: "north", after: 0, limit: 9).isEmpty)
        #expect(try store.acknowledgements(in: "north").isEmpty)
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: 2))
        #expect(throws: StoreError.unknownRoom(room: "north")) { try store.purge(room: "north", ifHeadIs: 7) }
        // The name is free again.
        try store.append([line("north", 1)], creatingRooms: [makeRoom("north")])
        #expect(try store.room("north")?.head == 1)
    }

    @Test(arguments: StoreKind.all)
    func `a room goes from each kind of store to the other and back with the same chain`(kind: StoreKind) throws {
        let place = try kind.place()
        try place.fill()
        let store = try place.open()
        defer { try? store.close() }
        try erase(store)
        try store.acknowledge(principal: "bridge:irc", room: "north", upTo: 4)
        let room = try #require(try store.room("north"))
        let transcript = SealedTranscript(
            room: room, entries: try store.sealedEntries(in: "north", after: 0, limit: 100),
            acknowledgements: try store.acknowledgements(in: "north"))
        for kind in StoreKind.all {
            let place = try kind.place()
            let other = try place.open()
            defer { try? other.close() }
            try other.restore(transcript)
            let copy = try #require(try other.room("north"))
            #expect(copy.headHash == room.headHash && copy.origin == room.origin && copy.log != room.log)
            #expect(try other.sealedEntries(in: "north", after: 0, limit: 100) == transcript.entries)
            #expect(try other.acknowledgements(in: "north") == transcript.acknowledgements)
            #expect(try other.verify(room: nil) == VerifyReport(rooms: 1, entries: 6, erased: 1))
            #expect(throws: StoreError.roomExists(room: "north")) { try other.restore(transcript) }
            try other.append([line("north", 7)])
            #expect(try other.verify(room: nil).findings.isEmpty)
            var broken = transcript
            broken.room.room = "south"
            #expect(throws: StoreError.self) { try other.restore(broken) }
            #expect(try other.room("south") == nil)
        }
    }
}
