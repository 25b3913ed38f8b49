import Facilitation
import Frameworks
import JSONText
import Transcript

/// The transcript as people read it, and as `replay` reads it back: the set-up, then one numbered line an entry, further
/// lines indented. What attribution hides is not in it, and nothing private is but ratings that a reveal has opened.
struct ReadableTranscript {
    let discussion: Discussion
    let summary: RoomSummary
    private let shownRatings: Set<Int>
    private let attribution: SpeakerAttribution

    /// - Parameter earlier: the discussion as it was at the end of each session before this one: ratings that were
    ///   revealed then are read from there.
    init(discussion: Discussion, earlier: [Discussion], summary: RoomSummary) {
        self.discussion = discussion
        self.summary = summary
        attribution = SpeakerAttribution(discussion: discussion)
        let areas = (earlier + [discussion]).flatMap(\.areas.values)
        let gauges = areas.flatMap(\.gauges).filter(\.isRevealed)
        shownRatings = Set(gauges.flatMap { ($0.ratings + $0.late).map(\.entry) })
    }

    var head: String {
        let title = discussion.setup.title.isEmpty ? summary.room : discussion.setup.title
        return """
            # Transcript of \(TranscriptText.visible(title))

            Room \(TranscriptText.visible(summary.room)), transcript \(summary.log), \(summary.head) entries.

            ```yaml setup
            \(setupText)
            ```

            ```text

            """
    }

    /// The set-up as a file of its own would have it, without the comments. A framework that is not the built-in
    /// one stands in it whole, because another machine may not have it.
    private var setupText: String {
        let setup = discussion.setup
        let lines = Template.setup(setup).split(separator: "\n").filter { line in
            !line.drop { $0 == " " }.hasPrefix("#")
        }
        guard setup.framework.hash != Library.builtIn.hash else { return lines.joined(separator: "\n") }
        let framework = JSONEmitter(.compact).text(setup.framework.canonicalJSON)
        return lines.map { line in line.hasPrefix("framework: ") ? "framework: \(framework)" : String(line) }
            .joined(separator: "\n")
    }

    var tail: String { "```\n" }

    func lines(_ entry: Entry) -> String {
        let speaker = speaker(entry)
        let words = isHidden(entry) ? "(private, not shown)" : entry.shownWords
        let text = words.split(separator: "\n", omittingEmptySubsequences: false).map {
            TranscriptText.visible(String($0))
        }
        return "[\(entry.number)] \(speaker): \(text.joined(separator: "\n    "))\n"
    }

    /// Whether the words are kept back: they are private, and no reveal has opened them.
    func isHidden(_ entry: Entry) -> Bool {
        guard entry.to != nil else { return false }
        return !shownRatings.contains(entry.number)
    }

    func speaker(_ entry: Entry) -> String {
        let privately = entry.to == nil ? "" : " (privately)"
        guard entry.direction == .heard else { return "Common Ground\(privately)" }
        let name = entry.name.isEmpty ? entry.by ?? "Somebody" : entry.name
        // Whose words are not shown is not shown either: otherwise the file would tell who has rated already.
        let isNameless = isHidden(entry) || attribution.hidesSpeaker(of: entry)
        return (isNameless ? "A member" : TranscriptText.visible(name)) + privately
    }
}

/// Whose lines are read without their speaker by others.
public struct SpeakerAttribution {
    let discussion: Discussion

    /// Under the Chatham House Rule everything that a member says, except what must carry a name.
    public func hidesSpeaker(of entry: Entry) -> Bool {
        guard entry.direction == .heard, let actor = entry.by, let member = discussion.people.find(actor: actor),
            discussion.people[member].role != .facilitator
        else { return false }
        switch discussion.setup.attribution {
        case .named: return false
        case .anonymousGauge: return entry.to != nil || kinds(entry).contains("gauge")
        case .chathamHouse:
            return !kinds(entry).allSatisfy { ["join", "leave", "interest"].contains($0) } || entry.to != nil
        }
    }

    private func kinds(_ entry: Entry) -> [String] {
        let readings = (try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? []
        return readings.isEmpty ? [""] : readings.map { $0["kind"]?.string ?? "" }
    }
}

/// Words in a readable file: nothing in them is obeyed by a terminal, nothing ends the fence they stand in.
enum TranscriptText {
    /// Line breaks stay.
    static func visibleLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
            .joined(separator: "\n")
    }

    static func visible(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            if HiddenCharacters.contains(scalar.value) {
                shown += "⟨\(String(scalar.value, radix: 16, uppercase: true))⟩"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown.replacing("```", with: "'''")
    }
}
