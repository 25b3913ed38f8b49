import Consensus
import SeededRandom
import Testing

@Suite struct `Scale` {
    @Test func `a stage is worth its place and a between half a step`() throws {
        let scale = try ladder()
        #expect(scale.steps.map(\.worth) == [0, 1, 1.5, 2, 2.5, 3])
        #expect(scale.width == 3)
        #expect(scale.steps.map { $0.ends != nil } == [false, false, true, false, true, false])
    }

    @Test func `a scale that contradicts itself is refused`() {
        #expect(throws: MeasureError.tooFewSteps(given: 1, needed: 2)) { try RatingScale(stages: ["only"]) }
        #expect(throws: MeasureError.repeatedIdentifier("a")) { try RatingScale(stages: ["a", "b", "a"]) }
        #expect(throws: MeasureError.repeatedIdentifier("a")) {
            try RatingScale(stages: ["a", "b"], betweens: [.init(id: "a", lower: "a", upper: "b")])
        }
        for (lower, upper) in [("a", "c"), ("b", "a"), ("a", "z")] {
            #expect(throws: MeasureError.betweenWithoutNeighbours(id: "x")) {
                try RatingScale(
                    stages: ["a", "b", "c"], betweens: [.init(id: "x", lower: lower, upper: upper)])
            }
        }
        #expect(throws: MeasureError.betweenWithoutNeighbours(id: "second")) {
            try RatingScale(
                stages: ["a", "b"],
                betweens: [
                    .init(id: "first", lower: "a", upper: "b"), .init(id: "second", lower: "a", upper: "b"),
                ])
        }
    }
}

@Suite struct `Summary of a gauge` {
    func summary(_ words: [String], sectors: [String?] = []) throws -> GaugeSummary {
        try GaugeSummary(ratings: ratings(words, sectors: sectors), scale: ladder())
    }

    @Test func `the example of the record`() throws {
        let summary = try summary(["emerging"] + times(5, "established"))
        #expect(summary.n == 6)
        #expect(summary.mode?.id == "established")
        #expect(summary.modeCount == 5)
        #expect(summary.outsideMode == 1)
        #expect(summary.tolerance.allowedOutside == 1)
        #expect(summary.withinTolerance)
        #expect(summary.pattern.rawValue == "neighbours")
        #expect(summary.modeAgreement?.agreeing == 5)
        #expect(summary.modeAgreement?.n == 6)
    }

    @Test func `six kinds of answer are counted apart and only one enters n`() throws {
        let words =
            times(3, "emerging") + ["dont-know"] + times(2, "no-view") + ["abstain"]
            + times(4, "silent") + times(5, "absent")
        let answers = try summary(words).answers
        #expect(answers.counted == 3)
        #expect(answers.dontKnow == 1)
        #expect(answers.noView == 2)
        #expect(answers.abstained == 1)
        #expect(answers.notAnswered == 4)
        #expect(answers.absent == 5)
        #expect(answers.answered == 7)
        #expect(answers.present == 11)
        #expect(answers.everyone == 16)
        #expect(try summary(words).consensus.value == 1)
    }

    @Test func `a between belongs to the mode when the mode is one of its ends`() throws {
        let near = try summary(times(4, "established") + ["between-emerging-established", "expanding"])
        #expect(near.modeCount == 4)
        #expect(near.outsideMode == 1)
        let both = try summary(
            times(3, "established") + ["between-emerging-established", "between-established-expanding"])
        #expect(both.outsideMode == 0)
        let far = try summary(times(4, "emerging") + ["between-established-expanding"])
        #expect(far.outsideMode == 1)
    }

    @Test func `when the mode is a between only that between belongs to it`() throws {
        let summary = try summary(
            times(3, "between-emerging-established") + times(2, "emerging") + ["established"])
        #expect(summary.mode?.id == "between-emerging-established")
        #expect(summary.outsideMode == 3)
        #expect(!summary.withinTolerance)
    }

