import Facilitation
import JSONText
import Transcript

/// Everything that is held about one person, to be given to them: their own words, private ones too, what was said to
/// them, and the lines for the whole room that name them. Other people's private words are not in it.
public struct Disclosure: Sendable {
    public struct Line: Sendable {
        public enum Why: String, Sendable { case own, toThem = "to-them", namesThem = "names-them", setup }
        public var room: String
        public var number: Int
        public var at: String
        public var why: Why
        public var isPrivate: Bool
        public var speaker: String
        public var words: String
        /// What the program made of it, as JSON text; only of their own lines.
        public var reading: String
    }

    /// As they were asked for.
    public var person: String
    public var lines: [Line] = []
    /// Rooms in which something was found, with how long each is kept.
    public var rooms: [(room: String, kept: String)] = []

    public var markdown: String {
        var text = """
            # What is held about \(TranscriptText.visible(person))

            \(lines.count) entries in \(rooms.count == 1 ? "1 room" : "\(rooms.count) rooms"). Private words of other \
            people are not in it. Whoever keeps this store can correct or erase what is here.

            """
        for (room, kept) in rooms {
            text += "\n## Room \(TranscriptText.visible(room))\n\nKept: \(kept).\n\n```text\n"
            for line in lines where line.room == room {
                let words = line.words.split(separator: "\n", omittingEmptySubsequences: false).map {
                    TranscriptText.visible(String($0))
                }
                let mark = line.isPrivate ? " (privately)" : ""
                text +=
                    "[\(line.number)] \(line.at) \(TranscriptText.visible(line.speaker))\(mark): "
                    + words.joined(separator: "\n    ") + "\n"
            }
            text += "```\n"
        }
        return text
    }

    public var ndjson: String {
        lines.map { line in
            var fields: [String: JSONValue] = [
                "room": .string(line.room), "number": .integer(line.number), "at": .string(line.at),
                "why": .string(line.why.rawValue), "private": .bool(line.isPrivate), "speaker": .string(line.speaker),
                "words": .string(line.words),
            ]
            if !line.reading.isEmpty { fields["reading"] = .string(line.reading) }
            return JSONEmitter(.compact).text(.object(fields)) + "\n"
        }.joined()
    }
}

extension RoomHost {
    /// - Parameters:
    ///   - who: an id, or a whole name.
    ///   - rooms: where to look.
    public func disclosure(about who: String, in rooms: [String]) throws(HostError) -> Disclosure {
        var disclosure = Disclosure(person: who)
        for room in rooms {
            let whole = try wholeTranscript(room)
            let (found, others) = try person(who, whole)
            // A single word that is nobody's name here is any word, and who says it may be anybody.
            guard found.isKnown || WordTokens.of(who).count > 1 else { continue }
            let mask = NameMask(
                names: found.names, ids: found.ids, others: others.map(\.name), pseudonym: "\u{1A}",
                maskParts: found.isKnown)
            let numbered = Dictionary(whole.entries.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            let lines = whole.entries.compactMap { entry in
                Disclosure.line(
                    entry, answering: entry.answers.flatMap { numbered[$0] }, found, mask, whole.state.attribution,
                    whole.state.discussion)
            }
            guard !lines.isEmpty else { continue }
            disclosure.lines += lines
            let retention = try retention(of: room)
            let kept = retention.map { "for \($0.text) after the last entry" } ?? "until somebody says how long"
            disclosure.rooms.append((room, kept + (whole.summary.hold ? "; on hold" : "")))
        }
        return disclosure
    }
}

extension Disclosure {
    fileprivate static func line(
        _ entry: Entry, answering line: Entry?, _ found: PersonFound, _ mask: NameMask,
        _ attribution: SpeakerAttribution, _ discussion: Discussion
    ) -> Line? {
        func isThem(_ id: String?) -> Bool {
            guard let id else { return false }
            return found.ids.contains(id) || found.member != nil && discussion.people.find(actor: id) == found.member
        }
        let why: Line.Why
        if entry.direction == .heard, isThem(entry.by) {
            why = .own
        } else if entry.direction == .said, isThem(entry.to) {
            why = .toThem
        } else if entry.to == nil, entry.reading.contains("\"setup\""), mask.masked(entry.reading) != entry.reading {
            why = .setup
        } else if entry.to == nil, mask.masked(entry.words) != entry.words {
            why = .namesThem
        } else {
            return nil
        }
        let speaker = why == .own ? entry.speaker : attribution.speaker(of: entry)
        var words = why == .setup ? membership(found, discussion) : entry.shownWords
        if why == .toThem, let line, !isThem(line.by), isPrivateWord(line) {
            words = "(private words of somebody else, not shown)"
        }
        return Line(
            room: entry.room, number: entry.number, at: entry.at, why: why, isPrivate: entry.to != nil,
            speaker: speaker, words: words, reading: why == .own ? entry.reading : "")
    }

    /// Whether the bot passed these words on to the facilitators, and to nobody else.
    private static func isPrivateWord(_ entry: Entry) -> Bool {
        let readings = (try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? []
        return entry.to != nil && readings.contains { $0["name"]?.string == EventKind.toldPrivately.rawValue }
    }

    /// What the list of members says of them.
    private static func membership(_ found: PersonFound, _ discussion: Discussion) -> String {
        let planned = discussion.setup.members.first { member in
            member.id.map(found.ids.contains) == true
                || found.names.contains { Names.fold($0) == Names.fold(member.name) }
        }
        guard let planned else { return "(The set-up names them.)" }
        let parts = [
            ("name", planned.name), ("id", planned.id ?? ""), ("organisation", planned.organisation),
            ("sector", planned.sector), ("place", planned.place), ("capacity", planned.capacity.rawValue),
            ("role", planned.role.rawValue),
        ]
        return "In the list of members: "
            + parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
    }
}
