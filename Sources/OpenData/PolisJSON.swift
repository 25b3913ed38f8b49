import Consensus
import JSONText

extension PolisConversation {
    /// What the conversation adds up to, as one document.
    ///
    /// - `name`, `topic` (if any), `source`: of the conversation.
    /// - `people`, `people_without_group`, `votes`, `replaced_votes`, `votes_without_comment`: counts. A replaced vote is
    ///   an earlier one by somebody who voted again; it counts nowhere.
    /// - `group_sizes`: people by group.
    /// - `comments`, by id: `id`, `text`, `mod` (1 kept, 0 not looked at, -1 taken out); `agree`, `disagree`, `pass` and
    ///   their sum `seen`, of everybody; `pa`, `pd`: smoothed shares (n + 1) / (seen + 2); `za`, `zd`: the statistics of
    ///   ``PolisProportionTest``; `groups`: `[agree, disagree, seen]` by group; `gic_agree`, `gic_disagree`: group-informed
    ///   consensus, the product over all groups of (n + 1) / (seen + 2), null without groups.
    /// - `consensus_agree`, `consensus_disagree`: ids of kept comments with a share above one half and z above
    ///   ``PolisProportionTest/significantAbove``, by share times z, largest first.
    /// - `gic_top10`: ids of the ten kept comments with the largest `gic_agree`.
    /// - `divides`: kept comments on which groups lean different ways, widest first: `id`, `difference` of the smoothed
    ///   shares, and the groups in which `most` and `least` agree, each with `group`, `agree`, `disagree`, `seen`, `share`.
    ///
    /// Numbers are written so that they read back to the same value.
    public func json(_ measures: ConversationMeasures) -> JSONValue {
        var fields: [String: JSONValue] = [
            "name": .string(name), "source": .string(source),
            "people": .integer(measures.people),
            "people_without_group": .integer(measures.peopleWithoutGroup),
            "votes": .integer(measures.votes), "replaced_votes": .integer(replacedVotes),
            "votes_without_comment": .integer(votesWithoutComment),
            "group_sizes": .object(
                Dictionary(uniqueKeysWithValues: measures.groups.map { (String($0.id), .integer($0.people)) })),
            "comments": .array(
                zip(comments, measures.comments).sorted { $0.0.id < $1.0.id }.map { Self.json($0, $1) }),
            "consensus_agree": .array(measures.agreed.map { .integer($0) }),
            "consensus_disagree": .array(measures.disagreed.map { .integer($0) }),
            "gic_top10": .array(measures.acrossGroups.prefix(10).map { .integer($0) }),
            "divides": .array(measures.divisions.map(Self.json)),
        ]
        if let topic { fields["topic"] = .string(topic) }
        return .object(fields)
    }

    private static func json(_ comment: Comment, _ measured: ConversationMeasures.Comment) -> JSONValue {
        let counts = measured.everyone
        return .object([
            "id": .integer(comment.id), "text": .string(comment.text),
            "mod": .integer(comment.moderation.rawValue), "agree": .integer(counts.agree),
            "disagree": .integer(counts.disagree), "pass": .integer(counts.passed), "seen": .integer(counts.seen),
            "pa": number(measured.agreeing.share), "pd": number(measured.disagreeing.share),
            "za": number(measured.agreeing.z), "zd": number(measured.disagreeing.z),
            "gic_agree": number(measured.agreement.productWithEmpty),
            "gic_disagree": number(measured.disagreement.productWithEmpty),
            "groups": .object(
                Dictionary(
                    uniqueKeysWithValues: measured.byGroup.map { votes in
                        (votes.name, .array([votes.agree, votes.disagree, votes.seen].map { .integer($0) }))
                    })),
        ])
    }

    private static func json(_ division: ConversationMeasures.Division) -> JSONValue {
        func side(_ share: GroupInformedConsensus.Share) -> JSONValue {
            .object([
                "group": .string(share.votes.name), "agree": .integer(share.votes.agree),
                "disagree": .integer(share.votes.disagree), "seen": .integer(share.votes.seen),
                "share": number(share.value),
            ])
        }
        return .object([
            "id": .integer(division.comment), "difference": number(division.difference),
            "most": side(division.most), "least": side(division.least),
        ])
    }

    /// The shortest text that reads back to the same value.
    private static func number(_ value: Double?) -> JSONValue {
        value.map { .number($0.description) } ?? .null
    }
}
