/// One sentence as it was said: its tokens may come from several lines when somebody was interrupted.
struct SpokenSentence {
    var tokens: [Token]
    var speaker: Int?
    /// The index of the line it begins in, among the lines that hold words.
    var lineIndex: Int
    /// Which sentence of its line it is, from 0.
    var placeInLine: Int

    var lines: [Int] {
        var lines: [Int] = []
        for token in tokens where lines.last != token.line { lines.append(token.line) }
        return lines
    }
}

/// Cuts lines into sentences, and mends those that a short word of somebody else interrupted.
struct SentenceSplitting {
    /// What somebody says while another one talks on, such as "yeah, okay".
    private static let interruptionWordsMax = 3
    private static let linesAheadMax = 4
    /// Longer ones are not mended further.
    private static let mendedTokensMax = 30
    /// Longer ones are cut where a new clause begins.
    private static let clauseTokensMax = 32
    private static let clauseTokensMin = 9

    /// No sentence is longer: what has no full stop for so long is cut, so that hostile input costs no more time.
    private static let tokensMax = 120

    private static let shortened: Set<String> = [
        "mr", "mrs", "ms", "dr", "hon", "st", "prof", "rev", "no", "e.g", "i.e", "vs", "etc", "approx", "cllr",
    ]

    static func sentences(of lines: [MeetingLines.Line], _ tokenizer: inout Tokenizer) -> [SpokenSentence] {
        var pieces = lines.map { tokenizer.tokens(of: $0.text, line: $0.number) }
        mend(&pieces, lines, tokenizer.vocabulary)
        var sentences: [SpokenSentence] = []
        for (index, tokens) in pieces.enumerated() {
            var place = 0
            var start = 0
            for position in tokens.indices
            where position - start + 1 == tokensMax || ends(tokens, at: position, tokenizer.vocabulary) {
                for clause in clauses(tokens[start...position], tokenizer.vocabulary)
                where clause.contains(where: { $0.word != nil }) {
                    sentences.append(
                        SpokenSentence(
                            tokens: Array(clause), speaker: lines[index].speaker, lineIndex: index, placeInLine: place))
                    place += 1
                }
                start = position + 1
            }
        }
        return sentences
    }

    private static func ends(_ tokens: [Token], at position: Int, _ vocabulary: Vocabulary) -> Bool {
        guard position + 1 < tokens.count else { return true }
        let token = tokens[position]
        guard token.endsSentence else { return false }
        if token.ending == .question { return true }
        let next = tokens[position + 1]
        guard next.isCapital || next.word.map({ vocabulary[$0].families.contains(.number) }) ?? true else {
            return false
        }
        guard let word = token.word else { return true }
        let text = vocabulary[word].text
        if token.isCapital && text.utf8.count == 1 && text != "i" { return false }
        return !shortened.contains(text)
    }

    /// Puts the rest of an interrupted sentence back where it began.
    ///
    /// It goes on when the same person's next line begins with a small letter. Where people type without capitals
    /// that tells nothing, and nothing is mended.
    private static func mend(_ pieces: inout [[Token]], _ lines: [MeetingLines.Line], _ vocabulary: Vocabulary) {
        let capitals = pieces.count { $0.first?.isCapital ?? false }
        guard capitals * 2 > pieces.count else { return }
        for index in pieces.indices {
            var next = index + 1
            while let last = pieces[index].last, !last.endsSentence, pieces[index].count < mendedTokensMax,
                let found = continuation(after: index, from: next, pieces, lines, vocabulary)
            {
                // Only the sentence that was interrupted is finished; what follows stays in its own line.
                let end = pieces[found].indices.first { ends(pieces[found], at: $0, vocabulary) } ?? 0
                pieces[index] += pieces[found][...end]
                pieces[found].removeSubrange(...end)
                if !pieces[found].isEmpty { break }
                next = found + 1
            }
        }
    }

    private static func continuation(
        after index: Int, from start: Int, _ pieces: [[Token]], _ lines: [MeetingLines.Line], _ vocabulary: Vocabulary
    ) -> Int? {
        guard let speaker = lines[index].speaker else { return nil }
        for candidate in start..<min(start + linesAheadMax, pieces.count) {
            guard let first = pieces[candidate].first else { continue }
            if lines[candidate].speaker == speaker {
                guard !first.isCapital, let word = first.word else { return nil }
                return vocabulary[word].families.contains(.filler) && pieces[candidate].count <= 2 ? nil : candidate
            }
            if pieces[candidate].count > interruptionWordsMax { return nil }
        }
        return nil
    }

    /// A sentence of many clauses is cut before "and we", "but I" and their like.
    private static func clauses(_ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary) -> [ArraySlice<Token>] {
        guard tokens.count > clauseTokensMax else { return [tokens] }
        var clauses: [ArraySlice<Token>] = []
        var start = tokens.startIndex
        for index in tokens.indices.dropLast(clauseTokensMin)
        where index - start >= clauseTokensMin && startsClause(tokens, at: index + 1, vocabulary) {
            clauses.append(tokens[start...index])
            start = index + 1
        }
        clauses.append(tokens[start...])
        return clauses
    }

    private static func startsClause(_ tokens: ArraySlice<Token>, at index: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index + 1 < tokens.endIndex, tokens[index - 1].ending == .comma || tokens[index - 1].ending == .dash,
            let word = tokens[index].word, let next = tokens[index + 1].word
        else { return false }
        guard ["and", "but", "so"].contains(vocabulary[word].text) else { return false }
        let subjects: WordFamilies = [.speakerPronoun, .groupPronoun, .listenerPronoun, .otherPronoun, .pointing]
        return !vocabulary[next].families.isDisjoint(with: subjects)
    }
}
