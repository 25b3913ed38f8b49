/// Words by which somebody says that what they objected to has been dealt with.
enum MetWords {
    static let table = PhraseTable(.met, entries)

    static let entries: [PhraseTable<Bool>.Entry] =
        objections.flatMap { objection in ends.map { row("my \(objection) \($0)", true) } }
        + answers.flatMap { answer in objections.map { row("\(answer) my \($0)", true) } }

    static let objections = phrases("worry, concern, objection, point, block, worries, concerns, objections")
    static let ends = phrases(
        """
        is met, has been met, is answered, has been answered, is dealt with, has been dealt with, is settled,
        is resolved, has been resolved, is gone, has gone, no longer stands, is addressed, has been addressed, are met,
        have been met, have been answered, have been dealt with, have been addressed
        """)
    static let answers = phrases(
        """
        that meets, that answers, that deals with, that settles, that addresses, this meets, this answers,
        this deals with, this settles, this addresses, youve met, youve answered, you have met, i withdraw, i drop,
        i lift, ill drop, ill withdraw, ill lift
        """)
}
