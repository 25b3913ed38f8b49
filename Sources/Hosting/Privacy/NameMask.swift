import Facilitation

/// Finds somebody's name in texts and puts another in its place. A part of the name that others in the room have too is
/// put out of sight as well, but not said to be this person's.
struct NameMask {
    /// What may name the person, folded, whole names first.
    private var wholeNames: [[String]] = []
    /// Single words of the name, and whether somebody else has them too.
    private var parts: [String: Bool] = [:]
    /// Whole names of others: what belongs to one of them is left alone.
    private var others: [[String]] = []
    private let ids: [String]
    private let pseudonym: String
    static let unclear = "(name erased)"
    /// Shorter words of a name are initials.
    private static let partLengthMin = 2
    private static let idLengthMin = 3

    /// - Parameters:
    ///   - names: every form of the person's name.
    ///   - ids: what the person is called by programs.
    ///   - others: names of everybody else in the room.
    init(names: [String], ids: [String], others: [String], pseudonym: String, maskParts: Bool = true) {
        self.pseudonym = pseudonym
        self.ids = ids.filter { $0.utf8.count >= NameMask.idLengthMin }.sorted { $0.utf8.count > $1.utf8.count }
        self.others = others.map(NameMask.words).filter { $0.count > 1 }
        let othersParts = Set(others.flatMap(NameMask.words))
        for name in names {
            let words = NameMask.words(name)
            if words.isEmpty { continue }
            wholeNames.append(words)
            guard maskParts || words.count == 1 else { continue }
            for word in words where word.unicodeScalars.count >= NameMask.partLengthMin && !Names.isTitle(word) {
                parts[word] = othersParts.contains(word)
            }
        }
        guard maskParts else { return }
        for id in ids {
            let local = id.split(separator: ":").last.map(String.init) ?? ""
            let words = NameMask.words(local)
            guard words.count == 1, let word = words.first, word.utf8.count >= NameMask.idLengthMin,
                word.contains(where: \.isLetter)
            else { continue }
            parts[word] = othersParts.contains(word)
        }
        wholeNames.sort { $0.count > $1.count }
    }

    private static func words(_ name: String) -> [String] {
        WordTokens.of(name).map(\.folded).filter { !Names.isTitle($0) || name.utf8.count <= 4 }
    }

    func masked(_ text: String) -> String {
        let text = withoutIDs(text)
        let cuts = cuts(in: text, WordTokens.of(text))
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }

    private func withoutIDs(_ text: String) -> String {
        var text = text
        for id in ids where text.contains(id) { text = text.replacing(id, with: pseudonym) }
        return text
    }

    private func cuts(in text: String, _ tokens: [WordToken]) -> TextCuts {
        var cuts = TextCuts()
        var index = 0
        while index < tokens.count {
            if let length = length(of: wholeNames, in: tokens, at: index) {
                for token in tokens[index..<index + length] { cuts.add(token.range, by: pseudonym) }
                index += length
            } else if let length = length(of: others, in: tokens, at: index) {
                index += length
            } else {
                if let shared = parts[tokens[index].folded], isName(tokens, at: index) {
                    cuts.add(tokens[index].range, by: shared ? NameMask.unclear : pseudonym)
                }
                index += 1
            }
        }
        return cuts
    }

    private func length(of names: [[String]], in tokens: [WordToken], at index: Int) -> Int? {
        names.first { name in
            index + name.count <= tokens.count && (name.count > 1 || isName(tokens, at: index))
                && zip(name, tokens[index...]).allSatisfy { $0 == $1.folded }
        }?.count
    }

    /// "Will this help?" names nobody.
    private func isName(_ tokens: [WordToken], at index: Int) -> Bool {
        let token = tokens[index]
        guard Names.isOrdinaryWord(token.folded) else { return true }
        return token.isCapital && !token.beginsSentence
    }
}
