/// Events of the commands whose values need reading.
enum CommandEvents {
    static func rating(_ values: CommandValues, _ context: ReadingContext) throws(Refusal) -> Event {
        if let stage = values.fields["stage"] {
            guard let found = Reader.stage(stage, ladder: context.ladder) else {
                throw .unknownStage(stage, known: context.ladder.answers)
            }
            let evidence = values.fields["evidence"] ?? values.because
            let confidence = values.fields["confidence"].flatMap(Confidence.init(rawValue:))
            guard values.text.isEmpty else {
                return .areaRated(
                    area: values.text, stage: found, confidence: confidence, evidence: evidence,
                    ambition: try values.fields["ambition"].map { word throws(Refusal) in
                        try ambition(word, context)
                    })
            }
            return .rated(stage: found, confidence: confidence, evidence: evidence)
        }
        guard let event = typedRating(values.text, in: context) else {
            throw values.text.isEmpty
                ? .badCommand("gauge", usage: "/gauge STAGE [high|medium|low] [because …]")
                : .unknownStage(values.text, known: context.ladder.answers)
        }
        return event
    }

    /// A rating as it is typed. What comes after *because* is the evidence as it stands, such as *#5*, and says nothing of
    /// the stage: *because I have never seen a plan*.
    static func typedRating(_ words: String, in context: ReadingContext) -> Event? {
        let (head, because) = CommandShape.splitAtBecause(words)
        let rating = sureRating(head, in: context)
        guard !because.isEmpty else { return rating }
        let whole = Reader.rating(words, in: context)
        guard case .rated(let stage, let confidence, evidence: "")? = rating else { return whole }
        // *established because we meet, medium*: a confidence that stands behind is no evidence.
        if case .rated(stage, .some, _)? = whole, confidence == nil { return whole }
        return .rated(stage: stage, confidence: confidence, evidence: because)
    }

    /// *not-yet high* typed behind a command: a stage and how sure, where in talk it might say that nothing is high yet.
    private static func sureRating(_ words: String, in context: ReadingContext) -> Event? {
        let parts = words.split(separator: " ")
        if let last = parts.last, let confidence = Confidence(rawValue: last.lowercased()),
            case .rated(let stage, nil, evidence: "")? = Reader.rating(
                parts.dropLast().joined(separator: " "), in: context)
        {
            return .rated(stage: stage, confidence: confidence, evidence: "")
        }
        return Reader.rating(words, in: context)
    }

    private static func ambition(_ words: String, _ context: ReadingContext) throws(Refusal) -> String {
        guard let stage = Reader.stage(words, ladder: context.ladder) else {
            throw .unknownStage(words, known: context.ladder.steps.map(\.id))
        }
        return stage
    }

    static func level(_ values: CommandValues, _ context: ReadingContext) throws(Refusal) -> Event {
        let words = values.fields["level"] ?? values.text
        guard let level = Reader.level(words) else {
            throw .badCommand(
                "level",
                usage: "/level full, support, reservation, stand aside, cannot yet, block or abstain, and “because …”")
        }
        return .levelGiven(level, because: values.because)
    }

    static func position(_ values: CommandValues, _ context: ReadingContext) throws(Refusal) -> Event {
        let words = values.fields["stage"] ?? values.text
        guard !words.isEmpty else { throw .badCommand("settle", usage: "/settle STAGE") }
        if let entry = CommandShape.leadingEntry(words).0, words.hasPrefix("#") {
            return try takingUp(entry, as: .position)
        }
        guard let stage = Reader.stage(words, ladder: context.ladder) else {
            throw .unknownStage(words, known: context.ladder.steps.map(\.id))
        }
        return .proposed(Proposed(what: .position, text: words, stage: stage))
    }

    /// `/aim TEXT` or `/aim #N`.
    static func proposal(_ what: ProposalKind, _ values: CommandValues) throws(Refusal) -> Event {
        if let item = values.entry ?? bareEntry(values.text) { return try takingUp(item, as: what) }
        guard !values.text.isEmpty else { throw .emptyText }
        return .proposed(Proposed(what: what, text: values.text))
    }

