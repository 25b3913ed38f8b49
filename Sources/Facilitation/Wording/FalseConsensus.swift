/// Words with which one person speaks for everybody. They count as one voice, and are a reason to ask the others.
enum FalseConsensus {
    /// Whether somebody says, or asks whether, everybody is agreed.
    static func isClaimed(in text: String) -> Bool {
        let words = Words(text)
        return table.first(in: words, 0..<words.count) != nil
    }

    private static let table = PhraseTable(.claims, phrases.map { row($0, ()) })

    /// As data, each with a test; apostrophes are left out.
    static let phrases = Facilitation.phrases(
        """
        we all agree,
        we are all agreed,
        were all agreed,
        we all seem to agree,
        everyone agrees,
        everyone is agreed,
        everyone is happy,
        everyones happy,
        everybody agrees,
        everybody is agreed,
        everybody is happy,
        all in agreement,
        all of one mind,
        we have consensus,
        weve got consensus,
        thats agreed then,
        thats settled then,
        no one disagrees,
        nobody disagrees,
        no objections then,
        thats unanimous,
        were unanimous,
        we are unanimous
        """)
}
