import Facilitation
import Frameworks
import JSONText
import Transcript

/// What an erasure did, or would do.
public struct ErasureReport: Sendable {
    public var room: String
    /// What the person is called now; empty after a redaction.
    public var pseudonym = ""
    /// Entries of which words or a name went.
    public var entries: [Int] = []
    /// The first count or outcome that came out differently, by its place in the record; nil when none did.
    public var difference: String?
    public var resultsAreTheSame: Bool { difference == nil }
    /// Where a name stands that cannot be taken out.
    public var left: [String] = []
    /// Lines of other people that would read differently, lowest first.
    public var changes: [Change] = []
    /// Lines of other people that may still speak of the person, or repeat a few of their words, and stay as they are.
    public var doubtful: [Change] = []

    /// A line of somebody else, to be judged by whoever erases.
    public struct Change: Sendable, Hashable {
        public var number: Int
        public var speaker: String
        /// Nil where the line is private.
        public var words: String?
        /// How it would read; nil where the line is private.
        public var becomes: String?
    }
}

/// What an erasure takes out of a room as it stood when it was looked at.
private struct ErasurePlan {
    var whole: RoomHost.WholeTranscript
    var remains: [Entry]
    var report: ErasureReport
}

/// Where a room speaks of somebody who is not in it under this name.
public struct PersonMentions: Sendable, Hashable {
    public var room: String
    /// Entries in which the words stand.
    public var entries: [Int] = []
    /// Whole names that the words are a part of, with ids where there are any: “Sam Rhys (irc:sam)”.
    public var people: [String] = []
}

extension RoomHost {
    /// So many entries are listed by one act, which is a line of the transcript after all.
    private static let listedMax = 200

    /// Who is called so in this room.
    public func find(person who: String, in room: String) throws(HostError) -> PersonFound {
        try person(who, try wholeTranscript(room)).found
    }

    /// Where words stand in a room that may be meant for somebody, and whose names they are a part of.
    public func mentions(of words: String, in room: String) throws(HostError) -> PersonMentions {
        let whole = try wholeTranscript(room)
        let wanted = WordTokens.of(words).map(\.folded)
        var mentions = PersonMentions(room: room)
        let people = whole.state.discussion.people
        mentions.people = people.named(words).map { place in
            let member = people[place]
            let hasID = !member.id.hasPrefix(PersonFound.placePrefix) && PersonFound.typedName(member.id) == nil
            return hasID ? "\(member.name) (\(member.id))" : member.name
        }
        guard !wanted.isEmpty else { return mentions }
        mentions.entries = whole.entries.filter { entry in
            let spoken = WordTokens.of(entry.words).map(\.folded)
            return spoken.count >= wanted.count
                && (0...(spoken.count - wanted.count)).contains { spoken[$0...].starts(with: wanted) }
        }.map(\.number)
        return mentions
    }

    /// Takes the words out of entries. Their numbers, authors and results stay; the act is an entry itself.
    ///
    /// - Parameter isTrial: nothing is changed, only said what would be.
    public func redact(
        _ numbers: Set<Int>, in room: String, because: String = "", isTrial: Bool = false
    ) throws(HostError) -> ErasureReport {
        let plan = try amending(room) { () throws(HostError) -> (made: ErasurePlan, amendment: Amendment?) in
            let whole = try wholeTranscript(room)
            for number in numbers.sorted() where number < 1 || number > whole.entries.count {
                throw .unknownEntry(number, room: room)
            }
            var erasing = Erasing(.entries(numbers))
            let remains = try self.remains(whole, &erasing)
            let report = ErasureReport(room: room, entries: remains.map(\.number))
            let plan = ErasurePlan(whole: whole, remains: remains, report: report)
            if isTrial || remains.isEmpty { return (plan, nil) }
            let words = PrivacyWords.redacted(numbers.sorted(), because: because)
            return (plan, try amendment(whole, remains, words: words, because: "redacted"))
        }
        return try finished(plan)
    }

