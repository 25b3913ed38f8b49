import Consensus

/// The rules by which answers become an outcome. No outcome is reached anywhere else.
///
/// Sources: the levels are a ladder as in the gradients of agreement of Kaner, Berger and others, 1987
/// (canr.msu.edu/news/gradients_of_agreement_can_help_move_groups_forward). That silence is no yes, and that one objection
/// stops, is consent decision-making (patterns.sociocracy30.org/consent-decision-making). How many a majority may leave
/// outside is the tolerance of RAND/UCLA (`MajorityTolerance`). Which answers make which outcome is our own rule.
public struct OutcomeRule: Sendable {
    public var rule: AgreementRule
    public var meeting: MeetingKind
    /// All voting members, here or not.
    public var votingMembers: Int

    public init(rule: AgreementRule, meeting: MeetingKind, votingMembers: Int) {
        self.rule = rule
        self.meeting = meeting
        self.votingMembers = votingMembers
    }

    /// What closing would give now.
    /// - Parameters:
    ///   - levels: one answer for each person who answered.
    ///   - notAnswered: people present who may answer and have not.
    public func outcome(levels: [Level], notAnswered: Int) -> OutcomeWord {
        if isShortOfQuorum(answers: levels.count) { return .deferred }
        if levels.contains(where: \.stops) { return .notAgreed }
        let supports = levels.count(where: \.supports)
        let standAsides = levels.count { $0 == .standAside }
        let mixed = levels.contains { $0 == .reservation || $0 == .standAside }
        guard supports > 0 else { return .deferred }
        if mixed && supports <= standAsides { return .deferred }
        if notAnswered > 0 { return .agreedByThoseWhoAnswered }
        return mixed ? .agreedWithReservations : .agreed
    }

    public func isShortOfQuorum(answers: Int) -> Bool {
        meeting == .formal && answers < quorumNeeded
    }

    /// How many of the voting members have to answer in a formal meeting.
    public var quorumNeeded: Int { rule.quorum.needed(of: votingMembers) }

    /// Why a test with these answers is deferred, when it is.
    public func deferral(levels: [Level], notAnswered: Int) -> Deferral {
        if isShortOfQuorum(answers: levels.count) { return .quorumNotMet(needed: quorumNeeded) }
        return outcome(levels: levels, notAnswered: notAnswered) == .deferred ? .tooLittleSupport : .putOff
    }

    /// What stands in the way of a majority position; nil when nothing does.
    public enum MajorityObstacle: Sendable, Hashable {
        case switchedOff
        case onlyForPositions
        case shortOfQuorum
        case notAnswered(Int)
        case noRevealedGauge
        case tooFewRatings(Int)
        case notTheMode(mode: String?)
        case ratingsOutside(Int, tolerance: Int)
        case stopping(Int, tolerance: Int)
        case tooFewSupports(Int, of: Int)
    }

    /// The last revealed gauge, as far as a majority needs it.
    public struct GaugeSummary: Sendable, Hashable {
        public var mode: String?
        public var ratings: Int
        public var outsideMode: Int

        public init(mode: String?, ratings: Int, outsideMode: Int) {
            self.mode = mode
            self.ratings = ratings
            self.outsideMode = outsideMode
        }
    }

    public func tolerance(ratings: Int) -> Int {
        switch rule.tolerance {
        case .rand: MajorityTolerance(ratings: ratings).allowedOutside
        case .fixed(let number): number
        }
    }

    public func majorityObstacle(
        kind: ProposalKind, stage: String?, levels: [Level], notAnswered: Int, gauge: GaugeSummary?
    ) -> MajorityObstacle? {
        guard rule.majority else { return .switchedOff }
        guard kind == .position else { return .onlyForPositions }
        if isShortOfQuorum(answers: levels.count) { return .shortOfQuorum }
        if notAnswered > 0 { return .notAnswered(notAnswered) }
        guard let gauge else { return .noRevealedGauge }
        if gauge.ratings < MajorityTolerance.fewestRatings { return .tooFewRatings(gauge.ratings) }
        guard let mode = gauge.mode, mode == stage else { return .notTheMode(mode: gauge.mode) }
        let tolerance = tolerance(ratings: gauge.ratings)
        if gauge.outsideMode > tolerance { return .ratingsOutside(gauge.outsideMode, tolerance: tolerance) }
        let stopping = levels.count(where: \.stops)
        if stopping > tolerance { return .stopping(stopping, tolerance: tolerance) }
        let supports = levels.count(where: \.supports)
        if supports * 2 <= levels.count { return .tooFewSupports(supports, of: levels.count) }
        return nil
    }
}

/// Why a test was deferred.
public enum Deferral: Sendable, Hashable {
    /// Fewer voting members answered than a formal meeting needs.
    case quorumNotMet(needed: Int)
    /// The answers did not add up to a support.
    case tooLittleSupport
    /// The facilitator put it off, and the answers alone would have given another outcome.
    case putOff
}
