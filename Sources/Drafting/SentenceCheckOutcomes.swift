import Facilitation

// Outcomes, the stage of a position, gaps.
extension SentenceCheck {
    /// The outcomes of the things under test that the sentence is about, and how drafts put them.
    private var outcomes: [(word: OutcomeWord, label: String)] {
        let wording = OutcomeWording(meeting: index.record.meeting)
        return results.map { (word: $0.outcome, label: wording.label($0.outcome, $0.levels)) }
    }

    mutating func checkOutcomes() {
        let outcomes = self.outcomes
        for (position, element) in elements.enumerated() {
            guard case .outcome(let claimed, let isFormalVerb) = element, !isCounted(position) else { continue }
            if outcomes.isEmpty {
                let isAgreement = claimed.contains(where: \.isAdopted)
                let isAboutStatement = items.contains { ItemID($0)?.kind == .statement }
                if isAgreement, !isAboutStatement, !isNegated(position), !isToBe(position) {
                    faults.append(.agreementWithoutItem)
                }
                continue
            }
            var allowed = claimed
            if claimed == [.agreed], isWithReservations(position) {
                allowed = [.agreed, .agreedWithReservations]
            }
            if let wrong = outcomes.first(where: { !allowed.contains($0.word) }) {
                faults.append(.outcomeDiffers(wrong.label))
            }
            if allowed.count > 1, !outcomes.contains(where: { $0.word == .agreedWithReservations }) {
                faults.append(.outcomeDiffers(OutcomeWording(meeting: index.record.meeting).label(.agreed)))
            }
            if isFormalVerb, index.record.meeting == .development { faults.append(.verbTooStrong) }
            statesFact = true
            if items.contains("position"), statesStage { positionStated = area }
        }
    }

    /// "AGREED, with 1 reservation, aim A1", "agreed, with 2 people standing aside".
    private func isWithReservations(_ position: Int) -> Bool {
        var next = position + 1
        if isMark(next, ",") { next += 1 }
        guard word(next) == "with", elements.indices.contains(next + 2) else { return false }
        return elements[(next + 2)...].prefix(2).contains {
            $0 == .label(.level(.reservation)) || $0 == .label(.level(.standAside))
        }
    }

    func isNegated(_ position: Int) -> Bool {
        elements[..<position].suffix(5).contains {
            switch $0 {
            case .no, .quantifier(.none): true
            case .token(.word(let word)): ["not", "nothing", "never", "without"].contains(word.lowercased())
            default: false
            }
        }
    }

    private var statesStage: Bool {
        elements.contains(.label(.stage(areaValue?.position?.stage ?? "")))
    }

    /// A stage that stands beside the word *position* without a count is the stage of that position.
    mutating func checkPosition() {
        let tested = named.compactMap { index.tests[$0]?.test.stage }
        let stages = positionIsNamed ? [areaValue?.position?.stage].compactMap(\.self) : tested
        guard !stages.isEmpty, rounds.isEmpty else { return }
        for (place, element) in elements.enumerated() {
            guard case .label(.stage(let stage)) = element, !boundLabels.contains(place), !stages.contains(stage)
            else { continue }
            faults.append(.stageDiffers(stage))
        }
    }

    /// "no due date yet": a gap that is said must be one.
    mutating func checkGaps() {
        for (position, element) in elements.enumerated() {
            guard element == .no, elements.indices.contains(position + 1),
                case .field(let part) = elements[position + 1]
            else { continue }
            // A gap under an objective is that objective's alone; a row of a log cites what was said of it later too.
            let isRow = elements.contains { if case .token(.quote) = $0 { true } else { false } }
            let parked = sources.map { index.sources[$0] }.filter { $0.role == .parked }
            let isMissing =
                proposals.contains {
                    $0.missing.contains(part) && (isRow || Set(citedEntries).isSubset(of: $0.entries))
                }
                || (part == .owner && parked.contains(where: \.lacksOwner))
                || (part == .due && parked.contains(where: \.lacksDate))
            for proposal in proposals where proposal.missing.contains(part) {
                gaps.insert(Gap(item: proposal.id, part: part))
            }
            if !isMissing { faults.append(.gapNotInRecord(part.spoken)) }
        }
    }
}
