/// Ranks proposals from people's rankings by the method of Schulze, and shows ties as ties.
///
/// d(i, j) is the number of people who rank i above j. A link from i to j has strength d(i, j) if more people
/// prefer i to j than j to i, else none ("winning votes"). The strength of a path is that of its weakest
/// link; i beats j when the strongest path from i to j is stronger than the one back.
/// Source: Schulze 2011, Social Choice and Welfare 36, 267–303; used on group statements by Tessler and
/// others 2024, Science 386.
///
/// Edge cases: without ballots, or with opposite ones, everything ties. "Beats" is transitive but being
/// unbeaten by each other is not: two proposals can share a tier although a third one separates them, so
/// ``beats(_:_:)`` can be asked about any pair. Nothing is broken at random or by order of entry.
public struct SchulzeRanking: Hashable, Sendable {
    public let candidates: [String]
    /// How many people ranked.
    public let ballots: Int
    /// `preferences[i][j]`: people who rank candidate i above candidate j.
    public let preferences: [[Int]]
    /// Tiers, best first: those whom nobody beats, then those whom nobody beats among the rest, and so on.
    /// Within a tier candidates are in the order given; two or more in a tier are tied.
    public let tiers: [[String]]

    private let strengths: [[Int]]

    /// The tier of each candidate, from 1, in the order given.
    public var ranks: [Int] {
        candidates.map { candidate in (tiers.firstIndex { $0.contains(candidate) } ?? 0) + 1 }
    }

    /// The only best candidate, or `nil` on a tie.
    public var winner: String? { tiers.first?.count == 1 ? tiers.first?.first : nil }

    /// - Parameters:
    ///   - candidates: identifiers, all different.
    ///   - ballots: for each person, one rank a candidate in that order, lower is better; equal ranks are
    ///     ties, `nil` is not ranked: below everything ranked, and equal to the others not ranked.
    /// - Throws: ``MeasureError/repeatedIdentifier(_:)`` or ``MeasureError/lengthsDiffer(expected:given:)``.
    public init(candidates: [String], ballots: [[Int?]]) throws(MeasureError) {
        var names: Set<String> = []
        for name in candidates where !names.insert(name).inserted { throw .repeatedIdentifier(name) }
        for ballot in ballots where ballot.count != candidates.count {
            throw .lengthsDiffer(expected: candidates.count, given: ballot.count)
        }
        let preferences = Self.preferences(ballots, candidates: candidates.count)
        let strengths = Self.strongestPaths(preferences)
        self.candidates = candidates
        self.ballots = ballots.count
        self.preferences = preferences
        self.strengths = strengths
        self.tiers = Self.tiers(strengths).map { $0.map { candidates[$0] } }
    }

    /// Whether the first candidate beats the second; false for names that are not candidates.
    public func beats(_ first: String, _ second: String) -> Bool {
        guard let one = candidates.firstIndex(of: first), let two = candidates.firstIndex(of: second) else {
            return false
        }
        return strengths[one][two] > strengths[two][one]
    }

    private static func preferences(_ ballots: [[Int?]], candidates: Int) -> [[Int]] {
        var preferences = [[Int]](repeating: [Int](repeating: 0, count: candidates), count: candidates)
        for ballot in ballots {
            for one in 0..<candidates {
                guard let rank = ballot[one] else { continue }
                for two in 0..<candidates {
                    // Not ranked is below everything ranked.
                    if ballot[two].map({ rank < $0 }) ?? true { preferences[one][two] += 1 }
                }
            }
        }
        return preferences
    }

    /// Widest paths by the method of Floyd and Warshall; grows with the cube of the number of candidates.
    private static func strongestPaths(_ preferences: [[Int]]) -> [[Int]] {
        var strengths = preferences
        for one in preferences.indices {
            for two in preferences.indices where preferences[one][two] <= preferences[two][one] {
                strengths[one][two] = 0
            }
        }
        for via in preferences.indices {
            for one in preferences.indices where one != via {
                for two in preferences.indices where two != via && two != one {
                    let path = min(strengths[one][via], strengths[via][two])
                    strengths[one][two] = max(strengths[one][two], path)
                }
            }
        }
        return strengths
    }

    private static func tiers(_ strengths: [[Int]]) -> [[Int]] {
        var remaining = Array(strengths.indices)
        var tiers: [[Int]] = []
        while !remaining.isEmpty {
            let unbeaten = remaining.filter { candidate in
                !remaining.contains { strengths[$0][candidate] > strengths[candidate][$0] }
            }
            // "Beats" has no cycles, so somebody is always unbeaten; the guard keeps a mistake from looping.
            guard !unbeaten.isEmpty else { return tiers + [remaining] }
            tiers.append(unbeaten)
            remaining.removeAll { unbeaten.contains($0) }
        }
        return tiers
    }
}
