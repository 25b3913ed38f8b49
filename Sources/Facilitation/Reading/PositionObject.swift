// Whether what is agreed with ends where its number or name ends. *Agree with 14 being withdrawn* agrees with something
// else, so the bot asks: words that follow are harmless only when they are known to be.
extension PositionReader {
    /// They begin a reason, say how much, how long or who else, or speak to somebody.
    private static let harmlessAfter = WordSet(
        """
        about regarding re concerning here there today tonight now again still always already together also both
        though mate folks everyone all btw tbh imo imho lol haha thanks thank cheers please too either anyway then
        i we he she they it you our my their his her your ours mine weve ive theyve its thats theres heres
        im were youre theyre hes shes id wed well ill the this these those that no not never every
        each some many most people nobody everybody anyone anybody somebody someone what who which where when how
        why because since as so and but or nor plus from for with on in at by to like even only just once
        having without especially particularly including 100 sums nails hits says said puts
        agree agreed disagree unsure dunno way straight bang big huge very quite one hands next yes yep yeah aye
        a an any lets same ditto myself ourselves speaking wait sorry oh ah
        """)

    /// *agree that #14 needs rewriting*, *agree with 14 of the 17 points*, *agree with Sam leaving*
    func isPartOfMore(_ first: Int, _ end: Int) -> Bool {
        // *agree with 14 of the 17 points*
        if (first..<end).contains(where: { words[$0].key == "of" && isPlace(ofNumber: $0 - 1) }) { return true }
        guard let next = words.at(end), next.kind == .word else { return false }
        if next.key == "of" { return true }
        if (first..<end).contains(where: { words[$0].key == "that" && isPlace(ofNumber: $0 + 1) }) { return true }
        if line.small[end] != nil || Self.harmlessAfter.contains(next) || next.key.hasSuffix("ly") { return false }
        // *Agree 24 disagree 23*, *agreed on 21 Callum*
        return StanceWords.table.match(words, at: end) == nil && !next.isCapital && line.names.match(end) == nil
    }

    private func isPlace(ofNumber index: Int) -> Bool { index >= 0 && words.at(index)?.kind == .number }
}
