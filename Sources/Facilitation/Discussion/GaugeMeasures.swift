import Consensus

/// The measures of one round, with the ladder of the framework as their scale.
struct GaugeMeasures: Sendable {
    let summary: GaugeSummary

    /// Nil only when a rating names no step of the ladder, which `rate` refuses.
    init?(_ gauge: Gauge, ladder: Ladder, people: Participants) {
        guard let scale = GaugeMeasures.scale(of: ladder) else { return nil }
        let ratings = gauge.ratings.map { rating in
            Consensus.Rating(
                rater: String(rating.by.index), answer: GaugeMeasures.answer(rating.stage),
                sector: GaugeMeasures.sector(rating.by, people))
        }
        guard let summary = try? GaugeSummary(ratings: ratings, scale: scale) else { return nil }
        self.summary = summary
    }

    private static func scale(of ladder: Ladder) -> RatingScale? {
        let stages = ladder.steps.filter { $0.ends.isEmpty }.map(\.id)
        let betweens = ladder.steps.compactMap { step in
            step.ends.count == 2 ? RatingScale.Between(id: step.id, lower: step.ends[0], upper: step.ends[1]) : nil
        }
        return try? RatingScale(stages: stages, betweens: betweens)
    }

    private static func answer(_ stage: String) -> Consensus.Answer {
        switch stage {
        case SpecialStage.dontKnow: .dontKnow
        case SpecialStage.noView: .noView
        default: .stage(stage)
        }
    }

    private static func sector(_ member: MemberID, _ people: Participants) -> String? {
        let group = people.group(of: people[member])
        return group.isEmpty ? nil : group
    }

    /// The one person who moved between two rounds, towards where most already were.
    static func movedAlone(from earlier: Gauge?, to later: Gauge, ladder: Ladder) -> MemberID? {
        guard let earlier, let scale = scale(of: ladder) else { return nil }
        func ratings(_ gauge: Gauge) -> [Consensus.Rating] {
            gauge.ratings.map {
                Consensus.Rating(rater: String($0.by.index), answer: answer($0.stage), sector: nil)
            }
        }
        let move = try? LoneMove(earlier: ratings(earlier), later: ratings(later), scale: scale)
        return move.flatMap { Int($0.rater) }.map(MemberID.init(index:))
    }
}
