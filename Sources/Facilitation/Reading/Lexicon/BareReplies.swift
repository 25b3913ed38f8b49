/// *Yes* and *no* alone, in the forms in which people type them.
enum BareReplies {
    static let yeses = WordSet("yes yep yup yeah yea aye")
    static let noes = WordSet("no nope nah n")
}
