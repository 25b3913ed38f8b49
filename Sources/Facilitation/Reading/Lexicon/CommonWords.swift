/// Small sets of words that more than one reader asks for.
enum CommonWords {
    /// *Yes* and *no* alone, in the forms in which people type them.
    static let yeses = WordSet("yes yep yup yeah yea aye")
    static let noes = WordSet("no nope nah n")
    /// What a verb takes with it: *take it off*, *take it back*.
    static let away = WordSet("off out down away back")
    /// What people add at the end of a line.
    static let courtesies = WordSet("sorry please thanks oops obviously")
}
