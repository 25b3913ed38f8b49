/// Fills the table of features of a meeting. Every step is linear in the length of the meeting.
final class FeatureMaking {
    let model: MeetingModel
    var table: FeatureTable
    private var count: Int { model.count }

    private init(_ model: MeetingModel) {
        self.model = model
        table = FeatureTable(rows: model.count)
    }

    static func table(of model: MeetingModel, asking question: Question?) -> FeatureTable {
        let making = FeatureMaking(model)
        guard model.count > 0 else { return making.table }
        making.setPlaces()
        making.setLengths()
        making.setSpeakers()
        making.setSubject()
        making.setNeighbours()
        making.setFamilies()
        making.setAnswers()
        making.setCues()
        if let question { making.setAsked(question) }
        return making.table
    }

    private func setPlaces() {
        let last = Double(max(count - 1, 1))
        table.set(.position) { Double($0) / last }
        table.set(.opening) { max(0, 1 - Double($0) / last / 0.12) }
        table.set(.closing) { max(0, 1 - (1 - Double($0) / last) / 0.12) }
        table.set(.middle) { 4 * Double($0) / last * (1 - Double($0) / last) }
        table.set(.placeInLine) { Double(min(model.spoken[$0].placeInLine, 20)) }
        table.set(.isFirstInLine) { model.spoken[$0].placeInLine == 0 ? 1 : 0 }
        table.set(.lineWords) { Logarithm.natural(Double(1 + model.wordsInLine[model.spoken[$0].lineIndex])) }
        var sentencesInLine = Array(repeating: 0, count: model.lines.count)
        for sentence in model.spoken { sentencesInLine[sentence.lineIndex] += 1 }
        table.set(.sentencesInLine) { Logarithm.natural(Double(sentencesInLine[model.spoken[$0].lineIndex])) }
        table.set(.linesSpanned) { Double(model.spoken[$0].lines.count - 1) }
        let size = Logarithm.natural(Double(count))
        table.set(.sentenceCount) { _ in size }
    }

    private func setLengths() {
        table.set(.words) { Double(min(model.clean[$0].wordCount, 60)) }
        table.set(.wordsLogarithm) { Logarithm.natural(Double(1 + model.clean[$0].wordCount)) }
        table.set(.isShort) { model.clean[$0].wordCount < 7 ? 1 : 0 }
        table.set(.isLong) { model.clean[$0].wordCount > 30 ? 1 : 0 }
        table.set(.noise) { Double(model.clean[$0].noiseCount) / Double(model.spoken[$0].tokens.count) }
        table.set(.isBroken) { model.clean[$0].isBroken ? 1 : 0 }
        table.set(.startsLow) { (model.spoken[$0].tokens.first?.isCapital ?? true) ? 0 : 1 }
        table.set(.wordBytes) { row in
            share(row) { Double(min($0.byteCount, 20)) }
        }
        table.set(.longWords) { row in share(row) { $0.byteCount >= 7 ? 1 : 0 } }
    }

    /// The mean of a number over the words of a sentence.
    private func share(_ row: Int, _ value: (Vocabulary.Entry) -> Double) -> Double {
        var sum = 0.0
        var words = 0
        for token in model.clean[row].tokens {
            guard let word = token.word else { continue }
            sum += value(model.vocabulary[word])
            words += 1
        }
        return words > 0 ? sum / Double(words) : 0
    }

