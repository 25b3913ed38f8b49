// What was taken on, how it goes, and what the last session left.
extension Phrasebook {
    /// A longer list is not read at the start of a meeting; `/actions` has them all.
    static let actionsOpenedWithMax = 12
    /// Long wordings are shortened in lists; the record has them whole.
    static let listedTextMax = 120

    /// The opening of the next session: one message, overdue first.
    func lastTime(_ today: CivilDate) -> String {
        let sorted = byDue(discussion.openObjectives)
        let overdue = sorted.filter { discussion.isOverdue($0, on: today) }
        let others = sorted.filter { !discussion.isOverdue($0, on: today) }
        let shown = (overdue + others).prefix(Phrasebook.actionsOpenedWithMax)
        var lines = ["From last time."]
        lines += section("Overdue", overdue, shown: shown.count)
        lines += section("Open", others, shown: max(0, shown.count - overdue.count))
        if shown.count < sorted.count { lines.append("/actions lists all \(sorted.count).") }
        let aims = discussion.earlierAims
        if !aims.isEmpty { lines.append("Aims that stand (\(aims.count)):") }
        lines += aims.suffix(Phrasebook.actionsOpenedWithMax).map(line)
        let views = discussion.viewsToLookAtAgain(on: today)
        if !views.isEmpty { lines.append("Minority views to look at again:") }
        lines += views.map { "\(areaName($0.area)): \(told($0.view))" }
        if let positions = lastPositions { lines.append("Positions last time: \(positions).") }
        if !sorted.isEmpty {
            lines.append(
                "Owners can say how it goes: /progress, the number, on track, late, done or dropped, and what shows it."
            )
        }
        if !sorted.isEmpty || !aims.isEmpty {
            lines.append("To change one, the facilitator puts it to the test again in its area: \(Phrasebook.again).")
        }
        return lines.joined(separator: "\n")
    }

    func actions(_ today: CivilDate) -> String {
        let all = byDue(discussion.adoptedObjectives)
        guard !all.isEmpty else {
            return "No objective was taken on yet. The facilitator opens one with /objective."
        }
        let finished = all.filter { discussion.progress(of: $0.entry).isFinished }
        let overdue = all.filter { discussion.isOverdue($0, on: today) }
        let open = all.filter { !finished.contains($0) && !overdue.contains($0) }
        let lines =
            section("Overdue", overdue, shown: overdue.count) + section("Open", open, shown: open.count)
            + section("Done or dropped", finished, shown: finished.count)
        return lines.joined(separator: "\n")
    }

    /// Earliest first, then those without a date, then in the order in which they were proposed.
    private func byDue(_ objectives: [AdoptedObjective]) -> [AdoptedObjective] {
        objectives.sorted { left, right in
            switch (left.due, right.due) {
            case (let first?, let second?) where first != second: first < second
            case (.some, nil): true
            case (nil, .some): false
            default: left.entry < right.entry
            }
        }
    }

    private func section(_ name: String, _ objectives: [AdoptedObjective], shown: Int) -> [String] {
        guard !objectives.isEmpty, shown > 0 else { return [] }
        return ["\(name) (\(objectives.count)):"] + objectives.prefix(shown).map(line)
    }

    private static let again = "/aim or /objective, and its number"

    private func line(_ earlier: EarlierAim) -> String {
        let aim = earlier.proposal
        return "\(aim.id), #\(aim.entry): \(sentence(shortened(aim.text))) \(areaName(earlier.area))."
    }

    private func line(_ objective: AdoptedObjective) -> String {
        let owner = objective.owner.map(name) ?? "no owner yet"
        let before = objective.proposal.inPlaceOf.flatMap(dueBefore)
        let was = before == objective.due ? "" : before.map { " (was \($0.spoken))" } ?? ""
        let due = objective.due.map { "due \($0.spoken)\(was)" } ?? "no due date yet"
        let said =
            discussion.report(on: objective.entry).map { "last said: \($0.progress.spoken) (\($0.on.spoken))" }
            ?? ProgressWord.nothingSaid
        return
            "\(objective.proposal.id), #\(objective.entry): \(sentence(shortened(objective.proposal.text))) \(owner), \(due), \(said)."
    }

    func shortened(_ text: String, to letters: Int = Phrasebook.listedTextMax) -> String {
        text.count <= letters ? text : text.prefix(letters) + "…"
    }

    /// In the order of the framework: "Acting as an anchor: Established; Skills: not settled".
    private var lastPositions: String? {
        let known = setup.framework.areas.compactMap { area in
            discussion.previous[area.id].flatMap(lastPosition).map { "\(area.name): \($0)" }
        }
        return known.isEmpty ? nil : known.joined(separator: "; ")
    }

