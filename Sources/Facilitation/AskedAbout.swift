/// What a question to the bot is about, in the word that is kept with it.
enum AskedAbout {
    /// How many have answered, and who has not.
    static let answers = "answers"
    /// What every level means.
    static let allLevels = "levels"
    private static let oneLevel = "level "

    /// *What is a stand aside?*, *what are my options?*: the levels that the question is about; empty when it asks how
    /// something is done.
    /// - Parameter isTesting: whether a proposal is tested, so that options can only be levels.
    static func levels(in text: String, isTesting: Bool) -> String {
        let words = " \(Folding.folded(text)) "
        func has(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0) ") } }
        if has(["levels"]) || isTesting && has(choices) { return allLevels }
        guard has(meanings) else { return "" }
        var named = Level.allCases.filter { level in has(names(of: level)) }
        // *What does full support mean?* names one level.
        if named.contains(.full) { named.removeAll { $0 == .support } }
        return named.count == 1 ? oneLevel + named[0].rawValue : named.isEmpty ? "" : allLevels
    }

    /// The levels that `about` is about; nil when it is about something else.
    static func levels(_ about: String) -> [Level]? {
        if about == allLevels { return Level.allCases }
        guard about.hasPrefix(oneLevel) else { return nil }
        return Level(rawValue: String(about.dropFirst(oneLevel.count))).map { [$0] }
    }

    static func namesAnswers(_ text: String) -> Bool {
        let words = Folding.folded(text)
        return ["answer", "vote", "rated", "to rate"].contains { words.contains($0) }
    }

    private static let choices = ["options", "choices", "option", "answers can", "these mean", "the answers mean"]
    private static let meanings = [
        "mean", "means", "meaning", "what is", "whats", "what counts as", "what does", "explain", "define",
        "difference between",
    ]

    private static func names(of level: Level) -> [String] {
        switch level {
        case .full: ["full support", "full"]
        case .support: ["does support", "is support", "support mean", "counts as support"]
        case .reservation: ["reservation", "reservations", "a reservation"]
        case .standAside: ["stand aside", "standing aside", "stand"]
        case .cannotYet: ["cannot yet", "cant yet", "cannot"]
        case .block: ["block", "blocking"]
        case .abstain: ["abstain", "abstaining", "abstention"]
        }
    }
}
