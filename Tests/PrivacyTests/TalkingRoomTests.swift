import Facilitation
import Frameworks
import Hosting
import Synchronization
import Testing
import Transcript

/// What the keeper of a store does in a room where people are talking.
@Suite struct TalkingRoomTests {
    @Test func `a line between the looking and the writing holds nothing up, and is looked at too`() throws {
        let place = try Place()
        let store = try place.interruptedStore()
        let (host, other) = (try place.host(store), try place.host())
        try Meeting.play(host)
        func speak(_ words: String) { _ = try? other.hear(Meeting.speech(Meeting.ann, words)) }

        let said = try host.entries(of: Place.room, after: 0, limit: 500)
        let statement = try #require(said.first { $0.words.hasPrefix("We should print wombat stickers") }).number
        store.interrupt(.amend, times: 2) { speak("Print wombat stickers for every ward, they said.") }
        let redacted = try host.redact([statement], in: Place.room)
        #expect(redacted.resultsAreTheSame && redacted.entries.contains(statement))
        store.interrupt(.amend) { speak("I asked Quillfeather.") }
        let erased = try #require(try host.erase(person: Meeting.zeb, from: Place.room))
        #expect(erased.pseudonym == "Erased person 1" && erased.resultsAreTheSame)
        store.interrupt(.amend) { speak("And on.") }
        try host.hold(Place.room, isOn: true, because: "an inquiry")
        store.interrupt(.amend) { speak("And on again.") }
        try host.retain(Place.room, Retention(days: 30))

        let summary = try host.summary(of: Place.room)
        #expect(summary.hold && summary.retention == "30 days")
        let words = try host.entries(of: Place.room, after: 0, limit: 1_000).map(\.words)
        #expect(words.filter { $0.hasPrefix("And on") }.count == 2 && words.contains("I asked Erased person 1."))
        try other.store.close()
        try host.finishErasing()
        #expect(try place.found(["wombat", "Quillfeather"]) == [])
        #expect(try host.store.verify(room: nil).isSound)
    }

    @Test func `where there is never a moment to write, it is said so, and nothing is changed`() throws {
        let place = try Place()
        let store = try place.interruptedStore()
        let (host, other) = (try place.host(store), try place.host())
        try Meeting.play(host)
        let entry = try #require(try host.store.entry(room: Place.room, number: 3))
        store.interrupt(.amend, times: 100) { _ = try? other.hear(Meeting.speech(Meeting.ann, "hello?")) }
        do {
            _ = try host.redact([3], in: Place.room)
            Issue.record("It should have been refused.")
        } catch {
            guard case .busyRoom = error else { throw error }
            #expect(error.explanation.hasPrefix("So much is being said in room “harrowdale” that there was no moment"))
        }
        #expect(try host.store.entry(room: Place.room, number: 3) == entry)
    }

    @Test func `all sessions of a room are read in one go`() throws {
        let place = try Place()
        let read = Mutex(0)
        let store = CountingStore(try SQLiteStore(path: place.path)) { count in read.withLock { $0 += count } }
        let host = try place.host(store)
        _ = try host.open(Meeting.opening())
        for number in 1...4 {
            _ = try host.hear(Meeting.speech(Meeting.helen, "/start 8"))
            _ = try host.hear(Meeting.speech(Meeting.ann, "I think list \(number) should be printed."))
            if number < 4 { _ = try host.hear(Meeting.speech(Meeting.helen, "/end")) }
        }
        let snapshot = try host.snapshot(of: Place.room)
        read.withLock { $0 = 0 }
        let records = try snapshot.records()
        let (count, head) = (read.withLock { $0 }, try host.summary(of: Place.room).head)
        #expect(count <= head)
        #expect(records.count == 4)
        for (index, record) in records.enumerated() {
            #expect(try record == snapshot.record(session: index + 1))
            #expect(record.areas.first?.statements.map(\.text) == ["I think list \(index + 1) should be printed."])
        }
    }
}

/// What cannot be read is said of what it is, and of nothing else.
@Suite struct UnreadableTests {
    @Test func `a framework that cannot be read is no damaged entry, and no room is made of it`() throws {
        let (place, elsewhere) = (try Place(), try Place())
        let first = try place.host()
        var setup = Meeting.setup
        setup.framework.name += " of ours"
        setup.framework = setup.framework.sealed()
        _ = try first.open(Meeting.opening(setup))
        let store = try place.interruptedStore()
        store.frameworkText = "{\"later\":1}"
        let host = try place.host(store)
        do {
            _ = try host.record(of: Place.room)
            Issue.record("It should have been refused.")
        } catch {
            guard case .damagedFramework(let hash) = error, hash == setup.framework.hash else { throw error }
            #expect(error.explanation.contains("a newer version of Common Ground wrote it"))
        }
        var transcript = try first.completeTranscript(of: Place.room)
        transcript.frameworks = ["{\"later\":1}"]
        let there = try elsewhere.host()
        do {
            try there.takeIn(transcript)
            Issue.record("It should have been refused.")
        } catch {
            guard case .damagedFramework = error else { throw error }
        }
        #expect(try there.roomSummaries().isEmpty)
    }

    @Test func `a retention that cannot be read is not one that nobody gave`() throws {
        let place = try Place()
        let store = try place.interruptedStore()
        let host = try place.host(store)
        try Meeting.play(host)
        store.retention = "for ever"
        do {
            _ = try host.purgeDate(of: Place.room)
            Issue.record("It should have been refused.")
        } catch {
            #expect(error.explanation.hasPrefix("It cannot be read how long room “harrowdale” is to be kept."))
        }
        try host.retain(Place.room, Retention(days: 30))
        store.retention = nil
        #expect(try host.retention(of: Place.room)?.days == 30)
    }
}
