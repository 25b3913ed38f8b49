import Facilitation

/// Finds somebody's name in texts and puts another in its place. A part of the name that others in the room have too is
/// put out of sight as well, but not said to be this person's.
struct NameMask {
    /// What may name the person, folded, whole names first.
    private var wholeNames: [[String]] = []
    /// Single words of the name, and whether somebody else has them too.
    private var parts: [String: Bool] = [:]
    /// Whole names of others: what belongs to one of them is left alone.
    private let others: [[String]]
    /// Ids that name the person where they stand as a whole.
    private let ids: [String]
    private let pseudonym: String
    /// Whether a name of one word is one only where it is written like one.
    private let needsCapital: Bool
    static let unclear = "(name erased)"
    /// Shorter words of a name are initials.
    private static let partLengthMin = 2
    private static let idLengthMin = 3
    /// A number with fewer digits may be a year or a count.
    private static let digitsMin = 6

    /// - Parameters:
    ///   - names: every form of the person's name.
    ///   - ids: what the person is called by programs.
    ///   - others: names of everybody else in the room.
    ///   - leaving: names of several words that are no person's, such as those of organisations: they are left alone.
    init(
        names: [String], ids: [String], others: [String], pseudonym: String, maskParts: Bool = true,
        needsCapital: Bool = false, leaving: [String] = []
    ) {
        self.pseudonym = pseudonym
        self.needsCapital = needsCapital
        self.ids = ids.filter(NameMask.standsForItself).sorted { $0.utf8.count > $1.utf8.count }
        self.others = (others + leaving).map(NameMask.words).filter { $0.count > 1 }.sorted { $0.count > $1.count }
        let othersParts = Set(others.flatMap(NameMask.words))
        let particles = Set(names.flatMap(NameMask.particles))
        for name in names {
            let words = NameMask.words(name)
            if words.isEmpty { continue }
            wholeNames.append(words)
            guard maskParts || words.count == 1 else { continue }
            let alone = PersonTitles.dropped(from: words).filter { !particles.contains($0) }
            for word in alone where word.unicodeScalars.count >= NameMask.partLengthMin {
                parts[word] = othersParts.contains(word)
            }
            let family = words.drop { !particles.contains($0) }
            if let last = family.last, !othersParts.contains(last) { wholeNames.append(Array(family)) }
        }
        wholeNames.sort { $0.count > $1.count }
        guard maskParts else { return }
        for id in ids {
            let local = id.split(separator: ":").last.map(String.init) ?? ""
            let words = NameMask.words(local)
            guard words.count == 1, let word = words.first, word.utf8.count >= NameMask.idLengthMin,
                word.contains(where: \.isLetter)
            else { continue }
            parts[word] = othersParts.contains(word)
        }
    }

    private static func words(_ name: String) -> [String] {
        let words = WordTokens.of(name).map(\.folded)
        // What is left of *Dr X* would be any letter.
        return name.utf8.count <= 4 ? words : PersonTitles.dropped(from: words)
    }

    /// What a name itself writes small, inside it: *van* and *der* of *Sam van der Berg*. Alone they name nobody.
    private static func particles(of name: String) -> [String] {
        let tokens = WordTokens.of(name)
        guard tokens.contains(where: \.isCapital) else { return [] }
        return tokens.dropFirst().dropLast().filter { !$0.isCapital }.map(\.folded)
    }

    /// An id of one word, such as `sam`, is looked for as a part of the name is.
    private static func standsForItself(_ id: String) -> Bool {
        let words = WordTokens.of(id).map(\.folded)
        guard words.count == 1 else { return words.count > 1 }
        return words[0].utf8.count >= digitsMin && !words[0].contains(where: \.isLetter)
    }

    /// - Parameter alsoShared: false in the names of others: a part that both have is theirs.
    func masked(_ text: String, alsoShared: Bool = true) -> String {
        let text = withoutIDs(text)
        let tokens = WordTokens.of(text)
        var cuts = cuts(in: tokens, alsoShared)
        if cuts.isEmpty { return text }
        fitArticles(tokens, in: text, &cuts)
        return cuts.apply(to: text)
    }

    /// *A Shah idea* becomes *An Erased person 1 idea*.
    private func fitArticles(_ tokens: [WordToken], in text: String, _ cuts: inout TextCuts) {
        guard let first = pseudonym.first, "AEIOU".contains(first) else { return }
        let starts = Set(cuts.cuts.filter { $0.by == pseudonym }.map { $0.range.lowerBound })
        for (article, next) in zip(tokens, tokens.dropFirst())
        where article.folded == "a" && starts.contains(next.range.lowerBound)
            && !starts.contains(article.range.lowerBound)
            && text[article.range.upperBound..<next.range.lowerBound] == " "
        {
            cuts.add(article.range, by: article.isCapital ? "An" : "an")
        }
    }

