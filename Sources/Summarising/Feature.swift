/// What is looked at in a sentence to judge whether it belongs in a digest. The names are those of the weights' file.
public enum Feature: String, CaseIterable, Sendable {
    // Where it stands.
    case position, opening, closing, middle, placeInLine, isFirstInLine, lineWords, sentencesInLine, linesSpanned
    // How long it is, and how much of it is noise.
    case words, wordsLogarithm, isShort, isLong, wordBytes, longWords, noise, isBroken, startsLow, sentenceCount
    // Who says it.
    case speakerShare, isLoudest, isFirstSpeaker, speakerCount, isUnnamed, saysMoreThanBefore
    // What it is about, measured against the whole meeting.
    case contentShare, frequency, frequencyHighest, rarity, rarityHighest, centrality, centralitySum, opensWith,
        closesWith
    case nearby, before, after, novelty, repeated
    // What it does, told from families of words.
    case pointing, speakerPronoun, groupPronoun, listenerPronoun, otherPronoun, modal, negative, judging, deciding
    case reasoning, organising, numbers, questionWords, isQuestion, followsQuestion, hedge, capitals, beginsPointing
    case articles, ofs, tos, ands, being, commas
    // Phrases that decisions and actions are put in, here and nearby.
    case toldTo, takesOn, othersWill, groupWill, taskWord, taskTime, taskNoun, settled, letUs, shape, approval
    case heading, toldToNear, takesOnNear, othersWillNear, settledNear, groupWillNear, taskNounNear
    // What others do next.
    case shortAnswers, assentAfter, speakersNearby
    // What was asked for.
    case asked, askedContext, askedCoverage, askedPairs, askedLoosely, askedSpeaker, askedSpeakerPart, askedExpansion
    case askedNear, askedAround, askedRegion, askedFar, askedBest, askedRegionPeak, askedContextRegion, speakerRegion
    case expansionRegion, speakerAndRegion, isAboutSpeaker, askedWords
}

/// One number for each sentence and feature.
struct FeatureTable {
    static let columns = Feature.allCases.count
    private static let places: [Feature: Int] = Dictionary(
        uniqueKeysWithValues: Feature.allCases.enumerated().map { ($0.element, $0.offset) })

    let rows: Int
    private(set) var values: [Double]

    init(rows: Int) {
        self.rows = rows
        values = Array(repeating: 0, count: rows * FeatureTable.columns)
    }

    func row(_ row: Int) -> ArraySlice<Double> {
        values[(row * FeatureTable.columns)..<((row + 1) * FeatureTable.columns)]
    }

    func value(_ row: Int, _ column: Int) -> Double { values[row * FeatureTable.columns + column] }

    static func column(_ feature: Feature) -> Int { places[feature] ?? 0 }

    /// Sets a whole column: one number for each sentence.
    mutating func set(_ feature: Feature, _ value: (Int) -> Double) {
        let column = FeatureTable.column(feature)
        for row in 0..<rows { values[row * FeatureTable.columns + column] = value(row) }
    }
}
