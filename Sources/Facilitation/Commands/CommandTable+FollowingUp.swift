extension CommandTable {
    /// What comes after an agreement: how it goes, and when to look again.
    static let followingUp: [Command] = [
        Command(
            "mind", ["unless"], "/mind [#N] TEXT", "what would change your mind about your minority view",
            .viewPartGiven, shape: .text,
            parameters: [
                CommandParameter("text", .text, required: true, "the words"),
                CommandParameter("item", .entry, "the number of the view; your latest if left out"),
            ], offeredAt: [.drafting, .readingBack]
        ) { values, _ in FollowingUpWords.viewPart(.mind, values) },
        Command(
            "lookagain", ["revisit"], "/lookagain [#N] DATE", "when to look at your minority view again",
            .viewPartGiven, shape: .text,
            parameters: [
                CommandParameter("text", .text, required: true, "a date"),
                CommandParameter("item", .entry, "the number of the view; your latest if left out"),
            ], offeredAt: [.drafting, .readingBack]
        ) { values, _ in FollowingUpWords.viewPart(.lookAgain, values) },
        Command(
            "horizon", ["ahead"], "/horizon [#N] this year|three years|five years|ten years",
            "how far ahead an aim looks", .horizonGiven, shape: .text,
            parameters: [
                CommandParameter(
                    "horizon", .word(Horizon.allCases.map(\.rawValue)), required: true, "how far ahead"),
                CommandParameter("item", .entry, "the number of the aim; the latest of the area if left out"),
                CommandParameter("aim", .text, "its short name instead, such as a1", typed: .inPlaceOfEntry),
            ], offeredAt: [.drafting]
        ) { values, _ throws(Refusal) in try FollowingUpWords.horizon(values) },
        Command(
            "progress", ["report"], "/progress [#N] on track|late|done|dropped [because …]",
            "say how an objective of yours goes, and what shows it", .progressGiven, shape: .text,
            parameters: [
                CommandParameter("item", .entry, "the number of the objective; may be left out where you own one only"),
                CommandParameter("objective", .text, "its short name instead, such as o1", typed: .inPlaceOfEntry),
                CommandParameter(
                    "progress", .word(ProgressWord.allCases.map(\.rawValue)), required: true, "how it goes"),
                CommandParameter("evidence", .text, "what shows it; needed for done and dropped", typed: .reason),
            ], offeredAt: [.between, .framed]
        ) { values, _ throws(Refusal) in try FollowingUpWords.progress(values) },
    ]
}

/// The words of the commands that follow up.
enum FollowingUpWords {
    static func progress(_ values: CommandValues) throws(Refusal) -> Event {
        if let word = values.fields["progress"].flatMap(ProgressWord.init(rawValue:)) {
            let item = values.entry.map(String.init) ?? values.fields["objective"] ?? ""
            return .progressGiven(item: item, word, evidence: unquoted(values.fields["evidence"] ?? ""))
        }
        let (item, rest) = leadingItem(values.text, letter: "o")
        for (words, progress) in progressWords {
            guard let after = CommandShape.rest(of: rest, after: words) else { continue }
            return .progressGiven(item: item, progress, evidence: unquoted(after))
        }
        throw .badCommand(
            "progress",
            usage: "/progress #12 on track (or late, done, dropped, not started), then “because” and what shows it")
    }

    static func viewPart(_ part: ViewPart, _ values: CommandValues) -> Event {
        let (number, words) = Discussion.leadingNumber(values.text)
        return .viewPartGiven(part, item: values.entry ?? number, value: words)
    }

    static func horizon(_ values: CommandValues) throws(Refusal) -> Event {
        if let horizon = values.fields["horizon"].flatMap(Horizon.init(rawValue:)) {
            return .horizonGiven(item: values.entry.map(String.init) ?? values.fields["aim"] ?? "", horizon)
        }
        // "3 years" is a horizon, and no aim of the number 3.
        if let horizon = horizon(values.text) { return .horizonGiven(item: "", horizon) }
        let (item, rest) = leadingItem(values.text, letter: "a")
        guard let horizon = horizon(rest) else {
            throw .badCommand("horizon", usage: "/horizon #12 this year, three years, five years or ten years")
        }
        return .horizonGiven(item: item, horizon)
    }

    private static func horizon(_ words: String) -> Horizon? {
        let wanted = words.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        switch wanted {
        case ["this", "year"], ["1", "year"], ["one", "year"]: return .thisYear
        case ["three", "years"], ["3", "years"]: return .threeYears
        case ["five", "years"], ["5", "years"]: return .fiveYears
        case ["ten", "years"], ["10", "years"]: return .tenYears
        default: return nil
        }
    }

    /// The longest first, so that none hides another.
    private static let progressWords: [(String, ProgressWord)] = [
        ("not started", .notStarted), ("not-started", .notStarted), ("on track", .onTrack), ("on-track", .onTrack),
        ("completed", .done), ("complete", .done), ("finished", .done), ("delayed", .late), ("behind", .late),
        ("dropped", .dropped), ("stopped", .dropped), ("late", .late), ("done", .done),
    ]

    /// `#12 …`, `12 …` or `o1 …`: what is meant, and the words after it.
    static func leadingItem(_ words: String, letter: Character) -> (item: String, rest: String) {
        let head = words.prefix { !$0.isWhitespace }
        let name = head.drop { $0 == "#" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        let digits = name.first == letter ? name.dropFirst() : name[...]
        let punctuation = head.drop { $0 == "#" }.dropFirst(name.count)
        guard !digits.isEmpty, digits.allSatisfy(\.isNumber), punctuation.allSatisfy({ ":,".contains($0) }) else {
            return ("", words)
        }
        return (name, String(words.dropFirst(head.count)).trimmed)
    }

    /// Without the "because", the dash or the quotation marks that people put around a reason.
    static func unquoted(_ words: String) -> String {
        var rest = words.trimmed
        while let first = rest.first, ":,;–—-".contains(first) { rest = String(rest.dropFirst()).trimmed }
        rest = CommandShape.rest(of: rest, after: "because") ?? rest
        let pairs: [(Character, Character)] = [("\"", "\""), ("“", "”")]
        for (open, close) in pairs where rest.count > 1 && rest.first == open && rest.last == close {
            rest = String(rest.dropFirst().dropLast()).trimmed
        }
        return rest
    }
}

extension CommandShape {
    /// What follows these words, where `text` begins with them as whole words; case does not count.
    static func rest(of text: String, after words: String) -> String? {
        guard text.prefix(words.count).lowercased() == words else { return nil }
        let after = text.dropFirst(words.count)
        if let next = after.first, next.isLetter || next.isNumber { return nil }
        return String(after).trimmed
    }
}