    private func withoutIDs(_ text: String) -> String {
        var cuts = TextCuts()
        for id in ids {
            for range in text.ranges(of: id) where WordTokens.isWhole(range, in: text) {
                cuts.add(range, by: pseudonym)
            }
        }
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }

    private func cuts(in tokens: [WordToken], _ alsoShared: Bool) -> TextCuts {
        var cuts = TextCuts()
        var index = 0
        while index < tokens.count {
            let own = length(of: wholeNames, in: tokens, at: index)
            let other = length(of: others, in: tokens, at: index)
            // Of two names that begin alike the longer one is meant.
            if own > 0, own >= other {
                for token in tokens[index..<index + own] { cuts.add(token.range, by: pseudonym) }
                index += own
            } else if other > 0 {
                index += other
            } else {
                if let shared = parts[tokens[index].folded], alsoShared || !shared, isName(tokens, at: index),
                    !isThing(tokens, at: index)
                {
                    cuts.add(tokens[index].range, by: shared ? NameMask.unclear : pseudonym)
                }
                index += 1
            }
        }
        return cuts
    }

    /// How many words the longest of these names has that stands here; 0 where none does.
    private func length(of names: [[String]], in tokens: [WordToken], at index: Int) -> Int {
        let found = names.first { name in
            index + name.count <= tokens.count && (name.count > 1 || isName(tokens, at: index))
                && zip(name, tokens[index...]).allSatisfy { $0 == $1.folded }
        }
        return found?.count ?? 0
    }

    /// "Will this help?" names nobody, and neither does "in May"; Mr May is somebody.
    private func isName(_ tokens: [WordToken], at index: Int) -> Bool {
        let token = tokens[index]
        let isDate = NameMask.months.contains(token.folded) && NameMask.isDate(tokens, at: index)
        let isTitled = index > 0 && PersonTitles.isOne(tokens[index - 1].folded)
        // *Jan said so*: a month that is no other word is somebody, wherever it stands in no date.
        guard Names.isOrdinaryWord(token.folded) || PersonTitles.isOne(token.folded) else {
            return (!isDate || isTitled) && (!needsCapital || token.isCapital)
        }
        guard token.isCapital else { return false }
        return isTitled || !token.beginsSentence && !isDate
    }

    /// *every village needs a baker* is not about Fay Baker. Otherwise a part of a name may be written small: people who chat
    /// write *i agree with shah*, *our ann*, *the shah idea*.
    private func isThing(_ tokens: [WordToken], at index: Int) -> Bool {
        index > 0 && !tokens[index].isCapital && !tokens[index].beginsSentence
            && NameMask.beforeThings.contains(tokens[index - 1].folded)
    }

    private static let beforeThings: Set<String> = ["a", "an", "every", "each", "another", "any"]

    /// Whether a month stands here as in a date: *in May*, *3 May*, *May 2027*, *April or May*.
    private static func isDate(_ tokens: [WordToken], at index: Int) -> Bool {
        func begins(_ index: Int) -> Bool {
            guard tokens.indices.contains(index) else { return false }
            let word = tokens[index].folded
            return word.first?.isNumber == true || months.contains(word)
        }
        if begins(index - 1) || begins(index + 1) { return true }
        guard index > 0 else { return false }
        let before = tokens[index - 1].folded
        if ["and", "or", "to"].contains(before) { return begins(index - 2) }
        return datePrepositions.contains(before)
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ]
    private static let datePrepositions: Set<String> = [
        "in", "by", "of", "from", "until", "till", "since", "before", "after", "during", "this", "next", "last",
        "early", "late", "mid", "every", "each", "end", "through", "between",
    ]

    /// Whether a word of the name stands here and was left because it may be another word.
    func isDoubtful(_ text: String) -> Bool {
        let tokens = WordTokens.of(text)
        var index = 0
        while index < tokens.count {
            let other = length(of: others, in: tokens, at: index)
            let isLeft = tokens[index].isCapital ? !isName(tokens, at: index) : isThing(tokens, at: index)
            if other == 0, parts[tokens[index].folded] != nil, isLeft { return true }
            index += max(1, other)
        }
        return false
    }
}
