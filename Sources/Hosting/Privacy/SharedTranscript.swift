import Facilitation
import Frameworks
import JSONText
import Reports
import Transcript

/// What an entry may show to others: private words and unrevealed ratings are not in it, nor a speaker whom attribution
/// hides.
public struct SharedEntry: Sendable {
    public var entry: Entry
    /// Nil when the words are withheld.
    public var words: String?
    public var speaker: String
}

/// A transcript as it may be shown.
public struct SharedTranscript: Sendable {
    public enum Layout: String, Sendable, CaseIterable { case ndjson, csv }

    public var room: RoomSummary
    public var entries: [SharedEntry]
    /// How many entries keep their words back.
    public var withheld: Int { entries.count { $0.words == nil } }

    /// Under the Chatham House Rule no names and no organisations.
    public func text(as layout: Layout) -> String {
        switch layout {
        case .ndjson: ndjson
        case .csv: csv
        }
    }

    private var ndjson: String {
        let emitter = JSONEmitter(.compact)
        var lines = [
            emitter.text([
                "format": "commonground.shared", "version": 1, "room": .string(room.room), "head": .integer(room.head),
                "headHash": .string(room.headHash), "withheld": .integer(withheld),
            ])
        ]
        for shared in entries {
            let entry = shared.entry
            var fields: [String: JSONValue] = [
                "number": .integer(entry.number), "session": .integer(entry.session), "at": .string(entry.at),
                "direction": .string(entry.direction.rawValue),
            ]
            fields["answers"] = entry.answers.map(JSONValue.integer)
            fields["speaker"] = .string(shared.speaker)
            fields["words"] = shared.words.map(JSONValue.string)
            if shared.words == nil { fields["withheld"] = true }
            if entry.to != nil { fields["private"] = true }
            if entry.erased { fields["erased"] = true }
            lines.append(emitter.text(.object(fields)))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var csv: String {
        let columns = ["number", "session", "at", "speaker", "private", "words", "erased"]
        return CSVWriter.record(columns)
            + entries.map { shared in
                let words = shared.words.map(TranscriptText.visibleLines) ?? "(private, not shown)"
                return CSVWriter.record(
                    [
                        String(shared.entry.number), String(shared.entry.session), shared.entry.at, shared.speaker,
                        shared.entry.to == nil ? "" : "yes", words, shared.entry.erased ? "yes" : "",
                    ].map(CSVWriter.harmless))
            }.joined()
    }
}

extension RoomSnapshot {
    /// - Parameter isChathamHouse: without any name or organisation, whatever the room's own rule is.
    public func sharedTranscript(isChathamHouse: Bool = false) throws(HostError) -> SharedTranscript {
        var readable = try readable()
        let mask = isChathamHouse ? ChathamHouseMask(state.discussion, typed: try typedNames()) : nil
        var room = summary
        if let mask { room.room = mask.masked(room.room, saidByBot: false) }
        var shared = SharedTranscript(room: room, entries: [])
        try storage { () throws(StoreError) in
            try replaying.store.forEachEntry(in: state.room) { entry in
                guard entry.number <= summary.head else { return false }
                var words = readable.words(of: entry)
                if let mask { words = words.map { mask.masked($0, saidByBot: entry.direction == .said) } }
                let speaker = mask?.speaker(of: entry) ?? readable.speaker(entry)
                shared.entries.append(SharedEntry(entry: entry, words: words, speaker: speaker))
                return true
            }
        }
        return shared
    }

    /// Names under which somebody spoke without having joined.
    private func typedNames() throws(HostError) -> [String] {
        var ids: Set<String> = []
        try storage { () throws(StoreError) in
            try replaying.store.forEachEntry(in: state.room) { entry in
                if let id = entry.by, state.discussion.people.find(actor: id) == nil { ids.insert(id) }
                return true
            }
        }
        return ids.compactMap(PersonFound.typedName).sorted()
    }

    /// The transcript under the Chatham House Rule, to be read: what was said, and no name or organisation.
    public func chathamHouseTranscript() throws(HostError) -> String {
        let shared = try sharedTranscript(isChathamHouse: true)
        var text = """
            # Transcript under the Chatham House Rule

            \(shared.room.head) entries. Names and organisations are left out; so are private words.

            ```text

            """
        for line in shared.entries {
            let words = (line.words ?? "(private, not shown)").split(separator: "\n", omittingEmptySubsequences: false)
                .map { TranscriptText.visible(String($0)) }
            text += "[\(line.entry.number)] \(line.speaker): \(words.joined(separator: "\n    "))\n"
        }
        return text + "```\n"
    }
}

/// Takes everybody's name, and every organisation, out of texts. A sector that has one member names them too.
struct ChathamHouseMask {
    private let people: [NameMask]
    private let organisations: [NameMask]
    private let loneSectors: [NameMask]
    private let facilitators: Set<String>

    init(_ discussion: Discussion, typed: [String]) {
        let list = discussion.people.list
        let members = list.map { member in
            NameMask(
                names: [member.name], ids: [member.id], others: [],
                pseudonym: member.role == .facilitator ? "the facilitator" : "a member")
        }
        let strangers = typed.map { NameMask(names: [$0], ids: [], others: [], pseudonym: "a member") }
        let named = Set(list.map(\.organisation).filter { !$0.isEmpty })
        people = members + strangers
        organisations = named.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map {
            NameMask(names: [$0], ids: [], others: [], pseudonym: "an organisation", maskParts: false)
        }
        let sectors = Dictionary(grouping: list.filter(\.votes).map(\.sector).filter { !$0.isEmpty }) { $0 }
        loneSectors = sectors.filter { $0.value.count == 1 }.keys.sorted().map {
            NameMask(names: [$0], ids: [], others: [], pseudonym: "one sector", maskParts: false)
        }
        facilitators = Set(list.filter { $0.role == .facilitator }.map(\.id))
    }

    func speaker(of entry: Entry) -> String {
        if entry.direction == .said { return "Common Ground" }
        return entry.by.map(facilitators.contains) == true ? "The facilitator" : "A member"
    }

    func masked(_ text: String, saidByBot: Bool) -> String {
        var text = text
        for mask in people { text = mask.masked(text) }
        for mask in organisations { text = mask.masked(text) }
        // In what people say a sector is a subject; in the bot's lines it is somebody.
        if saidByBot { for mask in loneSectors { text = mask.masked(text) } }
        return ChathamHouseMask.withOneArticle(text)
    }

    /// "The Hill Trust gave us" becomes "An organisation gave us", without the article of the name.
    private static func withOneArticle(_ text: String) -> String {
        var cuts = TextCuts()
        for words in ["the facilitator", "a member", "an organisation"] {
            for range in text.ranges(of: words) {
                let before = text[..<range.lowerBound].suffix(4).lowercased()
                guard let article = ["the ", "a ", "an "].first(where: { before.hasSuffix($0) }) else {
                    continue
                }
                let start = text.index(range.lowerBound, offsetBy: -article.count)
                guard start == text.startIndex || !text[text.index(before: start)].isLetter else { continue }
                let capital = words.prefix(1).uppercased() + words.dropFirst()
                cuts.add(start..<range.upperBound, by: text[start].isUppercase ? capital : words)
            }
        }
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }
}
