import RealModule

/// How one constituency voted on one statement.
public struct ConstituencyVotes: Hashable, Sendable {
    public let name: String
    public let agree: Int
    public let disagree: Int
    /// Saw the statement and was unsure or passed.
    public let passed: Int
    /// Present, saw nothing or said nothing; not in the measure.
    public let notAnswered: Int
    /// Not in the room; not in the measure.
    public let absent: Int

    /// Votes seen: agree, disagree and passed.
    public var seen: Int { agree + disagree + passed }

    public init(
        name: String, agree: Int, disagree: Int, passed: Int = 0, notAnswered: Int = 0, absent: Int = 0
    ) {
        self.name = name
        self.agree = agree
        self.disagree = disagree
        self.passed = passed
        self.notAnswered = notAnswered
        self.absent = absent
    }
}

/// Group-informed consensus of Polis: a statement does well only when *every* constituency agrees with it.
///
/// GIC = Π (A + 1) / (S + 2) over constituencies, A the agreements and S all votes seen, passes included.
/// Source: Polis, math/src/polismath/math/conversation.clj, `:group-aware-consensus`; Small and others 2021,
/// Polis: Scaling deliberation by mapping high dimensional opinion spaces, Recerca 26(2).
///
/// The product shrinks with the number of constituencies, so it cannot be compared between rooms: use the
/// geometric mean for that. The geometric mean hides a single constituency that is against, so the minimum
/// always goes with it. All three lie strictly between 0 and 1.
///
/// Edge cases: a constituency that saw nothing would add a factor of ½ for no reason; it is left out and
/// named in ``empty``; ``productWithEmpty`` is the one that has it. When nobody voted at all there is no value.
public struct GroupInformedConsensus: Hashable, Sendable {
    /// What is added to the votes, so that few votes say less than many.
    public enum Smoothing: Hashable, Sendable {
        /// (A + 1) / (S + 2), as in Polis.
        case laplace
        /// (A + ½) / (S + 1): pulls small constituencies less towards ½.
        case jeffreys
    }

    /// The share of one constituency.
    public struct Share: Hashable, Sendable {
        public let votes: ConstituencyVotes
        /// Smoothed share that agrees, between 0 and 1.
        public let value: Double
    }

    /// Constituencies that voted, in the order given.
    public let shares: [Share]
    /// Names of those that saw nothing and were left out, in the order given.
    public let empty: [String]
    public let smoothing: Smoothing
    /// The product of the shares, or `nil` when nobody voted.
    public let product: Double?
    /// The n-th root of the product, or `nil` when nobody voted.
    public let geometricMean: Double?

    /// The product as Polis publishes it: each constituency that saw nothing is a factor of ½. `nil` only when there is
    /// no constituency at all. Compare with published values by this one.
    public var productWithEmpty: Double? {
        if shares.isEmpty && empty.isEmpty { return nil }
        return empty.reduce(product ?? 1) { value, _ in value / 2 }
    }

    /// The smallest share, with its constituency; the first of equals in the order given.
    public var minimum: Share? { shares.min { $0.value < $1.value } }

    /// - Throws: ``MeasureError/badCount(_:)`` or ``MeasureError/repeatedIdentifier(_:)``.
    public init(_ constituencies: [ConstituencyVotes], smoothing: Smoothing = .laplace) throws(MeasureError) {
        var names: Set<String> = []
        for votes in constituencies {
            let counts = [votes.agree, votes.disagree, votes.passed, votes.notAnswered, votes.absent]
            if let bad = counts.first(where: { $0 < 0 }) { throw .badCount(Double(bad)) }
            guard names.insert(votes.name).inserted else { throw .repeatedIdentifier(votes.name) }
        }
        self.init(trusted: constituencies, smoothing: smoothing)
    }

    /// For counts that this module made itself.
    init(trusted constituencies: [ConstituencyVotes], smoothing: Smoothing = .laplace) {
        let added = smoothing == .laplace ? 1.0 : 0.5
        let shares = constituencies.filter { $0.seen > 0 }.map { votes in
            Share(votes: votes, value: (Double(votes.agree) + added) / (Double(votes.seen) + 2 * added))
        }
        self.shares = shares
        self.empty = constituencies.filter { $0.seen == 0 }.map(\.name)
        self.smoothing = smoothing
        self.product = shares.isEmpty ? nil : shares.reduce(1) { $0 * $1.value }
        // By logarithms: the product of very many small shares would sink to 0.
        let logarithms = shares.reduce(0) { $0 + Double.log($1.value) }
        self.geometricMean = shares.isEmpty ? nil : Double.exp(logarithms / Double(shares.count))
    }
}
