extension FeatureMaking {
    /// What a question asks for: its own words in the sentence, and how much the talk around is about them.
    func setAsked(_ question: Question) {
        let own = matches(question.asked)
        let context = matches(question.context)
        let total = max(question.asked.keys.sorted().reduce(0) { $0 + (question.asked[$1] ?? 0) }, 0.001)
        setWords(question, own: own, context: context, total: total)

        let named = named(question)
        let isNamed = named.contains { $0 >= 0.99 }
        let expansion = expansion(own)
        let both = zip(own, context).map { $0 + 0.5 * $1 }
        setRegions(both, prefix: total, named: named)
        let contextRegion = Windows(context).means(reach: 25)
        let speakerRegion = Windows(zip(both, named).map { $0 * $1 }).means(reach: 12)
        let expansionRegion = Windows(expansion).means(reach: 12)
        let region = Windows(both).means(reach: 12)
        table.set(.askedSpeaker) { named[$0] >= 0.99 ? 1 : 0 }
        table.set(.askedSpeakerPart) { named[$0] }
        table.set(.isAboutSpeaker) { _ in isNamed ? 1 : 0 }
        table.set(.askedExpansion) { expansion[$0] }
        table.set(.askedContextRegion) { contextRegion[$0] }
        table.set(.speakerRegion) { speakerRegion[$0] / total }
        table.set(.expansionRegion) { expansionRegion[$0] }
        table.set(.speakerAndRegion) { named[$0] * region[$0] / total }
        let size = Double(question.wordCount)
        table.set(.askedWords) { _ in size }
    }

    private func matches(_ wanted: [Int: Double]) -> [Double] {
        var weights = Array(repeating: 0.0, count: model.sentencesWithStem.count)
        for (stem, weight) in wanted { weights[stem] = weight }
        return model.stems.map { stems in stems.reduce(0) { $0 + weights[$1] } }
    }

    private func named(_ question: Question) -> [Double] {
        model.spoken.map { sentence in sentence.speaker.map { question.speakers[$0] } ?? 0 }
    }

    private func setWords(_ question: Question, own: [Double], context: [Double], total: Double) {
        let best = max(own.max() ?? 0, 0.001)
        var loose = Array(repeating: false, count: model.sentencesWithStem.count)
        for stem in question.loose.keys { loose[stem] = true }
        let sequences = model.clean.map { sentence in
            sentence.tokens.compactMap { token in token.word.map { model.vocabulary[$0].stem } }
        }
        table.set(.asked) { own[$0] }
        table.set(.askedContext) { context[$0] }
        table.set(.askedCoverage) { own[$0] / total }
        table.set(.askedBest) { own[$0] / best }
        table.set(.askedLoosely) { row in Double(model.stems[row].count { loose[$0] }) }
        table.set(.askedPairs) { row in
            Double(
                zip(sequences[row], sequences[row].dropFirst()).count {
                    question.pairs.contains(Question.Pair(first: $0, second: $1))
                })
        }
    }

    private func setRegions(_ both: [Double], prefix total: Double, named: [Double]) {
        let windows = Windows(both)
        for (feature, reach) in [(Feature.askedNear, 1), (.askedAround, 4), (.askedRegion, 12), (.askedFar, 40)] {
            let means = windows.means(reach: reach)
            table.set(feature) { (means[$0] * Double(2 * reach + 1) - both[$0]) / Double(2 * reach) / total }
        }
        let region = windows.means(reach: 12)
        let peak = max(region.max() ?? 0, 0.0001)
        table.set(.askedRegionPeak) { region[$0] / peak }
    }

    /// Words that are said in the sentences that answer best, and seldom elsewhere.
    private func expansion(_ own: [Double]) -> [Double] {
        let best = own.max() ?? 0
        guard best > 0 else { return Array(repeating: 0, count: own.count) }
        var weights = Array(repeating: 0.0, count: model.sentencesWithStem.count)
        for (row, match) in own.enumerated() where match >= 0.5 * best {
            for near in max(0, row - 1)...min(row + 1, own.count - 1) {
                for stem in model.stems[near] { weights[stem] += match / best }
            }
        }
        for stem in weights.indices where weights[stem] > 0 {
            weights[stem] *= model.rarity(stem) / Double(model.sentencesWithStem[stem] + 2)
        }
        return model.stems.map { stems in
            stems.reduce(0) { $0 + weights[$1] } / Double(stems.count + 2)
        }
    }
}

/// Means over the rows around a row, quickly.
struct Windows {
    private var sums: [Double] = [0]

    init(_ values: [Double]) {
        sums.reserveCapacity(values.count + 1)
        var sum = 0.0
        for value in values {
            sum += value
            sums.append(sum)
        }
    }

    /// The mean over `reach` rows on both sides and the row itself; beyond the ends counts as nothing.
    func means(reach: Int) -> [Double] {
        let count = sums.count - 1
        return (0..<count).map { row in
            (sums[min(row + reach + 1, count)] - sums[max(row - reach, 0)]) / Double(2 * reach + 1)
        }
    }
}
