/// A sentence or a heading that a partnership may put in its own words. What the record says, such as outcomes, counts and
/// quotations, is not among them.
public enum WordingKey: String, Sendable, CaseIterable {
    case openingFormal = "opening-formal"
    case openingDevelopment = "opening-development"
    case noDecisions = "no-decisions"
    case stillOpen = "still-open"
    case entriesNote = "entries-note"
    case chathamHouse = "chatham-house"
    case anonymousGauge = "anonymous-gauge"
    case silence
    case rule
    case askNote = "ask-note"
    case askConsider = "ask-consider"
    case askOwner = "ask-owner"
    case askReturn = "ask-return"
    case membersCheck = "members-check"
    case toFormalMeeting = "to-formal-meeting"
    case headingBrief = "heading-in-brief"
    case headingPresent = "heading-present"
    case headingInterests = "heading-interests"
    case headingAsked = "heading-asked"
    case headingUnknown = "heading-not-known"
    case headingSteps = "heading-next-steps"
    case headingRule = "heading-rule"
    case headingDecisions = "heading-decision-log"
    case headingActions = "heading-action-log"

    /// The words as they come, with slots such as `{day}`, and without the full stop.
    public var standard: String {
        switch self {
        case .openingFormal: "Draft record of a formal meeting on {day}, for members to check"
        case .openingDevelopment: "Draft record of a development session on {day}, for members to check"
        case .noDecisions: "A development session takes no decisions: what it supports goes to a formal meeting"
        case .stillOpen: "The session is not closed, so this may still change"
        case .entriesNote:
            "Numbers in square brackets are the entries of the transcript that a sentence rests on"
        case .chathamHouse:
            "The Chatham House Rule applied: what was said is shown without speaker or entry number"
        case .anonymousGauge: "Ratings were anonymous, so they are shown as counts only"
        case .silence: "Silence was not taken as a yes: only the answers that people gave are counted"
        case .rule: "The rule of agreement, fixed before the first rating: {rule}"
        case .askNote: "Note {item}: {text}"
        case .askConsider: "Consider {item}: {text}"
        case .askOwner: "Find who will answer for {item}"
        case .askReturn: "Say when to come back to {item}"
        case .membersCheck: "Members check this draft and correct what is wrong"
        case .toFormalMeeting: "Put what is supported here to a formal meeting"
        case .headingBrief: "In brief"
        case .headingPresent: "Present and apologies"
        case .headingInterests: "Interests declared"
        case .headingAsked: "What the board is asked to do"
        case .headingUnknown: "What is not yet known"
        case .headingSteps: "Next steps"
        case .headingRule: "How agreement was tested"
        case .headingDecisions: "Decision log"
        case .headingActions: "Action log"
        }
    }

    /// The names of the slots; other words must have each of them once.
    public var slots: [String] {
        TemplateText.pieces(of: standard).compactMap { if case .slot(let name) = $0 { name } else { nil } }
    }

    public var isHeading: Bool { rawValue.hasPrefix("heading-") }
}

/// Words with named slots in braces.
public enum TemplateText {
    public enum Piece: Sendable, Hashable {
        case words(String)
        case slot(String)
    }

    /// Braces that are not closed are words.
    public static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            pieces.append(.slot(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }
}

/// A partnership's own words for some of the sentences; the others stay as they are. The checker reads the draft
/// afterwards, so that own words cannot say more than the record.
public struct DraftWording: Sendable, Hashable {
    public static let standard = DraftWording([:])
    private let words: [WordingKey: String]

    public init(_ words: [WordingKey: String]) { self.words = words }

    /// Every key with its words, as a YAML file that can be changed.
    public static var template: String {
        let head =
            "# Words in braces are filled in; keep each of them. Leave a line out to keep the words as they are.\n"
        return WordingKey.allCases.reduce(into: head) { $0 += "\($1.rawValue): \"\($1.standard)\"\n" }
    }

    func parts(_ use: SentenceTemplate) -> [Sentence.Part]? {
        guard var text = words[use.key] else { return nil }
        // The sentence brings its full stop.
        if text.hasSuffix(".") { text.removeLast() }
        return use.parts(of: text)
    }

    func heading(_ heading: String) -> String {
        guard !words.isEmpty else { return heading }
        // Minutes number their headings.
        let digits = heading.prefix(while: \.isNumber)
        let number = !digits.isEmpty && heading.dropFirst(digits.count).hasPrefix(". ") ? digits + ". " : ""
        let name = heading.dropFirst(number.count)
        guard let key = WordingKey.allCases.first(where: { $0.isHeading && $0.standard == name }),
            let words = words[key]
        else { return heading }
        return number + words
    }
}

/// The sentence of a key, and what stands in its slots.
public struct SentenceTemplate: Sendable, Hashable {
    var key: WordingKey
    var slots: [String: Sentence.Part]

    func parts(of text: String) -> [Sentence.Part] {
        TemplateText.pieces(of: text).map { piece in
            switch piece {
            case .words(let words): .text(words)
            case .slot(let name): slots[name] ?? .text("{\(name)}")
            }
        }
    }
}

extension Sentence {
    init(_ key: WordingKey, _ slots: [String: Part] = [:], entries: [Int] = []) {
        let template = SentenceTemplate(key: key, slots: slots)
        self.init(template.parts(of: key.standard), entries: entries)
        self.template = template
    }

    fileprivate func reworded(by wording: DraftWording) -> Sentence {
        guard let parts = template.flatMap(wording.parts) else { return self }
        var sentence = self
        sentence.parts = parts
        return sentence
    }
}

extension Draft {
    /// The draft in a partnership's own words.
    public func reworded(by wording: DraftWording) -> Draft {
        guard wording != .standard else { return self }
        var draft = self
        for index in draft.sections.indices {
            draft.sections[index].heading = wording.heading(draft.sections[index].heading)
            draft.sections[index].blocks = draft.sections[index].blocks.map { block in
                switch block {
                case .paragraph(let sentences): .paragraph(sentences.map { $0.reworded(by: wording) })
                case .list(let items):
                    .list(
                        items.map { item in
                            DraftItem(
                                item.sentence.reworded(by: wording),
                                details: item.details.map { $0.reworded(by: wording) })
                        })
                case .table: block
                }
            }
        }
        return draft
    }
}
