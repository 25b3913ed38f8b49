import Facilitation

/// The ratings of a session in counts: a heat map of areas and stages, then every round. Nobody is ranked and nothing is
/// averaged.
struct RatingsPaper {
    let record: Record
    let framework: Framework

    func draft() -> Draft {
        let names = RecordNames(record: record, framework: framework)
        var sections = [DraftSection("About the ratings", [.paragraph(DraftOpening.sentences(record))])]
        sections.append(heatMap(names))
        for area in record.areas where !area.gauges.isEmpty {
            let gauge = GaugeWording(area: area, names: names)
            sections.append(DraftSection(RecordNames.area(area), [.list(gauge.rounds() + gauge.summary())]))
        }
        sections += DraftOpening.credit(record)
        return Draft(title: DraftOpening.title(record, "ratings"), sections: sections)
    }

    /// Areas down, stages across: the counts of the last round that was revealed in each area.
    private func heatMap(_ names: RecordNames) -> DraftSection {
        let shown = record.areas.compactMap { area in
            area.lastRated.map { (area: area, gauge: $0) }
        }
        guard !shown.isEmpty else {
            return DraftSection("Heat map", [.paragraph([Sentence("No ratings have been revealed")])])
        }
        let main = Set(framework.stages.map(\.id))
        let stages = names.stages.filter { id in
            main.contains(id) || shown.contains { $0.gauge.counts[id, default: 0] > 0 }
        }
        let rows = shown.map { area, gauge in
            let counts = stages.map { id in
                let count = gauge.counts[id, default: 0]
                let tally = Tally(subject: .round(gauge.round), label: id, count: count, total: gauge.answered)
                return Sentence([.text(Quantifier.phrase(count, of: gauge.answered))], tallies: [tally], ending: "")
            }
            let answered = "\(gauge.answered) of \(gauge.present) present answered"
            func cell(_ text: String) -> Sentence { Sentence([.text(text)], ending: "") }
            let rated = "round \(gauge.round)" + (gauge.beforehand ? ", before the day" : "")
            return [cell(RecordNames.area(area)), cell(rated)] + counts
                + [cell(answered), Sentence([], entries: gauge.entries, ending: "")]
        }
        let header = ["Area", "Rated in"] + stages.map(names.stage) + ["Who answered", "Entries"]
        let words = Sentence("Each number is how many chose that stage, in the last round that was shown")
        let table = DraftTable(header: header, rows: rows, isHeatMap: true)
        return DraftSection("Heat map", [.paragraph([words]), .table(table)])
    }
}
