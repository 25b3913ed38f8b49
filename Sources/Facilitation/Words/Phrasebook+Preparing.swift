import Consensus

// Ratings before the day, the scan, and where the time together could go.
extension Phrasebook {
    func words(for notice: PreparingNotice) -> String {
        switch notice {
        case .pregaugeOpened(let isBlind): pregaugeOpened(isBlind)
        case .nextArea(let area, let isBeginning): nextArea(area, isBeginning)
        case .ratingKept(let area, let stage, let confidence, let ambition, let isSeen):
            beforehandKept(area, stage, confidence, ambition, isSeen)
        case .ratedSoFar(let rated, let total):
            "You have rated \(rated) of \(counted(total, "area")). /gauge shows the next one."
        case .allAreIn(let members, let areas):
            "All \(members) who are expected have rated all \(counted(areas, "area")). The facilitator can /reveal all."
        case .reminder(let left, let total):
            "A reminder, only for you: \(left) of \(counted(total, "area")) wait for your private rating\(untilDay). /gauge goes on where you stopped."
        case .openReminder:
            "A reminder: ratings before the day are open\(untilDay). /gauge shows an area and its stages."
        case .remindersSent(let count):
            "Reminded, each privately: \(peopleCounted(count)). You are not told who, because that would tell who has rated."
        case .remindersOffered(let finished, let total, let today):
            "Only for you: \(finished) of \(total) have rated every area\(daysLeft(today)). /remind reminds the others, each privately."
        case .pregaugeRevealed: "Ratings from before the day, as counts. No average is taken, and nobody is named."
        case .scanDone: "That was the last area of the scan."
        case .overview: overview
        case .liveTime: liveTime
        case .framingAsked(let question): framingAsked(question)
        case .framingDone: framingDone
        }
    }

    func words(for obstacle: PreparingObstacle) -> String {
        switch obstacle {
        case .nothingIsOpen:
            "No ratings before the day are open. The facilitator opens them with /gauging all until, and a date."
        case .notInThisArea(let area):
            "\(areaName(area)) is not rated before the day. /gauge shows the next area that is."
        case .areaNeedsMark(let area):
            "Before the day a rating says which area it is about, with “in”: /gauge in \(number(area)) and a stage, how sure you are, and why."
        case .dayHasPassed(let day): "\(day.spoken) has passed. Please give a day that is still to come."
        case .ratingsAreWaiting:
            "Ratings from before the day wait here. /reveal all shows them; after that /regauge opens another round."
        case .everybodyHasRated: "Everybody has rated every area. /reveal all shows the counts."
        }
    }

    // MARK: Before the day

    private func pregaugeOpened(_ isBlind: Bool) -> String {
        guard let round = discussion.pregauge else { return "" }
        let first = round.areas.first.map(number) ?? "1"
        let way =
            isBlind
            ? "Send /gauge to the bot privately, and it takes you from area to area; or, for one area:"
            : "/gauge shows an area and its stages. To rate one:"
        let shown =
            isBlind
            ? "Nobody sees a rating before the facilitator types /reveal all, and that shows counts only."
            : "The facilitator's /reveal all shows counts only."
        var lines = [
            "Ratings before the day are open\(untilDay): \(counted(round.areas.count, "area")). \(way) /gauge in \(first) and a stage, how sure you are, and why.",
            "If you like, add how far you want us to get: “aiming for \(setup.framework.stages.last?.name.lowercased() ?? "")”. You can change or withdraw a rating until the reveal.",
            "\(shown) \(ratingNames) The facilitator can type /remind at any time.",
        ]
        if !isBlind { lines.append(notBlind("these ratings are")) }
        return lines.joined(separator: "\n")
    }

    /// While people rate on their own, each in their own time.
    var pregaugingIsOpen: String {
        "Ratings before the day are open\(untilDay). /gauge, sent privately, goes from area to area."
    }

    private var untilDay: String { discussion.pregauge?.until.map { " until \($0.spoken)" } ?? "" }

    private func daysLeft(_ today: CivilDate) -> String {
        guard let until = discussion.pregauge?.until else { return "" }
        if until < today { return "; the day was \(until.spoken)" }
        return until == today ? "; today is the last day" : "; open until \(until.spoken)"
    }

    private func nextArea(_ id: String?, _ isBeginning: Bool) -> String {
        guard let id, let area = setup.framework.area(id) else {
            return "You have rated every area. Thank you. /gauge in and an area's number changes a rating."
        }
        var lines = ["\(isBeginning ? "Area" : "Next, area") \(number(id)): \(area.name)."]
        if let question = area.questions.first { lines.append("Question: \(question)") }
        lines += stageLines(area)
        lines.append("Which stage, how sure (high, medium, low), and one line of evidence?")
        return lines.joined(separator: "\n")
    }

