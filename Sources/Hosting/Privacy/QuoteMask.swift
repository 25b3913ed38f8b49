import Facilitation

/// Finds in the lines of others what somebody said, so that their words do not live on in a quotation.
///
/// Two people often say the same few words, so in what people said only long runs of the same words count as a
/// quotation. The bot has no words of its own to lose: in its lines short ones count too.
struct QuoteMask {
    static let erased = "(erased)"
    /// As many words in a row are a quotation.
    private static let runOfPeople = 6
    private static let runOfBot = 4
    /// A whole saying of so many letters is one.
    private static let lettersOfPeople = 16
    private static let lettersOfBot = 5

    private var runs: [Int: Set<String>] = [:]
    /// Whole sayings, by their number of words.
    private var sayings: [Int: Set<String>] = [:]

    mutating func learn(_ text: String) {
        for part in [text[...]] + text.split(whereSeparator: { ".!?;\n".contains($0) }) {
            let words = WordTokens.of(String(part)).map(\.folded)
            guard !words.isEmpty else { continue }
            sayings[words.count, default: []].insert(words.joined(separator: " "))
        }
        let words = WordTokens.of(text).map(\.folded)
        for length in [QuoteMask.runOfBot, QuoteMask.runOfPeople] where words.count >= length {
            for start in 0...(words.count - length) {
                runs[length, default: []].insert(words[start..<start + length].joined(separator: " "))
            }
        }
    }

    func masked(_ text: String, saidByBot: Bool) -> String {
        let tokens = WordTokens.of(text)
        let words = tokens.map(\.folded)
        var cuts = TextCuts()
        func look(_ length: Int, _ known: Set<String>, lettersMin: Int) {
            guard length > 0, words.count >= length else { return }
            for start in 0...(words.count - length) {
                let run = words[start..<start + length].joined(separator: " ")
                guard run.utf8.count >= lettersMin, known.contains(run) else { continue }
                cuts.add(
                    tokens[start].range.lowerBound..<tokens[start + length - 1].range.upperBound, by: QuoteMask.erased)
            }
        }
        let run = saidByBot ? QuoteMask.runOfBot : QuoteMask.runOfPeople
        look(run, runs[run] ?? [], lettersMin: QuoteMask.lettersOfPeople)
        let lettersMin = saidByBot ? QuoteMask.lettersOfBot : QuoteMask.lettersOfPeople
        for length in sayings.keys.sorted() where saidByBot || length >= 3 {
            look(length, sayings[length] ?? [], lettersMin: lettersMin)
        }
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }
}
