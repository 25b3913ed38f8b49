/// One person changed their stage towards the majority, and nobody else changed anything.
///
/// That may be a change of mind, or of the will to argue: a reason for a private question, never for a remark
/// in the room. It is a rule of this house and not a published measure:
/// - the majority is the single mode of the earlier round; a tie has none, so there are three ratings or more
///   whenever somebody is outside it;
/// - the mover named a stage in both rounds, and is now nearer to that mode;
/// - everybody else who answered in both rounds gave the same answer again; don't know, no view and
///   abstention are answers here, so somebody who found a view between the rounds is a second change.
///
/// People who were absent, silent or not listed in one of the rounds do not matter.
public struct LoneMove: Hashable, Sendable {
    public let rater: String
    public let from: ScaleStep
    public let to: ScaleStep
    /// The single mode of the earlier round.
    public let towards: ScaleStep

    /// - Returns: `nil` when there is no such move.
    /// - Throws: ``MeasureError/unknownStage(rater:stage:)`` or ``MeasureError/repeatedRater(_:)``.
    public init?(earlier: [Rating], later: [Rating], scale: RatingScale) throws(MeasureError) {
        let before = try GaugeSummary(ratings: earlier, scale: scale)
        _ = try scale.placed(later)
        let answersLater = Dictionary(
            later.filter(\.answer.isGiven).map { ($0.rater, $0.answer) },
            uniquingKeysWith: { first, _ in first })
        let changes = earlier.filter(\.answer.isGiven).filter { rating in
            answersLater[rating.rater].map { $0 != rating.answer } ?? false
        }
        guard let mode = before.mode,
            changes.count == 1, let change = changes.first,
            case .stage(let fromId) = change.answer, let from = scale.step(fromId),
            case .stage(let toId) = answersLater[change.rater], let to = scale.step(toId),
            abs(to.worth - mode.worth) < abs(from.worth - mode.worth)
        else { return nil }
        self.rater = change.rater
        self.from = from
        self.to = to
        self.towards = mode
    }
}
