/// Words by which somebody who was away says that they are here again.
enum ReturnWords {
    static let table = PhraseTable(.returns, entries)

    static let entries: [PhraseTable<Bool>.Entry] = phrases(
        """
        im back, i am back, back again, back now, back with you, back in the room, im here, i am here, here now,
        here again, ive rejoined, i have rejoined, rejoined, made it back, i made it, made it after all, im in now
        """
    ).map { row($0, true) }

    /// Whether somebody says so, and little else; *I'm back in ten* says that they go.
    static func areSaid(in line: Line) -> Bool {
        guard line.wordCount <= shortMax else { return false }
        // *back*, *back, sorry*
        if line.words.key(0) == "back", line.wordCount <= 2, !stillAway.contains(line.words.key(1)) { return true }
        guard let found = table.first(in: line.words, line.all) else { return false }
        return !stillAway.contains(line.words.key(found.range.upperBound)) && !line.has(.negation, in: line.all)
    }

    private static let shortMax = 12
    private static let stillAway = WordSet("in at by after later soon shortly tomorrow for")
}