    private func beforehandKept(
        _ area: String, _ stage: String, _ confidence: Confidence?, _ ambition: String?, _ isSeen: Bool
    ) -> String {
        let sure = confidence.map { ", \($0.rawValue) confidence" } ?? ""
        let wanted = ambition.map { ", aiming for \(stageName($0))" } ?? ""
        return
            "Noted\(isSeen ? "" : ", only you see this"). Area \(number(area)), \(areaName(area)): \(stageName(stage))\(sure)\(wanted). Change it any time before the reveal."
    }

    /// Beside an area that was rated before the day, what comes next there.
    var framedNext: String? {
        guard let area = discussion.area else { return nil }
        if area.openPregauge != nil { return "Next: /reveal all shows the ratings from before the day." }
        if area.step == .revealed { return nil }
        return "Next: /gauging opens a private rating."
    }

    // MARK: What the ratings show

    var scanStep: String {
        "This is a scan: one comment from each side, /park what needs longer, then /next."
    }

    private var overview: String {
        let rated = setup.areas.compactMap { id in discussion.areas[id]?.lastRevealed.map { (id, $0) } }
        guard !rated.isEmpty else { return "No area has revealed ratings yet." }
        let lines = rated.map { id, gauge in
            let answered = gauge.reveal.map { "\($0.answered) of \($0.present) answered. " } ?? ""
            let sure = confidenceLine(gauge).map { " \($0)" } ?? ""
            return "Area \(number(id)), \(areaName(id)): \(answered)\(countsLine(gauge))\(sure)\(spread(gauge))"
        }
        let waiting = setup.areas.count - rated.count
        let rest = waiting == 0 ? [] : ["\(counted(waiting, "area")) without revealed ratings."]
        return (lines + rest).joined(separator: "\n")
    }

    private func spread(_ gauge: Gauge) -> String {
        guard let measures = GaugeMeasures(gauge, ladder: ladder, people: discussion.people) else { return "" }
        let unknown = gauge.ratings.count { $0.stage == SpecialStage.dontKnow }
        if gauge.ratings.count >= 3, unknown * 3 >= gauge.ratings.count { return " A third or more do not know." }
        switch measures.summary.pattern {
        case .tooFew, .manyDontKnow: return ""
        case .same: return " All on one stage."
        case .clumpsBySector: return " \(setup.constituency.plural.capitalisedFirst) see it differently."
        case .neighbours: return " No more than one stage apart."
        case .twoApart: return " More than one stage apart."
        }
    }

    private var liveTime: String {
        let all = LiveTime(discussion).suggestions
        let chosen = all.prefix(LiveTime.areasMax)
        guard !chosen.isEmpty else {
            // Nobody can know how close views are that nobody has seen.
            guard setup.areas.contains(where: { discussion.areas[$0]?.lastRevealed != nil }) else {
                return "Where the time together could go shows when ratings are revealed."
            }
            return
                "Nothing asks for live time more than the rest: views are close, and people are fairly sure. /form short or /form scan may be enough."
        }
        var lines = ["Where the time together could go, for these reasons. The choice is yours."]
        lines += chosen.map { suggestion in
            "Area \(number(suggestion.area)), \(areaName(suggestion.area)): \(list(suggestion.reasons.map(reason)))."
        }
        if all.count > chosen.count {
            let others = all.dropFirst(chosen.count).map { number($0.area) }
            lines.append("There are reasons for \(list(others)) too: /overview shows the counts.")
        }
        let numbers = chosen.map { number($0.area) }.joined(separator: ", ")
        let minutes = chosen.count * discussion.session.form.minutes
        let how =
            discussion.session.phase == .gathering
            ? "/start \(numbers) takes them in this order" : "/area and a number goes to one of them"
        lines.append("\(how); about \(minutes) minutes in the \(discussion.session.form.rawValue) form.")
        return lines.joined(separator: "\n")
    }

    private func reason(_ reason: LiveTime.Reason) -> String {
        switch reason {
        case .decisionDue(let day, let text):
            "a decision is due by \(day.spoken)\(text.isEmpty ? "" : " (\(text))")"
        case .apart(bySector: true): "\(setup.constituency.plural) see it differently"
        case .apart(bySector: false): "views are more than one stage apart"
        case .manyDontKnow: "a third or more do not know"
        case .lowConfidence(let count, let total): "\(count) of \(total) are not sure of their rating"
        case .ambition(let count, let total): "\(count) of \(total) want to be a stage further or more"
        }
    }
}
