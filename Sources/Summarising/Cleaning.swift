/// Takes what is only the noise of speaking out of a sentence: fillers, false starts, words said twice.
///
/// Words are left out and none is added, changed or moved; only the first letter may become a capital, and
/// punctuation follows the words that are left.
struct CleanSentence {
    /// The tokens that are left.
    private(set) var tokens: [Token]
    /// How many fillers, fragments and repeated words were left out.
    private(set) var noiseCount = 0
    /// True when the speaker did not come to an end.
    private(set) var isBroken = false
    private(set) var text = ""
    private(set) var wordCount = 0

    /// Openers and endings are only dropped while this many words stay.
    private static let wordsKeptMin = 3
    private static let repeatedWordsMax = 5

    init(_ sentence: SpokenSentence, _ vocabulary: Vocabulary) {
        tokens = sentence.tokens.filter { $0.word != nil || $0.text.utf8.contains { $0 >= 0x80 } }
        dropFillers(vocabulary)
        dropAsides(vocabulary)
        var before = -1
        while before != tokens.count {
            before = tokens.count
            dropFragments(vocabulary)
            dropRepetitions(vocabulary)
        }
        noiseCount = sentence.tokens.count { $0.word != nil } - tokens.count { $0.word != nil }
        dropOpeners(vocabulary)
        isBroken = !(tokens.last?.endsSentence ?? false)
        dropDanglingEnd(vocabulary)
        text = CleanSentence.written(tokens, isBroken: isBroken)
        wordCount = tokens.reduce(0) { $0 + $1.wordCount }
    }

    private func families(_ index: Int, _ vocabulary: Vocabulary) -> WordFamilies {
        tokens.indices.contains(index) ? tokens[index].word.map { vocabulary[$0].families } ?? [] : []
    }

    private func word(_ index: Int, _ vocabulary: Vocabulary) -> String {
        tokens.indices.contains(index) ? tokens[index].word.map { vocabulary[$0].text } ?? "" : ""
    }

    /// Leaves tokens out; the pause that they stood in goes with them.
    private mutating func remove(_ range: Range<Int>) {
        let ending = tokens[range.upperBound - 1].ending
        tokens.removeSubrange(range)
        let before = range.lowerBound - 1
        guard before >= 0 else { return }
        if ending == .stop || ending == .question {
            tokens[before].setEnding(ending)
        } else if ending == .comma && tokens[before].ending == .comma {
            tokens[before].setEnding(.none)
        }
    }

    private mutating func dropFillers(_ vocabulary: Vocabulary) {
        for index in tokens.indices.reversed() where families(index, vocabulary).contains(.filler) {
            remove(index..<(index + 1))
        }
    }

    /// "You know" and "I mean" between pauses, and "like" between two.
    private mutating func dropAsides(_ vocabulary: Vocabulary) {
        for index in tokens.indices.reversed() where index < tokens.count {
            let startsFresh = index == 0 || tokens[index - 1].ending != .none
            guard startsFresh, let number = tokens[index].word else { continue }
            let first = vocabulary[number].text
            if first == "like", index > 0, tokens[index].ending == .comma { remove(index..<(index + 1)) }
            guard first == "you" || first == "i", tokens[index].ending == .none, tokens.count > 2 else { continue }
            let second = word(index + 1, vocabulary)
            let endsPause = index + 1 < tokens.count && tokens[index + 1].ending != .none
            let isAside = first == "you" ? second == "know" && (endsPause || index == 0) : second == "mean"
            if isAside { remove(index..<(index + 2)) }
        }
    }

    /// "rem remote", "s- summary", and "it it's".
    private mutating func dropFragments(_ vocabulary: Vocabulary) {
        for index in tokens.indices.dropLast().reversed() {
            let part = word(index, vocabulary)
            let whole = word(index + 1, vocabulary)
            guard !part.isEmpty, part.utf8.count < whole.utf8.count, whole.hasPrefix(part) else { continue }
            let isContraction = whole.utf8.dropFirst(part.utf8.count).first == UInt8(ascii: "'")
            let isLetter = part.utf8.count == 1 && !["a", "i"].contains(part)
            let isKnown = families(index, vocabulary).contains(.common) || tokens[index].isCapital
            let isCutOff = tokens[index].ending == .dash
            if isContraction || isCutOff || isLetter
                || (part.utf8.count <= 4 && !isKnown && tokens[index].ending == .none)
            {
                remove(index..<(index + 1))
            }
        }
    }

