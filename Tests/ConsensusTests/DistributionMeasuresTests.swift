import Consensus
import SeededRandom
import Testing

/// Measures of one distribution, against published numbers.
@Suite struct `Measures of a distribution` {
    /// The worked example of the agrmt manual.
    let manual: [Double] = [30, 40, 210, 130, 530, 50, 10]

    func consensus(_ frequencies: [Double]) throws -> Double? {
        try TastleWiermanConsensus(OrdinalDistribution(frequencies: frequencies)).value
    }

    func agreement(_ frequencies: [Double]) throws -> Double? {
        try VanDerEijkAgreement(OrdinalDistribution(frequencies: frequencies)).value
    }

    func leik(_ frequencies: [Double]) throws -> Double? {
        try LeikConsensus(OrdinalDistribution(frequencies: frequencies)).value
    }

    @Test func `consensus of Tastle and Wierman gives the published digits`() throws {
        #expect(isClose(try consensus(manual), 0.7256876, within: 5e-8))
        #expect(isClose(try consensus(manual), 0.72568761396, within: 5e-12))
        #expect(isClose(try consensus([19, 16, 26, 29, 10]), 0.518414, within: 5e-7))
    }

    @Test(
        arguments: [
            ([12, 0, 0], 1.000), ([1, 10, 1], 0.833), ([2, 9, 1], 0.713), ([9, 3, 0], 0.686),
            ([8, 4, 0], 0.630), ([6, 6, 0], 0.585), ([3, 6, 3], 0.500), ([8, 3, 1], 0.462),
            ([5, 5, 2], 0.401), ([4, 4, 4], 0.333), ([9, 0, 3], 0.189), ([6, 0, 6], 0),
        ] as [([Double], Double)])
    func `consensus on three stages with twelve ratings`(counts: [Double], printed: Double) throws {
        #expect(isClose(try consensus(counts), printed, within: 5e-4))
    }

    @Test func `one rating on a neighbouring stage against five gives 0.853034 on the ladder`() throws {
        let words = ["emerging"] + times(5, "established")
        let summary = try GaugeSummary(ratings: ratings(words), scale: ladder())
        #expect(isClose(summary.consensus.value, 0.853034, within: 5e-7))
    }

    @Test func `everyone on one step is exactly 1 and half at each end exactly 0`() throws {
        for steps in 2...9 {
            for place in 0..<steps {
                var counts = [Double](repeating: 0, count: steps)
                counts[place] = 7
                #expect(try consensus(counts) == 1)
                #expect(try leik(counts) == 1)
                #expect(try agreement(counts) == (steps < 3 ? nil : 1))
            }
            var ends = [Double](repeating: 0, count: steps)
            ends[0] = 4
            ends[steps - 1] = 4
            #expect(try consensus(ends) == 0)
            #expect(try leik(ends) == 0)
            #expect(try agreement(ends) == (steps < 3 ? nil : -1))
        }
    }

    @Test func `agreement of van der Eijk gives the published digits`() throws {
        #expect(isClose(try agreement(manual), 0.6113, within: 5e-5))
        #expect(isClose(try agreement([2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6]), 0.61, within: 5e-3))
        #expect(isClose(try agreement([1.6, 2.6, 8.2, 21, 29.3, 27, 10.3]), 0.48, within: 5e-3))
        #expect(isClose(try agreement([2, 0, 1, 1]), 0.0833, within: 5e-5))
        #expect(isClose(try agreement([5, 5, 5, 5]), 0))
    }

    @Test func `consensus of Leik follows its formula by hand`() throws {
        // Cumulative .03 .07 .28 .41 .94 .99 1, distances .03 .07 .28 .41 .06 .01 0, D = 1.72 / 6.
        #expect(isClose(try leik(manual), 1 - 1.72 / 6, within: 1e-12))
        // Cumulative 1/3 2/3 1, distances 1/3 1/3 0, D = 2/3.
        #expect(isClose(try leik([4, 4, 4]), 1.0 / 3, within: 1e-12))
    }

