import Facilitation

/// The documents that a record can be written up as. Each is a pure function: same record, same bytes.
public enum Drafts {
    /// What the partnership can take to a board: per area where it is, what it supports, where members
    /// differ, the shared aims and objectives with their gaps, then the decision log and the action log.
    public static func sharedAims(record: Record, framework: Framework) -> Draft {
        DraftBuilder(record: record, framework: framework).draft()
    }

    /// Minutes of a formal meeting, or notes of a development session.
    public static func minutes(record: Record, framework: Framework) -> Draft {
        MinutesBuilder(record: record, framework: framework).draft()
    }

    /// Everything that was put to the test, with its outcome.
    public static func decisionLog(record: Record, framework: Framework) -> Draft {
        let names = RecordNames(record: record, framework: framework)
        let log = DecisionLog(record: record, names: names)
        return Draft(title: DraftOpening.title(record, "decision log"), sections: [log.section()])
    }

    /// What somebody is to do, and by when.
    public static func actionLog(record: Record, framework: Framework) -> Draft {
        let names = RecordNames(record: record, framework: framework)
        let log = ActionLog(record: record, names: names)
        return Draft(title: DraftOpening.title(record, "action log"), sections: [log.section()])
    }
}

/// What every document says first: what it is, and how to read it.
enum DraftOpening {
    static func title(_ record: Record, _ kind: String) -> String {
        let partnership = Verbatim.shown(record.title.isEmpty ? record.room : record.title)
        return partnership.isEmpty ? kind.capitalisedFirst : "\(partnership): \(kind)"
    }

    static func sentences(_ record: Record) -> [Sentence] {
        var sentences: [Sentence] = []
        switch record.meeting {
        case .formal: sentences.append(held(record, .openingFormal, "Draft record of a formal meeting"))
        case .development:
            sentences.append(held(record, .openingDevelopment, "Draft record of a development session"))
            sentences.append(Sentence(.noDecisions))
        }
        if record.ended == nil { sentences.append(Sentence(.stillOpen)) }
        sentences.append(Sentence(.entriesNote))
        switch record.attribution {
        case .named: break
        case .chathamHouse: sentences.append(Sentence(.chathamHouse))
        case .anonymousGauge: sentences.append(Sentence(.anonymousGauge))
        }
        return sentences
    }

    /// A session that has not begun has no day.
    private static func held(_ record: Record, _ key: WordingKey, _ undated: String) -> Sentence {
        guard !record.started.isEmpty else { return Sentence("\(undated), for members to check") }
        return Sentence(key, ["day": .text(RecordNames.day(record.started))])
    }

    /// The rule of agreement, which every draft and all minutes print beside their results.
    static func rule(_ record: Record) -> [DraftSection] {
        var sentences = [Sentence(.silence)]
        if !record.rule.text.isEmpty { sentences.append(Sentence(.rule, ["rule": .words(record.rule.text)])) }
        return [DraftSection("How agreement was tested", [.paragraph(sentences)])]
    }

    /// Whom to thank for the names of areas and stages.
    static func credit(_ record: Record) -> [DraftSection] {
        let credit = record.framework.credit
        guard !credit.isEmpty else { return [] }
        return [DraftSection("Credit", [.paragraph([Sentence([.words(credit)], ending: "")])])]
    }
}
