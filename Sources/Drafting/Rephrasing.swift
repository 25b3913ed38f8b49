import Facilitation

/// A statement put into the shape of an aim or an objective: by when, who will do what, measured by what.
///
/// Every piece is a piece of the statement, word for word, or a gap. Nothing is filled in.
struct Rephrased: Hashable {
    enum Who: Hashable {
        /// "We", said in a partnership.
        case partnership
        /// Somebody whom the statement names: a body, or those who are to be better off.
        case words(String)
        /// Left to be agreed: no person is volunteered by what another one says.
        case gap
    }
    enum What: Hashable {
        /// What will be done, beginning with its verb.
        case deed(String)
        /// What will be there, after "need".
        case having(String)
        /// What is wrong today.
        case lack(String)
    }
    /// Words such as "March 2027"; nil where the statement gives none.
    var when: String?
    /// True when the date stands within the deed, so that none has to be agreed.
    var whenIsInside = false
    var who: Who
    var what: What
    var measure: String?
    var kind: ProposalKind
}

/// Finds, by rule, what a statement asks for.
struct Rephraser {
    /// Longer deeds are a speech, and nobody could test them.
    static let deedWordsMax = 30
    /// Fewer words say too little to be quoted on their own.
    static let deedWordsMin = 3

    /// Words of people's names, in lower case: a deed that names its doer is a gap until the person says yes.
    let names: Set<String>

    /// - Parameter members: whose names are known.
    init(members: [RecordMember]) {
        names = Set(
            members.flatMap { $0.name.split { !$0.isLetter } }.filter { $0.count > 1 }.map { $0.lowercased() })
    }

    /// - Parameter text: a statement, as shown.
    /// - Returns: nil when the statement asks for nothing that a rule can find.
    func rephrased(_ text: String) -> Rephrased? {
        let sentences = SaidSentence.all(in: text)
        for sentence in sentences where !sentence.isQuestion {
            if let found = asked(sentence) { return found }
        }
        return sentences.filter { !$0.isQuestion }.lazy.compactMap(lack).first
    }

    /// The clause that tells of the lack, or the whole sentence where it is one.
    private func lack(_ sentence: SaidSentence) -> Rephrased? {
        guard let told = RephrasingWords.lack(sentence) else { return nil }
        let start =
            (1..<max(1, told + 1)).last { place in
                guard let before = sentence.key(place - 1), ["and", "but", "so"].contains(before) else { return false }
                return place == told || sentence.endsClause(place - 2)
            } ?? 0
        let count = sentence.keys.count - start
        guard (Rephraser.deedWordsMin...Rephraser.deedWordsMax).contains(count) else { return nil }
        let words = start == 0 ? sentence.text(from: 0) : sentence.text(start..<sentence.keys.count)
        return Rephrased(who: .gap, what: .lack(words), kind: .aim)
    }

    private func asked(_ sentence: SaidSentence) -> Rephrased? {
        for start in sentence.clauseStarts {
            var position = start
            while let next = RephrasingWords.hedge(sentence, at: position) { position = next }
            var when: String?
            if sentence.key(position) == "by", let end = RephrasingWords.dateEnd(sentence, from: position + 1) {
                when = sentence.text(position + 1..<end)
                position = end
            }
            guard let (who, verb, has) = subject(sentence, at: position) else { continue }
            if let found = deed(sentence, who: who, from: verb, has: has, when: when) { return found }
        }
        return nil
    }

    // MARK: Who

    /// Who is to act, where the verb begins, and whether the verb is "have".
    private func subject(_ sentence: SaidSentence, at start: Int) -> (Rephrased.Who, verb: Int, has: Bool)? {
        switch sentence.key(start) {
        case "lets": return (.partnership, start + 1, false)
        case "let" where sentence.key(start + 1) == "us": return (.partnership, start + 2, false)
        case "we", "partnership":
            guard let asks = RephrasingWords.asking(sentence, at: start + 1, isWe: true) else { return nil }
            return (.partnership, asks.verb, asks.has)
        case "they", "you", "somebody", "someone":
            guard let asks = RephrasingWords.asking(sentence, at: start + 1, isWe: false) else { return nil }
            return (.gap, asks.verb, asks.has)
        default: return named(sentence, from: start)
        }
    }

