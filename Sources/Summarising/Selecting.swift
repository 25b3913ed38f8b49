/// Chooses sentences that together say most, within a number of words.
struct Selecting {
    /// A sentence that can be chosen.
    struct Candidate {
        let row: Int
        /// How much the sentence belongs in the digest.
        let worth: Double
        let words: Int
        let speaker: Int?
    }

    /// How much is taken off a sentence whose content has all been said by those chosen before.
    static let repetition = 0.1

    private let model: MeetingModel
    /// The words of each speaker's name as it is written before a sentence.
    private let nameWords: [Int]
    private var said: [Bool]
    private var chosen: [Candidate] = []
    private var left: Int

    init(_ model: MeetingModel, nameWords: [Int], wordsMax: Int) {
        self.model = model
        self.nameWords = nameWords
        said = Array(repeating: false, count: model.sentencesWithStem.count)
        left = wordsMax
    }

    /// The rows of the chosen sentences, in the order of the meeting.
    var rows: [Int] { chosen.map(\.row) }
    var wordsLeft: Int { left }

    /// Adds the sentences worth most, one after the other, until no more fits.
    mutating func choose(from candidates: [Candidate]) {
        var open = candidates
        while true {
            var best: (index: Int, value: Double, cost: Int, place: Int)?
            for (index, candidate) in open.enumerated() where candidate.words <= left {
                let value = value(of: candidate)
                guard value > best?.value ?? -.infinity else { continue }
                let place = chosen.firstIndex { $0.row > candidate.row } ?? chosen.count
                let cost = cost(of: candidate, at: place)
                if cost <= left { best = (index, value, cost, place) }
            }
            guard let best else { return }
            let candidate = open.remove(at: best.index)
            chosen.insert(candidate, at: best.place)
            left -= best.cost
            for stem in model.stems[candidate.row] { said[stem] = true }
        }
    }

    private func value(of candidate: Candidate) -> Double {
        let stems = model.stems[candidate.row]
        let known = stems.count { said[$0] }
        return candidate.worth - Selecting.repetition * Double(known) / Double(max(stems.count, 3))
    }

    /// The words that a sentence adds, with the names that it makes needed or needless.
    private func cost(of candidate: Candidate, at place: Int) -> Int {
        let before = place > 0 ? chosen[place - 1].speaker : nil
        var cost = candidate.words + name(candidate.speaker, after: before)
        if place < chosen.count {
            let next = chosen[place].speaker
            cost += name(next, after: candidate.speaker) - name(next, after: before)
        }
        return cost
    }

    /// A name is written where the speaker changes.
    private func name(_ speaker: Int?, after before: Int?) -> Int {
        guard let speaker, speaker != before else { return 0 }
        return nameWords[speaker]
    }
}
