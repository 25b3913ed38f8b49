/// The words of a text that carry its content, cut to stems, so that *firm* and *firms* are one. The small words that are in
/// every sentence are none.
///
/// Coarse on purpose: the first letters of a word tell enough to see which texts speak of the same thing.
public enum ContentWords {
    /// Letters of a stem.
    private static let stemLetters = 5
    /// In bytes; shorter words carry little content of their own.
    private static let wordMin = 4

    /// - Returns: each stem once, in the order of the text.
    public static func stems(of text: String) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        each(in: text) { stem in
            if seen.insert(stem).inserted { found.append(stem) }
        }
        return found
    }

    /// - Parameter word: folded.
    public static func isOne(_ word: String) -> Bool { stem(word) != nil }

    /// How much of the shorter of two texts the other one holds, from 0 to 1.
    public static func overlap(_ first: Set<String>, _ second: Set<String>) -> Double {
        let least = min(first.count, second.count)
        return least == 0 ? 0 : Double(first.intersection(second).count) / Double(least)
    }

    /// The stem of each word, as often as the text has it.
    static func each(in text: String, _ found: (String) -> Void) {
        var word: [UInt8] = []
        func finish() {
            defer { word.removeAll(keepingCapacity: true) }
            guard word.count >= wordMin, let stem = stem(String(decoding: word, as: UTF8.self)) else { return }
            found(stem)
        }
        for scalar in text.unicodeScalars {
            let before = word.count
            switch Folding.append(scalar, to: &word) {
            case .letter, .digit, .ignored, .apostrophe: break
            case .space, .newline, .mark, .emoji:
                word.removeLast(word.count - before)
                finish()
            }
        }
        finish()
    }

    /// - Parameter word: folded.
    static func stem(_ word: String) -> String? {
        guard word.utf8.count >= wordMin, !small.contains(WordKey(word)) else { return nil }
        let whole = word.utf8.last == UInt8(ascii: "s") ? word.dropLast() : word[...]
        return String(whole.prefix(stemLetters))
    }

    private static let small = WordSet(
        """
        that this with from have they them their there what when where which will would could should about agree
        disagree been were does dont cant cannot wont just only also very more most some than then into over under
        really point said like want need needs know think because every much many well good right wrong sure quite
        your ours mine here these those being other nobody anybody people thing things make made take says never
        always still even must ought lets each both such same ever once upon between before after until while
        """)
}
