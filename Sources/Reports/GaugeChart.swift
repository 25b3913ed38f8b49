import Drafting
import Facilitation

/// The spread of a gauge as bars, one for each stage and round, so that the shift between rounds is seen. It is drawn from
/// the counts that the sentences beside it state; every bar bears its number in words.
struct GaugeChart {
    private struct Round {
        var number: Int
        var counts: [String: Int]
        var total: Int
    }

    private let rounds: [Round]
    private let stages: [(id: String, name: String)]

    /// Nil where the list states no round of ratings.
    init?(items: [DraftItem], framework: Framework) {
        rounds = items.compactMap { item in
            let tallies = item.sentence.tallies
            guard let first = tallies.first, case .round(let number) = first.subject else { return nil }
            let counts = Dictionary(tallies.map { ($0.label, $0.count) }, uniquingKeysWith: { first, _ in first })
            return Round(number: number, counts: counts, total: first.total)
        }
        guard !rounds.isEmpty else { return nil }
        let main = Set(framework.stages.map(\.id))
        let used = Set(rounds.flatMap(\.counts.keys))
        stages = framework.ladder.answers.filter { main.contains($0) || used.contains($0) }.map {
            ($0, framework.ladder.name($0))
        }
    }

    private static let width = 320
    private static let barWidthMax = 190
    private static let barHeight = 16
    private static let rowHeight = 21
    private static let labelHeight = 20
    private static let gap = 8
    /// A longer name would run out of the picture; the list beside it has it whole.
    private static let nameLengthMax = 38

    /// - Parameters:
    ///   - number: which picture of the page this is, from 1.
    ///   - about: the area.
    func figure(number: Int, about: String) -> HTMLNode {
        let titleID = "chart-\(number)-title"
        let descriptionID = "chart-\(number)-words"
        let blockHeight = GaugeChart.labelHeight + rounds.count * GaugeChart.rowHeight + GaugeChart.gap
        let height = stages.count * blockHeight
        var nodes: [HTMLNode] = [
            .make(.title, [HTMLAttribute(.id, titleID)], "Spread of the ratings: \(about)"),
            .make(.desc, [HTMLAttribute(.id, descriptionID)], description),
        ]
        for (index, stage) in stages.enumerated() { nodes += block(stage, top: index * blockHeight) }
        let picture = HTMLNode.make(
            .svg,
            [
                HTMLAttribute(.role, "img"), HTMLAttribute(.labelledBy, titleID),
                HTMLAttribute(.describedBy, descriptionID),
                HTMLAttribute(.viewBox, "0 0 \(GaugeChart.width) \(height)"),
                HTMLAttribute(.width, String(GaugeChart.width)), HTMLAttribute(.height, String(height)),
            ], nodes)
        let caption =
            rounds.count > 1
            ? "How many chose each stage in each round. Filled bars are the last round. The list above has the same counts."
            : "How many chose each stage. The list above has the same counts."
        return .make(.figure, [], [picture, .make(.figcaption, caption)])
    }

    /// "Round 1: 2 Emerging, 3 Established. Round 2: 5 Established."
    private var description: String {
        rounds.map { round in
            let counts = stages.compactMap { stage in
                round.counts[stage.id].flatMap { $0 > 0 ? "\($0) \(stage.name)" : nil }
            }
            return "Round \(round.number): \(counts.isEmpty ? "no ratings" : counts.joined(separator: ", "))."
        }.joined(separator: " ")
    }

    private func block(_ stage: (id: String, name: String), top: Int) -> [HTMLNode] {
        var name = stage.name
        if name.count > GaugeChart.nameLengthMax { name = name.prefix(GaugeChart.nameLengthMax - 1) + "…" }
        var nodes = [text(name, x: 0, y: top + 14, style: "stage")]
        for (index, round) in rounds.enumerated() {
            let count = round.counts[stage.id, default: 0]
            let length = round.total > 0 ? GaugeChart.barWidthMax * count / round.total : 0
            let barTop = top + GaugeChart.labelHeight + index * GaugeChart.rowHeight
            if length > 0 {
                nodes.append(
                    .make(
                        .rect,
                        [
                            HTMLAttribute(.x, "1"), HTMLAttribute(.y, String(barTop)),
                            HTMLAttribute(.width, String(length)), HTMLAttribute(.height, String(GaugeChart.barHeight)),
                            HTMLAttribute(.cssClass, index == rounds.count - 1 ? "bar-last" : "bar-early"),
                        ], []))
            }
            let words = rounds.count > 1 ? "round \(round.number): \(count)" : "\(count) of \(round.total)"
            nodes.append(text(words, x: length + 7, y: barTop + 13, style: "count"))
        }
        return nodes
    }

    private func text(_ words: String, x: Int, y: Int, style: String) -> HTMLNode {
        .make(
            .pictureText,
            [
                HTMLAttribute(.x, String(x)), HTMLAttribute(.y, String(y)), HTMLAttribute(.cssClass, style),
            ], words)
    }
}
