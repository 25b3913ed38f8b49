/// Which statement a line speaks of, by the words they have in common.
enum ContentMatch {
    /// Of many statements only the latest are compared: nobody means the fortieth last by a word of it.
    static let comparedMax = 40

    /// The statement with the most words in common, if it has more than the others.
    static func best(_ words: Words, in statements: [OpenStatement], least: Int = 1) -> OpenStatement? {
        var wanted: [String] = []
        for index in words.all.indices where words[index].kind == .word {
            if let stem = stem(words.text(index)) { wanted.append(stem) }
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

    /// How many of these stems a text has.
    private static func common(_ wanted: [String], with text: String) -> Int {
        var seen: [String] = []
        var bytes: [UInt8] = []
        func finish() {
            defer { bytes.removeAll(keepingCapacity: true) }
            guard bytes.count >= 4, let stem = stem(String(decoding: bytes, as: UTF8.self)), wanted.contains(stem),
                !seen.contains(stem)
            else { return }
            seen.append(stem)
        }
        for scalar in text.unicodeScalars {
            let before = bytes.count
            switch Folding.append(scalar, to: &bytes) {
            case .letter, .digit, .ignored, .apostrophe: break
            default:
                bytes.removeLast(bytes.count - before)
                finish()
            }
        }
        finish()
        return seen.count
    }

    /// The first five letters of a word with a content of its own.
    static func stem(_ key: String) -> String? {
        let bytes = key.utf8
        guard bytes.count >= 4, !stopWords.contains(WordKey(key)) else { return nil }
        let whole = bytes.last == UInt8(ascii: "s") ? bytes.dropLast() : bytes[...]
        return whole.count <= 5 ? String(Substring(whole)) : String(key.prefix(5))
    }

    private static let stopWords = WordSet(
        """
        that this with from have they them their there what when where which will would could should about agree
        disagree been were does dont cant wont just only also very more most some than then into over under
        really point said like want need know think because every much many well good right wrong sure quite
        your ours mine here these those being other nobody anybody people thing things make made take says
        cannot never always still even
        """)
}
