import Facilitation

/// Names of stages and areas beside what else people type.
enum TypedNames {
    /// A name as it is told from others: case, accents and marks do not count.
    static func key(_ name: String) -> String {
        let folded = Folding.folded(name)
        return folded.isEmpty ? name : folded
    }

    /// Whether a stage of this name could not be told from an answer to a proposal.
    static func isLevel(_ name: String) -> Bool { levels.contains(key(name)) }

    private static let levels = Set(
        Level.allCases.map { Folding.folded($0.rawValue) }
            + ["full support", "support with a reservation", "cannot support yet"])

    /// Whether an area of this name could not be told from the number of one.
    static func isNumber(_ name: String) -> Bool { key(name).allSatisfy { $0.isNumber || $0 == " " } }

    /// A name for a stage that has this one in a matrix, and that is told from the others there.
    static func stage(_ name: String, beside others: [String]) -> String {
        let taken = Set(others.map(key))
        let named = isLevel(name) ? "\(name) stage" : name
        guard taken.contains(key(named)) else { return named }
        var number = 2
        while taken.contains(key("\(named) \(number)")) { number += 1 }
        return "\(named) \(number)"
    }
}
