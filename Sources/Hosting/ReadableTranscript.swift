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
    /// Lines so far whose speaker is kept back: what the bot says to them would name who spoke.
    private var nameless: Set<Int> = []
    /// Nil where every line has its speaker.
    private let mask: ChathamHouseMask?

    /// - Parameter earlier: the discussion as it was at the end of each session before this one: ratings that were
    ///   revealed then are read from there.
    init(discussion: Discussion, earlier: [Discussion], summary: RoomSummary) {
        self.discussion = discussion
        self.summary = summary
        attribution = SpeakerAttribution(discussion: discussion)
        mask = discussion.setup.attribution == .named ? nil : ChathamHouseMask(discussion, typed: [])
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

    mutating func lines(_ entry: Entry) -> String {
        let speaker = speaker(entry)
        let words = words(of: entry) ?? "(private, not shown)"
        let text = words.split(separator: "\n", omittingEmptySubsequences: false).map {
            TranscriptText.visible(String($0))
        }
        return "[\(entry.number)] \(speaker): \(text.joined(separator: "\n    "))\n"
    }

    /// The words as they may be shown, for one entry after the other; nil where they are kept back.
    mutating func words(of entry: Entry) -> String? {
        if attribution.hidesSpeaker(of: entry) { nameless.insert(entry.number) }
        if isHidden(entry) { return nil }
        guard entry.direction == .said, let mask else { return entry.shownWords }
        let isToNameless = entry.answers.map(nameless.contains) ?? false
        if isToNameless || LineDetails(json: entry.details).asks != nil {
            return mask.masked(entry.shownWords, saidByBot: true)
        }
        // Of few people, those who have not spoken tell who has.
        let lines = entry.shownWords.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.map { Phrasebook.listsSilent($0) ? mask.masked($0, saidByBot: true) : $0 }
            .joined(separator: "\n")
    }

    /// Whether the words are kept back: they are private, and no reveal has opened them.
    private func isHidden(_ entry: Entry) -> Bool {
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

/// Whose lines are read without their speaker by others, on every screen and in every file.
public struct SpeakerAttribution {
    let discussion: Discussion

    /// Under the Chatham House Rule everything that is said, except what must carry a name and what a facilitator says.
    /// Somebody who never joined has not agreed to be named either.
    public func hidesSpeaker(of entry: Entry) -> Bool {
        guard entry.direction == .heard, !isFacilitator(entry.by) else { return false }
        switch discussion.setup.attribution {
        case .named: return false
        case .anonymousGauge: return entry.to != nil || kinds(entry).contains("gauge")
        case .chathamHouse:
            return !kinds(entry).allSatisfy(SpeakerAttribution.named.contains) || entry.to != nil
        }
    }

    /// What carries a name under the Chatham House Rule; whoever opens a room may be no person at all.
    private static let named: Set = ["open", "join", "leave", "interest"]

    private func isFacilitator(_ actor: String?) -> Bool {
        guard let actor, let member = discussion.people.find(actor: actor) else { return false }
        return discussion.people[member].role == .facilitator
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
