/// Why a scale or a measure could not be made from what was given.
///
/// Too little data is never an error: a measure then has no value and says how much it saw. These cases
/// are inputs that contradict themselves, so that any number made from them would be wrong.
public enum MeasureError: Error, Equatable, Sendable {
    /// A scale or a distribution needs at least this many steps.
    case tooFewSteps(given: Int, needed: Int)
    /// Two steps of a scale, two candidates or two constituencies have the same identifier.
    case repeatedIdentifier(String)
    /// A between names a stage that the scale does not have, or two stages that are not next to each other.
    case betweenWithoutNeighbours(id: String)
    /// Positions of a distribution must be finite and rise strictly.
    case positionsNotRising
    /// Two lists that belong together have different lengths.
    case lengthsDiffer(expected: Int, given: Int)
    /// A count or frequency is negative or not a number.
    case badCount(Double)
    /// More successes than trials.
    case successesAboveTrials(successes: Int, trials: Int)
    /// A rating names a stage that the scale does not have.
    case unknownStage(rater: String, stage: String)
    /// One person has two ratings in one round.
    case repeatedRater(String)
    /// A rating or a weight lies outside its range.
    case outOfRange(Double)
}
