import Facilitation

/// Follows the suggestions of a draft: what is suggested stands apart, is marked, claims nothing, adds nothing to the words
/// of a supported statement, and quotes that statement.
struct SuggestionReading {
    private struct Open {
        var item: String
        var kind: String?
        var line: Int
        var isQuoted: Bool
    }

    let index: CheckerIndex
    private(set) var isInSection = false
    private var open: Open?

    init(index: CheckerIndex) { self.index = index }

    /// What a draft says around a suggestion's own words, as the checker knows it.
    private static let frame: Set<String> = Set(
        """
        to be tested objective aim from by date agreed the partnership will have measured measure owner who is better off
        this no longer so
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    static func isMarked(_ tokens: [CheckedToken]) -> Bool { holds(["to", "be", "tested"], tokens) }

    private static func holds(_ words: [String], _ tokens: [CheckedToken]) -> Bool {
        guard tokens.count >= words.count else { return false }
        return (0...(tokens.count - words.count)).contains { start in
            words.indices.allSatisfy { tokens[start + $0].word?.lowercased() == words[$0] }
        }
    }

    /// A main heading opens or closes the section; any heading closes a suggestion.
    mutating func readHeading(_ level: Int, _ tokens: [CheckedToken]) -> [DraftFinding] {
        let findings = close()
        if level <= 2 { isInSection = SuggestionReading.isMarked(tokens) }
        return findings
    }

    /// A bullet of the first level begins something new.
    mutating func close() -> [DraftFinding] {
        defer { open = nil }
        guard let open, !open.isQuoted else { return [] }
        return [DraftFinding(line: open.line, fault: .suggestionNotQuoted(RecordNames.item(open.item)))]
    }

    /// - Parameter check: the check of the same sentence, done.
    mutating func read(
        _ tokens: [CheckedToken], _ check: SentenceCheck, line: Int, isDetail: Bool
    ) -> [DraftFault] {
        var faults: [DraftFault] = []
        let marked = SuggestionReading.isMarked(tokens)
        let statement = check.named.first { index.statements[$0] != nil }
        if isInSection {
            if check.claimsAgreement { faults.append(.suggestionClaimsAgreement) }
            if !isDetail, !marked, !check.named.isEmpty || tokens.contains(where: SuggestionReading.isQuote) {
                faults.append(.suggestionNotMarked)
            }
            faults += command(tokens)
        } else if marked, statement != nil {
            faults.append(.suggestionOutOfPlace)
        }
        if marked, let statement {
            open = Open(item: statement, kind: SuggestionReading.kind(tokens), line: line, isQuoted: false)
            faults += inventions(tokens, statement)
            if !isSupported(statement) { faults.append(.suggestionUnsupported(RecordNames.item(statement))) }
        }
        if let item = open?.item, check.sources.contains(where: { isWhole($0, item) }) { open?.isQuoted = true }
        return faults
    }

    private static func isQuote(_ token: CheckedToken) -> Bool {
        if case .quote = token { true } else { false }
    }

    private func isWhole(_ source: Int, _ item: String) -> Bool {
        index.sources[source].role == .statement && index.sources[source].item == item
    }

    private func isSupported(_ item: String) -> Bool {
        guard let (area, statement) = index.statements[item] else { return false }
        let isObjected = index.record.areas[area].objections.contains { $0.open && $0.on == item }
        return !isObjected && statement.counts[.agree, default: 0] > statement.counts[.disagree, default: 0]
    }

    private static func kind(_ tokens: [CheckedToken]) -> String? {
        tokens.compactMap { $0.word?.lowercased() }.first { ["aim", "objective"].contains($0) }
    }

    /// "/objective #14" names the kind and the statement of its suggestion.
    private func command(_ tokens: [CheckedToken]) -> [DraftFault] {
        guard let open else { return [] }
        for (position, token) in tokens.enumerated() where token == .mark("/") {
            guard let word = tokens[(position + 1)...].first?.word?.lowercased() else { continue }
            if word != open.kind { return [.suggestionTypedDifferently(RecordNames.item(open.item))] }
            if case .item(let item)? = tokens[(position + 1)...].dropFirst().first, item != open.item {
                return [.suggestionTypedDifferently(RecordNames.item(open.item))]
            }
        }
        return []
    }

    /// Words, numbers, names and dates that are neither in the statement nor a frame around its words.
    private func inventions(_ tokens: [CheckedToken], _ item: String) -> [DraftFault] {
        guard let statement = index.statements[item]?.statement else { return [] }
        let known = Set(SuggestionReading.words(Verbatim.shown(statement.text)))
        return tokens.flatMap(said).filter { !known.contains($0) && !SuggestionReading.frame.contains($0) }
            .map(DraftFault.suggestionInvents)
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isWordPart && $0 != "'" && $0 != "\u{2019}" }.map {
            $0.lowercased().filter { $0 != "'" && $0 != "\u{2019}" }
        }
    }

    private func said(_ token: CheckedToken) -> [String] {
        switch token {
        case .word(let word): SuggestionReading.words(word)
        case .number(let number): [String(number)]
        case .date(let date): SuggestionReading.words(date.spoken)
        case .person(let name), .organisation(let name), .stage(let name): SuggestionReading.words(name)
        case .sector(let sector): SuggestionReading.words(SectorWording.name(sector))
        case .area(let area): SuggestionReading.words(RecordNames.area(index.record.areas[area]))
        case .quote, .openQuote, .citation, .item, .known, .mark, .cellEnd: []
        }
    }
}

extension SentenceCheck {
    /// True when the sentence says that something was agreed, and neither denies it nor leaves it to be done.
    var claimsAgreement: Bool {
        elements.enumerated().contains { position, element in
            guard case .outcome(let outcomes, _) = element, outcomes.contains(where: \.isAdopted) else {
                return false
            }
            return !isNegated(position) && !isToBe(position)
        }
    }

    /// "To be agreed" is still to be done.
    func isToBe(_ position: Int) -> Bool { word(position - 1) == "be" && word(position - 2) == "to" }

    /// A line to be typed states nothing.
    var isInstruction: Bool {
        elements.indices.contains { word($0) == "type" && isMark($0 + 1, "/") }
    }
}