    private func setSpeakers() {
        var words = Array(repeating: 0, count: model.speakers.count)
        var total = 0
        for (spoken, clean) in zip(model.spoken, model.clean) {
            total += clean.wordCount
            if let speaker = spoken.speaker { words[speaker] += clean.wordCount }
        }
        let loudest = words.indices.max { words[$0] < words[$1] }
        let first = model.spoken.first?.speaker
        table.set(.speakerShare) { row in
            model.spoken[row].speaker.map { Double(words[$0]) / Double(max(total, 1)) } ?? 0
        }
        table.set(.isLoudest) { model.spoken[$0].speaker != nil && model.spoken[$0].speaker == loudest ? 1 : 0 }
        table.set(.isFirstSpeaker) { model.spoken[$0].speaker != nil && model.spoken[$0].speaker == first ? 1 : 0 }
        table.set(.isUnnamed) { model.spoken[$0].speaker == nil ? 1 : 0 }
        let speakers = Logarithm.natural(Double(1 + model.speakers.count))
        table.set(.speakerCount) { _ in speakers }
        table.set(.saysMoreThanBefore) { row in
            let line = model.spoken[row].lineIndex
            return line > 0 && model.wordsInLine[line] > 3 * model.wordsInLine[line - 1] ? 1 : 0
        }
    }

    private func setSubject() {
        let rarities = model.sentencesWithStem.indices.map { model.sentencesWithStem[$0] > 0 ? model.rarity($0) : 0 }
        let frequencies = model.timesSaid.map { Logarithm.natural(Double(1 + $0)) }
        func mean(_ row: Int, _ values: [Double]) -> Double {
            model.stems[row].reduce(0) { $0 + values[$1] } / Double(max(model.stems[row].count, 1))
        }
        table.set(.contentShare) { Double(model.stems[$0].count) / Double(max(model.clean[$0].wordCount, 1)) }
        table.set(.frequency) { mean($0, frequencies) }
        table.set(.frequencyHighest) { row in model.stems[row].map { frequencies[$0] }.max() ?? 0 }
        table.set(.rarity) { mean($0, rarities) }
        table.set(.rarityHighest) { row in model.stems[row].map { rarities[$0] }.max() ?? 0 }
        let weights = zip(frequencies, rarities).map { $0 * $1 }
        table.set(.centrality) { mean($0, weights) }
        table.set(.centralitySum) { row in
            model.stems[row].reduce(0) { $0 + weights[$1] } / Double(model.clean[row].wordCount + 4)
        }
        let edge = max(count / 8, 1)
        let opening = presence(0..<edge)
        let closing = presence((count - edge)..<count)
        func share(_ row: Int, _ present: [Bool]) -> Double {
            var found = 0.0
            var all = 0.5
            for stem in model.stems[row] {
                all += rarities[stem]
                if present[stem] && model.sentencesWithStem[stem] > 1 { found += rarities[stem] }
            }
            return found / all
        }
        table.set(.opensWith) { share($0, opening) }
        table.set(.closesWith) { share($0, closing) }
        var said = Array(repeating: false, count: rarities.count)
        let fresh = (0..<count).map { row in
            var new = 0
            for stem in model.stems[row] where !said[stem] {
                said[stem] = true
                new += 1
            }
            return Double(new) / Double(max(model.stems[row].count, 1))
        }
        table.set(.novelty) { fresh[$0] }
        table.set(.repeated) { row in
            Double(model.stems[row].count { model.sentencesWithStem[$0] > 2 }) / Double(max(model.stems[row].count, 1))
        }
    }

    private func presence(_ range: Range<Int>) -> [Bool] {
        var present = Array(repeating: false, count: model.sentencesWithStem.count)
        for row in range { for stem in model.stems[row] { present[stem] = true } }
        return present
    }

    /// How much of a sentence is also said just before, just after and around it.
    private func setNeighbours() {
        let reach = 12
        var counts = Array(repeating: 0, count: model.sentencesWithStem.count)
        var lastSeen = Array(repeating: Int.min / 2, count: counts.count)
        var nearby: [Double] = []
        var before: [Double] = []
        for row in 0..<min(reach, count) { for stem in model.stems[row] { counts[stem] += 1 } }
        for row in 0..<count {
            if row + reach < count { for stem in model.stems[row + reach] { counts[stem] += 1 } }
            if row > reach { for stem in model.stems[row - reach - 1] { counts[stem] -= 1 } }
            let size = Double(max(model.stems[row].count, 1))
            nearby.append(model.stems[row].reduce(0) { $0 + Double(min(counts[$1] - 1, 5)) } / size)
            before.append(Double(model.stems[row].count { row - lastSeen[$0] <= 4 }) / size)
            for stem in model.stems[row] { lastSeen[stem] = row }
        }
        var nextSeen = Array(repeating: Int.max / 2, count: counts.count)
        var after = Array(repeating: 0.0, count: count)
        for row in (0..<count).reversed() {
            let size = Double(max(model.stems[row].count, 1))
            after[row] = Double(model.stems[row].count { nextSeen[$0] - row <= 4 }) / size
            for stem in model.stems[row] { nextSeen[stem] = row }
        }
        table.set(.nearby) { nearby[$0] }
        table.set(.before) { before[$0] }
        table.set(.after) { after[$0] }
    }
}

