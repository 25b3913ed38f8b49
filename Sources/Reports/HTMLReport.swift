import Drafting
import Facilitation

/// An entry of the transcript as a report may show it.
public struct ShownEntry: Sendable, Hashable {
    public var number: Int
    /// The speaker's name.
    public var speaker: String
    public var words: String

    public init(number: Int, speaker: String, words: String) {
        self.number = number
        self.speaker = speaker
        self.words = words
    }
}

/// A draft as one HTML file that needs nothing else: no script, no request, light and dark, for a screen of any width and
/// for paper.
public struct HTMLReport: Sendable {
    /// For whom the page is made.
    private enum Reader { case browser, wordProcessor }

    private let draft: Draft
    private let framework: Framework?
    private let entries: [Int: ShownEntry]
    private let reader: Reader

    /// - Parameters:
    ///   - draft: what the page says.
    ///   - framework: gives the order of the stages in charts; without one there are no charts.
    ///   - entries: those whose words may be shown; a citation of one of them leads to it at the end of the page, and any
    ///     other citation is a plain number.
    public init(_ draft: Draft, framework: Framework?, entries: [ShownEntry] = []) {
        self.init(draft, framework, entries, .browser)
    }

    private init(_ draft: Draft, _ framework: Framework?, _ entries: [ShownEntry], _ reader: Reader) {
        self.draft = draft
        self.framework = framework
        let cited = Set(draft.sentences.flatMap(\.entries))
        let shown = entries.filter { cited.contains($0.number) }.map { ($0.number, $0) }
        self.entries = Dictionary(shown, uniquingKeysWith: { first, _ in first })
        self.reader = reader
    }

    /// The same for a word processor to read: headings, lists and tables, and no charts, links or style. The title is in
    /// the head alone, from where pandoc takes it.
    public static func forWordProcessor(_ draft: Draft) -> String {
        HTMLReport(draft, nil, [], .wordProcessor).html
    }

    public var html: String {
        let page = HTMLNode.make(.html, [HTMLAttribute(.lang, "en-GB")], [head, body])
        return "<!DOCTYPE html>\n" + page.html
    }

    // MARK: The frame

    private var head: HTMLNode {
        var nodes: [HTMLNode] = [
            .make(.meta, [HTMLAttribute(.charset, "utf-8")], []), .make(.title, draft.title),
        ]
        if reader == .browser {
            nodes.insert(
                .make(
                    .meta,
                    [
                        HTMLAttribute(.httpEquivalent, "Content-Security-Policy"),
                        HTMLAttribute(.content, ReportStyle.policy),
                    ], []), at: 1)
            nodes += [
                .make(
                    .meta,
                    [
                        HTMLAttribute(.name, "viewport"),
                        HTMLAttribute(.content, "width=device-width, initial-scale=1"),
                    ], []), .styleSheet(ReportStyle.sheet),
            ]
        }
        return .make(.head, nodes)
    }

    private var body: HTMLNode {
        guard reader == .browser else { return .make(.body, sections()) }
        let skip = HTMLNode.make(
            .a, [HTMLAttribute(.cssClass, "skip"), HTMLAttribute(.href, "#main")], "Skip to the content")
        let made = "Made by Common Ground from the record of the session. This page loads nothing and runs nothing."
        let footer = HTMLNode.make(.footer, [.make(.p, made)])
        let main = HTMLNode.make(.main, [HTMLAttribute(.id, "main")], sections() + appendix())
        return .make(.body, [skip, .make(.header, [.make(.h1, draft.title)]), contents, main, footer])
    }

    /// A pack of papers has parts at level 1; then everything moves down by one, because the title is the only `h1`.
    private var isPack: Bool { draft.sections.contains { $0.level == 1 } }
    private var topLevel: Int { isPack ? 1 : 2 }

