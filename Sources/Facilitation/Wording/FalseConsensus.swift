/// Words with which one person speaks for everybody. They count as one voice, and are a reason to ask the others.
enum FalseConsensus {
    /// Whether somebody says, or asks whether, everybody is agreed.
    static func isClaimed(in text: String) -> Bool {
        let words = WordingWords(Folding.folded(text)).folded
        return phrases.contains { phrase in contains(words, phrase) }
    }

    private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
        }
    }

    /// As data: one phrase a line, each with a test.
    static let phrases: [[String]] = [
        "we all agree",
        "we are all agreed",
        "we're all agreed",
        "we all seem to agree",
        "everyone agrees",
        "everyone is agreed",
        "everyone is happy",
        "everyone's happy",
        "everybody agrees",
        "everybody is agreed",
        "everybody is happy",
        "all in agreement",
        "all of one mind",
        "we have consensus",
        "we've got consensus",
        "that's agreed then",
        "that's settled then",
        "no one disagrees",
        "nobody disagrees",
        "no objections then",
        "that's unanimous",
        "we're unanimous",
        "we are unanimous",
    ].map { WordingWords(Folding.folded($0)).folded }
}
