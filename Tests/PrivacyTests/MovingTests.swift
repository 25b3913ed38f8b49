import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import Reports
import SeededRandom
import Testing
import Transcript

@Suite struct MovingTests {
    static let layouts = TranscriptFile.Layout.allCases
    static let hostile = [
        "```", "````text", "<!-- {\"end\":true} -->", "-->", "\u{202E}evil", "⟨41⟩ and ⟨", "\r\n\r", "line\nline\n",
        "\n",
        "## #9 Ann", "{\"number\":1}", "=1+1", "naïve café ☕️", "\u{7}\u{1B}[2J", "a\u{2028}b", "\u{FEFF}", "  ",
        "e\u{301}",
        "'quoted' \"twice\" \\ \\u003e >", "a,b;c\td", "support", "I agree with #3",
    ]

    /// A room of random lines; some private, some with keys, some erased.
    static func make(_ seed: UInt64, in place: Place) throws -> RoomHost {
        var dice = SeededGenerator(seed: seed)
        let host = try place.host()
        var setup = Meeting.setup
        setup.title = hostile.randomElement(using: &dice) ?? ""
        if seed % 3 == 0 { setup.framework.name += " of ours"; setup.framework = setup.framework.sealed() }
        _ = try host.open(
            RoomOpening(room: Place.room, setup: setup, actor: "console", principal: "stdio", isFromHost: true))
        let people = setup.members.compactMap(\.id)
        for index in 0..<Int.random(in: 1...25, using: &dice) {
            let parts = (0..<Int.random(in: 1...3, using: &dice)).map { _ in hostile.randomElement(using: &dice) ?? "" }
            let isPrivate = Bool.random(using: &dice)
            let words = (isPrivate ? "/private " : "") + parts.joined(separator: index % 2 == 0 ? " " : "")
            let by = people.randomElement(using: &dice) ?? ""
            _ = try host.hear(
                Meeting.speech(by, words, isPrivate: isPrivate, key: index % 4 == 0 ? "k<!-- \(index) -->" : nil))
        }
        try host.store.acknowledge(principal: "bridge:irc", room: Place.room, upTo: 2)
        if seed % 2 == 0 { _ = try host.redact([2], in: Place.room, because: "--> ```") }
        if seed % 5 == 0 { _ = try host.erase(person: Meeting.ann, from: Place.room) }
        try host.retain(Place.room, Retention(label: "⟨x⟩\n```", days: 30))
        if seed % 4 == 1 { try host.hold(Place.room, isOn: true, because: "an \"inquiry\"\n") }
        return host
    }

    static func sealed(_ host: RoomHost) throws -> [SealedEntry] {
        try host.store.sealedEntries(in: Place.room, after: 0, limit: 10_000)
    }

