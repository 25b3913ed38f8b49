import Consensus

/// Where the time together is worth most, from ratings that were revealed: where views are far apart, where people are
/// unsure, where they want to get further, and where a decision is due (domain practice). It ranks no partnership and no
/// person, takes no average, and decides nothing: it gives a facilitator reasons.
struct LiveTime {
    enum Reason: Hashable {
        case decisionDue(CivilDate, String)
        /// More than one stage apart, or each sector of its own mind.
        case apart(bySector: Bool)
        case manyDontKnow
        /// So many of those who said how sure they are have low confidence.
        case lowConfidence(Int, of: Int)
        /// So many of those who rated want the partnership to be at least a stage further.
        case ambition(Int, of: Int)
    }

    struct Suggestion: Hashable {
        var area: String
        var reasons: [Reason]
        /// From 0 (as far apart as can be) to 1 (all alike); orders areas with equally many reasons.
        var consensus: Double
    }

    /// So many areas fit a meeting of two hours (domain practice); a longer list is no help in choosing.
    static let areasMax = 4

    /// The best first. Areas without a reason are left out.
    let suggestions: [Suggestion]

    init(_ discussion: Discussion) {
        let found = discussion.setup.areas.compactMap { LiveTime.suggestion($0, discussion) }
        let order = Dictionary(
            discussion.setup.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        suggestions = found.sorted { left, right in
            if left.reasons.count != right.reasons.count { return left.reasons.count > right.reasons.count }
            if left.consensus != right.consensus { return left.consensus < right.consensus }
            return order[left.area, default: 0] < order[right.area, default: 0]
        }
    }

    private static func suggestion(_ id: String, _ discussion: Discussion) -> Suggestion? {
        guard let area = discussion.areas[id], area.status != .settled else { return nil }
        var reasons: [Reason] = []
        if let due = discussion.setup.pregauge?.decisions.first(where: { $0.area == id }),
            let day = CivilDate(iso: due.by)
        {
            reasons.append(.decisionDue(day, due.text))
        }
        var consensus = 1.0
        if let gauge = area.lastRevealed,
            let measures = GaugeMeasures(gauge, ladder: discussion.setup.framework.ladder, people: discussion.people)
        {
            reasons += LiveTime.reasons(gauge, measures.summary, discussion.setup.framework.ladder)
            consensus = measures.summary.consensus.value ?? 1
        }
        return reasons.isEmpty ? nil : Suggestion(area: id, reasons: reasons, consensus: consensus)
    }

    private static func reasons(_ gauge: Gauge, _ summary: GaugeSummary, _ ladder: Ladder) -> [Reason] {
        var reasons: [Reason] = []
        switch summary.pattern {
        case .twoApart: reasons.append(.apart(bySector: false))
        case .clumpsBySector: reasons.append(.apart(bySector: true))
        case .tooFew, .manyDontKnow, .same, .neighbours: break
        }
        // Also where too few named a stage to read a pattern: that may be because they do not know.
        let unknown = gauge.ratings.count { $0.stage == SpecialStage.dontKnow }
        if gauge.ratings.count >= 3, unknown * 3 >= gauge.ratings.count { reasons.append(.manyDontKnow) }
        let sure = gauge.ratings.compactMap(\.confidence)
        let unsure = sure.count { $0 == .low }
        if unsure * 2 >= sure.count, unsure > 0 { reasons.append(.lowConfidence(unsure, of: sure.count)) }
        let rated = gauge.ratings.filter { ladder.step($0.stage) != nil }
        let ambitious = rated.count { rating in
            guard let here = ladder.step(rating.stage), let there = rating.ambition.flatMap(ladder.step) else {
                return false
            }
            return there.worth >= here.worth + 1
        }
        if ambitious * 2 > rated.count { reasons.append(.ambition(ambitious, of: rated.count)) }
        return reasons
    }
}