    static func objective(_ values: CommandValues, _ context: ReadingContext) throws(Refusal) -> Event {
        if let item = values.entry ?? bareEntry(values.text) { return try takingUp(item, as: .objective) }
        let (text, parts) = bracketedParts(of: values.text, beside: values.fields)
        guard !text.isEmpty else { throw .emptyText }
        var proposed = Reader.objective(text, in: context)
        proposed.owner = parts["owner"] ?? proposed.owner
        if let due = parts["due"] {
            guard let date = Reader.date(due, today: context.today) else { throw .badDate(due) }
            proposed.due = date.iso
        }
        proposed.measure = parts["measure"] ?? proposed.measure
        proposed.baseline = parts["baseline"] ?? proposed.baseline
        proposed.target = parts["target"] ?? proposed.target
        return .proposed(proposed)
    }

    /// *We share one form (owner: Ann Shah) (target: -2)*: the words, and the parts that stand in brackets behind
    /// them, as an operation is kept. People put several in one bracket: *(measure: firms asked, baseline: 0)*.
    ///
    /// - Parameter given: the parts that have fields of their own. They go before what the words say.
    private static func bracketedParts(
        of words: String, beside given: [String: String]
    ) -> (text: String, parts: [String: String]) {
        var text = words
        var parts = given
        while text.hasSuffix(")"), let last = lastBracket(in: text), parts[last.part.rawValue] == nil {
            let inside = listedParts(last.part, text[last.range.upperBound...].dropLast())
            guard inside.allSatisfy({ !$0.value.isEmpty && parts[$0.part.rawValue] == nil }) else { break }
            for (part, value) in inside { parts[part.rawValue] = value }
            text = String(text[..<last.range.lowerBound]).trimmed
        }
        return (text, parts)
    }

    /// The parts of one bracket: the first, and each that is named after a comma or semicolon. A part that is named twice
    /// is no list but words.
    private static func listedParts(_ first: ObjectivePart, _ words: Substring) -> [(
        part: ObjectivePart, value: String
    )] {
        var found: [(part: ObjectivePart, words: String)] = [(first, "")]
        let pieces = words.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }
        for (index, piece) in pieces.enumerated() {
            let label = piece.prefix { $0 != ":" }
            let named = ObjectivePart(rawValue: String(label).trimmed.lowercased())
            let isOutside = isBalanced(found[found.count - 1].words[...])
            if index > 0, isOutside, let named, label.endIndex < piece.endIndex,
                !found.contains(where: { $0.part == named })
            {
                found.append((named, String(piece[label.endIndex...].dropFirst())))
            } else {
                let mark = index == 0 ? "" : String(words[words.index(before: piece.startIndex)])
                found[found.count - 1].words += mark + piece
            }
        }
        return found.map { ($0.part, $0.words.trimmed) }
    }

    /// The last *(owner:* or the like that the bracket at the end closes.
    private static func lastBracket(in text: String) -> (part: ObjectivePart, range: Range<String.Index>)? {
        var end = text.endIndex
        while let open = text[..<end].lastIndex(of: "(") {
            let inside = text[text.index(after: open)...]
            for part in ObjectivePart.allCases where inside.prefix(part.rawValue.count).lowercased() == part.rawValue {
                let rest = inside.dropFirst(part.rawValue.count)
                if rest.first == ":", isBalanced(rest.dropLast()) {
                    return (part, open..<rest.index(after: rest.startIndex))
                }
            }
            end = open
        }
        return nil
    }

    private static func isBalanced(_ words: Substring) -> Bool {
        var depth = 0
        for letter in words {
            if letter == "(" { depth += 1 }
            if letter == ")" { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// Takes a statement up. No event has the number 0, and nobody looks at what a member's proposal names.
    private static func takingUp(_ item: Int, as what: ProposalKind) throws(Refusal) -> Event {
        guard item > 0 else { throw .unknownEntry(item) }
        return .proposed(Proposed(what: what, text: "", item: item))
    }

    /// `#14` or `14` and nothing else.
    private static func bareEntry(_ words: String) -> Int? {
        let (entry, rest) = CommandShape.leadingEntry(words)
        return rest.isEmpty ? entry : nil
    }
}
