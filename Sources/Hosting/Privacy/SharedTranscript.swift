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
    /// What an NDJSON file of it says first.
    public static let format = "commonground.shared"

    public enum Layout: String, Sendable, CaseIterable { case ndjson, csv }

    public var room: RoomSummary
    public var entries: [SharedEntry]
    /// How many entries keep their words back.
    public var withheld: Int { entries.count { $0.words == nil } }

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
                "format": .string(SharedTranscript.format), "version": 1, "room": .string(room.room),
                "head": .integer(room.head), "headHash": .string(room.headHash), "withheld": .integer(withheld),
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
                let words = shared.words.map(TranscriptText.visibleLines) ?? TranscriptText.notShown
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
        let mask = isChathamHouse ? ChathamHouseMask(state) : nil
        var room = summary
        if let mask { room.room = mask.masked(room.room, saidByBot: false) }
        var shared = SharedTranscript(room: room, entries: [])
        try storage { () throws(StoreError) in
            try replaying.store.forEachEntry(in: state.room) { entry in
                guard entry.number <= summary.head else { return false }
                var words = readable.words(of: entry)
                if let mask { words = words.map { mask.masked($0, saidByBot: entry.direction == .said) } }
                let speaker =
                    isChathamHouse ? state.attribution.speakerUnderChathamHouse(of: entry) : readable.speaker(entry)
                shared.entries.append(SharedEntry(entry: entry, words: words, speaker: speaker))
                return true
            }
        }
        return shared
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
            let words = (line.words ?? TranscriptText.notShown).split(separator: "\n", omittingEmptySubsequences: false)
                .map { TranscriptText.visible(String($0)) }
            text += "[\(line.entry.number)] \(line.speaker): \(words.joined(separator: "\n    "))\n"
        }
        return text + "```\n"
    }
}
