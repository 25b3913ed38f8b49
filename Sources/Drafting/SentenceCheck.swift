import Facilitation

/// The check of one sentence, or of one row of a table. The rules are in extensions, one file a theme.
struct SentenceCheck {
    let elements: [CheckedElement]
    let index: CheckerIndex
    let entries: [Int: CheckedEntry]
    let struck: Set<Int>
    /// The area under discussion; an item that is named brings its own.
    private(set) var area: Int?
    /// Items named in this sentence.
    private(set) var named: [String] = []
    /// Items that this sentence is about: named, inherited from its bullet, or quoted.
    private(set) var items: [String]
    /// Sources in the record of what is quoted here.
    var sources: Set<Int> = []
    var faults: [DraftFault] = []
    var positionStated: Int?
    /// What this sentence says is still missing.
    var gaps: Set<Gap> = []

    struct Gap: Hashable {
        var item: String
        var part: ObjectivePart
    }
    /// Elements that a count has claimed as its label.
    var boundLabels: Set<Int> = []
    /// True when the sentence states something that the record can bear out.
    var statesFact = false
    /// The sector whose counts are being read.
    var sector: String?
    /// True when the sentence counts the items of an area.
    var countsItems = false
    /// True when what is said is made of a statement's words, which then bear out its numbers and dates.
    private let isSuggestion: Bool
    /// True when only the word *position* says what the sentence is about.
    private(set) var positionIsNamed = false

    init(
        elements: [CheckedElement], index: CheckerIndex, entries: [Int: CheckedEntry], struck: Set<Int>,
        area: Int?,
        inherited: [String], isSuggestion: Bool = false
    ) {
        self.isSuggestion = isSuggestion
        self.elements = elements
        self.index = index
        self.entries = entries
        self.struck = struck
        self.area = area
        items = inherited
    }

    mutating func run() {
        findItems()
        findSources()
        checkQuotes()
        checkPeople()
        checkAttendance()
        checkOrganisations()
        checkNamesUnknown()
        checkAmounts()
        checkDates()
        checkPosition()
        checkOutcomes()
        checkProgress()
        checkWorded()
        checkLastTime()
        checkHorizons()
        checkGaps()
        checkCitations()
    }

    // MARK: What the sentence is about

    private mutating func findItems() {
        for element in elements {
            guard case .token(.item(let item)) = element else { continue }
            if let found = index.proposals[item]?.area ?? index.statements[item]?.area {
                area = found
                named.append(item)
            } else if index.carried[item] != nil || index.earlierAims[item] != nil {
                named.append(item)
            } else if let found = index.test(called: item) {
                area = found.area
                named.append(found.test.id)
            } else {
                faults.append(.itemUnknown(RecordNames.item(item)))
            }
        }
        // Beside the number of one of its tests an item only says what was tested.
        let retested = Set(named.compactMap { index.tests[$0]?.test.of })
        named.removeAll(where: retested.contains)
        if named.isEmpty, let area, index.record.areas[area].position != nil, elements.contains(.positionWord) {
            named = ["position"]
            positionIsNamed = true
        }
        if !named.isEmpty { items = named }
    }

    /// Ties quotations to the texts of the record that they repeat.
    private mutating func findSources() {
        for case .token(.quote(let words)) in elements {
            let all = index.sourcesByText[words] ?? []
            let here = all.filter { number in
                let source = index.sources[number]
                guard source.area == nil || area == nil || source.area == area else { return false }
                return items.isEmpty || source.item.map(items.contains) ?? false
            }
            if here.isEmpty, positionIsNamed || (named.isEmpty && !items.isEmpty) {
                // The word *position* was only a word, or a new paragraph has changed the subject.
                sources.formUnion(
                    all.filter { index.sources[$0].item == nil && index.sources[$0].area == area })
            }
            // The same words may stand in several places, such as a decision and a parked item: what is cited tells which.
            let borne = here.filter { number in
                let entries = index.sources[number].entries
                return entries.isEmpty || citedEntries.contains(where: entries.contains)
            }
            sources.formUnion(borne.isEmpty ? here : borne)
        }
        if items.isEmpty {
            let found = sources.compactMap {
                index.sources[$0].role == .proposal ? index.sources[$0].item : nil
            }
            items = Set(found).sorted()
        }
        statesFact = !sources.isEmpty || !named.isEmpty
    }

    // MARK: Small questions that several rules ask

    var rounds: [Int] {
        elements.compactMap { if case .round(let round) = $0 { round } else { nil } }
    }

    var citedEntries: [Int] {
        elements.flatMap { element -> [Int] in
            if case .token(.citation(let entries)) = element { entries } else { [] }
        }
    }

    var persons: [(position: Int, name: String)] {
        elements.enumerated().compactMap { position, element in
            if case .token(.person(let name)) = element { (position, name) } else { nil }
        }
    }

    var proposals: [RecordProposal] { items.compactMap(index.proposal) }

    /// The tests that do not stand that the sentence is about.
    var tests: [RecordTest] { items.compactMap { index.tests[$0]?.test } }

    /// What came of all that was tested and that the sentence is about.
    var results: [RecordResult] {
        let position = items.contains("position") ? areaValue?.position : nil
        return proposals.map(\.result) + tests.map(\.result) + (position.map { [$0.result] } ?? [])
    }

    var areaValue: RecordArea? { area.map { index.record.areas[$0] } }

    /// The gauges that the sentence is about: those of its rounds, else the last one revealed.
    var gauges: [RecordGauge] {
        guard let areaValue else { return [] }
        if rounds.isEmpty { return areaValue.gauges.last(where: \.revealed).map { [$0] } ?? [] }
        return areaValue.gauges.filter { rounds.contains($0.round) }
    }

    func isMark(_ position: Int, _ marks: String) -> Bool {
        guard elements.indices.contains(position), case .token(.mark(let mark)) = elements[position] else {
            return false
        }
        return marks.contains(mark)
    }

    func word(_ position: Int) -> String? {
        guard elements.indices.contains(position), case .token(.word(let word)) = elements[position] else {
            return nil
        }
        return word.lowercased()
    }

    func number(_ position: Int) -> Int? {
        guard elements.indices.contains(position), case .token(.number(let number)) = elements[position]
        else { return nil }
        return number
    }

    /// True when words of an entry that is cited here hold these words.
    func citedWordsContain(_ words: String) -> Bool {
        if isSuggestion, items.contains(where: { statementHolds($0, words) }) { return true }
        return citedEntries.contains { entry in
            guard let found = entries[entry], !found.struck else { return false }
            return Wordings.holds(Verbatim.shown(found.words), words)
        }
    }

    private func statementHolds(_ item: String, _ words: String) -> Bool {
        guard let statement = index.statements[item]?.statement else { return false }
        return Wordings.holds(Verbatim.shown(statement.text), words)
    }
}

enum Wordings {
    static func words(_ text: String) -> [Substring] { text.split { !$0.isWordPart } }

    /// True when `part` stands in `text` exactly and does not begin or end inside a word.
    static func holds(_ text: String, _ part: String) -> Bool {
        let all = Array(text)
        let wanted = Array(part)
        guard !wanted.isEmpty, wanted.count <= all.count else { return false }
        for start in 0...(all.count - wanted.count) where all[start] == wanted[0] {
            let end = start + wanted.count
            guard all[start..<end].elementsEqual(wanted) else { continue }
            let opens = start == 0 || !all[start - 1].isWordPart || !wanted[0].isWordPart
            let closes = end == all.count || !all[end].isWordPart || !all[end - 1].isWordPart
            if opens && closes { return true }
        }
        return false
    }
}
