/// Finds the word that somebody most likely meant.
public enum Spelling {
    /// Longer words are not compared: nobody mistypes a word of this length by a letter, and the work grows
    /// with its square.
    public static let lettersMax = 64

    /// The candidate with the fewest slips away from `word`, or nil when none is near enough to be offered.
    ///
    /// Capital letters do not count. A slip is a letter too many, too few, wrong, or swapped with its
    /// neighbour; one slip is allowed in words of up to five letters, then one for every three letters. Of
    /// equals the first one is taken.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let typed = letters(word)
        guard !typed.isEmpty, typed.count <= lettersMax else { return nil }
        var best: (candidate: String, slips: Int)?
        for candidate in candidates {
            let wanted = letters(candidate)
            let allowed = max(1, min(typed.count, wanted.count) / 3)
            guard abs(typed.count - wanted.count) <= allowed, wanted.count <= lettersMax else { continue }
            let slips = distance(typed, wanted)
            if slips <= allowed, slips < best?.slips ?? Int.max { best = (candidate, slips) }
        }
        return best?.candidate
    }

    /// Capital letters are made small; blanks and underscores count as hyphens, so that "inclusive growth"
    /// meets `inclusive-growth`.
    private static func letters(_ word: String) -> [Character] {
        word.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 }
    }

    /// How many slips lie between two words: Levenshtein's distance, with a swap of neighbours as one slip
    /// (optimal string alignment).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var slips = min(
                    current[column] + 1, last[column + 1] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    slips = min(slips, beforeLast[column - 1] + 1)
                }
                current.append(slips)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
