import Facilitation

/// The documents that a session can be written up as, by the names that people ask for them with.
public enum DraftDocument: String, Sendable, CaseIterable {
    /// Everything about every area that was discussed.
    case draft
    /// The shared aims and objectives as short as they can be without losing a dissent or a gap.
    case aims
    case minutes
    case decisions, actions
    case ratings
    case cover
    case annex
    /// Cover sheet, aims, minutes, ratings and annex as one pack of papers.
    case all

    /// True when the document must hold every agreed item, reservation, minority view and gap; the others are extracts.
    public var isComplete: Bool {
        switch self {
        case .draft, .aims, .minutes, .all: true
        case .decisions, .actions, .ratings, .cover, .annex: false
        }
    }

    /// The extract that a text in Markdown is, by its title; nil for a document that must be whole and for anything else.
    public static func extract(titledIn markdown: String) -> DraftDocument? {
        guard let title = markdown.split(whereSeparator: \.isNewline).first, title.hasPrefix("# ") else { return nil }
        return allCases.first { document in
            guard let kind = document.extractTitle else { return false }
            return title.hasSuffix(": \(kind)") || title == "# \(kind.capitalisedFirst)"
        }
    }

    /// What the title of an extract ends with.
    private var extractTitle: String? {
        switch self {
        case .decisions: "decision log"
        case .actions: "action log"
        case .ratings: "ratings"
        case .cover: "cover sheet"
        case .annex: "how agreement was tested"
        case .draft, .aims, .minutes, .all: nil
        }
    }

    /// What it is called in a sentence, such as "the decision log".
    public var spoken: String {
        switch self {
        case .draft: "the draft"
        case .aims: "the aims on one page"
        case .minutes: "the minutes"
        case .decisions: "the decision log"
        case .actions: "the action log"
        case .ratings: "the ratings"
        case .cover: "the cover sheet"
        case .annex: "the annex"
        case .all: "the pack of papers"
        }
    }

    /// The document as a value; the same record gives the same value. Short forms that it uses are explained at its end.
    public func draft(of record: Record, framework: Framework) -> Draft {
        let draft =
            switch self {
            case .draft: Drafts.sharedAims(record: record, framework: framework)
            case .aims: AimsPage(record: record, framework: framework).draft()
            case .minutes: Drafts.minutes(record: record, framework: framework)
            case .decisions: Drafts.decisionLog(record: record, framework: framework)
            case .actions: Drafts.actionLog(record: record, framework: framework)
            case .ratings: RatingsPaper(record: record, framework: framework).draft()
            case .cover: CoverSheet(record: record, framework: framework).draft()
            case .annex: AgreementAnnex(record: record, framework: framework).draft()
            case .all: pack(record, framework)
            }
        return ShortForms.explained(in: draft)
    }

    private func pack(_ record: Record, _ framework: Framework) -> Draft {
        let parts: [(name: String, draft: Draft)] = [
            ("Cover sheet", CoverSheet(record: record, framework: framework).draft()),
            ("Shared aims and objectives", AimsPage(record: record, framework: framework).draft()),
            (
                record.meeting == .formal ? "Minutes" : "Notes",
                Drafts.minutes(record: record, framework: framework)
            ),
            ("Ratings", RatingsPaper(record: record, framework: framework).draft()),
            ("Annex: how agreement was tested", AgreementAnnex(record: record, framework: framework).draft()),
        ]
        let credit = DraftOpening.credit(record)
        // What every paper says when it stands alone, the pack says once; the credit stands at its end.
        var seen = Set(credit)
        var sections: [DraftSection] = []
        for (index, part) in parts.enumerated() {
            sections.append(DraftSection(part.name, level: 1, []))
            let own = index == 0 ? part.draft.sections[...] : part.draft.sections.dropFirst()
            sections += own.filter { seen.insert($0).inserted }
        }
        return Draft(title: DraftOpening.title(record, "papers of the session"), sections: sections + credit)
    }
}
