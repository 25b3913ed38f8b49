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
        guard let event = Reader.rating(values.text, in: context) else {
            throw values.text.isEmpty
                ? .badCommand("gauge", usage: "/gauge STAGE [high|medium|low] [because …]")
                : .unknownStage(values.text, known: context.ladder.answers)
        }
        return event
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
            return .proposed(Proposed(what: .position, text: "", item: entry))
        }
        guard let stage = Reader.stage(words, ladder: context.ladder) else {
            throw .unknownStage(words, known: context.ladder.steps.map(\.id))
        }
        return .proposed(Proposed(what: .position, text: words, stage: stage))
    }

    /// `/aim TEXT` or `/aim #N`.
    static func proposal(_ what: ProposalKind, _ values: CommandValues) throws(Refusal) -> Event {
        if let item = values.entry ?? bareEntry(values.text) {
            return .proposed(Proposed(what: what, text: "", item: item))
        }
        guard !values.text.isEmpty else { throw .emptyText }
        return .proposed(Proposed(what: what, text: values.text))
    }

    static func objective(_ values: CommandValues, _ context: ReadingContext) throws(Refusal) -> Event {
        if let item = values.entry ?? bareEntry(values.text) {
            return .proposed(Proposed(what: .objective, text: "", item: item))
        }
        guard !values.text.isEmpty else { throw .emptyText }
        var proposed = Reader.objective(values.text, in: context)
        proposed.owner = values.fields["owner"] ?? proposed.owner
        if let due = values.fields["due"] {
            guard let date = Reader.date(due, today: context.today) else { throw .badDate(due) }
            proposed.due = date.iso
        }
        proposed.measure = values.fields["measure"] ?? proposed.measure
        proposed.baseline = values.fields["baseline"] ?? proposed.baseline
        proposed.target = values.fields["target"] ?? proposed.target
        return .proposed(proposed)
    }

    /// `#14` or `14` and nothing else.
    private static func bareEntry(_ words: String) -> Int? {
        let (entry, rest) = CommandShape.leadingEntry(words)
        return rest.isEmpty ? entry : nil
    }
}