    /// Erases a person from one room: their words and their name go, also where others quote or name them. Where they were
    /// named they are called `Erased person N` from now on. The files still hold what was erased until `finishErasing`.
    ///
    /// - Parameters:
    ///   - who: an id, or a whole name.
    ///   - keepsProposals: what they put to the test of the whole partnership stays, without their name.
    ///   - isKnownElsewhere: they took part in another room of the store, so that their whole name is theirs here too.
    ///
    /// Returns nil when nothing of them is in the room. A word that is nobody's name is never taken for one.
    public func erase(
        person who: String, from room: String, because: String = "", keepsProposals: Bool = false,
        isTrial: Bool = false, isKnownElsewhere: Bool = false
    ) throws(HostError) -> ErasureReport? {
        let plan = try amending(room) { () throws(HostError) -> (made: ErasurePlan?, amendment: Amendment?) in
            let whole = try wholeTranscript(room)
            let (found, others) = try self.person(who, whole)
            guard found.isKnown || isKnownElsewhere && WordTokens.of(who).count > 1 else { return (nil, nil) }
            let acknowledgements = try storage { () throws(StoreError) in try store.acknowledgements(in: room) }
            let principals = whole.entries.map(\.principal) + acknowledgements.map(\.principal)
            let number = 1 + whole.lastPseudonym(principals)
            var erasing = Erasing(
                .person(found, number: number), others: others, principals: principals, keepsProposals: keepsProposals)
            let remains = try self.remains(whole, &erasing)
            let title = erasing.withoutName(whole.summary.title)
            if remains.isEmpty && erasing.principals.isEmpty && title == whole.summary.title { return (nil, nil) }
            var report = ErasureReport(room: room, pseudonym: Pseudonym.name(number), entries: remains.map(\.number))
            if erasing.withoutName(room) != room { report.left.append("the name of the room") }
            if isTrial {
                judge(&report, whole, remains, erasing, found)
                return (ErasurePlan(whole: whole, remains: remains, report: report), nil)
            }
            let words = PrivacyWords.personErased(
                Pseudonym.name(number), entries: remains.count, because: erasing.withoutName(because))
            var amendment = try self.amendment(whole, remains, words: words, because: "person erased")
            if title != whole.summary.title { amendment.title = title }
            amendment.principals = erasing.principals
            return (ErasurePlan(whole: whole, remains: remains, report: report), amendment)
        }
        guard let plan else { return nil }
        return try finished(plan)
    }

    /// Leaves nothing of what was erased or purged in any file of the store.
    public func finishErasing() throws(HostError) {
        try storage { () throws(StoreError) in try store.scrub() }
    }

    // MARK: Reading the whole

    struct WholeTranscript {
        var summary: RoomSummary
        var entries: [Entry]
        var state: RoomState

        /// The highest number that somebody was called by when they were erased; 0 where nobody was.
        func lastPseudonym(_ principals: [String]) -> Int {
            let members = state.discussion.people.list
            let named = members.compactMap { Pseudonym.number(ofName: $0.name) }
            let ids = members.map(\.id) + entries.compactMap(\.by) + entries.compactMap(\.to) + principals
            return (ids.compactMap { Pseudonym.number($0) } + named).reduce(0, max)
        }
    }

    func wholeTranscript(_ room: String) throws(HostError) -> WholeTranscript {
        let snapshot = try snapshot(of: room)
        var entries: [Entry] = []
        try storage { () throws(StoreError) in
            try store.forEachEntry(in: room) { entry in
                guard entry.number <= snapshot.summary.head else { return false }
                entries.append(entry)
                return true
            }
        }
        return WholeTranscript(summary: snapshot.summary, entries: entries, state: snapshot.state)
    }

    func person(
        _ who: String, _ whole: WholeTranscript
    ) throws(HostError) -> (found: PersonFound, others: [Member]) {
        var spoken: [String: Set<String>] = [:]
        for entry in whole.entries {
            guard let id = entry.by else { continue }
            spoken[id, default: []].insert(entry.name)
        }
        let people = whole.state.discussion.people
        let found = try PersonFound(who, in: whole.state.discussion, spoken: spoken, room: whole.summary.room)
        let others = people.ids.filter { $0 != found.member }.map { people[$0] }
        return (found, others)
    }

