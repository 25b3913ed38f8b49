/// Which statement a line speaks of, by the words they have in common.
enum ContentMatch {
    /// Of many statements only the latest are compared: nobody means the fortieth last by a word of it.
    static let comparedMax = 40

    /// The statement with the most words in common, if it has more than the others.
    static func best(_ words: Words, in statements: [OpenStatement], least: Int = 1) -> OpenStatement? {
        var wanted: [String] = []
        for index in words.all.indices where words[index].kind == .word {
            if let stem = ContentWords.stem(words.text(index)) { wanted.append(stem) }
        }
        guard !wanted.isEmpty else { return nil }
        var best: (score: Int, statement: OpenStatement?) = (least - 1, nil)
        for statement in statements.suffix(comparedMax) {
            let score = common(wanted, with: statement.text)
            if score > best.score {
                best = (score, statement)
            } else if score == best.score {
                best.statement = nil
            }
        }
        return best.statement
    }

    /// How many of the stems of these words any of the texts has, and how many there are.
    static func shared(_ words: Words, _ range: Range<Int>, _ texts: [String]) -> (count: Int, of: Int) {
        var wanted: [String] = []
        for index in range where words[index].kind == .word {
            if let stem = ContentWords.stem(words.text(index)), !wanted.contains(stem) { wanted.append(stem) }
        }
        return (texts.reduce(0) { max($0, common(wanted, with: $1)) }, wanted.count)
    }

    /// How many of these stems a text has.
    private static func common(_ wanted: [String], with text: String) -> Int {
        var seen: [String] = []
        ContentWords.each(in: text) { stem in
            if wanted.contains(stem), !seen.contains(stem) { seen.append(stem) }
        }
        return seen.count
    }
}
