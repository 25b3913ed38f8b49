/// What one revealed round of ratings adds up to.
///
/// n counts ratings that name a stage; don't know, no view and the rest are in ``answers``, beside it.
public struct GaugeSummary: Hashable, Sendable {
    /// How many ratings named a step.
    public struct StepCount: Hashable, Sendable {
        public let step: ScaleStep
        public let count: Int
    }

    /// The ratings of one sector.
    public struct SectorCounts: Hashable, Sendable {
        public let sector: String
        public let answers: AnswerCounts
        /// One entry for every step of the scale, lowest first.
        public let steps: [StepCount]
    }

    /// Who answered, and how.
    public let answers: AnswerCounts
    /// One entry for every step of the scale, lowest first.
    public let steps: [StepCount]
    /// One entry for every sector named, sorted by its name.
    public let sectors: [SectorCounts]
    /// Every step that got the highest count, lowest first; empty when nobody named a stage.
    public let modes: [ScaleStep]
    /// Ratings on exactly the mode (on each of the ``modes``, when tied); 0 when nobody named a stage.
    public let modeCount: Int
    /// Ratings that do not belong to the mode; a between belongs to it when the mode is one of its ends.
    /// On a tie, the smallest number that any of the ``modes`` would leave outside.
    public let outsideMode: Int
    /// How many may be outside.
    public let tolerance: MajorityTolerance
    /// Consensus of Tastle and Wierman over the whole width of the scale.
    public let consensus: TastleWiermanConsensus
    /// The shape of the spread.
    public let pattern: SpreadPattern

    /// Ratings that name a stage.
    public var n: Int { answers.counted }

    /// The most common step, or `nil` when nobody named a stage or two or more are tied: a tie is shown as a
    /// tie (``modes``) and never broken, since any rule for breaking it would choose a side for the group.
    public var mode: ScaleStep? { modes.count == 1 ? modes.first : nil }

    /// Whether the mode speaks for the group: there is one mode, three or more ratings, and no more outside
    /// it than the tolerance allows.
    public var withinTolerance: Bool { mode != nil && tolerance.permits(outside: outsideMode) }

    /// Share of ratings on the mode with its interval; `nil` when there is no single mode.
    public var modeAgreement: PercentAgreement? {
        mode == nil ? nil : PercentAgreement(trusted: modeCount, of: n)
    }

    /// - Parameters:
    ///   - ratings: one entry a person, also for those who did not answer or are absent, if they are to be
    ///     counted. Late ratings are left out by the caller.
    ///   - scale: the scale on which they rated.
    /// - Throws: ``MeasureError/unknownStage(rater:stage:)`` or ``MeasureError/repeatedRater(_:)``.
    public init(ratings: [Rating], scale: RatingScale) throws(MeasureError) {
        let placed = try scale.placed(ratings)
        let steps = Self.tally(placed, scale)
        let highest = steps.map(\.count).max() ?? 0
        let modes = highest == 0 ? [] : steps.filter { $0.count == highest }.map(\.step)
        let outside = modes.map { mode in placed.count { !$0.step.belongs(to: mode.id) } }

        self.answers = AnswerCounts(ratings.map(\.answer))
        self.steps = steps
        self.sectors = Self.bySector(ratings, placed, scale)
        self.modes = modes
        self.modeCount = highest
        self.outsideMode = outside.min() ?? 0
        self.tolerance = MajorityTolerance(ratings: placed.count)
        self.consensus = TastleWiermanConsensus(
            OrdinalDistribution(
                trustedPositions: steps.map(\.step.worth), frequencies: steps.map { Double($0.count) }))
        self.pattern = SpreadPattern(placed, answers: self.answers)
    }

    private static func tally(_ placed: [PlacedRating], _ scale: RatingScale) -> [StepCount] {
        var counts = [Int](repeating: 0, count: scale.steps.count)
        for rating in placed { counts[rating.index] += 1 }
        return zip(scale.steps, counts).map { StepCount(step: $0, count: $1) }
    }

    private static func bySector(
        _ ratings: [Rating], _ placed: [PlacedRating], _ scale: RatingScale
    ) -> [SectorCounts] {
        let answers = Dictionary(grouping: ratings.filter { $0.sector != nil }, by: { $0.sector ?? "" })
        let named = Dictionary(grouping: placed, by: \.sector)
        return answers.keys.sorted().map { sector in
            SectorCounts(
                sector: sector,
                answers: AnswerCounts((answers[sector] ?? []).map(\.answer)),
                steps: tally(named[sector] ?? [], scale))
        }
    }
}
