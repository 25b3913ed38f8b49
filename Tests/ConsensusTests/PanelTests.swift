import Consensus
import SeededRandom
import Testing

@Suite struct `Percent agreement` {
    @Test(arguments: [
        // Rounding the normal quantile to 1.96, as tables do, gives .7575 and then .757 for the last.
        (4, 4, 0.510, 1), (6, 8, 0.409, 0.929), (9, 12, 0.468, 0.911), (12, 12, 0.7575, 1),
    ])
    func `the interval of Wilson gives the published digits`(
        agreeing: Int, n: Int, lower: Double, upper: Double
    ) throws {
        let interval = try #require(try PercentAgreement(agreeing: agreeing, of: n).interval)
        #expect(isClose(interval.lowerBound, lower, within: 5e-4))
        #expect(isClose(interval.upperBound, upper, within: 5e-4))
    }

    @Test func `the interval holds the share, mirrors, and narrows with more people`() throws {
        for n in 1...60 {
            for agreeing in 0...n {
                let agreement = try PercentAgreement(agreeing: agreeing, of: n)
                let interval = try #require(agreement.interval)
                #expect(interval.contains(try #require(agreement.share)))
                #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
                let mirror = try #require(try PercentAgreement(agreeing: n - agreeing, of: n).interval)
                #expect(isClose(interval.lowerBound, 1 - mirror.upperBound))
                let double = try #require(try PercentAgreement(agreeing: 2 * agreeing, of: 2 * n).interval)
                #expect(
                    double.upperBound - double.lowerBound < interval.upperBound - interval.lowerBound)
            }
        }
    }

    @Test func `thresholds are decided in whole numbers`() throws {
        #expect(try PercentAgreement(agreeing: 9, of: 12).reaches(percent: 75))
        #expect(try !PercentAgreement(agreeing: 8, of: 12).reaches(percent: 75))
        #expect(try PercentAgreement(agreeing: 7, of: 10).reaches(percent: 70))
        #expect(try !PercentAgreement(agreeing: 0, of: 0).reaches(percent: 0))
    }

    @Test func `nobody asked gives nothing, and impossible counts are refused`() throws {
        let nobody = try PercentAgreement(agreeing: 0, of: 0)
        #expect(nobody.share == nil && nobody.interval == nil)
        #expect(throws: MeasureError.successesAboveTrials(successes: 3, trials: 2)) {
            try PercentAgreement(agreeing: 3, of: 2)
        }
        #expect(throws: MeasureError.badCount(-1)) { try PercentAgreement(agreeing: -1, of: 2) }
    }
}

@Suite struct `Quantiles` {
    @Test func `on three stages a range of one passes 66 of the 91 patterns of twelve ratings`() throws {
        var passing = 0
        var withoutMajority = 0
        var threeQuarters = 0
        for counts in compositions(of: 12, into: 3) {
            let values = counts.enumerated().flatMap { [Double](repeating: Double($0), count: $1) }
            let high = try #require(Quantile.value(at: 0.75, of: values))
            let low = try #require(Quantile.value(at: 0.25, of: values))
            let most = try PercentAgreement(agreeing: counts.max() ?? 0, of: 12)
            if high - low <= 1 {
                passing += 1
                if try #require(most.share) <= 0.5 { withoutMajority += 1 }
            }
            if most.reaches(percent: 75) { threeQuarters += 1 }
        }
        #expect(passing == 66)
        #expect(withoutMajority == 13)
        #expect(threeQuarters == 30)
    }

    @Test func `interpolates between neighbours and stops at the ends`() {
        #expect(Quantile.value(at: 0.5, of: [4, 1, 3, 2]) == 2.5)
        #expect(Quantile.value(at: 0, of: [4, 1, 3]) == 1)
        #expect(Quantile.value(at: 1, of: [4, 1, 3]) == 4)
        #expect(Quantile.value(at: 7, of: [4, 1, 3]) == 4)
        #expect(Quantile.value(at: 0.3, of: [5]) == 5)
        #expect(Quantile.value(at: 0.5, of: []) == nil)
    }
}

