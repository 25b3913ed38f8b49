/// Whether a question to the bot is about the levels, or about who has answered.
enum AskedAbout {
    /// What a phrase in a question tells of its subject.
    enum Clue: Sendable, Hashable {
        /// Who has answered.
        case answers
        /// All the levels.
        case levels
        /// All the levels, while a proposal is tested: options can then be nothing else.
        case choices
        /// What something means, and not how it is done.
        case meaning
        /// This level, where the question is what something means.
        case level(Level)
    }

    /// Whole words of a folded text.
    static let entries: [PhraseTable<Clue>.Entry] = groups.flatMap { clue, text in
        phrases(text).map { row($0, clue) }
    }

    private static let groups: [(Clue, String)] = [
        (.answers, "answer, answers, answered, answering, unanswered, vote, votes, voted, rated, to rate"),
        (.levels, "levels"),
        (.choices, "options, choices, option, answers can, these mean, the answers mean"),
        (.meaning, "mean, means, meaning, what is, whats, what counts as, what does, explain, define"),
        (.meaning, "difference between"),
        (.level(.full), "full support, full"),
        (.level(.support), "does support, is support, support mean, counts as support"),
        (.level(.reservation), "reservation, reservations"),
        (.level(.standAside), "stand aside, standing aside, stand"),
        (.level(.cannotYet), "cannot yet, cant yet, cannot"),
        (.level(.block), "block, blocking"),
        (.level(.abstain), "abstain, abstaining, abstention"),
    ]

    /// *What is a stand aside?*, *what are my options?*: one level, or all of them; nil when the question is how something is
    /// done.
    /// - Parameter isTesting: whether a proposal is tested, so that options can only be levels.
    static func levels(in text: String, isTesting: Bool) -> Asked? {
        let clues = clues(in: text)
        if clues.contains(.levels) || isTesting && clues.contains(.choices) { return .levels }
        guard clues.contains(.meaning) else { return nil }
        var named = Level.allCases.filter { clues.contains(.level($0)) }
        // *What does full support mean?* names one level.
        if named.contains(.full) { named.removeAll { $0 == .support } }
        return named.count == 1 ? .level(named[0]) : named.isEmpty ? nil : .levels
    }

    static func namesAnswers(_ text: String) -> Bool { clues(in: text).contains(.answers) }

    private static func clues(in text: String) -> Set<Clue> {
        let words = " \(Folding.folded(text)) "
        return Set(entries.filter { words.contains(" \($0.phrase) ") }.map(\.meaning))
    }
}