    @Test func `a tie is shown as a tie and speaks for nobody`() throws {
        let summary = try summary(times(3, "established") + times(3, "emerging"))
        #expect(summary.mode == nil)
        #expect(summary.modes.map(\.id) == ["emerging", "established"])
        #expect(summary.modeCount == 3)
        #expect(summary.outsideMode == 3)
        #expect(!summary.withinTolerance)
        #expect(summary.modeAgreement == nil)
    }

    @Test func `a tie is not within tolerance even when one side takes in the betweens`() throws {
        let summary = try summary(times(2, "emerging") + times(2, "between-emerging-established"))
        #expect(summary.modes.count == 2)
        #expect(summary.outsideMode == 0)
        #expect(!summary.withinTolerance)
    }

    @Test func `below three ratings there is no majority, however much two people agree`() throws {
        #expect(try !summary(times(2, "emerging")).withinTolerance)
        #expect(try summary(times(3, "emerging")).withinTolerance)
    }

    @Test func `nobody naming a stage gives no mode and no consensus`() throws {
        for words in [[], ["dont-know", "no-view", "silent"]] {
            let summary = try summary(words)
            #expect(summary.modes.isEmpty && summary.mode == nil)
            #expect(summary.modeCount == 0 && summary.outsideMode == 0)
            #expect(summary.consensus.value == nil)
            #expect(summary.pattern == .tooFew)
            #expect(!summary.withinTolerance)
        }
    }

    @Test func `sectors are sorted and count their own answers`() throws {
        let summary = try summary(
            ["emerging", "emerging", "dont-know", "expanding", "silent"],
            sectors: ["vcse", "nhs", "nhs", nil, "vcse"])
        #expect(summary.sectors.map(\.sector) == ["nhs", "vcse"])
        #expect(summary.sectors.map(\.answers.counted) == [1, 1])
        #expect(summary.sectors.map(\.answers.dontKnow) == [1, 0])
        #expect(summary.sectors.map(\.answers.notAnswered) == [0, 1])
        #expect(summary.sectors[0].steps.map(\.count) == [0, 1, 0, 0, 0, 0])
    }

    @Test func `an unknown stage and a person counted twice are refused`() throws {
        #expect(throws: MeasureError.unknownStage(rater: "r0", stage: "superb")) {
            try GaugeSummary(ratings: ratings(["superb"]), scale: ladder())
        }
        let twice = [
            Rating(rater: "ann", answer: .stage("emerging")), Rating(rater: "ann", answer: .dontKnow),
        ]
        #expect(throws: MeasureError.repeatedRater("ann")) {
            try GaugeSummary(ratings: twice, scale: ladder())
        }
    }

    @Test func `mode, outside and belonging add up for every spread of six ratings`() throws {
        let scale = try ladder()
        for counts in compositions(of: 6, into: scale.steps.count) {
            let words = zip(scale.steps, counts).flatMap { times($1, $0.id) }
            let summary = try summary(words)
            #expect(summary.n == 6 && summary.steps.map(\.count) == counts)
            let mode = try #require(summary.modes.first)
            #expect(summary.modeCount == counts.max())
            guard summary.mode != nil else { continue }
            let adjoining = summary.steps.filter { $0.step.id != mode.id && $0.step.belongs(to: mode.id) }
            let belonging = adjoining.reduce(summary.modeCount) { $0 + $1.count }
            #expect(belonging + summary.outsideMode == 6)
            #expect(summary.withinTolerance == (belonging >= 5))
        }
    }

    @Test func `the order of the ratings does not matter`() throws {
        var random = SeededGenerator(seed: 4)
        let scale = try ladder()
        let words = scale.steps.map(\.id) + ["dont-know", "no-view"]
        for _ in 0..<200 {
            let given = (0..<9).map { place in
                Rating(
                    rater: "r\(place)", answer: answer(words.randomElement(using: &random) ?? "absent"),
                    sector: ["nhs", "vcse", nil].randomElement(using: &random) ?? nil)
            }
            let shuffled = given.shuffled(using: &random)
            #expect(
                try GaugeSummary(ratings: given, scale: scale)
                    == GaugeSummary(ratings: shuffled, scale: scale))
        }
    }
}

