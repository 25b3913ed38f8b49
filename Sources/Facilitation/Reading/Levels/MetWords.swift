/// Words by which somebody ends their own objection.
enum MetWords {
    enum Meaning: Sendable {
        /// What they objected to has been dealt with.
        case met
        /// They take it back, and say nothing of that.
        case withdrawn
    }

    static let table = PhraseTable(.met, entries)

    static let entries: [PhraseTable<Meaning>.Entry] =
        objections.flatMap { objection in
            ends.map { row("my \(objection) \($0)", .met) } + answers.map { row("\($0) my \(objection)", .met) }
                + withdrawals.map { row("\($0) my \(objection)", .withdrawn) }
        }

    private static let objections = phrases(
        "worry, concern, objection, point, block, worries, concerns, objections")
    private static let ends = phrases(
        """
        is met, has been met, is answered, has been answered, is dealt with, has been dealt with, is settled,
        is resolved, has been resolved, is gone, has gone, no longer stands, is addressed, has been addressed, are met,
        have been met, have been answered, have been dealt with, have been addressed
        """)
    private static let answers = phrases(
        """
        that meets, that answers, that deals with, that settles, that addresses, this meets, this answers,
        this deals with, this settles, this addresses, youve met, youve answered, you have met
        """)
    private static let withdrawals = phrases("i withdraw, i drop, i lift, ill drop, ill withdraw, ill lift")
}
