import Drafting
import Facilitation
import Hosting
import JSONText
import Reports
import Transcript

/// Reads a room of a store that does not fail, as somebody would who was not there.
struct TranscriptCheck {
    private let room: String
    private let store: any TranscriptStore
    /// Made from the store alone.
    private let rebuilt: RoomHost

    init(room: String, store: any TranscriptStore) {
        self.room = room
        self.store = store
        rebuilt = RoomHost(store: store)
    }

    func entries() throws -> [Entry] {
        var entries: [Entry] = []
        try store.forEachEntry(in: room) { entry in
            entries.append(entry)
            return true
        }
        return entries
    }

    /// Everything acknowledged is there once, in one order, under a sound chain.
    func everything(
        _ acknowledged: [(line: SimulatedLine, key: String, entry: Int)], givenUp: Set<String>
    ) throws -> [String] {
        var mistakes: [String] = []
        let entries = try entries()
        if entries.map(\.number) != Array(1...max(1, entries.count)) { mistakes.append("the numbers have gaps") }
        for (line, key, number) in acknowledged {
            guard entries.indices.contains(number - 1), entries[number - 1].key == key else {
                mistakes.append("line \(key) was acknowledged as entry \(number) and is not there")
                continue
            }
            let entry = entries[number - 1]
            if entry.by != line.actor || entry.direction != .heard {
                mistakes.append("entry \(number) has another speaker")
            }
            if line.operation == nil, entry.words != line.words { mistakes.append("entry \(number) says other words") }
            if (entry.to != nil) != line.isPrivate { mistakes.append("entry \(number) has other listeners") }
        }
        let keys = entries.compactMap(\.key).filter { $0 != "open" }
        if Set(keys).count != keys.count { mistakes.append("a line was kept twice") }
        let known = Set(acknowledged.map(\.key))
        for key in keys where !known.contains(key) && !givenUp.contains(key) {
            mistakes.append("line \(key) was kept and never acknowledged")
        }
        for entry in entries where entry.direction == .said {
            guard let answers = entry.answers, answers < entry.number, entries[answers - 1].direction == .heard else {
                mistakes.append("entry \(entry.number) of the bot answers nobody")
                continue
            }
        }
        let report = try store.verify(room: room)
        if !report.isSound { mistakes.append("verify: \(report.findings)") }
        return mistakes
    }

    /// What was built from the store alone, beside what a host has lived through.
    func difference(from live: RoomHost) throws -> [String] {
        var mistakes: [String] = []
        if try rebuilt.record(of: room) != live.record(of: room) {
            mistakes.append("the record made from the store is another one than the live one")
        }
        if try rebuilt.discussion(of: room) != live.discussion(of: room) {
            mistakes.append("the discussion made from the store stands elsewhere than the live one")
        }
        return mistakes
    }

    /// Each agreement and each support in the room rests on an entry of that very person whose reading says so.
    func readings(of discussion: Discussion) throws -> [String] {
        var mistakes: [String] = []
        func check(_ member: MemberID, _ number: Int, _ kind: String, _ fits: (JSONValue) -> Bool) throws {
            let id = discussion.people[member].id
            guard let entry = try store.entry(room: room, number: number), entry.by == id else {
                mistakes.append("\(kind) of \(id) rests on entry \(number), which is not theirs")
                return
            }
            let readings = try JSONScanner(depthLimit: 16).scan(entry.reading).array ?? []
            let says = readings.contains { reading in
                guard reading["strength"] == "plain" else { return false }
                return reading["kind"] == "confirm" ? reading["answer"] == "yes" : fits(reading)
            }
            if !says { mistakes.append("\(kind) of \(id) rests on entry \(number), which reads \(entry.reading)") }
        }
        for area in discussion.areas.values {
            for proposal in area.proposals {
                for answer in proposal.answers where answer.level.supports {
                    try check(answer.by, answer.entry, "the \(answer.level.rawValue) for \(proposal.id)") {
                        $0["kind"] == "level" && $0["level"]?.string == answer.level.rawValue
                    }
                }
            }
            for statement in area.statements where !statement.isStruck {
                for position in statement.positions where position.stance == .agree {
                    try check(position.by, position.entry, "the agreement with #\(statement.entry)") {
                        $0["kind"] == "position" && $0["stance"] == "agree"
                    }
                }
            }
        }
        return mistakes + counts(discussion)
    }

    /// The record counts each of those answers once.
    private func counts(_ discussion: Discussion) -> [String] {
        let record = discussion.record(room: room, log: "", head: 0)
        return record.areas.flatMap { area -> [String] in
            let proposals = discussion.areas[area.id]?.proposals.filter { !$0.isStruck } ?? []
            return (area.decisions + area.aims + area.objectives).compactMap { shown in
                // What was tested again keeps its id: the later test rests on the earlier one, and not the other way round.
                let test = proposals.last { $0.id == shown.id && shown.entries.contains($0.entry) }
                guard let proposal = test else {
                    return "the record has a \(shown.id) that nobody proposed"
                }
                let people = Set(proposal.answers.filter(\.level.supports).map(\.by)).count
                let counted = shown.levels[.full, default: 0] + shown.levels[.support, default: 0]
                return people == counted ? nil : "the record counts \(counted) in support of \(shown.id), of \(people)"
            }
        }
    }

    /// Drafts of the latest session, each held to the transcript by the checker.
    func drafts() throws -> (count: Int, mistakes: [String]) {
        let snapshot = try rebuilt.snapshot(of: room)
        var mistakes: [String] = []
        for document in [DraftDocument.aims, .minutes] {
            let draft = try snapshot.draft(document)
            let lines = draft.report.draft.markdown.split(separator: "\n", omittingEmptySubsequences: false)
            mistakes += draft.findings.prefix(2).map { finding in
                let line = lines.indices.contains(finding.line - 1) ? lines[finding.line - 1] : ""
                return "\(document.rawValue): \(finding.explanation) In: \(line)"
            }
        }
        return (2, mistakes)
    }

    /// Where words of a rating that waits for its reveal can be read by somebody else.
    func leaks(of secrets: [(word: String, by: String)], _ discussion: Discussion) throws -> [String] {
        let snapshot = try rebuilt.snapshot(of: room)
        var mistakes: [String] = []
        let record = discussion.record(room: room, log: "", head: 0)
        for area in record.areas {
            for gauge in area.gauges where !gauge.revealed && !(gauge.counts.isEmpty && gauge.ratings.isEmpty) {
                mistakes.append("the record shows ratings of \(area.id) before the reveal")
            }
        }
        guard !secrets.isEmpty else { return mistakes }
        let texts = [
            ("the record", JSONEmitter(.compact).text(record.json)),
            ("the minutes", Drafts.minutes(record: record, framework: snapshot.framework).markdown),
            ("the aims", Drafts.sharedAims(record: record, framework: snapshot.framework).markdown),
            ("the readable transcript", try snapshot.readableTranscript()),
        ]
        for (place, text) in texts {
            let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            for secret in secrets where words.contains(secret.word) {
                mistakes.append("\(place) shows \(secret.word), the rating of \(secret.by), before the reveal")
            }
        }
        for entry in try entries() {
            let words = Set(entry.words.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            for secret in secrets where words.contains(secret.word) {
                if entry.to != secret.by {
                    mistakes.append("entry \(entry.number) shows \(secret.word) before the reveal")
                }
            }
        }
        return mistakes
    }
}
