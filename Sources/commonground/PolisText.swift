import Consensus
import Console
import JSONText
import OpenData

/// A conversation of Polis as text for people. Never a number without its counts; the comments are strangers' words.
struct PolisText {
    let conversation: PolisConversation
    let measures: ConversationMeasures
    /// Of each list.
    let rowsMax: Int
    private let texts: [Int: String]
    private let measured: [Int: ConversationMeasures.Comment]

    init(conversation: PolisConversation, measures: ConversationMeasures, rowsMax: Int) {
        self.conversation = conversation
        self.measures = measures
        self.rowsMax = rowsMax
        texts = Dictionary(conversation.comments.map { ($0.id, $0.text) }) { first, _ in first }
        measured = Dictionary(measures.comments.map { ($0.id, $0) }) { first, _ in first }
    }

    var lines: [String] {
        heading + section("Most people agree", "Nothing that most people agree with.", measures.agreed, counted)
            + section("Most people disagree", "Nothing that most people disagree with.", measures.disagreed, counted)
            + acrossGroups + divisions + ["", "Everything as JSON: --json. The lists in full: --all."]
    }

    private var heading: [String] {
        let takenOut = measures.comments.count { !$0.isKept }
        var lines = [VisibleText.of(conversation.name)]
        if let topic = conversation.topic { lines.append(VisibleText.of(topic)) }
        lines += [
            "Source: \(VisibleText.of(conversation.source))\(licence)", "",
            "\(count(measures.people, "person", "people")), \(count(measures.comments.count, "comment", "comments")) "
                + "(\(takenOut) taken out by the moderators), \(count(measures.votes, "vote", "votes")).",
        ]
        let replaced = conversation.replacedVotes
        lines.append(
            replaced == 0
                ? "No vote is counted twice."
                : "\(count(replaced, "earlier vote", "earlier votes")) of people who voted again: not counted.")
        if conversation.votesWithoutComment > 0 {
            let votes = count(conversation.votesWithoutComment, "vote", "votes")
            lines.append("\(votes) on comments that are not in the export: not counted.")
        }
        return lines + [groupSizes]
    }

    /// Where to read the licence, when it is the one of Polis open data.
    private var licence: String {
        conversation.source.contains("CC BY 4.0") ? " (https://creativecommons.org/licenses/by/4.0/)" : ""
    }

    private var groupSizes: String {
        guard !measures.groups.isEmpty else { return "Nobody was put in a group, so nothing is said about groups." }
        let groups = measures.groups.map { "group \($0.id) with \(count($0.people, "person", "people"))" }
        return "\(count(groups.count, "group", "groups")): \(groups.joined(separator: ", ")); "
            + "\(count(measures.peopleWithoutGroup, "person", "people")) in none."
    }

    private var acrossGroups: [String] {
        guard !measures.groups.isEmpty else { return [] }
        return section(
            "Group-informed consensus, from 0 to 1: high only where every group agrees", "No comment was kept.",
            measures.acrossGroups
        ) { id in
            guard let comment = measured[id], let value = comment.agreement.productWithEmpty else { return "" }
            let groups = comment.byGroup.map { "group \($0.name): \($0.agree) of \($0.seen) agree" }
            return "\(decimals(value)) (\(groups.joined(separator: ", ")))"
        }
    }

    private var divisions: [String] {
        guard measures.groups.count > 1 else { return [] }
        let byComment = Dictionary(measures.divisions.map { ($0.comment, $0) }) { first, _ in first }
        return section(
            "What divides the groups", "Nothing divides the groups clearly.", measures.divisions.map(\.comment)
        ) { id in
            guard let division = byComment[id] else { return "" }
            return [division.most.votes, division.least.votes].map {
                "group \($0.name): agree \($0.agree), disagree \($0.disagree) of \($0.seen)"
            }.joined(separator: "; ")
        }
    }

    // MARK: Pieces

    /// A heading with the number of comments, and a line for each of the first few.
    private func section(
        _ title: String, _ nothing: String, _ ids: [Int], _ figures: (Int) -> String
    ) -> [String] {
        guard !ids.isEmpty else { return ["", nothing] }
        let shown = ids.prefix(rowsMax)
        let number = shown.count < ids.count ? "the first \(shown.count) of \(ids.count)" : "\(ids.count)"
        return ["", "\(title) (\(number)):"]
            + shown.map { "  comment \($0): \(figures($0))\n    “\(words($0))”" }
    }

    private func counted(_ id: Int) -> String {
        guard let votes = measured[id]?.everyone else { return "" }
        return "agree \(votes.agree), disagree \(votes.disagree), pass \(votes.passed)"
    }

    /// On one line: a stranger's line break could otherwise write lines in our name.
    private func words(_ id: Int) -> String {
        let lines = (texts[id] ?? "").split(whereSeparator: \.isNewline)
        return VisibleText.of(lines.joined(separator: " / "))
    }

    private func count(_ number: Int, _ one: String, _ several: String) -> String {
        "\(number) \(number == 1 ? one : several)"
    }

    private func decimals(_ value: Double) -> String {
        if case .number(let text) = JSONValue.fixed(value) { text } else { "" }
    }
}
