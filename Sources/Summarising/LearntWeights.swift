/// How much each feature tells, as learnt from meetings with summaries, decisions and actions that people marked.
///
/// The numbers are in `Learnt/weights.txt`, which names its sources. Each line there is a feature and its weight in the
/// four judgements below; lines that begin with `#` are for readers.
public struct LearntWeights: Sendable {
    /// For a digest of the whole meeting, and for one that answers a question: see ``Weighing/worths(_:words:weights:)``.
    public private(set) var general: [Double]
    public private(set) var question: [Double]
    /// For what sounds like a decision or an action: see ``Weighing/scores(_:_:reach:)``.
    private(set) var decision: Judgement
    private(set) var action: Judgement

    /// Weights, and what to add so that a sum above 0 is enough.
    struct Judgement: Sendable {
        var weights: [Double]
        var bias: Double
    }

    /// The weights that come with the program.
    public static let builtIn = LearntWeights(String(decoding: PackageResources.weights_txt, as: UTF8.self))

    /// A feature that the text does not name weighs nothing.
    public init(_ text: String) {
        var rows: [String: [Double]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: " ")
            let numbers = fields.dropFirst().compactMap { Double($0) }
            if numbers.count == 4, let name = fields.first { rows[String(name)] = numbers }
        }
        func column(_ place: Int) -> [Double] { Feature.allCases.map { rows[$0.rawValue]?[place] ?? 0 } }
        general = column(0)
        question = column(1)
        decision = Judgement(weights: column(2), bias: rows["bias"]?[2] ?? 0)
        action = Judgement(weights: column(3), bias: rows["bias"]?[3] ?? 0)
    }
}

/// Weighs the features of each sentence against those of its own meeting.
enum Weighing {
    /// Sentences with fewer words tell nothing of what is usual in a meeting.
    static let wordsMin = 4
    /// Keeps a feature that is the same in all sentences from being divided by nothing.
    private static let spreadMin = 1e-6

    /// For each row the sum over all features of weight times (value - mean) / standard deviation.
    static func worths(_ table: FeatureTable, words: [Int], weights: [Double]) -> [Double] {
        var usual = words.indices.filter { words[$0] >= wordsMin }
        if usual.isEmpty { usual = Array(words.indices) }
        let size = Double(max(usual.count, 1))
        var worths = Array(repeating: 0.0, count: table.rows)
        for (column, weight) in weights.enumerated() where weight != 0 {
            let mean = usual.reduce(0) { $0 + table.value($1, column) } / size
            let square = usual.reduce(0) { sum, row in
                let distance = table.value(row, column) - mean
                return sum + distance * distance
            }
            let scale = weight / ((square / size).squareRoot() + spreadMin)
            for row in worths.indices { worths[row] += scale * (table.value(row, column) - mean) }
        }
        return worths
    }

    /// For each row the weighted sum of its features, half of it taken from the rows around it: talk about one
    /// decision goes on for a few sentences.
    static func scores(_ table: FeatureTable, _ judgement: LearntWeights.Judgement, reach: Int) -> [Double] {
        var scores = Array(repeating: judgement.bias, count: table.rows)
        for (column, weight) in judgement.weights.enumerated() where weight != 0 {
            for row in scores.indices { scores[row] += weight * table.value(row, column) }
        }
        let sums = Windows(scores).means(reach: reach)
        return scores.indices.map { row in
            let near = min(row + reach, scores.count - 1) - max(row - reach, 0) + 1
            return 0.5 * scores[row] + 0.5 * sums[row] * Double(2 * reach + 1) / Double(near)
        }
    }
}
