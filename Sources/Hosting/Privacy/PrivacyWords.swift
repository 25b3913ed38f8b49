import Facilitation
import Transcript

/// What the transcript itself says of an act of privacy. Never whose words went.
enum PrivacyWords {
    static func redacted(_ numbers: [Int], because: String) -> String {
        let entries = list(numbers)
        let verb = numbers.count == 1 ? "words of entry \(entries) were" : "words of entries \(entries) were"
        return "The \(verb) taken out by whoever keeps this transcript\(reason(because)) "
            + "Its place, its numbers and who spoke stay."
    }

    static func personErased(_ pseudonym: String, entries: Int, because: String) -> String {
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        return "Somebody was erased from this transcript and is now called \(pseudonym)\(reason(because)) "
            + "Words or a name went from \(count). Every count and every result is as it was."
    }

    static let continued = "More entries of the same erasure are listed with this one."

    static func held(because: String) -> String {
        "This room is on hold\(reason(because)) Nothing of it can be purged until the hold is lifted."
    }

    static func holdLifted(because: String) -> String { "The hold on this room is lifted\(reason(because))" }

    static func retained(_ retention: RoomRetention) -> String {
        "This transcript is kept for \(retention.text) after its last entry."
    }

    private static func reason(_ because: String) -> String {
        because.isEmpty ? "." : ", because: \(because.hasSuffix(".") ? because : because + ".")"
    }

    /// `3, 4 and 9`
    private static func list(_ numbers: [Int]) -> String {
        let words = numbers.sorted().map { "#\($0)" }
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// For how long a room is kept after its last entry.
public struct RoomRetention: Sendable, Hashable {
    /// A hundred years are for ever.
    public static let daysMax = 36_525

    public var days: Int
    /// The owner's name for it; may be empty.
    public var label: String

    public init(days: Int, label: String = "") {
        self.days = max(0, days)
        self.label = label
    }

    /// As the store keeps it: `730 days, board papers`.
    public var text: String {
        let count = days == 1 ? "1 day" : "\(days) days"
        return label.isEmpty ? count : "\(count), \(label)"
    }

    /// From the text; nil when it names no number of days.
    public init?(text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard let days = Int(digits), rest.hasPrefix(" day") else { return nil }
        let label = rest.firstRange(of: ", ").map { String(rest[$0.upperBound...]) } ?? ""
        self.init(days: days, label: label)
    }
}
