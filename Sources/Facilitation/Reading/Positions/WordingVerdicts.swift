/// Verdicts on a word that somebody used: *"never" is putting it a bit strongly*, *half empty is about the size of it*.
enum WordingVerdicts {
    private static let degrees = phrases(
        """
        a bit, rather, a little, a touch, a tad, very, too, pretty, quite, somewhat, slightly, a trifle, far too,
        way too, a bit too, a little too, a touch too
        """)
    private static let strong = phrases(
        """
        strong, strongly, high, harshly, starkly, crudely, dramatically, grandly, boldly, bleakly, darkly
        """)
    /// Whoever puts it mildly means it, and more.
    private static let mild = phrases(
        """
        mildly, politely, kindly, nicely, charitably, gently, lightly, generously
        """)
    private static let claims = phrases("word, claim, phrase, term, way to put it, way of putting it")
    private static let bigs = phrases(
        """
        a strong, a very strong, rather a strong, quite a strong, a big, a very big, rather a big, a bit of a strong,
        a bit of a big, a loaded, a heavy
        """)

    /// *putting it a bit strongly*, *a strong word*, *laying it on thick*.
    static let against =
        put(strong) + bigs.flatMap { big in claims.map { "\(big) \($0)" } }
        + phrases(
            """
            quite a claim, going a bit far, going rather far, going a little far, going a touch far, overdoing it,
            overstating it, overstating things, overstating the case, over egging it, overegging it,
            laying it on thick, laying it on a bit thick, laying it on a bit, stretching things, stretching a point,
            gilding the lily, wouldnt call it, wouldnt call that, would not call it, would not call that,
            hardly call it, hardly call that, wouldnt describe it as, would not describe it as
            """)

    /// *putting it mildly*, *about the size of it*.
    static let inFavour =
        put(mild)
        + phrases(
            """
            about the size of it, about covers it, about sums it up, just about sums it up, the word for it,
            just the word, just the word for it, the very word, exactly the word, the right word for it,
            the right word
            """)

    private static func put(_ tones: [String]) -> [String] {
        tones.flatMap { tone in ["putting it \(tone)"] + degrees.map { "putting it \($0) \(tone)" } }
    }
}
