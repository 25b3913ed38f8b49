/// What a conversation of many people adds up to: counts for each comment, what most people agree or disagree with,
/// what all groups agree with, and what divides them.
///
/// The groups are taken as given: none are made here. Everybody's votes count in the totals and the lists of consensus;
/// only people with a group count in the measures between groups. Comments that the moderators took out keep their
/// counts and are on no list.
/// Source: Polis, as in ``PolisProportionTest`` and ``GroupInformedConsensus``.
public struct ConversationMeasures: Sendable {
    /// An opinion group with its number of people.
    public struct Group: Hashable, Sendable {
        public let id: Int
        public let people: Int
    }

    /// One comment with its counts and measures.
    public struct Comment: Hashable, Sendable {
        public let id: Int
        public let isKept: Bool
        /// Everybody, with a group or without.
        public let everyone: ConstituencyVotes
        /// One for each group, in the order of ``ConversationMeasures/groups``, named by the group's number.
        public let byGroup: [ConstituencyVotes]
        /// The groups together, on agreeing.
        public let agreement: GroupInformedConsensus
        /// The groups together, on disagreeing.
        public let disagreement: GroupInformedConsensus

        /// Is the share that agrees larger than one half?
        public var agreeing: PolisProportionTest {
            PolisProportionTest(trustedSuccesses: everyone.agree, trials: everyone.seen)
        }
        /// Is the share that disagrees larger than one half?
        public var disagreeing: PolisProportionTest {
            PolisProportionTest(trustedSuccesses: everyone.disagree, trials: everyone.seen)
        }
    }

    /// A comment that one group leans towards and another against.
    public struct Division: Hashable, Sendable {
        public let comment: Int
        /// Of the groups in which more agree than disagree, the one with the largest share that agrees; of those in
        /// which more disagree, the one with the smallest.
        public let most: GroupInformedConsensus.Share
        public let least: GroupInformedConsensus.Share

        /// How far the two smoothed shares are apart: above ``differenceMin``, below 1.
        public var difference: Double { most.value - least.value }

        /// How far apart two groups are when a comment divides them. Source: Jigsaw, sensemaking-tools, summary_stats.ts.
        public static let differenceMin = 0.3
    }

    /// In the order of the matrix.
    public let comments: [Comment]
    /// By number. Empty when nobody was put in a group.
    public let groups: [Group]
    public let people: Int
    /// People who were put in no group.
    public let peopleWithoutGroup: Int
    /// Votes that count: agree, disagree and pass, one a person and comment.
    public let votes: Int
    /// Ids of the kept comments that most people agree with, by ``PolisProportionTest``; strongest first, by share times
    /// z, and equals by id.
    public let agreed: [Int]
    /// The same for disagreeing.
    public let disagreed: [Int]
    /// Ids of all kept comments, by group-informed consensus on agreeing (``GroupInformedConsensus/productWithEmpty``),
    /// largest first, equals by id. Empty without groups.
    public let acrossGroups: [Int]
    /// Kept comments on which two groups lean different ways, by more than ``Division/differenceMin`` and by more than
    /// chance (``PolisTwoProportionTest``); widest apart first, equals by id.
    public let divisions: [Division]

    public init(_ matrix: VoteMatrix) {
        groups = Self.groups(of: matrix.people)
        people = matrix.people.count
        peopleWithoutGroup = matrix.people.count { $0.group == nil }
        comments = Self.comments(of: matrix, groups: groups)
        votes = comments.reduce(0) { $0 + $1.everyone.seen }

        let kept = comments.filter(\.isKept)
        agreed = Self.consensus(kept, \.agreeing)
        disagreed = Self.consensus(kept, \.disagreeing)
        acrossGroups = Self.ranked(
            kept.compactMap { comment in comment.agreement.productWithEmpty.map { (comment.id, $0) } })
        divisions = kept.compactMap(Self.division).sorted { left, right in
            left.difference == right.difference
                ? left.comment < right.comment : left.difference > right.difference
        }
    }
}

extension ConversationMeasures {
    private static func groups(of people: [VoteMatrix.Person]) -> [Group] {
        var sizes: [Int: Int] = [:]
        for case let group? in people.map(\.group) { sizes[group, default: 0] += 1 }
        return sizes.map { Group(id: $0.key, people: $0.value) }.sorted { $0.id < $1.id }
    }

    private static func comments(of matrix: VoteMatrix, groups: [Group]) -> [Comment] {
        // One block of people for each group, and the last for those without.
        let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1.id, $0) })
        let blocks = matrix.people.map { person in person.group.flatMap { places[$0] } ?? groups.count }
        let counts = VoteMatrix.Counts(matrix, blockOfPerson: blocks, blocks: groups.count + 1)
        let names = groups.map { String($0.id) }
        return matrix.comments.enumerated().map { place, comment in
            let byGroup = groups.indices.map { counts.votes(block: $0, comment: place, name: names[$0]) }
            let others = counts.votes(block: groups.count, comment: place, name: "")
            return Comment(
                id: comment.id, isKept: comment.isKept, everyone: sum(byGroup + [others]), byGroup: byGroup,
                agreement: GroupInformedConsensus(trusted: byGroup),
                disagreement: GroupInformedConsensus(trusted: byGroup.map(turnedRound)))
        }
    }

    private static func sum(_ parts: [ConstituencyVotes]) -> ConstituencyVotes {
        ConstituencyVotes(
            name: "", agree: parts.reduce(0) { $0 + $1.agree }, disagree: parts.reduce(0) { $0 + $1.disagree },
            passed: parts.reduce(0) { $0 + $1.passed }, notAnswered: parts.reduce(0) { $0 + $1.notAnswered })
    }

    /// Disagreeing in the place of agreeing.
    private static func turnedRound(_ votes: ConstituencyVotes) -> ConstituencyVotes {
        ConstituencyVotes(
            name: votes.name, agree: votes.disagree, disagree: votes.agree, passed: votes.passed,
            notAnswered: votes.notAnswered)
    }

    private static func consensus(
        _ comments: [Comment], _ test: (Comment) -> PolisProportionTest
    ) -> [Int] {
        ranked(
            comments.compactMap { comment in
                let test = test(comment)
                return test.isConsensus ? (comment.id, test.share * test.z) : nil
            })
    }

    /// Ids by value, largest first, equals by id.
    private static func ranked(_ values: [(id: Int, value: Double)]) -> [Int] {
        values.sorted { left, right in
            left.value == right.value ? left.id < right.id : left.value > right.value
        }.map(\.id)
    }

    private static func division(_ comment: Comment) -> Division? {
        let shares = comment.agreement.shares
        let towards = shares.filter { $0.votes.agree > $0.votes.disagree }
        let against = shares.filter { $0.votes.disagree > $0.votes.agree }
        guard let most = towards.max(by: { $0.value < $1.value }),
            let least = against.min(by: { $0.value < $1.value }), most.value - least.value > Division.differenceMin
        else { return nil }
        func test(_ votes: ConstituencyVotes) -> PolisProportionTest {
            PolisProportionTest(trustedSuccesses: votes.agree, trials: votes.seen)
        }
        let comparison = PolisTwoProportionTest(inside: test(most.votes), outside: test(least.votes))
        return comparison.isLargerInside ? Division(comment: comment.id, most: most, least: least) : nil
    }
}
