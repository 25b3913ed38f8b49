import Facilitation

/// What an objective still needs and what it has: owner, due date, measure, baseline, target, gaps.
enum ObjectiveWording {
    static func details(_ objective: RecordProposal, _ names: RecordNames) -> [Sentence] {
        var details: [Sentence] = []
        var people: [String] = []
        if let owner = objective.owner { people.append("owner: \(names.person(owner))") }
        if let due = objective.due { people.append("due: \(RecordNames.day(due))") }
        if !people.isEmpty {
            details.append(
                Sentence(people.joined(separator: "; ").capitalisedFirst, entries: objective.givingParts))
        }
        details += changes(objective, names)
        let measured: [Sentence.Part] = [
            ("measure", objective.measure), ("baseline", objective.baseline), ("target", objective.target),
        ].flatMap { label, value -> [Sentence.Part] in
            guard let value, !value.isEmpty else { return [] }
            return [.text("; \(label): "), .words(value)]
        }
        if case .text(let first)? = measured.first {
            let start = Sentence.Part.text(String(first.dropFirst(2)).capitalisedFirst)
            details.append(Sentence([start] + measured.dropFirst(), entries: objective.givingParts))
        }
        if let gaps = gaps(objective) { details.append(gaps) }
        if let progress = progress(objective, names) { details.append(progress) }
        return details
    }

    /// The words are quoted as they were tested, so what has changed since is told beside them.
    static func changes(_ objective: RecordProposal, _ names: RecordNames) -> [Sentence] {
        var changes: [String] = []
        if let before = objective.worded?.owner, let now = objective.owner {
            changes.append("Owner as worded: \(names.person(before)); changed to \(names.person(now))")
        }
        if let before = objective.worded?.due, let now = objective.due {
            changes.append("Due date as worded: \(RecordNames.day(before)); changed to \(RecordNames.day(now))")
        }
        return changes.map { Sentence($0, entries: objective.givingParts) }
    }

    /// The same in a few words, for a table that has no place for owners and dates; nil where nothing has changed.
    static func changed(_ objective: RecordProposal, _ names: RecordNames) -> String? {
        var changes: [String] = []
        if objective.worded?.owner != nil, let now = objective.owner { changes.append("owner: \(names.person(now))") }
        if objective.worded?.due != nil, let now = objective.due { changes.append("due: \(RecordNames.day(now))") }
        return changes.isEmpty ? nil : ", since changed to " + changes.joined(separator: "; ")
    }

    /// The last thing that was said about how it goes, by whom and when; nil when nobody has said anything.
    static func progress(_ objective: RecordProposal, _ names: RecordNames) -> Sentence? {
        guard let report = objective.reports.last else { return nil }
        let speaker = names.person(report.by) + (report.onBehalf ? " for the owner" : "")
        var parts: [Sentence.Part] = [
            .text("Progress: "), .strong(report.progress.spoken),
            .text(", said by \(speaker) on \(RecordNames.day(report.on))"),
        ]
        if !report.evidence.isEmpty { parts += [.text(": "), .words(report.evidence)] }
        return Sentence(parts, entries: report.entries)
    }

    /// "Gap: no due date yet, no baseline yet".
    static func gaps(_ objective: RecordProposal) -> Sentence? {
        guard !objective.missing.isEmpty else { return nil }
        let missing = objective.missing.map { "no \($0.spoken)" }.joined(separator: ", ")
        return Sentence([.strong("Gap"), .text(": \(missing) yet")], entries: objective.deciding)
    }
}

enum ParkedWording {
    static func sentence(_ parked: RecordParked, _ names: RecordNames, prefix: String = "") -> Sentence {
        let owner = parked.owner.map { "owner: \(names.person($0))" } ?? "no owner yet"
        let day = parked.bringBack.map { "bring back on \(RecordNames.day($0))" } ?? "no date yet"
        let start = "\(prefix)\(owner); \(day): ".capitalisedFirst
        return Sentence([.text(start), .words(parked.text)], entries: parked.entries)
    }
}

/// The rounds of a gauge: counts by stage, who answered, whether it was blind, and how the counts moved.
/// Never a mean.
struct GaugeWording {
    let area: RecordArea
    let names: RecordNames

    /// What the last round came to, and how the counts moved since the first.
    func summary() -> [DraftItem] {
        let rated = area.gauges.filter { $0.revealed && $0.answered > 0 }
        guard let first = rated.first, let last = rated.last else { return [] }
        let move = first.round == last.round ? nil : shift(first, last)
        return [mostChosen(last), move].compactMap(\.self).map { DraftItem($0) }
    }

    /// Each round with its counts, in order.
    func rounds() -> [DraftItem] { area.gauges.map { DraftItem(counts($0), details: details($0)) } }

    private func shown(_ gauge: RecordGauge) -> [(id: String, count: Int)] {
        names.stages.compactMap { id in gauge.counts[id].flatMap { $0 > 0 ? (id, $0) : nil } }
    }