    /// "the the", and "we could, we could use": the first of both goes. A number said twice is left: it may be two.
    private mutating func dropRepetitions(_ vocabulary: Vocabulary) {
        var index = 0
        while index < tokens.count {
            var longest = isBrokenOff(index, vocabulary) ? 2 : 0
            for count in stride(from: CleanSentence.repeatedWordsMax, through: 1, by: -1)
            where longest == 0 && index + 2 * count <= tokens.count && isRepeated(index, count, vocabulary) {
                longest = count
                break
            }
            if longest > 0 { tokens.removeSubrange(index..<(index + longest)) } else { index += 1 }
        }
    }

    /// "the v the voice": a word, a few letters of what should follow, and the same word again.
    private func isBrokenOff(_ index: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index + 2 < tokens.count, let first = tokens[index].word, first == tokens[index + 2].word else {
            return false
        }
        let letters = word(index + 1, vocabulary)
        return letters.utf8.count <= 2 && tokens[index + 1].ending == .none
            && letters.utf8.allSatisfy { (0x61...0x7A).contains($0) && !"aeiouy".utf8.contains($0) }
    }

    private func isRepeated(_ index: Int, _ count: Int, _ vocabulary: Vocabulary) -> Bool {
        for offset in 0..<count {
            guard let first = tokens[index + offset].word, first == tokens[index + count + offset].word,
                !tokens[index + offset].endsSentence
            else { return false }
        }
        return count > 1 || !families(index, vocabulary).contains(.number)
    }

    private mutating func dropOpeners(_ vocabulary: Vocabulary) {
        while tokens.count > CleanSentence.wordsKeptMin, families(0, vocabulary).contains(.opener) {
            let always = ["okay", "ok", "so", "and", "but", "yeah", "yep"].contains(word(0, vocabulary))
            let pronouns: WordFamilies = [
                .speakerPronoun, .groupPronoun, .listenerPronoun, .otherPronoun, .pointing, .opener,
            ]
            let startsFresh = tokens[0].ending != .none || !families(1, vocabulary).isDisjoint(with: pronouns)
            guard always || startsFresh else { return }
            tokens.removeFirst()
        }
    }

    private mutating func dropDanglingEnd(_ vocabulary: Vocabulary) {
        let hanging = ["and", "so", "but", "or", "yeah", "okay", "because"]
        while tokens.count > CleanSentence.wordsKeptMin {
            let index = tokens.count - 1
            let isAlone = tokens[index - 1].ending == .comma && ["right", "yes"].contains(word(index, vocabulary))
            let hangs = hanging.contains(word(index, vocabulary)) && tokens[index].ending != .question
            let dangles = isBroken && families(index, vocabulary).contains(.dangling)
            guard hangs || dangles || isAlone else { return }
            let ending = tokens[index].ending
            tokens.removeLast()
            if ending == .stop { tokens[index - 1].setEnding(.stop) }
        }
    }

    private static func written(_ tokens: [Token], isBroken: Bool) -> String {
        var text = ""
        for (index, token) in tokens.enumerated() {
            text += index == 0 ? capitalised(token.text) : token.text
            if !token.isGlued && index + 1 < tokens.count { text += " " }
        }
        guard isBroken, let last = tokens.last else { return text }
        switch last.ending {
        case .comma, .dash:
            while let end = text.unicodeScalars.last, ",;:-\u{2013}\u{2014}".unicodeScalars.contains(end) {
                text.unicodeScalars.removeLast()
            }
            return text + "…"
        case .none: return text + "."
        case .stop, .question: return text
        }
    }

    private static func capitalised(_ text: String) -> String {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return text }
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension Token {
    /// Changes the punctuation after the word, and its text with it.
    mutating func setEnding(_ wanted: Ending) {
        guard wanted != ending else { return }
        while let last = text.unicodeScalars.last, ",;:.!?-\u{2013}\u{2014}\u{2026}".unicodeScalars.contains(last) {
            text.unicodeScalars.removeLast()
        }
        switch wanted {
        case .stop: text += "."
        case .question: text += "?"
        case .comma: text += ","
        case .none, .dash: break
        }
        ending = wanted
        isGlued = false
    }
}
