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

    static func retained(_ retention: Retention) -> String {
        "This transcript is kept for \(retention.text) after the last line that a person wrote."
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