extension FeatureMaking {
    private func setFamilies() {
        let families: [(Feature, WordFamilies)] = [
            (.pointing, .pointing), (.speakerPronoun, .speakerPronoun), (.groupPronoun, .groupPronoun),
            (.listenerPronoun, .listenerPronoun), (.otherPronoun, .otherPronoun), (.modal, .modal),
            (.negative, .negative), (.judging, .judging), (.deciding, .deciding), (.reasoning, .reasoning),
            (.organising, .organising), (.numbers, .number), (.questionWords, .question), (.hedge, .hedge),
            (.being, .verbOfBeing),
        ]
        for (feature, family) in families {
            table.set(feature) { row in share(row) { $0.families.contains(family) ? 1 : 0 } }
        }
        for (feature, words) in [
            (Feature.articles, ["the", "a", "an"]), (.ofs, ["of", "for", "in", "on", "with"]),
            (.tos, ["to"]), (.ands, ["and"]),
        ] {
            table.set(feature) { row in share(row) { words.contains($0.text) ? 1 : 0 } }
        }
        table.set(.isQuestion) { model.clean[$0].tokens.last?.ending == .question ? 1 : 0 }
        table.set(.followsQuestion) { row in
            (max(0, row - 3)..<row).contains { model.spoken[$0].tokens.last?.ending == .question } ? 1 : 0
        }
        table.set(.capitals) { row in
            let inner = model.clean[row].tokens.dropFirst().count { $0.isCapital && $0.text.utf8.count > 1 }
            return Double(inner) / Double(max(model.clean[row].wordCount, 1))
        }
        table.set(.beginsPointing) { row in
            let starts: WordFamilies = [.pointing, .otherPronoun]
            guard let word = model.clean[row].tokens.first?.word else { return 0 }
            return model.vocabulary[word].families.isDisjoint(with: starts) ? 0 : 1
        }
        table.set(.commas) { row in
            Double(model.clean[row].tokens.count { $0.ending == .comma }) / Double(max(model.clean[row].wordCount, 1))
        }
    }

    /// Short lines of others after a sentence tell that it mattered.
    private func setAnswers() {
        var assent = Array(repeating: false, count: model.lines.count)
        for (spoken, clean) in zip(model.spoken, model.clean) {
            guard let word = clean.tokens.first?.word ?? spoken.tokens.first?.word else { continue }
            if model.vocabulary[word].families.contains(.assent) { assent[spoken.lineIndex] = true }
        }
        func following(_ row: Int, _ counts: (Int) -> Bool) -> Double {
            let line = model.spoken[row].lineIndex
            let range = (line + 1)..<max(line + 1, min(line + 5, model.lines.count))
            return Double(range.count { model.lines[$0].speaker != model.spoken[row].speaker && counts($0) })
        }
        table.set(.shortAnswers) { following($0) { model.wordsInLine[$0] <= 3 } }
        table.set(.assentAfter) { following($0) { assent[$0] } }
        table.set(.speakersNearby) { row in
            let line = model.spoken[row].lineIndex
            let near = max(0, line - 5)..<min(line + 6, model.lines.count)
            return Double(Set(near.compactMap { model.lines[$0].speaker }).count)
        }
    }
}
