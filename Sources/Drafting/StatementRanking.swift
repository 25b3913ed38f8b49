import Facilitation

/// How central each statement of an area is: a statement counts for more when the words it is made of are shared by
/// statements that count for much.
///
/// It is a random walk with restart on the graph of statements and words (the idea of PageRank and LexRank): from a
/// statement to one of its words, from a word to another statement that holds it. Walking over words keeps the cost
/// at a few passes over the text; comparing each statement with each other one would cost its square.
struct StatementRanking {
    /// How often the walk goes on instead of starting again; the value that PageRank made usual.
    static let goesOn = 0.85
    /// Passes over the graph: each makes what is left of the start smaller by `goesOn`, and order settles early.
    static let passes = 12

    /// The stems of each statement, as numbers.
    let stems: [[Int]]
    /// For each stem the statements that hold it, in order.
    let statementsByStem: [[Int]]
    /// For each statement its share of the walk, with a mean of 1.
    let centrality: [Double]

    /// - Parameters:
    ///   - texts: the statements.
    ///   - weights: how often the walk starts at each; above 0.
    init(_ texts: [String], weights: [Double]) {
        var numbers: [String: Int] = [:]
        var byStem: [[Int]] = []
        var stems: [[Int]] = []
        for (index, text) in texts.enumerated() {
            stems.append(
                ContentWords.stems(of: text).map { stem in
                    let number = numbers[stem, default: byStem.count]
                    if number == byStem.count {
                        numbers[stem] = number
                        byStem.append([])
                    }
                    byStem[number].append(index)
                    return number
                })
        }
        (self.stems, statementsByStem) = (stems, byStem)
        centrality = StatementRanking.walk(stems, byStem, weights)
    }

    /// From a word the walk goes to another statement, never back; from a word that nobody else uses it starts again. So
    /// what stands alone gathers nothing.
    private static func walk(_ stems: [[Int]], _ byStem: [[Int]], _ weights: [Double]) -> [Double] {
        let total = weights.reduce(0, +)
        guard total > 0 else { return weights }
        let start = weights.map { $0 / total * Double(weights.count) }
        var here = start
        for _ in 0..<passes {
            var atStem = Array(repeating: 0.0, count: byStem.count)
            var kept = 0.0
            for (statement, words) in stems.enumerated() {
                for word in words { atStem[word] += here[statement] / Double(words.count) }
            }
            var next = Array(repeating: 0.0, count: start.count)
            for (statement, words) in stems.enumerated() {
                for word in words where byStem[word].count > 1 {
                    let own = here[statement] / Double(words.count)
                    let arrives = (atStem[word] - own) / Double(byStem[word].count - 1) * goesOn
                    next[statement] += arrives
                    kept += arrives
                }
            }
            let starts = 1 - kept / Double(start.count)
            for statement in next.indices { next[statement] += start[statement] * starts }
            here = next
        }
        return here
    }

    /// How much of the shorter of two statements the other one holds, for each statement that shares a word with this one.
    func overlaps(with statement: Int) -> [Int: Double] {
        var shared: [Int: Int] = [:]
        for word in stems[statement] {
            for other in statementsByStem[word] where other != statement { shared[other, default: 0] += 1 }
        }
        return shared.reduce(into: [:]) { result, pair in
            let least = min(stems[statement].count, stems[pair.key].count)
            result[pair.key] = least == 0 ? 0 : Double(pair.value) / Double(least)
        }
    }
}