    private func counts(_ gauge: RecordGauge) -> Sentence {
        let answered = "\(gauge.answered) of \(gauge.present) present answered"
        let when = gauge.beforehand ? ", given before the day" : ""
        guard gauge.revealed else {
            return Sentence("Round \(gauge.round)\(when), not yet revealed: \(answered)", entries: gauge.entries)
        }
        let stages = shown(gauge).map { "\($0.count) \(names.stage($0.id))" }.joined(separator: ", ")
        let tallies = shown(gauge).map {
            Tally(subject: .round(gauge.round), label: $0.id, count: $0.count, total: gauge.answered)
        }
        let text = stages.isEmpty ? "no ratings" : stages
        return Sentence(
            "Round \(gauge.round)\(when): \(text); \(answered)", entries: gauge.entries, tallies: tallies)
    }

    private func details(_ gauge: RecordGauge) -> [Sentence] {
        guard gauge.revealed, gauge.answered > 0 else { return [] }
        var details: [Sentence] = []
        let confidence = Confidence.allCases.compactMap { word in
            gauge.confidence[word.rawValue].flatMap { $0 > 0 ? "\($0) \(word.rawValue)" : nil }
        }
        if !confidence.isEmpty {
            details.append(
                Sentence(
                    "Confidence in round \(gauge.round): \(confidence.joined(separator: ", "))",
                    entries: gauge.entries))
        }
        if let pattern = shownPattern(gauge) {
            details.append(Sentence("In round \(gauge.round), \(pattern)", entries: gauge.entries))
        }
        if let sectors = byConstituency(gauge) { details.append(sectors) }
        details += evidence(gauge)
        if !gauge.blind {
            details.append(
                Sentence(
                    "Round \(gauge.round) was not blind: at least one rating could be seen before the reveal",
                    entries: gauge.entries))
        }
        return details
    }

    /// Where a third do not know, that is what a round shows, as the room was told, however few named a stage.
    private func shownPattern(_ gauge: RecordGauge) -> String? {
        guard let found = gauge.measures?.pattern else { return nil }
        let unknown = gauge.counts[SpecialStage.dontKnow, default: 0]
        let isUnknown = found == "too-few" && gauge.answered >= 3 && unknown * 3 >= gauge.answered
        return PatternWording.clause(isUnknown ? "many-dont-know" : found, gauge.constituency)
    }

    /// What people gave as evidence in this round. What they gave again, word for word, is told in the last such round.
    private func evidence(_ gauge: RecordGauge) -> [Sentence] {
        let later = area.gauges.filter { $0.revealed && $0.round > gauge.round }.flatMap(\.ratings)
        let given = gauge.ratings.filter { rating in
            !rating.evidence.isEmpty && !rating.late
                && !later.contains { !$0.late && $0.by == rating.by && $0.evidence == rating.evidence }
        }
        return given.map { Sentence([.text("Evidence given: "), .words($0.evidence)], entries: $0.entries) }
    }

    /// "NHS 1 Emerging, 1 Established; housing 2 Emerging"; the record leaves out sectors that would name a person.
    /// Those that are shown together, with none beside them, say no more than the round does.
    private func byConstituency(_ gauge: RecordGauge) -> Sentence? {
        guard Array(gauge.byConstituency.keys) != ["other-\(gauge.constituency.plural)"] else { return nil }
        let pieces = gauge.byConstituency.keys.sorted().compactMap { sector -> String? in
            let counts = gauge.byConstituency[sector, default: [:]]
            let shown = names.stages.compactMap { stage in
                counts[stage].flatMap { $0 > 0 ? "\($0) \(names.stage(stage))" : nil }
            }
            return shown.isEmpty
                ? nil : "\(SectorWording.name(sector, gauge.constituency)) \(shown.joined(separator: ", "))"
        }
        guard !pieces.isEmpty else { return nil }
        return Sentence(
            "By \(gauge.constituency.rawValue) in round \(gauge.round): \(pieces.joined(separator: "; "))",
            entries: gauge.entries)
    }

    /// The quantifier goes with the stage that was chosen most often, and only when there is one such stage; one person
    /// alone is no *all*.
    private func mostChosen(_ gauge: RecordGauge) -> Sentence? {
        let steps = shown(gauge).filter { $0.id != SpecialStage.dontKnow && $0.id != SpecialStage.noView }
        guard gauge.answered > 1, let most = steps.map(\.count).max(), steps.filter({ $0.count == most }).count == 1,
            let stage = steps.first(where: { $0.count == most })
        else { return nil }
        return Sentence(
            "In round \(gauge.round), \(Quantifier.phrase(most, of: gauge.answered).lowercased()) chose "
                + names.stage(stage.id), entries: gauge.entries)
    }

    private func shift(_ first: RecordGauge, _ last: RecordGauge) -> Sentence {
        let moved = names.stages.filter { first.counts[$0, default: 0] != last.counts[$0, default: 0] }
        let rounds = "From round \(first.round) to round \(last.round)"
        let entries = first.entries + last.entries
        guard !moved.isEmpty else { return Sentence("\(rounds) the counts did not change", entries: entries) }
        let moves = moved.map {
            "\(names.stage($0)) from \(first.counts[$0, default: 0]) to \(last.counts[$0, default: 0])"
        }
        return Sentence("\(rounds) the counts moved: \(moves.joined(separator: ", "))", entries: entries)
    }
}