    /// A few words that name somebody, before "should" or "need".
    private func named(_ sentence: SaidSentence, from start: Int) -> (Rephrased.Who, verb: Int, has: Bool)? {
        for end in start..<(start + RephrasingWords.subjectWordsMax) {
            guard let key = sentence.key(end) else { return nil }
            if end > start, let asks = RephrasingWords.asking(sentence, at: end, isWe: false) {
                let keys = (start..<end).compactMap(sentence.key)
                if keys == ["the", "partnership"] { return (.partnership, asks.verb, asks.has) }
                if keys.contains(where: names.contains) { return (.gap, asks.verb, asks.has) }
                return (.words(sentence.text(start..<end)), asks.verb, asks.has)
            }
            if RephrasingWords.notInSubject.contains(key) || sentence.endsClause(end) { return nil }
        }
        return nil
    }

    // MARK: What

    private func deed(
        _ sentence: SaidSentence, who: Rephrased.Who, from verb: Int, has: Bool, when: String?
    ) -> Rephrased? {
        var end = RephrasingWords.withoutReason(sentence, from: verb)
        var measure: String?
        if let measured = (verb..<end).first(where: {
            sentence.key($0) == "measured" && sentence.key($0 + 1) == "by" && $0 + 2 < end
        }) {
            measure = sentence.text(measured + 2..<end)
            end = measured
        }
        var found = Rephrased(
            when: when, who: who, what: .deed(""), measure: measure,
            kind: RephrasingWords.kind(who, verb: sentence.key(verb) ?? ""))
        if when == nil {
            if let by = (verb..<end).last(where: { sentence.key($0) == "by" }),
                RephrasingWords.dateEnd(sentence, from: by + 1) == end
            {
                found.when = sentence.text(by + 1..<end)
                end = by
            } else {
                found.whenIsInside = (verb..<end).contains { RephrasingWords.isDate(sentence.key($0) ?? "") }
            }
        }
        guard (Rephraser.deedWordsMin...Rephraser.deedWordsMax).contains(end - verb) else { return nil }
        let text = sentence.text(verb..<end)
        found.what = has ? .having(text) : .deed(text)
        return found
    }
}

/// One sentence of a statement, by words.
struct SaidSentence {
    private let text: Substring
    private var ranges: [Range<String.Index>] = []
    /// In lower case and without apostrophes.
    private(set) var keys: [String] = []
    let isQuestion: Bool

    private init(_ text: Substring) {
        self.text = text
        isQuestion = text.last == "?"
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isWordPart || text[index] == "£" else {
                index = text.index(after: index)
                continue
            }
            let start = index
            while index < text.endIndex, SaidSentence.isInWord(text, index) { index = text.index(after: index) }
            ranges.append(start..<index)
            keys.append(text[start..<index].lowercased().filter { $0 != "'" && $0 != "\u{2019}" })
        }
    }

    private static func isInWord(_ text: Substring, _ index: String.Index) -> Bool {
        let character = text[index]
        if character.isWordPart || "'\u{2019}-%£".contains(character) { return true }
        guard character == "." || character == ",", text.index(after: index) < text.endIndex else { return false }
        // "1,000" and "2.5" are one word.
        return text[text.index(after: index)].isNumber && text[text.index(before: index)].isNumber
    }

    static func all(in text: String) -> [SaidSentence] {
        var sentences: [SaidSentence] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if ".!?".contains(text[index]), next == text.endIndex || text[next] == " " {
                sentences.append(SaidSentence(text[start..<next]))
                start = next
            }
            index = next
        }
        if start < text.endIndex { sentences.append(SaidSentence(text[start...])) }
        return sentences.filter { !$0.keys.isEmpty }
    }

    func key(_ position: Int) -> String? { keys.indices.contains(position) ? keys[position] : nil }

    /// True when a comma, a colon or a dash follows the word.
    func endsClause(_ position: Int) -> Bool {
        guard ranges.indices.contains(position), ranges.indices.contains(position + 1) else { return position >= 0 }
        return text[ranges[position].upperBound..<ranges[position + 1].lowerBound].contains {
            ",;:-\u{2013}\u{2014}".contains($0)
        }
    }

    /// Where a clause may begin: at the start, after a comma, and after "so", "and", "but".
    var clauseStarts: [Int] {
        keys.indices.filter { position in
            position == 0 || endsClause(position - 1) || ["so", "and", "but", "then"].contains(keys[position - 1])
        }
    }

    /// The exact words, without marks at the ends.
    func text(_ words: Range<Int>) -> String {
        guard ranges.indices.contains(words.lowerBound), ranges.indices.contains(words.upperBound - 1), !words.isEmpty
        else { return "" }
        return String(text[ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound])
    }

    /// From a word to the end of the sentence, with its closing mark.
    func text(from word: Int) -> String {
        guard ranges.indices.contains(word) else { return "" }
        return String(text[ranges[word].lowerBound...])
    }
}
