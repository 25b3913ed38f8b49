/// Reads the words of ratings before the day: which area is meant, and how far somebody wants to get there.
enum PregaugeWords {
    /// `in 8 established …`, `in acting as an anchor: established …`: the area, and what is said about it. Nil when the
    /// words do not begin like that.
    static func area(leading words: String, in discussion: Discussion) throws(Refusal) -> (id: String, rest: String)? {
        let parts = words.split(whereSeparator: \.isWhitespace)
        let isMarked = { (word: Substring) in ["in", "on", "for", "area"].contains(word.lowercased()) }
        let skipped = parts.prefix(while: isMarked).count
        guard skipped > 0 else { return nil }
        let named = parts.dropFirst(skipped)
        guard !named.isEmpty else { throw .emptyText }
        // The longest name that fits, so that a stage in the name of an area stays part of it.
        for count in stride(from: named.count, to: 0, by: -1) {
            let name = named.prefix(count).joined(separator: " ")
            let bare = String(name.reversed().drop { ":,;–-".contains($0) }.reversed())
            if let id = try? discussion.areaID(named: bare) {
                return (id, named.dropFirst(count).joined(separator: " "))
            }
        }
        _ = try discussion.areaID(named: String(named.first ?? ""))
        return nil
    }

    /// `established, medium, aiming for expanding because …`: the stage wanted, and the words without it.
    static func ambition(in words: String, ladder: Ladder) -> (stage: String, rest: String)? {
        let (head, because) = CommandShape.splitAtBecause(words)
        for mark in ["aiming for", "aiming at", "ambition"] {
            guard let range = wholeWords(mark, in: head) else { continue }
            let after = head[range.upperBound...].drop { $0 == ":" || $0 == " " }
            let wanted = after.prefix { $0 != "," && $0 != ";" && $0 != "." }
            guard let stage = Reader.stage(String(wanted), ladder: ladder), ladder.step(stage) != nil else { continue }
            let before = String(head[..<range.lowerBound].reversed().drop { ", ;".contains($0) }.reversed())
            let rest = String(after.dropFirst(wanted.count))
            return (stage, before + rest + (because.isEmpty ? "" : ", because \(because)"))
        }
        return nil
    }

    private static func wholeWords(_ mark: String, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            let isWordStart = start == text.startIndex || !text[text.index(before: start)].isLetter
            if isWordStart, text[start...].prefix(mark.count).lowercased() == mark {
                let end = text.index(start, offsetBy: mark.count)
                if end == text.endIndex || !text[end].isLetter { return start..<end }
            }
            start = text.index(after: start)
        }
        return nil
    }

    /// `/gauge …` while ratings before the day are open, or with an area named; nil where it is the plain command.
    static func gauge(
        _ words: String, by speaker: MemberID, _ context: ReadingContext, in discussion: Discussion
    ) throws(Refusal) -> Event? {
        if words.isEmpty, discussion.isPregauging, discussion.area?.openGauge == nil {
            return .asked(.nextArea)
        }
        if let (id, rest) = try area(leading: words, in: discussion) {
            return rest.isEmpty ? .asked(.area(id)) : try rating(rest, area: id, context)
        }
        if let id = areaWithoutMark(words, context, in: discussion) {
            throw .preparing(discussion.areas[id]?.openPregauge == nil ? .notInThisArea(id) : .areaNeedsMark(id))
        }
        guard let id = discussion.pregaugeFocus(of: speaker), context.isPrivate else { return nil }
        return try rating(words, area: id, context)
    }

    /// `1 established …`, where `in 1 established …` is meant: the area whose number comes first, and names no stage.
    private static func areaWithoutMark(
        _ words: String, _ context: ReadingContext, in discussion: Discussion
    ) -> String? {
        guard discussion.isPregauging, discussion.area?.openGauge == nil,
            let number = CommandShape.leadingEntry(words).0,
            Reader.stage(String(number), ladder: context.ladder) == nil
        else { return nil }
        return try? discussion.areaID(named: String(number))
    }

    private static func rating(_ words: String, area: String, _ context: ReadingContext) throws(Refusal) -> Event {
        let wanted = ambition(in: words, ladder: context.ladder)
        guard
            case .rated(let stage, let confidence, let evidence) = CommandEvents.typedRating(
                wanted?.rest ?? words, in: context)
        else { throw .unknownStage(words, known: context.ladder.answers) }
        return .areaRated(
            area: area, stage: stage, confidence: confidence, evidence: evidence, ambition: wanted?.stage)
    }

    /// Plain private words of somebody who was asked about an area.
    static func readings(_ text: String, area: String, _ context: ReadingContext) -> [Reading] {
        let wanted = ambition(in: text, ladder: context.ladder)
        var asked = context
        asked.expects = .stage
        asked.step = .gauging
        return Reader.read(wanted?.rest ?? text, in: asked).map { reading in
            guard case .rated(let stage, let confidence, let evidence) = reading.event else { return reading }
            var placed = reading
            placed.event = .areaRated(
                area: area, stage: stage, confidence: confidence, evidence: evidence, ambition: wanted?.stage)
            return placed
        }
    }

    /// `all until 21 October`, `1, 8 until Friday`; nil when nothing follows, which opens a round in the room.
    static func opening(_ values: CommandValues, _ context: ReadingContext) throws(Refusal) -> Event {
        var names = values.names
        var day = values.fields["until"] ?? ""
        if names.isEmpty, day.isEmpty {
            guard !values.text.isEmpty else { return .gaugingOpened }
            let range = wholeWords("until", in: values.text) ?? wholeWords("till", in: values.text)
            let head = range.map { String(values.text[..<$0.lowerBound]) } ?? values.text
            day = range.map { String(values.text[$0.upperBound...]).trimmed } ?? ""
            names = head.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        names.removeAll { ["all", "everything", "all areas"].contains($0.lowercased()) }
        guard !day.isEmpty else { return .pregaugeOpened(areas: names, until: nil) }
        guard let until = CivilDate(iso: day) ?? Reader.date(day, today: context.today) else { throw .badDate(day) }
        return .pregaugeOpened(areas: names, until: until)
    }
}