    private func tag(_ level: Int) -> HTMLTag {
        switch (level, isPack, reader) {
        case (1, _, .browser): .h2
        case (2, false, .browser): .h2
        case (2, true, .browser), (3, false, .browser): .h3
        case (1, _, .wordProcessor), (2, false, .wordProcessor): .h1
        case (2, true, .wordProcessor), (3, false, .wordProcessor): .h2
        case (_, _, .wordProcessor): .h3
        case (_, _, .browser): .h4
        }
    }

    private func identifier(_ index: Int) -> String { "section-\(index + 1)" }

    private var contents: HTMLNode {
        var items = draft.sections.enumerated().filter { $0.element.level <= topLevel }.map { index, section in
            link(to: identifier(index), section.heading)
        }
        if !entries.isEmpty { items.append(link(to: "entries", HTMLReport.appendixHeading)) }
        return .make(
            .nav, [HTMLAttribute(.labelledBy, "contents")],
            [
                .make(.h2, [HTMLAttribute(.id, "contents")], "Contents"),
                .make(.ul, items.map { .make(.li, [$0]) }),
            ])
    }

    private func link(to place: String, _ text: String, _ more: [HTMLAttribute] = []) -> HTMLNode {
        .make(.a, [HTMLAttribute(.href, "#" + place)] + more, text)
    }

    // MARK: What it says

    /// What has been numbered so far, so that every id is the only one of its name.
    private struct Counts {
        var pictures = 0
        var tables = 0
    }

