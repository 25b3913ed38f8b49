/// A document as a value: what it says and what each sentence rests on. A renderer only lays it out.
public struct Draft: Sendable, Hashable {
    public var title: String
    public var sections: [DraftSection]

    public init(title: String, sections: [DraftSection]) {
        self.title = title
        self.sections = sections
    }

    public var markdown: String { MarkdownRenderer.text(of: self) }
    public var plainText: String { PlainTextRenderer.text(of: self) }

    /// Every sentence in reading order, table cells included.
    public var sentences: [Sentence] { sections.flatMap { $0.blocks.flatMap(\.sentences) } }
}

/// A heading and what stands under it.
public struct DraftSection: Sendable, Hashable {
    public var heading: String
    /// 2 for a main section, 3 for one inside it; 1 for a part of a pack of papers.
    public var level: Int
    public var blocks: [DraftBlock]

    public init(_ heading: String, level: Int = 2, _ blocks: [DraftBlock]) {
        self.heading = heading
        self.level = level
        self.blocks = blocks
    }
}

public enum DraftBlock: Sendable, Hashable {
    case paragraph([Sentence])
    case list([DraftItem])
    case table(DraftTable)

    public var sentences: [Sentence] {
        switch self {
        case .paragraph(let sentences): sentences
        case .list(let items): items.flatMap { [$0.sentence] + $0.details }
        case .table(let table): table.rows.flatMap(\.self)
        }
    }
}

/// One bullet and the bullets that belong to it.
public struct DraftItem: Sendable, Hashable {
    public var sentence: Sentence
    public var details: [Sentence]

    public init(_ sentence: Sentence, details: [Sentence] = []) {
        self.sentence = sentence
        self.details = details
    }
}

public struct DraftTable: Sendable, Hashable {
    public var header: [String]
    /// Each row has as many cells as the header.
    public var rows: [[Sentence]]
    /// True when its counts may be shaded by how large they are, where a format can do that. The counts stay.
    public var isHeatMap: Bool

    public init(header: [String], rows: [[Sentence]], isHeatMap: Bool = false) {
        self.header = header
        self.rows = rows
        self.isHeatMap = isHeatMap
    }
}

/// Something said in a draft, with the transcript entries it rests on and the tallies it states.
public struct Sentence: Sendable, Hashable {
    public var parts: [Part]
    /// Ascending, each once; empty where the record gives none.
    public var entries: [Int]
    public var tallies: [Tally]
    /// What closes it: a full stop, or nothing in a table cell.
    public var ending: String
    /// Set for a sentence that a partnership may put in its own words.
    var template: SentenceTemplate?

    public enum Part: Sendable, Hashable {
        case text(String)
        /// Words to be made to stand out, such as an outcome.
        case strong(String)
        /// Somebody's words, exactly as the record has them.
        case words(String)
    }

    public init(_ parts: [Part], entries: [Int] = [], tallies: [Tally] = [], ending: String = ".") {
        self.parts = parts
        self.entries = Array(Set(entries)).sorted()
        self.tallies = tallies
        self.ending = ending
    }

    public init(_ text: String, entries: [Int] = [], tallies: [Tally] = []) {
        self.init([.text(text)], entries: entries, tallies: tallies)
    }

    /// A full stop would stand twice after somebody's whole sentence.
    public var closing: String {
        guard entries.isEmpty, case .words(let words)? = parts.last, let last = words.last else {
            return ending
        }
        return ".!?".contains(last) ? "" : ending
    }

    /// `[14, 31]`, or nothing. Where a cell holds nothing else, a long list is shortened: `[5–9, 14, 31]`.
    var citation: String {
        let isLong = parts.isEmpty && entries.count > Sentence.citedSinglyMax
        let cited = isLong ? Sentence.runs(of: entries) : entries.map(String.init)
        return cited.isEmpty ? "" : "[" + cited.joined(separator: ", ") + "]"
    }

    /// From more entries than this on, those that follow each other are cited from the first to the last.
    static let citedSinglyMax = 8
    /// Fewer than these are as short one by one.
    private static let runMin = 3

    private static func runs(of entries: [Int]) -> [String] {
        var runs: [ClosedRange<Int>] = []
        for entry in entries {
            if let last = runs.last, last.upperBound + 1 == entry {
                runs[runs.count - 1] = last.lowerBound...entry
            } else {
                runs.append(entry...entry)
            }
        }
        return runs.flatMap { run in
            run.count < runMin ? run.map(String.init) : ["\(run.lowerBound)–\(run.upperBound)"]
        }
    }
}

/// A count that a sentence states, so that other renderers (a chart, a data file) need not read prose.
public struct Tally: Sendable, Hashable {
    /// What was counted: ratings, outcomes, or the answers to an item.
    public enum Subject: Sendable, Hashable {
        case round(Int)
        case outcomes
        /// `position`, `a1`, `s14` or `test-46`.
        case item(String)

        public var name: String {
            switch self {
            case .round(let number): "round \(number)"
            case .outcomes: "outcomes"
            case .item(let id): id
            }
        }
    }

    public var subject: Subject
    /// A stage id, a level or a stance.
    public var label: String
    public var count: Int
    /// Out of how many answers.
    public var total: Int
}