@Suite struct `RAND and UCLA panels of nine points` {
    /// BMJ Open 2012;2:e001431, table 1.
    let published = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9]

    @Test func `the published worked example`() throws {
        let panel = try #require(try AppropriatenessPanel(ratings: published))
        #expect(panel.ratings.count == 15)
        #expect(panel.median == 7)
        #expect(isClose(panel.percentile30, 7))
        #expect(isClose(panel.percentile70, 8))
        #expect(isClose(panel.interpercentileRange, 1))
        #expect(isClose(panel.adjustedRange, 6.1))
        #expect(isClose(panel.disagreementIndex, 0.1639, within: 5e-5))
        #expect(!panel.isDisagreement)
        #expect(panel.region == .high && panel.outsideRegion == 3 && panel.isAgreement)
    }

    @Test func `ratings at both ends are a disagreement`() throws {
        let panel = try #require(try AppropriatenessPanel(ratings: [1, 1, 1, 1, 5, 9, 9, 9, 9]))
        #expect(panel.interpercentileRange == 8)
        #expect(isClose(panel.adjustedRange, 2.35))
        #expect(isClose(panel.disagreementIndex, 3.404, within: 5e-4))
        #expect(panel.isDisagreement && !panel.isAgreement)
    }

    @Test func `a median between two thirds goes to the higher one`() throws {
        #expect(try AppropriatenessPanel(ratings: [3, 4])?.region == .middle)
        #expect(try AppropriatenessPanel(ratings: [6, 7])?.region == .high)
        #expect(try AppropriatenessPanel(ratings: [3, 3])?.region == .low)
    }

    @Test func `two ratings are never an agreement, none no panel, others than 1 to 9 refused`() throws {
        #expect(try AppropriatenessPanel(ratings: [8, 8])?.isAgreement == false)
        #expect(try AppropriatenessPanel(ratings: [8, 8, 8])?.isAgreement == true)
        #expect(try AppropriatenessPanel(ratings: []) == nil)
        #expect(throws: MeasureError.outOfRange(0)) { try AppropriatenessPanel(ratings: [3, 0]) }
        #expect(throws: MeasureError.outOfRange(10)) { try AppropriatenessPanel(ratings: [10]) }
    }

    @Test func `turning the scale round mirrors the panel`() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let size = Int.random(in: 1...20, using: &random)
            let ratings = (0..<size).map { _ in Int.random(in: 1...9, using: &random) }
            let panel = try #require(try AppropriatenessPanel(ratings: ratings))
            let mirror = try #require(try AppropriatenessPanel(ratings: ratings.map { 10 - $0 }))
            #expect(isClose(panel.median, 10 - mirror.median))
            #expect(isClose(panel.disagreementIndex, mirror.disagreementIndex, within: 1e-9))
            #expect((2.35...8.36).contains(panel.adjustedRange))
        }
    }
}

@Suite struct `Concordance of Kendall` {
    func concordance(_ scores: [[Double]]) throws -> Double? {
        try KendallConcordance(scores: scores).value
    }

    @Test func `the same order is 1 and two opposite orders 0`() throws {
        #expect(try concordance([[1, 2, 3, 4], [10, 20, 30, 40], [0, 0.1, 0.2, 5]]) == 1)
        #expect(try concordance([[1, 2, 3, 4], [4, 3, 2, 1]]) == 0)
    }

    @Test func `ties shared by everybody are still the same order`() throws {
        #expect(isClose(try concordance([[1, 1, 2, 3], [5, 5, 7, 9]]), 1))
    }

    @Test func `a tie by one person, by hand`() throws {
        // Ranks 1 2 3 and 1.5 1.5 3: sums 2.5 3.5 6, S = 6.5, W = 12 · 6.5 / (4 · 24 − 2 · 6).
        let measure = try KendallConcordance(scores: [[1, 2, 3], [1, 1, 2]])
        #expect(measure.rankSums == [2.5, 3.5, 6])
        #expect(isClose(measure.value, 78.0 / 84))
        #expect(measure.raters == 2 && measure.items == 3)
    }

    @Test func `twenty people rated by three, with many ties`() throws {
        // The anxiety ratings of the R package irr, from memory; it prints W = 0.54 and, from m (n − 1) W,
        // a chi-squared of 30.8 on 19 degrees of freedom.
        let measure = try KendallConcordance(scores: [
            [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
            [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
            [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
        ])
        #expect(isClose(measure.value, 0.54, within: 5e-3))
        #expect(isClose(measure.value.map { 3 * 19 * $0 }, 30.8, within: 0.05))
    }

    @Test func `too little to compare gives no value and uneven rows are refused`() throws {
        #expect(try concordance([]) == nil)
        #expect(try concordance([[1, 2, 3]]) == nil)
        #expect(try concordance([[1], [1]]) == nil)
        #expect(try concordance([[2, 2, 2], [1, 1, 1]]) == nil)
        #expect(throws: MeasureError.lengthsDiffer(expected: 2, given: 3)) {
            try KendallConcordance(scores: [[1, 2], [1, 2, 3]])
        }
        #expect(throws: MeasureError.outOfRange(.infinity)) {
            try KendallConcordance(scores: [[1, .infinity]])
        }
    }

    @Test func `the order of people and of things, and the numbers themselves, do not matter`() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<300 {
            let people = Int.random(in: 2...6, using: &random)
            let things = Int.random(in: 2...7, using: &random)
            let scores = (0..<people).map { _ in
                (0..<things).map { _ in Double(Int.random(in: 0...5, using: &random)) }
            }
            let order = Array(0..<things).shuffled(using: &random)
            let shuffled = scores.shuffled(using: &random).map { row in
                order.map { row[$0] * row[$0] * row[$0] - 7 }
            }
            let value = try concordance(scores)
            #expect(isClose(try concordance(shuffled) ?? -1, value ?? -1, within: 1e-12))
            if let value { #expect((0...1).contains(value)) }
        }
    }
}