    /// Sections nest: those of a lower rank stand inside the one before them.
    private func sections() -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        var open: [HTMLNode] = []
        var counts = Counts()
        for (index, section) in draft.sections.enumerated() {
            if section.level <= topLevel, !open.isEmpty {
                nodes.append(.make(.section, open))
                open = []
            }
            open.append(.make(tag(section.level), [HTMLAttribute(.id, identifier(index))], section.heading))
            for block in section.blocks { open += self.block(block, in: index, &counts) }
        }
        return open.isEmpty ? nodes : nodes + [.make(.section, open)]
    }

    private func block(_ block: DraftBlock, in section: Int, _ counts: inout Counts) -> [HTMLNode] {
        switch block {
        case .paragraph(let sentences):
            let pieces = sentences.enumerated().flatMap { index, sentence in
                (index == 0 ? [] : [HTMLNode.text(" ")]) + inline(sentence)
            }
            return [.make(.p, pieces)]
        case .list(let items):
            let list = HTMLNode.make(
                .ul, [],
                items.map { item in
                    let details = item.details.map { HTMLNode.make(.li, inline($0)) }
                    return .make(.li, inline(item.sentence) + (details.isEmpty ? [] : [.make(.ul, details)]))
                })
            guard let framework, let chart = GaugeChart(items: items, framework: framework) else { return [list] }
            counts.pictures += 1
            return [list, chart.figure(number: counts.pictures, about: areaHeading(section))]
        case .table(let table):
            counts.tables += 1
            return [self.table(table, number: counts.tables, in: section)]
        }
    }

    /// The heading of the area that a section belongs to: its own, or that of the section around it.
    private func areaHeading(_ section: Int) -> String {
        let above = draft.sections[...section].last { $0.level <= 2 }
        return unnumbered((above ?? draft.sections[section]).heading)
    }

    private func inline(_ sentence: Sentence) -> [HTMLNode] {
        var nodes = sentence.parts.map { part -> HTMLNode in
            switch part {
            case .text(let text): .text(text)
            case .strong(let text): .make(.strong, text)
            // The direction of somebody's words is worked out for them alone, so that they cannot turn ours.
            case .words(let words):
                .make(.span, [HTMLAttribute(.dir, "auto")], "\u{201C}" + Verbatim.shown(words) + "\u{201D}")
            }
        }
        if !sentence.entries.isEmpty {
            if !nodes.isEmpty { nodes.append(.text(" ")) }
            nodes.append(citation(sentence.entries))
        }
        return sentence.closing.isEmpty ? nodes : nodes + [.text(sentence.closing)]
    }

    private func citation(_ cited: [Int]) -> HTMLNode {
        var nodes: [HTMLNode] = [.text("[")]
        for (index, number) in cited.enumerated() {
            if index > 0 { nodes.append(.text(", ")) }
            if entries[number] == nil {
                nodes.append(.text(String(number)))
            } else {
                let label = HTMLAttribute(.label, "entry \(number)")
                nodes.append(link(to: "entry-\(number)", String(number), [label, HTMLAttribute(.cssClass, "entry")]))
            }
        }
        // A long list of numbers may break; a short one stays together.
        let style = cited.count > 3 ? "entries many" : "entries"
        return .make(.span, [HTMLAttribute(.cssClass, style)], nodes + [.text("]")])
    }

    // MARK: Tables

    private func table(_ table: DraftTable, number: Int, in section: Int) -> HTMLNode {
        let captionID = "table-\(number)"
        let header = table.header.map { HTMLNode.make(.th, [HTMLAttribute(.scope, "col")], $0) }
        let rows = table.rows.map { row in
            HTMLNode.make(
                .tr, [],
                row.enumerated().map { column, cell in
                    if column == 0 { return .make(.th, [HTMLAttribute(.scope, "row")], inline(cell)) }
                    let style = cellStyle(cell, in: table).map { [HTMLAttribute(.cssClass, $0)] } ?? []
                    return .make(.td, style, inline(cell))
                })
        }
        let node = HTMLNode.make(
            .table, [],
            [
                .make(.caption, [HTMLAttribute(.id, captionID)], unnumbered(draft.sections[section].heading)),
                .make(.thead, [.make(.tr, header)]), .make(.tbody, [], rows),
            ])
        guard reader == .browser else { return node }
        // Wider than a narrow screen: it scrolls in a region of its own, which the keyboard reaches.
        let attributes = [
            HTMLAttribute(.cssClass, "scroll"), HTMLAttribute(.role, "region"),
            HTMLAttribute(.labelledBy, captionID), HTMLAttribute(.tabindex, "0"),
        ]
        return .make(.div, attributes, [node])
    }

    /// A heading without the number that minutes give it.
    private func unnumbered(_ heading: String) -> String {
        guard let stop = heading.firstRange(of: ". "), heading[..<stop.lowerBound].allSatisfy(\.isNumber) else {
            return heading
        }
        return String(heading[stop.upperBound...])
    }

    /// Shade by share, beside the words and the count; a wider column for words of people.
    private func cellStyle(_ cell: Sentence, in table: DraftTable) -> String? {
        if table.isHeatMap, let tally = cell.tallies.first {
            guard tally.count > 0, tally.total > 0 else { return nil }
            return "heat-\(min(4, 1 + tally.count * 3 / tally.total))"
        }
        let hasWords = cell.parts.contains { if case .words = $0 { true } else { false } }
        return hasWords ? "long" : nil
    }

    // MARK: The entries

    private static let appendixHeading = "Entries that this rests on"

    private func appendix() -> [HTMLNode] {
        guard !entries.isEmpty else { return [] }
        let items = entries.keys.sorted().compactMap { entries[$0] }.map { entry in
            HTMLNode.make(
                .li, [HTMLAttribute(.id, "entry-\(entry.number)")],
                [
                    .make(.strong, "\(entry.number)"), .text(", \(Verbatim.shown(entry.speaker)): "),
                    .make(.span, [HTMLAttribute(.dir, "auto")], "\u{201C}" + Verbatim.shown(entry.words) + "\u{201D}"),
                ])
        }
        let note =
            "Lines of the transcript that are cited above, word for word. Lines that were private are not here."
        return [
            .make(
                .section, [],
                [
                    .make(.h2, [HTMLAttribute(.id, "entries")], HTMLReport.appendixHeading), .make(.p, note),
                    .make(.ul, items),
                ])
        ]
    }
}
