import Consensus
import SeededRandom
import Testing

@Suite struct `Group informed consensus` {
    func votes(_ counts: [(agree: Int, disagree: Int, passed: Int)]) -> [ConstituencyVotes] {
        counts.enumerated().map { place, votes in
            ConstituencyVotes(
                name: "g\(place)", agree: votes.agree, disagree: votes.disagree, passed: votes.passed)
        }
    }

    /// Agreements of votes seen, one pair a constituency.
    func product(_ pairs: [(Int, Int)]) throws -> Double? {
        try GroupInformedConsensus(votes(pairs.map { ($0, $1 - $0, 0) })).product
    }

    @Test func `the product gives the published digits`() throws {
        let jigsaw = try GroupInformedConsensus(votes([(10, 5, 0), (5, 10, 5)]))
        #expect(isClose(jigsaw.product, 0.176471, within: 5e-7))
        // Real values of a Polis server, from the fixtures of red-dwarf.
        #expect(isClose(try product([(9, 9), (12, 13), (15, 15)]), 0.741532976827, within: 5e-13))
        #expect(isClose(try product([(10, 11), (8, 8), (6, 6)]), 0.666346153846, within: 5e-13))
        #expect(isClose(try product([(15, 15), (12, 13), (7, 11)]), 0.501960784314, within: 5e-13))
        #expect(isClose(try product([(1, 1)]), 2.0 / 3))
    }

    @Test func `five constituencies of two, all in favour`() throws {
        let all = votes([(2, 0, 0), (2, 0, 0), (2, 0, 0), (2, 0, 0), (2, 0, 0)])
        let laplace = try GroupInformedConsensus(all)
        #expect(isClose(laplace.product, 0.2373, within: 5e-5))
        #expect(isClose(laplace.geometricMean, 0.75))
        let jeffreys = try GroupInformedConsensus(all, smoothing: .jeffreys)
        #expect(isClose(jeffreys.geometricMean, 0.8333, within: 5e-5))
    }

    @Test func `the minimum shows the constituency that the geometric mean hides`() throws {
        let measure = try GroupInformedConsensus(
            votes([(2, 0, 0), (2, 0, 0), (0, 2, 0), (2, 0, 0), (2, 0, 0)]))
        #expect(isClose(measure.product, 0.0791, within: 5e-5))
        #expect(isClose(measure.geometricMean, 0.602, within: 5e-4))
        #expect(measure.minimum?.value == 0.25)
        #expect(measure.minimum?.votes.name == "g2")
    }

    @Test func `a constituency that saw nothing is left out and named`() throws {
        let silent = ConstituencyVotes(
            name: "residents", agree: 0, disagree: 0, passed: 0, notAnswered: 2, absent: 1)
        let four = votes([(3, 0, 0), (3, 0, 0), (3, 0, 0), (3, 0, 0)])
        let measure = try GroupInformedConsensus(four + [silent])
        // Counted in, it would have halved .4096 to .2048.
        #expect(isClose(measure.product, 0.4096))
        #expect(measure.empty == ["residents"])
        #expect(measure.shares.count == 4)
        #expect(measure.shares[0].votes.seen == 3)
    }

    @Test func `a constituency that only passed has seen the statement`() throws {
        let measure = try GroupInformedConsensus(votes([(0, 0, 3)]))
        #expect(isClose(measure.product, 0.2))
        #expect(measure.empty.isEmpty)
    }

    @Test func `nobody voting gives no value, and impossible counts are refused`() throws {
        let nobody = try GroupInformedConsensus(votes([(0, 0, 0)]))
        #expect(nobody.product == nil && nobody.geometricMean == nil && nobody.minimum == nil)
        #expect(throws: MeasureError.badCount(-1)) { try GroupInformedConsensus(votes([(2, -1, 0)])) }
        #expect(throws: MeasureError.repeatedIdentifier("g0")) {
            try GroupInformedConsensus(votes([(1, 0, 0)]) + votes([(1, 0, 0)]))
        }
    }

    @Test func `product, minimum, geometric mean and maximum are in this order`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let size = Int.random(in: 1...6, using: &random)
            let given = votes(
                (0..<size).map { _ in
                    (
                        Int.random(in: 0...8, using: &random), Int.random(in: 0...8, using: &random),
                        Int.random(in: 1...3, using: &random)
                    )
                })
            let measure = try GroupInformedConsensus(given)
            let product = try #require(measure.product)
            let geometric = try #require(measure.geometricMean)
            let minimum = try #require(measure.minimum?.value)
            let maximum = try #require(measure.shares.map(\.value).max())
            #expect(0 < product && product <= minimum && maximum < 1)
            #expect(minimum <= geometric + 1e-12 && geometric <= maximum + 1e-12)
            let shuffled = try GroupInformedConsensus(given.shuffled(using: &random))
            #expect(isClose(shuffled.product, product, within: 1e-12))
        }
    }
}

@Suite struct `Proportion tests of Polis` {
    @Test func `the published statistic and share`() throws {
        let test = try PolisProportionTest(successes: 50, trials: 53)
        #expect(isClose(test.z, 6.531972647, within: 5e-10))
        #expect(isClose(test.share, 0.927273, within: 5e-7))
        #expect(test.isConsensus)
    }

    @Test func `two proportions give the published statistic`() throws {
        let test = PolisTwoProportionTest(
            inside: try PolisProportionTest(successes: 15, trials: 24),
            outside: try PolisProportionTest(successes: 56, trials: 71))
        #expect(isClose(test.z, -1.518, within: 0.01))
        #expect(!test.isLargerInside)
    }

    @Test func `swapping the two groups turns the sign`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            let tests = try (0..<2).map { _ in
                let trials = Int.random(in: 0...30, using: &random)
                return try PolisProportionTest(
                    successes: Int.random(in: 0...trials, using: &random), trials: trials)
            }
            let forth = PolisTwoProportionTest(inside: tests[0], outside: tests[1]).z
            let back = PolisTwoProportionTest(inside: tests[1], outside: tests[0]).z
            #expect(isClose(forth, -back))
        }
    }

    @Test func `the threshold is the quantile of the normal distribution, not its rounding to four decimals`() throws {
        // z = 42 / √1074 = 1.28158: the first place where 1.28155 and 1.2816 part.
        #expect(try PolisProportionTest(successes: 557, trials: 1073).isConsensus)
        #expect(try !PolisProportionTest(successes: 556, trials: 1073).isConsensus)
    }

    @Test func `few votes are no consensus, and nothing can differ when all succeed`() throws {
        #expect(try !PolisProportionTest(successes: 0, trials: 0).isConsensus)
        #expect(try PolisProportionTest(successes: 0, trials: 0).z == 1)
        #expect(try !PolisProportionTest(successes: 4, trials: 8).isConsensus)
        #expect(try PolisProportionTest(successes: 8, trials: 8).isConsensus)
        let all = try PolisProportionTest(successes: 5, trials: 5)
        #expect(PolisTwoProportionTest(inside: all, outside: all).z == 0)
        #expect(throws: MeasureError.successesAboveTrials(successes: 2, trials: 1)) {
            try PolisProportionTest(successes: 2, trials: 1)
        }
        #expect(throws: MeasureError.badCount(-2)) { try PolisProportionTest(successes: -2, trials: 1) }
    }
}
