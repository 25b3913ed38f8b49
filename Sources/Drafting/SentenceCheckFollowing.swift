import Facilitation

// How objectives go, and how far ahead aims look.
extension SentenceCheck {
    /// After "progress:" or "status:" stands the last word of the record, and nothing else is overdue than what it calls so.
    mutating func checkProgress() {
        let known = proposals.filter { $0.id.hasPrefix("o") }.map { $0.progress ?? .notStarted }
        for position in elements.indices {
            guard let name = word(position), name == "progress" || name == "status", isMark(position + 1, ":"),
                let wanted = known.first
            else { continue }
            let claim = claim(from: position + 2)
            statesFact = true
            if !known.contains(where: { claim == $0.spoken }) { faults.append(.progressDiffers(wanted.spoken)) }
        }
        let overdue = items.contains { index.carried[$0]?.overdue == true }
        if elements.indices.contains(where: { word($0) == "overdue" }), !overdue { faults.append(.notOverdue) }
    }

    /// True when the sentence gives the last word on how an objective goes.
    var tellsProgress: Bool {
        elements.indices.contains { ["progress", "status"].contains(word($0) ?? "") && isMark($0 + 1, ":") }
    }

    /// A horizon is that of the aim that the sentence is about, or stands in the words that it cites.
    mutating func checkHorizons() {
        let known = proposals.compactMap(\.horizon)
        for case .horizon(let horizon) in elements where !known.contains(horizon) {
            if !citedWordsContain(horizon.spoken) { faults.append(.horizonDiffers(horizon.spoken)) }
        }
    }

    /// The words up to the next mark, cell or citation.
    private func claim(from start: Int) -> String {
        var words: [String] = []
        var position = start
        while let word = word(position) {
            words.append(word)
            position += 1
        }
        return words.joined(separator: " ")
    }
}