    /// Lists what others said that would change, or that may have to: no program knows every name and every quotation.
    private func judge(
        _ report: inout ErasureReport, _ whole: WholeTranscript, _ remains: [Entry], _ erasing: Erasing,
        _ found: PersonFound
    ) {
        func isOwn(_ entry: Entry) -> Bool {
            guard let id = entry.by else { return false }
            return found.ids.contains(id)
                || found.member != nil && whole.state.discussion.people.find(actor: id) == found.member
        }
        let kept = Dictionary(remains.map { ($0.number, $0.words) }, uniquingKeysWith: { first, _ in first })
        for entry in whole.entries where entry.direction == .heard && !isOwn(entry) {
            let becomes = kept[entry.number] ?? entry.words
            let isPrivate = entry.to != nil
            let speaker = isPrivate ? SpeakerAttribution.nameless : whole.state.attribution.speaker(of: entry)
            let change = ErasureReport.Change(
                number: entry.number, speaker: speaker, words: isPrivate ? nil : entry.shownWords,
                becomes: isPrivate ? nil : becomes)
            if becomes != entry.words { report.changes.append(change) }
            if erasing.isDoubtful(becomes) { report.doubtful.append(change) }
        }
    }

    private func remains(_ whole: WholeTranscript, _ erasing: inout Erasing) throws(HostError) -> [Entry] {
        try walk(whole.entries, whole) { entry, heard, before in erasing.learn(entry, heard, before) }
        var remains: [Entry] = []
        try walk(whole.entries, whole) { entry, heard, before in
            if let kept = erasing.remains(of: entry, heard, before) { remains.append(kept) }
        }
        return remains
    }

    /// Hears the entries again, one by one, and shows each with the discussion as it was before it.
    @discardableResult
    private func walk(
        _ entries: [Entry], _ whole: WholeTranscript, _ body: (Entry, Heard?, Discussion) -> Void
    ) throws(HostError) -> RoomState {
        var state = RoomState(room: whole.summary.room, log: whole.summary.log, framework: Library.builtIn)
        for entry in entries {
            var heard: Heard?
            if entry.direction == .heard { heard = try RoomState.heard(entry, framework: framework(hash:)) }
            body(entry, heard, state.discussion)
            try state.replay(entry, framework: framework(hash:))
        }
        return state
    }

    /// Where the transcript comes to another result when only this stays.
    private func difference(_ whole: WholeTranscript, _ remains: [Entry]) throws(HostError) -> String? {
        var entries = whole.entries
        for var kept in remains {
            kept.erased = true
            entries[kept.number - 1] = kept
        }
        let after = try walk(entries, whole) { _, _, _ in }
        return RecordSkeleton.difference(whole.state.record.json, after.record.json)
    }

    // MARK: Writing

    private func amendment(
        _ whole: WholeTranscript, _ remains: [Entry], words: String, because: String
    ) throws(HostError) -> Amendment {
        let known = try storage { () throws(StoreError) in try store.keySecret(of: whole.summary.room) }
        let secret = known ?? KeySecret()
        var amended: [AmendedEntry] = []
        for kept in remains { amended.append(AmendedEntry(try withKeyKnown(kept, whole, secret))) }
        var acts: [PendingEntry] = []
        var rest = amended[...]
        repeat {
            let listed = rest.prefix(RoomHost.listedMax)
            rest = rest.dropFirst(listed.count)
            // The numbers once more, for those who are told of the act and posted the words.
            let details = JSONEmitter(.compact).text([
                ErasureList.numbersField: .array(listed.map { .integer($0.entry.number) }),
                ErasureList.field: ErasureList.json(Array(listed)),
            ])
            acts.append(
                act(whole.state, after: acts.count, words: acts.isEmpty ? words : PrivacyWords.continued, details))
        } while !rest.isEmpty
        var amendment = Amendment(room: whole.summary.room, acts: acts)
        amendment.entries = amended
        amendment.because = because
        if known == nil { amendment.keySecret = secret }
        return amendment
    }

