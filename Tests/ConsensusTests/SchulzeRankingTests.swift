import Consensus
import SeededRandom
import Testing

@Suite struct `Schulze` {
    let four = ["1", "2", "3", "4"]

    /// Ballots written as orders of letters, with how many people gave each.
    func ballots(_ orders: [(String, Int)], candidates: [String]) -> [[Int?]] {
        orders.flatMap { order, people in
            let letters = order.map { String($0) }
            return [[Int?]](repeating: candidates.map { letters.firstIndex(of: $0) }, count: people)
        }
    }

    @Test func `the opinion round of Tessler and others`() throws {
        let ranking = try SchulzeRanking(
            candidates: four,
            ballots: [[1, 2, 3, 4], [2, 1, 4, 3], [4, 1, 2, 3], [2, 3, 4, 1], [3, 2, 4, 1]])
        #expect(ranking.ranks == [3, 1, 4, 2])
        #expect(ranking.winner == "2")
        #expect(ranking.ballots == 5)
    }

    @Test func `their critique round ends in a tie, and it is shown`() throws {
        let ranking = try SchulzeRanking(
            candidates: four,
            ballots: [[3, 1, 2, 2], [1, 3, 2, 2], [3, 2, 2, 1], [2, 3, 1, 1], [4, 2, 1, 3]])
        #expect(ranking.ranks == [3, 2, 1, 1])
        #expect(ranking.tiers == [["3", "4"], ["2"], ["1"]])
        #expect(ranking.winner == nil)
    }

    @Test func `forty-five people and five candidates give E A C B D`() throws {
        let candidates = ["A", "B", "C", "D", "E"]
        let orders = [
            ("ACBED", 5), ("ADECB", 5), ("BEDAC", 8), ("CABED", 3), ("CAEBD", 7), ("CBADE", 2),
            ("DCEBA", 7), ("EBADC", 8),
        ]
        let ranking = try SchulzeRanking(
            candidates: candidates, ballots: ballots(orders, candidates: candidates))
        #expect(ranking.ballots == 45)
        #expect(ranking.tiers == [["E"], ["A"], ["C"], ["B"], ["D"]])
        #expect(ranking.preferences[0] == [0, 20, 26, 30, 22])
    }

    @Test func `opposed people, no people and no candidates`() throws {
        let opposed = try SchulzeRanking(candidates: ["A", "B"], ballots: [[1, 2], [2, 1]])
        #expect(opposed.tiers == [["A", "B"]] && opposed.winner == nil)
        let nobody = try SchulzeRanking(candidates: ["A", "B"], ballots: [])
        #expect(nobody.tiers == [["A", "B"]] && nobody.ballots == 0)
        #expect(try SchulzeRanking(candidates: [], ballots: [[]]).tiers.isEmpty)
    }

    @Test func `what is not ranked is below what is, and equal to the rest`() throws {
        let ranking = try SchulzeRanking(candidates: ["A", "B", "C"], ballots: [[nil, 7, nil]])
        #expect(ranking.tiers == [["B"], ["A", "C"]])
        #expect(ranking.beats("B", "A") && !ranking.beats("A", "C") && !ranking.beats("C", "A"))
        #expect(!ranking.beats("B", "nobody"))
    }

    @Test func `ballots that do not fit are refused`() {
        #expect(throws: MeasureError.repeatedIdentifier("A")) {
            try SchulzeRanking(candidates: ["A", "A"], ballots: [])
        }
        #expect(throws: MeasureError.lengthsDiffer(expected: 2, given: 1)) {
            try SchulzeRanking(candidates: ["A", "B"], ballots: [[1]])
        }
    }

    @Test func `properties that the method is known for`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let size = Int.random(in: 2...5, using: &random)
            let candidates = (0..<size).map { "c\($0)" }
            let ballots = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                (0..<size).map { _ in Int?(Int.random(in: 1...4, using: &random)) }
            }
            let ranking = try SchulzeRanking(candidates: candidates, ballots: ballots)
            #expect(ranking.tiers.flatMap { $0 }.sorted() == candidates)
            expectStrictOrder(ranking)
            expectCondorcet(ranking)

            // Twice the same people, in another order, say the same.
            let twice = try SchulzeRanking(
                candidates: candidates, ballots: (ballots + ballots).shuffled(using: &random))
            #expect(twice.tiers == ranking.tiers)

            // Renaming by turning the list round turns nothing but the names.
            let turned = try SchulzeRanking(
                candidates: candidates.reversed(), ballots: ballots.map { $0.reversed() })
            #expect(turned.tiers.map { $0.sorted() } == ranking.tiers)

            // When everybody turns their ballot round, the only winner no longer wins.
            let opposite = try SchulzeRanking(
                candidates: candidates, ballots: ballots.map { $0.map { $0.map { -$0 } } })
            if let winner = ranking.winner { #expect(opposite.winner != winner) }
        }
    }

    private func expectStrictOrder(_ ranking: SchulzeRanking) {
        let names = ranking.candidates
        for one in names {
            #expect(!ranking.beats(one, one))
            for two in names where ranking.beats(one, two) {
                #expect(!ranking.beats(two, one))
                for three in names where ranking.beats(two, three) {
                    #expect(ranking.beats(one, three))
                }
            }
        }
    }

    /// Whoever is preferred to each other candidate by more people than not must win alone.
    private func expectCondorcet(_ ranking: SchulzeRanking) {
        for (place, name) in ranking.candidates.enumerated() {
            let others = ranking.candidates.indices.filter { $0 != place }
            if others.allSatisfy({ ranking.preferences[place][$0] > ranking.preferences[$0][place] }) {
                #expect(ranking.winner == name)
            }
        }
    }
}
