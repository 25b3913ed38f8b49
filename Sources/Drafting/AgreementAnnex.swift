import Facilitation

/// How agreement was tested, for readers who must judge how far to trust it. What it reports follows the items that the
/// ACCORD guideline asks of a report of a consensus exercise (Gattrell and others, PLOS Medicine, 2024), in our own
/// words: the definition and when it was fixed, who took part, rounds and who answered them, feedback between rounds,
/// anonymity, changes, interests, dissent, and limits.
struct AgreementAnnex {
    let record: Record
    let framework: Framework

    func draft() -> Draft {
        let names = RecordNames(record: record, framework: framework)
        var sections = [
            DraftSection("About this annex", [.paragraph(DraftOpening.sentences(record))]), definition(),
            MinutesBuilder(record: record, framework: framework).attendance(names), method(), rounds(), tests(names),
        ]
        sections += [changes(), interests(names), dissent(names), Unknowns(record: record, names: names).section()]
        sections += DraftOpening.credit(record)
        return Draft(title: DraftOpening.title(record, "how agreement was tested"), sections: sections)
    }

    private func definition() -> DraftSection {
        var sentences = [
            Sentence("What counts as agreement was fixed before the first rating, and cannot be changed after it"),
            Sentence("Silence was not taken as a yes: only the answers that people gave are counted"),
        ]
        if !record.rule.text.isEmpty {
            sentences.append(Sentence([.text("The rule of agreement: "), .words(record.rule.text)]))
        }
        return DraftSection("What counts as agreement", [.paragraph(sentences)])
    }

    private func method() -> DraftSection {
        var sentences = [
            Sentence("Members were asked to rate each area alone: a stage, how sure they were, and what shows it"),
            Sentence("The counts of a round are shown in the room before the next one begins"),
            Sentence("A position was settled by a test of its own, and not by the ratings"),
        ]
        switch record.attribution {
        case .named: sentences.append(Sentence("The record names who gave which rating; the reveal did not"))
        case .chathamHouse: sentences.append(Sentence("Neither the reveal nor the record names who said what"))
        case .anonymousGauge: sentences.append(Sentence("Neither the reveal nor the record names who rated what"))
        }
        return DraftSection("How people rated", [.paragraph(sentences)])
    }

    /// Every round with who answered, and how that changed from one to the next.
    private func rounds() -> DraftSection {
        let heading = "Rounds of rating"
        let rated = record.areas.filter { !$0.gauges.isEmpty }
        guard !rated.isEmpty else {
            return DraftSection(heading, [.paragraph([Sentence("No area was rated")])])
        }
        let rows = rated.flatMap { area in
            area.gauges.map { gauge in
                let cells: [String] = [
                    RecordNames.area(area), "round \(gauge.round)" + (gauge.beforehand ? ", before the day" : ""),
                    "\(gauge.answered) of \(gauge.present)",
                    String(max(0, gauge.present - gauge.answered)), gauge.blind ? "yes" : "not blind",
                    gauge.revealed ? "yes" : "not yet",
                ]
                return cells.map { Sentence([.text($0)], ending: "") }
                    + [Sentence([], entries: gauge.entries, ending: "")]
            }
        }
        let header = ["Area", "Rated in", "Answered", "Not answered", "Rated alone", "Shown in the room", "Entries"]
        var blocks: [DraftBlock] = [.table(DraftTable(header: header, rows: rows))]
        let changes = rated.flatMap(attrition)
        if !changes.isEmpty { blocks.append(.list(changes.map { DraftItem($0) })) }
        return DraftSection(heading, blocks)
    }

    /// Between each revealed round and the next: how many answered.
    private func attrition(_ area: RecordArea) -> [Sentence] {
        let revealed = area.gauges.filter(\.revealed)
        return zip(revealed, revealed.dropFirst()).map { first, next in
            let rounds = "\(RecordNames.area(area)): between round \(first.round) and round \(next.round)"
            let entries = first.entries + next.entries
            guard first.answered != next.answered else {
                return Sentence("\(rounds) the number who answered did not change", entries: entries)
            }
            return Sentence(
                "\(rounds) those who answered went from \(first.answered) to \(next.answered)", entries: entries)
        }
    }