    /// Whoever was not answered sends a command again under its key, however long after: it must not be kept a second time.
    private func withKeyKnown(
        _ kept: Entry, _ whole: WholeTranscript, _ secret: KeySecret
    ) throws(HostError) -> Entry {
        let was = whole.entries[kept.number - 1]
        guard let key = was.key else { return kept }
        let page = try storage { () throws(StoreError) in
            try store.sealedEntries(in: was.room, after: was.number - 1, limit: 1)
        }
        guard let sealed = page.first, sealed.entry.number == was.number else { return kept }
        var remains = KeyRemains(sealed, secret: secret)
        if kept.key != key || kept.principal != was.principal { remains.lose(key, of: was.principal) }
        var kept = kept
        kept.details = remains.added(to: kept.details)
        return kept
    }

    /// The report, with what comes out differently: looked for last, because in a room where people talk there is little
    /// time between the looking and the writing.
    private func finished(_ plan: ErasurePlan) throws(HostError) -> ErasureReport {
        var report = plan.report
        report.difference = try difference(plan.whole, plan.remains)
        return report
    }

    /// A line of the bot that tells of an act of whoever keeps the transcript.
    func act(_ state: RoomState, after count: Int = 0, words: String, _ details: String = "") -> PendingEntry {
        let now = clock.now()
        var entry = Entry(
            room: state.room, number: state.head + 1 + count, session: state.discussion.session.number,
            at: now.isoWithMilliseconds, today: Clock.date(at: now, in: state.discussion.setup.zone).iso,
            direction: .said,
            words: words)
        entry.details = details
        return PendingEntry(entry, log: state.log)
    }
}

/// A record without its words: every count, outcome, stage and number, to see that an erasure changed none of them.
enum RecordSkeleton {
    private static let kept: Set<String> = [
        "outcome", "status", "stage", "confidence", "pattern", "mode", "level", "stance", "kind", "due", "meeting",
        "attribution", "role", "assurance", "horizon", "progress", "id", "aim", "on",
    ]

    /// Who is who, and what an act of erasure adds itself.
    private static let other: Set<String> = ["head", "members", "erased"]

    private static func byStage(_ ratings: [JSONValue]) -> [JSONValue] {
        func key(_ rating: JSONValue) -> String {
            let evidence = rating["evidence"]?.string?.isEmpty == false
            return "\(rating["stage"]?.string ?? "") \(rating["confidence"]?.string ?? "") \(evidence) "
                + JSONEmitter(.compact).text(rating["entries"] ?? .null)
        }
        return ratings.sorted { key($0) < key($1) }
    }

    /// The place of the first difference, such as `areas.0.decisions.0.outcome`; nil when there is none.
    static func difference(_ was: JSONValue, _ now: JSONValue, at place: String = "", name: String = "") -> String? {
        func inside(_ name: String) -> String { place.isEmpty ? name : place + "." + name }
        switch (was, now) {
        case (.object(let was), .object(let now)):
            for key in Set(was.keys).union(now.keys).subtracting(other).sorted() {
                guard let left = was[key], let right = now[key] else { return inside(key) }
                if let found = difference(left, right, at: inside(key), name: key) { return found }
            }
            return nil
        case (.array(let was), .array(let now)):
            guard was.count == now.count else { return place }
            // Ratings stand in the order of their words, so that it tells nobody who gave which.
            let (was, now) = name == "ratings" ? (byStage(was), byStage(now)) : (was, now)
            for (index, pair) in zip(was, now).enumerated() {
                if let found = difference(pair.0, pair.1, at: inside(String(index)), name: name) { return found }
            }
            return nil
        case (.string(let was), .string(let now)):
            return (kept.contains(name) ? was == now : was.isEmpty == now.isEmpty) ? nil : place
        default: return was == now ? nil : place
        }
    }
}
