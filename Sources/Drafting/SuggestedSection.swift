import Facilitation

/// The second layer of a draft: what could be tested next, apart from all that was agreed.
struct SuggestedSection {
    static let heading = "Suggestions to be tested"

    let record: Record
    let names: RecordNames

    func sections() -> [DraftSection] {
        let finder = SuggestionFinder(record: record)
        let areas = record.areas.map { (area: $0, found: finder.suggestions(in: $0)) }.filter { !$0.found.isEmpty }
        guard !areas.isEmpty else { return [] }
        let opening = [
            Sentence("What follows was not proposed by anybody and is not agreed"),
            Sentence("It is made by rule from statements that others agree with, in their authors' words"),
            Sentence("Square brackets mark what those words leave open, and silence counts as no answer"),
        ]
        return [DraftSection(SuggestedSection.heading, [.paragraph(opening)])]
            + areas.map { area, found in
                DraftSection(RecordNames.area(area), level: 3, [.list(found.map { item($0, in: area) })])
            }
    }

    private func item(_ found: SuggestionFinder.Found, in area: RecordArea) -> DraftItem {
        let writer = AreaWriter(
            record: record, area: area, names: names, wording: OutcomeWording(meeting: record.meeting))
        let reference = RecordNames.item(found.statement.id)
        let start: [Sentence.Part] = [
            .strong("To be tested"), .text(", \(found.rephrased.kind.rawValue) from \(reference): "),
        ]
        let suggestion = Sentence(
            start + SuggestionWording.parts(found.rephrased), entries: found.statement.entries)
        let quoted = ([found.statement] + found.alike).map { writer.statement($0).sentence }
        return DraftItem(suggestion, details: quoted + [SuggestionWording.next(found)])
    }
}

/// How a suggestion is put into words.
enum SuggestionWording {
    /// "by [date to be agreed], the partnership will “…”, measured by [measure to be agreed]".
    static func parts(_ rephrased: Rephrased) -> [Sentence.Part] {
        var parts: [Sentence.Part] = []
        if let when = rephrased.when {
            parts.append(.text("by \(when), "))
        } else if !rephrased.whenIsInside {
            parts.append(.text("by [date to be agreed], "))
        }
        switch (rephrased.what, rephrased.who) {
        case (.lack(let words), _): parts += [.text("this is no longer so: "), .words(words)]
        case (.deed(let words), let who): parts += [subject(who), .text(" will "), .words(words)]
        case (.having(let words), let who): parts += [subject(who), .text(" will have "), .words(words)]
        }
        parts.append(.text(", measured by "))
        parts.append(rephrased.measure.map(Sentence.Part.words) ?? .text("[measure to be agreed]"))
        // A body can be named in somebody's words; the person who answers for it has to say yes.
        switch rephrased.kind {
        case .aim: parts.append(.text("; who is better off: [to be agreed]"))
        default: parts.append(.text("; owner: [to be agreed]"))
        }
        return parts
    }

    /// Whom somebody names is quoted too: the *every* in “every job” is theirs, and counts nobody here.
    private static func subject(_ who: Rephrased.Who) -> Sentence.Part {
        switch who {
        case .partnership: .text("the partnership")
        case .words(let words): .words(words)
        case .gap: .text("[who is to be agreed]")
        }
    }

    static func text(_ rephrased: Rephrased) -> String {
        parts(rephrased).map { part in
            switch part {
            case .text(let text), .strong(let text): text
            case .words(let words): "\u{201C}\(words)\u{201D}"
            }
        }.joined().capitalisedFirst
    }

    /// The existing commands put a statement to the test in its author's words.
    static func command(_ found: SuggestionFinder.Found) -> String? {
        if case .lack = found.rephrased.what { return nil }
        return "/\(found.rephrased.kind.rawValue) \(RecordNames.item(found.statement.id))"
    }

    /// What the facilitator types.
    static func next(_ found: SuggestionFinder.Found) -> Sentence {
        guard let command = command(found) else {
            return Sentence("To test it, type /aim and words that say who is better off, how and by when")
        }
        return Sentence("To test it in its author's words, type \(command) while the room is in this area")
    }
}
