import Consensus

// The rule of agreement beside each result: which part of it led there. The whole rule is said at the opening.
extension Phrasebook {
    func ruleBeside(_ proposal: Proposal) -> String {
        let quorum = setup.rule.quorum
        let quorumWords = "\(quorum.numerator) in \(quorum.denominator) voting members"
        let rule = discussion.outcomeRule
        if rule.isShortOfQuorum(answers: proposal.answers.count) {
            let answered = proposal.answers.isEmpty ? "nobody" : String(proposal.answers.count)
            return
                "Rule: at least \(quorumWords) must answer. Here that is \(rule.quorumNeeded) of \(rule.votingMembers), and \(answered) did."
        }
        let enough = setup.meeting == .formal ? " At least \(quorumWords) answered." : ""
        switch proposal.outcome {
        case .agreed: return "Rule: all who are here answered, and nobody is against it.\(enough)"
        case .agreedWithReservations:
            return
                "Rule: all who are here answered, nobody is against it, and \(Phrasebook.moreSupport).\(enough)"
        case .agreedByThoseWhoAnswered:
            return "Rule: nobody who answered is against it. Silence is not a yes.\(enough)"
        case .notAgreed:
            let against = proposal.answers.count(where: \.level.stops)
            return "Rule: nobody may be against it, and \(peopleCounted(against)) \(against == 1 ? "is" : "are")."
        case .majorityWithMinorityView: return majorityRule(proposal, enough)
        case .deferred: return deferredRule(proposal)
        case .parked, .open: return "Rule: silence is not a yes."
        }
    }

    private func majorityRule(_ proposal: Proposal, _ enough: String) -> String {
        let area = discussion.areas.values.first { $0.proposalIndex(proposal.entry) != nil }
        let rated = area.flatMap { discussion.gaugeSummary(of: $0.id) }?.ratings ?? 0
        let few = discussion.outcomeRule.tolerance(ratings: rated)
        return
            "Rule: more than half support the stage that was rated most often, and no more than \(few) of \(rated) see it differently.\(enough)"
    }

    /// Deferred by the rule, or by the facilitator.
    private func deferredRule(_ proposal: Proposal) -> String {
        let levels = proposal.answers.map(\.level)
        switch discussion.outcomeRule.deferral(levels: levels, notAnswered: proposal.notAnswered) {
        case .putOff: return "Rule: the facilitator may put a test off, whatever the answers are."
        case .quorumNotMet, .tooLittleSupport: break
        }
        let supports = levels.count(where: \.supports)
        let why =
            supports == 0
            ? "at least one must give support or full support, and nobody did."
            : "more must give support or full support than stand aside, and \(supports) did, against \(proposal.count(.standAside))."
        return "Rule: \(why)\(levels.contains(.reservation) ? " \(Phrasebook.neither)" : "")"
    }

    /// Why a deferred test came to nothing, in the words that stand after *deferred*; empty where the answers alone say it.
    func deferralWords(_ proposal: Proposal) -> String {
        let levels = proposal.answers.map(\.level)
        switch discussion.outcomeRule.deferral(levels: levels, notAnswered: proposal.notAnswered) {
        case .quorumNotMet: return ", because the quorum was not met"
        case .tooLittleSupport: return ""
        case .putOff: return ", put off by the facilitator"
        }
    }

    /// A test that is deferred answers no objection; empty where there is none.
    func objectionsStanding(to proposal: Proposal) -> String {
        let objections = discussion.areas.values.flatMap(\.openObjections)
        let open = objections.filter { $0.on == .proposal(entry: proposal.entry) }.map(\.entry)
        guard !open.isEmpty else { return "" }
        return open.count == 1 ? "; objection \(numbers(open)) stands" : "; objections \(numbers(open)) stand"
    }

    /// What a proposal needs beside nobody being against it, in the words of the levels that people give.
    static let moreSupport = "more give support or full support than stand aside"
    static let neither = "A reservation counts for neither side."

    /// How many may see it differently in this round, where that decides whether a stage can be settled by a majority.
    func ruleBeside(_ summary: GaugeSummary) -> String? {
        switch summary.pattern {
        case .tooFew, .manyDontKnow, .same: return nil
        case .clumpsBySector, .neighbours, .twoApart: break
        }
        guard setup.rule.majority else { return nil }
        let few = discussion.outcomeRule.tolerance(ratings: summary.n)
        return
            "Rule: a majority can settle a stage when \(few == 0 ? "none" : "no more than \(few)") of these \(summary.n) ratings \(few < 2 ? "lies" : "lie") outside it."
    }
}
