import Testing

@testable import Facilitation

/// What must hold after every line, whatever was said. Each check gives what is wrong, or nil.
struct Invariants {
    let before: Discussion
    let after: Discussion
    let heard: Heard
    let answer: HearingResult

    private var event: Event? { heard.readings.first?.event }

    var broken: String? {
        declinedChangesNothing ?? oneTest ?? oneAnswerEach ?? outcomes ?? nothingLost ?? stageFits ?? closedStays
    }

    private var declinedChangesNothing: String? {
        guard answer.declined != nil else { return nil }
        var expected = before
        if let speaker = before.people.find(actor: heard.actor) {
            if !(heard.isPrivate && before.isPregauging) { expected.people[speaker].hasSpoken = true }
            if !heard.isPrivate { expected.last = .init(by: speaker, entry: heard.entry) }
            expected.ownLines.note(heard.entry, by: speaker, .words)
        }
        return expected == after && answer.messages.isEmpty ? nil : "a declined event changed something"
    }

    private var oneTest: String? {
        let open = after.areas.values.flatMap { area in
            area.proposals.filter { $0.outcome == .open && !$0.isStruck }.map(\.entry)
        }
        return open == [after.test?.entry].compactMap { $0 }
            ? nil : "under test are \(open), not \(String(describing: after.test))"
    }

    private var oneAnswerEach: String? {
        func isUnique(_ members: [MemberID]) -> Bool { Set(members).count == members.count }
        for area in after.areas.values {
            for gauge in area.gauges where !isUnique(gauge.ratings.map(\.by)) || !isUnique(gauge.late.map(\.by)) {
                return "two ratings of one person"
            }
            for proposal in area.proposals where !isUnique(proposal.answers.map(\.by)) {
                return "two levels of one person"
            }
            for statement in area.statements {
                if !isUnique(statement.positions.map(\.by)) || !isUnique(statement.heard.map(\.by)) {
                    return "two positions of one person"
                }
            }
            let waiting = area.objections.filter(\.isOpen).map { "\($0.by) \($0.on)" }
            if Set(waiting).count != waiting.count { return "two open objections of one person to one thing" }
        }
        return nil
    }

    // MARK: Outcomes

    /// The rule of `OutcomeRule`, written down a second time and in another way.
    static func expected(_ levels: [Level], silent: Int, formal: Bool, voters: Int) -> OutcomeWord {
        var count: [Level: Int] = [:]
        for level in levels { count[level, default: 0] += 1 }
        func of(_ levels: Level...) -> Int { levels.reduce(0) { $0 + count[$1, default: 0] } }
        if formal && 3 * levels.count < 2 * voters { return .deferred }
        if of(.cannotYet, .block) > 0 { return .notAgreed }
        let clean = of(.full, .support) > 0 && of(.reservation, .standAside) == 0
        let mixed = of(.full, .support) > of(.standAside) && of(.reservation, .standAside) > 0
        switch (clean, mixed, silent > 0) {
        case (false, false, _): return .deferred
        case (_, _, true): return .agreedByThoseWhoAnswered
        case (true, _, false): return .agreed
        case (false, true, false): return .agreedWithReservations
        }
    }

    private var outcomes: String? {
        for area in after.areas.values {
            for proposal in area.proposals {
                let earlier = before.areas[area.id]?.proposals.first { $0.entry == proposal.entry }
                if earlier?.outcome == proposal.outcome || proposal.outcome == .open { continue }
                if let wrong = wrongOutcome(proposal, earlier) { return wrong }
            }
        }
        return nil
    }

