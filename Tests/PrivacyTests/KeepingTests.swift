import Facilitation
import Foundation
import Hosting
import Testing
import Transcript

@Suite struct KeepingTests {
    @Test func `a room is purged only when its date is past, and then nothing of it is in any file`() throws {
        let place = try Place()
        var host = try place.host()
        try Meeting.play(host)
        #expect(try host.purgeDate(of: Place.room) == .none)
        #expect(try refusal(host).hasPrefix("Nobody has said how long to keep room “harrowdale”"))
        try host.retain(Place.room, Retention(label: "board papers", days: 30))
        #expect(try host.retention(of: Place.room)?.text == "30 days, board papers")
        let told = try host.entries(of: Place.room, after: 0, limit: 500).last
        #expect(told?.words.hasSuffix(" after the last line that a person wrote.") == true)
        #expect(try host.purgeDate(of: Place.room) == .keep(until: CivilDate(year: 2026, month: 11, day: 13)))
        #expect(try refusal(host).contains("is to be kept until 2026-11-13"))
        try host.store.close()

        host = try place.host(at: "2026-11-14T09:00:00Z")
        let other = NewRoom(room: "other", title: "", madeAt: "2026-10-14T13:20:00Z")
        try host.store.append([], creatingRooms: [other])
        try host.hold(Place.room, isOn: true, because: "an inquiry")
        #expect(try refusal(host).contains("is on hold (an inquiry), so nothing of it was purged."))
        try host.hold(Place.room, isOn: false, because: "it is over")
        let acts = try host.entries(of: Place.room, after: 0, limit: 1_000).suffix(3).map(\.words)
        #expect(
            acts[1]
                == "This room is on hold, because: an inquiry. Nothing of it can be purged until the hold is lifted.")
        #expect(acts[2] == "The hold on this room is lifted, because: it is over.")
        #expect(try host.store.verify(room: nil).isSound)

        let gone = try host.purge(Place.room)
        try host.finishErasing()
        #expect(gone.headHash.utf8.count == 64)
        #expect(try place.found(Meeting.words + ["Ann Osei", "harrowdale", "board papers"]) == [])
        #expect(try host.roomSummaries().map(\.room) == ["other"])
        #expect(try host.store.verify(room: nil).isSound)
        #expect(throws: HostError.self) { try host.record(of: Place.room) }
    }

    @Test func `a line that comes while the room is about to go keeps it, and a hold does too`() throws {
        let place = try Place()
        let first = try place.host()
        try Meeting.play(first)
        try first.retain(Place.room, Retention(days: 30))
        let store = try place.interruptedStore()
        let host = try place.host(store, at: "2026-11-14T09:00:00Z")
        let other = try place.host(at: "2026-11-14T09:00:00Z")
        store.interrupt(.purge) { try? other.hold(Place.room, isOn: true, because: "an inquiry") }
        #expect(try refusal(host).contains("is on hold (an inquiry), so nothing of it was purged."))
        try other.hold(Place.room, isOn: false, because: "")
        store.interrupt(.purge) { _ = try? other.hear(Meeting.speech(Meeting.ann, "One more thing.")) }
        #expect(try refusal(host).contains("is to be kept until 2026-12-14"))
        #expect(try host.entries(of: Place.room, after: 0, limit: 1_000).contains { $0.words == "One more thing." })
    }

    @Test func `the retention of the set-up counts until the owner says otherwise`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.retention = Retention(label: "two years", days: 730)
        _ = try host.open(Meeting.opening(setup))
        #expect(try host.purgeDate(of: Place.room) == .keep(until: CivilDate(year: 2028, month: 10, day: 13)))
        try host.retain(Place.room, Retention(days: 0))
        #expect(try host.purgeDate(of: Place.room) == .keep(until: CivilDate(year: 2026, month: 10, day: 14)))
    }

    @Test func `a line under a clock that was wrong makes the room no older`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        try host.retain(Place.room, Retention(days: 30))
        // A board without a battery, started again.
        let behind = try place.host(at: "2020-01-01T09:00:00Z")
        _ = try behind.hear(Meeting.speech(Meeting.ann, "One more thing."))
        #expect(try host.purgeDate(of: Place.room) == .keep(until: CivilDate(year: 2026, month: 11, day: 13)))
        #expect(try refusal(host).contains("is to be kept until 2026-11-13"))
    }

    @Test(arguments: [
        Retention(days: 1), Retention(label: "a, b", days: 30), Retention(label: "x", days: 0),
    ])
    func `a retention is read as it was written`(retention: Retention) {
        #expect(Retention(text: retention.text) == retention)
        #expect(Retention(text: "for ever") == nil)
    }

    @Test func `only their owner can read the files of the store`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        try host.finishErasing()
        let names = try place.files().map(\.name)
        #expect(names.count == 3)
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.folder + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    private func refusal(_ host: RoomHost) throws -> String {
        do {
            try host.purge(Place.room)
            Issue.record("It should have been refused.")
            return ""
        } catch { return error.explanation }
    }
}