    @Test func `without ratings there is no value`() throws {
        #expect(try consensus([0, 0, 0]) == nil)
        #expect(try agreement([0, 0, 0]) == nil)
        #expect(try leik([0, 0, 0]) == nil)
    }

    @Test func `a single rating is 1 and carries the count that warns of it`() throws {
        let measure = TastleWiermanConsensus(try OrdinalDistribution(frequencies: [0, 1, 0]))
        #expect(measure.value == 1)
        #expect(measure.distribution.total == 1)
    }

    @Test func `steps that nobody chose still set the width`() throws {
        #expect(isClose(try consensus([3, 3]), 0))
        let wider = try #require(try consensus([3, 3, 0]))
        let widest = try #require(try consensus([3, 3, 0, 0]))
        #expect(0 < wider && wider < widest)
    }

    @Test func `a distribution that contradicts itself is refused`() {
        #expect(throws: MeasureError.tooFewSteps(given: 1, needed: 2)) {
            try OrdinalDistribution(frequencies: [3])
        }
        #expect(throws: MeasureError.badCount(-1)) { try OrdinalDistribution(frequencies: [3, -1]) }
        #expect(throws: MeasureError.badCount(.infinity)) {
            try OrdinalDistribution(frequencies: [.infinity, 1])
        }
        #expect(throws: MeasureError.positionsNotRising) {
            try OrdinalDistribution(frequencies: [1, 2], positions: [1, 1])
        }
        #expect(throws: MeasureError.positionsNotRising) {
            try OrdinalDistribution(frequencies: [1, 2], positions: [0, .nan])
        }
        #expect(throws: MeasureError.lengthsDiffer(expected: 2, given: 3)) {
            try OrdinalDistribution(frequencies: [1, 2], positions: [0, 1, 2])
        }
    }
}

/// What must hold for every distribution.
@Suite struct `Properties of the measures of a distribution` {
    @Test func `turning the scale round changes nothing`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let counts = randomFrequencies(&random)
            let forth = try OrdinalDistribution(frequencies: counts)
            let back = try OrdinalDistribution(frequencies: counts.reversed())
            expectSame(forth, back)
        }
    }

    @Test func `as many times the people, in the same shares, changes nothing`() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let counts = randomFrequencies(&random)
            let many = Double(Int.random(in: 2...50, using: &random))
            expectSame(
                try OrdinalDistribution(frequencies: counts),
                try OrdinalDistribution(frequencies: counts.map { $0 * many }))
        }
    }

    @Test func `moving or stretching the positions changes nothing`() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let counts = randomFrequencies(&random)
            let stretch = Double(Int.random(in: 1...9, using: &random)) / 2
            let shift = Double(Int.random(in: -20...20, using: &random))
            expectSame(
                try OrdinalDistribution(frequencies: counts),
                try OrdinalDistribution(
                    frequencies: counts, positions: counts.indices.map { Double($0) * stretch + shift }))
        }
    }

    @Test func `every value stays in its range and only unanimity reaches the top`() throws {
        for counts in compositions(of: 9, into: 4) {
            let distribution = try OrdinalDistribution(frequencies: counts.map(Double.init))
            let isUnanimous = counts.contains(9)
            let consensus = try #require(TastleWiermanConsensus(distribution).value)
            let agreement = try #require(VanDerEijkAgreement(distribution).value)
            let leik = try #require(LeikConsensus(distribution).value)
            #expect((0...1).contains(consensus) && (consensus == 1) == isUnanimous)
            #expect((-1...1).contains(agreement) && (agreement == 1) == isUnanimous)
            #expect((0...1).contains(leik) && (leik == 1) == isUnanimous)
        }
    }

    private func expectSame(_ one: OrdinalDistribution, _ two: OrdinalDistribution) {
        let consensus = TastleWiermanConsensus(two).value ?? .nan
        #expect(isClose(TastleWiermanConsensus(one).value, consensus, within: 1e-12))
        #expect(isClose(LeikConsensus(one).value, LeikConsensus(two).value ?? .nan, within: 1e-12))
        let agreement = VanDerEijkAgreement(two).value
        #expect(isClose(VanDerEijkAgreement(one).value ?? 9, agreement ?? 9, within: 1e-12))
    }
}