    private func wrongOutcome(_ proposal: Proposal, _ earlier: Proposal?) -> String? {
        let answers = proposal.answers.map(\.level)
        let here = after.people.ids.filter { after.people[$0].isPresent && after.people[$0].votes }
        let silent = here.filter { member in !proposal.answers.contains { $0.by == member } }.count
        let voters = after.people.ids.filter { after.people[$0].votes }.count
        let rule = Invariants.expected(answers, silent: silent, formal: after.setup.meeting == .formal, voters: voters)
        switch event {
        case .deferred, .ended: return proposal.outcome == .deferred ? nil : "\(proposal.outcome) after a deferral"
        case .majorityAsked:
            let supports = answers.count { $0 == .full || $0 == .support }
            guard silent == 0, proposal.kind == .position, 2 * supports > answers.count else {
                return "a majority without its rule"
            }
            return proposal.outcome == .majorityWithMinorityView || proposal.outcome == rule
                ? nil : "\(proposal.outcome) by majority"
        case .closed: return proposal.outcome == rule ? nil : "\(proposal.outcome), and the rule gives \(rule)"
        case .levelGiven, .left, .presenceMarked, .withdrawn, .undone, .answered:
            let isAutomatic = after.setup.closing == .whenAllAnswered && silent == 0
            return isAutomatic && proposal.outcome == rule ? nil : "\(proposal.outcome) without a closing"
        default: return "\(proposal.outcome) after \(String(describing: event))"
        }
    }

    // MARK: Nothing lost

    /// Entry numbers of everything that people have put into the discussion, and that still stands.
    static func standing(_ discussion: Discussion) -> Set<Int> {
        var entries: Set<Int> = Set(discussion.interests.filter { !$0.isStruck }.compactMap(\.entries.first))
        entries.formUnion(discussion.reports.filter { !$0.isStruck }.map(\.entry))
        for area in discussion.areas.values {
            entries.formUnion(area.statements.filter { !$0.isStruck }.map(\.entry))
            entries.formUnion(area.proposals.filter { !$0.isStruck }.map(\.entry))
            entries.formUnion(area.parked.filter { !$0.isStruck }.map(\.entry))
            entries.formUnion(area.minorityViews.filter { !$0.isStruck }.map(\.entry))
        }
        return entries
    }

    private var nothingLost: String? {
        if case .started = event { return nil }  // a new session; the record of the old one was complete
        let replaced = Set(after.struck).union(after.corrections.map(\.entry))
        let lost = Invariants.standing(before).subtracting(Invariants.standing(after)).subtracting(replaced)
        if !lost.isEmpty { return "\(lost.sorted()) are gone" }
        guard answer.declined == nil, heard.readings.first?.strength == .plain, after.currentArea != nil else {
            return nil
        }
        switch event {
        case .stated, .parked, .interestDeclared, .minorityStated, .proposed:
            if heard.isPrivate { return nil }
            return Invariants.standing(after).contains(heard.entry) ? nil : "what was said is not kept"
        default: return nil
        }
    }

    // MARK: Stages

    private var stageFits: String? {
        for area in after.areas.values {
            if (area.openGauge != nil) != (area.step == .gauging) {
                return "\(area.step) with an open round: \(area.openGauge != nil)"
            }
            if area.gauges.dropLast().contains(where: { !$0.isRevealed }) {
                return "an earlier round was never revealed"
            }
        }
        if after.session.phase != .underWay && after.test != nil { return "a test outside a session" }
        if after.session.phase != .underWay && after.currentArea != nil { return "an area outside a session" }
        if let test = after.test, after.areas[test.area]?.openGauge != nil { return "a test over an open round" }
        if (after.step == .paused) != (after.isPaused && after.session.phase != .closed) {
            return "paused is \(after.step)"
        }
        return nil
    }

    private var closedStays: String? {
        guard before.session.phase == .closed else { return nil }
        switch event {
        case .started: return nil
        case .corrected, .withdrawn, .undone(nil, _), .answered:
            return outcomesAlike ? nil : "an outcome of a closed session changed"
        default:
            let same =
                before.areas == after.areas && before.reports == after.reports && before.interests == after.interests
                && before.struck == after.struck
            return same && after.session.phase == .closed ? nil : "a closed session changed"
        }
    }

    /// People may still put their own words right; what was agreed, and by which answers, stays.
    private var outcomesAlike: Bool {
        func fixed(_ discussion: Discussion) -> [String] {
            discussion.areas.keys.sorted().flatMap { id -> [String] in
                guard let area = discussion.areas[id] else { return [] }
                let results = area.proposals.map { proposal in
                    "\(proposal.entry) \(proposal.text) \(proposal.outcome) \(proposal.isStruck) \(proposal.answers.map(\.level))"
                }
                return results + area.gauges.filter(\.isRevealed).map { "\($0.entry) \($0.ratings.map(\.stage))" }
            }
        }
        return fixed(before) == fixed(after)
    }
}