@Suite struct `Tolerance` {
    @Test func `follows the published table`() {
        let table: [(ClosedRange<Int>, Int)] = [
            (8...10, 2), (11...13, 3), (14...16, 4), (17...19, 5), (20...22, 6), (23...25, 7),
        ]
        for (panel, allowed) in table {
            for ratings in panel { #expect(MajorityTolerance(ratings: ratings).allowedOutside == allowed) }
        }
    }

    @Test func `is never negative and never permits anything below three`() {
        let small = (0...4).map { MajorityTolerance(ratings: $0) }
        #expect(small.map(\.allowedOutside) == [0, 0, 0, 0, 0])
        #expect(small.map { $0.permits(outside: 0) } == [false, false, false, true, true])
        #expect(MajorityTolerance(ratings: 5).permits(outside: 1))
        #expect(!MajorityTolerance(ratings: 5).permits(outside: 2))
    }
}

@Suite struct `Pattern of the spread` {
    func pattern(_ words: [String], sectors: [String?] = []) throws -> SpreadPattern {
        try GaugeSummary(ratings: ratings(words, sectors: sectors), scale: ladder()).pattern
    }

    @Test func `too few comes before everything`() throws {
        #expect(try pattern(["emerging", "emerging", "dont-know", "dont-know"]) == .tooFew)
    }

    @Test func `a third of the answers must be don't know, silence and absence not counted`() throws {
        let rated = times(4, "emerging")
        #expect(try pattern(rated + times(2, "dont-know")) == .manyDontKnow)
        #expect(try pattern(rated + ["dont-know"]) == .same)
        #expect(try pattern(rated + times(2, "dont-know") + ["no-view"]) == .same)
        #expect(try pattern(rated + times(2, "dont-know") + ["silent", "absent"]) == .manyDontKnow)
        #expect(try pattern(rated + times(6, "no-view")) == .same)
    }

    @Test func `clumps need two sectors of one mind each, on different stages`() throws {
        let sectors = ["nhs", "nhs", "vcse", "vcse", "housing"]
        let clumps = ["emerging", "emerging", "established", "established", "not-yet"]
        #expect(try pattern(clumps, sectors: sectors) == .clumpsBySector)
        // One sector is not of one mind.
        let mixed = ["emerging", "emerging", "established", "expanding", "emerging"]
        #expect(try pattern(mixed, sectors: sectors) == .twoApart)
        // Both clumps on one stage; only the single rating differs.
        let together = ["emerging", "emerging", "emerging", "emerging", "established"]
        #expect(try pattern(together, sectors: sectors) == .neighbours)
        // Only one sector has two ratings.
        let single = ["emerging", "emerging", "established", "established", "established"]
        #expect(try pattern(single, sectors: ["nhs", "nhs", "vcse", "housing", nil]) == .neighbours)
        // People without a sector are not a sector.
        #expect(try pattern(Array(clumps.prefix(4)), sectors: ["nhs", "nhs", nil, nil]) == .neighbours)
    }

    @Test func `a don't know in a sector does not break its clump`() throws {
        let words = ["emerging", "emerging", "established", "established", "dont-know"]
        #expect(try pattern(words, sectors: ["nhs", "nhs", "vcse", "vcse", "vcse"]) == .clumpsBySector)
    }

    @Test func `neighbours are at most one stage apart, counted with betweens`() throws {
        #expect(try pattern(["emerging", "established", "established"]) == .neighbours)
        #expect(try pattern(["not-yet", "emerging", "not-yet"]) == .neighbours)
        #expect(
            try pattern(["between-emerging-established", "between-established-expanding", "established"])
                == .neighbours)
        #expect(try pattern(["emerging", "between-established-expanding", "emerging"]) == .twoApart)
        #expect(try pattern(["emerging", "expanding", "emerging"]) == .twoApart)
        #expect(try pattern(["not-yet", "established", "emerging"]) == .twoApart)
    }

    @Test func `the words are those of the record`() {
        #expect(
            SpreadPattern.allCases.map(\.rawValue) == [
                "too-few", "many-dont-know", "same", "clumps-by-sector", "neighbours", "two-apart",
            ])
    }
}
