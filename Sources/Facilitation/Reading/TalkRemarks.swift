// Remarks on the subject without a word of the subject.
extension TalkReader {
    private static let tellers = WordSet(
        "they she he them theyre shes hes somebody someone nobody people everyone everybody")

    /// A line with no word of the subject is a remark only where it tells of others, or of what should be done, or where it
    /// has words of an opinion that was not understood: dissent must not be taken for chatter.
    var tellsWithoutSubject: Bool {
        let words = line.words
        if line.wordCount > 13 || line.context.expects == .confirm { return true }
        if words.all.contains(where: { $0.hasHash || line.context.statements.has($0.integer) }) { return true }
        let isOpinion =
            StanceWords.table.first(in: words, line.all) != nil
            || line.context.test != nil
                && line.levels.contains {
                    if case .level = $0.meaning { true } else { false }
                }
        let isDenied = line.has(.negation, in: line.all) || line.has(.contrast, in: line.all)
        let isOwn = line.has(.speaker, in: line.all) || line.has(.group, in: line.all)
        if isDenied, isOpinion || isOwn && line.context.test != nil { return true }
        // *it all stops when Brenda is on holiday*
        if line.has(.condition, in: line.all), !isOwn, line.wordCount > 6,
            line.names.hasOther(than: line) || words.key(0) == "it"
        {
            return true
        }
        if TalkWords.table.all(in: words, line.all).contains(where: { $0.meaning != .backchannel }) { return false }
        // *We could offer places from September*: what those here do together, or a figure or a date, is no small talk.
        if line.wordCount > 4, line.has(.group, in: line.all), !line.isFacilitator { return true }
        if line.wordCount > 5, SubjectWords.weight(of: words, line.all) > 0, !line.isFacilitator,
            !line.has(.speaker, in: line.all)
        {
            return true
        }
        if isOpinion, tellsOfOthers || line.context.test != nil && line.wordCount > 5 { return true }
        if words.all.contains(where: { TalkReader.tellers.contains($0) }) { return isOpinion || line.wordCount > 5 }
        if isOpinion, line.names.hasOther(than: line) || ["my", "our", "her", "his"].contains(firstWord) {
            return true
        }
        return line.wordCount > 5
            && words.all.contains { ["should", "ought", "never", "always", "nobody", "because"].contains($0.key) }
    }

    private var firstWord: WordKey { line.words.all.first { $0.kind == .word }?.key ?? .empty }
}

extension NameFinder {
    /// Whether somebody other than the speaker is named.
    func hasOther(than line: Line) -> Bool {
        line.all.contains { index in
            line.names.match(index)?.people.contains { $0.id != line.context.speaker.id } == true
        }
    }
}
