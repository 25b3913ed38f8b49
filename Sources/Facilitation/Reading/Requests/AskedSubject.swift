/// What a question to the bot is about that has an answer of its own. What the levels mean, and who has answered, is in
/// `AskedAbout`.
public enum AskedSubject: String, Sendable, CaseIterable {
    /// Whether the bot is a person.
    case bot
    /// Who sees ratings.
    case ratings
    /// What a block does.
    case blocking
    /// What becomes of somebody who does not answer.
    case silence
    /// How answers are changed.
    case changing
    /// How somebody disagrees.
    case disagreeing
    /// Why a line was struck out: the entry that is named, or one of the speaker's own.
    case struck
    /// Who took which position on an entry.
    case positions

    /// The kind of question that it is.
    var question: Question {
        switch self {
        case .blocking, .silence, .changing, .disagreeing: .help
        case .bot, .ratings, .struck: .other
        case .positions: .who
        }
    }

    /// What a phrase in a question tells.
    struct Clue: Sendable, Hashable {
        enum Form: Sendable, Hashable {
            /// It asks by itself.
            case asks
            /// It asks where an entry is named too; otherwise the room may be asked.
            case asksOfEntry
            /// It names the subject of a question that is put to the bot.
            case names
        }
        var subject: AskedSubject
        var form: Form
    }

    /// Whole words of a folded text; the first that fits counts.
    static let entries: [PhraseTable<Clue>.Entry] = groups.flatMap { subject, form, text in
        phrases(text).map { row($0, Clue(subject: subject, form: form)) }
    }

    private static let groups: [(AskedSubject, Clue.Form, String)] = [
        (
            .struck, .asks,
            """
            why was my line struck, why was my statement struck, why was my entry struck, why was my point struck,
            why was my remark struck, why were my words struck, why is my line struck, why is my statement struck,
            why was my line removed, why was my statement removed, why was my line deleted,
            why was my statement deleted, why was it struck out, why was that struck out, why was this struck out
            """
        ),
        (.struck, .asksOfEntry, "struck out"),
        (
            .positions, .asksOfEntry,
            """
            who agreed with, who disagreed with, who has agreed with, who has disagreed with, who all agreed with,
            who was unsure about, how many agreed with, how many disagreed with, how many people agreed with,
            how many people disagreed with, how many of us agreed with, how many have agreed with,
            how many have disagreed with
            """
        ),
        (
            .blocking, .asks,
            """
            what if i block, what if i blocked, what if someone blocks, what if somebody blocks,
            what if anyone blocks, what if anybody blocks, what happens if i block,
            what happens if someone blocks, what happens if somebody blocks, what happens if anyone blocks,
            what happens if anybody blocks, what happens when i block, what happens when someone blocks,
            what happens when somebody blocks, what happens after i block, what would happen if i block,
            what would happen if i blocked, what would happen if someone blocks, what does a block do,
            what does my block do
            """
        ),
        (
            .silence, .asks,
            """
            what if i dont answer, what if i do not answer, what if i dont vote, what if i do not vote,
            what if i dont rate, what if i do not rate, what if i say nothing, what if i stay silent,
            what if i stay quiet, what if we dont answer, what if nobody answers, what if no one answers,
            what if someone doesnt answer, what if somebody doesnt answer, what if somebody does not answer,
            what happens if i dont answer, what happens if i do not answer, what happens if i dont vote,
            what happens if i dont rate, what happens if i say nothing, what happens if nobody answers,
            what happens if someone doesnt answer, what happens if somebody doesnt answer,
            what would happen if i dont answer, do i have to answer, do i have to vote, do i have to rate,
            do i need to answer, do we have to answer, do we all have to answer, must i answer, can i say nothing
            """
        ),
        (
            .ratings, .asks,
            """
            see my rating, see my ratings, sees my rating, read my rating, see how i rated, sees how i rated,
            know how i rated, knows how i rated, see what i rated, sees what i rated, know what i rated,
            knows what i rated, who sees our ratings, who sees the ratings, who sees ratings
            """
        ),
        (
            .ratings, .names,
            """
            see our ratings, see the ratings, see ratings, read our ratings, know my rating, is my rating private,
            is my rating secret, is my rating hidden, is my rating anonymous, are ratings private,
            are ratings secret, are ratings hidden, are ratings anonymous, are the ratings private,
            are the ratings secret, are the ratings anonymous,
            will my rating be seen, will my rating be shown, will ratings be seen, will ratings be shown
            """
        ),
        (
            .bot, .names,
            """
            are you a person, are you human, are you a human, are you a bot, are you ai, are you an ai,
            are you a robot, are you a machine, are you real, who are you
            """
        ),
        (
            .changing, .names,
            """
            change my answer, change my level, change my vote, change my rating, change my mind, change my view,
            change my position, change mine, change it, change that, change what i, change our, still change,
            late to change, alter my, edit my, move my, rate again, score again
            """
        ),
        (
            .disagreeing, .names,
            """
            to disagree, do i disagree, do you disagree, do we disagree, does one disagree, can i disagree,
            can we disagree, could i disagree, may i disagree, should i disagree, would i disagree, do i object,
            can i object, do i say no, can i say no, do i oppose, do i vote against, to object
            """
        ),
    ]

    /// Words without one of which none of these phrases is there; searching for all of them would take longer.
    private static let askingSigns = WordSet(
        """
        struck removed deleted agreed disagreed unsure block blocked blocks answer answers vote rate nothing silent
        quiet see sees read know knows
        """)
    private static let namingSigns = WordSet(
        """
        rating ratings you change alter edit move rate score disagree object oppose no vote
        """)

    /// What words ask for; nil when it has no answer of its own.
    /// - Parameter question: the kind of question, where it is known already.
    static func find(in words: Words, _ question: Question? = nil) -> Asked? {
        let hasSign = words.all.contains {
            askingSigns.contains($0) || question != nil && namingSigns.contains($0)
        }
        guard hasSign else { return nil }
        let folded = " \(Folding.folded(words.text)) "
        let entry = entryNamed(in: words)
        let found = entries.first { candidate in
            isMeant(candidate.meaning, question, hasEntry: entry != nil)
                && folded.firstRange(of: " \(candidate.phrase) ").map { place in
                    candidate.meaning.form != .asks || isShort(folded[place.upperBound...])
                } == true
        }
        return switch found?.meaning.subject {
        case .struck: .subject(.struck, entry: entry)
        case .positions: .subject(.positions, entry: entry)
        case let subject?: .subject(subject, entry: nil)
        case nil: nil
        }
    }

    /// The number that is written as an entry is, or ends the question: *who agreed with 5?* In *should the 20 day limit be
    /// struck out?* none is named.
    private static func entryNamed(in words: Words) -> Int? {
        if let named = words.all.first(where: \.hasHash) { return named.integer }
        return words.all.last { !$0.isMark }?.integer
    }

    /// So many words more leave a question what it is: *what happens if I block this?* With more, *what if nobody answers
    /// the phone at weekends?*, it is about something else.
    private static let moreWordsMax = 2
    private static func isShort(_ rest: Substring) -> Bool { rest.split(separator: " ").count <= moreWordsMax }

    private static func isMeant(_ clue: Clue, _ question: Question?, hasEntry: Bool) -> Bool {
        if let question, question != clue.subject.question { return false }
        switch clue.form {
        case .asks: return true
        case .asksOfEntry: return hasEntry
        case .names: return question != nil
        }
    }
}
