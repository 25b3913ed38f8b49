import Consensus
import SeededRandom

/// Whether a value is within a tolerance of the number printed in a source; a missing value never is.
func isClose(_ value: Double?, _ printed: Double, within tolerance: Double = 1e-9) -> Bool {
    guard let value else { return false }
    return abs(value - printed) <= tolerance
}

/// The ladder of the built-in framework, with its two betweens.
func ladder() throws -> RatingScale {
    try RatingScale(
        stages: ["not-yet", "emerging", "established", "expanding"],
        betweens: [
            .init(id: "between-emerging-established", lower: "emerging", upper: "established"),
            .init(id: "between-established-expanding", lower: "established", upper: "expanding"),
        ])
}

/// One rating for each word; the raters are called r0, r1 and so on.
func ratings(_ words: [String], sectors: [String?] = []) -> [Rating] {
    words.enumerated().map { place, word in
        let sector = sectors.indices.contains(place) ? sectors[place] : nil
        return Rating(rater: "r\(place)", answer: answer(word), sector: sector)
    }
}

func answer(_ word: String) -> Answer {
    switch word {
    case "dont-know": .dontKnow
    case "no-view": .noView
    case "abstain": .abstain
    case "silent": .notAnswered
    case "absent": .absent
    default: .stage(word)
    }
}

/// So many times the same word.
func times(_ count: Int, _ word: String) -> [String] {
    [String](repeating: word, count: count)
}

/// All ways to spread so many ratings over so many steps.
func compositions(of total: Int, into steps: Int) -> [[Int]] {
    guard steps > 1 else { return [[total]] }
    return (0...total).flatMap { first in
        compositions(of: total - first, into: steps - 1).map { [first] + $0 }
    }
}

/// Counts with at least one rating, for property tests.
func randomFrequencies(_ random: inout SeededGenerator) -> [Double] {
    let steps = Int.random(in: 2...8, using: &random)
    var counts = (0..<steps).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    counts[Int.random(in: 0..<steps, using: &random)] += 1
    return counts
}
