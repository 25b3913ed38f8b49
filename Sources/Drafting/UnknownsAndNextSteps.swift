import Facilitation

/// What is not yet known: the honest end of a draft.
struct Unknowns {
    let record: Record
    let names: RecordNames

    func section() -> DraftSection {
        var sentences: [Sentence] = []
        if !record.missing.isEmpty {
            let missing = record.missing.map(SectorWording.people).joined(separator: ", ")
            sentences.append(Sentence("Not in the room: \(missing)"))
        }
        for area in record.areas { sentences += unknown(area) }
        let unreached = record.areas.filter { !$0.wasDiscussed }.map(RecordNames.area)
        if !unreached.isEmpty {
            sentences.append(Sentence("Areas not discussed: \(unreached.joined(separator: "; "))"))
        }
        if sentences.isEmpty { sentences = [Sentence("Nothing is marked as unknown in the record")] }
        return DraftSection("What is not yet known", [.list(sentences.map { DraftItem($0) })])
    }

    /// What became a proposal is something to do, and nothing to check.
    private func isTested(_ statement: RecordStatement, _ area: RecordArea) -> Bool {
        let number = statement.opening
        return area.proposals.contains { proposal in
            // Fewer words may stand in a statement by chance.
            let isLong = Wordings.words(proposal.text).count >= 3
            return number.map(proposal.entries.contains) == true
                || isLong && Wordings.holds(statement.text, proposal.text)
        }
    }

    private func unknown(_ area: RecordArea) -> [Sentence] {
        let name = RecordNames.area(area)
        var sentences: [Sentence] = []
        if let gauge = area.lastRated {
            for (id, words) in [
                (SpecialStage.dontKnow, "said don't know"), (SpecialStage.noView, "gave no view"),
            ] {
                guard let count = gauge.counts[id], count > 0 else { continue }
                sentences.append(
                    Sentence("\(name): in round \(gauge.round), \(count) \(words)", entries: gauge.entries))
            }
        } else if area.wasDiscussed {
            sentences.append(Sentence("\(name): no ratings have been revealed"))
        }
        for objective in area.objectives where !objective.missing.isEmpty {
            let missing = objective.missing.map { "no \($0.spoken)" }.joined(separator: ", ")
            sentences.append(
                Sentence(
                    "\(name), objective \(RecordNames.item(objective.id)): \(missing) yet",
                    entries: objective.deciding))
        }
        for statement in area.statements where statement.kind == .evidence && statement.evidence != .seen {
            guard !isTested(statement, area) else { continue }
            let standing = statement.evidence == .claimed ? "claimed and not yet seen" : "not yet checked"
            let speaker = statement.by.map { ", from \(names.name($0))" } ?? ""
            sentences.append(
                Sentence(
                    [
                        .text("\(name), \(RecordNames.item(statement.id))\(speaker): evidence \(standing): "),
                        .words(statement.text),
                    ], entries: statement.entries))
        }
        let waiting = area.minorityViews.filter { !$0.confirmed }.count
        if waiting > 0 {
            let views = waiting == 1 ? "1 minority view waits" : "\(waiting) minority views wait"
            sentences.append(Sentence("\(name): \(views) for a yes from the holder"))
        }
        return sentences
    }
}

/// What happens now: gaps to fill, items to bring back, and the check by members.
struct NextSteps {
    let record: Record
    let names: RecordNames

    func section() -> DraftSection {
        var items: [DraftItem] = [
            DraftItem(Sentence(.membersCheck))
        ]
        for area in record.areas {
            for objective in area.objectives {
                guard objective.outcome.isAdopted, !objective.missing.isEmpty else { continue }
                let gaps = objective.missing.map(\.spoken).joined(separator: ", ")
                items.append(
                    DraftItem(
                        Sentence(
                            "Fill the \(objective.missing.count == 1 ? "gap" : "gaps") in objective \(RecordNames.item(objective.id)): \(gaps)",
                            entries: objective.deciding)))
            }
            let waiting = area.proposals.filter { $0.outcome == .deferred || $0.outcome == .open }
            for proposal in waiting {
                items.append(
                    DraftItem(Sentence("Come back to \(RecordNames.item(proposal.id))", entries: proposal.deciding)))
            }
            for view in area.minorityViews where view.confirmed {
                guard let day = view.lookAgain else { continue }
                items.append(
                    DraftItem(
                        Sentence(
                            [.text("Look again on \(RecordNames.day(day)) at the minority view: "), .words(view.text)],
                            entries: view.entries)))
            }
            for parked in area.parked {
                guard let day = parked.bringBack else { continue }
                items.append(
                    DraftItem(
                        Sentence(
                            [.text("Bring back on \(RecordNames.day(day)): "), .words(parked.text)],
                            entries: parked.entries)))
            }
        }
        if record.meeting == .development, record.areas.contains(where: \.hasAdopted) {
            items.append(DraftItem(Sentence(.toFormalMeeting)))
        }
        return DraftSection("Next steps", [.list(items)])
    }
}
