/// What stands before a name and is none: the one list of it, for whoever reads names, speaks to people, or takes their
/// names out.
public enum PersonTitles {
    static let words = WordSet(
        """
        dr doctor cllr councillor mr mrs ms miss mx prof professor sir dame rev revd reverend lord lady baroness sister
        father canon cdr nurse alderman
        """)

    /// - Parameter word: folded.
    public static func isOne(_ word: String) -> Bool { words.contains(WordKey(word)) }

    /// One form of each title: *professor* is *prof*.
    static func form(_ word: String) -> String {
        switch word {
        case "councillor": "cllr"
        case "doctor": "dr"
        case "professor": "prof"
        case "reverend", "revd": "rev"
        default: word
        }
    }

    /// The words of a name without the titles before it. What stands alone, or last, is the name: *Nurse* of *Tom Nurse*.
    public static func dropped(from words: [String]) -> [String] {
        let titles = words.prefix { isOne($0) }.count
        return Array(words.dropFirst(max(0, min(titles, words.count - 1))))
    }
}
