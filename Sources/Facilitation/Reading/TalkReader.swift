/// Tells a remark on the subject from talk beside it.
struct TalkReader {
    let line: Line
    private var words: Words { line.words }

    var isStatement: Bool {
        let count = line.wordCount
        if count < 3 || isAllBackchannel { return false }
        if line.endsInQuestion || startsLikeQuestion { return false }
        if line.context.step == .gauging, line.isFacilitator || line.context.expects == .stage && count < 6 {
            return false
        }
        if isGreeting, count <= 12 { return false }
        let found = TalkWords.table.all(in: words, line.all, quoted: true)
        if found.contains(where: { $0.meaning == .logistics }) { return false }
        let maybes = found.reduce(0) { $0 + ($1.meaning == .maybeLogistics ? 1 : 0) }
        // One such word in a short remark of some content, as in *small firms hear too late*, makes it no errand.
        if maybes * 7 >= count, maybes * 3 >= contentCount { return false }
        return contentCount >= 2 || contentCount == 1 && count >= 5
    }

    private var isAllBackchannel: Bool {
        var index = 0
        while index < words.count {
            if words[index].isMark || words[index].kind == .emoji {
                index += 1
            } else if let hit = TalkWords.table.match(words, at: index), hit.meaning == .backchannel {
                index = hit.range.upperBound
            } else if line.names.match(index) != nil || line.small[index] == .neutral {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private var isGreeting: Bool {
        guard let first = words.all.first(where: { $0.kind == .word }) else { return false }
        return [
            "morning", "hello", "hi", "hiya", "hey", "afternoon", "thanks", "cheers", "welcome", "bye",
            "congratulations", "goodbye",
        ].contains(first.key)
            || first.key == "good" && ["morning", "afternoon", "evening", "luck"].contains(words.key(1))
    }

    /// Words with a content of their own.
    private var contentCount: Int {
        words.all.indices.reduce(0) {
            $0 + (line.small[$1] == nil && words[$1].key.utf8.count > 2 && words[$1].kind == .word ? 1 : 0)
        }
    }

    private static let questionStarts = WordSet(
        """
        who whos whats wheres whens hows is are do does can could shall did has anyone any am whose why isnt
        """)
    private static let inverted = WordSet(
        """
        is are do does did can should would will was has have
        """)

    /// A question without its mark: *who's got the slides*.
    var startsLikeQuestion: Bool {
        guard
            let first = words.all.first(where: {
                ($0.kind == .word || $0.kind == .number)
                    && !["so", "and", "ok", "right", "sorry", "hang", "erm"].contains($0.key)
            }), first.kind == .word
        else { return false }
        if TalkReader.questionStarts.contains(first) {
            return !(first.key == "any" && line.wordCount > 8)
        }
        let at = words.all.firstIndex { $0.start == first.start } ?? 0
        return ["what", "where", "when", "which", "how"].contains(first.key)
            && TalkReader.inverted.contains(words.key(at + 1))
    }

    /// What sort of statement it is, by its plainest sign.
    var kind: StatementKind {
        for word in words.all where word.kind == .word && !word.isQuoted {
            if ["worry", "worried", "worries", "concern", "concerned", "risk", "risks", "afraid", "fear"].contains(
                word.key)
            {
                return .concern
            }
            if ["should", "suggest", "lets", "could", "ought", "why"].contains(word.key) { return .idea }
        }
        let hasFigure = words.all.contains { $0.kind == .number }
        let tellsOfPast = words.all.contains {
            ["had", "last", "since", "signed", "found", "showed", "ran", "counted", "data", "report"].contains($0.key)
        }
        return hasFigure || tellsOfPast ? .evidence : .view
    }
}
