import Facilitation

/// What a member can take to a cabinet or a board: positions, decisions, aims and objectives, each with its outcome and
/// with the dissent and the gaps beside it. No talk and no rounds; those are in the draft and in the ratings.
struct AimsPage {
    let record: Record
    let framework: Framework

    func draft() -> Draft {
        let names = RecordNames(record: record, framework: framework)
        let wording = OutcomeWording(meeting: record.meeting)
        var sections = [DraftSection("About this page", [.paragraph(DraftOpening.sentences(record))])]
        for area in record.areas {
            let writer = AreaWriter(record: record, area: area, names: names, wording: wording)
            let agreed = writer.settledPosition() + writer.decisions() + writer.aims()
            let items = agreed + writer.notAgreed() + writer.alsoTested() + writer.strays()
            guard !items.isEmpty else { continue }
            sections.append(DraftSection(RecordNames.area(area), [.list(items)]))
        }
        if sections.count == 1 {
            sections.append(
                DraftSection("Aims and objectives", [.paragraph([Sentence("Nothing was put to the test")])]))
        }
        sections += EarlierAims(record: record).sections()
        sections += CarriedActions(record: record, names: names).sections()
        sections.append(Unknowns(record: record, names: names).section())
        sections += DraftOpening.rule(record) + DraftOpening.credit(record)
        return Draft(
            title: DraftOpening.title(record, "shared aims and objectives on one page"), sections: sections)
    }
}