    /// A stage that was tested and found no agreement is no position, and takes none away.
    func lastPosition(_ area: Discussion.PreviousArea) -> String? {
        switch (area.settled, area.notSettled) {
        case (nil, nil): nil
        case (let settled?, nil): stageName(settled.stage)
        case (nil, let tested?): "not settled (tested: \(stageName(tested.stage)))"
        case (let settled?, let tested?):
            "\(stageName(settled.stage)) (tested since, and not settled: \(stageName(tested.stage)))"
        }
    }

    func progressKept(_ entry: Int) -> String {
        guard let report = discussion.report(on: entry),
            let objective = discussion.adoptedObjectives.first(where: { $0.entry == entry })
        else { return "" }
        var who = "said by \(name(report.by))"
        if report.isOnBehalf { who += objective.owner.map { " for \(name($0))" } ?? ", as it has no owner yet" }
        let shown = report.evidence.isEmpty ? "." : ": “\(report.evidence)”"
        return "Objective \(objective.proposal.id), #\(entry): \(report.progress.spoken), \(who)\(shown)"
    }

    // MARK: Again in a later session

    private func dueBefore(_ entry: Int) -> CivilDate? { discussion.carried.first { $0.entry == entry }?.due }

    /// What a proposal is to take the place of, so that nobody answers without knowing; nil for one that is new.
    func placeTaken(by proposal: Proposal) -> String? {
        guard let entry = proposal.inPlaceOf else { return nil }
        let due = dueBefore(entry).map { ", due \($0.spoken)" } ?? ""
        return "With enough support it takes the place of #\(entry) of an earlier session\(due)."
    }

    /// Nil for what no earlier session took on.
    func takenOnEarlier(_ entry: Int) -> String? {
        let aims = discussion.earlierAims.map { (area: $0.area, proposal: $0.proposal) }
        let objectives = discussion.carried.map { (area: $0.area, proposal: $0.proposal) }
        guard let known = (aims + objectives).first(where: { $0.proposal.entry == entry }) else { return nil }
        let kind = kindName(known.proposal.kind)
        return
            "#\(entry) is an \(kind) of an earlier session, in \(areaName(known.area)). The facilitator can put it to the test again there: /area \(number(known.area)), then /\(kind) #\(entry)."
    }

    func dueDateStays(_ entry: Int) -> String {
        let place = discussion.carried.first { $0.entry == entry }.map { "/area \(number($0.area)), " } ?? ""
        return
            "The due date of #\(entry) stays as it was taken on. What is expected now can be said with /progress #\(entry) late because … To move it, the facilitator puts the objective to the test again, and everybody answers: \(place)/objective #\(entry), then /due and the new date."
    }

    func whichObjective(_ entries: [Int]) -> String {
        entries.isEmpty
            ? "Which objective do you mean? Please give its number, such as /progress #12 on track. /actions lists them."
            : "You own \(list(entries.map { "#\($0)" })). Which one do you mean? For example: /progress #\(entries[0]) on track."
    }

    func evidenceNeeded(_ word: ProgressWord, _ entry: Int) -> String {
        word == .dropped
            ? "What was taken on is not dropped without a reason: /progress #\(entry) dropped because … and the reason."
            : "What shows it? /progress #\(entry) \(word.spoken) because … and what others can see."
    }

    // MARK: Horizons and minority views

    func horizonKept(_ area: String, _ entry: Int) -> String {
        let aim = discussion.areas[area]?.proposals.first { $0.entry == entry }
        return "Aim \(aim?.id ?? ""), #\(entry), looks ahead: \(aim?.horizon?.spoken ?? "")."
    }

    func viewPartKept(_ area: String, _ entry: Int) -> String {
        let view = discussion.areas[area]?.minorityViews.first { $0.entry == entry }
        return "Kept beside your minority view.\(view.map(viewParts) ?? "")"
    }

    /// What follows the words of a view, with a space before it, or nothing.
    func viewParts(_ view: MinorityView) -> String {
        let mind = view.mind.map { " Would change it: “\($0.text)”." } ?? ""
        let day = view.lookAgain.map { " Look again: \($0.spoken)." } ?? ""
        return mind + day
    }

    private func told(_ view: MinorityView) -> String {
        let who = view.isNamed ? " (\(name(view.by)))" : ""
        return "“\(shortened(view.text))”\(who).\(viewParts(view))"
    }
}
