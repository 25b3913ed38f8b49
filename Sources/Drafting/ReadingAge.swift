/// How old a reader has to be, on average, to read a text with ease.
///
/// Kincaid, Fishburne, Rogers and Chissom, 1975: grade = 0.39 · words per sentence + 11.8 · syllables per word − 15.59. A
/// child in grade g of a school in the United States is about g + 5 years old. It measures length alone, so that it warns
/// and proves nothing.
public struct ReadingAge: Sendable, Hashable {
    /// What the NHS aims at for the public.
    public static let wanted = 11

    public var sentences: Int
    public var words: Int
    public var syllables: Int

    /// In whole years, 5 or more; nil for a text without words.
    public var years: Int? {
        guard sentences > 0, words > 0 else { return nil }
        let grade =
            0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
        return max(5, Int((grade + 5).rounded()))
    }

    /// Groups of vowels, an e at the end not counted; at least one. Right for about nine English words in ten.
    public static func syllables(in word: some StringProtocol) -> Int {
        let letters = Array(word.lowercased())
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let endsSilent =
            letters.count > 2 && letters.last == "e" && !(letters[letters.count - 2] == "l" && !isVowel(letters, -3))
        let endsInSilentEd =
            letters.count > 3 && letters.suffix(2) == ["e", "d"] && !"td".contains(letters[letters.count - 3])
        if (endsSilent && !isVowel(letters, -2)) || (endsInSilentEd && !isVowel(letters, -3)) { count -= 1 }
        return max(1, count)
    }

    private static func isVowel(_ letters: [Character], _ fromEnd: Int) -> Bool {
        let index = letters.count + fromEnd
        return letters.indices.contains(index) && "aeiouy".contains(letters[index])
    }
}
