/// One answer that names a place on a scale.
public struct ScaleStep: Hashable, Sendable {
    /// The two neighbouring stages that a between lies between.
    public struct Ends: Hashable, Sendable {
        public let lower: String
        public let upper: String
    }

    public let id: String
    /// Place on the scale in stages: the lowest stage is 0, the next 1; a between is half a stage up.
    public let worth: Double
    /// Set for a between, `nil` for a stage.
    public let ends: Ends?

    /// Whether a rating of this step counts as support for `stage`: it is that stage, or a between that
    /// has it as one of its two ends. A between is supported by itself only.
    public func belongs(to stage: String) -> Bool {
        id == stage || ends?.lower == stage || ends?.upper == stage
    }
}

/// An ordered scale: stages one apart and, where wanted, betweens half way.
///
/// The width is that of the whole scale, also of steps that nobody chose: a measure of spread compares what
/// people said with what they could have said.
public struct RatingScale: Hashable, Sendable {
    /// An answer half way between two neighbouring stages.
    public struct Between: Hashable, Sendable {
        public let id: String
        public let lower: String
        public let upper: String

        public init(id: String, lower: String, upper: String) {
            self.id = id
            self.lower = lower
            self.upper = upper
        }
    }

    /// All steps, lowest first.
    public let steps: [ScaleStep]

    /// Distance from the lowest to the highest stage; at least 1.
    public let width: Double

    /// - Parameters:
    ///   - stages: identifiers, lowest first; two or more.
    ///   - betweens: half steps; each joins two stages that are next to each other, at most one a gap.
    /// - Throws: ``MeasureError/tooFewSteps(given:needed:)``, ``MeasureError/repeatedIdentifier(_:)`` or
    ///   ``MeasureError/betweenWithoutNeighbours(id:)``.
    public init(stages: [String], betweens: [Between] = []) throws(MeasureError) {
        guard stages.count >= 2 else {
            throw .tooFewSteps(given: stages.count, needed: 2)
        }
        var steps: [ScaleStep] = []
        var placed: Set<String> = []
        var unused = betweens
        for (place, stage) in stages.enumerated() {
            if place > 0, let index = unused.firstIndex(where: { $0.joins(stages[place - 1], stage) }) {
                let between = unused.remove(at: index)
                guard placed.insert(between.id).inserted else { throw .repeatedIdentifier(between.id) }
                let ends = ScaleStep.Ends(lower: between.lower, upper: between.upper)
                steps.append(ScaleStep(id: between.id, worth: Double(place) - 0.5, ends: ends))
            }
            guard placed.insert(stage).inserted else { throw .repeatedIdentifier(stage) }
            steps.append(ScaleStep(id: stage, worth: Double(place), ends: nil))
        }
        if let stray = unused.first { throw .betweenWithoutNeighbours(id: stray.id) }
        self.steps = steps
        self.width = Double(stages.count - 1)
    }

    /// The step with this identifier, or `nil`.
    public func step(_ id: String) -> ScaleStep? {
        steps.first { $0.id == id }
    }

    /// Place of the step among all ``steps``, or `nil`.
    func index(of id: String) -> Int? {
        steps.firstIndex { $0.id == id }
    }

    /// The answers that name a stage, as steps, in the order given.
    ///
    /// - Throws: ``MeasureError/unknownStage(rater:stage:)`` or ``MeasureError/repeatedRater(_:)``.
    func placed(_ ratings: [Rating]) throws(MeasureError) -> [PlacedRating] {
        var seen: Set<String> = []
        var placed: [PlacedRating] = []
        for rating in ratings {
            guard seen.insert(rating.rater).inserted else { throw .repeatedRater(rating.rater) }
            guard case .stage(let id) = rating.answer else { continue }
            guard let index = index(of: id) else { throw .unknownStage(rater: rating.rater, stage: id) }
            placed.append(
                PlacedRating(rater: rating.rater, sector: rating.sector, index: index, step: steps[index]))
        }
        return placed
    }
}

/// A rating whose step was found on the scale.
struct PlacedRating {
    let rater: String
    let sector: String?
    let index: Int
    let step: ScaleStep
}

extension RatingScale.Between {
    fileprivate func joins(_ lower: String, _ upper: String) -> Bool {
        self.lower == lower && self.upper == upper
    }
}
