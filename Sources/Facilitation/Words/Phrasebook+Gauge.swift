import Consensus

// Gauges, the reveal, what follows from the spread.
extension Phrasebook {
    func gaugeOpened(_ round: Int, _ isBlind: Bool, _ explained: Bool) -> String {
        let privately = isBlind ? " privately" : ""
        var lines: [String] = []
        if round > 1 {
            lines.append(
                "Round \(round)\(isBlind ? ", privately again" : ""): which stage, how sure, and one line of evidence. Nobody has to move."
            )
        } else if explained {
            lines.append(
                "Please rate this area\(privately): which stage, how sure (high, medium, low), and one line of evidence."
            )
        } else {
            let stages = list(setup.framework.stages.map { $0.name.lowercased() }, "or")
            lines.append(
                "Please rate\(privately): a stage (not yet, \(stages), or between two), how sure (high, medium, low), and one line of evidence. “Don't know” and “no view” are proper answers."
            )
            let shown =
                isBlind
                ? "Nobody sees a rating before the reveal, and the reveal shows counts only."
                : "The reveal shows counts only."
            lines.append("\(shown) \(ratingNames)")
        }
        if !isBlind { lines.append(notBlind("this round is")) }
        return lines.joined(separator: "\n")
    }

    var ratingNames: String {
        setup.attribution == .named
            ? "Afterwards the record names who gave which rating, and quotes the reason."
            : "The record keeps ratings without names, and quotes the reasons."
    }

    /// A rating as somebody could type it, in a stage of this framework: *established, medium, because …* The second stage,
    /// where the framework has one, so that no example begins at the bottom.
    public var exampleRating: String {
        let stages = setup.framework.stages
        let stage = stages.count > 1 ? stages[1] : stages.first
        return "\(stage?.name.lowercased() ?? "not yet"), medium, because …"
    }

    var ratingNotUnderstood: String {
        let stages = list(setup.framework.stages.map { $0.name.lowercased() }, "or")
        return
            "That could not be read as a rating, so none was counted. Please say a stage (not yet, \(stages), or between two), how sure, and why. “Don't know” and “no view” are proper answers."
    }

    /// - Parameter what: with its verb, such as *this round is*.
    func notBlind(_ what: String) -> String {
        "Not everybody here has private messages, so \(what) not blind: others may see a rating before the reveal. The record says so."
    }

    func ratingKept(_ stage: String, _ confidence: Confidence?, _ isSeen: Bool) -> String {
        let sure = confidence.map { ", \($0.rawValue) confidence" } ?? ""
        let noted = isSeen ? "Noted" : "Noted, only you see this"
        return "\(noted): \(stageName(stage))\(sure). Change it any time before the reveal."
    }

    /// Whoever wrote it may believe that they have rated.
    func privateLineNotCounted(_ member: MemberID) -> String {
        guard let gauge = discussion.area?.openGauge else {
            if discussion.isPregauging {
                return
                    "Nothing of this line was counted. /gauge in, the number of an area and a stage give or change a rating. For the facilitator alone: /private and your words."
            }
            return
                "No private rating is open, so nothing of this line was counted. If it was a rating, please send it again when one is open. For the facilitator alone: /private and your words."
        }
        guard gauge.rating(of: member) != nil else {
            return
                "Nothing of this line was counted. If it is for the room, please say it there. For the facilitator alone: /private and your words."
        }
        return
            "Nothing of this line was counted, and your rating stays as it was. To change it, send the whole rating again, with the stage first."
    }

    var revealed: String {
        guard let gauge = discussion.area?.lastRevealed, let reveal = gauge.reveal else { return "" }
        let when = gauge.isBeforehand ? "Before the day" : "Round \(gauge.round)"
        var lines = ["\(when): \(reveal.answered) of \(reveal.present) answered. \(countsLine(gauge))"]
        if let sure = confidenceLine(gauge) { lines.append(sure) }
        if let sectors = sectorLine(gauge) { lines.append(sectors) }
        if let shift = shiftLine(gauge) { lines.append(shift) }
        if !gauge.isBlind { lines.append("This round was not blind.") }
        if let measures = GaugeMeasures(gauge, ladder: ladder, people: discussion.people),
            let rule = ruleBeside(measures.summary)
        {
            lines.append(rule)
        }
        lines.append(move(gauge))
        if discussion.session.form == .scan { lines.append(scanStep) }
        return lines.joined(separator: "\n")
    }

    func countsLine(_ gauge: Gauge) -> String {
        let counts = ladder.answers.compactMap { stage -> String? in
            let count = gauge.ratings.count { $0.stage == stage }
            return count == 0 ? nil : "\(stageName(stage)) \(count)"
        }
        return counts.isEmpty ? "Nobody rated." : counts.joined(separator: ", ") + "."
    }

    func confidenceLine(_ gauge: Gauge) -> String? {
        let counts = Confidence.allCases.compactMap { confidence -> String? in
            let count = gauge.ratings.count { $0.confidence == confidence }
            return count == 0 ? nil : "\(count) \(confidence.rawValue)"
        }
        return counts.isEmpty ? nil : "Confidence: \(counts.joined(separator: ", "))."
    }

