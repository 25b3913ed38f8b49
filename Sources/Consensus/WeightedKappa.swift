/// Cohen's weighted kappa: agreement of two ratings of the same people beyond what their totals alone give.
///
/// κ = 1 − Σ v · o / Σ v · e, with disagreement weights v, observed counts o and the counts e expected from
/// the row and column totals. Unweighted kappa has weight 1 everywhere but on the diagonal; quadratic weights
/// are the squared distances. Range: up to 1 (nobody moved); 0 is what chance would give; may be below 0.
/// Source: Cohen 1968, Psychological Bulletin 70(4), 213–220.
///
/// Edge cases: when everyone gave one and the same rating both times, there is nothing to explain and no
/// value; when one of the rounds is unanimous and the other not, κ is 0 however many kept their rating, so
/// always print the number who kept it first.
public struct WeightedKappa: Hashable, Sendable {
    /// At most 1, or `nil`.
    public let value: Double?
    /// Rows are the earlier ratings, columns the later ones.
    public let table: [[Int]]

    /// How many people are in the table.
    public var n: Int { table.reduce(0) { $0 + $1.reduce(0, +) } }

    /// - Parameters:
    ///   - table: as many rows as columns.
    ///   - disagreement: a weight for each cell, 0 or more; only their proportions matter.
    /// - Throws: ``MeasureError/lengthsDiffer(expected:given:)``, ``MeasureError/badCount(_:)`` or
    ///   ``MeasureError/outOfRange(_:)``.
    public init(table: [[Int]], disagreement: [[Double]]) throws(MeasureError) {
        guard disagreement.count == table.count else {
            throw .lengthsDiffer(expected: table.count, given: disagreement.count)
        }
        for (counts, weights) in zip(table, disagreement) {
            for length in [counts.count, weights.count] where length != table.count {
                throw .lengthsDiffer(expected: table.count, given: length)
            }
            if let bad = counts.first(where: { $0 < 0 }) { throw .badCount(Double(bad)) }
            if let bad = weights.first(where: { !$0.isFinite || $0 < 0 }) { throw .outOfRange(bad) }
        }
        self.init(trusted: table, disagreement: disagreement)
    }

    /// Every disagreement weighs the same.
    public static func unweighted(table: [[Int]]) throws(MeasureError) -> WeightedKappa {
        let weights = table.indices.map { row in table.indices.map { $0 == row ? 0.0 : 1.0 } }
        return try WeightedKappa(table: table, disagreement: weights)
    }

    /// Disagreement grows with the square of the distance between the positions of the steps.
    public static func quadratic(table: [[Int]], positions: [Double]) throws(MeasureError) -> WeightedKappa {
        try WeightedKappa(table: table, disagreement: squaredDistances(positions))
    }

    static func squaredDistances(_ positions: [Double]) -> [[Double]] {
        positions.map { row in positions.map { ($0 - row) * ($0 - row) } }
    }

    /// For tables that this module made itself.
    init(trusted table: [[Int]], disagreement: [[Double]]) {
        self.table = table
        let rows = table.map { Double($0.reduce(0, +)) }
        let columns = table.indices.map { column in Double(table.reduce(0) { $0 + $1[column] }) }
        let total = rows.reduce(0, +)
        var observed = 0.0
        var expected = 0.0
        for row in table.indices {
            for column in table.indices {
                observed += disagreement[row][column] * Double(table[row][column])
                expected += disagreement[row][column] * rows[row] * columns[column]
            }
        }
        // Counts times the total, so that a unanimous round gives exactly 0.
        self.value = expected > 0 ? 1 - observed * total / expected : nil
    }
}
