import JSONText

extension Refusal {
    /// Which field of an operation is refused: of those that could hold it, the one whose words are named, or else the
    /// first that was sent. Nil where it is about no field.
    public func field(of operation: String, _ fields: [String: JSONValue]) -> String? {
        guard code == .badField || isAboutEntry else { return nil }
        // Whether a line is private belongs to every operation.
        if self == .needsTheRoom { return "private" }
        let known = CommandTable.find(operation)?.parameters.map(\.name) ?? []
        let meant = fieldsMeant.filter { known.contains($0) }
        let named = words.flatMap { words in meant.first { fields[$0]?.string == words } }
        return named ?? meant.first { fields[$0] != nil } ?? meant.first
    }

    /// Whether it is refused for what the entry is that a command names.
    private var isAboutEntry: Bool {
        switch self {
        case .notYours, .nothingToChange: true
        default: false
        }
    }

    /// The words that it quotes.
    private var words: String? {
        switch self {
        case .unknownMember(let words), .severalMembers(let words, _), .unknownArea(let words, _),
            .severalAreas(let words, _), .unknownStage(let words, _), .badDate(let words), .noSuchObjective(let words):
            words
        default: nil
        }
    }

    /// The parameters that can hold what is refused, the likeliest first.
    private var fieldsMeant: [String] {
        switch self {
        case .unknownMember, .severalMembers: ["names", "name", "owner", "value", "text"]
        case .unknownArea, .severalAreas: ["area", "areas"]
        case .unknownStage: ["stage", "ambition", "text"]
        case .unknownEntry, .notAStatement, .unclearTarget, .whichLine, .notYours, .nothingToChange, .wordsErased:
            ["item", "entry"]
        case .badName: ["name"]
        case .whichObjective, .noSuchObjective: ["item", "objective"]
        case .badDate: ["due", "until", "value", "text"]
        case .evidenceNeeded: ["evidence"]
        case .preparing: ["until"]
        case .emptyText, .badCommand, .wholeSentenceNeeded: ["text", "value"]
        default: []
        }
    }
}
