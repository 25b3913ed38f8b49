import Facilitation
import Frameworks
import JSONText
import Transcript

/// The transcript as people read it, and as `replay` reads it back: the set-up, then one numbered line an entry, further
/// lines indented, then how lines were understood that cannot be read again as they stand. What attribution hides is not
/// in it, and nothing private is but ratings that a reveal has opened.
struct ReadableTranscript {
    private let discussion: Discussion
    private let summary: RoomSummary
    private let opened: OpenedRatings
    private let attribution: SpeakerAttribution
    private let mask: ChathamHouseMask
    /// Lines so far whose speaker is kept back: what the bot says to them would name who spoke.
    private var nameless: Set<Int> = []
    /// Lines so far by which the keyboard went to somebody who is not to be named.
    private var handed: Set<Int> = []
    /// Lines so far of which the words are kept back.
    private var withheld: Set<Int> = []
    /// How lines so far were understood that cannot be read again as they stand, by their numbers.
    private var understood: [String: JSONValue] = [:]

    /// - Parameter earlier: the discussion as it was at the end of each session before this one: ratings that were
    ///   revealed then are read from there.
    init(_ state: RoomState, earlier: [Discussion], summary: RoomSummary) {
        discussion = state.discussion
        attribution = state.attribution
        self.summary = summary
        mask = ChathamHouseMask(state)
        opened = OpenedRatings(earlier + [state.discussion])
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

    var tail: String {
        guard !understood.isEmpty else { return "```\n" }
        return """
            ```

            How lines were understood of which words were taken out, or which changed a rating whose first words are not \
            shown, by their numbers, so that the talk can be played again:

            ```json readings
            \(JSONEmitter(.compact).text(.object(understood)))
            ```

            """
    }

    mutating func lines(_ entry: Entry) -> String {
        keepReading(of: entry)
        let speaker = speaker(entry)
        let words = words(of: entry) ?? TranscriptText.notShown
        let text = words.split(separator: "\n", omittingEmptySubsequences: false).map {
            TranscriptText.visible(String($0))
        }
        return "[\(entry.number)] \(speaker): \(text.joined(separator: "\n    "))\n"
    }

    /// The words as they may be shown, for one entry after the other; nil where they are kept back.
    mutating func words(of entry: Entry) -> String? {
        if attribution.hidesSpeakerInFiles(of: entry) { nameless.insert(entry.number) }
        if isHidden(entry) { return nil }
        let hidesNames = discussion.setup.attribution != .named
        if passesKeyboard(entry) {
            handed.insert(entry.number)
            return withoutHolder(entry.shownWords)
        }
        guard entry.direction == .said else {
            // Somebody who is not named may have named themselves.
            return hidesNames && nameless.contains(entry.number)
                ? mask.withoutPeople(entry.shownWords) : entry.shownWords
        }
        let isToNameless = entry.answers.map(nameless.contains) ?? false
        if isToNameless || hidesNames && LineDetails(json: entry.details).asks != nil {
            return mask.masked(entry.shownWords, saidByBot: true)
        }
        guard hidesNames else { return entry.shownWords }
        if let line = entry.answers, handed.contains(line) { return mask.withoutPeople(entry.shownWords) }
        let lines = entry.shownWords.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.map { botLine($0) }.joined(separator: "\n")
    }

    /// Whether the line hands the keyboard to somebody, where ratings carry no names: right after it stands what they rated.
    private func passesKeyboard(_ entry: Entry) -> Bool {
        discussion.setup.attribution != .named && entry.direction == .heard
            && entry.reading.contains("\"name\":\"\(EventKind.handPassed.rawValue)\"")
    }

    /// Of a command only its name is left: people may be named by a part of their name, or by a number.
    private func withoutHolder(_ words: String) -> String {
        guard words.hasPrefix("/") else { return mask.withoutPeople(words) }
        return "\(words.prefix { !$0.isWhitespace }) \(ChathamHouseMask.member)"
    }

    /// Of few people, those who have not spoken tell who has. What is repeated was said by somebody without a name.
    private func botLine(_ line: String) -> String {
        if Phrasebook.listsSilent(line) { return mask.masked(line, saidByBot: true) }
        return discussion.setup.attribution == .chathamHouse ? mask.withoutPeopleInRepetitions(line) : line
    }

    /// What a line says need not say what it did: its words may have gone, or it changes words that are not shown. How it
    /// was understood does, and holds none of them. Of a line whose words or speaker are kept back, that is kept back too.
    private mutating func keepReading(of entry: Entry) {
        guard entry.direction == .heard else { return }
        if isHidden(entry) { withheld.insert(entry.number) }
        guard !isHidden(entry), !attribution.hidesSpeakerInFiles(of: entry) else { return }
        if let change = opened.changes[entry.number], withheld.contains(change.of) {
            understood[String(entry.number)] = .array([Reading(change.rating, .plain).json])
            return
        }
        guard entry.erased, !passesKeyboard(entry) else { return }
        let isDeclined = Reply(repeating: entry)?.declined != nil
        let readings: [JSONValue] =
            isDeclined ? [] : (try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? []
        // What an opening sets up stands at the beginning.
        guard !readings.contains(where: { $0["setup"] != nil }) else { return }
        understood[String(entry.number)] = .array(readings)
    }

    /// Whether the words are kept back: they are private, and no reveal has opened them.
    private func isHidden(_ entry: Entry) -> Bool { entry.to != nil && !opened.lines.contains(entry.number) }

    func speaker(_ entry: Entry) -> String {
        // Whose words are not shown is not shown either: otherwise the file would tell who has rated already.
        let isNameless = entry.direction == .heard && isHidden(entry)
        let speaker = isNameless ? SpeakerAttribution.nameless : attribution.speaker(of: entry)
        return TranscriptText.visible(speaker) + (entry.to == nil ? "" : " (privately)")
    }
}

/// Private lines that a reveal has opened: those with the words that count. Words that their author replaced before it
/// stay private for ever.
private struct OpenedRatings {
    private(set) var lines: Set<Int> = []
    /// Lines by which somebody changed their rating before the reveal: which rating, and what it is since.
    private(set) var changes: [Int: (of: Int, rating: Event)] = [:]

    init(_ discussions: [Discussion]) {
        for discussion in discussions {
            let corrections = Dictionary(
                discussion.corrections.map { ($0.entry, $0.entries) }, uniquingKeysWith: { $0 + $1 })
            for area in discussion.areas.values {
                for gauge in area.gauges { open(gauge, of: area.id, corrections) }
            }
        }
    }

    private mutating func open(_ gauge: Gauge, of area: String, _ corrections: [Int: [Int]]) {
        guard let reveal = gauge.reveal?.entry else { return }
        for rating in gauge.ratings + gauge.late {
            let lines = corrections[rating.entry] ?? []
            let last = lines.last { $0 < reveal }
            self.lines.insert(last ?? rating.entry)
            if let last { changes[last] = (of: rating.entry, rating: OpenedRatings.event(rating, gauge, area)) }
            if let later = lines.last(where: { $0 > reveal }) { self.lines.insert(later) }
        }
    }

    private static func event(_ rating: Rating, _ gauge: Gauge, _ area: String) -> Event {
        gauge.isBeforehand
            ? .areaRated(
                area: area, stage: rating.stage, confidence: rating.confidence, evidence: rating.evidence,
                ambition: rating.ambition)
            : .rated(stage: rating.stage, confidence: rating.confidence, evidence: rating.evidence)
    }
}

/// Words in a readable file: nothing in them is obeyed by a terminal, nothing ends the fence they stand in.
public enum TranscriptText {
    /// Stands for words that are kept back.
    public static let notShown = "(private, not shown)"

    /// Line breaks stay.
    static func visibleLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
            .joined(separator: "\n")
    }

    static func visible(_ text: String) -> String {
        HiddenCharacters.shown(text, digits: 1).replacing("```", with: "'''")
    }
}