    private func tests(_ names: RecordNames) -> DraftSection {
        let wording = OutcomeWording(meeting: record.meeting)
        let items = TestedItem.all(record, names)
        guard !items.isEmpty else {
            return DraftSection("Tests of agreement", [.paragraph([Sentence("Nothing was put to the test")])])
        }
        let rows = items.map { item in
            let cells = [
                item.reference, RecordNames.area(item.area), wording.label(item.outcome, item.levels),
                LevelWording.phrase(item.levels, notAnswered: item.notAnswered),
            ]
            return cells.map { Sentence([.text($0)], ending: "") } + [Sentence([], entries: item.entries, ending: "")]
        }
        let table = DraftTable(header: ["Ref", "Area", "Outcome", "Answers", "Entries"], rows: rows)
        let words = Sentence(
            "Members who were there could answer with a level of support, or abstain, until the test was closed")
        return DraftSection("Tests of agreement", [.paragraph([words]), .table(table)])
    }

    private func changes() -> DraftSection {
        var sentences: [Sentence] = []
        // A correction could lead to whoever made it where names are hidden.
        let cited = record.attribution == .named ? record.corrected.flatMap(\.entries) : []
        switch record.corrected.count {
        case 0: sentences.append(Sentence("The record holds no correction"))
        default:
            sentences.append(
                Sentence(
                    "Some words were put right by those who said them, and the first wording stays", entries: cited))
        }
        sentences.append(
            record.struck.isEmpty
                ? Sentence("Nothing was withdrawn or struck out")
                : Sentence("Some entries were withdrawn or struck out, and nothing in these papers rests on them"))
        sentences.append(Sentence("When words under test are changed, the test starts again and earlier answers lapse"))
        return DraftSection("Changes", [.paragraph(sentences)])
    }

    private func interests(_ names: RecordNames) -> DraftSection {
        guard !record.interests.isEmpty else {
            return DraftSection("Interests declared", [.paragraph([Sentence("No interest was declared")])])
        }
        return DraftSection(
            "Interests declared", [.list(record.interests.map { DraftItem(InterestWording.sentence($0, names)) })])
    }

    /// Minority views and objections that are still open, in their holders' words; then how many were against what was
    /// tested or stood aside, and who of them gave no reason.
    private func dissent(_ names: RecordNames) -> DraftSection {
        let wording = OutcomeWording(meeting: record.meeting)
        let tested = TestedItem.all(record, names)
        let items = record.areas.flatMap { area -> [DraftItem] in
            let writer = AreaWriter(record: record, area: area, names: names, wording: wording)
            let views = area.minorityViews.filter(\.confirmed).flatMap(writer.minorityView)
            let objections = area.objections.filter(\.open).map(writer.objection)
            let answers = tested.filter { $0.area.id == area.id }.flatMap { against($0, writer) }
            let told = views + objections + answers
            guard !told.isEmpty else { return [] }
            return [DraftItem(Sentence([.strong(RecordNames.area(area))], ending: ""), details: told)]
        }
        guard !items.isEmpty else {
            return DraftSection(
                "Dissent", [.paragraph([Sentence("The record holds no minority view and no open objection")])])
        }
        return DraftSection("Dissent", [.list(items)])
    }

    private func against(_ item: TestedItem, _ writer: AreaWriter) -> [Sentence] {
        let isDissent = { (level: Level) in level.stops || level == .standAside }
        let levels = item.levels.filter { isDissent($0.key) && $0.value > 0 }
        guard !levels.isEmpty else { return [] }
        let counts = Sentence(
            [.strong(item.reference), .text(": \(LevelWording.phrase(levels, notAnswered: 0))")],
            entries: item.entries)
        let silent = item.reservations.filter { isDissent($0.level) }
        return [counts] + writer.withoutReason(silent, item.entries)
    }
}
