/// For how long a transcript is kept after the last line that a person wrote.
public struct Retention: Sendable, Hashable {
    /// The most days that can be asked for: a hundred years are for ever.
    public static let daysMax = 36_525

    /// The owner's name for it; may be empty.
    public var label: String
    public var days: Int

    public init(label: String = "", days: Int) {
        self.label = label
        self.days = days
    }

    /// As a store keeps it, and as people are told: `730 days, board papers`.
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
        self.init(label: label, days: days)
    }
}
