import Drafting
import Facilitation
import Foundation
import Hosting
import JSONText
import Reports
import Testing
import Transcript

@Suite struct ErasingTests {
    @Test func `an erased person's words and name are in no file of the store, not in its log either`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        // The search is worth something only if it finds what is there.
        let before = try place.found(Meeting.words)
        for word in Meeting.words { #expect(before.contains { $0.hasSuffix(word) }, "\(word)") }

        let report = try #require(try host.erase(person: "Zebediah Quillfeather", from: Place.room))
        try host.finishErasing()
        #expect(report.pseudonym == "Erased person 1" && report.left == [])
        #expect(report.resultsAreTheSame)
        #expect(try place.found(Meeting.words.filter { $0 != "periwinkle" }) == [])
        #expect(try place.files().map(\.name).contains("transcripts.sqlite-wal"))
        #expect(try host.store.verify(room: nil).isSound)
        try host.store.close()
        #expect(try place.found(Meeting.words.filter { $0 != "periwinkle" }) == [])
        // What others said is still there.
        #expect(try place.found(["periwinkle", "contracts end at short notice", "idea is dear"]).count == 3)
    }

    @Test func `the record comes to the same counts and outcomes, and says what was erased`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let before = try host.record(of: Place.room)
        let report = try #require(try host.erase(person: Meeting.zeb, from: Place.room, because: "asked by letter"))
        let after = try host.record(of: Place.room)
        #expect(after.erased == report.entries && !after.erased.isEmpty)
        #expect(after.json["erased"]?.array?.count == report.entries.count)
        let (was, now) = (
            try #require(before.areas.first { $0.id == after.areas.first?.id }), try #require(after.areas.first)
        )
        #expect(was.gauges.map(\.counts) == now.gauges.map(\.counts))
        #expect(was.decisions.map(\.outcome) == now.decisions.map(\.outcome))
        #expect(was.decisions.map(\.levels) == now.decisions.map(\.levels))
        #expect(was.objectives.map(\.due) == now.objectives.map(\.due))
        #expect(now.objectives.first?.owner == "erased:1")
        #expect(now.statements.map(\.text).contains("(erased)"))
        #expect(now.minorityViews.map(\.text) == ["(erased)"])
        #expect(after.members.map(\.name).contains("Erased person 1"))
        let act = try #require(try host.entries(of: Place.room, after: after.head - 1, limit: 1).first)
        #expect(act.direction == .said)
        #expect(act.words.contains("is now called Erased person 1, because: asked by letter."))
        for document in [DraftDocument.draft, .minutes, .decisions, .actions] {
            let draft = try host.draft(document, of: Place.room)
            #expect(draft.findings.map(\.explanation) == [], "\(document)")
            let text = draft.report.draft.markdown.lowercased()
            for word in Meeting.words where word != "periwinkle" {
                #expect(!text.contains(word.lowercased()), "\(word)")
            }
        }
    }

    @Test func `what others said stays, but for the name and the quotation`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        let words = try host.entries(of: Place.room, after: 0, limit: 500).filter { $0.direction == .heard }.map(
            \.words)
        #expect(words.contains("I agree with Erased person 1"))
        #expect(words.contains("Will the wards want it? I asked Erased person 1 too."))
        #expect(words.first { $0.contains("idea") } == "Zeb said “(erased)” but Erased person 1's idea is dear.")
        #expect(words.contains("support"))
    }

    @Test func `another worker that held the room reads it anew, and a redelivered line is not taken twice`() throws {
        let place = try Place()
        let (host, other) = (try place.host(), try place.host())
        try Meeting.play(host)
        #expect(try other.record(of: Place.room).members.map(\.name).contains("Zebediah Quillfeather"))
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        let record = JSONEmitter(.compact).text(try other.record(of: Place.room).json)
        #expect(!record.contains("Quillfeather") && record.contains("Erased person 1"))
        let head = try host.summary(of: Place.room).head
        let line = Meeting.lines[7]
        let again = try other.hear(Meeting.speech(line.by, line.words, key: "irc:7"))
        #expect(again.isRepeated)
        #expect(try host.summary(of: Place.room).head == head)
    }

    @Test func `a key that went with a person is known again, and the words do not come back`() throws {
        let place = try Place()
        let (host, other) = (try place.host(), try place.host())
        try Meeting.play(host)
        _ = try other.record(of: Place.room)
        _ = try #require(try host.erase(person: Meeting.zeb, from: Place.room))
        try host.finishErasing()
        #expect(try place.found(["quillfeather-1"]) == [])
        let (line, key) = (Meeting.lines[1], "quillfeather-1")
        let last = try host.summary(of: Place.room).head
        // Also a worker that held the room as it was before.
        for worker in [host, other, try place.host()] {
            let again = try worker.hear(Meeting.speech(line.by, line.words, key: key))
            #expect(again.isRepeated)
            do {
                _ = try worker.hear(Meeting.speech(line.by, "Something else.", key: key))
                Issue.record("It should have been refused.")
            } catch { guard case .keyReused = error else { throw error } }
        }
        #expect(try host.summary(of: Place.room).head == last)
        #expect(try place.found(["gooseberry"]) == [])
        // The keys of somebody else are theirs.
        var elsewhere = Meeting.speech(Meeting.ann, "Good morning.", key: key)
        elsewhere.principal = "bridge:web"
        elsewhere.isVouchedFor = true
        #expect(try !host.hear(elsewhere).isRepeated)
        #expect(try host.store.verify(room: nil).isSound)
    }

    @Test func `another command under the key of a redacted line is refused, and the same one answered`() throws {
        let place = try Place()
        let host = try place.host()
        let replies = try Meeting.play(host)
        _ = try host.redact([replies[7].number], in: Place.room)
        let again = try host.hear(Meeting.speech(Meeting.lines[7].by, Meeting.lines[7].words, key: "irc:7"))
        #expect(again.isRepeated && again.number == replies[7].number)
        do {
            _ = try host.hear(Meeting.speech(Meeting.lines[7].by, "Other words.", key: "irc:7"))
            Issue.record("It should have been refused.")
        } catch { guard case .keyReused = error else { throw error } }
        // It stays so when the person goes too.
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        #expect(try host.hear(Meeting.speech(Meeting.lines[7].by, Meeting.lines[7].words, key: "irc:7")).isRepeated)
        #expect(try host.store.verify(room: nil).isSound)
    }

    @Test func `the act of an erasure tells the numbers of what went`() throws {
        let place = try Place()
        let host = try place.host()
        let replies = try Meeting.play(host)
        let report = try host.redact([replies[7].number], in: Place.room)
        let act = try #require(try host.entries(of: Place.room, after: 0, limit: 1_000).last)
        let told = try JSONScanner().scan(act.details)["erased"]?.array?.compactMap(\.integer)
        #expect(told == report.entries)
    }

    @Test func `a second person can be erased after the first, and the same one only once`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        #expect(try host.erase(person: Meeting.zeb, from: Place.room)?.pseudonym == "Erased person 1")
        #expect(try host.erase(person: "Zebediah Quillfeather", from: Place.room) == nil)
        let second = try #require(try host.erase(person: "ann osei", from: Place.room))
        #expect(second.pseudonym == "Erased person 2" && second.resultsAreTheSame)
        try host.finishErasing()
        #expect(try place.found(["Osei", "irc:ann", "contracts end at short"]) == [])
        #expect(try host.store.verify(room: Place.room).isSound)
        #expect(
            try host.record(of: Place.room).members.map(\.name).prefix(2) == ["Erased person 1", "Erased person 2"])
    }

    @Test func `a name that two people share is not erased before it is clear who is meant`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.members[1].name = "Zebediah Quillfeather"
        _ = try host.open(Meeting.opening(setup))
        do {
            _ = try host.erase(person: "Zebediah Quillfeather", from: Place.room)
            Issue.record("It should have been refused.")
        } catch {
            guard case .severalPeople(_, let ids, _) = error else { throw error }
            #expect(ids == [Meeting.zeb, Meeting.ann])
            #expect(error.explanation.contains("Give the id of the one you mean."))
        }
        #expect(try host.erase(person: "Nobody Here", from: Place.room) == nil)
    }

    @Test func `a word that is nobody's name erases nobody, and it is said who may be meant`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.members.append(SetupMember(id: "irc:sam", name: "Sam Rhys"))
        setup.members.append(SetupMember(name: "Sam Okoro"))
        _ = try host.open(Meeting.opening(setup))
        let said = try host.hear(Meeting.speech(Meeting.ann, "Sam is right, and nobody told us.")).number
        let before = try host.entries(of: Place.room, after: 0, limit: 100)
        for word in ["nobody", "Sam", "right"] {
            #expect(try host.erase(person: word, from: Place.room) == nil)
            #expect(try host.erase(person: word, from: Place.room, isKnownElsewhere: true) == nil)
            let mentions = try host.mentions(of: word, in: Place.room)
            #expect(mentions.entries.contains(said))
            #expect(mentions.people == (word == "Sam" ? ["Sam Rhys (irc:sam)", "Sam Okoro"] : []))
        }
        #expect(try host.disclosure(about: "nobody", in: [Place.room]).lines.isEmpty)
        #expect(try host.entries(of: Place.room, after: 0, limit: 100) == before)
    }

    @Test func `a name that is an ordinary word or a month goes only where it is one, and the rest is listed`()
        throws
    {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.members.append(SetupMember(id: "irc:wmay", name: "Will May"))
        _ = try host.open(Meeting.opening(setup))
        let lines = [
            "We will meet in May, and we may pay small firms; Mr May wants it, will you", "I agree with May",
            "Will asked for it.", "By May 2027, or on 3 May?", "Will May was late.", "It may rain.",
        ]
        let numbers = try lines.map { try host.hear(Meeting.speech(Meeting.ann, $0)).number }
        let trial = try #require(try host.erase(person: "Will May", from: Place.room, isTrial: true))
        #expect(trial.changes.map(\.number) == [numbers[0], numbers[1], numbers[4]])
        #expect(trial.changes.last?.words == "Will May was late.")
        #expect(trial.changes.last?.becomes == "Erased person 1 was late.")
        #expect(trial.doubtful.map(\.number) == [numbers[0], numbers[2], numbers[3]])
        _ = try host.erase(person: "Will May", from: Place.room)
        let kept = try numbers.map { try host.store.entry(room: Place.room, number: $0)?.words }
        #expect(
            kept == [
                "We will meet in May, and we may pay small firms; Mr Erased person 1 wants it, will you",
                "I agree with Erased person 1", "Will asked for it.", "By May 2027, or on 3 May?",
                "Erased person 1 was late.", "It may rain.",
            ])
    }

    @Test func `a title, a particle and an ordinary word of a name stay where they are no name`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        let people = ["Doctor Priya Shah", "Sam van der Berg", "Fay Baker", "Tom Nurse"]
        for (index, name) in people.enumerated() { setup.members.append(SetupMember(id: "web:\(index)", name: name)) }
        _ = try host.open(Meeting.opening(setup))
        let lines = [
            "Every patient needs a doctor, and Doctor Shah knows.", "i agree with shah, a Shah plan is best",
            "We need a van for Sam, der Berg or van der Berg.", "We need a baker, and Baker agrees.",
            "Tom Nurse asked a nurse, and Nurse agreed.",
        ]
        let numbers = try lines.map { try host.hear(Meeting.speech(Meeting.ann, $0)).number }
        let trial = try #require(try host.erase(person: "Fay Baker", from: Place.room, isTrial: true))
        #expect(trial.changes.map(\.number).contains(numbers[3]))
        #expect(trial.doubtful.map(\.number) == [numbers[3]])
        for (index, name) in people.enumerated() {
            #expect(try host.erase(person: name, from: Place.room)?.pseudonym == "Erased person \(index + 1)")
        }
        let kept = try numbers.map { try host.store.entry(room: Place.room, number: $0)?.words }
        #expect(
            kept == [
                "Every patient needs a doctor, and Doctor Erased person 1 knows.",
                "i agree with Erased person 1, an Erased person 1 plan is best",
                "We need a van for Erased person 2, der Erased person 2 or Erased person 2.",
                "We need a baker, and Erased person 3 agrees.",
                "Erased person 4 asked a nurse, and Erased person 4 agreed.",
            ])
        try host.finishErasing()
        #expect(try place.found(["shah", "priya", "van der", "berg", "tom nurse"]) == [])
    }

    @Test func `a short quotation goes too, and what is too short to tell is listed`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
        let words = "I think we should publish the estates ledger each quarter because nobody trusts it"
        _ = try host.hear(Meeting.speech(Meeting.zeb, words))
        let lines = [
            "nobody trusts it, said Zeb", "He called it an “estates ledger” twice.",
            "The estates ledger each quarter sounds right", "They said ledger.", "We should publish a plan.",
        ]
        let numbers = try lines.map { try host.hear(Meeting.speech(Meeting.ann, $0)).number }
        let secret = Meeting.speech(Meeting.ann, "/private Zeb said ledger", isPrivate: true)
        let told = try host.hear(secret).number
        let trial = try #require(try host.erase(person: Meeting.zeb, from: Place.room, isTrial: true))
        // The title in the opening names them, too.
        #expect(trial.changes.map(\.number) == [1] + numbers.prefix(3))
        #expect(trial.doubtful.map(\.number) == [numbers[3], told])
        #expect(trial.doubtful.map(\.words) == ["They said ledger.", nil])
        _ = try host.erase(person: Meeting.zeb, from: Place.room)
        let kept = try numbers.map { try host.store.entry(room: Place.room, number: $0)?.words }
        #expect(
            kept == [
                "(erased), said Zeb", "He called it an “(erased)” twice.", "(erased) sounds right",
                "They said ledger.", "We should publish a plan.",
            ])
    }

    @Test func `a statement of which the words are gone is not put to the test, until it has words again`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
        _ = try host.hear(Meeting.speech(Meeting.helen, "/start 8"))
        let statement = try host.hear(
            Meeting.speech(Meeting.ann, "I think small groups need three months to plan.")
        ).number
        _ = try host.redact([statement], in: Place.room)
        let refused = try host.hear(Meeting.speech(Meeting.helen, "/decide #\(statement)"))
        #expect(refused.declined?.message.contains("were taken out of the transcript") == true)
        #expect(try host.discussion(of: Place.room).test == nil)
        let words = "/correct \(statement) Small groups need half a year to plan."
        #expect(try host.hear(Meeting.speech(Meeting.ann, words)).declined == nil)
        #expect(try host.hear(Meeting.speech(Meeting.helen, "/decide #\(statement)")).declined == nil)
    }

    @Test func `texts put to the test can be kept without the name of who wrote them`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let report = try #require(try host.erase(person: Meeting.helen, from: Place.room, keepsProposals: true))
        #expect(report.resultsAreTheSame)
        let record = try host.record(of: Place.room)
        #expect(record.areas.first?.decisions.map(\.text) == ["Three months' notice before a contract ends."])
        #expect(!JSONEmitter(.compact).text(record.json).contains("Marsh"))
    }

    @Test func `redacted entries lose their words, also in quotations, and keep their author`() throws {
        let place = try Place()
        let host = try place.host()
        let replies = try Meeting.play(host)
        let number = replies[7].number
        let report = try host.redact([number], in: Place.room, because: "too much said")
        try host.finishErasing()
        #expect(report.entries.contains(number) && report.resultsAreTheSame)
        #expect(try place.found(["wombat"]) == [])
        let entry = try #require(try host.store.entry(room: Place.room, number: number))
        #expect(entry.erased && entry.words == "" && entry.name == "Zebediah Quillfeather")
        let transcript = try host.readableTranscript(of: Place.room)
        #expect(transcript.contains("[\(number)] Zebediah Quillfeather: (erased)\n"))
        #expect(transcript.contains("The words of entry #\(number) were taken out by whoever keeps this transcript"))
        #expect(try host.store.verify(room: Place.room).isSound)
        do {
            _ = try host.redact([100_000], in: Place.room)
            Issue.record("It should have been refused.")
        } catch { #expect(error.explanation.contains("has no entry 100000")) }
    }

    @Test func `somebody who spoke without joining is found by the name that they typed`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
        _ = try host.hear(Meeting.speech("typed:mabel thorncastle", "The pickles are cold."))
        _ = try host.hear(Meeting.speech(Meeting.ann, "I agree with Thorncastle"))
        #expect(try !host.snapshot(of: Place.room).chathamHouseTranscript().contains("Thorncastle"))
        #expect(try host.disclosure(about: "Mabel Thorncastle", in: [Place.room]).lines.contains { $0.why == .own })
        _ = try #require(try host.erase(person: "Mabel Thorncastle", from: Place.room))
        try host.finishErasing()
        #expect(try place.found(["Thorncastle", "pickles"]) == [])
        #expect(try host.store.verify(room: nil).isSound)
    }

    @Test func `an id that other words begin with is found only where it stands as a whole`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.members.append(SetupMember(id: "sam", name: "Ottoline Bray"))
        setup.members.append(SetupMember(id: "irc:zed-9", name: "Iris Nine"))
        _ = try host.open(Meeting.opening(setup))
        let same = "They are the same samples, to the gram."
        for words in [same, "Ask sam.", "I had it from irc:zed-9, not from irc:zed-90."] {
            _ = try host.hear(Meeting.speech(Meeting.ann, words))
        }
        #expect(try !host.disclosure(about: "sam", in: [Place.room]).lines.contains { $0.words == same })
        _ = try #require(try host.erase(person: "sam", from: Place.room))
        _ = try #require(try host.erase(person: "irc:zed-9", from: Place.room))
        let words = try host.entries(of: Place.room, after: 1, limit: 100).filter { $0.direction == .heard }
            .map(\.words)
        #expect(words == [same, "Ask Erased person 1.", "I had it from Erased person 2, not from irc:zed-90."])
    }

    @Test func `somebody with a like name keeps their own name and id`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.members.append(SetupMember(id: "irc:ann-marie", name: "Ann"))
        setup.members.append(SetupMember(id: "irc:bray", name: "Osei Bray"))
        _ = try host.open(Meeting.opening(setup))
        _ = try host.hear(Meeting.speech("irc:ann-marie", "We met on Monday."))
        _ = try host.hear(Meeting.speech(Meeting.helen, "/apologies Osei Bray"))
        let report = try #require(try host.erase(person: Meeting.ann, from: Place.room))
        #expect(report.resultsAreTheSame)
        let members = try host.discussion(of: Place.room).people.list
        #expect(members.map(\.name).suffix(2) == ["Ann", "Osei Bray"])
        #expect(members.map(\.id).suffix(2) == ["irc:ann-marie", "irc:bray"])
        #expect(members.last?.isPresent == false)
        let entry = try #require(
            try host.entries(of: Place.room, after: 0, limit: 100).first { $0.words == "We met on Monday." })
        #expect(entry.by == "irc:ann-marie" && entry.name == "Ann" && !entry.erased)
    }

    @Test func `somebody who came by two connections with the same keys is erased all the same`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
        for (index, principal) in ["phone:quillfeather", "laptop:quillfeather"].enumerated() {
            var speech = Meeting.speech(Meeting.zeb, "Marzipan, part \(index).", key: "key 1")
            speech.principal = principal
            speech.isVouchedFor = true
            _ = try host.hear(speech)
            try host.store.acknowledge(principal: principal, room: Place.room, upTo: index + 1)
        }
        let report = try #require(try host.erase(person: Meeting.zeb, from: Place.room))
        #expect(report.resultsAreTheSame)
        try host.finishErasing()
        #expect(try place.found(["quillfeather", "marzipan"]) == [])
        let own = try host.entries(of: Place.room, after: 0, limit: 100).filter { $0.key == "key 1" }
        #expect(own.map(\.principal) == ["erased:1", "erased:1:2"])
        #expect(
            try host.store.acknowledgements(in: Place.room) == [
                Acknowledgement(principal: "erased:1", room: Place.room, upTo: 1),
                Acknowledgement(principal: "erased:1:2", room: Place.room, upTo: 2),
            ])
        #expect(try host.store.verify(room: nil).isSound)
        // The next one's connections are not taken for theirs.
        #expect(try host.erase(person: Meeting.ann, from: Place.room)?.pseudonym == "Erased person 2")
    }

    @Test func `what was typed behind a command goes with the entry`() throws {
        let place = try Place()
        let host = try place.host()
        _ = try host.open(Meeting.opening())
        let number = try host.hear(Meeting.speech(Meeting.ann, "/help the patient Bartholomew Quux")).number
        #expect(try !place.found(["Bartholomew"]).isEmpty)
        _ = try host.redact([number], in: Place.room)
        try host.finishErasing()
        #expect(try place.found(["Bartholomew"]) == [])
    }

    @Test func `a trial changes nothing`() throws {
        let place = try Place()
        let host = try place.host()
        try Meeting.play(host)
        let before = try host.entries(of: Place.room, after: 0, limit: 1_000)
        _ = try host.erase(person: Meeting.zeb, from: Place.room, isTrial: true)
        _ = try host.redact([3], in: Place.room, isTrial: true)
        #expect(try host.entries(of: Place.room, after: 0, limit: 1_000) == before)
    }
}
