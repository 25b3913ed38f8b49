/// A meeting cut into clean sentences, with the counts that the features need.
struct MeetingModel {
    let lines: [MeetingLines.Line]
    let speakers: [String]
    let spoken: [SpokenSentence]
    let clean: [CleanSentence]
    let vocabulary: Vocabulary

    /// For each sentence the stems of its words that carry content, each once.
    let stems: [[Int]]
    /// In how many sentences each stem is.
    let sentencesWithStem: [Int]
    /// How often each stem is said.
    let timesSaid: [Int]
    /// Words said in each line, by its index.
    let wordsInLine: [Int]

    init(_ meeting: MeetingLines) {
        var tokenizer = Tokenizer()
        let spoken = SentenceSplitting.sentences(of: meeting.lines, &tokenizer)
        let vocabulary = tokenizer.vocabulary
        let clean = spoken.map { CleanSentence($0, vocabulary) }
        var timesSaid = Array(repeating: 0, count: vocabulary.stems.count)
        var sentencesWithStem = timesSaid
        var lastSentence = Array(repeating: -1, count: timesSaid.count)
        var stems: [[Int]] = []
        stems.reserveCapacity(clean.count)
        for (index, sentence) in clean.enumerated() {
            var own: [Int] = []
            for token in sentence.tokens {
                guard let word = token.word else { continue }
                let entry = vocabulary[word]
                guard entry.families.isDisjoint(with: [.common, .filler]) else { continue }
                timesSaid[entry.stem] += 1
                if lastSentence[entry.stem] != index {
                    lastSentence[entry.stem] = index
                    sentencesWithStem[entry.stem] += 1
                    own.append(entry.stem)
                }
            }
            stems.append(own)
        }
        var wordsInLine = Array(repeating: 0, count: meeting.lines.count)
        for (sentence, cleaned) in zip(spoken, clean) { wordsInLine[sentence.lineIndex] += cleaned.wordCount }
        lines = meeting.lines
        speakers = meeting.speakers
        self.spoken = spoken
        self.clean = clean
        self.vocabulary = vocabulary
        self.stems = stems
        self.sentencesWithStem = sentencesWithStem
        self.timesSaid = timesSaid
        self.wordsInLine = wordsInLine
    }

    var count: Int { clean.count }

    /// How much a stem tells, by the natural logarithm of how few sentences have it.
    func rarity(_ stem: Int) -> Double {
        Logarithm.natural(Double(count + 1) / (Double(sentencesWithStem[stem]) + 0.5))
    }
}
