import Consensus
import SeededRandom
import Testing

/// Tables of Chaffin and Talley 1980: rows are the earlier round, columns the later.
private let settledTable = [[26, 0, 0], [7, 62, 2], [0, 0, 25]]
private let restlessTable = [[8, 13, 5], [20, 38, 13], [5, 11, 9]]

private func threeStages() throws -> RatingScale { try RatingScale(stages: ["a", "b", "c"]) }

/// Two rounds of ratings with this table of moves, by people called p0, p1 and so on.
private func rounds(_ table: [[Int]]) throws -> RoundStability {
    let scale = try threeStages()
    var earlier: [Rating] = []
    var later: [Rating] = []
    for row in table.indices {
        for column in table.indices {
            for _ in 0..<table[row][column] {
                let rater = "p\(earlier.count)"
                earlier.append(Rating(rater: rater, answer: .stage(scale.steps[row].id)))
                later.append(Rating(rater: rater, answer: .stage(scale.steps[column].id)))
            }
        }
    }
    return try RoundStability(earlier: earlier, later: later.reversed(), scale: scale)
}

@Suite struct `Stability between rounds` {
    @Test func `the published tables: the same net change, very different rooms`() throws {
        let settled = try rounds(settledTable)
        let restless = try rounds(restlessTable)
        #expect(settled.table == settledTable && restless.table == restlessTable)
        #expect(isClose(settled.netChange, 0.0738, within: 5e-5))
        #expect(isClose(restless.netChange, 0.0738, within: 5e-5))
        #expect(try #require(restless.netChange) < RoundStability.stableNetChange)
        #expect(settled.kept == 113 && restless.kept == 55)
        #expect(settled.paired == 122 && restless.paired == 122)
        #expect(isClose(settled.kappa?.value, 0.9188, within: 5e-5))
        #expect(isClose(restless.kappa?.value, 0.1254, within: 5e-5))
        #expect(restless.movedUp == 31 && restless.movedDown == 36)
    }

    @Test func `people are paired by who they are and the others are named`() throws {
        let scale = try threeStages()
        let earlier = ratings(["a", "b", "c", "a", "dont-know"])
        let later = [
            Rating(rater: "r4", answer: .stage("b")), Rating(rater: "new", answer: .stage("c")),
            Rating(rater: "r3", answer: .absent), Rating(rater: "r2", answer: .stage("c")),
            Rating(rater: "r1", answer: .stage("a")), Rating(rater: "r0", answer: .stage("a")),
        ]
        let stability = try RoundStability(earlier: earlier, later: later, scale: scale)
        #expect(stability.paired == 3 && stability.kept == 2)
        #expect(stability.movedDown == 1 && stability.movedUp == 0)
        #expect(stability.onlyEarlier == ["r3"])
        #expect(stability.onlyLater == ["r4", "new"])
        #expect(stability.earlier.dontKnow == 1 && stability.later.absent == 1)
        #expect(stability.keptShare.agreeing == 2 && stability.keptShare.n == 3)
        #expect(stability.isSufficient)
    }

    @Test func `fewer than three in both rounds is insufficient`() throws {
        let stability = try rounds([[1, 1, 0], [0, 0, 0], [0, 0, 0]])
        #expect(stability.paired == 2 && stability.kept == 1)
        #expect(!stability.isSufficient)
        #expect(stability.netChange == nil && stability.kappa == nil && stability.mcNemar == nil)
    }

    @Test func `a unanimous round has kappa 0 and two unanimous rounds none`() throws {
        let one = try rounds([[0, 0, 0], [1, 7, 2], [0, 0, 0]])
        #expect(one.kappa?.value == 0)
        let both = try rounds([[0, 0, 0], [0, 9, 0], [0, 0, 0]])
        #expect(both.kappa != nil && both.kappa?.value == nil)
        #expect(both.kept == 9 && both.netChange == 0)
    }

    @Test func `the direction of moves is tested when there are two stages only`() throws {
        let two = try rounds([[5, 8, 0], [2, 3, 0], [0, 0, 0]])
        #expect(two.mcNemar?.up == 8 && two.mcNemar?.down == 2)
        #expect(isClose(two.mcNemar?.pValue, 0.109375))
        #expect(try rounds(settledTable).mcNemar == nil)
        #expect(try rounds([[9, 0, 0], [0, 0, 0], [0, 0, 0]]).mcNemar == nil)
    }

    @Test func `net change is never more than the share that moved`() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            let table = (0..<3).map { _ in (0..<3).map { _ in Int.random(in: 0...4, using: &random) } }
            let stability = try rounds(table)
            guard let change = stability.netChange else { continue }
            let moved = Double(stability.paired - stability.kept) / Double(stability.paired)
            #expect(change >= 0 && change <= moved + 1e-12)
            #expect(stability.kept + stability.movedUp + stability.movedDown == stability.paired)
        }
    }
}