    /// Sectors that have two or more ratings, so that none gives a person away.
    private func sectorLine(_ gauge: Gauge) -> String? {
        let bySector = SectorView(discussion.people, by: setup.constituency).counts(
            of: gauge, discussion.people, hidesNames: setup.attribution != .named)
        // One line for everybody together would only repeat the counts.
        guard bySector.count > 1 else { return nil }
        let parts = bySector.keys.sorted().map { sector in
            let counts = ladder.answers.compactMap { stage -> String? in
                guard let count = bySector[sector]?[stage], count > 0 else { return nil }
                return "\(stageName(stage)) \(count)"
            }
            return "\(groupName(sector)): \(counts.joined(separator: ", "))"
        }
        return "By \(setup.constituency.rawValue): \(parts.joined(separator: "; "))."
    }

    /// Sectors have ids; organisations and places are named as people wrote them.
    private func groupName(_ group: String) -> String {
        let isWritten = setup.constituency != .sector && group != SectorView.together(setup.constituency)
        return isWritten ? group : sectorName(group)
    }

    private func shiftLine(_ gauge: Gauge) -> String? {
        guard let earlier = discussion.area?.gauges.last(where: { $0.isRevealed && $0.round < gauge.round }) else {
            return nil
        }
        let both = gauge.ratings.filter { earlier.rating(of: $0.by) != nil }
        guard !both.isEmpty else { return nil }
        let moved = both.count { earlier.rating(of: $0.by)?.stage != $0.stage }
        let who = moved == 0 ? "nobody" : "\(moved) of \(both.count)"
        return "Since round \(earlier.round), of those who answered both times, \(who) moved."
    }

    /// The facilitator's move that follows from the spread (domain practice: edges first, no average, no push for unity).
    private func move(_ gauge: Gauge) -> String {
        guard let measures = GaugeMeasures(gauge, ladder: ladder, people: discussion.people) else { return "" }
        if let before = earlierAlike(gauge, measures) {
            let spread = before == measures.summary.steps ? "as it was" : "still of the same kind"
            return "The spread is \(spread), and nobody has to move. Next: /settle and a stage."
        }
        switch measures.summary.pattern {
        case .tooFew:
            let unsure = gauge.ratings.count { $0.stage == SpecialStage.dontKnow }
            guard gauge.ratings.count >= 3, unsure * 3 >= gauge.ratings.count else {
                return "Too few ratings to read a pattern. Who else should be heard before we go on?"
            }
            return manyDontKnow
        case .manyDontKnow:
            return manyDontKnow
        case .same:
            let named = measures.summary.n
            let who =
                named == gauge.reveal?.present
                ? "Everybody sees it alike." : "The \(named) who named a stage see it alike."
            return "\(who) A two-minute challenge: what would an outsider need to see to doubt us?"
        case .clumpsBySector:
            let sectors = clumps(gauge, measures)
            return
                "\(sectors.isEmpty ? setup.constituency.plural.capitalisedFirst : "\(sectors) members") see this differently, and each has its reasons. One voice from each, the lower stage first: what have you seen that leads you there?"
        case .neighbours:
            return
                "No more than one stage apart. One voice from each side, please, the lower first: which single piece of evidence separates you?"
        case .twoApart:
            return
                "More than one stage apart, and no average is taken. The lowest view first, if willing, then the highest: what have you seen that leads you there? Then one voice from the middle."
        }
    }

    /// For the one person who moved towards most of the others: has the view changed, or the will to argue?
    var movedAlone: String {
        "Only for you: yours was the one rating that changed, towards where most were. If your view has changed, there is nothing to do. If you would rather keep your first view, /minority and the words keeps it beside the outcome."
    }

    private var manyDontKnow: String {
        "A third or more do not know. Better not to settle a stage now: what evidence is missing, who could get it, and by when?"
    }

    /// The sectors of one mind, the lowest stage first; none where the counts by sector are not shown either.
    private func clumps(_ gauge: Gauge, _ measures: GaugeMeasures) -> String {
        guard sectorLine(gauge) != nil else { return "" }
        let clumps = measures.summary.sectors.filter { $0.answers.counted >= 2 }
        let stages = measures.summary.steps.map(\.step)
        let ordered = stages.flatMap { stage in
            clumps.filter { clump in clump.steps.contains { $0.step == stage && $0.count > 0 } }
        }
        return list(ordered.map { sectorName($0.sector) }).capitalisedFirst
    }

    /// The counts of the round before, where it had the same pattern, so that its question was asked already.
    private func earlierAlike(_ gauge: Gauge, _ measures: GaugeMeasures) -> [GaugeSummary.StepCount]? {
        guard let earlier = discussion.area?.gauges.last(where: { $0.isRevealed && $0.round < gauge.round }),
            let before = GaugeMeasures(earlier, ladder: ladder, people: discussion.people)
        else { return nil }
        let pattern = measures.summary.pattern
        guard pattern == before.summary.pattern, pattern != .tooFew, pattern != .manyDontKnow else { return nil }
        // All on another stage than before is a new thing to doubt.
        if pattern == .same, measures.summary.mode != before.summary.mode { return nil }
        return before.summary.steps
    }
}
