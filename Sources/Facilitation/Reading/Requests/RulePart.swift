/// One part of the rule of agreement.
public enum RulePart: Sendable, Hashable {
    case tolerance(Tolerance)
    case quorum(Quorum)
    case majority(Bool)

    /// From `tolerance 2`, `quorum half` or `majority off`.
    public init?(words: String) {
        let parts = words.lowercased().split { $0 == " " || $0 == ":" || $0 == "=" }.map(String.init)
        guard parts.count >= 2 else { return nil }
        let value = parts.dropFirst().joined(separator: " ")
        switch parts[0] {
        case "tolerance":
            if value == Tolerance.randWords || value == "default" {
                self = .tolerance(.rand)
            } else if let number = Int(value), (0...Participants.membersMax).contains(number) {
                self = .tolerance(.fixed(number))
            } else {
                return nil
            }
        case "quorum":
            guard let quorum = Quorum(word: value.replacing(" ", with: "-")) else { return nil }
            self = .quorum(quorum)
        case "majority":
            switch value {
            case "on", "yes", "true": self = .majority(true)
            case "off", "no", "false": self = .majority(false)
            default: return nil
            }
        default: return nil
        }
    }

    /// The words that read back as this.
    public var words: String {
        switch self {
        case .tolerance(.rand): "tolerance default"
        case .tolerance(.fixed(let number)): "tolerance \(number)"
        case .quorum(let quorum): "quorum \(quorum.word)"
        case .majority(let isAllowed): "majority \(isAllowed ? "on" : "off")"
        }
    }
}
