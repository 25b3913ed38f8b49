/// What could be clearer in the words of an aim or an objective: named once, kindly, and never in the way of a test.
public enum WordingAdvice: Sendable, Hashable {
    /// A verb that nobody can check afterwards, such as *support*.
    case vagueVerb(String)
    /// Two things in one, joined by *and*.
    case twoInOne
    /// An aim that does not say by when.
    case noDate
    /// An aim that is longer than people can hold in their heads.
    case tooLong(words: Int)
    /// Capital letters that nobody has explained.
    case acronym(String)
    /// A word of trade talk with a plainer one.
    case jargon(String, plainer: String)

    /// An aim fits in one breath; beyond this many words it wants cutting.
    public static let aimWordsMax = 30
    /// More than this many remarks at once help nobody.
    public static let findingsMax = 3

    /// - Parameter explained: acronyms that were explained or named before.
    public static func findings(
        in text: String, kind: ProposalKind, today: CivilDate, explained: Set<String> = []
    ) -> [WordingAdvice] {
        guard kind == .aim || kind == .objective else { return [] }
        let words = WordingWords(text)
        var findings: [WordingAdvice] = []
        if let verb = words.vagueVerb { findings.append(.vagueVerb(verb)) }
        if words.joinsTwoDeeds { findings.append(.twoInOne) }
        if kind == .aim && !words.namesATime { findings.append(.noDate) }
        if kind == .aim && words.count > aimWordsMax { findings.append(.tooLong(words: words.count)) }
        findings += words.acronyms.filter { !explained.contains($0) }.map(WordingAdvice.acronym)
        findings += words.jargon.map { .jargon($0.word, plainer: $0.plainer) }
        return Array(findings.prefix(findingsMax))
    }
}

/// The words of a proposal, for looking at how it is worded.
struct WordingWords {
    /// As written, without the punctuation around them.
    let written: [String]
    let folded: [String]
    let text: String

    init(_ text: String) {
        self.text = text
        written = text.split { $0.isWhitespace || $0 == "/" }.map { WordingWords.bare(String($0)) }.filter {
            !$0.isEmpty
        }
        folded = written.map { $0.lowercased() }
    }

    private static func bare(_ word: String) -> String {
        var slice = word[...]
        while let first = slice.first, !first.isLetter && !first.isNumber { slice.removeFirst() }
        while let last = slice.last, !last.isLetter && !last.isNumber { slice.removeLast() }
        return String(slice)
    }

    var count: Int { written.count }

    /// A vague verb where a verb stands: at the start, or after a word that a verb follows.
    var vagueVerb: String? {
        for index in folded.indices {
            let isVerbPlace = index == 0 || WordingTables.beforeVerbs.contains(folded[index - 1])
            guard isVerbPlace else { continue }
            for phrase in WordingTables.vagueVerbs where matches(phrase, at: index) {
                return phrase.joined(separator: " ")
            }
        }
        return nil
    }

    /// "and" with a verb on its far side: two deeds that can succeed or fail apart.
    var joinsTwoDeeds: Bool {
        for index in folded.indices where folded[index] == "and" {
            var next = index + 1
            while next < folded.count, ["will", "to", "also", "then"].contains(folded[next]) { next += 1 }
            guard next < folded.count else { continue }
            if next > index + 1 && (folded[index + 1] == "will" || folded[index + 1] == "to") { return true }
            if WordingTables.deeds.contains(folded[next]) { return true }
        }
        return false
    }

    /// A year, a month or a season of the calendar that can be checked.
    var namesATime: Bool {
        written.contains { word in
            let lowered = word.lowercased()
            if word.utf8.count == 4, let year = Int(word), (2_000...2_199).contains(year) { return true }
            if WordingTables.monthNames.contains(lowered) { return true }
            return ["tomorrow", "easter", "christmas"].contains(lowered)
        } || containsPhrase(["in", "months"]) || containsPhrase(["within", "months"])
            || containsPhrase(["within", "years"])
            || containsPhrase(["in", "years"])
    }

    /// "in six months": the first word, then at most two others, then the last.
    private func containsPhrase(_ ends: [String]) -> Bool {
        folded.indices.contains { (index: Int) -> Bool in
            guard folded[index] == ends[0] else { return false }
            return folded[(index + 1)..<min(folded.count, index + 4)].contains { $0 == ends[1] || $0 + "s" == ends[1] }
        }
    }

    /// Runs of two to six capitals that are not explained by brackets beside them.
    var acronyms: [String] {
        var found: [String] = []
        for word in written where WordingWords.isAcronym(word) && !found.contains(word) {
            let isExplained = text.contains("(\(word))") || text.contains("\(word) (")
            if !isExplained && !WordingTables.knownAcronyms.contains(word) { found.append(word) }
        }
        return found
    }

    private static func isAcronym(_ word: String) -> Bool {
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        return (2...6).contains(letters.count) && letters.allSatisfy { $0.properties.isUppercase }
    }

    var jargon: [(word: String, plainer: String)] {
        folded.compactMap { word in WordingTables.jargon[word].map { (word, $0) } }
    }

    private func matches(_ phrase: [String], at index: Int) -> Bool {
        guard index + phrase.count <= folded.count else { return false }
        return phrase.indices.allSatisfy { folded[index + $0] == phrase[$0] }
    }
}