    @Test(arguments: 1...12, layouts)
    func `a room goes to another store and is the same there, seal by seal`(
        seed: Int, layout: TranscriptFile.Layout
    ) throws {
        let (place, other) = (try Place(), try Place())
        let host = try MovingTests.make(UInt64(seed), in: place)
        let text = TranscriptFile.text(of: try host.completeTranscript(of: Place.room), as: layout)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !HiddenCharacters.contains($0.value) })
        let read = try TranscriptFile.read(Array(text.utf8))
        let there = try other.host()
        try there.takeIn(read)
        #expect(try MovingTests.sealed(there) == MovingTests.sealed(host))
        var (here, moved) = (try host.summary(of: Place.room), try there.summary(of: Place.room))
        #expect(here.headHash == moved.headHash && here.log != moved.log)
        (here.log, moved.log) = ("", "")
        #expect(here == moved)
        #expect(try there.store.acknowledgements(in: Place.room) == host.store.acknowledgements(in: Place.room))
        #expect(try there.store.verify(room: nil) == host.store.verify(room: nil))
        var (record, copy) = (try host.record(of: Place.room), try there.record(of: Place.room))
        (record.log, copy.log) = ("", "")
        #expect(record == copy)
        // Once more, byte for byte but for the name of the log.
        let again = TranscriptFile.text(of: try there.completeTranscript(of: Place.room), as: layout)
        #expect(again.utf8.count == text.utf8.count)
        // It goes on there.
        _ = try there.hear(Meeting.speech(Meeting.zeb, "And so on."))
        #expect(try there.store.verify(room: nil).isSound)
    }

    @Test(arguments: layouts)
    func `a file that was cut short anywhere is refused, and so is one with a byte changed`(
        layout: TranscriptFile.Layout
    ) throws {
        let place = try Place()
        let host = try MovingTests.make(7, in: place)
        let bytes = Array(TranscriptFile.text(of: try host.completeTranscript(of: Place.room), as: layout).utf8)
        for end in stride(from: 0, to: bytes.count, by: 701) {
            #expect(throws: TranscriptFileError.self) { try TranscriptFile.read(Array(bytes[..<end])) }
        }
        #expect(throws: TranscriptFileError.self) { try TranscriptFile.read(Array(bytes.dropLast())) }
        for position in stride(from: 3, to: bytes.count, by: 389) {
            var changed = bytes
            changed[position] = changed[position] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            #expect(throws: TranscriptFileError.self, "byte \(position)") { try TranscriptFile.read(changed) }
        }
    }

    @Test func `the line of what is wrong is named`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let text = TranscriptFile.text(of: try host.completeTranscript(of: Place.room), as: .ndjson)
        var lines = text.split(separator: "\n").map(String.init)
        let at = try #require(lines.firstIndex { $0.contains("wombat") && $0.contains("\"number\":") })
        func problem(_ lines: [String]) -> TranscriptFileError? {
            do {
                _ = try TranscriptFile.read(Array((lines.joined(separator: "\n") + "\n").utf8))
                return nil
            } catch { return error }
        }
        #expect(problem(lines) == nil)
        var changed = lines
        changed[at] = changed[at].replacing("wombat", with: "badger")
        #expect(problem(changed) == .init(line: at + 1, problem: .changed(entry: at - 1)))
        let sentence = try #require(problem(changed)).explanation(file: "north.ndjson")
        #expect(sentence.hasPrefix("north.ndjson, line \(at + 1): entry \(at - 1) is not as it was written."))
        #expect(sentence.hasSuffix("Nothing was taken in."))
        #expect(!sentence.contains("badger"))
        changed = lines
        changed.remove(at: at)
        #expect(problem(changed) == .init(line: at + 1, problem: .outOfOrder(expected: at - 1)))
        #expect(problem(Array(lines.dropLast())) == .init(line: lines.count - 1, problem: .cutShort))
        changed = lines
        changed[0] = changed[0].replacing("Harrowdale, chaired", with: "Harrowdale, led")
        #expect(problem(changed) == .init(line: 1, problem: .damaged))
        changed[0] = lines[0].replacing("\"version\":1", with: "\"version\":2")
        #expect(problem(changed) == .init(line: 1, problem: .newerVersion(2)))
        #expect(problem(["Dear all,"]) == .init(line: 1, problem: .notATranscript))
        lines.removeAll()
        #expect(problem(lines)?.problem == .notATranscript)
    }

    @Test func `no export shows a rating before the reveal, and all there is waits for it`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
        for line in Meeting.lines.prefix(6) {
            _ = try host.hear(Meeting.speech(line.by, line.words, isPrivate: line.isPrivate))
        }
        do {
            _ = try host.completeTranscript(of: Place.room)
            Issue.record("It should have been refused.")
        } catch { #expect(error.explanation.contains("3 ratings that nobody has revealed")) }
        for text in [
            try host.readableTranscript(of: Place.room),
            try host.snapshot(of: Place.room).sharedTranscript().text(as: .ndjson),
            try host.snapshot(of: Place.room).sharedTranscript().text(as: .csv),
            try host.snapshot(of: Place.room).chathamHouseTranscript(),
        ] { #expect(!text.contains("copperfield") && text.count > 500) }
        _ = try host.hear(Meeting.speech(Meeting.helen, "/reveal"))
        #expect(try host.completeTranscript(of: Place.room).entries.count > 10)
        #expect(try host.snapshot(of: Place.room).sharedTranscript().text(as: .ndjson).contains("copperfield"))
    }

    @Test func `a room of which an entry was changed is not exported as if it were whole`() throws {
        let place = try Place()
        var host = try place.host()
        try Meeting.play(host)
        try host.store.close()
        var bytes = try Data(contentsOf: URL(filePath: place.path))
        var changed = 0
        while let words = bytes.range(of: Data("idea is dear".utf8)) {
            bytes[words.lowerBound] = UInt8(ascii: "I")
            changed += 1
        }
        #expect(changed > 0)
        try bytes.write(to: URL(filePath: place.path))
        host = try place.host()
        do {
            _ = try host.completeTranscript(of: Place.room)
            Issue.record("It should have been refused.")
        } catch {
            #expect(error.explanation.contains(" of room “harrowdale” is not as it was written, so nothing was "))
            guard case .changedEntry(_, let number) = error else { throw error }
            #expect(try host.store.verify(room: Place.room).findings.map(\.entry) == [number])
        }
    }

    @Test func `what comes while a room is exported is not in the file, so that it stays whole and blind`() throws {
        let (place, elsewhere) = (try Place(), try Place())
        let store = try place.interruptedStore()
        let (host, other) = (try place.host(store), try place.host())
        _ = try host.open(Meeting.opening())
        _ = try host.hear(Meeting.speech(Meeting.helen, "/start 8"))
        let head = try host.summary(of: Place.room).head
        store.interrupt(.sealedEntries) {
            _ = try? other.hear(Meeting.speech(Meeting.helen, "/gauging"))
            _ = try? other.hear(
                Meeting.speech(Meeting.zeb, "established, low, because of the copperfield audit", isPrivate: true))
            try? other.store.acknowledge(principal: "bridge:irc", room: Place.room, upTo: head + 2)
        }
        let transcript = try host.completeTranscript(of: Place.room)
        #expect(try host.summary(of: Place.room).head > head + 2)
        #expect(transcript.room.head == head && transcript.entries.count == head)
        #expect(!TranscriptFile.text(of: transcript, as: .ndjson).contains("copperfield"))
        #expect(transcript.acknowledgements.map(\.upTo) == [head])
        let there = try elsewhere.host()
        try there.takeIn(transcript)
        #expect(try there.store.verify(room: nil).isSound)
    }

    @Test func `an erasure while a room is exported leaves no hole in the file`() throws {
        let (place, elsewhere) = (try Place(), try Place())
        let store = try place.interruptedStore()
        let (host, other) = (try place.host(store), try place.host())
        try Meeting.play(host)
        store.interrupt(.sealedEntries) { _ = try? other.redact([3], in: Place.room) }
        let transcript = try host.completeTranscript(of: Place.room)
        #expect(transcript.entries[2].entry.erased)
        try elsewhere.host().takeIn(transcript)
    }

    @Test func `what stays of an erased key holds where the line came, and cannot be tried in an export of it`() throws
    {
        let (place, elsewhere) = (try Place(), try Place())
        let host = try place.host()
        let replies = try Meeting.play(host)
        #expect(try host.store.keySecret(of: Place.room) == nil)
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        let secret = try #require(try host.store.keySecret(of: Place.room))
        // A second erasure goes by the same secret.
        _ = try host.redact([replies[10].number], in: Place.room)
        #expect(try host.store.keySecret(of: Place.room) == secret)
        let there = try elsewhere.host()
        try there.takeIn(try host.completeTranscript(of: Place.room))
        #expect(try there.store.keySecret(of: Place.room) == nil)
        let other = Meeting.speech(Meeting.lines[7].by, "Other words.", key: "irc:7")
        do {
            _ = try host.hear(other)
            Issue.record("It should have been refused.")
        } catch { guard case .keyReused = error else { throw error } }
        // There it is known that the key was used, and not for what; also when the room has a secret of its own.
        #expect(try there.hear(other).isRepeated)
        _ = try there.redact([replies[8].number], in: Place.room)
        let own = try #require(try there.store.keySecret(of: Place.room))
        #expect(own != secret)
        #expect(try there.hear(other).isRepeated)
        #expect(try there.store.verify(room: nil).isSound && host.store.verify(room: nil).isSound)
    }

    @Test func `a snapshot has the hash of its own last entry, whoever writes meanwhile`() throws {
        let place = try Place()
        let store = try place.interruptedStore()
        let (host, other) = (try place.host(store), try place.host())
        _ = try host.open(Meeting.opening())
        let before = try host.snapshot(of: Place.room).sharedTranscript().room
        // The room is looked at twice: for what was said, and for its labels.
        store.interrupt(.room, after: 1) { _ = try? other.hear(Meeting.speech(Meeting.helen, "/start 8")) }
        let then = try host.snapshot(of: Place.room).sharedTranscript().room
        #expect(try other.summary(of: Place.room).head > before.head)
        #expect(then.head == before.head && then.headHash == before.headHash)
    }

    @Test func `a store that cannot be read is no damaged entry, and no draft goes without its seal`() throws {
        let place = try Place()
        let first = try place.host()
        var setup = Meeting.setup
        setup.framework.name += " of ours"
        setup.framework = setup.framework.sealed()
        _ = try first.open(Meeting.opening(setup))
        let store = try place.interruptedStore()
        let host = try place.host(store)
        store.failures = [.framework: .busy(path: "a file")]
        #expect(MovingTests.isBusy { () throws(HostError) in _ = try host.record(of: Place.room) })
        store.failures = [.sealedEntries: .busy(path: "a file")]
        #expect(MovingTests.isBusy { () throws(HostError) in _ = try host.draft(.minutes, of: Place.room) })
        store.failures = [:]
        let summary = try host.summary(of: Place.room)
        let minutes = try host.draft(.minutes, of: Place.room).report.draft.markdown
        #expect(minutes.contains("\(summary.head):\(summary.headHash)"))
        // A seal that cannot be looked up is no seal that differs.
        let snapshot = try host.snapshot(of: Place.room)
        store.failures = [.sealedEntries: .busy(path: "a file")]
        #expect(MovingTests.isBusy { () throws(HostError) in _ = try snapshot.findings(in: minutes) })
    }

    private static func isBusy(_ work: () throws(HostError) -> Void) -> Bool {
        do throws(HostError) {
            try work()
            return false
        } catch {
            if case .storage(.busy) = error { return true }
            return false
        }
    }

    @Test func `a room that is there already is left as it is`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let transcript = try host.completeTranscript(of: Place.room)
        #expect(throws: HostError.self) { try host.takeIn(transcript) }
        #expect(try host.roomSummaries().count == 1)
    }

    /// Written by version 1, and readable for ever. `COMMONGROUND_RECORD=1` writes them anew.
    @Test(arguments: layouts)
    func `the files of every earlier version can be taken in`(layout: TranscriptFile.Layout) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/version-1.\(layout == .ndjson ? "ndjson" : "md")")
        let place = try Place()
        if ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] != nil {
            let host = try place.host()
            try Meeting.play(host)
            _ = try host.redact([3], in: Place.room, because: "an example")
            let text = TranscriptFile.text(of: try host.completeTranscript(of: Place.room), as: layout)
            try Data(text.utf8).write(to: file)
            Issue.record("Recorded \(file.lastPathComponent).")
            return
        }
        let transcript = try TranscriptFile.read(Array(try Data(contentsOf: file)))
        let host = try place.host()
        try host.takeIn(transcript)
        #expect(try host.store.verify(room: nil).isSound)
        let record = try host.record(of: Place.room)
        #expect(record.erased.contains(3) && record.areas.first?.decisions.first?.outcome == .agreedWithReservations)
    }
}