@Suite struct `Kappa of Cohen` {
    /// Cohen 1968, table 1.
    let published = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]

    @Test func `the published table, unweighted and weighted`() throws {
        #expect(isClose(try WeightedKappa.unweighted(table: published).value, 0.492, within: 5e-4))
        let weighted = try WeightedKappa(
            table: published, disagreement: [[0, 1, 3], [1, 0, 6], [3, 6, 0]])
        #expect(isClose(weighted.value, 0.348, within: 5e-4))
        #expect(weighted.n == 200)
    }

    @Test func `nobody moving is 1, and the rounds can be swapped`() throws {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<200 {
            let table = (0..<4).map { _ in (0..<4).map { _ in Int.random(in: 0...5, using: &random) } }
            let turned = table.indices.map { column in table.map { $0[column] } }
            let positions = [0, 1, 1.5, 3]
            let value = try WeightedKappa.quadratic(table: table, positions: positions).value
            let swapped = try WeightedKappa.quadratic(table: turned, positions: positions).value
            #expect(isClose(swapped ?? 9, value ?? 9, within: 1e-12))
            if let value { #expect(value <= 1 && value >= -1 - 1e-12) }
        }
        let still = try WeightedKappa.quadratic(table: [[3, 0], [0, 1]], positions: [0, 1])
        #expect(still.value == 1)
        let crossed = try WeightedKappa.quadratic(table: [[0, 2], [2, 0]], positions: [0, 1])
        #expect(crossed.value == -1)
    }

    @Test func `tables that are not square or not counts are refused`() {
        #expect(throws: MeasureError.lengthsDiffer(expected: 2, given: 1)) {
            try WeightedKappa.unweighted(table: [[1, 2], [3]])
        }
        #expect(throws: MeasureError.lengthsDiffer(expected: 2, given: 3)) {
            try WeightedKappa.quadratic(table: [[1, 2], [3, 4]], positions: [0, 1, 2])
        }
        #expect(throws: MeasureError.badCount(-3)) {
            try WeightedKappa.unweighted(table: [[1, 2], [-3, 4]])
        }
        #expect(throws: MeasureError.outOfRange(-1)) {
            try WeightedKappa(table: [[1, 2], [3, 4]], disagreement: [[0, 1], [-1, 0]])
        }
    }
}

@Suite struct `Exact test of McNemar` {
    @Test func `small tables by hand`() throws {
        #expect(isClose(try ExactMcNemar(up: 6, down: 0).pValue, 2.0 / 64))
        #expect(isClose(try ExactMcNemar(up: 0, down: 5).pValue, 2.0 / 32))
        #expect(isClose(try ExactMcNemar(up: 1, down: 5).pValue, 14.0 / 64))
        #expect(isClose(try ExactMcNemar(up: 8, down: 2).pValue, 112.0 / 1024))
        #expect(try ExactMcNemar(up: 0, down: 0).pValue == 1)
        #expect(try ExactMcNemar(up: 4, down: 4).pValue == 1)
        #expect(throws: MeasureError.badCount(-1)) { try ExactMcNemar(up: -1, down: 4) }
    }

    @Test func `agrees with adding up every outcome, and does not depend on the direction`() throws {
        for moves in 1...20 {
            var row = [1.0]
            for _ in 0..<moves { row = [1] + zip(row, row.dropFirst()).map { $0 + $1 } + [1] }
            for up in 0...moves {
                let tail = row[...min(up, moves - up)].reduce(0, +)
                let expected = min(1, 2 * tail / row.reduce(0, +))
                #expect(isClose(try ExactMcNemar(up: up, down: moves - up).pValue, expected))
                #expect(isClose(try ExactMcNemar(up: moves - up, down: up).pValue, expected))
            }
        }
    }

    @Test func `thousands of moves neither overflow nor vanish`() throws {
        #expect(isClose(try ExactMcNemar(up: 5000, down: 5001).pValue, 1, within: 1e-6))
        // Ten standard deviations are left with about 1e-22 in two tails.
        let extreme = try ExactMcNemar(up: 5500, down: 4500).pValue
        #expect(extreme > 1e-25 && extreme < 1e-21)
    }
}

@Suite struct `Moving alone` {
    func loneMove(_ earlier: [String], _ later: [String]) throws -> LoneMove? {
        try LoneMove(earlier: ratings(earlier), later: ratings(later), scale: ladder())
    }

    let split = ["established", "established", "established", "emerging"]

    @Test func `one person joining the majority while all others stay`() throws {
        let move = try #require(try loneMove(split, times(4, "established")))
        #expect(move.rater == "r3")
        #expect(move.from.id == "emerging" && move.to.id == "established")
        #expect(move.towards.id == "established")
        let half = ["established", "established", "established", "between-emerging-established"]
        #expect(try loneMove(split, half)?.to.id == "between-emerging-established")
        let stability = try RoundStability(
            earlier: ratings(split), later: ratings(half), scale: ladder())
        #expect(stability.loneMove?.rater == "r3")
    }

    @Test func `not when two people change, nobody changes, or the move leads away`() throws {
        #expect(try loneMove(split, split) == nil)
        #expect(try loneMove(split, ["expanding", "established", "established", "established"]) == nil)
        #expect(try loneMove(split, ["established", "established", "established", "not-yet"]) == nil)
        #expect(try loneMove(split, ["emerging", "established", "established", "emerging"]) == nil)
        // As far on the other side is not nearer.
        #expect(try loneMove(split, ["established", "established", "established", "expanding"]) == nil)
    }

    @Test func `not without a majority to move to`() throws {
        #expect(try loneMove(["emerging", "established"], ["established", "established"]) == nil)
        let tie = ["emerging", "emerging", "established", "established"]
        #expect(try loneMove(tie, ["emerging", "established", "established", "established"]) == nil)
    }

    @Test func `a view found or lost is a change, coming and going is not`() throws {
        #expect(try loneMove(split + ["dont-know"], times(5, "established")) == nil)
        #expect(try loneMove(split + ["dont-know"], times(4, "established") + ["no-view"]) == nil)
        #expect(try loneMove(split, times(3, "established") + ["dont-know"]) == nil)
        #expect(try loneMove(split + ["dont-know"], times(4, "established") + ["dont-know"]) != nil)
        #expect(try loneMove(split + ["absent", "emerging"], times(5, "established") + ["silent"]) != nil)
        #expect(try loneMove(split, times(4, "established") + ["emerging"]) != nil)
    }
}
